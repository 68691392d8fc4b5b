//! Cells of a sheet that come one by one become a table without hidden and without distant parts.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::{Range, RangeInclusive};
use std::sync::Arc;

use super::ink::CellText;
use super::line_ranges::LineRanges;
use super::merged_cells::merge;
use super::sheet_area::{CellKey, MergedArea, ShownLines, within};
use super::stored_number::StoredNumber;
use crate::attachment::TextPosition;
use crate::attachment::grid::{CellContent, CellLine, CellValue, Grid, GridCell, GridRow, RemarkKind};
use crate::attachment::grids_gathered::GatheredGrids;
use crate::attachment::text_position::column_letters;

/// Most coloured cells of a sheet that are kept.
const MAX_FILLED: usize = 200_000;

/// Most merged areas of a sheet.
const MAX_MERGED: usize = 200_000;

/// A cell with text or a value.
#[derive(Debug)]
struct StoredCell {
    /// Where it stands; elsewhere than its key if the first of merged cells is hidden.
    place: CellKey,
    lines: Vec<CellLine>,
    value: CellValue,
}

/// What was read of a sheet.
pub(super) struct SheetGrid {
    pub(super) name: Arc<str>,
    pub(super) gathered: GatheredGrids,
    cells: BTreeMap<CellKey, StoredCell>,
    fills: BTreeMap<CellKey, Arc<str>>,
    /// Behind the last column with text.
    width: u32,
    merged: Vec<MergedArea>,
    pub(super) hidden_rows: LineRanges,
    pub(super) hidden_columns: LineRanges,
    /// Rows that are repeated on each page.
    pub(super) headings: Option<RangeInclusive<u32>>,
    is_full: bool,
}

impl SheetGrid {
    pub(super) fn new(gathered: GatheredGrids, name: Arc<str>) -> Self {
        SheetGrid {
            name,
            gathered,
            cells: BTreeMap::new(),
            fills: BTreeMap::new(),
            width: 0,
            merged: Vec::new(),
            hidden_rows: LineRanges::default(),
            hidden_columns: LineRanges::default(),
            headings: None,
            is_full: false,
        }
    }

    fn place(&self, (row, column): CellKey) -> TextPosition {
        TextPosition::Cell { sheet: Arc::clone(&self.name), row, column }
    }

    /// Adds a remark on a cell.
    pub(super) fn remark(&mut self, at: CellKey, kind: RemarkKind, text: &str) {
        let place = self.place(at);
        self.gathered.remark(Some(place), kind, text);
    }

    /// Adds a cell with text.
    pub(super) fn add_text(&mut self, at: CellKey, text: CellText) {
        self.add(at, text, CellValue::Text);
    }

    /// Adds a cell with a number.
    pub(super) fn add_number(&mut self, at: CellKey, number: StoredNumber, ink: super::ink::CellInk) {
        if let Some((kind, text)) = &number.remark {
            self.remark(at, *kind, text);
        }
        // Digits in a font of signs are taken as digits.
        self.add(at, CellText::of(&number.text, super::ink::CellInk { symbols: None, raised: None, ..ink }), number.value);
    }

    /// Adds a cell; one without text and value is none.
    pub(super) fn add(&mut self, at: CellKey, text: CellText, value: CellValue) {
        let (is_struck, unknown, raised) = (text.is_struck, text.unknown, text.raised.clone());
        let lines = text.into_lines();
        if lines.is_empty() && value == CellValue::Text {
            return;
        }
        if !self.has_room(at, &lines) {
            return;
        }
        if is_struck {
            self.remark(at, RemarkKind::Struck, lines.first().map_or("", |line| &line.text).to_owned().as_str());
        }
        if !raised.is_empty() {
            self.remark(at, RemarkKind::Raised, &raised);
        }
        if let Some((font, letter)) = unknown {
            self.remark(at, RemarkKind::Symbol, &format!("{} U+{:04X}", font.name(), u32::from(letter)));
        }
        self.width = self.width.max(at.1.saturating_add(1));
        self.cells.insert(at, StoredCell { place: at, lines, value });
    }

    /// Notes the background of a cell. Beyond the columns that have text so far, it is none of a table.
    pub(super) fn add_fill(&mut self, at: CellKey, fill: &Arc<str>) {
        if at.1 < self.width && self.fills.len() < MAX_FILLED {
            self.fills.insert(at, Arc::clone(fill));
        }
    }

