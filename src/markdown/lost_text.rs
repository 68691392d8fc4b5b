use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Tag, TagEnd};

use super::event::{MarkdownEvent, SpannedEvent};
use super::outline::{UnshownKind, UnshownMarkup};
use super::reading::LinkDefinition;
use super::thai_letter::is_zero_width;

/// Reports text in `body` that no event covers; `events` are those of the parser in source order.
///
/// Between two text events there is only markup without letters and digits, plus the few parts that
/// events are known to stand for: a destination, a list number, a label. Anything else was dropped
/// by the parser.
pub(super) fn report(body: &str, events: &[SpannedEvent], definitions: &[LinkDefinition], refusals: &mut Vec<UnshownMarkup>) {
    let mut search = LostTextSearch { body, definitions, refusals, at: 0 };
    for event in events {
        search.pass(event);
    }
    search.gap(body.len());
}

struct LostTextSearch<'b, 'r> {
    body: &'b str,
    /// Definitions after `at`.
    definitions: &'b [LinkDefinition],
    refusals: &'r mut Vec<UnshownMarkup>,
    /// Everything before this offset is accounted for.
    at: usize,
}

impl LostTextSearch<'_, '_> {
    fn pass(&mut self, SpannedEvent { event, span }: &SpannedEvent) {
        let accounted = match event {
            MarkdownEvent::Start(tag) => {
                self.gap(span.start);
                span.start + self.marks(tag, span)
            }
            // The rest of a link is its destination and title, the rest of a heading its
            // attributes, which `headings` checks.
            MarkdownEvent::End(TagEnd::Link | TagEnd::Image) => span.end,
            MarkdownEvent::End(TagEnd::Heading(_)) if self.rest(span.end).trim_start().starts_with('{') => span.end,
            MarkdownEvent::End(TagEnd::TableHead | TagEnd::TableRow) => {
                self.cells(span.end);
                span.end
            }
            MarkdownEvent::End(_) => {
                self.gap(span.end);
                span.end
            }
            MarkdownEvent::Text(text) => {
                self.gap(span.start);
                if text.is_empty() {
                    self.at = self.at.max(span.start);
                    self.gap(span.end);
                }
                span.end
            }
            _ => {
                self.gap(span.start);
                span.end
            }
        };
        self.at = self.at.max(accounted);
    }

    /// Length of the markup at the start of `span` that contains letters or digits, such as a list
    /// number or label.
    fn marks(&self, tag: &Tag, span: &Range<usize>) -> usize {
        let source = self.body.get(span.clone()).unwrap_or_default();
        let past = |mark: &str| source.find(mark).map_or(0, |at| at + mark.len());
        match tag {
            Tag::Item => source.find(|c: char| !c.is_ascii_digit() && !c.is_whitespace()).unwrap_or(0),
            Tag::FootnoteDefinition(_) => past("]:"),
            Tag::BlockQuote(Some(_)) => past("]"),
            // The info string is checked by `code_blocks`.
            Tag::CodeBlock(CodeBlockKind::Fenced(_)) => source.find('\n').unwrap_or(source.len()),
            _ => 0,
        }
    }

    fn rest(&self, end: usize) -> &str {
        self.body.get(self.at..end).unwrap_or_default()
    }

    /// Checks the text between `at` and `end`.
    fn gap(&mut self, end: usize) {
        let gap = self.rest(end);
        if gap == "\\" {
            self.backslash(end);
        } else if gap.contains(is_text) {
            self.between_definitions(end);
        }
    }

    fn between_definitions(&mut self, end: usize) {
        let mut from = self.at;
        while let [definition, rest @ ..] = self.definitions
            && definition.span.start < end
        {
            self.definitions = rest;
            if definition.span.start >= from {
                self.lines(from..definition.span.start);
                if !definition.is_used {
                    self.unused(definition.span.clone());
                }
                from = definition.span.end;
            }
        }
        self.lines(from..end);
    }

    /// Reports lost lines. A repeated definition is ignored by the parser and treated as unused.
    fn lines(&mut self, lost: Range<usize>) {
        let mut at = lost.start;
        for line in self.body.get(lost).unwrap_or_default().split_inclusive('\n') {
            if line.contains(is_text) {
                let text = line.trim_matches(|c: char| c.is_whitespace() || c == '>');
                let start = at + line.find(text).unwrap_or(0);
                let span = start..start + text.len();
                match text.starts_with('[') {
                    true => self.unused(span),
                    false => self.refuse(span, UnshownKind::LostText),
                }
            }
            at += line.len();
        }
    }

    /// Reports an unused definition, or lost text if its destination does not look like an address.
    fn unused(&mut self, span: Range<usize>) {
        let source = self.body.get(span.clone()).unwrap_or_default();
        let destination = source.split_once("]:").and_then(|(_, rest)| rest.split_whitespace().next()).unwrap_or_default();
        let is_address = destination.contains(['/', '@', '#']) || (destination.contains('.') && destination.is_ascii());
        self.refuse(span, if is_address { UnshownKind::UnusedDefinition } else { UnshownKind::LostText });
    }

    /// Reports cells beyond the last column of a table.
    fn cells(&mut self, end: usize) {
        let rest = self.rest(end);
        let cells = rest.trim_matches(|c: char| c == '|' || c.is_whitespace());
        if cells.contains(|c: char| c == '-' || c == '*' || c.is_ascii_graphic() && c != '|' || is_text(c)) {
            let start = self.at + rest.find(cells).unwrap_or(0);
            self.refuse(start..start + cells.len(), UnshownKind::ExtraCells);
        }
    }

