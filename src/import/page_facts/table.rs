//! Tables of a document as entries: what is cut by pages, merged or under headings within the table
//! is put together.

use super::doubt::{DoubtKind, Doubts};
use super::head::{FoundHead, TableHead, own};
use super::indicator::{instrument_in, with_score};
use super::known::KnownInstrument;
use super::list::{items, joined, leading_number};
use super::role::Role;
use super::wording::plain;
use crate::attachment::grid::{CellContent, CellLine, Grid, GridCell, GridRow};

/// A table, over all of its pages.
#[derive(Debug, Default)]
pub(super) struct ImportedTable<'d> {
    pub(super) head: TableHead,
    pub(super) entries: Vec<Entry<'d>>,
    /// Headings within the table that name no instrument.
    pub(super) groups: Vec<&'d CellContent>,
    /// Rows that are text below the table.
    pub(super) notes: Vec<&'d CellContent>,
    /// Rows of totals, each on one line.
    pub(super) totals: Vec<String>,
    /// Entries whose column of indicators names something else, too.
    pub(super) other_indicators: Vec<usize>,
    /// Bytes that merged cells may still be repeated.
    copies_left: usize,
}

/// A row of meaning.
#[derive(Clone, Debug, Default)]
pub(super) struct Entry<'d> {
    /// Contents by column.
    pub(super) cells: Vec<Vec<&'d CellContent>>,
    pub(super) instrument: Option<KnownInstrument>,
    /// The heading within the table above it.
    pub(super) group: Option<usize>,
    /// Its rows part at the end of a page.
    pub(super) is_cut: bool,
}

/// A merged cell over thousands of rows may not be multiplied without limit.
const COPIES: usize = 2_000_000;

/// How a row follows the one above.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Follows {
    /// An entry of its own.
    Own,
    /// It goes on with the entry above.
    GoesOn,
    /// It goes on although its first cell is filled: cut by a page.
    Cut,
}

/// Where a row stands on its page.
#[derive(Clone, Copy, PartialEq, Eq)]
enum RowPlace {
    /// The first of a page without a heading.
    PageStart,
    /// Below the heading that is printed again within the table: the first of a page, or of a group.
    HeadAgain,
    /// Below the heading of a table that is the next page of the one above.
    NextTable,
    /// Anywhere else.
    Within,
}

/// A table and what stands before its rows.
pub(super) struct TablePage<'d, 'h> {
    pub(super) grid: &'d Grid,
    pub(super) head: Option<&'h FoundHead>,
    pub(super) before: BeforeTable,
}

/// What stands between a table and the one above it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum BeforeTable {
    /// Nothing but blank lines: the same heading is that of the next page.
    #[default]
    Nothing,
    /// Words.
    Words,
}

impl<'d> ImportedTable<'d> {
    pub(super) fn new(head: TableHead) -> Self {
        Self { head, copies_left: COPIES, ..Self::default() }
    }

