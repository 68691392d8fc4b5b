use std::ops::Range;

use memchr::memchr_iter;
use pulldown_cmark::{Tag, TagEnd};

use super::event::{MarkdownEvent, SpannedEvent};
use super::outline::{UnshownKind, UnshownMarkup};

/// Reports `[ข้อความ](แฟ้ม ชื่อ.pdf)`: because of the unquoted space this is not a link, and the
/// brackets stay visible.
pub(super) fn report(body: &str, events: &[SpannedEvent], refusals: &mut Vec<UnshownMarkup>) {
    let mut in_code = false;
    for SpannedEvent { event, span } in events {
        match event {
            MarkdownEvent::Start(tag) if matches!(**tag, Tag::CodeBlock(_)) => in_code = true,
            MarkdownEvent::End(TagEnd::CodeBlock) => in_code = false,
            MarkdownEvent::Text(text) if !in_code && text.len() == span.len() => {
                let brackets = || memchr_iter(b']', text.as_bytes()).map(|at| span.start + at);
                let spaced = brackets().filter_map(|at| spaced_destination(body, at));
                refusals.extend(spaced.map(|span| UnshownMarkup { span, kind: UnshownKind::SpaceInDestination }));
                let open = brackets().filter_map(|at| open_destination(body, at));
                refusals.extend(open.map(|span| UnshownMarkup { span, kind: UnshownKind::OpenLink }));
            }
            _ => {}
        }
    }
}

/// The destination after the bracket at `closing`, if it looks intended and contains a space.
fn spaced_destination(body: &str, closing: usize) -> Option<Range<usize>> {
    let rest = body.get(closing + 1..)?.strip_prefix('(')?;
    let typed = rest.get(..closing_bracket(rest)?)?;
    let inner = typed.trim();
    let start = closing + 2 + (typed.len() - typed.trim_start().len());
    (inner.contains([' ', '\t']) && is_meant(inner)).then(|| start..start + inner.len())
}

/// The destination after the bracket at `closing`, if the rest of its line has no bracket that ends
/// it. Of a long line only so much is read that many such brackets stay cheap.
fn open_destination(body: &str, closing: usize) -> Option<Range<usize>> {
    const LONGEST: usize = 500;
    const LONGEST_LINE: usize = 2000;
    let rest = body.as_bytes().get(closing + 1..)?.strip_prefix(b"(")?;
    let near = rest.get(..LONGEST_LINE).unwrap_or(rest);
    let end = memchr::memchr2(b'\n', b')', near).unwrap_or(near.len());
    if near.get(end).map_or(near.len() < rest.len(), |byte| *byte == b')') {
        return None;
    }
    let start = closing + 2;
    let inner = body.get(start..start + end)?.split(char::is_whitespace).next()?;
    let is_link = inner.len() <= LONGEST && is_meant(inner) && follows_bracket(body, closing);
    is_link.then(|| start..start + inner.len())
}

/// True if the bracket at `closing` ends a text in brackets on its line.
fn follows_bracket(body: &str, closing: usize) -> bool {
    const LONGEST: usize = 300;
    let before = body.get(..closing).unwrap_or_default();
    before.chars().rev().take(LONGEST).take_while(|c| !matches!(c, '\n' | ']')).any(|c| c == '[')
}

/// Offset of the matching `)` on the same line. The search length is limited, so that a hostile
/// line does not take quadratic time.
fn closing_bracket(rest: &str) -> Option<usize> {
    const LONGEST: usize = 500;
    let mut open = 0usize;
    for (at, c) in rest.char_indices().take(LONGEST) {
        match c {
            '\n' => return None,
            '(' => open += 1,
            ')' if open == 0 => return Some(at),
            ')' => open -= 1,
            _ => {}
        }
    }
    None
}

/// True if the text in parentheses is an address rather than a remark: it ends like a file name or
/// starts like a path.
fn is_meant(inner: &str) -> bool {
    let path = inner.split(['#', '?']).next().unwrap_or(inner);
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
    let is_file = (2..=5).contains(&extension.len()) && extension.bytes().all(|b| b.is_ascii_alphanumeric());
    let is_path = ["http://", "https://", "./", "../", "/"].iter().any(|start| inner.starts_with(start));
    !inner.starts_with('<') && (is_path || is_file && extension.bytes().any(|b| b.is_ascii_alphabetic()))
}

#[cfg(test)]
mod tests {
    use crate::markdown::UnshownKind::SpaceInDestination;
    use crate::markdown::testing::refusals;

    #[test]
    fn a_bare_space_makes_no_link() {
        for (body, destination) in [
            ("ดู[คำสั่ง](คำสั่ง ที่ 1.pdf) นะ", "คำสั่ง ที่ 1.pdf"),
            ("![ภาพ](ภาพ ที่ 1.jpg)", "ภาพ ที่ 1.jpg"),
            ("[ก](../แผน (ฉบับที่ 2) ปี 66.pdf)", "../แผน (ฉบับที่ 2) ปี 66.pdf"),
            ("| ก | ข |\n|---|---|\n| [ก](ก ข.xlsx) | 1 |", "ก ข.xlsx"),
        ] {
            assert_eq!(refusals(body), [(destination, SpaceInDestination)], "{body}");
        }
    }

    #[test]
    fn links_remarks_and_code_are_left_alone() {
        for body in [
            "[ก](<ก ข.pdf>) [ก](ก%20ข.pdf) [ก](ก.pdf \"ชื่อ เรื่อง\") [ก]( ก.pdf )",
            "ตามตาราง [1](ดูหมายเหตุ ท้ายตาราง) และ ข้อ [2] (พ.ศ. 2562)",
            "`[ก](ก ข.pdf)`",
            "```\n[ก](ก ข.pdf)\n```",
            "[ก](งบ 1,234.50)",
        ] {
            assert_eq!(refusals(body), [], "{body}");
        }
    }
}
