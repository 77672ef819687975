//! What an instance answers over HTTP: pages for people, its journal as C2SP tlog-tiles has it, requests to witness
//! other logs, and packages.
//!
//! Answers are made on threads that may wait for the database; nothing here decides anything.

mod actor;
mod asked;
mod assets;
mod choosing_zone;
mod error;
mod file_name;
mod flowing;
mod form;
mod frame;
mod kept_pages;
mod kind;
mod leading_back;
mod letters;
mod openid;
mod pace;
mod place;
mod published;
mod refused;
mod said;
mod security;
mod taking_in;
mod uploaded;
mod urls;
mod zone;

mod access;
pub(crate) mod api;
mod code;
mod complaint;
mod front;
mod journal;
mod law;
mod register;
mod self_assessment;
mod work;

mod log;
mod package;
mod witness;

mod arriving;
mod auditing;
mod client;
mod draining;
mod figures;
mod health;
mod requests;
mod running;
mod sending;

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use adhere_actions::{ActionError, Context};
use adhere_domain::law::corpus::Corpus;
use adhere_domain::law::parameters::Law;
use adhere_formats::law_data::LawData;
use adhere_journal::package::letter::LARGEST;
use adhere_journal::policy::Policy;
use adhere_store::Store;
use anyhow::Context as _;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::{StatusCode, header};
use axum::middleware::{from_fn, from_fn_with_state, map_response};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::{get, post};
use jiff::civil::Date;
use tokio::net::TcpListener;
use tower_http::compression::CompressionLayer;

use self::actor::{Actor, behind_guards};
use self::asked::Asked;
use self::error::Problem;
use self::figures::Figures;
use self::frame::{Frame, Section};
use self::health::Checked;
use self::kept_pages::KeptPages;
use self::openid::OpenId;
use self::pace::Pace;
use self::published::{PublishedCode, PublishedCodes};
use self::running::Running;
use self::said::Said;
use self::sending::Sending;
use self::urls::Urls;
use crate::clock;
use crate::report::official_text::OfficialTexts;
use crate::words::{Language, Words};

/// The largest body that is read, in bytes.
const LARGEST_BODY: usize = 1 << 20;

/// What is still done when the server has ended goes on for this long.
const GOES_ON: Duration = Duration::from_secs(5);

/// What every answer needs.
#[derive(Clone)]
struct Service {
    store: Arc<Store>,
    policy: Arc<Option<Policy>>,
    law: Arc<LawData>,
    texts: Arc<OfficialTexts>,
    words: Arc<BTreeMap<Language, Words>>,
    codes: Arc<PublishedCodes>,
    pages: Arc<KeptPages>,
    running: Arc<Running>,
    figures: Arc<Figures>,
    pace: Arc<Pace>,
    checked: Checked,
    openid: Arc<Option<OpenId>>,
    /// What this node is called.
    node: Arc<str>,
}

/// What is served.
pub(crate) struct Served {
    /// The instance.
    pub(crate) store: Store,
    /// Which other logs count, if somebody said so.
    pub(crate) policy: Option<Policy>,
    /// The law.
    pub(crate) law: LawData,
    /// Official texts of the law.
    pub(crate) texts: OfficialTexts,
}

/// One page as it is made.
struct Page<'s> {
    service: &'s Service,
    asked: Asked,
    words: &'s Words,
    today: Date,
    actor: Option<Actor>,
}

/// Answers until it is told to stop; `listening` is told the address once it can be reached.
pub(crate) fn serve(
    served: Served,
    address: SocketAddr,
    listening: impl FnOnce(SocketAddr) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let openid = OpenId::new(served.store.home().settings())?;
    let pace = Pace::new(served.store.home().settings().web.requests_per_minute);
    let mut service = Service {
        store: Arc::new(served.store),
        policy: Arc::new(served.policy),
        law: Arc::new(served.law),
        texts: Arc::new(served.texts),
        words: Arc::new(all_words()?),
        codes: Arc::default(),
        pages: Arc::default(),
        running: Arc::default(),
        figures: Arc::default(),
        pace: Arc::new(pace),
        checked: Checked::default(),
        openid: Arc::new(openid),
        node: Arc::from(""),
    };
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let runtime = runtime.context("no threads can be started")?;
    // The store is closed when the runtime has ended: its connections cannot be closed by a thread that runs tasks.
    let _store = Arc::clone(&service.store);
    let served = runtime.block_on(async {
        let listener = TcpListener::bind(address)
            .await
            .with_context(|| format!("cannot listen on {address}; `--listen 127.0.0.1:0` takes a free port"))?;
        let address = listener.local_addr()?;
        service.node = Arc::from(auditing::node_at(address));
        listening(address)?;
        let settings = service.store.home().settings().web.clone();
        let running = Arc::clone(&service.running);
        let _sending = Sending::begin(&service)?;
        running::run(listener, routes(service), running, &settings).await;
        Ok(())
    });
    // What hangs is left behind: a change that was not saved by now is not made, as after a crash.
    runtime.shutdown_timeout(GOES_ON);
    served
}

