//! One target, led by the code that its inputs reach: libFuzzer mutates, `run` starts it.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;

mod file_targets;
mod targets;

/// What `PRONGSAI_FUZZ_TARGET` names: a reader of texts, or `file-` and an extension.
enum Attacked {
    Text(targets::Target),
    File((&'static str, file_targets::Wrapping)),
}

static TARGET: LazyLock<Attacked> = LazyLock::new(|| {
    let wanted = std::env::var("PRONGSAI_FUZZ_TARGET").unwrap_or_default();
    let text = targets::ALL.iter().find(|(name, _)| *name == wanted).map(|(_, target)| Attacked::Text(*target));
    let extension = wanted.strip_prefix("file-");
    let file = || file_targets::ALL.into_iter().find(|(known, _)| extension == Some(known)).map(Attacked::File);
    text.or_else(file).unwrap_or_else(|| panic!("PRONGSAI_FUZZ_TARGET names no target: {wanted}"))
});

fuzz_target!(|bytes: &[u8]| match &*TARGET {
    Attacked::Text(target) => drop(std::str::from_utf8(bytes).map(target)),
    Attacked::File(target) => file_targets::attack(*target, bytes),
});
