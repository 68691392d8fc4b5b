//! Destination of the result of a command: standard output, or the file of `--out`.

use std::io::Write;
use std::path::Path;

use super::replace::{outside_sources, replace};
use super::{CommonArgs, say};
use crate::base::Lang;
use crate::error::{Error, Operation, Result};
use crate::words;

/// Consumer of a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ResultReader {
    /// A person with Notepad, Word or Excel, which take a text without a byte order mark for
    /// windows-874, or ask.
    Person,
    /// A program, which may not accept a byte order mark.
    Program,
}

const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Writes a result, in colours if supported. A closed pipe is not an error.
pub(super) fn give(text: &str, reader: ResultReader, out: Option<&Path>, common: &CommonArgs, lang: Lang) -> Result<()> {
    let Some(out) = out else {
        if reader == ResultReader::Person && !text.is_empty() && begins_a_file_of_windows() {
            let _ = std::io::stdout().write_all(BYTE_ORDER_MARK.as_bytes());
        }
        let _ = anstream::stdout().write_all(text.as_bytes());
        return Ok(());
    };
    outside_sources(out)?;
    let mark = if reader == ResultReader::Person { BYTE_ORDER_MARK } else { "" };
    let trouble = |error| Error::io(Operation::Write, out, error);
    let plain = anstream::adapter::strip_str(text).to_string();
    replace(out, trouble, |file| file.write_all(mark.as_bytes()).and_then(|()| file.write_all(plain.as_bytes())).map_err(trouble))?;
    if !common.quiet {
        say(&words::command::result_written(lang, out.display()));
    }
    Ok(())
}

/// True if standard output is a new file, made by `>` in cmd. PowerShell's `>` is a pipe, whose
/// bytes it decodes with the code page of its window.
#[cfg(windows)]
fn begins_a_file_of_windows() -> bool {
    use std::os::windows::io::AsHandle;
    let file = std::io::stdout().as_handle().try_clone_to_owned().map(std::fs::File::from);
    file.and_then(|file| file.metadata()).is_ok_and(|metadata| metadata.is_file() && metadata.len() == 0)
}

/// On other systems a text without a mark is UTF-8, and a mark is a stray character.
#[cfg(not(windows))]
fn begins_a_file_of_windows() -> bool {
    false
}
