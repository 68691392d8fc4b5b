use super::*;

#[test]
fn a_document_without_body_is_no_document() {
    assert_eq!(read(&[("xl/workbook.xml", "<a/>")]), Err(GridFault::Format));
    assert_eq!(read(&[("word/document.xml", "no xml <")]), Err(GridFault::Unreadable));
    assert_eq!(read(&[("word/document.xml", "<w:document/>")]), Ok(GridDocument::default()));
}

#[test]
fn what_stands_before_the_damage_is_read() {
    let xml = format!("<w:document><w:body>{}<w:tbl><w:tr>{}<w:tc><w:p><w:r><w:t>ค</w:t></w:r>", p("ก"), c("", "ข"));
    let document = read(&[("word/document.xml", &xml)]).unwrap();
    assert_eq!(
        (shown(&document), remarks(&document)),
        (vec!["ก".to_owned(), "ข|ค".to_owned()], vec!["- Unreadable word/document.xml".to_owned()])
    );
}

#[test]
fn a_damaged_part_does_not_hide_the_body() {
    let body = part(TRANSITIONAL, "document", &p("ก"));
    for name in ["word/styles.xml", "word/numbering.xml", "word/comments.xml", "word/footnotes.xml"] {
        let document = read(&[("word/document.xml", &body), (name, "<w:a><")]).unwrap();
        assert_eq!((shown(&document), remarks(&document)), (vec!["ก".to_owned()], vec![format!("- Unreadable {name}")]));
    }
}

