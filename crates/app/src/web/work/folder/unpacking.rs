//! A folder that was uploaded: as one zip file, or file by file with their paths. Everything in it is kept under its
//! digest first. Refused is what is no path below a folder, is there twice or is no file, and what unpacks to more than
//! four times what may be uploaded.

mod bounded;

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};

use adhere_actions::ActionError;
use adhere_actions::folder::Folder;
use adhere_actions::library::take_in;
use adhere_domain::codes::id::PartId;
use adhere_domain::digest::Digest;
use adhere_domain::evidence::item::EvidenceId;
use adhere_domain::id::Id;
use adhere_formats::provider_folder::{MODELS_FOLDER, PROVIDER_FILE};
use adhere_formats::recorded::{EVIDENCE_FOLDER, RECORDED_FILE, recorded};
use adhere_store::StoreError;
use adhere_store::blob::{BlobError, Kept};
use zip::ZipArchive;

use self::bounded::{Allowance, Bounded};
use crate::web::Page;
use crate::web::error::Problem;
use crate::web::said::Said;
use crate::web::taking_in::TakenFile;

/// So many files are in a folder, at most.
const MOST_FILES: usize = 10_000;
/// A file of text has at most so many bytes.
const LARGEST_TEXT: u64 = 8 << 20;
/// So many bytes of a zip file are read until it is open: what it says of so many files takes less.
const OPENED_WITH: u64 = 8 << 20;
/// What is unpacked has at most so many times the bytes that may be uploaded.
const UNPACKED: u64 = 4;
/// The part of a mode of Unix that says what kind of file it is.
const KIND: u32 = 0o170_000;
/// The kind of a plain file.
const PLAIN: u32 = 0o100_000;
/// Where a zip file says how many files it has: its last record, which begins with this and has so many bytes.
const LAST_RECORD: &[u8] = b"PK\x05\x06";
const LAST_RECORD_SIZE: usize = 22;
/// What leads to the record for large files (ZIP64) stands right before that, and has so many bytes.
const LOCATOR: &[u8] = b"PK\x06\x07";
const LOCATOR_SIZE: usize = 20;

/// What was uploaded, file by file.
type Files = BTreeMap<String, Kept>;

/// What is in a folder that was uploaded.
pub(in crate::web) struct Unpacked {
    pub(in crate::web) folder: Folder,
    /// The bytes of evidence by the names of their files.
    pub(in crate::web) bytes: BTreeMap<EvidenceId, Kept>,
    /// Files that are no part of such a folder.
    pub(in crate::web) left: Vec<String>,
    files: Files,
}

/// The files of a form: those in the zip file if it is one, or else its own.
pub(super) fn files_of_form(page: &Page<'_>, taken: Vec<TakenFile>) -> Result<Files, Problem> {
    if let [one] = taken.as_slice()
        && one.media_type.as_str() == "application/zip"
    {
        return below_root(unzip(page, &one.kept.digest)?);
    }
    let mut files = Files::new();
    for TakenFile { name, kept, .. } in taken {
        put(&mut files, &name, kept)?;
    }
    below_root(files)
}

/// Adds a file under a path that leads nowhere else.
fn put(files: &mut Files, path: &str, kept: Kept) -> Result<(), Problem> {
    let is_part =
        |part: &str| !matches!(part, "" | "." | "..") && !part.contains(['\\', ':']) && part.chars().all(seen);
    if !path.split('/').all(is_part) {
        return Err(Problem::unprocessable(Said::new("problem-path").of("path", path.escape_debug())));
    }
    if files.insert(path.to_owned(), kept).is_some() {
        return Err(Problem::unprocessable(Said::new("problem-path-twice").of("path", path)));
    }
    Ok(())
}

fn seen(letter: char) -> bool {
    crate::web::file_name::is_seen(letter)
}

