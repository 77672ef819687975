//! What `scripts/measure-store` measures: each run does one thing to an instance and prints figures, one on a line. It is
//! a process of its own, so that the kernel knows how much memory that one thing took.

mod events;
mod machine;

use std::error::Error;
use std::io::{self, Write as _};
use std::path::Path;
use std::time::Duration;

use adhere_store::event::Event;
use adhere_store::home::{Home, Settings};
use adhere_store::{Store, StoreError};
use jiff::Timestamp;

use self::events::Kind;
use self::machine::{DurableFile, Stopwatch};

/// The one that the program has.
/// The one that the program has.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

fn main() -> Outcome {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["hash"] => print("cpu-ns", machine::hashing()?.as_nanos()),
        ["make", home] => make(Path::new(home), None),
        ["make", home, url] => make(Path::new(home), Some(*url)),
        ["append", home, kind, count] => append(Path::new(home), kind, count.parse()?),
        ["fill", home, kind, count, batch] => fill(Path::new(home), kind, count.parse()?, batch.parse()?),
        ["open", home] => look(Path::new(home)),
        ["rebuild", home] => rebuild(Path::new(home)),
        ["audit", home] => audit(Path::new(home)),
        ["prove", home, count] => prove(Path::new(home), count.parse()?),
        _ => Err("what is to be measured?".into()),
    }
}

/// Prints a figure.
fn print(name: &str, figure: impl std::fmt::Display) -> Outcome {
    Ok(writeln!(io::stdout(), "{name} {figure}")?)
}

/// Prints how long something took by both clocks, in nanoseconds for each of so many.
fn print_each(watch: &Stopwatch, count: u64) -> Outcome {
    let each = |time: Duration| Ok::<_, Box<dyn Error>>(time.as_nanos() / u128::from(count.max(1)));
    print("wall-ns", each(watch.wall()?)?)?;
    print("cpu-ns", each(watch.cpu()?)?)
}

fn now() -> Outcome<Timestamp> {
    Ok("2026-03-01T09:00:00Z".parse()?)
}

fn make(home: &Path, url: Option<&str>) -> Outcome {
    let mut settings = Settings::named("example.eu/log")?;
    settings.database.url = url.map(str::to_owned);
    Store::open(Home::make(home, settings)?, now()?)?;
    Ok(())
}

fn open(home: &Path) -> Outcome<Store> {
    Ok(Store::open(Home::open(home)?, now()?)?)
}

/// The events of so many numbers, made before anything is measured.
fn events(kind: Kind, numbers: std::ops::Range<u64>) -> Outcome<Vec<Event>> {
    Ok(numbers.map(|number| kind.event(number)).collect::<Option<Vec<_>>>().ok_or("an id is not one")?)
}

/// Makes a change with events.
fn change(store: &Store, events: Vec<Event>) -> Outcome {
    store.change(now()?, "measuring", |change| {
        events.into_iter().try_for_each(|event| change.record(event).map(|_| ()))?;
        Ok::<_, StoreError>(())
    })?;
    Ok(())
}

/// The events recorded so far are those of the first numbers, after the entry that every journal begins with.
fn recorded(store: &Store) -> Outcome<u64> {
    Ok(store.head()?.map_or(0, |head| head.size).saturating_sub(1))
}

/// Appends entries one by one, and pages to a file beside them by turns: both see the same disk at the same time.
fn append(home: &Path, kind: &str, count: u64) -> Outcome {
    const TURN: u64 = 50;
    let kind = Kind::parse(kind).ok_or("no such kind")?;
    let store = open(home)?;
    let mut file = DurableFile::create(home)?;
    let from = recorded(&store)?;
    let (mut appends, mut pages, mut used) = (Vec::new(), Vec::new(), Duration::ZERO);
    for turn in (from..from + count).step_by(usize::try_from(TURN)?) {
        for _ in 0..TURN {
            pages.push(file.add()?);
        }
        for number in turn..(turn + TURN).min(from + count) {
            let events = events(kind, number..number + 1)?;
            let watch = Stopwatch::start()?;
            change(&store, events)?;
            appends.push(watch.wall()?);
            used += watch.cpu()?;
        }
    }
    print("cpu-ns", used.as_nanos() / u128::from(count.max(1)))?;
    print_times("append", appends)?;
    print_times("fdatasync", pages)
}

/// Prints the middle, the ninety-ninth of a hundred and how many there are in a second.
fn print_times(name: &str, mut times: Vec<Duration>) -> Outcome {
    times.sort_unstable();
    let at = |part: usize| times.get(times.len() * part / 100).map_or(0, Duration::as_nanos);
    let total = times.iter().sum::<Duration>().as_nanos();
    let rate = u128::try_from(times.len())? * 1_000_000_000 / total.max(1);
    print(&format!("{name}-p50-ns"), at(50))?;
    print(&format!("{name}-p99-ns"), at(99))?;
    print(&format!("{name}-rate"), rate)
}

/// Records so many events in changes of so many each.
fn fill(home: &Path, kind: &str, count: u64, batch: u64) -> Outcome {
    let kind = Kind::parse(kind).ok_or("no such kind")?;
    let store = open(home)?;
    let from = recorded(&store)?;
    let (mut wall, mut cpu) = (Duration::ZERO, Duration::ZERO);
    for first in (from..from + count).step_by(usize::try_from(batch)?) {
        let events = events(kind, first..(first + batch).min(from + count))?;
        let watch = Stopwatch::start()?;
        change(&store, events)?;
        wall += watch.wall()?;
        cpu += watch.cpu()?;
    }
    print("wall-ns", wall.as_nanos() / u128::from(count.max(1)))?;
    print("cpu-ns", cpu.as_nanos() / u128::from(count.max(1)))
}

/// Opens an instance, and reads how much there is.
fn look(home: &Path) -> Outcome {
    let watch = Stopwatch::start()?;
    let status = open(home)?.status()?;
    print_each(&watch, 1)?;
    print("entries", status.head.map_or(0, |head| head.size))?;
    print("private", status.private)
}

fn rebuild(home: &Path) -> Outcome {
    let store = open(home)?;
    let watch = Stopwatch::start()?;
    let applied = store.rebuild()?;
    print_each(&watch, applied)?;
    print("entries", applied)
}

fn audit(home: &Path) -> Outcome {
    let store = open(home)?;
    let watch = Stopwatch::start()?;
    let audit = store.audit()?;
    // Bytes of evidence are named here and were never made.
    let only_bytes =
        |finding: &&adhere_store::audit::Finding| !matches!(finding, adhere_store::audit::Finding::BytesMissing { .. });
    if let Some(finding) = audit.findings.iter().find(only_bytes) {
        return Err(format!("the audit found that {finding}").into());
    }
    print_each(&watch, audit.entries)?;
    print("entries", audit.entries)
}

/// Makes receipts of so many entries from all over the journal.
fn prove(home: &Path, count: u64) -> Outcome {
    let store = open(home)?;
    let size = store.head()?.map_or(0, |head| head.size);
    let watch = Stopwatch::start()?;
    for number in 0..count {
        // A prime apart, so that few are in the same tile.
        store.receipt(number.wrapping_mul(104_729) % size)?;
    }
    print_each(&watch, count)
}
