//! Every letter of a body stands on its page once and in order, or a finding names its place; and
//! ordinary prose has no findings.

use std::fs;
use std::path::{Path, PathBuf};

use prongsai::markdown::{Labels, MarkdownLimits, Outline, write_html};
use proptest::prelude::*;

use crate::common::repository;

const NO_LABELS: Labels = Labels {
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

fn html(body: &str) -> String {
    let mut html = String::new();
    write_html(body, &MarkdownLimits::default(), &NO_LABELS, &mut |link| Some(link.destination.clone().into()), &mut html);
    html
}

/// What a reader of `html` reads or hears: the text between its tags, and that of its images;
/// without the numbers of footnotes.
fn read(html: &str) -> String {
    let mut text = String::new();
    let mut pieces = html.split('<');
    text.push_str(pieces.next().unwrap_or_default());
    let mut in_mark = false;
    for piece in pieces {
        let (tag, after) = piece.split_once('>').unwrap();
        in_mark = (in_mark || tag == "sup") && tag != "/sup";
        if let Some((_, alt)) = tag.split_once(" alt=\"") {
            text.push_str(alt.split('"').next().unwrap_or_default());
        }
        if !in_mark {
            text.push_str(after);
        }
    }
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
        .iter()
        .fold(text, |text, (code, c)| text.replace(code, c))
}

/// The letters, digits and Thai signs of `text`.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric() || ('\u{E2F}'..='\u{E4E}').contains(c)).collect()
}

fn is_named(outline: &Outline, body: &str, text: &str) -> bool {
    let place = body.find(text).unwrap_or_else(|| panic!("{text} in {body}"));
    outline.refusals.iter().any(|refusal| refusal.span.start <= place && place + text.len() <= refusal.span.end)
}

/// A part of a page, with what is to come of it.
#[derive(Clone, Debug, Default)]
struct Part {
    source: String,
    shown: String,
    /// What stands at the end of the page.
    noted: String,
    /// What is not shown; each text is in no other part.
    lost: Vec<String>,
}

impl Part {
    fn plain(text: &str) -> Self {
        Part::showing(text, text)
    }

    fn showing(source: &str, shown: &str) -> Self {
        Part { source: source.into(), shown: shown.into(), ..Part::default() }
    }

    /// The same text with other marks around its lines.
    fn marked(self, first: &str, others: &str) -> Self {
        let source = format!("{first}{}", self.source.replace('\n', &format!("\n{others}")));
        Part { source, ..self }
    }

    fn joined(parts: Vec<Part>, between: &str) -> Self {
        let mut all = Part { source: parts.iter().map(|part| &*part.source).collect::<Vec<_>>().join(between), ..Part::default() };
        for part in parts {
            all.shown += &part.shown;
            all.noted += &part.noted;
            all.lost.extend(part.lost);
        }
        all
    }
}

const WORDS: &[&str] = &[
    "เทศบาลตำบลตัวอย่าง",
    "มาตรการส่งเสริมคุณธรรม",
    "ความโปร่งใส",
    "ดำเนินการ",
    "แล้วเสร็จ",
    "ตามแผนปฏิบัติการ",
    "ของหน่วยงาน",
    "ประชาชน",
    "ผู้รับบริการ",
    "ได้รับ",
    "ข้อมูลข่าวสาร",
    "พ.ศ. 2566",
    "ปีงบประมาณ พ.ศ. 2567",
    "ร้อยละ 87.40",
    "จำนวน 1,200 คน",
    "งบประมาณ 50,000.00 บาท",
    "09.00-16.30 น.",
    "มาตรา 9 (1)",
    "(ก)",
    "ข้อ 5.",
    "ฯลฯ",
    "กองคลัง",
    "สำนักปลัดเทศบาล",
    "“นโยบายไม่รับของขวัญ”",
    "No Gift Policy",
    "ITA 2566",
    "O42",
    "และ",
    "หรือ",
    "เพื่อให้",
    "โดย",
    "ที่กำหนด",
    "ต่างๆ",
    "ครั้งที่ 1/2566",
    "โทร. 0 2000 0000",
    "๑๒ มีนาคม ๒๕๖๖",
    "ม.ค.–มี.ค.",
    "5 x 3 = 15",
    "50%",
    "ก/ข",
    "A & B",
    "5 < 10",
    "ชื่อ_สกุล (ตัวบรรจง)",
    "ลงชื่อ ______",
    "#1",
    "+5",
    "[1]",
    "ราคา*",
    "@prongsai",
];

