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

/// Selects the points of a list in a row: of the cell of that name without the lists of other names
/// in it, or of the list of that name.
pub fn list_of(row: &str, field: &str) -> String {
    format!("{row} [data-field={field}] > :not([data-field]) > li, {row} :is(ul, ol)[data-field={field}] > li")
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
