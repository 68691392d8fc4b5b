//! The answers to a query, best first. The page's script gives the same.

use std::{cmp::Reverse, collections::BTreeSet};

use crate::search::{
    candidate::{Candidate, Score},
    excerpt::Marked,
    folded::folded,
    kind::file_kind,
    normalised::normalised,
    query::{SearchFilters, SearchQuery},
    searched::{SearchedKind, SearchedPage, SearchedPassage},
    word::known_names,
};

/// A page that matches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchAnswer {
    /// The page, below the base URL.
    pub page: String,
    /// Where to go, below the base URL: the page, the place on it, or the file.
    pub url: String,
    /// Title of the page.
    pub title: Marked,
    /// Its fiscal year.
    pub fiscal_year: Option<u16>,
    /// Code of its item.
    pub item: Option<String>,
    /// The file and its part in which the excerpt stands; `None` if it stands on the page.
    pub file: Option<FilePlace>,
    /// Some of its text.
    pub excerpt: Marked,
}

/// A part of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilePlace {
    /// Path below the base URL.
    pub path: String,
    /// Page or sheet, empty if it has none.
    pub part: String,
}

/// The first `limit` answers to `query`: by [score](Candidate::score), the newer year first, then in the order of `pages`. Pages outside
/// the years come last. None if the query has no terms. `names` are those of divisions: words begin where they begin or end.
pub fn answers(pages: &[SearchedPage], query: &SearchQuery, filters: &SearchFilters, names: &[String], limit: usize) -> Vec<SearchAnswer> {
    let names = known_names(names);
    let mut found = found(pages, query, filters, &names);
    found.sort_by_key(|(score, candidate)| (*score, Reverse(candidate.page.fiscal_year)));
    found.iter().take(limit).map(|(score, candidate)| answer(candidate, query, *score)).collect()
}

/// What to try when there is no answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Suggestions {
    /// The page whose title is nearest to the query: URL and title.
    pub nearest: Option<(String, String)>,
    /// If a year was asked for: other years with answers and how many, newest first.
    pub other_years: Vec<(Option<u16>, usize)>,
}

/// What to try instead of `query` with `filters`.
pub fn suggestions(pages: &[SearchedPage], query: &SearchQuery, filters: &SearchFilters, names: &[String]) -> Suggestions {
    let mut other_years: Vec<(Option<u16>, usize)> = Vec::new();
    if filters.year.is_some() {
        let elsewhere = SearchFilters { year: None, ..filters.clone() };
        for (_, candidate) in found(pages, query, &elsewhere, &known_names(names)) {
            let year = candidate.page.fiscal_year;
            match other_years.iter_mut().find(|(known, _)| *known == year) {
                _ if year == filters.year => {}
                Some((_, count)) => *count += 1,
                None => other_years.push((year, 1)),
            }
        }
        other_years.sort_by_key(|(year, _)| Reverse(*year));
    }
    Suggestions { nearest: nearest(pages, query), other_years }
}

fn found<'a>(pages: &'a [SearchedPage], query: &SearchQuery, filters: &SearchFilters, names: &[String]) -> Vec<(Score, Candidate<'a>)> {
    let candidates = pages.iter().filter_map(|page| Candidate::new(page, filters));
    candidates.filter_map(|candidate| Some((candidate.score(query, names)?, candidate))).collect()
}

fn answer(candidate: &Candidate<'_>, query: &SearchQuery, score: Score) -> SearchAnswer {
    let page = candidate.page;
    let (passage, excerpt) = candidate.shown(query, score);
    let file = passage.and_then(|passage| match &passage.kind {
        SearchedKind::File { path, part } => Some(FilePlace { path: path.clone(), part: part.clone() }),
        SearchedKind::Measure | SearchedKind::Heading | SearchedKind::Text => None,
    });
    SearchAnswer {
        page: page.url.clone(),
        url: passage.map_or_else(|| page.url.clone(), |passage| url(page, passage)),
        title: candidate.title(query),
        fiscal_year: page.fiscal_year,
        item: page.item.clone(),
        file,
        excerpt,
    }
}

/// Where a passage stands. Browsers open a PDF file at the page that is named.
fn url(page: &SearchedPage, passage: &SearchedPassage) -> String {
    match &passage.kind {
        SearchedKind::File { path, part } if is_page_of_pdf(path, part) => format!("{path}#page={part}"),
        SearchedKind::File { path, .. } => path.clone(),
        _ if passage.anchor.is_empty() => page.url.clone(),
        _ => format!("{}#{}", page.url, passage.anchor),
    }
}

fn is_page_of_pdf(path: &str, part: &str) -> bool {
    file_kind(path) == "pdf" && !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit())
}

/// The page whose title has the most of the query's runs of three letters, at least a third; of several the one with the shortest title,
/// then the first in the order of the answers.
fn nearest(pages: &[SearchedPage], query: &SearchQuery) -> Option<(String, String)> {
    let wanted = trigrams(query);
    let mut newest_first: Vec<&SearchedPage> = pages.iter().collect();
    newest_first.sort_by_key(|page| Reverse(page.fiscal_year));
    let mut best: Option<((usize, usize), &SearchedPage)> = None;
    for page in newest_first {
        let title = folded(&normalised(&page.title));
        let shared = wanted.iter().filter(|trigram| title.contains(trigram.as_str())).count();
        let key = (wanted.len() - shared, title.chars().count());
        if shared > 0 && shared * 3 >= wanted.len() && best.is_none_or(|(before, _)| key < before) {
            best = Some((key, page));
        }
    }
    best.map(|(_, page)| (page.url.clone(), normalised(&page.title).into_owned()))
}

/// Each run of three letters of the terms' own texts, once.
fn trigrams(query: &SearchQuery) -> BTreeSet<String> {
    let typed: Vec<&str> = query.terms.iter().filter_map(|term| term.forms.first().map(String::as_str)).collect();
    let letters: Vec<char> = typed.join(" ").chars().collect();
    letters.windows(3).map(|three| three.iter().collect()).collect()
}
