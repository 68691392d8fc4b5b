//! บันทึกข้อความ: the official memo form (S2), in the order of its fields.

use crate::thai::Date;
use crate::yaml::{Context, Fields, FromNode, Node, Spanned};
use serde::Serialize;

/// A memo.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Memo {
    /// ส่วนราชการ
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<Spanned<String>>,
    /// ที่
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<MemoNumber>,
    /// วันที่
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Spanned<Date>>,
    /// เรื่อง
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<Spanned<String>>,
    /// เรียน
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Spanned<String>>,
    /// อ้างถึง
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub refs: Vec<MemoReference>,
    /// The text, if it is not the body of the page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<Spanned<String>>,
    /// ลงชื่อ
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub signatures: Vec<Signature>,
    /// ความเห็นของผู้บริหาร
    #[serde(skip_serializing_if = "Option::is_none")]
    pub endorsement: Option<Endorsement>,
}

/// `ลย 74301/` and the running number after it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MemoNumber {
    /// The letters and number of the office, with the slash.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prefix: Option<Spanned<String>>,
    /// The running number; blank in S2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub running: Option<Spanned<String>>,
}

/// An earlier paper.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MemoReference {
    /// What it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Spanned<String>>,
    /// Its date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Spanned<Date>>,
}

/// Who signed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Signature {
    /// `reporter`, `approver`, or words of the paper.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<Spanned<String>>,
    /// Name, if it is published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Spanned<String>>,
    /// ตำแหน่ง
    #[serde(skip_serializing_if = "Option::is_none")]
    pub post: Option<Spanned<String>>,
    /// ปฏิบัติหน้าที่ (the post acted for).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub acting_for: Option<Spanned<String>>,
}

/// The opinion of the head of the body.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Endorsement {
    /// Whose.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub post: Option<Spanned<String>>,
    /// The opinion; blank in S2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opinion: Option<Spanned<String>>,
}

impl FromNode for Memo {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, context);
        let memo = Memo {
            unit: fields.optional("unit"),
            number: fields.optional("number"),
            date: fields.optional("date"),
            subject: fields.optional("subject"),
            to: fields.optional("to"),
            refs: fields.list("refs"),
            body: fields.optional("body"),
            signatures: fields.list("signatures"),
            endorsement: fields.optional("endorsement"),
        };
        fields.finish()?;
        Some(memo)
    }
}

impl FromNode for MemoNumber {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, context);
        let number = MemoNumber { prefix: fields.optional("prefix"), running: fields.optional("running") };
        fields.finish()?;
        Some(number)
    }
}

impl FromNode for MemoReference {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, context);
        let reference = MemoReference { title: fields.optional("title"), date: fields.optional("date") };
        fields.finish()?;
        Some(reference)
    }
}

impl FromNode for Signature {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, context);
        let signature = Signature {
            role: fields.optional("role"),
            name: fields.optional("name"),
            post: fields.optional("post"),
            acting_for: fields.optional("acting_for"),
        };
        fields.finish()?;
        Some(signature)
    }
}

impl FromNode for Endorsement {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, context);
        let endorsement = Endorsement { post: fields.optional("post"), opinion: fields.optional("opinion") };
        fields.finish()?;
        Some(endorsement)
    }
}
