//! The title of a measure with its number: that of the paper if one is typed or written there, else
//! its place in the plan, whatever the order of the rows.

use super::{CellPart, ListItem, TableContext};
use crate::content::front_matter::Measure;
use crate::thai::list_mark;

impl<'a> TableContext<'a> {
    /// The title as a cell; the id for an unknown measure.
    pub(super) fn title_parts(&self, id: &str) -> Vec<CellPart> {
        let item = self.title_item(id);
        let note = item.note.map(|text| CellPart::Note { text });
        let number = item.code.map(|text| CellPart::Number { text });
        number.into_iter().chain([CellPart::Text { text: item.text, href: item.href }]).chain(note).collect()
    }

    /// The title as a point of a list.
    pub(super) fn title_item(&self, id: &str) -> ListItem {
        let Some(measure) = self.measure(id) else { return ListItem::text(id) };
        let Some(title) = &measure.title else { return ListItem { code: self.number(measure), ..ListItem::text(id) } };
        let note = self.writer.text_note(Some(title));
        ListItem { code: self.number(measure), href: self.row_in_plan(id), note, ..ListItem::text(&title.value) }
    }

    /// The row of a measure that another page plans.
    fn row_in_plan(&self, id: &str) -> Option<String> {
        let is_own = self.front_matter.measures.iter().any(|own| own.id.value == id);
        let plan = self.plan_page().filter(|_| !is_own)?;
        Some(self.writer.href_of_part(&plan.permalink, id))
    }

    /// `2.` for the second measure of the plan; `None` if its title begins with the number of the
    /// paper.
    pub(super) fn number(&self, measure: &Measure) -> Option<String> {
        let title = measure.title.as_ref();
        if title.is_some_and(|title| list_mark(&title.value).is_some()) {
            return None;
        }
        let written = title.and_then(|title| title.as_written.as_deref()).map(str::trim_start);
        let of_paper = written.and_then(|written| Some(written.strip_suffix(list_mark(written)?.1)?.trim_end().to_owned()));
        of_paper.or_else(|| {
            let at = self.measures_beside(&measure.id.value).iter().position(|known| known.id.value == measure.id.value)?;
            Some(format!("{}.", self.writer.figure(at + 1)))
        })
    }
}
