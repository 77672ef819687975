//! The protocol of appending against a model: several nodes on one database, commits that fail or seem to, crashes in
//! the middle of a change, witnesses that ask, and copies of the database that are put back.
//!
//! The model is a list of what was saved. After each step the store must hold exactly that, and whatever was ever
//! acknowledged or cosigned must be a beginning of it, unless the copy that was put back is one that nobody can tell.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use adhere_journal::checkpoint::Checkpoint;
use adhere_journal::witness::Decision;
use adhere_store::audit::Finding;
use adhere_store::backup::Keys;
use adhere_store::db::{CommitFault, DbError};
use adhere_store::event::{Event, InstanceEvent};
use adhere_store::home::Home;
use adhere_store::{Store, StoreError};
use proptest::prelude::{Strategy, any, prop_oneof};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use crate::fixtures::{Instance, now, public};

/// How many nodes there are.
const NODES: usize = 3;

/// What happens next, and to which node.
#[derive(Clone, Copy, Debug)]
enum Step {
    /// A change with so many entries.
    Append(usize, u8),
    /// A change whose commit fails.
    Fail(usize, u8, CommitFault),
    /// The process ends in the middle of a change with so many entries.
    CrashWithin(usize, u8),
    /// The process ends between two changes, and another takes its place.
    Restart(usize),
    /// While a node is in its change, another reads.
    ReadMeanwhile(usize, usize),
    /// The witness is asked, and its answer is kept.
    Ask(usize),
    /// The witness is asked, and its answer is lost.
    AskInVain(usize),
    /// Two nodes ask the witness at once: the second from what the first has not kept yet.
    AskAtOnce(usize, usize),
    /// The database is copied behind everybody's back.
    Copy,
    /// The copy is put back in the place of the database.
    PutBack,
    /// A backup is made, and another instance is filled from it.
    BackUp(usize),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let (node, count) = (|| 0..NODES, || prop_oneof![4 => 1..4_u8, 1 => 60..=255_u8]);
    let fault = prop_oneof![
        proptest::strategy::Just(CommitFault::FailedNotSaved),
        proptest::strategy::Just(CommitFault::FailedButSaved),
    ];
    let step = prop_oneof![
        8 => (node(), count()).prop_map(|(node, count)| Step::Append(node, count)),
        4 => (node(), count(), fault).prop_map(|(node, count, fault)| Step::Fail(node, count, fault)),
        3 => (node(), count()).prop_map(|(node, count)| Step::CrashWithin(node, count)),
        2 => node().prop_map(Step::Restart),
        2 => (node(), node()).prop_map(|(node, other)| Step::ReadMeanwhile(node, other)),
        3 => node().prop_map(Step::Ask),
        4 => node().prop_map(Step::AskInVain),
        1 => (node(), node()).prop_map(|(node, other)| Step::AskAtOnce(node, other)),
        3 => any::<()>().prop_map(|()| Step::Copy),
        3 => any::<()>().prop_map(|()| Step::PutBack),
        1 => node().prop_map(Step::BackUp),
    ];
    proptest::collection::vec(step, 30..60)
}

/// What should be: the texts of all entries after the first, and what was promised of them.
#[derive(Clone, Debug, Default)]
struct Model {
    entries: Vec<String>,
    /// By size, the root that was handed out with it.
    acknowledged: BTreeMap<u64, String>,
}

impl Model {
    fn size(&self) -> u64 {
        1 + self.entries.len() as u64
    }
}

struct World<'r> {
    /// What came about that does not come about in each order of events.
    rare: &'r RefCell<BTreeSet<&'static str>>,
    folder: tempfile::TempDir,
    instance: Instance,
    nodes: Vec<Store>,
    witness: Store,
    model: Model,
    /// How many entries the witness has seen, and how many of them the instance knows that it has.
    seen: u64,
    kept: u64,
    /// The copy, with what the model was then.
    copied: Option<Model>,
    /// That an older copy is in use.
    is_older: bool,
    /// That it is, and that the witness alone has seen more.
    is_forked: bool,
    texts: u64,
    done: usize,
}

