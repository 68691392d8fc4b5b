//! Edits of YAML scalars and lists that keep the surrounding text.

use std::ops::Range;

use super::edit::Edit;
use crate::yaml::{MapKey, Node, NodeValue};

/// Formats `new` to replace the scalar `typed` with value `old`: in the same quotes, or in double
/// quotes if needed. `None` for a multi-line scalar.
pub(super) fn retyped(typed: &str, old: &str, new: &str) -> Option<String> {
    match typed.chars().next()? {
        '"' => Some(double_quoted(new)),
        '\'' => Some(format!("'{}'", new.replace('\'', "''"))),
        _ if typed.trim() != old => None,
        _ if is_plain(new) => Some(new.to_owned()),
        _ => Some(double_quoted(new)),
    }
}

fn double_quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// True if a text is valid as a plain scalar, also in a flow sequence.
fn is_plain(text: &str) -> bool {
    const FIRST: &[char] = &['-', '?', ':', '#', '&', '*', '!', '|', '>', '\'', '"', '%', '@', '`', '='];
    let is_relative = text.starts_with('.') || text.starts_with('/');
    let is_text = is_relative || text.contains(|c: char| c.is_alphabetic());
    is_text
        && text.trim() == text
        && !text.starts_with(FIRST)
        && !text.contains([',', '[', ']', '{', '}'])
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.ends_with(':')
}

/// Line end of a text: `\r\n` if its first line ends with it, else `\n`.
pub(super) fn line_end(text: &str) -> &'static str {
    match text.split_once('\n') {
        Some((first, _)) if first.ends_with('\r') => "\r\n",
        _ => "\n",
    }
}

/// Edits that add entries to the list `key` in front matter and drop others; `tree` is the parsed
/// front matter in `range` of the text.
pub(crate) fn list_edits(text: &str, tree: &Node, range: &Range<usize>, key: &str, add: &[String], drop: &[Range<usize>]) -> Vec<Edit> {
    let list = add.join(", ");
    match tree.entries().unwrap_or_default().iter().find(|(known, _)| known.name == key) {
        None if add.is_empty() => Vec::new(),
        None => vec![new_key(text, tree, range, &format!("{key}: [{list}]"))],
        Some((known, node)) => match &node.value {
            NodeValue::Seq(items) => in_list(text, node, items, add, drop),
            NodeValue::Null => vec![Edit::new(after_colon(text, known, node), format!(" [{list}]"))],
            // A scalar counts as a list of one entry.
            NodeValue::Scalar(_) => {
                let typed = text.get(node.span.clone()).unwrap_or_default();
                let kept = if drop.contains(&node.span) { Vec::new() } else { vec![typed.to_owned()] };
                vec![Edit::new(node.span.clone(), format!("[{}]", [kept, add.to_vec()].concat().join(", ")))]
            }
            NodeValue::Map(_) => Vec::new(),
        },
    }
}

/// Range to replace after the colon of a key without value; includes an explicit null.
fn after_colon(text: &str, key: &MapKey, node: &Node) -> Range<usize> {
    let after = text.get(key.span.end..).unwrap_or_default();
    let colon = key.span.end + after.find(':').map_or(0, |at| at + 1);
    // `~` and `null` are replaced.
    if node.span.is_empty() || node.span.start < colon { colon..colon } else { colon..node.span.end }
}

/// Inserts a key: a line at the end of front matter, or the first entry of a flow mapping.
fn new_key(text: &str, tree: &Node, range: &Range<usize>, line: &str) -> Edit {
    let first = tree.entries().and_then(|entries| entries.first()).map(|(key, _)| key.span.start);
    let before = first.and_then(|first| text.get(range.start..first)).unwrap_or_default();
    match before.rfind('{').filter(|at| before.get(*at..).is_some_and(|rest| !rest.contains('#'))) {
        Some(at) => Edit::new(range.start + at + 1..range.start + at + 1, format!("{line}, ")),
        None => {
            let indent = before.rsplit('\n').next().filter(|indent| indent.chars().all(|c| c == ' ')).unwrap_or_default();
            Edit::new(range.end..range.end, format!("{indent}{line}{}", line_end(text)))
        }
    }
}

