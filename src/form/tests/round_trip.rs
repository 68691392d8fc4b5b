//! Every page of the example and the seed sites comes back as it was.

use super::*;

fn begun(root: &str) -> BegunSite {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(root);
    begin(Request::to_look(root, Purpose::Submission, Date::new(2026, 11, 22).unwrap())).unwrap().unwrap()
}

const SITES: [&str; 6] = [".", "tests/sites/s0", "tests/sites/s1", "tests/sites/s2", "tests/sites/s3", "tests/sites/s4"];

/// True if the form has no rows of a plan besides those of the page.
fn page_has_all_rows(sheets: &[SheetTexts], page: &PageRows<'_>) -> bool {
    sheets
        .iter()
        .filter_map(|sheet| Some((sheet, sheet.table?)))
        .all(|(sheet, table)| sheet.rows.len() == HEAD_ROW + 1 + page.rows(table).len())
}

/// Another valid text for a cell.
fn other_text(column: &FormColumn, text: &str) -> String {
    use super::columns::ColumnKind as Kind;
    match column.kind {
        Kind::Text => format!("{text} แก้ไข: “ใหม่”, 1"),
        Kind::Lines | Kind::Units => format!("{text}\nเพิ่ม: ใหม่, {{ก}}"),
        Kind::Evidence => format!("{text}\ne-new"),
        Kind::Numbers => format!("{text}, 3"),
        Kind::Codes => format!("{text}, E99"),
        Kind::Items => format!("{text}, O1"),
        Kind::Month => "ก.พ. 2560".to_owned(),
        Kind::Status => if text == "ยกเลิก" { "ดำเนินการแล้ว" } else { "ยกเลิก" }.to_owned(),
        Kind::Cadence => format!("{text}\nทุกเดือน"),
        Kind::Key | Kind::Plan => text.to_owned(),
    }
}

#[test]
fn every_page_comes_back_as_it_was_and_every_cell_can_be_changed() {
    let (mut pages, mut cells) = (0, 0);
    for root in SITES {
        let begun = begun(root);
        let items: Vec<_> =
            begun.site().years.iter().flat_map(|year| year.entries.iter().map(|entry| (year.fiscal_year, entry.code.clone()))).collect();
        for (year, item) in items {
            let Ok(book) = form_of(&begun, year, &item) else { continue };
            let Some(file) = book.page.clone() else { continue };
            let text = begun.tree().text(file.as_str()).unwrap().text.read().into_owned();
            let page = PageRows::read(&file, &text, LIMITS).unwrap();
            let whole = sheets(&book, Lang::Thai);
            let after = |sheets: &[SheetTexts]| {
                let form = read(&document(sheets)).unwrap().unwrap();
                let found: FormChanges = changes(&form, Some(&page));
                assert_eq!(found.doubts, [], "{file}");
                (verified(&file, &page, &found, LIMITS), found.cells.len() + found.rows.len())
            };
            assert_eq!(after(&whole), (Some(text.clone()), 0), "{file}");
            pages += 1;
            if page_has_all_rows(&whole, &page) {
                all_at_once(&file, &text, &whole);
            }
            for (sheet, table) in whole.iter().enumerate().filter_map(|(at, sheet)| Some((at, sheet.table?))) {
                for (at, column) in table.columns().iter().enumerate().filter(|(_, column)| column.is_input()) {
                    let last = whole[sheet].rows.len() - 1;
                    for row in [HEAD_ROW + 1, last] {
                        if row > last {
                            continue;
                        }
                        let mut changed = whole.clone();
                        changed[sheet].rows[row][at] = other_text(column, &whole[sheet].rows[row][at]);
                        let (new, count) = after(&changed);
                        let new = new.unwrap_or_else(|| panic!("not safe: {file} {:?} {row}", column.path));
                        let comments = |text: &str| text.matches(" #").count();
                        assert!(count == 1 && new != text && comments(&new) == comments(&text), "{file} {:?}", column.path);
                        cells += 1;
                    }
                }
            }
        }
    }
    assert!(pages >= 15 && cells > 300, "{pages} {cells}");
}

