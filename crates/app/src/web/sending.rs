//! Sends letters that wait: a thread of each node claims those that are due, so that each is tried by one of them.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, TryRecvError, channel};
use std::time::Duration;

use adhere_actions::access::sessions::tidy;
use adhere_store::job::{self, Work};
use adhere_store::mail::{self, Letter};
use adhere_store::{Store, StoreError};
use anyhow::Context as _;
use jiff::{SignedDuration, Timestamp};
use lettre::message::Mailbox;
use lettre::{Message, SmtpTransport, Transport as _};

use super::{GOES_ON, Service};
use crate::clock;

/// So many letters are claimed at once.
const AT_ONCE: u64 = 20;
/// Letters are looked for this often.
const EVERY: Duration = Duration::from_secs(2);
/// What has ended is forgotten after so many looks: once in ten minutes.
const TIDIED_EVERY: u32 = 300;
/// A server answers within this time.
const ANSWERS_WITHIN: Duration = Duration::from_secs(20);

/// A thread that sends letters until this is dropped.
pub(super) struct Sending {
    stop: Option<Sender<()>>,
    /// Says nothing, and is cut when the thread has ended.
    ended: Receiver<()>,
}

/// What letters are sent with.
struct Post {
    transport: SmtpTransport,
    from: Mailbox,
}

impl Sending {
    /// Begins to send what waits, if somebody said how.
    ///
    /// # Errors
    /// What was said cannot be used.
    pub(super) fn begin(service: &Service) -> anyhow::Result<Self> {
        let post = Post::new(&service.store)?;
        let (stop, stopped) = channel();
        let (goes_on, ended) = channel();
        let own = service.clone();
        let thread = std::thread::Builder::new().name("letters".to_owned());
        let going = move || {
            run(&own, post.as_ref(), &stopped);
            drop::<Sender<()>>(goes_on);
        };
        thread.spawn(going).context("no threads can be started")?;
        Ok(Self { stop: Some(stop), ended })
    }
}

impl Drop for Sending {
    fn drop(&mut self) {
        drop(self.stop.take());
        // A mail server or a database that says nothing holds up nobody: what is not noted as sent is sent again.
        if self.ended.recv_timeout(GOES_ON) == Err(RecvTimeoutError::Timeout) {
            tracing::warn!("a letter that took too long was given up");
        }
    }
}

impl Post {
    fn new(store: &Arc<Store>) -> anyhow::Result<Option<Self>> {
        let settings = &store.home().settings().mail;
        let (Some(server), Some(from)) = (&settings.server, &settings.from) else { return Ok(None) };
        let transport = SmtpTransport::from_url(server).context("`mail.server` cannot be used")?;
        let from = from.parse().context("`mail.from` is not an address for letters")?;
        Ok(Some(Self { transport: transport.timeout(Some(ANSWERS_WITHIN)).build(), from }))
    }

    fn send(&self, letter: &Letter) -> anyhow::Result<()> {
        let message = Message::builder()
            .from(self.from.clone())
            .to(letter.recipient.parse()?)
            .subject(letter.subject.as_str())
            .header(lettre::message::header::ContentType::TEXT_PLAIN)
            .body(letter.body.clone())?;
        self.transport.send(&message)?;
        Ok(())
    }
}

fn run(service: &Service, post: Option<&Post>, stopped: &Receiver<()>) {
    let mut looks = 0_u32;
    while let Err(RecvTimeoutError::Timeout) = stopped.recv_timeout(EVERY) {
        if let Some(post) = post {
            let began = clock::now();
            match send_due(&service.store, post, stopped).map_err(|error| format!("{error:#}")) {
                // There was nothing to do, which is no news every other second.
                Ok(Sent { tried: 0, .. }) => {}
                Ok(Sent { failure: Some(failure), .. }) => note(service, Work::Letters, began, Err(&failure)),
                Ok(Sent { tried, failure: None }) => note(service, Work::Letters, began, Ok(tried)),
                Err(error) => {
                    tracing::error!(error, "letters are not sent");
                    note(service, Work::Letters, began, Err(&error));
                }
            }
        }
        // The first time soon after the start, so that it is seen to be done.
        if looks == 0 {
            let began = clock::now();
            let tidied = tidy(&service.context_of("adhere")).map_err(|error| error.to_string());
            if let Err(error) = &tidied {
                tracing::error!(error, "what has ended is not forgotten");
            }
            note(service, Work::Tidying, began, tidied.as_ref().map(|()| 0).map_err(String::as_str));
        }
        looks = (looks + 1) % TIDIED_EVERY;
    }
}

/// Notes what was done, for whoever looks at what the server does on its own.
fn note(service: &Service, work: Work, began: Timestamp, outcome: Result<u64, &str>) {
    let noted = service
        .store
        .keep(|tx| Ok::<_, StoreError>(job::note(tx, work, &service.node, (began, clock::now()), outcome)?));
    if let Err(error) = noted {
        tracing::warn!(work = work.id(), error = error.to_string(), "what was done is not noted");
    }
}

/// What came of letters that were due.
#[derive(Default)]
struct Sent {
    /// How many were tried.
    tried: u64,
    /// Why the last that was not sent was not.
    failure: Option<String>,
}

/// Sends what is due, until it is told to stop: the others are left to the next who looks. A letter that was sent while
/// its sending could not be noted is sent again.
fn send_due(store: &Store, post: &Post, stopped: &Receiver<()>) -> anyhow::Result<Sent> {
    let mut sent = Sent::default();
    let now = clock::now();
    let is_any = store.read(|tx| Ok::<_, StoreError>(mail::is_due(tx, now)?))?;
    if !is_any {
        return Ok(sent);
    }
    let claimed = store.keep(|tx| Ok::<_, StoreError>(mail::claim(tx, now, |tries| again_at(now, tries), AT_ONCE)?))?;
    for letter in claimed {
        if stopped.try_recv() == Err(TryRecvError::Disconnected) {
            break;
        }
        sent.tried += 1;
        match post.send(&letter) {
            Ok(()) => store.keep(|tx| Ok::<_, StoreError>(mail::note_sent(tx, &letter.id, clock::now())?))?,
            Err(error) => {
                tracing::warn!(letter = letter.id, error = format!("{error:#}"), "a letter was not sent");
                let failure = format!("{error:#}");
                store.keep(|tx| Ok::<_, StoreError>(mail::note_failed(tx, &letter.id, &failure)?))?;
                sent.failure = Some(failure);
            }
        }
    }
    Ok(sent)
}

/// When a letter is tried again that was tried so often: after a quarter of a minute, then twice as long, up to a day.
fn again_at(now: Timestamp, tries: u64) -> Timestamp {
    let seconds = 15_i64.checked_shl(u32::try_from(tries).unwrap_or(u32::MAX)).unwrap_or(i64::MAX).clamp(15, 86_400);
    now + SignedDuration::from_secs(seconds)
}