fn in_list(text: &str, node: &Node, items: &[Node], add: &[String], drop: &[Range<usize>]) -> Vec<Edit> {
    // The first new entries replace dropped ones.
    let mut add = add.iter();
    let mut edits = Vec::new();
    let mut left = items.len();
    for item in items.iter().filter(|item| drop.contains(&item.span)) {
        match add.next() {
            Some(new) => edits.push(Edit::new(item.span.clone(), new)),
            None => {
                left -= 1;
                edits.push(Edit::new(entry(text, item), ""));
            }
        }
    }
    let more: Vec<&str> = add.map(String::as_str).collect();
    let is_block = items.first().is_some_and(|first| dash(text, first).is_some());
    match items.last() {
        _ if more.is_empty() => {}
        Some(last) if is_block => {
            let dash = dash(text, last).unwrap_or(last.span.start);
            let start = text.get(..dash).unwrap_or_default().rfind('\n').map_or(0, |at| at + 1);
            let lead = text.get(start..dash).unwrap_or_default();
            let indent: String = lead.chars().map(|c| if c == ' ' { c } else { ' ' }).collect();
            let after = text.get(last.extent().end..).unwrap_or_default();
            let at = last.extent().end + after.find('\n').map_or(after.len(), |at| at + 1);
            let lines: Vec<String> = more.iter().map(|entry| format!("{indent}- {entry}{}", line_end(text))).collect();
            edits.push(Edit::new(at..at, lines.concat()));
        }
        Some(last) if left > 0 => edits.push(Edit::new(last.extent().end..last.extent().end, format!(", {}", more.join(", ")))),
        _ => {
            let inside = node.span.start + 1;
            edits.push(Edit::new(inside..inside, more.join(", ")));
        }
    }
    edits
}

/// Offset of the dash before an entry of a block sequence.
fn dash(text: &str, item: &Node) -> Option<usize> {
    let before = text.get(..item.span.start)?.trim_end_matches([' ', '\t']);
    before.ends_with('-').then(|| before.len() - 1)
}

