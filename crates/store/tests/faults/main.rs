//! What `scripts/faults` kills, starves and cuts off: changes, uploads, backups and moves, each acknowledged on the
//! standard output once it is saved. `check` looks at what is left, and that nothing acknowledged is lost.

use std::error::Error;
use std::io::{self, Read, Write as _};
use std::path::{Path, PathBuf};

use adhere_domain::codes::id::PartId;
use adhere_domain::codes::profile::Profile;
use adhere_domain::codes::publication::{CodePublished, Publication};
use adhere_domain::digest::Digest;
use adhere_domain::id::Id;
use adhere_domain::parties::directory::PartyEvent;
use adhere_domain::parties::organisation::Person;
use adhere_domain::text::NonEmptyText;
use adhere_store::backup;
use adhere_store::blob::{AccessKey, BlobPlace, Blobs, BucketPlace, Found};
use adhere_store::db::DatabasePlace;
use adhere_store::event::{Event, InstanceEvent};
use adhere_store::home::{Home, Settings};
use adhere_store::projection::history;
use adhere_store::{Change, Changed, Store, StoreError};
use adhere_testing::ObjectStorage;
use jiff::Timestamp;

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

fn main() -> Outcome {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["make", home] => make(Path::new(home), None),
        ["make", home, url] => make(Path::new(home), Some(*url)),
        ["append", home, counts @ ..] => append(Path::new(home), counts),
        ["upgrade", home] => open(Path::new(home)).map(|_| ()),
        ["hold", home] => hold(Path::new(home)),
        ["keep", place, sizes @ ..] => keep(place, sizes),
        ["backup", home, folder] => {
            begun(Path::new(home))?.backup(Path::new(folder), backup::Keys::Included, &mut |_, _| {})?;
            acknowledge("backed-up")
        }
        ["restore", home, folder] => restore(Path::new(home), Path::new(folder)),
        ["migrate", home, url] => {
            begun(Path::new(home))?.migrate(url, &mut |_, _| {})?;
            acknowledge("moved")
        }
        ["audit", home, acknowledged @ ..] => audit(Path::new(home), acknowledged).map(|_| ()),
        ["check", home, acknowledged @ ..] => check(Path::new(home), acknowledged),
        ["check-kept", place, acknowledged @ ..] => check_kept(place, acknowledged),
        _ => Err("what is to be done?".into()),
    }
}

/// Says that something is saved, and waits until that was said.
fn acknowledge(what: &str) -> Outcome {
    let mut out = io::stdout().lock();
    // One call of the system, so that nothing comes between the words.
    out.write_all(format!("{what}\n").as_bytes())?;
    Ok(out.flush()?)
}

fn now() -> Outcome<Timestamp> {
    Ok("2026-03-01T09:00:00Z".parse()?)
}

fn make(home: &Path, url: Option<&str>) -> Outcome {
    let mut settings = Settings::named("example.eu/log")?;
    settings.database.url = url.map(str::to_owned);
    let home = Home::make(home, settings)?;
    Store::open(home, now()?)?;
    acknowledge("made")
}

fn open(home: &Path) -> Outcome<Store> {
    Ok(Store::open(Home::open(home)?, now()?)?)
}

/// Opens an instance, and says so: from here on it is about what was asked for.
fn begun(home: &Path) -> Outcome<Store> {
    let store = open(home)?;
    acknowledge("begun")?;
    Ok(store)
}

/// Makes changes of so many events each, and goes on after one that failed.
fn append(home: &Path, counts: &[&str]) -> Outcome {
    let store = begun(home)?;
    let mut outcome = Ok(());
    for count in counts {
        let count: u64 = count.parse()?;
        match change(&store, count) {
            Ok(saved) => acknowledge(&saved)?,
            Err(error) => outcome = Err(error.into()),
        }
    }
    outcome
}

/// Makes a change, and stays in it until a line is read.
fn hold(home: &Path) -> Outcome {
    let store = open(home)?;
    let changed = store.change(now()?, "faults", |change| -> Outcome {
        let from = next(change)?;
        record(change, from)?;
        acknowledge("holding")?;
        io::stdin().read_line(&mut String::new())?;
        Ok(())
    })?;
    acknowledge(&saved(&changed))
}

/// A change with events of each kind: some everybody may read, some nobody, some with a document.
fn change(store: &Store, count: u64) -> Result<String, StoreError> {
    let changed = store.change("2026-03-01T09:00:00Z".parse().unwrap_or_default(), "faults", |change| {
        let from = next(change)?;
        (from..from + count).try_for_each(|number| record(change, number))
    })?;
    Ok(saved(&changed))
}

/// The place of the entry to come: what is recorded there is named after it, so that nothing is recorded twice.
fn next(change: &mut Change<'_, '_>) -> Result<u64, StoreError> {
    let last = history::before(change.tx(), &history::Wanted::default(), None, 1)?;
    Ok(last.first().map_or(0, |line| line.entry_id + 1))
}

fn saved(changed: &Changed<()>) -> String {
    let head = changed.head.as_ref();
    head.map_or_else(|| "saved nothing".to_owned(), |head| format!("saved {}:{:?}", head.size, head.root))
}

fn record(change: &mut Change<'_, '_>, number: u64) -> Result<(), StoreError> {
    let other = match number % 3 {
        0 => person(number),
        1 => code(number, change.keep_document(&format!("the source of code {number}"))?),
        _ => None,
    };
    let (known, origin) = (None, "example.org/other".to_owned());
    let conflict = InstanceEvent::WitnessConflict { origin, known, presented: format!("number {number}") };
    change.record(other.unwrap_or(Event::Instance(conflict))).map(|_| ())
}

