//! Files of the default theme as they are compiled in: without what is there only for those who
//! read and change them, to reduce what visitors download.

/// Elements that the style sheet of the default theme never puts into a line of text.
const BLOCKS: [&str; 36] = [
    "aside",
    "body",
    "caption",
    "details",
    "div",
    "dl",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "head",
    "header",
    "html",
    "li",
    "link",
    "main",
    "meta",
    "nav",
    "ol",
    "p",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "title",
    "tr",
    "ul",
    "!doctype",
    "script",
];

/// A template without indentation, and without white space around statements that are lines and
/// beside the tags of [`BLOCKS`]: none of it is ever significant in the default templates. Line
/// numbers are kept for error messages.
pub(super) fn template(text: &str) -> String {
    let mut made = String::with_capacity(text.len());
    let mut lines = text.split_inclusive('\n').map(|line| line.trim_start_matches(' ')).peekable();
    while let Some(line) = lines.next() {
        let (content, end) = line.strip_suffix('\n').map_or((line, ""), |content| (content, "\n"));
        let is_between_blocks = lines.peek().is_some_and(|next| parts_blocks(content, next));
        let end = if is_between_blocks { "{#\n#}" } else { end };
        let (start, content) = content.strip_prefix("{% ").map_or(("", content), |rest| ("{%- ", rest));
        let (content, close) = content.strip_suffix(" %}").map_or((content, ""), |rest| (rest, " -%}"));
        [start, content, close, end].iter().for_each(|part| made.push_str(part));
    }
    made
}

/// True if a line ends with the tag of a block, or the next one begins with one. Around statements
/// nothing is left that could be left out.
fn parts_blocks(line: &str, next: &str) -> bool {
    if line.ends_with(" %}") || next.starts_with("{% ") {
        return false;
    }
    let last = line.strip_suffix('>').and_then(|line| line.rsplit('<').next());
    [last, next.strip_prefix('<')].into_iter().flatten().any(is_block)
}

/// True for a tag, without its `<`, of a block.
fn is_block(tag: &str) -> bool {
    let tag = tag.strip_prefix('/').unwrap_or(tag);
    let name = tag.split(|c: char| !c.is_ascii_alphanumeric() && c != '!').next();
    name.is_some_and(|name| BLOCKS.contains(&name))
}

/// A style sheet without comments, indentation and blank lines.
pub(super) fn style(text: &str) -> String {
    let lines = without_comments(text);
    let lines = lines.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// In strings, `/*` begins no comment.
fn without_comments(text: &str) -> String {
    let mut made = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, from)) = rest.find(['/', '"', '\'']).and_then(|at| rest.split_at_checked(at)) {
        made.push_str(before);
        let length = match from.strip_prefix("/*") {
            Some(comment) => {
                rest = comment.split_once("*/").map_or("", |(_, after)| after);
                continue;
            }
            None if from.starts_with('/') => 1,
            None => string_length(from),
        };
        let (kept, after) = from.split_at_checked(length).unwrap_or((from, ""));
        made.push_str(kept);
        rest = after;
    }
    made + rest
}

/// Length of the string, with its quotes, that begins `text`.
fn string_length(text: &str) -> usize {
    let quote = text.chars().next();
    let mut is_escaped = false;
    let end = text.char_indices().skip(1).find(|(_, c)| {
        let is_end = !is_escaped && Some(*c) == quote;
        is_escaped = !is_escaped && *c == '\\';
        is_end
    });
    end.map_or(text.len(), |(at, c)| at + c.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_sheet_keeps_its_rules_and_strings() {
        let written =
            "/* 1 */\n\na {\n  b: c;   /* d\n  e */\n  content: \"/* f */\" '\\'/*';\n  --card: ;\n}\n/* g */ h { i: url(j/k.png) }";
        let expected = "a {\nb: c;\ncontent: \"/* f */\" '\\'/*';\n--card: ;\n}\nh { i: url(j/k.png) }\n";
        assert_eq!(style(written), expected);
        for odd in ["/* a", "\"", "'\\", "a /", "/", ""] {
            style(odd);
        }
    }

    #[test]
    fn a_template_keeps_its_lines() {
        let written = "<p>\n  {% if a %}\n    <b>{{ a }}</b> {% if b %}c{% endif %}\n  {% endif %}\n</p>";
        let expected = "<p>\n{%- if a -%}\n<b>{{ a }}</b> {% if b %}c{% endif -%}\n{%- endif -%}\n</p>";
        assert_eq!(template(written), expected);
    }

    #[test]
    fn between_blocks_a_template_has_no_white_space() {
        let written = "<!doctype html>\n<ul class=\"a\">\n  <li>b</li>\n  <li>c</li>\n</ul>\n<b>d</b>\n<i>e</i>\n<dt>f</dt>\n<dd>g\n</dd>\n{{ h }}\n<p>\n{{ i }}\n</p>j\n";
        let expected = "<!doctype html>{#\n#}<ul class=\"a\">{#\n#}<li>b</li>{#\n#}<li>c</li>{#\n#}</ul>{#\n#}<b>d</b>\n<i>e</i>\n<dt>f</dt>\n<dd>g\n</dd>\n{{ h }}{#\n#}<p>{#\n#}{{ i }}{#\n#}</p>j\n";
        assert_eq!(template(written), expected);
    }
}
