//! The service of OpenID Connect by which people sign in: where they are sent, and what is made of what they bring back.
//!
//! The code flow with PKCE (RFC 7636) and a nonce. What the service says of itself and its keys are kept for an hour, and
//! asked for again where a key is not among them. Whom it lets in is not decided here.

mod asking;
mod error;

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use adhere_actions::access::Secret;
use adhere_actions::access::openid::{Sent, nonce};
use adhere_store::home::{OpenIdSettings, Settings};
use anyhow::{Context as _, bail};
use chrono::{DateTime, TimeDelta, Utc};
use openidconnect::core::{
    CoreAuthenticationFlow, CoreClient, CoreClientAuthMethod, CoreIdToken, CoreIdTokenClaims, CoreJwsSigningAlgorithm,
    CoreProviderMetadata, CoreUserInfoClaims,
};
use openidconnect::{
    AccessToken, AuthType, AuthorizationCode, ClaimsVerificationError, ClientId, ClientSecret, CsrfToken,
    EndpointMaybeSet, EndpointNotSet, EndpointSet, IssuerUrl, Nonce, OAuth2TokenResponse as _, PkceCodeChallenge,
    PkceCodeVerifier, RedirectUrl, Scope, SignatureVerificationError, SubjectIdentifier, TokenResponse as _,
};
use tokio::time::Instant;

use self::asking::Asking;
pub(super) use self::error::OpenIdError;
use super::urls::OPENID_CALLBACK;
use crate::clock;

/// What a service says of itself is asked for again after so long.
const KEPT_FOR: Duration = Duration::from_hours(1);

/// Clocks differ by so many seconds.
const CLOCKS_DIFFER: i64 = 60;

/// Signatures that count: by keys that the service alone has. Those by a secret that both have (`HS256`), and none at all
/// (`none`), do not.
const SIGNATURES: [CoreJwsSigningAlgorithm; 9] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha384,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha512,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha384,
    CoreJwsSigningAlgorithm::RsaSsaPssSha512,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EcdsaP384Sha384,
    CoreJwsSigningAlgorithm::EdDsa,
];

/// A client of a service that was asked what it says of itself.
type KnownClient =
    CoreClient<EndpointSet, EndpointNotSet, EndpointNotSet, EndpointNotSet, EndpointMaybeSet, EndpointMaybeSet>;

/// The service of OpenID Connect by which people sign in.
pub(super) struct OpenId {
    /// What people call it.
    pub(super) label: String,
    issuer: IssuerUrl,
    client_id: ClientId,
    client_secret: ClientSecret,
    scopes: Vec<Scope>,
    redirect: RedirectUrl,
    asking: Asking,
    known: Mutex<Option<Known>>,
}

/// What a service says of itself, with its keys, and when it said so.
#[derive(Clone)]
struct Known {
    metadata: Arc<CoreProviderMetadata>,
    at: Instant,
}

/// Who somebody is, as the service says in an answer whose signature was checked.
pub(super) struct Answered {
    /// Whom it calls so, for ever.
    pub(super) subject: String,
    /// The address, where the answer has one that is verified.
    verified_email: Option<String>,
    /// Whether the answer says anything of an address.
    has_email: bool,
    access: AccessToken,
}

impl OpenId {
    /// The service that is set, if one is.
    ///
    /// # Errors
    /// What is set cannot be used.
    pub(super) fn new(settings: &Settings) -> anyhow::Result<Option<Self>> {
        let OpenIdSettings { issuer, client_id, client_secret, label, scopes } = settings.openid.clone();
        if (&issuer, &client_id, &client_secret) == (&None, &None, &None) {
            return Ok(None);
        }
        let (Some(issuer), Some(client_id), Some(client_secret)) = (issuer, client_id, client_secret) else {
            bail!("`openid.issuer`, `openid.client-id` and `openid.client-secret` are set all three or not at all");
        };
        let Some(site) = &settings.web.url else {
            bail!("`web.url` is not set: whoever signed in by `openid.issuer` is sent back there");
        };
        let url = reqwest::Url::parse(&issuer).context("`openid.issuer` is not an address")?;
        let host = url.host_str().unwrap_or_default().to_owned();
        Ok(Some(Self {
            label: label.unwrap_or(host),
            issuer: IssuerUrl::new(issuer).context("`openid.issuer` is not an address")?,
            client_id: ClientId::new(client_id),
            client_secret: ClientSecret::new(client_secret),
            scopes: scopes.split_whitespace().map(|scope| Scope::new(scope.to_owned())).collect(),
            redirect: RedirectUrl::new(format!("{site}{OPENID_CALLBACK}")).context("`web.url` is not an address")?,
            asking: Asking::new(&url)?,
            known: Mutex::default(),
        }))
    }

    /// By what the service is known.
    pub(super) fn issuer(&self) -> &str {
        self.issuer.as_str()
    }

    /// Makes sure that the service has said where people are sent.
    pub(super) fn is_there(&self) -> Result<(), OpenIdError> {
        self.known().map(|_| ())
    }

    /// Where somebody is sent to sign in.
    pub(super) fn address(&self, sent: &Sent) -> Result<String, OpenIdError> {
        let client = self.client(&self.known()?);
        let (state, nonce) = (CsrfToken::new(sent.state.text()), Nonce::new(sent.nonce()));
        let challenge = PkceCodeChallenge::from_code_verifier_sha256(&verifier(&sent.browser));
        let request = client
            .authorize_url(CoreAuthenticationFlow::AuthorizationCode, move || state, move || nonce)
            .set_pkce_challenge(challenge)
            .add_scopes(self.scopes.iter().cloned());
        let (url, ..) = request.url();
        self.asking.permit(&url).map_err(OpenIdError::Away)?;
        Ok(url.into())
    }

