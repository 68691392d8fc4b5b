//! A page prepared for a query.

use super::{
    excerpt::Marked,
    folded::folded,
    kind::{best_first, rank},
    normalised::normalised,
    query::{SearchFilters, SearchQuery, SearchTerm, SearchedPart, item_key},
    searched::{SearchedKind, SearchedPage, SearchedPassage},
    text::file_kind,
    word::begins_word,
};

/// A page that passed the filters, its texts folded.
pub struct Candidate<'a> {
    pub page: &'a SearchedPage,
    title: Folded,
    has_title: bool,
    /// Those in which text is looked for, best kinds first.
    passages: Vec<(&'a SearchedPassage, Folded)>,
}

struct Folded {
    /// As stored: normalised.
    text: String,
    /// As compared.
    folded: String,
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
        let within = filters.within.as_ref();
        let passages: Vec<_> = best_first(page).into_iter().filter(|passage| is_within(&passage.kind, within)).collect();
        let has_title = !matches!(within, Some(SearchedPart::Files(_)));
        if !has_title && passages.is_empty() {
            return None;
        }
        let passages = passages.into_iter().map(|passage| (passage, Folded::new(&passage.text))).collect();
        Some(Candidate { page, title: Folded::new(&page.title), has_title, passages })
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
        let title = self.has_title.then_some((0, &self.title));
        let texts = title.into_iter().chain(self.passages.iter().map(|(passage, text)| (rank(&passage.kind), text)));
        let scores = texts.filter_map(|(rank, text)| Some(TITLE + 2 * rank + text.weakness(term, names)?));
        scores.min()
    }

    /// What is shown of the page: the passage with the most terms, the first of several; if none has one, the first that is no heading.
    pub fn shown(&self, query: &SearchQuery, score: Score) -> (Option<&'a SearchedPassage>, Marked) {
        let in_title = self.has_title && score <= IN_TITLE;
        let of_page = |passage: &SearchedPassage| !in_title || !matches!(passage.kind, SearchedKind::File { .. });
        let mut best: Option<(usize, &(&'a SearchedPassage, Folded))> = None;
        for shown in self.passages.iter().filter(|(passage, _)| of_page(passage)) {
            let count = query.terms.iter().filter(|term| shown.1.has(term)).count();
            let is_text = |kind| rank(kind) >= rank(&SearchedKind::Text);
            let is_better = best.is_none_or(|(most, (before, _))| {
                count > most || (count == 0 && most == 0 && is_text(&shown.0.kind) && !is_text(&before.kind))
            });
            if is_better {
                best = Some((count, shown));
            }
        }
        let excerpt = best.map(|(_, (_, text))| Marked::excerpt(&text.text, query)).unwrap_or_default();
        (best.filter(|_| !in_title).map(|(_, (passage, _))| *passage), excerpt)
    }

    /// The title with its marks.
    pub fn title(&self, query: &SearchQuery) -> Marked {
        Marked::whole(&self.title.text, query)
    }
}

impl Folded {
    fn new(text: &str) -> Folded {
        let text = normalised(text).into_owned();
        Folded { folded: folded(&text), text }
    }

    fn has(&self, term: &SearchTerm) -> bool {
        term.forms.iter().any(|form| self.folded.contains(form.as_str()))
    }

    /// 0 if a form of the term begins a word here, 1 if it only occurs.
    fn weakness(&self, term: &SearchTerm, names: &[String]) -> Option<u8> {
        if !self.has(term) {
            return None;
        }
        let mut places = term.forms.iter().flat_map(|form| occurrences(&self.folded, form));
        Some(u8::from(!places.any(|at| begins_word(&self.folded, at, names))))
    }
}

/// Every place where `form` begins in `text`, also within another occurrence.
fn occurrences<'a>(text: &'a str, form: &'a str) -> impl Iterator<Item = usize> + 'a {
    text.char_indices().map(|(at, _)| at).filter(move |&at| text.get(at..).is_some_and(|rest| rest.starts_with(form)))
}

fn is_within(kind: &SearchedKind, within: Option<&SearchedPart>) -> bool {
    match (within, kind) {
        (None, _) => true,
        (Some(SearchedPart::Page), kind) => !matches!(kind, SearchedKind::File { .. }),
        (Some(SearchedPart::Files(wanted)), SearchedKind::File { path, .. }) => file_kind(path) == *wanted,
        (Some(SearchedPart::Files(_)), _) => false,
    }
}
