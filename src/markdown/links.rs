use std::ops::Range;

use pulldown_cmark::{CowStr, LinkType, Tag, TagEnd};

use super::event::{Image, MarkdownEvent, SpannedEvent, StartTag};
use super::outline::{Link, LinkKind, UnshownKind, UnshownMarkup};
use super::scheme::refused_scheme;

/// A link of the outline, with data needed by the HTML only.
#[derive(Debug)]
pub(super) struct PlacedLink<'a> {
    pub link: Link,
    pub title: CowStr<'a>,
}

/// Records links and images, and reduces those with a refused scheme to their text.
pub(super) fn place<'a>(body: &str, events: &mut Vec<SpannedEvent<'a>>, refusals: &mut Vec<UnshownMarkup>) -> Vec<PlacedLink<'a>> {
    let mut placing = Placing { body, refusals, links: Vec::new(), open: Vec::new(), text_end: 0 };
    events.retain_mut(|event| placing.place(event).is_some());
    placing.links
}

struct Placing<'a, 'b> {
    body: &'b str,
    refusals: &'b mut Vec<UnshownMarkup>,
    links: Vec<PlacedLink<'a>>,
    /// Open links, outermost first. Markdown allows an autolink inside another link, HTML only the
    /// outer one.
    open: Vec<OpenLink>,
    /// End offset of the text read so far in the innermost link.
    text_end: usize,
}

enum OpenLink {
    Unlinked,
    Placed { index: usize, link_type: LinkType },
}

impl<'a> Placing<'a, '_> {
    /// Returns `None` to drop the event.
    fn place(&mut self, SpannedEvent { event, span }: &mut SpannedEvent<'a>) -> Option<()> {
        self.add_text(event, span.end);
        if !is_of_a_link(event) {
            return Some(());
        }
        *event = match std::mem::replace(event, MarkdownEvent::LinkEnd) {
            MarkdownEvent::Start(StartTag::Particular(tag)) => match *tag {
                Tag::Link { link_type, dest_url, title, .. } => self.start(link_type, dest_url, title, span)?,
                tag => MarkdownEvent::Start(tag.into()),
            },
            MarkdownEvent::Image(image) => self.image(*image, span),
            _ => self.end(span)?,
        };
        Some(())
    }

    fn start(&mut self, link_type: LinkType, destination: CowStr<'a>, title: CowStr<'a>, span: &Range<usize>) -> Option<MarkdownEvent<'a>> {
        self.text_end = span.start;
        let destination = match link_type {
            LinkType::Email => format!("mailto:{destination}"),
            _ => destination.into_string(),
        };
        if !self.open.is_empty() || self.is_refused(&destination, span) {
            self.open.push(OpenLink::Unlinked);
            return None;
        }
        let index = self.links.len();
        self.open.push(OpenLink::Placed { index, link_type });
        // `<https://…>` is delimited by brackets, so not bare.
        let is_bare = matches!(link_type, LinkType::Autolink | LinkType::Email) && self.body.as_bytes().get(span.start) != Some(&b'<');
        let link = Link { kind: LinkKind::Link, destination, text: String::new(), span: span.clone(), is_bare };
        self.links.push(PlacedLink { link, title });
        Some(MarkdownEvent::LinkStart(index))
    }

    fn end(&mut self, span: &Range<usize>) -> Option<MarkdownEvent<'a>> {
        let text_end = std::mem::replace(&mut self.text_end, span.end);
        let Some(OpenLink::Placed { index, link_type }) = self.open.pop() else {
            return None;
        };
        let PlacedLink { link, .. } = self.links.get_mut(index)?;
        link.span = destination_span(self.body, link_type, &link.destination, text_end, span);
        Some(MarkdownEvent::LinkEnd)
    }

    fn image(&mut self, image: Image<'a>, span: &Range<usize>) -> MarkdownEvent<'a> {
        if self.is_refused(&image.destination, span) {
            return MarkdownEvent::Text(image.text.into());
        }
        let link = Link {
            kind: LinkKind::Image,
            span: destination_span(self.body, image.link_type, &image.destination, image.text_end, span),
            destination: image.destination.into_string(),
            text: image.text,
            is_bare: false,
        };
        self.links.push(PlacedLink { link, title: image.title });
        MarkdownEvent::PlacedImage(self.links.len() - 1)
    }

    fn add_text(&mut self, event: &MarkdownEvent, end: usize) {
        // The end event spans the destination, too.
        if !matches!(event, MarkdownEvent::End(TagEnd::Link)) {
            self.text_end = end;
        }
        if let Some(OpenLink::Placed { index, .. }) = self.open.first()
            && let Some(PlacedLink { link, .. }) = self.links.get_mut(*index)
        {
            event.push_text(&mut link.text);
        }
    }

    fn is_refused(&mut self, destination: &str, span: &Range<usize>) -> bool {
        let Some(scheme) = refused_scheme(destination) else {
            return false;
        };
        self.refusals.push(UnshownMarkup { span: span.clone(), kind: UnshownKind::Scheme { scheme } });
        true
    }
}

