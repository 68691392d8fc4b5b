//! `prongsai explain`: a page or entry of the manual, the fields of files, or the description of a
//! diagnostic code.

use super::arguments::ExplainArgs;
use super::results::{ResultReader, give};
use super::{CommandResult, CommonArgs, ExitStatus, fields, say_error};
use crate::base::Lang;
use crate::diagnostics::codes::CodeFile;
use crate::manual::{self, PAGES};
use crate::words;

pub(super) fn run(common: &CommonArgs, options: &ExplainArgs, lang: Lang) -> CommandResult {
    let text = match (options.topic.as_deref(), options.name.as_deref()) {
        (None, _) => Ok(list(&CodeFile::all(), lang)),
        (Some(FIELDS), None) => Ok(fields::overview(lang)),
        (Some(FIELDS), Some(name)) => fields::named(name, lang),
        (Some(_), Some(name)) => Err(unknown_topic(name, &[FIELDS], lang)),
        (Some(topic), None) => {
            let codes = CodeFile::all();
            let found = find(topic, &codes, lang).or_else(|| fields::named(topic, lang).ok());
            found.ok_or_else(|| unknown_topic(topic, &nearest(topic, &codes), lang))
        }
    };
    match text {
        Ok(text) => {
            give(&text, ResultReader::Person, options.out.out.as_deref(), common, lang)?;
            Ok(ExitStatus::Fine)
        }
        Err(trouble) => {
            say_error(&trouble);
            Ok(ExitStatus::BadCommand)
        }
    }
}

/// The topic that takes a name.
const FIELDS: &str = "fields";

/// Lists the manual pages, then the diagnostic codes.
fn list(codes: &[CodeFile], lang: Lang) -> String {
    let pages = PAGES.iter().map(|page| format!("{:26} {} · {}\n", page.topic, page.thai_topic, page.about(lang)));
    let codes = codes.iter().map(|file| format!("{:26} {}\n", file.code, file.severity.name()));
    pages.chain([format!("{FIELDS} [NAME]\n\n\n")]).chain(codes).collect()
}

fn find(topic: &str, codes: &[CodeFile], lang: Lang) -> Option<String> {
    if let Some(page) = PAGES.iter().find(|page| page.topic == topic || page.thai_topic == topic) {
        return Some(page.text.to_owned());
    }
    if let Some(file) = codes.iter().find(|file| file.code == topic) {
        return Some(format!("{} ({})\n\n{}\n", file.code, file.severity.name(), file.explanation(lang)));
    }
    let (id, text) = manual::entries().find(|(id, _)| id.eq_ignore_ascii_case(topic))?;
    Some(format!("{id}\n\n{}\n", text.trim()))
}

/// Nearest page, code and entry, at most one of each.
fn nearest(topic: &str, codes: &[CodeFile]) -> Vec<&'static str> {
    use crate::yaml::nearest;
    let page = nearest(topic, PAGES.iter().flat_map(|page| [page.topic, page.thai_topic]).chain([FIELDS]));
    let code = nearest(topic, codes.iter().map(|file| file.code));
    let entry = nearest(topic, manual::entries().map(|(id, _)| id));
    [page, code, entry].into_iter().flatten().collect()
}

fn unknown_topic(topic: &str, nearest: &[&str], lang: Lang) -> String {
    match nearest.is_empty() {
        true => words::command::topic_like_none(lang, topic),
        false => words::command::unknown_topic(lang, topic, nearest.join(", ")),
    }
}
