//! A document as a page.

use std::collections::HashSet;

use serde_json::Value;

use super::doubt::{DoubtKind, Doubts};
use super::draft::PageDraft;
use super::fields::Object;
use super::head::{FoundHead, HeadColumn, TableHead, find};
use super::imported_measure::ImportedMeasure;
use super::indicator::instrument_in;
use super::known::{ImportedPage, Known, KnownInstrument, PageKind};
use super::paragraph::{ImportedParagraph, Side};
use super::parted::{is_text, parted};
use super::people::is_person;
use super::plain_markdown::plain_markdown;
use super::role::Role;
use super::row::{TablePurpose, has_issues, is_taken, purpose};
use super::table::{BeforeTable, ImportedTable, TablePage};
use super::wording::plain;
use super::{assessment, markdown, matter, memo, row, sentence, text_facts};
use crate::attachment::TextPosition;
use crate::attachment::grid::{Grid, GridBlock, GridDocument};
use crate::thai::FiscalYear;

/// Reads a document: what goes to front matter, what stays in the body, and what is doubtful.
pub fn facts(document: &GridDocument, known: &Known) -> ImportedPage {
    let mut doubts = Doubts::of_reader(document);
    let mut parts = PageParts::default();
    let blocks = parted(document);
    for block in &blocks {
        match block {
            GridBlock::Paragraph(paragraph) => parts.paragraph(ImportedParagraph::of(paragraph, parts.side())),
            GridBlock::Grid(grid) => parts.grid(grid, &mut doubts),
        }
    }
    // A line drawn between paragraphs is an ornament, unless it may lie over a chart of months.
    if !parts.tables.iter().any(|table| table.head.has_months()) {
        doubts.0.retain(|doubt| !doubt.is_drawing_in_text());
    }
    parts.finish(known, doubts)
}

/// A part of the document, in order.
enum PagePart {
    Paragraph(usize),
    /// What a table leaves to the body.
    Table(usize),
    Markdown(String),
}

/// The document while its blocks are read.
#[derive(Default)]
struct PageParts<'d> {
    parts: Vec<PagePart>,
    paragraphs: Vec<ImportedParagraph>,
    tables: Vec<ImportedTable<'d>>,
    /// Columns of the last table, if the next one without a heading may go on with it.
    goes_on: Option<usize>,
    instrument: Option<KnownInstrument>,
    /// What stands below the last table.
    before: BeforeTable,
    /// The instrument was named below the last table: headings within a table are only for itself.
    is_named: bool,
}

impl<'d> PageParts<'d> {
    /// Where the next paragraph stands.
    fn side(&self) -> Side {
        if self.tables.is_empty() { Side::Above } else { Side::Below }
    }

    fn paragraph(&mut self, paragraph: ImportedParagraph) {
        const LONGEST: usize = 600;
        if paragraph.text.chars().count() <= LONGEST {
            self.name(instrument_in(&paragraph.text));
        }
        if paragraph.text.chars().any(char::is_alphabetic) {
            self.before = BeforeTable::Words;
        }
        self.parts.push(PagePart::Paragraph(self.paragraphs.len()));
        self.paragraphs.push(paragraph);
    }

    fn name(&mut self, instrument: Option<KnownInstrument>) {
        self.instrument = instrument.or(self.instrument);
        self.is_named |= instrument.is_some();
    }

    fn grid(&mut self, grid: &'d Grid, doubts: &mut Doubts) {
        let width = grid.rows.first().map_or(0, |row| row.cells.len());
        self.name(grid.name.as_deref().and_then(instrument_in));
        let may_go_on = self.goes_on == Some(width) && grid.name.is_none();
        let found = find(grid).filter(|found| found.head.key().is_some());
        let found = found.filter(|found| !may_go_on || self.is_last(found) || found.begins_page(grid));
        match found {
            Some(found) => self.headed(grid, &found, doubts),
            None if width <= 1 || is_text(grid) => self.single_column(grid),
            None => self.headless(grid, width, doubts),
        }
    }

    /// The heading is that of the last table.
    fn is_last(&self, found: &FoundHead) -> bool {
        self.tables.last().is_some_and(|table| table.head.is_like(&found.head))
    }

