//! บันทึกข้อความ: the head of a memo and its signatures.

use serde_json::{Value, json};

use super::doubt::{DoubtKind, Doubts};
use super::fields::Object;
use super::matter::date_at;
use super::paragraph::ImportedParagraph;
use super::people::is_person;
use super::wording::plain;
use crate::slice::slice;

/// Lines in which the head of a memo stands.
const HEAD: usize = 25;

/// Takes the memo of a document, if it is one.
pub(super) fn memo(paragraphs: &mut [ImportedParagraph], doubts: &mut Doubts) -> Option<(Value, Option<String>)> {
    let start = paragraphs.iter().take(10).position(|paragraph| plain(&paragraph.text) == "บันทึกข้อความ")?;
    if let Some(heading) = paragraphs.get_mut(start) {
        heading.is_taken = true;
    }
    let mut head = MemoHead::default();
    for paragraph in paragraphs.iter_mut().skip(start + 1).take(HEAD) {
        if paragraph.is_below() || !head.take(&paragraph.line(), paragraph, doubts) {
            break;
        }
        paragraph.is_taken = true;
    }
    let subject = head.subject.clone();
    let mut memo = Object::default();
    memo.put_found("unit", head.unit);
    memo.put_found("number", head.number);
    memo.put_found("date", head.date);
    memo.put_found("subject", head.subject);
    memo.put_found("to", head.to);
    memo.put_found("refs", head.refs);
    let endorsement = endorsement(paragraphs);
    memo.put_found("signatures", signatures(paragraphs, doubts));
    memo.put_found("endorsement", endorsement);
    Some((memo.into_value(), subject))
}

#[derive(Default)]
struct MemoHead {
    unit: Option<String>,
    number: Option<Value>,
    date: Option<String>,
    subject: Option<String>,
    to: Option<String>,
    refs: Vec<Value>,
}

impl MemoHead {
    /// Takes a line of the head; false for the first that is none.
    fn take(&mut self, line: &str, paragraph: &ImportedParagraph, doubts: &mut Doubts) -> bool {
        let after = |word: &str| line.strip_prefix(word).map(|rest| rest.trim_start_matches([' ', ':']).to_owned());
        if let Some(unit) = after("ส่วนราชการ") {
            self.unit = Some(unit);
        } else if let Some(day) = after("วันที่") {
            self.day(&day, paragraph, doubts);
        } else if let Some(number) = line.strip_prefix("ที่ ").or_else(|| (line == "ที่").then_some("")) {
            let (number, day) = number.split_once("วันที่").map_or((number, None), |(number, day)| (number, Some(day)));
            self.number = number_of(number.trim());
            if let Some(day) = day {
                self.day(day, paragraph, doubts);
            }
        } else if let Some(subject) = after("เรื่อง") {
            self.subject = Some(subject);
        } else if let Some(to) = after("เรียน") {
            self.to = Some(to);
        } else if let Some(title) = after("อ้างถึง") {
            let mut reference = Object::default();
            reference.put_found("title", title.as_str());
            let day = title.split_once("ลงวันที่").and_then(|(_, day)| date_at(day));
            reference.put_found("date", day.map(|day| day.to_string()));
            self.refs.push(reference.into_value());
        } else {
            return false;
        }
        true
    }

    fn day(&mut self, text: &str, paragraph: &ImportedParagraph, doubts: &mut Doubts) {
        self.date = date_at(text).map(|day| day.to_string());
        if self.date.is_none() && !text.trim().is_empty() {
            doubts.add(DoubtKind::DateUnread, Some(&paragraph.place), text);
        }
    }
}

/// `ตย 12345/101`: the running number may be blank.
fn number_of(text: &str) -> Option<Value> {
    let at = text.find('/').map_or(text.len(), |at| at + 1);
    let (prefix, running) = (slice(text, ..at).trim(), slice(text, at..).trim());
    let mut number = Object::default();
    number.put_found("prefix", prefix);
    number.put_found("running", running);
    (!number.is_empty()).then(|| number.into_value())
}

/// Leaves signatures out of a document that has no field for them, and says so of each.
pub(super) fn leave_out_signatures(paragraphs: &mut [ImportedParagraph], doubts: &mut Doubts) {
    let mut at = 0;
    while at < paragraphs.len() {
        let place = paragraphs.get(at).filter(|paragraph| is_signature(paragraph)).map(|paragraph| paragraph.place.clone());
        at += 1;
        if place.is_some() {
            let (posts, end) = signature(paragraphs, at - 1, doubts);
            doubts.add(DoubtKind::SignatureLeftOut, place.as_ref(), &posts);
            at = end.max(at);
        }
    }
}

/// Posts of those who signed; names are left out.
fn signatures(paragraphs: &mut [ImportedParagraph], doubts: &mut Doubts) -> Vec<Value> {
    let mut signatures = Vec::new();
    let mut at = 0;
    while at < paragraphs.len() {
        let is_signature = paragraphs.get(at).is_some_and(is_signature);
        at += 1;
        if is_signature {
            let (posts, end) = signature(paragraphs, at - 1, doubts);
            signatures.extend(post(&posts));
            at = end.max(at);
        }
    }
    signatures
}

