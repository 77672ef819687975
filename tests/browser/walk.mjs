// Walks through the workspace as people do:
// node walk.mjs http://ADDRESS /invitation?key=… EXAMPLE STATE.json WIDTH with|without
//
// As wide as WIDTH and with or without scripts: somebody who was invited sets a password and signs in, records the files
// of an example, looks at what applies, states a measure by keyboard alone, invites to adhere and declines that, declares
// adherence after a look at what it would bind to, adds evidence, attaches it and comments, takes all of it out as a
// folder and brings it in again, opens an incident and does its first step, finds a complaint of the public, publishes a
// code that does not compile, invites somebody, issues a token, has the instance audited, and chooses the zone of times.
// A visitor goes through the self-assessment by keyboard alone, and another declines an invitation by its link. Pages that
// are there only on the way have no violation that axe can see. Who is signed in is written to STATE.json, for
// `check.mjs`.

import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { contextOf, expect, launch, says } from "./walking.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const PASSWORD = "correct horse battery";
const [site, wayIn, example, state, width, scripts] = process.argv.slice(2);
const mode = { width: Number(width), scripts: scripts === "with" };
if (!["with", "without"].includes(scripts)) {
  console.error("usage: node walk.mjs http://ADDRESS /invitation?key=… EXAMPLE STATE.json WIDTH with|without");
  process.exit(2);
}

// Goes on with Tab until the element is reached, as somebody without a mouse does.
async function tabTo(page, selector) {
  for (let step = 0; step < 200; step += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) {
      return;
    }
  }
  expect(`${selector} is reached by keyboard`, false);
}

