use std::ops::Range;

use pulldown_cmark::{LinkType, Tag, TagEnd};

use super::event::{MarkdownEvent, StartTag};
use super::reading::{self, Parsed};

/// The destination of a link, image or definition (`[name]: destination`, shared by links), at its
/// position in the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Destination {
    /// With entities and backslash escapes decoded.
    pub(crate) text: String,
    /// Byte range in the body, without `<` and `>`.
    pub(crate) span: Range<usize>,
    pub(crate) form: DestinationForm,
}

/// How a destination is delimited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DestinationForm {
    /// Ends at white space: `[text](address)`.
    Plain,
    /// In angle brackets, may contain spaces: `[text](<address>)`.
    Brackets,
    /// Autolink, also the link text: `<https://…>`.
    Address,
}

/// The destinations of inline links and images and of URL autolinks (`<https://…>`) in source
/// order, then those of definitions. Bare addresses in the text are not included; the outline has
/// their spans. `None` if the parser fails.
pub fn destinations(body: &str) -> Option<Vec<Destination>> {
    let Parsed { events, definitions } = reading::read(body).ok()?;
    let mut found = Vec::new();
    let mut open = Vec::new();
    let mut text_end = 0;
    for event in events {
        match event.event {
            MarkdownEvent::Start(StartTag::Particular(tag)) if matches!(*tag, Tag::Link { .. } | Tag::Image { .. }) => {
                if let Tag::Link { link_type, dest_url, .. } | Tag::Image { link_type, dest_url, .. } = *tag {
                    open.push((link_type, dest_url));
                }
                text_end = event.span.start;
            }
            MarkdownEvent::End(TagEnd::Link | TagEnd::Image) => {
                let from = std::mem::replace(&mut text_end, event.span.end);
                let Some((link_type, text)) = open.pop() else { continue };
                let place = match link_type {
                    LinkType::Inline => inline(body, from..event.span.end),
                    LinkType::Autolink => {
                        let span = event.span.start + 1..event.span.end.saturating_sub(1);
                        body.get(event.span.start..).is_some_and(|link| link.starts_with('<')).then_some((span, DestinationForm::Address))
                    }
                    _ => None,
                };
                found.extend(place.map(|(span, form)| Destination { text: text.into_string(), span, form }));
            }
            _ => text_end = event.span.end,
        }
    }
    let of_definition = |definition: reading::LinkDefinition| {
        let source = body.get(definition.span.clone())?;
        let colon = source.match_indices("]:").map(|(at, _)| at).find(|at| !source.get(..*at).is_some_and(is_escaped))?;
        let (span, form) = destination(body, definition.span.start + colon + 2..definition.span.end)?;
        Some(Destination { text: definition.destination, span, form })
    };
    found.extend(definitions.into_iter().filter_map(of_definition));
    Some(found)
}

/// Destination of an inline link, searched after its text.
fn inline(body: &str, rest: Range<usize>) -> Option<(Range<usize>, DestinationForm)> {
    let at = body.get(rest.clone())?.find("](")?;
    destination(body, rest.start + at + 2..rest.end)
}

/// Parses the destination at the start of `range`.
fn destination(body: &str, range: Range<usize>) -> Option<(Range<usize>, DestinationForm)> {
    let source = body.get(range.clone())?;
    let typed = source.trim_start();
    let start = range.start + source.len() - typed.len();
    if let Some(inner) = typed.strip_prefix('<') {
        let end = inner.match_indices('>').map(|(at, _)| at).find(|at| !inner.get(..*at).is_some_and(is_escaped))?;
        return Some((start + 1..start + 1 + end, DestinationForm::Brackets));
    }
    let mut depth = 0usize;
    let mut letters = typed.char_indices();
    let end = loop {
        match letters.next() {
            None => break typed.len(),
            Some((at, c)) if c.is_whitespace() => break at,
            Some((_, '\\')) => drop(letters.next()),
            Some((_, '(')) => depth += 1,
            Some((at, ')')) if depth == 0 => break at,
            Some((_, ')')) => depth -= 1,
            Some(_) => {}
        }
    };
    Some((start..start + end, DestinationForm::Plain))
}

