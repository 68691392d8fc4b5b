//! `section#memo`: the official memo (บันทึกข้อความ), its parts in the order of the form.

use serde::Serialize;

use super::about::Term;
use crate::content::front_matter::{Memo as Given, Reference, Signature as Signed};
use crate::render::tables::{Item, Subject};
use crate::yaml;

/// A memo.
#[derive(Clone, Debug, Serialize)]
pub struct Memo {
    /// Unit, number, date, subject, addressee, references.
    pub head: Vec<Term>,
    /// The number before a blank running number.
    pub blank_number: Option<String>,
    /// Paragraphs.
    pub body: Vec<String>,
    /// Who signed.
    pub signatures: Vec<Signature>,
    /// The opinion of the head of the body.
    pub endorsement: Option<Endorsement>,
}

/// A signature.
#[derive(Clone, Debug, Serialize)]
pub struct Signature {
    /// In which role.
    pub role: Option<String>,
    /// Name; blank if it is not published.
    pub name: Option<String>,
    /// Post.
    pub post: Option<String>,
    /// `ปฏิบัติหน้าที่…`.
    pub acting_for: Option<String>,
}

/// An opinion.
#[derive(Clone, Debug, Serialize)]
pub struct Endorsement {
    /// Whose, in words.
    pub heading: String,
    /// The opinion; blank lines if there is none.
    pub opinion: Option<String>,
}

/// The memo of a page.
pub fn memo(subject: &Subject<'_>) -> Option<Memo> {
    let memo = subject.front_matter.memo.as_ref()?;
    Some(Memo {
        head: head(subject, memo),
        blank_number: blank_number(memo),
        body: memo.body.iter().flat_map(|body| body.value.split("\n\n")).map(|text| text.trim().to_owned()).collect(),
        signatures: memo.signatures.iter().map(|signed| signature(subject, signed)).collect(),
        endorsement: memo.endorsement.as_ref().map(|endorsement| Endorsement {
            heading: match &endorsement.post {
                Some(post) => subject.writer.words("endorsement_of", &[("post", &post.value)]),
                None => subject.writer.word("endorsement"),
            },
            opinion: endorsement.opinion.as_ref().map(|opinion| opinion.value.clone()),
        }),
    })
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
    vec![Item::text(subject.writer.digits.print(&format!("{prefix}{running}")))]
}

fn blank_number(memo: &Given) -> Option<String> {
    let number = memo.number.as_ref().filter(|number| number.running.is_none())?;
    Some(number.prefix.as_ref().map_or_else(String::new, |prefix| prefix.value.clone()))
}

fn reference(subject: &Subject<'_>, reference: &Reference) -> Item {
    let title = reference.title.as_ref().map(|title| title.value.clone());
    let date = reference.date.as_ref().map(|date| subject.writer.words("dated", &[("date", &subject.writer.date(date.value))]));
    let parts: Vec<String> = [title, date].into_iter().flatten().collect();
    Item::text(parts.join(" "))
}

fn signature(subject: &Subject<'_>, signed: &Signed) -> Signature {
    let strings = subject.writer.strings;
    let role = |role: &yaml::Given<String>| strings.find(&format!("role_{}", role.value)).unwrap_or(&role.value).to_owned();
    Signature {
        role: signed.role.as_ref().map(role),
        name: signed.name.as_ref().map(|name| name.value.clone()),
        post: signed.post.as_ref().map(|post| post.value.clone()),
        acting_for: signed.acting_for.as_ref().map(|post| subject.writer.words("acting_for", &[("post", &post.value)])),
    }
}
