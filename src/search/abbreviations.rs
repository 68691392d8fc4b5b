//! Abbreviations and what they stand for.

use crate::search::{folded::folded, normalised::normalised};

/// Groups of texts that say the same, such as `อบต.` and `องค์การบริหารส่วนตำบล`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Abbreviations {
    groups: Vec<Vec<AbbreviationForm>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct AbbreviationForm {
    /// Normalised and folded, as it is looked for.
    text: String,
    /// The same without dots and blanks, as a query is compared with it.
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

    /// All forms of the groups of which a form is `text`, dots and blanks aside; `text` is normalised and folded.
    pub fn same_as(&self, text: &str) -> Vec<&str> {
        let bare = bare(text);
        let groups = self.groups.iter().filter(|group| !bare.is_empty() && group.iter().any(|form| form.bare == bare));
        groups.flatten().map(|form| form.text.as_str()).collect()
    }

    /// The groups, normalised and folded, for the page's script.
    pub fn groups(&self) -> Vec<Vec<&str>> {
        self.groups.iter().map(|group| group.iter().map(|form| form.text.as_str()).collect()).collect()
    }
}

/// `text` without dots and blanks.
fn bare(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, '.' | ' ')).collect()
}
