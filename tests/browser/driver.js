// A person's hands and eyes in Chromium: reads one request a line, as JSON, and answers each with a line.
"use strict";

const fs = require("node:fs");
const readline = require("node:readline");

const { chromium } = require("playwright-core");

const { BROWSER, RESOLVE, AXE, PATIENCE_MS } = process.env;
const patience = Number(PATIENCE_MS);

/** What the pages of a scheme break of these rules of axe-core. */
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

let browser;
let page;

/** A label as it stands in a form; behind a required one there is a star. */
function labelled(words) {
  const escaped = words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^\\s*${escaped}(\\s*\\*)?\\s*$`);
}

/** The rows of a table that hold some words and not others. */
function rows({ row, without }) {
  const all = page.locator("tbody tr").filter({ hasText: row });
  return without ? all.filter({ hasNotText: without }) : all;
}

/** What a person would click on who was told these words: on the page first, then in what stands around it. */
async function toClick({ words, ...where }) {
  const named = { name: words, exact: true };
  const within = (place) => place.getByRole("link", named).or(place.getByRole("button", named));
  if (where.row) return within(rows(where));
  const onThePage = within(page.locator("main"));
  return (await onThePage.count()) > 0 ? onThePage : within(page.locator("body"));
}

/** Every click on these pages opens one: they are plain HTML. */
async function opened(act) {
  const [response] = await Promise.all([page.waitForNavigation(), act()]);
  return response?.status() ?? 0;
}

async function profile() {
  const context = await browser.newContext({ viewport: { width: 1200, height: 800 } });
  context.setDefaultTimeout(patience);
  page = await context.newPage();
}

const requests = {
  async visit({ address }) {
    return (await page.goto(address)).status();
  },

  /** As another browser would: without cookies, from an empty page. */
  async start_afresh() {
    await page.context().close();
    await profile();
  },

  async click(what) {
    const found = await toClick(what);
    await opened(() => found.click());
  },

  async enter({ label, value }) {
    const field = page.getByLabel(labelled(label));
    const kind = await field.evaluate((element) => element.type);
    if (kind === "checkbox") await field.setChecked(value);
    else if (kind === "select-one") await field.selectOption({ label: value });
    else await field.fill(value);
  },

  /** Ticks these boxes of a group, and no other. */
  async choose({ group, options }) {
    const boxes = page.getByRole("group", { name: group, exact: true });
    for (const box of await boxes.getByRole("checkbox").all()) await box.uncheck();
    for (const option of options) await boxes.getByLabel(labelled(option)).check();
  },

  is_ticked: ({ label }) => page.getByLabel(labelled(label)).isChecked(),

  /** What stands beside a term of the page's list. */
  beside: ({ term }) =>
    page
      .locator("dt", { hasText: labelled(term) })
      .locator("xpath=following-sibling::dd[1]")
      .innerText(),

  /** The page's first table: a record of each row, by the words above its columns. */
  table: () =>
    page.locator("table").first().evaluate((table) => {
      const words = (cells) => [...cells].map((cell) => cell.innerText.trim());
      const heads = words(table.tHead.rows[0].cells);
      const record = (row) =>
        Object.fromEntries(words(row.cells).map((cell, place) => [heads[place], cell]));
      return [...table.tBodies[0].rows].map(record);
    }),

  text: () => page.locator("body").innerText(),
  title: () => page.locator("h1").innerText(),
  where: () => page.url(),

  /** What the page's frames show; of a page that refuses to be framed, the browser's own error. */
  async frames() {
    await page.waitForLoadState("load");
    return page.frames().filter((frame) => frame.parentFrame()).map((frame) => frame.url());
  },

  async wait_for_words({ words }) {
    await page.getByText(words).first().waitFor();
  },

  /** By how much the page is wider than the window. */
  async look({ scheme, width }) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height: 800 });
    return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  },

  async picture({ scheme, file }) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.screenshot({ path: file, fullPage: true });
  },

  async violations({ scheme }) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.evaluate(fs.readFileSync(AXE, "utf8"));
    return page.evaluate(async (rules) => {
      const options = { runOnly: rules, resultTypes: ["violations"] };
      const { violations } = await window.axe.run(document, options);
      return violations.map(({ id, impact, help, nodes }) => ({
        rule: id,
        impact: impact ?? "unknown",
        help,
        places: nodes.map(({ html }) => html),
      }));
    }, RULES);
  },
};

/** The first line says what, the rest is the library's own log. */
function told(error) {
  const words = String(error.message ?? error).split("\n");
  return `${words.slice(0, 4).join(" · ")} on ${page?.url() ?? "no page"}`;
}

async function main() {
  browser = await chromium.launch({
    executablePath: BROWSER,
    args: [`--host-resolver-rules=${RESOLVE}`],
  });
  await profile();
  console.log(JSON.stringify({ value: browser.version() }));
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const { do: name, ...rest } = JSON.parse(line);
    try {
      console.log(JSON.stringify({ value: (await requests[name](rest)) ?? null }));
    } catch (error) {
      console.log(JSON.stringify({ trouble: told(error) }));
    }
  }
  await browser.close();
}

main().catch((error) => {
  console.log(JSON.stringify({ trouble: told(error) }));
  process.exit(1);
});
