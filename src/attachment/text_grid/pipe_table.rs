//! Tables with pipes, as in Markdown.

use super::delimited_text::{TextField, TextRecord};

/// The fields of a line such as `| ก | ข |`; `None` for other lines. A pipe at the beginning is needed,
/// unless the line stands in a table.
pub(super) fn pipe_row(text: &str, line: usize) -> Option<TextRecord> {
    let text = text.trim();
    let inner = text.strip_prefix('|').unwrap_or(text);
    if !inner.contains('|') {
        return None;
    }
    let inner = inner.strip_suffix('|').filter(|inner| !inner.ends_with('\\')).unwrap_or(inner);
    let mut fields = vec![String::new()];
    let mut is_escaped = false;
    for letter in inner.chars() {
        match letter {
            '|' if !is_escaped => fields.push(String::new()),
            _ => {
                if let Some(field) = fields.last_mut() {
                    if is_escaped && letter == '|' {
                        field.pop();
                    }
                    field.push(letter);
                }
            }
        }
        is_escaped = letter == '\\' && !is_escaped;
    }
    let field = |text: String| TextField { line, text: shown(&text) };
    Some(TextRecord { line, fields: fields.into_iter().map(field).collect() })
}

/// True for a row that parts the headings from the rest: `|---|:-:|`.
pub(super) fn is_dash_row(text: &str) -> bool {
    text.contains('|') && text.contains('-') && text.chars().all(|letter| matches!(letter, '|' | '-' | ':' | ' ' | '\t' | '+' | '='))
}

/// The text of a cell without marks for line ends and bold.
fn shown(text: &str) -> String {
    let text = text.replace("<br>", "\n").replace("<br/>", "\n").replace("<br />", "\n");
    let text = text.trim();
    let plain = text.strip_prefix("**").and_then(|text| text.strip_suffix("**")).filter(|inner| !inner.contains("**"));
    plain.unwrap_or(text).to_owned()
}
