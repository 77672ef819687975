//! Who acts: somebody who was let in, by a session or with a token, and whose roles allow what is asked for.
//!
//! Every page that is not for everyone is a [`Guarded`] route: it names the permission that it asks for, and is reached
//! by nobody who does not have it. A handler is told who acts by [`Actor`], which the guard alone makes.

use adhere_actions::access::demand::lacks_second_factor;
use adhere_actions::access::{Secret, grants_of, not_permitted, own_organisation, sessions, tokens};
use adhere_actions::{ActionError, Authority, Context};
use adhere_domain::id::Id;
use adhere_domain::parties::organisation::{OrganisationId, PersonId};
use adhere_domain::parties::permission::{Permission, may};
use adhere_domain::parties::role::Grant;
use adhere_store::access::SecretDigest;
use axum::extract::{FromRequestParts, RawPathParams, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::MethodRouter;
use axum::{RequestExt as _, Router};

use super::Service;
use super::error::Problem;
use super::place;
use super::said::Said;
use super::security::is_sent_from_here;
use super::urls::Urls;
use crate::clock;

/// The name of the cookie that holds what names a session; over TLS browsers take it from this site alone.
const fn cookie_name(is_secure: bool) -> &'static str {
    if is_secure { "__Host-adhere_session" } else { "adhere_session" }
}

/// The parameter of a path that names the organisation.
const ORGANISATION: &str = "organisation";

/// Somebody who was let in.
#[derive(Clone, Debug)]
pub(super) struct Actor {
    pub(super) person: PersonId,
    pub(super) grants: Vec<Grant>,
    /// For whom it is done: the organisation that the path names, or the one that runs the instance.
    pub(super) organisation: Option<OrganisationId>,
    /// The session, unless it is a program with a token.
    pub(super) session: Option<SecretDigest>,
    /// Whether a second factor is demanded and not set: nothing is open then but to set one.
    pub(super) lacks_second_factor: bool,
}

/// What a route asks of whoever comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asks {
    /// To be signed in, whether or not a second factor that is demanded is set.
    SettingUp,
    /// To be signed in.
    SignedIn,
    /// To show a token, for whatever organisation it is.
    Bearer,
    /// To be allowed something.
    To(Permission),
    /// The same; a key of a feed, in the query, will do as well.
    Feed(Permission),
}

impl Asks {
    /// What whoever comes has to be allowed.
    pub(super) const fn permission(self) -> Option<Permission> {
        match self {
            Self::SettingUp | Self::SignedIn | Self::Bearer => None,
            Self::To(permission) | Self::Feed(permission) => Some(permission),
        }
    }
}

/// A route that is not for everyone.
pub(super) struct Guarded {
    #[cfg_attr(not(test), expect(dead_code, reason = "the matrix of routes and roles is made from it"))]
    pub(super) method: Method,
    pub(super) path: &'static str,
    pub(super) asks: Asks,
    pub(super) handler: MethodRouter<Service>,
}

/// The routes behind their guards.
pub(super) fn behind_guards(guarded: Vec<Guarded>, service: &Service) -> Router<Service> {
    guarded.into_iter().fold(Router::new(), |router, Guarded { path, asks, handler, .. }| {
        let state = (service.clone(), asks);
        router.route(path, handler.route_layer(axum::middleware::from_fn_with_state(state, guard)))
    })
}

/// Lets a request through to its handler if whoever sends it may do what the route asks for.
async fn guard(State((service, asks)): State<(Service, Asks)>, mut request: Request, next: Next) -> Response {
    match let_in(&service, asks, &mut request).await {
        Ok(actor) => {
            request.extensions_mut().insert(actor);
            let mut response = next.run(request).await;
            // What one person sees is nobody else's.
            let private = header::HeaderValue::from_static("no-store");
            response.headers_mut().insert(header::CACHE_CONTROL, private);
            response
        }
        Err(refused) => refused,
    }
}

