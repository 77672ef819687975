//! What `adhere store` accepts, and how every command names the instance; doc comments are the help text.

use std::path::PathBuf;

use anyhow::Context as _;
use clap::{Args, Subcommand, ValueEnum};
use etcetera::BaseStrategy as _;

#[derive(Debug, Subcommand)]
pub(crate) enum StoreCommand {
    /// Make an instance: its settings, its keys, its database and the first entry of its journal.
    Init(InitStoreArguments),
    /// Say what is set for the instance and where: in its file, by the environment or by default.
    Settings {
        #[command(flatten)]
        place: Place,
        /// Print all settings there are, as Markdown, for no instance in particular.
        #[arg(long)]
        reference: bool,
    },
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
    /// Delete bytes that no entry names: those of uploads that came to nothing.
    Sweep {
        #[command(flatten)]
        place: Place,
        /// Only what was put there at least so many hours ago: younger bytes may be on their way into an entry.
        #[arg(long, value_name = "COUNT", default_value_t = 24)]
        hours: u32,
    },
    /// Put a new key in the place of one of the instance's own, recorded under the signature of the old.
    RotateKey {
        #[command(flatten)]
        place: Place,
        /// Which key.
        purpose: Purpose,
        /// Revoke the old key: somebody else may have it.
        #[arg(long)]
        compromised: bool,
    },
    /// Encrypt the keys with the passphrase in the file that `ADHERE_PASSPHRASE_FILE` names.
    EncryptKeys {
        #[command(flatten)]
        place: Place,
    },
    /// Write a backup: the journal as files that other tools read too, and what belongs to it.
    Backup {
        #[command(flatten)]
        place: Place,
        /// The folder of the backup; it must not be there yet.
        backup: PathBuf,
        /// Put the keys into the backup too: whoever has it can then sign as this instance.
        #[arg(long)]
        with_keys: bool,
    },
    /// Fill an instance from a backup; nothing is signed with it until it is confirmed.
    Restore {
        #[command(flatten)]
        place: Place,
        /// The folder of the backup.
        backup: PathBuf,
        /// The folder with the keys, when they are neither in the instance nor in the backup.
        #[arg(long, value_name = "FOLDER")]
        keys: Option<PathBuf>,
        /// Restore into this PostgreSQL database instead of a file in the folder.
        #[arg(long, value_name = "URL")]
        database: Option<String>,
    },
    /// Say that nothing was recorded after the backup that was restored; a witness says it better (`adhere witness`).
    Confirm {
        #[command(flatten)]
        place: Place,
        /// That you know it: another copy that was used after the backup would make two histories.
        #[arg(long, required = true)]
        nothing_came_after: bool,
    },
    /// Move everything from the file in the folder to a PostgreSQL database, with the same journal.
    Migrate {
        #[command(flatten)]
        place: Place,
        /// The database (`postgres://user@host/database`); it must have no entries.
        database: String,
    },
}

/// What a key of the instance is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Purpose {
    /// Signing checkpoints of the own log.
    Log,
    /// Cosigning those of others.
    Witness,
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