/// True if the character after `before` is escaped.
fn is_escaped(before: &str) -> bool {
    before.bytes().rev().take_while(|byte| *byte == b'\\').count() % 2 == 1
}

/// Escapes an address for use as destination in this form.
pub fn typed_destination(text: &str, form: DestinationForm) -> String {
    let text = if text.contains('&') && text.contains(';') { text.replace('&', "&amp;") } else { text.to_owned() };
    let text = text.replace('|', "%7C");
    match form {
        DestinationForm::Brackets => text.replace('<', "%3C").replace('>', "%3E"),
        DestinationForm::Plain if is_plain(&text) => text,
        DestinationForm::Plain => format!("<{}>", text.replace('<', "%3C").replace('>', "%3E")),
        // The syntax of autolinks ends at characters not allowed in URLs.
        DestinationForm::Address => {
            let coded = |c: char| match c {
                ' ' | '<' | '>' | '"' => format!("%{:02X}", u32::from(c)),
                c if c.is_ascii() => c.to_string(),
                c => c.encode_utf8(&mut [0; 4]).bytes().map(|byte| format!("%{byte:02X}")).collect(),
            };
            text.chars().map(coded).collect()
        }
    }
}

/// True if an address needs no angle brackets.
fn is_plain(text: &str) -> bool {
    let mut depth = 0usize;
    let closes = text.chars().all(|c| {
        match c {
            '(' => depth += 1,
            ')' if depth == 0 => return false,
            ')' => depth -= 1,
            _ => {}
        }
        !c.is_whitespace()
    });
    closes && depth == 0 && !text.starts_with('<') && !text.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_is_found_where_it_is_typed() {
        for (body, places) in [
            ("[ก](a.md) ![ข]( b.png \"ชื่อ\") [ค](<ค ง.md> 'x')", &["a.md", "b.png", "ค ง.md"][..]),
            ("[![ข](b.png)](a.md#m1)", &["b.png", "a.md#m1"]),
            ("[**ก** `](x)` \\](y)](a(1).md)", &["a(1).md"]),
            ("[ก][r] [ข][] [r]\n\n[r]: a.md \"ชื่อ\"\n[ข]: <ข ค.md>\n", &["a.md", "ข ค.md"]),
            ("| ก | ข |\n|---|---|\n| [ก](a.md) | <https://x.th/a> |\n\n> - [ข](b.md)\n", &["a.md", "https://x.th/a", "b.md"]),
            ("`[ก](a.md)` \\[ก](a.md)\n\n    [ก](a.md)\n", &[]),
            ("[](a.md) ![](b.png) [ก]() <a@b.th> https://x.th/a", &["a.md", "b.png", ""]),
            ("[ก](a\\_b.md) [ข](a&amp;b.md)", &["a\\_b.md", "a&amp;b.md"]),
        ] {
            let found = destinations(body).unwrap();
            let found: Vec<&str> = found.iter().map(|destination| &body[destination.span.clone()]).collect();
            assert_eq!(found, places, "{body}");
        }
        assert_eq!(destinations("[ก](a\\_b&amp;.md)").unwrap()[0].text, "a_b&.md");
    }

    #[test]
    fn what_is_typed_anew_is_read_as_it_is_meant() {
        for text in ["a.md", "ก ข.md", "a(1).md", "a).md", "a&amp;b.md", "../ก/", "/a/#m1"] {
            let bodies =
                [(DestinationForm::Plain, "[ก](@)"), (DestinationForm::Brackets, "[ก](<@>)"), (DestinationForm::Plain, "[ก]\n\n[ก]: @")];
            for (form, body) in bodies {
                let body = body.replace('@', &typed_destination(text, form));
                assert_eq!(destinations(&body).unwrap()[0].text, text, "{body}");
            }
        }
        let address = typed_destination("https://x.th/ก ข/", DestinationForm::Address);
        assert_eq!(address, "https://x.th/%E0%B8%81%20%E0%B8%82/");
    }
}
