//! `section#memo`: the official memo (บันทึกข้อความ), in the order of the form.

use serde::Serialize;

use super::term::Term;
use crate::content::front_matter::{Endorsement, Memo, MemoReference, Signature};
use crate::render::tables::{ListItem, TableContext};
use crate::yaml;

/// A memo.
#[derive(Clone, Debug, Serialize)]
pub struct MemoView {
    /// Unit, number, date, subject, addressee, references.
    pub(crate) head: Vec<Term>,
    /// True if the running number is blank, as on paper until the memo is registered.
    pub(crate) blank_number: bool,
    pub(crate) body: Vec<String>,
    /// Note if the body on the paper differs.
    pub(crate) body_note: Option<String>,
    pub(crate) signatures: Vec<SignatureView>,
    /// Opinion of the head of the agency.
    pub(crate) endorsement: Option<EndorsementView>,
}

/// A signature.
#[derive(Clone, Debug, Serialize)]
pub struct SignatureView {
    pub(crate) role: Option<ListItem>,
    /// Name; a blank line if not published.
    pub(crate) name: Option<ListItem>,
    pub(crate) post: Option<ListItem>,
    /// `ปฏิบัติหน้าที่…`.
    pub(crate) acting_for: Option<ListItem>,
}

/// An opinion.
#[derive(Clone, Debug, Serialize)]
pub struct EndorsementView {
    pub(crate) heading: ListItem,
    /// The opinion; blank lines if there is none.
    pub(crate) opinion: Option<ListItem>,
}

impl MemoView {
    /// All lines that may have a note, in the order of the form.
    pub(super) fn items_mut(&mut self) -> impl Iterator<Item = &mut ListItem> {
        let head = self.head.iter_mut().flat_map(|term| &mut term.items);
        let signed = self.signatures.iter_mut().flat_map(|signed| {
            let lines = [&mut signed.name, &mut signed.post, &mut signed.acting_for, &mut signed.role];
            lines.into_iter().flatten()
        });
        let endorsed = self.endorsement.iter_mut().flat_map(|endorsed| std::iter::once(&mut endorsed.heading).chain(&mut endorsed.opinion));
        head.chain(signed).chain(endorsed)
    }
}

/// The memo of a page.
pub fn memo(subject: &TableContext<'_>) -> Option<MemoView> {
    let memo = subject.front_matter.memo.as_ref()?;
    Some(MemoView {
        head: head(subject, memo),
        blank_number: memo.number.as_ref().is_some_and(|number| number.running.is_none()),
        body: memo.body.iter().flat_map(|body| body.value.split("\n\n")).map(|text| text.trim().to_owned()).collect(),
        signatures: memo.signatures.iter().map(|signed| signature(subject, signed)).collect(),
        body_note: subject.writer.text_note(memo.body.as_ref()),
        endorsement: memo.endorsement.as_ref().map(|given| endorsement(subject, given)),
    })
}

fn endorsement(subject: &TableContext<'_>, given: &Endorsement) -> EndorsementView {
    let writer = &subject.writer;
    let heading = match &given.post {
        Some(post) => writer.words("endorsement_of", &[("post", &post.value)]),
        None => writer.word("endorsement"),
    };
    EndorsementView {
        heading: ListItem { note: writer.text_note(given.post.as_ref()), ..ListItem::text(heading) },
        opinion: subject.items(given.opinion.as_slice()).pop(),
    }
}

fn head(subject: &TableContext<'_>, memo: &Memo) -> Vec<Term> {
    let writer = &subject.writer;
    let term = |field: &'static str, items: Vec<ListItem>| Term { field, label: writer.word(&format!("memo_{field}")), items };
    let text = |given: &Option<yaml::Spanned<String>>| subject.items(given.as_slice());
    let date = memo.date.iter().map(|date| {
        let text = writer.date(date.value);
        ListItem { note: writer.as_written(date, &text), ..ListItem::text(text) }
    });
    let terms = [
        term("unit", text(&memo.unit)),
        term("number", number(subject, memo)),
        term("date", date.collect()),
        term("subject", text(&memo.subject)),
        term("to", text(&memo.to)),
        term("refs", memo.refs.iter().map(|reference| self::reference(subject, reference)).collect()),
    ];
    terms.into_iter().filter(|term| !term.items.is_empty()).collect()
}

/// The memo number. Without a running number the template adds a blank, as on paper.
fn number(subject: &TableContext<'_>, memo: &Memo) -> Vec<ListItem> {
    let Some(number) = &memo.number else {
        return Vec::new();
    };
    let prefix = number.prefix.as_ref().map_or("", |prefix| prefix.value.as_str());
    let running = number.running.as_ref().map_or("", |running| running.value.as_str());
    let note = subject.writer.notes([subject.writer.text_note(number.prefix.as_ref()), subject.writer.text_note(number.running.as_ref())]);
    vec![ListItem { note, ..ListItem::text(subject.writer.digits.print(&format!("{prefix}{running}"))) }]
}

fn reference(subject: &TableContext<'_>, reference: &MemoReference) -> ListItem {
    let title = reference.title.as_ref().map(|title| title.value.clone());
    let date = reference.date.as_ref().map(|date| subject.writer.words("dated", &[("date", &subject.writer.date(date.value))]));
    let parts: Vec<String> = [title, date].into_iter().flatten().collect();
    let note =
        subject.writer.notes([subject.writer.text_note(reference.title.as_ref()), subject.writer.date_note(reference.date.as_ref())]);
    ListItem { note, ..ListItem::text(parts.join(" ")) }
}

fn signature(subject: &TableContext<'_>, signed: &Signature) -> SignatureView {
    let writer = &subject.writer;
    let role = |role: &yaml::Spanned<String>| {
        let text = writer.strings.find(&format!("role_{}", role.value)).unwrap_or(&role.value);
        ListItem { note: writer.as_written(role, text), ..ListItem::text(text) }
    };
    let acting_for = |post: &yaml::Spanned<String>| {
        let text = writer.words("acting_for", &[("post", &post.value)]);
        ListItem { note: writer.text_note(Some(post)), ..ListItem::text(text) }
    };
    SignatureView {
        role: signed.role.as_ref().map(role),
        name: subject.items(signed.name.as_slice()).pop(),
        post: subject.items(signed.post.as_slice()).pop(),
        acting_for: signed.acting_for.as_ref().map(acting_for),
    }
}