    /// A table with a heading: a new one, or the next page of the last.
    fn headed(&mut self, grid: &'d Grid, found: &FoundHead, doubts: &mut Doubts) {
        let side = self.side();
        for paragraph in ImportedParagraph::of_rows(grid, 0..found.first, side) {
            self.paragraph(paragraph);
        }
        if !self.is_last(found) {
            self.parts.push(PagePart::Table(self.tables.len()));
            self.tables.push(ImportedTable::new(found.head.clone()));
            self.instrument = self.instrument.filter(|_| self.is_named);
        }
        self.goes_on = Some(found.head.columns.len());
        if let Some(table) = self.tables.last_mut() {
            table.add(&TablePage { grid, head: Some(found), before: self.before }, &mut self.instrument, doubts);
        }
        self.is_named = false;
        self.before = BeforeTable::Nothing;
    }

    /// A table without a heading that goes on with the last, or is none of measures.
    fn headless(&mut self, grid: &'d Grid, width: usize, doubts: &mut Doubts) {
        if self.goes_on == Some(width)
            && grid.name.is_none()
            && let Some(table) = self.tables.last_mut()
        {
            return table.add(&TablePage { grid, head: None, before: self.before }, &mut self.instrument, doubts);
        }
        let text = markdown::grid(grid);
        if let Some(first) = grid.rows.iter().flat_map(super::head::own).next() {
            doubts.add(DoubtKind::UnknownTable, Some(&first.place), &first.text());
            self.parts.push(PagePart::Markdown(text));
        }
    }

    /// A frame around text.
    fn single_column(&mut self, grid: &Grid) {
        let side = self.side();
        for paragraph in ImportedParagraph::of_rows(grid, 0..grid.rows.len(), side) {
            self.paragraph(paragraph);
        }
    }

    fn finish(mut self, known: &Known, mut doubts: Doubts) -> ImportedPage {
        let item = matter::item(&self.paragraphs);
        let memo = memo::memo(&mut self.paragraphs, &mut doubts);
        let (memo, subject) = memo.map_or((None, None), |(memo, subject)| (Some(memo), subject));
        let title = subject.or_else(|| matter::title(&mut self.paragraphs));
        if memo.is_none() {
            // Names of those who sign are not published, whatever the form of the document.
            memo::leave_out_signatures(&mut self.paragraphs, &mut doubts);
        }
        let year = matter::fiscal_year(title.as_deref(), &self.paragraphs, &mut doubts);
        let facts = TextFacts {
            analysed_year: matter::analysed_year(&self.paragraphs, &mut doubts),
            round: matter::round(title.as_deref(), &self.paragraphs, &mut doubts),
            as_of: matter::as_of(title.as_deref(), &self.paragraphs, &mut doubts).map(|day| day.to_string()),
            adopted: text_facts::adopted(&self.paragraphs, &mut doubts),
            samples: text_facts::samples(&self.paragraphs, &mut doubts),
            report: ReportScope::of(title.as_deref(), &self.paragraphs, known, self.kind(), &mut doubts),
            title,
            memo,
        };
        let mut draft = PageDraft::new(known, known.fiscal_year.or(year), doubts);
        for table in &mut self.tables {
            if !is_assessment(&table.head) {
                table.settle_indicators(&draft.indicators, &mut draft.doubts);
            }
        }
        for table in &self.tables {
            match is_assessment(&table.head) {
                true => assessment::read(table, &mut draft),
                false => row::read(table, &mut draft),
            }
        }
        sentence::read(&self.paragraphs, &mut draft);
        let body = self.body(&mut draft);
        let fiscal_year = year.or_else(|| year_of_periods(&draft.measures));
        differing_years(fiscal_year, known, &mut draft.doubts);
        let kind = self.kind();
        let (front_matter, doubts) = facts.written(draft);
        ImportedPage { kind, item, fiscal_year, front_matter, body, doubts: doubts.0 }
    }

