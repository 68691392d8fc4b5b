use super::*;

fn tbl(rows: &[&str]) -> String {
    format!("<w:tbl>{}</w:tbl>", rows.iter().map(|row| format!("<w:tr>{row}</w:tr>")).collect::<String>())
}

#[test]
fn paragraphs_and_tables_stand_in_reading_order_with_their_places() {
    let body = [p("ก"), p(""), table(&[&["ข", "ค"]]), p("ง"), table(&[&["จ"], &["ฉ"]])].concat();
    let document = document(&body);
    assert_eq!(shown(&document), ["ก", "ข|ค", "ง", "จ", "ฉ"]);
    let of = |block: &GridBlock| match block {
        GridBlock::Paragraph(paragraph) => place(Some(&paragraph.place)),
        GridBlock::Grid(grid) => {
            let last = grid.rows.last().unwrap().cells.last().unwrap();
            match last {
                GridCell::Own(content) => place(Some(&content.place)),
                _ => String::new(),
            }
        }
    };
    assert_eq!(document.blocks.iter().map(of).collect::<Vec<_>>(), ["p1", "t1r1c2", "p3", "t2r2c1"]);
}

#[test]
fn documents_of_the_strict_kind_are_read_alike() {
    let body = part(STRICT, "document", &format!("<w:body>{}</w:body>", table(&[&["ก", "ข"]])));
    let other_prefix = body.replace("<w:", "<").replace("</w:", "</").replace("xmlns:w=", "xmlns=");
    for xml in [body, other_prefix] {
        assert_eq!(shown(&read(&[("word/document.xml", &xml)]).unwrap()), ["ก|ข"]);
    }
}

