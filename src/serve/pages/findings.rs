//! Renders a list of findings for the bar and the preview's own pages.

use super::RenderedFinding;
use super::markup::HtmlBuilder;
use crate::base::Lang;
use crate::diagnostics::Severity;
use crate::diagnostics::codes::CodeFile;
use crate::words::preview;

/// Location of the explanation of a code.
#[derive(Clone, Copy)]
pub(super) enum Explanation<'a> {
    /// On the page `CODE` below this address.
    At(&'a str),
    /// Collapsed below the finding, where no other page can be opened.
    Here,
}

pub(super) fn list(markup: &mut HtmlBuilder, findings: &[RenderedFinding], explanation: Explanation<'_>, lang: Lang) {
    markup.element("ul", &[("class", "prongsai-findings")], |markup| {
        for finding in findings {
            markup.element("li", &[("class", finding.severity.name())], |markup| one(markup, finding, explanation, lang));
        }
    });
}

fn one(markup: &mut HtmlBuilder, finding: &RenderedFinding, explanation: Explanation<'_>, lang: Lang) {
    markup.element("p", &[("class", "prongsai-message")], |markup| {
        markup.leaf("strong", &[], finding.severity.word(lang));
        markup.text(" ");
        markup.text(&finding.message);
    });
    if let Some(help) = &finding.help {
        markup.element("p", &[], |markup| {
            markup.leaf("strong", &[], preview::repair(lang));
            markup.text(" ");
            markup.text(help);
        });
    }
    if let Some(excerpt) = &finding.excerpt {
        markup.element("pre", &[("class", "prongsai-line")], |markup| {
            markup.leaf("span", &[("aria-hidden", "true")], &format!("{} | ", finding.line));
            markup.text(&excerpt.before);
            markup.leaf("mark", &[], &excerpt.marked);
            markup.text(&excerpt.after);
        });
    }
    markup.element("p", &[("class", "prongsai-place")], |markup| {
        markup.leaf("code", &[], &finding.file);
        markup.text(&format!(" {} · ", preview::line(lang, finding.line, finding.column)));
        let words = format!("{} {}", preview::explanation(lang), finding.code);
        match explanation {
            Explanation::At(folder) => markup.link(&format!("{folder}{}", finding.code), &words),
            Explanation::Here => markup.leaf("code", &[], finding.code),
        }
    });
    if let (Explanation::Here, Some(file)) = (explanation, CodeFile::find(finding.code)) {
        markup.element("details", &[], |markup| {
            markup.leaf("summary", &[], preview::explanation(lang));
            markup.markdown(file.explanation(lang));
        });
    }
}

/// `ผิด 2 แห่ง เตือน 1 แห่ง`, each in its colour; severities without findings are omitted.
pub(super) fn counts(markup: &mut HtmlBuilder, of: impl Fn(Severity) -> usize, lang: Lang) {
    for severity in super::filter::SEVERITIES {
        let count = of(severity);
        if count > 0 {
            markup.leaf("strong", &[("class", severity.name())], &severity.counted(count, lang));
            markup.text(" ");
        }
    }
}
