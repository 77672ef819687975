//! A provider's folder taken out of one instance and brought into another: the same comes out again, and once more
//! nothing changes.

use std::collections::BTreeMap;

use adhere_actions::ActionError;
use adhere_actions::evidence::{attach_evidence, withdraw_evidence};
use adhere_actions::folder::{BringIn, Folder, Outcome, bring_in, folder_of, preview_folder};
use adhere_actions::library::{shelve, take_in};
use adhere_domain::adherence::record::ImplementationState as State;
use adhere_domain::digest::Digest;
use adhere_domain::evidence::archive::EvidenceWithdrawal;
use adhere_domain::evidence::item::EvidenceId;
use adhere_domain::evidence::passage::Passage;
use adhere_domain::evidence::quotation::Pointer;
use adhere_formats::recorded::write_recorded;
use adhere_store::StoreError;
use adhere_store::blob::Kept;
use adhere_store::db::{CommitFault, DbError};

use crate::world::{TODAY, World, attach, content, first, id, on_each_engine, shelved, text};

type Bytes = BTreeMap<EvidenceId, Kept>;

/// A world with something of everything that a folder has; its folder, and the bytes that go with it.
fn filled(world: &World) -> (Folder, Bytes) {
    let ada = world.by("ada");
    world.state("A", content(State::Implemented, "done"), 0).unwrap();
    world.state("B", content(State::Planned, "soon"), 0).unwrap();
    let put = |name: &str, bytes: &str| {
        let kept = take_in(&ada, &id("acme"), &mut bytes.as_bytes()).unwrap();
        shelve(&ada, &id("acme"), vec![shelved(name, kept)]).unwrap().outcome.remove(0).item
    };
    let report = put("report", "Ten tests passed.");
    let policy = put("policy", "Keys are kept in a safe.");
    attach_evidence(&ada, attach("A", report.id.as_str(), None)).unwrap();
    let passage = Passage::new("in a safe", "", "", None).map(Pointer::Quotation);
    attach_evidence(&ada, attach("A", policy.id.as_str(), passage)).unwrap();
    let old = put("old", "An older policy.");
    withdraw_evidence(&ada, EvidenceWithdrawal { item: old.id, from: TODAY, reason: text("superseded") }).unwrap();
    let folder = folder_of(&ada, &id("acme")).unwrap();
    let bytes = folder.recorded.items.iter();
    let bytes = bytes.map(|it| (it.item.id.clone(), Kept { digest: it.item.digest, size: it.item.size })).collect();
    (folder, bytes)
}

/// Keeps what the folder's bytes are, as an upload does.
fn keep_bytes(world: &World) {
    for bytes in ["Ten tests passed.", "Keys are kept in a safe.", "An older policy."] {
        world.store.blobs().keep(&mut bytes.as_bytes()).unwrap();
    }
}

fn outcomes(world: &World, folder: &Folder, bytes: &Bytes) -> BTreeMap<&'static str, usize> {
    let (provider, code) = (id("acme"), first());
    let command = BringIn { provider: &provider, folder, bytes, codes: &[&code] };
    let mut counts = BTreeMap::new();
    for step in preview_folder(&world.by("ada"), command).unwrap() {
        let name = match step.outcome {
            Outcome::New => "new",
            Outcome::Changed => "changed",
            Outcome::Same => "same",
            Outcome::Refused(_) => "refused",
            Outcome::BytesMissing => "bytes",
            Outcome::Unsigned => "unsigned",
        };
        *counts.entry(name).or_default() += 1;
    }
    counts
}

fn bring(world: &World, folder: &Folder, bytes: &Bytes) -> Result<usize, ActionError> {
    let (provider, code) = (id("acme"), first());
    let command = BringIn { provider: &provider, folder, bytes, codes: &[&code] };
    bring_in(&world.by("ada"), command, None).map(|changed| changed.entries.len())
}

#[test]
fn what_is_taken_out_and_brought_in_elsewhere_is_the_same_and_changes_nothing_twice() {
    let taken = std::cell::RefCell::new(None);
    on_each_engine(|world| *taken.borrow_mut() = Some(filled(world)));
    let (folder, bytes) = taken.into_inner().unwrap();
    on_each_engine(|world| {
        assert_eq!(outcomes(world, &folder, &bytes), [("bytes", 3), ("new", 2), ("refused", 2)].into());
        keep_bytes(world);
        let before = world.size();
        assert_eq!(outcomes(world, &folder, &bytes), [("new", 7)].into());
        assert_eq!(world.size(), before, "looking records nothing");
        // Each time it fails, nothing or all of it is there.
        world.store.db().faults().set(CommitFault::FailedNotSaved);
        let failed = bring_in_fails(world, &folder, &bytes);
        assert!(failed && world.size() == before);
        world.store.db().faults().set(CommitFault::FailedButSaved);
        assert!(bring_in_fails(world, &folder, &bytes) && world.size() > before);
        assert_eq!(bring(world, &folder, &bytes).unwrap(), 0, "it was saved");
        let again = folder_of(&world.by("ada"), &id("acme")).unwrap();
        assert_eq!(write_recorded(&again.recorded), write_recorded(&folder.recorded));
        assert_eq!(outcomes(world, &folder, &bytes), [("same", 7)].into());
    });
}

fn bring_in_fails(world: &World, folder: &Folder, bytes: &Bytes) -> bool {
    let failed = bring(world, folder, bytes).unwrap_err();
    matches!(failed, ActionError::Store(StoreError::Db(DbError::CommitUnknown(_))))
}

#[test]
fn bytes_that_did_not_come_along_are_got_by_nobody() {
    on_each_engine(|world| {
        let (mut folder, mut bytes) = filled(world);
        let secret = world.store.blobs().keep(&mut "Another's secret.".as_bytes()).unwrap();
        let mut stolen = folder.recorded.items[0].clone();
        stolen.item.id = id("stolen");
        (stolen.item.digest, stolen.item.size) = (secret.digest, secret.size);
        folder.recorded.items = vec![stolen];
        folder.recorded.statements.clear();
        assert_eq!(outcomes(world, &folder, &bytes), [("bytes", 1)].into());
        bytes.insert(id("stolen"), Kept { digest: Digest::new([1; 32]), size: secret.size });
        assert_eq!(outcomes(world, &folder, &bytes), [("bytes", 1)].into());
    });
}