impl<'r> World<'r> {
    fn begin(rare: &'r RefCell<BTreeSet<&'static str>>) -> Self {
        // Where there is one, in a folder of memory: nobody loses power here, and syncing takes most of the time.
        let memory = Path::new("/dev/shm");
        let folder = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() }.unwrap();
        let instance = Instance::in_folder(&folder.path().join("own"));
        let nodes = (0..NODES).map(|_| instance.open()).collect();
        let witness = Instance::named(&folder.path().join("witness"), "example.org/witness").open();
        let model = Model::default();
        Self {
            rare,
            folder,
            instance,
            nodes,
            witness,
            model,
            seen: 0,
            kept: 0,
            copied: None,
            is_older: false,
            is_forked: false,
            texts: 0,
            done: 0,
        }
    }

    fn texts(&mut self, count: u8) -> Vec<String> {
        let texts = (self.texts..).take(count.into()).map(|number| format!("text {number}")).collect();
        self.texts += u64::from(count);
        texts
    }

    fn step(&mut self, step: Step) {
        match step {
            Step::Append(node, count) => {
                let texts = self.texts(count);
                let acknowledged = append(&self.nodes[node], &texts, || {}).unwrap();
                self.model.entries.extend(texts);
                self.promise(acknowledged);
            }
            Step::Fail(node, count, fault) => {
                let texts = self.texts(count);
                self.nodes[node].db().faults().set(fault);
                let failed = append(&self.nodes[node], &texts, || {}).unwrap_err();
                assert!(matches!(failed, StoreError::Db(DbError::CommitUnknown(_))), "{failed}");
                if fault == CommitFault::FailedButSaved {
                    self.model.entries.extend(texts);
                }
            }
            Step::CrashWithin(node, count) => {
                let texts = self.texts(count);
                let crashed = catch_unwind(AssertUnwindSafe(|| {
                    append(&self.nodes[node], &texts, || std::panic::resume_unwind(Box::new("the process ends")))
                }));
                assert!(crashed.is_err());
                self.nodes[node] = self.instance.open();
            }
            Step::Restart(node) => self.nodes[node] = self.instance.open(),
            Step::ReadMeanwhile(node, other) => {
                let (texts, size) = (self.texts(1), self.model.size());
                let acknowledged = append(&self.nodes[node], &texts, || {
                    // Its own connection would be another as well: what is not saved yet is seen by nobody.
                    assert_eq!(self.nodes[other].head().unwrap().unwrap().size, size);
                });
                self.model.entries.extend(texts);
                self.promise(acknowledged.unwrap());
            }
            Step::Ask(node) => self.ask(node, true),
            Step::AskInVain(node) => self.ask(node, false),
            Step::AskAtOnce(node, other) => self.ask_at_once(node, other),
            Step::Copy => self.copy(),
            Step::PutBack => self.put_back(),
            Step::BackUp(node) => self.back_up(node),
        }
    }

    /// What was acknowledged stays: no size is ever promised with two roots.
    fn promise(&mut self, (size, root): (u64, String)) {
        assert_eq!(size, self.model.size());
        assert_eq!(self.model.acknowledged.insert(size, root), None);
    }

    fn ask(&mut self, node: usize, is_kept: bool) {
        if self.is_forked {
            return self.ask_of_a_fork(node);
        }
        let (log, key) = (&self.nodes[node], self.witness.keys().witness.public());
        let Some(mut request) = log.request_to(&key).unwrap() else { return };
        let known = [log.keys().log.public()];
        let mut decision = self.witness.cosign(&request, &known, now()).unwrap();
        if let Decision::Conflict { size } = decision {
            self.rare.borrow_mut().insert("the witness answered before, in vain");
            assert_eq!(size, self.seen, "it has kept what an answer that was lost said");
            log.seen_by(&key, size).unwrap();
            self.kept = self.kept.max(size);
            let Some(next) = log.request_from(size).unwrap() else { return };
            request = next;
            decision = self.witness.cosign(&request, &known, now()).unwrap();
        }
        let Decision::Cosigned { latest, signature } = decision else { panic!("{decision:?}") };
        assert_eq!(latest.checkpoint().size, self.model.size());
        self.seen = latest.checkpoint().size;
        if is_kept {
            log.keep_cosignature(&key, self.seen, signature).unwrap();
            self.kept = self.seen;
        }
    }

    fn ask_at_once(&mut self, node: usize, other: usize) {
        if self.is_forked {
            return self.ask_of_a_fork(node);
        }
        let key = self.witness.keys().witness.public();
        let second = self.nodes[other].request_to(&key).unwrap();
        self.ask(node, true);
        let Some(second) = second else { return };
        match self.witness.cosign(&second, &[self.nodes[other].keys().log.public()], now()).unwrap() {
            // Nothing new since: the same checkpoint once more, or from a size that it has left behind.
            Decision::Cosigned { latest, .. } => assert_eq!(latest.checkpoint().size, self.seen),
            Decision::Conflict { size } => assert_eq!(size, self.seen),
            other => panic!("{other:?}"),
        }
    }

    /// Where the database is, and where its copy.
    fn files(&self) -> (PathBuf, PathBuf) {
        (self.instance.folder.join("adhere.sqlite"), self.folder.path().join("copy"))
    }

    fn copy(&mut self) {
        let (file, copy) = self.files();
        let _ = fs::remove_file(&copy);
        let connection = rusqlite::Connection::open(file).unwrap();
        connection.execute("vacuum into ?1", [copy.to_str().unwrap()]).unwrap();
        self.copied = Some(self.model.clone());
    }

    fn put_back(&mut self) {
        let Some(then) = self.copied.clone() else { return };
        self.nodes.clear();
        let (file, copy) = self.files();
        let latest = self.folder.path().join("latest");
        rename_database(&file, &latest);
        fs::copy(&copy, &file).unwrap();
        self.nodes = (0..NODES).map(|_| self.instance.open()).collect();
        if then.size() >= self.kept {
            // No witness that the instance has heard of has seen more: nobody here can tell this copy from the latest.
            // What was promised since is lost, and the witness alone may know.
            self.rare.borrow_mut().insert("an older copy is in use");
            self.is_older = true;
            self.is_forked |= then.size() < self.seen;
            self.model = then;
            return;
        }
        self.rare.borrow_mut().insert("an older copy signs nothing");
        for node in &self.nodes {
            let refused = append(node, &["never".to_owned()], || {}).unwrap_err();
            assert!(matches!(refused, StoreError::RolledBack { .. }), "{refused}");
            assert!(matches!(node.sweep(now()), Err(StoreError::RolledBack { .. })));
        }
        self.nodes.clear();
        rename_database(&latest, &file);
        self.nodes = (0..NODES).map(|_| self.instance.open()).collect();
    }

    /// Asks the witness of a history that is not the one it has seen: it cosigns nothing, whatever the log has grown
    /// to, and keeps both as evidence where it can.
    fn ask_of_a_fork(&mut self, node: usize) {
        let (log, key) = (&self.nodes[node], self.witness.keys().witness.public());
        let Some(request) = log.request_to(&key).unwrap() else { return };
        let known = [log.keys().log.public()];
        let mut decision = self.witness.cosign(&request, &known, now()).unwrap();
        if let Decision::Conflict { size } = decision {
            let told = log.seen_by(&key, size);
            if self.model.size() < size {
                self.rare.borrow_mut().insert("the witness says that it has seen more");
                assert!(matches!(told, Err(StoreError::RolledBack { .. })), "{told:?}");
                let refused = append(log, &["never".to_owned()], || {}).unwrap_err();
                assert!(matches!(refused, StoreError::RolledBack { .. }), "{refused}");
                return self.begin_anew(0);
            }
            let request = log.request_from(size).unwrap().unwrap();
            decision = self.witness.cosign(&request, &known, now()).unwrap();
        }
        assert!(matches!(decision, Decision::Fork { .. } | Decision::Inconsistent { .. }), "{decision:?}");
        self.rare.borrow_mut().insert("the witness keeps two histories");
        self.begin_anew(1);
    }

    /// This instance is at its end: the operator restores the latest copy.
    fn begin_anew(&mut self, conflicts: u64) {
        assert_eq!(self.witness.head().unwrap().unwrap().size, 1 + conflicts);
        assert!(self.witness.audit().unwrap().is_clean());
        let done = self.done;
        *self = Self::begin(self.rare);
        self.done = done;
    }

    fn back_up(&mut self, node: usize) {
        let place = self.folder.path().join(format!("backup-{}", self.done));
        self.nodes[node].backup(&place, Keys::Included, &mut |_, _| {}).unwrap();
        let own = self.folder.path().join(format!("restored-{}", self.done));
        let home = Home::from_backup(&own, &place, None).unwrap();
        home.take_keys(&place.join("keys")).unwrap();
        Store::restore(home, &place, &mut |_, _| {}).unwrap();
        let restored = Store::open(Home::open(&own).unwrap(), now()).unwrap();
        holds(&restored, &self.model);
        let refused = append(&restored, &["never".to_owned()], || {}).unwrap_err();
        assert!(matches!(refused, StoreError::Restored), "{refused}");
    }

    fn check(&mut self) {
        self.done += 1;
        for node in &self.nodes {
            let head = node.head().unwrap().unwrap();
            assert_eq!(head.size, self.model.size());
        }
        let node = &self.nodes[self.done % NODES];
        for (size, root) in self.model.acknowledged.iter().rev().take(3) {
            let note = node.checkpoint(*size).unwrap().unwrap();
            assert_eq!(Checkpoint::parse(note.text()).unwrap().root.to_string(), *root);
            // Whoever kept the older checkpoint can follow to the latest.
            let head = node.head().unwrap().unwrap();
            let (old, proof) = (Checkpoint::parse(note.text()).unwrap(), node.consistency(*size, head.size).unwrap());
            let grown = adhere_journal::proof::verify_consistency((old.size, old.root), (head.size, head.root), &proof);
            assert_eq!(grown, Ok(()));
        }
    }

    fn end(&self) {
        for node in &self.nodes {
            holds(node, &self.model);
        }
        assert!(self.witness.audit().unwrap().is_clean());
        // The copy in use may be older than a cosignature on its own last checkpoint.
        let is_lost = |finding: &Finding| matches!(finding, Finding::CosignatureMissing { .. }) && self.is_older;
        let audit = self.nodes[0].audit().unwrap();
        assert!(audit.findings.iter().all(is_lost), "{:?}", audit.findings);
        let conflicts = self.witness.head().unwrap().unwrap().size - 1;
        assert_eq!(conflicts, 0, "the witness was shown two histories");
    }
}

