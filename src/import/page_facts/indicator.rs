//! Indicators of the assessment: canonical numbers by name, whatever the paper counts.

use std::collections::HashMap;

use serde_json::{Value, json};

use super::doubt::{DoubtKind, Doubts};
use super::fields::{Object, spanned};
use super::item_code::code_in;
use super::known::{Known, KnownIndicator, KnownInstrument};
use super::list::{FoundItem, items, items_of_lines, joined};
use super::number::{FoundNumber, numbers};
use super::wording::{distance, plain};
use crate::attachment::TextPosition;
use crate::attachment::grid::CellContent;
use crate::slice::slice;
use crate::thai::to_arabic;

/// The instrument that a heading names: by its letters, or by those whom it asks.
pub(super) fn instrument_in(text: &str) -> Option<KnownInstrument> {
    let text = plain(text);
    let mut named = KnownInstrument::ALL.into_iter().filter(|instrument| text.contains(&instrument.id().to_lowercase()));
    match (named.next(), named.next()) {
        (Some(only), None) => return Some(only),
        (Some(_), Some(_)) => return None,
        _ => {}
    }
    let words = [
        (KnownInstrument::Iit, ["ได้ส่วนเสียภายใน", "ได้เสียภายใน"]),
        (KnownInstrument::Eit, ["ได้ส่วนเสียภายนอก", "ได้เสียภายนอก"]),
        (KnownInstrument::Oit, ["แบบวัดการเปิดเผยข้อมูล", "แบบตรวจการเปิดเผยข้อมูล"]),
    ];
    let mut fitting = words.into_iter().filter(|(_, words)| words.iter().any(|word| text.contains(word)));
    let (first, _) = fitting.next()?;
    fitting.next().is_none().then_some(first)
}

/// The year's list by plain names.
pub(super) struct Indicators<'k> {
    list: Vec<(&'k KnownIndicator, Vec<char>)>,
    by_name: HashMap<String, &'k KnownIndicator>,
}

/// An indicator that a cell names.
pub(super) struct NamedIndicator<'k> {
    /// Its canonical number.
    pub(super) no: u32,
    /// The digits of the paper where it counts otherwise.
    pub(super) counted: Option<String>,
    /// The instrument that it belongs to.
    pub(super) instrument: Option<KnownInstrument>,
    /// Its name in the paper.
    typed: String,
    known: Option<&'k KnownIndicator>,
}

impl NamedIndicator<'_> {
    /// Number and name, as the scores of an instrument begin.
    pub(super) fn put(&self, object: &mut Object) {
        object.put("no", spanned(json!(self.no), self.counted.clone()));
        match self.known {
            Some(known) if known.name != self.typed => {
                object.put_found("name", spanned(known.name.as_str().into(), Some(self.typed.clone())))
            }
            _ => object.put_found("name", self.typed.as_str()),
        }
    }
}

/// Every third letter of a name may differ: a converter puts whole words into short names.
const NEAR: usize = 3;
/// Names longer than this are sentences.
const LONGEST_NAME: usize = 160;

impl<'k> Indicators<'k> {
    pub(super) fn new(known: &'k Known) -> Self {
        let list = known.indicators.iter().map(|indicator| (indicator, plain(&indicator.name).chars().collect())).collect();
        Self { list, by_name: known.indicators.iter().map(|indicator| (plain(&indicator.name), indicator)).collect() }
    }

