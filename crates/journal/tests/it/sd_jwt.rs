//! Statements with disclosures, held against two libraries that we did not write: `sd-jwt` for Python and
//! `@sd-jwt/core` for Node.js.

use std::collections::BTreeSet;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use adhere_journal::disclosure::SdJwt;
use adhere_journal::disclosure::issue::{Hiding, issue};
use adhere_journal::disclosure::item::Salt;
use adhere_journal::disclosure::pointer::Pointer;
use adhere_journal::key::{AuthorSecret, KeyName};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Map, Value, json};

use crate::golden::{flipped, golden};

const TYPE: &str = "example+sd-jwt";
const SEED: [u8; 32] = [7; 32];

fn key() -> AuthorSecret {
    AuthorSecret::from_seed(KeyName::new("example").unwrap(), SEED)
}

/// What both sides sign. Members and elements whose name or text begins with `hidden` can be hidden.
fn statement() -> Map<String, Value> {
    let Value::Object(claims) = json!({
        "iss": "urn:example:provider",
        "iat": 1_780_000_000,
        "body": {
            "visible": "für jeden",
            "hidden contact": { "name": "Ada", "hidden phone": "+32 2 555", "hidden/~": null },
            "list": ["hidden one", { "hidden two": [1, -2, true] }, "three", "hidden \"four\""],
        },
    }) else {
        panic!("a statement is an object")
    };
    claims
}

fn places(texts: &[&str]) -> BTreeSet<Pointer> {
    texts.iter().map(|text| text.parse().unwrap()).collect()
}

fn hidden() -> BTreeSet<Pointer> {
    let contact = "/body/hidden contact";
    let mut all = places(&[contact, "/body/list/0", "/body/list/1/hidden two", "/body/list/3"]);
    all.extend(places(&[contact]).into_iter().flat_map(|at| [at.child("hidden phone"), at.child("hidden/~")]));
    all
}

fn salts() -> impl Iterator<Item = Salt> {
    (0_u128..).map(|number| (number.wrapping_mul(0x9E37_79B9_7F4A_7C15_F39C_C060_5CED_C835)).to_be_bytes())
}

fn ours() -> SdJwt {
    issue(TYPE, statement(), &Hiding { places: hidden(), decoys: 2 }, &key(), salts()).unwrap()
}

fn claims_of(statement: &SdJwt) -> Value {
    Value::Object(statement.verify(TYPE, &key().public()).unwrap().claims)
}

/// What is shown of our statement: everything, something, nothing.
fn presentations() -> Vec<SdJwt> {
    let shown = [hidden(), places(&["/body/hidden contact/hidden phone", "/body/list/3"]), BTreeSet::new()];
    shown.iter().map(|shown| ours().present(shown).unwrap()).collect()
}