#[test]
fn merged_cells_become_a_rectangle() {
    let restart = r#"<w:vMerge w:val="restart"/>"#;
    let body = tbl(&[
        &[c(r#"<w:gridSpan w:val="2"/>"#, "ก"), c(restart, "ข")].concat(),
        &[c("", "ค"), c("", "ง"), c("<w:vMerge/>", "")].concat(),
        &[c("", "จ"), c("", "ฉ"), c(r#"<w:vMerge w:val="continue"/>"#, "")].concat(),
    ]);
    let document = document(&body);
    assert_eq!(shown(&document), ["ก|<|ข", "ค|ง|^", "จ|ฉ|^"]);
    let grid = grid(&document);
    let spans = |row, column| grid.content(row, column).map(|content| (content.text(), content.row_span, content.column_span));
    assert_eq!(spans(0, 1), Some(("ก".to_owned(), 1, 2)));
    assert_eq!(spans(2, 2), Some(("ข".to_owned(), 3, 1)));
    assert_eq!(spans(1, 1), Some(("ง".to_owned(), 1, 1)));
}

#[test]
fn cells_merged_both_ways_are_one() {
    let wide = |merge: &str, text: &str| c(&format!(r#"<w:gridSpan w:val="2"/>{merge}"#), text);
    let body = tbl(&[
        &[wide(r#"<w:vMerge w:val="restart"/>"#, "ก"), c("", "ข")].concat(),
        &[wide("<w:vMerge/>", ""), c("", "ค")].concat(),
        &[c("", "ง"), c("", "จ"), c("", "ฉ")].concat(),
    ]);
    assert_read(&body, &["ก|<|ข", "^|^|ค", "ง|จ|ฉ"], &[]);
}

#[test]
fn a_cell_that_goes_on_in_other_columns_is_covered_but_makes_no_rectangle() {
    let restart = c(r#"<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>"#, "ก");
    let body = tbl(&[&restart, &[c("<w:vMerge/>", ""), c("", "ข")].concat()]);
    let document = document(&body);
    assert_eq!(shown(&document), ["ก|<", "^|ข"]);
    let content = grid(&document).content(1, 0).unwrap();
    assert_eq!((content.text().as_str(), content.row_span, content.column_span), ("ก", 1, 2));
    // A span beyond the table is none.
    let last = [c(r#"<w:gridSpan w:val="9"/><w:vMerge w:val="restart"/>"#, "ก"), c("<w:vMerge/>", "")];
    let [first, below] = last.map(|cell| [c("", "ข"), cell].concat());
    let grid_of = super::document(&tbl(&[&first, &below]));
    assert_eq!(grid(&grid_of).content(1, 1).map(|content| (content.row_span, content.column_span)), Some((2, 1)));
}

#[test]
fn a_cell_that_goes_on_with_none_above_is_its_own() {
    let body = tbl(&[
        &[c("<w:vMerge/>", "ก"), c("", "ข")].concat(),
        &[c("<w:vMerge/>", "ค"), c("<w:vMerge/>", "ง")].concat(),
        &[c(r#"<w:vMerge w:val="restart"/>"#, "จ"), c("", "ฉ")].concat(),
    ]);
    assert_read(&body, &["ก|ข", "^|ง", "จ|ฉ"], &["t1r2c1 HiddenText ค"]);
}

#[test]
fn old_programs_merge_cells_of_a_row_otherwise() {
    let body = tbl(&[
        &[c(r#"<w:hMerge w:val="restart"/>"#, "ก"), c("<w:hMerge/>", ""), c("", "ข")].concat(),
        &[c("", "ค"), c("", "ง"), c("", "จ")].concat(),
    ]);
    assert_read(&body, &["ก|<|ข", "ค|ง|จ"], &[]);
}

#[test]
fn rows_may_begin_late_and_end_early() {
    let body = tbl(&[
        &[c("", "ก"), c("", "ข"), c("", "ค")].concat(),
        &format!(r#"<w:trPr><w:gridBefore w:val="1"/><w:gridAfter w:val="1"/></w:trPr>{}"#, c("", "ง")),
        &c("", "จ"),
    ]);
    assert_read(&body, &["ก|ข|ค", "-|ง|-", "จ|-|-"], &[]);
}

#[test]
fn spans_beyond_the_grid_make_no_columns() {
    let body = tbl(&[
        &c(r#"<w:gridSpan w:val="1000000"/>"#, "ก"),
        &[c(r#"<w:gridSpan w:val="2"/>"#, "ข"), c(r#"<w:gridSpan w:val="18446744073709551615"/>"#, "ค"), c("", "ง")].concat(),
        &[c(r#"<w:gridSpan w:val="-1"/>"#, "จ"), c(r#"<w:gridSpan w:val="0"/>"#, "ฉ")].concat(),
    ]);
    let body = body.replace("<w:tbl>", r#"<w:tbl><w:tblGrid><w:gridCol w:w="100"/></w:tblGrid>"#);
    assert_read(&body, &["ก|<|<|-", "ข|<|ค|ง", "จ|ฉ|-|-"], &[]);
}

#[test]
fn columns_in_which_no_cell_begins_are_none() {
    let body = tbl(&[
        &[c(r#"<w:gridSpan w:val="3"/>"#, "ก"), c("", "ข")].concat(),
        &[c(r#"<w:gridSpan w:val="3"/>"#, "ค"), r#"<w:tc><w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>ง</w:t></w:r></w:p></w:tc>"#.to_owned()]
            .concat(),
    ]);
    let document = document(&body);
    assert_eq!(shown(&document), ["ก|ข", "ค|"]);
    assert_eq!(remarks(&document), ["t1r2c2 HiddenText ง"], "the column is that of the rectangle");
    let last = grid(&document).content(0, 1).unwrap();
    assert_eq!((place(Some(&last.place)), last.column_span), ("t1r1c2".to_owned(), 1));
}

#[test]
fn a_declared_heading_is_marked() {
    let body = tbl(&[
        &format!("<w:trPr><w:tblHeader/></w:trPr>{}", c("", "ก")),
        &format!(r#"<w:trPr><w:tblHeader w:val="0"/></w:trPr>{}"#, c("", "ข")),
    ]);
    assert_read(&body, &["#ก", "ข"], &[]);
}

#[test]
fn hidden_and_deleted_rows_are_left_out() {
    let left_out = |property: &str, text: &str| format!("<w:trPr>{property}</w:trPr>{}{}", c("", text), c("", "2"));
    let body = tbl(&[
        &left_out("", "ก"),
        &left_out("<w:hidden/>", "ข"),
        &left_out(r#"<w:del w:id="1"/>"#, "ค"),
        &left_out(r#"<w:hidden w:val="0"/>"#, "ง"),
        &left_out(r#"<w:ins w:id="2"/>"#, "จ"),
    ]);
    assert_read(&body, &["ก|2", "ง|2", "จ|2"], &["t1r2c1 HiddenRow ข 2", "t1r2c1 Deleted ค 2", "t1r3c1 Inserted"]);
}

#[test]
fn a_deleted_row_is_named_with_its_deleted_text() {
    let deleted = r#"<w:del w:id="1"><w:r><w:delText>ก</w:delText></w:r></w:del>"#;
    let row = format!("<w:trPr>{deleted}</w:trPr><w:tc><w:p>{deleted}</w:p></w:tc><w:tc><w:p>{deleted}</w:p></w:tc>");
    assert_read(&tbl(&[&row, &c("", "ข")]), &["ข"], &["t1r1c1 Deleted ก ก"]);
}

#[test]
fn merged_cells_go_on_behind_a_hidden_row() {
    let body = tbl(&[
        &[c(r#"<w:vMerge w:val="restart"/>"#, "ก"), c("", "ข")].concat(),
        &format!("<w:trPr><w:hidden/></w:trPr>{}{}", c("<w:vMerge/>", ""), c("", "ค")),
        &[c("<w:vMerge/>", ""), c("", "ง")].concat(),
    ]);
    assert_read(&body, &["ก|ข", "^|ง"], &["t1r2c1 HiddenRow ค"]);
}

#[test]
fn rows_and_cells_stand_in_controls_too() {
    let row = format!("<w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent><w:tr>{}</w:tr></w:sdtContent></w:sdt>", c("", "ก"));
    let cell = format!("<w:tr><w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt><w:customXml>{}</w:customXml></w:tr>", c("", "ข"), c("", "ค"));
    let body = format!("<w:sdt><w:sdtContent><w:tbl>{row}{cell}</w:tbl></w:sdtContent></w:sdt>");
    assert_read(&body, &["ก|-", "ข|ค"], &[]);
}

#[test]
fn a_table_in_a_cell_becomes_its_lines() {
    let inner = table(&[&["ค", "ง"], &["จ", "ฉ"]]);
    let body = tbl(&[&format!("{}<w:tc>{}{inner}{}</w:tc>{}", c("", "ก"), p("ข"), p("ช"), c("", "ซ"))]);
    assert_read(&body, &["ก|ข/ค\tง/จ\tฉ/ช|ซ"], &["t1r1c2 NestedTable"]);
    let merged = tbl(&[&[c(r#"<w:vMerge w:val="restart"/>"#, "ก"), c("", "ข")].concat(), &[c("<w:vMerge/>", ""), c("", "ค")].concat()]);
    let deeper = tbl(&[&format!("<w:tc>{merged}{}</w:tc>", p(""))]);
    let body = tbl(&[&format!("<w:tc>{deeper}{}</w:tc>", p(""))]);
    assert_read(&body, &["ก\tข \tค"], &["t1r1c1 NestedTable"]);
}

#[test]
fn cells_keep_their_own_background() {
    let filled = |fill: &str| c(&format!(r#"<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>"#), "ก");
    let pattern = c(r#"<w:shd w:val="pct50" w:color="auto" w:fill="auto"/>"#, "ก");
    let document = document(&tbl(&[&[filled("auto"), filled("ffffff"), filled("4472C4"), pattern].concat()]));
    let fills: Vec<bool> = (0..4).map(|column| grid(&document).content(0, column).unwrap().fill.is_some()).collect();
    assert_eq!(fills, [false, false, true, true]);
}
