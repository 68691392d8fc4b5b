use std::ops::Range;

use pulldown_cmark::{Tag, TagEnd};

use super::event::{MarkdownEvent, SpannedEvent};
use super::outline::{UnshownKind, UnshownMarkup};

/// Converts raw HTML to text: a block to its source, an inline tag to inline text. Drops comments,
/// which authors use for notes. Keeps `<br>` in a table, the only way to break a line in a cell.
pub(super) fn show<'a>(body: &str, events: Vec<SpannedEvent<'a>>, refusals: &mut Vec<UnshownMarkup>) -> Vec<SpannedEvent<'a>> {
    let mut block: Option<String> = None;
    let (mut in_table, mut in_code) = (false, false);
    let show = |SpannedEvent { event, span }: SpannedEvent<'a>| match (event, &mut block) {
        (MarkdownEvent::Start(tag), _) if *tag == Tag::HtmlBlock => {
            block = Some(String::new());
            None
        }
        (MarkdownEvent::Html(html) | MarkdownEvent::Text(html), Some(source)) => {
            source.push_str(&html);
            None
        }
        (MarkdownEvent::End(TagEnd::HtmlBlock), _) => {
            let source = block.take().filter(|source| !is_only_comments(source))?;
            refuse(span.clone(), refusals);
            Some(SpannedEvent::new(MarkdownEvent::Source(source.into()), span))
        }
        (MarkdownEvent::Html(html), None) => {
            if in_table && is_line_end(&html) {
                return Some(SpannedEvent::new(MarkdownEvent::HardBreak, span));
            }
            if is_only_comments(&html) {
                return None;
            }
            refuse(span.clone(), refusals);
            Some(SpannedEvent::new(MarkdownEvent::Text(html), span))
        }
        (event, _) => {
            match &event {
                MarkdownEvent::Start(tag) if matches!(**tag, Tag::Table(_)) => in_table = true,
                MarkdownEvent::End(TagEnd::Table) => in_table = false,
                MarkdownEvent::Start(tag) if matches!(**tag, Tag::CodeBlock(_)) => in_code = true,
                MarkdownEvent::End(TagEnd::CodeBlock) => in_code = false,
                MarkdownEvent::Text(text) if !in_code && text.len() == span.len() => refuse_open_comments(body, text, span.start, refusals),
                _ => {}
            }
            Some(SpannedEvent::new(event, span))
        }
    };
    events.into_iter().filter_map(show).collect()
}

/// Matches `<br>`, `<BR/>`, `<br />`.
pub(super) fn is_line_end(html: &str) -> bool {
    let name = html.strip_prefix('<').and_then(|html| html.strip_suffix('>')).unwrap_or_default();
    name.trim_end_matches(|c: char| c == '/' || c.is_whitespace()).eq_ignore_ascii_case("br")
}

/// True if `html` consists of comments only. An unclosed comment, which swallows the rest of the
/// body, and a comment that contains the start of another do not count as comments.
fn is_only_comments(html: &str) -> bool {
    let mut rest = html.trim();
    while let Some(comment) = rest.strip_prefix("<!") {
        if !comment.starts_with("--") {
            return false;
        }
        match comment.split_once("-->") {
            Some((inner, after)) if !inner.contains("<!--") => rest = after.trim_start(),
            _ => return false,
        }
    }
    rest.is_empty()
}

/// Refuses unclosed inline comments: they are text, and readers see what was not meant for them.
fn refuse_open_comments(body: &str, text: &str, start: usize, refusals: &mut Vec<UnshownMarkup>) {
    const BEGINNING: &str = "<!--";
    for (at, _) in text.match_indices(BEGINNING) {
        let place = start + at;
        if !(at == 0 && body.get(..place).unwrap_or_default().ends_with('\\')) {
            refuse(place..place + BEGINNING.len(), refusals);
        }
    }
}

fn refuse(span: Range<usize>, refusals: &mut Vec<UnshownMarkup>) {
    match refusals.last_mut() {
        Some(last) if last.kind == UnshownKind::RawHtml && last.span.end == span.start => last.span.end = span.end,
        _ => refusals.push(UnshownMarkup { span, kind: UnshownKind::RawHtml }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::testing::{html, refusals};

    #[test]
    fn comments_are_told_from_tags() {
        for html in ["<!-- a -->", "<!-- a --> <!--b-->\n", "<!-->", "<!--->", "<!---->"] {
            assert!(is_only_comments(html), "{html}");
        }
        for html in ["<!-- a", "<!-- a\n<!-- b -->", "<!-- a --><b>", "<b><!-- a -->", "<!DOCTYPE html>", "<? a ?>", "<![CDATA[-->"] {
            assert!(!is_only_comments(html), "{html}");
        }
    }

    #[test]
    fn html_is_shown_as_text_and_refused() {
        let body = "ก <b>ข</b>\n\n<div onclick=\"x\">\nค\n</div>\n\n> <script>\n> x\n> </script>";
        let html = html(body);
        assert!(html.contains("<p>ก &lt;b&gt;ข&lt;/b&gt;</p>"), "{html}");
        assert!(html.contains("<pre class=\"markdown-source\">&lt;div onclick=\"x\"&gt;\nค\n&lt;/div&gt;\n</pre>"), "{html}");
        assert!(html.contains("&lt;script&gt;") && !html.contains("<script"), "{html}");
        let places: Vec<_> = refusals(body).into_iter().map(|(place, _)| place).collect();
        assert_eq!(places, ["<b>", "</b>", "<div onclick=\"x\">\nค\n</div>", "<script>\n> x\n> </script>"]);
    }

    #[test]
    fn a_line_ends_in_a_cell_where_its_author_says_so() {
        let table = html("|ก<BR>ข|\n|-|\n|ค<br>ง <br /> จ<br/>|");
        assert!(
            table.contains("scope=\"col\">ก<br>\nข</th>") && table.contains("data-label=\"ก ข\">ค<br>\nง <br>\n จ<br>\n</td>"),
            "{table}"
        );
        assert_eq!(refusals("|ก|\n|-|\n|ค<br>ง|"), []);
        assert_eq!(refusals("|ก|\n|-|\n|ค|\n\nก<br>ข <brx>"), [("<br>", UnshownKind::RawHtml), ("<brx>", UnshownKind::RawHtml)]);
        assert_eq!(refusals("|ก|\n|-|\n|<br class=a>|"), [("<br class=a>", UnshownKind::RawHtml)]);
    }

    #[test]
    fn adjacent_tags_are_one_refusal() {
        assert_eq!(refusals("ก<br><br/>ข"), [("<br><br/>", UnshownKind::RawHtml)]);
    }

    #[test]
    fn a_comment_is_dropped_unless_it_does_not_end() {
        assert_eq!(html("ก <!-- <b> -->ข"), "<p>ก ข</p>\n");
        assert_eq!(html("<!--\nลับ\n-->\n\nก"), "<p>ก</p>\n");
        assert_eq!(refusals("<!-- ก -->"), []);
        assert_eq!(refusals("ก <!-- ข"), [("<!--", UnshownKind::RawHtml)]);
        assert_eq!(refusals("\\<!-- ก `<!--`\n\n```\n<!--\n```"), []);
        assert_eq!(refusals("<!-- ก\n\nข"), [("<!-- ก\n\nข", UnshownKind::RawHtml)]);
    }
}
