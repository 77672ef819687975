//! Actions from outside, on both engines: each ends with a look at everything that is kept.

mod fixtures;
mod world;

mod adhering;
mod approvals;
mod evidence;
mod faults;
mod faults_of_statements;
mod publishing;
mod recording_files;
mod statements;
mod succession;
