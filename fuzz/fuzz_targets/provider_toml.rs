//! A provider's own file: any text gives a value or findings, and a value can be assessed.

#![no_main]

use adhere_domain::adherence::record::ModelRecord;
use adhere_domain::codes::id::PartId;
use adhere_formats::provider_folder::provider;
use adhere_fuzz::{LAW, assess, places_lie_inside};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let (value, findings) = provider("adhere.toml", text, LAW.readings);
    places_lie_inside(&findings, text);
    assert_eq!(value.is_none(), findings.has_errors(), "a file is refused with an error, and only then");
    if let Some((mut undertaking, _)) = value {
        undertaking.models.extend(PartId::parse("m").map(|id| (id, ModelRecord::default())));
        assess(&undertaking);
    }
});
