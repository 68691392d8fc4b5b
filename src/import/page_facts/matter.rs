//! Title, years, round and days from the text around the tables.

use super::doubt::{DoubtKind, Doubts};
use super::item_code::code_in;
use super::known::ItemHint;
use super::paragraph::ImportedParagraph;
use super::wording::{one_line, plain};
use crate::slice::slice;
use crate::thai::{Date, FiscalYear, is_digit, says_something};

/// Letters of a title.
const LONGEST_TITLE: usize = 300;
/// Paragraphs in which a title is looked for.
const SEARCHED: usize = 40;

/// Takes the title: the first bold lines above the first table, else the first short one and those
/// that go on with it.
pub(super) fn title(paragraphs: &mut [ImportedParagraph]) -> Option<String> {
    let is_text = |paragraph: &ImportedParagraph| !paragraph.is_short() || plain(&paragraph.text).starts_with("ตามที่");
    let shows = |paragraph: &ImportedParagraph| !paragraph.is_taken && says_something(&paragraph.text);
    let end = paragraphs
        .iter()
        .take(SEARCHED)
        .position(|paragraph| paragraph.is_below() || is_text(paragraph))
        .unwrap_or(paragraphs.len().min(SEARCHED));
    let above = paragraphs.get_mut(..end)?;
    let bold = above.iter().position(|paragraph| shows(paragraph) && paragraph.is_bold);
    let names_matter = |paragraph: &ImportedParagraph| shows(paragraph) && !is_body_alone(&paragraph.text);
    let first = bold.or_else(|| above.iter().position(names_matter)).or_else(|| above.iter().position(shows))?;
    let mut title = String::new();
    // A line that only names the year is part of the title if the title goes on after it.
    let mut year_line: Option<&mut ImportedParagraph> = None;
    for paragraph in above.iter_mut().skip(first).take(6) {
        let line = paragraph.line();
        if !title.is_empty() && year_line.is_none() && is_year_alone(&line) {
            year_line = Some(paragraph);
            continue;
        }
        let goes_on = title.is_empty()
            || shows(paragraph) && (if bold.is_some() { paragraph.is_bold && !starts_section(&line) } else { goes_on(&line) });
        if !goes_on || title.chars().count() + line.chars().count() > LONGEST_TITLE {
            break;
        }
        let year = year_line.take().map(|paragraph| {
            paragraph.is_taken = true;
            paragraph.line()
        });
        title = one_line(&format!("{title} {} {line}", year.unwrap_or_default()));
        paragraph.is_taken = true;
    }
    (!title.is_empty()).then_some(title)
}

/// `ปีงบประมาณ พ.ศ. 2567`; with `ประจำ` in front, the words are those of the title.
fn is_year_alone(line: &str) -> bool {
    let line = plain(line);
    line.strip_prefix("ปีงบประมาณ").is_some_and(|tail| tail.strip_prefix("พศ").unwrap_or(tail).chars().all(|c| c.is_ascii_digit()))
}

/// Only the name of a body, above the title proper.
fn is_body_alone(line: &str) -> bool {
    const BODIES: [&str; 8] = ["เทศบาล", "องค์การบริหารส่วน", "อบต", "อบจ", "ทต", "ทม", "ที่ว่าการ", "สำนักงาน"];
    const MATTERS: [&str; 8] = ["แผน", "มาตรการ", "รายงาน", "ผลการ", "โครงการ", "วิเคราะห์", "ประเมิน", "ปี"];
    let line = plain(line);
    BODIES.iter().any(|body| line.starts_with(body)) && !MATTERS.iter().any(|word| line.contains(word))
}

fn starts_section(line: &str) -> bool {
    super::list::leading_number(line).is_some() || super::indicator::instrument_in(line).is_some()
}

fn goes_on(line: &str) -> bool {
    let line = plain(line);
    ["ประจำปี", "ปีงบประมาณ", "ของ", "รอบ", "ตาม"].iter().any(|word| line.starts_with(word)) && !line.starts_with("ตามที่")
}

/// The fiscal year: of the title, else of the short lines above the tables.
pub(super) fn fiscal_year(title: Option<&str>, paragraphs: &[ImportedParagraph], doubts: &mut Doubts) -> Option<FiscalYear> {
    let of_title = title.map(years).unwrap_or_default();
    let is_analysis = |paragraph: &ImportedParagraph| {
        let text = plain(&paragraph.text);
        RESULTS.iter().any(|word| text.contains(word))
    };
    let headings = paragraphs.iter().filter(|paragraph| !paragraph.is_below() && paragraph.is_short() && !paragraph.is_taken);
    let found = if of_title.is_empty() {
        headings.filter(|paragraph| !is_analysis(paragraph)).flat_map(|paragraph| years(&paragraph.text)).collect()
    } else {
        of_title
    };
    let first = found.first().copied()?;
    if found.iter().any(|year| *year != first) {
        let all: Vec<String> = found.iter().map(FiscalYear::to_string).collect();
        doubts.add_taken(DoubtKind::YearsDiffer, None, &all.join(", "), first);
    }
    Some(first)
}

