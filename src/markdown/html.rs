use pulldown_cmark::{Alignment, BlockQuoteKind, CodeBlockKind, Tag, TagEnd};

use super::cleaning::clean;
use super::code_blocks::is_language;
use super::document::MarkdownDocument;
use super::escaping::{push_attribute, push_text, push_url};
use super::event::{FootnoteMark, MarkdownEvent, TaskState};
use super::footnotes::{SECTION_ID, footnote_id, mark_id};
use super::labels::Labels;
use super::link_address::LinkAddress;
use super::links::PlacedLink;
use super::outline::{Heading, Link};
use super::scheme::{is_outside, refused_scheme};

/// Resolves a link to the address to print; see [`super::write_html`].
pub(super) type Resolve<'a> = &'a mut dyn FnMut(&Link) -> Option<LinkAddress>;

/// Appends the HTML of `document` to `out`.
pub(super) fn write(document: &MarkdownDocument, labels: &Labels, resolve: Resolve, out: &mut String) {
    let mut writer = HtmlWriter { document, labels, resolve, out, link_end: "", table: TableState::default(), boxes: Boxes::default() };
    let mut events = document.events.iter().map(|spanned| &spanned.event).peekable();
    while let Some(event) = events.next() {
        match (event, events.peek().copied()) {
            (MarkdownEvent::End(TagEnd::Paragraph), Some(MarkdownEvent::FootnoteEnd { number, marks })) => {
                writer.back_links(*number, *marks);
                writer.out.push_str("</p>\n</li>\n");
                events.next();
            }
            (MarkdownEvent::HeadingStart(index), _) if !has_links(events.clone()) => writer.linked_heading_start(*index),
            _ => writer.event(event),
        }
    }
}

/// True if the heading whose content begins `events` has links, in which no other may stand.
fn has_links<'e, 'a: 'e>(events: impl Iterator<Item = &'e MarkdownEvent<'a>>) -> bool {
    let mut content = events.take_while(|event| !matches!(event, MarkdownEvent::HeadingEnd(_)));
    content.any(|event| matches!(event, MarkdownEvent::LinkStart(_) | MarkdownEvent::FootnoteMark(_)))
}

/// Most characters of a label, which every row repeats: a page must not grow by its rows times the
/// length of a head.
const MAX_LABEL: usize = 120;

struct HtmlWriter<'a, 'b> {
    document: &'b MarkdownDocument<'a>,
    labels: &'b Labels<'b>,
    resolve: Resolve<'b>,
    out: &'b mut String,
    /// Closing tag of the open link; empty if it was not resolved.
    link_end: &'static str,
    table: TableState,
    boxes: Boxes<'b>,
}

/// What the names of boxes that scroll sideways are made of.
#[derive(Default)]
struct Boxes<'b> {
    tables: usize,
    codes: usize,
    /// The last heading.
    heading: &'b str,
    /// Closing tag of its link to itself; empty without one.
    link_end: &'static str,
}

/// Deepest heading that is a link to itself.
const DEEPEST_LINKED: u8 = 3;

/// State of the current table. Tables cannot be nested.
#[derive(Default)]
struct TableState {
    alignments: Vec<Alignment>,
    /// The texts of the head, which label the cells where a row becomes a card.
    heads: Vec<String>,
    cell_end: &'static str,
    column: usize,
}

impl TableState {
    fn is_in_head(&self) -> bool {
        self.cell_end == "</th>"
    }

    /// The words before a cell that is shown on a card.
    fn label(&self) -> Option<String> {
        let head = self.heads.get(self.column)?.trim();
        let mut label: String = head.chars().take(MAX_LABEL).collect();
        if label.len() < head.len() {
            label.push('…');
        }
        (!label.is_empty()).then_some(label)
    }

    /// Keeps a text of the head.
    fn note(&mut self, text: &str) {
        if self.is_in_head()
            && let Some(head) = self.heads.last_mut()
        {
            head.push_str(text);
        }
    }
}

