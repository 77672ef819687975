//! A leaf of the journal, and canonical JSON at large: what is read is written again the same.

#![no_main]

use adhere_journal::canonical;
use adhere_journal::private::Record;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let value = canonical::parse(bytes);
    if let Ok(value) = &value {
        assert_eq!(canonical::to_bytes(value).expect("it was read"), bytes);
    }
    match Record::parse(bytes) {
        Ok(Record::Public(entry)) => assert_eq!(entry.to_bytes().expect("it was read"), bytes),
        Ok(Record::Private(commitment)) => assert_eq!(commitment.to_bytes().expect("it was read"), bytes),
        Err(error) => assert!(!error.to_string().is_empty()),
    }
    assert!(value.is_ok() || Record::parse(bytes).is_err(), "a record that is not canonical");
});
