//! What people do who are signed in: for the organisations for which they have roles.

mod adherence;
mod administrator;
mod attaching;
pub(super) mod calendar;
pub(super) mod cases;
mod chair;
mod comments;
mod evidence;
mod files;
pub(super) mod folder;
pub(super) mod invitations;
mod listing;
mod measures;
mod packages;
mod people;
mod provider;
mod publishing;
pub(super) mod told;

use adhere_actions::access::own_organisation;
use adhere_domain::parties::permission::Permission;
use adhere_domain::parties::role::Role;
use adhere_store::projection::grant;
use adhere_store::{StoreError, projection};
use askama::Template;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::Method;
use axum::response::Response;
use axum::routing::{MethodRouter, get, post};

pub(super) use self::provider::Held;
pub(super) use self::publishing::compiled;

use super::access::{account, openid, second_factor, tokens};
use super::actor::{Actor, Asks, Guarded};
use super::asked::Asked;
use super::assets::ZONE_SCRIPT;
use super::error::Problem;
use super::frame::{Frame, Inside, NavigationItem, Section};
use super::security::with_script;
use super::{Page, Service, html};

/// The largest body with files that is read, in bytes: a code is text, and no file of one is larger than 8 MiB.
pub(super) const LARGEST_UPLOAD: usize = 16 << 20;

#[derive(Template)]
#[template(path = "web/work.html")]
struct WorkPage<'a> {
    frame: Frame<'a>,
    organisations: Vec<OrganisationView>,
    script: String,
}

/// An organisation for which somebody has roles, ready to print.
struct OrganisationView {
    name: String,
    roles: Vec<String>,
    url: Option<String>,
    people: Option<String>,
    facilitation: Option<String>,
    administration: Option<String>,
}

/// Every route that is not for everyone, with what it asks for.
pub(super) fn guarded() -> Vec<Guarded> {
    own_account()
        .into_iter()
        .chain(of_provider())
        .chain(of_library())
        .chain(of_cases())
        .chain(of_people())
        .chain(of_facilitator())
        .chain(of_invitations())
        .chain(of_administrator())
        .collect()
}

fn read(asks: Asks, path: &'static str, handler: MethodRouter<Service>) -> Guarded {
    Guarded { method: Method::GET, path, asks, handler }
}

fn write(asks: Asks, path: &'static str, handler: MethodRouter<Service>) -> Guarded {
    Guarded { method: Method::POST, path, asks, handler }
}

/// What everybody does who is signed in.
fn own_account() -> Vec<Guarded> {
    let own = Asks::SignedIn;
    vec![
        read(own, "/work", get(begin)),
        read(own, "/account", get(account::show)),
        write(own, "/account/password", post(account::set_password)),
        read(Asks::SettingUp, "/account/second-factor", get(second_factor::ask)),
        write(Asks::SettingUp, "/account/second-factor", post(second_factor::set)),
        write(own, "/account/second-factor/codes", post(second_factor::renew)),
        write(own, "/account/second-factor/remove", post(second_factor::take_away)),
        write(own, "/account/openid/unlink", post(openid::end)),
        write(own, "/account/sessions", post(account::end_sessions)),
        read(own, "/account/tokens", get(tokens::show)),
        write(own, "/account/tokens", post(tokens::issue)),
        write(own, "/account/tokens/revoke", post(tokens::revoke)),
    ]
}

