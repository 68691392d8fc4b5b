//! The heading of a table: one to three rows, with merged cells.

use super::role::{Role, role_of};
use super::status::FoundStatus;
use super::wording::{one_line, plain};
use crate::attachment::TextPosition;
use crate::attachment::grid::{CellContent, CellLine, Grid, GridCell, GridRow};

/// Columns of a table.
#[derive(Clone, Debug, Default)]
pub(super) struct TableHead {
    /// A meaning for each column.
    pub(super) columns: Vec<HeadColumn>,
}

/// A column.
#[derive(Clone, Debug, Default)]
pub(super) struct HeadColumn {
    /// What it means.
    pub(super) role: Option<Role>,
    /// Its heading as shown.
    pub(super) shown: String,
    /// Where the heading stands.
    pub(super) place: Option<TextPosition>,
    /// Its headings for comparison, by row.
    plain: Vec<String>,
}

/// A heading and the rows around it.
pub(super) struct FoundHead {
    pub(super) head: TableHead,
    /// Its first row.
    pub(super) first: usize,
    /// The row after it.
    pub(super) after: usize,
}

/// Rows before a heading: title lines and memo head of a sheet.
const SEARCHED_ROWS: usize = 40;

/// Finds the heading of a table.
pub(super) fn find(grid: &Grid) -> Option<FoundHead> {
    let first = (0..grid.rows.len().min(SEARCHED_ROWS)).find(|row| is_head(grid, *row))?;
    let mut after = first + 1;
    while after < first + 3 && is_lower_head(grid, first, after) {
        after += 1;
    }
    let head = TableHead { columns: columns(grid, first, after) };
    Some(FoundHead { head: settled(head), first, after })
}

/// At least two different meanings, perhaps one of them below a merged cell, and most cells known.
fn is_head(grid: &Grid, row: usize) -> bool {
    let Some(cells) = grid.rows.get(row) else { return false };
    let mut roles: Vec<Role> = Vec::new();
    let (mut filled, mut known, mut merged_known) = (0, 0, 0);
    let is_known_below = is_known_below(grid, row);
    for content in own(cells) {
        filled += 1;
        let merged = usize::from(content.column_span > 1 && is_known_below);
        match role_of(&content.text()) {
            Some(role) => {
                known += 1;
                // Twelve months are one meaning.
                let meaning = if matches!(role, Role::Month(_)) { Role::Month(1) } else { role };
                if !roles.contains(&meaning) {
                    roles.push(meaning);
                }
            }
            None => {
                known += merged;
                merged_known = merged_known.max(merged);
            }
        }
    }
    roles.len() + merged_known >= 2 && !roles.is_empty() && known * 2 >= filled || roles.len() >= 3 && known * 3 >= filled
}

impl FoundHead {
    /// On a page after others, the heading of another table stands at the top: above it is at most one
    /// cell a row, and none of its cells is unknown. Anything else is a row whose words look like headings.
    pub(super) fn begins_page(&self, grid: &Grid) -> bool {
        let is_title = |row: &GridRow| own(row).count() <= 1;
        grid.rows.iter().take(self.first).all(is_title) && self.head.columns.iter().all(|column| column.role.is_some())
    }
}

/// A merged heading is known by those below it.
fn is_known_below(grid: &Grid, row: usize) -> bool {
    grid.rows.get(row + 1).is_some_and(|below| own(below).any(|content| role_of(&content.text()).is_some()))
}

/// A further row of the heading: all of its cells are headings, and the first columns are not filled again.
fn is_lower_head(grid: &Grid, first: usize, row: usize) -> bool {
    let Some(cells) = grid.rows.get(row) else { return false };
    let is_below_merged = |column: usize| match cells.cells.get(column) {
        Some(GridCell::Covered { row: from, .. }) => *from >= first && *from < row,
        Some(GridCell::Own(content)) => content.lines.is_empty(),
        _ => true,
    };
    let starts_below = is_below_merged(0);
    let contents: Vec<&CellContent> = own(cells).collect();
    let is_numbering = contents.len() > 1 && is_numbering(&contents);
    let known = contents.iter().filter(|content| role_of(&content.text()).is_some()).count();
    // Below merged headings some may be unknown; elsewhere such a row is content.
    let is_merged = grid.rows.get(first).is_some_and(|row| own(row).any(|content| content.column_span > 1));
    let is_known = known == contents.len() || (is_merged && known * 2 >= contents.len());
    // One cell beside blank ones is part of a heading only if something above it or beside it is merged.
    let is_alone = contents.len() == 1 && !is_merged && !matches!(cells.cells.first(), Some(GridCell::Covered { .. }));
    let is_below = starts_below && known > 0 && is_known && !is_alone && !contents.iter().any(|content| has_heading_line(content));
    is_numbering || is_below || parts_merged(grid, first, row) || says_again(grid, first, &contents, cells)
}

