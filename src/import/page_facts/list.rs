//! Items of a list in a cell: by typed marks and automatic numbers.
//!
//! A line without a mark goes on with the item above, joined by one blank: whether a word was cut
//! cannot be told. A bullet below a number stays in the item of the number, with its bullet. Numbers of
//! two levels (`1.1`) stay in the text: they may be figures.

use std::ops::RangeInclusive;

use super::cadence::cadence;
use super::doubt::{DoubtKind, Doubts};
use super::wording::one_line;
use crate::attachment::TextPosition;
use crate::attachment::grid::{CellContent, CellLine};
use crate::slice::slice;
use crate::thai::{ListMark, is_digit, list_mark, to_arabic};

/// An item of a list, or the text before one.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct FoundItem {
    /// Its number.
    pub(super) number: Option<u32>,
    /// The digits of its number, as typed.
    pub(super) digits: Option<String>,
    /// It has a bullet or letter.
    pub(super) is_marked: bool,
    /// Its text on one line, without the mark.
    pub(super) text: String,
}

/// The items of cells that go on with each other.
pub(super) fn items(cells: &[&CellContent], doubts: &mut Doubts) -> Vec<FoundItem> {
    let place = cells.first().map(|cell| &cell.place);
    items_of_lines(cells.iter().flat_map(|cell| &cell.lines), place, doubts)
}

/// The items of cells in rows below each other, each of which begins one.
pub(super) fn items_apart(cells: &[&CellContent], doubts: &mut Doubts) -> Vec<FoundItem> {
    let mut list = CellList { items: Vec::new(), last: 0, place: cells.first().map(|cell| &cell.place), doubts };
    for cell in cells {
        list.items.push(FoundItem::default());
        cell.lines.iter().for_each(|line| list.line(line));
    }
    list.finish()
}

/// The items of lines.
pub(super) fn items_of_lines<'l>(
    lines: impl Iterator<Item = &'l CellLine>,
    place: Option<&TextPosition>,
    doubts: &mut Doubts,
) -> Vec<FoundItem> {
    let mut list = CellList { items: Vec::new(), last: 0, place, doubts };
    for line in lines {
        list.line(line);
    }
    list.finish()
}

struct CellList<'d> {
    items: Vec<FoundItem>,
    /// The number of the last numbered item.
    last: u32,
    place: Option<&'d TextPosition>,
    doubts: &'d mut Doubts,
}

impl CellList<'_> {
    fn finish(mut self) -> Vec<FoundItem> {
        self.check_numbers();
        self.items.retain(|item| !item.text.is_empty());
        self.items
    }

    fn line(&mut self, line: &CellLine) {
        let text = one_line(&line.text);
        match line.number.as_deref().map(str::trim).filter(|number| !number.is_empty()) {
            Some(number) => {
                let digits: String = number.chars().filter(|c| is_digit(*c)).collect();
                match to_arabic(&digits).parse() {
                    Ok(value) if digits.chars().count() <= 2 => self.numbered(value, digits, &text),
                    _ => self.bullet(number, &text),
                }
            }
            None => self.typed(&text),
        }
    }

    /// A line, or the rest of one, whose mark is typed if it has one.
    fn typed(&mut self, text: &str) {
        if let Some((mark, rest)) = mark(text) {
            match mark {
                ItemMark::Number(value, digits) => return self.numbered(value, digits, rest),
                ItemMark::Other(sign) => return self.bullet(&sign, rest),
            }
        }
        if let Some((digits, rest)) = loose_number(text, self.last + 1).filter(|_| self.last > 0) {
            self.doubts.add_taken(DoubtKind::LooseMark, self.place, text, rest);
            return self.numbered(self.last + 1, digits, rest);
        }
        let is_below_number = self.items.last().is_some_and(|item| item.number.is_some());
        if has_two_levels(text) && !is_below_number {
            self.items.push(FoundItem { is_marked: true, ..FoundItem::default() });
        }
        self.rest(text, |list, text| list.go_on(text));
    }

    fn numbered(&mut self, value: u32, digits: String, text: &str) {
        self.last = value;
        self.items.push(FoundItem { number: Some(value), digits: Some(digits), is_marked: true, text: String::new() });
        self.rest(text, |list, text| list.go_on(text));
    }

    fn bullet(&mut self, sign: &str, text: &str) {
        let is_below_number = self.items.last().is_some_and(|item| item.number.is_some());
        for (at, piece) in bullets_within(sign, text).enumerate() {
            match is_below_number {
                true => self.go_on(&format!("{sign} {piece}")),
                false if at == 0 || !piece.is_empty() => {
                    self.items.push(FoundItem { is_marked: true, ..FoundItem::default() });
                    self.rest(piece, |list, text| list.go_on(text));
                }
                false => {}
            }
        }
    }

    /// Splits off ` 2. …` where the next number of the list, or the one after it, stands within a line.
    fn rest(&mut self, text: &str, put: impl Fn(&mut Self, &str)) {
        let mut rest = text;
        while let Some((before, value, digits, after)) = self.next_number(rest) {
            put(self, before.trim());
            self.last = value;
            self.items.push(FoundItem { number: Some(value), digits: Some(digits), is_marked: true, text: String::new() });
            rest = after;
        }
        put(self, rest.trim());
    }

    /// The next number within a text. The first one only if the second follows, or if before it stands
    /// nothing but how often a report is due.
    fn next_number<'t>(&self, text: &'t str) -> Option<(&'t str, u32, String, &'t str)> {
        if self.last > 0 {
            return next_number(text, self.last + 1..=self.last + 2);
        }
        let first = next_number(text, 1..=1)?;
        let (before, _, _, after) = &first;
        (next_number(after, 2..=2).is_some() || cadence(before).is_some()).then_some(first)
    }

    fn go_on(&mut self, text: &str) {
        match self.items.last_mut() {
            Some(item) if !item.text.is_empty() && !text.is_empty() => {
                item.text.push(' ');
                item.text.push_str(text);
            }
            Some(item) => item.text.push_str(text),
            None => self.items.push(FoundItem { text: text.to_owned(), ..FoundItem::default() }),
        }
    }

    fn check_numbers(&mut self) {
        let numbers: Vec<u32> = self.items.iter().filter_map(|item| item.number).collect();
        if !numbers.iter().copied().eq(1..=u32::try_from(numbers.len()).unwrap_or(u32::MAX)) {
            let typed: Vec<String> = numbers.iter().take(30).map(u32::to_string).collect();
            self.doubts.add(DoubtKind::ListNumbering, self.place, &typed.join(", "));
        }
    }
}

