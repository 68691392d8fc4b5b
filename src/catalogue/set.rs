//! Catalogues available to a site: its own first, then the built-in ones.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::read::read;
use super::{Catalogue, Translated, builtin};
use crate::base::RelPath;
use crate::diagnostics::{Diagnostic, Diagnostics, Outcome, SourceSpan};
use crate::source::{SourceTree, TextFile, copied_from};
use crate::thai::FiscalYear;
use crate::unforeseen::{self, Activity};
use crate::yaml::{self, Context, FromNode, Named, YamlLimits};

/// Names of subjects, which link the items of different years and numbers.
#[derive(Clone, Debug, Default)]
pub struct Subjects(pub(super) BTreeMap<String, Translated>);

/// One catalogue per fiscal year.
#[derive(Clone, Debug, Default)]
pub struct Catalogues {
    pub(super) by_year: BTreeMap<FiscalYear, Arc<Catalogue>>,
    /// Fiscal year of each catalogue file of the site; `None` if it is unreadable.
    pub(super) files: BTreeMap<RelPath, Option<FiscalYear>>,
    /// Years whose own catalogue is unreadable, from the file names: the built-in catalogue must
    /// not replace it silently.
    unread: BTreeSet<FiscalYear>,
    /// Names of subjects, built-in and from the site's own catalogues.
    pub(crate) subjects: Subjects,
}

impl Catalogues {
    /// Reads `content/catalogues/*.yaml`, and the built-in catalogue of each other year in `years`.
    pub fn read(tree: &SourceTree, years: &[FiscalYear]) -> Outcome<Catalogues> {
        let mut diagnostics = Diagnostics::new();
        let mut catalogues = Catalogues { subjects: Self::built_in_subjects(), ..Catalogues::default() };
        let mut files = BTreeMap::new();
        catalogues.unread.extend(tree.left_out().filter(|file| file.folder() == "content/catalogues").filter_map(year_of));
        for file in tree.texts_below("content/catalogues/").filter(|file| is_catalogue(file, tree)) {
            let known = |subject: &str| catalogues.subjects.name(subject).is_some();
            let Outcome(own, found) = unforeseen::at(file.path.as_str(), Activity::Reading, || read(file, &known));
            diagnostics.append(found);
            catalogues.files.insert(file.path.clone(), own.as_ref().map(|own| own.fiscal_year.value));
            let Some(own) = own else {
                catalogues.unread.extend(year_of(&file.path));
                continue;
            };
            catalogues.subjects.add(&own.subjects);
            let year = own.fiscal_year.value;
            if let Some(named) = year_of(&file.path).filter(|named| *named != year) {
                let place = SourceSpan::new(&file.path, own.fiscal_year.span.clone());
                diagnostics.push(Diagnostic::new("catalogue-year", place).with("year", year).with("named", named));
            }
            if let Some(other) = files.insert(year, &file.path) {
                let place = SourceSpan::new(&file.path, own.fiscal_year.span.clone());
                diagnostics.push(Diagnostic::new("catalogue-twice", place).with("year", year).with("other", other));
                continue;
            }
            catalogues.by_year.insert(year, Arc::new(own));
        }
        let missing: BTreeSet<FiscalYear> =
            years.iter().copied().filter(|year| !catalogues.by_year.contains_key(year) && !catalogues.unread.contains(year)).collect();
        let built_in =
            missing.into_par_iter().filter_map(|year| Some((year, Arc::new(read(&builtin::text(year.number())?, &|_| true).0?))));
        catalogues.by_year.extend(built_in.collect::<Vec<_>>());
        Outcome(catalogues, diagnostics)
    }

    /// Built-in catalogue of one year, without a site.
    pub fn built_in(year: FiscalYear) -> Catalogues {
        Self::read(&SourceTree::default(), &[year]).0
    }

    /// Catalogue of a year.
    pub fn get(&self, year: FiscalYear) -> Option<&Arc<Catalogue>> {
        self.by_year.get(&year)
    }

    /// True if the site has its own catalogue for a year, but it is unreadable.
    pub fn is_unread(&self, year: FiscalYear) -> bool {
        self.unread.contains(&year)
    }

    /// Built-in subject names.
    pub fn built_in_subjects() -> Subjects {
        let Some(file) = builtin::subjects() else {
            return Subjects::default();
        };
        let limits = YamlLimits { bytes: 1 << 20, depth: 8 };
        let Ok(node) = yaml::parse(&file.path, &file.text.read(), 0..file.text.len(), limits) else {
            return Subjects::default();
        };
        let mut ignored = Diagnostics::new();
        let mut subjects = Subjects::default();
        subjects.add(&Named::from_node(&node, &mut Context::new(&file.path, &mut ignored)).unwrap_or_default());
        subjects
    }
}

/// Fiscal year in the name of a file.
fn year_of(file: &RelPath) -> Option<FiscalYear> {
    FiscalYear::parse(file.name().split('.').next()?)
}

/// True for catalogue files; false for copies and other files in the folder. Invalid names are
/// reported with those of all files.
fn is_catalogue(file: &TextFile, tree: &SourceTree) -> bool {
    let is_yaml = matches!(file.path.extension().as_str(), "yaml" | "yml");
    let original = file.path.name().split('.').next().and_then(copied_from);
    is_yaml && !original.is_some_and(|(original, _)| tree.holds(&format!("{}/{original}.yaml", file.path.folder())))
}

impl Subjects {
    pub(super) fn add(&mut self, named: &Named<Translated>) {
        self.0.extend(named.iter().map(|(key, name)| (key.name.clone(), name.clone())));
    }

    /// Name of a subject.
    pub fn name(&self, subject: &str) -> Option<&Translated> {
        self.0.get(subject)
    }
}
