//! Actions from outside, on both engines: each ends with a look at everything that is kept.

#[cfg(test)]
mod fixtures;
#[cfg(test)]
mod world;

#[cfg(test)]
mod access;
#[cfg(test)]
mod adhering;
#[cfg(test)]
mod approvals;
#[cfg(test)]
mod as_of;
#[cfg(test)]
mod cases;
#[cfg(test)]
mod deciding;
#[cfg(test)]
mod erasing;
#[cfg(test)]
mod evidence;
#[cfg(test)]
mod faults;
#[cfg(test)]
mod faults_of_statements;
#[cfg(test)]
mod folders;
#[cfg(test)]
mod invitations;
#[cfg(test)]
mod library;
#[cfg(test)]
mod openid;
#[cfg(test)]
mod packages;
#[cfg(test)]
mod publishing;
#[cfg(test)]
mod recording_files;
#[cfg(test)]
mod reporting;
#[cfg(test)]
mod requests;
#[cfg(test)]
mod statements;
#[cfg(test)]
mod succession;
