use std::collections::{HashMap, HashSet};

use unicode_normalization::char::is_combining_mark;

use super::thai_letter::is_zero_width;
use crate::thai::composed;

/// Unique anchors of one page.
#[derive(Debug, Default)]
pub(super) struct Ids {
    taken: HashSet<String>,
    /// Last suffix used per id, so that many equal headings take linear time.
    last_number: HashMap<String, usize>,
}

impl Ids {
    /// Reserves `id`.
    pub fn reserve(&mut self, id: &str) {
        self.taken.insert(id.to_owned());
    }

    pub fn is_taken(&self, id: &str) -> bool {
        self.taken.contains(id)
    }

    /// Returns `wanted`, or `wanted-2`, `wanted-3` and so on if it is taken.
    pub fn give(&mut self, wanted: String) -> String {
        if self.taken.insert(wanted.clone()) {
            return wanted;
        }
        let number = self.last_number.entry(wanted.clone()).or_insert(1);
        loop {
            *number += 1;
            let id = format!("{wanted}-{number}");
            if self.taken.insert(id.clone()) {
                return id;
            }
        }
    }
}

/// Makes an id from `text` in NFC: keeps letters of any script (in lower case), combining marks,
/// digits, `-` and `_`; replaces white space by `-`; drops the rest. May be empty.
///
/// Combining marks are kept because they distinguish Thai words; NFKC would decompose ำ.
pub(super) fn id_of_text(text: &str) -> String {
    let mut id = String::new();
    for c in composed(text).chars().filter(|c| !is_zero_width(*c)) {
        if c.is_whitespace() || c == '-' {
            if !id.is_empty() && !id.ends_with('-') {
                id.push('-');
            }
        } else if c == '_' || is_word(c) {
            id.extend(c.to_lowercase());
        }
    }
    if id.ends_with('-') {
        id.pop();
    }
    id
}

/// `id` in NFC if it consists of letters, marks, digits, `-`, `_` and `.` only, otherwise `None`.
pub(super) fn safe_id(id: &str) -> Option<String> {
    let is_safe = !id.is_empty() && id.chars().all(|c| is_word(c) || "-_.".contains(c));
    is_safe.then(|| composed(id).into_owned())
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thai_stays_whole() {
        assert_eq!(id_of_text("การกำหนดมาตรการ เร็วๆ นี้ ปี ๒๕๖๙"), "การกำหนดมาตรการ-เร็วๆ-นี้-ปี-๒๕๖๙");
    }

    #[test]
    fn latin_is_lower_case_and_punctuation_goes() {
        assert_eq!(id_of_text("  O42: Integrity  -  (พ.ศ. 2569)! "), "o42-integrity-พศ-2569");
        assert_eq!(id_of_text("“…”"), "");
    }

    #[test]
    fn forms_of_one_text_have_one_id() {
        assert_eq!(id_of_text("Cafe\u{301}"), id_of_text("Caf\u{e9}"));
        assert_eq!(id_of_text("แผน\u{200b}งาน"), "แผนงาน");
    }

    #[test]
    fn only_plain_ids_are_safe() {
        assert_eq!(safe_id("แผน-1_a.b").as_deref(), Some("แผน-1_a.b"));
        for id in ["", "a b", "a\"b", "a<b", "a:b", "a/b", "a\u{0}"] {
            assert_eq!(safe_id(id), None, "{id}");
        }
    }

    #[test]
    fn equal_ids_are_numbered_past_those_that_exist() {
        let mut ids = Ids::default();
        ids.reserve("a-2");
        let given: Vec<_> = (0..3).map(|_| ids.give("a".into())).collect();
        assert_eq!(given, ["a", "a-3", "a-4"]);
    }
}
