//! Questions of the surveys: codes, wordings and scores.

use std::collections::HashMap;

use serde_json::Value;

use super::doubt::{DoubtKind, Doubts};
use super::fields::{Object, spanned};
use super::number::{FoundNumber, numbers};
use super::wording::{one_line, plain};
use crate::attachment::TextPosition;
use crate::attachment::grid::CellContent;
use crate::slice::slice;
use crate::thai::{is_digit, to_arabic};

/// A question as a cell gives it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Asked {
    /// `E1`, `I21`.
    pub(super) code: String,
    /// Its code as typed, if that is another.
    as_written: Option<String>,
    score: Option<Value>,
    text: String,
}

/// The code at the start of a text: `E๑`, `I 21`, and `1๒๑` where OCR reads the letter I as a digit.
pub(super) fn code(text: &str) -> Option<(String, &str)> {
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '(' | '-' | '•'));
    let first = text.chars().next()?;
    let rest = slice(text, first.len_utf8()..);
    let digits_at = rest.trim_start();
    let digits: String = digits_at.chars().take(3).take_while(|c| is_digit(*c)).collect();
    let after = digits_at.strip_prefix(digits.as_str())?;
    let number: u32 = to_arabic(&digits).parse().ok().filter(|number| (1..=40).contains(number))?;
    let is_thai = digits.chars().all(|c| !c.is_ascii_digit());
    let letter = match first {
        'E' | 'e' => 'E',
        'I' | 'i' => 'I',
        // The digit or letter only stands for I before Thai digits: `121` is a number.
        '1' | 'l' | '|' | 'ๅ' if is_thai && rest == digits_at => 'I',
        _ => return None,
    };
    (!after.starts_with(is_digit)).then(|| (format!("{letter}{number}"), after))
}

/// The questions of cells. Lines before the first code are returned as they stand.
pub(super) fn asked(cells: &[&CellContent], doubts: &mut Doubts) -> (Vec<Asked>, Vec<String>) {
    let place = cells.first().map(|cell| &cell.place);
    let mut texts: Vec<String> = Vec::new();
    let mut before = Vec::new();
    for line in cells.iter().flat_map(|cell| &cell.lines) {
        for piece in at_codes(&one_line(&line.text)) {
            match texts.last_mut() {
                _ if code(piece).is_some() => texts.push(piece.to_owned()),
                Some(above) => {
                    above.push(' ');
                    above.push_str(piece);
                }
                None => before.push(piece.to_owned()),
            }
        }
    }
    (texts.iter().filter_map(|text| one(text, place, doubts)).collect(), before)
}

/// Cuts a line before each code that stands after a blank.
fn at_codes(line: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for (at, _) in line.match_indices(' ') {
        let after = slice(line, at + 1..);
        // Within a line only plain codes: a score may look like a damaged one.
        if after.starts_with(['E', 'I']) && code(after).is_some() {
            pieces.push(slice(line, start..at).trim());
            start = at + 1;
        }
    }
    pieces.push(slice(line, start..).trim());
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

fn one(text: &str, place: Option<&TextPosition>, doubts: &mut Doubts) -> Option<Asked> {
    let (code, rest) = code(text)?;
    let typed = text.strip_suffix(rest).unwrap_or_default().trim_matches([' ', '(', '-', '•']).to_owned();
    let is_clean = to_arabic(&typed).replace(' ', "").eq_ignore_ascii_case(&code);
    if !is_clean {
        doubts.add_taken(DoubtKind::QuestionCode, place, &typed, &code);
    }
    let rest = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ')' | '.' | ':'));
    let (wording, found, tail) = scored_text(rest);
    let around = |c: char| c.is_whitespace() || matches!(c, '(' | ')' | ':' | '=' | '.' | '%');
    let text = match &found {
        Some(_) => one_line(&format!("{} {}", wording.trim_end_matches(around), tail.trim_matches(around))),
        None => one_line(wording),
    };
    let score = found.map(|found| found.written(place, doubts));
    Some(Asked { code, as_written: (!is_clean).then_some(typed), score, text })
}

