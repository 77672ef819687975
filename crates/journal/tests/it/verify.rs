//! What an auditor learns from files alone.

use std::collections::BTreeSet;

use adhere_journal::disclosure::SdJwt;
use adhere_journal::entry::Entry;
use adhere_journal::package::digest::FileDigest;
use adhere_journal::package::letter::{Letter, LetterKind};
use adhere_journal::package::trust::{Power, Trust};
use adhere_journal::payload::Payload;
use adhere_journal::policy::Policy;
use adhere_journal::private::Opening;
use adhere_journal::verify::document::DocumentKind;
use adhere_journal::verify::fact::{Fact, Findings, Gap, Refusal};
use adhere_journal::verify::{Exhibit, Grounds, Verdict, verify};
use jiff::Timestamp;
use serde_json::json;

use crate::golden::flipped_bytes;
use crate::instance::{BEFORE, Instance, OFFICE, PROVIDER, at, known};
use crate::package::{DECLARATION, acknowledgement, declaration, office, provider};

const CODE: &[u8] = b"{\"id\":\"gpai\"}";

fn exhibit(name: &str, bytes: impl Into<Vec<u8>>) -> Exhibit {
    Exhibit { name: name.to_owned(), bytes: bytes.into() }
}

fn grounds(policy: Policy, now: Timestamp) -> Grounds {
    let mut trust = Trust::default();
    trust.insert(PROVIDER, known(1, &[DECLARATION, Power::IntroduceKeys]));
    trust.insert(PROVIDER, known(2, &[DECLARATION]));
    trust.insert(OFFICE, known(3, &[Power::Acknowledge]));
    Grounds { policy, trust, authorities: Vec::new(), as_of: now }
}

fn look(exhibits: &[Exhibit]) -> Vec<Verdict> {
    verify(exhibits, &grounds(provider().policy(), at(20)))
}

fn findings(verdict: &Verdict) -> &Findings {
    verdict.outcome.as_ref().unwrap_or_else(|refusal| panic!("{}: {refusal}", verdict.name))
}

fn refusal(verdict: &Verdict) -> &Refusal {
    verdict.outcome.as_ref().expect_err("it proves nothing")
}

/// An entry that publishes the code.
fn entry() -> Vec<u8> {
    let payload = json!({ "code": "gpai", "files": [{ "sha256": FileDigest::of(CODE).to_string() }] });
    let entry = Entry {
        at: at(1),
        actor: "person-1".to_owned(),
        kind: "code.published".to_owned(),
        subject: "gpai".to_owned(),
        payload: Payload::of(&payload).unwrap(),
    };
    entry.to_bytes().unwrap()
}

fn entries() -> Vec<Vec<u8>> {
    vec![BEFORE.to_vec(), b"two".to_vec(), entry(), b"four".to_vec(), b"five".to_vec()]
}

fn receipt(log: &Instance) -> Exhibit {
    exhibit("entry.tlog-proof", log.receipt(&entries(), 2, at(9)).to_string())
}

#[test]
fn a_receipt_with_its_entry_proves_the_code_that_the_entry_names() {
    let files = [exhibit("code.json", CODE), exhibit("entry.json", entry()), receipt(&provider())];
    let [code, entry, receipt] = look(&files).try_into().unwrap();
    let sha256 = FileDigest::of(CODE).to_string();
    assert_eq!(findings(&code).proven, [Fact::NamedBy { sha256, file: "entry.json".to_owned() }]);
    let (log, size) = ("example-provider/log".to_owned(), 5);
    let in_log = Fact::InLog { file: "entry.json".to_owned(), log, index: 2, size };
    assert_eq!(findings(&receipt).proven[0], in_log);
    let seen = Fact::Witnessed { witness: "example-office/witness".to_owned(), at: at(9).to_string() };
    assert!(findings(&receipt).proven.contains(&seen));
    assert_eq!(findings(&receipt).open, BTreeSet::from([Gap::Holders, Gap::Recording]));
    assert!(matches!(&findings(&entry).proven[..], [Fact::EntrySays { kind, .. }] if kind == "code.published"));
    assert_eq!(findings(&entry).open, BTreeSet::from([Gap::Truth, Gap::Recording, Gap::Newest]));
}

