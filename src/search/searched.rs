//! What is searched: pages with their passages, in the order of the site.

/// A page of the site, as it is searched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchedPage {
    /// Path below the base URL, with a final slash: `2569/o25/`. Empty for the home page.
    pub url: String,
    /// Title as shown.
    pub title: String,
    /// Fiscal year of the Buddhist era; `None` for pages outside the years (they form a shard of their own, answered last).
    pub fiscal_year: Option<u16>,
    /// Item code as shown: `O25`.
    pub item: Option<String>,
    /// Name of its indicator, as shown.
    pub indicator: Option<String>,
    /// Responsible units named on it.
    pub units: Vec<String>,
    /// Its text, in reading order; the title is not repeated here.
    pub passages: Vec<SearchedPassage>,
}

/// A piece of a page's text that a reader can be led to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchedPassage {
    pub kind: SearchedKind,
    /// Where it stands: the `id` of the element on the page (`m3`), empty for the page itself.
    pub anchor: String,
    /// Visible text; blanks between elements are one blank. [Normalised](super::normalised).
    pub text: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SearchedKind {
    /// The title of a measure.
    Measure,
    Heading,
    Text,
    /// The text of a file linked from the page.
    File {
        /// Path below the base URL: `2569/o25/plan.pdf`.
        path: String,
        /// Its page or sheet as a reader counts it: `3`, `งบประมาณ`; empty if it has none.
        part: String,
    },
}
