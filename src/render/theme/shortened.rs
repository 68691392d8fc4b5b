//! Files of the default theme as they are compiled in: without what is there only for those who
//! read and change them, to reduce what visitors download.

/// A template without indentation, and without white space around lines that are statements: both
/// are never significant in the default templates. Line numbers are kept for error messages.
pub(super) fn template(text: &str) -> String {
    let mut made = String::with_capacity(text.len());
    for line in text.split_inclusive('\n').map(|line| line.trim_start_matches(' ')) {
        let (content, end) = line.strip_suffix('\n').map_or((line, ""), |content| (content, "\n"));
        let (start, content) = content.strip_prefix("{% ").map_or(("", content), |rest| ("{%- ", rest));
        let (content, close) = content.strip_suffix(" %}").map_or((content, ""), |rest| (rest, " -%}"));
        [start, content, close, end].iter().for_each(|part| made.push_str(part));
    }
    made
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
}