async fn let_in(service: &Service, asks: Asks, request: &mut Request) -> Result<Actor, Response> {
    place::tell(request.extensions());
    let named = request.extract_parts::<RawPathParams>().await.map_err(IntoResponse::into_response)?;
    let organisation = named.iter().find(|(name, _)| *name == ORGANISATION).map(|(_, value)| value.to_owned());
    let key = matches!(asks, Asks::Feed(_)).then(|| key_of(request)).flatten();
    let shown = key.map(Shown::Key).or_else(|| Shown::read(request.headers(), service.is_secure()));
    let is_safe = matches!(*request.method(), Method::GET | Method::HEAD);
    // A cookie goes along with whatever a browser sends: that this site sent it has to be shown.
    if matches!(shown, Some(Shown::Session(_))) && !is_safe && !is_sent_from_here(request.headers()) {
        tracing::warn!(about = "access", "not sent from here");
        return Err(Problem::forbidden(Said::new("problem-not-from-here")).into_response());
    }
    let wants_page = accepts_page(request.headers());
    let to = request.uri().path_and_query().map_or("/", |to| to.as_str()).to_owned();
    let found = service.ask(move |service| find(service, asks, organisation, shown, is_safe)).await;
    match found {
        Ok(Some(actor)) if actor.lacks_second_factor && asks != Asks::SettingUp => {
            tracing::warn!(about = "access", person = actor.person.as_str(), "second factor missing");
            Err(if wants_page && is_safe {
                Redirect::to(&Urls::default().account("/second-factor")).into_response()
            } else {
                Problem::forbidden(Said::new("problem-factor-first")).into_response()
            })
        }
        Ok(Some(actor)) => {
            if !is_safe {
                tracing::Span::current().record("person", actor.person.as_str());
            }
            Ok(actor)
        }
        Ok(None) if wants_page && is_safe => Err(Redirect::to(&Urls::default().sign_in(&to)).into_response()),
        Ok(None) => Err(Problem::not_signed_in().into_response()),
        Err(problem) => Err(problem.into_response()),
    }
}

/// What somebody shows.
enum Shown {
    Session(Secret),
    Token(Secret),
    /// A key of a feed.
    Key(Secret),
}

impl Shown {
    fn read(headers: &HeaderMap, is_secure: bool) -> Option<Self> {
        let authorization = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
        if let Some(text) = authorization.and_then(|value| value.strip_prefix("Bearer ")) {
            return Secret::parse(text.trim()).map(Self::Token);
        }
        session_of(headers, is_secure).map(Self::Session)
    }
}

/// The key of a feed that the query of a request shows, if it does.
fn key_of(request: &Request) -> Option<Secret> {
    let query = request.uri().query().unwrap_or_default();
    let mut shown = form_urlencoded::parse(query.as_bytes()).filter(|(name, _)| name == "key");
    shown.find_map(|(_, value)| Secret::parse(&value))
}

/// What names the session of a request, if there is one.
pub(super) fn session_of(headers: &HeaderMap, is_secure: bool) -> Option<Secret> {
    cookie_of(headers, cookie_name(is_secure))
}

/// The secret that a cookie of a request holds, if it does.
pub(super) fn cookie_of(headers: &HeaderMap, name: &str) -> Option<Secret> {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = cookies.flat_map(|cookies| cookies.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(known, _)| *known == name).and_then(|(_, value)| Secret::parse(value))
}

/// The header that has the browser keep what names a session, or forget it.
pub(super) fn cookie(session: Option<&Secret>, is_secure: bool) -> String {
    let (name, secure) = (cookie_name(is_secure), if is_secure { "; Secure" } else { "" });
    match session {
        Some(secret) => format!("{name}={}; Path=/; HttpOnly; SameSite=Lax{secure}", secret.text()),
        None => format!("{name}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0{secure}"),
    }
}

fn accepts_page(headers: &HeaderMap) -> bool {
    let accepted = headers.get(header::ACCEPT).and_then(|accept| accept.to_str().ok());
    accepted.is_some_and(|accept| accept.contains("text/html"))
}

