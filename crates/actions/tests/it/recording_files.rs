//! A provider's files on record.

use adhere_actions::{ActionError, files};
use adhere_domain::adherence::files::ProviderFiles;
use adhere_domain::law::truth::Truth;

use crate::fixtures::{LARGE, MAKER, SMALL, day, id, on_each_engine, part};

#[test]
fn files_decide_on_the_position_of_models_and_are_recorded_once() {
    on_each_engine(|world| {
        let kinds = world.record_models("2026-01-20", &[("small", SMALL), ("large", LARGE)]);
        assert_eq!(kinds, ["provider.recorded", "model.recorded", "model.recorded"]);
        assert_eq!(world.record_models("2026-01-21", &[("small", SMALL)]), [] as [&str; 0]);
        let files = world.store.read(|tx| files::files_of(tx, &id("maker"))).unwrap();
        assert_eq!(files.models[&part("large")], LARGE);
        let undertaking = files::undertaking(&files, world.law.readings).unwrap();
        let law = world.on("2026-01-21").law_on(day("2026-01-21")).unwrap();
        let positions = files::positions(&undertaking, &law);
        assert_eq!(positions[&part("small")].systemic_risk, Truth::No);
        assert_eq!(positions[&part("large")].systemic_risk, Truth::Yes);
        assert_eq!(world.record_models("2026-01-22", &[("small", LARGE)]), ["model.changed"]);
    });
}

#[test]
fn files_that_cannot_be_read_are_not_recorded() {
    on_each_engine(|world| {
        let before = world.store.head().unwrap();
        let models = [(part("small"), "[model]\nname = 1\n".to_owned())].into();
        let given = ProviderFiles { own: Some(MAKER.to_owned()), models };
        let refused = files::record_files(&world.on("2026-01-20"), &id("maker"), given.clone()).unwrap_err();
        assert!(matches!(refused, ActionError::Files(_)), "{refused}");
        let stranger = ProviderFiles { models: std::collections::BTreeMap::default(), ..given };
        let refused = files::record_files(&world.on("2026-01-20"), &id("stranger"), stranger).unwrap_err();
        assert!(matches!(&refused, ActionError::Refused(refusal) if refusal.rule().id == "party-known"), "{refused}");
        assert_eq!(world.store.head().unwrap(), before);
    });
}
