//! `adhere demo`: an instance with the shipped codes published, the register of the Code of Practice as sources have it,
//! and the files of one provider as public facts have them, to look at.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use adhere_actions::access::Secret;
use adhere_actions::access::inviting::{Invite, invite};
use adhere_actions::files::record_files;
use adhere_actions::publish_code::{PublishCode, publish_code};
use adhere_actions::{Context, adherence, party};
use adhere_domain::adherence::register::event::RegisterCommand;
use adhere_domain::parties::directory::PartyCommand;
use adhere_domain::parties::organisation::{Organisation, OrganisationKind, PersonId};
use adhere_domain::parties::role::{Grant, Role};
use adhere_domain::text::NonEmptyText;
use adhere_formats::shipped;
use adhere_store::Store;
use adhere_store::home::{Home, HomeError, SecondFactor, Settings};
use anyhow::{Context as _, anyhow};

use super::acting::Instance;
use super::law::arguments::LibraryArgument;
use super::serve::serve_store;
use super::{CommandError, Exit};
use crate::clock;
use crate::environment;
use crate::output::write_to;
use crate::words::Words;

/// The name of the log of a demo.
const ORIGIN: &str = "demo.invalid/adhere";

/// Who looks at a demo, and a domain that nobody can have (RFC 2606).
const GUEST: &str = "guest";
const DOMAIN: &str = "demo.invalid";

/// Who acts: the program itself.
const ACTOR: &str = "adhere";

/// Makes the instance in a folder, or in a temporary one that stays; answers over HTTP if it is said where.
pub(super) fn demo(folder: Option<&PathBuf>, listen: Option<SocketAddr>) -> Result<Exit, CommandError> {
    let folder = match folder {
        Some(folder) => folder.clone(),
        None => tempfile::Builder::new()
            .prefix("adhere-demo-")
            .tempdir()
            .context("no temporary folder can be made; name a folder")?
            .keep(),
    };
    let mut settings = Settings::named(ORIGIN).map_err(anyhow::Error::from)?;
    // Whoever looks at a demo is to see it at once, and binds nobody.
    settings.access.second_factor = SecondFactor::Optional;
    let home = match Home::open(&folder) {
        Err(HomeError::Nothing(_)) => match Home::make(&folder, settings) {
            // Another demo was made there in between: what it records and what this one does is the same.
            Err(HomeError::AlreadyThere(_)) => Home::open(&folder),
            made => made,
        },
        opened => opened,
    };
    // A demo is put where it is said to be, whatever database the environment names for another instance.
    let home = home.and_then(|home| home.within(&environment::settings_of_serving())).map_err(anyhow::Error::from)?;
    refuse_others(&home, &folder)?;
    let store = Store::open(home, clock::now()).map_err(anyhow::Error::from)?;
    let instance = Instance { store, law: shipped::law()? };
    let listed = fill(&instance)?;
    let words = Words::english()?;
    let values = [("folder", folder.display().to_string().into()), ("organisations", listed.into())];
    write_to(None, |out| Ok(writeln!(out, "{}", words.with("demo-made", &values))?))?;
    let Some(address) = listen else { return Ok(Exit::Done) };
    let way_in = invite_guest(&instance)?;
    serve_store(instance.store, &LibraryArgument { library: None }, address, |site| {
        let way_in = way_in.map(|secret| format!("{site}/invitation?key={}", secret.text()));
        way_in.map(|url| words.with("demo-way-in", &[("url", url.into())])).into_iter().collect()
    })
}

/// Lets a guest into the workspace that is made of public facts; nothing for one who has set a password before.
fn invite_guest(instance: &Instance) -> Result<Option<Secret>, CommandError> {
    let context = instance.context_of(ACTOR);
    let guest = PersonId::parse(GUEST).zip(NonEmptyText::parse("Guest of the demo")).zip(shipped::public_facts());
    let Some(((person, name), (organisation, _))) = guest else { return Ok(None) };
    let grant = |role| Grant {
        person: person.clone(),
        organisation: organisation.clone(),
        role,
        from: context.today,
        until: None,
        source: None,
    };
    let roles = [Role::Viewer, Role::Editor].map(grant).into();
    let command = Invite { person: person.clone(), name, email: format!("{GUEST}@{DOMAIN}"), roles };
    Ok(invite(&context, command, None)?.outcome)
}

/// What is recorded stays for ever: a demo is put into no journal but that of a demo.
fn refuse_others(home: &Home, folder: &Path) -> anyhow::Result<()> {
    let origin = &home.settings().origin;
    if origin == ORIGIN {
        return Ok(());
    }
    Err(anyhow!(
        "`{}` is the instance `{origin}` and no demo: name another folder; nothing was changed",
        folder.display()
    ))
}

/// Publishes, registers and lists; what is there already stays. Says how many organisations are listed.
fn fill(instance: &Instance) -> Result<usize, CommandError> {
    let context = instance.context_of(ACTOR);
    for shipped in shipped::codes(&instance.law.corpus)? {
        let files: Vec<(String, String)> =
            shipped.files.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
        publish_code(&context, PublishCode { code: &shipped.source.code, files: &files, follows: None })?;
    }
    let facts = shipped::register_facts()?;
    let organisations = facts.organisations.len();
    for listed in facts.organisations {
        register(&context, &listed)?;
        for listing in listed.listings {
            adherence::record(&context, RegisterCommand::List(listing))?;
        }
    }
    if let Some((provider, files)) = shipped::public_facts() {
        record_files(&context, &provider, files)?;
    }
    Ok(organisations)
}

fn register(
    context: &Context<'_>,
    listed: &adhere_formats::register_facts::ListedOrganisation,
) -> Result<(), CommandError> {
    let organisation =
        Organisation { name: listed.name.clone(), kinds: [OrganisationKind::Provider].into(), country: None };
    party::record(context, PartyCommand::RegisterOrganisation(listed.id.clone(), organisation))?;
    Ok(())
}
