//! One target, led by the code that its texts reach: libFuzzer mutates, `run` starts it.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;

mod targets;

/// The one that `PRONGSAI_FUZZ_TARGET` names.
static TARGET: LazyLock<targets::Target> = LazyLock::new(|| {
    let wanted = std::env::var("PRONGSAI_FUZZ_TARGET").unwrap_or_default();
    let found = targets::ALL.iter().find(|(name, _)| *name == wanted);
    found.unwrap_or_else(|| panic!("PRONGSAI_FUZZ_TARGET names no target: {wanted}")).1
});

fuzz_target!(|text: &str| TARGET(text));
