//! HTML and XML under the name of an office file, as many systems export their lists: text without
//! tags, cells of a row separated by tabs.

use super::super::{Contents, MAX_TEXT_BYTES, NotInspected, TextPosition};
use super::gathered::Gathered;

/// Elements that end a line, in lower case.
const LINES: [&str; 14] = ["br", "p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "title", "caption", "option", "comment"];
/// Elements whose content is not text.
const SKIPPED: [&str; 2] = ["script", "style"];

/// Reads text with or without tags.
pub(super) fn read(bytes: &[u8]) -> Contents {
    let Some((text, _)) = crate::source::to_utf8(bytes) else { return Contents::NotInspected(NotInspected::Format) };
    let mut gathered = Gathered::new();
    if !text.trim_start().starts_with('<') {
        for (at, line) in text.lines().enumerate() {
            gathered.add(line, TextPosition::Line(at + 1));
        }
        return gathered.contents("text");
    }
    let mut page = HtmlReader { gathered: &mut gathered, line: 1, text: String::new(), begin: 1, is_in_row: false };
    page.read(&text);
    page.end_passage();
    gathered.contents("html")
}

struct HtmlReader<'g> {
    gathered: &'g mut Gathered,
    /// Line in the source, from 1.
    line: usize,
    /// The paragraph or table row so far.
    text: String,
    /// Line in which it begins.
    begin: usize,
    is_in_row: bool,
}

impl HtmlReader<'_> {
    fn read(&mut self, page: &str) {
        let mut rest = page;
        while let Some((before, after)) = rest.split_once('<').filter(|_| !self.is_full()) {
            self.push(before);
            let (tag, behind) = match after.strip_prefix("!--") {
                Some(comment) => comment.split_once("-->").unwrap_or((comment, "")),
                None => after.split_once('>').unwrap_or((after, "")),
            };
            let skipped = match after.starts_with("!--") {
                true => None,
                false => self.tag(tag),
            };
            rest = skipped.map_or(behind, |name| behind_end(behind, name));
            self.line += count_lines(page_between(after, rest));
        }
        if !self.is_full() {
            self.push(rest);
        }
    }

    fn is_full(&self) -> bool {
        self.gathered.is_full() || self.text.len() > MAX_TEXT_BYTES
    }

    /// Acts on a tag, and names the element if its content is to be skipped.
    fn tag(&mut self, tag: &str) -> Option<&'static str> {
        let is_end = tag.starts_with('/');
        let name = tag.split(|c: char| c.is_whitespace() || c == '/').find(|name| !name.is_empty()).unwrap_or_default();
        // `ss:Cell` and `w:p` in XML.
        let name = name.rsplit(':').next().unwrap_or_default().to_ascii_lowercase();
        match name.as_str() {
            "td" | "th" | "cell" if !is_end && !self.text.is_empty() => self.text.push('\t'),
            "tr" | "row" | "table" => {
                self.end_passage();
                self.is_in_row = !is_end && name != "table";
            }
            name if LINES.contains(&name) && self.is_in_row => self.text.push('\n'),
            name if LINES.contains(&name) => self.end_passage(),
            _ => {}
        }
        SKIPPED.into_iter().find(|skipped| !is_end && *skipped == name)
    }

    fn push(&mut self, text: &str) {
        if self.text.is_empty() {
            self.begin = self.line;
        }
        let text = unescaped(text);
        let mut words = text.split([' ', '\t', '\r', '\n']).filter(|word| !word.is_empty()).peekable();
        if text.starts_with(char::is_whitespace) && !self.text.is_empty() && !self.text.ends_with(['\t', '\n', ' ']) {
            self.text.push(' ');
        }
        while let Some(word) = words.next() {
            self.text.push_str(word);
            if words.peek().is_some() || text.ends_with(char::is_whitespace) {
                self.text.push(' ');
            }
        }
        self.line += count_lines(&text);
    }

    fn end_passage(&mut self) {
        let cells: Vec<&str> = self.text.split('\t').map(str::trim).collect();
        self.gathered.add(&cells.join("\t"), TextPosition::Line(self.begin));
        self.text.clear();
    }
}

fn count_lines(text: &str) -> usize {
    text.bytes().filter(|byte| *byte == b'\n').count()
}

/// What `page` has before `rest`, its end.
fn page_between<'p>(page: &'p str, rest: &str) -> &'p str {
    page.get(..page.len().saturating_sub(rest.len())).unwrap_or_default()
}

/// What stands behind the end tag of an element.
fn behind_end<'p>(page: &'p str, name: &str) -> &'p str {
    let mut rest = page;
    while let Some((_, after)) = rest.split_once("</") {
        if after.get(..name.len()).is_some_and(|end| end.eq_ignore_ascii_case(name)) {
            return after.split_once('>').map_or("", |(_, rest)| rest);
        }
        rest = after;
    }
    ""
}

/// Text with the usual entities resolved; others stay as they are.
fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        plain.push_str(before);
        // The longest name that a list of people contains is `&#1234567;`.
        let entity = after.split_once(';').filter(|(name, _)| name.len() <= 10);
        match entity.and_then(|(name, behind)| Some((letter(name)?, behind))) {
            Some((letter, behind)) => {
                plain.push(letter);
                rest = behind;
            }
            None => {
                plain.push('&');
                rest = after;
            }
        }
    }
    plain.push_str(rest);
    plain
}

fn letter(entity: &str) -> Option<char> {
    let code = match entity.strip_prefix('#') {
        Some(number) => match number.strip_prefix(['x', 'X']) {
            Some(number) => u32::from_str_radix(number, 16).ok(),
            None => number.parse().ok(),
        },
        None => None,
    };
    match entity {
        "nbsp" => Some('\u{a0}'),
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "ndash" => Some('–'),
        "shy" => Some('\u{ad}'),
        _ => code.and_then(char::from_u32).filter(|letter| *letter != '\0'),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_a_table_are_passages_and_tags_are_none() {
        let page = "<html><style>td {a: b}</style><meta charset=utf-8>\n<table><tr><th>ชื่อ<th>เลข</tr>\n<TR><TD>นาย&nbsp;ก</TD><td>3100900<br/>123455</td></TR></table><p>a &amp; b\n c<p>d<!-- <p>e -->";
        let Contents::Text(passages) = read(page.as_bytes()) else { unreachable!() };
        let texts: Vec<(usize, &str)> = passages
            .iter()
            .map(|passage| match passage.places[0].1 {
                TextPosition::Line(line) => (line, passage.text.as_str()),
                _ => unreachable!(),
            })
            .collect();
        let note = "<Workbook><Row><ss:Cell><Data>12</Data><Comment><ss:Data>3100900123455</ss:Data></Comment></ss:Cell></Row></Workbook>";
        let Contents::Text(notes) = read(note.as_bytes()) else { unreachable!() };
        assert_eq!(notes[0].text, "12\n3100900123455");
        assert_eq!(texts, [(2, "ชื่อ\tเลข"), (3, "นาย\u{a0}ก\t3100900\n123455"), (3, "a & b c"), (4, "d")]);
    }
}