/// Who acts, if anybody was let in.
fn find(
    service: &Service,
    asks: Asks,
    organisation: Option<String>,
    shown: Option<Shown>,
    is_safe: bool,
) -> Result<Option<Actor>, Problem> {
    let Some(shown) = shown else { return Ok(None) };
    let nobody = service.context_of("adhere");
    let mut entered = None;
    let (person, session, bound_to) = match shown {
        Shown::Session(secret) => match sessions::signed_in(&nobody, &secret)? {
            Some(known) if known.session.is_whole => {
                let (person, session) = (known.person.clone(), known.session.id);
                entered = Some(known);
                (person, Some(session), None)
            }
            _ => return Ok(None),
        },
        Shown::Key(secret) => match tokens::bearer(&nobody, &secret)? {
            Some(known) if known.token.feeds => (known.person, None, Some(known.token.organisation)),
            _ => return Ok(None),
        },
        Shown::Token(secret) => {
            let Some(known) = tokens::bearer(&nobody, &secret)? else { return Ok(None) };
            if let Some(seconds) = service.pace.wait(&known.token.id) {
                return Err(Problem::too_often(seconds));
            }
            if known.token.feeds {
                return Err(Problem::forbidden(Said::new("problem-feed-key")));
            }
            if !known.token.may_write && !is_safe {
                return Err(Problem::forbidden(Said::new("problem-token-reads")));
            }
            (known.person, None, Some(known.token.organisation))
        }
    };
    let (grants, own, lacks_second_factor) = service.store.read(|tx| {
        let grants = grants_of(tx, &person)?;
        // A program with a token has shown something else: what issued the token was a session.
        let lacks = match &entered {
            Some(known) => lacks_second_factor(&nobody, tx, known, &grants)?,
            None => false,
        };
        let own = match asks {
            Asks::To(permission) | Asks::Feed(permission) if permission.is_of_instance() => {
                own_organisation(&service.store, tx)?
            }
            _ => None,
        };
        Ok::<_, ActionError>((grants, own, lacks))
    })?;
    let named = organisation
        .map(|text| Id::parse(&text).ok_or_else(|| Problem::not_found(Said::new("problem-no-organisation"))));
    let of_token = bound_to.clone().filter(|_| asks == Asks::Bearer);
    let organisation = own.or(of_token).or(named.transpose()?);
    if bound_to.is_some_and(|bound| organisation.as_ref().is_none_or(|organisation| *organisation != bound)) {
        return Err(Problem::forbidden(Said::new("problem-token-elsewhere")));
    }
    if let Some(permission) = asks.permission() {
        let Some(organisation) = &organisation else {
            return Err(Problem::forbidden(Said::new("problem-nobody-runs")));
        };
        let allowed = may(&grants, &person, organisation, permission, clock::today());
        allowed.inspect_err(not_permitted).map_err(ActionError::from)?;
    }
    Ok(Some(Actor { person, grants, organisation, session, lacks_second_factor }))
}

impl Actor {
    /// Whether the roles of whoever acts allow something more here.
    pub(super) fn may(&self, permission: Permission) -> bool {
        let organisation = self.organisation.as_ref();
        organisation.is_some_and(|it| may(&self.grants, &self.person, it, permission, clock::today()).is_ok())
    }

    /// For whom it is done.
    pub(super) fn organisation(&self) -> Result<&OrganisationId, Problem> {
        self.organisation.as_ref().ok_or_else(|| Problem::not_found(Said::new("problem-organisation-unnamed")))
    }
}

impl Service {
    /// What actions need, where the actor is known by a name alone and roles count.
    pub(super) fn context_of<'s>(&'s self, actor: &'s str) -> Context<'s> {
        let (now, today, authority) = (clock::now(), clock::today(), Authority::Roles);
        Context { store: &self.store, law: &self.law, actor, now, today, authority, request: None }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Actor {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        // A handler that asks who acts and stands behind no guard is reached by nobody.
        parts.extensions.get::<Self>().cloned().ok_or_else(Problem::not_signed_in)
    }
}
