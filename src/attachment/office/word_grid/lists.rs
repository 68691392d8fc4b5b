//! The lists of a document: what their levels show, and which list a number stands for.

use std::collections::BTreeMap;
use std::mem;

use super::super::symbol_font::SymbolFont;
use super::super::xml::{Element, Then, Visitor};
use super::counted::NumberStyle;
use super::run_format::RunFormat;
use super::styles::WordStyles;

/// Levels of a list.
pub(super) const LEVELS: usize = 9;

/// Most lists that are kept.
const MOST: usize = 50_000;

/// Longest text of a level, in letters.
const LONGEST_TEXT: usize = 64;

/// A level of a list.
#[derive(Clone, Debug, Default)]
pub(super) struct ListLevel {
    pub(super) start: Option<u32>,
    pub(super) form: NumberStyle,
    /// `(%1.%2)`, or the bullet.
    pub(super) text: String,
    /// All numbers in the text are decimal.
    pub(super) is_legal: bool,
    /// It begins anew after this level (from 1) and those above; 0: never.
    pub(super) restart: Option<usize>,
    /// The style that puts a paragraph on this level.
    style: Option<String>,
    /// The font of its bullet.
    pub(super) font: Option<SymbolFont>,
}

/// Levels by number from 0.
type Levels = BTreeMap<usize, ListLevel>;

/// A list by which several lists are shown, and counted.
#[derive(Clone, Debug, Default)]
struct ListShape {
    levels: Levels,
    /// The style that has the levels in its stead.
    style_link: Option<String>,
}

/// A list as paragraphs name it.
#[derive(Clone, Debug, Default)]
struct WordList {
    shape: usize,
    levels: Levels,
    starts: BTreeMap<usize, u32>,
}

/// Lists by number.
#[derive(Debug, Default)]
pub(super) struct Lists {
    shapes: BTreeMap<usize, ListShape>,
    /// Shapes by the style that refers to them.
    by_style: BTreeMap<String, usize>,
    lists: BTreeMap<usize, WordList>,
    pub(super) is_cut: bool,
}

impl Lists {
    /// The shape of a list, which has the counts.
    pub(super) fn shape(&self, list: usize, styles: &WordStyles) -> Option<usize> {
        let shape = self.lists.get(&list)?.shape;
        let Some(style) = self.shapes.get(&shape)?.style_link.as_ref() else { return Some(shape) };
        let by_its_list = || {
            let list = styles.list_style(style)?.list.list?;
            Some(self.lists.get(&list)?.shape)
        };
        self.by_style.get(style).copied().or_else(by_its_list).or(Some(shape))
    }

    /// A level of a list; `shape` is that of the list.
    pub(super) fn level(&self, list: usize, shape: usize, level: usize) -> Option<&ListLevel> {
        let own = self.lists.get(&list).and_then(|list| list.levels.get(&level));
        own.or_else(|| self.shapes.get(&shape)?.levels.get(&level))
    }

    /// The number with which a list itself begins a level, in place of that of its shape.
    pub(super) fn own_start(&self, list: usize, level: usize) -> Option<u32> {
        self.lists.get(&list)?.starts.get(&level).copied()
    }

    /// The level on which a style puts its paragraphs.
    pub(super) fn level_of_style(&self, list: usize, shape: usize, style: &str) -> Option<usize> {
        (0..LEVELS).find(|level| self.level(list, shape, *level).is_some_and(|level| level.style.as_deref() == Some(style)))
    }
}

/// Reads the part with the lists.
#[derive(Default)]
pub(super) struct ListsReader {
    lists: Lists,
    open: OpenListElement,
    /// Number of the open shape or list.
    number: Option<usize>,
    shape: ListShape,
    list: WordList,
    /// The open level or override.
    at: Option<usize>,
    level: Option<ListLevel>,
    font: RunFormat,
}

/// What is open.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum OpenListElement {
    #[default]
    Nothing,
    Shape,
    List,
}

