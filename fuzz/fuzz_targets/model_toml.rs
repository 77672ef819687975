//! A model's file: any text gives a value or findings, and a value can be assessed.

#![no_main]

use adhere_domain::law::compute::Compute;
use adhere_formats::provider_folder::model;
use adhere_fuzz::{adherent_with, assess, places_lie_inside};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let (value, findings) = model("models/m.toml", text);
    places_lie_inside(&findings, text);
    assert_eq!(value.is_none(), findings.has_errors(), "a file is refused with an error, and only then");
    if let Some(record) = value {
        for figure in record.facts.training.figures() {
            assert_eq!(Compute::parse(&figure.to_string()), Ok(figure));
        }
        assess(&adherent_with(record));
    }
});