/// What people of a provider do.
fn of_provider() -> Vec<Guarded> {
    let (see, keep) = (Asks::To(Permission::ReadWork), Asks::To(Permission::KeepFiles));
    let (state, bind) = (Asks::To(Permission::WriteStatements), Asks::To(Permission::Bind));
    let measure = "/work/{organisation}/measures/{code}/{measure}";
    vec![
        read(see, "/work/{organisation}", get(provider::show)),
        read(see, "/work/{organisation}/assessment", get(provider::assessment)),
        read(see, "/work/{organisation}/assessment.json", get(provider::json)),
        read(see, "/work/{organisation}/calendar", get(calendar::show)),
        write(see, "/work/{organisation}/calendar", post(calendar::issue)),
        read(Asks::Feed(Permission::ReadWork), "/work/{organisation}/calendar.ics", get(calendar::feed)),
        read(see, "/work/{organisation}/measures", get(measures::show)),
        read(see, measure, get(measures::one)),
        write(state, measure, post(measures::record)),
        write(
            Asks::To(Permission::Approve),
            "/work/{organisation}/measures/{code}/{measure}/approval",
            post(measures::give_approval),
        ),
        read(see, "/work/{organisation}/files", get(files::show)),
        read(see, "/work/{organisation}/files/{file}", get(files::one)),
        write(keep, "/work/{organisation}/files/{file}", post(files::record)),
        read(see, "/work/{organisation}/files/{file}/raw", get(files::raw)),
        read(see, "/work/{organisation}/adherence", get(adherence::show)),
        read(bind, "/work/{organisation}/adherence/declare", get(adherence::ask)),
        write(bind, "/work/{organisation}/adherence/declare", post(adherence::declare)),
    ]
}

/// What people of a provider do with what shows what it states.
fn of_library() -> Vec<Guarded> {
    let (see, keep) = (Asks::To(Permission::ReadWork), Asks::To(Permission::WriteStatements));
    let say = Asks::To(Permission::Comment);
    // How much is read is for the setting to say, and counted as it comes.
    let add = post(evidence::add).layer(DefaultBodyLimit::disable());
    vec![
        read(see, "/work/{organisation}/folder", get(folder::show)),
        read(see, "/work/{organisation}/folder.zip", get(folder::export)),
        write(keep, "/work/{organisation}/folder", post(folder::look).layer(DefaultBodyLimit::disable())),
        write(keep, "/work/{organisation}/folder/confirm", post(folder::confirm)),
        read(see, "/work/{organisation}/evidence", get(evidence::show)),
        read(keep, "/work/{organisation}/evidence/add", get(evidence::ask)),
        write(keep, "/work/{organisation}/evidence/add", add),
        read(see, "/work/{organisation}/evidence/{item}", get(evidence::one)),
        read(see, "/work/{organisation}/evidence/{item}/file", get(evidence::file)),
        read(see, "/work/{organisation}/evidence/{item}/preview", get(evidence::preview)),
        read(keep, "/work/{organisation}/evidence/{item}/withdraw", get(evidence::ask_withdraw)),
        write(keep, "/work/{organisation}/evidence/{item}/withdraw", post(evidence::withdraw)),
        write(keep, "/work/{organisation}/measures/{code}/{measure}/evidence", post(attaching::attach)),
        write(keep, "/work/{organisation}/measures/{code}/{measure}/evidence/detach", post(attaching::detach)),
        write(say, "/work/{organisation}/measures/{code}/{measure}/comments", post(comments::make)),
        write(say, "/work/{organisation}/measures/{code}/{measure}/comments/withdraw", post(comments::withdraw)),
    ]
}

/// What those do who keep cases.
fn of_cases() -> Vec<Guarded> {
    use cases::one::{Doing, does};

    let (see, keep) = (Asks::To(Permission::ReadWork), Asks::To(Permission::KeepCases));
    vec![
        read(see, "/work/{organisation}/cases", get(cases::show)),
        read(keep, "/work/{organisation}/cases/new", get(cases::opening::ask)),
        write(keep, "/work/{organisation}/cases/new", post(cases::opening::open)),
        read(see, "/work/{organisation}/cases/{case}", get(cases::one::show)),
        write(keep, "/work/{organisation}/cases/{case}/step", does(Doing::Step)),
        write(keep, "/work/{organisation}/cases/{case}/note", does(Doing::Note)),
        write(keep, "/work/{organisation}/cases/{case}/close", does(Doing::Close)),
        write(keep, "/work/{organisation}/cases/{case}/reopen", does(Doing::Reopen)),
    ]
}

/// What those do who keep the people of an organisation.
fn of_people() -> Vec<Guarded> {
    let keep = Asks::To(Permission::KeepPeople);
    vec![
        read(keep, "/people/{organisation}", get(people::show)),
        write(keep, "/people/{organisation}", post(people::add)),
        write(keep, "/people/{organisation}/revoke", post(people::revoke)),
        write(keep, "/people/{organisation}/again", post(people::again_for)),
        write(keep, "/people/{organisation}/second-factor", post(people::demand)),
    ]
}

