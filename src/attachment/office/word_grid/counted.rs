//! How a list shows a number: `๑`, `ก`, `iv`, `สิบเอ็ด`.

use crate::thai::to_thai;

/// The form of a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum NumberStyle {
    /// `1`; also what is not known.
    #[default]
    Decimal,
    /// At least this many digits: `01`.
    Padded(usize),
    /// `๑`
    ThaiDigits,
    /// `ก`
    ThaiLetters,
    /// `หนึ่ง`
    ThaiWords,
    /// `a`
    LowerLetter,
    /// `A`
    UpperLetter,
    /// `i`
    LowerRoman,
    /// `I`
    UpperRoman,
    /// A sign in place of a number.
    Bullet,
    /// Nothing.
    Nothing,
}

/// Most repetitions of a letter: `aa` follows `z`. Beyond, the number is a sign of a damaged file.
const MOST_REPEATED: usize = 20;

impl NumberStyle {
    /// The form by its name in a document.
    pub(super) fn named(name: &str) -> Self {
        match name {
            "decimalZero" => NumberStyle::Padded(2),
            "thaiNumbers" => NumberStyle::ThaiDigits,
            "thaiLetters" => NumberStyle::ThaiLetters,
            "thaiCounting" => NumberStyle::ThaiWords,
            "lowerLetter" => NumberStyle::LowerLetter,
            "upperLetter" => NumberStyle::UpperLetter,
            "lowerRoman" => NumberStyle::LowerRoman,
            "upperRoman" => NumberStyle::UpperRoman,
            "bullet" => NumberStyle::Bullet,
            "none" => NumberStyle::Nothing,
            _ => NumberStyle::Decimal,
        }
    }

    /// The form by a row of examples such as `001, 002, 003`; `None` if it is not one of digits.
    pub(super) fn by_example(row: &str) -> Option<Self> {
        let first = row.split(',').next()?.trim();
        let is_padded = !first.is_empty() && first.len() <= 9 && first.bytes().all(|digit| digit.is_ascii_digit());
        is_padded.then_some(NumberStyle::Padded(first.len()))
    }

    /// The number as shown.
    pub(super) fn show(self, number: u32) -> String {
        /// Word's letters: without ฃ, ฅ, ฆ, ฤ and ฦ. LibreOffice has ฤ and ฦ, so that it differs from the 33rd on.
        const THAI: &str = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ";
        const LOWER: &str = "abcdefghijklmnopqrstuvwxyz";
        const UPPER: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
        let shown = match self {
            NumberStyle::Bullet | NumberStyle::Nothing => return String::new(),
            NumberStyle::Decimal => None,
            NumberStyle::Padded(digits) => Some(format!("{number:0digits$}")),
            NumberStyle::ThaiDigits => Some(to_thai(&number.to_string()).into_owned()),
            NumberStyle::ThaiLetters => repeated(THAI, number),
            NumberStyle::ThaiWords => thai_words(number),
            NumberStyle::LowerLetter => repeated(LOWER, number),
            NumberStyle::UpperLetter => repeated(UPPER, number),
            NumberStyle::LowerRoman => roman(number).map(|roman| roman.to_lowercase()),
            NumberStyle::UpperRoman => roman(number),
        };
        shown.unwrap_or_else(|| number.to_string())
    }
}

/// The letter at a number from 1; `aa` after `z`, then `bb`.
fn repeated(letters: &str, number: u32) -> Option<String> {
    let at = usize::try_from(number.checked_sub(1)?).ok()?;
    let count = letters.chars().count();
    let times = at / count + 1;
    let letter = letters.chars().nth(at % count).filter(|_| times <= MOST_REPEATED)?;
    Some(std::iter::repeat_n(letter, times).collect())
}

fn roman(number: u32) -> Option<String> {
    const PARTS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if !(1..4000).contains(&number) {
        return None;
    }
    let mut left = number;
    let mut roman = String::new();
    for (value, letters) in PARTS {
        while left >= value {
            roman.push_str(letters);
            left -= value;
        }
    }
    Some(roman)
}

/// A number below a million in words.
fn thai_words(number: u32) -> Option<String> {
    const DIGITS: [&str; 10] = ["", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า"];
    const PLACES: [(u32, &str); 6] = [(100_000, "แสน"), (10_000, "หมื่น"), (1000, "พัน"), (100, "ร้อย"), (10, "สิบ"), (1, "")];
    if !(1..1_000_000).contains(&number) {
        return None;
    }
    let mut words = String::new();
    for (value, place) in PLACES {
        let digit = number / value % 10;
        let digit_word = match (value, digit) {
            (_, 0) => continue,
            (10, 1) => "",
            (10, 2) => "ยี่",
            (1, 1) if number > 1 => "เอ็ด",
            _ => DIGITS.get(usize::try_from(digit).ok()?)?,
        };
        words.push_str(digit_word);
        words.push_str(place);
    }
    Some(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_shown_in_the_form_of_the_list() {
        for (form, number, shown) in [
            ("decimal", 12, "12"),
            ("chicago", 3, "3"),
            ("decimalZero", 7, "07"),
            ("decimalZero", 107, "107"),
            ("thaiNumbers", 120, "๑๒๐"),
            ("thaiLetters", 1, "ก"),
            ("thaiLetters", 4, "ง"),
            ("thaiLetters", 33, "ล"),
            ("thaiLetters", 41, "ฮ"),
            ("thaiLetters", 42, "กก"),
            ("thaiCounting", 1, "หนึ่ง"),
            ("thaiCounting", 21, "ยี่สิบเอ็ด"),
            ("thaiCounting", 110, "หนึ่งร้อยสิบ"),
            ("lowerLetter", 28, "bb"),
            ("upperLetter", 26, "Z"),
            ("lowerRoman", 14, "xiv"),
            ("upperRoman", 1999, "MCMXCIX"),
            ("bullet", 2, ""),
            ("none", 2, ""),
        ] {
            assert_eq!(NumberStyle::named(form).show(number), shown, "{form} {number}");
        }
    }

    #[test]
    fn a_number_beyond_its_form_is_decimal() {
        for form in ["thaiLetters", "lowerLetter", "upperRoman", "thaiCounting", "thaiNumbers", "decimalZero"] {
            assert!(NumberStyle::named(form).show(u32::MAX).chars().count() <= 10, "{form}");
        }
        assert_eq!(NumberStyle::LowerLetter.show(0), "0");
        assert_eq!(NumberStyle::UpperRoman.show(4000), "4000");
    }

    #[test]
    fn a_row_of_examples_tells_the_digits() {
        assert_eq!(NumberStyle::by_example("001, 002, 003, ..."), Some(NumberStyle::Padded(3)));
        assert_eq!(NumberStyle::by_example("a, b"), None);
        assert_eq!(NumberStyle::by_example(""), None);
    }
}
