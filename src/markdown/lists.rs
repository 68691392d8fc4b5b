//! Lists that the parser reads differently from the author's intention: sub-items that became
//! siblings, and changed numbers.

use std::ops::Range;

use pulldown_cmark::{Tag, TagEnd};

use super::event::{MarkdownEvent, SpannedEvent};
use super::lines::{after, before, columns};
use super::outline::{UnshownKind, UnshownMarkup};

/// Reports such lists.
pub(super) fn report(body: &str, events: &[SpannedEvent], refusals: &mut Vec<UnshownMarkup>) {
    let mut reading = ListReader { body, refusals, open: Vec::new(), closed: None };
    for (at, event) in events.iter().enumerate() {
        reading.pass(event, events.get(at + 1));
    }
}

struct ListReader<'b, 'r> {
    body: &'b str,
    refusals: &'r mut Vec<UnshownMarkup>,
    open: Vec<OpenList<'b>>,
    /// Marker offset of the last item of a list that has just ended.
    closed: Option<usize>,
}

/// An open list.
struct OpenList<'b> {
    /// Number of the next item as it will be printed; `None` for bullets.
    next: Option<u64>,
    /// Marker offset of the previous item; initially that of a list that has just ended.
    above: Option<usize>,
    numbers: Vec<ListNumber<'b>>,
    /// True if an item was meant for another list.
    is_mixed: bool,
}

/// A number as typed and as printed.
struct ListNumber<'b> {
    at: usize,
    typed: &'b str,
    printed: u64,
}

impl ListReader<'_, '_> {
    fn pass(&mut self, SpannedEvent { event, span }: &SpannedEvent, next: Option<&SpannedEvent>) {
        match event {
            MarkdownEvent::Start(tag) => match **tag {
                Tag::List(first) => {
                    self.open.push(OpenList { next: first, above: self.closed.take(), numbers: Vec::new(), is_mixed: false });
                }
                Tag::Item => self.point(span),
                _ => {}
            },
            MarkdownEvent::End(TagEnd::List(_)) => {
                let list = self.open.pop();
                self.closed = list.as_ref().and_then(|list| list.above);
                self.refusals.extend(list.filter(|list| !list.is_mixed).and_then(|list| misnumbered(&list.numbers)));
                return;
            }
            MarkdownEvent::SoftBreak => self.lazy(next),
            _ => {}
        }
        self.closed = None;
    }

    fn point(&mut self, item: &Range<usize>) {
        let source = self.body.get(item.clone()).unwrap_or_default();
        let marker = item.start + source.len() - source.trim_start().len();
        let typed = digits(self.body, marker);
        let Some(list) = self.open.last_mut() else { return };
        let is_next = list.numbers.last().is_some_and(|number| typed.parse() == Ok(number.printed + 1));
        if let Some(printed) = &mut list.next {
            list.numbers.push(ListNumber { at: marker, typed, printed: *printed });
            *printed += 1;
        }
        if let Some(above) = list.above.replace(marker).filter(|_| !is_next) {
            self.compare(above, marker);
        }
    }

    /// Handles a lazy continuation line that looks like an item, but is indented so far that the
    /// parser reads it as text.
    fn lazy(&mut self, text: Option<&SpannedEvent>) {
        let above = self.open.last().and_then(|list| list.above);
        if let (Some(above), Some(SpannedEvent { event: MarkdownEvent::Text(text), span })) = (above, text)
            && is_marker(text)
        {
            self.compare(above, span.start);
        }
    }

    /// Reports the item at `marker` if it is indented more than the item above, which is in the
    /// same list.
    fn compare(&mut self, above: usize, marker: usize) {
        const DEEPEST: usize = 500;
        let around = before(self.body, above);
        if around.len() > DEEPEST || columns(around) >= columns(before(self.body, marker)) {
            return;
        }
        let text = after(self.body, marker);
        let line = format!("{around}{}{text}", " ".repeat(content_of(self.body, above)));
        self.refusals.push(UnshownMarkup { span: marker..marker + text.len(), kind: UnshownKind::ListIndent { line } });
        if let Some(list) = self.open.last_mut() {
            list.is_mixed = true;
        }
    }
}