    /// Notes the background of cells of a row.
    pub(super) fn add_fills(&mut self, row: u32, columns: Range<u32>, fill: &Arc<str>) {
        for column in columns.start..columns.end.min(self.width) {
            self.add_fill((row, column), fill);
        }
    }

    fn has_room(&mut self, at: CellKey, lines: &[CellLine]) -> bool {
        const COST: usize = 4;
        if self.is_full {
            return false;
        }
        let bytes = lines.iter().map(|line| line.text.len() + COST).sum();
        self.is_full = self.cells.len() >= self.gathered.most_cells() || !self.gathered.takes(bytes);
        if self.is_full {
            self.remark(at, RemarkKind::TooLarge, "");
        }
        !self.is_full
    }

    /// True if no more cells fit.
    pub(super) fn is_full(&self) -> bool {
        self.is_full
    }

    /// Adds merged cells.
    pub(super) fn add_merged(&mut self, area: MergedArea) {
        let is_single = area.rows.0 == area.rows.1 && area.columns.0 == area.columns.1;
        let is_area = area.rows.0 <= area.rows.1 && area.columns.0 <= area.columns.1;
        if is_area && !is_single && self.merged.len() < MAX_MERGED {
            self.merged.push(area);
        }
    }

    /// The document with the table.
    pub(super) fn finish(mut self) -> GatheredGrids {
        self.hidden_rows = std::mem::take(&mut self.hidden_rows).sorted();
        self.hidden_columns = std::mem::take(&mut self.hidden_columns).sorted();
        self.show_merged();
        self.leave_out_hidden();
        let lines = self.shown_lines();
        let grid = self.grid(&lines);
        let merged = std::mem::take(&mut self.merged);
        let grid = merge(grid, &lines, &merged, |at, kind, text| self.remark(at, kind, text));
        self.gathered.add(grid);
        self.gathered
    }

    /// Merged cells whose first row or column is hidden show their text in the first one that is not.
    fn show_merged(&mut self) {
        let mut merged = std::mem::take(&mut self.merged);
        merged.retain_mut(|area| {
            let from = (area.rows.0, area.columns.0);
            let to = (self.hidden_rows.next_outside(from.0), self.hidden_columns.next_outside(from.1));
            let is_shown = to.0 <= area.rows.1 && to.1 <= area.columns.1;
            if is_shown && from != to {
                if let Some(cell) = self.cells.remove(&from) {
                    self.cells.insert(to, cell);
                }
                (area.rows.0, area.columns.0) = to;
            }
            is_shown
        });
        self.merged = merged;
    }

    /// Drops hidden cells and remarks them, once for each range.
    fn leave_out_hidden(&mut self) {
        let (mut rows, mut columns) = (BTreeSet::new(), BTreeSet::new());
        let (hidden_rows, hidden_columns) = (&self.hidden_rows, &self.hidden_columns);
        let mut bounds: Option<((u32, u32), (u32, u32))> = None;
        self.cells.retain(|at, _| {
            let (row, column) = (hidden_rows.find(at.0), hidden_columns.find(at.1));
            rows.extend(row);
            columns.extend(column);
            bounds = Some(bounds.map_or(((at.0, at.0), (at.1, at.1)), |(rows, columns)| (widened(rows, at.0), widened(columns, at.1))));
            row.is_none() && column.is_none()
        });
        let Some((row_bounds, column_bounds)) = bounds else { return };
        let within = |range: (u32, u32), bounds: (u32, u32)| (range.0.max(bounds.0), range.1.min(bounds.1));
        let rows: Vec<_> = rows.into_iter().filter_map(|at| self.hidden_rows.get(at)).map(|range| within(range, row_bounds)).collect();
        let columns: Vec<_> =
            columns.into_iter().filter_map(|at| self.hidden_columns.get(at)).map(|range| within(range, column_bounds)).collect();
        for (first, last) in rows {
            self.remark((first, 0), RemarkKind::HiddenRow, &from_to(first, last, |row| (u64::from(row) + 1).to_string()));
        }
        for (first, last) in columns {
            self.remark((0, first), RemarkKind::HiddenColumn, &from_to(first, last, column_letters));
        }
    }

