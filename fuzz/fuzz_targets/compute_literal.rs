//! A number of operations: exact or refused, and what is shown reads back as the same number.

#![no_main]

use adhere_domain::law::compute::Compute;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(compute) = Compute::parse(text) {
        assert_eq!(Compute::parse(&compute.to_string()), Ok(compute));
        assert_eq!(Compute::parse(&compute.operations().to_string()), Ok(compute));
    }
});