    /// Adds the rows of a page; `instrument` is that named above it.
    pub(super) fn add(&mut self, page: &TablePage<'d, '_>, instrument: &mut Option<KnownInstrument>, doubts: &mut Doubts) {
        let start = page.head.map_or(0, |head| head.after);
        let mut is_first = !self.entries.is_empty();
        let mut group = self.entries.last().and_then(|entry| entry.group);
        let mut is_footer = false;
        // The heading is printed again on the next page, which is a table of its own.
        is_first &= page.head.is_none() || page.before == BeforeTable::Nothing;
        let mut is_below_head = is_first && page.head.is_some();
        let mut is_below_total = false;
        for (at, row) in page.grid.rows.iter().enumerate().skip(start) {
            if own(row).all(shows_nothing) {
                continue;
            }
            if self.head.is_repeated(row) || (is_below_head && self.head.is_repeated_below(row)) {
                is_below_head = true;
                continue;
            }
            is_footer |= starts_footer(row);
            if is_footer {
                self.notes.extend(own(row));
                continue;
            }
            if let Some(heading) = self.heading(row) {
                if let Some(named) = instrument_in(&heading.text()) {
                    *instrument = Some(named);
                    unplaced_score(heading, doubts);
                } else {
                    group = Some(self.groups.len());
                    self.groups.push(heading);
                }
                (is_first, is_below_head) = (false, false);
                continue;
            }
            if is_total(row, &self.head) || (is_below_total && !self.names_entry(row)) {
                let text = joined(&own(row).collect::<Vec<_>>());
                doubts.add(DoubtKind::TotalRow, own(row).next().map(|cell| &cell.place), &text);
                self.totals.push(text);
                is_below_total = true;
                continue;
            }
            is_below_total = false;
            let place = match is_first && page.head.is_none() {
                true => RowPlace::PageStart,
                false if is_first => RowPlace::NextTable,
                false if is_below_head => RowPlace::HeadAgain,
                false => RowPlace::Within,
            };
            let follows = self.follows(row, place);
            self.put(page.grid, at, follows, Entry { instrument: *instrument, group, ..Entry::default() }, doubts);
            if let Some(entry) = self.entries.last_mut() {
                entry.is_cut |= follows != Follows::Own && place != RowPlace::Within;
            }
            (is_first, is_below_head) = (false, false);
        }
    }