/// A few words, as Thai has them: now with a space between and now without.
fn prose() -> impl Strategy<Value = String> {
    prop::collection::vec((prop::sample::select(WORDS), prop::bool::ANY), 1..12).prop_map(|words| {
        let mut text = "ความ".to_owned();
        for (word, has_space) in words {
            // Digits that touch others would make another number of both.
            let needs_space = has_space || !word.starts_with(|c: char| c.is_alphabetic()) || !text.ends_with(|c: char| c.is_alphabetic());
            text.push_str(if needs_space { " " } else { "" });
            text.push_str(word);
        }
        text
    })
}

/// What can stand within a line.
fn inline() -> impl Strategy<Value = Part> {
    let word = || prop::sample::select(&["ก่อน", "พ.ศ.", "ข้อความ", "(ก)", "“คำ”", "2566", "๒๕๖๗", "ABC"][..]);
    prop_oneof![
        6 => prose().prop_map(|text| Part::plain(&text)),
        1 => word().prop_map(|word| Part::showing(&format!("**{word}**"), word)),
        1 => word().prop_map(|word| Part::showing(&format!("*{word}*"), word)),
        1 => word().prop_map(|word| Part::showing(&format!("~~{word}~~"), word)),
        1 => word().prop_map(|word| Part::showing(&format!("`{word}`"), word)),
        1 => word().prop_map(|word| Part::showing(&format!("[{word}](แผน/a.md \"ชื่อ\")"), word)),
        1 => word().prop_map(|word| Part::showing(&format!("![{word}](<รูป ที่ 1.png>)"), word)),
        1 => word().prop_map(|word| Part::showing(&format!("{word}<!-- ซ่อน -->"), word)),
        1 => prop::sample::select(&[
            "5*3=15 และ 2*2=4", "https://www.example.go.th/ita/o42", "contact@example.go.th", "www.example.go.th", "09.00~12.00 หรือ 13.00~16.00", "081****567",
            "3*กว้าง+5*ยาว", "\\*ก\\*", "a_b_c", "C:\\งาน\\แผน", "[หมายเหตุ] ก", "ก [x] (y)", "3 < 5 > 2",
        ][..]).prop_map(Part::plain),
        1 => prop::sample::select(&[("<https://a.go.th/x>", "https://a.go.th/x"), ("ก&nbsp;ข", "กข"), ("&copy;", "©"), ("&#3585;", "ก")][..])
            .prop_map(|(source, shown)| Part::showing(source, shown)),
    ]
}

fn line() -> impl Strategy<Value = Part> {
    let first = prose().prop_map(|text| Part::plain(&text));
    (first, prop::collection::vec(inline(), 0..5), prop::sample::select(&["", " "][..])).prop_map(|(first, rest, between)| {
        let mut parts = vec![first];
        parts.extend(rest);
        // What Thai writes together a letter may change: an address ends with a space.
        Part::joined(parts, if between.is_empty() { " " } else { between })
    })
}

fn cell() -> impl Strategy<Value = Part> {
    let lines = (line(), line()).prop_map(|(a, b)| Part::joined(vec![a, b], "<br>"));
    prop_oneof![4 => line(), 1 => lines, 1 => Just(Part::default())]
}

fn row(cells: Vec<Part>) -> Part {
    Part::joined(cells, " | ").marked("| ", "").with_end(" |")
}

