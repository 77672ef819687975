//! Writing a backup.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write as _};
use std::path::{Path, PathBuf};

use adhere_journal::bundle::BundleId;
use adhere_journal::tile::{self, FULL, TileId};
use serde::Serialize;

use super::form::{Bytes, CheckpointLine, CosignatureLine, OpeningLine, WatchedLine};
use super::{BackupError, Progress, names};
use crate::db::DbError;
use crate::db::{Row, Statement, Transaction, Value, statement};
use crate::error::StoreError;
use crate::home::{Home, OpenIdSettings, make_private_folder, write_private};
use crate::journal::{self, Head, number, read_head};
use crate::proofs::{bundle_of, cosigned};

/// How many rows are read at once.
const CHUNK: u64 = 1000;

/// Writes everything into a folder, the checkpoint last.
pub(super) fn write(tx: &mut Transaction<'_>, folder: &Path, progress: Progress<'_>) -> Result<Head, BackupError> {
    let head = journal::head(tx).map_err(StoreError::from)?.ok_or(BackupError::Nothing)?;
    make_private_folder(folder)?;
    let mut index = 0;
    while let Some(id) = BundleId::in_log(index, head.size) {
        put(&folder.join(id.to_string()), &bundle_of(tx, id)?)?;
        index += 1;
        progress((index * u64::from(FULL)).min(head.size), head.size);
    }
    tiles(tx, folder, head.size)?;
    checkpoints(tx, &folder.join(names::CHECKPOINTS))?;
    openings(tx, &folder.join(names::OPENINGS))?;
    lines(tx, &folder.join(names::COSIGNATURES), statement!("witness/all_cosignatures"), |row| {
        Ok(CosignatureLine { size: row.count(0)?, witness: row.text(1)?.to_owned(), line: row.text(2)?.to_owned() })
    })?;
    lines(tx, &folder.join(names::WATCHED), statement!("witness/all_watched"), |row| {
        Ok(WatchedLine { origin: row.text(0)?.to_owned(), size: row.count(1)?, note: row.text(2)?.to_owned() })
    })?;
    put(&folder.join(names::CHECKPOINT), cosigned(tx, &head)?.to_string().as_bytes())?;
    Ok(head)
}

/// Every tile of the tree, partial ones too, so that other tools find what they look for.
fn tiles(tx: &mut Transaction<'_>, folder: &Path, size: u64) -> Result<(), BackupError> {
    for level in 0.. {
        let mut index = 0;
        while let Some(id) = TileId::in_tree(level, index, size) {
            put(&folder.join(id.to_string()), &tile::to_bytes(&journal::tile(tx, id)?))?;
            index += 1;
        }
        if index == 0 {
            break;
        }
    }
    Ok(())
}

fn checkpoints(tx: &mut Transaction<'_>, path: &Path) -> Result<(), BackupError> {
    let mut out = Lines::create(path)?;
    let mut after = None;
    loop {
        let values = [after.map_or(Value::Integer(-1), number), number(CHUNK)];
        let rows = tx.all(statement!("journal/checkpoints"), &values, |row| {
            let head = read_head(&row)?;
            let previous = row.optional_count(3)?.unwrap_or_default();
            Ok(CheckpointLine { size: head.size, previous, note: head.note })
        })?;
        let Some(last) = rows.last() else { return out.finish() };
        after = Some(last.size);
        rows.iter().try_for_each(|row| out.line(row))?;
    }
}

fn openings(tx: &mut Transaction<'_>, path: &Path) -> Result<(), BackupError> {
    let mut out = Lines::create(path)?;
    let mut after = None;
    loop {
        let values = [after.map_or(Value::Integer(-1), number), number(CHUNK)];
        let rows = tx.all(statement!("backup/openings"), &values, |row| {
            let (salt, body) = (Bytes(row.blob(1)?.to_vec()), Bytes(row.blob(2)?.to_vec()));
            Ok(OpeningLine { entry_id: row.count(0)?, salt, body })
        })?;
        let Some(last) = rows.last() else { return out.finish() };
        after = Some(last.entry_id);
        rows.iter().try_for_each(|row| out.line(row))?;
    }
}

fn lines<L: Serialize>(
    tx: &mut Transaction<'_>,
    path: &Path,
    statement: &'static Statement,
    mut line: impl FnMut(Row<'_>) -> Result<L, DbError>,
) -> Result<(), BackupError> {
    let mut out = Lines::create(path)?;
    tx.all(statement, &[], &mut line)?.iter().try_for_each(|row| out.line(row))?;
    out.finish()
}

/// A file of lines, synced when it is finished.
struct Lines {
    path: PathBuf,
    out: BufWriter<File>,
}

impl Lines {
    fn create(path: &Path) -> Result<Self, BackupError> {
        let out = File::create(path).map_err(|source| BackupError::Io { path: path.to_owned(), source })?;
        Ok(Self { path: path.to_owned(), out: BufWriter::new(out) })
    }

    fn line(&mut self, line: &impl Serialize) -> Result<(), BackupError> {
        let written = serde_json::to_writer(&mut self.out, line).map_err(io::Error::from);
        written.and_then(|()| self.out.write_all(b"\n")).map_err(|source| self.failed(source))
    }

    fn finish(mut self) -> Result<(), BackupError> {
        let synced = self.out.flush().and_then(|()| self.out.get_ref().sync_all());
        synced.map_err(|source| self.failed(source))
    }

    fn failed(&self, source: io::Error) -> BackupError {
        BackupError::Io { path: self.path.clone(), source }
    }
}

fn put(path: &Path, bytes: &[u8]) -> Result<(), BackupError> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let put = fs::create_dir_all(folder).and_then(|()| File::create(path)).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    put.map_err(|source| BackupError::Io { path: path.to_owned(), source })
}

/// Copies the settings of the folder's file, without where the database is, the key to the bucket, the token for figures
/// and the service by which people sign in: those may hold secrets.
pub(super) fn copy_settings(home: &Home, to: &Path) -> Result<(), BackupError> {
    let mut settings = home.written().clone();
    settings.database.url = None;
    settings.metrics.token = None;
    settings.mail.server = None;
    // Without its secret it cannot be used: whoever restores says again by what people sign in.
    settings.openid = OpenIdSettings::default();
    if let Some(evidence) = &mut settings.evidence {
        (evidence.access_key_id, evidence.secret_access_key) = (None, None);
    }
    Home::make(to, settings)?;
    Ok(())
}

/// Copies the files of a folder of keys, for their owner alone.
pub(super) fn copy_keys(from: &Path, to: &Path) -> Result<(), BackupError> {
    make_private_folder(to)?;
    let failed = |source| BackupError::Io { path: from.to_owned(), source };
    for entry in fs::read_dir(from).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if path.extension().is_some_and(|extension| extension == "key") {
            let key = fs::read(&path).map_err(|source| BackupError::Io { path: path.clone(), source })?;
            write_private(&to.join(path.file_name().unwrap_or_default()), &key)?;
        }
    }
    Ok(())
}

/// Puts a backup that is whole into its place.
pub(super) fn finish(partial: &Path, folder: &Path) -> Result<(), BackupError> {
    let renamed = sync_below(partial).and_then(|()| fs::rename(partial, folder));
    let above = folder.parent().filter(|above| !above.as_os_str().is_empty()).unwrap_or(Path::new("."));
    renamed
        .and_then(|()| File::open(above)?.sync_all())
        .map_err(|source| BackupError::Io { path: folder.to_owned(), source })
}

/// Makes the names in a folder and in those below it durable.
fn sync_below(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            sync_below(&path)?;
        }
    }
    File::open(folder)?.sync_all()
}