    /// The indicators of cells: a list, or names on lines of their own.
    pub(super) fn of_cells(
        &self,
        cells: &[&CellContent],
        instrument: Option<KnownInstrument>,
        doubts: &mut Doubts,
    ) -> Vec<NamedIndicator<'k>> {
        let place = cells.first().map(|cell| &cell.place);
        if let Some(numbers) = only_numbers(&joined(cells)) {
            return numbers.into_iter().filter_map(|no| self.numbered(no, instrument, place, doubts)).collect();
        }
        let mut numbering = Doubts::default();
        let mut listed = items(cells, &mut numbering);
        // Codes of checklist items are no names of indicators.
        listed.retain(|item| code_in(&item.text).is_none());
        let is_list = listed.iter().any(|item| item.is_marked);
        let lines: Vec<_> = cells.iter().flat_map(|cell| &cell.lines).collect();
        let by_line = lines.iter().all(|line| self.exact(&plain(line.text.trim()), instrument).is_some());
        if !is_list && by_line && lines.len() > 1 {
            let each = lines.into_iter().flat_map(|line| items_of_lines(std::iter::once(line), place, &mut numbering));
            return each.collect::<Vec<_>>().iter().filter_map(|item| self.named(item, instrument, place, doubts)).collect();
        }
        listed.iter().filter_map(|item| self.named(item, instrument, place, doubts)).collect()
    }

    /// The indicator of a number without a name, with a doubt if the list has it under another instrument:
    /// such papers count each instrument from 1.
    fn numbered(
        &self,
        no: u32,
        instrument: Option<KnownInstrument>,
        place: Option<&TextPosition>,
        doubts: &mut Doubts,
    ) -> Option<NamedIndicator<'k>> {
        let text = format!("ตัวชี้วัดที่ {no}");
        let is_of_other = |known: &KnownIndicator| known.no == no && instrument.is_some_and(|instrument| known.instrument != instrument);
        if self.list.iter().any(|(known, _)| is_of_other(known)) {
            doubts.add(DoubtKind::UnknownIndicator, place, &text);
            return None;
        }
        self.named(&FoundItem { text, ..FoundItem::default() }, instrument, place, doubts)
    }

    /// The indicator of an item, with a doubt if it is none of the list.
    pub(super) fn named(
        &self,
        item: &FoundItem,
        instrument: Option<KnownInstrument>,
        place: Option<&TextPosition>,
        doubts: &mut Doubts,
    ) -> Option<NamedIndicator<'k>> {
        let (item, name) = called(item);
        let plain_name = plain(&name);
        let typed_number = item.number;
        let exact = self.exact(&plain_name, instrument);
        let known = exact.or_else(|| self.near(&plain_name, instrument));
        if let (None, Some(known)) = (exact, known) {
            doubts.add_taken(DoubtKind::IndicatorName, place, &name, format!("{} {}", known.no, known.name));
        }
        let typed_number_is_canonical = self.list.is_empty() && typed_number.is_some_and(|no| (1..=10).contains(&no));
        let by_number = typed_number.filter(|no| name.is_empty() && self.list.iter().any(|(known, _)| known.no == *no));
        let no = known.map(|known| known.no).or(typed_number.filter(|_| typed_number_is_canonical)).or(by_number);
        let Some(no) = no else {
            doubts.add(DoubtKind::UnknownIndicator, place, if name.is_empty() { &item.text } else { &name });
            return None;
        };
        let counted = item.digits.clone().filter(|_| typed_number != Some(no));
        let instrument = known.map(|known| known.instrument).or(instrument).or_else(|| usual_instrument(no));
        Some(NamedIndicator { no, counted, instrument, typed: name, known })
    }

    fn exact(&self, name: &str, instrument: Option<KnownInstrument>) -> Option<&'k KnownIndicator> {
        let same = self.by_name.get(name).copied();
        let of_instrument = || {
            let mut fitting = self.list.iter().filter(|(known, _)| Some(known.instrument) == instrument && plain(&known.name) == name);
            fitting.next().map(|(known, _)| *known)
        };
        of_instrument().or(same)
    }

    /// The one indicator of the instrument, else of all, whose name is at most a third away, and nearer than others.
    fn near(&self, name: &str, instrument: Option<KnownInstrument>) -> Option<&'k KnownIndicator> {
        let letters: Vec<char> = name.chars().collect();
        if letters.len() < 6 || letters.len() > LONGEST_NAME {
            return None;
        }
        let best_of = |is_asked: &dyn Fn(&KnownIndicator) -> bool| {
            let fits = |known: &Vec<char>| distance(&letters, known, known.len() / NEAR);
            let mut fitting: Vec<(usize, &'k KnownIndicator)> =
                self.list.iter().filter(|(known, _)| is_asked(known)).filter_map(|(known, plain)| Some((fits(plain)?, *known))).collect();
            fitting.sort_by_key(|(edits, _)| *edits);
            match fitting.as_slice() {
                [(_, only)] => Some(*only),
                [(first, best), (second, _), ..] if first < second => Some(*best),
                _ => None,
            }
        };
        best_of(&|known| Some(known.instrument) == instrument).or_else(|| best_of(&|_| true))
    }
}

