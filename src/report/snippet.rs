//! A diagnostic with its source line and a caret; the only user of `annotate-snippets`.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::excerpt::Excerpt;
use crate::base::Lang;
use crate::diagnostics::place::Lines;
use crate::diagnostics::words::Words;
use crate::diagnostics::{Diagnostic, Severity};
use crate::words;

/// The diagnostic as text with ANSI colours, which the output stream may strip.
pub(super) fn snippet(severity: Severity, finding: &Diagnostic, said: &Words, source: &Lines<'_>, lang: Lang) -> String {
    let level = match severity {
        Severity::Error => Level::ERROR.with_name(words::check::error(lang)),
        Severity::Warning => Level::WARNING.with_name(words::check::warning(lang)),
        Severity::Info => Level::INFO.with_name(words::check::info(lang)),
    };
    let repair = Level::HELP.with_name(words::check::help(lang));
    let at = source.position(finding.place.span.start);
    // Consoles differ in the width of Thai marks, so the position is also printed in figures.
    let path = finding.place.file.as_str();
    let excerpt = Excerpt::around(finding, source);
    let line = excerpt.as_ref().map(Excerpt::line);
    let title = level.primary_title(&said.message).id(finding.code);
    let group = match excerpt.as_ref().zip(line.as_ref()) {
        Some((excerpt, line)) => title.element(
            Snippet::source(line.as_str())
                .line_start(at.line)
                .path(path)
                .annotation(AnnotationKind::Primary.span(excerpt.marked_in_line())),
        ),
        None => title.element(annotate_snippets::Origin::path(path).line(at.line).char_column(at.column)),
    };
    let group: Group<'_> = match &said.help {
        Some(text) => group.element(repair.message(text)),
        None => group,
    };
    Renderer::styled().render(&[group])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::RelPath;
    use crate::diagnostics::SourceSpan;

    #[test]
    fn the_caret_stands_under_the_thai_word_that_is_wrong() {
        let source = "title: ก\nround: รอบที่สิบ\n";
        let start = source.find("รอบ").unwrap();
        let place = SourceSpan::new(&RelPath::new("content/2566/o42.md").unwrap(), start..source.len() - 1);
        let words = Words { message: "ไม่รู้จัก".to_owned(), help: Some("แก้".to_owned()) };
        let text = snippet(Severity::Error, &Diagnostic::new("unknown-value", place), &words, &Lines::of(source), Lang::Thai);
        let plain = anstream::adapter::strip_str(&text).to_string();
        assert!(plain.contains("content/2566/o42.md:2:8"), "{plain}");
        let caret = plain.lines().find(|line| line.contains('^')).unwrap();
        // "รอบที่สิบ" has nine characters, of which three are zero-width marks.
        assert_eq!(caret.matches('^').count(), 6, "{plain}");
    }
}