impl Part {
    fn with_end(self, end: &str) -> Self {
        Part { source: self.source + end, ..self }
    }
}

/// A table of which some rows are wider than its head.
fn table() -> impl Strategy<Value = Part> {
    (
        1..5_usize,
        prop::collection::vec((prop::collection::vec(cell(), 5), 1..6_usize), 1..4),
        prop::collection::vec(cell(), 5),
        any::<u32>(),
    )
        .prop_map(|(width, rows, head, tag)| {
            let head = row(head.into_iter().take(width).collect());
            let dashes = Part::showing(&format!("|{}", "---|".repeat(width)), "");
            let rows = rows.into_iter().enumerate().map(|(at, (cells, count))| {
                let inside = cells.into_iter().take(count.min(width));
                let beyond = (width..count).map(|column| {
                    let text = format!("เกิน{tag}x{at}x{column}");
                    Part { source: text.clone(), lost: vec![text], ..Part::default() }
                });
                row(inside.chain(beyond).collect())
            });
            Part::joined([head, dashes].into_iter().chain(rows).collect(), "\n")
        })
}

/// Something between two empty lines.
fn block() -> impl Strategy<Value = Part> {
    let lines = || prop::collection::vec(line(), 1..4);
    let paragraph = || lines().prop_map(|lines| Part::joined(lines, "\n"));
    let points = |marker: &'static str, indent: &'static str| {
        lines().prop_map(move |lines| Part::joined(lines.into_iter().map(|line| line.marked(marker, indent)).collect(), "\n"))
    };
    prop_oneof![
        4 => paragraph(),
        1 => (line(), 1..5_usize).prop_map(|(line, level)| line.marked(&format!("{} ", "#".repeat(level)), "")),
        1 => points("- ", "  "),
        1 => points("1. ", "   "),
        1 => (points("- ", "  "), points("1. ", "   ")).prop_map(|(outer, inner)| Part::joined(vec![outer, inner.marked("  ", "  ")], "\n")),
        2 => table(),
        1 => paragraph().prop_map(|part| part.marked("> ", "> ")),
        1 => paragraph().prop_map(|part| part.marked("> [!NOTE]\n> ", "> ")),
        1 => prose().prop_map(|text| Part::showing(&format!("```text\n{text}\n\n{text}\n```"), &format!("{text}{text}"))),
        1 => prose().prop_map(|text| Part::showing(&format!("คั่น\n\n\t{text}"), &format!("คั่น{text}"))),
        1 => Just(Part::showing("<!-- ซ่อน\n\nซ่อน -->", "")),
        1 => Just(Part::showing("---", "")),
        1 => (prose(), any::<u32>()).prop_map(|(text, name)| Part::showing(&format!("[{text}][r{name}]\n\n[r{name}]: /แผน 'ชื่อ'"), &text)),
        1 => any::<u32>().prop_map(|name| {
            let text = format!("[ร{name}]: ดูข้อ3");
            Part { source: text.clone(), lost: vec![text], ..Part::default() }
        }),
        1 => (line(), line(), any::<u32>()).prop_map(|(text, note, name)| Part {
            source: format!("{}[^{name}]\n\n[^{name}]: {}", text.source, note.source),
            shown: text.shown,
            noted: note.shown,
            lost: Vec::new(),
        }),
    ]
}

