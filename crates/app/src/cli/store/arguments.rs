//! What `adhere store` accepts, and how every command names the instance; doc comments are the help text.

use std::path::PathBuf;

use anyhow::Context as _;
use clap::{Args, Subcommand};
use etcetera::BaseStrategy as _;

#[derive(Debug, Subcommand)]
pub(crate) enum StoreCommand {
    /// Make an instance: its settings, its keys, its database and the first entry of its journal.
    Init(InitStoreArguments),
    /// Say what is in the instance and where its journal ends.
    Status {
        #[command(flatten)]
        place: Place,
    },
    /// Look at everything that is kept, and say what is not as it was signed or as it follows.
    Audit {
        #[command(flatten)]
        place: Place,
    },
    /// Empty every table that follows from the journal, and fill it again.
    Rebuild {
        #[command(flatten)]
        place: Place,
    },
}

#[derive(Debug, Args)]
pub(crate) struct InitStoreArguments {
    #[command(flatten)]
    pub(crate) place: Place,
    /// The name of its log, best an address of yours such as `example.eu/adhere`; it can never be changed.
    #[arg(long, value_name = "NAME")]
    pub(crate) name: Option<String>,
    /// A PostgreSQL database (`postgres://user@host/database`) instead of a file in the folder.
    #[arg(long, value_name = "URL")]
    pub(crate) database: Option<String>,
}

/// Where the instance is.
#[derive(Debug, Args)]
pub(crate) struct Place {
    /// The folder of the instance; in your data folder if not given.
    #[arg(long = "store", value_name = "FOLDER", env = "ADHERE_STORE")]
    pub(crate) store: Option<PathBuf>,
}

impl Place {
    /// The folder that was named, or the one in the user's data folder.
    pub(crate) fn folder(&self) -> anyhow::Result<PathBuf> {
        if let Some(folder) = &self.store {
            return Ok(folder.clone());
        }
        let strategy = etcetera::choose_base_strategy();
        let strategy = strategy.context("your data folder is not known; name a folder with `--store`")?;
        Ok(strategy.data_dir().join("adhere").join("instance"))
    }
}
