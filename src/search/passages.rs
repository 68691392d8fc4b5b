//! The visible text of a rendered page.

use std::borrow::Cow;

use memchr::memchr3_iter;

use crate::search::{
    element::SearchedElement,
    normalised::normalised,
    references::without_references,
    searched::{SearchedKind, SearchedPassage},
    tags::{HtmlPiece, HtmlPieces, HtmlTag, Name},
};

/// The passages of `<main>` (of the whole page if it has none), in reading order. A passage ends where an element with an `id` or a
/// heading or a measure begins or ends; it is never parted within a word.
///
/// The first `h1` is left out if its text occurs in `title`, the page's title as it is searched elsewhere.
pub fn passages_of(html: &str, title: &str) -> Vec<SearchedPassage> {
    let mut reader = Reader {
        title,
        opened: Vec::new(),
        hidden: 0,
        kinds: Vec::new(),
        anchor: "",
        next_anchor: None,
        text: String::new(),
        blank: false,
        parted: true,
        passages: Vec::new(),
    };
    for piece in HtmlPieces::new(main_of(html)) {
        match piece {
            HtmlPiece::Text(text) => reader.text(text),
            HtmlPiece::Open(tag) => reader.open(&tag),
            HtmlPiece::Close(name) if name.element == SearchedElement::Main => break,
            HtmlPiece::Close(name) => reader.close(name),
        }
    }
    reader.finish();
    reader.passages
}

/// The parts between the blanks of a page's source; [`normalised`] replaces rarer ones.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let ends = memchr3_iter(b' ', b'\n', b'\t', text.as_bytes()).chain([text.len()]);
    let mut start = 0;
    ends.filter_map(move |end| text.get(std::mem::replace(&mut start, end + 1)..end)).filter(|word| !word.is_empty())
}

/// The page from the content of its `<main>` on.
fn main_of(html: &str) -> &str {
    let mut rest = html;
    while let Some((_, after)) = rest.split_once("<main") {
        if after.starts_with(|c: char| c == '>' || c.is_ascii_whitespace())
            && let Some((_, content)) = after.split_once('>')
        {
            return content;
        }
        rest = after;
    }
    html
}

/// An element whose end tag has not come yet.
struct Opened<'a> {
    name: Name<'a>,
    effect: Effect,
    /// True for a row whose heading is the name of what it is about.
    is_searched_row: bool,
}

/// What an element does to the text in it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Effect {
    None,
    /// Its text is not searched.
    Hidden,
    /// Its text is of a kind.
    Kind(Shown),
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Shown {
    Title,
    Measure,
    Heading,
    Text,
}

struct Reader<'a> {
    title: &'a str,
    opened: Vec<Opened<'a>>,
    hidden: usize,
    /// The kinds of the elements around; the outermost decides.
    kinds: Vec<Shown>,
    anchor: &'a str,
    /// The `id` of an inline element within a line: it holds from the next line on.
    next_anchor: Option<&'a str>,
    /// The passage that is being read.
    text: String,
    /// Whether the passage goes on after a blank.
    blank: bool,
    /// Whether it goes on in a new line.
    parted: bool,
    passages: Vec<SearchedPassage>,
}

impl<'a> Reader<'a> {
    fn text(&mut self, text: &str) {
        if self.hidden > 0 {
            return;
        }
        let text = without_references(text);
        let starts_blank = text.starts_with(|c: char| c.is_ascii_whitespace());
        let ends_blank = text.ends_with(|c: char| c.is_ascii_whitespace());
        let mut blank = self.blank || self.parted || starts_blank;
        for word in words(&text) {
            if blank && !self.text.is_empty() {
                self.text.push(' ');
            }
            self.text.push_str(word);
            self.parted = false;
            blank = true;
        }
        self.blank = if self.parted { self.blank || starts_blank } else { ends_blank };
    }

    fn open(&mut self, tag: &HtmlTag<'a>) {
        let name = tag.name;
        self.close_implied(name);
        let attributes = tag.attributes();
        let is_skipped = attributes.search == Some("skip");
        let is_hidden = attributes.is_hidden || name.element == SearchedElement::Unseen;
        if self.hidden == 0 && !is_hidden && name.element.parts_lines() {
            self.part();
        }
        let effect = match name.element {
            _ if is_hidden || is_skipped => Effect::Hidden,
            _ if attributes.search == Some("measure") || self.is_name_of_row(name) => Effect::Kind(Shown::Measure),
            SearchedElement::Title => Effect::Kind(Shown::Title),
            SearchedElement::Heading => Effect::Kind(Shown::Heading),
            _ => Effect::None,
        };
        if self.hidden == 0 && effect != Effect::Hidden {
            if effect != Effect::None {
                self.finish();
            }
            if let Some(id) = attributes.id.filter(|id| !id.is_empty()) {
                self.take_anchor(id);
            }
        }
        if name.element.is_void() {
            return;
        }
        match effect {
            Effect::Hidden => self.hidden += 1,
            Effect::Kind(kind) => self.kinds.push(kind),
            Effect::None => {}
        }
        self.opened.push(Opened { name, effect, is_searched_row: attributes.is_searched_row });
    }

    /// True for the heading of a row about a measure or an issue.
    fn is_name_of_row(&self, name: Name<'_>) -> bool {
        name.is("th") && self.opened.last().is_some_and(|row| row.is_searched_row)
    }