/// The numbers of a text that says nothing else: `ตัวชี้วัดที่ 1, 3 และ 5`, `9 - 10`.
fn only_numbers(text: &str) -> Option<Vec<u32>> {
    const WORDS: [&str; 3] = ["ตัวชี้วัดที่", "ตัวชี้วัด", "ข้อ"];
    const AND: [&str; 3] = [",", "และ", "กับ"];
    const TO: [&str; 4] = ["-", "–", "—", "ถึง"];
    /// Numbers of a list; a longer text is no list of indicators.
    const MOST: usize = 30;
    let arabic = to_arabic(text);
    let mut numbers: Vec<u32> = Vec::new();
    let mut is_range = false;
    let mut rest = arabic.trim_start();
    while !rest.is_empty() {
        let digits = rest.chars().take_while(char::is_ascii_digit).count();
        let word = |words: &[&str]| words.iter().find_map(|word| rest.strip_prefix(word));
        if let Some(after) = word(&WORDS).or_else(|| word(&AND).filter(|_| !is_range && !numbers.is_empty())) {
            rest = after.trim_start();
            continue;
        }
        if let Some(after) = word(&TO).filter(|_| !is_range && !numbers.is_empty()) {
            is_range = true;
            rest = after.trim_start();
            continue;
        }
        let value: u32 = slice(rest, ..digits).parse().ok().filter(|_| digits <= 2)?;
        let first = match numbers.last() {
            Some(last) if is_range => Some(last + 1).filter(|first| *first <= value)?,
            _ => value,
        };
        numbers.extend(first..=value);
        is_range = false;
        rest = slice(rest, digits..).trim_start();
        if numbers.len() > MOST {
            return None;
        }
    }
    (!is_range && !numbers.is_empty()).then_some(numbers)
}

/// An item without `ตัวชี้วัดที่ 2` in front of its name.
fn called(item: &FoundItem) -> (FoundItem, String) {
    let text = item.text.trim();
    let Some(rest) = text.strip_prefix("ตัวชี้วัดที่").or_else(|| text.strip_prefix("ตัวชี้วัด"))
    else {
        return (item.clone(), text.to_owned());
    };
    let rest = rest.trim_start();
    let digits: String = rest.chars().take_while(|c| crate::thai::is_digit(*c)).take(2).collect();
    let name = rest.strip_prefix(digits.as_str()).unwrap_or(rest).trim_start_matches([' ', '.', ':', ')']).trim();
    let number = to_arabic(&digits).parse().ok();
    match number {
        Some(_) => (FoundItem { number, digits: Some(digits), ..item.clone() }, name.to_owned()),
        None => (item.clone(), name.to_owned()),
    }
}

/// The instrument of a number since 2562.
fn usual_instrument(no: u32) -> Option<KnownInstrument> {
    match no {
        1..=5 => Some(KnownInstrument::Iit),
        6..=8 => Some(KnownInstrument::Eit),
        9 | 10 => Some(KnownInstrument::Oit),
        _ => None,
    }
}

/// A name with its score in the same text: `การใช้อำนาจ ....91.15... คะแนน`.
pub(super) fn with_score(text: &str) -> (String, Option<FoundNumber<'_>>) {
    let last = numbers(text)
        .filter(|found| found.typed.contains(['.', ',']) || found.after.trim_start_matches(['.', ' ']).starts_with("คะแนน"))
        .last();
    let Some(found) = last else { return (text.trim().to_owned(), None) };
    let name = found.before.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | '…' | '(' | ':' | '=' | '-' | '_' | ','));
    let name = ["ได้คะแนน", "คะแนน", "ร้อยละ"].iter().find_map(|word| name.strip_suffix(word)).unwrap_or(name);
    (name.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | '…' | '(' | ':')).to_owned(), Some(found))
}

/// Numbers of indicators as a list.
pub(super) fn numbers_of(named: &[NamedIndicator<'_>]) -> Value {
    let mut numbers: Vec<u32> = Vec::new();
    for indicator in named {
        if !numbers.contains(&indicator.no) {
            numbers.push(indicator.no);
        }
    }
    json!(numbers)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_of_numbers_are_read_only_where_nothing_else_is_said() {
        for (text, numbers) in [
            ("ตัวชี้วัดที่ 1, 3 และ 5", Some(&[1, 3, 5][..])),
            ("9 และ 10", Some(&[9, 10])),
            ("1-3", Some(&[1, 2, 3])),
            ("ตัวชี้วัดที่ 9 - 10", Some(&[9, 10])),
            ("ตัวชี้วัดที่ ๑,๓", Some(&[1, 3])),
            ("ตัวชี้วัดที่ 1 ตัวชี้วัดที่ 3 ถึง ตัวชี้วัดที่ 5", Some(&[1, 3, 4, 5])),
            ("2", Some(&[2])),
            ("3-1", None),
            ("1-", None),
            ("-1", None),
            ("1.3", None),
            ("1. การปฏิบัติหน้าที่", None),
            ("ตัวชี้วัดที่ 2 การใช้งบประมาณ", None),
            ("ปี 2566", None),
            ("1-99", None),
            ("ตัวชี้วัด", None),
            ("", None),
        ] {
            assert_eq!(only_numbers(text).as_deref(), numbers, "{text}");
        }
    }
}
