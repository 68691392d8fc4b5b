//! The status of a measure: words, and marks in a column per status.

use super::wording::{one_line, plain};
use crate::attachment::grid::{CellContent, CellValue};

/// Status of a measure, without the one that says that none is stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FoundStatus {
    NotStarted,
    InProgress,
    Done,
    Cancelled,
}

/// Written where none is stated.
pub(super) const UNSTATED: &str = "unstated";

/// Words without blanks.
const WORDS: &[(FoundStatus, &[&str])] = &[
    (FoundStatus::NotStarted, &["ยังไม่ดำเนินการ", "ยังไม่ได้ดำเนินการ", "ไม่ได้ดำเนินการ", "ยังไม่เริ่มดำเนินการ", "ยังไม่ได้เริ่มดำเนินการ", "notstarted"]),
    (
        FoundStatus::InProgress,
        &["อยู่ระหว่างดำเนินการ", "อยู่ระหว่างการดำเนินการ", "ระหว่างดำเนินการ", "กำลังดำเนินการ", "อยู่ในระหว่างดำเนินการ", "inprogress"],
    ),
    (
        FoundStatus::Done,
        &[
            "ดำเนินการแล้ว",
            "ดำเนินการเสร็จเรียบร้อยแล้ว",
            "ดำเนินการแล้วเสร็จ",
            "ดำเนินการเสร็จแล้ว",
            "ดำเนินการเสร็จสิ้น",
            "ดำเนินการเสร็จสิ้นแล้ว",
            "ดำเนินการเรียบร้อยแล้ว",
            "แล้วเสร็จ",
            "เสร็จสิ้น",
            "เสร็จสิ้นแล้ว",
            "เสร็จแล้ว",
            "เสร็จเรียบร้อยแล้ว",
            "done",
        ],
    ),
    (FoundStatus::Cancelled, &["ยกเลิก", "ยกเลิกการดำเนินการ", "ยกเลิกโครงการ", "cancelled"]),
];

/// Words that front matter knows itself: no `as_written` is needed.
const OWN_WORDS: [&str; 5] = ["ยังไม่ดำเนินการ", "อยู่ระหว่างดำเนินการ", "ดำเนินการแล้ว", "ดำเนินการเสร็จเรียบร้อยแล้ว", "ยกเลิก"];

const TICKS: [char; 19] = ['/', '✓', '✔', '√', '☑', '☒', 'x', 'X', '✗', '✘', '•', '●', '✅', '×', '■', '\u{2571}', '\u{2215}', '⁄', '╱'];
const EMPTY_BOX: [char; 3] = ['☐', '□', '○'];

impl FoundStatus {
    /// As front matter writes it.
    pub(super) fn key(self) -> &'static str {
        match self {
            FoundStatus::NotStarted => "not_started",
            FoundStatus::InProgress => "in_progress",
            FoundStatus::Done => "done",
            FoundStatus::Cancelled => "cancelled",
        }
    }

    /// The status that plain words say, and nothing else.
    pub(super) fn of_words(plain: &str) -> Option<FoundStatus> {
        WORDS.iter().find(|(_, words)| words.contains(&plain)).map(|(status, _)| *status)
    }
}

/// Content of a cell in a column of one status.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum StatusMark {
    /// Nothing, a dash or an empty box.
    Empty,
    /// A tick as typed, and the words after it.
    Tick(String, String),
    /// Words.
    Words(String),
}

/// Reads a cell in the column of `status`.
pub(super) fn mark(cell: &CellContent, status: FoundStatus) -> StatusMark {
    let text = typed(cell);
    match cell.value {
        CellValue::Boolean(true) => return StatusMark::Tick(text, String::new()),
        CellValue::Boolean(false) => return StatusMark::Empty,
        _ => {}
    }
    if is_empty(&text) || text == "0" {
        return StatusMark::Empty;
    }
    if text == "1" || text.eq_ignore_ascii_case("true") || FoundStatus::of_words(&plain(&text)) == Some(status) {
        return StatusMark::Tick(text, String::new());
    }
    match text.strip_prefix(TICKS) {
        // `x` and `X` are ticks only alone: words begin with them.
        Some(rest) if rest.is_empty() || !text.starts_with(['x', 'X']) => {
            let tick = text.chars().take(1).collect();
            StatusMark::Tick(tick, rest.trim().to_owned())
        }
        _ => StatusMark::Words(text),
    }
}

/// What a column of status in words says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Said {
    Nothing,
    /// A status, its words if front matter does not know them, and other words after it.
    Status {
        status: FoundStatus,
        as_written: Option<String>,
        rest: String,
    },
    /// Ticks before more than one status.
    Several(String),
    /// Other words.
    Words(String),
}

/// Reads a cell of a column of status.
pub(super) fn said(cell: &CellContent) -> Said {
    let text = typed(cell);
    if is_empty(&text) {
        return Said::Nothing;
    }
    let ticked: Vec<&str> = cell.lines.iter().filter_map(|line| line.text.trim().strip_prefix(['☑', '☒', '✓', '✔', '√', '/'])).collect();
    let is_choice = cell.lines.iter().any(|line| line.text.trim().starts_with(EMPTY_BOX));
    match ticked.as_slice() {
        [only] => words(only.trim(), &text),
        [] if is_choice => Said::Words(text),
        [] => words(&text, &text),
        _ => Said::Several(text),
    }
}

fn words(chosen: &str, all: &str) -> Said {
    let (first, rest) = match chosen.find('(') {
        Some(at) => (crate::slice::slice(chosen, ..at).trim(), crate::slice::slice(chosen, at..).trim()),
        None => (chosen, ""),
    };
    match FoundStatus::of_words(&plain(first)) {
        Some(status) => {
            let as_written = (!OWN_WORDS.contains(&plain(first).as_str())).then(|| first.to_owned());
            Said::Status { status, as_written, rest: rest.to_owned() }
        }
        None => Said::Words(all.to_owned()),
    }
}

fn typed(cell: &CellContent) -> String {
    let lines: Vec<&str> =
        cell.lines.iter().map(|line| if line.text.trim().is_empty() { line.number.as_deref().unwrap_or("") } else { &line.text }).collect();
    one_line(&lines.join("\n"))
}

fn is_empty(text: &str) -> bool {
    text.is_empty() || text.chars().all(|c| c.is_whitespace() || matches!(c, '-' | '–' | '—') || EMPTY_BOX.contains(&c))
}