/// Range of an entry with its line, or with its comma.
fn entry(text: &str, item: &Node) -> Range<usize> {
    let (before, after) = (text.get(..item.span.start).unwrap_or_default(), text.get(item.span.end..).unwrap_or_default());
    if let Some(dash) = dash(text, item) {
        let start = text.get(..dash).unwrap_or_default().rfind('\n').map_or(0, |at| at + 1);
        return start..item.span.end + after.find('\n').map_or(after.len(), |at| at + 1);
    }
    let next = after.trim_start();
    match (next.strip_prefix(','), before.trim_end().strip_suffix(',')) {
        (Some(rest), _) => item.span.start..text.len() - rest.trim_start_matches([' ', '\t']).len(),
        (None, Some(rest)) => rest.len()..item.span.end,
        (None, None) => item.span.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::edit::edited;
    use super::*;
    use crate::base::RelPath;
    use crate::yaml::{YamlLimits, parse};

    fn list(text: &str, add: &[&str], gone: &[&str]) -> String {
        let tree = parse(&RelPath::new("content/x.md").unwrap(), text, 0..text.len(), YamlLimits { bytes: 10_000, depth: 9 }).unwrap();
        let aliases = tree.entries().unwrap().iter().find(|(key, _)| key.name == "aliases").map(|(_, node)| node);
        let items: Vec<&Node> = match aliases.map(|node| &node.value) {
            Some(NodeValue::Seq(items)) => items.iter().collect(),
            _ => aliases.into_iter().collect(),
        };
        let drop: Vec<Range<usize>> =
            items.iter().filter(|item| item.text().is_some_and(|text| gone.contains(&text))).map(|item| item.span.clone()).collect();
        let add: Vec<String> = add.iter().map(|entry| (*entry).to_owned()).collect();
        edited(text, &list_edits(text, &tree, &(0..text.len()), "aliases", &add, &drop))
    }

    #[test]
    fn a_list_grows_in_the_style_of_its_author() {
        for (before, after) in [
            ("title: ก\n", "title: ก\naliases: [/a/]\n"),
            ("title: ก # ข\r\n", "title: ก # ข\r\naliases: [/a/]\r\n"),
            ("  title: ก\n  unit: ข\n", "  title: ก\n  unit: ข\n  aliases: [/a/]\n"),
            ("{title: ก}\n", "{aliases: [/a/], title: ก}\n"),
            ("", "aliases: [/a/]\n"),
            ("# ก\n", "# ก\naliases: [/a/]\n"),
            ("text: |\n  ก\n\n", "text: |\n  ก\n\naliases: [/a/]\n"),
            ("aliases:\n  - /b/ # เดิม\ntitle: ก\n", "aliases:\n  - /b/ # เดิม\n  - /a/\ntitle: ก\n"),
            ("aliases:\n- /b/\n- '/c/'\n", "aliases:\n- /b/\n- '/c/'\n- /a/\n"),
            ("aliases: [/b/] # เดิม\n", "aliases: [/b/, /a/] # เดิม\n"),
            ("aliases: [\n  /b/,\n]\n", "aliases: [\n  /b/, /a/,\n]\n"),
            ("aliases: [ ]\n", "aliases: [/a/ ]\n"),
            ("aliases:\ntitle: ก\n", "aliases: [/a/]\ntitle: ก\n"),
            ("aliases: ~ # ไม่มี\n", "aliases: [/a/] # ไม่มี\n"),
            ("aliases: /b/\n", "aliases: [/b/, /a/]\n"),
            ("aliases: \"/b/\"\n", "aliases: [\"/b/\", /a/]\n"),
        ] {
            assert_eq!(list(before, &["/a/"], &[]), after, "{before}");
        }
    }

    #[test]
    fn an_entry_goes_and_another_takes_its_place() {
        for (before, add, after) in [
            ("aliases: [/b/, /x/, /c/]\n", &["/a/"][..], "aliases: [/b/, /a/, /c/]\n"),
            ("aliases: [/b/, /x/, /c/]\n", &[], "aliases: [/b/, /c/]\n"),
            ("aliases: [/b/, /x/]\n", &[], "aliases: [/b/]\n"),
            ("aliases: [/x/]\n", &[], "aliases: []\n"),
            ("aliases:\n  - /x/ # เดิม\n  - /b/\n", &[], "aliases:\n  - /b/\n"),
            ("aliases:\n  - /x/ # เดิม\n  - /b/\n", &["/a/", "/c/"], "aliases:\n  - /a/ # เดิม\n  - /b/\n  - /c/\n"),
            ("aliases: /x/\n", &["/a/"], "aliases: [/a/]\n"),
        ] {
            assert_eq!(list(before, add, &["/x/"]), after, "{before}");
        }
    }

    #[test]
    fn a_value_keeps_its_quotes() {
        let typed = |typed, new| retyped(typed, "a.pdf", new);
        assert_eq!(typed("a.pdf", "ข ค.pdf").as_deref(), Some("ข ค.pdf"));
        assert_eq!(typed("a.pdf", "ข, ค #1.pdf").as_deref(), Some("\"ข, ค #1.pdf\""));
        assert_eq!(typed("\"a.pdf\"", "b.pdf").as_deref(), Some("\"b.pdf\""));
        assert_eq!(typed("'a.pdf'", "b's.pdf").as_deref(), Some("'b''s.pdf'"));
        assert_eq!(typed("a\n  .pdf", "b.pdf"), None);
    }
}
