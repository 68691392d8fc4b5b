//! Built-in catalogues.

use crate::base::RelPath;
use crate::source::TextFile;

/// Fiscal year and text of each built-in catalogue, `src/catalogue/data/YEAR.yaml`.
const FILES: [(u16, &str); 8] = [
    (2562, include_str!("data/2562.yaml")),
    (2563, include_str!("data/2563.yaml")),
    (2564, include_str!("data/2564.yaml")),
    (2565, include_str!("data/2565.yaml")),
    (2566, include_str!("data/2566.yaml")),
    (2567, include_str!("data/2567.yaml")),
    (2568, include_str!("data/2568.yaml")),
    (2569, include_str!("data/2569.yaml")),
];

/// Names of subjects, `src/catalogue/data/subjects.yaml`.
const SUBJECTS: &str = include_str!("data/subjects.yaml");

/// Fiscal years with a built-in catalogue.
pub fn years() -> impl Iterator<Item = u16> {
    FILES.iter().map(|(year, _)| *year)
}

/// Text of the built-in catalogue of a year.
pub fn text(year: u16) -> Option<TextFile> {
    let (_, text) = FILES.iter().find(|(known, _)| *known == year)?;
    file(&format!("catalogues/{year}.yaml"), text)
}

/// Text of the subject names.
pub fn subjects() -> Option<TextFile> {
    file("catalogues/subjects.yaml", SUBJECTS)
}

fn file(path: &str, text: &str) -> Option<TextFile> {
    Some(TextFile::new(RelPath::new(path)?, text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::{Catalogues, read};
    use crate::diagnostics::Outcome;

    #[test]
    fn every_built_in_list_is_without_fault() {
        let subjects = Catalogues::built_in_subjects();
        for year in years() {
            let Outcome(catalogue, found) = read(&text(year).unwrap(), &|subject| subjects.name(subject).is_some());
            assert!(found.is_empty(), "{year}: {:?}", found.sorted().first());
            assert_eq!(catalogue.unwrap().fiscal_year.number(), year);
        }
    }

    #[test]
    fn the_lists_have_as_many_items_as_their_years_had() {
        let count = |year| read(&text(year).unwrap(), &|_| true).0.unwrap().items().count();
        let counts: Vec<usize> = years().map(count).collect();
        assert_eq!(counts, [48, 43, 43, 43, 43, 35, 28, 26]);
    }
}
