//! A folder as one zip file, written as it is sent: the same content always gives the same bytes.

use std::io::{self, Write};

use adhere_actions::folder::Folder;
use adhere_formats::provider_folder::{MODELS_FOLDER, PROVIDER_FILE};
use adhere_formats::recorded::{EVIDENCE_FOLDER, RECORDED_FILE, write_recorded};
use adhere_store::{Store, StoreError};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::web::error::chain;
use crate::web::flowing::Going;

/// Why a folder cannot be written.
#[derive(Debug, thiserror::Error)]
enum PackingError {
    #[error(transparent)]
    Io(#[from] io::Error),
    #[error(transparent)]
    Zip(#[from] zip::result::ZipError),
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The bytes of an item are not kept.
    #[error("the bytes of the evidence `{0}` are not kept; run `adhere store audit`")]
    Missing(String),
}

/// Writes a folder. What fails on the way ends the answer before its end.
pub(super) fn pack(store: &Store, folder: &Folder, going: Going) {
    let mut writer = ZipWriter::new_stream(going);
    let packed = put(store, folder, &mut writer);
    match packed {
        Ok(()) => {
            let ended = writer.finish().map_err(PackingError::from);
            if let Err(error) = ended.and_then(|stream| Ok(stream.into_inner().flush()?)) {
                tracing::error!(error = chain(&error), "a folder cannot be ended");
            }
        }
        Err(error) => {
            tracing::error!(error = chain(&error), "a folder cannot be written");
            // Dropped as it is, it would be ended like a whole one.
            if let Ok(stream) = writer.finish() {
                stream.into_inner().fail(io::Error::other(error));
            }
        }
    }
}

fn put<W: Write + io::Seek>(store: &Store, folder: &Folder, writer: &mut ZipWriter<W>) -> Result<(), PackingError> {
    // No time stands in it: the same folder is the same file.
    let options = SimpleFileOptions::default().last_modified_time(zip::DateTime::default()).large_file(true);
    let mut text = |name: &str, text: &str| -> Result<(), PackingError> {
        writer.start_file(name, options)?;
        Ok(writer.write_all(text.as_bytes())?)
    };
    if let Some(own) = &folder.files.own {
        text(PROVIDER_FILE, own)?;
    }
    for (id, model) in &folder.files.models {
        text(&format!("{MODELS_FOLDER}/{id}.toml"), model)?;
    }
    text(RECORDED_FILE, &write_recorded(&folder.recorded))?;
    for it in &folder.recorded.items {
        writer.start_file(format!("{EVIDENCE_FOLDER}/{}", it.item.id), options)?;
        let read = store.blobs().read(&it.item.digest, &mut *writer).map_err(StoreError::from)?;
        read.ok_or_else(|| PackingError::Missing(it.item.id.to_string()))?;
    }
    Ok(())
}
