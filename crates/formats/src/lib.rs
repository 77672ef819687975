//! Wire forms: the files that adhere reads and writes. Parsed once, here, into types of the domain that cannot be wrong.
//!
//! Every parser reports all that is wrong with a file, with its place and what to do, and never stops at the first.

pub mod diagnostic;
pub mod findings;
pub mod source_file;

mod csv_cell;
mod toml_reader;

pub mod law_data;

mod html;

pub mod official_text;
pub mod secondary_text;

pub mod code_source;
pub mod compiled_code;
pub mod difference;

pub mod citation;
pub mod code_import;
pub mod code_text;
pub mod published_code;

pub mod indicator_report;
pub mod indicators;

pub mod provider_folder;
pub mod recorded;

pub mod register;
pub mod register_facts;

pub mod shipped;

pub mod digest;

pub mod assessment;
pub mod comparison;
pub mod coverage;
pub mod receipt;

pub mod icalendar;
pub mod sarif;
