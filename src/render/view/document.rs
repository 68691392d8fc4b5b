//! Structured parts common to all written pages: items, pages below them, ordinary pages.

use serde::Serialize;

use super::about;
use super::analysis::{Analysis, analysis};
use super::body::body;
use super::chart::{self, BarChart};
use super::citation::{Citation, citation};
use super::files::{self, File};
use super::memo::{MemoView, memo};
use super::notes::{PaperNote, at_foot};
use super::sum::sum;
use super::term::Term;
use crate::content::front_matter::TextPlace;
use crate::content::text_table_name;
use crate::render::page_context::{HtmlLink, PageContext};
use crate::render::page_ref::PageRef;
use crate::render::tables::{self, ListItem, PageTables, TableContext, TableMarkup};
use crate::site::Page;

/// The parts of a page.
#[derive(Clone, Debug, Default, Serialize)]
pub struct DocumentView {
    /// `dl#about`.
    pub(crate) about: Vec<Term>,
    /// Statement that there was nothing to report, in the author's words.
    pub(crate) zero_report: Option<ListItem>,
    /// Note if the title on the paper differs.
    pub(crate) title_note: Option<String>,
    /// Figures of the page in one line, below its heading.
    pub(crate) sum: Vec<String>,
    /// `section#evidence`, which stands first: the principal document, if the page has evidence.
    pub(crate) principal: Option<File>,
    /// `section#more-evidence`.
    pub(crate) more_evidence: Vec<File>,
    /// `section#memo`.
    pub(crate) memo: Option<MemoView>,
    /// `section#analysis`.
    pub(crate) analysis: Option<Analysis>,
    /// `table#scores`.
    pub(crate) scores: Option<TableMarkup>,
    /// `table#questions`.
    pub(crate) questions: Option<TableMarkup>,
    /// `table#issues`, with the measures that belong to one of them.
    pub(crate) issues: Option<TableMarkup>,
    /// `table#plan`: the other measures, with what is reported on them.
    pub(crate) plan: Option<TableMarkup>,
    /// `table#progress`: a report on measures of another page.
    pub(crate) progress: Option<TableMarkup>,
    /// Below `table#scores`.
    pub(crate) scores_chart: Option<BarChart>,
    /// Below `table#progress`.
    pub(crate) progress_charts: Vec<BarChart>,
    /// The Markdown body as HTML.
    pub(crate) body: Option<String>,
    /// The tables of the body as CSV, for files of their own.
    #[serde(skip)]
    pub(crate) text_tables: Vec<String>,
    /// True if the body stands above the tables.
    pub(crate) body_first: bool,
    /// Language of the page, if different from that of the site.
    pub(crate) lang: Option<String>,
    /// The transcribed paper.
    pub(crate) source: Option<SourcePaper>,
    /// Links to the data of the page and the tables of its text.
    pub(crate) twins: Vec<HtmlLink>,
    /// How to cite the page; `None` for an item without documents.
    pub(crate) citation: Option<Citation>,
    /// Notes on the wording of the paper, of which the other parts have the numbers.
    pub(crate) notes: Vec<PaperNote>,
}

/// The paper from which a page was transcribed.
#[derive(Clone, Debug, Serialize)]
pub struct SourcePaper {
    /// Its file; a link if published.
    pub(crate) file: Option<ListItem>,
    /// True if transcribed by OCR.
    pub(crate) ocr: bool,
    /// Remarks about peculiarities of the paper.
    pub(crate) notes: Vec<ListItem>,
}

/// The parts of a page; for an item without documents only the terms of its year.
pub fn document(writer: &PageContext<'_>, located: &PageRef<'_>) -> DocumentView {
    let mut document = with_notes_in_place(writer, located);
    document.notes = at_foot(document.notes_mut());
    document
}

