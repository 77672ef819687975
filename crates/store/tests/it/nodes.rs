//! Several processes on one PostgreSQL: one sequence without gaps, whoever writes, and whoever stands still.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;

use adhere_store::home::Home;
use adhere_store::{Store, StoreError};
use adhere_testing::PostgresDatabase;
use postgres::{Client, NoTls};

use crate::fixtures::{Instance, now, public};

/// The variable that makes the first test here a node: what it does, and in which folder.
const NODE: &str = "ADHERE_TEST_NODE";

#[test]
fn a_process_alone_makes_a_sequence_too() {
    let Some(asked) = std::env::var_os(NODE).and_then(|asked| asked.into_string().ok()) else {
        let folder = tempfile::tempdir().unwrap();
        let instance = Instance::in_folder(folder.path());
        let store = instance.open();
        return check(&store, &acknowledged(0, start(&instance.folder, "append")).into_iter().collect());
    };
    let (action, folder) = asked.split_once(' ').unwrap();
    let store = Store::open(Home::open(Path::new(folder)).unwrap(), now()).unwrap();
    match action {
        "append" => COUNTS.into_iter().for_each(|count| say(&append(&store, count, || {}))),
        _ => say(&append(&store, 1, || {
            say("holding");
            io::stdin().read_line(&mut String::new()).unwrap();
        })),
    }
}

/// How many entries each change of a node has.
const COUNTS: [usize; 10] = [1, 3, 1, 1, 60, 1, 1, 2, 1, 1];

/// Makes a change, and stays in it for what is done `meanwhile`; what it says of it afterwards.
fn append(store: &Store, count: usize, meanwhile: impl FnOnce()) -> String {
    let changed = store.change(now(), "node", |change| {
        (0..count).try_for_each(|number| change.record(public(&number.to_string())).map(|_| ()))?;
        meanwhile();
        Ok::<_, StoreError>(())
    });
    let head = changed.unwrap().head.unwrap();
    format!("saved {}:{:?}", head.size, head.root)
}

/// Says something on a line of its own, whatever the test's harness says.
fn say(what: &str) {
    writeln!(io::stdout(), "\n{what}").unwrap();
}