/// Changes all cells of a page at once: no edit disturbs another.
fn all_at_once(file: &RelPath, text: &str, whole: &[SheetTexts]) {
    let page = PageRows::read(file, text, LIMITS).unwrap();
    let mut changed = whole.to_vec();
    let mut cells = 0;
    for sheet in &mut changed {
        let columns = sheet.table.map(FormTable::columns).unwrap_or_default();
        for row in sheet.rows.iter_mut().skip(HEAD_ROW + 1) {
            for (text, column) in row.iter_mut().zip(columns).filter(|(_, column)| column.is_input()) {
                *text = other_text(column, text);
                cells += 1;
            }
        }
    }
    let found = changes(&read(&document(&changed)).unwrap().unwrap(), Some(&page));
    assert_eq!((found.cells.len(), found.doubts.len()), (cells, 0), "{file}");
    let after = verified(file, &page, &found, LIMITS)
        .unwrap_or_else(|| panic!("not safe: {file}\n{}", crate::rename::edited(text, &edits::edits(&page, &found))));
    let comments = |text: &str| text.lines().filter(|line| line.contains("# ")).count();
    assert_eq!(comments(&after), comments(text), "{file}: comments stay\n{after}");
}

#[test]
fn a_page_that_was_begun_is_filled_in_and_keeps_its_comments() {
    let root = tempfile::tempdir().unwrap();
    let files = [
        ("content/site.yaml", "agency: {name: เทศบาลตำบลตัวอย่าง}\nbase_url: https://www.example.go.th/ita/\n"),
        ("content/2566/o42.md", "---\ntitle: มาตรการ\nmeasures:\n  - {id: m1, title: ก}\n  - {id: m2, title: ข}\n---\n"),
    ];
    for (path, text) in files {
        std::fs::create_dir_all(root.path().join(path).parent().unwrap()).unwrap();
        std::fs::write(root.path().join(path), text).unwrap();
    }
    let begun = begin(Request::to_look(root.path().to_owned(), Purpose::Submission, Date::new(2026, 11, 22).unwrap())).unwrap().unwrap();
    for (year, item, rows) in [(2566, "O43", 2), (2567, "O34", 1)] {
        let made = new_items(&begun, FiscalYear::new(year).unwrap(), &[ItemCode::parse(item).unwrap()], Lang::Thai).unwrap().unwrap();
        let (file, text) = &made.work.creations[0];
        let text = std::str::from_utf8(text).unwrap();
        let page = PageRows::read(file, text, LIMITS).unwrap();
        assert_eq!(FormTable::ALL.map(|table| page.rows(table).len()).iter().sum::<usize>(), rows, "{text}");
        all_at_once(file, text, &sheets(&book(&page), Lang::Thai));
    }
}

#[test]
fn a_form_of_an_item_without_a_page_makes_one() {
    let site = begun(".");
    let (year, item) = (FiscalYear::new(2566).unwrap(), ItemCode::parse("O42").unwrap());
    let mut book = form_of(&site, year, &item).unwrap();
    book.page = None;
    book.sheets.iter_mut().for_each(|sheet| sheet.rows.clear());
    let mut sheets = sheets(&book, Lang::Thai);
    typed(&mut sheets, M, 0, "measure", "จัดทำคู่มือ");
    let form = read(&document(&sheets)).unwrap().unwrap();
    assert_eq!(new_page_front_matter(&form), serde_json::json!({"measures": [{"id": "m1", "title": "จัดทำคู่มือ"}]}));
    assert_eq!((form.year, form.item.clone(), form.page.clone()), (year, item, None));
    // The page has been made since: the row is compared with it.
    let applied = apply(&site, &form).unwrap().unwrap();
    assert!(applied.pending.is_some() && applied.added == 1, "{:?}", applied.doubts);
}

#[test]
fn a_workbook_is_reproducible_and_holds_the_layout() {
    use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
    let site = begun("tests/sites/s1");
    let book = form_of(&site, FiscalYear::new(2566).unwrap(), &ItemCode::parse("O43").unwrap()).unwrap();
    let made = bytes(&book, Lang::Thai).unwrap();
    assert!(made == bytes(&book, Lang::Thai).unwrap());
    let mut workbook: Xlsx<_> = open_workbook_from_rs(std::io::Cursor::new(made)).unwrap();
    let text = |cell: &Data| match cell {
        Data::String(text) => text.clone(),
        Data::Empty => String::new(),
        other => panic!("{other:?} is no text"),
    };
    let mut found = Vec::new();
    for sheet in sheets(&book, Lang::Thai) {
        let range = workbook.worksheet_range(&sheet.name).unwrap();
        let width = range.width();
        let rows: Vec<Vec<String>> = range.rows().map(|row| row.iter().map(text).collect()).collect();
        for (row, expected) in rows.iter().zip(&sheet.rows) {
            let expected: Vec<String> = (0..width).map(|at| expected.get(at).cloned().unwrap_or_default()).collect();
            assert_eq!(*row, expected);
        }
        found.push(SheetTexts { rows, ..sheet });
    }
    let form = read(&document(&found)).unwrap().unwrap();
    let applied = apply(&site, &form).unwrap().unwrap();
    assert!(applied.pending.is_none() && applied.doubts.is_empty(), "{:?}", applied.doubts);
}
