//! Actions from outside, on both engines: each ends with a look at everything that is kept.

mod fixtures;

mod adhering;
mod faults;
mod publishing;
mod recording_files;
mod succession;
