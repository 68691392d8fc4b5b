//! The body while it is read: the open paragraph, the open tables, and what is finished.

use super::numbers::Numbers;
use super::paragraph::Paragraph;
use super::raw_grid::RawRow;
use super::remarks::{Remarks, push_break, push_shortened};
use super::run_format::{Look, RunFormat, StyleFormats};
use super::styles::{StyleKind, WordStyles};
use super::tables::{OpenTable, as_line, numbered};
use crate::attachment::TextPosition;
use crate::attachment::grid::{CellLine, GridBlock, GridParagraph, RemarkKind};

/// Most text that is kept, in bytes.
const MOST_TEXT: usize = 8 << 20;

/// What a line counts for beside its text, in bytes.
const LINE_COST: usize = 16;

/// Most cells of all tables together.
const MOST_CELLS: usize = 100_000;

/// The body as far as it is read.
pub(super) struct Story<'s> {
    pub(super) styles: &'s WordStyles,
    numbers: Numbers<'s>,
    pub(super) paragraph: Option<Paragraph>,
    /// A paragraph whose end is deleted: it goes on in the next.
    carried: Option<Paragraph>,
    /// From the outermost.
    tables: Vec<OpenTable>,
    pub(super) remarks: Remarks,
    blocks: Vec<GridBlock>,
    /// Paragraphs outside tables so far.
    paragraphs: usize,
    /// Tables of the body so far.
    number: usize,
    /// Remarks before the open table.
    remarks_before: usize,
    text_left: usize,
    cells_left: usize,
    pub(super) is_full: bool,
}

impl<'s> Story<'s> {
    pub(super) fn new(styles: &'s WordStyles, numbers: Numbers<'s>, remarks: Remarks) -> Self {
        Story {
            styles,
            numbers,
            paragraph: None,
            carried: None,
            tables: Vec::new(),
            remarks,
            blocks: Vec::new(),
            paragraphs: 0,
            number: 0,
            remarks_before: 0,
            text_left: MOST_TEXT,
            cells_left: MOST_CELLS,
            is_full: false,
        }
    }

    /// Adds a remark at the place that is read.
    pub(super) fn remark(&mut self, kind: RemarkKind, text: &str) {
        let place = self.place();
        self.remarks.add(place, kind, text);
    }

    /// The place that is read. Until a table is finished, columns are positions, from 1.
    fn place(&self) -> Option<TextPosition> {
        let Some(table) = self.tables.first() else {
            return self.paragraph.as_ref().map(|_| TextPosition::Paragraph(self.paragraphs));
        };
        let column = table.row.as_ref().map_or(0, |row| row.position).saturating_add(1);
        Some(TextPosition::TableCell { table: self.number, row: table.grid.height() + 1, column })
    }

    /// Takes bytes of what may still be kept; `None` if they are too many.
    pub(super) fn charge(&mut self, bytes: usize) -> Option<()> {
        let left = self.text_left.checked_sub(bytes);
        match left {
            Some(left) => self.text_left = left,
            None => self.stop(),
        }
        left.map(drop)
    }

    fn stop(&mut self) {
        if !self.is_full {
            self.is_full = true;
            self.remark(RemarkKind::TooLarge, "");
        }
    }

    /// The table whose rows are read.
    pub(super) fn table(&mut self) -> Option<&mut OpenTable> {
        self.tables.last_mut()
    }

    pub(super) fn begin_paragraph(&mut self) {
        self.end_paragraph();
        self.paragraph = Some(self.new_paragraph());
    }

    /// The open paragraph. Text without one begins one.
    pub(super) fn open_paragraph(&mut self) -> &mut Paragraph {
        if self.paragraph.is_none() {
            self.paragraph = Some(self.new_paragraph());
        }
        self.paragraph.get_or_insert_default()
    }

    fn new_paragraph(&mut self) -> Paragraph {
        if self.tables.is_empty() {
            self.paragraphs += 1;
        }
        let table = self.tables.last().map(OpenTable::format).unwrap_or_default();
        let paragraph = self.styles.style(StyleKind::Paragraph, None).map(|style| style.run).unwrap_or_default();
        let character = self.styles.style(StyleKind::Character, None).map(|style| style.run).unwrap_or_default();
        let formats = StyleFormats { defaults: self.styles.defaults, table, paragraph, character };
        let mut paragraph = Paragraph::new(formats);
        if let Some(before) = self.carried.take() {
            paragraph.go_on(before);
        }
        paragraph
    }

    /// Ends the last paragraph of a cell, or before a table.
    fn end_last_paragraph(&mut self) {
        self.end_paragraph();
        self.paragraph = self.carried.take();
        self.close_paragraph();
    }

    pub(super) fn end_paragraph(&mut self) {
        self.carried = self.paragraph.take_if(|paragraph| paragraph.is_end_deleted).or(self.carried.take());
        self.close_paragraph();
    }

