//! Autolinks for bare web and mail addresses, as in GitHub Flavored Markdown, but adapted to Thai,
//! which continues without a space.

use std::borrow::Cow;
use std::ops::Range;

use memchr::{memchr3, memchr3_iter};
use pulldown_cmark::{CowStr, LinkType, Tag, TagEnd};

use super::event::{MarkdownEvent, SpannedEvent};

/// Quick check: true if the text of `events` may contain an address. The body alone is not enough,
/// as most bodies contain addresses only inside links.
pub(super) fn may_be_in(body: &str, events: &[SpannedEvent]) -> bool {
    let begins_address = |text: &[u8]| text.starts_with(b"@") || text.starts_with(b"://") || text.starts_with(b"www.");
    let is_there = |text: &[u8]| memchr3_iter(b':', b'@', b'w', text).any(|at| text.get(at..).is_some_and(begins_address));
    is_there(body.as_bytes()) && events.iter().any(|event| matches!(&event.event, MarkdownEvent::Text(text) if is_there(text.as_bytes())))
}

/// Inserts links around the addresses in the text of `events`.
pub(super) fn link<'a>(body: &str, events: Vec<SpannedEvent<'a>>) -> Vec<SpannedEvent<'a>> {
    let mut linked = Vec::with_capacity(events.len() + 16);
    let mut events = events.into_iter().peekable();
    // Nothing is linked inside links and code blocks.
    let mut closed_by = None;
    while let Some(event) = events.next() {
        match (&event.event, closed_by) {
            (MarkdownEvent::Text(text), None)
                if has_mark(text) || matches!(events.peek(), Some(SpannedEvent { event: MarkdownEvent::Text(_), .. })) =>
            {
                let mut run = vec![event];
                while let Some(next) = events.next_if(|next| matches!(next.event, MarkdownEvent::Text(_))) {
                    run.push(next);
                }
                let is_cut = events.peek().is_some_and(|next| begins_inside(body, next));
                link_run(run, is_cut, &mut linked);
                continue;
            }
            (MarkdownEvent::Start(tag), None) if matches!(**tag, Tag::Link { .. } | Tag::CodeBlock(_)) => closed_by = Some(tag.to_end()),
            (MarkdownEvent::End(end), Some(closing)) if *end == closing => closed_by = None,
            _ => {}
        }
        linked.push(event);
    }
    linked
}

/// Quick check: true if `text` may contain an address.
fn has_mark(text: &str) -> bool {
    memchr3(b':', b'@', b'w', text.as_bytes()).is_some()
}

/// True if `event` starts emphasis with characters that may belong to the preceding address, as in
/// `/_layouts_/`.
fn begins_inside(body: &str, event: &SpannedEvent) -> bool {
    matches!(event.event, MarkdownEvent::Start(_)) && matches!(body.as_bytes().get(event.span.start), Some(b'_' | b'~'))
}

/// Links the addresses in a run of text events. The parser emits entities and escaped characters as
/// separate events, so an address may span several.
fn link_run<'a>(run: Vec<SpannedEvent<'a>>, is_cut: bool, linked: &mut Vec<SpannedEvent<'a>>) {
    let text = joined(&run);
    let mut addresses = find(&text);
    if is_cut && addresses.last().is_some_and(|address| address.span.end == text.len()) {
        addresses.pop();
    }
    if addresses.is_empty() {
        drop(text);
        return linked.extend(run);
    }
    let mut at = 0;
    for address in addresses {
        push_between(&run, at..address.span.start, linked);
        let start = linked.len();
        push_between(&run, address.span.clone(), linked);
        let first = linked.get(start).map_or(0, |event| event.span.start);
        let end = linked.last().map_or(0, |event| event.span.end);
        linked.insert(start, SpannedEvent::new(MarkdownEvent::Start(address.tag().into()), first..end));
        linked.push(SpannedEvent::new(MarkdownEvent::End(TagEnd::Link), first..end));
        at = address.span.end;
    }
    push_between(&run, at..text.len(), linked);
}

