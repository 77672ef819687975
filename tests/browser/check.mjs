// Opens pages that adhere writes or serves in headless Chromium: node check.mjs [--state FILE] PAGE.html… http://ADDRESS/…
//
// With --state, as somebody who is signed in: FILE is what walk.mjs writes.
//
// At two widths, in light and dark, a page has no violation that axe can see, does not scroll sideways, asks no other
// server for anything, and opens every folded part by keyboard. What axe cannot see is for people to judge.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const WIDTHS = [1280, 320];
const SCHEMES = ["light", "dark"];
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

// Violations of WCAG, one line for each element.
async function violations(page) {
  const results = await page.evaluate((tags) => window.axe.run({ runOnly: { type: "tag", values: tags } }), RULES);
  return results.violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${rule.help}: ${node.target.join(" ")} (${firstLine(node.failureSummary)})`),
  );
}

function firstLine(summary) {
  return (summary ?? "").split("\n").slice(1).join("; ").trim();
}

// The page as a whole must not scroll sideways; a table may, inside its own frame.
async function sidewaysScroll(page) {
  const { wide, room, culprits } = await page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    const framed = (element) => element.closest(".scroll") !== null;
    const past = [...document.body.querySelectorAll("*")].filter(
      (element) => !framed(element) && element.getBoundingClientRect().right > room + 1,
    );
    const name = (element) => `<${element.localName} class="${element.getAttribute("class") ?? ""}">`;
    return { wide: document.documentElement.scrollWidth, room, culprits: past.slice(0, 3).map(name) };
  });
  return wide > room ? [`scrolls sideways: ${wide} px on ${room} px; ${culprits.join(", ")}`] : [];
}

// Walks with Tab through the page and opens with Enter whatever is folded.
async function openByKeyboard(page) {
  const count = await page.evaluate(() => document.querySelectorAll("details").length);
  await page.evaluate(() => document.body.focus());
  // A folded part holds no stop of its own, so that twice the parts and some links are more than enough.
  for (let step = 0; step < 2 * count + 50; step += 1) {
    await page.keyboard.press("Tab");
    const onFolded = await page.evaluate(() => {
      const active = document.activeElement;
      return active?.localName === "summary" && !active.parentElement.open;
    });
    if (onFolded) {
      await page.keyboard.press("Enter");
    }
  }
  // Where the focus came to rest has no bearing on what follows: the link to the content covers the name of the site.
  await page.evaluate(() => document.activeElement?.blur());
  const folded = await page.evaluate(() =>
    [...document.querySelectorAll("details:not([open])")].map((details) => details.parentElement.innerText.slice(0, 60)),
  );
  return folded.map((text) => `does not open by keyboard: ${text.replaceAll("\n", " ")}`);
}

// A page that is a file is all there is; one that is served may have style and pictures from the same server.
function isOwn(request, url) {
  return request === url || (url.startsWith("http") && new URL(request).origin === new URL(url).origin);
}

async function check(browser, url, width, scheme) {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: scheme,
    bypassCSP: true,
    storageState: state,
  });
  const page = await context.newPage();
  const requests = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(url);
  const found = [];
  // Before axe is put into the page, which is no doing of the page's own.
  found.push(...(await sidewaysScroll(page)));
  await page.evaluate(AXE);
  found.push(...(await violations(page)));
  found.push(...(await openByKeyboard(page)));
  found.push(...(await sidewaysScroll(page)).map((line) => `unfolded, ${line}`));
  found.push(...(await violations(page)).map((line) => `unfolded, ${line}`));
  found.push(...requests.filter((request) => !isOwn(request, url)).map((request) => `asks for ${request}`));
  await context.close();
  return found;
}

function address(page) {
  return page.startsWith("http") ? page : pathToFileURL(resolve(page)).href;
}

function name(page) {
  return page.startsWith("http") ? page.slice(new URL(page).origin.length) : basename(page);
}

const arguments_ = process.argv.slice(2);
const state = arguments_[0] === "--state" ? arguments_.splice(0, 2)[1] : undefined;
const pages = arguments_;
if (pages.length === 0) {
  console.error("usage: node check.mjs PAGE.html… http://ADDRESS/…");
  process.exit(2);
}
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });
let failures = 0;
for (const file of pages) {
  for (const width of WIDTHS) {
    for (const scheme of SCHEMES) {
      const found = [...new Set(await check(browser, address(file), width, scheme))];
      console.log(`  ${name(file)} at ${width} px, ${scheme}: ${found.length === 0 ? "fine" : `${found.length} found`}`);
      for (const line of found) {
        console.log(`    ${line}`);
      }
      failures += found.length;
    }
  }
}
await browser.close();
process.exit(failures === 0 ? 0 : 1);