    fn kind(&self) -> Option<PageKind> {
        let of = |table: &ImportedTable<'_>| !is_assessment(&table.head) && purpose(&table.head) == TablePurpose::Progress;
        match self.tables.iter().any(of) {
            true => Some(PageKind::Progress),
            false => (!self.tables.is_empty()).then_some(PageKind::Measures),
        }
    }

    /// What is not in front matter, as Markdown.
    fn body(&self, draft: &mut PageDraft<'_>) -> Vec<String> {
        let mut body = Vec::new();
        for part in &self.parts {
            match part {
                PagePart::Paragraph(at) => {
                    body.extend(self.paragraphs.get(*at).and_then(|paragraph| text_of(paragraph, &mut draft.doubts)))
                }
                PagePart::Table(at) => body.extend(self.tables.get(*at).into_iter().flat_map(|table| left_of(table, &mut draft.doubts))),
                PagePart::Markdown(text) => body.push(text.clone()),
            }
        }
        body.extend(draft.uncoded.drain(..).map(|text| plain_markdown(&text)));
        body
    }
}

/// A paragraph of the body, with a doubt if it is the name of a person.
fn text_of(paragraph: &ImportedParagraph, doubts: &mut Doubts) -> Option<String> {
    if paragraph.is_taken {
        return None;
    }
    if paragraph.is_short() && is_person(&paragraph.text) {
        doubts.add_taken(DoubtKind::PersonName, Some(&paragraph.place), &paragraph.text, &paragraph.text);
    }
    Some(plain_markdown(&paragraph.text))
}

/// What a table leaves: columns without a place, headings without rows, and notes.
fn left_of(table: &ImportedTable<'_>, doubts: &mut Doubts) -> Vec<String> {
    let is_left = |at: usize, role: Option<Role>| match role {
        None => true,
        Some(Role::Number) => has_words(table, at),
        Some(role) if is_assessment(&table.head) => !is_score(role),
        Some(role) => !is_taken(role, &table.head),
    };
    let is_filled = |at: usize| table.entries.iter().any(|entry| entry.cells.get(at).is_some_and(|cells| !cells.is_empty()));
    let left: Vec<usize> = table
        .head
        .columns
        .iter()
        .enumerate()
        .filter(|(at, column)| is_left(*at, column.role) && is_filled(*at))
        .map(|(at, _)| at)
        .collect();
    // A column of other indicators was named where it was found.
    let is_named = |place: Option<&TextPosition>| {
        place.is_some() && doubts.0.iter().any(|doubt| doubt.kind == DoubtKind::OtherIndicators && doubt.place.as_ref() == place)
    };
    let unknown: Vec<&HeadColumn> = left.iter().filter_map(|at| table.head.columns.get(*at)).collect();
    for column in unknown.into_iter().filter(|column| !is_named(column.place.as_ref())).collect::<Vec<_>>() {
        doubts.add(DoubtKind::UnknownColumn, column.place.as_ref(), &column.shown);
    }
    let is_scored = is_assessment(&table.head);
    let used: HashSet<usize> = table.entries.iter().filter_map(|entry| entry.group.filter(|_| !is_scored)).collect();
    let unused = table.groups.iter().enumerate().filter(|(at, _)| !used.contains(at)).map(|(_, cell)| cell.text());
    let mut texts: Vec<String> =
        Some(markdown::columns(table, &left)).filter(|text| !left.is_empty() && !text.is_empty()).into_iter().collect();
    texts.extend(Some(markdown::other_indicators(table)).filter(|text| !text.is_empty()));
    texts.extend(table.totals.iter().map(|text| plain_markdown(text)));
    texts.extend(unused.chain(table.notes.iter().map(|cell| cell.text())).map(|text| plain_markdown(&text)));
    texts
}

/// A table of scores: indicators without measures.
fn is_assessment(head: &TableHead) -> bool {
    let is_scored = [Role::Score, Role::Reading, Role::Grade].into_iter().any(|role| head.has(role));
    head.has(Role::Indicator)
        && is_scored
        && !has_issues(head)
        && !head.has(Role::Measure)
        && !head.has(Role::Steps)
        && purpose(head) == TablePurpose::Plan
}