fn page() -> impl Strategy<Value = Part> {
    prop::collection::vec(block(), 0..8).prop_map(|blocks| Part::joined(blocks, "\n\n"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn every_letter_of_a_page_is_shown_once_and_in_order_or_named(page in page()) {
        let Part { source, shown, noted, lost } = &page;
        prop_assert_eq!(letters(&read(&html(source))), letters(&(shown.clone() + noted)), "{}", source);
        let outline = outline(source);
        for text in lost {
            prop_assert!(is_named(&outline, source, text), "{} is not named in {}", text, source);
        }
    }

    /// Marks in any order, between words of which each is in the page once.
    #[test]
    fn no_word_between_any_marks_vanishes(pieces in prop::collection::vec(prop::sample::select(MARKS), 0..40)) {
        let mut body = String::new();
        for (at, mark) in pieces.iter().enumerate() {
            body.push_str(mark);
            body.push_str(&word(at));
        }
        let outline = outline(&body);
        let html = html(&body);
        for at in 0..pieces.len() {
            let word = word(at);
            prop_assert!(html.contains(&word) || is_named(&outline, &body, &word) || is_hidden(&body, &word), "{word} of {body:?} is not in {html}");
        }
    }
}

fn outline(body: &str) -> Outline {
    prongsai::markdown::outline(body, &MarkdownLimits::default())
}

fn word(at: usize) -> String {
    format!("q{at}z")
}

/// Whether it is in a comment, which is meant.
fn is_hidden(body: &str, word: &str) -> bool {
    let Some((before, after)) = body.split_once(word) else { return false };
    before.rfind("<!--").is_some_and(|start| !before[start..].contains("-->")) && after.contains("-->")
}

const MARKS: &[&str] = &[
    "*",
    "**",
    "_",
    "~",
    "~~",
    "`",
    "```",
    "\n",
    "\n\n",
    " ",
    "  \n",
    "    ",
    "\n\n    ",
    "\t",
    "\\",
    "[",
    "]",
    "](",
    "(",
    ")",
    "](/a)",
    "](/a \"",
    "\")",
    "](javascript:x)",
    "![",
    "<",
    ">",
    "</",
    "<b>",
    "<!--",
    "-->",
    "> ",
    "\n> ",
    "- ",
    "\n- ",
    "1. ",
    "\n1. ",
    "\n2566. ",
    "- [x] ",
    "# ",
    "\n## ",
    " {#x}",
    " {",
    "}",
    "|",
    " | ",
    "\n|-|-|\n",
    "|\n",
    "\n---\n",
    "\n===\n",
    ": ",
    "\n: ",
    "[^1]",
    "\n[^1]: ",
    "\n\n[^2]: ",
    "\n[r]: /b \"t\"\n",
    "\n[",
    "]: ",
    "[r]",
    "\n> [!NOTE]\n> ",
    "&amp;",
    "&#0;",
    "\r\n",
    "\"",
    "'",
    ".",
    "“",
    "<https://a.th/",
    "https://a.th/",
    "@",
    "\n```\n",
    "\n~~~",
    "<br>",
    "\n<div>\n",
];

/// Every page of the example and of the documents that the checks are measured with.
#[test]
fn every_letter_of_the_example_and_the_seeds_is_shown() {
    let pages = markdown_below(&[repository().join("content"), repository().join("tests/sites")]);
    assert!(pages.len() > 50, "{}", pages.len());
    for page in pages {
        let text = fs::read_to_string(&page).unwrap();
        let Some((_, body)) = text.strip_prefix("---\n").and_then(|text| text.split_once("\n---\n")) else { continue };
        assert_eq!(letters(&read(&html(body))), letters(&without_marks(body)), "{}", page.display());
    }
}

fn markdown_below(folders: &[PathBuf]) -> Vec<PathBuf> {
    let entries = |folder: &Path| fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect::<Vec<_>>();
    let mut pages = Vec::new();
    let mut waiting = folders.to_vec();
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            waiting.extend(entries(&path));
        } else if path.extension().is_some_and(|extension| extension == "md") {
            pages.push(path);
        }
    }
    pages
}

/// `body` without destinations, ids, numbers of points and names of languages, as far as the pages
/// of this repository have them.
fn without_marks(body: &str) -> String {
    let mut text = String::new();
    for line in body.lines() {
        let line = line.trim_start();
        let point = line.trim_start_matches(|c: char| c.is_ascii_digit());
        let is_point = point.len() < line.len() && point.starts_with([')', '.']) && point[1..].starts_with(' ');
        let line = if is_point { point } else { line };
        let line = if line.starts_with('#') { line.split(" {#").next().unwrap_or_default() } else { line };
        let mut rest = if line.starts_with("```") { "" } else { line };
        while let Some((before, after)) = rest.split_once("](") {
            text.push_str(before);
            rest = after.split_once(')').map_or("", |(_, after)| after);
        }
        text.push_str(rest);
    }
    text
}

