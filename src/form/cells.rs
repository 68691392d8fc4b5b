//! Values of front matter as texts of cells, and back.

use serde_json::Value;

use super::columns::{ColumnKind, FormColumn};
use crate::base::{ItemCode, Lang};
use crate::content::front_matter::{Cadence, Status};
use crate::thai::{Date, Digits, Month, composed, to_arabic};
use crate::words::form as words;

/// Why a text is no value of its column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CellFault {
    /// No month of a year with four digits.
    Month,
    /// No whole number.
    Number,
    /// No code of an item.
    Item,
    /// None of the words to choose from.
    Choice,
}

/// The text of a cell for an entry of the list, as [`Declared::written`](crate::yaml::Declared) gives it.
pub(super) fn text_of(column: &FormColumn, written: &Value) -> String {
    text(column.kind, value_at(written, column.path))
}

/// The value at a path, without the wordings of papers.
pub(super) fn value_at<'v>(written: &'v Value, path: &[&str]) -> &'v Value {
    path.iter().try_fold(plain(written), |value, key| value.get(key).map(plain)).unwrap_or(&Value::Null)
}

/// `{value: …, as_written: …}` without the wording.
fn plain(value: &Value) -> &Value {
    value.get("as_written").and(value.get("value")).unwrap_or(value)
}

/// The text of a value in a column of a kind.
pub(super) fn text(kind: ColumnKind, value: &Value) -> String {
    let items: Vec<String> = match plain(value) {
        Value::Null => return String::new(),
        Value::Array(items) => items.iter().map(|item| one(kind, plain(item))).collect(),
        single => vec![one(kind, single)],
    };
    match kind {
        ColumnKind::Numbers | ColumnKind::Codes | ColumnKind::Items => items.join(", "),
        ColumnKind::Text => items.concat(),
        // An item of several lines would come back as several items.
        _ => items.iter().map(|item| item.split_whitespace().collect::<Vec<_>>().join(" ")).collect::<Vec<_>>().join("\n"),
    }
}

fn one(kind: ColumnKind, value: &Value) -> String {
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let word = match kind {
        ColumnKind::Month => Month::parse(&text).ok().map(|month| month.date.short(Digits::Arabic)),
        ColumnKind::Status => Status::named(&text).map(|status| status_word(status, Lang::default()).to_owned()),
        ColumnKind::Cadence => Cadence::named(&text).map(|cadence| cadence_word(cadence, Lang::default()).to_owned()),
        _ => None,
    };
    word.unwrap_or(text)
}

/// What a text says in a column; `Null` for an empty one.
pub(super) fn value(kind: ColumnKind, text: &str, stored: Option<Month>) -> Result<Value, CellFault> {
    let text = comparable(text);
    if text.is_empty() {
        return Ok(Value::Null);
    }
    let lines = || text.lines().map(str::to_owned);
    Ok(match kind {
        ColumnKind::Key | ColumnKind::Plan | ColumnKind::Text => text.into(),
        ColumnKind::Lines | ColumnKind::Units => lines().map(Value::from).collect(),
        ColumnKind::Evidence | ColumnKind::Codes => codes(&text).map(Value::from).collect(),
        ColumnKind::Numbers => codes(&text).map(|code| number(code).ok_or(CellFault::Number)).collect::<Result<_, _>>()?,
        ColumnKind::Items => {
            let code = |text: &str| ItemCode::parse(text).map(|code| Value::from(code.to_string()));
            codes(&text).map(|text| code(text).ok_or(CellFault::Item)).collect::<Result<_, _>>()?
        }
        ColumnKind::Month => month(&text, stored).ok_or(CellFault::Month)?.to_string().into(),
        ColumnKind::Status => status(&text).ok_or(CellFault::Choice)?.key().into(),
        ColumnKind::Cadence => lines()
            .map(|line| cadence(&line).map(|cadence| Value::from(cadence.key())).ok_or(CellFault::Choice))
            .collect::<Result<_, _>>()?,
    })
}

/// A text by which cells are compared: without empty lines and surplus spaces, which programs add.
pub(super) fn comparable(text: &str) -> String {
    let composed = composed(text);
    let lines = composed.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// The words for the statuses to choose from.
pub(super) fn status_word(status: Status, lang: Lang) -> &'static str {
    match status {
        Status::NotStarted => words::not_started(lang),
        Status::InProgress => words::in_progress(lang),
        Status::Done => words::done(lang),
        Status::Cancelled => words::cancelled(lang),
        Status::Unstated => words::unstated(lang),
    }
}