/// Files by their paths below the folder that has `adhere.toml` or `recorded.toml`: browsers send the folder's own name
/// before them.
fn below_root(files: Files) -> Result<Files, Problem> {
    let is_root =
        |path: &&String| [PROVIDER_FILE, RECORDED_FILE].contains(&path.rsplit('/').next().unwrap_or_default());
    let root = files.keys().filter(is_root).min_by_key(|path| path.matches('/').count());
    let missing = || {
        Problem::unprocessable(Said::new("problem-no-root").of("provider", PROVIDER_FILE).of("recorded", RECORDED_FILE))
    };
    let root = root.ok_or_else(missing)?.rsplit_once('/').map(|(folder, _)| format!("{folder}/")).unwrap_or_default();
    let below = files.into_iter().filter_map(|(path, kept)| Some((path.strip_prefix(&root)?.to_owned(), kept)));
    Ok(below.collect())
}

/// The files in a zip file that is kept.
fn unzip(page: &Page<'_>, digest: &Digest) -> Result<Files, Problem> {
    let mut file = tempfile::tempfile().map_err(|error| Problem::failed(&error))?;
    page.service.store.blobs().read(digest, &mut file).map_err(StoreError::from)?;
    let Ending { named, is_zip64 } = Ending::of(&mut file).map_err(|error| Problem::failed(&error))?;
    if is_zip64 {
        return Err(Problem::unprocessable(Said::new("problem-zip-large")));
    }
    let unreadable = |error: zip::result::ZipError| {
        let detail = format!("the zip file cannot be read: {error}");
        Problem::unprocessable(detail).saying(Some(Said::new("problem-zip")))
    };
    let too_many = || Problem::unprocessable(Said::new("problem-zip-files").of("most", MOST_FILES));
    // What is opened is held file by file: what says itself that it has too many is not opened.
    if named.is_some_and(|named| named > MOST_FILES) {
        return Err(too_many());
    }
    let allowance = Allowance::of(OPENED_WITH);
    let opened = ZipArchive::new(Bounded::new(file, allowance.clone()));
    if allowance.is_spent() {
        return Err(too_many());
    }
    let mut archive = opened.map_err(unreadable)?;
    allowance.lift();
    if archive.len() > MOST_FILES {
        return Err(too_many());
    }
    if named != Some(archive.len()) {
        return Err(Problem::unprocessable(Said::new("problem-zip-twice")));
    }
    let most = page.service.store.home().settings().web.largest_upload().saturating_mul(UNPACKED);
    let (mut left, mut files) = (most, Files::new());
    for index in 0..archive.len() {
        let entry = archive.by_index(index).map_err(unreadable)?;
        let name = entry.name().map_err(unreadable)?.into_owned();
        if entry.is_dir() {
            continue;
        }
        if entry.unix_mode().is_some_and(|mode| mode & KIND != 0 && mode & KIND != PLAIN) {
            return Err(Problem::unprocessable(Said::new("problem-zip-link").of("path", name.escape_debug())));
        }
        // What the head of an entry says of its size is not believed: one byte more than there may be is read.
        let mut bytes = entry.take(left.saturating_add(1));
        let taken = take_in(&page.context()?, page.actor()?.organisation()?, &mut bytes);
        let kept = taken.map_err(|error| match error {
            ActionError::Store(StoreError::Blob(BlobError::Source(error))) => unreadable(error.into()),
            error => error.into(),
        })?;
        left = left.checked_sub(kept.size).ok_or_else(|| Problem::too_large(most))?;
        put(&mut files, &name, kept)?;
    }
    Ok(files)
}

/// What the end of a zip file says before any of it is opened.
struct Ending {
    /// How many files it says it has, by its last record; nothing when it has none where it should be.
    named: Option<usize>,
    /// Whether a record for large files stands before one of its last records: what that says is not bounded by anything.
    is_zip64: bool,
}