fn joined<'r>(run: &'r [SpannedEvent]) -> Cow<'r, str> {
    let text = |event: &'r SpannedEvent| if let MarkdownEvent::Text(text) = &event.event { &**text } else { "" };
    match run {
        [one] => Cow::Borrowed(text(one)),
        _ => Cow::Owned(run.iter().map(text).collect()),
    }
}

/// Appends the events for the byte range `part` of the joined text of `run`.
fn push_between<'a>(run: &[SpannedEvent<'a>], part: Range<usize>, events: &mut Vec<SpannedEvent<'a>>) {
    let mut at = 0;
    for SpannedEvent { event, span } in run {
        let MarkdownEvent::Text(text) = event else { continue };
        let (start, end) = (at, at + text.len());
        at = end;
        let from = part.start.max(start) - start;
        let to = part.end.min(end).saturating_sub(start);
        let Some(piece) = text.get(from..to).filter(|piece| !piece.is_empty()) else { continue };
        let is_source = text.len() == span.len();
        let place = if is_source { span.start + from..span.start + to } else { span.clone() };
        let piece = match text {
            CowStr::Borrowed(whole) => CowStr::Borrowed(whole.get(from..to).unwrap_or_default()),
            _ => CowStr::from(piece.to_owned()),
        };
        events.push(SpannedEvent::new(MarkdownEvent::Text(piece), place));
    }
}

/// An address in a text run.
#[derive(Debug, PartialEq)]
struct Address {
    span: Range<usize>,
    link_type: LinkType,
    destination: String,
}

impl Address {
    fn tag<'a>(&self) -> Tag<'a> {
        Tag::Link { link_type: self.link_type, dest_url: self.destination.clone().into(), title: "".into(), id: "".into() }
    }
}

/// All addresses in `text`, in order.
fn find(text: &str) -> Vec<Address> {
    let mut found: Vec<Address> = Vec::new();
    let mut from = 0;
    for at in memchr3_iter(b':', b'@', b'w', text.as_bytes()) {
        let address = match text.as_bytes().get(at) {
            _ if at < from => None,
            Some(b'@') => mail(text, from, at),
            Some(b':') => web(text, from, at),
            _ => host(text, from, at),
        };
        if let Some(address) = address {
            from = address.span.end;
            found.push(address);
        }
    }
    found
}

/// Matches `https://…`; `colon` is the offset of its colon.
fn web(text: &str, from: usize, colon: usize) -> Option<Address> {
    let before = text.get(from..colon)?;
    let scheme = ["https", "http"].into_iter().find(|scheme| {
        let typed = before.len().checked_sub(scheme.len()).and_then(|start| before.get(start..));
        typed.is_some_and(|typed| typed.eq_ignore_ascii_case(scheme))
    })?;
    let start = colon - scheme.len();
    let begins = !text.get(..start)?.ends_with(|c: char| c.is_ascii_alphanumeric());
    let rest = text.get(colon..)?.strip_prefix("://")?;
    if !begins || !rest.starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return None;
    }
    let span = start..colon + 3 + length(rest)?;
    let destination = text.get(span.clone())?.to_owned();
    Some(Address { destination, link_type: LinkType::Autolink, span })
}

/// Matches `www.example.go.th`; `start` is the offset of its first letter.
fn host(text: &str, from: usize, start: usize) -> Option<Address> {
    let rest = text.get(start..)?.strip_prefix("www.")?;
    let begins = !text.get(from..start)?.ends_with(|c: char| c.is_ascii_alphanumeric() || "./@_-:".contains(c));
    if !begins || !rest.starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return None;
    }
    let span = start..start + "www.".len() + length(rest)?;
    let address = text.get(span.clone())?;
    let name = address.split(['/', '?', '#', ':']).next()?;
    let is_name = name.split('.').count() >= 3 && name.split('.').all(is_label);
    // `http`, because the site may not support HTTPS; sites that do redirect.
    is_name.then(|| Address { destination: format!("http://{address}"), link_type: LinkType::Autolink, span })
}