/// All cells of a row stand below headings merged over columns, beside headings that go on down: they are
/// headings whatever they say.
fn parts_merged(grid: &Grid, first: usize, row: usize) -> bool {
    let Some(cells) = grid.rows.get(row) else { return false };
    let is_wide = |column| grid.content(first, column).is_some_and(|above| above.column_span > 1 && above.row_span == 1);
    let goes_on_down = |cell: &GridCell| matches!(cell, GridCell::Covered { row: from, .. } if (first..row).contains(from));
    let is_part = |(column, cell): (usize, &GridCell)| goes_on_down(cell) || is_wide(column);
    cells.cells.iter().any(goes_on_down) && own(cells).count() > 1 && cells.cells.iter().enumerate().all(is_part)
}

/// The first line is emphasised and another one is not: content below a heading of its own.
fn has_heading_line(content: &CellContent) -> bool {
    let is_emphasised = |line: &CellLine| line.is_bold || line.is_underlined;
    let mut lines = content.lines.iter();
    lines.next().is_some_and(is_emphasised) && !lines.all(is_emphasised)
}

/// The same headings in another language: each means what the one above it does.
fn says_again(grid: &Grid, first: usize, contents: &[&CellContent], row: &GridRow) -> bool {
    let is_same = |(column, cell): (usize, &GridCell)| match cell {
        GridCell::Own(content) if !content.lines.is_empty() => {
            let above = grid.content(first, column).and_then(|above| role_of(&above.text()));
            above.is_some() && role_of(&content.text()) == above
        }
        _ => true,
    };
    contents.len() > 1 && row.cells.iter().enumerate().all(is_same)
}

/// `(1) (2) (3)` under the headings.
fn is_numbering(contents: &[&CellContent]) -> bool {
    let numbers: Vec<Option<usize>> = contents.iter().map(|content| plain(&content.text()).parse().ok()).collect();
    let first = numbers.first().copied().flatten();
    first.is_some_and(|first| first <= 1 && numbers.iter().enumerate().all(|(at, number)| *number == Some(first + at)))
}

fn columns(grid: &Grid, first: usize, after: usize) -> Vec<HeadColumn> {
    let width = grid.rows.get(first).map_or(0, |row| row.cells.len());
    (0..width)
        .map(|column| {
            let mut found = HeadColumn::default();
            let mut texts: Vec<String> = Vec::new();
            for row in first..after {
                let Some(content) = grid.content(row, column).filter(|content| !content.lines.is_empty()) else {
                    found.plain.push(String::new());
                    continue;
                };
                let text = one_line(&content.text());
                found.plain.push(plain(&text));
                found.place = Some(content.place.clone());
                // The lowest heading says more than the merged one above it.
                found.role = role_of(&text).or(found.role);
                if texts.last() != Some(&text) {
                    texts.push(text);
                }
            }
            found.shown = texts.join(" ");
            found
        })
        .collect()
}

/// Meanings that depend on the other columns.
fn settled(mut head: TableHead) -> TableHead {
    let has = |head: &TableHead, role| head.columns.iter().any(|column| column.role == Some(role));
    let second = head.columns.iter().enumerate().filter(|(_, column)| column.role == Some(Role::Measure)).nth(1).map(|(at, _)| at);
    // `มาตรการ | โครงการ`: the second says how, unless another column does.
    let steps = (!has(&head, Role::Steps)).then_some(Role::Steps);
    if let Some(column) = second.and_then(|second| head.columns.get_mut(second)) {
        column.role = steps;
    }
    let budgets = head.columns.iter_mut().filter(|column| column.role == Some(Role::Budget));
    // What was spent, or is left, stands beside what was planned.
    budgets.skip(1).for_each(|column| column.role = None);
    settle_period_end(&mut head);
    settle_months(&mut head);
    let key = [Role::Measure, Role::Issue, Role::Indicator, Role::Question];
    if !key.into_iter().any(|role| has(&head, role))
        && let Some(column) = head.columns.iter_mut().find(|column| column.role == Some(Role::Steps))
    {
        column.role = Some(Role::Measure);
    }
    head
}

