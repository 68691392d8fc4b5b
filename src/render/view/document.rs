//! The structured parts that any written page may have: an item, a page below it, an ordinary page.

use serde::Serialize;

use super::about::{self, Term};
use super::analysis::{Analysis, analysis};
use super::body::body;
use super::files::{self, File};
use super::memo::{Memo, memo};
use crate::render::located::Located;
use crate::render::tables::{self, Markup, Subject};
use crate::render::writer::{Link, Writer};

/// The parts of a page.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Document {
    /// `dl#about`.
    pub about: Vec<Term>,
    /// "There was nothing to report", in the officer's words.
    pub zero_report: Option<String>,
    /// `section#evidence`.
    pub evidence: Vec<File>,
    /// `section#memo`.
    pub memo: Option<Memo>,
    /// `section#analysis`.
    pub analysis: Option<Analysis>,
    /// `table#scores`.
    pub scores: Option<Markup>,
    /// `table#questions`.
    pub questions: Option<Markup>,
    /// `table#issues`.
    pub issues: Option<Markup>,
    /// `table#plan`.
    pub plan: Option<Markup>,
    /// `table#progress`.
    pub progress: Option<Markup>,
    /// The Markdown as HTML.
    pub body: Option<String>,
    /// The language of the page, if it is not that of the site.
    pub lang: Option<String>,
    /// The paper it was typed from.
    pub source: Option<Link>,
    /// The page and its tables for programs.
    pub twins: Vec<Link>,
}

/// The parts of a page; only the terms of its year if nothing is filed.
pub fn document(writer: &Writer<'_>, located: &Located<'_>) -> Document {
    let year = located.year.map(|year| year.fiscal_year);
    let Some(page) = located.page else {
        return Document { about: about::terms(writer, None, year), ..Document::default() };
    };
    let front_matter = &page.document.front_matter;
    let subject = Subject { writer: *writer, located, front_matter };
    let all = tables::all(&subject);
    let table = |name: &str| all.iter().find(|table| table.name == name).map(Markup::from);
    Document {
        about: about::terms(writer, Some(&subject), year),
        zero_report: front_matter.publication.zero_report.as_ref().map(|text| text.value.clone()),
        evidence: files::all(writer, page),
        memo: memo(&subject),
        analysis: analysis(&subject),
        scores: table("scores"),
        questions: table("questions"),
        issues: table("issues"),
        plan: table("measures"),
        progress: table("progress"),
        body: body(writer, page),
        lang: front_matter.lang.as_ref().map(|lang| lang.value.clone()).filter(|lang| lang != writer.strings.lang().name()),
        source: source(writer, located),
        twins: twins(writer, &all),
    }
}

fn source(writer: &Writer<'_>, located: &Located<'_>) -> Option<Link> {
    let page = located.page?;
    let file = page.document.front_matter.source.file.as_ref()?;
    Some(Link { href: writer.href(&page.document.source, &file.value)?, text: writer.word("source_paper") })
}

fn twins(writer: &Writer<'_>, tables: &[tables::Table]) -> Vec<Link> {
    let data = writer.link(&writer.twin("index.json"), writer.word("page_data"));
    let csv = |table: &tables::Table| {
        writer.link(&writer.twin(&format!("{}.csv", table.name)), writer.words("table_csv", &[("table", &table.caption)]))
    };
    std::iter::once(data).chain(tables.iter().map(csv)).collect()
}
