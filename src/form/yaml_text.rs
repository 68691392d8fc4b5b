//! Values as YAML, in the style of what is around them.

use serde_json::Value;

use super::places::YamlStyle;
use crate::yaml::write_json;

/// A scalar on one line; in the quotes of `typed`, the text that it replaces.
pub(super) fn scalar(value: &Value, typed: &str, style: YamlStyle) -> String {
    let Value::String(text) = value else { return value.to_string() };
    match typed.chars().next() {
        Some('\'') if !text.contains('\n') => format!("'{}'", text.replace('\'', "''")),
        Some('"') => value.to_string(),
        _ if is_plain(text, style) => text.clone(),
        _ => value.to_string(),
    }
}

/// A value between brackets.
pub(super) fn flow(value: &Value) -> String {
    match value {
        Value::Array(items) => format!("[{}]", items.iter().map(flow).collect::<Vec<_>>().join(", ")),
        Value::Object(fields) => {
            let field = |(key, value): (&String, &Value)| format!("{key}: {}", flow(value));
            format!("{{{}}}", fields.iter().map(field).collect::<Vec<_>>().join(", "))
        }
        single => scalar(single, "", YamlStyle::Flow),
    }
}

/// A field as lines, as people write it: sentences one a line, codes and small mappings in brackets.
pub(super) fn lines(key: &str, value: &Value) -> Vec<String> {
    let below = |lines: Vec<String>| [vec![format!("{key}:")], indented(&lines)].concat();
    match value {
        Value::Array(items) if !items.iter().all(is_code) => below(entries(items)),
        Value::Object(fields) if fields.values().any(is_table) => below(fields.iter().flat_map(|(key, value)| lines(key, value)).collect()),
        Value::Array(_) | Value::Object(_) => vec![format!("{key}: {}", flow(value))],
        single => vec![format!("{key}: {}", scalar(single, "", YamlStyle::Block))],
    }
}

/// Entries of a list as lines, each with its dash.
pub(super) fn entries(items: &[Value]) -> Vec<String> {
    items.iter().flat_map(entry).collect()
}

fn entry(item: &Value) -> Vec<String> {
    let of_item: Vec<String> = match item {
        Value::Object(fields) => fields.iter().flat_map(|(key, value)| lines(key, value)).collect(),
        single => vec![scalar(single, "", YamlStyle::Block)],
    };
    let mark = |at: usize| if at == 0 { "- " } else { "  " };
    of_item.into_iter().enumerate().map(|(at, line)| format!("{}{line}", mark(at))).collect()
}

fn indented(lines: &[String]) -> Vec<String> {
    lines.iter().map(|line| format!("  {line}")).collect()
}

/// A list of mappings, which no line holds.
fn is_table(value: &Value) -> bool {
    value.as_array().is_some_and(|items| items.iter().any(Value::is_object))
}

fn is_code(value: &Value) -> bool {
    value.as_str().is_none_or(|text| text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')) && !value.is_object()
}

/// True if a text needs no quotes: the writer puts in quotes what would be read as something else, and
/// curly quotes at an end look like quotes that a word processor spoilt.
fn is_plain(text: &str, style: YamlStyle) -> bool {
    let is_quote = |c: char| matches!(c, '“' | '”' | '‘' | '’' | '«' | '»' | '„' | '‟' | '‹' | '›' | '″' | '〝' | '〞');
    let is_free = style == YamlStyle::Block || !text.contains([',', '[', ']', '{', '}', ':', '?']);
    is_free && !text.starts_with(is_quote) && !text.ends_with(is_quote) && write_json(&Value::from(text)).trim_end_matches('\n') == text
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn values_are_written_as_people_do() {
        let measure = json!({"id": "m2", "title": "จัดทำคู่มือ: ฉบับย่อ", "addresses": {"indicators": [6]}, "steps": ["ก", "ข, ค"]});
        assert_eq!(
            entries(std::slice::from_ref(&measure)),
            ["- id: m2", "  title: \"จัดทำคู่มือ: ฉบับย่อ\"", "  addresses: {indicators: [6]}", "  steps:", "    - ก", "    - ข, ค"]
        );
        assert_eq!(flow(&json!({"a": ["ก, ข", "ค"], "b": null})), "{a: [\"ก, ข\", ค], b: null}");
        assert_eq!(lines("progress", &json!({"entries": [{"measure": "m1"}]})), ["progress:", "  entries:", "    - measure: m1"]);
    }

    #[test]
    fn what_would_be_read_as_something_else_is_in_quotes() {
        let block = |text: &str| scalar(&json!(text), "", YamlStyle::Block);
        for text in ["null", "~", "- ก", "ก: ข", "“ก” และ “ข”", "ก\nข", "# ก", "{ก}", ""] {
            assert!(block(text).starts_with('"'), "{text}: {}", block(text));
        }
        assert_eq!(block("ดำเนินการแล้ว 12 เรื่อง (ครบ)"), "ดำเนินการแล้ว 12 เรื่อง (ครบ)");
        assert_eq!(scalar(&json!("ข's"), "'ก'", YamlStyle::Block), "'ข''s'");
        assert_eq!(scalar(&json!("ข"), "\"ก\"", YamlStyle::Block), "\"ข\"");
    }
}
