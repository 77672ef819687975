// What everybody who walks through the pages needs: a browser, ways to look at what a page says, and how to say what is
// not so.

import { chromium } from "playwright-core";

const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];

// A desk and a telephone, each with and without scripts.
export const MODES = [1280, 320].flatMap((width) =>
  [true, false].map((scripts) => ({ name: `${width} px, ${scripts ? "with" : "without"} scripts`, width, scripts })),
);

export async function launch() {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });
}

// A browser of somebody's own, as wide as the mode says and with scripts or without.
export function contextOf(browser, mode, more = {}) {
  return browser.newContext({ javaScriptEnabled: mode.scripts, viewport: { width: mode.width, height: 800 }, ...more });
}

export function expect(what, holds) {
  if (!holds) {
    console.error(`    not so: ${what}`);
    process.exit(1);
  }
  console.log(`    ${what}`);
}

// Waits until a page says something: the next page takes a moment to come.
export async function says(page, text) {
  let content = "";
  for (let look = 0; look < 100 && !content.includes(text); look += 1) {
    await page.waitForTimeout(look === 0 ? 0 : 100);
    content = await page.innerText("body").catch(() => "");
  }
  if (!content.includes(text)) {
    console.error(content);
  }
  expect(`${new URL(page.url()).pathname} says “${text}”`, content.includes(text));
}

// What a link leads to, as text: whether a browser shows or saves it is its own affair.
export async function saved(page, selector) {
  const answer = await page.request.get(await page.locator(selector).first().evaluate((link) => link.href));
  expect(`${new URL(answer.url()).pathname} is there`, answer.ok());
  return answer.text();
}