fn person(number: u64) -> Option<Event> {
    let name = NonEmptyText::parse(&format!("Person {number}"))?;
    Some(Event::Party(PartyEvent::PersonRegistered(Id::parse(&format!("person-{number}"))?, Person { name })))
}

fn code(number: u64, source: Digest) -> Option<Event> {
    Some(Event::Code(CodePublished(Publication {
        code: PartId::parse(&format!("code-{number}"))?,
        version: PartId::parse("1")?,
        digest: source,
        source,
        profile: Profile::Aia56,
        published: "2026-03-01".parse().ok()?,
        follows: None,
    })))
}

/// A folder, or a prefix in the bucket for tests.
fn place(name: &str) -> BlobPlace {
    let Some(prefix) = name.strip_prefix("s3:") else { return BlobPlace::Folder(PathBuf::from(name)) };
    let storage = ObjectStorage::create();
    BlobPlace::Bucket(BucketPlace {
        endpoint: Some(format!("http://{}", storage.host)),
        region: None,
        bucket: storage.bucket,
        prefix: prefix.to_owned(),
        access_key: Some(AccessKey { id: storage.access_key_id, secret: storage.secret_access_key }),
        waiting: std::env::temp_dir(),
    })
}

/// Keeps so many bytes each.
fn keep(name: &str, sizes: &[&str]) -> Outcome {
    let blobs = Blobs::open(&place(name))?;
    acknowledge("begun")?;
    let mut outcome = Ok(());
    for size in sizes {
        let size: u64 = size.parse()?;
        // Different for each size.
        let seed = size.to_be_bytes();
        let mut bytes = seed.as_slice().chain(io::repeat(b'e')).take(size);
        match blobs.keep(&mut bytes) {
            Ok(kept) => acknowledge(&format!("kept {}:{}", kept.digest, kept.size))?,
            Err(error) => outcome = Err(error.into()),
        }
    }
    outcome
}

/// Fills a new instance from a backup, with the keys that it has.
fn restore(home: &Path, folder: &Path) -> Outcome {
    let keys = home.join("keys");
    std::fs::create_dir_all(&keys)?;
    for key in std::fs::read_dir(folder.join("keys"))? {
        let key = key?;
        std::fs::copy(key.path(), keys.join(key.file_name()))?;
    }
    let home = Home::make(home, Settings::named("example.eu/log")?)?;
    Store::restore(home, folder, &mut |_, _| {})?;
    acknowledge("restored")
}

/// Looks at everything, and for what was acknowledged.
fn audit(home: &Path, acknowledged: &[&str]) -> Outcome<Store> {
    let store = open(home)?;
    for words in acknowledged {
        let (size, root) = words.split_once(':').ok_or("an acknowledgement is `SIZE:ROOT`")?;
        let found = root_of(&store.home().database(), size.parse()?)?;
        if found.as_deref() != Some(root) {
            return Err(format!("{size} entries were acknowledged with the root {root}, and {found:?} is there").into());
        }
    }
    sound(&store)?;
    Ok(store)
}

fn sound(store: &Store) -> Outcome {
    let audit = store.audit()?;
    if audit.is_clean() { Ok(()) } else { Err(format!("the audit found {:?}", audit.findings).into()) }
}

/// Looks at everything, makes another change and looks again.
fn check(home: &Path, acknowledged: &[&str]) -> Outcome {
    let store = audit(home, acknowledged)?;
    change(&store, 2)?;
    sound(&store)?;
    acknowledge("sound")
}

/// The root that is kept for a size, read past the store.
fn root_of(place: &DatabasePlace, size: i64) -> Outcome<Option<String>> {
    let root: Vec<u8> = match place {
        DatabasePlace::File(file) => {
            let found = rusqlite::Connection::open(file)?.query_row(
                "select root from checkpoint where size = ?1",
                [size],
                |row| row.get(0),
            );
            match found {
                Err(rusqlite::Error::QueryReturnedNoRows) => return Ok(None),
                found => found?,
            }
        }
        DatabasePlace::Server(url) => {
            let mut client = postgres::Client::connect(url, postgres::NoTls)?;
            match client.query_opt("select root from checkpoint where size = $1", &[&size])? {
                None => return Ok(None),
                Some(row) => row.get(0),
            }
        }
    };
    let root = root.try_into().map_err(|_| "a root has 32 bytes")?;
    Ok(Some(Digest::new(root).to_string()))
}

/// Reads every blob, and looks for those that were acknowledged.
fn check_kept(name: &str, acknowledged: &[&str]) -> Outcome {
    let blobs = Blobs::open(&place(name))?;
    for words in acknowledged {
        let (digest, size) = words.split_once(':').ok_or("an acknowledgement is `DIGEST:SIZE`")?;
        let digest = Digest::parse(digest).ok_or("a digest has 64 digits")?;
        if blobs.size(&digest)? != Some(size.parse()?) {
            return Err(format!("{digest} was acknowledged, and is not there").into());
        }
    }
    blobs.each(&mut |found| match found {
        Found::Blob(kept, _) => blobs.read(&kept.digest, &mut io::sink()).map(|_| ()),
        Found::Stray(_) => Ok(()),
    })?;
    acknowledge("sound")
}