/// Quick check for events to replace; most stay as they are.
fn is_of_a_link(event: &MarkdownEvent) -> bool {
    match event {
        MarkdownEvent::Start(StartTag::Particular(tag)) => matches!(**tag, Tag::Link { .. }),
        event => matches!(event, MarkdownEvent::End(TagEnd::Link) | MarkdownEvent::Image(_)),
    }
}

/// Span of `destination` in the link at `link`, whose text ends at `text_end`. Falls back to the
/// whole link for reference links and for destinations with entities or backslash escapes.
fn destination_span(body: &str, link_type: LinkType, destination: &str, text_end: usize, link: &Range<usize>) -> Range<usize> {
    let from = match link_type {
        LinkType::Inline => text_end,
        LinkType::Autolink | LinkType::Email => link.start,
        _ => return link.clone(),
    };
    let written = destination.strip_prefix("mailto:").filter(|_| link_type == LinkType::Email).unwrap_or(destination);
    let found = body.get(from..link.end).and_then(|source| source.find(written));
    match found {
        Some(at) if !written.is_empty() => from + at..from + at + written.len(),
        _ => link.clone(),
    }
}

#[cfg(test)]
mod tests {
    use crate::markdown::testing::{html, outline, refusals};
    use crate::markdown::{LinkKind, UnshownKind};

    /// Kind, destination, text and source of the links in `body`.
    fn links(body: &str) -> Vec<(LinkKind, String, String, &str)> {
        let links = outline(body).links;
        links.into_iter().map(|link| (link.kind, link.destination, link.text, &body[link.span])).collect()
    }

    #[test]
    fn the_place_of_a_link_is_its_destination() {
        let link = |destination: &str, text: &str| (LinkKind::Link, destination.to_owned(), text.to_owned());
        for (body, (kind, destination, text), place) in [
            ("[/แผน](/แผน)", link("/แผน", "/แผน"), "/แผน"),
            ("ดู <https://a.th/ก>", link("https://a.th/ก", "https://a.th/ก"), "https://a.th/ก"),
            ("<a@b.th>", link("mailto:a@b.th", "a@b.th"), "a@b.th"),
            ("[ก](/a&amp;b)", link("/a&b", "ก"), "[ก](/a&amp;b)"),
            ("[ก][r]\n\n[r]: /a", link("/a", "ก"), "[ก][r]"),
            ("[ก]()", link("", "ก"), "[ก]()"),
            ("[**พ.ศ.**ก\nข](/a)", link("/a", "พ.ศ.ก ข"), "/a"),
        ] {
            let found = links(body);
            assert_eq!(found, [(kind, destination, text, place)], "{body}");
        }
    }

    #[test]
    fn an_image_in_a_link_is_a_link_and_an_image() {
        assert_eq!(
            links("[![รูป](i.png)](/to)"),
            [(LinkKind::Link, "/to".into(), "รูป".into(), "/to"), (LinkKind::Image, "i.png".into(), "รูป".into(), "i.png")]
        );
    }

    #[test]
    fn a_refused_scheme_leaves_the_text() {
        for (body, text, scheme) in [
            ("[ก](javascript:x)", "ก", "javascript"),
            ("[ก](<java\tscript:x>)", "ก", "javascript"),
            ("[ก](&#106;avascript&colon;x)", "ก", "javascript"),
            ("<javascript:x>", "javascript:x", "javascript"),
            ("![ก](data:image/svg+xml,x)", "ก", "data"),
            ("[ก](//host)", "ก", ""),
            ("[ก](\\\\\\\\host)", "ก", ""),
        ] {
            assert_eq!(html(body), format!("<p>{text}</p>\n"), "{body}");
            assert_eq!(refusals(body), [(body, UnshownKind::Scheme { scheme: scheme.into() })]);
            assert_eq!(links(body), []);
        }
    }

    #[test]
    fn html_has_no_link_inside_a_link() {
        let html = html("[ก <https://b.th>](/a)");
        assert_eq!(html.matches("<a ").count(), 1, "{html}");
        assert_eq!(html.matches("</a>").count(), 1, "{html}");
    }
}
