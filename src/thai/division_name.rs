//! Names of divisions: words of their own wherever they stand in a text.

use std::borrow::Cow;

const DIVISIONS: &str = include_str!("data/divisions.txt");

/// A name such as `กองคลัง`, of Thai letters without blanks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DivisionName<'a> {
    /// As a text has it.
    pub text: Cow<'a, str>,
    /// Byte offsets in it where lines may break too, in order; its length for a break after it.
    pub breaks: Vec<usize>,
}

impl<'a> DivisionName<'a> {
    /// The names that every body has.
    pub fn known() -> impl Iterator<Item = DivisionName<'a>> {
        let lines = DIVISIONS.lines().filter(|line| !line.starts_with('#'));
        lines.map(|line| match line.contains('|') {
            true => DivisionName {
                text: line.split('|').collect(),
                breaks: line.match_indices('|').zip(0..).map(|((at, _), n)| at - n).collect(),
            },
            false => DivisionName { text: line.into(), breaks: Vec::new() },
        })
    }

    /// The name `text`; `None` unless it consists of at least three Thai letters, and of nothing else.
    pub fn parse(text: &'a str) -> Option<Self> {
        let is_name = text.chars().count() >= 3 && text.chars().all(|c| matches!(c, '\u{E01}'..='\u{E4E}'));
        is_name.then(|| Self { text: text.into(), breaks: Vec::new() })
    }

    /// The same, independent of the text that it was parsed from.
    pub fn into_owned(self) -> DivisionName<'static> {
        DivisionName { text: Cow::Owned(self.text.into_owned()), breaks: self.breaks }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_whole_words_of_thai_letters() {
        assert!(DivisionName::known().all(|name| DivisionName::parse(&name.text).is_some()));
        let of_tambon = DivisionName::known().find(|name| name.text == "เทศบาลตำบล").unwrap();
        assert_eq!(of_tambon.breaks, ["เทศบาล".len(), "เทศบาลตำบล".len()]);
        assert!(["", "กก", "กอง คลัง", "กอง2", "ICT"].iter().all(|text| DivisionName::parse(text).is_none()));
    }
}