    /// Rows and columns of the table.
    fn shown_lines(&mut self) -> ShownLines {
        let keys = || self.cells.keys().copied();
        let rows = bounds(keys().map(|(row, _)| row));
        let columns = bounds(keys().map(|(_, column)| column));
        let (Some(rows), Some(columns)) = (rows, columns) else { return ShownLines::default() };
        let most = self.gathered.most_cells();
        let lines = ShownLines { rows: outside(rows, &self.hidden_rows), columns: outside(columns, &self.hidden_columns) };
        if lines.rows.len().saturating_mul(lines.columns.len()) <= most {
            return lines;
        }
        let used_rows: BTreeSet<u32> = keys().map(|(row, _)| row).collect();
        let used_columns: BTreeSet<u32> = keys().map(|(_, column)| column).collect();
        let lines = ShownLines { rows: without_gaps(lines.rows, &used_rows), columns: without_gaps(lines.columns, &used_columns) };
        if lines.rows.len().saturating_mul(lines.columns.len()) <= most {
            return lines;
        }
        self.first_rows(&lines, most)
    }

    /// As many of the rows as fit, with the columns that these need.
    fn first_rows(&mut self, lines: &ShownLines, most: usize) -> ShownLines {
        let mut columns = (u32::MAX, 0);
        let mut last = None;
        let mut cut = None;
        for (row, column) in self.cells.keys().copied() {
            let wider = widened(columns, column);
            let height = lines.rows.partition_point(|line| *line <= row);
            if height.saturating_mul(within(&lines.columns, wider).len()) > most {
                cut = Some((row, column));
                break;
            }
            (columns, last) = (wider, Some(row));
        }
        if let Some(cut) = cut {
            self.remark(cut, RemarkKind::TooLarge, "");
        }
        let rows = last.map_or(0..0, |last| within(&lines.rows, (0, last)));
        let part = |lines: &[u32], range: Range<usize>| lines.get(range).unwrap_or_default().to_vec();
        ShownLines { rows: part(&lines.rows, rows), columns: part(&lines.columns, within(&lines.columns, columns)) }
    }

    fn grid(&mut self, lines: &ShownLines) -> Grid {
        let mut cells = std::mem::take(&mut self.cells);
        let mut fills = std::mem::take(&mut self.fills);
        let mut cell = |at: CellKey| {
            let stored = cells.remove(&at).unwrap_or(StoredCell { place: at, lines: Vec::new(), value: CellValue::Text });
            GridCell::Own(CellContent {
                place: self.place(stored.place),
                row_span: 1,
                column_span: 1,
                lines: stored.lines,
                value: stored.value,
                fill: fills.remove(&at),
            })
        };
        let row = |row: &u32| GridRow {
            is_heading: self.headings.as_ref().is_some_and(|headings| headings.contains(row)),
            cells: lines.columns.iter().map(|column| cell((*row, *column))).collect(),
        };
        Grid { name: Some(self.name.to_string()), rows: lines.rows.iter().map(row).collect() }
    }
}

fn widened((first, last): (u32, u32), line: u32) -> (u32, u32) {
    (first.min(line), last.max(line))
}

fn bounds(mut lines: impl Iterator<Item = u32>) -> Option<(u32, u32)> {
    let first = lines.next()?;
    Some(lines.fold((first, first), widened))
}

fn outside((first, last): (u32, u32), hidden: &LineRanges) -> Vec<u32> {
    let mut lines = Vec::new();
    let mut line = hidden.next_outside(first);
    while line <= last {
        lines.push(line);
        line = hidden.next_outside(line.saturating_add(1));
    }
    lines
}

/// Keeps one line of several empty ones.
fn without_gaps(lines: Vec<u32>, used: &BTreeSet<u32>) -> Vec<u32> {
    let mut was_empty = false;
    let mut keep = |line: &u32| {
        let is_empty = !used.contains(line);
        let keep = !(is_empty && was_empty);
        was_empty = is_empty;
        keep
    };
    lines.into_iter().filter(|line| keep(line)).collect()
}

fn from_to(first: u32, last: u32, name: impl Fn(u32) -> String) -> String {
    if first == last { name(first) } else { format!("{}–{}", name(first), name(last)) }
}
