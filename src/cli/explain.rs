//! `prongsai explain`

use std::io::Write;

use super::arguments::Explain;
use super::{Outcome, messages, say_error};
use crate::diagnostics::codes::CodeFile;
use crate::diagnostics::words::Lang;

pub(super) fn run(options: &Explain, lang: Lang) -> Outcome {
    let all = CodeFile::all();
    let text = match &options.code {
        None => all.iter().map(|file| format!("{:26} {}\n", file.code, file.severity.name())).collect(),
        Some(code) => match all.iter().find(|file| file.code == code) {
            Some(file) => format!("{} ({})\n\n{}\n", file.code, file.severity.name(), file.explanation(lang)),
            None => {
                let nearest = crate::yaml::nearest(code, all.iter().map(|file| file.code));
                say_error(&messages::unknown_code(code, nearest, lang));
                return Outcome::BadCommand;
            }
        },
    };
    let _ = write!(anstream::stdout(), "{text}");
    Outcome::Fine
}
