//! What is looked for.
//!
//! A query is [normalised](crate::search::normalised) and [folded](crate::search::folded). Its terms are parted by blanks; what stands in quotation marks
//! (`"…"`, `“…”`, to the end if the second is missing) is one term with its blanks. A **page matches if each of its terms does**; a term
//! matches if one of its forms occurs as a substring of the page's text, or if the page is that of its item. The **text of a page** is its
//! title and its passages in reading order, each normalised and folded, parted by a blank; the text of each part of a file (its page or
//! sheet) stands on its own.
//!
//! The forms of a term are its own text and:
//! * **abbreviation**: the longest run of terms outside quotation marks, or the phrase inside, that without dots, hyphens and blanks equals a
//!   form of a group of [`Abbreviations`] is one term, with all forms of the group; a term that begins with a form (`อบต.บ้านดอน`) has the
//!   others [instead of it](Abbreviations::instead_of_start);
//! * **item code**: `O42`, `o 42`, `O-42`, `OIT42`, `OIT 42`, with up to three digits, or `042` (a nought and two digits) is one term, with
//!   the forms `o42`, `oit 42`, `oit42` (`o07` too for `o7`); it also matches every page whose item is `O42` (leading noughts aside);
//! * [other spellings](spellings()) of each of these.

use crate::search::{abbreviations::Abbreviations, folded::folded, normalised::normalised, spellings::spellings};

/// What a page must have: all of these.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchQuery {
    /// In the order of the query, none twice.
    pub terms: Vec<SearchTerm>,
}

/// What a page must have one of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchTerm {
    /// Texts to look for, normalised and folded, its own first, none twice, none empty.
    pub forms: Vec<String>,
    /// The item whose pages match as such, folded and without leading noughts: `o42`.
    pub item: Option<String>,
}

/// What pages must be, apart from the query. `None` lets all pass.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchFilters {
    /// Fiscal year of the Buddhist era.
    pub year: Option<u16>,
    /// Code as shown: `O25`.
    pub item: Option<String>,
    /// Name of the indicator, as shown.
    pub indicator: Option<String>,
    /// One of the units named on the page.
    pub unit: Option<String>,
    /// Where the text is looked for: see [`SearchedPart`].
    pub within: Option<SearchedPart>,
}

/// Only this part of a page is looked at, its title not if it is a kind of file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SearchedPart {
    /// The page itself: title and passages that are not of files.
    Page,
    /// The texts of files with this extension, in lower case and without a dot: `pdf`.
    Files(String),
}

/// As many terms as the longest abbreviation may be written with.
const LONGEST_RUN: usize = 12;

impl SearchQuery {
    /// Reads what was typed.
    pub fn parsed(typed: &str, abbreviations: &Abbreviations) -> SearchQuery {
        let typed = folded(&normalised(typed));
        let mut terms: Vec<SearchTerm> = Vec::new();
        for (at, piece) in typed.split(['"', '“', '”', '„', '‟']).enumerate() {
            let piece = piece.trim_matches(' ');
            if at % 2 == 1 {
                terms.extend((!piece.is_empty()).then(|| term(piece, abbreviations)));
            } else {
                terms.extend(words(piece, abbreviations));
            }
        }
        let mut query = SearchQuery::default();
        for term in terms {
            if !query.terms.contains(&term) {
                query.terms.push(term);
            }
        }
        query
    }
}

/// The terms of a piece outside quotation marks: from left to right the longest run of words that means something together.
fn words(piece: &str, abbreviations: &Abbreviations) -> Vec<SearchTerm> {
    let words: Vec<&str> = piece.split(' ').filter(|word| !word.is_empty()).collect();
    let mut terms = Vec::new();
    let mut rest = words.as_slice();
    while !rest.is_empty() {
        let longest = (2..=rest.len().min(LONGEST_RUN)).rev().find(|&count| {
            let run = rest.get(..count).unwrap_or_default().join(" ");
            !abbreviations.same_as(&run).is_empty() || item_number(&run).is_some()
        });
        let (run, after) = rest.split_at(longest.unwrap_or(1));
        terms.push(term(&run.join(" "), abbreviations));
        rest = after;
    }
    terms
}

