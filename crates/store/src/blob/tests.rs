mod failing_server;

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::Path;

use adhere_domain::digest::Digest;
use adhere_testing::ObjectStorage;
use jiff::Timestamp;
use sha2::{Digest as _, Sha256};

use self::failing_server::{FailingServer, Failure};
use super::bucket::Bucket;
use super::{AccessKey, BlobError, BlobPlace, Blobs, BucketPlace, Collected, Found, Kept, Place};

/// More than fits into one part of an upload.
const LARGE: usize = 8 * 1024 * 1024 + 1;

/// A place for blobs, and ways to look behind its back.
struct Fixture {
    blobs: Blobs,
    folder: tempfile::TempDir,
}

fn bucket_place(storage: &ObjectStorage, waiting: &Path) -> BucketPlace {
    BucketPlace {
        endpoint: Some(format!("http://{}", storage.host)),
        region: None,
        bucket: storage.bucket.clone(),
        prefix: storage.prefix.clone(),
        access_key: Some(AccessKey { id: storage.access_key_id.clone(), secret: storage.secret_access_key.clone() }),
        waiting: waiting.to_owned(),
    }
}

fn in_a_folder() -> Fixture {
    let folder = tempfile::tempdir().unwrap();
    let blobs = Blobs::open(&BlobPlace::Folder(folder.path().join("blobs"))).unwrap();
    Fixture { blobs, folder }
}

fn in_a_bucket() -> Fixture {
    let folder = tempfile::tempdir().unwrap();
    let place = bucket_place(&ObjectStorage::create(), &folder.path().join("waiting"));
    Fixture { blobs: Blobs::open(&BlobPlace::Bucket(place)).unwrap(), folder }
}

/// Runs a test in a folder and in a bucket.
fn on_each_place(test: impl Fn(&Fixture)) {
    for fixture in [in_a_folder(), in_a_bucket()] {
        test(&fixture);
        assert_eq!(fixture.uploads(), 0, "an upload was left behind");
    }
}

impl Fixture {
    /// Puts bytes where others belong.
    fn tamper(&self, digest: &Digest, bytes: &[u8]) {
        match &self.blobs.0 {
            Place::Folder(folder) => fs::write(folder.path(digest), bytes).unwrap(),
            Place::Bucket(bucket) => bucket.overwrite(digest, bytes).unwrap(),
        }
    }

    /// How many files of uploads there are on this machine.
    fn uploads(&self) -> usize {
        ["blobs/incoming", "waiting"]
            .iter()
            .filter_map(|name| fs::read_dir(self.folder.path().join(name)).ok())
            .map(Iterator::count)
            .sum()
    }

    fn all(&self) -> Vec<Found> {
        all(&self.blobs)
    }
}

fn all(blobs: &Blobs) -> Vec<Found> {
    let mut all = Vec::new();
    let add = &mut |found| {
        all.push(found);
        Ok(())
    };
    blobs.each(add).unwrap();
    all
}

fn kept(bytes: &[u8]) -> Kept {
    Kept { digest: Digest::new(Sha256::digest(bytes).into()), size: bytes.len() as u64 }
}

fn read(blobs: &Blobs, digest: &Digest) -> Result<Option<Vec<u8>>, BlobError> {
    let mut bytes = Vec::new();
    Ok(blobs.read(digest, &mut bytes)?.map(|size| {
        assert_eq!(size, bytes.len() as u64);
        bytes
    }))
}

/// Bytes whose parts differ from one another.
fn bytes(size: usize) -> Vec<u8> {
    let mut bytes: Vec<u8> = (0..=255).cycle().take(size).collect();
    for (number, piece) in (0_u32..).zip(bytes.chunks_exact_mut(1024)) {
        piece[..4].copy_from_slice(&number.to_be_bytes());
    }
    bytes
}

/// A moment before anything here was put where it is.
fn earlier() -> Timestamp {
    "2026-01-01T00:00:00Z".parse().unwrap()
}

/// The end of time, before which everything was put where it is.
fn later() -> Timestamp {
    Timestamp::MAX
}

#[test]
fn bytes_of_any_size_are_read_as_they_were_kept() {
    on_each_place(|place| {
        for size in [0, 1, 65_535, 65_536, 65_537, LARGE - 1, LARGE] {
            let bytes = bytes(size);
            let expected = kept(&bytes);
            assert_eq!(place.blobs.size(&expected.digest).unwrap(), None);
            assert_eq!(place.blobs.keep(&mut bytes.as_slice()).unwrap(), expected);
            assert_eq!(place.blobs.size(&expected.digest).unwrap(), Some(expected.size));
            assert!(read(&place.blobs, &expected.digest).unwrap().unwrap() == bytes, "{size} bytes");
        }
        assert_eq!(place.all().len(), 7);
    });
}

#[test]
fn the_same_bytes_are_kept_once() {
    on_each_place(|place| {
        let first = place.blobs.keep(&mut b"evidence".as_slice()).unwrap();
        assert_eq!(place.blobs.keep(&mut b"evidence".as_slice()).unwrap(), first);
        let all = place.all();
        assert!(matches!(all.as_slice(), [Found::Blob(only, _)] if *only == first), "{all:?}");
    });
}

