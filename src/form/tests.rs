//! Forms there and back: what nobody changed stays byte for byte, what was changed is all that changes.

mod round_trip;

use std::path::Path;

use super::book::{FormChoices, FormSheet, form_of, texts};
use super::changes::{FormChanges, changes};
use super::layout::{HEAD_ROW, SheetTexts, sheets};
use super::page_rows::PageRows;
use super::verified::verified;
use super::*;
use crate::attachment::TextPosition;
use crate::attachment::grid::{CellContent, CellLine, CellValue, Grid, GridBlock, GridCell, GridDocument, GridRow, Remark, RemarkKind};
use crate::base::{ItemCode, Lang, RelPath};
use crate::diagnostics::Purpose;
use crate::pipeline::Request;
use crate::scaffold::{BegunSite, begin, new_items};
use crate::thai::{Date, FiscalYear};
use crate::yaml::YamlLimits;

const LIMITS: YamlLimits = YamlLimits { bytes: 1 << 20, depth: 32 };

fn file() -> RelPath {
    RelPath::new("content/2566/o43.md").unwrap()
}

/// What a reader of workbooks makes of sheets.
fn document(sheets: &[SheetTexts]) -> GridDocument {
    let cell = |sheet: &SheetTexts, row: usize, column: usize, text: &str| match text {
        "" => GridCell::Missing,
        text => GridCell::Own(CellContent {
            fill: None,
            place: TextPosition::Cell { sheet: sheet.name.as_str().into(), row: row as u32, column: column as u32 },
            row_span: 1,
            column_span: 1,
            lines: text.lines().map(|line| CellLine { text: line.to_owned(), ..CellLine::default() }).collect(),
            value: CellValue::Text,
        }),
    };
    let grid = |sheet: &SheetTexts| {
        let width = sheet.rows.iter().map(Vec::len).max().unwrap_or_default();
        let row = |(at, row): (usize, &Vec<String>)| {
            let texts = (0..width).map(|column| cell(sheet, at, column, row.get(column).map_or("", String::as_str)));
            GridRow { is_heading: false, cells: texts.collect() }
        };
        GridBlock::Grid(Grid { name: Some(sheet.name.clone()), rows: sheet.rows.iter().enumerate().map(row).collect() })
    };
    GridDocument { blocks: sheets.iter().map(grid).collect(), remarks: Vec::new() }
}

fn book(page: &PageRows<'_>) -> FormBook {
    let sheet = |table| FormSheet { table, rows: texts(table, page.rows(table), &[]) };
    FormBook {
        year: FiscalYear::new(2566).unwrap(),
        item: ItemCode::parse("O43").unwrap(),
        page: Some(file()),
        title: "แผน".to_owned(),
        sheets: FormTable::ALL.map(sheet).into(),
        choices: FormChoices::default(),
    }
}

/// Types a text into a cell: `row` counts from the first below the headings.
fn typed(sheets: &mut [SheetTexts], table: FormTable, row: usize, heading: &str, text: &str) {
    let column = table.columns().iter().position(|column| (column.heading)(Lang::English) == heading).unwrap();
    let rows = &mut sheets.iter_mut().find(|sheet| sheet.table == Some(table)).unwrap().rows;
    while rows.len() <= HEAD_ROW + 1 + row {
        rows.push(vec![String::new(); table.columns().len()]);
    }
    rows[HEAD_ROW + 1 + row][column] = text.to_owned();
}

type Typed<'a> = (FormTable, usize, &'a str, &'a str);

