//! Fallback to earlier catalogues for unreadable files; used only by the preview.

use std::sync::Arc;

use super::Catalogues;
use crate::base::RelPath;

impl Catalogues {
    /// These catalogues, with each unreadable file replaced by its catalogue in `before`. Also
    /// returns the replaced files.
    pub fn or_as_before(mut self, before: &Catalogues) -> (Catalogues, Vec<RelPath>) {
        let unreadable = self.files.iter().filter(|(_, year)| year.is_none()).map(|(file, _)| file.clone());
        let still_known = |file: RelPath| {
            let year = before.files.get(&file).copied().flatten()?;
            Some((file, year, Arc::clone(before.get(year)?)))
        };
        let known: Vec<_> = unreadable.filter_map(still_known).collect();
        for (file, year, list) in &known {
            self.subjects.add(&list.subjects);
            self.files.insert(file.clone(), Some(*year));
            self.by_year.insert(*year, Arc::clone(list));
        }
        (self, known.into_iter().map(|(file, ..)| file).collect())
    }
}