/// Years after `ปีงบประมาณ`, with or without `พ.ศ.`
fn years(text: &str) -> Vec<FiscalYear> {
    let text = plain(text);
    let after = text.match_indices("ปีงบประมาณ").map(|(at, word)| slice(&text, at + word.len()..));
    after.filter_map(|tail| year_at(tail.strip_prefix("พศ").unwrap_or(tail))).collect()
}

fn year_at(text: &str) -> Option<FiscalYear> {
    let digits: String = text.chars().take_while(char::is_ascii_digit).take(5).collect();
    FiscalYear::parse(&digits)
}

/// Words for the result of an assessment.
const RESULTS: [&str; 5] = ["ผลการประเมิน", "ผลคะแนน", "คะแนนita", "ผลita", "วิเคราะห์ผล"];
/// Words after which a year is that of something else: `นำผลคะแนนมากำหนดมาตรการ ปีงบประมาณ 2567`.
const OTHERS: [&str; 4] = ["มาตรการ", "แผน", "เพื่อ", "กำหนด"];

/// The year whose result is analysed, where the running text names only one.
pub(super) fn analysed_year(paragraphs: &[ImportedParagraph], doubts: &mut Doubts) -> Option<FiscalYear> {
    const NEAR: usize = 120;
    let mut found: Vec<FiscalYear> = Vec::new();
    for paragraph in paragraphs.iter().filter(|paragraph| !paragraph.is_below()).take(SEARCHED) {
        let text = plain(&paragraph.text);
        for (at, _) in RESULTS.iter().flat_map(|word| text.match_indices(word)) {
            let near: String = slice(&text, at..).chars().take(NEAR).collect();
            let year = near
                .split_once("ปีงบประมาณ")
                .or_else(|| near.split_once("ปีพศ"))
                .filter(|(between, _)| !OTHERS.iter().any(|word| between.contains(word)))
                .and_then(|(_, tail)| year_at(tail.strip_prefix("พศ").unwrap_or(tail)));
            found.extend(year.filter(|year| !found.contains(year)));
        }
    }
    match found.as_slice() {
        [] => None,
        [only] => Some(*only),
        several => {
            let all: Vec<String> = several.iter().map(FiscalYear::to_string).collect();
            doubts.add(DoubtKind::AnalysedYearUnclear, None, &all.join(", "));
            None
        }
    }
}

/// Title and short lines above the tables.
pub(super) fn headings(title: Option<&str>, paragraphs: &[ImportedParagraph]) -> Vec<String> {
    let lines = paragraphs
        .iter()
        .filter(|paragraph| !paragraph.is_below() && !paragraph.is_taken && paragraph.is_short())
        .map(ImportedParagraph::line);
    title.map(str::to_owned).into_iter().chain(lines).collect()
}

/// The round of the report, where only one is named.
pub(super) fn round(title: Option<&str>, paragraphs: &[ImportedParagraph], doubts: &mut Doubts) -> Option<&'static str> {
    const ROUNDS: [(&str, &str); 6] =
        [("รอบ6เดือน", "6m"), ("รอบ12เดือน", "12m"), ("ไตรมาสที่1", "q1"), ("ไตรมาสที่2", "q2"), ("ไตรมาสที่3", "q3"), ("ไตรมาสที่4", "q4")];
    let mut found: Vec<&'static str> = Vec::new();
    let mut typed = String::new();
    for line in headings(title, paragraphs) {
        let text = plain(&line);
        for (_, key) in ROUNDS.iter().filter(|(word, key)| text.contains(word) && !found.contains(key)).collect::<Vec<_>>() {
            found.push(key);
            typed.clone_from(&line);
        }
    }
    if found.len() > 1 {
        doubts.add(DoubtKind::RoundUnclear, None, &typed);
    }
    found.first().copied().filter(|_| found.len() == 1)
}