/// The words for reporting intervals.
pub(super) fn cadence_word(cadence: Cadence, lang: Lang) -> &'static str {
    match cadence {
        Cadence::Monthly => words::monthly(lang),
        Cadence::Quarterly => words::quarterly(lang),
        Cadence::SixMonths => words::six_months(lang),
        Cadence::TwelveMonths => words::twelve_months(lang),
        Cadence::Yearly => words::yearly(lang),
    }
}

fn status(text: &str) -> Option<Status> {
    let is_word = |status: &&Status| Lang::ALL.iter().any(|lang| status_word(**status, *lang) == text);
    Status::named(text).or_else(|| Status::ALL.iter().find(is_word).copied())
}

fn cadence(text: &str) -> Option<Cadence> {
    let is_word = |cadence: &&Cadence| Lang::ALL.iter().any(|lang| cadence_word(**cadence, *lang) == text);
    Cadence::named(text).or_else(|| Cadence::ALL.iter().find(is_word).copied())
}

/// A day is taken for its month, as in front matter.
fn month(text: &str, stored: Option<Month>) -> Option<Month> {
    let of_day = || Date::parse(text).ok().map(|day| day.date.month());
    stored.or_else(|| Month::parse(text).ok().map(|month| month.date)).or_else(of_day)
}

fn codes(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';')).filter(|code| !code.is_empty())
}

fn number(text: &str) -> Option<Value> {
    to_arabic(text).parse::<u32>().ok().map(Value::from)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn values_become_the_words_of_officers_and_come_back() {
        for (kind, value_of, shown) in [
            (ColumnKind::Text, json!("จัดทำคู่มือ"), "จัดทำคู่มือ"),
            (ColumnKind::Lines, json!(["ก ข", {"value": "ค", "as_written": "ฃ"}]), "ก ข\nค"),
            (ColumnKind::Numbers, json!([6, 7]), "6, 7"),
            (ColumnKind::Codes, json!(["E1", "I2"]), "E1, I2"),
            (ColumnKind::Items, json!(["O42"]), "O42"),
            (ColumnKind::Month, json!("2022-10"), "ต.ค. 2565"),
            (ColumnKind::Status, json!("in_progress"), "อยู่ระหว่างดำเนินการ"),
            (ColumnKind::Cadence, json!(["6m", "12m"]), "รอบ 6 เดือน\nรอบ 12 เดือน"),
            (ColumnKind::Text, Value::Null, ""),
        ] {
            assert_eq!(text(kind, &value_of), shown);
            let back = value(kind, shown, None).unwrap();
            assert_eq!(text(kind, &back), shown, "{kind:?}");
        }
    }

    #[test]
    fn what_people_type_is_understood_or_refused() {
        let month = |text| value(ColumnKind::Month, text, None).ok().and_then(|month| month.as_str().map(str::to_owned));
        for typed in ["ต.ค. 2565", "ตุลาคม ๒๕๖๕", "2565-10", "10/2565", "2022-10", "31 ต.ค. 2565", "ตุลาคม พ.ศ. 2565"]
        {
            assert_eq!(month(typed).as_deref(), Some("2022-10"), "{typed}");
        }
        assert_eq!(value(ColumnKind::Month, "44835", Date::new(2022, 10, 1).map(Date::month)), Ok(json!("2022-10")), "a day of Excel");
        assert_eq!((month("ต.ค. 65"), month("ปลายปี")), (None, None));
        assert_eq!(value(ColumnKind::Numbers, "๖; 7\n8", None), Ok(json!([6, 7, 8])));
        assert_eq!(value(ColumnKind::Numbers, "หก", None), Err(CellFault::Number));
        assert_eq!(value(ColumnKind::Items, "o๔๒ O43", None), Ok(json!(["O42", "O43"])));
        assert_eq!(value(ColumnKind::Status, "ดำเนินการเสร็จเรียบร้อยแล้ว", None), Ok(json!("done")));
        assert_eq!(value(ColumnKind::Status, "เสร็จ", None), Err(CellFault::Choice));
        assert_eq!(value(ColumnKind::Lines, " ก \n\n  ข  ค ", None), Ok(json!(["ก", "ข ค"])));
    }
}