    /// Reports a Windows path that lost a backslash as an escape character.
    fn backslash(&mut self, end: usize) {
        const LONGEST: usize = 300;
        let is_border = |c: char| c.is_whitespace() || matches!(c, '(' | '"' | '“' | '‘' | '|');
        let before = self.body.get(..end).unwrap_or_default();
        let start = match before.char_indices().rev().take(LONGEST).find(|(_, c)| is_border(*c)) {
            Some((at, border)) => at + border.len_utf8(),
            None if before.len() < LONGEST => 0,
            None => return,
        };
        let from = self.body.get(start..).unwrap_or_default();
        let after_drive = from.strip_prefix(|c: char| c.is_ascii_alphabetic()).and_then(|rest| rest.strip_prefix(":\\"));
        let after_host = from.strip_prefix("\\\\").filter(|rest| rest.starts_with(char::is_alphanumeric));
        if after_drive.or(after_host).is_none() {
            return;
        }
        let length = from.char_indices().take(LONGEST).find(|(_, c)| is_border(*c)).map_or(from.len(), |(at, _)| at);
        let span = start..start + length;
        if length < LONGEST * 4 && self.refusals.last().is_none_or(|last| last.span != span) {
            self.refuse(span, UnshownKind::LostBackslash);
        }
    }

    fn refuse(&mut self, span: Range<usize>, kind: UnshownKind) {
        self.refusals.push(UnshownMarkup { span, kind });
    }
}

/// True if `c` is visible text; Markdown syntax is ASCII punctuation only.
fn is_text(c: char) -> bool {
    c.is_ascii_alphanumeric() || !(c.is_ascii() || c.is_whitespace() || c.is_control() || is_zero_width(c))
}

#[cfg(test)]
mod tests {
    use crate::markdown::UnshownKind::{self, ExtraCells, LostBackslash, LostText, UnusedDefinition};
    use crate::markdown::testing::refusals;

    #[test]
    fn what_is_not_printed_is_named() {
        let cases: &[(&str, &str, UnshownKind)] = &[
            ("|ก|ข|\n|-|-|\n|1|2|3|", "3", ExtraCells),
            ("|ก|ข|\n|-|-|\n|1|2| | **กอง**ช่าง | - |\n|3|4|", "**กอง**ช่าง | -", ExtraCells),
            ("|ก|\n|-|\n|1|✓|", "✓", ExtraCells),
            ("> |ก|\n> |-|\n> |1|ข|\n\nค", "ข", ExtraCells),
            ("- |ก|\n  |-|\n  |1|ข|\n- ค", "ข", ExtraCells),
            ("ก\n\n[หมายเหตุ]: ดูข้อ3\n\nข", "[หมายเหตุ]: ดูข้อ3", LostText),
            ("[ก]\n\n[ก]: /a\n[ก]: /b", "[ก]: /b", UnusedDefinition),
            ("> [ก]: /a 'ข\n> ค'\n\nง", "[ก]: /a 'ข\n> ค'", UnusedDefinition),
            ("- [ก]: /a\n- ข", "[ก]: /a", UnusedDefinition),
            ("ก &#0; ข", "&#0;", LostText),
            ("[ก]: /a\n[^1]\n\n[^1]: ข", "[ก]: /a", UnusedDefinition),
            ("[ก]: /a*b\n[^1]: ข\n\nค[^1]", "[ก]: /a*b", UnusedDefinition),
            ("ไฟล์ C:\\งาน\\_ร่าง.docx นะ", "C:\\งาน\\_ร่าง.docx", LostBackslash),
            ("ที่ \\\\server\\share\\-a", "\\\\server\\share\\-a", LostBackslash),
        ];
        for (body, place, kind) in cases {
            assert_eq!(refusals(body), [(*place, kind.clone())], "{body}");
        }
    }

    #[test]
    fn what_is_printed_or_a_mark_is_not_named() {
        for body in [
            "|ก|ข|\n|-|-|\n|1|2|\n|3|\n|4||\n|**5**|`6`|\n|[7](a.md)|8\\|9|\n\nค",
            "> |ก|\n> |-|\n> |ข|\n>\n> ค",
            "[ก] [ข][ค] ![ง][]\n\n[ก]: /a 'ชื่อ'\n[ค]: <b c>\n[ง]:\n  /d\n\nจ",
            "[Ab  c]\n\n[aB C]: /a",
            "1. ก\n\n   [^1] ข\n10. ค\n\n[^1]: ง",
            "> [!NOTE]\n> ก\n\n- [x] ข\n- [ ] ค",
            "# ก {#a}\n\nข\n=====\n\n# ค #",
            "```text\nก\n```\n\n~~~\nข\n~~~",
            "ก &amp; ข &nbsp; \\* \\\\ \\\nค  \nง",
            "<https://a.th/x> <a@b.th> [ก](</ข ค> \"ง\") ![จ](a.png 'ฉ')",
            "<!-- ก -->\n\nข <!-- ค --> ง",
            "คำ\n: นิยาม\n\n***\n\nก\u{200b}*ข*\u{a0}ค\u{feff}",
            "เส้นทาง C:\\งาน\\แผน.docx และ `C:\\_a`",
            "file\\_name\\_2566.pdf",
        ] {
            assert_eq!(refusals(body), [], "{body}");
        }
    }
}
