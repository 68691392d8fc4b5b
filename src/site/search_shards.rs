//! The parts in which the text of the site is searched. Each becomes one script.

use super::{PageId, Site, SitePage};
use crate::thai::FiscalYear;

/// Most pages of a shard: the first answer comes when the first shard is loaded, and after an edit
/// only the shard of the page is made again.
const MAX_PAGES: usize = 640;

/// Searched pages of a fiscal year, or of those outside the years.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SearchShard {
    pub(crate) year: Option<FiscalYear>,
    /// Counted from 1.
    pub(crate) part: usize,
}

impl SearchShard {
    /// Name of its script: `2566`, `2566-2`, `site`.
    pub fn name(self) -> String {
        let year = self.year.map_or_else(|| "site".to_owned(), |year| year.to_string());
        if self.part == 1 { year } else { format!("{year}-{}", self.part) }
    }
}

impl Site {
    /// The shards with their pages, in the order in which they answer: newest year first, pages
    /// outside the years last. The parts of a year are equally long; there is at least one.
    pub fn search_shards(&self) -> Vec<(SearchShard, Vec<SitePage>)> {
        let mut of_years = vec![Vec::new(); self.years.len()];
        let mut outside = Vec::new();
        for page in self.site_pages().filter(|page| page.is_searched()) {
            match page.year().and_then(|at| of_years.get_mut(at)) {
                Some(of_year) => of_year.push(page),
                None => outside.push(page),
            }
        }
        let years = self.years.iter().map(|year| Some(year.fiscal_year)).zip(of_years).rev();
        years.chain([(None, outside)]).flat_map(|(year, pages)| parts(year, &pages)).collect()
    }

    /// The pages of a shard, in the order of the site.
    pub fn pages_of_shard(&self, shard: SearchShard) -> Vec<SitePage> {
        self.search_shards().into_iter().find(|(known, _)| *known == shard).map(|(_, pages)| pages).unwrap_or_default()
    }
}

fn parts(year: Option<FiscalYear>, pages: &[SitePage]) -> Vec<(SearchShard, Vec<SitePage>)> {
    let length = pages.len().div_ceil(pages.len().div_ceil(MAX_PAGES).max(1)).max(1);
    let shard = |part| SearchShard { year, part };
    match pages.is_empty() {
        true => vec![(shard(1), Vec::new())],
        false => pages.chunks(length).zip(1..).map(|(pages, part)| (shard(part), pages.to_vec())).collect(),
    }
}

impl SitePage {
    /// False for pages that only tell of all others.
    pub fn is_searched(self) -> bool {
        !matches!(self, SitePage::Search | SitePage::History)
    }

    /// Index of the year in which it lies; `None` for pages outside the years.
    pub fn year(self) -> Option<usize> {
        match self {
            SitePage::Year(year) | SitePage::Written(PageId::Item { year, .. } | PageId::Child { year, .. }) => Some(year),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_of_a_year_are_equally_long_and_have_each_page_once() {
        for (pages, lengths) in [(0, vec![0]), (1, vec![1]), (640, vec![640]), (641, vec![321, 320]), (1930, vec![483, 483, 483, 481])] {
            let all: Vec<SitePage> = (0..pages).map(SitePage::Topic).collect();
            let made = parts(None, &all);
            assert_eq!(made.iter().map(|(_, pages)| pages.len()).collect::<Vec<_>>(), lengths);
            assert_eq!(made.iter().flat_map(|(_, pages)| pages).copied().collect::<Vec<_>>(), all);
            assert!(made.iter().zip(1..).all(|((shard, _), part)| shard.part == part));
        }
        assert_eq!([1, 2].map(|part| SearchShard { year: FiscalYear::parse("2566"), part }.name()), ["2566", "2566-2"]);
        assert_eq!(SearchShard { year: None, part: 1 }.name(), "site");
    }
}