impl ListsReader {
    /// The lists that were read.
    pub(super) fn into_lists(self) -> Lists {
        self.lists
    }

    fn take(&mut self, name: &str, element: &Element<'_>) {
        let text = |name: &str| element.attribute(name).map(|value| value.into_owned());
        let number = || element.number("val").and_then(|number| u32::try_from(number).ok());
        match (name, self.open, &mut self.level) {
            ("styleLink", OpenListElement::Shape, _) => {
                if let (Some(style), Some(number)) = (text("val"), self.number) {
                    self.lists.by_style.insert(style, number);
                }
            }
            ("numStyleLink", OpenListElement::Shape, _) => self.shape.style_link = text("val"),
            ("abstractNumId", OpenListElement::List, None) => self.list.shape = element.number("val").unwrap_or(usize::MAX),
            ("startOverride", OpenListElement::List, None) => {
                if let (Some(at), Some(start)) = (self.at, number()) {
                    self.list.starts.insert(at, start);
                }
            }
            ("start", _, Some(level)) => level.start = number(),
            ("numFmt", _, Some(level)) => level.take_form(element),
            ("lvlText", _, Some(level)) => level.text = text("val").unwrap_or_default().chars().take(LONGEST_TEXT).collect(),
            ("isLgl", _, Some(level)) => level.is_legal = element.is_on(),
            ("lvlRestart", _, Some(level)) => level.restart = element.number("val"),
            ("pStyle", _, Some(level)) => level.style = text("val"),
            ("rFonts", _, Some(_)) => self.font.take(name, element),
            _ => {}
        }
    }

    fn end_level(&mut self) {
        let Some(level) = self.level.take() else { return };
        let level = ListLevel { font: mem::take(&mut self.font).symbol_font(), ..level };
        let levels = if self.open == OpenListElement::Shape { &mut self.shape.levels } else { &mut self.list.levels };
        if let Some(at) = self.at.filter(|at| *at < LEVELS) {
            levels.insert(at, level);
        }
    }

    fn end_number(&mut self) {
        let Some(number) = self.number.take() else { return };
        self.lists.is_cut |= self.lists.shapes.len() + self.lists.lists.len() >= MOST;
        match self.open {
            _ if self.lists.is_cut => {}
            OpenListElement::Shape => drop(self.lists.shapes.insert(number, mem::take(&mut self.shape))),
            OpenListElement::List => drop(self.lists.lists.insert(number, mem::take(&mut self.list))),
            OpenListElement::Nothing => {}
        }
        self.open = OpenListElement::Nothing;
    }
}

impl ListLevel {
    /// Forms that older programs do not know come with one that they know: the one that is known here counts.
    fn take_form(&mut self, element: &Element<'_>) {
        match element.attribute("val").as_deref() {
            Some("custom") => self.form = element.attribute("format").and_then(|row| NumberStyle::by_example(&row)).unwrap_or_default(),
            _ if matches!(self.form, NumberStyle::Padded(_)) => {}
            Some(name) => self.form = NumberStyle::named(name),
            None => {}
        }
    }
}

impl Visitor for ListsReader {
    fn start(&mut self, name: &str, element: &Element<'_>) -> Then {
        match name {
            "abstractNum" => {
                (self.open, self.number, self.shape) = (OpenListElement::Shape, element.number("abstractNumId"), ListShape::default());
            }
            "num" => (self.open, self.number, self.list) = (OpenListElement::List, element.number("numId"), WordList::default()),
            "lvlOverride" => self.at = element.number("ilvl").filter(|at| *at < LEVELS),
            "lvl" => {
                self.at = element.number("ilvl");
                self.level = Some(ListLevel::default());
            }
            "numPicBullet" | "pPr" => return Then::Skip,
            _ => self.take(name, element),
        }
        Then::Enter
    }

    fn end(&mut self, name: &str) {
        match name {
            "lvl" => self.end_level(),
            "abstractNum" | "num" => self.end_number(),
            _ => {}
        }
    }
}