/// A mark as typed.
enum ItemMark {
    Number(u32, String),
    Other(String),
}

/// The mark of a line: those of [`list_mark`], `-ก` without a blank, and `๑ .` with one.
fn mark(text: &str) -> Option<(ItemMark, &str)> {
    if let Some((mark, rest)) = list_mark(text) {
        let typed = text.strip_suffix(rest).unwrap_or_default().trim();
        return Some(match mark {
            ListMark::Number(value) => (ItemMark::Number(value, typed.chars().filter(|c| is_digit(*c)).collect()), rest),
            _ => (ItemMark::Other(typed.to_owned()), rest),
        });
    }
    if let Some(rest) = text.strip_prefix(['-', '–', '—']).filter(|rest| rest.starts_with(is_thai_letter)) {
        return Some((ItemMark::Other("-".to_owned()), rest));
    }
    let digits: String = text.chars().take_while(|c| is_digit(*c)).collect();
    let after = text.strip_prefix(digits.as_str())?.strip_prefix(' ')?.strip_prefix(['.', ')'])?;
    let value = to_arabic(&digits).parse().ok().filter(|_| digits.chars().count() <= 2)?;
    let is_decimal = after.starts_with(is_digit);
    (!is_decimal && !after.trim().is_empty()).then(|| (ItemMark::Number(value, digits), after.trim_start()))
}

/// `1.1 ประชุม`, `๒.๓) ประกาศ`
fn has_two_levels(text: &str) -> bool {
    let digits = |text: &str| text.chars().take_while(|c| is_digit(*c)).map(char::len_utf8).sum::<usize>();
    let first = digits(text);
    let Some(second) = slice(text, first..).strip_prefix('.').filter(|_| first > 0) else { return false };
    let after = slice(second, digits(second)..).trim_start_matches(['.', ')']);
    digits(second) > 0 && after.starts_with(' ') && after.trim_start().starts_with(is_thai_letter)
}

/// `๒ประชุม`, `๒ ประชุม` where 2 is expected next.
fn loose_number(text: &str, expected: u32) -> Option<(String, &str)> {
    let digits: String = text.chars().take_while(|c| is_digit(*c)).collect();
    let rest = text.strip_prefix(digits.as_str())?.trim_start();
    let is_next = digits.chars().count() <= 2 && to_arabic(&digits).parse() == Ok(expected);
    // A number with a unit (`2 ครั้ง`) is no mark: short words are left alone.
    (is_next && rest.starts_with(is_thai_letter) && rest.chars().count() > 8).then_some((digits, rest))
}

/// `text 2. text`, `text (2) text`, with an expected number after a blank.
fn next_number(text: &str, expected: RangeInclusive<u32>) -> Option<(&str, u32, String, &str)> {
    for (at, _) in text.match_indices(' ') {
        let tail = slice(text, at + 1..);
        let (tail, ends) = tail.strip_prefix('(').map_or((tail, &['.', ')'][..]), |tail| (tail, &[')'][..]));
        let digits: String = tail.chars().take(3).take_while(|c| is_digit(*c)).collect();
        let Some(value) = to_arabic(&digits).parse().ok().filter(|value| expected.contains(value)) else { continue };
        let after = tail.strip_prefix(digits.as_str()).and_then(|tail| tail.strip_prefix(ends));
        if let Some(after) = after.filter(|after| !after.starts_with(|c: char| c.is_numeric() || c == '.')) {
            return Some((slice(text, ..at), value, digits, after.trim_start()));
        }
    }
    None
}

