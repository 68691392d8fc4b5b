//! Text into which tables were pasted: lines with tabs, or with pipes as in Markdown, are rows; other
//! lines are paragraphs.

use super::delimited_text::{TextRecord, TextRecords};
use super::pipe_table::{is_dash_row, pipe_row};
use super::record_table::add_table;
use crate::attachment::TextPosition;
use crate::attachment::grid::{CellLine, GridBlock, GridParagraph, RemarkKind};
use crate::attachment::grids_gathered::GatheredGrids;
use crate::thai::{list_mark, shows_nothing};

/// Reads a text.
pub(super) fn read_pasted(text: &str, gathered: &mut GatheredGrids) {
    let mut lines = PastedLines { rest: text, line: 1 };
    while let Some((line, rest)) = lines.first() {
        if lines.begins_pipe_table() {
            lines.take_pipe_table(gathered);
        } else if let Some(table) = lines.tab_table() {
            add_tab_table(table, gathered);
        } else {
            add_paragraph(lines.line, line, gathered);
            lines = PastedLines { rest, line: lines.line + 1 };
        }
    }
}

/// What is not read yet.
struct PastedLines<'t> {
    rest: &'t str,
    /// Number of its first line.
    line: usize,
}

impl<'t> PastedLines<'t> {
    /// The first line and what follows.
    fn first(&self) -> Option<(&'t str, &'t str)> {
        (!self.rest.is_empty()).then(|| self.rest.split_once('\n').unwrap_or((self.rest, "")))
    }

    fn step(&mut self) -> Option<(usize, &'t str)> {
        let (line, rest) = self.first()?;
        let number = self.line;
        *self = PastedLines { rest, line: number + 1 };
        Some((number, line))
    }

    /// A row that begins with a pipe, or one before a row of dashes.
    fn begins_pipe_table(&self) -> bool {
        let Some((line, rest)) = self.first() else { return false };
        let next = rest.split_once('\n').map_or(rest, |(next, _)| next);
        pipe_row(line, 0).is_some() && (is_dash_row(next) || line.trim().starts_with('|'))
    }

    fn take_pipe_table(&mut self, gathered: &mut GatheredGrids) {
        let mut rows = Vec::new();
        let mut headings = 0;
        while let Some((line, _)) = self.first() {
            if is_dash_row(line) {
                headings = if headings == 0 { rows.len() } else { headings };
            } else if let Some(row) = pipe_row(line, self.line) {
                rows.push(row);
            } else {
                break;
            }
            self.step();
        }
        add_table(rows.into_iter(), headings, gathered);
    }

    /// The rows with tabs at the beginning, which it takes; `None` if there are none.
    fn tab_table(&mut self) -> Option<Vec<TextRecord>> {
        let mut rows = vec![self.tab_row()?];
        loop {
            match self.tab_row() {
                Some(row) => rows.push(row),
                None => match self.row_between() {
                    Some(row) => rows.push(row),
                    None => return Some(rows),
                },
            }
        }
    }

    /// A record with tabs at the beginning, which it takes. A tab before a paragraph indents it.
    fn tab_row(&mut self) -> Option<TextRecord> {
        let (line, _) = self.first()?;
        if !line.contains('\t') && !line.starts_with('"') {
            return None;
        }
        let mut records = TextRecords::of(self.rest, '\t', self.line);
        let record = records.next()?;
        let is_indented = record.fields.iter().filter(|field| !shows_nothing(&field.text)).count() == 1
            && record.fields.last().is_some_and(|last| !shows_nothing(&last.text))
            && record.fields.len() <= 3;
        if record.fields.len() < 2 || is_indented {
            return None;
        }
        *self = PastedLines { rest: records.rest(), line: records.line() };
        Some(record)
    }

    /// A line without tabs between two rows: cells merged over all columns.
    fn row_between(&mut self) -> Option<TextRecord> {
        let (line, rest) = self.first().filter(|(line, _)| !shows_nothing(line) && !line.contains('|'))?;
        let mut behind = PastedLines { rest, line: self.line + 1 };
        behind.tab_row()?;
        let record = TextRecords::of(line, '\t', self.line).next();
        self.step();
        record
    }
}

/// Adds rows with tabs; paragraphs if each is a number or bullet with its text, as Word writes lists.
fn add_tab_table(rows: Vec<TextRecord>, gathered: &mut GatheredGrids) {
    if rows.iter().all(|row| list_item(row).is_some()) {
        for row in &rows {
            if let Some((mark, text)) = list_item(row) {
                add_line(row.line, CellLine { number: Some(mark.to_owned()), text: text.to_owned(), ..CellLine::default() }, gathered);
            }
        }
        return;
    }
    add_table(rows.into_iter(), 0, gathered);
}

/// Mark and text of a row such as `1.⇥ข้อความ`.
fn list_item(row: &TextRecord) -> Option<(&str, &str)> {
    let shown = |text: &'_ str| !shows_nothing(text);
    let mut fields = row.fields.iter().map(|field| field.text.trim()).skip_while(|text| !shown(text));
    let (mark, text) = (fields.next()?, fields.next()?);
    if fields.next().is_some() || text.contains('\n') {
        return None;
    }
    let joined = format!("{mark} {text}");
    list_mark(&joined).is_some_and(|(_, rest)| rest == text).then_some((mark, text))
}

fn add_paragraph(line: usize, text: &str, gathered: &mut GatheredGrids) {
    if !shows_nothing(text) {
        add_line(line, CellLine { text: text.trim().to_owned(), ..CellLine::default() }, gathered);
    }
}

fn add_line(line: usize, text: CellLine, gathered: &mut GatheredGrids) {
    let place = TextPosition::Line(line);
    match gathered.takes(text.text.len()) {
        true => gathered.add_block(GridBlock::Paragraph(GridParagraph { place, line: text })),
        false => gathered.remark(Some(place), RemarkKind::TooLarge, ""),
    }
}
