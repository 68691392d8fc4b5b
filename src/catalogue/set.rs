//! The catalogues that a site can use: its own first, then the built-in ones.

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

/// Names of subjects: what items of different years and numbers have in common.
#[derive(Clone, Debug, Default)]
pub struct Subjects(pub(super) BTreeMap<String, Translated>);

/// One catalogue per fiscal year.
#[derive(Clone, Debug, Default)]
pub struct Catalogues {
    pub(super) by_year: BTreeMap<FiscalYear, Arc<Catalogue>>,
    /// Which year each file of the site is about; none if it cannot be read.
    pub(super) files: BTreeMap<RelPath, Option<FiscalYear>>,
    /// The years whose own list cannot be read, by the name of its file: the built-in list of such
    /// a year is not what the site means.
    unread: BTreeSet<FiscalYear>,
    /// Names of subjects, the built-in ones and those of the site's own catalogues.
    pub(crate) subjects: Subjects,
}

impl Catalogues {
    /// Reads `content/catalogues/*.yaml`, and the built-in list of each year of `years` that has
    /// none of its own.
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

    /// The built-in list of one year, without any site.
    pub fn built_in(year: FiscalYear) -> Catalogues {
        Self::read(&SourceTree::default(), &[year]).0
    }

    /// The catalogue of a year.
    pub fn get(&self, year: FiscalYear) -> Option<&Arc<Catalogue>> {
        self.by_year.get(&year)
    }

    /// Whether the site has a list of its own for a year, which cannot be read.
    pub fn is_unread(&self, year: FiscalYear) -> bool {
        self.unread.contains(&year)
    }

    /// The names that are compiled in.
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

/// The year that a file is about, by its name.
fn year_of(file: &RelPath) -> Option<FiscalYear> {
    FiscalYear::parse(file.name().split('.').next()?)
}

/// Not a copy of another one, nor anything else that was put into their folder; what is wrong with
/// names is said with those of all files.
fn is_catalogue(file: &TextFile, tree: &SourceTree) -> bool {
    let is_yaml = matches!(file.path.extension().as_str(), "yaml" | "yml");
    let original = file.path.name().split('.').next().and_then(copied_from);
    is_yaml && !original.is_some_and(|(original, _)| tree.holds(&format!("{}/{original}.yaml", file.path.folder())))
}

impl Subjects {
    pub(super) fn add(&mut self, named: &Named<Translated>) {
        self.0.extend(named.iter().map(|(key, name)| (key.name.clone(), name.clone())));
    }

    /// The name of a subject.
    pub fn name(&self, subject: &str) -> Option<&Translated> {
        self.0.get(subject)
    }
}