impl<'b> HtmlWriter<'_, 'b> {
    fn text(&mut self, text: &str) {
        self.table.note(text);
        push_text(self.out, text);
    }

    fn event(&mut self, event: &MarkdownEvent) {
        match event {
            MarkdownEvent::Start(tag) => self.start(tag),
            MarkdownEvent::End(end) => self.end(*end),
            MarkdownEvent::Text(text) | MarkdownEvent::Html(text) => self.text(text),
            MarkdownEvent::Stars(stars) => self.text(stars),
            MarkdownEvent::Code(code) => {
                self.table.note(code);
                self.enclosed("<code>", code, "</code>");
            }
            MarkdownEvent::Source(source) => self.enclosed("<pre class=\"markdown-source\">", &clean(source.clone()), "</pre>\n"),
            MarkdownEvent::SoftBreak => self.out.push('\n'),
            MarkdownEvent::HardBreak => {
                self.table.note(" ");
                self.out.push_str("<br>\n");
            }
            MarkdownEvent::Rule => self.out.push_str("<hr>\n"),
            MarkdownEvent::Task(state) => self.task(*state),
            MarkdownEvent::FootnoteMark(mark) => self.footnote_mark(*mark),
            MarkdownEvent::FootnotesStart => self.footnotes_start(),
            MarkdownEvent::FootnotesEnd => self.out.push_str("</ol>\n</section>\n"),
            MarkdownEvent::FootnoteStart { number } => self.tag_with_id("li", &footnote_id(*number)),
            MarkdownEvent::FootnoteEnd { number, marks } => {
                self.back_links(*number, *marks);
                self.out.push_str("</li>\n");
            }
            MarkdownEvent::LinkStart(index) => self.link_start(*index),
            MarkdownEvent::LinkEnd => self.out.push_str(self.link_end),
            MarkdownEvent::PlacedImage(index) => self.image(*index),
            MarkdownEvent::HeadingStart(index) => self.heading_start(*index),
            MarkdownEvent::HeadingEnd(index) => self.heading_end(*index),
            // Replaced by earlier steps.
            MarkdownEvent::Image(_) | MarkdownEvent::FootnoteLabel(_) => {}
        }
    }

    fn start(&mut self, tag: &Tag) {
        match tag {
            Tag::Paragraph => self.out.push_str("<p>"),
            Tag::BlockQuote(None) => self.out.push_str("<blockquote>\n"),
            Tag::BlockQuote(Some(kind)) => self.alert(*kind),
            Tag::CodeBlock(kind) => self.code_block(kind),
            Tag::List(None) => self.out.push_str("<ul>\n"),
            Tag::List(Some(1)) => self.out.push_str("<ol>\n"),
            Tag::List(Some(first)) => {
                self.out.push_str("<ol start=\"");
                self.out.push_str(&first.to_string());
                self.out.push_str("\">\n");
            }
            Tag::Item => self.out.push_str("<li>"),
            Tag::Table(alignments) => {
                self.table.alignments.clone_from(alignments);
                self.boxes.tables += 1;
                self.out.push_str("<div class=\"table-scroll\"");
                self.scrolling("region", self.labels.table, self.boxes.tables);
                self.table.heads.clear();
                self.out.push_str("><table role=\"table none\">\n");
            }
            Tag::TableHead => {
                self.table.cell_end = "</th>";
                self.table.column = 0;
                self.out.push_str("<thead role=\"rowgroup\"><tr role=\"row\">");
            }
            Tag::TableRow => {
                self.table.cell_end = "</td>";
                self.table.column = 0;
                self.out.push_str("<tr role=\"row\">");
            }
            Tag::TableCell => self.cell_start(),
            Tag::Emphasis => self.out.push_str("<em>"),
            Tag::Strong => self.out.push_str("<strong>"),
            Tag::Strikethrough => self.out.push_str("<del>"),
            // Not enabled in the parser, or replaced by earlier steps.
            Tag::Heading { .. }
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::HtmlBlock
            | Tag::FootnoteDefinition(_)
            | Tag::Superscript
            | Tag::Subscript
            | Tag::Link { .. }
            | Tag::Image { .. }
            | Tag::MetadataBlock(_) => {}
        }
    }

    fn end(&mut self, end: TagEnd) {
        self.out.push_str(match end {
            TagEnd::Paragraph => "</p>\n",
            TagEnd::BlockQuote(_) => "</blockquote>\n",
            TagEnd::CodeBlock => "</code></pre>\n",
            TagEnd::List(true) => "</ol>\n",
            TagEnd::List(false) => "</ul>\n",
            TagEnd::Item => "</li>\n",
            TagEnd::Table => "</tbody></table></div>\n",
            TagEnd::TableHead => {
                self.table.cell_end = "";
                "</tr></thead><tbody role=\"rowgroup\">\n"
            }
            TagEnd::TableRow => "</tr>\n",
            TagEnd::TableCell => self.table.cell_end,
            TagEnd::Emphasis => "</em>",
            TagEnd::Strong => "</strong>",
            TagEnd::Strikethrough => "</del>",
            TagEnd::Heading(_)
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
            | TagEnd::HtmlBlock
            | TagEnd::FootnoteDefinition
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
            | TagEnd::Image
            | TagEnd::MetadataBlock(_) => "",
        });
    }

    fn alert(&mut self, kind: BlockQuoteKind) {
        let (class, title) = match kind {
            BlockQuoteKind::Note => ("markdown-alert-note", self.labels.note),
            BlockQuoteKind::Tip => ("markdown-alert-tip", self.labels.tip),
            BlockQuoteKind::Important => ("markdown-alert-important", self.labels.important),
            BlockQuoteKind::Warning => ("markdown-alert-warning", self.labels.warning),
            BlockQuoteKind::Caution => ("markdown-alert-caution", self.labels.caution),
        };
        self.out.push_str("<blockquote");
        self.attribute("class", class);
        self.out.push_str(">\n");
        self.enclosed("<p class=\"alert-title\">", title, "</p>\n");
    }

    fn code_block(&mut self, kind: &CodeBlockKind) {
        self.boxes.codes += 1;
        self.out.push_str("<pre");
        self.scrolling("group", self.labels.code, self.boxes.codes);
        self.out.push_str("><code");
        if let CodeBlockKind::Fenced(info) = kind {
            let language = info.split_whitespace().next().filter(|word| is_language(word));
            if let Some(language) = language {
                self.attribute("class", &format!("language-{language}"));
            }
        }
        self.out.push('>');
    }

    /// Attributes of a box that scrolls sideways: the keyboard reaches it, and says which it is.
    fn scrolling(&mut self, role: &str, label: &str, number: usize) {
        self.attribute("tabindex", "0");
        self.attribute("role", role);
        let name = match self.boxes.heading {
            "" => format!("{label} {number}"),
            heading => format!("{label} {number}: {heading}"),
        };
        self.attribute("aria-label", &name);
    }

    fn cell_start(&mut self) {
        if self.table.is_in_head() {
            self.table.heads.push(String::new());
            self.out.push_str("<th role=\"columnheader\" scope=\"col\"");
        } else {
            self.out.push_str("<td role=\"cell\"");
            if let Some(label) = self.table.label() {
                self.attribute("data-label", &label);
            }
        }
        self.out.push_str(match self.table.alignments.get(self.table.column) {
            Some(Alignment::Left) => " class=\"align-left\">",
            Some(Alignment::Center) => " class=\"align-center\">",
            Some(Alignment::Right) => " class=\"align-right\">",
            Some(Alignment::None) | None => ">",
        });
        self.table.column += 1;
    }

    fn task(&mut self, state: TaskState) {
        let (checked, label) = match state {
            TaskState::Done => (" checked", self.labels.done),
            TaskState::NotDone => ("", self.labels.not_done),
        };
        self.out.push_str("<input type=\"checkbox\" disabled");
        self.out.push_str(checked);
        self.attribute("aria-label", label);
        self.out.push_str("> ");
    }

    fn footnote_mark(&mut self, mark: FootnoteMark) {
        self.out.push_str("<sup><a");
        self.attribute("id", &mark_id(mark));
        self.attribute("href", &format!("#{}", footnote_id(mark.number)));
        self.enclosed(">", &mark.number.to_string(), "</a></sup>");
    }

    fn footnotes_start(&mut self) {
        self.out.push_str("<section class=\"footnotes\"");
        self.attribute("aria-labelledby", SECTION_ID);
        self.out.push_str(">\n");
        self.tag_with_id("h2", SECTION_ID);
        self.enclosed("", self.labels.footnotes, "</h2>\n<ol>\n");
    }

    fn back_links(&mut self, number: usize, marks: usize) {
        for occurrence in 1..=marks {
            let name = match occurrence {
                1 => format!("{} {number}", self.labels.back_to_text),
                _ => format!("{} {number}-{occurrence}", self.labels.back_to_text),
            };
            self.out.push_str(" <a class=\"footnote-back\"");
            self.attribute("href", &format!("#{}", mark_id(FootnoteMark { number, occurrence })));
            self.attribute("aria-label", &name);
            self.out.push_str(">↩</a>");
        }
    }

    fn link_start(&mut self, index: usize) {
        self.link_end = "";
        let Some((placed, LinkAddress { href, in_full })) = self.resolved(index) else {
            return;
        };
        self.out.push_str("<a");
        self.url("href", &href);
        if let Some(in_full) = in_full {
            self.url("data-url", &in_full);
        }
        self.title(placed);
        if is_outside(&href) {
            self.attribute("rel", "noopener noreferrer");
        }
        self.out.push('>');
        self.link_end = "</a>";
    }

    fn image(&mut self, index: usize) {
        let Some((placed, LinkAddress { href: src, .. })) = self.resolved(index) else {
            if let Some(placed) = self.document.links.get(index) {
                push_text(self.out, &placed.link.text);
            }
            return;
        };
        self.out.push_str("<img");
        self.url("src", &src);
        self.attribute("alt", &placed.link.text);
        self.title(placed);
        self.out.push_str(" loading=\"lazy\">");
    }

    fn heading_start(&mut self, index: usize) {
        if let Some(heading) = self.document.headings.get(index) {
            self.boxes.heading = &heading.text;
            self.tag_with_id(&format!("h{}", heading.level), &heading.id);
            self.boxes.link_end = "";
        }
    }

    /// The words of a heading are a link to it, so that its address can be copied.
    fn linked_heading_start(&mut self, index: usize) {
        self.heading_start(index);
        let is_linked = |heading: &&Heading| heading.level <= DEEPEST_LINKED && !heading.text.trim().is_empty();
        if let Some(heading) = self.document.headings.get(index).filter(is_linked) {
            // Letters, digits, `-`, `_` and `.` (heading_id): nothing is to be escaped.
            self.out.push_str(&format!("<a href=\"#{}\">", heading.id));
            self.boxes.link_end = "</a>";
        }
    }

    fn heading_end(&mut self, index: usize) {
        if let Some(heading) = self.document.headings.get(index) {
            self.out.push_str(self.boxes.link_end);
            self.out.push_str(&format!("</h{}>\n", heading.level));
        }
    }

    fn tag_with_id(&mut self, tag: &str, id: &str) {
        self.out.push('<');
        self.out.push_str(tag);
        self.attribute("id", id);
        self.out.push('>');
    }

    fn title(&mut self, placed: &PlacedLink) {
        if !placed.title.is_empty() {
            self.attribute("title", &placed.title);
        }
    }

    fn attribute(&mut self, name: &str, value: &str) {
        self.attribute_start(name);
        push_attribute(self.out, value);
        self.out.push('"');
    }

    fn url(&mut self, name: &str, url: &str) {
        self.attribute_start(name);
        push_url(self.out, url);
        self.out.push('"');
    }

    fn attribute_start(&mut self, name: &str) {
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("=\"");
    }

    fn enclosed(&mut self, before: &str, text: &str, after: &str) {
        self.out.push_str(before);
        push_text(self.out, text);
        self.out.push_str(after);
    }
}

