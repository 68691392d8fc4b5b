//! The visible text of a rendered page.

use super::{
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
    let mut reader = Reader::default();
    let mut pieces = HtmlPieces::new(main_of(html));
    for piece in &mut pieces {
        match piece {
            HtmlPiece::Text(text) => reader.text(text),
            HtmlPiece::Open(tag) => reader.open(&tag),
            HtmlPiece::Close(name) if name.is("main") => break,
            HtmlPiece::Close(name) => reader.close(name),
        }
    }
    reader.end(title)
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
}

/// What an element does to the text in it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Effect {
    /// Nobody sees it.
    Hidden,
    /// Not to be searched, though it is seen.
    Skipped,
    Kind(Shown),
    /// Its text does not touch the text around it.
    Block,
    Inline,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Shown {
    Title,
    Measure,
    Heading,
    Text,
}

#[derive(Default)]
struct Reader<'a> {
    opened: Vec<Opened<'a>>,
    hidden: usize,
    /// The kinds of the elements around; the outermost measure or heading decides.
    kinds: Vec<Shown>,
    anchor: &'a str,
    /// The `id` of an inline element within a line: it holds from the next line on.
    next_anchor: Option<&'a str>,
    /// The passage that is being read, its text with references.
    text: String,
    /// Whether a block has begun or ended since the last text.
    parted: bool,
    passages: Vec<(Shown, &'a str, String)>,
}

impl<'a> Reader<'a> {
    fn text(&mut self, text: &str) {
        if self.hidden > 0 {
            return;
        }
        if self.parted && !text.bytes().all(|byte| byte.is_ascii_whitespace()) {
            if !self.text.is_empty() {
                self.text.push(' ');
            }
            self.parted = false;
        }
        self.text.push_str(&without_references(text));
    }

    fn open(&mut self, tag: &HtmlTag<'a>) {
        let name = tag.name;
        self.close_implied(name);
        let effect = effect(tag);
        if self.hidden == 0 && effect == Effect::Skipped {
            self.part();
        } else if self.hidden == 0 && effect != Effect::Hidden {
            if effect != Effect::Inline {
                self.part();
            }
            if let Effect::Kind(_) = effect {
                self.finish();
            }
            if let Some(id) = tag.attribute("id").filter(|id| !id.is_empty()) {
                self.take_anchor(id);
            }
        }
        if name.is_one_of(VOID) {
            return;
        }
        match effect {
            Effect::Hidden | Effect::Skipped => self.hidden += 1,
            Effect::Kind(kind) => self.kinds.push(kind),
            Effect::Block | Effect::Inline => {}
        }
        self.opened.push(Opened { name, effect });
    }

    /// Ends the elements that have no end tag before `name`.
    fn close_implied(&mut self, name: Name<'a>) {
        while let Some(last) = self.opened.last().map(|last| last.name) {
            let is_next = last.is_one_of(OPTIONAL_END) && last.is_same_as(name);
            let ends_paragraph = last.is("p") && name.is_one_of(BLOCKS);
            let ends_cell = name.is("tr") && last.is_one_of(&["td", "th"]);
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
            match self.opened.pop().map(|opened| opened.effect) {
                Some(Effect::Hidden | Effect::Skipped) => self.hidden -= 1,
                Some(Effect::Kind(_)) => {
                    self.finish();
                    self.kinds.pop();
                }
                Some(Effect::Block) if self.hidden == 0 => self.part(),
                _ => {}
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
        let text = std::mem::take(&mut self.text);
        self.parted = true;
        if text.bytes().all(|byte| byte.is_ascii_whitespace()) {
            return;
        }
        let outermost = self.kinds.iter().find(|kind| **kind != Shown::Text);
        self.passages.push((outermost.copied().unwrap_or(Shown::Text), self.anchor, text));
    }

    fn end(mut self, title: &str) -> Vec<SearchedPassage> {
        self.finish();
        let mut passages: Vec<SearchedPassage> = Vec::with_capacity(self.passages.len());
        for (shown, anchor, text) in self.passages {
            let text = normalised(&text).into_owned();
            let kind = match shown {
                Shown::Title if normalised(title).contains(&text) => continue,
                Shown::Title | Shown::Heading => SearchedKind::Heading,
                Shown::Measure => SearchedKind::Measure,
                Shown::Text => SearchedKind::Text,
            };
            if !text.is_empty() {
                let anchor = without_references(anchor).into_owned();
                passages.push(SearchedPassage { kind, anchor, text });
            }
        }
        passages
    }
}

fn effect(tag: &HtmlTag<'_>) -> Effect {
    let name = tag.name;
    if name.is_one_of(UNSEEN) || tag.attribute("hidden").is_some() {
        return Effect::Hidden;
    }
    match tag.attribute("data-search") {
        Some("skip") => return Effect::Skipped,
        Some("measure") => return Effect::Kind(Shown::Measure),
        _ => {}
    }
    if name.is("h1") {
        return Effect::Kind(Shown::Title);
    }
    if name.is_one_of(&["h2", "h3", "h4", "h5", "h6"]) {
        return Effect::Kind(Shown::Heading);
    }
    if name.is_one_of(BLOCKS) || name.is_one_of(LINE_PARTS) { Effect::Block } else { Effect::Inline }
}

const UNSEEN: &[&str] =
    &["script", "style", "template", "noscript", "head", "title", "datalist", "iframe", "object", "textarea", "desc", "metadata"];

const VOID: &[&str] = &["br", "wbr", "img", "hr", "input", "col", "link", "meta", "source", "track", "area", "base", "embed", "param"];

/// What parts a line without being a block.
const LINE_PARTS: &[&str] = &["br", "button", "input", "select", "option", "optgroup", "text"];

/// Elements that end where the next of their kind begins.
const OPTIONAL_END: &[&str] = &["p", "li", "td", "th", "tr", "dt", "dd", "option"];

const BLOCKS: &[&str] = &[
    "td",
    "tr",
    "th",
    "p",
    "li",
    "div",
    "ul",
    "ol",
    "dl",
    "dt",
    "dd",
    "table",
    "thead",
    "tbody",
    "tfoot",
    "caption",
    "section",
    "nav",
    "article",
    "aside",
    "blockquote",
    "details",
    "dialog",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "header",
    "hr",
    "legend",
    "main",
    "pre",
    "search",
    "summary",
    "address",
    "body",
    "html",
    "hgroup",
    "menu",
];

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

    proptest::proptest! {
        #[test]
        fn no_page_is_too_odd(html in "(<main>|<p>|</p>|<|>|=|\"|'|/|!|--|&|#|;|id|hidden|<h2 id=ก>|</h2>|<script>|</script>|ก|น้ำ|data-search=skip| ){0,40}") {
            passages_of(&html, "ก");
        }
    }
}