/// What a facilitator does.
fn of_facilitator() -> Vec<Guarded> {
    let (publish, keep) = (Asks::To(Permission::PublishCodes), Asks::To(Permission::KeepRegister));
    let (see, answer) = (Asks::To(Permission::ReadFacilitation), Asks::To(Permission::AnswerPackages));
    let upload = post(publishing::publish).layer(DefaultBodyLimit::max(LARGEST_UPLOAD));
    vec![
        read(see, "/facilitation", get(packages::inbox)),
        read(see, "/facilitation/packages/{entry}", get(packages::one)),
        write(answer, "/facilitation/packages/{entry}/accept", post(packages::accept)),
        write(answer, "/facilitation/packages/{entry}/refuse", post(packages::refuse)),
        read(see, "/facilitation/codes", get(chair::versions)),
        read(see, "/facilitation/codes/{code}", get(chair::report)),
        read(publish, "/facilitation/publish", get(publishing::ask_publish)),
        write(publish, "/facilitation/publish", upload),
        read(keep, "/facilitation/register", get(listing::ask_listing)),
        write(keep, "/facilitation/register", post(listing::list_fact)),
    ]
}

/// What a facilitator does with invitations to adhere, and a provider.
fn of_invitations() -> Vec<Guarded> {
    let (see, send) = (Asks::To(Permission::ReadFacilitation), Asks::To(Permission::SendInvitations));
    let answer = Asks::To(Permission::AnswerInvitations);
    let own = "/work/{organisation}/invitations/{invitation}";
    vec![
        read(see, "/facilitation/invitations", get(invitations::show)),
        read(send, "/facilitation/invitations/new", get(invitations::ask)),
        write(send, "/facilitation/invitations/new", post(invitations::send)),
        read(see, "/facilitation/invitations/{invitation}", get(invitations::one)),
        write(send, "/facilitation/invitations/{invitation}/again", post(invitations::send_again)),
        write(send, "/facilitation/invitations/{invitation}/withdraw", post(invitations::withdraw)),
        read(Asks::To(Permission::ReadWork), own, get(invitations::answering::one)),
        write(answer, "/work/{organisation}/invitations/{invitation}/decline", post(invitations::answering::decline)),
    ]
}

/// What an administrator does, and an auditor sees.
fn of_administrator() -> Vec<Guarded> {
    let (see, keep) = (Asks::To(Permission::ReadOperation), Asks::To(Permission::KeepParties));
    let one = "/administration/organisations/{party}";
    vec![
        read(see, "/administration", get(administrator::show)),
        read(see, "/administration/history", get(administrator::history)),
        read(see, "/administration/jobs", get(administrator::jobs)),
        write(Asks::To(Permission::Operate), "/administration/audit", post(administrator::begin_audit)),
        write(Asks::To(Permission::Operate), "/administration/letter", post(administrator::send_test_letter)),
        read(see, "/administration/organisations", get(administrator::organisations)),
        read(keep, "/administration/organisations/register", get(administrator::ask_register)),
        write(keep, "/administration/organisations/register", post(administrator::register)),
        read(see, one, get(administrator::one)),
        write(keep, one, post(administrator::change)),
        write(keep, "/administration/organisations/{party}/keys", post(administrator::add_key)),
        write(keep, "/administration/organisations/{party}/keys/revoke", post(administrator::revoke_key)),
    ]
}