/// The words of every language.
fn all_words() -> anyhow::Result<BTreeMap<Language, Words>> {
    Language::ALL.into_iter().map(|language| Ok((language, Words::of(language)?))).collect()
}

fn routes(service: Service) -> Router {
    let for_programs = Router::new()
        .route("/checkpoint", get(log::checkpoint))
        .route("/tile/{*path}", get(log::tile))
        .route("/add-checkpoint", post(witness::add_checkpoint))
        .layer(DefaultBodyLimit::max(LARGEST_BODY))
        .route("/packages", post(package::receive).layer(DefaultBodyLimit::max(LARGEST)))
        .route("/packages/{digest}", get(package::answer))
        .route("/health/live", get(health::live))
        .route("/health/ready", get(health::ready))
        .route("/metrics", get(figures::metrics));
    for_people()
        .merge(for_one_person())
        .merge(behind_guards(work::guarded(), &service))
        .merge(api::routes(&service))
        .layer(DefaultBodyLimit::max(LARGEST_BODY))
        .layer(from_fn(security::from_here))
        .fallback(error::nothing_here)
        .layer(from_fn(leading_back::to_the_page))
        .layer(from_fn_with_state(service.clone(), error::told))
        .layer(CompressionLayer::new())
        .merge(for_programs)
        .layer(from_fn(draining::to_its_end))
        .layer(from_fn(arriving::in_time))
        .layer(from_fn_with_state(service.clone(), security::with_headers))
        .layer(from_fn_with_state(service.clone(), requests::observed))
        .with_state(service)
}

fn for_people() -> Router<Service> {
    Router::new()
        .route("/", get(front::front))
        .route("/static/{digest}/{name}", get(assets::asset))
        .route("/codes", get(code::list))
        .route("/codes/{name}", get(code::contents))
        .route("/codes/{name}/code.json", get(code::json))
        .route("/codes/{name}/coverage", get(code::coverage))
        .route("/codes/{name}/coverage.json", get(code::coverage_json))
        .route("/codes/{name}/changes", get(code::changes))
        .route("/codes/{name}/{part}", get(code::part))
        .route("/law", get(law::list))
        .route("/law/{element}", get(law::of_ai_act))
        .route("/law/{celex}/{element}", get(law::provision))
        .route("/register", get(register::list))
        .route("/register.csv", get(register::csv))
        .route("/register.json", get(register::json))
        .route("/register.atom", get(register::atom))
        .route("/register/figures", get(register::figures))
        .route("/register/{organisation}", get(register::organisation))
        .route("/api", get(api::reference::show))
        .route("/journal", get(journal::list))
        .route("/journal/verify", get(journal::verifying))
        .route("/journal/entries/{entry}", get(journal::entry))
        .route("/journal/entries/{entry}/receipt", get(journal::receipt))
        .route("/journal/entries/{entry}/bytes", get(journal::bytes))
}

/// Pages for everyone, of which each is for one person alone.
fn for_one_person() -> Router<Service> {
    Router::new()
        .route("/complaints", get(complaint::state))
        .route(
            "/invited",
            get(work::invitations::answering::by_letter).post(work::invitations::answering::decline_letter),
        )
        .route("/complaints/{organisation}", get(complaint::ask).post(complaint::lodge))
        .route("/self-assessment", get(self_assessment::begin))
        .route("/self-assessment/result", get(self_assessment::result))
        .route("/self-assessment/result.json", get(self_assessment::json))
        .route("/self-assessment/adhere.toml", get(self_assessment::provider_file))
        .route("/self-assessment/model.toml", get(self_assessment::model_file))
        .route("/self-assessment/again", post(self_assessment::again))
        .route("/self-assessment/{question}", get(self_assessment::ask).post(self_assessment::answer))
        .route("/zone", get(choosing_zone::ask).post(choosing_zone::keep))
        .route("/sign-in", get(access::sign_in::ask).post(access::sign_in::enter))
        .route("/sign-in/code", get(access::sign_in::ask_code).post(access::sign_in::enter_code))
        .route("/sign-in/forgotten", get(access::forgotten::ask).post(access::forgotten::send))
        .route("/sign-in/openid", get(access::openid::send))
        .route(urls::OPENID_CALLBACK, get(access::openid::back))
        .route("/sign-out", post(access::sign_in::leave))
        .route("/invitation", get(access::invitation::ask).post(access::invitation::set))
        .route_layer(map_response(security::for_one_person))
}

