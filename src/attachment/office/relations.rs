//! Relationships: which part a part means by an id.

use std::collections::BTreeMap;

use super::parts::Parts;
use super::xml::{Element, Then, Visitor};

/// Most relationships that are kept; a sheet has one for each link in it.
const MOST: usize = 100_000;

/// Parts by the id that one part has for them.
pub(super) struct Relations(BTreeMap<String, String>);

impl Relations {
    /// The relationships of `part`; none if they cannot be read.
    pub(super) fn of(parts: &mut Parts<'_>, part: &str) -> Self {
        let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
        let mut list = List { folder, targets: BTreeMap::new() };
        // Without them, parts are found by their usual names.
        let _ = parts.visit(format!("{folder}/_rels/{name}.rels").trim_start_matches('/'), &mut list);
        Relations(list.targets)
    }

    /// Name of the part with this id.
    pub(super) fn part(&self, id: &str) -> Option<&str> {
        self.0.get(id).map(String::as_str)
    }

    /// Names of all parts.
    pub(super) fn parts(&self) -> impl Iterator<Item = &str> {
        self.0.values().map(String::as_str)
    }
}

struct List<'f> {
    folder: &'f str,
    targets: BTreeMap<String, String>,
}

impl Visitor for List<'_> {
    fn start(&mut self, name: &str, element: &Element<'_>) -> Then {
        if name == "Relationship"
            && let (Some(id), Some(target)) = (element.attribute("Id"), element.attribute("Target"))
        {
            self.targets.insert(id.into_owned(), resolved(self.folder, &target));
        }
        Then::Enter
    }

    fn is_done(&self) -> bool {
        self.targets.len() >= MOST
    }
}

/// Name of the part at `target`, seen from `folder`.
fn resolved(folder: &str, target: &str) -> String {
    let mut steps: Vec<&str> = match target.starts_with('/') {
        true => Vec::new(),
        false => folder.split('/').filter(|step| !step.is_empty()).collect(),
    };
    for step in target.split(['/', '\\']) {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_seen_from_the_folder_of_the_part() {
        assert_eq!(resolved("ppt/slides", "../notesSlides/n1.xml"), "ppt/notesSlides/n1.xml");
        assert_eq!(resolved("xl", "/xl/worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(resolved("xl", "worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(resolved("", "../../a.xml"), "a.xml");
    }
}
