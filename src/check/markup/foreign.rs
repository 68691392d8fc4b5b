//! Reports syntax of other programs, which Markdown shows as text.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::check::wording::{FAILED_CELLS, FAILED_REFERENCES, PageText, TermMatch, line_around};
use crate::check::{Check, CheckContext, CheckScope};
use crate::diagnostics::{Diagnostic, SourceSpan};

/// Output of word processors, spreadsheets and writing assistants that never occurs in a text
/// otherwise.
const PRINTED: &[&str] = &["MERGEFORMAT", "PAGEREF _Toc", "HYPERLINK \"", "########", ":contentReference[oaicite"];

/// Starts of commands of other programs. Matches are examined further, and only in the body, as
/// YAML uses some of these characters.
const COMMANDS: &[&str] = &[
    "[cite:",
    "[cite_start]",
    "[cite_end]",
    "【",
    "{:",
    "){",
    "]{",
    "{{",
    "{%",
    "[TOC]",
    "[toc]",
    "[[",
    ":::",
    "!!! ",
    "??? ",
    "\\newpage",
    "\\pagebreak",
    "\\clearpage",
    "\\tableofcontents",
    "\\begin{",
    "\\end{",
    "\\textbf{",
    "\\section{",
    "\\frac{",
    "\\text{",
    "\\times",
    "\\vspace",
    "[/",
    ".. ",
    "==",
    "__TOC__",
    "'''",
];

pub(super) const CHECK: Check =
    Check { run: CheckScope::Words(|_| [PRINTED, FAILED_CELLS, FAILED_REFERENCES, COMMANDS].concat(), leftovers) };

/// Reports each leftover once per page, with its count.
fn leftovers(_: &CheckContext<'_>, page: &PageText<'_>, hits: Vec<TermMatch>) -> Vec<Diagnostic> {
    let leftover = |(at, span): TermMatch| match at < PRINTED.len() + FAILED_CELLS.len() + FAILED_REFERENCES.len() {
        true => Some((span, ())),
        false if page.document.body.range.contains(&span.start) => whole(page.file, span).map(|span| (span, ())),
        false => None,
    };
    let mut found: BTreeMap<&str, (Range<usize>, usize)> = BTreeMap::new();
    for (span, ()) in page.visible(hits.into_iter().filter_map(leftover).collect()) {
        let text = page.file.get(span.clone()).unwrap_or_default();
        found.entry(text).or_insert((span, 0)).1 += 1;
    }
    let report = |(text, (span, count)): (&str, (Range<usize>, usize))| {
        Diagnostic::new("foreign-markup", SourceSpan::new(&page.document.source, span)).with("text", text).with("count", count)
    };
    found.into_iter().map(report).collect()
}

/// Returns the span of the whole leftover that starts at `span`, if it is one. A closing bracket at
/// its start belongs to the link before it.
fn whole(file: &str, span: Range<usize>) -> Option<Range<usize>> {
    let end = span.start + length(file, &span)?;
    let bracket = usize::from(file.get(span.clone())?.starts_with([')', ']']));
    Some(span.start + bracket..end)
}

