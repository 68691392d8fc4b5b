//! The files of one command: the site is read and checked once for all of them, and what one of them lacks
//! keeps none of the others from being written.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::outcome::{Imported, Refused, SaidDoubt};
use super::{filled_form, made_page};
use crate::attachment::grid::GridDocument;
use crate::base::{Lang, RelPath};
use crate::cli::arguments::CommonArgs;
use crate::cli::{ExitStatus, say, say_error, signals};
use crate::error::Result;
use crate::form;
use crate::import::{ImportTarget, PageMaker};
use crate::rename;
use crate::report::print::summary;
use crate::scaffold::{BegunSite, PendingFile};
use crate::words::{import as words, new};

/// The files of a command.
pub(super) struct ImportBatch<'b> {
    begun: &'b BegunSite,
    maker: PageMaker<'b>,
    lang: Lang,
    imported: Vec<Imported>,
    /// Pages that files before are for.
    taken: BTreeSet<RelPath>,
    /// Reports: a plan among the later files is to be known first.
    reports: Vec<(PathBuf, GridDocument, ImportTarget)>,
    doubts: Vec<SaidDoubt>,
    status: ExitStatus,
}

/// What became of the files.
pub(super) struct WrittenBatch {
    pub(super) doubts: Vec<SaidDoubt>,
    pub(super) status: ExitStatus,
}

impl<'b> ImportBatch<'b> {
    pub(super) fn new(begun: &'b BegunSite, lang: Lang) -> Self {
        Self {
            begun,
            maker: PageMaker::new(begun),
            lang,
            imported: Vec::new(),
            taken: BTreeSet::new(),
            reports: Vec::new(),
            doubts: Vec::new(),
            status: ExitStatus::Fine,
        }
    }

    /// Adds a document; `target` is the item that was typed for it.
    pub(super) fn add(&mut self, file: &Path, document: GridDocument, target: Option<&ImportTarget>) {
        if let Some(filled) = form::read(&document) {
            let imported = filled_form::bring_back(self.begun, filled, (file, target), self.lang);
            return self.take(file, imported);
        }
        match made_page::target(&mut self.maker, &document, file, target, self.lang) {
            Ok(target) if self.maker.is_report(&target) => self.reports.push((file.to_owned(), document, target)),
            Ok(target) => self.make(file, &document, target),
            Err(refused) => self.refuse(refused),
        }
    }

    /// Says why a file gives nothing.
    pub(super) fn refuse(&mut self, refused: Refused) {
        say_error(&refused.reason);
        self.status = ExitStatus::BadCommand;
        self.doubts.extend(refused.doubts);
    }

    fn make(&mut self, file: &Path, document: &GridDocument, target: ImportTarget) {
        let imported = made_page::make(&mut self.maker, document, file, target, self.lang);
        self.take(file, imported);
    }

    fn take(&mut self, file: &Path, imported: std::result::Result<Imported, Refused>) {
        match imported {
            Ok(imported) => {
                let page = imported.pending.as_ref().map(PendingFile::path);
                match page.filter(|page| !self.taken.insert((*page).clone())).cloned() {
                    Some(page) => self.refuse(words::page_twice(self.lang, file.display(), page).into()),
                    None => self.imported.push(imported),
                }
            }
            Err(refused) => self.refuse(refused),
        }
    }

    /// Writes each page; what a page lacks is for `check` to say, and no reason to throw away what was read.
    ///
    /// # Errors
    /// A page cannot be written, or the run was interrupted.
    pub(super) fn write(mut self, common: &CommonArgs) -> Result<WrittenBatch> {
        for (file, document, target) in std::mem::take(&mut self.reports) {
            self.make(&file, &document, target);
        }
        let files = self.begun.with(self.imported.iter().filter_map(|imported| imported.pending.clone()))?;
        let interrupt = signals::listen();
        for imported in self.imported {
            let work = imported.pending.as_ref().map(PendingFile::work).unwrap_or_default();
            if let Err(refused) = rename::apply(&files.root, &work, &mut |path| interrupt.check(path))? {
                say_error(&new::not_made(self.lang, refused.words(self.lang)));
                self.status = ExitStatus::BadCommand;
                continue;
            }
            if !common.quiet {
                say(&imported.done);
            }
            self.doubts.extend(imported.doubts);
        }
        if let Some(found) = summary(&files.worse, self.lang) {
            say(&words::check_next(self.lang, found));
        }
        Ok(WrittenBatch { doubts: self.doubts, status: self.status })
    }
}
