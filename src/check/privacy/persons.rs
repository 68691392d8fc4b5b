//! PD3: what may be private: the number of a bank account, the house of a person who is named beside it.

use std::collections::BTreeSet;
use std::ops::Range;

use rayon::prelude::*;

use super::kinds::masked;
use super::published::texts;
use super::runs::runs;
use crate::check::wording::Lexicon;
use crate::check::{Check, Checked};
use crate::config::Privacy;
use crate::diagnostics::Diagnostics;

pub(super) const CHECK: Check = Check { about: "private data of persons", run };

fn run(checked: &Checked<'_>) -> Diagnostics {
    let mentions = &checked.mentions;
    let words = Lexicon::new(ACCOUNT.into_iter().chain([HOUSE]));
    let texts = texts(checked);
    let allowed: BTreeSet<String> = checked.site.config.privacy.allow.iter().map(|entry| Privacy::digits(&entry.value)).collect();
    let lines = texts.par_iter().flat_map_iter(|text| text.lines().filter(|line| words.find(line.text).next().is_some()));
    let found = lines.filter_map(|line| {
        let (span, shown) = account(line.text)
            .filter(|(span, _)| !allowed.contains(&Privacy::digits(&line.text[span.clone()])))
            .or_else(|| house(line.text))?;
        Some(line.finding("private-data", &span, mentions).with("text", shown))
    });
    found.collect::<Vec<_>>().into_iter().collect()
}

const ACCOUNT: [&str; 6] = ["เลขที่บัญชี", "บัญชีเลขที่", "เลขบัญชี", "บัญชีเงินฝาก", "บัญชีธนาคาร", "บัญชีออมทรัพย์"];

/// The number of a bank account soon after the word for one, with its digits hidden.
fn account(line: &str) -> Option<(Range<usize>, String)> {
    const NEAR: usize = 80;
    let (at, word) = ACCOUNT.iter().filter_map(|word| Some((line.find(word)?, *word))).min()?;
    let runs = runs(line);
    let windows = runs.iter().flat_map(|run| (10..=15).flat_map(|digits| run.windows(digits)));
    let near = |span: &Range<usize>| line.get(at + word.len()..span.start).is_some_and(|between| between.chars().count() <= NEAR);
    let window = windows.filter(|window| !window.is_decimal() && !window.has_year()).find(|window| near(&window.span()))?;
    Some((window.span(), format!("{word} {}", masked(window.typed()))))
}

/// A house number and a person with a title in one line; the words without the name.
fn house(line: &str) -> Option<(Range<usize>, String)> {
    let at = line.find(HOUSE)?;
    let number = line[at + HOUSE.len()..].trim_start_matches([' ', '.', ':', '\u{A0}']);
    let digits = number.find(|c: char| !c.is_ascii_digit() && !('๐'..='๙').contains(&c)).unwrap_or(number.len());
    let title = (digits > 0).then(|| title(line)).flatten()?;
    Some((at..at + HOUSE.len(), format!("{HOUSE} … {title}…")))
}

const HOUSE: &str = "บ้านเลขที่";

/// The title before the name of a person. Offices begin with the same letters: นายกเทศมนตรี, นายอำเภอ.
fn title(line: &str) -> Option<&'static str> {
    const TITLES: [&str; 7] = ["นางสาว", "น.ส.", "เด็กชาย", "เด็กหญิง", "นาง", "นาย", "ด.ช."];
    const OFFICES: [&str; 22] = [
        "กเทศ",
        "กองค์การ",
        "กอบต",
        "กอบจ",
        "กรัฐมนตรี",
        "กสภา",
        "กสมาคม",
        "กเมือง",
        "กฯ",
        "ก ",
        "อำเภอ",
        "ช่าง",
        "ทะเบียน",
        "จ้าง",
        "ตรวจ",
        "แพทย์",
        "หน้า",
        "ทหาร",
        "ตำรวจ",
        "ด่าน",
        "รอง",
        "พยาบาล",
    ];
    let is_name = |rest: &str| {
        let rest = rest.trim_start();
        rest.starts_with(|c: char| ('ก'..='ฮ').contains(&c) || ('เ'..='ไ').contains(&c))
            && !OFFICES.iter().any(|office| rest.starts_with(office))
    };
    TITLES.into_iter().find(|title| line.match_indices(title).any(|(at, _)| is_name(&line[at + title.len()..])))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_account_beside_its_word_is_found() {
        let shown = |line| account(line).map(|(_, shown)| shown);
        assert_eq!(shown("เลขที่บัญชี 089-1-23456-7").as_deref(), Some("เลขที่บัญชี xxx-x-xxx56-7"));
        assert_eq!(shown("บัญชีเงินฝากธนาคารกรุงไทย สาขาตัวอย่าง เลขที่ ๐๘๙๑๒๓๔๕๖๗").as_deref(), Some("บัญชีเงินฝาก xxxxxxx๕๖๗"));
        for line in ["บัญชีเงินฝากคงเหลือ 1,234,567,890.12 บาท", "บัญชีรายชื่อ 0891234567", "089-1-23456-7", "เลขที่บัญชี 2564 2565 2566"]
        {
            assert_eq!(shown(line), None, "{line}");
        }
    }

    #[test]
    fn a_house_and_a_person_in_one_line_are_found() {
        for line in ["นายสมชาย ตัวอย่าง อยู่บ้านเลขที่ 12/3 หมู่ 4", "บ้านเลขที่ ๑๒ นางสาว ก", "บ้านเลขที่ 5 ของนายกิตติ"]
        {
            assert!(house(line).is_some(), "{line}");
        }
        for line in ["นายกเทศมนตรีออกเลขบ้านเลขที่ 12", "คำขอบ้านเลขที่ใหม่ของนาย ก", "บ้านเลขที่ 12 หมู่ 4", "นายอำเภอ บ้านเลขที่ 1", "นายกฯ บ้านเลขที่ 1"]
        {
            assert!(house(line).is_none(), "{line}");
        }
    }
}
