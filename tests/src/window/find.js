// What a person would click on who was told these words: [words, scope] -> { element } or { why }.
const [words, scope] = arguments;

const CONTROLS = `button, a[href], summary, label, select, input, textarea, [tabindex]:not([tabindex="-1"]),
  [role=button], [role=link], [role=checkbox], [role=radio], [role=tab], [role=option], [role=menuitem], [role=switch]`;

const tidy = (text) => (text ?? "").replace(/\s+/g, " ").trim();

const shown = (element) =>
  element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
  [...element.getClientRects()].some((box) => box.width > 3 && box.height > 3);

const named = (element) => {
  const ids = (element.getAttribute("aria-labelledby") ?? "").split(/\s+/).filter(Boolean);
  const labelled = ids.map((id) => document.getElementById(id)?.innerText ?? "").join(" ");
  const labels = [...(element.labels ?? [])].map((label) => label.innerText);
  const own = element.matches("input[type=submit], input[type=button]") ? element.value : "";
  return [element.getAttribute("aria-label"), labelled, element.innerText, own, ...labels].map(tidy).filter(Boolean);
};

const roots = scope ? [...document.querySelectorAll(scope)] : [document];
if (roots.length === 0) return { why: `there is no ${scope}` };

const wanted = tidy(words);
const all = [...new Set(roots.flatMap((root) => [...root.querySelectorAll(CONTROLS)]))].filter(shown);
let found = all.filter((element) => named(element).includes(wanted));
if (found.length === 0) found = all.filter((element) => named(element).some((name) => name.startsWith(wanted)));

// A label and its control are one thing to click, as are a control and what it is nested in.
found = found.filter((one) => !found.some((other) => other !== one && (one.contains(other) || one.control === other)));

if (found.length === 0) {
  const near = new Set(all.flatMap((element) => named(element).slice(0, 1)).filter((name) => name.length < 60));
  return { why: `nothing to click says ${JSON.stringify(wanted)}; there is: ${[...near].join(" | ")}` };
}
if (found.length > 1) return { why: `${found.length} things to click say ${JSON.stringify(wanted)}` };

const [element] = found;
if (element.matches(":disabled, [aria-disabled=true], [inert] *")) return { why: `${JSON.stringify(wanted)} is disabled` };
return { element };