/// A setting as a time.
fn seconds(count: u32) -> Duration {
    Duration::from_secs(count.into())
}

/// A page that is made anew whenever it is asked for.
fn html(text: String) -> Response {
    ([(header::CACHE_CONTROL, "no-cache")], Html(text)).into_response()
}

/// A form that is shown again, with what is wrong.
fn again(text: String) -> Response {
    (StatusCode::UNPROCESSABLE_ENTITY, html(text)).into_response()
}

/// A file to be saved under a name.
fn file(name: &str, kind: &'static str, bytes: Vec<u8>) -> Response {
    let disposition = format!("attachment; filename=\"{name}\"");
    ([(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, disposition)], bytes).into_response()
}

impl Service {
    /// Asks the store on a thread that may wait.
    async fn ask<T: Send + 'static>(
        &self,
        question: impl FnOnce(&Self) -> Result<T, Problem> + Send + 'static,
    ) -> Result<T, Problem> {
        let (own, span) = (self.clone(), tracing::Span::current());
        let answer = tokio::task::spawn_blocking(move || span.in_scope(|| question(&own)));
        let within = seconds(self.store.home().settings().web.answer_seconds);
        match tokio::time::timeout(within, answer).await {
            Ok(answer) => answer.map_err(|error| Problem::failed(&error))?,
            Err(_) => Err(Problem::slow()),
        }
    }

    /// Makes a page on a thread that may wait.
    async fn page(
        &self,
        asked: Asked,
        make: impl FnOnce(&Page<'_>) -> Result<Response, Problem> + Send + 'static,
    ) -> Result<Response, Problem> {
        self.ask(move |service| {
            let words = service.words(asked.language())?;
            make(&Page { service, asked, words, today: clock::today(), actor: None })
        })
        .await
    }

    /// Makes a page for somebody who was let in.
    async fn work(
        &self,
        asked: Asked,
        actor: Actor,
        make: impl FnOnce(&Page<'_>) -> Result<Response, Problem> + Send + 'static,
    ) -> Result<Response, Problem> {
        self.ask(move |service| {
            let words = service.words(asked.language())?;
            make(&Page { service, asked, words, today: clock::today(), actor: Some(actor) })
        })
        .await
    }

    /// Whether browsers reach it over TLS, so that they send cookies nowhere else.
    fn is_secure(&self) -> bool {
        self.store.home().settings().web.url.as_deref().is_some_and(|url| url.starts_with("https://"))
    }

    /// The words of a language.
    fn words(&self, language: Language) -> Result<&Words, Problem> {
        self.words.get(&language).ok_or_else(|| Problem::not_found(Said::new("problem-no-language")))
    }
}

impl Page<'_> {
    /// The day that the page is about.
    fn as_of(&self) -> Date {
        self.asked.as_of.unwrap_or(self.today)
    }

    fn words(&self) -> &Words {
        self.words
    }

    fn corpus(&self) -> &Corpus {
        &self.service.law.corpus
    }

    fn to(&self) -> Urls {
        Urls { as_of: self.asked.as_of, language: self.asked.language }
    }

    fn frame(&self, section: Section) -> Frame<'_> {
        let inside = self.actor.as_ref().map(|actor| work::inside(self, actor));
        Frame { inside, ..Frame::new(self.words(), &self.asked, section, self.today) }
    }

    /// Who acts.
    fn actor(&self) -> Result<&Actor, Problem> {
        self.actor.as_ref().ok_or_else(Problem::not_signed_in)
    }

    /// What actions need: whoever acts is held to what roles allow.
    fn context(&self) -> Result<Context<'_>, Problem> {
        Ok(self.service.context_of(self.actor()?.person.as_str()))
    }

    /// The law on the day, as known today.
    fn law(&self) -> Result<Law, Problem> {
        let law = &self.service.law;
        let on_day = law.parameters.law(self.as_of(), self.today, law.readings);
        on_day.map_err(|missing| ActionError::NotInForce(missing).into())
    }

    /// The codes that were published by the day.
    fn codes(&self) -> Result<Vec<Arc<PublishedCode>>, Problem> {
        self.service.codes.by(&self.service.store, self.corpus(), self.as_of())
    }

    /// A version of a code, or the latest by the day.
    fn code(&self, name: &str) -> Result<Arc<PublishedCode>, Problem> {
        self.service.codes.named(&self.service.store, self.corpus(), name, self.as_of())
    }
}