/// Columns from the marker of an item to its text.
fn content_of(body: &str, marker: usize) -> usize {
    let line = after(body, marker);
    let number = digits(body, marker).len();
    let sign = number + 1;
    let spaces = line.bytes().skip(sign).take_while(|byte| *byte == b' ').count();
    sign + if (1..=4).contains(&spaces) { spaces } else { 1 }
}

fn digits(body: &str, at: usize) -> &str {
    let rest = body.get(at..).unwrap_or_default();
    let end = rest.bytes().take_while(u8::is_ascii_digit).count();
    rest.get(..end).unwrap_or_default()
}

/// Matches `- …`, `* …`, `3. …`.
fn is_marker(text: &str) -> bool {
    let number = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let after = match text.len() - number.len() {
        0 => text.strip_prefix(['-', '*', '+', '•']),
        1..=2 => number.strip_prefix(['.', ')']),
        _ => None,
    };
    after.is_some_and(|after| after.starts_with([' ', '\t']))
}

/// Reports the first number that is printed differently and not covered by the line-based rule
/// `list-number`, or a number that is not a list marker at all. If all items are 1, automatic
/// numbering is intended.
fn misnumbered(numbers: &[ListNumber]) -> Option<UnshownMarkup> {
    if let [ListNumber { at, typed, .. }] = numbers
        && typed.len() >= 3
        && !typed.starts_with('0')
    {
        return Some(UnshownMarkup { span: *at..at + typed.len() + 1, kind: UnshownKind::NumberAsList });
    }
    if numbers.iter().all(|number| number.typed == "1") {
        return None;
    }
    let is_hidden = |typed: &str| typed == "1" || typed.starts_with('0') || typed.len() >= 3;
    let other = numbers.iter().find(|number| is_hidden(number.typed) && number.typed != number.printed.to_string())?;
    let span = other.at..other.at + other.typed.len();
    Some(UnshownMarkup { span, kind: UnshownKind::ListNumber { printed: other.printed } })
}

#[cfg(test)]
mod tests {
    use crate::markdown::UnshownKind::{ListIndent, ListNumber, NumberAsList};
    use crate::markdown::testing::refusals;

    #[test]
    fn a_point_at_a_wrong_depth_is_named_with_its_line() {
        for (body, place, line) in [
            ("1. ก\n  - ข\n2. ค", "- ข", "   - ข"),
            ("1. ก\n 1. ข\n 2. ค", "1. ข", "   1. ข"),
            ("- ก\n - ข\n - ค\n- ง", "- ข", "  - ข"),
            ("10. ก\n\n   * ข", "* ข", "    * ข"),
            ("- ก\n        - ข", "- ข", "  - ข"),
            ("1. ก\n\t\t1) ข", "1) ข", "   1) ข"),
            ("> 1. ก\n>   - ข", "- ข", ">    - ข"),
            ("- ก\n  1. ข\n    - ค", "- ค", "     - ค"),
        ] {
            assert_eq!(refusals(body), [(place, ListIndent { line: line.into() })], "{body}");
        }
    }

    #[test]
    fn lists_as_they_should_be_are_left_alone() {
        for body in [
            "- ก\n  - ข\n    - ค\n- ง",
            "1. ก\n   - ข\n   - ค\n2. ง",
            " 9. ก\n10. ข",
            "1. ก\n 2. ข",
            "- ก\n\n1. ข",
            "- ก\n+ ข",
            "- ก\n\n ย่อหน้า",
            "1. ก\n1. ข\n1. ค",
            "3. ก\n4. ข",
            "2565. ก\n2566. ข",
            "- ก\n  - 5 คน",
            "- ก\nต่อ",
        ] {
            assert_eq!(refusals(body), [], "{body}");
        }
    }

    #[test]
    fn a_number_that_is_printed_as_another_is_named() {
        for (body, place, printed) in
            [("1. ก\n2. ข\n\n1. ค\n2. ง", "1", 3), ("01. ก\n02. ข", "01", 1), ("100. ก\n102. ข", "102", 101), ("001. ก", "001", 1)]
        {
            assert_eq!(refusals(body), [(place, ListNumber { printed })], "{body}");
        }
        assert_eq!(refusals("2566. ปีแห่งการ"), [("2566.", NumberAsList)]);
        assert_eq!(refusals("ก\n\n120) คน"), [("120)", NumberAsList)]);
    }
}
