use super::{BundleError, bundle, read_bundle};
use crate::compiled_code::compiled_digest;
use crate::shipped;

#[test]
fn a_bundle_gives_the_same_code_again() {
    let law = shipped::law().unwrap();
    for shipped in shipped::codes(&law.corpus).unwrap() {
        let text = bundle(shipped.files.iter().copied());
        let again = read_bundle(&text, &law.corpus).unwrap().code;
        assert_eq!(again, shipped.source.code);
        assert_eq!(compiled_digest(&again), shipped.digest);
        assert_eq!(text, bundle(shipped.files.iter().rev().map(|(name, text)| (*name, *text))), "in any order");
    }
}

#[test]
fn a_bundle_is_canonical() {
    let text = bundle([("folder/code.toml", "a \"b\"\n\u{1}é\u{7f}"), ("\u{e000}.md", ""), ("\u{1f30d}.md", "/")]);
    assert_eq!(text, "{\"code.toml\":\"a \\\"b\\\"\\n\\u0001é\u{7f}\",\"\u{1f30d}.md\":\"/\",\"\u{e000}.md\":\"\"}");
}

#[test]
fn what_is_no_bundle_is_refused() {
    let law = shipped::law().unwrap();
    assert!(matches!(read_bundle("[]", &law.corpus), Err(BundleError::Json(_))));
    assert!(matches!(read_bundle("{}", &law.corpus), Err(BundleError::NoManifest)));
    let broken = read_bundle("{\"code.toml\":\"id = 1\"}", &law.corpus).unwrap_err();
    assert!(matches!(broken, BundleError::Code(_)), "{broken}");
}
