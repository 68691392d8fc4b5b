//! Hostile input. The tests assert behaviour; running times are measured by hand.

use proptest::prelude::*;

use super::testing::{html, outline};
use super::{MarkdownLimits, Outline, UnshownKind};

/// Bodies whose cost grows with `n`.
fn pathological(n: usize) -> Vec<(&'static str, String)> {
    let lines = |line: fn(usize) -> String| (0..n).map(line).collect::<String>();
    vec![
        ("brackets", "[".repeat(n)),
        ("bracket pairs", "[]".repeat(n)),
        ("images", "![".repeat(n)),
        ("nested images", "![ก".repeat(n) + &"](a)".repeat(n)),
        ("links", "[ก](/a)".repeat(n)),
        ("stars beside Thai", "ก*".repeat(n)),
        ("double stars beside Thai", "**ก.".repeat(n)),
        ("stars before brackets", "ก**(".repeat(n)),
        ("a long run of stars", "*".repeat(n) + "ก." + &"*".repeat(n) + "ข"),
        ("runs of four", "**ก****".repeat(n)),
        ("fences", "**ก.~~".repeat(n)),
        ("open stars in links", "**ก.[*ข.](/a)".repeat(n)),
        ("runs of growing length", (1..n.isqrt() * 2).map(|length| "*".repeat(length) + "ก.").collect()),
        ("underscores", "ก__".repeat(n)),
        ("spaced stars", "** ก".repeat(n)),
        ("quotes", "> ".repeat(n) + "ก"),
        ("back-tick runs", (1..n.isqrt() * 2).map(|length| "`".repeat(length) + "ก").collect()),
        ("nested lists", (0..n.min(2_000)).map(|depth| "  ".repeat(depth) + "- ก\n").collect()),
        ("open comments", "<!-- ".repeat(n)),
        ("tags", "<b>".repeat(n)),
        ("soft breaks", "ก\n".repeat(n)),
        ("empty emphasis lines", "**\n".repeat(n)),
        ("wide table", "|ก".repeat(n) + "|\n" + &"|-".repeat(n) + "|\n" + &"|ก|\n".repeat(20)),
        ("long table", "|ก|ข|\n|-|-|\n".to_owned() + &"|**พ.ศ.**ก|ข|\n".repeat(n)),
        ("footnotes", lines(|i| format!("ก[^{i}]\n\n[^{i}]: ข\n\n"))),
        ("marks of one footnote", "[^1]".repeat(n) + "\n\n[^1]: ก"),
        ("nested footnotes", lines(|i| format!("[^{i}]: ก[^{}]\n\n", i + 1)) + "[^0]"),
        ("equal headings", "# หัวข้อ\n".repeat(n)),
        ("numbered headings", lines(|i| format!("# ก-{i} {{#ก-{i}}}\n# ก\n"))),
        ("link references", "[a]: /b\n".repeat(n) + &"[a]".repeat(n)),
        ("backslashes", "\\".repeat(n) + "*ก*"),
        ("zero-width characters", "\u{200b}*".repeat(n) + "ก"),
        ("cells beyond a table", "|ก|\n|-|\n".to_owned() + &"|ข|ค\n".repeat(n)),
        ("a row beyond a table", "|ก|\n|-|\n".to_owned() + &"|ข".repeat(n)),
        ("unused definitions", lines(|i| format!("[{i}]: ก\n"))),
        ("equal definitions", "[ก]: ข\n".repeat(n)),
        ("Windows paths", "C:\\_ก".repeat(n)),
        ("a long Windows path", "C:".to_owned() + &"\\_ก".repeat(n)),
        ("points at growing depth", (0..n.min(900)).map(|depth| " ".repeat(depth) + "- ก\n").collect()),
        ("points in one line", "- ".repeat(n) + "ก\n" + &"     - ก\n".repeat(n)),
        ("lazy points", "- ก\n".to_owned() + &"        - ก\n".repeat(n)),
        ("numbers of a list", "1. ก\n".repeat(n) + "2. ข"),
        ("indented text", "    ก\n\nข\n\n".repeat(n)),
        ("indented text in quotes", "> ".repeat(n) + "    ก"),
        ("lines under a text", "ก\n-\n".repeat(n)),
        ("a text above a line", "ก\n".repeat(n) + "-"),
        ("addresses", "https://a.th ".repeat(n)),
        ("addresses without a host", "https://(www.(".repeat(n)),
        ("names without a host", "www.".repeat(n)),
        ("mail", "a@b.th@".repeat(n)),
        ("brackets in an address", "https://a.th/".to_owned() + &"(".repeat(n) + &")".repeat(n)),
        ("stars that multiply", "5*6*".repeat(n) + &"3*ก".repeat(n)),
        ("open comments in a line", "ก <!-- ".repeat(n)),
        ("percent signs", "[ก](".to_owned() + &"%".repeat(n) + ")"),
    ]
}

#[test]
fn pathological_bodies_are_read_like_others() {
    for (name, body) in pathological(3_000) {
        let outline = outline(&body);
        check(&body, &outline, &html(&body), name);
        let limit = MarkdownLimits::default().max_nesting;
        let nested = |refusal: &super::UnshownMarkup| refusal.kind == UnshownKind::Nesting { limit };
        let is_deep = ["quotes", "nested lists", "a long run of stars"].contains(&name);
        assert!(!is_deep || outline.refusals.iter().any(nested), "{name}");
    }
}

#[test]
fn deep_nesting_ends_at_the_limit() {
    let shown = html(&("> ".repeat(50_000) + "ก"));
    assert_eq!(shown.matches("<blockquote>").count(), 256);
    assert_eq!(shown.matches("</blockquote>").count(), 256);
    assert_eq!(shown.matches("&gt;").count(), 50_000 - 256);
}