#[test]
fn what_is_not_kept_is_nothing() {
    on_each_place(|place| {
        let digest = kept(b"never kept").digest;
        assert_eq!(read(&place.blobs, &digest).unwrap(), None);
        assert_eq!(place.blobs.size(&digest).unwrap(), None);
        assert_eq!(place.all(), []);
    });
}

#[test]
fn altered_bytes_are_refused_and_never_handed_out_whole() {
    on_each_place(|place| {
        for size in [8, 200_000] {
            let bytes = bytes(size);
            let digest = place.blobs.keep(&mut bytes.as_slice()).unwrap().digest;
            let mut flipped = bytes.clone();
            flipped[size - 1] ^= 1;
            let longer = [bytes.as_slice(), b"!"].concat();
            let other = vec![1; size];
            for altered in [flipped.as_slice(), &bytes[..size - 1], &longer, &other, &[]] {
                place.tamper(&digest, altered);
                let mut handed_out = Vec::new();
                let refused = place.blobs.read(&digest, &mut handed_out).unwrap_err();
                let found = kept(altered).digest;
                assert!(
                    matches!(refused, BlobError::Altered { digest: of, found: is } if of == digest && is == found),
                    "{refused}"
                );
                assert!(handed_out.len() < altered.len().max(1), "the last piece was handed out");
            }
            // Keeping the bytes again mends what was altered.
            place.blobs.keep(&mut bytes.as_slice()).unwrap();
            assert!(read(&place.blobs, &digest).unwrap().unwrap() == bytes);
        }
    });
}

/// Gives some bytes, and then fails.
struct Breaking<R>(R);

impl<R: Read> Read for Breaking<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self.0.read(buffer)? {
            0 => Err(io::Error::other("the connection broke")),
            count => Ok(count),
        }
    }
}

/// Takes nothing.
struct Full;

impl Write for Full {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(io::ErrorKind::StorageFull.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn half_of_an_upload_is_never_there() {
    on_each_place(|place| {
        for size in [0, 1, 100_000, LARGE] {
            let bytes = bytes(size);
            let broken = place.blobs.keep(&mut Breaking(bytes.as_slice())).unwrap_err();
            assert!(matches!(broken, BlobError::Source(_)), "{broken}");
            assert_eq!(place.blobs.size(&kept(&bytes).digest).unwrap(), None);
            assert_eq!(place.all(), []);
        }
    });
}

#[test]
fn a_sink_that_fails_is_reported_as_that() {
    on_each_place(|place| {
        let digest = place.blobs.keep(&mut b"evidence".as_slice()).unwrap().digest;
        let failed = place.blobs.read(&digest, &mut Full).unwrap_err();
        assert!(matches!(failed, BlobError::Sink(_)), "{failed}");
    });
}

#[test]
fn garbage_is_what_is_old_and_not_named() {
    on_each_place(|place| {
        let [first, second] = [b"first", b"other"].map(|bytes| place.blobs.keep(&mut bytes.as_slice()).unwrap());
        let named = BTreeSet::from([second.digest]);
        assert_eq!(place.blobs.collect_garbage(&named, earlier()).unwrap(), Collected::default());
        let collected = place.blobs.collect_garbage(&named, later()).unwrap();
        assert_eq!(collected, Collected { blobs: 1, bytes: 5, uploads: 0 });
        assert_eq!(read(&place.blobs, &first.digest).unwrap(), None);
        assert_eq!(read(&place.blobs, &second.digest).unwrap().unwrap(), b"other");
    });
}

#[test]
fn keeping_again_makes_young() {
    let place = in_a_folder();
    let Place::Folder(folder) = &place.blobs.0 else { panic!("not a folder") };
    let digest = place.blobs.keep(&mut b"evidence".as_slice()).unwrap().digest;
    let long_ago = Timestamp::UNIX_EPOCH;
    File::open(folder.path(&digest)).unwrap().set_modified(long_ago.into()).unwrap();
    place.blobs.keep(&mut b"evidence".as_slice()).unwrap();
    assert_eq!(place.blobs.collect_garbage(&BTreeSet::new(), earlier()).unwrap(), Collected::default());
    File::open(folder.path(&digest)).unwrap().set_modified(long_ago.into()).unwrap();
    assert_eq!(place.blobs.collect_garbage(&BTreeSet::new(), earlier()).unwrap().blobs, 1);
}

#[test]
fn uploads_of_a_process_that_died_are_deleted_when_they_are_old() {
    let place = in_a_folder();
    let left = place.folder.path().join("blobs/incoming/.tmpLeft");
    fs::write(&left, b"half").unwrap();
    assert_eq!(place.blobs.collect_garbage(&BTreeSet::new(), earlier()).unwrap().uploads, 0);
    assert_eq!(place.blobs.collect_garbage(&BTreeSet::new(), later()).unwrap().uploads, 1);
    assert!(!left.exists());
    assert_eq!(place.all(), []);
}

#[test]
fn what_adhere_did_not_put_there_is_reported_and_left_alone() {
    let place = in_a_folder();
    let root = place.folder.path().join("blobs/sha256");
    fs::create_dir(root.join("ab")).unwrap();
    for name in ["note.txt", "ab/short", "ab/NOTE"] {
        fs::write(root.join(name), b"mine").unwrap();
    }
    assert_eq!(place.blobs.collect_garbage(&BTreeSet::new(), later()).unwrap(), Collected::default());
    let strays = place.all().into_iter().map(|found| match found {
        Found::Stray(name) => name,
        Found::Blob(..) => panic!("{found:?}"),
    });
    assert_eq!(strays.collect::<BTreeSet<_>>().len(), 3);
}

#[test]
fn a_name_that_cannot_be_given_leaves_nothing_behind() {
    let place = in_a_folder();
    let Place::Folder(folder) = &place.blobs.0 else { panic!("not a folder") };
    let expected = kept(b"evidence");
    // A folder stands in the way.
    fs::create_dir_all(folder.path(&expected.digest).join("in the way")).unwrap();
    let failed = place.blobs.keep(&mut b"evidence".as_slice()).unwrap_err();
    assert!(matches!(failed, BlobError::Folder { .. }), "{failed}");
    assert_eq!(place.uploads(), 0);
    fs::remove_dir_all(folder.path(&expected.digest)).unwrap();
    assert_eq!(place.blobs.keep(&mut b"evidence".as_slice()).unwrap(), expected);
}

#[test]
fn a_folder_is_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt as _;

    let place = in_a_folder();
    let Place::Folder(folder) = &place.blobs.0 else { panic!("not a folder") };
    let path = folder.path(&place.blobs.keep(&mut b"evidence".as_slice()).unwrap().digest);
    for path in [path.parent().unwrap(), &path, &place.folder.path().join("blobs")] {
        let mode = fs::metadata(path).unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "{}", path.display());
    }
}

