//! Styles of OpenDocument spreadsheets: fonts, backgrounds, days in formats, hidden sheets.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::super::raised::Raised;
use super::super::symbol_font::SymbolFont;
use super::super::xml::{Element, Then, Visitor};
use super::ink::CellInk;

/// Most styles that are kept.
const MAX_STYLES: usize = 100_000;
/// Most styles from which one may come.
const MAX_PARENTS: usize = 10;

/// Styles by family and name.
#[derive(Default)]
pub(super) struct OpenStyles {
    styles: BTreeMap<(String, String), OpenStyle>,
    faces: BTreeMap<String, SymbolFont>,
    /// Formats of days, and those of them that show the day of the month, the month and the year.
    formats: BTreeSet<String>,
    days: BTreeSet<String>,
    months: BTreeSet<String>,
    years: BTreeSet<String>,
    open: (String, String),
    open_format: String,
}

#[derive(Default)]
struct OpenStyle {
    parent: Option<String>,
    format: Option<String>,
    is_hidden: bool,
    is_bold: Option<bool>,
    is_underlined: Option<bool>,
    is_struck: Option<bool>,
    /// Nothing, if it is said to stand on the line.
    raised: Option<Option<Raised>>,
    symbols: Option<Option<SymbolFont>>,
    /// Nothing, if it is said to be none.
    fill: Option<Option<Arc<str>>>,
}

impl OpenStyles {
    /// Acts on an element of the styles.
    pub(super) fn start(&mut self, name: &str, element: &Element<'_>) {
        let text = |local| element.attribute(local).map(|text| text.into_owned());
        match name {
            "style" if self.styles.len() < MAX_STYLES => {
                self.open = (text("family").unwrap_or_default(), text("name").unwrap_or_default());
                let style = OpenStyle { parent: text("parent-style-name"), format: text("data-style-name"), ..OpenStyle::default() };
                self.styles.insert(self.open.clone(), style);
            }
            "font-face" => {
                let font = text("font-family").and_then(|family| SymbolFont::named(family.trim_matches('\'')));
                if let (Some(name), Some(font)) = (text("name"), font) {
                    self.faces.insert(name, font);
                }
            }
            "date-style" => {
                self.open_format = text("name").unwrap_or_default();
                self.formats.insert(self.open_format.clone());
            }
            "day" => drop(self.days.insert(self.open_format.clone())),
            "month" => drop(self.months.insert(self.open_format.clone())),
            "year" => drop(self.years.insert(self.open_format.clone())),
            "text-properties" => self.apply(element),
            "table-cell-properties" => {
                let colour = element.attribute("background-color");
                if let (Some(style), Some(colour)) = (self.styles.get_mut(&self.open), colour) {
                    style.fill = Some(Some(Arc::from(&*colour)).filter(|_| !matches!(&*colour, "transparent" | "#ffffff" | "#FFFFFF")));
                }
            }
            "table-properties" if text("display").as_deref() == Some("false") => {
                if let Some(style) = self.styles.get_mut(&self.open) {
                    style.is_hidden = true;
                }
            }
            _ => {}
        }
    }

    fn apply(&mut self, element: &Element<'_>) {
        let faces = &self.faces;
        let Some(style) = self.styles.get_mut(&self.open) else { return };
        let is_set = |local| element.attribute(local).map(|line| line != "none");
        let weight = element.attribute("font-weight");
        style.is_bold = weight.map(|weight| weight == "bold" || weight.parse().is_ok_and(|weight: u32| weight >= 600)).or(style.is_bold);
        style.is_underlined = is_set("text-underline-style").or(style.is_underlined);
        style.is_struck = is_set("text-line-through-style").or_else(|| is_set("text-line-through-type")).or(style.is_struck);
        style.raised = element.attribute("text-position").map(|position| Raised::positioned(&position)).or(style.raised);
        let face = element.attribute("font-name").map(|name| faces.get(&*name).copied());
        let family = element.attribute("font-family").map(|family| SymbolFont::named(family.trim_matches('\'')));
        style.symbols = face.or(family).or(style.symbols);
    }

    /// The font of a style; what it leaves open is that of `around`.
    pub(super) fn ink(&self, family: &str, name: &str, around: CellInk) -> CellInk {
        let styles: Vec<&OpenStyle> = self.with_parents(family, name).collect();
        let first =
            |property: fn(&OpenStyle) -> Option<bool>, around: bool| styles.iter().find_map(|style| property(style)).unwrap_or(around);
        CellInk {
            is_bold: first(|style| style.is_bold, around.is_bold),
            is_underlined: first(|style| style.is_underlined, around.is_underlined),
            is_struck: first(|style| style.is_struck, around.is_struck),
            raised: styles.iter().find_map(|style| style.raised).unwrap_or(around.raised),
            symbols: styles.iter().find_map(|style| style.symbols).unwrap_or(around.symbols),
        }
    }

    /// The background of a cell style, if it is not white.
    pub(super) fn fill(&self, name: &str) -> Option<Arc<str>> {
        self.with_parents("table-cell", name).find_map(|style| style.fill.clone())?
    }

    /// True unless the format of a cell style is known to show no day of the month.
    pub(super) fn shows_day(&self, name: &str) -> bool {
        let format = self.with_parents("table-cell", name).find_map(|style| style.format.as_ref());
        format.is_none_or(|format| self.days.contains(format) || !self.formats.contains(format))
    }

    /// True if the format of a cell style shows a month of a year.
    pub(super) fn shows_month(&self, name: &str) -> bool {
        let format = self.with_parents("table-cell", name).find_map(|style| style.format.as_ref());
        format.is_some_and(|format| self.months.contains(format) && self.years.contains(format))
    }

    /// True if sheets of this style are not shown.
    pub(super) fn hides(&self, name: &str) -> bool {
        self.with_parents("table", name).next().is_some_and(|style| style.is_hidden)
    }

    fn with_parents<'s>(&'s self, family: &'s str, name: &str) -> impl Iterator<Item = &'s OpenStyle> {
        let of = move |name: &str| self.styles.get(&(family.to_owned(), name.to_owned()));
        std::iter::successors(of(name), move |style| of(style.parent.as_deref()?)).take(MAX_PARENTS)
    }
}

impl Visitor for OpenStyles {
    fn start(&mut self, name: &str, element: &Element<'_>) -> Then {
        OpenStyles::start(self, name, element);
        Then::Enter
    }
}
