//! Names of divisions: words of their own wherever they stand in a text.

const DIVISIONS: &str = include_str!("data/divisions.txt");

/// A name such as `กองคลัง`, of Thai letters without blanks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DivisionName<'a> {
    /// The parts between which lines may break; an empty last part stands for a break after the name.
    pub parts: Vec<&'a str>,
}

impl<'a> DivisionName<'a> {
    /// The names that every body has.
    pub fn known() -> impl Iterator<Item = DivisionName<'a>> {
        let lines = DIVISIONS.lines().filter(|line| !line.starts_with('#'));
        lines.map(|line| DivisionName { parts: line.split('|').collect() })
    }

    /// The name `text`; `None` unless it consists of at least three Thai letters, and of nothing else.
    pub fn parse(text: &'a str) -> Option<Self> {
        let is_name = text.chars().count() >= 3 && text.chars().all(|c| matches!(c, '\u{E01}'..='\u{E4E}'));
        is_name.then(|| Self { parts: vec![text] })
    }

    /// The name as a text has it.
    pub fn text(&self) -> String {
        self.parts.concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_whole_words_of_thai_letters() {
        assert!(DivisionName::known().all(|name| DivisionName::parse(&name.text()).is_some()));
        assert!(DivisionName::known().any(|name| name.text() == "เทศบาลตำบล" && name.parts == ["เทศบาล", "ตำบล", ""]));
        assert!(["", "กก", "กอง คลัง", "กอง2", "ICT"].iter().all(|text| DivisionName::parse(text).is_none()));
    }
}
