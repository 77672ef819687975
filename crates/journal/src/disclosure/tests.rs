//! Statements with disclosures: what is shown, what stays hidden, and what is refused.

use std::collections::BTreeSet;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::error::DisclosureError;
use super::issue::{Hiding, issue};
use super::item::{Disclosure, Salt, digest};
use super::open::{self, Opened};
use super::pointer::Pointer;
use super::{SdJwt, pointer};
use crate::jwt::{Claims, JwtError, sign};
use crate::key::{AuthorSecret, KeyName};

const TYPE: &str = "example+sd-jwt";

fn key() -> AuthorSecret {
    AuthorSecret::from_seed(KeyName::new("example").unwrap(), [7; 32])
}

fn claims(value: Value) -> Claims {
    let Value::Object(claims) = value else { panic!("claims are an object") };
    claims
}

/// Salts that differ: enough for tests, where nobody guesses.
fn salts() -> impl Iterator<Item = Salt> {
    (0_u128..).map(|number| digest(&number.to_string()).as_bytes()[..16].try_into().unwrap())
}

fn places(texts: &[&str]) -> BTreeSet<Pointer> {
    texts.iter().map(|text| text.parse().unwrap()).collect()
}

fn issued(value: Value, hidden: &[&str], decoys: usize) -> Result<SdJwt, DisclosureError> {
    issue(TYPE, claims(value), &Hiding { places: places(hidden), decoys }, &key(), salts())
}

fn verify(text: &str) -> Result<Opened, DisclosureError> {
    SdJwt::parse(text)?.verify(TYPE, &key().public())
}

/// A statement as another author could have signed it, with any digests.
fn signed(payload: Value, disclosures: &[&str]) -> String {
    let mut text = sign(TYPE, &claims(payload), &key());
    text.push('~');
    for disclosure in disclosures {
        text.extend([disclosure, "~"]);
    }
    text
}

fn encoded(disclosure: &Value) -> String {
    URL_SAFE_NO_PAD.encode(disclosure.to_string())
}

/// Everything that can be read in a text: each of its base64url parts, decoded.
fn readable(text: &str) -> String {
    text.split(['~', '.']).map(|part| URL_SAFE_NO_PAD.decode(part).unwrap_or_default()).fold(
        String::new(),
        |mut all, bytes| {
            all.push_str(&String::from_utf8_lossy(&bytes));
            all
        },
    )
}

fn statement() -> Value {
    json!({
        "iss": "urn:example:provider",
        "body": {
            "model": "M1",
            "contact": { "name": "Ada", "phone": "+32 2 555" },
            "measures": [{ "id": "1.1", "state": "done" }, { "id": "1.2", "state": "late" }, "note"],
        },
    })
}

const HIDDEN: [&str; 5] =
    ["/body/contact", "/body/contact/phone", "/body/measures/0", "/body/measures/1", "/body/measures/1/state"];

#[test]
fn with_all_disclosures_the_statement_is_whole_again() {
    for decoys in [0, 3] {
        let all = issued(statement(), &HIDDEN, decoys).unwrap();
        let opened = verify(&all.to_string()).unwrap();
        assert_eq!(Value::Object(opened.claims), statement());
        assert_eq!(opened.disclosed.into_keys().collect::<BTreeSet<_>>(), places(&HIDDEN));
        assert_eq!(all.places().unwrap(), places(&HIDDEN));
        // A decoy cannot be told from something withheld; four places hide something.
        assert_eq!(opened.withheld.values().sum::<usize>(), decoys * 4);
    }
}

#[test]
fn without_disclosures_the_statement_says_where_something_may_be_withheld() {
    let none = issued(statement(), &HIDDEN, 0).unwrap().present(&BTreeSet::new()).unwrap();
    assert_eq!(none.to_string(), format!("{}~", none.jwt()));
    let opened = verify(&none.to_string()).unwrap();
    let visible = json!({ "iss": "urn:example:provider", "body": { "model": "M1", "measures": ["note"] } });
    assert_eq!(Value::Object(opened.claims), visible);
    let withheld: Vec<(String, usize)> =
        opened.withheld.into_iter().map(|(at, count)| (at.to_string(), count)).collect();
    assert_eq!(withheld, [("/body".to_owned(), 1), ("/body/measures".to_owned(), 2)]);
}

