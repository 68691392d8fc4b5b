//! A column of indicators that are not those of the assessment: aims of each measure, such as how many take part.

use super::doubt::{DoubtKind, Doubts};
use super::indicator::Indicators;
use super::item_code::code_in;
use super::list::items;
use super::role::Role;
use super::table::{Entry, ImportedTable};

/// What the cells of a row name in a column of indicators.
#[derive(Clone, Copy, PartialEq, Eq)]
enum CellNames {
    /// Nothing.
    Blank,
    /// Indicators of the assessment or items of the checklist.
    Known,
    /// Some of them, and something else.
    Partly,
    /// Something else.
    Other,
}

impl ImportedTable<'_> {
    /// Takes the column for an unknown one if it names no indicator of the assessment at all; else notes the rows that
    /// name something else. Front matter has no place for either, so that the body keeps them.
    pub(super) fn settle_indicators(&mut self, indicators: &Indicators<'_>, doubts: &mut Doubts) {
        let Some(column) = self.head.of(Role::Indicator).next() else { return };
        let is_title = !self.head.has(Role::Measure) && !self.head.has(Role::Issue);
        let named: Vec<CellNames> = self.entries.iter().map(|entry| named(entry, column, indicators)).collect();
        let is_any_known = named.iter().any(|named| matches!(named, CellNames::Known | CellNames::Partly));
        if !is_title && !is_any_known && named.contains(&CellNames::Other) {
            if let Some(head) = self.head.columns.get_mut(column) {
                head.role = None;
                doubts.add(DoubtKind::OtherIndicators, head.place.as_ref(), &head.shown);
            }
            return;
        }
        // A row of another name has it as its title, where there is no column of measures.
        let is_kept = |named: &CellNames| *named == CellNames::Partly || (*named == CellNames::Other && !is_title);
        self.other_indicators = named.iter().enumerate().filter(|(_, named)| is_kept(named)).map(|(at, _)| at).collect();
    }
}

fn named(entry: &Entry<'_>, column: usize, indicators: &Indicators<'_>) -> CellNames {
    let cells = entry.cells.get(column).cloned().unwrap_or_default();
    if cells.is_empty() {
        return CellNames::Blank;
    }
    let mut doubts = Doubts::default();
    let has_code = items(&cells, &mut Doubts::default()).iter().any(|item| code_in(&item.text).is_some());
    let is_known = has_code || !indicators.of_cells(&cells, entry.instrument, &mut doubts).is_empty();
    let is_other = doubts.0.iter().any(|doubt| doubt.kind == DoubtKind::UnknownIndicator);
    match (is_known, is_other) {
        (true, false) => CellNames::Known,
        (true, true) => CellNames::Partly,
        (false, _) => CellNames::Other,
    }
}
