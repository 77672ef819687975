//! A file of which only so much is read until it is open: what a zip file says of its entries is read and held whole by
//! then, wherever in the file it stands and however often.

use std::cell::Cell;
use std::io::{Error, Read, Result, Seek, SeekFrom};
use std::rc::Rc;

/// How many bytes may still be read; nothing when any number may.
#[derive(Clone, Debug)]
pub(super) struct Allowance(Rc<Cell<Option<u64>>>);

/// A reader that reads no more than it is allowed.
#[derive(Debug)]
pub(super) struct Bounded<R> {
    inner: R,
    allowance: Allowance,
}

impl Allowance {
    /// So many bytes.
    pub(super) fn of(bytes: u64) -> Self {
        Self(Rc::new(Cell::new(Some(bytes))))
    }

    /// Whether nothing is left of it.
    pub(super) fn is_spent(&self) -> bool {
        self.0.get() == Some(0)
    }

    /// Lets any number of bytes be read from now on.
    pub(super) fn lift(&self) {
        self.0.set(None);
    }
}

impl<R> Bounded<R> {
    pub(super) fn new(inner: R, allowance: Allowance) -> Self {
        Self { inner, allowance }
    }
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> Result<usize> {
        let Some(left) = self.allowance.0.get() else { return self.inner.read(buffer) };
        if left == 0 {
            return Err(Error::other("more is read than is allowed"));
        }
        let most = usize::try_from(left).unwrap_or(usize::MAX).min(buffer.len());
        let read = buffer.get_mut(..most).map_or(Ok(0), |part| self.inner.read(part))?;
        self.allowance.0.set(Some(left.saturating_sub(read as u64)));
        Ok(read)
    }
}

impl<R: Seek> Seek for Bounded<R> {
    fn seek(&mut self, to: SeekFrom) -> Result<u64> {
        self.inner.seek(to)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    #[test]
    fn no_more_is_read_than_is_allowed_until_that_is_lifted() {
        let allowance = Allowance::of(4);
        let mut bounded = Bounded::new(Cursor::new(b"a long text"), allowance.clone());
        let mut text = String::new();
        bounded.read_to_string(&mut text).unwrap_err();
        assert!(allowance.is_spent());
        // What was read before counts, wherever it is read again.
        bounded.seek(SeekFrom::Start(0)).unwrap();
        bounded.read_to_string(&mut text).unwrap_err();
        allowance.lift();
        text.clear();
        bounded.seek(SeekFrom::Start(0)).unwrap();
        bounded.read_to_string(&mut text).unwrap();
        assert_eq!(text, "a long text");
    }
}