    /// A single cell over all columns, or a single one that names an instrument.
    fn heading(&self, row: &'d GridRow) -> Option<&'d CellContent> {
        let mut filled = own(row);
        let only = filled.next().filter(|_| filled.next().is_none())?;
        let width = self.head.columns.len();
        let is_wide = width > 1 && only.column_span + 1 >= width && only.column_span > 1;
        let text = plain(&only.text());
        let names = ["แบบวัด", "แบบตรวจ", "iit", "eit", "oit"].iter().any(|word| text.contains(word)) && self.is_in_front(row);
        (is_wide || (names && text.chars().count() < 120 && instrument_in(&only.text()).is_some())).then_some(only)
    }

    /// The first filled cell is not behind the one that makes the row an entry.
    fn is_in_front(&self, row: &GridRow) -> bool {
        let first = row.cells.iter().position(|cell| matches!(cell, GridCell::Own(content) if !content.lines.is_empty()));
        first <= self.head.key()
    }

    /// The row has a number, measure, indicator or issue of its own.
    fn names_entry(&self, row: &GridRow) -> bool {
        let others = [Role::Number, Role::Indicator, Role::Issue].into_iter().flat_map(|role| self.head.of(role));
        others.chain(self.head.key()).any(|column| is_filled(row, column))
    }

    fn follows(&self, row: &GridRow, place: RowPlace) -> Follows {
        let (Some(last), Some(key)) = (self.entries.last(), self.head.key()) else { return Follows::Own };
        let filled = |column: usize| is_filled(row, column);
        if !self.names_entry(row) {
            return if place == RowPlace::NextTable { Follows::Cut } else { Follows::GoesOn };
        }
        let is_cut = place != RowPlace::Within && !self.head.of(Role::Number).any(filled) && self.is_cut(row, key, last, place);
        if is_cut { Follows::Cut } else { Follows::Own }
    }

    /// At the start of a page, a blank number below a filled one; a first cell without the number that those above have; where nothing is
    /// numbered, a list that goes on with that above, or a row without the mark of status that the entry above has.
    fn is_cut(&self, row: &GridRow, key: usize, last: &Entry<'d>, place: RowPlace) -> bool {
        let Some(GridCell::Own(content)) = row.cells.get(key) else { return false };
        if self.head.of(Role::Number).any(|column| last.cells.get(column).is_some_and(|cells| !cells.is_empty())) {
            return true;
        }
        let last_key = last.cells.get(key).and_then(|cells| cells.first());
        if last_key.is_some_and(|cell| has_number(cell)) {
            return !has_number(content);
        }
        self.list_goes_on(row, last) || (place == RowPlace::PageStart && self.lacks_mark(row, last))
    }

    /// No column of status has a mark, but the entry above has one.
    fn lacks_mark(&self, row: &GridRow, last: &Entry<'d>) -> bool {
        let marks = |column: &usize| matches!(self.head.columns.get(*column).and_then(|column| column.role), Some(Role::StatusMark(_)));
        let was_marked =
            (0..self.head.columns.len()).filter(marks).any(|column| last.cells.get(column).is_some_and(|cells| !cells.is_empty()));
        was_marked && !(0..self.head.columns.len()).filter(marks).any(|column| is_filled(row, column))
    }

    /// A list that began at 1 in the row above goes on with its next number, and the row is not whole: the list begins amid an item,
    /// or a cell is blank that was filled above. A list that runs through the whole table does the first, but not the second.
    fn list_goes_on(&self, row: &GridRow, last: &Entry<'d>) -> bool {
        let columns = 0..self.head.columns.len();
        let is_blank = |column: usize| !is_filled(row, column) && last.cells.get(column).is_some_and(|cells| !cells.is_empty());
        let lacks_cell = columns.clone().any(is_blank);
        columns.into_iter().any(|column| {
            let (Some(GridCell::Own(cell)), Some(above)) = (row.cells.get(column), last.cells.get(column)) else { return false };
            let (Some(begin), Some(end)) = (above.first(), above.last()) else { return false };
            if begin.lines.first().and_then(line_number) != Some(1) {
                return false;
            }
            let last_number = items(&[*end], &mut Doubts::default()).iter().filter_map(|item| item.number).next_back();
            let list = items(&[cell], &mut Doubts::default());
            let goes_on = list.iter().find_map(|item| item.number).is_some_and(|number| Some(number) == last_number.map(|last| last + 1));
            goes_on && (lacks_cell || list.first().is_some_and(|item| item.number.is_none()))
        })
    }

    fn put(&mut self, grid: &'d Grid, row: usize, follows: Follows, mut entry: Entry<'d>, doubts: &mut Doubts) {
        let width = self.head.columns.len();
        let going_on = match follows {
            Follows::Own => None,
            Follows::GoesOn | Follows::Cut => self.entries.pop(),
        };
        if let (Follows::Cut, Some(key), Some(above)) = (follows, self.head.key(), &going_on) {
            let cell = grid.content(row, key);
            let text = cell.map(CellContent::text).unwrap_or_default();
            let whole = above.cells.get(key).map(|cells| joined(cells)).unwrap_or_default();
            doubts.add_taken(DoubtKind::RowJoined, cell.map(|cell| &cell.place), &text, format!("{whole} {text}"));
        }
        if let Some(above) = going_on {
            entry = above;
        }
        entry.cells.resize(width, Vec::new());
        for column in 0..width {
            self.put_cell(grid, row, column, &mut entry, doubts);
        }
        self.entries.push(entry);
    }

    fn put_cell(&mut self, grid: &'d Grid, row: usize, column: usize, entry: &mut Entry<'d>, doubts: &mut Doubts) {
        let cell = grid.rows.get(row).and_then(|row| row.cells.get(column));
        let role = self.head.columns.get(column).and_then(|column| column.role);
        let is_coloured = |content: &CellContent| matches!(role, Some(Role::Month(_))) && content.fill.is_some();
        let is_filled = |content: &&CellContent| !content.lines.is_empty() || is_coloured(content);
        let Some(content) = grid.content(row, column).filter(is_filled) else { return };
        let Some(cells) = entry.cells.get_mut(column) else { return };
        // "None" is said in words only of limitations.
        let is_said = role == Some(Role::Limitations) || is_coloured(content);
        if !is_said && shows_nothing(content) && content.lines.iter().all(|line| line.number.is_none()) {
            return;
        }
        if cells.last().is_some_and(|last| std::ptr::eq(*last, content)) {
            return;
        }
        if let Some(GridCell::Covered { row: from, column: start }) = cell {
            // Merged over columns: it belongs to the first.
            if *from == row && *start != column {
                return;
            }
            let bytes: usize = content.lines.iter().map(|line| line.text.len()).sum();
            match self.copies_left.checked_sub(bytes) {
                Some(left) => self.copies_left = left,
                None => {
                    if !doubts.0.last().is_some_and(|doubt| doubt.kind == DoubtKind::CopyLimit) {
                        doubts.add(DoubtKind::CopyLimit, Some(&content.place), &content.text());
                    }
                    return;
                }
            }
        }
        cells.push(content);
    }
}

/// The score of an instrument in its heading has no place.
fn unplaced_score(heading: &CellContent, doubts: &mut Doubts) {
    if with_score(&joined(&[heading])).1.is_some() {
        doubts.add(DoubtKind::UnplacedScore, Some(&heading.place), &heading.text());
    }
}

/// A row of sums: only a word for a sum, or such a word before a number, is in its first cell; or `รวมมิติที่ 1`,
/// where nothing stands in the column of measures.
fn is_total(row: &GridRow, head: &TableHead) -> bool {
    const WORDS: [&str; 6] = ["รวม", "รวมทั้งสิ้น", "รวมทั้งหมด", "ยอดรวม", "รวมเป็นเงิน", "total"];
    if head.has(Role::Score) || head.has(Role::Grade) {
        // There, it is the score of the whole body.
        return false;
    }
    let text = own(row).next().map(|cell| plain(&cell.text())).unwrap_or_default();
    let is_of_group = text.starts_with("รวม") && head.key().is_some_and(|key| key > 0 && !is_filled(row, key));
    let is_sum = |word: &str| text.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with(|c: char| c.is_ascii_digit()));
    is_of_group || WORDS.into_iter().any(is_sum)
}

