// Walks through an office as its people do: node office.mjs http://ADDRESS FOLDER CODE
//
// At two widths, with scripts and without, a person of their own each time: gets in by what FOLDER (made by office.sh)
// holds; publishes two versions of a code from the source in CODE, after the compiler found something in it; registers an
// organisation and records what a source says of it; accepts one package of a maker and refuses another; sets a second
// factor and gets in with a code of it, and with a recovery code; issues a token and takes it back; signs another browser
// out; changes the password. The last line names the two versions that were published first.

import { createHmac } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { MODES, contextOf, expect, launch, says } from "./walking.mjs";

const PASSWORD = "correct horse battery";
const [site, folder, code] = process.argv.slice(2);
if (!code) {
  console.error("usage: node office.mjs http://ADDRESS FOLDER CODE");
  process.exit(2);
}

async function signIn(page, email, password) {
  await page.goto(`${site}/sign-in`);
  await page.fill("#email", email);
  await page.fill("#password", password);
  await page.click("form.fill button");
}

async function signOut(page) {
  await page.click("form[action='/sign-out'] button");
  await says(page, "Begin the self-assessment");
}

async function getIn(page, wayIn, email) {
  await page.goto(`${site}${wayIn}`);
  await page.fill("#password", PASSWORD);
  await page.fill("#again", PASSWORD);
  await page.click("form.fill button");
  await says(page, "The password is set.");
  await signIn(page, email, PASSWORD);
  await says(page, "The office");
}

// The files of the code under another id, with what is changed in them.
function source(id, version, change = (text) => text) {
  return readdirSync(code).map((name) => {
    let text = change(readFileSync(join(code, name), "utf8")).replaceAll(/conduct-template@[0-9-]+/g, `${id}@${version}`);
    if (name === "code.toml") {
      text = text.replace(/^id = .*$/m, `id = "${id}"`).replace(/^version = .*$/m, `version = "${version}"`);
    }
    return { name, mimeType: "text/plain", buffer: Buffer.from(text) };
  });
}

async function publish(page, id) {
  const send = async (files, follows) => {
    await page.goto(`${site}/facilitation/publish`);
    await page.setInputFiles("#files", files);
    await page.fill("#follows", follows);
    await page.click("form.fill button");
  };
  await send(source(id, "1", (text) => text.replace("art_95__para_2__point_a", "art_950")), "");
  await says(page, "What the compiler found");
  await says(page, "art_950");
  const confirm = async (version) => {
    await says(page, "Nothing is published yet.");
    await page.click("section.aside form button");
    await page.waitForURL(`**/codes/${id}@${version}*`);
    await says(page, `${id}@${version}`);
  };
  await send(source(id, "1"), "");
  await confirm("1");
  await send(source(id, "2", (text) => text.replace("Before release, the", "Before every release, the")), `${id}@1`);
  await confirm("2");
}

async function keepRegister(page, organisation) {
  await page.goto(`${site}/administration/organisations/register`);
  await page.fill("#id", organisation);
  await page.fill("#name", `Listed ${organisation}`);
  await page.check("input[value=provider]");
  await page.click("form.fill button");
  await says(page, "No key is recorded");
  await page.goto(`${site}/facilitation/register`);
  await page.fill("#organisation", organisation);
  await page.selectOption("#code", "gpai");
  await page.check("input[name=scope][value=full]");
  await page.click("form.fill button");
  await says(page, "Name the source.");
  expect("what was typed is kept", (await page.inputValue("#organisation")) === organisation);
  await page.fill("#source", "A list that was read aloud");
  await page.fill("#read", "2026-11-01");
  await page.click("form.fill button");
  await says(page, "A list that was read aloud");
}

async function decide(page, letters) {
  for (const letter of letters) {
    const body = readFileSync(join(folder, "letters", String(letter)));
    const answer = await fetch(`${site}/packages`, { method: "POST", body });
    expect(`package ${letter} is received`, answer.status === 200);
  }
  const open = async () => {
    await page.goto(`${site}/facilitation?state=waiting`);
    await page.click("main table a[href*='/facilitation/packages/'] >> nth=0");
    await says(page, "it holds.");
  };
  await open();
  const shown = page.url();
  await page.click("form.fill[action$='/refuse'] button");
  await says(page, "Say why it is refused.");
  // The page of a form that is shown again is as good as any other to choose a language on.
  await page.click("footer a[hreflang=nl]");
  await says(page, "Pakket");
  await page.goto(shown);
  await page.fill("#reason", "The tests are not described.");
  await page.click("form.fill[action$='/refuse'] button");
  await says(page, "The package is refused.");
  await says(page, "The tests are not described.");
  await open();
  await page.click("form.fill[action$='/accept'] button");
  await says(page, "The package is accepted.");
  await page.goto(`${site}/facilitation?state=waiting`);
  await says(page, "No package stands so.");
}