#[test]
fn what_nothing_proves_is_not_proven() {
    let alone = |file: Exhibit| refusal(&look(&[file])[0]).clone();
    assert_eq!(alone(receipt(&provider())), Refusal::NoEntry);
    assert_eq!(alone(exhibit("entry.json", entry())), Refusal::NoReceipt);
    assert!(matches!(alone(exhibit("code.json", CODE)), Refusal::Unnamed { .. }));
    // An entry that nothing proves names nothing.
    let verdicts = look(&[exhibit("code.json", CODE), exhibit("entry.json", entry())]);
    assert!(matches!(refusal(&verdicts[0]), Refusal::Unnamed { .. }));
    // The log of somebody who is not in the policy.
    let verdicts = look(&[exhibit("entry.json", entry()), receipt(&office())]);
    assert_eq!(verdicts.iter().map(|it| refusal(it).code()).collect::<Vec<_>>(), ["no-receipt", "untrusted-log"]);
}

#[test]
fn without_a_witness_it_is_said_that_others_may_be_shown_another_log() {
    let lone = grounds(provider().lone_policy(), at(20));
    let verdicts = verify(&[exhibit("entry.json", entry()), receipt(&provider())], &lone);
    assert!(findings(&verdicts[1]).open.contains(&Gap::Witnesses));
    let checkpoint = exhibit("checkpoint", provider().checkpoint(&entries(), at(9)).to_string());
    assert!(findings(&verify(&[checkpoint], &lone)[0]).open.contains(&Gap::Witnesses));
}

#[test]
fn the_record_of_a_private_entry_stays_hidden() {
    let leaf = opening().commitment().to_bytes().unwrap();
    let log = [BEFORE.to_vec(), leaf.clone()];
    let receipt = exhibit("r", provider().receipt(&log, 1, at(9)).to_string());
    let [hidden, code, _] = look(&[exhibit("e", leaf), exhibit("code.json", CODE), receipt]).try_into().unwrap();
    assert!(matches!(findings(&hidden).proven[..], [Fact::EntryHidden { .. }]));
    assert!(findings(&hidden).open.contains(&Gap::Withheld));
    assert!(matches!(refusal(&code), Refusal::Unnamed { .. }));
}

/// What opens the entry where the log has it as a commitment.
fn opening() -> Opening {
    Opening::new(Entry::parse(&entry()).unwrap(), [9; 32]).unwrap()
}

#[test]
fn an_opening_and_a_receipt_prove_what_was_committed_to() {
    let leaf = opening().commitment().to_bytes().unwrap();
    let receipt = exhibit("r", provider().receipt(&[BEFORE.to_vec(), leaf.clone()], 1, at(9)).to_string());
    let opening = exhibit("o", opening().to_file().unwrap());
    let files = [opening.clone(), receipt.clone(), exhibit("code.json", CODE), exhibit("e", leaf)];
    let [opened, proof, code, record] = look(&files).try_into().unwrap();
    assert!(matches!(&findings(&opened).proven[0], Fact::EntrySays { kind, .. } if kind == "code.published"));
    let opens = Fact::Opens { log: "example-provider/log".to_owned(), index: 1 };
    assert_eq!(findings(&opened).proven[1], opens);
    assert_eq!(findings(&opened).open, BTreeSet::from([Gap::Truth, Gap::Recording, Gap::Newest, Gap::Selection]));
    assert!(matches!(&findings(&proof).proven[0], Fact::InLog { file, index: 1, .. } if file == "o"));
    assert!(matches!(&findings(&code).proven[..], [Fact::NamedBy { file, .. }] if file == "o"));
    assert!(findings(&record).proven.contains(&Fact::OpenedBy { file: "o".to_owned() }));
    assert!(!findings(&record).open.contains(&Gap::Withheld));

    assert_eq!(*refusal(&look(std::slice::from_ref(&opening))[0]), Refusal::NoCommitment);
    // The receipt of another entry, and of the same entry under another salt.
    let other = exhibit("r", provider().receipt(&entries(), 2, at(9)).to_string());
    assert_eq!(*refusal(&look(&[opening.clone(), other])[0]), Refusal::NoCommitment);
    let salted = Opening::new(Entry::parse(&entry()).unwrap(), [8; 32]).unwrap();
    let verdicts = look(&[exhibit("o", salted.to_file().unwrap()), receipt.clone()]);
    assert_eq!((refusal(&verdicts[0]), refusal(&verdicts[1])), (&Refusal::NoCommitment, &Refusal::NoEntry));
    for (place, bit, bytes) in flipped_bytes(&String::from_utf8(opening.bytes).unwrap()) {
        let verdict = &look(&[exhibit("o", bytes), receipt.clone()])[0];
        assert!(verdict.outcome.is_err(), "bit {bit} of byte {place}");
    }
}