impl<'a, 'b> HtmlWriter<'a, 'b> {
    /// The link at `index` with its resolved address; `None` if it is not linked.
    fn resolved(&mut self, index: usize) -> Option<(&'b PlacedLink<'a>, LinkAddress)> {
        let placed = self.document.links.get(index)?;
        let address = (self.resolve)(&placed.link)?;
        refused_scheme(&address.href).is_none().then_some((placed, address))
    }
}

#[cfg(test)]
mod tests {
    use crate::markdown::testing::html;
    use crate::markdown::{Labels, LinkAddress, LinkKind, MarkdownLimits, write_html};

    fn resolved(body: &str, mut resolve: impl FnMut(&crate::markdown::Link) -> Option<String>) -> String {
        let labels = Labels {
            note: "",
            tip: "",
            important: "",
            warning: "",
            caution: "",
            footnotes: "",
            back_to_text: "",
            done: "",
            not_done: "",
            table: "",
            code: "",
        };
        let mut out = String::new();
        let mut resolve = |link: &crate::markdown::Link| resolve(link).map(LinkAddress::from);
        write_html(body, &MarkdownLimits::default(), &labels, &mut resolve, &mut out);
        out
    }

    #[test]
    fn the_keyboard_reaches_each_box_that_scrolls_and_hears_its_name() {
        let made = html("| ก |\n|---|\n\n## รายรับ \"2565\"\n\n| ข |\n|---|\n\n    โค้ด\n\n```\nx\n```");
        for name in ["ตาราง 1", "ตาราง 2: รายรับ &quot;2565&quot;"] {
            assert!(
                made.contains(&format!("tabindex=\"0\" role=\"region\" aria-label=\"{name}\"><table role=\"table none\">")),
                "{name}: {made}"
            );
        }
        for name in ["โค้ด 1", "โค้ด 2"] {
            let start = format!("<pre tabindex=\"0\" role=\"group\" aria-label=\"{name}: รายรับ &quot;2565&quot;\"><code>");
            assert!(made.contains(&start), "{name}: {made}");
        }
    }

