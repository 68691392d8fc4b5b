//! Letters above or below the line. Text has no such look: `10` with a raised `2` would read as 102.

/// Where letters stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Raised {
    /// Above the line.
    Above,
    /// Below it.
    Below,
}

/// What is shown for a letter that stands above or below the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RaisedLetter {
    /// A letter of its own says all.
    Said(char),
    /// This stands for it, but not in its words.
    Near(char),
}

impl Raised {
    /// By the word of Office Open XML; `None` for the line itself.
    pub(super) fn named(word: &str) -> Option<Self> {
        match word {
            "superscript" => Some(Raised::Above),
            "subscript" => Some(Raised::Below),
            _ => None,
        }
    }

    /// By a position of OpenDocument, such as `super 58%` or `-33% 58%`.
    pub(super) fn positioned(position: &str) -> Option<Self> {
        let word = position.split_whitespace().next()?;
        match word {
            "super" => Some(Raised::Above),
            "sub" => Some(Raised::Below),
            _ => match word.trim_end_matches('%').parse::<f64>().ok()? {
                percent if percent > 0.0 => Some(Raised::Above),
                percent if percent < 0.0 => Some(Raised::Below),
                _ => None,
            },
        }
    }

    /// What is shown for a letter. Unicode has raised digits of one kind only; letters stay as they are.
    pub(super) fn letter(self, letter: char) -> RaisedLetter {
        const LINE: &str = "0123456789+-=()๐๑๒๓๔๕๖๗๘๙";
        const ABOVE: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾⁰¹²³⁴⁵⁶⁷⁸⁹";
        const BELOW: &str = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎₀₁₂₃₄₅₆₇₈₉";
        let letter = if matches!(letter, '−' | '–') { '-' } else { letter };
        let row = if self == Raised::Above { ABOVE } else { BELOW };
        let found = LINE.chars().position(|known| known == letter).and_then(|at| row.chars().nth(at));
        match found {
            Some(sign) if letter.is_ascii() => RaisedLetter::Said(sign),
            Some(sign) => RaisedLetter::Near(sign),
            None if letter.is_alphanumeric() => RaisedLetter::Near(letter),
            None => RaisedLetter::Said(letter),
        }
    }
}
