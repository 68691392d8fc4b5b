//! How the same is also written: with or without a blank, with or without commas in a number.

/// Places in a text where a blank is a matter of taste, at most; of more places all or none have one.
const MOST_PLACES: usize = 3;
/// Digits of numbers that have commas; years have four.
const LONG_NUMBER: usize = 5;

/// Other spellings of `text`, which is normalised and folded: a blank where [it is a matter of taste](places), and a number with or
/// without commas.
pub fn spellings(text: &str) -> Vec<String> {
    let places = places(text);
    let all = 1_usize << places.len().min(MOST_PLACES + 1);
    let choices: Vec<usize> = if places.len() > MOST_PLACES { vec![usize::MAX] } else { (1..all).collect() };
    let blanks = choices.into_iter().filter(|_| !places.is_empty()).map(|choice| with_blanks(text, &places, choice));
    blanks.chain(with_commas(text)).chain(without_commas(text)).collect()
}

/// Where a Thai letter (and its dot) and a number touch: `ปี2566`, `ว123`, `สขร.1`, `12.30น.`; and before `ๆ`.
fn places(text: &str) -> Vec<usize> {
    let is_thai = |c: char| matches!(c, '\u{E01}'..='\u{E4E}');
    let mut places = Vec::new();
    let (mut before, mut last) = (' ', ' ');
    for (at, c) in text.char_indices() {
        let ends_word = is_thai(last) || (last == '.' && is_thai(before));
        let is_place = (c.is_ascii_digit() && ends_word) || (last.is_ascii_digit() && is_thai(c)) || (c == 'ๆ' && last != ' ');
        if is_place && at > 0 {
            places.push(at);
        }
        (before, last) = (last, c);
    }
    places
}

/// The text with a blank at each of the places whose bit is set.
fn with_blanks(text: &str, places: &[usize], choice: usize) -> String {
    let mut spelled = String::with_capacity(text.len() + places.len());
    for (at, c) in text.char_indices() {
        if places.iter().enumerate().any(|(bit, place)| *place == at && choice >> bit.min(MOST_PLACES) & 1 == 1) {
            spelled.push(' ');
        }
        spelled.push(c);
    }
    spelled
}

/// `1250000.50` as `1,250,000.50`.
fn with_commas(text: &str) -> Option<String> {
    let (whole, part) = text.split_once('.').map_or((text, String::new()), |(whole, part)| (whole, format!(".{part}")));
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let is_number = whole.len() >= LONG_NUMBER && is_digits(whole) && !whole.starts_with('0') && is_digits(part.trim_start_matches('.'));
    is_number.then(|| {
        let digits = whole.char_indices();
        let grouped = digits.flat_map(|(at, c)| (at > 0 && (whole.len() - at) % 3 == 0).then_some(',').into_iter().chain([c]));
        grouped.collect::<String>() + &part
    })
}

/// The same the other way round.
fn without_commas(text: &str) -> Option<String> {
    let plain = text.replace(',', "");
    (plain.len() < text.len() && with_commas(&plain).is_some_and(|grouped| grouped == text)).then_some(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_beside_numbers_are_a_matter_of_taste() {
        assert_eq!(spellings("ปี2566"), ["ปี 2566"]);
        assert_eq!(spellings("มท0808.2/ว123"), ["มท 0808.2/ว123", "มท0808.2/ว 123", "มท 0808.2/ว 123"]);
        assert_eq!(spellings("สขร.1"), ["สขร. 1"]);
        assert_eq!(spellings("12.30น."), ["12.30 น."]);
        assert_eq!(spellings("ต่างๆ"), ["ต่าง ๆ"]);
        assert_eq!(spellings("ก1ข2ค3"), ["ก 1 ข 2 ค 3"]);
        assert!(["ปี 2566", "0808.2", "o42", "ๆ", "1/2566", ""].iter().all(|text| spellings(text).is_empty()));
    }

    #[test]
    fn numbers_have_commas_or_not_but_years_and_telephones_have_none() {
        for (plain, grouped) in [("12500", "12,500"), ("1250000.50", "1,250,000.50"), ("125000.", "125,000.")] {
            assert_eq!(spellings(plain), [grouped]);
            assert_eq!(spellings(grouped), [plain]);
        }
        assert!(["2566", "021234567", "1,25,000", "12,5", "1.2.3456", "1,250,000,", "2,566"].iter().all(|text| spellings(text).is_empty()));
    }
}