#[test]
fn showing_a_place_shows_the_way_to_it_and_nothing_else() {
    let all = issued(statement(), &HIDDEN, 2).unwrap();
    let some = all.present(&places(&["/body/measures/1/state"])).unwrap();
    let opened = verify(&some.to_string()).unwrap();
    let visible = json!({
        "iss": "urn:example:provider",
        "body": { "model": "M1", "measures": [{ "id": "1.2", "state": "late" }, "note"] },
    });
    assert_eq!(Value::Object(opened.claims), visible);
    let one = all.present(&places(&["/body/contact"])).unwrap();
    let opened = verify(&one.to_string()).unwrap();
    assert_eq!(opened.claims["body"]["contact"], json!({ "name": "Ada" }));
    assert!(!readable(&one.to_string()).contains("555"));
}

#[test]
fn what_cannot_be_hidden_or_shown_is_refused() {
    let hide = |at| issued(statement(), &[at], 0).unwrap_err();
    for at in ["", "/iss", "/aud", "/exp/x"] {
        assert_eq!(hide(at), DisclosureError::MustStayVisible { at: at.parse().unwrap() });
    }
    for at in ["/nobody", "/body/measures/3", "/body/measures/x", "/body/model/x"] {
        assert_eq!(hide(at), DisclosureError::NothingThere { at: at.parse().unwrap() });
    }
    let all = issued(statement(), &HIDDEN, 0).unwrap();
    let refusal = all.present(&places(&["/body/model"])).unwrap_err();
    assert_eq!(refusal, DisclosureError::NothingThere { at: "/body/model".parse().unwrap() });
}

#[test]
fn salts_are_used_once_and_must_not_run_out() {
    let hiding = Hiding { places: places(&["/a", "/b"]), decoys: 0 };
    let issue = |salts: &mut dyn Iterator<Item = Salt>| {
        issue(TYPE, claims(json!({ "a": 1, "b": 1 })), &hiding, &key(), salts).unwrap_err()
    };
    assert_eq!(issue(&mut std::iter::once([1; 16])), DisclosureError::NoSalt);
    assert_eq!(issue(&mut std::iter::repeat([1; 16])), DisclosureError::RepeatedSalt);
}

#[test]
fn names_that_the_format_keeps_are_refused_on_both_sides() {
    for name in ["_sd", "...", "_sd_alg"] {
        let refusal = issued(json!({ "body": { name: 1 } }), &[], 0).unwrap_err();
        assert!(matches!(refusal, DisclosureError::ReservedName { .. }), "{name}: {refusal:?}");
        let disclosure = encoded(&json!(["salt", name, 1]));
        let payload = json!({ "_sd": [digest(&disclosure)] });
        let refusal = verify(&signed(payload, &[&disclosure])).unwrap_err();
        assert!(matches!(refusal, DisclosureError::ReservedName { .. }), "{name}: {refusal:?}");
    }
    let refusal = verify(&signed(json!({ "body": { "_sd_alg": "sha-256" } }), &[])).unwrap_err();
    assert!(matches!(refusal, DisclosureError::ReservedName { .. }));
}

#[test]
fn the_digests_of_rfc_9901_section_4_2_are_ours() {
    let property = "WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0";
    let property = Disclosure::parse(property).unwrap();
    assert_eq!((property.name(), property.value()), (Some("family_name"), &json!("Möbius")));
    assert_eq!(property.digest(), "X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0");
    let element = Disclosure::parse("WyJsa2x4RjVqTVlsR1RQVW92TU5JdkNBIiwgIkZSIl0").unwrap();
    assert_eq!((element.name(), element.value()), (None, &json!("FR")));
    assert_eq!(element.digest(), "w0I8EKcdCtUPkGCNUrfwVp2xEgNjtoIDlOxc9-PlOhs");
}

