use pulldown_cmark::{Tag, TagEnd};

use super::event::{MarkdownEvent, SpannedEvent};
use crate::thai::says_something;

/// Whether anything is shown before the first heading, then below each heading up to the next one:
/// words, a picture or the mark of a footnote. The head of a table says only what its rows would be
/// about, and the text of footnotes stands elsewhere.
pub(super) fn shown(events: &[SpannedEvent]) -> Vec<bool> {
    let mut sections = vec![false];
    let mut is_aside = false;
    for SpannedEvent { event, .. } in events {
        match event {
            MarkdownEvent::HeadingStart(_) => {
                sections.push(false);
                is_aside = true;
            }
            MarkdownEvent::FootnotesStart => is_aside = true,
            MarkdownEvent::Start(tag) if **tag == Tag::TableHead => is_aside = true,
            MarkdownEvent::HeadingEnd(_) | MarkdownEvent::FootnotesEnd | MarkdownEvent::End(TagEnd::TableHead) => is_aside = false,
            _ => {}
        }
        if let Some(section) = sections.last_mut().filter(|section| !**section) {
            *section = !is_aside && shows_something(event);
        }
    }
    sections.shrink_to_fit();
    sections
}

fn shows_something(event: &MarkdownEvent) -> bool {
    match event {
        MarkdownEvent::Text(text) | MarkdownEvent::Code(text) | MarkdownEvent::Source(text) => says_something(text),
        MarkdownEvent::PlacedImage(_) | MarkdownEvent::FootnoteMark(_) => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::markdown::{MarkdownLimits, outline};

    #[test]
    fn what_shows_nothing_is_no_section() {
        for nothing in [
            "",
            "- ",
            ">",
            "&nbsp;",
            "---",
            "\u{200B}",
            "&#8203;",
            "```\n```",
            "| ก |\n|---|",
            "| ก |\n|---|\n| - |",
            "...",
            "**",
            "<!-- ก -->",
        ] {
            assert_eq!(
                outline(&format!("{nothing}\n\n# ก\n\n{nothing}\n\n## ข\n\nค"), &MarkdownLimits::default()).sections,
                [false, false, true],
                "{nothing}"
            );
        }
        for something in ["ก", "- 1", "> ก", "`ก`", "```\nก\n```", "| ก |\n|---|\n| ข |", "![](a.png)", "[^1]\n\n[^1]: ก", "<b>"]
        {
            assert_eq!(outline(&format!("# ก\n\n{something}"), &MarkdownLimits::default()).sections, [false, true], "{something}");
        }
        assert_eq!(outline("[^1]: ก", &MarkdownLimits::default()).sections, [false]);
    }
}