/// What stands around every page for somebody who is signed in.
pub(super) fn inside(page: &Page<'_>, actor: &Actor) -> Inside {
    let name = page.service.store.read(|tx| grant::name(tx, &actor.person).map_err(StoreError::from));
    // A name that was erased, or that cannot be read just now, is no reason to show nothing.
    let name = name.ok().flatten().map_or_else(|| actor.person.to_string(), |name| name.to_string());
    let (to, path) = (page.to(), page.asked.path.as_str());
    let mut places = vec![(to.work(), "/work".to_owned(), "work-begin")];
    if let Some(organisation) = &actor.organisation {
        if actor.may(Permission::ReadWork) {
            let parts = [
                ("", "work-dashboard"),
                ("/assessment", "work-assessment"),
                ("/measures", "work-measures"),
                ("/evidence", "library"),
                ("/cases", "cases"),
                ("/calendar", "calendar"),
                ("/files", "work-files"),
                ("/adherence", "work-adherence"),
                ("/folder", "folder"),
            ];
            let place = |(part, key)| (to.provider(organisation, part), format!("/work/{organisation}{part}"), key);
            places.extend(parts.map(place));
        }
        let of_facilitator = [
            (Permission::ReadFacilitation, "", "facilitation"),
            (Permission::ReadFacilitation, "/codes", "codes-followed"),
            (Permission::ReadFacilitation, "/invitations", "invitations"),
            (Permission::PublishCodes, "/publish", "publish"),
            (Permission::KeepRegister, "/register", "listing"),
        ];
        let may = of_facilitator
            .into_iter()
            .filter(|(permission, ..)| path.starts_with("/facilitation") && actor.may(*permission));
        places.extend(may.map(|(_, part, key)| (to.facilitation(part), format!("/facilitation{part}"), key)));
        if path.starts_with("/administration") && actor.may(Permission::ReadOperation) {
            let parts = [
                ("", "administration"),
                ("/jobs", "jobs"),
                ("/organisations", "admin-organisations"),
                ("/history", "admin-history"),
            ];
            let place = |(part, key)| (to.administration(part), format!("/administration{part}"), key);
            places.extend(parts.map(place));
        }
        if actor.may(Permission::KeepPeople) {
            places.push((to.people(organisation, ""), format!("/people/{organisation}"), "people"));
        }
    }
    places.push((to.account(""), "/account".to_owned(), "access-account"));
    places.push((to.account("/tokens"), "/account/tokens".to_owned(), "access-tokens"));
    let item = |(url, here, key): (String, String, &str)| NavigationItem {
        url,
        name: page.words().text(key),
        is_here: path == here,
    };
    Inside { name, places: places.into_iter().map(item).collect() }
}

/// Where everybody begins who is signed in: the organisations and what one is for each.
async fn begin(State(service): State<Service>, asked: Asked, actor: Actor) -> Result<Response, Problem> {
    service
        .work(asked, actor, |page| {
            let actor = page.actor()?;
            let mut ids: Vec<_> =
                actor.grants.iter().filter(|it| it.holds(page.today)).map(|it| &it.organisation).collect();
            ids.sort();
            ids.dedup();
            let store = &page.service.store;
            let own = store.read(|tx| own_organisation(store, tx))?;
            let organisations = ids.into_iter().map(|id| {
                let now = page.context()?.now;
                let known = page
                    .service
                    .store
                    .read(|tx| projection::organisation::known(tx, id, now).map_err(StoreError::from))?;
                let held = actor.grants.iter().filter(|it| it.organisation == *id && it.holds(page.today));
                let role = |role: Role| page.words().text(&format!("role-{}", role.id()));
                let name = known.map_or_else(|| id.to_string(), |known| known.name.to_string());
                let is_own = own.as_ref() == Some(id);
                let there = Actor { organisation: Some(id.clone()), ..actor.clone() };
                Ok(OrganisationView {
                    url: there.may(Permission::ReadWork).then(|| page.to().provider(id, "")),
                    facilitation: (is_own && there.may(Permission::ReadFacilitation))
                        .then(|| page.to().facilitation("")),
                    administration: (is_own && there.may(Permission::ReadOperation))
                        .then(|| page.to().administration("")),
                    people: there.may(Permission::KeepPeople).then(|| page.to().people(id, "")),
                    name,
                    roles: held.map(|it| role(it.role)).collect(),
                })
            });
            let organisations = organisations.collect::<Result<_, Problem>>()?;
            let script = ZONE_SCRIPT.url();
            Ok(with_script(html(WorkPage { frame: page.frame(Section::Work), organisations, script }.render()?)))
        })
        .await
}

#[cfg(test)]
mod tests;