/// Prose in the forms that officers use, as the property above has it, but with nothing in it that
/// is a mistake.
#[test]
fn a_thousand_pages_of_ordinary_prose_have_no_findings() {
    let mut pages = Pages(1);
    for _ in 0..1000 {
        let page = pages.page();
        let found = outline(&page).refusals;
        let named: Vec<_> = found.iter().map(|refusal| (&refusal.kind, page.get(refusal.span.clone()))).collect();
        assert!(named.is_empty(), "{named:?}");
    }
}

/// The same pages in each run, each of them different.
struct Pages(u64);

impl Pages {
    fn number(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (self.0 >> 33) as usize % below
    }

    fn prose(&mut self) -> String {
        let mut text = "ความ".to_owned();
        for _ in 0..3 + self.number(25) {
            let word = WORDS[self.number(WORDS.len())];
            text.push_str(if self.number(3) == 0 && word.starts_with(char::is_alphabetic) { "" } else { " " });
            text.push_str(word);
            if self.number(12) == 0 {
                text.push('\n');
                text.push_str(["", "  ", "   "][self.number(3)]);
                text.push_str("ทั้งนี้");
            }
            match self.number(40) {
                0 => text.push_str(" **ข้อความสำคัญ**"),
                1 => text.push_str("**พ.ร.บ.**และ"),
                2 => text.push_str(" [แผนปฏิบัติการ](o43.md)"),
                3 => text.push_str(" https://www.example.go.th/ita/o42 และ"),
                4 => text.push_str(" contact@example.go.th "),
                5 => text.push_str(" *เอียง* "),
                6 => text.push_str("[^1]"),
                _ => {}
            }
        }
        text
    }

    fn points(&mut self, indent: &str) -> String {
        let count = 1 + self.number(12);
        let is_numbered = self.number(2) == 0;
        let point = |pages: &mut Self, at: usize| {
            let marker = if is_numbered { format!("{}. ", at + 1) } else { "- ".to_owned() };
            let depth = format!("{indent}{}", " ".repeat(marker.len()));
            let text = pages.prose().replace('\n', " ");
            let below = if indent.len() < 5 && pages.number(6) == 0 { format!("\n{}", pages.points(&depth)) } else { String::new() };
            format!("{indent}{marker}{text}{below}")
        };
        (0..count).map(|at| point(self, at)).collect::<Vec<_>>().join("\n")
    }

    fn block(&mut self) -> String {
        match self.number(10) {
            0 => format!("## {}", self.prose().replace('\n', " ")),
            1 => self.points(""),
            2 => {
                let width = 1 + self.number(6);
                let row = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
                let mut rows =
                    vec![row((0..width).map(|_| self.prose().replace('\n', "<br>")).collect()), format!("|{}", " --- |".repeat(width))];
                for _ in 0..self.number(8) {
                    rows.push(row((0..width)
                        .map(|_| if self.number(5) == 0 { String::new() } else { self.prose().replace('\n', "<br>") })
                        .collect()));
                }
                rows.join("\n")
            }
            3 => format!("> {}", self.prose().replace('\n', "\n> ")),
            4 => ["---", "***", "<!-- ตรวจแล้ว -->", "```text\nข้อความ\n```"][self.number(4)].to_owned(),
            _ => self.prose(),
        }
    }

    fn page(&mut self) -> String {
        let blocks: Vec<String> = (0..1 + self.number(12)).map(|_| self.block()).collect();
        // A list above another would be one with it.
        let page = blocks.join("\n\nย่อหน้าคั่น\n\n");
        if page.contains("[^1]") { page + "\n\n[^1]: เชิงอรรถ" } else { page }
    }
}
