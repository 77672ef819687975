//! The program as an auditor runs it, on the files that the journal keeps as golden.

#[cfg(test)]
mod program;