    #[test]
    fn the_site_decides_where_links_go() {
        let html = resolved("[ก](a.md) ![ข](b.png) [ค](c.md)", |link| match link.kind {
            LinkKind::Image => None,
            LinkKind::Link if link.destination == "c.md" => None,
            LinkKind::Link => Some("../a/?x=1&y='\"".into()),
        });
        assert_eq!(html, "<p><a href=\"../a/?x=1&amp;y=&#39;%22\">ก</a> ข ค</p>\n");
    }

    #[test]
    fn a_heading_is_a_link_to_itself_unless_it_has_a_link() {
        let made = html("# ก ข\n\n### ค\n\n#### ง\n\n## [จ](ฉ.md)\n\n##\n\n## ช[^1]\n\n[^1]: ซ");
        for part in [
            "<h2 id=\"ก-ข\"><a href=\"#ก-ข\">ก ข</a></h2>",
            "<h3 id=\"ค\"><a href=\"#ค\">ค</a></h3>",
            "<h4 id=\"ง\">ง</h4>",
            "<h2 id=\"จ\"><a href=\"%E0%B8%89.md\">จ</a></h2>",
            "\">ช<sup><a id=",
        ] {
            assert!(made.contains(part), "{part}: {made}");
        }
        assert!(made.contains("\"></h2>"), "no link without words: {made}");
    }

