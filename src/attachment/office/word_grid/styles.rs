//! The styles of a document, with what they inherit.

use std::collections::BTreeMap;

use super::super::xml::{Element, Then, Visitor};
use super::run_format::RunFormat;

/// Most styles that are kept; Word itself has some 400.
const MOST: usize = 20_000;

/// Most styles from which one inherits. Word allows 11.
const DEEPEST: usize = 40;

/// A style with all that it inherits.
#[derive(Clone, Debug, Default)]
pub(super) struct Style {
    pub(super) run: RunFormat,
    /// Of the first row of a table.
    pub(super) first_row: RunFormat,
    /// Of the first column of a table.
    pub(super) first_column: RunFormat,
    pub(super) list: ListOf,
}

/// The list to which a style, or a paragraph, assigns a paragraph.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct ListOf {
    /// Number of the list; 0 for none.
    pub(super) list: Option<usize>,
    /// Level from 0.
    pub(super) level: Option<usize>,
    /// The nearest style that says something of it.
    pub(super) style: Option<String>,
}

/// What a style is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum StyleKind {
    Paragraph,
    Character,
    Table,
}

impl StyleKind {
    /// Its name in the file.
    fn name(self) -> &'static str {
        match self {
            StyleKind::Paragraph => "paragraph",
            StyleKind::Character => "character",
            StyleKind::Table => "table",
        }
    }
}

/// Styles by their names in the file.
#[derive(Debug, Default)]
pub(super) struct WordStyles {
    pub(super) defaults: RunFormat,
    by_id: BTreeMap<String, Style>,
    /// Names of the styles that paragraphs, characters and tables have without being given one.
    default_ids: BTreeMap<String, String>,
    pub(super) is_cut: bool,
}

impl WordStyles {
    /// The style of this name; `kind` is that of the style in its stead if there is none.
    pub(super) fn style(&self, kind: StyleKind, id: Option<&str>) -> Option<&Style> {
        id.and_then(|id| self.by_id.get(id)).or_else(|| self.by_id.get(self.default_ids.get(kind.name())?))
    }

    /// The style of a list.
    pub(super) fn list_style(&self, id: &str) -> Option<&Style> {
        self.by_id.get(id)
    }

    /// Name of the default style of a kind.
    pub(super) fn default_id(&self, kind: StyleKind) -> Option<&str> {
        self.default_ids.get(kind.name()).map(String::as_str)
    }
}

/// Reads the part with the styles.
#[derive(Default)]
pub(super) struct StylesReader {
    defaults: RunFormat,
    raw: BTreeMap<String, RawStyle>,
    default_ids: BTreeMap<String, String>,
    /// Name of the open style.
    id: String,
    open: RawStyle,
    part: Part,
    is_cut: bool,
}

#[derive(Clone, Default)]
struct RawStyle {
    base: Option<String>,
    own: Style,
}

/// The part of a style to which a property belongs.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Part {
    /// None of interest.
    #[default]
    Outside,
    Defaults,
    Whole,
    FirstRow,
    FirstColumn,
    Another,
}

impl StylesReader {
    /// The styles, each with what it inherits.
    pub(super) fn into_styles(self) -> WordStyles {
        let by_id = self.raw.keys().map(|id| (id.clone(), self.resolved(id))).collect();
        WordStyles { defaults: self.defaults, by_id, default_ids: self.default_ids, is_cut: self.is_cut }
    }

    fn resolved(&self, id: &str) -> Style {
        let mut style = Style::default();
        let mut next = Some(id);
        for _ in 0..DEEPEST {
            let Some((id, raw)) = next.and_then(|id| self.raw.get_key_value(id)) else { break };
            style.run = style.run.or(raw.own.run);
            style.first_row = style.first_row.or(raw.own.first_row);
            style.first_column = style.first_column.or(raw.own.first_column);
            if style.list.style.is_none() && raw.own.list != ListOf::default() {
                style.list.style = Some(id.clone());
            }
            style.list.list = style.list.list.or(raw.own.list.list);
            style.list.level = style.list.level.or(raw.own.list.level);
            next = raw.base.as_deref();
        }
        style
    }

    fn begin(&mut self, element: &Element<'_>) {
        self.id = element.attribute("styleId").unwrap_or_default().into_owned();
        self.open = RawStyle::default();
        self.part = Part::Whole;
        let is_default = matches!(element.attribute("default").as_deref(), Some("1" | "true" | "on"));
        if is_default && let Some(kind) = element.attribute("type") {
            self.default_ids.insert(kind.into_owned(), self.id.clone());
        }
    }

    fn take(&mut self, name: &str, element: &Element<'_>) {
        match self.part {
            Part::Outside | Part::Another => {}
            Part::Defaults => self.defaults.take(name, element),
            Part::FirstRow => self.open.own.first_row.take(name, element),
            Part::FirstColumn => self.open.own.first_column.take(name, element),
            Part::Whole => match name {
                "basedOn" => self.open.base = element.attribute("val").map(|id| id.into_owned()),
                "numId" => self.open.own.list.list = element.number("val"),
                "ilvl" => self.open.own.list.level = element.number("val"),
                _ => self.open.own.run.take(name, element),
            },
        }
    }
}

impl Visitor for StylesReader {
    fn start(&mut self, name: &str, element: &Element<'_>) -> Then {
        match name {
            "latentStyles" | "rPrChange" | "pPrChange" | "tblPrChange" | "tabs" | "pBdr" | "tblBorders" | "tcBorders" => return Then::Skip,
            "rPrDefault" => self.part = Part::Defaults,
            "style" => self.begin(element),
            "tblStylePr" => {
                self.part = match element.attribute("type").as_deref() {
                    Some("firstRow") => Part::FirstRow,
                    Some("firstCol") => Part::FirstColumn,
                    Some("wholeTable") => Part::Whole,
                    _ => Part::Another,
                }
            }
            _ => self.take(name, element),
        }
        Then::Enter
    }

    fn end(&mut self, name: &str) {
        match name {
            "rPrDefault" => self.part = Part::Outside,
            "tblStylePr" => self.part = Part::Whole,
            "style" => {
                self.part = Part::Outside;
                self.is_cut |= self.raw.len() >= MOST;
                if !self.is_cut {
                    self.raw.insert(std::mem::take(&mut self.id), std::mem::take(&mut self.open));
                }
            }
            _ => {}
        }
    }
}
