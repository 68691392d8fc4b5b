//! Which issue a row is about, where the cell of the issue is blank or merged over several rows.

use super::head::TableHead;
use super::list::joined;
use super::role::Role;
use super::table::Entry;

/// Whose issue a row has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RowTopic {
    /// One of its own.
    Own,
    /// That of the row above: their cell is merged.
    Merged,
    /// Perhaps that of the row above: its own cell is blank, or has a mark for "the same".
    Blank,
}

/// What belongs to the issue of a row besides its title.
pub(super) const ISSUE_ROLES: [Role; 4] = [Role::Question, Role::Score, Role::Finding, Role::Limitations];

/// Marks that repeat the cell above.
const DITTO: [char; 6] = ['"', '”', '“', '″', '〃', '\''];

impl RowTopic {
    /// Whose issue `entry` has, below the row `above`.
    pub(super) fn of(above: Option<&Entry<'_>>, entry: &Entry<'_>, head: &TableHead) -> Self {
        let column = [Role::Issue, Role::Question, Role::Finding].into_iter().find_map(|role| head.of(role).next());
        let (Some(above), Some(column)) = (above, column) else { return RowTopic::Own };
        if above.group != entry.group || above.instrument != entry.instrument {
            return RowTopic::Own;
        }
        if shares(above, entry, column) {
            return RowTopic::Merged;
        }
        // What stands before the issue groups the issues: where that is new, so is the issue.
        let is_new = |before: usize| {
            let is_number = head.columns.get(before).is_some_and(|column| column.role == Some(Role::Number));
            !is_number && !entry.is_blank(before) && !shares(above, entry, before)
        };
        // Only where the issue stands before its measures can rows below it be meant, too.
        let is_outermost = head.of(Role::Measure).all(|measure| column < measure) && !(0..column).any(is_new);
        if is_outermost && (entry.is_blank(column) || is_ditto(entry, column)) { RowTopic::Blank } else { RowTopic::Own }
    }
}

/// Both rows have the same cells of a column, merged over them.
pub(super) fn shares(above: &Entry<'_>, entry: &Entry<'_>, column: usize) -> bool {
    let (Some(above), Some(own)) = (above.cells.get(column), entry.cells.get(column)) else { return false };
    !own.is_empty() && own.iter().all(|cell| above.iter().any(|other| std::ptr::eq(*cell, *other)))
}

impl Entry<'_> {
    /// The entry without the cells of some columns that are merged with those of the row above, and read there.
    pub(super) fn without_shared(&self, above: &Entry<'_>, head: &TableHead, roles: &[Role]) -> Self {
        let mut rest = self.clone();
        for column in roles.iter().flat_map(|role| head.of(*role)).filter(|column| shares(above, self, *column)) {
            if let Some(cells) = rest.cells.get_mut(column) {
                cells.clear();
            }
        }
        rest
    }
}

fn is_ditto(entry: &Entry<'_>, column: usize) -> bool {
    let text = entry.cells.get(column).map(|cells| joined(cells)).unwrap_or_default();
    !text.trim().is_empty() && text.chars().all(|c| c.is_whitespace() || DITTO.contains(&c))
}
