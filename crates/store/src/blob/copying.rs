//! Bytes on their way, hashed as they pass, a piece at a time.

use std::io::{self, Read, Write};

use adhere_domain::digest::Digest;
use sha2::{Digest as _, Sha256};

use super::{BlobError, Kept};

/// So many bytes are held at once.
const PIECE: u64 = 64 * 1024;

/// Reads the next piece over the last; it is empty at the end alone.
fn next_piece(source: &mut dyn Read, piece: &mut Vec<u8>) -> io::Result<()> {
    piece.clear();
    source.take(PIECE).read_to_end(piece).map(|_| ())
}

/// Copies a source into a file, and says what it was.
pub(super) fn take_in(
    source: &mut dyn Read,
    file: &mut dyn Write,
    failed: impl Fn(io::Error) -> BlobError,
) -> Result<Kept, BlobError> {
    let (mut hash, mut size, mut piece) = (Sha256::new(), 0, Vec::new());
    loop {
        next_piece(source, &mut piece).map_err(BlobError::Source)?;
        if piece.is_empty() {
            file.flush().map_err(failed)?;
            return Ok(Kept { digest: Digest::new(hash.finalize().into()), size });
        }
        hash.update(&piece);
        size += piece.len() as u64;
        file.write_all(&piece).map_err(&failed)?;
    }
}

/// Hands pieces on to a sink, each only when there is another after it; the last only when all are those of a name.
pub(super) struct Proving<'s> {
    digest: Digest,
    sink: &'s mut dyn Write,
    hash: Sha256,
    size: u64,
    held: Vec<u8>,
}

impl<'s> Proving<'s> {
    pub(super) fn new(digest: Digest, sink: &'s mut dyn Write) -> Self {
        Self { digest, sink, hash: Sha256::new(), size: 0, held: Vec::new() }
    }

    /// Takes the next piece.
    pub(super) fn take(&mut self, piece: &[u8]) -> Result<(), BlobError> {
        self.sink.write_all(&self.held).map_err(BlobError::Sink)?;
        self.hash.update(piece);
        self.size += piece.len() as u64;
        self.held.clear();
        self.held.extend_from_slice(piece);
        Ok(())
    }

    /// Says how many bytes there were, if they are those of the name.
    pub(super) fn end(self) -> Result<u64, BlobError> {
        let found = Digest::new(self.hash.finalize().into());
        if found != self.digest {
            return Err(BlobError::Altered { digest: self.digest, found });
        }
        self.sink.write_all(&self.held).and_then(|()| self.sink.flush()).map_err(BlobError::Sink)?;
        Ok(self.size)
    }
}

/// Hands a file to a sink, proving it.
pub(super) fn hand_out(
    file: &mut dyn Read,
    digest: &Digest,
    sink: &mut dyn Write,
    failed: impl Fn(io::Error) -> BlobError,
) -> Result<u64, BlobError> {
    let (mut proving, mut piece) = (Proving::new(*digest, sink), Vec::new());
    loop {
        next_piece(file, &mut piece).map_err(&failed)?;
        if piece.is_empty() {
            return proving.end();
        }
        proving.take(&piece)?;
    }
}
