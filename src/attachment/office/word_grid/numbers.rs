//! The numbers that the program puts before paragraphs, counted in reading order.

use std::collections::{BTreeMap, BTreeSet};

use super::counted::NumberStyle;
use super::lists::{LEVELS, ListLevel, Lists};
use super::styles::{ListOf, StyleKind, WordStyles};

/// Counts of all lists.
pub(super) struct Numbers<'s> {
    lists: &'s Lists,
    styles: &'s WordStyles,
    /// Last number of each level, by shape.
    counts: BTreeMap<usize, [Option<u32>; LEVELS]>,
    /// Lists and levels that have begun with their own number.
    begun: BTreeSet<(usize, usize)>,
}

/// What stands before a paragraph.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Mark {
    pub(super) text: String,
    /// Name and code of a sign that is not known.
    pub(super) unknown: Option<String>,
}

/// Where a paragraph stands in the lists.
#[derive(Clone, Copy, Debug)]
struct Position {
    list: usize,
    shape: usize,
    level: usize,
}

impl<'s> Numbers<'s> {
    pub(super) fn new(lists: &'s Lists, styles: &'s WordStyles) -> Self {
        Numbers { lists, styles, counts: BTreeMap::new(), begun: BTreeSet::new() }
    }

    /// Counts a paragraph: `own` is what it says of its list, `style` the name of its style. `None` if it is
    /// in no list, or its list shows nothing.
    pub(super) fn count(&mut self, own: &ListOf, style: Option<&str>) -> Option<Mark> {
        let position = self.position(own, style)?;
        let level = self.lists.level(position.list, position.shape, position.level)?;
        let counts = self.counts.entry(position.shape).or_insert([None; LEVELS]);
        let own_start = self.lists.own_start(position.list, position.level);
        let start = own_start.or(level.start).unwrap_or(1);
        let begins = own_start.is_some() && self.begun.insert((position.list, position.level));
        if let Some(count) = counts.get_mut(position.level) {
            *count = Some(count.filter(|_| !begins).map_or(start, |last| last.saturating_add(1)));
        }
        for deeper in position.level + 1..LEVELS {
            let level = self.lists.level(position.list, position.shape, deeper);
            let restart = level.and_then(|level| level.restart).unwrap_or(deeper);
            if position.level < restart
                && let Some(count) = counts.get_mut(deeper)
            {
                *count = None;
            }
        }
        let counts = *counts;
        let mark = if level.form == NumberStyle::Bullet { bullet(level) } else { self.shown(position, level, &counts) };
        Some(mark).filter(|mark| !mark.text.is_empty())
    }

    fn position(&self, own: &ListOf, style: Option<&str>) -> Option<Position> {
        let style = style.or_else(|| self.styles.default_id(StyleKind::Paragraph));
        let by_style = self.styles.style(StyleKind::Paragraph, style).map(|style| &style.list);
        let list = own.list.or_else(|| by_style?.list).filter(|list| *list != 0)?;
        let shape = self.lists.shape(list, self.styles)?;
        let linked = || {
            let linked = |style: &str| self.lists.level_of_style(list, shape, style);
            style.and_then(linked).or_else(|| by_style?.style.as_deref().and_then(linked))
        };
        let level = own.level.or_else(linked).or_else(|| by_style?.level).unwrap_or(0);
        Some(Position { list, shape, level: level.min(LEVELS - 1) })
    }

    /// The text of a level with its numbers.
    fn shown(&self, position: Position, level: &ListLevel, counts: &[Option<u32>; LEVELS]) -> Mark {
        let mut text = String::new();
        let mut letters = level.text.chars().peekable();
        while let Some(letter) = letters.next() {
            let digit = letters.peek().and_then(|digit| digit.to_digit(10)).filter(|digit| letter == '%' && *digit > 0);
            match digit.and_then(|digit| usize::try_from(digit).ok()) {
                Some(digit) => {
                    letters.next();
                    text.push_str(&self.number(position, level, counts, digit - 1));
                }
                None => text.push(letter),
            }
        }
        Mark { text: text.trim().to_owned(), unknown: None }
    }

    fn number(&self, position: Position, shown: &ListLevel, counts: &[Option<u32>; LEVELS], at: usize) -> String {
        let Some(level) = self.lists.level(position.list, position.shape, at) else { return String::new() };
        let start = || self.lists.own_start(position.list, at).or(level.start).unwrap_or(1);
        let number = counts.get(at).copied().flatten().unwrap_or_else(start);
        match level.form {
            NumberStyle::Bullet | NumberStyle::Nothing => String::new(),
            _ if shown.is_legal => NumberStyle::Decimal.show(number),
            form => form.show(number),
        }
    }
}

/// The bullet of a level. `o` in a typewriter font is the hollow bullet of all programs.
fn bullet(level: &ListLevel) -> Mark {
    let mut unknown = None;
    let mut sign = |letter: char| {
        let code = super::super::symbol_font::code(letter);
        let sign = match level.font {
            None if super::super::symbol_font::is_private(letter) => None,
            None if letter == 'o' => Some('○'),
            None => Some(letter),
            Some(font) => code.map_or(Some(letter), |code| font.sign(code)),
        };
        sign.unwrap_or_else(|| {
            let font = level.font.map_or("", |font| font.name());
            unknown = Some(format!("{font} U+{:04X}", u32::from(letter)).trim().to_owned());
            char::REPLACEMENT_CHARACTER
        })
    };
    let text: String = level.text.trim().chars().map(&mut sign).collect();
    Mark { text: text.trim().to_owned(), unknown }
}
