//! An audit that somebody asked for from a page: on a thread of this node, while everything else goes on. What it found
//! is kept, so that every node shows it.

use std::fs;
use std::net::SocketAddr;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use adhere_actions::begin_audit::begin_audit;
use adhere_actions::{ActionError, Context};
use adhere_store::audit::{Audit, AuditProgress};
use adhere_store::job::{self, Work};
use adhere_store::{Store, StoreError};

use super::Service;
use super::error::chain;
use crate::clock;

/// How far it is is kept this often.
const SEEN_EVERY: Duration = Duration::from_secs(1);

/// So many findings are kept; of those beyond, how many there are.
const MOST_FINDINGS: usize = 1000;

/// What a node is called: the machine and the address at which it answers.
pub(super) fn node_at(address: SocketAddr) -> String {
    let machine = fs::read_to_string("/proc/sys/kernel/hostname").unwrap_or_default();
    format!("{} {address}", machine.trim()).trim().to_owned()
}

/// Begins an audit on this node.
///
/// # Errors
/// Whoever asks may not, or one goes on already.
pub(super) fn begin(service: &Service, context: &Context<'_>) -> Result<(), ActionError> {
    let run = begin_audit(context, &service.node)?;
    let store = service.store.clone();
    // A thread of its own: it takes longer than an answer, and ends with the program. What is broken off says so itself.
    let begun = thread::Builder::new().name("audit".to_owned()).spawn({
        let run = run.clone();
        move || look(&store, &run)
    });
    if let Err(error) = begun {
        end(&service.store, &run, &Err(error.to_string()));
    }
    Ok(())
}

/// Audits, and says how far it is as long as it goes on.
fn look(store: &Store, run: &str) {
    let progress = AuditProgress::default();
    let audited = thread::scope(|scope| {
        let (done, is_done) = channel::<()>();
        let progress = &progress;
        scope.spawn(move || {
            while let Err(RecvTimeoutError::Timeout) = is_done.recv_timeout(SEEN_EVERY) {
                let reached = progress.reached();
                let seen = store.keep(|tx| Ok::<_, StoreError>(job::see(tx, Work::Audit, run, reached, clock::now())?));
                if let Err(error) = seen {
                    tracing::warn!(error = chain(&error), "how far an audit is is not kept");
                }
            }
        });
        let audited = store.audit_with(progress);
        drop(done);
        audited
    });
    match &audited {
        Ok(audit) if audit.is_clean() => tracing::info!(entries = audit.entries, "an audit found nothing wrong"),
        Ok(audit) => tracing::error!(findings = audit.findings.len(), "an audit found what is wrong"),
        Err(error) => tracing::error!(error = chain(error), "an audit could not be made"),
    }
    end(store, run, &audited.map_err(|error| chain(&error)));
}

/// Keeps how it ended.
fn end(store: &Store, run: &str, audited: &Result<Audit, String>) {
    let report = audited.as_ref().map(|audit| {
        let mut lines: Vec<String> = audit.findings.iter().take(MOST_FINDINGS).map(ToString::to_string).collect();
        if let Some(more) = audit.findings.len().checked_sub(MOST_FINDINGS).filter(|more| *more > 0) {
            lines.push(format!("and {more} more"));
        }
        (audit, lines.join("\n"))
    });
    let ended = match &report {
        Ok((audit, lines)) => Ok((audit.entries, lines.as_str())),
        Err(failure) => Err(failure.as_str()),
    };
    let kept = store.keep(|tx| Ok::<_, StoreError>(job::end(tx, Work::Audit, run, ended, clock::now())?));
    if let Err(error) = kept {
        tracing::error!(error = chain(&error), "how an audit ended is not kept");
    }
}
