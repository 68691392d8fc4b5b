//! Reports malformed links: `[x] (y)`, `[x]（y）`, `(x)[y]`.

use std::ops::Range;

use crate::check::wording::{PageText, TermMatch, around, line_around};
use crate::check::{Check, CheckContext, CheckScope};
use crate::diagnostics::{Diagnostic, SourceSpan};

/// Text between the two halves of a malformed link.
const JOINTS: &[&str] = &["] (", "]\u{A0}(", "]（", "] （", "］(", "］（", ")["];

pub(super) const CHECK: Check = Check { run: CheckScope::Words(|_| JOINTS.to_vec(), malformed) };

fn malformed(_: &CheckContext<'_>, page: &PageText<'_>, hits: Vec<TermMatch>) -> Vec<Diagnostic> {
    let body = &page.document.body.range;
    let in_body = hits.into_iter().filter(|(_, span)| body.contains(&span.start));
    let links = in_body.filter_map(|(_, joint)| Some((joint.clone(), link(page.file, &joint)?))).collect();
    let report = |(_, (span, repaired)): (Range<usize>, (Range<usize>, String))| {
        let text = page.file.get(span.clone()).unwrap_or_default().to_owned();
        Diagnostic::new("link-form", SourceSpan::new(&page.document.source, span)).with("text", text).with("repaired", repaired)
    };
    page.visible(links).into_iter().map(report).collect()
}

/// Returns the span of the link around its joint, and the repaired link.
fn link(file: &str, joint: &Range<usize>) -> Option<(Range<usize>, String)> {
    let (before, behind) = (line_around(file, joint.start).0, line_around(file, joint.end).1);
    let open = before.rfind(['[', '［', '('])?;
    let first = before.get(open..)?.trim_start_matches(['[', '［', '(']);
    let (second, _) = behind.split_once([')', '）', ']'])?;
    let close = joint.end + second.len() + behind.get(second.len()..)?.chars().next()?.len_utf8();
    let span = joint.start - (before.len() - open)..close;
    let is_swapped = file.get(joint.clone())?.starts_with(')');
    let rest = around(file, close).1;
    // `[a](b)[c](d)` and `(ก)[c](d)` are valid.
    if is_swapped != before.get(open..)?.starts_with('(')
        || (is_swapped && (around(before, open).0.ends_with(']') || rest.starts_with('(')))
    {
        return None;
    }
    let (text, address) = match is_swapped && is_address(first) && !is_address(second) {
        true => (second, first),
        false => (first, second),
    };
    (!text.trim().is_empty() && is_address(address)).then(|| (span, format!("[{}]({})", text.trim(), address.trim())))
}

/// True for a URL, path, anchor or file name; bracketed remarks are none of these.
fn is_address(text: &str) -> bool {
    let text = text.trim();
    let begins = ["http://", "https://", "mailto:", "tel:", "www.", "/", "./", "../"].iter().any(|start| text.starts_with(start));
    let is_anchor = text.strip_prefix('#').is_some_and(|name| name.starts_with(char::is_alphabetic));
    let is_ending = |ending: &str| {
        (2..=5).contains(&ending.len()) && ending.bytes().all(|b| b.is_ascii_alphanumeric()) && ending.parse::<u32>().is_err()
    };
    let is_file = || text.rsplit_once('.').is_some_and(|(name, ending)| !name.is_empty() && is_ending(ending));
    (begins || is_anchor || is_file()) && !text.contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn repaired(text: &str) -> Option<String> {
        JOINTS.iter().find_map(|joint| text.find(joint).and_then(|at| link(text, &(at..at + joint.len())))).map(|(_, repaired)| repaired)
    }

    #[test]
    fn a_link_is_put_together() {
        for text in ["ดู[คำสั่ง] (a.pdf)", "ดู[คำสั่ง]（a.pdf）ด้วย", "(คำสั่ง)[a.pdf]", "(a.pdf)[คำสั่ง]", "［คำสั่ง］(a.pdf)", "[คำสั่ง]\u{A0}(a.pdf)"]
        {
            assert_eq!(repaired(text).as_deref(), Some("[คำสั่ง](a.pdf)"), "{text}");
        }
        for text in [
            "[1] (ดูหมายเหตุ)",
            "- [x] (เสร็จ)",
            "[ก](a.pdf)[ข](b.pdf)",
            "(ดู)[ข](b.pdf)",
            "(ก)[^1]",
            "[1] (พ.ศ.2566)",
            "[1] (ก a.pdf)",
            "] (a.pdf)",
            ")[a.pdf]",
            "[] (a.pdf)",
        ] {
            assert_eq!(repaired(text), None, "{text}");
        }
    }
}
