//! A page prepared for a query.

use crate::search::{
    excerpt::{Marked, occurrences},
    folded::{fold, folded},
    kind::{file_kind, is_file, own_first, rank},
    normalised::normalised,
    query::{SearchFilters, SearchQuery, SearchTerm, SearchedPart, item_key},
    searched::{SearchedKind, SearchedPage, SearchedPassage},
    word::begins_word,
};

/// A page that passed the filters.
pub struct Candidate<'a> {
    pub page: &'a SearchedPage,
    /// Title and passages, normalised: parted by a blank, before and between parts of files by a line feed, which no query has.
    text: String,
    /// The same as it is compared.
    folded: String,
    /// The parts of `folded`, in order.
    parts: Vec<CandidatePart<'a>>,
}

/// The title or a passage.
struct CandidatePart<'a> {
    /// `None` for the title.
    passage: Option<&'a SearchedPassage>,
    /// The first byte after it.
    end: usize,
}

/// How well a page matches: the less the better. See [`Candidate::score`].
pub type Score = u8;
/// The page is that of the item.
const ITEM: Score = 0;
/// The title has the term at the start of a word; 2: in the middle; 3 and 4: a measure; and so on.
const TITLE: Score = 1;
/// Titles and better.
const IN_TITLE: Score = 2;

impl<'a> Candidate<'a> {
    /// The page, if it passes the filters.
    pub fn new(page: &'a SearchedPage, filters: &SearchFilters) -> Option<Candidate<'a>> {
        let passes = filters.year.is_none_or(|year| page.fiscal_year == Some(year))
            && filters.item.as_ref().is_none_or(|item| page.item.as_ref() == Some(item))
            && filters.indicator.as_ref().is_none_or(|indicator| page.indicator.as_ref() == Some(indicator))
            && filters.unit.as_ref().is_none_or(|unit| page.units.contains(unit));
        if !passes {
            return None;
        }
        let mut candidate = Candidate { page, text: String::new(), folded: String::new(), parts: Vec::new() };
        let within = filters.within.as_ref();
        if !matches!(within, Some(SearchedPart::Files(_))) {
            candidate.add(&page.title, None);
        }
        for passage in own_first(page).filter(|passage| is_within(&passage.kind, within)) {
            candidate.add(&passage.text, Some(passage));
        }
        (!candidate.parts.is_empty()).then_some(candidate)
    }

    fn add(&mut self, text: &str, passage: Option<&'a SearchedPassage>) {
        let text = normalised(text);
        if text.is_empty() && passage.is_some() {
            return;
        }
        if !self.parts.is_empty() {
            let joint = if passage.is_some_and(|passage| is_file(&passage.kind)) { '\n' } else { ' ' };
            self.text.push(joint);
            self.folded.push(joint);
        }
        self.text.push_str(&text);
        self.folded.push_str(&folded(&text));
        self.parts.push(CandidatePart { passage, end: self.folded.len() });
    }

    /// The score of the page: that of its worst term, whose score is that of its best occurrence. `None` if a term is missing.
    pub fn score(&self, query: &SearchQuery, names: &[String]) -> Option<Score> {
        let scores = query.terms.iter().map(|term| self.term_score(term, names));
        scores.collect::<Option<Vec<Score>>>()?.into_iter().max()
    }

    fn term_score(&self, term: &SearchTerm, names: &[String]) -> Option<Score> {
        if term.item.is_some() && self.page.item.as_deref().map(item_key) == term.item {
            return Some(ITEM);
        }
        self.places(term).map(|at| TITLE + 2 * self.rank_at(at) + u8::from(!begins_word(&self.folded, at, names))).min()
    }

    /// Every byte of `folded` where a form of a term begins, also within another occurrence.
    fn places(&self, term: &SearchTerm) -> impl Iterator<Item = usize> {
        let forms: Vec<&str> = term.forms.iter().map(String::as_str).filter(|form| self.folded.contains(form)).collect();
        let letters = if forms.is_empty() { "" } else { self.folded.as_str() };
        let starts = letters.char_indices().map(|(at, _)| at);
        starts.filter(move |&at| letters.get(at..).is_some_and(|rest| forms.iter().any(|form| rest.starts_with(form))))
    }

    /// The [rank] of the part in which a byte is.
    fn rank_at(&self, at: usize) -> u8 {
        self.parts.get(self.parts.partition_point(|part| part.end <= at)).map_or(0, CandidatePart::rank)
    }

    /// What is shown of the page: the passage in which most terms begin, of several the one of the best kind, the first of these; if no term
    /// begins in any, the first text. `None` for the place if the title or the item is what matches.
    pub fn shown(&self, query: &SearchQuery, score: Score) -> (Option<&'a SearchedPassage>, Marked) {
        let in_title = self.parts.first().is_some_and(|part| part.passage.is_none()) && score <= IN_TITLE;
        let letters: Vec<char> = self.text.chars().collect();
        let compared: Vec<char> = letters.iter().copied().map(fold).collect();
        let found: Vec<Vec<(usize, usize)>> =
            query.terms.iter().map(|term| term.forms.iter().flat_map(|form| occurrences(&compared, form)).collect()).collect();
        let mut best: Option<((usize, u8), &'a SearchedPassage, std::ops::Range<usize>)> = None;
        let mut next = 0;
        let mut from = 0;
        for part in &self.parts {
            let range = next..next + self.folded.get(from..part.end).map_or(0, |text| text.chars().count());
            (next, from) = (range.end + 1, part.end + 1);
            let Some(passage) = part.passage.filter(|passage| !(in_title && is_file(&passage.kind))) else {
                continue;
            };
            let count = found.iter().filter(|places| places.iter().any(|(at, _)| range.contains(at))).count();
            let rank = if count > 0 { part.rank() } else { u8::from(part.rank() < rank(&SearchedKind::Text)) };
            let key = (query.terms.len() - count, rank);
            if best.as_ref().is_none_or(|(before, ..)| key < *before) {
                best = Some((key, passage, range));
            }
        }
        let Some((_, passage, range)) = best else {
            return (None, Marked::default());
        };
        let overlapping = found.into_iter().flatten().filter(|(start, end)| *start < range.end && *end > range.start);
        let within = overlapping.map(|(start, end)| (start.max(range.start) - range.start, end.min(range.end) - range.start));
        let excerpt = Marked::excerpt(letters.get(range.clone()).unwrap_or_default(), within.collect());
        ((!in_title).then_some(passage), excerpt)
    }

    /// The title with its marks.
    pub fn title(&self, query: &SearchQuery) -> Marked {
        let letters: Vec<char> = normalised(&self.page.title).chars().collect();
        let compared: Vec<char> = letters.iter().copied().map(fold).collect();
        let found = query.terms.iter().flat_map(|term| &term.forms).flat_map(|form| occurrences(&compared, form));
        Marked::whole(&letters, found.collect())
    }
}

impl CandidatePart<'_> {
    fn rank(&self) -> u8 {
        self.passage.map_or(0, |passage| rank(&passage.kind))
    }
}

fn is_within(kind: &SearchedKind, within: Option<&SearchedPart>) -> bool {
    match (within, kind) {
        (None, _) => true,
        (Some(SearchedPart::Page), kind) => !is_file(kind),
        (Some(SearchedPart::Files(wanted)), SearchedKind::File { path, .. }) => file_kind(path) == *wanted,
        (Some(SearchedPart::Files(_)), _) => false,
    }
}