fn with_notes_in_place(writer: &PageContext<'_>, located: &PageRef<'_>) -> DocumentView {
    let year = located.year.map(|year| year.fiscal_year);
    let Some(page) = located.page else {
        let sum = sum(writer, None, located.item_entry());
        return DocumentView { about: about::terms(writer, None, year), sum, ..DocumentView::default() };
    };
    let front_matter = &page.document.front_matter;
    let subject = TableContext { writer: *writer, located, front_matter };
    let all = tables::all(&subject);
    let (principal, more_evidence) = files::all(writer, page);
    let PageTables { scores, questions, issues, plan, progress } = tables::on_page(&subject, &all);
    let body = body(writer, page);
    DocumentView {
        about: about::terms(writer, Some(&subject), year),
        zero_report: subject.items(front_matter.publication.zero_report.as_slice()).pop(),
        title_note: writer.text_note(front_matter.title.as_ref()),
        sum: sum(writer, Some(page), located.item_entry()),
        principal,
        more_evidence,
        memo: memo(&subject),
        analysis: analysis(&subject),
        scores,
        questions,
        issues,
        plan,
        progress,
        scores_chart: chart::scores(&subject),
        progress_charts: chart::progress(&subject),
        body: body.html,
        text_tables: body.tables,
        body_first: front_matter.view.text == TextPlace::Before,
        lang: front_matter.lang.as_ref().map(|lang| lang.value.clone()).filter(|lang| lang != writer.strings.lang().name()),
        source: source(&subject, page),
        twins: twins(writer, page),
        citation: Some(citation(writer, page)),
        notes: Vec::new(),
    }
}

impl DocumentView {
    /// All notes on the wording of the paper, in the order in which the page shows them.
    fn notes_mut(&mut self) -> impl Iterator<Item = &mut String> {
        let zero_report = self.zero_report.iter_mut().filter_map(note_of);
        let about = self.about.iter_mut().flat_map(|term| &mut term.items);
        let evidence = self.principal.iter_mut().chain(&mut self.more_evidence).filter_map(|file| file.note.as_mut());
        let memo = self.memo.iter_mut().flat_map(MemoView::items_mut);
        let result = self.analysis.iter_mut().flat_map(|analysis| &mut analysis.result).flat_map(|term| &mut term.items);
        let tables = [&mut self.scores, &mut self.questions, &mut self.issues, &mut self.plan, &mut self.progress];
        let tables = tables.into_iter().flatten().flat_map(TableMarkup::notes_mut);
        let source = self.source.iter_mut().flat_map(|source| source.file.iter_mut().chain(&mut source.notes));
        let above_tables = zero_report.chain(evidence).chain(about.chain(memo).chain(result).filter_map(note_of));
        above_tables.chain(tables).chain(source.filter_map(note_of))
    }
}

fn note_of(item: &mut ListItem) -> Option<&mut String> {
    item.note.as_mut()
}

/// `None` for a page that was not transcribed from a paper.
fn source(subject: &TableContext<'_>, page: &Page) -> Option<SourcePaper> {
    let source = &subject.front_matter.source;
    let file = source.file.as_ref().map(|file| ListItem {
        href: subject.writer.href(&page.document.source, &file.value),
        note: subject.writer.text_note(Some(file)),
        ..ListItem::text(&file.value)
    });
    let notes = subject.items(&source.notes);
    (file.is_some() || source.ocr || !notes.is_empty()).then_some(SourcePaper { file, ocr: source.ocr, notes })
}

/// The data of the page, and the tables of its text; each other table has a link below it.
fn twins(writer: &PageContext<'_>, page: &Page) -> Vec<HtmlLink> {
    let data = writer.link(&writer.twin("index.json"), writer.word("page_data"));
    let table = |number: usize| {
        let text = writer.words("text_table_csv", &[("n", &writer.figure(number))]);
        writer.link(&writer.twin(&text_table_name(number)), text)
    };
    std::iter::once(data).chain((1..=page.document.body.outline.tables).map(table)).collect()
}
