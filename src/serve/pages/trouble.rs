//! What is answered when there is no page to show, not even an old one.

use super::findings::{self, Explanation};
use super::markup::HtmlBuilder;
use super::{own_page, shown, words};
use crate::base::Lang;
use crate::diagnostics::Severity;
use crate::error::Error;
use crate::report::severity_policy::Report;
use crate::source::SourceTree;

/// More would not be read.
const MAX_FINDINGS: usize = 50;

/// A page with the problems and their explanations, for the place of any page; its status is 500.
/// Errors come first: they are in the way.
pub fn trouble(report: &Report, tree: &SourceTree, lang: Lang) -> String {
    page(lang, |markup| {
        let of = |wanted: Severity| report.findings.iter().filter(move |(severity, _)| *severity == wanted);
        let all = of(Severity::Error).chain(of(Severity::Warning)).chain(of(Severity::Info));
        findings::list(markup, &shown(all.take(MAX_FINDINGS), tree, lang), Explanation::Here, lang);
        if report.findings.len() > MAX_FINDINGS {
            markup.leaf("p", &[], &words::more(report.findings.len() - MAX_FINDINGS, lang));
        }
    })
}

/// The same when the sources cannot be read at all.
pub fn machine_trouble(error: &Error, lang: Lang) -> String {
    page(lang, |markup| markup.leaf("p", &[("class", "prongsai-old")], &in_preview(error, lang)))
}

/// An error as the preview says it, which goes on.
pub fn in_preview(error: &Error, lang: Lang) -> String {
    match error.is_unforeseen() {
        true => words::stumbled(error.path(), lang),
        false => error.describe(lang),
    }
}

fn page(lang: Lang, main: impl FnOnce(&mut HtmlBuilder)) -> String {
    own_page::page(words::TROUBLE.in_lang(lang), lang, |markup| {
        markup.leaf("p", &[], words::TROUBLE_HELP.in_lang(lang));
        main(markup);
    })
}