// The code of a seed at a step of time (RFC 6238), as an app on a telephone shows it.
function codeAt(seed, step) {
  const bits = [...seed].map((letter) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac("sha1", key).update(counter).digest();
  const value = digest.readUInt32BE(digest[19] & 15) & 0x7fffffff;
  return String(value % 1_000_000).padStart(6, "0");
}

async function setSecondFactor(page, email, password) {
  await page.goto(`${site}/account`);
  await page.click("main a[href='/account/second-factor']");
  const seed = (await page.innerText("main code.id")).replaceAll(" ", "");
  const step = Math.floor(Date.now() / 30_000);
  await page.fill("#code", "000000");
  await page.fill("#shown", password);
  await page.click("form.fill button");
  await says(page, "code");
  await page.fill("#code", codeAt(seed, step));
  await page.fill("#shown", password);
  await page.click("form.fill button");
  await says(page, "Copy these codes now");
  const recovery = await page.innerText("main ol code >> nth=0");
  await signOut(page);
  // The code of the next step counts already, and each counts once.
  for (const answer of [codeAt(seed, step + 1), recovery]) {
    await signIn(page, email, password);
    await page.fill("#code", answer);
    await page.click("form.fill button");
    await says(page, "The office");
    await signOut(page);
  }
  await signIn(page, email, password);
  await page.fill("#code", recovery);
  await page.click("form.fill button");
  await says(page, "the code is wrong or was used already");
}

async function keepAccount(page, other, email) {
  await page.goto(`${site}/account/tokens`);
  await says(page, "no token");
  await page.fill("#name", "a pipeline");
  await page.selectOption("#organisation", "office");
  await page.check("input[name=may][value=read]");
  await page.fill("#until", new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10));
  await page.click("form.fill button");
  const token = await page.innerText("main .notice code");
  const asked = (bearer) => fetch(`${site}/api/v1/packages`, { headers: { authorization: `Bearer ${bearer}` } });
  expect("a program gets in with the token", (await asked(token)).status === 200);
  await page.click("form[action='/account/tokens/revoke'] button");
  await says(page, "The token is revoked.");
  expect("and with one that was taken back it does not", (await asked(token)).status === 401);
  await signIn(other, email, PASSWORD);
  await says(other, "The office");
  await page.goto(`${site}/account`);
  await page.click("form[action='/account/sessions'] button >> nth=0");
  await says(page, "Signed out there.");
  await other.goto(`${site}/work`);
  await says(other, "Sign in");
  await page.goto(`${site}/account`);
  await page.fill("#old", PASSWORD);
  await page.fill("#password", "short");
  await page.fill("#again", "short");
  await page.click("form.fill[action='/account/password'] button");
  await says(page, "at least");
  await page.fill("#old", PASSWORD);
  await page.fill("#password", `${PASSWORD} too`);
  await page.fill("#again", `${PASSWORD} too`);
  await page.click("form.fill[action='/account/password'] button");
  await says(page, "The password is set.");
}

const browser = await launch();
const ways = readFileSync(join(folder, "ways"), "utf8").trim().split("\n");
for (const [index, mode] of MODES.entries()) {
  console.log(`  an office, ${mode.name}`);
  const [number, email] = [index + 1, `fa${index + 1}@example.eu`];
  const context = await contextOf(browser, mode);
  const elsewhere = await contextOf(browser, mode);
  const page = await context.newPage();
  await getIn(page, ways[index], email);
  await publish(page, `walked-${number}`);
  await keepRegister(page, `listed-${number}`);
  await decide(page, [2 * number - 1, 2 * number]);
  await keepAccount(page, await elsewhere.newPage(), email);
  await setSecondFactor(page, email, `${PASSWORD} too`);
  await context.close();
  await elsewhere.close();
}
await browser.close();
console.log("versions walked-1@1 walked-1@2");