/// Matches `name@example.go.th`; `at` is the offset of the `@`.
fn mail(text: &str, from: usize, at: usize) -> Option<Address> {
    let is_local = |c: char| c.is_ascii_alphanumeric() || "._+-".contains(c);
    let before = text.get(from..at)?;
    let local = before.get(before.trim_end_matches(is_local).len()..)?.trim_start_matches(['.', '-', '+']);
    let after = text.get(at + 1..)?;
    let end = after.find(|c: char| !(c.is_ascii_alphanumeric() || "-.".contains(c))).unwrap_or(after.len());
    let host = after.get(..end)?.trim_end_matches(['.', '-']);
    let (_, last) = host.rsplit_once('.')?;
    let is_host = host.split('.').all(is_label) && last.len() >= 2 && last.bytes().all(|byte| byte.is_ascii_alphabetic());
    let begins = !before.get(..before.len() - local.len())?.ends_with(['/', '@']);
    let goes_on = after.get(host.len()..)?.starts_with(['@', '_']);
    let span = at - local.len()..at + 1 + host.len();
    let is_mail = begins && !goes_on && is_host && !local.is_empty() && !local.ends_with('.');
    is_mail.then(|| Address { destination: format!("{local}@{host}"), link_type: LinkType::Email, span })
}

fn is_label(label: &str) -> bool {
    !label.is_empty() && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
}