/// A column of numbers that holds more than numbers.
fn has_words(table: &ImportedTable<'_>, column: usize) -> bool {
    let cells = table.entries.iter().filter_map(|entry| entry.cells.get(column)).flatten();
    cells.into_iter().any(|cell| plain(&cell.text()).contains(|c: char| !c.is_ascii_digit()))
}

fn is_score(role: Role) -> bool {
    matches!(role, Role::Number | Role::Indicator | Role::Score | Role::Reading | Role::Grade | Role::Target)
}

/// The fiscal year in which all periods begin.
fn year_of_periods(measures: &[ImportedMeasure]) -> Option<FiscalYear> {
    let from = |measure: &ImportedMeasure| {
        measure.period.as_ref().and_then(|period| period.get("from")).and_then(Value::as_str).map(|month| format!("{month}-01"))
    };
    let mut years = measures.iter().filter_map(from).filter_map(|day| FiscalYear::of(crate::thai::Date::parse(&day).ok()?.date));
    let first = years.next()?;
    years.all(|year| year == first).then_some(first)
}

fn differing_years(found: Option<FiscalYear>, known: &Known, doubts: &mut Doubts) {
    if let (Some(found), Some(known)) = (found, known.fiscal_year)
        && found != known
    {
        doubts.add_taken(DoubtKind::YearsDiffer, None, &found.to_string(), known);
    }
}

/// What the text around the tables says.
struct TextFacts {
    title: Option<String>,
    analysed_year: Option<FiscalYear>,
    round: Option<&'static str>,
    as_of: Option<String>,
    adopted: Option<Value>,
    samples: Option<Value>,
    report: ReportScope,
    memo: Option<Value>,
}

/// What a report says of itself.
#[derive(Default)]
struct ReportScope {
    plan: Option<Value>,
    months: Option<Value>,
}

impl ReportScope {
    fn of(title: Option<&str>, paragraphs: &[ImportedParagraph], known: &Known, kind: Option<PageKind>, doubts: &mut Doubts) -> Self {
        if kind != Some(PageKind::Progress) {
            return Self::default();
        }
        let plan = text_facts::reported_plan(paragraphs, known, doubts);
        Self { plan, months: text_facts::covered_months(title, paragraphs, doubts) }
    }

    /// The progress of a page, with the plan and the months that it is on.
    fn written(self, entries: Vec<Value>) -> Value {
        let mut progress = Object::default();
        progress.put_found("of", self.plan);
        progress.put_found("covers", self.months);
        progress.put("entries", entries);
        progress.into_value()
    }
}

impl TextFacts {
    /// Front matter in the order of its declaration.
    fn written(self, draft: PageDraft<'_>) -> (Value, Doubts) {
        let year = self.analysed_year.map(FiscalYear::number);
        let mut scores = Object::default();
        draft.scores.put(&mut scores);
        scores.put_found("questions", draft.questions.written());
        let scores = scores.into_value();
        let mut assessment = Object::default();
        let has_scores = scores.as_object().is_some_and(|scores| !scores.is_empty());
        if has_scores || self.samples.is_some() {
            assessment.put_found("year", year);
            assessment.put_found("samples", self.samples);
            for (key, value) in scores.as_object().into_iter().flatten() {
                assessment.put(key, value.clone());
            }
        }
        let has_issues = !draft.issues.is_empty();
        let mut view = Object::default();
        if draft.has_status_marks {
            view.put("status_columns", "split");
        }
        if draft.is_by_instrument && !has_issues {
            view.put("group_by", "instrument");
        }
        let mut page = Object::default();
        page.put_found("title", self.title);
        page.put_found("analysed_year", year);
        page.put_found("round", self.round);
        page.put_found("as_of", self.as_of);
        page.put_found("adopted", self.adopted);
        page.put_found("assessment", assessment.into_value());
        page.put_found("issues", draft.issues);
        page.put_found("measures", draft.measures.into_iter().map(ImportedMeasure::written).collect::<Value>());
        if !draft.entries.is_empty() {
            page.put("progress", self.report.written(draft.entries));
        }
        page.put_found("memo", self.memo);
        page.put_found("evidence", draft.evidence);
        page.put_found("view", view.into_value());
        (page.into_value(), draft.doubts)
    }
}