// Looks at what is shown now at both widths: it does not scroll sideways, and has no violation that axe can see.
async function isSound(page, what) {
  // axe is a script itself.
  if (!mode.scripts) return;
  const before = page.viewportSize();
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 900 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(`${what} does not scroll sideways at ${width} px`, wide <= 0);
    await page.evaluate(AXE);
    const results = await page.evaluate((tags) => window.axe.run({ runOnly: { type: "tag", values: tags } }), RULES);
    const found = results.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id} ${node.target.join(" ")}`));
    expect(`${what} has nothing that axe finds at ${width} px${found.map((line) => `; ${line}`).join("")}`, found.length === 0);
  }
  await page.setViewportSize(before);
}

async function signIn(page) {
  await page.goto(`${site}${wayIn}`);
  await tabTo(page, "#password");
  await page.keyboard.type("Password12345!");
  await tabTo(page, "#again");
  await page.keyboard.type("Password12345!");
  await page.keyboard.press("Enter");
  await says(page, "was seen in breaches");
  await page.fill("#password", PASSWORD);
  await page.fill("#again", PASSWORD);
  await page.click("form.fill button");
  await says(page, "The password is set.");
  await tabTo(page, "#email");
  await page.keyboard.type("jo@example.eu");
  await tabTo(page, "#password");
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press("Enter");
  await says(page, "Your workspaces");
}

async function recordFiles(page) {
  const record = async (name, text) => {
    await page.goto(`${site}/work/acme/files/${name}`);
    if (name === "new") {
      await page.fill("#model", text.id);
      await page.fill("#text", "nonsense = [");
      await page.click("form.fill button");
      await says(page, "unclosed array");
    }
    await page.fill("#text", text.text ?? text);
    await page.click("form.fill button");
    await says(page, "Recorded.");
  };
  await page.goto(`${site}/work/acme`);
  await says(page, "No model is on record yet.");
  await record("adhere.toml", readFileSync(join(example, "adhere.toml"), "utf8"));
  for (const file of readdirSync(join(example, "models"))) {
    await record("new", { id: file.replace(".toml", ""), text: readFileSync(join(example, "models", file), "utf8") });
  }
  await page.goto(`${site}/work/acme`);
  await says(page, "Due next");
  await page.goto(`${site}/work/acme/assessment`);
  await says(page, "What applies");
}

async function stateByKeyboard(page, measure) {
  await page.goto(`${site}/work/acme/measures`);
  await page.click(`table a[href*="/${measure}"]`);
  await tabTo(page, "input[name=state]");
  await page.keyboard.press("Space");
  await tabTo(page, "#text");
  await page.keyboard.type("All of it, since January.");
  await tabTo(page, "#owner");
  await page.keyboard.type("Documentation");
  await page.keyboard.press("Enter");
  await says(page, "Recorded.");
  await says(page, "All of it, since January.");
}

// Previews an invitation to adhere, sends it, and gives the address of its page and the link that is handed over.
async function sendInvitation(page, field, text) {
  await page.goto(`${site}/facilitation/codes/gpai@2025-07-10`);
  await page.click("main a[href*='/invitations/new']");
  expect("the code is chosen", (await page.inputValue("#code")) === "gpai@2025-07-10");
  await page.fill(field, text);
  await page.fill("#words", "The next round of talks begins in spring.");
  await page.click("main > form.fill button");
  await says(page, "What would be sent");
  await isSound(page, "the preview of an invitation");
  await page.click("section.aside form button");
  await says(page, "This is shown once.");
  await isSound(page, "an invitation that was sent");
  return { url: await invitationOf(page), link: await page.innerText("section.aside code") };
}

// The address of the page of an invitation, by the form that sends it again.
async function invitationOf(page) {
  return (await page.getAttribute("form[action$='/again']", "action")).replace("/again", "");
}

async function inviteToAdhere(browser, page) {
  await page.goto(`${site}/facilitation/invitations`);
  await says(page, "Nobody was invited yet.");
  const own = await sendInvitation(page, "#organisation", "acme se");
  await page.goto(`${site}/facilitation/invitations`);
  await page.click("table a:text-is('Acme SE')");
  await says(page, "waits for an answer");
  await page.click("form[action$='/again'] button");
  await says(page, "This is shown once.");
  expect("another link takes the place of the one before", (await page.innerText("section.aside code")) !== own.link);
  // The provider finds it where it begins, and declines.
  await page.goto(`${site}/work/acme`);
  await page.click("main a[href*='/work/acme/invitations/']");
  await says(page, "Nobody has to answer.");
  await isSound(page, "an invitation to a provider");
  await page.fill("#reason", "Not this year.");
  await page.click("form[action$='/decline'] button");
  await says(page, "The invitation is declined.");
  await isSound(page, "an invitation that was declined");
  await page.goto(`${site}${own.url}`);
  await says(page, "Not this year.");
  const mistaken = await sendInvitation(page, "#name", "Mistaken SA");
  await page.fill("#reason", "It was a mistake.");
  await page.click("form[action$='/withdraw'] button");
  await says(page, "The invitation is withdrawn.");
  await isSound(page, "an invitation that was withdrawn");
  const named = await sendInvitation(page, "#name", "Modellers SA");
  await page.goto(`${site}/facilitation/invitations/new?code=gpai@2025-07-10`);
  expect("organisations are offered by name", (await page.locator("datalist option:text-is('Acme SE')").count()) === 1);
  await page.fill("#name", "modellers sa");
  await page.click("form.fill button");
  await says(page, "was invited to that already");
  await isSound(page, "an invitation that is refused");
  await declineByLink(browser, { open: named.link, over: mistaken.link });
  await page.goto(`${site}/facilitation/invitations?state=declined`);
  await page.click("table a:text-is('Modellers SA')");
  await says(page, "We train no models.");
  await page.goto(`${site}/facilitation/invitations`);
  await says(page, "withdrawn");
  await isSound(page, "the list of invitations");
}

// Somebody without an account and without scripts follows the link of an invitation, and declines it.
async function declineByLink(browser, { open, over }) {
  const everybody = await contextOf(browser, mode, { bypassCSP: true });
  const visitor = await everybody.newPage();
  // A demo does not know its address: links are without one.
  const follow = (link) => visitor.goto(`${site}${link.slice(link.indexOf("/invited"))}`);
  await follow(over);
  await says(visitor, "there is no invitation here");
  await follow(open);
  await says(visitor, "Modellers SA");
  await says(visitor, "waits for an answer");
  await isSound(visitor, "an invitation behind its link");
  await visitor.fill("#reason", "We train no models.");
  await visitor.click("form.fill button");
  await says(visitor, "Nothing is recorded yet.");
  await isSound(visitor, "the confirmation of declining");
  await visitor.click("form.fill button");
  await says(visitor, "The invitation is declined.");
  await isSound(visitor, "an invitation that was declined by its link");
  await everybody.close();
}

async function declare(page) {
  await page.goto(`${site}/work/acme/adherence/declare`);
  await page.fill("#id", "acme-gpai");
  await page.selectOption("#code", { label: await page.locator("#code option", { hasText: "gpai@" }).innerText() });
  await page.check("input[value=full]");
  await page.click("form.fill button");
  await says(page, "Nothing is recorded yet.");
  await page.click("section.aside form button");
  await says(page, "the whole code");
  await page.goto(`${site}/register/acme`);
  await says(page, "the whole code");
}

// With a script each file is sent by itself; without, all of them with the form.
async function addEvidence(page, files) {
  await page.goto(`${site}/work/acme/evidence/add`);
  await page.setInputFiles("#files", files.map(([name, text]) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) })));
  await page.click("form.fill button");
  await says(page, "in the library");
  for (const [name] of files) {
    await says(page, name);
  }
}

async function showIt(page, title, words) {
  await page.goto(`${site}/work/acme/evidence`);
  await page.fill("#words", title.toUpperCase());
  await page.click("form.filters button");
  await page.click(`table a:text-is("${title}")`);
  await says(page, words);
  const item = new URL(page.url()).pathname;
  await page.goto(`${site}/work/acme/measures/gpai@2025-07-10/T.M1.1`);
  await page.selectOption("#item", { label: title });
  await page.fill("#quote", words);
  await page.click('form.fill[action$="/evidence"] button');
  await says(page, "Attached.");
  await says(page, words);
  return item;
}

async function comment(page) {
  await page.fill("#comment", "Is this the latest?");
  await page.click('form.fill[action$="/comments"] button');
  await says(page, "Your comment is there.");
  await says(page, "Is this the latest?");
}

// With a script the answer takes the place of the form, and is read from its heading; without, it is the next page.
async function takeOut(page) {
  await page.goto(`${site}/work/acme/folder`);
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("text=Export everything")]);
  const buffer = readFileSync(await download.path());
  await page.setInputFiles("#files", { name: "broken.zip", mimeType: "application/zip", buffer: buffer.subarray(0, 100) });
  await page.click("form.fill button");
  await says(page, "the zip file cannot be read");
  await page.setInputFiles("#files", { name: "acme.zip", mimeType: "application/zip", buffer });
  await page.click("form.fill button");
  await says(page, "Nothing changes");
}

async function keepCases(page) {
  await page.goto(`${site}/work/acme/cases`);
  await says(page, "No case is kept yet.");
  await page.click("main a[href*='/cases/new']");
  await page.click("main a[href*='kind=serious-incident']");
  await page.fill("#title", "Weights left");
  await page.click("form.fill button");
  await says(page, "Choose at least one harm.");
  await page.check("input[value=cybersecurity]");
  await page.fill("#aware-at", "2026-03-02T09:00");
  await page.click("form.fill button");
  await says(page, "2026-03-09");
  await page.check("input[value=initial-report]");
  await page.fill("#done-at", "2026-03-06T09:00");
  await page.click("form[action$='/step'] button");
  await says(page, "done on 2026-03-06");
}

// The public complains without an account and without scripts, and sees how the complaint stands.
async function complain(browser, page) {
  const everybody = await contextOf(browser, mode);
  const visitor = await everybody.newPage();
  await visitor.goto(`${site}/register/acme`);
  await visitor.click("a[href*='/complaints/acme']");
  await visitor.fill("#name", "Eve");
  await visitor.fill("#email", "eve@example.eu");
  await visitor.fill("#text", "It was copied.");
  await visitor.click("form.fill button");
  await says(visitor, "Describe the work and the rights");
  await visitor.fill("#work", "A song of 1999");
  await visitor.click("form.fill button");
  await says(visitor, "The complaint was received.");
  await everybody.close();
  await page.goto(`${site}/work/acme/cases?kind=complaint`);
  await says(page, "A song of 1999");
  await page.goto(`${site}/work/acme/calendar`);
  await page.click("form[action*='/calendar'][method=post] button");
  await says(page, "Copy this address into your calendar program");
}

async function facilitate(page) {
  await page.goto(`${site}/facilitation?state=waiting`);
  await says(page, "No package stands so.");
  await page.goto(`${site}/facilitation/codes`);
  await says(page, "How codes do");
  await page.goto(`${site}/facilitation/codes/gpai@2025-07-10`);
  await says(page, "What is reported of each measure");
  await page.goto(`${site}/facilitation/invitations`);
  await says(page, "adherence was declared");
  await page.goto(`${site}/facilitation/publish`);
  await page.setInputFiles("#files", { name: "code.toml", mimeType: "text/plain", buffer: Buffer.from("[code\n") });
  await page.click("form.fill button");
  await says(page, "What the compiler found");
}

// A colleague gets in and approves what was stated; what is changed after that is told from what was approved.
async function approve(browser, page, wayIn) {
  const there = await contextOf(browser, mode);
  const colleague = await there.newPage();
  const measure = `${site}/work/acme/measures/gpai@2025-07-10/T.M1.1`;
  await colleague.goto(new URL(wayIn, site).href);
  await colleague.fill("#password", PASSWORD);
  await colleague.fill("#again", PASSWORD);
  await colleague.click("form.fill button");
  await says(colleague, "The password is set.");
  await colleague.fill("#email", "al@example.eu");
  await colleague.fill("#password", PASSWORD);
  await colleague.click("form.fill button");
  await says(colleague, "Acme SE");
  await colleague.goto(measure);
  await says(colleague, "Not approved");
  await colleague.click("form.fill[action$='/approval'] button");
  await says(colleague, "Approved.");
  await isSound(colleague, "a statement that was approved");
  await page.goto(measure);
  await page.fill("#text", "All of it, since February.");
  await page.click("form.fill[action$='/T.M1.1'] button");
  await says(page, "Recorded.");
  await colleague.goto(measure);
  await says(colleague, "since then: other words");
  await there.close();
}

async function invite(browser, page) {
  await page.goto(`${site}/people/acme`);
  await page.fill("#person", "al");
  await page.fill("#name", "Al Check");
  await page.fill("#email", "al@example.eu");
  await page.check("input[type=checkbox][value=approver]");
  await page.click("form.fill button");
  await says(page, "Hand this address to the person");
  await approve(browser, page, await page.getAttribute("main a[href*='/invitation?key=']", "href"));
  await page.goto(`${site}/account/tokens`);
  await page.fill("#name", "a pipeline");
  await page.click("form.fill button");
  await says(page, "Choose what it may do.");
}

async function administer(page) {
  await page.goto(`${site}/administration/organisations/register`);
  await page.fill("#id", "other");
  await page.click("form.fill button");
  await says(page, "Choose what it is");
  await page.fill("#name", "Other SA");
  await page.check("input[value=provider]");
  await page.click("form.fill button");
  await says(page, "No key is recorded");
  await page.fill("#key", "other-author");
  await page.fill("#public", "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
  await page.click("form.fill[action$='/keys'] button");
  await says(page, "counts");
  await page.goto(`${site}/administration/history?kind=key`);
  await says(page, "key/other-author");
}

async function audit(page) {
  await page.goto(`${site}/administration/jobs`);
  await says(page, "No audit was begun here yet.");
  await page.click("form[action$='/administration/audit'] button");
  await says(page, "An audit was begun.");
  for (let look = 0; look < 60 && !(await page.innerText("main")).includes("Everything is as it was signed."); look += 1) {
    await page.waitForTimeout(500);
    await page.goto(`${site}/administration/jobs`);
  }
  await says(page, "Everything is as it was signed.");
  await isSound(page, "an audit that ended");
}

// A reader chooses the zone of times: from a list without scripts; with them, the browser's own zone is proposed once.
async function chooseZone(browser, state) {
  const everybody = await contextOf(browser, mode);
  const reader = await everybody.newPage();
  await reader.goto(`${site}/journal`);
  await reader.click("footer a[href^='/zone']");
  await reader.selectOption("#zone", "America/New_York");
  await reader.click("form.fill button");
  await says(reader, "Times are shown in this zone from now on.");
  await reader.click("main p > a[href='/journal']");
  await says(reader, "America/New_York)");
  await everybody.close();
  const there = await browser.newContext({ storageState: state, timezoneId: "Asia/Tokyo" });
  const traveller = await there.newPage();
  await traveller.goto(`${site}/work`);
  await says(traveller, "Your browser says that you are in Asia/Tokyo");
  await traveller.click("[data-take]");
  await says(traveller, "Times are those of Asia/Tokyo.");
  await traveller.goto(`${site}/work`);
  expect("whoever chose a zone is proposed none", (await traveller.locator("[data-zone]").count()) === 0);
  await there.close();
}

// What a visitor answers on each page of the self-assessment: what is typed into fields, and what is ticked or chosen.
const ANSWERS = [
  ["name", { provider: "Acme SE", model: "Acme One" }, []],
  ["generates", {}, ["generates=text"]],
  ["compute", { compute: "3e25" }, []],
  ["placing", {}, ["placed=yes"]],
  ["modification", {}, ["modified=no"]],
  ["licence", {}, ["access=no"]],
  ["commission", {}, []],
  ["provider", { country: "FR" }, []],
  ["size", { persons: "400" }, ["public_body=no"]],
  ["adherence", {}, ["scope=none"]],
];

// A visitor goes through the whole self-assessment by keyboard alone, from its first page to the verdict.
async function assessByKeyboard(browser) {
  const everybody = await contextOf(browser, mode);
  const visitor = await everybody.newPage();
  await visitor.goto(`${site}/self-assessment`);
  await tabTo(visitor, "main a.button");
  await visitor.keyboard.press("Enter");
  for (const [place, typed, chosen] of ANSWERS) {
    await visitor.waitForURL(`**/self-assessment/${place}`);
    for (const [field, text] of Object.entries(typed)) {
      await tabTo(visitor, `#${field}`);
      await visitor.keyboard.type(text);
    }
    for (const choice of chosen) {
      const [name, value] = choice.split("=");
      const wanted = `input[name=${name}][value="${value}"]`;
      // One stop with Tab for all radio buttons of a name; arrows go from one to the next.
      await tabTo(visitor, `input[name=${name}]`);
      for (let step = 0; step < 10 && !(await visitor.isChecked(wanted)); step += 1) {
        const here = await visitor.evaluate((selector) => document.activeElement?.matches(selector), wanted);
        await visitor.keyboard.press(here ? "Space" : "ArrowDown");
      }
      expect(`${choice} is chosen by keyboard`, await visitor.isChecked(wanted));
    }
    await tabTo(visitor, "main form.fill button[type=submit]");
    await visitor.keyboard.press("Enter");
  }
  await visitor.waitForURL("**/self-assessment/result");
  await says(visitor, "Acme One");
  await says(visitor, "systemic risk");
  await everybody.close();
}

const browser = await launch();
const context = await contextOf(browser, mode);
const page = await context.newPage();
await signIn(page);
await recordFiles(page);
await stateByKeyboard(page, "T.M1.1");
await inviteToAdhere(browser, page);
await declare(page);
await addEvidence(page, [["minutes.txt", "Ten people agreed."], ["tests.csv", "test,outcome\nfirst,passed\n"]]);
// It has a page that is looked at by the checks that follow.
const item = await showIt(page, "minutes.txt", "Ten people agreed.");
await comment(page);
await takeOut(page);
if (mode.scripts) {
  expect("the answer is read from its heading", await page.evaluate(() => document.activeElement.matches("h1")));
}
await keepCases(page);
await complain(browser, page);
await facilitate(page);
await invite(browser, page);
await administer(page);
await audit(page);
await context.storageState({ path: state });
await chooseZone(browser, state);
await assessByKeyboard(browser);
console.log(`item ${item}`);
await browser.close();
