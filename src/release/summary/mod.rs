//! What a publication changes, for the officer who answers for it: fields and text, not bytes.
//!
//! The data of a page (`index.json`) as it was published is compared with what it would be now. A
//! page whose data are the same changed only around them (its menu, its footer, the list of the
//! reports below it) and is counted, not listed; so are pages that have no data, which are made of
//! others.

mod align;
mod difference;
mod fields;
mod shorten;

use serde_json::Value;

use crate::record::Changes;
pub use difference::ValueDifference;

use align::differences;
use shorten::shortened;

/// What is behind a URL.
#[derive(Clone, Debug, PartialEq)]
pub enum UrlState {
    /// A page and its data.
    Page(Value),
    /// A page that lists others, or says that nothing is filed.
    Overview,
    /// A way to this address.
    Redirect(String),
    /// A file of so many bytes.
    File(u64),
}

/// What became of a URL.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UrlChange {
    /// Fields by their path (`measures.m1.status`), and lines of the text; those without end are
    /// cut off.
    Page {
        /// The first fields.
        fields: Vec<(String, ValueDifference)>,
        /// How many more.
        more_fields: usize,
        /// The first lines.
        lines: Vec<ValueDifference>,
        /// Whether there are more.
        has_more_lines: bool,
    },
    /// It said that nothing is filed.
    Filled,
    /// It says that nothing is filed any more.
    Emptied,
    /// It leads to this address.
    LeadsTo(String),
    /// Another file: bytes before and after.
    File(u64, u64),
}

/// What a publication changes.
#[derive(Clone, Debug, Default)]
pub struct Summary {
    /// What changed in itself: the URL, and what.
    pub(crate) changed: Vec<(String, UrlChange)>,
    /// How many pages changed only around their content.
    pub(crate) around: usize,
    /// How many pages changed that are made of others.
    pub(crate) overviews: usize,
    /// What changed, and nobody knows what it was: the folder is gone, or was built since.
    pub(crate) unknown: Vec<String>,
    pub(crate) added: Vec<String>,
    pub(crate) removed: Vec<String>,
}

impl Summary {
    /// Of all that changes, by what was published (`None` if that is not known) and what would be.
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

/// What changed in the data of a page.
fn page(old: &Value, new: &Value) -> Option<UrlChange> {
    const MOST: usize = 12;
    let mut fields = Vec::new();
    fields::compare("", &old["data"], &new["data"], &mut fields);
    // A page that has no title of its own has that of its item.
    if !fields.iter().any(|(path, _)| path == "title") {
        fields::compare("title", &old["title"], &new["title"], &mut fields);
    }
    // The rest follows from these, and from the address and name of the site.
    fields::compare("checklist", &old["checklist"], &new["checklist"], &mut fields);
    let more_fields = fields.len().saturating_sub(MOST);
    fields.truncate(MOST);
    let mut lines = lines(old["text"].as_str().unwrap_or_default(), new["text"].as_str().unwrap_or_default());
    let has_more_lines = lines.len() > MOST / 2;
    lines.truncate(MOST / 2);
    (!fields.is_empty() || !lines.is_empty()).then_some(UrlChange::Page { fields, more_fields, lines, has_more_lines })
}

/// The lines that differ.
fn lines(old: &str, new: &str) -> Vec<ValueDifference> {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
    let difference = |(before, now): (Option<usize>, Option<usize>)| {
        let (before, now) = (before.map(|at| old[at]), now.map(|at| new[at]));
        let (short_old, short_new) = shortened(before.unwrap_or_default(), now.unwrap_or_default());
        ValueDifference { old: before.map(|_| short_old), new: now.map(|_| short_new) }
    };
    differences(&old, &new).into_iter().map(difference).collect()
}
