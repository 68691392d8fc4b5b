//! Summary of a publication for the responsible officer: changed fields and text, not bytes.
//!
//! Compares the published data of a page (`index.json`) with its new data. Pages with equal data
//! changed only in their frame (menu, footer, list of reports below) and are counted, not listed;
//! so are pages without data, which are generated from others.

mod align;
mod difference;
mod fields;
mod shorten;

use serde_json::Value;

use crate::record::Changes;
pub use difference::ValueDifference;

use align::differences;
use shorten::shortened;

/// Kind and content of a URL.
#[derive(Clone, Debug, PartialEq)]
pub enum UrlState {
    /// A page with its data.
    Page(Value),
    /// A list of other pages, or the page of an item without documents.
    Overview,
    /// A redirect to this address.
    Redirect(String),
    /// A file with its size in bytes.
    File(u64),
}

/// Change of a URL.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UrlChange {
    /// Fields by path (`measures.m1.status`), and lines of text; both lists are truncated.
    Page {
        /// The first fields.
        fields: Vec<(String, ValueDifference)>,
        /// Number of further fields.
        more_fields: usize,
        /// The first lines.
        lines: Vec<ValueDifference>,
        /// True if there are more lines.
        has_more_lines: bool,
    },
    /// The page stated before that nothing is filed.
    Filled,
    /// The page now states that nothing is filed.
    Emptied,
    /// The URL now redirects to this address.
    LeadsTo(String),
    /// The file differs: sizes in bytes before and after.
    File(u64, u64),
}

/// Changes of a publication.
#[derive(Clone, Debug, Default)]
pub struct Summary {
    /// URLs with changed content.
    pub(crate) changed: Vec<(String, UrlChange)>,
    /// Number of pages that changed only in their frame.
    pub(crate) around: usize,
    /// Number of changed pages that are generated from others.
    pub(crate) overviews: usize,
    /// Changed URLs whose old state is unknown, because the folder is gone or was rebuilt.
    pub(crate) unknown: Vec<String>,
    pub(crate) added: Vec<String>,
    pub(crate) removed: Vec<String>,
}

impl Summary {
    /// Summarises `changes` by the published state (`None` if unknown) and the new one.
    pub fn of(changes: &Changes, before: impl Fn(&str) -> Option<UrlState>, now: impl Fn(&str) -> UrlState) -> Summary {
        let added = changes.added.keys().cloned().collect();
        let mut summary = Summary { added, removed: changes.removed.clone(), ..Summary::default() };
        for url in changes.changed.keys() {
            match before(url).map(|before| (before, now(url))) {
                None => summary.unknown.push(url.clone()),
                Some((before, now)) => summary.enter(url, before, now),
            }
        }
        summary
    }

    fn enter(&mut self, url: &str, before: UrlState, now: UrlState) {
        let what = match (before, now) {
            (UrlState::Page(old), UrlState::Page(new)) => match page(&old, &new) {
                Some(what) => what,
                None => return self.around += 1,
            },
            (UrlState::File(old), UrlState::File(new)) => UrlChange::File(old, new),
            (UrlState::Redirect(old), UrlState::Redirect(new)) if old == new => return self.around += 1,
            (_, UrlState::Redirect(to)) => UrlChange::LeadsTo(to),
            (UrlState::Page(_), _) => UrlChange::Emptied,
            (_, UrlState::Page(_)) => UrlChange::Filled,
            _ => return self.overviews += 1,
        };
        self.changed.push((url.to_owned(), what));
    }
}

/// Compares the data of a page.
fn page(old: &Value, new: &Value) -> Option<UrlChange> {
    const MOST: usize = 12;
    let mut fields = Vec::new();
    fields::compare("", &old["data"], &new["data"], &mut fields);
    // A page without a title of its own has the title of its item.
    if !fields.iter().any(|(path, _)| path == "title") {
        fields::compare("title", &old["title"], &new["title"], &mut fields);
    }
    // The other keys are derived from these and from the address and name of the site.
    fields::compare("checklist", &old["checklist"], &new["checklist"], &mut fields);
    let more_fields = fields.len().saturating_sub(MOST);
    fields.truncate(MOST);
    let mut lines = lines(old["text"].as_str().unwrap_or_default(), new["text"].as_str().unwrap_or_default());
    let has_more_lines = lines.len() > MOST / 2;
    lines.truncate(MOST / 2);
    (!fields.is_empty() || !lines.is_empty()).then_some(UrlChange::Page { fields, more_fields, lines, has_more_lines })
}

/// The differing lines.
fn lines(old: &str, new: &str) -> Vec<ValueDifference> {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
    let difference = |(before, now): (Option<usize>, Option<usize>)| {
        let (before, now) = (before.map(|at| old[at]), now.map(|at| new[at]));
        let (short_old, short_new) = shortened(before.unwrap_or_default(), now.unwrap_or_default());
        ValueDifference { old: before.map(|_| short_old), new: now.map(|_| short_new) }
    };
    differences(&old, &new).into_iter().map(difference).collect()
}
