//! Acting on an instance: who acts, on which one, under which law; and what is said when a rule refuses it.

use adhere_actions::{ActionError, Authority, Context, Refusal};
use adhere_domain::id::Id;
use adhere_domain::law::reasons::{Rule, Strength};
use adhere_domain::law::truth::Truth;
use adhere_domain::text::NonEmptyText;
use adhere_formats::law_data::LawData;
use adhere_formats::shipped;
use adhere_store::{Changed, Store};
use clap::Args;

use super::CommandError;
use super::store::arguments::Place;
use super::store::open::open;
use crate::clock;
use crate::output::{tell, write_to};
use crate::words::Words;

/// On which instance somebody acts, and who it is.
#[derive(Debug, Args)]
pub(crate) struct Acting {
    #[command(flatten)]
    pub(crate) place: Place,
    /// Who acts: the id of a person; it stands in the journal with what is recorded.
    #[arg(long = "as", value_name = "PERSON", env = "ADHERE_ACTOR")]
    pub(crate) actor: String,
}

/// An open instance, with the law.
pub(crate) struct Instance {
    pub(crate) store: Store,
    pub(crate) law: LawData,
}

impl Instance {
    pub(crate) fn open(place: &Place) -> Result<Self, CommandError> {
        Ok(Self { store: open(place)?, law: shipped::law()? })
    }

    /// What actions need, now.
    pub(crate) fn context<'s>(&'s self, acting: &'s Acting) -> Context<'s> {
        self.context_of(&acting.actor)
    }

    /// The same for whoever acts.
    pub(crate) fn context_of<'s>(&'s self, actor: &'s str) -> Context<'s> {
        Context {
            store: &self.store,
            law: &self.law,
            actor,
            now: clock::now(),
            today: clock::today(),
            authority: Authority::Machine,
            request: None,
        }
    }
}

impl From<ActionError> for CommandError {
    fn from(error: ActionError) -> Self {
        match error {
            ActionError::Refused(refusal) => Self::Refused(refusal),
            ActionError::Files(findings) => Self::Input(findings),
            other => Self::Other(other.into()),
        }
    }
}

/// Says what was recorded, or that it was so already.
pub(crate) fn say_recorded<T>(changed: &Changed<T>) -> Result<(), CommandError> {
    let words = Words::english()?;
    let line = match (changed.entries.first(), changed.entries.last()) {
        (Some(first), Some(last)) if first == last => words.with("recorded-one", &[("entry", (*first).into())]),
        (Some(first), Some(last)) => {
            words.with("recorded-more", &[("first", (*first).into()), ("last", (*last).into())])
        }
        _ => words.text("recorded-nothing"),
    };
    Ok(write_to(None, |out| Ok(writeln!(out, "{line}")?))?)
}

/// Tells why something was refused: what is wrong, the rule in words, and what it rests on.
pub(crate) fn tell_refusal(refusal: &Refusal) {
    let Ok(words) = Words::english() else { return tell(&refusal.to_string()) };
    let rule = refusal.rule();
    tell(&words.with("refused", &[("reason", refusal.to_string().into())]));
    let key = format!("rule-{}", rule.id);
    tell(&format!("  {} [{}]", words.attribute(&key, Truth::No.id(), &[]), rule.id));
    tell(&format!("  {}", basis(rule, &words)));
}

/// What a rule rests on.
fn basis(rule: &Rule, words: &Words) -> String {
    let cites = match shipped::law() {
        Ok(law) => rule.cites.iter().map(|id| law.corpus.cite(id).to_owned()).collect::<Vec<_>>().join(", "),
        Err(_) => rule.cites.join(", "),
    };
    let values = [("cites", cites.into()), ("place", rule.place.unwrap_or_default().into())];
    words.with(
        match (rule.strength, rule.cites.is_empty()) {
            (Strength::Own, true) => "refused-by-adhere",
            (Strength::Own, false) => "refused-by-adhere-about",
            (Strength::Guidelines, _) => "refused-by-guidelines",
            (Strength::Binding | Strength::Code, _) => "refused-by-law",
        },
        &values,
    )
}

/// Reads the id of something that is recorded.
pub(crate) fn parse_id<Of>(text: &str) -> Result<Id<Of>, String> {
    Id::parse(text).ok_or_else(|| "letters, digits, `.`, `-` and `_`, at most 64".to_owned())
}

/// Reads the id of a code, a version, a chapter or a model.
pub(crate) fn parse_part(text: &str) -> Result<adhere_domain::codes::id::PartId, String> {
    adhere_domain::codes::id::PartId::parse(text).ok_or_else(|| "letters, digits, `.`, `-` and `_`".to_owned())
}

/// Reads a text that says something.
pub(crate) fn parse_text(text: &str) -> Result<NonEmptyText, String> {
    NonEmptyText::parse(text).ok_or_else(|| "a text of at most 32 768 bytes without control characters".to_owned())
}

/// Reads one of a few values by its id.
pub(crate) fn parse_one_of<T: Copy>(all: &[(T, &'static str)], text: &str) -> Result<T, String> {
    let found = all.iter().find(|(_, id)| *id == text).map(|(value, _)| *value);
    found.ok_or_else(|| format!("one of {}", all.iter().map(|(_, id)| *id).collect::<Vec<_>>().join(", ")))
}
