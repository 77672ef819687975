//! `adhere serve`: answer over HTTP.

use std::net::SocketAddr;

use adhere_formats::shipped;
use clap::Args;

use super::store::arguments::Place;
use super::store::open::open;
use super::store::say;
use super::{CommandError, Exit, witness};
use crate::web;
use crate::words::Words;

/// What `adhere serve` accepts.
#[derive(Debug, Args)]
pub(crate) struct ServeArguments {
    #[command(flatten)]
    pub(crate) place: Place,
    /// Where to listen; port 0 takes a free one and prints it.
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8080")]
    pub(crate) listen: SocketAddr,
}

/// Answers until it is told to stop.
pub(super) fn serve(arguments: &ServeArguments) -> Result<Exit, CommandError> {
    let store = open(&arguments.place)?;
    let policy = witness::policy(&store)?;
    let words = Words::english()?;
    web::serve(store, policy, shipped::law()?, arguments.listen, |address| {
        say(&[words.with("serve-listening", &[("address", format!("http://{address}").into())])])
    })?;
    Ok(Exit::Done)
}