#[test]
fn a_table_row_is_never_wider_than_its_head() {
    let body = "|ก|\n|-|\n".to_owned() + &"|ข".repeat(1_000);
    assert_eq!(html(&body).matches("<td ").count(), 1);
}

/// Invariants of the outline and HTML of every body.
fn check(body: &str, outline: &Outline, html: &str, name: &str) {
    let spans = outline.headings.iter().map(|heading| &heading.span);
    let spans = spans.chain(outline.links.iter().map(|link| &link.span));
    for span in spans.chain(outline.refusals.iter().map(|refusal| &refusal.span)) {
        assert!(body.get(span.clone()).is_some(), "{name}: {span:?} in {body:?}");
    }
    let anchors: Vec<&str> = outline.anchors().collect();
    for anchor in &anchors {
        let attribute = format!(" id=\"{anchor}\"");
        if anchors.len() < 100 {
            assert_eq!(html.matches(&attribute).count(), 1, "{name}: {anchor} in {html}");
        }
    }
    assert_eq!(html.matches(" id=\"").count(), anchors.len(), "{name}");
    assert!(!html.contains(|c: char| c < ' ' && !"\t\r\n".contains(c)), "{name}");
    if let Err(tag) = nest(html) {
        panic!("{name}: {tag} in {html}");
    }
}

/// Tags that this module writes. Any other tag would be injected by a body.
const WRITTEN: &str =
    " a blockquote br code dd del div dl dt em h2 h3 h4 h5 h6 hr img input li ol p pre section strong sup table tbody td th thead tr ul ";
const VOID: &str = " br hr img input ";

/// Checks that all tags of `html` are known and properly nested.
fn nest(html: &str) -> Result<(), String> {
    let mut open = Vec::new();
    for tag in html.split('<').skip(1) {
        let (tag, _) = tag.split_once('>').ok_or("an open tag")?;
        let name = tag.split(' ').next().unwrap_or_default();
        match name.strip_prefix('/') {
            Some(end) if open.pop() == Some(end) => {}
            None if VOID.contains(&format!(" {name} ")) => {}
            None if WRITTEN.contains(&format!(" {name} ")) => open.push(name),
            _ => return Err(tag.to_owned()),
        }
    }
    if open.is_empty() { Ok(()) } else { Err(format!("{open:?} open")) }
}

/// Bodies composed of Markdown syntax and words.
fn bodies(words: &'static [&'static str]) -> impl Strategy<Value = String> {
    const MARKS: &[&str] = &[
        "*",
        "**",
        "***",
        "****",
        "_",
        "__",
        "~~",
        "`",
        "```",
        "\n",
        "\n\n",
        " ",
        "  \n",
        "    ",
        "\t",
        "\\",
        "[",
        "]",
        "](",
        "(",
        ")",
        "](/a)",
        "](javascript:x)",
        "![",
        "<",
        ">",
        "</",
        "<b>",
        "<script>",
        "<!--",
        "-->",
        "> ",
        "- ",
        "1. ",
        "- [x] ",
        "# ",
        "## ",
        "{#x}",
        "{.y}",
        "|",
        "\n|-|-|\n",
        "---",
        "===",
        ": ",
        "[^1]",
        "\n[^1]: ",
        "[^2]",
        "\n\n[^2]: ",
        "\n[r]: /b \"t\"\n",
        "[r]",
        "> [!NOTE]\n",
        "&amp;",
        "&#0;",
        "&acE;",
        "\u{0}",
        "\u{200b}",
        "\r\n",
        "\"",
        "'",
        ".",
        "“",
        "”",
        "<https://a.th>",
    ];
    let piece = prop_oneof![3 => prop::sample::select(MARKS), 2 => prop::sample::select(words)];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

const THAI: &[&str] = &["ก", "พ.ศ.", "ข้อความ", "๒๕๖๙", "ฯ", "ที่", "(๑)", "฿", "a", "1"];
const LATIN: &[&str] = &["a", "b.", "word", "(c)", "$", "é", "世界"];

/// True if an asterisk may be a multiplication sign, in any language. The digit may belong to a
/// marker: `*1. `.
fn has_star_beside_digit(body: &str) -> bool {
    body.as_bytes().windows(2).any(|pair| matches!(pair, [b'*', b'0'..=b'9'] | [b'0'..=b'9', b'*']))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn no_body_panics_or_escapes(body in bodies(THAI)) {
        let outline = outline(&body);
        prop_assert!(outline.refusals.iter().all(|refusal| refusal.kind != UnshownKind::ParserPanic), "{body:?}");
        check(&body, &outline, &html(&body), "a body");
    }

    #[test]
    fn no_body_is_nested_deeper_than_the_limit(body in bodies(THAI)) {
        let limits = MarkdownLimits { max_nesting: 2, ..MarkdownLimits::default() };
        let html = super::testing::html_within(&body, &limits);
        check(&body, &super::outline(&body, &limits), &html, "a shallow body");
    }

    #[test]
    fn text_without_thai_is_paired_as_commonmark_pairs_it(body in bodies(LATIN)) {
        prop_assume!(!has_star_beside_digit(&body));
        let events = super::reading::read(&body).unwrap().events;
        prop_assert_eq!(super::emphasis::pair_beside_thai(&body, events.clone()), events);
    }

    #[test]
    fn any_text_at_all_is_read(body in "\\PC*") {
        check(&body, &outline(&body), &html(&body), "any text");
    }
}
