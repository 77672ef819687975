//! `adhere serve`: answer over HTTP.

use std::net::SocketAddr;

use adhere_formats::shipped;
use adhere_store::Store;
use clap::Args;

use super::law::arguments::LibraryArgument;
use super::store::arguments::Place;
use super::store::open::open;
use super::store::say;
use super::{CommandError, Exit, witness};
use crate::library::Library;
use crate::logging;
use crate::report::official_text::OfficialTexts;
use crate::web::{self, Served};
use crate::words::Words;

/// What `adhere serve` accepts.
#[derive(Debug, Args)]
pub(crate) struct ServeArguments {
    #[command(flatten)]
    pub(crate) place: Place,
    /// Where to listen, instead of what is set; port 0 takes a free one and prints it.
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) listen: Option<SocketAddr>,
    #[command(flatten)]
    pub(crate) library: LibraryArgument,
}

/// Answers until it is told to stop.
pub(super) fn serve(arguments: &ServeArguments) -> Result<Exit, CommandError> {
    let store = open(&arguments.place)?;
    let address = arguments.listen.unwrap_or(store.home().settings().web.listen);
    serve_store(store, &arguments.library, address, |_| Vec::new())
}

/// Answers for an instance that is open; `also` makes what is said once it can be reached at an address.
pub(super) fn serve_store(
    store: Store,
    library: &LibraryArgument,
    address: SocketAddr,
    also: impl FnOnce(&str) -> Vec<String>,
) -> Result<Exit, CommandError> {
    logging::begin(store.home().settings().log)?;
    let policy = witness::policy(&store)?;
    let words = Words::english()?;
    let library = Library::at(library.library.as_deref())?;
    let texts = OfficialTexts::new(library.files(None)?, &words);
    web::serve(Served { store, policy, law: shipped::law()?, texts }, address, |address| {
        let site = format!("http://{address}");
        let listening = words.with("serve-listening", &[("address", site.clone().into())]);
        say(&[vec![listening], also(&site)].concat())
    })?;
    Ok(Exit::Done)
}
