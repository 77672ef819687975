// Walks through the pages for everyone as a visitor does: node visitor.mjs http://ADDRESS EARLIER LATER
//
// At two widths, with scripts and without: reads the Code down to a measure and from there the law that it covers, looks
// at both sides of a change of the law, compares two versions of a code (EARLIER and LATER, `id@version`), looks at what is
// covered, asks the register who stood where on another day and takes the answer away, follows an entry to its proof,
// leaves the self-assessment and comes back to it, and reads all of it in another language.

import { MODES, contextOf, expect, launch, saved, says } from "./walking.mjs";

const [site, earlier, later] = process.argv.slice(2);
if (!later) {
  console.error("usage: node visitor.mjs http://ADDRESS EARLIER LATER");
  process.exit(2);
}

// Shows a page as of another day, by the form that every page has.
async function asOf(page, day) {
  await page.fill("#as-of", day);
  await page.click("form:has(#as-of) button");
  await says(page, `Shown as of ${day}`);
}

async function readCode(page) {
  await page.goto(site);
  await page.click("main a[href='/codes']");
  await page.click("main a[href='/codes/gpai@2025-07-10']");
  await says(page, "Contents");
  await page.click("main a[href='/codes/gpai@2025-07-10/S']");
  await page.click("main a[href='/codes/gpai@2025-07-10/S.M9.3']");
  await says(page, "within 15 days");
  await page.click("main a[href='/law/art_55__para_1__point_c']");
  await says(page, "S.M9.3");
  await page.goto(`${site}/codes/gpai@2025-07-10`);
  await page.click("main a[href$='/coverage']");
  expect("the matrix is drawn", (await page.locator("main svg").count()) > 0);
  expect("the matrix is a table as well", (await page.locator("main table").count()) > 0);
  const form = JSON.parse(await saved(page, "main a[href$='/coverage.json']"));
  expect("the matrix is there for programs", Object.keys(form).length > 0);
}

async function readLaw(page) {
  await page.goto(`${site}/law/art_113`);
  await asOf(page, "2026-07-26");
  const before = await page.innerText("main");
  await asOf(page, "2026-07-28");
  const after = await page.innerText("main");
  expect("Art. 113 is not the same on both sides of 27 July 2026", before !== after);
  await page.click("nav a[href^='/register']");
  await says(page, "Shown as of 2026-07-28");
}

async function compare(page) {
  await page.goto(`${site}/codes/${later}`);
  await page.click(`main a[href*='/changes'][href*='${encodeURIComponent(earlier)}']`);
  await says(page, earlier);
  expect("what was taken out is marked", (await page.locator("main del").count()) > 0);
  expect("what was added is marked", (await page.locator("main ins").count()) > 0);
}

async function askRegister(page) {
  await page.goto(`${site}/register`);
  await page.selectOption("#scope", "chapters");
  await page.click("form.filters button");
  await says(page, "xAI");
  expect("who adheres to all of it is left out", !(await page.innerText("main table")).includes("Mistral"));
  const rows = await saved(page, "main a[href^='/register.csv']");
  expect("the same rows are taken away", rows.includes("xai") && !rows.includes("mistral"));
  await asOf(page, "2025-07-01");
  expect("nobody had signed before the Code was there", !(await page.innerText("main")).includes("xAI"));
  await page.goto(`${site}/register/xai`);
  await says(page, "What was recorded");
  const receipt = await saved(page, "main a[href$='/receipt']");
  expect("an entry has its proof", receipt.startsWith("c2sp.org/tlog-proof@v1"));
  await page.goto(`${site}/register/figures`);
  expect("who stands where is drawn", (await page.locator("main svg").count()) > 0);
}

async function followEntry(page) {
  await page.goto(`${site}/journal`);
  await page.click("main table a >> nth=0");
  await says(page, "Hash in the tree");
  await page.click("main a[href='/journal/verify']");
  await says(page, "Step by step");
}

async function comeBack(page) {
  await page.goto(`${site}/self-assessment`);
  await page.click("main a.button");
  await page.fill("#provider", "Visitor SA");
  await page.click("main form.fill button");
  await page.waitForURL("**/self-assessment/generates");
  await page.goto(site);
  await page.click("main a[href='/self-assessment']");
  await says(page, "Your browser keeps it");
  await page.goto(`${site}/self-assessment/name`);
  expect("what was answered is still there", (await page.inputValue("#provider")) === "Visitor SA");
}

async function readDutch(page) {
  await page.goto(`${site}/codes/gpai@2025-07-10/S.M9.3`);
  await page.click("footer a[hreflang=nl]");
  await says(page, "Register");
  expect("the page is Dutch", (await page.locator("html").getAttribute("lang")) === "nl");
  expect("the code is English", (await page.locator("main [lang=en]").count()) > 0);
}

const browser = await launch();
for (const mode of MODES) {
  console.log(`  a visitor, ${mode.name}`);
  const context = await contextOf(browser, mode);
  const page = await context.newPage();
  for (const story of [readCode, readLaw, compare, askRegister, followEntry, comeBack, readDutch]) {
    await story(page);
  }
  await context.close();
}
await browser.close();
