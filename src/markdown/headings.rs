use pulldown_cmark::{HeadingLevel, Tag, TagEnd};

use super::event::{MarkdownEvent, SpannedEvent};
use super::heading_id::{Ids, id_of_text, safe_id};
use super::outline::{Heading, UnshownKind, UnshownMarkup};

/// Records the headings in page order and assigns unique ids.
///
/// Explicit ids are assigned before generated ones, because other pages link to them.
pub(super) fn place(events: &mut [SpannedEvent], ids: &mut Ids, refusals: &mut Vec<UnshownMarkup>) -> Vec<Heading> {
    let mut drafts = collect(events, refusals);
    for draft in &mut drafts {
        give_written_id(draft, ids, refusals);
    }
    for (at, draft) in drafts.iter_mut().enumerate() {
        if draft.written_id.is_none() {
            let id = id_of_text(&draft.heading.text);
            let wanted = if id.is_empty() { format!("section-{}", at + 1) } else { id };
            draft.heading.id = ids.give(wanted);
        }
    }
    drafts.into_iter().map(|draft| draft.heading).collect()
}

/// A heading before its id is assigned.
struct HeadingDraft {
    heading: Heading,
    written_id: Option<String>,
}

fn collect(events: &mut [SpannedEvent], refusals: &mut Vec<UnshownMarkup>) -> Vec<HeadingDraft> {
    let mut drafts: Vec<HeadingDraft> = Vec::new();
    let mut is_open = false;
    for SpannedEvent { event, span } in events {
        match event {
            MarkdownEvent::Start(tag) => {
                if let Tag::Heading { level, id, classes, attrs } = &**tag {
                    let written_id = id.as_deref().and_then(safe_id);
                    if written_id.is_some() != id.is_some() || !classes.is_empty() || !attrs.is_empty() {
                        refusals.push(UnshownMarkup { span: span.clone(), kind: UnshownKind::HeadingAttributes });
                    }
                    let heading = Heading { level: printed_level(*level), id: String::new(), text: String::new(), span: span.clone() };
                    *event = MarkdownEvent::HeadingStart(drafts.len());
                    drafts.push(HeadingDraft { heading, written_id });
                    is_open = true;
                }
            }
            MarkdownEvent::End(TagEnd::Heading(_)) => {
                *event = MarkdownEvent::HeadingEnd(drafts.len().saturating_sub(1));
                is_open = false;
            }
            event if is_open => {
                if let Some(draft) = drafts.last_mut() {
                    event.push_text(&mut draft.heading.text);
                }
            }
            _ => {}
        }
    }
    for draft in &mut drafts {
        draft.heading.text = draft.heading.text.trim().to_owned();
    }
    drafts
}

/// Level 1 is reserved for the page title.
fn printed_level(level: HeadingLevel) -> u8 {
    (level as u8).max(2)
}

fn give_written_id(draft: &mut HeadingDraft, ids: &mut Ids, refusals: &mut Vec<UnshownMarkup>) {
    let Some(id) = draft.written_id.clone() else {
        return;
    };
    if ids.is_taken(&id) {
        refusals.push(UnshownMarkup { span: draft.heading.span.clone(), kind: UnshownKind::DuplicateId { id: id.clone() } });
    }
    draft.heading.id = ids.give(id);
}

#[cfg(test)]
mod tests {
    use crate::markdown::testing::{html, html_within, outline, refusals};
    use crate::markdown::{MarkdownLimits, UnshownKind};

    fn ids(body: &str) -> Vec<String> {
        outline(body).headings.into_iter().map(|heading| heading.id).collect()
    }

    #[test]
    fn a_heading_has_a_thai_id_in_the_outline_and_the_html() {
        let body = "## มาตรการ **พ.ศ.**๒๕๖๙ [^1]\n\n[^1]: ก";
        let outline = outline(body);
        let heading = &outline.headings[0];
        assert_eq!((heading.id.as_str(), heading.text.as_str()), ("มาตรการ-พศ๒๕๖๙", "มาตรการ พ.ศ.๒๕๖๙"));
        assert_eq!(&body[heading.span.clone()], "## มาตรการ **พ.ศ.**๒๕๖๙ [^1]");
        assert!(html(body).starts_with("<h2 id=\"มาตรการ-พศ๒๕๖๙\">"));
    }

    #[test]
    fn the_first_level_is_left_to_the_page() {
        let level = |body: &str| html(body).get(1..3).map(str::to_owned);
        assert_eq!(["# ก", "## ข", "### ค"].map(level), ["h2", "h2", "h3"].map(|level| Some(level.to_owned())));
    }

    #[test]
    fn equal_headings_are_numbered() {
        assert_eq!(ids("# ก\n# ก\n# ก-2\n# ก"), ["ก", "ก-2", "ก-2-2", "ก-3"]);
    }

    #[test]
    fn a_heading_without_letters_is_named_by_its_place() {
        assert_eq!(ids("# ก\n# “”\n#"), ["ก", "section-2", "section-3"]);
    }

    #[test]
    fn a_written_id_goes_before_one_made_of_text() {
        assert_eq!(ids("# แผน\n# ข {#แผน}"), ["แผน-2", "แผน"]);
    }

    #[test]
    fn two_equal_written_ids_are_refused() {
        let body = "# ก {#a}\n\n# ข {#a}";
        assert_eq!(ids(body), ["a", "a-2"]);
        assert_eq!(refusals(body), [("# ข {#a}", UnshownKind::DuplicateId { id: "a".into() })]);
    }

    #[test]
    fn ids_of_the_page_are_not_used() {
        let limits = MarkdownLimits { reserved_ids: &["main", "analysis"], ..MarkdownLimits::default() };
        let html = html_within("# main\n# ก {#analysis}", &limits);
        assert!(html.contains("id=\"main-2\"") && html.contains("id=\"analysis-2\""), "{html}");
    }

    #[test]
    fn ids_of_footnotes_are_not_used() {
        assert_eq!(ids("# fn 1\n# footnotes\n\nก[^1]\n\n[^1]: ข"), ["fn-1-2", "footnotes-2"]);
    }

    #[test]
    fn nothing_but_a_safe_id_comes_out_of_braces() {
        for (heading, id) in [("# ก {#a .b onclick=x}", "a"), ("# ก {onclick=\"x\"}", "ก"), ("# ก {#a\"b}", "ก"), ("# ก {ร่าง}", "ก")]
        {
            assert_eq!(html(heading), format!("<h2 id=\"{id}\"><a href=\"#{id}\">ก</a></h2>\n"), "{heading}");
            assert_eq!(refusals(heading), [(heading, UnshownKind::HeadingAttributes)]);
        }
        assert_eq!(refusals("# ก {#a}"), []);
    }
}
