//! What is read of small documents, and that no damage stops the reader.

mod damage;
mod lists;
mod tables;
mod text;

use std::cell::Cell;
use std::io::{Cursor, Write};

use crate::attachment::TextPosition;
use crate::attachment::grid::{CellLine, Grid, GridBlock, GridCell, GridDocument, GridFault, Remark, RemarkKind};
use crate::attachment::office::parts::Parts;

const TRANSITIONAL: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const STRICT: &str = "http://purl.oclc.org/ooxml/wordprocessingml/main";

/// An archive with these parts.
fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, xml) in parts {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(xml.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn part(namespace: &str, name: &str, xml: &str) -> String {
    format!(r#"<?xml version="1.0" encoding="UTF-8"?><w:{name} xmlns:w="{namespace}">{xml}</w:{name}>"#)
}

fn read(parts: &[(&str, &str)]) -> Result<GridDocument, GridFault> {
    let bytes = archive(parts);
    let unpacked = Cell::new(128 << 20);
    super::read(Parts::of(&bytes, &unpacked).unwrap())
}

/// A document with this body, and other parts by their names.
fn document_with(body: &str, others: &[(&str, &str)]) -> GridDocument {
    let body = part(TRANSITIONAL, "document", &format!("<w:body>{body}</w:body>"));
    let others: Vec<(String, String)> =
        others.iter().map(|(name, xml)| (format!("word/{name}.xml"), part(TRANSITIONAL, name, xml))).collect();
    let mut parts = vec![("word/document.xml", body.as_str())];
    parts.extend(others.iter().map(|(name, xml)| (name.as_str(), xml.as_str())));
    read(&parts).unwrap()
}

fn document(body: &str) -> GridDocument {
    document_with(body, &[])
}

/// A paragraph with a run.
fn p(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

/// A run with properties.
fn r(properties: &str, text: &str) -> String {
    format!("<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>")
}

/// A cell with properties.
fn c(properties: &str, text: &str) -> String {
    format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", p(text))
}

/// A table whose rows are cells with one paragraph each.
fn table(rows: &[&[&str]]) -> String {
    let row = |cells: &&[&str]| format!("<w:tr>{}</w:tr>", cells.iter().map(|text| c("", text)).collect::<String>());
    format!("<w:tbl>{}</w:tbl>", rows.iter().map(row).collect::<String>())
}

fn line(line: &CellLine) -> String {
    let flags = format!("{}{}", if line.is_bold { "*" } else { "" }, if line.is_underlined { "_" } else { "" });
    match &line.number {
        Some(number) => format!("{flags}[{number}] {}", line.text),
        None => format!("{flags}{}", line.text),
    }
}

/// A row as text: `^` for a cell covered from above, `<` for one covered from the left, `-` for none.
fn row(number: usize, cells: &[GridCell]) -> String {
    let cell = |cell: &GridCell| match cell {
        GridCell::Missing => "-".to_owned(),
        GridCell::Own(content) => content.lines.iter().map(line).collect::<Vec<_>>().join("/"),
        GridCell::Covered { row, .. } if *row < number => "^".to_owned(),
        GridCell::Covered { .. } => "<".to_owned(),
    };
    cells.iter().map(cell).collect::<Vec<_>>().join("|")
}

fn rows(grid: &Grid) -> Vec<String> {
    let heading = |is_heading| if is_heading { "#" } else { "" };
    let one = |(at, of): (usize, &crate::attachment::grid::GridRow)| format!("{}{}", heading(of.is_heading), row(at, &of.cells));
    grid.rows.iter().enumerate().map(one).collect()
}

/// Paragraphs and rows as text.
fn shown(document: &GridDocument) -> Vec<String> {
    let block = |block: &GridBlock| match block {
        GridBlock::Paragraph(paragraph) => vec![line(&paragraph.line)],
        GridBlock::Grid(grid) => rows(grid),
    };
    document.blocks.iter().flat_map(block).collect()
}

fn grid(document: &GridDocument) -> &Grid {
    let mut grids = document.blocks.iter().filter_map(|block| match block {
        GridBlock::Grid(grid) => Some(grid),
        GridBlock::Paragraph(_) => None,
    });
    grids.next_back().unwrap()
}

fn place(position: Option<&TextPosition>) -> String {
    match position {
        None => "-".to_owned(),
        Some(TextPosition::Paragraph(number)) => format!("p{number}"),
        Some(TextPosition::TableCell { table, row, column }) => format!("t{table}r{row}c{column}"),
        Some(_) => "?".to_owned(),
    }
}

/// Remarks as text.
fn remarks(document: &GridDocument) -> Vec<String> {
    let remark = |remark: &Remark| format!("{} {:?} {}", place(remark.place.as_ref()), remark.kind, remark.text).trim_end().to_owned();
    document.remarks.iter().map(remark).collect()
}

/// Checks a body by what is shown of it, and its remarks.
#[track_caller]
fn assert_read(body: &str, expected: &[&str], expected_remarks: &[&str]) {
    let document = document(body);
    assert_eq!(shown(&document), expected, "{body}");
    assert_eq!(remarks(&document), expected_remarks, "{body}");
}

fn has(document: &GridDocument, kind: RemarkKind) -> bool {
    document.remarks.iter().any(|remark| remark.kind == kind)
}