fn term(text: &str, abbreviations: &Abbreviations) -> SearchTerm {
    let mut forms = vec![text.to_owned()];
    forms.extend(abbreviations.same_as(text).into_iter().map(str::to_owned));
    if forms.len() == 1 {
        forms.extend(abbreviations.instead_of_start(text));
    }
    let number = item_number(text);
    if let Some(number) = &number {
        forms.extend([format!("o{number}"), format!("oit {number}"), format!("oit{number}")]);
        forms.extend((number.len() == 1).then(|| format!("o0{number}")));
    }
    let respelled: Vec<String> = forms.iter().flat_map(|form| spellings(form)).collect();
    forms.extend(respelled);
    let mut once: Vec<String> = Vec::with_capacity(forms.len());
    for form in forms {
        if !once.contains(&form) {
            once.push(form);
        }
    }
    SearchTerm { forms: once, item: number.map(|number| format!("o{number}")) }
}

/// The number of the item whose code is `text`, without leading noughts.
fn item_number(text: &str) -> Option<String> {
    let digits = match text.strip_prefix("oit").or_else(|| text.strip_prefix('o')) {
        Some(digits) => digits.strip_prefix([' ', '-', '.']).unwrap_or(digits),
        None => text.strip_prefix('0').filter(|digits| digits.len() == 2)?,
    };
    let is_number = (1..=3).contains(&digits.len()) && digits.bytes().all(|digit| digit.is_ascii_digit());
    let number = digits.trim_start_matches('0');
    (is_number && !number.is_empty()).then(|| number.to_owned())
}

/// A page's item as [`SearchTerm::item`] has it: folded, leading noughts of its number away.
pub fn item_key(item: &str) -> String {
    let folded = folded(item);
    item_number(&folded).map_or(folded, |number| format!("o{number}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(typed: &str) -> Vec<Vec<String>> {
        let groups = [vec!["อบต.".to_owned(), "องค์การบริหารส่วนตำบล".to_owned()], vec!["พ.ร.บ.".to_owned(), "พรบ".to_owned()]];
        SearchQuery::parsed(typed, &Abbreviations::new(&groups)).terms.into_iter().map(|term| term.forms).collect()
    }

    #[test]
    fn blanks_part_terms_and_quotation_marks_hold_them_together() {
        assert_eq!(forms(" แผน  ๒๕๖๖ \"ปี  A\" แผน"), [vec!["แผน"], vec!["2566"], vec!["ปี a"]]);
        assert_eq!(forms("“ก ข” \"\" ค \"ง จ"), [vec!["ก ข"], vec!["ค"], vec!["ง จ"]]);
        assert!(forms(" \u{200b} ").is_empty());
    }

    #[test]
    fn abbreviations_mean_what_they_stand_for() {
        for typed in ["อบต", "อบต.", "อ. บ. ต.", "อ-บ-ต", "\"อบต.\""] {
            assert!(forms(typed).iter().any(|forms| forms.contains(&"องค์การบริหารส่วนตำบล".to_owned())), "{typed}");
            assert_eq!(forms(typed).len(), 1, "{typed}");
        }
        assert_eq!(forms("องค์การบริหารส่วนตำบล พรบ บ้าน").len(), 3);
        assert_eq!(forms("พรบ"), [["พรบ", "พ.ร.บ."]]);
        let glued = ["อบต.บ้าน", "อบต. บ้าน", "องค์การบริหารส่วนตำบลบ้าน", "องค์การบริหารส่วนตำบล บ้าน"];
        assert_eq!(forms("อบต.บ้าน"), [glued]);
        let glued = ["องค์การบริหารส่วนตำบลบ้าน", "อบต.บ้าน", "อบต. บ้าน", "องค์การบริหารส่วนตำบล บ้าน"];
        assert_eq!(forms("องค์การบริหารส่วนตำบลบ้าน"), [glued]);
        assert_eq!(forms("พรบบ้าน"), [["พรบบ้าน"]]);
    }

    #[test]
    fn item_codes_are_written_in_many_ways() {
        for typed in ["O๔๒", "o42", "O-42", "OIT.42", "OIT 42", "oit42", "042", "o 42", "๐๔๒"] {
            let query = SearchQuery::parsed(typed, &Abbreviations::default());
            assert_eq!(query.terms.len(), 1, "{typed}");
            assert_eq!(query.terms[0].item.as_deref(), Some("o42"), "{typed}");
        }
        for typed in ["42", "250", "2566", "o", "0425", "o4211", "to42"] {
            assert!(SearchQuery::parsed(typed, &Abbreviations::default()).terms.iter().all(|term| term.item.is_none()), "{typed}");
        }
        assert_eq!(item_key("O๔๒"), "o42");
    }
}