/// Another process that is a node.
fn start(folder: &Path, action: &str) -> Child {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", "nodes::a_process_alone_makes_a_sequence_too", "--nocapture"]);
    command.env(NODE, format!("{action} {}", folder.display()));
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

/// An instance on a server with a folder for each node: its settings and its keys.
struct Cluster {
    folder: tempfile::TempDir,
    database: PostgresDatabase,
    first: Instance,
}

impl Cluster {
    fn make() -> Self {
        let (folder, database) = (tempfile::tempdir().unwrap(), PostgresDatabase::create());
        let first = Instance { server: Some(database.url()), ..Instance::in_folder(&folder.path().join("0")) };
        first.open();
        Self { folder, database, first }
    }

    /// Another node, with a folder of its own.
    fn node(&self, number: usize, action: &str) -> Child {
        let own = self.folder.path().join(format!("node-{number}"));
        let keys = own.join("keys");
        fs::create_dir_all(&keys).unwrap();
        fs::copy(self.first.folder.join("instance.toml"), own.join("instance.toml")).unwrap();
        for name in ["log.key", "witness.key", "author.key"] {
            fs::copy(self.first.folder.join("keys").join(name), keys.join(name)).unwrap();
        }
        start(&own, action)
    }

    fn client(&self) -> Client {
        Client::connect(&self.database.url(), NoTls).unwrap()
    }

    /// Waits until so many nodes wait for their turn.
    fn until_waiting(&self, count: i64) {
        let mut client = self.client();
        let waiting =
            "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
        while client.query_one(waiting, &[]).unwrap().get::<_, i64>(0) < count {
            thread::yield_now();
        }
    }
}

fn signal(node: &Child, signal: &str) {
    let sent = Command::new("kill").args([&format!("-{signal}"), &node.id().to_string()]).status().unwrap();
    assert!(sent.success());
}

/// What a node that ended well said was saved: sizes with their roots, each with the node.
fn acknowledged(number: usize, node: Child) -> Vec<(u64, (String, usize))> {
    let ended = node.wait_with_output().unwrap();
    assert!(ended.status.success(), "node {number}: {}", String::from_utf8_lossy(&ended.stderr));
    let said = String::from_utf8(ended.stdout).unwrap();
    let saved = said.lines().filter_map(|line| line.strip_prefix("saved ")?.split_once(':'));
    saved.map(|(size, root)| (size.parse().unwrap(), (root.to_owned(), number))).collect()
}

/// All that was acknowledged is there under its root, and nothing else was signed but the beginning; everything is
/// sound, so that each checkpoint follows the one before it without a gap.
fn check(store: &Store, acknowledged: &BTreeMap<u64, (String, usize)>) {
    for (size, (root, node)) in acknowledged {
        let head = store.checkpoint(*size).unwrap().unwrap_or_else(|| panic!("{size} by node {node} is lost"));
        let signed = adhere_journal::checkpoint::Checkpoint::parse(head.text()).unwrap();
        assert_eq!((signed.size, format!("{:?}", signed.root)), (*size, root.clone()), "by node {node}");
    }
    let audit = store.audit().unwrap();
    assert!(audit.is_clean(), "{:?}", audit.findings);
    assert_eq!(audit.checkpoints, 1 + u64::try_from(acknowledged.len()).unwrap());
    assert_eq!(audit.head.map(|head| head.size), acknowledged.keys().next_back().copied());
}

fn append_at_once(nodes: usize) {
    let cluster = Cluster::make();
    // Nobody gets a turn before all want one, so that they cross each other from the first change on.
    let mut gate = cluster.client();
    let mut turn = gate.transaction().unwrap();
    turn.execute("select turn_id from turn for update", &[]).unwrap();
    let started: Vec<Child> = (0..nodes).map(|number| cluster.node(number, "append")).collect();
    cluster.until_waiting(i64::try_from(nodes).unwrap());
    turn.rollback().unwrap();
    let mut all = BTreeMap::new();
    for (number, node) in started.into_iter().enumerate() {
        let saved = acknowledged(number, node);
        assert_eq!(saved.len(), COUNTS.len(), "every change came about, without being tried again");
        for (size, of) in saved {
            assert_eq!(all.insert(size, of), None, "{size} was acknowledged to two nodes");
        }
    }
    let turns: Vec<usize> = all.values().map(|(_, node)| *node).collect();
    assert!(turns.windows(2).filter(|pair| pair[0] != pair[1]).count() >= nodes, "nobody crossed anybody: {turns:?}");
    check(&cluster.first.open(), &all);
}

#[test]
fn two_nodes_that_append_at_once_make_one_sequence() {
    append_at_once(2);
}

#[test]
fn four_nodes_that_append_at_once_make_one_sequence() {
    append_at_once(4);
}

#[test]
fn a_node_that_stands_still_in_its_turn_stops_nobody_for_long_and_writes_nothing_when_it_goes_on() {
    let cluster = Cluster::make();
    let mut frozen = cluster.node(0, "hold");
    let mut said = BufReader::new(frozen.stdout.take().unwrap()).lines().map(Result::unwrap);
    assert!(said.by_ref().any(|line| line == "holding"));
    signal(&frozen, "STOP");
    let others = (1..4).map(|number| (number, cluster.node(number, "append"))).collect::<Vec<_>>();
    let saved: BTreeMap<_, _> = others.into_iter().flat_map(|(number, node)| acknowledged(number, node)).collect();
    // A node that waited for its turn for longer than the limit would have failed, and would say so.
    assert_eq!(saved.len(), 3 * COUNTS.len());
    signal(&frozen, "CONT");
    frozen.stdin.take().unwrap().write_all(b"go on\n").unwrap();
    let ended = frozen.wait_with_output().unwrap();
    assert!(!ended.status.success(), "it lost its turn");
    assert!(!said.any(|line| line.starts_with("saved ")), "and acknowledged nothing");
    check(&cluster.first.open(), &saved);
}

#[test]
fn processes_on_one_file_make_one_sequence() {
    let folder = tempfile::tempdir().unwrap();
    let instance = Instance::in_folder(folder.path());
    instance.open();
    let started = (0..4).map(|_| start(&instance.folder, "append")).collect::<Vec<_>>();
    let saved = started.into_iter().enumerate().flat_map(|(number, node)| acknowledged(number, node));
    let saved: Vec<_> = saved.collect();
    let all: BTreeMap<_, _> = saved.iter().cloned().collect();
    assert_eq!((saved.len(), all.len()), (4 * COUNTS.len(), 4 * COUNTS.len()), "no size was acknowledged twice");
    check(&instance.open(), &all);
}