#[test]
fn the_example_of_rfc_9901_section_5_is_opened_as_it_says() {
    // Its token is signed with ES256, so that only the digests are looked at here.
    let payload = json!({
        "_sd": [
            "CrQe7S5kqBAHt-nMYXgc6bdt2SH5aTY1sU_M-PgkjPI", "JzYjH4svliH0R3PyEMfeZu6Jt69u5qehZo7F7EPYlSE",
            "PorFbpKuVu6xymJagvkFsFXAbRoc2JGlAUA2BA4o7cI", "TGf4oLbgwd5JQaHyKVQZU9UdGE0w5rtDsrZzfUaomLo",
            "XQ_3kPKt1XyX7KANkqVR6yZ2Va5NrPIvPYbyMvRKBMM", "XzFrzwscM6Gn6CJDc6vVK8BkMnfG8vOSKfpPIZdAfdE",
            "gbOsI4Edq2x2Kw-w5wPEzakob9hV1cRD0ATN3oQL9JM", "jsu9yVulwQQlhFlM_3JlzMaSFzglhQG0DpfayQwLUK4",
        ],
        "iss": "https://issuer.example.com", "iat": 1_683_000_000, "exp": 1_883_000_000, "sub": "user_42",
        "nationalities": [
            { "...": "pFndjkZ_VCzmyTa6UjlZo3dh-ko8aIKQc9DlGzhaVYo" },
            { "...": "7Cf6JkPudry3lcbwHgeZ8khAv1U1OSlerP0VkBJrWZ0" },
        ],
        "_sd_alg": "sha-256",
    });
    let presented = [
        "WyJlbHVWNU9nM2dTTklJOEVZbnN4QV9BIiwgImZhbWlseV9uYW1lIiwgIkRvZSJd",
        "WyJBSngtMDk1VlBycFR0TjRRTU9xUk9BIiwgImFkZHJlc3MiLCB7InN0cmVldF9hZGRyZXNzIjogIjEyMyBNYWluIFN0IiwgImxvY2FsaXR5\
         IjogIkFueXRvd24iLCAicmVnaW9uIjogIkFueXN0YXRlIiwgImNvdW50cnkiOiAiVVMifV0",
        "WyIyR0xDNDJzS1F2ZUNmR2ZyeU5STjl3IiwgImdpdmVuX25hbWUiLCAiSm9obiJd",
        "WyJsa2x4RjVqTVlsR1RQVW92TU5JdkNBIiwgIlVTIl0",
    ];
    let disclosures: Vec<Disclosure> = presented.iter().map(|text| Disclosure::parse(text).unwrap()).collect();
    let opened = open::open(claims(payload), &disclosures).unwrap();
    let processed = json!({
        "iss": "https://issuer.example.com", "iat": 1_683_000_000, "exp": 1_883_000_000, "sub": "user_42",
        "nationalities": ["US"], "family_name": "Doe", "given_name": "John",
        "address": { "street_address": "123 Main St", "locality": "Anytown", "region": "Anystate", "country": "US" },
    });
    assert_eq!(Value::Object(opened.claims), processed);
    assert_eq!(opened.withheld.values().copied().collect::<Vec<_>>(), [5, 1]);
}