fn checkpoint(name: &str, entries: &[Vec<u8>]) -> Exhibit {
    exhibit(name, provider().checkpoint(entries, at(9)).to_string())
}

#[test]
fn two_checkpoints_need_a_proof_that_one_continues_the_other() {
    let (older, newer) = (checkpoint("older", &entries()[..3]), checkpoint("newer", &entries()));
    for verdict in look(&[older.clone(), newer.clone()]) {
        assert!(findings(&verdict).open.contains(&Gap::Continuity), "{}", verdict.name);
    }
    let proof = exhibit("proof", provider().continuation(&entries(), 3).to_string());
    let unseen = look(&[older.clone(), proof.clone()]);
    assert!(findings(&unseen[1]).open.contains(&Gap::Witnesses));
    let verdicts = look(&[older.clone(), newer, proof.clone()]);
    assert!(!findings(&verdicts[2]).open.contains(&Gap::Witnesses));
    assert!(verdicts.iter().all(|verdict| !findings(verdict).open.contains(&Gap::Continuity)));
    let continues = Fact::Continues { log: "example-provider/log".to_owned(), old_size: 3, size: 5 };
    assert_eq!(findings(&verdicts[2]).proven[0], continues);

    assert!(matches!(refusal(&look(std::slice::from_ref(&proof))[0]), Refusal::NoBeginning { size: 3, .. }));
    // An older checkpoint of another history.
    let other = checkpoint("other", &[b"one".to_vec(), b"two".to_vec(), b"three".to_vec()]);
    assert_eq!(refusal(&look(&[other.clone(), proof])[1]).code(), "inconsistent");
    for verdict in look(&[older, other]) {
        assert!(matches!(refusal(&verdict), Refusal::Fork { size: 3, .. }), "{}", verdict.name);
    }
}

#[test]
fn a_package_proves_who_said_what_and_what_is_withheld() {
    let files = [exhibit("declaration.adhere-package", declaration()), exhibit("code", &b"the code"[..])];
    let [package, code] = look(&files).try_into().unwrap();
    let found = findings(&package);
    assert!(matches!(&found.proven[0], Fact::SignedBy { organisation, .. } if organisation == PROVIDER));
    for expected in [
        Fact::Logged { log: "example-provider/log".to_owned(), index: 1, at: at(1).to_string() },
        Fact::ThereBy { at: at(2).to_string() },
        Fact::AddressedTo { organisation: OFFICE.to_owned() },
        Fact::Withholds { place: "/body".to_owned(), most: 2 },
    ] {
        assert!(found.proven.contains(&expected), "{expected:?}: {:?}", found.proven);
    }
    let open = [Gap::Truth, Gap::Holders, Gap::Newest, Gap::Recording, Gap::Withheld, Gap::Receipt];
    assert_eq!(found.open, BTreeSet::from(open));
    assert!(matches!(&findings(&code).proven[..], [Fact::NamedBy { .. }]));

    let late = verify(&files[..1], &grounds(provider().policy(), at(86_400)));
    assert_eq!(refusal(&late[0]).code(), "expired");
}