#[test]
fn styles_that_rest_on_themselves_have_an_end() {
    let styles = r#"<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>
        <w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/><w:rPr><w:b/></w:rPr></w:style>"#;
    let body = format!(r#"<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr>{}</w:p>"#, r("", "a"));
    assert_eq!(shown(&document_with(&body, &[("styles", styles)])), ["*a"]);
}

#[test]
fn tables_with_too_many_cells_are_cut() {
    let row = |at: usize| {
        format!(r#"<w:tr><w:trPr><w:gridBefore w:val="{at}"/></w:trPr><w:tc><w:p><w:r><w:t>{at}</w:t></w:r></w:p></w:tc></w:tr>"#)
    };
    let body = format!("<w:tbl>{}</w:tbl>{}", (0..1000).map(row).collect::<String>(), p("ก"));
    let document = document(&body);
    let grid = grid(&document);
    assert_eq!((grid.rows.len(), grid.rows[0].cells.len()), (316, 316));
    assert_eq!(document.blocks.len(), 1, "nothing is read behind it");
    assert!(has(&document, RemarkKind::TooLarge));
    let wide = super::document(&format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", "<w:tc/>".repeat(100_002)));
    assert_eq!((wide.blocks.len(), has(&wide, RemarkKind::TooLarge)), (0, true));
}

#[test]
fn too_much_text_is_cut() {
    let body = p(&"ก".repeat(500_000)).repeat(8);
    let document = document(&body);
    assert_eq!(document.blocks.len(), 5);
    assert_eq!(remarks(&document), ["p6 TooLarge"]);
    let fields = format!("<w:p>{}{}</w:p>{}", r#"<w:r><w:fldChar w:fldCharType="begin"/></w:r>"#.repeat(5000), r("", "ก"), p("ข"));
    assert_read(&fields, &["ข"], &["p1 Unreadable ก"]);
}

#[test]
fn deep_nesting_is_read_as_far_as_it_goes() {
    let depth = 300;
    let body = format!("{}{}{}", "<w:tbl><w:tr><w:tc>".repeat(depth), p("ก"), "</w:tc></w:tr></w:tbl>".repeat(depth));
    assert_eq!(shown(&document(&body)), ["ก"]);
    let deeper = "<w:tbl><w:tr><w:tc>".repeat(3000);
    assert!(has(&read(&[("word/document.xml", &deeper)]).unwrap(), RemarkKind::Unreadable));
}

#[test]
fn elements_out_of_place_stop_nothing() {
    for body in [
        "<w:tc><w:p/></w:tc>",
        "<w:tr><w:tc/></w:tr>",
        "<w:tbl><w:tc><w:p><w:r><w:t>ก</w:t></w:r></w:p></w:tc></w:tbl>",
        "<w:tbl><w:tr><w:tr><w:tc><w:tc/></w:tc></w:tr></w:tr></w:tbl>",
        "<w:p><w:p><w:r><w:t>ก</w:t></w:r></w:p></w:p>",
        "<w:fldChar w:fldCharType=\"end\"/><w:tcPr><w:vMerge/></w:tcPr><w:trPr/><w:tblPr/><w:pPr/>",
        "<w:tbl><w:tr><w:tc><w:tcPr><w:hMerge/><w:vMerge/></w:tcPr></w:tc></w:tr></w:tbl>",
    ] {
        document(body);
    }
}

#[test]
fn text_without_its_paragraph_is_read() {
    let run = "<w:r><w:t>ก</w:t></w:r>";
    assert_read(run, &["ก"], &[]);
    assert_read(&format!("<w:p>{run}<w:p>{run}</w:p>{run}</w:p>{run}"), &["ก", "ก", "ก", "ก"], &[]);
    assert_read(&format!("<w:tbl><w:tr>{run}{}</w:tr></w:tbl>", c("", "ข")), &["ก", "ข"], &[]);
}

#[test]
fn no_cut_stops_the_reader() {
    let body = [
        p("ก"),
        table(&[&["ข", "ค"], &["ง", "จ"]]),
        format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", c(r#"<w:gridSpan w:val="2"/><w:vMerge/>"#, "ฉ")),
    ];
    let xml = part(TRANSITIONAL, "document", &body.concat());
    for (end, _) in xml.char_indices() {
        let _ = read(&[("word/document.xml", crate::slice::slice(&xml, ..end))]);
    }
}

/// Beginnings and ends of elements, with those that may only come out of place.
const PIECES: [&str; 30] = [
    "<w:tbl>",
    "</w:tbl>",
    "<w:tr>",
    "</w:tr>",
    "<w:tc>",
    "</w:tc>",
    "<w:p>",
    "</w:p>",
    "<w:r><w:t>ก</w:t></w:r>",
    r#"<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>"#,
    r#"<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>"#,
    "<w:tcPr><w:vMerge/></w:tcPr>",
    "<w:tcPr><w:hMerge/></w:tcPr>",
    r#"<w:tcPr><w:gridSpan w:val="3"/><w:vMerge/></w:tcPr>"#,
    "<w:trPr><w:hidden/></w:trPr>",
    r#"<w:trPr><w:gridBefore w:val="2"/></w:trPr>"#,
    r#"<w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>"#,
    "<w:del>",
    "</w:del>",
    "<w:txbxContent>",
    "</w:txbxContent>",
    r#"<w:fldChar w:fldCharType="begin"/>"#,
    r#"<w:fldChar w:fldCharType="separate"/>"#,
    r#"<w:fldChar w:fldCharType="end"/>"#,
    "<w:sdt><w:sdtPr><w14:checkbox/></w:sdtPr>",
    "</w:sdt>",
    "<w:br/>",
    "<w:tr><w:tc><w:p><w:r><w:t>ข</w:t></w:r></w:p></w:tc><w:tc/></w:tr>",
    "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr></w:tc><w:tc><w:tcPr><w:vMerge/></w:tcPr></w:tc></w:tr>",
    r#"<w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/><w:gridSpan w:val="2"/></w:tcPr></w:tc></w:tr>"#,
];

/// Pieces in any order, with the ends of elements made right.
fn well_formed(pieces: &[usize]) -> String {
    let mut xml = String::new();
    let mut open: Vec<&str> = Vec::new();
    for piece in pieces.iter().filter_map(|at| PIECES.get(*at)) {
        match piece.strip_prefix("</") {
            Some(end) => {
                while let Some(name) = open.pop() {
                    xml.push_str(&format!("</{name}>"));
                    if end.trim_end_matches('>') == name {
                        break;
                    }
                }
            }
            None => {
                xml.push_str(piece);
                let name = piece.trim_start_matches('<').split(['>', ' ']).next().unwrap_or_default();
                if !piece.ends_with(&format!("</{name}>")) && !piece.ends_with("/>") {
                    open.push(name);
                }
            }
        }
    }
    open.into_iter().rev().for_each(|name| xml.push_str(&format!("</{name}>")));
    xml
}

#[track_caller]
fn assert_rectangle(grid: &Grid) {
    let width = grid.rows[0].cells.len();
    for (number, row) in grid.rows.iter().enumerate() {
        assert_eq!(row.cells.len(), width);
        for (column, cell) in row.cells.iter().enumerate() {
            match cell {
                GridCell::Missing => {}
                GridCell::Covered { row: first, column: before } => {
                    assert!((*first, *before) < (number, column) || first < &number);
                    assert!(matches!(grid.rows[*first].cells[*before], GridCell::Own(_)), "{first},{before}");
                }
                GridCell::Own(content) => {
                    assert!(content.row_span >= 1 && number + content.row_span <= grid.rows.len());
                    assert!(content.column_span >= 1 && column + content.column_span <= width);
                    for covered in
                        (number..number + content.row_span).flat_map(|at| grid.rows[at].cells[column..][..content.column_span].iter())
                    {
                        assert!(std::ptr::eq(covered, cell) || *covered == GridCell::Covered { row: number, column }, "{grid:?}");
                    }
                    assert!(content.lines.iter().all(|line| line.number.is_some() || !line.text.trim().is_empty()));
                }
            }
        }
    }
}

proptest::proptest! {
    #[test]
    fn any_order_of_elements_makes_rectangles(pieces in proptest::collection::vec(0..PIECES.len(), 0..60)) {
        let document = document(&format!("<w:tbl>{}</w:tbl>", well_formed(&pieces)));
        for block in &document.blocks {
            match block {
                GridBlock::Grid(grid) => assert_rectangle(grid),
                GridBlock::Paragraph(paragraph) => assert!(!paragraph.line.text.trim().is_empty()),
            }
        }
    }

    #[test]
    fn any_spans_and_merges_make_rectangles(rows in proptest::collection::vec(
        (0..3usize, proptest::collection::vec((0..4usize, 0..3usize), 1..5)), 1..7)
    ) {
        const MERGES: [&str; 3] = ["", r#"<w:vMerge w:val="restart"/>"#, "<w:vMerge/>"];
        let cell = |(span, merge): &(usize, usize)| c(&format!(r#"<w:gridSpan w:val="{span}"/>{}"#, MERGES[*merge]), "ก");
        let row = |(before, cells): &(usize, Vec<_>)| {
            let cells: String = cells.iter().map(cell).collect();
            format!(r#"<w:tr><w:trPr><w:gridBefore w:val="{before}"/></w:trPr>{cells}</w:tr>"#)
        };
        let document = document(&format!("<w:tbl>{}</w:tbl>", rows.iter().map(row).collect::<String>()));
        assert_rectangle(grid(&document));
        assert_eq!(grid(&document).rows.len(), rows.len());
    }
}