fn length(file: &str, span: &Range<usize>) -> Option<usize> {
    let (before, line) = line_around(file, span.start);
    let line = line.trim_end();
    let beginning = file.get(span.clone())?;
    let behind = line.strip_prefix(beginning)?;
    let starts_line = before.trim_start_matches([' ', '>']).is_empty();
    let up_to = |end: &str| behind.find(end).map(|at| beginning.len() + at + end.len());
    match beginning {
        // `{: .class}`, `{:target="_blank"}`
        "{:" => up_to("}").filter(|_| behind.starts_with(|c: char| matches!(c, ' ' | '.' | '#') || c.is_ascii_alphabetic())),
        // `{.class}`, `{width=50%}` after a link; attributes after a heading have their own check.
        "){" | "]{" if before.starts_with('#') => None,
        "){" | "]{" => up_to("}")
            .filter(|_| behind.starts_with(['.', '#', ':']) || behind.split_once('}').is_some_and(|(inner, _)| inner.contains('='))),
        "{{" => up_to("}}"),
        "{%" => up_to("%}"),
        "【" => up_to("】").filter(|_| behind.split_once('】').is_some_and(|(inner, _)| inner.contains('†'))),
        "[cite:" => up_to("]"),
        // `[[1]](a.pdf)` is a link.
        "[[" => up_to("]]").filter(|end| !line.get(*end..).is_some_and(|rest| rest.starts_with('('))),
        ":::" | "__TOC__" => starts_line.then_some(line.len()),
        "!!! " | "??? " => (starts_line && behind.starts_with(|c: char| c.is_ascii_lowercase())).then_some(line.len()),
        ".. " => (starts_line && behind.contains("::") && behind.starts_with(|c: char| c.is_ascii_lowercase())).then_some(line.len()),
        // `[/b]`, `[/caption]`
        "[/" => up_to("]").filter(|_| behind.split_once(']').is_some_and(|(name, _)| name.bytes().all(|b| b.is_ascii_alphabetic()))),
        // `==เน้น==`, `== หัวข้อ ==`; a line of `=` alone underlines a heading.
        "==" | "'''" => pair(beginning, behind, before, starts_line),
        _ => Some(beginning.len()),
    }
}

/// Byte length of a pair of marks around words.
fn pair(mark: &str, behind: &str, before: &str, starts_line: bool) -> Option<usize> {
    let (words, rest) = behind.split_once(mark)?;
    let sign = mark.chars().next()?;
    let touches = !words.starts_with(' ') && !words.ends_with(' ');
    let is_pair = words.chars().any(char::is_alphabetic) && !words.starts_with(sign) && !before.ends_with(sign) && !rest.starts_with(sign);
    (is_pair && (touches || starts_line)).then_some(2 * mark.len() + words.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<&str> {
        let first = COMMANDS.iter().filter_map(|word| text.find(word).map(|at| (at, at + word.len()))).min()?;
        text.get(whole(text, first.0..first.1)?)
    }

    #[test]
    fn a_leftover_is_found_whole() {
        for (text, leftover) in [
            ("[ก](a.pdf){:target=\"_blank\"} ข", "{:target=\"_blank\"}"),
            ("[ก](a.pdf){target=_blank}", "{target=_blank}"),
            ("[ก](a.pdf){: .btn}", "{: .btn}"),
            ("![ก](a.png){width=50%}", "{width=50%}"),
            ("{: .table}", "{: .table}"),
            ("[TOC]", "[TOC]"),
            ("[[_TOC_]]", "[[_TOC_]]"),
            ("ดู [[หน้าแรก]]", "[[หน้าแรก]]"),
            ("ก {{ site.title }} ข", "{{ site.title }}"),
            ("{% include x %}", "{% include x %}"),
            ("::: note", "::: note"),
            ("!!! note \"ก\"", "!!! note \"ก\""),
            ("\\newpage", "\\newpage"),
            ("ก【4:0†source】", "【4:0†source】"),
            ("[b]ก[/b]", "[/b]"),
            (".. note:: ก", ".. note:: ก"),
            ("ก==เน้น==ข", "==เน้น=="),
            ("== หัวข้อ ==", "== หัวข้อ =="),
        ] {
            assert_eq!(found(text), Some(leftover), "{text}");
        }
    }

    #[test]
    fn words_and_marks_of_markdown_are_none() {
        for text in [
            "ก {ข} ค",
            "[[1]](a.pdf)",
            "ด่วน!!! note",
            "==========",
            "หัวข้อ\n=====",
            "ก == ข และ ค == ง",
            "【หมายเหตุ】",
            "[/etc/x]",
            "ก .. ข::",
            "# ก {#id}",
            "(ก){1}",
            "# [ก](a.pdf){#b}",
            "[ก/ข]",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