impl Ending {
    fn of(file: &mut File) -> std::io::Result<Self> {
        let size = file.seek(SeekFrom::End(0))?;
        let tail = size.min((LOCATOR_SIZE + LAST_RECORD_SIZE + LAST_RECORD.len() + (1 << 16)) as u64);
        file.seek(SeekFrom::Start(size - tail))?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)?;
        file.seek(SeekFrom::Start(0))?;
        let records = || {
            let windows = bytes.windows(LAST_RECORD_SIZE).enumerate();
            windows.filter(|(_, window)| window.starts_with(LAST_RECORD))
        };
        let is_after_locator = |at: usize| {
            let before = at.checked_sub(LOCATOR_SIZE).and_then(|before| bytes.get(before..at));
            before.is_some_and(|before| before.starts_with(LOCATOR))
        };
        let count = records().next_back().and_then(|(_, record)| record.get(10..12)?.try_into().ok());
        Ok(Self {
            named: count.map(|count: [u8; 2]| usize::from(u16::from_le_bytes(count))),
            is_zip64: records().any(|(at, _)| is_after_locator(at)),
        })
    }
}

impl Unpacked {
    /// Reads what the files say.
    ///
    /// # Errors
    /// One of them is wrong.
    pub(super) fn read(page: &Page<'_>, files: Files) -> Result<Self, Problem> {
        let mut unpacked =
            Self { folder: Folder::default(), bytes: BTreeMap::new(), left: Vec::new(), files: Files::new() };
        for (path, kept) in &files {
            let model = path.strip_prefix(&format!("{MODELS_FOLDER}/")).and_then(|name| name.strip_suffix(".toml"));
            let item = path.strip_prefix(&format!("{EVIDENCE_FOLDER}/")).and_then(Id::parse);
            match (path.as_str(), model.and_then(PartId::parse), item) {
                (PROVIDER_FILE, ..) => unpacked.folder.files.own = Some(text(page, path, kept)?),
                (RECORDED_FILE, ..) => {
                    let (read, findings) = recorded(path, &text(page, path, kept)?);
                    unpacked.folder.recorded =
                        read.ok_or_else(|| ActionError::Files(findings)).map_err(|error| told(page, error))?;
                }
                (_, Some(model), _) => {
                    unpacked.folder.files.models.insert(model, text(page, path, kept)?);
                }
                (_, _, Some(item)) => {
                    unpacked.bytes.insert(item, *kept);
                }
                _ => unpacked.left.push(path.clone()),
            }
        }
        Ok(Self { files, ..unpacked })
    }

    /// What was uploaded, to be read again when it is confirmed.
    pub(super) fn content(&self) -> Result<String, Problem> {
        let files: BTreeMap<_, _> =
            self.files.iter().map(|(path, kept)| (path, (kept.digest.to_string(), kept.size))).collect();
        serde_json::to_string(&files).map_err(|error| Problem::failed(&error))
    }

    /// The same again.
    pub(super) fn read_content(page: &Page<'_>, content: &str) -> Result<Self, Problem> {
        let files: BTreeMap<String, (String, u64)> =
            serde_json::from_str(content).map_err(|error| Problem::failed(&error))?;
        let files = files
            .into_iter()
            .filter_map(|(path, (digest, size))| Some((path, Kept { digest: Digest::parse(&digest)?, size })));
        Self::read(page, files.collect())
    }
}

/// What a person can mend, in words.
fn told(page: &Page<'_>, error: ActionError) -> Problem {
    super::told(page, error).map_or_else(|problem| problem, Problem::unprocessable)
}

/// The text of a file.
fn text(page: &Page<'_>, path: &str, kept: &Kept) -> Result<String, Problem> {
    let no_text = || Problem::unprocessable(Said::new("problem-no-utf8").of("path", path));
    if kept.size > LARGEST_TEXT {
        return Err(no_text());
    }
    let mut bytes = Vec::new();
    let read = page.service.store.blobs().read(&kept.digest, &mut bytes).map_err(StoreError::from)?;
    read.ok_or_else(|| Problem::unprocessable(Said::new("problem-upload-gone")))?;
    String::from_utf8(bytes).map_err(|_| no_text())
}
