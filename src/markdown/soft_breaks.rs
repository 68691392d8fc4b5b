use pulldown_cmark::{Tag, TagEnd};

use super::event::{Event, Spanned};
use super::thai_letter::{is_thai_letter, is_zero_width};

/// Drops the line ends between two Thai letters: HTML shows a line end as a space, and Thai has none between words.
pub(super) fn join(events: &mut Vec<Spanned>) {
    let joined = line_ends_between_thai_letters(events);
    let mut joined = joined.into_iter().peekable();
    let mut at = 0;
    events.retain(|_| {
        let is_joined = joined.next_if_eq(&at).is_some();
        at += 1;
        !is_joined
    });
}

fn line_ends_between_thai_letters(events: &[Spanned]) -> Vec<usize> {
    let mut found = Vec::new();
    let mut last = None;
    for (at, event) in events.iter().enumerate() {
        match edge(&event.event) {
            Edge::Text(text) => last = visible(text).next_back().or(last),
            Edge::Transparent => {}
            Edge::Wall => {
                let next = events.get(at + 1..).unwrap_or_default();
                if event.event == Event::SoftBreak && is_thai(last) && is_thai(first_character(next)) {
                    found.push(at);
                }
                last = None;
            }
        }
    }
    found
}

fn first_character(events: &[Spanned]) -> Option<char> {
    for event in events {
        match edge(&event.event) {
            Edge::Text(text) => {
                if let Some(first) = visible(text).next() {
                    return Some(first);
                }
            }
            Edge::Transparent => {}
            Edge::Wall => return None,
        }
    }
    None
}

/// What a line end meets when it looks for the nearest letter.
enum Edge<'a> {
    Text(&'a str),
    Transparent,
    Wall,
}

fn edge<'a>(event: &'a Event) -> Edge<'a> {
    match event {
        Event::Text(text) | Event::Code(text) => Edge::Text(text),
        Event::Stars(stars) => Edge::Text(stars),
        Event::Start(tag) if matches!(**tag, Tag::Image { .. }) => Edge::Wall,
        Event::End(TagEnd::Image) | Event::SoftBreak | Event::HardBreak => Edge::Wall,
        event if event.is_inline() => Edge::Transparent,
        _ => Edge::Wall,
    }
}

fn visible(text: &str) -> impl DoubleEndedIterator<Item = char> {
    text.chars().filter(|c| !is_zero_width(*c))
}

fn is_thai(c: Option<char>) -> bool {
    c.is_some_and(is_thai_letter)
}

#[cfg(test)]
mod tests {
    use crate::markdown::testing::{html, outline};

    #[test]
    fn lines_of_thai_are_joined() {
        for body in ["แผน\nงาน", "แผน\u{200b}\n\u{200b}งาน", "> แผน\n> งาน", "แผน\r\nงาน"] {
            let html = html(body).replace(['\u{200b}', ' '], "");
            assert!(html.contains("แผนงาน"), "{body}: {html}");
        }
        assert_eq!(html("**แผน**\n*งาน*"), "<p><strong>แผน</strong><em>งาน</em></p>\n");
        assert_eq!(outline("แผน\nงาน\n==").headings[0].text, "แผนงาน");
    }

    #[test]
    fn other_lines_keep_their_space() {
        for body in ["แผน\nplan", "plan\nแผน", "ปี\n๒๕๖๙", "a\nb", "เร็วๆ\nนี้", "ก!\nข"] {
            assert_eq!(html(body), format!("<p>{body}</p>\n"));
        }
        assert_eq!(html("แผน  \nงาน"), "<p>แผน<br>\nงาน</p>\n");
    }
}