/// Puts requests to one of the libraries: each is answered with `claims`, `issued` or `refused`.
pub(crate) fn ask(tool: &str, requests: &[Value]) -> Vec<Value> {
    let tools = tools();
    let scripts = adhere_testing::repository().join("crates/journal/tests/foreign/sd-jwt");
    let mut command = match tool {
        "python" => Command::new(tools.join("bin/python")),
        _ => Command::new("node"),
    };
    command.arg(scripts.join(if tool == "python" { "answer.py" } else { "answer.mjs" })).arg(tools.join("sd-jwt"));
    let spawned = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let mut child = spawned.unwrap_or_else(|error| panic!("{tool}: {error}: scripts/test installs what tests need"));
    child.stdin.take().unwrap().write_all(json!(requests).to_string().as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{tool} failed: scripts/test installs what tests need into {}", tools.display());
    let answers: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(answers.len(), requests.len());
    answers
}

/// The folder into which scripts/test installs tools: beside the build, in `target/tools`.
fn tools() -> PathBuf {
    let own = std::env::current_exe().unwrap();
    own.ancestors().nth(3).unwrap().join("tools")
}

fn jwk() -> Value {
    let x = URL_SAFE_NO_PAD.encode(key().public().bytes());
    json!({ "kty": "OKP", "crv": "Ed25519", "x": x, "d": URL_SAFE_NO_PAD.encode(SEED) })
}

fn verifying(text: &str) -> Value {
    json!({ "do": "verify", "text": text, "key": jwk(), "now": 1_780_000_000 })
}

#[test]
fn the_golden_statement_is_written_today_as_it_was() {
    golden("statement.sd-jwt", &ours().to_string());
    let some = golden("statement-shown-in-part.sd-jwt", &presentations()[1].to_string());
    let opened = SdJwt::parse(&some).unwrap().verify(TYPE, &key().public()).unwrap();
    assert_eq!(opened.claims["body"]["hidden contact"], json!({ "name": "Ada", "hidden phone": "+32 2 555" }));
    assert_eq!(opened.claims["body"]["list"], json!([{}, "three", "hidden \"four\""]));
}

#[test]
fn the_golden_statement_is_refused_with_any_bit_flipped() {
    let text = golden("statement-shown-in-part.sd-jwt", &presentations()[1].to_string());
    for (at, bit, bytes) in flipped(&text) {
        let Ok(altered) = String::from_utf8(bytes) else { continue };
        let verified = SdJwt::parse(&altered).and_then(|statement| statement.verify(TYPE, &key().public()));
        assert!(verified.is_err(), "bit {bit} of byte {at}");
    }
}

#[test]
fn foreign_libraries_read_our_statements_as_we_do() {
    let requests: Vec<Value> = presentations().iter().map(|shown| verifying(&shown.to_string())).collect();
    for tool in ["python", "node"] {
        for (answer, shown) in ask(tool, &requests).iter().zip(presentations()) {
            assert_eq!(answer["claims"], claims_of(&shown), "{tool}: {answer}");
        }
    }
}

#[test]
fn foreign_libraries_do_not_believe_altered_statements() {
    let [_, some, none] = presentations().try_into().unwrap();
    let text = some.to_string();
    let token = some.jwt().len();
    let altered: Vec<String> = (0..token)
        .step_by(37)
        .map(|at| {
            let mut bytes = text.clone().into_bytes();
            bytes[at] = if bytes[at] == b'A' { b'B' } else { b'A' };
            String::from_utf8(bytes).unwrap()
        })
        .collect();
    let requests: Vec<Value> = altered.iter().map(|text| verifying(text)).collect();
    for tool in ["python", "node"] {
        for answer in ask(tool, &requests) {
            assert!(answer["refused"].is_string(), "{tool}: {answer}");
        }
        // An altered disclosure adds nothing, whether a library refuses it or passes over it.
        let disclosure = some.disclosures()[0].text();
        let other = URL_SAFE_NO_PAD.encode(r#"["AAAAAAAAAAAAAAAAAAAAAA","hidden contact","forged"]"#);
        let forged = verifying(&format!("{none}{other}~"));
        let replaced = verifying(&text.replace(disclosure, &other));
        for answer in ask(tool, &[forged, replaced]) {
            assert!(!answer.to_string().contains("forged"), "{tool}: {answer}");
        }
    }
}

#[test]
fn we_read_the_statements_of_foreign_libraries() {
    let request = json!({ "do": "issue", "claims": statement(), "key": jwk(), "typ": TYPE });
    for tool in ["python", "node"] {
        let [answer] = ask(tool, std::slice::from_ref(&request)).try_into().unwrap();
        let text = answer["issued"].as_str().unwrap_or_else(|| panic!("{tool}: {answer}"));
        let theirs = SdJwt::parse(text).unwrap();
        assert_eq!(claims_of(&theirs), Value::Object(statement()), "{tool}");
        assert_eq!(theirs.places().unwrap(), hidden(), "{tool}");
        let shown = theirs.present(&places(&["/body/list/1/hidden two"])).unwrap();
        assert_eq!(claims_of(&shown)["body"]["list"], json!([{ "hidden two": [1, -2, true] }, "three"]), "{tool}");
        // And what we show of their statement is read by the other library.
        let other = if tool == "python" { "node" } else { "python" };
        assert_eq!(ask(other, &[verifying(&shown.to_string())])[0]["claims"], claims_of(&shown), "{tool}");
        for (at, bit, bytes) in flipped(text).step_by(7) {
            let Ok(altered) = String::from_utf8(bytes) else { continue };
            let verified = SdJwt::parse(&altered).and_then(|it| it.verify(TYPE, &key().public()));
            assert!(verified.is_err(), "{tool}: bit {bit} of byte {at}");
        }
    }
}
