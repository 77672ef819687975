// A provider of OpenID Connect on loopback: node provider.mjs ISSUER PORT ACCOUNTS.json CALLBACK KEY.json
//
// It is oidc-provider (panva) as it comes, with its own pages to sign in. Who can sign in, and what the provider says of
// each, stands in ACCOUNTS.json, which is read anew each time. The key it signs with is in KEY.json and made if it is not
// there. The secret of its one client is in the environment's CLIENT_SECRET. It listens at PORT, and is known as ISSUER.

import { generateKeyPairSync } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { Provider } from "oidc-provider";

const [issuer, port, accounts, callback, key] = process.argv.slice(2);

if (!existsSync(key)) {
  const made = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ format: "jwk" });
  const kid = process.env.KEY_ID ?? basename(key, ".json");
  writeFileSync(key, JSON.stringify({ keys: [{ ...made, kid, use: "sig", alg: "RS256" }] }), { mode: 0o600 });
}

// Its clock may be wrong.
const { now } = Date;
Date.now = () => now() + 1000 * Number(process.env.CLOCK_IS_AHEAD ?? 0);

const known = (id) => JSON.parse(readFileSync(accounts, "utf8"))[id];

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: "adhere",
      client_secret: process.env.CLIENT_SECRET,
      redirect_uris: [callback],
      response_types: ["code"],
      grant_types: ["authorization_code"],
    },
  ],
  jwks: JSON.parse(readFileSync(key, "utf8")),
  claims: { openid: ["sub"], email: ["email", "email_verified"] },
  // As OpenID Connect Core 1.0, section 5.4, has it: what a scope asks for is told as user info. Others put it into the
  // ID token.
  conformIdTokenClaims: process.env.EMAIL_IN !== "token",
  pkce: { required: () => true },
  cookies: { keys: ["only on loopback"] },
  ttl: { Session: 600, Interaction: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
  async findAccount(_, id) {
    const claims = known(id);
    return claims && { accountId: id, claims: async () => ({ sub: id, ...claims }) };
  },
});

const server = provider.listen(Number(port), "127.0.0.1", () => console.log(`listening at ${issuer}`));
process.on("SIGTERM", () => {
  server.closeAllConnections();
  server.close(() => process.exit(0));
});
