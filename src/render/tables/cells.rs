//! Cell parts built from front matter values.

use super::{CellPart, Column, ColumnRole, ListItem, Row, RowGroup, TableContext};
use crate::catalogue::Catalogue;
use crate::thai::FiscalYear;
use crate::yaml::{Decimal, Spanned};

impl<'a> TableContext<'a> {
    /// A text with a note if the paper differs.
    pub fn text(&self, given: Option<&Spanned<String>>) -> Vec<CellPart> {
        given.map(|given| self.printed(given, given.value.clone())).unwrap_or_default()
    }

    /// A printed value with a note if the paper differs.
    pub fn printed<T>(&self, given: &Spanned<T>, printed: String) -> Vec<CellPart> {
        let note = self.writer.as_written(given, &printed).map(|text| CellPart::Note { text });
        std::iter::once(CellPart::text(printed)).chain(note).collect()
    }

    /// A score with a note if the paper differs.
    pub fn score(&self, given: Option<&Spanned<Decimal>>) -> Vec<CellPart> {
        given.map(|given| self.printed(given, self.writer.score(given.value))).unwrap_or_default()
    }

    /// Texts as list items.
    pub fn items(&self, texts: &[Spanned<String>]) -> Vec<ListItem> {
        let item = |given: &Spanned<String>| ListItem { note: self.writer.as_written(given, &given.value), ..ListItem::text(&given.value) };
        texts.iter().map(item).collect()
    }

    /// A column labelled with the string `column_FIELD`.
    pub fn column(&self, field: &'static str, role: ColumnRole) -> Column {
        Column { field, label: self.writer.word(&format!("column_{field}")), under: None, role }
    }

    /// The catalogue of `year`, else that of the page's year.
    pub fn catalogue(&self, year: Option<FiscalYear>) -> Option<&'a Catalogue> {
        let own = self.located.year.map(|year| &*year.catalogue);
        year.and_then(|year| self.writer.site.catalogues.get(year)).map(|catalogue| &**catalogue).or(own)
    }

    /// The catalogue of the assessed year.
    pub fn assessed(&self) -> Option<&'a Catalogue> {
        let assessment = self.front_matter.assessment.as_ref().and_then(|assessment| assessment.year.as_ref());
        self.catalogue(assessment.or(self.front_matter.analysed_year.as_ref()).map(|year| year.value))
    }

    /// `IIT แบบวัดการรับรู้…`.
    pub fn instrument_heading(&self, key: &str) -> String {
        let lists = [self.assessed(), self.catalogue(None)];
        let mut instruments = lists.into_iter().flatten().flat_map(|catalogue| &catalogue.instruments);
        match instruments.find(|known| known.id.key() == key) {
            Some(known) => format!("{key} {}", self.writer.translated(&known.name)),
            None => key.to_owned(),
        }
    }

    /// The name of an indicator, from the catalogue of the assessed year or of the page's year.
    pub fn indicator_name(&self, no: u32) -> Option<&'a str> {
        let lists = [self.assessed(), self.catalogue(None)];
        lists.into_iter().flatten().find_map(|catalogue| catalogue.indicator_name(no))
    }

    /// Indicator numbers as list items with names.
    pub fn indicators(&self, numbers: &[Spanned<u32>]) -> Vec<ListItem> {
        let item = |no: &Spanned<u32>| ListItem { note: self.writer.figure_note(Some(no)), ..ListItem::text(self.indicator(no.value)) };
        numbers.iter().map(item).collect()
    }

    /// `9 การเปิดเผยข้อมูล`.
    pub fn indicator(&self, no: u32) -> String {
        match self.indicator_name(no) {
            Some(name) => format!("{} {name}", self.writer.figure(no)),
            None => self.writer.words("indicator_no", &[("no", &self.writer.figure(no))]),
        }
    }
}

/// Groups rows by heading in the given order; other headings come last.
pub(super) fn grouped(rows: Vec<(Option<String>, Row)>, order: &[String]) -> Vec<RowGroup> {
    let mut groups: Vec<RowGroup> = Vec::new();
    for (heading, row) in rows {
        match groups.iter_mut().find(|group| group.heading == heading) {
            Some(group) => group.rows.push(row),
            None => groups.push(RowGroup { heading, rows: vec![row] }),
        }
    }
    let rank = |group: &RowGroup| {
        let known = |heading: &String| order.iter().position(|known| known == heading);
        group.heading.as_ref().and_then(known).unwrap_or(order.len())
    };
    groups.sort_by_key(rank);
    groups
}