#[test]
fn odd_digests_and_disclosures_are_refused() {
    let property = encoded(&json!(["salt", "a", 1]));
    let other = encoded(&json!(["salt", "b", 2]));
    let element = encoded(&json!(["salt", 1]));
    let (of_property, of_element) = (digest(&property), digest(&element));
    let refusal = |payload: Value, disclosures: &[&str]| verify(&signed(payload, disclosures)).unwrap_err();

    let cases = [
        ("RepeatedDigest", refusal(json!({ "_sd": ["x", "x"] }), &[])),
        ("RepeatedDigest", refusal(json!({ "_sd": [of_property], "b": { "_sd": [of_property] } }), &[&property])),
        ("RepeatedDigest", refusal(json!({ "_sd": ["x"], "b": [{ "...": "x" }] }), &[])),
        ("RepeatedDisclosure", refusal(json!({ "_sd": [of_property] }), &[&property, &property])),
        ("UnreferencedDisclosure", refusal(json!({ "_sd": [of_property] }), &[&property, &other])),
        ("UnreferencedDisclosure", refusal(json!({}), &[&property])),
        ("WrongPlace", refusal(json!({ "_sd": [of_element] }), &[&element])),
        ("WrongPlace", refusal(json!({ "b": [{ "...": of_property }] }), &[&property])),
        ("RepeatedName", refusal(json!({ "_sd": [of_property], "a": 1 }), &[&property])),
        ("MalformedDigests", refusal(json!({ "_sd": "x" }), &[])),
        ("MalformedDigests", refusal(json!({ "_sd": [1] }), &[])),
        ("MalformedDigests", refusal(json!({ "b": [{ "...": "x", "c": 1 }] }), &[])),
        ("MalformedDigests", refusal(json!({ "b": [{ "...": 1 }] }), &[])),
        ("ReservedName", refusal(json!({ "...": "x" }), &[])),
        ("HashAlgorithm", refusal(json!({ "_sd_alg": "sha-512" }), &[])),
        ("HashAlgorithm", refusal(json!({ "_sd_alg": 256 }), &[])),
        ("KeyBinding", verify(&format!("{}a.b.c", signed(json!({}), &[]))).unwrap_err()),
        ("NoTilde", verify(signed(json!({}), &[]).trim_end_matches('~')).unwrap_err()),
    ];
    for (number, (expected, found)) in cases.into_iter().enumerate() {
        assert!(format!("{found:?}").starts_with(expected), "case {number}: {expected}, not {found:?}");
    }
}

#[test]
fn malformed_disclosures_are_refused() {
    let wrong = [
        json!([]),
        json!(["salt"]),
        json!(["salt", "a", 1, 2]),
        json!([1, 2]),
        json!([1, "a", 2]),
        json!(["salt", 1, 2]),
        json!({ "salt": 1 }),
        json!("salt"),
    ];
    for wrong in wrong {
        let refusal = verify(&signed(json!({}), &[&encoded(&wrong)])).unwrap_err();
        assert!(matches!(refusal, DisclosureError::NotADisclosure { .. }), "{wrong}: {refusal:?}");
    }
    let twice = URL_SAFE_NO_PAD.encode(r#"["salt","a",{"b":1,"b":2}]"#);
    for wrong in [twice.as_str(), "", "=", "A", "WyJzYWx0IiwxXQ=="] {
        let refusal = verify(&signed(json!({}), &[wrong])).unwrap_err();
        assert!(matches!(refusal, DisclosureError::NotADisclosure { .. }), "{wrong}: {refusal:?}");
    }
}

#[test]
fn disclosures_that_nest_without_end_are_refused() {
    let mut inner = encoded(&json!(["salt", "a", 1]));
    let mut disclosures = vec![inner.clone()];
    for _ in 0..2 * open::DEEPEST {
        inner = encoded(&json!(["salt", "a", { "_sd": [digest(&inner)] }]));
        disclosures.push(inner.clone());
    }
    let disclosures: Vec<&str> = disclosures.iter().map(String::as_str).collect();
    let refusal = verify(&signed(json!({ "_sd": [digest(&inner)] }), &disclosures)).unwrap_err();
    assert_eq!(refusal, DisclosureError::TooDeep { limit: open::DEEPEST });
}

#[test]
fn every_flipped_bit_of_a_statement_makes_it_refused() {
    let text =
        issued(statement(), &HIDDEN, 1).unwrap().present(&places(&["/body/measures/1/state"])).unwrap().to_string();
    verify(&text).unwrap();
    for at in 0..text.len() {
        for bit in 0..8 {
            let mut bytes = text.clone().into_bytes();
            bytes[at] ^= 1 << bit;
            if let Ok(text) = String::from_utf8(bytes) {
                assert!(verify(&text).is_err(), "bit {bit} of byte {at}");
            }
        }
    }
}

#[test]
fn another_type_or_key_is_refused() {
    let all = issued(statement(), &HIDDEN, 0).unwrap();
    let refusal = all.verify("other+sd-jwt", &key().public()).unwrap_err();
    assert!(matches!(refusal, DisclosureError::Jwt(JwtError::Type { .. })));
    let other = AuthorSecret::from_seed(KeyName::new("example").unwrap(), [8; 32]).public();
    assert_eq!(all.verify(TYPE, &other), Err(DisclosureError::Jwt(JwtError::Signature)));
}

#[test]
fn pointers_are_read_and_written_as_rfc_6901_says() {
    for text in ["", "/a", "/a~1b/~0c/0", "/", "//", "/ü"] {
        assert_eq!(text.parse::<Pointer>().unwrap().to_string(), text);
    }
    assert_eq!("/a~1b/m~0n".parse::<Pointer>().unwrap().steps(), ["a/b", "m~n"]);
    for text in ["a", "/a~", "/~2", "#/a"] {
        let wrong: Result<Pointer, pointer::PointerError> = text.parse();
        assert!(wrong.is_err(), "{text}");
    }
}

/// JSON with texts that are found again wherever they leak: each is unique by its place.
fn tree() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        Just(Value::Null),
        Just(json!("text"))
    ];
    leaf.prop_recursive(5, 40, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::Array),
            prop::collection::btree_map("[a-z~/é]{1,4}", inner, 0..5).prop_map(|members| json!(members)),
        ]
    })
}