/// A place for a signature below the tables.
fn is_signature(paragraph: &ImportedParagraph) -> bool {
    const LONGEST: usize = 60;
    paragraph.is_below() && plain(&paragraph.text).chars().count() < LONGEST && is_place_for_name(&paragraph.line())
}

/// Behind the word for a signature stands nothing, a line to sign on, a name, or one word for who signs. Any other
/// text is a sentence that begins with that word, such as one on how to log in.
fn is_place_for_name(line: &str) -> bool {
    const SIGNERS: [&str; 14] = [
        "ผู้รายงาน",
        "ผู้จัดทำ",
        "ผู้จัดทำรายงาน",
        "ผู้จัดทำแผน",
        "ผู้อนุมัติ",
        "ผู้เห็นชอบ",
        "ผู้ตรวจสอบ",
        "ผู้ตรวจ",
        "ผู้ทาน",
        "ผู้เสนอ",
        "ผู้เสนอแผน",
        "ผู้รับรอง",
        "ผู้รับผิดชอบ",
        "พยาน",
    ];
    const FILL: [char; 5] = ['.', '_', '…', '-', '\u{2024}'];
    const SHORTEST_FILL: usize = 3;
    let Some(rest) = without_word(line) else { return false };
    let is_fill = |c: char| FILL.contains(&c);
    let fill = rest.chars().take_while(|c| is_fill(*c) || *c == ' ').filter(|c| *c == '…' || is_fill(*c)).count();
    let bare = rest.trim_matches(|c| is_fill(c) || matches!(c, '(' | ')' | ' ' | ':'));
    let is_filled = fill >= SHORTEST_FILL || rest.contains('…');
    bare.is_empty() || is_filled || is_person(bare) || SIGNERS.contains(&bare)
}

/// What stands behind `ลงชื่อ` or `(ลงชื่อ)`.
fn without_word(line: &str) -> Option<&str> {
    let line = line.trim_start_matches(['(', ' ']);
    let rest = line.strip_prefix("ลงชื่อ").or_else(|| line.strip_prefix("ลง ชื่อ"))?;
    Some(rest.trim_start_matches([')', ' ']))
}

/// One signature: the line for it, perhaps a name, then the post on one or two lines. Returns the posts.
fn signature(paragraphs: &mut [ImportedParagraph], start: usize, doubts: &mut Doubts) -> (String, usize) {
    let mut end = start;
    let mut posts: Vec<String> = Vec::new();
    for (at, paragraph) in paragraphs.iter_mut().enumerate().skip(start).take(5) {
        let line = paragraph.line();
        let text =
            if at == start { without_word(&line).unwrap_or(&line).trim_start_matches([' ', '.', '_', '…']).to_owned() } else { line };
        let bare = text.trim_matches(['(', ')', ' ', '.', '_', '…']);
        if at > start && without_word(&text).is_some() || starts_other(bare) || !paragraph.is_short() {
            break;
        }
        let is_name = is_person(bare) || (text.starts_with('(') && text.ends_with(')') && posts.is_empty());
        if is_name && !bare.is_empty() {
            doubts.add(DoubtKind::PersonName, Some(&paragraph.place), bare);
        } else if !bare.is_empty() {
            posts.push(bare.trim_start_matches("ตำแหน่ง").trim().to_owned());
        }
        paragraph.is_taken = true;
        end = at + 1;
        let is_complete = !posts.is_empty() && posts.last().is_some_and(|post| !ACTING.iter().any(|word| post.ends_with(word)));
        if is_complete {
            break;
        }
    }
    (posts.join(" "), end)
}

const ACTING: [&str; 4] = ["ปฏิบัติหน้าที่แทน", "ปฏิบัติหน้าที่", "รักษาราชการแทน", "รักษาการแทน"];

fn starts_other(text: &str) -> bool {
    ["ความเห็น", "เรียน", "ทราบ"].iter().any(|word| text.starts_with(word))
}

fn post(text: &str) -> Option<Value> {
    let acting = ACTING.iter().find_map(|word| text.split_once(word));
    let (post, acting_for) = acting.map_or((text, None), |(post, other)| (post.trim(), Some(other.trim())));
    let mut signature = Object::default();
    signature.put_found("post", post);
    signature.put_found("acting_for", acting_for);
    (!signature.is_empty()).then(|| signature.into_value())
}

/// `ความเห็นนายก…` below the tables: whose opinion; the opinion itself is typed by hand.
fn endorsement(paragraphs: &mut [ImportedParagraph]) -> Option<Value> {
    let paragraph =
        paragraphs.iter_mut().find(|paragraph| paragraph.is_below() && paragraph.is_short() && paragraph.line().starts_with("ความเห็น"))?;
    let line = paragraph.line();
    let post = line.trim_start_matches("ความเห็น").trim_start_matches("ของ").trim_matches([' ', ':', '.', '_', '…']);
    if post.is_empty() {
        return None;
    }
    paragraph.is_taken = true;
    Some(json!({"post": post}))
}