#[test]
fn an_acknowledgement_proves_what_became_of_the_package() {
    let policy = grounds(office().policy(), at(20));
    let alone = verify(&[exhibit("a", acknowledgement())], &policy);
    let package = FileDigest::of(declaration().as_bytes()).to_string();
    assert!(findings(&alone[0]).proven.contains(&Fact::Accepted { package }));
    assert!(findings(&alone[0]).open.contains(&Gap::Package));
    let both = verify(&[exhibit("a", acknowledgement()), exhibit("p", declaration())], &policy);
    assert!(!findings(&both[0]).open.contains(&Gap::Package));
}

#[test]
fn a_statement_alone_proves_its_author_and_no_time() {
    let letter = Letter::parse(LetterKind::Package, declaration().as_bytes()).unwrap();
    let verdicts = look(&[exhibit("s", letter.statement.to_string())]);
    let found = findings(&verdicts[0]);
    assert!(found.proven.contains(&Fact::Shows { place: "/body/models/1".to_owned() }));
    assert_eq!(found.open, BTreeSet::from([Gap::Truth, Gap::Holders, Gap::Newest, Gap::Withheld, Gap::Logging]));
    let trust = Trust::default();
    let nobody = Grounds { trust, ..grounds(provider().policy(), at(20)) };
    let verdicts = verify(&[exhibit("s", letter.statement.to_string())], &nobody);
    assert_eq!(refusal(&verdicts[0]).code(), "unknown-key");
    let forged = SdJwt::parse(&format!("{}WyJzYWx0IiwiYSIsMV0~", letter.statement)).unwrap();
    assert_eq!(refusal(&look(&[exhibit("s", forged.to_string())])[0]).code(), "altered");
}

#[test]
fn no_file_proves_anything_with_any_byte_altered() {
    let good = [
        checkpoint("older", &entries()[..3]),
        checkpoint("newer", &entries()),
        exhibit("proof", provider().continuation(&entries(), 3).to_string()),
        exhibit("entry.json", entry()),
        receipt(&provider()),
        exhibit("code.json", CODE),
    ];
    assert!(look(&good).iter().all(|verdict| verdict.outcome.is_ok()));
    for number in 0..good.len() {
        let text = String::from_utf8(good[number].bytes.clone()).unwrap();
        for (at, bit, bytes) in flipped_bytes(&text) {
            let mut altered = good.clone();
            altered[number].bytes = bytes;
            let verdict = &look(&altered)[number];
            assert!(verdict.outcome.is_err(), "bit {bit} of byte {at} of {}", verdict.name);
        }
    }
}

#[test]
fn files_are_taken_for_what_they_begin_like() {
    let kinds = [
        (declaration(), DocumentKind::Package),
        (acknowledgement(), DocumentKind::Acknowledgement),
        (String::from_utf8(entry()).unwrap(), DocumentKind::Record),
        (provider().checkpoint(&entries(), at(9)).to_string(), DocumentKind::Checkpoint),
        ("old 3\n\n".to_owned(), DocumentKind::Continuation),
        ("c2sp.org/tlog-proof@v1\n".to_owned(), DocumentKind::Receipt),
        ("eyJ.e.e~".to_owned(), DocumentKind::Disclosure),
        (opening().to_file().unwrap(), DocumentKind::Opening),
        ("anything".to_owned(), DocumentKind::File),
    ];
    for (text, kind) in kinds {
        assert_eq!(DocumentKind::of(text.as_bytes()), kind, "{text}");
    }
    assert_eq!(DocumentKind::of(&[0xff]), DocumentKind::File);
}