    #[test]
    fn the_site_is_held_to_the_schemes_too() {
        assert_eq!(resolved("[ก](a.md)", |_| Some("javascript:x".into())), "<p>ก</p>\n");
    }

    #[test]
    fn every_attribute_is_escaped() {
        let html = html("[ก](</a\"onclick=\"x> '\"><script>') ![\"><script>](</a'b> \"<x>\")");
        assert_eq!(
            html,
            "<p><a href=\"/a%22onclick=%22x\" title=\"&quot;&gt;&lt;script&gt;\">ก</a> \
             <img src=\"/a&#39;b\" alt=\"&quot;&gt;&lt;script&gt;\" title=\"&lt;x&gt;\" loading=\"lazy\"></p>\n"
        );
    }

    #[test]
    fn links_out_of_the_site_do_not_hand_over_the_window() {
        assert!(html("<https://a.th>").contains(" rel=\"noopener noreferrer\">"));
        assert!(!html("[ก](/a)").contains("noopener"));
    }

    #[test]
    fn a_code_block_has_a_class_only_for_a_plain_language() {
        assert!(html("```rust ignore\n<\n```").contains("><code class=\"language-rust\">&lt;"));
        for info in ["\"><script>", "ก", "a\"b", ""] {
            assert!(html(&format!("```{info}\nx\n```")).contains("><code>x"), "{info}");
        }
    }

