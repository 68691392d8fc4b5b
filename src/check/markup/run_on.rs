//! Reports a text directly below a point of a list or a quotation: without a blank line between
//! them it goes on with the point (CommonMark 0.31.2, lazy continuation lines).

use super::block::{Block, LineFinding, behind_list_mark, is_apart};
use crate::check::wording::EncodedLine;

/// Characters that a line may have before an editor breaks it.
const SHORTEST_WRAP: usize = 60;

/// Returns a diagnostic for the first such line of a block. A line whose first word would have had
/// room in the line above was begun on purpose.
pub(super) fn into_point(block: Block<'_, '_>) -> Option<LineFinding> {
    let is_begun = block.iter().scan(false, |is_in_list, line| {
        *is_in_list |= is_point(line.text) || line.text.starts_with('>');
        Some(*is_in_list)
    });
    let (pair, _) = block.windows(2).zip(is_begun).find(|(pair, is_begun)| *is_begun && goes_on(pair))?;
    let [above, line] = pair else { return None };
    Some(LineFinding::new("point-goes-on", line).with("above", above.text.trim()))
}

/// True if a list can start with this line inside a paragraph.
fn is_point(text: &str) -> bool {
    behind_list_mark(text).is_some_and(|point| !point.is_empty()) && !text.trim_start().starts_with(|c: char| matches!(c, '2'..='9' | '0'))
}

fn goes_on(pair: &[EncodedLine<'_>]) -> bool {
    let [above, line] = pair else { return false };
    let (above, text) = (above.text, line.text);
    let quoted = above.strip_prefix('>').map(str::trim);
    let is_point = behind_list_mark(above).is_some_and(|point| !point.is_empty() && !point.starts_with('|'));
    let is_begun = (is_point || quoted.is_some_and(|quoted| !quoted.is_empty() && !is_apart(quoted) && !quoted.starts_with('|')))
        && !above.ends_with("  ")
        && !above.ends_with('\\');
    let is_text = text.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '“' | '"' | '(')) || text.starts_with("**");
    let first_word = text.split_whitespace().next().map_or(0, |word| word.chars().count());
    let has_room = above.trim_end().chars().count() + 1 + first_word <= SHORTEST_WRAP;
    is_begun && is_text && has_room && behind_list_mark(text).is_none() && !is_apart(text) && !text.contains('|')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::wording::EncodedText;

    fn found(text: &str) -> Option<String> {
        let letters = EncodedText::of(text);
        let lines: Vec<_> = letters.lines().collect();
        lines.split(|line| line.text.is_empty()).find_map(into_point).map(|finding| text[finding.span].to_owned())
    }

    #[test]
    fn a_text_below_a_point_or_a_quotation_goes_on_with_it() {
        for text in [
            "- ก\n- ข\nจึงประกาศ",
            "ดังนี้\n- ก\nจึงประกาศ",
            "1. ก\n2. ข\nจึงประกาศ",
            "- ก\n  ต่อ\n- ข\nจึงประกาศ",
            "> ก\nจึงประกาศ",
            "- ก\nจึงประกาศ\nต่อ",
        ] {
            assert_eq!(found(text).as_deref(), Some("จึงประกาศ"), "{text}");
        }
    }

    #[test]
    fn a_line_that_was_wrapped_or_indented_belongs_to_its_point() {
        let long = format!("- {}\nต่อ", "ก".repeat(SHORTEST_WRAP));
        for text in [
            long.as_str(),
            "- ก\n  ต่อ",
            "- ก\n\nต่อ",
            "- ก  \nต่อ",
            "- ก\\\nต่อ",
            "- ก\n# ต่อ",
            "- ก\n1. ต่อ",
            "- ก\n---",
            "* ก\n*ต่อ",
            "- | ก | ข |\n- | 1 | 2 |\nต่อ | ต่อ",
            "ดังนี้\n2. ก\nต่อ",
            "> # ก\nต่อ",
            "ก\nต่อ",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
