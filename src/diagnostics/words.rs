//! Message of a diagnostic in one language.

use super::Diagnostic;
use super::codes::CodeFile;
use crate::base::Lang;
use crate::thai::is_forbidden;

/// Message and repair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// Message: one sentence from the author's point of view.
    pub(crate) message: String,
    /// Repair.
    pub(crate) help: Option<String>,
}

impl Words {
    /// Message of `diagnostic` in `lang`.
    pub fn of(diagnostic: &Diagnostic, file: &CodeFile, lang: Lang) -> Words {
        let value = |name: &str| diagnostic.value(name, lang);
        Words {
            message: file.messages(lang).find_map(|message| fill(message, value)).unwrap_or_else(|| file.code.to_owned()),
            help: file.helps(lang).find_map(|help| fill(help, value)),
        }
    }
}

/// Replaces each `{name}` by its value; `None` if a value is missing.
fn fill<'v>(template: &str, value_of: impl Fn(&str) -> Option<&'v str>) -> Option<String> {
    let mut filled = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        // Braces around anything else, such as `{#id}`, are text.
        let Some((name, tail)) = after.split_once('}').and_then(|(name, tail)| Some((Placeholder::of(name)?, tail))) else {
            filled.push('{');
            rest = after;
            continue;
        };
        let value = value_of(name.value())?;
        if let Placeholder::Shown(_) = name {
            filled.push_str(&visible(value));
        }
        rest = tail;
    }
    filled.push_str(rest);
    Some(filled)
}

/// A placeholder in a template.
enum Placeholder<'t> {
    /// `{name}`: replaced by the value.
    Shown(&'t str),
    /// `{?name}`: removed, but the template is skipped without the value.
    Needed(&'t str),
}

impl<'t> Placeholder<'t> {
    fn of(text: &'t str) -> Option<Self> {
        let placeholder = text.strip_prefix('?').map_or(Placeholder::Shown(text), Placeholder::Needed);
        let name = placeholder.value();
        let is_name = !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
        is_name.then_some(placeholder)
    }

    fn value(&self) -> &'t str {
        match self {
            Placeholder::Shown(name) | Placeholder::Needed(name) => name,
        }
    }
}

/// Values that a template needs.
#[cfg(test)]
pub(super) fn needed(template: &str) -> std::collections::BTreeSet<&str> {
    template.split('{').skip(1).filter_map(|after| Some(Placeholder::of(after.split_once('}')?.0)?.value())).collect()
}

/// Escapes control characters (a message must not move the cursor of a terminal) and truncates long
/// values.
pub(super) fn visible(value: &str) -> String {
    const LONGEST: usize = 120;
    let mut shown = String::with_capacity(value.len().min(LONGEST * 4));
    for (count, c) in value.chars().enumerate() {
        if count == LONGEST {
            shown.push('…');
            break;
        }
        match is_invisible_control(c) {
            true => shown.extend(c.escape_default()),
            false => shown.push(c),
        }
    }
    shown
}

/// Escapes control characters, without truncation.
pub(crate) fn escaped(text: &str) -> String {
    let escaped = |c: char| if is_invisible_control(c) { c.escape_default().to_string() } else { c.to_string() };
    text.chars().map(escaped).collect()
}

/// Control characters, zero-width characters and bidirectional controls.
pub(crate) fn is_invisible_control(c: char) -> bool {
    c.is_control()
        || is_forbidden(c)
        || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_with_an_unknown_value_is_not_used() {
        let values = |name: &str| (name == "key").then_some("titel");
        assert_eq!(fill("no {key} here", values).as_deref(), Some("no titel here"));
        assert_eq!(fill("write {#id} after {key}", values).as_deref(), Some("write {#id} after titel"));
        assert_eq!(fill("did you mean {nearest}?", values), None);
    }

    #[test]
    fn control_characters_are_shown_as_escapes() {
        assert_eq!(visible("ก\u{1b}[31m\u{202e}ข"), "ก\\u{1b}[31m\\u{202e}ข");
    }
}