/// Records texts in one change; says for which size it got which root.
fn append(store: &Store, texts: &[String], meanwhile: impl FnOnce()) -> Result<(u64, String), StoreError> {
    let changed = store.change(now(), "test", |change| {
        texts.iter().try_for_each(|text| change.record(public(text)).map(|_| ()))?;
        meanwhile();
        Ok::<_, StoreError>(())
    })?;
    let head = changed.head.unwrap();
    Ok((head.size, head.root.to_string()))
}

/// Whether a store holds what the model does, entry by entry.
fn holds(store: &Store, model: &Model) {
    let texts = store.read(|tx| {
        let recorded = (1..=model.size()).map(|place| adhere_store::reading::entry(tx, place));
        recorded.collect::<Result<Vec<_>, StoreError>>()
    });
    let texts = texts.unwrap().into_iter().map(|recorded| {
        recorded.map(|recorded| match recorded.event {
            Event::Instance(InstanceEvent::WitnessConflict { presented, .. }) => presented,
            other => panic!("{other:?}"),
        })
    });
    let expected: Vec<_> = model.entries.iter().cloned().map(Some).chain([None]).collect();
    assert_eq!(texts.collect::<Vec<_>>(), expected);
}

fn rename_database(from: &Path, to: &Path) {
    for ending in ["", "-wal", "-shm"] {
        let named = |path: &Path| PathBuf::from(format!("{}{ending}", path.display()));
        let _ = fs::remove_file(named(to));
        let moved = fs::rename(named(from), named(to));
        assert!(moved.is_ok() || !named(from).exists());
    }
}

#[test]
fn no_order_of_events_forks_the_journal_or_loses_what_was_acknowledged() {
    // `PROPTEST_CASES` asks for more.
    let cases = Some(Config::default().cases).filter(|asked| *asked != 256).unwrap_or(12);
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    // The same cases every time, so that a failure is one of the program and not of luck.
    let rare = RefCell::default();
    let luck = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    TestRunner::new_with_rng(config, luck)
        .run(&steps(), |steps| {
            let mut world = World::begin(&rare);
            for step in steps {
                world.step(step);
                world.check();
            }
            world.end();
            Ok(())
        })
        .unwrap();
    let rare = rare.into_inner();
    assert_eq!(rare.len(), 5, "all that is rare came about, and not only {rare:?}");
}
