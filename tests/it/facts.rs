//! How the seed tests compare: a fact of the paper must stand in its place on the page, whatever
//! words the theme puts round it.

/// Exactly as many texts as facts, in the same order, each holding its fact. `place` names what is
/// looked at.
#[track_caller]
pub fn each_holds(place: &str, found: Vec<String>, facts: &[&str]) {
    assert_eq!(found.len(), facts.len(), "{place}: {found:#?}");
    for (text, fact) in found.iter().zip(facts) {
        holds(place, text, fact);
    }
}

/// Digits count the same in Thai and Arabic: which of them is printed is the page's choice, and has
/// its own tests.
#[track_caller]
pub fn holds(place: &str, text: &str, fact: &str) {
    assert!(arabic(text).contains(&arabic(fact)), "{place}: “{fact}” is not in “{text}”");
}

fn arabic(text: &str) -> String {
    let digit = |c: char| match c {
        '๐'..='๙' => char::from(b'0' + (c as u32 - '๐' as u32) as u8),
        other => other,
    };
    text.chars().map(digit).collect()
}
