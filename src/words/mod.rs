//! All messages of the program, with their languages side by side: one file per subject.
//!
//! Messages take plain values, not types of higher modules: the caller extracts the values and
//! selects the message. A message with an optional part is two messages; so are English singular
//! and plural. Diagnostics have their texts in `src/diagnostics/codes/`, published pages in the
//! theme, and the manual in its own files.

/// Declares messages. Each becomes a function of the language and its values, which are in braces
/// as in `format!`:
///
/// ```text
/// sentences! {
///     packed(page, file, files) {
///         th "รวมหลักฐานของหน้า {page} ไว้ที่ {file}: {files} ไฟล์",
///         en "packed the evidence of {page} into {file}: {files} files",
///     }
/// }
/// ```
///
/// To add a language: add a variant to `Lang` and a text to the last rules; the compiler then
/// reports every message without it. `ALL` is for the tests of this module.
macro_rules! sentences {
    ($($(#[$note:meta])* $key:ident $(($($value:ident),+))? { $($texts:tt)+ })+) => {
        $(sentences!(@function [$(#[$note])*] $key [$($($value)+)?] $($texts)+);)+

        #[cfg(test)]
        pub(super) const ALL: &[$crate::words::tests::Sentence] =
            &[$($crate::words::tests::Sentence { key: stringify!($key), texts: sentences!(@texts $($texts)+) }),+];
    };
    (@function [$($note:tt)*] $key:ident [] th $thai:literal, en $english:literal $(,)?) => {
        $($note)*
        pub fn $key(lang: $crate::base::Lang) -> &'static str {
            match lang {
                $crate::base::Lang::Thai => $thai,
                $crate::base::Lang::English => $english,
            }
        }
    };
    (@function [$($note:tt)*] $key:ident [$($value:ident)+] th $thai:literal, en $english:literal $(,)?) => {
        $($note)*
        pub fn $key(lang: $crate::base::Lang, $($value: impl std::fmt::Display),+) -> String {
            match lang {
                $crate::base::Lang::Thai => format!($thai),
                $crate::base::Lang::English => format!($english),
            }
        }
    };
    (@function $note:tt $key:ident $($rest:tt)+) => {
        compile_error!(concat!("the sentence `", stringify!($key), "` lacks a language, or has them in another order"));
    };
    (@texts th $thai:literal, en $english:literal $(,)?) => {
        &[("th", $thai), ("en", $english)]
    };
    (@texts $($rest:tt)+) => { &[] };
}

pub mod attachment;
pub mod build;
pub mod check;
pub mod command;
pub mod copy;
pub mod counts;
pub mod due;
pub mod fields;
pub mod form;
pub mod help;
pub mod import;
pub mod last;
pub mod machine;
pub mod manifest;
pub mod moving;
pub mod new;
pub mod pack;
pub mod preview;
pub mod publish;
pub mod restore;
pub mod score;
pub mod search;
pub mod serve;
pub mod usage;
pub mod verify;
pub mod welcome;
pub mod witness;

#[cfg(test)]
mod tests;