    fn close_paragraph(&mut self) {
        let place = self.place();
        let Some(mut paragraph) = self.paragraph.take() else { return };
        paragraph.end_line();
        let left_out = self.tables.last().and_then(OpenTable::left_out);
        let mut number = None;
        if left_out.is_none() && !paragraph.is_unseen() {
            let mark = self.numbers.count(&paragraph.list, paragraph.style.as_deref());
            if let Some(unknown) = mark.as_ref().and_then(|mark| mark.unknown.as_deref()) {
                paragraph.note(RemarkKind::Symbol, unknown);
            }
            number = mark.map(|mark| mark.text);
        }
        for (kind, text) in paragraph.take_noted() {
            match left_out {
                None => self.remarks.add(place.clone(), kind, &text),
                Some(_) if matches!(kind, RemarkKind::Deleted | RemarkKind::HiddenText) => self.leave_out(&text, kind),
                Some(_) => {}
            }
        }
        let lines: Vec<CellLine> = paragraph.into_lines(number).collect();
        match left_out {
            Some(kind) => self.leave_out(&lines.into_iter().map(numbered).collect::<Vec<_>>().join(" "), kind),
            None => lines.into_iter().for_each(|line| self.add_line(line, place.clone())),
        }
    }

    fn leave_out(&mut self, text: &str, kind: RemarkKind) {
        if text.is_empty() {
            return;
        }
        // A row has one remark for all its cells.
        match self.tables.iter_mut().find_map(|table| table.row.as_mut().filter(|row| row.left_out.is_some())) {
            Some(row) => {
                push_break(&mut row.text);
                push_shortened(&mut row.text, text);
            }
            None => self.remark(kind, text),
        }
    }

    fn add_line(&mut self, line: CellLine, place: Option<TextPosition>) {
        if self.charge(LINE_COST + line.number.as_ref().map_or(0, String::len)).is_none() {
            return;
        }
        match self.tables.last_mut().and_then(OpenTable::cell) {
            Some(cell) => cell.lines.push(line),
            None => {
                let place = place.unwrap_or(TextPosition::Paragraph(self.paragraphs));
                self.blocks.push(GridBlock::Paragraph(GridParagraph { place, line }));
            }
        }
    }

    pub(super) fn begin_table(&mut self) {
        self.end_last_paragraph();
        let left_out = self.tables.last().and_then(OpenTable::left_out);
        if self.tables.is_empty() {
            self.number += 1;
            self.remarks_before = self.remarks.len();
        } else if left_out.is_none() {
            self.remark(RemarkKind::NestedTable, "");
        }
        let mut table = OpenTable::new(left_out);
        if let Some(style) = self.styles.style(StyleKind::Table, None) {
            table.style.take(style);
        }
        self.tables.push(table);
    }

    pub(super) fn end_cell(&mut self) {
        self.end_last_paragraph();
        let most = self.cells_left;
        let Some(table) = self.tables.last_mut() else { return };
        table.end_cell();
        if table.row.as_ref().is_some_and(|row| row.raw.cells.len() > most) {
            self.stop();
        }
    }

    pub(super) fn end_row(&mut self) {
        self.end_cell();
        let is_inner = self.tables.len() > 1;
        let ended = self.table().and_then(OpenTable::end_row);
        match ended {
            None => {}
            Some(Err((kind, text))) => self.remark(kind, &text),
            Some(Ok(row)) if is_inner => self.add_inner_row(row),
            Some(Ok(row)) => self.add_row(row),
        }
    }

    /// Adds a row of a table in a cell as a line of that cell.
    fn add_inner_row(&mut self, row: RawRow) {
        if self.charge(LINE_COST + row.cells.len()).is_none() {
            return;
        }
        if let Some(table) = self.table() {
            table.grid.follow(&row);
        }
        let line = as_line(row);
        let around = self.tables.len().checked_sub(2).and_then(|at| self.tables.get_mut(at));
        if let Some(cell) = around.and_then(OpenTable::cell)
            && !crate::thai::shows_nothing(&line.text)
        {
            cell.lines.push(line);
        }
    }

    fn add_row(&mut self, row: RawRow) {
        let most = self.cells_left;
        let Some(table) = self.tables.last_mut() else { return };
        match table.grid.size_with(&row) <= most {
            true => table.grid.push(row),
            false => self.stop(),
        }
    }

    pub(super) fn end_table(&mut self) {
        self.end_row();
        let Some(table) = self.tables.pop() else { return };
        if !self.tables.is_empty() {
            return;
        }
        let columns = table.grid.columns();
        for place in self.remarks.places_from(self.remarks_before) {
            if let TextPosition::TableCell { table, column, .. } = place
                && *table == self.number
            {
                *column = columns.number(column.saturating_sub(1));
            }
        }
        let grid = table.grid.into_grid(self.number);
        let cells: usize = grid.rows.iter().map(|row| row.cells.len()).sum();
        self.cells_left = self.cells_left.saturating_sub(cells);
        if !grid.rows.is_empty() {
            self.blocks.push(GridBlock::Grid(grid));
        }
    }

    /// The look of a run by what is said directly.
    pub(super) fn look(&self, direct: RunFormat, character: Option<&str>) -> Look {
        let Some(paragraph) = &self.paragraph else { return Look::default() };
        let style = character.and_then(|id| self.styles.style(StyleKind::Character, Some(id)));
        let character = style.map_or(paragraph.formats.character, |style| style.run);
        Look::of(direct, &StyleFormats { character, ..paragraph.formats })
    }

    /// What was read, also of a document that breaks off.
    pub(super) fn finish(mut self) -> (Vec<GridBlock>, Remarks) {
        self.end_last_paragraph();
        while !self.tables.is_empty() {
            self.end_table();
        }
        (self.blocks, self.remarks)
    }
}
