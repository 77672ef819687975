//! Statements as people read them: what changed since one was approved, and how evidence stands.

use adhere_domain::evidence::approval::Flag;
use adhere_domain::evidence::item::ItemStanding;

use crate::words::Words;

/// What changed since an approval, for people.
pub(crate) fn flagged(flag: &Flag, words: &Words) -> String {
    match flag {
        Flag::State { approved, now } => {
            words.with("flag-state", &[("approved", approved.id().into()), ("now", now.id().into())])
        }
        Flag::Text => words.text("flag-text"),
        Flag::Owner => words.text("flag-owner"),
        Flag::Due => words.text("flag-due"),
        Flag::Added(item) => words.with("flag-added", &[("item", item.to_string().into())]),
        Flag::Removed(item) => words.with("flag-removed", &[("item", item.to_string().into())]),
        Flag::Silent(item, standing) => {
            let (key, day) = standing_words(*standing);
            words.with(
                "flag-silent",
                &[("item", item.to_string().into()), ("why", words.with(key, &[("day", day.into())]).into())],
            )
        }
    }
}

/// How an item stands, as the key of its words and the day in them.
pub(crate) fn standing_words(standing: ItemStanding) -> (&'static str, String) {
    match standing {
        ItemStanding::Speaks => ("evidence-standing-speaks", String::new()),
        ItemStanding::NotYet(day) => ("evidence-standing-not-yet", day.to_string()),
        ItemStanding::Expired(day) => ("evidence-standing-expired", day.to_string()),
        ItemStanding::Withdrawn(day) => ("evidence-standing-withdrawn", day.to_string()),
    }
}