/// `เริ่ม | แล้วเสร็จ`: beside the first day, the word for "done" is the last day.
fn settle_period_end(head: &mut TableHead) {
    let is_end = |pair: &[HeadColumn]| match pair {
        [start, end] => start.role == Some(Role::PeriodStart) && end.role == Some(Role::StatusMark(FoundStatus::Done)),
        _ => false,
    };
    let at = head.columns.windows(2).position(is_end).map(|start| start + 1);
    if let Some(column) = at.and_then(|at| head.columns.get_mut(at)) {
        column.role = Some(Role::PeriodEnd);
    }
}

/// One month alone is no chart of months.
fn settle_months(head: &mut TableHead) {
    let is_month = |column: &HeadColumn| matches!(column.role, Some(Role::Month(_)));
    if head.columns.iter().filter(|column| is_month(column)).count() == 1 {
        head.columns.iter_mut().filter(|column| is_month(column)).for_each(|column| column.role = None);
    }
}

impl TableHead {
    /// Columns of a meaning.
    pub(super) fn of(&self, role: Role) -> impl Iterator<Item = usize> {
        self.columns.iter().enumerate().filter(move |(_, column)| column.role == Some(role)).map(|(at, _)| at)
    }

    /// True if columns are months: a chart of bars.
    pub(super) fn has_months(&self) -> bool {
        self.columns.iter().any(|column| matches!(column.role, Some(Role::Month(_))))
    }

    /// True if a column has this meaning.
    pub(super) fn has(&self, role: Role) -> bool {
        self.of(role).next().is_some()
    }

    /// The column that makes a row an entry of its own.
    pub(super) fn key(&self) -> Option<usize> {
        [Role::Measure, Role::Issue, Role::Indicator, Role::Question].into_iter().find_map(|role| self.of(role).next())
    }

    /// True if there is a column per status.
    pub(super) fn has_status_marks(&self) -> bool {
        self.columns.iter().any(|column| matches!(column.role, Some(Role::StatusMark(_))))
    }

    /// The same columns, so that a table goes on.
    pub(super) fn is_like(&self, other: &TableHead) -> bool {
        self.columns.len() == other.columns.len() && self.columns.iter().zip(&other.columns).all(|(one, other)| one.role == other.role)
    }

    /// The lower row of a heading that is printed again: headings of the same meaning, perhaps in other words.
    pub(super) fn is_repeated_below(&self, row: &GridRow) -> bool {
        let mut same = 0;
        for (cell, column) in row.cells.iter().zip(&self.columns) {
            let GridCell::Own(content) = cell else { continue };
            if content.lines.is_empty() {
                continue;
            }
            let text = content.text();
            if !column.plain.contains(&plain(&text)) && (column.role.is_none() || role_of(&text) != column.role) {
                return false;
            }
            same += 1;
        }
        same > 1
    }

    /// The heading is printed again within the table.
    pub(super) fn is_repeated(&self, row: &GridRow) -> bool {
        let mut filled = 0;
        for (cell, column) in row.cells.iter().zip(&self.columns) {
            let GridCell::Own(content) = cell else { continue };
            if content.lines.is_empty() {
                continue;
            }
            filled += 1;
            if !column.plain.contains(&plain(&content.text())) {
                return false;
            }
        }
        filled > 1 || (filled == 1 && row.is_heading)
    }
}

/// Filled cells that begin in a row.
pub(super) fn own(row: &GridRow) -> impl Iterator<Item = &CellContent> {
    row.cells.iter().filter_map(|cell| match cell {
        GridCell::Own(content) if !content.lines.is_empty() => Some(content),
        _ => None,
    })
}
