use super::{FileEvent, ProviderFiles};
use crate::codes::id::PartId;
use crate::parties::directory::{Directory, PartyEvent};
use crate::parties::organisation::{Organisation, OrganisationId, OrganisationKind};
use crate::parties::refusal::PartyRefusal;
use crate::text::NonEmptyText;

fn maker() -> OrganisationId {
    OrganisationId::parse("maker").unwrap()
}

fn directory() -> Directory {
    let name = NonEmptyText::parse("Maker").unwrap();
    let organisation = Organisation { name, kinds: [OrganisationKind::Provider].into(), country: None };
    Directory::default().apply(PartyEvent::OrganisationRegistered(maker(), organisation)).unwrap()
}

fn files(own: Option<&str>, models: &[(&str, &str)]) -> ProviderFiles {
    let models = models.iter().map(|(id, text)| (PartId::parse(id).unwrap(), (*text).to_owned()));
    ProviderFiles { own: own.map(str::to_owned), models: models.collect() }
}

/// The kinds of events that recording leads to, and the files afterwards.
fn recorded(known: &ProviderFiles, given: ProviderFiles) -> (Vec<&'static str>, ProviderFiles) {
    let events = known.decide(&maker(), given, &directory()).unwrap();
    let kinds = events.iter().map(FileEvent::kind).collect();
    (kinds, events.into_iter().fold(known.clone(), ProviderFiles::apply))
}

#[test]
fn a_file_is_recorded_when_its_text_is_new_and_models_stay_on_record() {
    let (kinds, first) = recorded(&ProviderFiles::default(), files(Some("a"), &[("m", "1"), ("n", "1")]));
    assert_eq!(kinds, ["provider.recorded", "model.recorded", "model.recorded"]);
    assert_eq!(recorded(&first, files(Some("a"), &[("m", "1")])), (Vec::new(), first.clone()), "nothing is new");
    let (kinds, second) = recorded(&first, files(Some("b"), &[("m", "2")]));
    assert_eq!(kinds, ["provider.changed", "model.changed"]);
    assert_eq!(second, files(Some("b"), &[("m", "2"), ("n", "1")]));
}

#[test]
fn files_are_those_of_a_registered_organisation() {
    let refused = ProviderFiles::default().decide(&maker(), files(Some("a"), &[]), &Directory::default());
    assert_eq!(refused, Err(PartyRefusal::UnknownOrganisation(maker())));
}