/// The day of the data: `ณ วันที่ 31 มีนาคม 2564`, above the tables, else in the heading of one of them.
pub(super) fn as_of(title: Option<&str>, paragraphs: &[ImportedParagraph], doubts: &mut Doubts) -> Option<Date> {
    let mut found = days_of_data(headings(title, paragraphs), doubts);
    if found.is_empty() {
        let is_heading = |paragraph: &&ImportedParagraph| {
            let text = plain(&paragraph.text);
            paragraph.is_below()
                && !paragraph.is_taken
                && paragraph.is_short()
                && ["ผล", "รายงาน", "ข้อมูล"].iter().any(|word| text.starts_with(word))
        };
        found = days_of_data(paragraphs.iter().filter(is_heading).map(ImportedParagraph::line).collect(), doubts);
    }
    if found.len() > 1 {
        let all: Vec<String> = found.iter().map(Date::to_string).collect();
        doubts.add(DoubtKind::AsOfUnclear, None, &all.join(", "));
    }
    found.first().copied().filter(|_| found.len() == 1)
}

fn days_of_data(lines: Vec<String>, doubts: &mut Doubts) -> Vec<Date> {
    let mut found: Vec<Date> = Vec::new();
    for line in lines {
        let line = one_line(&line);
        for word in ["ณ วันที่", "ข้อมูล ณ"] {
            let Some((_, tail)) = line.split_once(word).filter(|(before, _)| !is_issued(before)) else { continue };
            match date_at(tail) {
                Some(day) if !found.contains(&day) => found.push(day),
                Some(_) => {}
                None if word == "ณ วันที่" => doubts.add(DoubtKind::DateUnread, None, &line),
                None => {}
            }
        }
    }
    found
}

/// `ประกาศ ณ วันที่`: the day of the document, not of the data.
fn is_issued(before: &str) -> bool {
    ["ประกาศ", "ให้ไว้", "สั่ง", "แถลง"].iter().any(|word| before.trim_end().ends_with(word))
}

/// The date at the start of a text: `31 มีนาคม (พ.ศ.) 2564`.
pub(super) fn date_at(text: &str) -> Option<Date> {
    let text = text.trim_start().replace("พ.ศ.", " ").replace("เดือน", " ");
    let words: Vec<&str> = text.split_whitespace().take(3).collect();
    let first = words.first().copied()?.trim_end_matches([')', ',', '.']);
    let joined = words.join(" ");
    let trimmed = joined.trim_end_matches(|c: char| !is_digit(c));
    [trimmed, first].into_iter().find_map(|text| Date::parse(text).ok()).map(|parsed| parsed.date)
}

/// The first code of a checklist item: `O42`, `O๔๒`, `OIT 42`.
pub(super) fn item(paragraphs: &[ImportedParagraph]) -> Option<ItemHint> {
    paragraphs.iter().filter(|paragraph| !paragraph.is_below()).take(SEARCHED).find_map(|paragraph| {
        let code = code_in(&paragraph.text)?;
        Some(ItemHint { code, place: paragraph.place.clone() })
    })
}

#[cfg(test)]
mod tests {
    use super::super::paragraph::Side;
    use super::*;
    use crate::attachment::TextPosition;
    use crate::attachment::grid::{CellLine, GridParagraph};

    #[test]
    fn years_and_dates_are_found_in_headings() {
        let numbers = |text| years(text).into_iter().map(FiscalYear::number).collect::<Vec<_>>();
        assert_eq!(numbers("แผน ประจำปีงบประมาณ พ.ศ. ๒๕๖๖"), [2566]);
        assert_eq!(numbers("ปีงบประมาณ พ.ศ.2565 เพื่อใช้ในปี งบประมาณ 2566"), [2565, 2566]);
        assert_eq!(numbers("ปีงบประมาณ 66"), [] as [u16; 0]);
        for (text, year) in [
            ("คณะทำงานวิเคราะห์ผลคะแนน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๖ และกำหนดมาตรการดังนี้", Some(2566)),
            ("ผลการประเมินคุณธรรม (ITA) ปี พ.ศ. 2566", Some(2566)),
            ("นำผลคะแนน ITA มากำหนดมาตรการ ปีงบประมาณ 2567", None),
            ("ผลการประเมิน ITA", None),
        ] {
            let line = CellLine { text: text.to_owned(), ..CellLine::default() };
            let paragraph = GridParagraph { place: TextPosition::Paragraph(1), line };
            let paragraph = ImportedParagraph::of(&paragraph, Side::Above);
            let found = analysed_year(&[paragraph], &mut Doubts::default());
            assert_eq!(found.map(FiscalYear::number), year, "{text}");
        }
        for text in ["31 มีนาคม 2564", " ๓๑ มีนาคม พ.ศ. ๒๕๖๔)", "31/03/2564 เป็นต้นไป", "31 มี.ค. 2564 ครบ"]
        {
            assert_eq!(date_at(text).map(|day| day.to_string()).as_deref(), Some("2021-03-31"), "{text}");
        }
        assert_eq!(date_at("สิ้นเดือน"), None);
    }
}