/// `กองคลัง -กองช่าง` after a dash: further dashes that stand after a blank and before a letter.
fn bullets_within<'t>(sign: &str, text: &'t str) -> impl Iterator<Item = &'t str> {
    let mut rest = Some(text);
    let splits = sign == "-";
    std::iter::from_fn(move || {
        let text = rest.take()?;
        let cut = text.match_indices(" -").map(|(at, _)| at).find(|at| slice(text, at + 2..).starts_with(is_thai_letter));
        match cut.filter(|_| splits) {
            Some(at) => {
                rest = Some(slice(text, at + 2..));
                Some(slice(text, ..at).trim())
            }
            None => Some(text.trim()),
        }
    })
}

fn is_thai_letter(c: char) -> bool {
    matches!(c, 'ก'..='ฮ' | 'เ'..='ไ')
}

/// All the text of cells on one line, without the first mark.
pub(super) fn joined(cells: &[&CellContent]) -> String {
    let mut text = String::new();
    for line in cells.iter().flat_map(|cell| &cell.lines) {
        let number = line.number.as_deref().filter(|_| !text.is_empty()).unwrap_or_default();
        for word in number.split_whitespace().chain(line.text.split_whitespace()) {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(word);
        }
    }
    text
}

/// A text without its list mark.
pub(super) fn unmarked(text: &str) -> &str {
    match mark(text) {
        Some((_, rest)) => rest,
        None => text,
    }
}

/// The number in front of a text.
pub(super) fn leading_number(text: &str) -> Option<u32> {
    match mark(text) {
        Some((ItemMark::Number(value, _), _)) => Some(value),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(lines: &[&str]) -> (Vec<String>, Vec<DoubtKind>) {
        let lines: Vec<CellLine> = lines.iter().map(|text| CellLine { text: (*text).to_owned(), ..CellLine::default() }).collect();
        let mut doubts = Doubts::default();
        let items = items_of_lines(lines.iter(), None, &mut doubts);
        (items.into_iter().map(|item| item.text).collect(), doubts.0.into_iter().map(|doubt| doubt.kind).collect())
    }

    #[test]
    fn items_are_split_at_marks() {
        for (lines, items) in [
            (&["1. อบรม", "2. ประกาศ"][..], &["อบรม", "ประกาศ"][..]),
            (&["๑ . อบรม", "(๒)ประกาศ"], &["อบรม", "ประกาศ"]),
            (&["-อบรม", "- ประกาศ"], &["อบรม", "ประกาศ"]),
            (&["-กองคลัง -กองช่าง"], &["กองคลัง", "กองช่าง"]),
            (&["1. อบรม 2. ประกาศ 3. ติดตาม"], &["อบรม", "ประกาศ", "ติดตาม"]),
            (&["บทนำ ๑. อบรม ๒. ประกาศ"], &["บทนำ", "อบรม", "ประกาศ"]),
            (&["- รายไตรมาส ๑. อบรม"], &["รายไตรมาส", "อบรม"]),
            (&["ตามข้อ 1. ของระเบียบ"], &["ตามข้อ 1. ของระเบียบ"]),
            (&["1. ตั้งศูนย์", "ข้อมูล 2. อบรม"], &["ตั้งศูนย์ ข้อมูล", "อบรม"]),
            (&["บทนำ", "ต่อ"], &["บทนำ ต่อ"]),
            (&["1. ใช้เงิน 2.5 ล้าน"], &["ใช้เงิน 2.5 ล้าน"]),
            (&["1. อบรม", "- ภายใน", "- ภายนอก"], &["อบรม - ภายใน - ภายนอก"]),
            (&["(1) อบรม (2) ประกาศ (๓) ติดตาม"], &["อบรม", "ประกาศ", "ติดตาม"]),
            (&["ตามมาตรา 9 (1) ของกฎหมาย"], &["ตามมาตรา 9 (1) ของกฎหมาย"]),
            (&["1.1 อบรม", "๑.๒) ประกาศ", "ต่อ"], &["1.1 อบรม", "๑.๒) ประกาศ ต่อ"]),
            (&["1. อบรม", "1.1 ภายใน"], &["อบรม 1.1 ภายใน"]),
            (&["ใช้เงิน", "2.5 ล้านบาท"], &["ใช้เงิน", "2.5 ล้านบาท"]),
            (&[], &[]),
        ] {
            assert_eq!(read(lines), (items.iter().map(|item| (*item).to_owned()).collect(), vec![]), "{lines:?}");
        }
    }

    #[test]
    fn numbers_out_of_order_are_doubted() {
        for lines in [&["1. ก", "3. ข"][..], &["1. ก", "1. ข"], &["2. ก", "3. ข"]] {
            assert_eq!(read(lines).1, [DoubtKind::ListNumbering], "{lines:?}");
            assert_eq!(read(lines).0, ["ก", "ข"]);
        }
        assert_eq!(
            read(&["๑.ตั้งคณะทำงาน", "๒ประชุมคณะทำงาน"]),
            (vec!["ตั้งคณะทำงาน".into(), "ประชุมคณะทำงาน".into()], vec![DoubtKind::LooseMark])
        );
        assert_eq!(read(&["1. ประชุม", "2 ครั้ง"]).0, ["ประชุม 2 ครั้ง"]);
    }
}
