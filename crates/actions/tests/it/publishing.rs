//! Publishing codes, and reading them back.

use adhere_actions::{ActionError, codes};
use adhere_domain::codes::publication::{Follows, Succession};
use adhere_formats::code_source::{CodeFiles, code};
use adhere_formats::compiled_code::compiled_digest;

use crate::fixtures::{on_each_engine, part, shipped_files};

#[test]
fn a_published_code_is_compiled_again_to_the_same_code() {
    on_each_engine(|world| {
        world.publish("2026-11-22", &shipped_files("conduct-template"), None).unwrap();
        for name in ["gpai", "conduct-template"] {
            let files = shipped_files(name);
            let (manifest, named) = files.split_first().unwrap();
            let named = named.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
            let expected = code(&CodeFiles { manifest: (&manifest.0, &manifest.1), named }, &world.law.corpus);
            let expected = expected.unwrap().code;
            let read = world.store.read(|tx| {
                let published = codes::publications(tx, &part(name))?;
                let only = published.versions(&part(name)).first().cloned().unwrap();
                Ok::<_, ActionError>((only.digest, codes::compiled(tx, &only, &world.law.corpus)?))
            });
            let (digest, read) = read.unwrap();
            assert_eq!(read, expected, "{name}");
            assert_eq!(compiled_digest(&read), digest, "{name}");
        }
    });
}

#[test]
fn a_version_that_is_published_stays_as_it_is() {
    on_each_engine(|world| {
        let before = world.store.head().unwrap();
        world.publish("2026-02-01", &shipped_files("gpai"), None).unwrap();
        assert_eq!(world.store.head().unwrap(), before, "published again, just so");
        let mut files = shipped_files("gpai");
        files[0].1.push_str("\n# A remark.\n");
        let refused = world.publish("2026-02-01", &files, None).unwrap_err();
        assert!(matches!(&refused, ActionError::Refused(refusal) if refusal.rule().id == "publication-one-text"));
        let follows = Follows { version: part("0"), succession: Succession::Unsaid };
        world.publish("2026-02-01", &shipped_files("gpai"), Some(&follows)).unwrap_err();
        assert_eq!(world.store.head().unwrap(), before);
    });
}
