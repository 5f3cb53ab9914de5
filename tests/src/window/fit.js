// What does not fit where it stands: each thing with words in it that is wider than its place.
const passed = ".sr-only, .sr-only *, .ellipsis, input, textarea, .skip";

const words = (element) => (element.innerText ?? "").replace(/\s+/g, " ").trim();

const shown = (element) => element.checkVisibility({ visibilityProperty: true }) && words(element) !== "";

// A place of one pixel is for those who listen.
const sticksOut = (element) => element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1;

const leaves = (element) => {
  const box = element.getBoundingClientRect();
  return box.right > innerWidth + 1 || box.left < -1;
};

return [...document.querySelectorAll("body *")]
  .filter((element) => !element.matches(passed) && shown(element))
  .filter((element) => sticksOut(element) || leaves(element))
  .map((element) => `${element.localName}.${element.className} ${JSON.stringify(words(element).slice(0, 60))}`);
