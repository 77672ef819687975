//! A log in a folder, as it is served, with keys that everybody knows.

use std::collections::BTreeMap;
use std::convert::Infallible;

use adhere_journal::audit::LogFiles;
use adhere_journal::bundle::{self, BundleId};
use adhere_journal::checkpoint::{Checkpoint, SignedCheckpoint};
use adhere_journal::entry::Entry;
use adhere_journal::frontier::Frontier;
use adhere_journal::hash::Hash;
use adhere_journal::key::{KeyName, LogSecret, WitnessSecret};
use adhere_journal::payload::Payload;
use adhere_journal::private::Opening;
use adhere_journal::proof::{self, prove_consistency, prove_inclusion};
use adhere_journal::receipt::Receipt;
use adhere_journal::tile::{self, TileId};
use adhere_journal::witness::AddCheckpoint;
use jiff::{SignedDuration, Timestamp};
use serde_json::json;

/// How many entries the log of the golden files has, and how many it had before.
pub(crate) const SIZE: u64 = 300;
pub(crate) const OLD_SIZE: u64 = 270;
/// The entry that the golden receipt is about.
pub(crate) const INDEX: u64 = 271;
/// The entry that is private.
const PRIVATE: u64 = 7;

pub(crate) fn log() -> LogSecret {
    LogSecret::from_seed(KeyName::new("provider.example/log").unwrap(), [1; 32])
}

pub(crate) fn witness() -> WitnessSecret {
    WitnessSecret::from_seed(KeyName::new("office.example/witness").unwrap(), [2; 32])
}

pub(crate) fn policy() -> String {
    format!("log {}\nwitness office {}\nquorum office\n", log().public(), witness().public())
}

pub(crate) fn now() -> Timestamp {
    "2026-11-22T09:30:00Z".parse().unwrap()
}

pub(crate) fn entry(index: u64) -> Vec<u8> {
    let payload = json!({ "measure": format!("gpai/2.{index}"), "state": "done", "evidence": [index, null] });
    let entry = Entry {
        at: now() + SignedDuration::from_secs(i64::try_from(index).unwrap()),
        actor: "person/ada".to_owned(),
        kind: "statement.recorded".to_owned(),
        subject: format!("statement/{index}"),
        payload: Payload::of(&payload).unwrap(),
    };
    if index == PRIVATE {
        Opening::new(entry, [3; 32]).unwrap().commitment().to_bytes().unwrap()
    } else {
        entry.to_bytes().unwrap()
    }
}

/// The files of a log, by their paths.
#[derive(Clone, Debug, Default)]
pub(crate) struct Folder(pub(crate) BTreeMap<String, Vec<u8>>);

impl LogFiles for Folder {
    type Error = Infallible;

    fn bundle(&mut self, id: BundleId) -> Result<Option<Vec<u8>>, Infallible> {
        Ok(self.0.get(&id.to_string()).cloned())
    }

    fn tile(&mut self, id: TileId) -> Result<Option<Vec<u8>>, Infallible> {
        Ok(self.0.get(&id.to_string()).cloned())
    }
}

impl Folder {
    /// The tiles and bundles of a log of these entries.
    pub(crate) fn new(entries: &[Vec<u8>]) -> Self {
        let size = u64::try_from(entries.len()).unwrap();
        let mut files = BTreeMap::new();
        let mut frontier = Frontier::default();
        for (index, entry) in (0..).zip(entries) {
            let id = BundleId::in_log(index / 256, size).unwrap();
            bundle::push(files.entry(id.to_string()).or_default(), entry).unwrap();
            frontier.append(Hash::of_leaf(entry), |id, hashes| {
                files.insert(id.to_string(), tile::to_bytes(hashes));
            });
        }
        files.extend(frontier.partial_tiles().map(|(id, hashes)| (id.to_string(), tile::to_bytes(hashes))));
        Self(files)
    }

    /// Reads a tile, also one of an older tree.
    pub(crate) fn read(&self, id: TileId) -> Result<Vec<Hash>, String> {
        let mut wider = (id.width()..=256).filter_map(|width| TileId::new(id.level(), id.index(), width));
        let found = wider.find_map(|id| Some((id, self.0.get(&id.to_string())?)));
        let (id, bytes) = found.ok_or(format!("{id} is not there"))?;
        tile::parse(bytes, id.width()).map_err(|error| error.to_string())
    }

    pub(crate) fn checkpoint(&self, size: u64) -> SignedCheckpoint {
        let root = proof::root(size, |id| self.read(id)).unwrap();
        SignedCheckpoint::sign(Checkpoint { origin: log().name().clone(), size, root }, &log()).unwrap()
    }

    pub(crate) fn cosigned(&self, size: u64) -> SignedCheckpoint {
        let checkpoint = self.checkpoint(size);
        let cosignature = witness().cosign(&checkpoint, now()).unwrap();
        checkpoint.with(cosignature)
    }

    pub(crate) fn receipt(&self, index: u64, size: u64) -> Receipt {
        let path = prove_inclusion(index, size, |id| self.read(id)).unwrap();
        Receipt { extra: None, index, path, note: self.cosigned(size).note().clone() }
    }

    pub(crate) fn request(&self, old_size: u64, size: u64) -> AddCheckpoint {
        let proof = prove_consistency(old_size, size, |id| self.read(id)).unwrap();
        AddCheckpoint::new(old_size, proof, self.checkpoint(size).note().clone()).unwrap()
    }
}

/// All golden files, as the program writes them today.
pub(crate) fn golden() -> Folder {
    let entries: Vec<Vec<u8>> = (0..SIZE).map(entry).collect();
    let mut folder = Folder::new(&entries);
    let written = [
        ("policy", policy()),
        ("checkpoint", folder.cosigned(SIZE).note().to_string()),
        ("checkpoint.old", folder.checkpoint(OLD_SIZE).note().to_string()),
        ("add-checkpoint", folder.request(OLD_SIZE, SIZE).to_string()),
        ("entry.json", String::from_utf8(entry(INDEX)).unwrap()),
        ("entry.tlog-proof", folder.receipt(INDEX, SIZE).to_string()),
    ];
    folder.0.extend(written.map(|(path, text)| (path.to_owned(), text.into_bytes())));
    folder
}
