// Answers requests about SD-JWTs with the library @sd-jwt/core: a JSON list on stdin, a JSON list on stdout.
// The first argument is the folder in which the library is installed.
import { createHash, createPrivateKey, createPublicKey, randomBytes, sign, verify } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const { SDJwtInstance } = createRequire(join(process.argv[2], "package.json"))("@sd-jwt/core");

function library(request) {
  const secret = createPrivateKey({ key: request.key, format: "jwk" });
  const open = createPublicKey(secret);
  return new SDJwtInstance({
    signAlg: "EdDSA",
    signer: (data) => sign(null, Buffer.from(data), secret).toString("base64url"),
    verifier: (data, signature) => verify(null, Buffer.from(data), open, Buffer.from(signature, "base64url")),
    hashAlg: "sha-256",
    hasher: (data) => createHash("sha256").update(data).digest(),
    saltGenerator: () => randomBytes(16).toString("base64url"),
  });
}

// Marks what can be hidden: members and texts that begin with `hidden`.
function frame(value) {
  if (value === null || typeof value !== "object") return undefined;
  const hidden = Array.isArray(value)
    ? [...value.keys()].filter((at) => String(value[at]).startsWith("hidden"))
    : Object.keys(value).filter((name) => name.startsWith("hidden"));
  const below = Object.entries(value).map(([name, member]) => [name, frame(member)]);
  return { ...Object.fromEntries(below.filter(([, it]) => it !== undefined)), _sd: hidden, _sd_decoy: 1 };
}

async function answer(request) {
  const instance = library(request);
  if (request.do === "issue") {
    return { issued: await instance.issue(request.claims, frame(request.claims), { header: { typ: request.typ } }) };
  }
  try {
    return { claims: (await instance.verify(request.text, { currentDate: request.now })).payload };
  } catch (error) {
    return { refused: String(error) };
  }
}

const requests = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(await Promise.all(requests.map(answer))));
