//! Measures of a report found again in the plan.

use std::collections::{HashMap, HashSet};

use super::known::KnownMeasure;
use super::list::unmarked;
use super::wording::{distance, plain};

/// Titles of a plan.
#[derive(Default)]
pub(super) struct KnownPlan {
    ids: Vec<String>,
    titles: Vec<Vec<char>>,
    by_title: HashMap<String, Vec<usize>>,
    /// Measures that were found, for those of one title.
    found: HashSet<usize>,
    /// Positions of the document's measures by id.
    positions: HashMap<String, usize>,
    /// Comparisons left: letters times titles times rows could be without limit.
    comparisons: usize,
    /// Whose plan it is.
    pub(super) is_of: Owner,
}

/// Whose plan it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Owner {
    /// None is known.
    #[default]
    Nobody,
    /// The plan of another page.
    OtherPage,
    /// A table of this document.
    ThisDocument,
}

/// How a title is found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Match {
    Same(String),
    /// Several have this title: the first that was not found before.
    OneOf(String),
    Near(String),
    None,
}

/// Comparisons of titles that differ, for one document.
const COMPARISONS: usize = 20_000;
/// Longer titles are only compared for equality.
const LONGEST: usize = 600;

impl KnownPlan {
    pub(super) fn of_page(measures: &[KnownMeasure]) -> Self {
        let mut plan = KnownPlan { comparisons: COMPARISONS, ..KnownPlan::default() };
        for measure in measures {
            plan.add(&measure.id, &measure.title, Owner::OtherPage);
        }
        plan
    }

    /// Adds the measure at a position of the document.
    pub(super) fn add_own(&mut self, id: &str, title: &str, position: usize) {
        self.positions.insert(id.to_owned(), position);
        self.add(id, title, Owner::ThisDocument);
    }

    fn add(&mut self, id: &str, title: &str, owner: Owner) {
        let plain = plain(unmarked(title));
        if plain.is_empty() {
            return;
        }
        self.is_of = owner;
        self.by_title.entry(plain.clone()).or_default().push(self.ids.len());
        self.ids.push(id.to_owned());
        self.titles.push(plain.chars().collect());
    }

    /// Position among the measures of this document, in whose order they were added.
    pub(super) fn own_measure(&self, id: &str) -> Option<usize> {
        match self.is_of {
            Owner::ThisDocument => self.positions.get(id).copied(),
            _ => None,
        }
    }

    /// The measure with this title; near is at most a sixth of its letters away, and nearer than any other.
    pub(super) fn find(&mut self, title: &str) -> Match {
        let plain = plain(unmarked(title));
        let id = |at: usize| self.ids.get(at).cloned();
        if let Some(same) = self.by_title.get(&plain) {
            let next = same.iter().find(|at| !self.found.contains(at)).or(same.first()).copied();
            if let Some((at, id)) = next.and_then(|at| Some((at, id(at)?))) {
                self.found.insert(at);
                return if same.len() > 1 { Match::OneOf(id) } else { Match::Same(id) };
            }
        }
        let letters: Vec<char> = plain.chars().collect();
        if letters.len() > LONGEST || letters.is_empty() || self.comparisons < self.titles.len() {
            return Match::None;
        }
        self.comparisons -= self.titles.len();
        let limit = (letters.len() / 6).clamp(2, 24);
        let mut near: Vec<(usize, usize)> =
            self.titles.iter().enumerate().filter_map(|(at, title)| Some((distance(&letters, title, limit)?, at))).collect();
        near.sort_unstable();
        match near.as_slice() {
            [(_, only)] => id(*only).map_or(Match::None, Match::Near),
            [(first, best), (second, _), ..] if first < second => id(*best).map_or(Match::None, Match::Near),
            _ => Match::None,
        }
    }
}
