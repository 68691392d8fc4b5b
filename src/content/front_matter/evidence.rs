//! เอกสารหลักฐาน: evidence documents.

use borsh::{BorshDeserialize, BorshSerialize};
use serde::Serialize;

use crate::thai::Date;
use crate::yaml::{Context, Declared, FromNode, Node, Shape, Spanned, structure};

/// A document that proves something.
#[derive(Clone, Debug, PartialEq, Serialize, BorshSerialize, BorshDeserialize)]
#[serde(into = "TypedEvidence")]
pub struct Evidence {
    /// Id, referenced by `components` and `progress`.
    pub(crate) id: Option<Spanned<String>>,
    pub(crate) target: EvidenceTarget,
    /// Title shown on the page.
    pub(crate) title: Option<Spanned<String>>,
    /// Kind (`signed`, `order`, `minutes`, …), as typed.
    pub(crate) kind: Option<Spanned<String>>,
    pub(crate) date: Option<Spanned<Date>>,
}

/// Location of a document.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
pub enum EvidenceTarget {
    /// An attachment, relative to the page's file.
    File(Spanned<String>),
    /// Path or URL as typed.
    Url(Spanned<String>),
    /// Another page of this site, as `2566/o42` or a path to its file.
    Page(Spanned<String>),
}

structure! {
    /// A document that proves something: a file, an address or a page. A text alone is a file.
    #[derive(Clone, Debug)]
    struct TypedEvidence, "เอกสารหลักฐานหนึ่งรายการ: ไฟล์ ที่อยู่เว็บ หรือหน้า อย่างใดอย่างหนึ่ง ข้อความเดี่ยวคือชื่อไฟล์",
    shown "รายการเอกสารหลักฐานของหน้า" "the list of evidence on the page", short "file" {
        /// Its id, for `components` and `progress`.
        id: Option<Spanned<String>> = optional "id", "รหัส ใช้อ้างใน components และ progress", eg "e1";
        /// An attachment beside the page's file.
        file: Option<Spanned<String>> = optional "file", "ไฟล์แนบ วางไว้ข้างไฟล์ของหน้า", eg "signed.pdf";
        /// An address of another site.
        url: Option<Spanned<String>> = optional "url", "ที่อยู่เว็บอื่น";
        /// Another page of this site.
        page: Option<Spanned<String>> = optional "page", "หน้าอื่นของเว็บนี้ เช่น 2566/o42";
        /// What it is called on the page.
        title: Option<Spanned<String>> = optional "title", "ชื่อที่แสดงในหน้า", eg "แผนที่ลงนามแล้ว";
        /// What it is (`signed`, `order`, `minutes`, …), as typed.
        kind: Option<Spanned<String>> = optional "kind", "ประเภทเอกสาร เช่น signed order minutes", eg "signed";
        /// Its date.
        date: Option<Spanned<Date>> = optional "date", "ลงวันที่", eg "2025-01-10";
    }
}

impl EvidenceTarget {
    /// The address as typed.
    pub fn text(&self) -> &Spanned<String> {
        match self {
            EvidenceTarget::File(text) | EvidenceTarget::Url(text) | EvidenceTarget::Page(text) => text,
        }
    }
}

impl From<Evidence> for TypedEvidence {
    fn from(Evidence { id, target, title, kind, date }: Evidence) -> Self {
        let (file, url, page) = match target {
            EvidenceTarget::File(file) => (Some(file), None, None),
            EvidenceTarget::Url(url) => (None, Some(url), None),
            EvidenceTarget::Page(page) => (None, None, Some(page)),
        };
        Self { id, file, url, page, title, kind, date }
    }
}

impl FromNode for Evidence {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let TypedEvidence { id, file, url, page, title, kind, date } = FromNode::from_node(node, context)?;
        let (file, url, page) = (file.map(EvidenceTarget::File), url.map(EvidenceTarget::Url), page.map(EvidenceTarget::Page));
        let mut targets: Vec<EvidenceTarget> = [file, url, page].into_iter().flatten().collect();
        let is_unread = |key| context.unread.around(key, node.extent().start);
        if targets.is_empty() && ["file", "url", "page"].into_iter().any(is_unread) {
            return None;
        }
        if targets.len() != 1 {
            let span = targets.get(1).map_or_else(|| node.first_key(), |surplus| surplus.text().span.clone());
            context.report("evidence-target", &span);
        }
        Some(Self { id, target: targets.pop()?, title, kind, date })
    }
}

impl Declared for Evidence {
    fn shape() -> Shape {
        TypedEvidence::shape()
    }

    fn written(&self) -> serde_json::Value {
        TypedEvidence::from(self.clone()).written()
    }
}