/// Keeps bytes through a server that fails from one of its requests on, and looks directly at what is there then.
fn check_upload_through(size: usize, request: usize, failure: Failure) -> (Result<Kept, BlobError>, usize) {
    let (storage, folder) = (ObjectStorage::create(), tempfile::tempdir().unwrap());
    let place = bucket_place(&storage, folder.path());
    let server = FailingServer::start(&storage.host, request, failure);
    let through = BucketPlace { endpoint: Some(format!("http://{}", server.host())), ..place.clone() };
    let bytes = bytes(size);
    let outcome = Bucket::open_trying(&through, 0).unwrap().keep(&mut bytes.as_slice());
    let requests = server.requests();

    let direct = Blobs::open(&BlobPlace::Bucket(place)).unwrap();
    let digest = kept(&bytes).digest;
    let there = read(&direct, &digest).unwrap();
    assert_eq!(all(&direct).len(), usize::from(there.is_some()));
    match (&there, &outcome) {
        (None, Ok(_)) => panic!("what was acknowledged is not there"),
        (None, Err(_)) => {}
        (Some(there), _) => assert!(*there == bytes, "half of an upload is there"),
    }
    if outcome.is_err() {
        assert_eq!(there.is_some(), failure == Failure::Unanswered && request + 1 == requests_of(size));
        assert_eq!(direct.keep(&mut bytes.as_slice()).unwrap(), kept(&bytes), "trying again is safe");
        assert_eq!(all(&direct).len(), 1);
    }
    (outcome, requests)
}

/// How many requests an upload takes: one, or one to begin, one for each part and one to end.
fn requests_of(size: usize) -> usize {
    if size == LARGE { 4 } else { 1 }
}

#[test]
fn an_upload_that_fails_is_not_there_or_is_there_whole() {
    for size in [100, LARGE] {
        for failure in [Failure::Refused, Failure::Unanswered] {
            for request in 0..requests_of(size) {
                let (outcome, _) = check_upload_through(size, request, failure);
                let failed = outcome.unwrap_err();
                assert!(matches!(failed, BlobError::Bucket { .. }), "{failed}");
            }
        }
        // Nothing fails when the failure is to come later: what was tried above was all there is.
        let (outcome, requests) = check_upload_through(size, requests_of(size), Failure::Refused);
        outcome.unwrap();
        assert_eq!(requests, requests_of(size));
    }
}

#[test]
fn a_wrong_access_key_is_told_apart_from_what_is_not_there() {
    let (mut storage, folder) = (ObjectStorage::create(), tempfile::tempdir().unwrap());
    storage.secret_access_key.push('x');
    let blobs = Blobs::open(&BlobPlace::Bucket(bucket_place(&storage, folder.path()))).unwrap();
    let refused = blobs.keep(&mut b"evidence".as_slice()).unwrap_err();
    assert!(refused.to_string().contains("access key"), "{refused}");
    blobs.size(&kept(b"evidence").digest).unwrap_err();
}
