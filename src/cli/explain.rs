//! `prongsai explain`: a page or an entry of the manual, or the long text of a code.

use super::arguments::ExplainArgs;
use super::results::{ResultReader, give};
use super::{CommandResult, CommonArgs, ExitStatus, say_error};
use crate::base::Lang;
use crate::diagnostics::codes::CodeFile;
use crate::manual::{self, PAGES};
use crate::words;

pub(super) fn run(common: &CommonArgs, options: &ExplainArgs, lang: Lang) -> CommandResult {
    let codes = CodeFile::all();
    let text = match &options.topic {
        None => list(&codes, lang),
        Some(topic) => match find(topic, &codes, lang) {
            Some(text) => text,
            None => {
                say_error(&unknown_topic(topic, &nearest(topic, &codes), lang));
                return Ok(ExitStatus::BadCommand);
            }
        },
    };
    give(&text, ResultReader::Person, options.out.out.as_deref(), common, lang)?;
    Ok(ExitStatus::Fine)
}

/// The pages of the manual, then the codes.
fn list(codes: &[CodeFile], lang: Lang) -> String {
    let pages = PAGES.iter().map(|page| format!("{:26} {} · {}\n", page.topic, page.thai_topic, page.about(lang)));
    let codes = codes.iter().map(|file| format!("{:26} {}\n", file.code, file.severity.name()));
    pages.chain(["\n".to_owned()]).chain(codes).collect()
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

/// Of each kind of name the one that is nearest.
fn nearest(topic: &str, codes: &[CodeFile]) -> Vec<&'static str> {
    use crate::yaml::nearest;
    let page = nearest(topic, PAGES.iter().flat_map(|page| [page.topic, page.thai_topic]));
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
