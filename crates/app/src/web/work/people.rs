//! The people of an organisation: their roles, inviting them, and revoking what they may do.

use adhere_actions::access::Secret;
use adhere_actions::access::inviting::{Invite, WriteLetter, invite, invite_again};
use adhere_actions::party::record;
use adhere_domain::id::Id;
use adhere_domain::parties::directory::PartyCommand;
use adhere_domain::parties::organisation::OrganisationId;
use adhere_domain::parties::role::{Grant, Revocation, Role};
use adhere_domain::text::NonEmptyText;
use adhere_store::StoreError;
use adhere_store::projection::{grant, second_factor_demand};
use askama::Template;
use axum::extract::{Form, State};
use axum::response::{IntoResponse, Redirect, Response};

use super::told::told;
use crate::web::actor::Actor;
use crate::web::asked::Asked;
use crate::web::error::Problem;
use crate::web::form::{Control, Fields, FormView, Typed};
use crate::web::frame::{Frame, Section};
use crate::web::said::Said;
use crate::web::urls::after;
use crate::web::{Page, Service, again, html};

#[derive(Template)]
#[template(path = "web/work/people.html")]
struct PeoplePage<'a> {
    frame: Frame<'a>,
    organisation: OrganisationId,
    grants: Vec<GrantView>,
    form: FormView,
    /// Where somebody who was just invited sets a password.
    way_in: Option<String>,
    /// Whether a second factor is demanded of everybody who has a role.
    is_demanding: bool,
}

/// A role of somebody, ready to print.
struct GrantView {
    person: String,
    name: String,
    role: String,
    role_id: &'static str,
    from: String,
    until: Option<String>,
    is_held: bool,
}

/// The people with their roles.
pub(super) async fn show(State(service): State<Service>, asked: Asked, actor: Actor) -> Result<Response, Problem> {
    service.work(asked, actor, |page| Ok(html(showing(page, &Typed::default(), None)?))).await
}

fn role_text(page: &Page<'_>, role: Role) -> String {
    page.words().text(&format!("role-{}", role.id()))
}

fn showing(page: &Page<'_>, typed: &Typed, way_in: Option<String>) -> Result<String, Problem> {
    let organisation = page.actor()?.organisation()?.clone();
    let (held, is_demanding) = page.service.store.read(|tx| {
        let held = grant::of_organisation(tx, &organisation).map_err(StoreError::from)?;
        let is_demanding = second_factor_demand::is_made(tx, &organisation).map_err(StoreError::from)?;
        Ok::<_, StoreError>((held, is_demanding))
    })?;
    let frame = page.frame(Section::Work);
    let view = |(grant, name): (Grant, Option<NonEmptyText>)| GrantView {
        name: name.map_or_else(|| grant.person.to_string(), |name| name.to_string()),
        person: grant.person.to_string(),
        role: role_text(page, grant.role),
        role_id: grant.role.id(),
        from: grant.from.to_string(),
        until: grant.until.map(|until| frame.until(until)),
        is_held: grant.holds(page.today),
    };
    let words = page.words();
    let fields = Fields { words, typed };
    let roles = Role::ALL.map(|(role, id)| (id.to_owned(), role_text(page, role)));
    let fields = vec![
        fields.line("person", "people-id").hinted(words.text("people-id-hint")),
        fields.line("name", "people-name"),
        fields.input("email", "access-email", "email", "off"),
        fields.any("role", "people-roles", roles.into()),
    ];
    let form = FormView::new(page.to().people(&organisation, ""), words.text("people-invite"), fields, typed);
    let grants = held.into_iter().map(view).collect();
    Ok(PeoplePage { frame, organisation, grants, form, way_in, is_demanding }.render()?)
}