/// The page `now` after a form made of `before` was filled in, and the kinds of doubts.
fn applied(before: &str, now: &str, cells: &[Typed<'_>]) -> (String, Vec<FormDoubtKind>) {
    let page = PageRows::read(&file(), before, LIMITS).unwrap();
    let mut sheets = sheets(&book(&page), Lang::Thai);
    cells.iter().for_each(|(table, row, heading, text)| typed(&mut sheets, *table, *row, heading, text));
    let form = read(&document(&sheets)).unwrap().unwrap();
    let page = PageRows::read(&file(), now, LIMITS).unwrap();
    let changes = changes(&form, Some(&page));
    let after = verified(&file(), &page, &changes, LIMITS)
        .unwrap_or_else(|| panic!("not safe: {cells:?}\n{}", crate::rename::edited(now, &edits::edits(&page, &changes))));
    (after, changes.doubts.iter().map(|doubt| doubt.kind).collect())
}

const M: FormTable = FormTable::Measures;
const P: FormTable = FormTable::Progress;

#[test]
fn a_value_changes_in_its_place_and_style() {
    for (before, cell, after) in [
        ("  - id: m1\n    title: ก # ข\n", (M, 0, "measure", "ค: ง"), "  - id: m1\n    title: \"ค: ง\" # ข\n"),
        ("  - {id: m1, title: 'ก'} # ข\n", (M, 0, "measure", "ค's"), "  - {id: m1, title: 'ค''s'} # ข\n"),
        (
            "  - id: m1\n    title: |\n      ก\n      ข\n    budget: ค\n",
            (M, 0, "measure", "ง"),
            "  - id: m1\n    title: ง\n    budget: ค\n",
        ),
        ("  - id: m1\n    title: ก\n      ข\n", (M, 0, "measure", "ง"), "  - id: m1\n    title: ง\n"),
        ("  - id: m1\n    title: {value: ก, as_written: ฃ} # ข\n", (M, 0, "measure", "ค"), "  - id: m1\n    title: ค # ข\n"),
        (
            "  - id: m1\n    period: {from: 2022-10, to: 2023-09}\n",
            (M, 0, "to (month)", "มี.ค. ๒๕๖๖"),
            "  - id: m1\n    period: {from: 2022-10, to: 2023-03}\n",
        ),
        (
            "  - id: m1\n    period:\n      from: 2022-10\n    budget: ก\n",
            (M, 0, "to (month)", "2566-03"),
            "  - id: m1\n    period:\n      from: 2022-10\n      to: 2023-03\n    budget: ก\n",
        ),
        // The words of a paper go with the value that they were for.
        (
            "  - id: m1\n    period: {value: {from: 2022-10, to: 2022-12}, as_written: ปลายปี} # ก\n",
            (M, 0, "to (month)", "พ.ย. 2565"),
            "  - id: m1\n    period: {from: 2022-10, to: 2022-11} # ก\n",
        ),
        // Added where it is declared; comments stay.
        (
            "  - id: m1 # ก\n    # ข\n    budget: ค\n",
            (M, 0, "from (month)", "ต.ค. 2565"),
            "  - id: m1 # ก\n    period: {from: 2022-10}\n    # ข\n    budget: ค\n",
        ),
        (
            "  - {id: m1, budget: ค}\n",
            (M, 0, "units responsible", "กองคลัง\nกองช่าง"),
            "  - {id: m1, responsible: {units: [กองคลัง, กองช่าง]}, budget: ค}\n",
        ),
        ("- id: m1\n", (M, 0, "steps", "ก, ข\nค"), "- id: m1\n  steps:\n    - ก, ข\n    - ค\n"),
        // Keys without values, as `new item` writes them.
        (
            "  - id: m1\n    steps:  # ขั้นตอน\n    budget:  # ตามที่พิมพ์ไว้\n",
            (M, 0, "steps", "ก"),
            "  - id: m1\n    steps:  # ขั้นตอน\n      - ก\n    budget:  # ตามที่พิมพ์ไว้\n",
        ),
        ("  - id: m1\n    budget:  # ตามที่พิมพ์ไว้\n", (M, 0, "budget", "ไม่ใช้"), "  - id: m1\n    budget: ไม่ใช้  # ตามที่พิมพ์ไว้\n"),
        ("  - id: m1\n    budget: ~\n", (M, 0, "budget", "ไม่ใช้"), "  - id: m1\n    budget: ไม่ใช้\n"),
        ("  - {id: m1, budget: }\n", (M, 0, "budget", "ไม่ใช้"), "  - {id: m1, budget: ไม่ใช้ }\n"),
        // Taken away: the key stays.
        ("  - id: m1\n    title: ง\n    budget: ก # ข\n", (M, 0, "budget", ""), "  - id: m1\n    title: ง\n    budget: # ข\n"),
        ("  - {id: m1, title: ก, budget: ข}\n", (M, 0, "budget", ""), "  - {id: m1, title: ก, budget: null}\n"),
        (
            "  - id: m1\n    title: ก\n    steps:\n      - ข\n      - ค\n    budget: ง\n",
            (M, 0, "steps", ""),
            "  - id: m1\n    title: ก\n    steps:\n    budget: ง\n",
        ),
    ] {
        let front = |text: &str| format!("---\ntitle: แผน\nmeasures:\n{text}unit: กองคลัง # เจ้าของ\n---\n\nเนื้อหา\n");
        for end in ["\n", "\r\n"] {
            let (before, after) = (front(before).replace('\n', end), front(after).replace('\n', end));
            assert_eq!(applied(&before, &before, &[cell]), (after, Vec::new()));
        }
    }
}

#[test]
fn entries_of_a_list_that_stay_are_not_touched() {
    let list = "  - id: m1\n    steps:\n      - ก # หนึ่ง\n      # สอง\n      - {value: ข, as_written: ฃ}\n      - \"ค\"\n    budget: ง\n";
    let flow = "  - id: m1\n    steps: [ก, {value: ข, as_written: ฃ}, \"ค\"] # ดู\n    budget: ง\n";
    for (before, steps, after) in [
        (list, "ก\nข\nค\nจ", list.replace("\"ค\"\n", "\"ค\"\n      - จ\n")),
        (list, "จ\nก\nข\nค", list.replace("      - ก #", "      - จ\n      - ก #")),
        (list, "ก\nจ\nค", list.replace("{value: ข, as_written: ฃ}", "จ")),
        (list, "ก\nข\nจ", list.replace("\"ค\"", "\"จ\"")),
        (list, "ก\nค", list.replace("      - {value: ข, as_written: ฃ}\n", "")),
        (list, "ก\nข", list.replace("      - \"ค\"\n", "")),
        (list, "ข\nค", list.replace("      - ก # หนึ่ง\n", "")),
        (flow, "ก\nข\nค\nจ, ฉ", flow.replace("\"ค\"]", "\"ค\", \"จ, ฉ\"]")),
        (flow, "จ\nก\nข\nค", flow.replace("[ก", "[จ, ก")),
        (flow, "ก\nค", flow.replace(", {value: ข, as_written: ฃ}", "")),
        (flow, "ข\nค", flow.replace("[ก, ", "[")),
        (flow, "", flow.replace(" [ก, {value: ข, as_written: ฃ}, \"ค\"]", "")),
        ("  - id: m1\n    steps: ก # ดู\n", "ก\nข", "  - id: m1\n    steps: [ก, ข] # ดู\n".to_owned()),
        ("  - id: m1\n    steps: []\n", "ก\nข", "  - id: m1\n    steps: [ก, ข]\n".to_owned()),
    ] {
        let front = |text: &str| format!("---\nmeasures:\n{text}---\n");
        assert_eq!(applied(&front(before), &front(before), &[(M, 0, "steps", steps)]), (front(&after), Vec::new()), "{steps}");
    }
}

#[test]
fn new_rows_come_after_the_others() {
    let new = [(M, 1, "measure", "ข"), (M, 1, "indicators", "6 ๗"), (M, 2, "budget", "ค")];
    for (before, after) in [
        (
            "measures:\n  - id: m1 # หนึ่ง\nunit: ก\n",
            "measures:\n  - id: m1 # หนึ่ง\n  - id: m2\n    title: ข\n    addresses: {indicators: [6, 7]}\n  - id: m3\n    budget: ค\nunit: ก\n",
        ),
        ("measures: [{id: m1}]\n", "measures: [{id: m1}, {id: m2, title: ข, addresses: {indicators: [6, 7]}}, {id: m3, budget: ค}]\n"),
    ] {
        let front = |text: &str| format!("---\n{text}---\n");
        assert_eq!(applied(&front(before), &front(before), &new), (front(after), Vec::new()));
    }
    let entry = [(P, 0, "measure ids", "m1"), (P, 0, "status", "ดำเนินการแล้ว"), (P, 1, "measure ids", "m2\nm3"), (P, 1, "remark", "ข")];
    let made = "    - measure: m1\n      status: done\n    - measures: [m2, m3]\n      remark: ข\n";
    for (before, after) in [
        ("title: ก\nunit: ข\n", format!("title: ก\nunit: ข\nprogress:\n  entries:\n{made}")),
        ("progress:\n  of: {item: O42}\nunit: ข\n", format!("progress:\n  of: {{item: O42}}\n  entries:\n{made}unit: ข\n")),
        ("progress:\n  entries:  # ผล\nunit: ข\n", format!("progress:\n  entries:  # ผล\n{made}unit: ข\n")),
        ("progress: # ผล\nunit: ข\n", format!("progress: # ผล\n  entries:\n{made}unit: ข\n")),
    ] {
        let front = |text: &str| format!("---\n{text}---\n");
        assert_eq!(applied(&front(before), &front(before), &entry), (front(&after), Vec::new()));
    }
}

#[test]
fn a_form_that_is_imported_again_makes_no_row_twice() {
    let front = |text: &str| format!("---\n{text}---\n");
    let before = front("measures:\n  - id: m1\n    title: ก\n");
    let new = [(M, 1, "measure", "ข"), (M, 2, "measure", "ข"), (M, 3, "budget", "ค")];
    let (once, doubts) = applied(&before, &before, &new);
    assert_eq!((once.matches("title: ข").count(), once.matches("budget").count(), doubts), (2, 1, vec![]), "{once}");
    assert_eq!(applied(&before, &once, &new), (once.clone(), vec![]));
    // What was filled in since is added, and what differs is said.
    let more = [&new[..], &[(M, 1, "budget", "ง"), (M, 2, "budget", "จ")]].concat();
    let (twice, doubts) = applied(&before, &once, &more);
    assert_eq!((twice.matches("title: ข").count(), doubts), (2, vec![]), "{twice}");
    assert!(twice.contains("budget: ง") && twice.contains("budget: จ"), "{twice}");
    let other = [(M, 1, "measure", "ข"), (M, 1, "budget", "ฉ"), (M, 2, "measure", "ข"), (M, 3, "budget", "ค")];
    let (kept, doubts) = applied(&before, &twice, &other);
    assert_eq!(kept, twice);
    assert!(doubts.contains(&FormDoubtKind::Conflict), "{doubts:?}");
}

#[test]
fn what_is_hidden_in_a_form_is_not_taken_for_deleted() {
    let text = "---\nmeasures:\n  - id: m1\n    title: ก\n---\n";
    let page = PageRows::read(&file(), text, LIMITS).unwrap();
    let whole = sheets(&book(&page), Lang::Thai);
    for kind in [RemarkKind::HiddenRow, RemarkKind::HiddenColumn] {
        let mut hidden = document(&whole);
        let place = Some(TextPosition::Cell { sheet: whole[0].name.as_str().into(), row: 4, column: 0 });
        hidden.remarks.push(Remark { place, kind, text: "5".to_owned() });
        assert_eq!(read(&hidden), Some(Err(FormRefusal::Hidden { sheet: whole[0].name.clone(), lines: "5".to_owned() })));
    }
    let mut beside = document(&whole);
    let place = Some(TextPosition::Cell { sheet: "Sheet9".into(), row: 4, column: 0 });
    beside.remarks.push(Remark { place, kind: RemarkKind::HiddenRow, text: "5".to_owned() });
    assert!(read(&beside).is_some_and(|form| form.is_ok()));
}

#[test]
fn what_somebody_else_changed_is_shown_and_never_lost() {
    let before = "---\nmeasures:\n  - id: m1\n    title: ก\n    budget: ข\n  - id: m2\n    title: ค\n---\n";
    let now = before.replace("title: ก", "title: ก ใหม่").replace("budget: ข", "budget: ข ใหม่");
    let both = applied(before, &now, &[(M, 0, "measure", "อื่น")]);
    assert_eq!(both, (now.clone(), vec![FormDoubtKind::Conflict, FormDoubtKind::ChangedMeanwhile]));
    let same = applied(before, &now, &[(M, 0, "measure", "ก ใหม่"), (M, 0, "budget", "ข ใหม่"), (M, 1, "measure", "ง")]);
    assert_eq!(same, (now.replace("title: ค", "title: ง"), Vec::new()));
    // Rows are known by their ids, wherever they are now.
    let moved = "---\nmeasures:\n  - id: m9\n  - id: m2\n    title: ค\n---\n";
    let found = applied(before, moved, &[(M, 0, "measure", "อื่น"), (M, 1, "measure", "ง")]);
    assert_eq!(found, (moved.replace("title: ค", "title: ง"), vec![FormDoubtKind::RowGone]));
}

#[test]
fn nothing_is_deleted_or_guessed() {
    let page = "---\nmeasures:\n  - id: m1\n    title: ก\nprogress:\n  entries:\n    - {measure: m1, status: done, remark: ข}\n---\n";
    for (cells, kinds) in [
        (&[(M, 0, "measure", "")][..], &[FormDoubtKind::RowEmptied][..]),
        (&[(P, 0, "status", "เสร็จมั้ง"), (M, 0, "from (month)", "ต.ค. 65")], &[FormDoubtKind::Month, FormDoubtKind::Choice]),
        (&[(P, 0, "measure of the plan", "ค")], &[FormDoubtKind::ReadOnly]),
        (&[(P, 1, "remark", "ค")], &[FormDoubtKind::NoMeasure]),
        (&[(M, 0, "indicators", "หก"), (M, 0, "OIT items", "ข้อ 9")], &[FormDoubtKind::Number, FormDoubtKind::Item]),
    ] {
        assert_eq!(applied(page, page, cells), (page.to_owned(), kinds.to_vec()), "{cells:?}");
    }
}

#[test]
fn a_form_without_a_sheet_a_column_or_its_version_says_so() {
    let text = "---\nmeasures:\n  - id: m1\n    title: ก\n---\n";
    let page = PageRows::read(&file(), text, LIMITS).unwrap();
    let whole = sheets(&book(&page), Lang::English);
    let doubts = |sheets: &[SheetTexts]| {
        let form = read(&document(sheets)).unwrap().unwrap();
        changes(&form, Some(&page)).doubts.iter().map(|doubt| doubt.kind).collect::<Vec<_>>()
    };
    assert_eq!(doubts(&whole), []);
    assert_eq!(doubts(&whole[1..]), [FormDoubtKind::SheetMissing]);
    let mut less = whole.clone();
    less[0].rows.iter_mut().for_each(|row| row.truncate(16));
    assert_eq!(doubts(&less), [FormDoubtKind::ColumnMissing]);
    let mut less = whole.clone();
    less[0].rows.truncate(HEAD_ROW + 1);
    assert_eq!(doubts(&less), [FormDoubtKind::RowMissing]);
    let mut other = whole.clone();
    other.last_mut().unwrap().rows[2][1] = "2".to_owned();
    assert_eq!(read(&document(&other)), Some(Err(FormRefusal::Version("2".to_owned()))));
    other.pop();
    assert!(!is_form(&document(&other)));
    assert_eq!(read(&document(&other)), Some(Err(FormRefusal::NoBase)));
    assert!(FormRefusal::NoBase.words(Lang::Thai).contains("ไม่มีแผ่น “ข้อมูลเดิม”"));
    // A table with some of its headings is no form.
    other.iter_mut().flat_map(|sheet| &mut sheet.rows).for_each(|row| row.truncate(6));
    assert_eq!(read(&document(&other)), None);
}

#[test]
fn a_formula_without_a_result_changes_nothing_and_is_named() {
    let text = "---\nmeasures:\n  - id: m1\n    title: ก\n    budget: ข\n  - id: m2\n    title: ค\n---\n";
    let page = PageRows::read(&file(), text, LIMITS).unwrap();
    let mut whole = sheets(&book(&page), Lang::Thai);
    let column = |heading| M.columns().iter().position(|column| (column.heading)(Lang::English) == heading).unwrap();
    // The cells are not in the document, but remarked: a value, and the id of a row.
    let formulas = [(HEAD_ROW + 1, column("budget"), "=A1&B1"), (HEAD_ROW + 2, 0, "=A5")];
    typed(&mut whole, M, 0, "measure", "ก ใหม่");
    typed(&mut whole, M, 1, "measure", "ค ใหม่");
    let name = whole[0].name.clone();
    for (row, column, _) in formulas {
        whole[0].rows[row][column] = String::new();
    }
    let mut document = document(&whole);
    for (row, column, formula) in formulas {
        let place = Some(TextPosition::Cell { sheet: name.as_str().into(), row: row as u32, column: column as u32 });
        document.remarks.push(Remark { place, kind: RemarkKind::Formula, text: formula.to_owned() });
    }
    let found = changes(&read(&document).unwrap().unwrap(), Some(&page));
    let kinds: Vec<_> = found.doubts.iter().map(|doubt| doubt.kind).collect();
    assert_eq!(kinds, [FormDoubtKind::Formula, FormDoubtKind::Formula, FormDoubtKind::RowMissing]);
    assert!(
        found.doubts[0].sentence(Lang::Thai).starts_with("มาตรการ!Q4: ช่องนี้เป็นสูตร “=A1&B1”"),
        "{}",
        found.doubts[0].sentence(Lang::Thai)
    );
    let after = verified(&file(), &page, &found, LIMITS).unwrap();
    assert_eq!(after, text.replace("title: ก", "title: ก ใหม่"));
}

#[test]
fn a_new_row_whose_title_was_corrected_is_named_with_the_one_before() {
    let front = |text: &str| format!("---\n{text}---\n");
    let before = front("measures:\n  - id: m1\n    title: ก\n");
    let row = |title| [(M, 1, "measure", title), (M, 1, "budget", "ไม่ใช้")];
    let (once, _) = applied(&before, &before, &row("อบรมบุคคลากร"));
    for title in ["อบรมบุคลากร", "ประกาศเจตนารมณ์"] {
        let (twice, doubts) = applied(&before, &once, &row(title));
        assert_eq!((twice.matches("- id:").count(), doubts), (3, vec![FormDoubtKind::OtherTitle]), "{twice}");
    }
    // With other contents, and another title, it is another measure.
    let (twice, doubts) = applied(&before, &once, &[(M, 1, "measure", "ประกาศเจตนารมณ์"), (M, 1, "budget", "5 บาท")]);
    assert_eq!((twice.matches("- id:").count(), doubts), (3, vec![]), "{twice}");
    // The row that was imported, and a new one of a near title: nothing to say.
    let both = [&row("อบรมบุคคลากร")[..], &[(M, 2, "measure", "อบรมบุคคลากรใหม่")]].concat();
    assert_eq!(applied(&before, &once, &both).1, []);
}

#[test]
fn doubts_name_the_cell_in_every_language() {
    let page = "---\nmeasures:\n  - id: m1\n    title: ก\n---\n";
    let rows = PageRows::read(&file(), page, LIMITS).unwrap();
    let mut sheets = sheets(&book(&rows), Lang::Thai);
    typed(&mut sheets, M, 0, "from (month)", "ต.ค. 65");
    let form = read(&document(&sheets)).unwrap().unwrap();
    let doubts = changes(&form, Some(&rows)).doubts;
    assert!(doubts[0].sentence(Lang::Thai).starts_with("มาตรการ!I4"), "{}", doubts[0].sentence(Lang::Thai));
    assert!(doubts[0].sentence(Lang::English).contains("“ต.ค. 65”"));
    assert_eq!(doubts[0].kind.key(), "not-a-month");
}

#[test]
fn what_officers_leave_outside_the_cells_that_are_read_is_named() {
    let text = "---\nmeasures:\n  - id: m1\n    title: ก\n  - id: m2\n    title: ข\n---\n";
    let page = PageRows::read(&file(), text, LIMITS).unwrap();
    let mut whole = sheets(&book(&page), Lang::Thai);
    let (name, width) = (whole[0].name.clone(), M.columns().len());
    whole[0].rows[HEAD_ROW + 1].resize(width + 1, String::new());
    whole[0].rows[HEAD_ROW + 1][width] = "ถามกองคลัง".to_owned();
    whole.push(SheetTexts { name: "Sheet3".to_owned(), table: None, rows: vec![vec![String::new(), "ร่าง".to_owned()]], spare: 0 });
    let mut document = document(&whole);
    let place = Some(TextPosition::Cell { sheet: name.as_str().into(), row: 3, column: 1 });
    for (kind, text) in [(RemarkKind::Comment, "แก้ด้วย"), (RemarkKind::Struck, "ก")] {
        document.remarks.push(Remark { place: place.clone(), kind, text: text.to_owned() });
    }
    let found = changes(&read(&document).unwrap().unwrap(), Some(&page));
    let said: Vec<_> = found.doubts.iter().map(|doubt| (doubt.kind, doubt.text.as_str())).collect();
    let expected = [
        (FormDoubtKind::BesideTable, "ถามกองคลัง"),
        (FormDoubtKind::Comment, "แก้ด้วย"),
        (FormDoubtKind::Struck, "ก"),
        (FormDoubtKind::OtherSheet, "ร่าง"),
    ];
    assert_eq!(said, expected);
    assert!(found.doubts[3].sentence(Lang::Thai).starts_with("แผ่น “Sheet3” ไม่ใช่ของแบบกรอก"), "{:?}", found.doubts[3]);
    assert_eq!(verified(&file(), &page, &found, LIMITS).unwrap(), text);
}

#[test]
fn a_new_row_with_the_id_of_another_gets_one_of_its_own_and_is_named() {
    let before = "---\nmeasures:\n  - id: m1\n    title: ก\n---\n";
    let page = PageRows::read(&file(), before, LIMITS).unwrap();
    let mut sheets = sheets(&book(&page), Lang::Thai);
    typed(&mut sheets, M, 1, "measure", "ข");
    sheets[0].rows[HEAD_ROW + 2][0] = "m1".to_owned();
    let found = changes(&read(&document(&sheets)).unwrap().unwrap(), Some(&page));
    let after = verified(&file(), &page, &found, LIMITS).unwrap();
    assert!(after.contains("id: m2") && after.contains("title: ข"), "{after}");
    let said: Vec<_> = found.doubts.iter().map(|doubt| doubt.sentence(Lang::English)).collect();
    assert!(said.len() == 1 && said[0].contains("a new row has the id “m1”") && said[0].contains("was added as m2"), "{said:?}");
}
