//! Opening the instance that a command names.

use adhere_store::Store;
use adhere_store::home::Home;

use super::arguments::Place;
use crate::clock;

/// Opens an instance; what is made on its first opening is made then.
pub(crate) fn open(place: &Place) -> anyhow::Result<Store> {
    let home = Home::open(&place.folder()?)?;
    Ok(Store::open(home, clock::now())?)
}
