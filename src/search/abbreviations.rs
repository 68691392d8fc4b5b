//! Abbreviations and what they stand for.

use crate::search::{folded::folded, normalised::normalised, word::is_never_first};

/// Letters of a form without a dot that is no abbreviation.
const LONG: usize = 6;

/// Groups of texts that say the same, such as `อบต.` and `องค์การบริหารส่วนตำบล`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Abbreviations {
    groups: Vec<Vec<AbbreviationForm>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct AbbreviationForm {
    /// Normalised and folded, as it is looked for.
    text: String,
    /// The same without dots, hyphens and blanks, as a query is compared with it.
    bare: String,
}

impl Abbreviations {
    /// The groups as a data file has them; each is a list of all forms that are looked for.
    pub fn new(groups: &[Vec<String>]) -> Abbreviations {
        let form = |text: &String| {
            let text = folded(&normalised(text));
            AbbreviationForm { bare: bare(&text), text }
        };
        let groups = groups.iter().map(|group| group.iter().map(form).filter(|form| !form.bare.is_empty()).collect());
        Abbreviations { groups: groups.collect() }
    }

    /// All forms of the groups of which a form is `text`, dots, hyphens and blanks aside; `text` is normalised and folded.
    pub fn same_as(&self, text: &str) -> Vec<&str> {
        let bare = bare(text);
        let groups = self.groups.iter().filter(|group| !bare.is_empty() && group.iter().any(|form| form.bare == bare));
        groups.flatten().map(|form| form.text.as_str()).collect()
    }

    /// For a text that begins with a form, with its dot or of at least six letters: what it is with the other forms of the group instead, with
    /// and without a blank after them. Of several forms the longest counts. `text` is normalised and folded.
    pub fn instead_of_start(&self, text: &str) -> Vec<String> {
        let is_plain = |form: &str| form.ends_with('.') || form.chars().count() >= LONG;
        let starts = self.groups.iter().flat_map(|group| group.iter().map(move |form| (form.text.as_str(), group)));
        let starts = starts.filter(|(form, _)| is_plain(form) && text.starts_with(form));
        let Some((form, group)) = starts.max_by_key(|(form, _)| form.len()) else { return Vec::new() };
        let rest = text.strip_prefix(form).unwrap_or_default().trim_start_matches(' ');
        if rest.is_empty() || rest.starts_with(is_never_first) {
            return Vec::new();
        }
        group.iter().flat_map(|form| [format!("{}{rest}", form.text), format!("{} {rest}", form.text)]).collect()
    }

    /// The groups, normalised and folded, for the page's script.
    pub fn groups(&self) -> Vec<Vec<&str>> {
        self.groups.iter().map(|group| group.iter().map(|form| form.text.as_str()).collect()).collect()
    }
}

/// `text` without dots, hyphens and blanks.
fn bare(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, '.' | '-' | ' ')).collect()
}
