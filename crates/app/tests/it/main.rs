//! The command line from outside: what it prints, how it ends, and what it leaves on disk.

#[cfg(test)]
mod administration;
#[cfg(test)]
mod command;

#[cfg(test)]
mod reports;

#[cfg(test)]
mod codes_and_law;

#[cfg(test)]
mod machine_formats;

#[cfg(test)]
mod exit_codes;

#[cfg(test)]
mod bad_input;

#[cfg(test)]
mod cases;

#[cfg(test)]
mod files_written;

#[cfg(test)]
mod ending;
#[cfg(test)]
mod openid;
#[cfg(test)]
mod operations;
#[cfg(test)]
mod pages;
#[cfg(test)]
mod receipts;

#[cfg(test)]
mod replay_ledger;

#[cfg(test)]
mod regressions;

#[cfg(test)]
mod import;

#[cfg(test)]
mod check;

#[cfg(test)]
mod check_bad_input;

#[cfg(test)]
mod check_watch;

#[cfg(test)]
mod init_code;

#[cfg(test)]
mod kpis;

#[cfg(test)]
mod official_text;

#[cfg(test)]
mod deciding;
#[cfg(test)]
mod demos;
#[cfg(test)]
mod diff;

#[cfg(test)]
mod rehearsed_restore;
#[cfg(test)]
mod self_assessment;
#[cfg(test)]
mod server;
#[cfg(test)]
mod sides;
#[cfg(test)]
mod statements;

#[cfg(test)]
mod register;

#[cfg(test)]
mod instances;
#[cfg(test)]
mod invitations;

#[cfg(test)]
mod packages;

#[cfg(test)]
mod private_entries;

#[cfg(test)]
mod timestamps;
#[cfg(test)]
mod told_of_access;

#[cfg(test)]
mod second_factor;

#[cfg(test)]
mod api;
#[cfg(test)]
mod cases_by_command;
#[cfg(test)]
mod invitations_by_command;

#[cfg(test)]
mod api_of_cases;
#[cfg(test)]
mod api_of_files;
#[cfg(test)]
mod api_of_parties;
#[cfg(test)]
mod api_on_condition;
#[cfg(test)]
mod signed_in;

#[cfg(test)]
mod workspace;
#[cfg(test)]
mod zones;

#[cfg(test)]
mod folder;
#[cfg(test)]
mod languages;
#[cfg(test)]
mod library;
