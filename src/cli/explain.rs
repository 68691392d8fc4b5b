//! `prongsai explain`

use super::arguments::Explain;
use super::results::{Reader, give};
use super::{CommandResult, Common, Outcome, messages, say_error};
use crate::base::Lang;
use crate::diagnostics::codes::CodeFile;

pub(super) fn run(common: &Common, options: &Explain, lang: Lang) -> CommandResult {
    let all = CodeFile::all();
    let text: String = match &options.code {
        None => all.iter().map(|file| format!("{:26} {}\n", file.code, file.severity.name())).collect(),
        Some(code) => match all.iter().find(|file| file.code == code) {
            Some(file) => format!("{} ({})\n\n{}\n", file.code, file.severity.name(), file.explanation(lang)),
            None => {
                let nearest = crate::yaml::nearest(code, all.iter().map(|file| file.code));
                say_error(&messages::unknown_code(code, nearest, lang));
                return Ok(Outcome::BadCommand);
            }
        },
    };
    give(&text, Reader::Person, options.out.out.as_deref(), common, lang)?;
    Ok(Outcome::Fine)
}
