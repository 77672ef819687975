//! Where results go: standard output, or a file that is either written whole or not at all.

use std::fs::OpenOptions;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use anyhow::{Context, Result};

/// Writes to a file if one is named, to standard output otherwise.
pub(crate) fn write_to(file: Option<&Path>, write: impl FnOnce(&mut dyn Write) -> Result<()>) -> Result<()> {
    let Some(path) = file else {
        let mut out = BufWriter::new(io::stdout().lock());
        return write(&mut out).and_then(|()| Ok(out.flush()?)).or_else(ignore_closed_pipe);
    };
    // A device or a pipe is written to, never replaced.
    if path.metadata().is_ok_and(|metadata| !metadata.is_file() && !metadata.is_dir()) {
        let mut out = BufWriter::new(OpenOptions::new().write(true).open(path)?);
        return write(&mut out).and_then(|()| Ok(out.flush()?));
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let cannot = || format!("cannot write `{}`", path.display());
    let temporary = readable_like_others().tempfile_in(folder).with_context(cannot)?;
    let mut out = BufWriter::new(temporary);
    write(&mut out)?;
    let temporary = out.into_inner().map_err(io::IntoInnerError::into_error).with_context(cannot)?;
    temporary.as_file().sync_all().with_context(cannot)?;
    // Until here the old file, if any, stands untouched; after the rename the new one is whole.
    temporary.persist(path).map_err(|error| error.error).with_context(cannot)?;
    Ok(())
}

/// A temporary file that becomes the result gets the permissions of any new file, as the user's mask has it.
fn readable_like_others() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder
}

/// A reader who has seen enough, such as `head`, is no error.
fn ignore_closed_pipe(error: anyhow::Error) -> Result<()> {
    let closed = |kind: io::ErrorKind| kind == io::ErrorKind::BrokenPipe;
    let by_io = error.downcast_ref::<io::Error>().is_some_and(|error| closed(error.kind()));
    let by_json =
        error.downcast_ref::<serde_json::Error>().and_then(serde_json::Error::io_error_kind).is_some_and(closed);
    if by_io || by_json { Ok(()) } else { Err(error) }
}

/// Writes a line for people to standard error; nothing can be done when that fails.
pub(crate) fn tell(message: &str) {
    let _ = writeln!(io::stderr().lock(), "{message}");
}