    /// Ends the elements that have no end tag before `name`.
    fn close_implied(&mut self, name: Name<'a>) {
        while let Some(last) = self.opened.last().map(|last| last.name) {
            let is_next = last.element == SearchedElement::Repeated && name.element == SearchedElement::Repeated && last.is_same_as(name);
            let ends_paragraph = last.element == SearchedElement::Paragraph && name.element.ends_paragraph();
            let ends_cell = name.element == SearchedElement::Repeated && name.is("tr") && (last.is("td") || last.is("th"));
            if !(is_next || ends_paragraph || ends_cell) {
                return;
            }
            self.close(last);
            if is_next {
                return;
            }
        }
    }

    fn close(&mut self, name: Name<'_>) {
        let Some(depth) = self.opened.iter().rposition(|opened| name.is_same_as(opened.name)) else {
            return;
        };
        while self.opened.len() > depth {
            let Some(opened) = self.opened.pop() else {
                return;
            };
            if self.hidden == 0 && opened.name.element.parts_lines() {
                self.part();
            }
            match opened.effect {
                Effect::Hidden => self.hidden -= 1,
                Effect::Kind(_) => {
                    self.finish();
                    self.kinds.pop();
                }
                Effect::None => {}
            }
        }
    }

    /// An element with an `id` begins here.
    fn take_anchor(&mut self, id: &'a str) {
        if self.parted || self.text.is_empty() {
            self.finish();
            self.anchor = id;
        } else {
            self.next_anchor = Some(id);
        }
    }

    /// A block begins or ends here.
    fn part(&mut self) {
        self.parted = true;
        if let Some(id) = self.next_anchor.take() {
            self.finish();
            self.anchor = id;
        }
    }

    /// A passage ends here.
    fn finish(&mut self) {
        (self.parted, self.blank) = (true, false);
        if self.text.is_empty() {
            return;
        }
        let shown = self.kinds.first().copied().unwrap_or(Shown::Text);
        let text = match normalised(&self.text) {
            Cow::Borrowed(text) => text.to_owned(),
            Cow::Owned(text) => text,
        };
        self.text.clear();
        let kind = match shown {
            Shown::Title if normalised(self.title).contains(&text) => return,
            Shown::Title | Shown::Heading => SearchedKind::Heading,
            Shown::Measure => SearchedKind::Measure,
            Shown::Text => SearchedKind::Text,
        };
        if !text.is_empty() {
            self.passages.push(SearchedPassage { kind, anchor: without_references(self.anchor).into_owned(), text });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(html: &str) -> Vec<(SearchedKind, String, String)> {
        passages_of(html, "O42 เรื่อง").into_iter().map(|passage| (passage.kind, passage.anchor, passage.text)).collect()
    }

    fn text(anchor: &str, text: &str) -> (SearchedKind, String, String) {
        (SearchedKind::Text, anchor.into(), text.into())
    }

    #[test]
    fn words_stay_whole_and_blocks_are_parted() {
        assert_eq!(of("<main><p>กอง<b>ค<wbr>ลัง</b></p><p>ข&amp;ค<br>ง</main>ท้าย"), [text("", "กองคลัง ข&ค ง")]);
        assert_eq!(of("<main><ul><li>ก<li>ข</ul></main>"), [text("", "ก ข")]);
    }

    #[test]
    fn the_title_and_what_nobody_sees_are_left_out() {
        let html = "<title>x</title><nav>x</nav><main id=main><h1><b>O42</b> เรื่อง</h1><p hidden>x<p>ก<script>'</p>'</script>\
                    <!-- x --><style>x</style><div data-search=skip><div>x</div>x</div><template><p>x</template>ข<input hidden>ค</main>";
        assert_eq!(of(html), [text("", "ก ขค")]);
        assert_eq!(of("<main><h1>เรื่องอื่น</h1></main>"), [(SearchedKind::Heading, String::new(), "เรื่องอื่น".into())]);
    }

    #[test]
    fn passages_have_the_anchor_before_them() {
        let html = "<main><p>ก</p><h2 id=\"a\">ข</h2><p>ค<span id='b'>ง</span>จ</p><p>ฉ</p><table><tr id=m1><td data-search=measure>ช\
                    <td>ซ</table></main>";
        assert_eq!(
            of(html),
            [
                text("", "ก"),
                (SearchedKind::Heading, "a".into(), "ข".into()),
                text("a", "คงจ"),
                text("b", "ฉ"),
                (SearchedKind::Measure, "m1".into(), "ช".into()),
                text("m1", "ซ"),
            ]
        );
    }

    #[test]
    fn the_heading_of_a_row_about_a_measure_is_its_name() {
        let html = "<main><table><tr id=m1 data-measure=\"m1\"><td>ก</td><th>ข</th><td>ค</td></tr><tr data-issue=a><th id=b>ง</th><td>จ</td></tr>\
                    <tr data-indicator=1><th>ฉ</th></tr></table></main>";
        let measure = |anchor: &str, text: &str| (SearchedKind::Measure, anchor.to_owned(), text.to_owned());
        assert_eq!(of(html), [text("m1", "ก"), measure("m1", "ข"), text("m1", "ค"), measure("b", "ง"), text("b", "จ ฉ")]);
    }

    proptest::proptest! {
        #[test]
        fn no_page_is_too_odd(html in "(<main>|<p>|</p>|<|>|=|\"|'|/|!|--|&|#|;|id|hidden|<h2 id=ก>|</h2>|<script>|</script>|ก|น้ำ|data-search=skip| ){0,40}") {
            passages_of(&html, "ก");
        }
    }
}