    /// Redeems the code that somebody brought back, and checks what the service says.
    pub(super) fn redeem(&self, code: &str, browser: &Secret) -> Result<Answered, OpenIdError> {
        let known = self.known()?;
        let client = self.client(&known);
        let request = client.exchange_code(AuthorizationCode::new(code.to_owned()));
        let request = request.map_err(|_| OpenIdError::Lacks("a token endpoint"))?;
        let answer = request.set_pkce_verifier(verifier(browser)).request(&self.asking)?;
        let token = answer.id_token().ok_or(OpenIdError::Lacks("an ID token"))?;
        let nonce = Nonce::new(nonce(browser));
        let unknown = ClaimsVerificationError::SignatureVerification(SignatureVerificationError::NoMatchingKey);
        let claims = match self.checked(&known, token, &nonce) {
            // A service takes another key when it likes.
            Err(OpenIdError::Untrusted(error)) if error == unknown => self.checked(&self.asked()?, token, &nonce)?,
            claims => claims?,
        };
        Ok(Answered {
            subject: claims.subject().as_str().to_owned(),
            verified_email: verified(claims.email().map(|it| it.as_str()), claims.email_verified()),
            has_email: claims.email().is_some(),
            access: answer.access_token().clone(),
        })
    }

    /// The address of somebody, where the service has verified it. OpenID Connect Core 1.0, section 5.4: what a scope
    /// asks for is told at the address for user info, and need not be in the answer itself.
    pub(super) fn verified_email(&self, answered: &Answered) -> Result<Option<String>, OpenIdError> {
        let client = self.client(&self.known()?);
        if answered.has_email || client.user_info_url().is_none() {
            return Ok(answered.verified_email.clone());
        }
        let subject = SubjectIdentifier::new(answered.subject.clone());
        let request = client.user_info(answered.access.clone(), Some(subject));
        let request = request.map_err(|_| OpenIdError::Lacks("an address for user info"))?;
        let told: CoreUserInfoClaims = request.request(&self.asking)?;
        Ok(verified(told.email().map(|it| it.as_str()), told.email_verified()))
    }

    /// What an ID token says, once all was checked that OpenID Connect Core 1.0, section 3.1.3.7, asks for.
    fn checked<'t>(
        &self,
        known: &Known,
        token: &'t CoreIdToken,
        nonce: &Nonce,
    ) -> Result<&'t CoreIdTokenClaims, OpenIdError> {
        let client = self.client(known);
        let (late, early) = (now() - skew(), now() + skew());
        let verifier =
            client
                .id_token_verifier()
                .set_allowed_algs(SIGNATURES)
                .set_time_fn(move || late)
                .set_issue_time_verifier_fn(move |issued| {
                    if issued <= early { Ok(()) } else { Err("issued in the future".to_owned()) }
                });
        let claims = token.claims(&verifier, nonce).map_err(OpenIdError::Untrusted)?;
        match claims.authorized_party() {
            Some(party) if *party != self.client_id => Err(OpenIdError::OtherParty),
            _ => Ok(claims),
        }
    }

    /// What the service says of itself: what it said lately, or what it says now.
    fn known(&self) -> Result<Known, OpenIdError> {
        let kept = self.known.lock().unwrap_or_else(PoisonError::into_inner).clone();
        kept.filter(|kept| kept.at.elapsed() < KEPT_FOR).map_or_else(|| self.asked(), Ok)
    }

    /// What the service says of itself now.
    fn asked(&self) -> Result<Known, OpenIdError> {
        // Nobody waits for the lock while it is asked: two may ask at once, to no harm.
        let metadata = CoreProviderMetadata::discover(&self.issuer, &self.asking)?;
        let known = Known { metadata: Arc::new(metadata), at: Instant::now() };
        *self.known.lock().unwrap_or_else(PoisonError::into_inner) = Some(known.clone());
        Ok(known)
    }

    fn client(&self, known: &Known) -> KnownClient {
        let metadata = CoreProviderMetadata::clone(&known.metadata);
        // OpenID Connect Core 1.0, section 9: where the service says nothing, the secret goes into the header.
        let ways = metadata.token_endpoint_auth_methods_supported();
        let way = match ways {
            Some(ways) if !ways.contains(&CoreClientAuthMethod::ClientSecretBasic) => AuthType::RequestBody,
            _ => AuthType::BasicAuth,
        };
        CoreClient::from_provider_metadata(metadata, self.client_id.clone(), Some(self.client_secret.clone()))
            .set_auth_type(way)
            .set_redirect_uri(self.redirect.clone())
    }
}

/// What shows that who redeems a code is who was sent.
fn verifier(browser: &Secret) -> PkceCodeVerifier {
    PkceCodeVerifier::new(browser.text())
}

/// An address that is verified. What is not said to be is not.
fn verified(email: Option<&str>, is_verified: Option<bool>) -> Option<String> {
    email.filter(|_| is_verified == Some(true)).map(str::to_owned)
}

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(clock::now().as_second(), 0).unwrap_or(DateTime::UNIX_EPOCH)
}

fn skew() -> TimeDelta {
    TimeDelta::seconds(CLOCKS_DIFFER)
}