/// Length of an address that begins with `rest`: up to the first character not allowed in an
/// address, without punctuation that ends the sentence.
///
/// `None` if a non-ASCII letter follows a joining character (`/ข่าว`): the letter probably belongs
/// to the address, and no link is better than a wrong one.
fn length(rest: &str) -> Option<usize> {
    const LONGEST: usize = 2000;
    let is_inside = |c: char| c.is_ascii_graphic() && !"<>\"`|\\^{}".contains(c);
    let end = rest.bytes().take(LONGEST).position(|byte| !is_inside(char::from(byte))).unwrap_or(rest.len());
    let mut address = rest.get(..end).filter(|address| address.len() <= LONGEST)?;
    if address.ends_with(['/', '=', '-', '_', '%', '&', '#']) && rest.get(end..)?.starts_with(char::is_alphanumeric) {
        return None;
    }
    // A closing bracket belongs to the address only if it is opened in it.
    let unopened = |open, close| address.matches(close).count().saturating_sub(address.matches(open).count());
    let (mut round, mut square) = (unopened('(', ')'), unopened('[', ']'));
    while let Some(last) = address.chars().next_back() {
        match last {
            ')' if round > 0 => round -= 1,
            ']' if square > 0 => square -= 1,
            '?' | '!' | '.' | ',' | ':' | ';' | '*' | '_' | '~' | '\'' => {}
            _ => break,
        }
        address = address.get(..address.len() - 1)?;
    }
    Some(address.len())
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::markdown::testing::{html, outline, refusals};

    /// The linked substrings of `text`.
    fn found(text: &str) -> Vec<&str> {
        find(text).into_iter().map(|address| &text[address.span]).collect()
    }

    #[test]
    fn an_address_ends_where_its_sentence_goes_on() {
        for (text, address) in [
            ("ดูได้ที่ https://www.example.go.th/ita/o42 หรือ", "https://www.example.go.th/ita/o42"),
            ("ที่https://www.example.go.th/o42และต่อ", "https://www.example.go.th/o42"),
            ("HTTP://example.go.th", "HTTP://example.go.th"),
            ("(https://a.go.th/b_(c))", "https://a.go.th/b_(c)"),
            ("(https://a.go.th/b).", "https://a.go.th/b"),
            ("“https://a.go.th/b”", "https://a.go.th/b"),
            ("\"https://a.go.th/b\"", "https://a.go.th/b"),
            ("https://a.go.th/?x=1&y=2;", "https://a.go.th/?x=1&y=2"),
            ("https://a.go.th/b,ค", "https://a.go.th/b"),
            ("https://a.go.thฯ", "https://a.go.th"),
            ("[https://a.go.th/b]", "https://a.go.th/b"),
            ("https://a.go.th/@name", "https://a.go.th/@name"),
            ("www.example.go.th/ita.", "www.example.go.th/ita"),
            ("เว็บwww.example.go.thของเรา", "www.example.go.th"),
            ("อีเมลcontact@example.go.thได้", "contact@example.go.th"),
            ("contact@example.go.th.", "contact@example.go.th"),
            ("a.b-c_d+e@x-y.go.th", "a.b-c_d+e@x-y.go.th"),
        ] {
            assert_eq!(found(text), [address], "{text}");
        }
        assert_eq!(found("a@b.go.th, https://c.go.th www.d.go.th"), ["a@b.go.th", "https://c.go.th", "www.d.go.th"]);
    }

    #[test]
    fn what_is_no_address_stays_text() {
        for text in [
            "ftp://a.go.th",
            "https://",
            "https://ก.ไทย",
            "xhttp://a.th",
            "www.",
            "www.ก",
            "www.x",
            "awww.a.th",
            "@prongsai",
            "ก@ข.th",
            "a@b",
            "a@b.1",
            "5@10.00",
            "a@b@c.th",
            "12:30",
            "//host",
            "https://a.go.th/ข่าว/1",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn a_long_row_of_signs_takes_linear_time() {
        for text in ["@".repeat(100_000), "a@".repeat(50_000), "www.".repeat(30_000), "http://".repeat(20_000), ")".repeat(100_000)] {
            find(&text);
        }
    }

    #[test]
    fn addresses_are_linked_wherever_text_stands() {
        assert_eq!(
            html("ดู https://a.go.th/b และ c@d.go.th"),
            "<p>ดู <a href=\"https://a.go.th/b\" rel=\"noopener noreferrer\">https://a.go.th/b</a> และ <a href=\"mailto:c@d.go.th\">c@d.go.th</a></p>\n"
        );
        for body in [
            "- www.a.go.th",
            "|ก|\n|-|\n|www.a.go.th|",
            "**www.a.go.th**",
            "> www.a.go.th",
            "ก[^1]\n\n[^1]: www.a.go.th",
            "ก\nwww.a.go.th\nข",
        ] {
            assert!(
                html(body).contains("<a href=\"http://www.a.go.th\" rel=\"noopener noreferrer\">www.a.go.th</a>"),
                "{body}: {}",
                html(body)
            );
        }
        for body in ["https://a.go.th/b\\_c", "https://a.go.th/?b&amp;c"] {
            assert_eq!(outline(body).links.len(), 1, "{body}");
        }
        assert_eq!(outline("https://a.go.th/b\\_c").links[0].destination, "https://a.go.th/b_c");
        assert_eq!(outline("https://a.go.th/?b&amp;c").links[0].destination, "https://a.go.th/?b&c");
    }

    #[test]
    fn code_links_and_images_are_left_alone() {
        for body in ["`www.a.go.th`", "```\nwww.a.go.th\n```", "![www.a.go.th](a.png)"] {
            assert!(!html(body).contains("<a "), "{body}");
        }
        for body in ["[www.a.go.th](b.md)", "<https://a.go.th>", "[ดู https://a.go.th](/b)"] {
            assert_eq!(html(body).matches("<a ").count(), 1, "{body}");
        }
        assert!(!html("https://a.go.th/_b_/c").contains("<a "), "rather no link than a wrong one");
    }

    #[test]
    fn the_place_and_the_id_of_what_is_around_stay() {
        let body = "# ดู www.a.go.th\n\nก https://a.go.th/b";
        let outline = outline(body);
        assert_eq!(outline.headings[0].id, "ดู-wwwagoth");
        let places: Vec<&str> = outline.links.iter().map(|link| &body[link.span.clone()]).collect();
        assert_eq!(places, ["www.a.go.th", "https://a.go.th/b"]);
        assert_eq!(refusals(body), []);
    }
}