/// Gives each text its place as its content, and lists all places.
fn mark(value: &mut Value, at: &Pointer, places: &mut Vec<Pointer>) {
    match value {
        Value::String(text) => *text = format!("<{at}>"),
        Value::Array(elements) => {
            for (number, element) in elements.iter_mut().enumerate() {
                mark(element, &at.child(number.to_string()), places);
            }
        }
        Value::Object(members) => {
            for (name, member) in members.iter_mut() {
                mark(member, &at.child(name.as_str()), places);
            }
        }
        _ => {}
    }
    places.push(at.clone());
}

/// What is left when hidden places that are not shown are taken out.
fn model(value: &Value, at: &Pointer, gone: &impl Fn(&Pointer) -> bool) -> Value {
    match value {
        Value::Array(elements) => {
            let places = elements.iter().enumerate().map(|(number, element)| (at.child(number.to_string()), element));
            places.filter(|(at, _)| !gone(at)).map(|(at, element)| model(element, &at, gone)).collect()
        }
        Value::Object(members) => {
            let places = members.iter().map(|(name, member)| (name, at.child(name.as_str()), member));
            let left = places.filter(|(_, at, _)| !gone(at));
            Value::Object(left.map(|(name, at, member)| (name.clone(), model(member, &at, gone))).collect())
        }
        simple => simple.clone(),
    }
}

proptest! {
    #[test]
    fn any_statement_shows_what_its_holder_chose_and_nothing_else(
        mut body in tree(),
        hidden in prop::collection::vec(any::<bool>(), 64),
        shown in prop::collection::vec(any::<bool>(), 64),
        decoys in 0_usize..3,
    ) {
        let root = Pointer::default().child("body");
        let mut all = Vec::new();
        mark(&mut body, &root, &mut all);
        let chosen = |choice: &[bool]| -> BTreeSet<Pointer> {
            all.iter().zip(choice.iter().cycle()).filter(|(_, yes)| **yes).map(|(at, _)| at.clone()).collect()
        };
        let hidden = chosen(&hidden);
        let shown: BTreeSet<Pointer> = chosen(&shown).intersection(&hidden).cloned().collect();
        let statement = json!({ "iss": "urn:example:provider", "body": body });

        let hiding = Hiding { places: hidden.clone(), decoys };
        let whole = issue(TYPE, claims(statement.clone()), &hiding, &key(), salts()).unwrap();
        prop_assert_eq!(Value::Object(verify(&whole.to_string()).unwrap().claims), statement.clone());
        prop_assert_eq!(whole.places().unwrap(), hidden.clone());

        let text = whole.present(&shown).unwrap().to_string();
        let gone = |at: &Pointer| hidden.contains(at) && !shown.iter().any(|shown| at.leads_to(shown));
        let left = model(&statement, &Pointer::default(), &gone);
        prop_assert_eq!(Value::Object(verify(&text).unwrap().claims), left.clone());
        let (readable, left) = (readable(&text), left.to_string());
        for at in &all {
            let marked = json!(format!("<{at}>")).to_string();
            prop_assert_eq!(readable.contains(&marked), left.contains(&marked), "{}", at);
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text in "[A-Za-z0-9_~.-]{0,80}") {
        prop_assert!(verify(&text).is_err());
    }
}