/// A wording, its score beside the last `คะแนน`, and what stands after that.
fn scored_text(text: &str) -> (&str, Option<FoundNumber<'_>>, &str) {
    const WORD: &str = "คะแนน";
    let Some(at) = text.rfind(WORD) else { return marked_score(text).unwrap_or((text, None, "")) };
    let (wording, tail) = (slice(text, ..at), slice(text, at + WORD.len()..));
    if let Some(found) = numbers(tail).next().filter(|found| found.before.chars().all(|c| !c.is_alphanumeric())) {
        let after = found.after;
        return (wording, Some(found), after);
    }
    match numbers(wording).last().filter(|found| found.after.trim().is_empty()) {
        Some(found) => (found.before, Some(found), tail),
        None => (text, None, ""),
    }
}

/// A score at the end without the word: `(85.71)`, `: 66.67 %`, `ร้อยละ 81.20`. A number without
/// decimals may be part of the wording.
fn marked_score(text: &str) -> Option<(&str, Option<FoundNumber<'_>>, &str)> {
    const PERCENT: &str = "ร้อยละ";
    let is_mark = |c: char| c.is_whitespace() || matches!(c, '(' | '[' | ':' | '=');
    let found = numbers(text).last().filter(|found| found.typed.contains(['.', ',']))?;
    let ends = found.after.chars().all(|c| c.is_whitespace() || matches!(c, ')' | ']' | '%' | '.'));
    let before = found.before.trim_end();
    let wording = before.strip_suffix(PERCENT).unwrap_or(before).trim_end_matches(is_mark);
    (ends && wording.len() < before.len()).then_some((wording, Some(found), ""))
}

/// The questions of a page, each once.
#[derive(Default)]
pub(super) struct Questions {
    asked: Vec<Asked>,
    by_code: HashMap<String, usize>,
}

impl Questions {
    /// Adds questions, with scores from a column of their own if they have none.
    pub(super) fn add(&mut self, asked: Vec<Asked>, place: Option<&TextPosition>, doubts: &mut Doubts) {
        for question in asked {
            let Some(first) = self.by_code.get(&question.code).and_then(|at| self.asked.get_mut(*at)) else {
                self.by_code.insert(question.code.clone(), self.asked.len());
                self.asked.push(question);
                continue;
            };
            if question.score.is_some() && first.score.is_none() {
                first.score.clone_from(&question.score);
            }
            let is_same = plain(&first.text) == plain(&question.text) && (question.score.is_none() || first.score == question.score);
            if !is_same {
                let text = format!("{} {}", question.code, question.text);
                doubts.add_taken(DoubtKind::QuestionTwice, place, &text, &first.text);
            }
        }
    }

    /// As front matter writes them.
    pub(super) fn written(self) -> Value {
        let write = |question: Asked| {
            let mut object = Object::default();
            object.put("id", spanned(question.code.into(), question.as_written));
            object.put_found("score", question.score);
            object.put_found("text", question.text);
            object.into_value()
        };
        self.asked.into_iter().map(write).collect()
    }
}

/// Gives questions without a score those of a column of scores, line by line.
pub(super) fn scored(asked: &mut [Asked], cells: &[&CellContent], doubts: &mut Doubts) {
    let texts: Vec<(&TextPosition, String)> = cells
        .iter()
        .flat_map(|cell| cell.lines.iter().map(|line| (&cell.place, line.text.trim().to_owned())))
        .filter(|(_, text)| !text.is_empty())
        .collect();
    if texts.len() != asked.len() {
        for (place, text) in &texts {
            doubts.add(DoubtKind::UnplacedScore, Some(place), text);
        }
        return;
    }
    for (question, (place, text)) in asked.iter_mut().zip(&texts) {
        match numbers(text).next() {
            Some(found) => question.score = Some(found.written(Some(place), doubts)),
            None => doubts.add(DoubtKind::ScoreUnread, Some(place), text),
        }
    }
}
