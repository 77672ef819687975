//! A receipt: what can be read is written again the same.

#![no_main]

use adhere_formats::receipt::Receipt;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(receipt) = serde_json::from_str::<Receipt>(text) {
        let written = serde_json::to_string(&receipt).expect("a receipt can be written");
        let again: Receipt = serde_json::from_str(&written).expect("what was written can be read");
        assert!(receipt.differences(&again).is_empty());
        assert_eq!(receipt, again);
    }
});