fn is_filled(row: &GridRow, column: usize) -> bool {
    matches!(row.cells.get(column), Some(GridCell::Own(content)) if !content.lines.is_empty())
}

/// The first line has a number.
fn has_number(cell: &CellContent) -> bool {
    cell.lines.first().is_some_and(|line| line.number.is_some() || leading_number(line.text.trim()).is_some())
}

/// The number of a line: the program's or a typed one.
pub(super) fn line_number(line: &CellLine) -> Option<u32> {
    let automatic = line.number.as_deref().and_then(|number| plain(number).parse().ok());
    automatic.or_else(|| leading_number(line.text.trim()))
}

/// Only dashes.
fn shows_nothing(content: &CellContent) -> bool {
    content.lines.iter().all(|line| line.text.chars().all(|c| c.is_whitespace() || matches!(c, '-' | '–' | '—')))
}

/// The end of a sheet: a note or the place for a signature, alone in its row, or places for several signatures.
fn starts_footer(row: &GridRow) -> bool {
    let mut filled = own(row);
    if own(row).next().is_some() && own(row).all(|content| plain(&content.text()).starts_with("ลงชื่อ")) {
        return true;
    }
    let only = filled.next().filter(|_| filled.next().is_none());
    let text = only.map(|content| plain(&content.text())).unwrap_or_default();
    ["หมายเหตุ", "ลงชื่อ", "ผู้รายงาน", "ผู้จัดทำ"].iter().any(|word| text.starts_with(word))
}

impl<'d> Entry<'d> {
    /// The contents of the columns of a meaning, in order.
    pub(super) fn of(&self, head: &TableHead, role: Role) -> Vec<&'d CellContent> {
        head.of(role).filter_map(|column| self.cells.get(column)).flatten().copied().collect()
    }

    /// Nothing stands in a column.
    pub(super) fn is_blank(&self, column: usize) -> bool {
        self.cells.get(column).is_none_or(Vec::is_empty)
    }

    /// The contents of the column that makes it an entry.
    pub(super) fn key(&self, head: &TableHead) -> Vec<&'d CellContent> {
        head.key().and_then(|column| self.cells.get(column)).cloned().unwrap_or_default()
    }
}
