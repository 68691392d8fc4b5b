//! บันทึกข้อความ: the official memo form (S2), in the order of its fields.

use crate::thai::Date;
use crate::yaml::{Context, Fields, FromNode, Given, Node};

/// A memo.
#[derive(Clone, Debug, PartialEq)]
pub struct Memo {
    /// ส่วนราชการ
    pub unit: Option<Given<String>>,
    /// ที่
    pub number: Option<MemoNumber>,
    /// วันที่
    pub date: Option<Given<Date>>,
    /// เรื่อง
    pub subject: Option<Given<String>>,
    /// เรียน
    pub to: Option<Given<String>>,
    /// อ้างถึง
    pub refs: Vec<Reference>,
    /// The text, if it is not the body of the page.
    pub body: Option<Given<String>>,
    /// ลงชื่อ
    pub signatures: Vec<Signature>,
    /// ความเห็นของผู้บริหาร
    pub endorsement: Option<Endorsement>,
}

/// `ลย 74301/` and the running number after it.
#[derive(Clone, Debug, PartialEq)]
pub struct MemoNumber {
    /// The letters and number of the office, with the slash.
    pub prefix: Option<Given<String>>,
    /// The running number; blank in S2.
    pub running: Option<Given<String>>,
}

/// An earlier paper.
#[derive(Clone, Debug, PartialEq)]
pub struct Reference {
    /// What it is.
    pub title: Option<Given<String>>,
    /// Its date.
    pub date: Option<Given<Date>>,
}

/// Who signed.
#[derive(Clone, Debug, PartialEq)]
pub struct Signature {
    /// `reporter`, `approver`, or words of the paper.
    pub role: Option<Given<String>>,
    /// Name, if it is published.
    pub name: Option<Given<String>>,
    /// ตำแหน่ง
    pub post: Option<Given<String>>,
    /// ปฏิบัติหน้าที่ (the post acted for).
    pub acting_for: Option<Given<String>>,
}

/// The opinion of the head of the body.
#[derive(Clone, Debug, PartialEq)]
pub struct Endorsement {
    /// Whose.
    pub post: Option<Given<String>>,
    /// The opinion; blank in S2.
    pub opinion: Option<Given<String>>,
}

impl FromNode for Memo {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, context)?;
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
        fields.finish();
        Some(memo)
    }
}

impl FromNode for MemoNumber {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, context)?;
        let number = MemoNumber { prefix: fields.optional("prefix"), running: fields.optional("running") };
        fields.finish();
        Some(number)
    }
}

impl FromNode for Reference {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, context)?;
        let reference = Reference { title: fields.optional("title"), date: fields.optional("date") };
        fields.finish();
        Some(reference)
    }
}

impl FromNode for Signature {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, context)?;
        let signature = Signature {
            role: fields.optional("role"),
            name: fields.optional("name"),
            post: fields.optional("post"),
            acting_for: fields.optional("acting_for"),
        };
        fields.finish();
        Some(signature)
    }
}

impl FromNode for Endorsement {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, context)?;
        let endorsement = Endorsement { post: fields.optional("post"), opinion: fields.optional("opinion") };
        fields.finish();
        Some(endorsement)
    }
}
