//! `section#memo`: the official memo (บันทึกข้อความ), its parts in the order of the form.

use serde::Serialize;

use super::term::Term;
use crate::content::front_matter::{Endorsement as Opinion, Memo as Given, Reference, Signature as Signed};
use crate::render::tables::{Item, Subject};
use crate::yaml;

/// A memo.
#[derive(Clone, Debug, Serialize)]
pub struct Memo {
    /// Unit, number, date, subject, addressee, references.
    pub head: Vec<Term>,
    /// Whether the running number is blank, as papers leave it until the memo is registered.
    pub blank_number: bool,
    /// Paragraphs.
    pub body: Vec<String>,
    /// What the paper says instead of them.
    pub body_note: Option<String>,
    /// Who signed.
    pub signatures: Vec<Signature>,
    /// The opinion of the head of the body.
    pub endorsement: Option<Endorsement>,
}

/// A signature.
#[derive(Clone, Debug, Serialize)]
pub struct Signature {
    /// In which role.
    pub role: Option<Item>,
    /// Name; blank if it is not published.
    pub name: Option<Item>,
    /// Post.
    pub post: Option<Item>,
    /// `ปฏิบัติหน้าที่…`.
    pub acting_for: Option<Item>,
}

/// An opinion.
#[derive(Clone, Debug, Serialize)]
pub struct Endorsement {
    /// Whose, in words.
    pub heading: Item,
    /// The opinion; blank lines if there is none.
    pub opinion: Option<Item>,
}

/// The memo of a page.
pub fn memo(subject: &Subject<'_>) -> Option<Memo> {
    let memo = subject.front_matter.memo.as_ref()?;
    Some(Memo {
        head: head(subject, memo),
        blank_number: memo.number.as_ref().is_some_and(|number| number.running.is_none()),
        body: memo.body.iter().flat_map(|body| body.value.split("\n\n")).map(|text| text.trim().to_owned()).collect(),
        signatures: memo.signatures.iter().map(|signed| signature(subject, signed)).collect(),
        body_note: subject.writer.text_note(memo.body.as_ref()),
        endorsement: memo.endorsement.as_ref().map(|given| endorsement(subject, given)),
    })
}

fn endorsement(subject: &Subject<'_>, given: &Opinion) -> Endorsement {
    let writer = &subject.writer;
    let heading = match &given.post {
        Some(post) => writer.words("endorsement_of", &[("post", &post.value)]),
        None => writer.word("endorsement"),
    };
    Endorsement {
        heading: Item { note: writer.text_note(given.post.as_ref()), ..Item::text(heading) },
        opinion: subject.items(given.opinion.as_slice()).pop(),
    }
}

fn head(subject: &Subject<'_>, memo: &Given) -> Vec<Term> {
    let writer = &subject.writer;
    let term = |field: &'static str, items: Vec<Item>| Term { field, label: writer.word(&format!("memo_{field}")), items };
    let text = |given: &Option<yaml::Given<String>>| subject.items(given.as_slice());
    let date = memo.date.iter().map(|date| {
        let text = writer.date(date.value);
        Item { note: writer.as_written(date, &text), ..Item::text(text) }
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

/// The number as it stands in the memo. Without a running number the template prints a blank after it, as the paper has.
fn number(subject: &Subject<'_>, memo: &Given) -> Vec<Item> {
    let Some(number) = &memo.number else {
        return Vec::new();
    };
    let prefix = number.prefix.as_ref().map_or("", |prefix| prefix.value.as_str());
    let running = number.running.as_ref().map_or("", |running| running.value.as_str());
    let note = subject.writer.notes([subject.writer.text_note(number.prefix.as_ref()), subject.writer.text_note(number.running.as_ref())]);
    vec![Item { note, ..Item::text(subject.writer.digits.print(&format!("{prefix}{running}"))) }]
}

fn reference(subject: &Subject<'_>, reference: &Reference) -> Item {
    let title = reference.title.as_ref().map(|title| title.value.clone());
    let date = reference.date.as_ref().map(|date| subject.writer.words("dated", &[("date", &subject.writer.date(date.value))]));
    let parts: Vec<String> = [title, date].into_iter().flatten().collect();
    let note =
        subject.writer.notes([subject.writer.text_note(reference.title.as_ref()), subject.writer.date_note(reference.date.as_ref())]);
    Item { note, ..Item::text(parts.join(" ")) }
}

fn signature(subject: &Subject<'_>, signed: &Signed) -> Signature {
    let writer = &subject.writer;
    let role = |role: &yaml::Given<String>| {
        let text = writer.strings.find(&format!("role_{}", role.value)).unwrap_or(&role.value);
        Item { note: writer.as_written(role, text), ..Item::text(text) }
    };
    let acting_for = |post: &yaml::Given<String>| {
        let text = writer.words("acting_for", &[("post", &post.value)]);
        Item { note: writer.text_note(Some(post)), ..Item::text(text) }
    };
    Signature {
        role: signed.role.as_ref().map(role),
        name: subject.items(signed.name.as_slice()).pop(),
        post: subject.items(signed.post.as_slice()).pop(),
        acting_for: signed.acting_for.as_ref().map(acting_for),
    }
}
