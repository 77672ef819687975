//! Tokens: what is signed is read back, and everything else is refused with its reason.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};

use super::thumbprint::thumbprint;
use super::times::Times;
use super::{Claims, JwtError, Part, UnverifiedJwt, sign};
use crate::key::{AuthorKey, AuthorSecret, KeyName};

const TYPE: &str = "example+jwt";

fn secret(seed: u8) -> AuthorSecret {
    AuthorSecret::from_seed(KeyName::new("example").unwrap(), [seed; 32])
}

fn key() -> AuthorSecret {
    secret(7)
}

/// The public key of RFC 8037, appendix A.2.
fn key_of_rfc_8037() -> AuthorKey {
    let x = URL_SAFE_NO_PAD.decode("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo").unwrap();
    AuthorKey::new(KeyName::new("example").unwrap(), &x.try_into().unwrap()).unwrap()
}

fn claims(value: Value) -> Claims {
    let Value::Object(claims) = value else { panic!("claims are an object") };
    claims
}

fn verify(text: &str) -> Result<Claims, JwtError> {
    UnverifiedJwt::parse(text)?.verify(TYPE, &key().public())
}

/// A token with any header, rightly signed.
fn signed(header: &str, payload: &str) -> String {
    let signed = format!("{}.{}", URL_SAFE_NO_PAD.encode(header), URL_SAFE_NO_PAD.encode(payload));
    let signature = key().sign(signed.as_bytes());
    format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature))
}

#[test]
fn signed_claims_are_read_back_with_the_key_they_name() {
    let claims = claims(json!({ "iss": "urn:example:provider", "iat": 1_790_000_000 }));
    let text = sign(TYPE, &claims, &key());
    assert_eq!(UnverifiedJwt::parse(&text).unwrap().kid(), Some(thumbprint(&key().public()).as_str()));
    assert_eq!(verify(&text), Ok(claims));
}

#[test]
fn the_token_of_rfc_8037_appendix_a_4_is_believed() {
    let header = "eyJhbGciOiJFZERTQSJ9";
    let payload = "RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc";
    let signature = "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg";
    // Its payload is plain text, which no token here has; the signature is checked for itself.
    assert!(matches!(
        UnverifiedJwt::parse(&format!("{header}.{payload}.{signature}")),
        Err(JwtError::Json { part: Part::Payload, .. })
    ));
    let signature = URL_SAFE_NO_PAD.decode(signature).unwrap().try_into().unwrap();
    assert!(key_of_rfc_8037().verify(format!("{header}.{payload}").as_bytes(), &signature));
}

#[test]
fn the_thumbprint_of_rfc_8037_appendix_a_3_is_ours() {
    assert_eq!(thumbprint(&key_of_rfc_8037()), "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
}

#[test]
fn every_flipped_bit_of_a_token_makes_it_refused() {
    let text = sign(TYPE, &claims(json!({ "iss": "urn:example:provider" })), &key());
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
fn algorithms_other_than_ed25519_are_refused() {
    for header in [r#"{"typ":"example+jwt"}"#, r#"{"alg":"none"}"#, r#"{"alg":"HS256"}"#, r#"{"alg":"ES256"}"#] {
        let refusal = verify(&signed(header, "{}"));
        assert!(matches!(refusal, Err(JwtError::Algorithm { .. })), "{header}: {refusal:?}");
    }
    verify(&signed(r#"{"alg":"Ed25519","typ":"example+jwt"}"#, "{}")).unwrap();
}

#[test]
fn headers_that_are_critical_or_of_another_type_are_refused() {
    let critical = r#"{"alg":"EdDSA","typ":"example+jwt","crit":["b64"],"b64":false}"#;
    assert_eq!(verify(&signed(critical, "{}")), Err(JwtError::Critical));
    for header in [r#"{"alg":"EdDSA"}"#, r#"{"alg":"EdDSA","typ":"other+jwt"}"#] {
        assert!(matches!(verify(&signed(header, "{}")), Err(JwtError::Type { .. })), "{header}");
    }
}

#[test]
fn a_key_in_the_header_is_not_used() {
    let thief = secret(8);
    let x = URL_SAFE_NO_PAD.encode(thief.public().bytes());
    let header = json!({ "alg": "EdDSA", "typ": TYPE, "jwk": { "kty": "OKP", "crv": "Ed25519", "x": x } });
    let signed = format!("{}.{}", URL_SAFE_NO_PAD.encode(header.to_string()), URL_SAFE_NO_PAD.encode("{}"));
    let signature = URL_SAFE_NO_PAD.encode(thief.sign(signed.as_bytes()));
    assert_eq!(verify(&format!("{signed}.{signature}")), Err(JwtError::Signature));
}

#[test]
fn malformed_tokens_are_refused() {
    let header = r#"{"alg":"EdDSA","typ":"example+jwt"}"#;
    assert_eq!(verify("a.b"), Err(JwtError::Parts { found: 2 }));
    assert_eq!(verify("a.b.c.d"), Err(JwtError::Parts { found: 4 }));
    assert_eq!(verify("=.b.c"), Err(JwtError::Base64 { part: Part::Header }));
    for payload in ["[]", "", "{", "{} {}", r#"{"iss":"a","iss":"b"}"#, r#"{"a":{"b":1,"b":2}}"#] {
        let refusal = verify(&signed(header, payload));
        assert!(matches!(refusal, Err(JwtError::Json { part: Part::Payload, .. })), "{payload}: {refusal:?}");
    }
    let short = signed(header, "{}");
    let short = short.rsplit_once('.').unwrap().0;
    assert_eq!(verify(&format!("{short}.AAAA")), Err(JwtError::Base64 { part: Part::Signature }));
}

#[test]
fn times_are_whole_seconds_and_the_issue_must_be_dated() {
    let read = |value| Times::of(&claims(value));
    let times = read(json!({ "iat": 10, "exp": 20 })).unwrap();
    assert_eq!((times.issued.as_second(), times.expires.unwrap().as_second(), times.not_before), (10, 20, None));
    for wrong in [json!({}), json!({ "iat": 1.5 }), json!({ "iat": "10" }), json!({ "iat": 1, "exp": null })] {
        assert!(matches!(read(wrong.clone()), Err(JwtError::Kind { .. })), "{wrong}");
    }
}