/// Invites somebody.
pub(super) async fn add(
    State(service): State<Service>,
    asked: Asked,
    actor: Actor,
    Form(form): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    service
        .work(asked, actor, move |page| {
            let mut typed = Typed::sent(form);
            let Some(command) = invitation(page, &mut typed)? else { return Ok(again(showing(page, &typed, None)?)) };
            let name = command.name.to_string();
            let write = |secret: &Secret| page.invitation_letter(&name, secret);
            let letter: Option<WriteLetter<'_>> = if page.service.sends_letters() { Some(&write) } else { None };
            match invite(&page.context()?, command, letter) {
                // What a letter says is for whoever it was sent to.
                Ok(_) if letter.is_some() => {
                    let url = page.to().people(page.actor()?.organisation()?, "");
                    Ok(Redirect::to(&after(&url, "letter-sent")).into_response())
                }
                Ok(changed) => {
                    let way_in = changed.outcome.map(|secret| page.to().invitation(&secret.text()));
                    Ok(html(showing(page, &Typed::default(), way_in)?))
                }
                Err(error) => {
                    typed.refuse_all(told(page, error)?);
                    Ok(again(showing(page, &typed, None)?))
                }
            }
        })
        .await
}

fn invitation(page: &Page<'_>, typed: &mut Typed) -> Result<Option<Invite>, Problem> {
    let organisation = page.actor()?.organisation()?;
    let missing = |key: &'static str| move || page.words().text(key);
    let person = typed.required("person", missing("people-id-wrong"), Id::parse);
    let name = typed.required("name", missing("people-name-missing"), NonEmptyText::parse);
    let email = typed.required("email", missing("people-email-missing"), |text| Some(text.to_owned()));
    let roles: Vec<Role> = typed.all("role").filter_map(role).collect();
    if roles.is_empty() {
        typed.refuse("role", page.words().text("people-roles-missing"));
        return Ok(None);
    }
    let (Some(person), Some(name), Some(email)) = (person, name, email) else { return Ok(None) };
    let grant = |role| Grant {
        person: Id::clone(&person),
        organisation: organisation.clone(),
        role,
        from: page.today,
        until: None,
        source: None,
    };
    let roles = roles.into_iter().map(grant).collect();
    Ok(Some(Invite { person, name, email, roles }))
}

fn role(id: &str) -> Option<Role> {
    Role::ALL.into_iter().find(|(_, known)| *known == id).map(|(role, _)| role)
}

/// Revokes a role from today on.
pub(super) async fn revoke(
    State(service): State<Service>,
    asked: Asked,
    actor: Actor,
    Form(form): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    service
        .work(asked, actor, move |page| {
            let typed = Typed::sent(form);
            let organisation = page.actor()?.organisation()?.clone();
            let (Some(person), Some(role)) = (Id::parse(typed.value("person")), role(typed.value("role"))) else {
                return Err(Problem::bad_request(Said::new("problem-role-unnamed")));
            };
            let to = page.to().people(&organisation, "");
            let revocation = Revocation { person, organisation, role, from: page.today, reason: None };
            record(&page.context()?, PartyCommand::Revoke(revocation))?;
            Ok(Redirect::to(&after(&to, "role-revoked")).into_response())
        })
        .await
}

/// Demands a second factor of everybody who has a role, or leaves that to the instance.
pub(super) async fn demand(
    State(service): State<Service>,
    asked: Asked,
    actor: Actor,
    Form(form): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    service
        .work(asked, actor, move |page| {
            let organisation = page.actor()?.organisation()?.clone();
            let to = page.to().people(&organisation, "");
            let (command, told) = match Typed::sent(form).value("demanded") {
                "yes" => (PartyCommand::DemandSecondFactor(organisation), "second-factor-demanded"),
                "no" => (PartyCommand::LeaveSecondFactor(organisation), "second-factor-left"),
                _ => return Err(Problem::bad_request(Said::new("problem-demand-unsaid"))),
            };
            record(&page.context()?, command)?;
            Ok(Redirect::to(&after(&to, told)).into_response())
        })
        .await
}

/// Makes a new way in for somebody who never set a password.
pub(super) async fn again_for(
    State(service): State<Service>,
    asked: Asked,
    actor: Actor,
    Form(form): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    service
        .work(asked, actor, move |page| {
            let typed = Typed::sent(form);
            let person = Id::parse(typed.value("person"));
            let person = person.ok_or_else(|| Problem::bad_request(Said::new("problem-invited-unnamed")))?;
            let secret = invite_again(&page.context()?, &person, None)?;
            let way_in = Some(page.to().invitation(&secret.text()));
            Ok(html(showing(page, &Typed::default(), way_in)?))
        })
        .await
}