    #[test]
    fn an_alert_has_a_title() {
        assert_eq!(
            html("> [!WARNING]\n> ก"),
            "<blockquote class=\"markdown-alert-warning\">\n<p class=\"alert-title\">คำเตือน</p>\n<p>ก</p>\n</blockquote>\n"
        );
    }

    #[test]
    fn a_table_scrolls_and_names_its_columns() {
        assert_eq!(
            html("|ก|ข|\n|-|-:|\n|1|2|"),
            "<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"ตาราง 1\"><table role=\"table none\">\n\
             <thead role=\"rowgroup\"><tr role=\"row\"><th role=\"columnheader\" scope=\"col\">ก</th>\
             <th role=\"columnheader\" scope=\"col\" class=\"align-right\">ข</th></tr></thead><tbody role=\"rowgroup\">\n\
             <tr role=\"row\"><td role=\"cell\" data-label=\"ก\">1</td><td role=\"cell\" data-label=\"ข\" class=\"align-right\">2</td></tr>\n\
             </tbody></table></div>\n"
        );
    }

    #[test]
    fn a_label_is_the_whole_text_of_its_head_and_of_no_other() {
        let html = html("|**ก** `ข` [\"ค\"](/ง)||\n|-|-|\n|1|2|\n\n|จ|\n|-|\n|3|\n");
        let labels: Vec<&str> = html.split("data-label=\"").skip(1).filter_map(|rest| rest.split('>').next()).collect();
        assert_eq!(labels, ["ก ข &quot;ค&quot;\"", "จ\""], "{html}");
    }

    #[test]
    fn a_long_head_is_not_repeated_in_full_by_every_row() {
        let html = html(&format!("|{}|\n|-|\n{}", "ก".repeat(5_000), "|ข|\n".repeat(1_000)));
        assert!(html.len() < 500_000 && html.contains("ก…\">ข<"), "{}", html.len());
        assert!(html.contains(&"ก".repeat(5_000)), "the head itself is whole");
    }

    #[test]
    fn a_task_says_whether_it_is_done() {
        let html = html("- [x] ก\n- [ ] ข");
        assert!(html.contains("<input type=\"checkbox\" disabled checked aria-label=\"เสร็จแล้ว\"> ก"), "{html}");
        assert!(html.contains("<input type=\"checkbox\" disabled aria-label=\"ยังไม่เสร็จ\"> ข"), "{html}");
    }

    #[test]
    fn lists_and_the_rest_are_plain_html() {
        assert_eq!(html("3. ก\n4. ข"), "<ol start=\"3\">\n<li>ก</li>\n<li>ข</li>\n</ol>\n");
        assert_eq!(html("ชื่อ\n: นิยาม"), "<p>ชื่อ\n: นิยาม</p>\n");
        assert_eq!(html("~~ก~~ \"ข\" -- `<`\n\n---"), "<p><del>ก</del> \"ข\" -- <code>&lt;</code></p>\n<hr>\n");
    }

    #[test]
    fn characters_that_readers_choke_on_are_dropped() {
        let html = html("ก\u{0}\u{8}&#0;&#8;\u{fffe}&#xffff; `\u{1}` ![\u{2}ข](/a\u{3} \"\u{4}\")\n\n    \u{5}\n\n```\u{6}\n```\n");
        assert!(!html.contains(|c: char| matches!(c, '\0'..='\u{8}' | '\u{fffd}'..='\u{ffff}')), "{html:?}");
    }
}
