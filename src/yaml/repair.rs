//! Common mistakes in a single line of YAML, each with the corrected line.
//!
//! A mistake is recognised from the line alone; parsing the file with the corrected line confirms
//! it.

use std::ops::Range;

/// A mistake, and the corrected line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Repair {
    /// Name of the mistake: the value that selects the message line of `yaml-syntax`.
    pub(super) name: &'static str,
    /// The mistake as typed.
    pub(super) shown: String,
    /// Byte range in the line.
    pub(super) at: Range<usize>,
    /// Corrected line.
    pub(super) line: String,
}

/// Finds one kind of mistake; `above` are the preceding lines. The most likely repair comes first.
pub(super) type RepairRule = fn(line: &str, above: &[&str]) -> Vec<Repair>;

/// All rules, the most reliable first.
pub(super) const LOOKS: [RepairRule; 13] = [
    hidden_character,
    tab,
    other_colon,
    bullet,
    space_after_dash,
    space_after_colon,
    quote,
    backslash,
    bracket,
    first_sign,
    second_colon,
    dash_of_entry,
    no_colon,
];

/// Parts of a line: `  - ` `key` `: ` `value`.
struct LineShape<'l> {
    lead: &'l str,
    key: Option<&'l str>,
    value: &'l str,
}

impl<'l> LineShape<'l> {
    fn of(line: &'l str) -> Self {
        let mut body = line.trim_start_matches(BLANKS);
        while let Some(entry) = body.strip_prefix("- ") {
            body = entry.trim_start_matches(BLANKS);
        }
        let lead = line.get(..line.len() - body.len()).unwrap_or_default();
        let colon = body.char_indices().zip(body.chars().skip(1).chain([' '])).find(|((_, c), next)| *c == ':' && next.is_whitespace());
        match colon.filter(|_| !body.starts_with(['"', '\'', '[', '{'])).and_then(|((at, _), _)| body.split_at_checked(at)) {
            Some((key, value)) => Self { lead, key: Some(key), value: value.get(1..).unwrap_or_default().trim() },
            None => Self { lead, key: None, value: body.trim_end() },
        }
    }

    /// Text of the line before the value.
    fn before<'a>(&self, line: &'a str) -> &'a str {
        line.get(..line.trim_end().len() - self.value.len()).unwrap_or_default()
    }

    /// Column of the key or value.
    fn column(&self) -> usize {
        self.lead.chars().count()
    }
}

const BLANKS: [char; 2] = [' ', '\t'];

/// White space that YAML does not treat as such.
pub(super) fn is_other_space(c: char) -> bool {
    c.is_whitespace() && !c.is_ascii()
}

/// Zero-width characters.
pub(super) fn is_unseen(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' | '\u{AD}')
}

/// Look-alikes of the colon.
pub(super) fn is_other_colon(c: char) -> bool {
    matches!(c, '：' | '﹕' | '︓' | '∶' | '꞉' | 'ː' | '˸')
}

/// List markers of word processors; `*`, `+` and the dashes are handled elsewhere.
pub(super) fn is_bullet(c: char) -> bool {
    matches!(
        c,
        '•' | '●'
            | '○'
            | '◦'
            | '▪'
            | '▫'
            | '■'
            | '□'
            | '◆'
            | '◇'
            | '‣'
            | '⁃'
            | '∙'
            | '·'
            | '➢'
            | '➤'
            | '►'
            | '✓'
            | '✔'
            | '*'
            | '+'
    ) || matches!(c, '‐'..='―' | '−' | '\u{F000}'..='\u{F0FF}')
}

/// True if the text has the form of a field name.
pub(super) fn is_name(key: &str) -> bool {
    key.starts_with(|c: char| c.is_ascii_lowercase()) && key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
}

/// `key:value`, which YAML reads as a scalar; URLs are excluded.
pub(super) fn glued(text: &str) -> Option<(&str, &str)> {
    let (key, value) = text.split_once(':')?;
    let is_address = value.starts_with("//") || matches!(key, "mailto" | "tel" | "sms" | "urn" | "line" | "data" | "javascript");
    (is_name(key) && value.starts_with(|c: char| !c.is_whitespace()) && !is_address).then_some((key, value))
}

/// The text in quotes, with an unchanged value.
pub(super) fn quoted(text: &str) -> String {
    match (text.contains(['"', '\\']), text.contains('\'')) {
        (false, _) => format!("\"{text}\""),
        (true, false) => format!("'{text}'"),
        (true, true) => format!("'{}'", text.replace('\'', "''")),
    }
}

fn repair(name: &'static str, shown: impl ToString, at: Range<usize>, line: String) -> Vec<Repair> {
    vec![Repair { name, shown: shown.to_string(), at, line }]
}

/// Name of an invisible character.
pub(super) fn code_point(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

fn hidden_character(line: &str, _: &[&str]) -> Vec<Repair> {
    let is_hidden = |c: char| is_other_space(c) || is_unseen(c);
    let is_blank = |c: char| c.is_whitespace() || is_unseen(c);
    let lead = line.len() - line.trim_start_matches(|c| is_blank(c) || c == '-').len();
    // Up to the value, if the key is ASCII apart from hidden characters.
    let colon = line.split_once(':').filter(|(key, _)| key.chars().all(|c| c.is_ascii() || is_hidden(c)));
    let end = colon.map_or(lead, |(_, value)| line.len() - value.trim_start_matches(is_blank).len());
    let Some((structure, value)) = line.split_at_checked(end) else { return Vec::new() };
    let Some((at, c)) = structure.char_indices().find(|(_, c)| is_hidden(*c)) else { return Vec::new() };
    let plain: String = structure.chars().filter(|c| !is_unseen(*c)).map(|c| if is_other_space(c) { ' ' } else { c }).collect();
    let name = if is_unseen(c) { "unseen" } else { "space" };
    repair(name, code_point(c), at..at + c.len_utf8(), plain.replace(" :", ":") + value)
}

fn tab(line: &str, above: &[&str]) -> Vec<Repair> {
    let body = line.trim_start_matches(BLANKS);
    let lead = line.get(..line.len() - body.len()).unwrap_or_default();
    let Some(at) = lead.find('\t') else { return Vec::new() };
    let last = above.iter().rev().find(|line| !line.trim().is_empty() && !line.contains('\t')).map(|line| LineShape::of(line).column());
    let widths = [Some(lead.replace('\t', "  ").len()), Some(lead.replace('\t', "    ").len()), last, last.map(|last| last + 2)];
    let line = |width: usize| format!("{}{body}", " ".repeat(width));
    widths.into_iter().flatten().flat_map(|width| repair("tab", "Tab", at..at + 1, line(width))).collect()
}

fn other_colon(line: &str, _: &[&str]) -> Vec<Repair> {
    let lead = LineShape::of(line).lead;
    let body = line.get(lead.len()..).unwrap_or_default();
    let Some((key, value)) = body.split_once(is_other_colon).filter(|(key, _)| is_name(key.trim_end())) else { return Vec::new() };
    let at = lead.len() + key.len()..line.len() - value.len();
    let shown = line.get(at.clone()).unwrap_or_default();
    repair("colon", shown, at, format!("{lead}{}: {}", key.trim_end(), value.trim_start()))
}

fn bullet(line: &str, _: &[&str]) -> Vec<Repair> {
    let body = line.trim_start_matches(BLANKS);
    let start = line.len() - body.len();
    let lead = line.get(..start).unwrap_or_default();
    let entry = body.trim_start_matches(is_bullet);
    let sign = body.get(..body.len() - entry.len()).unwrap_or_default();
    let (sign, entry) = if sign.is_empty() { number(body).unwrap_or_default() } else { (sign, entry) };
    if sign.is_empty() || entry.trim().is_empty() {
        return Vec::new();
    }
    repair("bullet", sign, start..start + sign.len(), format!("{lead}- {}", entry.trim_start()))
}

/// `1. ` or `๑) ` before an entry.
pub(super) fn number(body: &str) -> Option<(&str, &str)> {
    let rest = body.trim_start_matches(|c: char| c.is_ascii_digit() || ('๐'..='๙').contains(&c));
    let entry = rest.strip_prefix(['.', ')']).filter(|_| rest.len() < body.len())?;
    let entry = entry.strip_prefix(|c: char| c.is_whitespace())?;
    Some((body.get(..body.len() - entry.len())?.trim_end(), entry))
}

fn space_after_dash(line: &str, _: &[&str]) -> Vec<Repair> {
    let body = line.trim_start_matches(BLANKS);
    let start = line.len() - body.len();
    let Some(entry) = body.strip_prefix('-').filter(|entry| entry.starts_with(|c: char| c != '-' && !c.is_whitespace())) else {
        return Vec::new();
    };
    let lead = line.get(..start).unwrap_or_default();
    repair("after_dash", "-", start..start + 1, format!("{lead}- {entry}"))
}

fn space_after_colon(line: &str, _: &[&str]) -> Vec<Repair> {
    let lead = LineShape::of(line).lead;
    let body = line.get(lead.len()..).unwrap_or_default();
    let Some((key, value)) = glued(body) else { return Vec::new() };
    let at = lead.len() + key.len();
    repair("after_colon", format!("{key}:"), at..at + 1, format!("{lead}{key}: {value}"))
}

/// An unclosed quote, or text after a closing quote.
fn quote(line: &str, _: &[&str]) -> Vec<Repair> {
    let shape = LineShape::of(line);
    let (before, value) = (shape.before(line), shape.value);
    let start = before.len();
    let Some(sign) = value.chars().next().filter(|c| matches!(c, '"' | '\'')) else { return quote_in_brackets(line, &shape) };
    let inner = value.get(1..).unwrap_or_default();
    match end_of_quote(inner, sign) {
        None => {
            let text = inner.trim_end_matches(['”', '“', '’', '‘', '„', '″']);
            let mut ways = repair("open_quote", sign, start..start + 1, format!("{before}{sign}{text}{sign}"));
            ways.extend(repair("open_quote", sign, start..start + 1, format!("{before}{}", quoted(value))));
            ways
        }
        Some(end) => {
            let behind = inner.get(end..).unwrap_or_default().trim_start();
            if behind.is_empty() || behind.starts_with('#') {
                return Vec::new();
            }
            let at = line.trim_end().len() - behind.len()..line.trim_end().len();
            repair("quote_end", behind, at, format!("{before}{}", quoted(value)))
        }
    }
}

/// Offset after the closing quote.
fn end_of_quote(inner: &str, sign: char) -> Option<usize> {
    let mut chars = inner.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if sign == '"' && c == '\\' {
            chars.next();
        } else if c == sign {
            let is_doubled = sign == '\'' && chars.next_if(|(_, next)| *next == sign).is_some();
            if !is_doubled {
                return Some(at + 1);
            }
        }
    }
    None
}

fn quote_in_brackets(line: &str, shape: &LineShape<'_>) -> Vec<Repair> {
    let is_odd = shape.value.starts_with(['[', '{']) && shape.value.matches('"').count() % 2 == 1;
    let Some(at) = line.rfind('"').filter(|_| is_odd) else { return Vec::new() };
    let text = line.trim_end();
    let end = text.trim_end_matches([']', '}']);
    let close = text.get(end.len()..).unwrap_or_default();
    repair("open_quote", '"', at..at + 1, format!("{end}\"{close}"))
}

fn backslash(line: &str, _: &[&str]) -> Vec<Repair> {
    let shape = LineShape::of(line);
    let Some(inner) = shape.value.strip_prefix('"').and_then(|inner| inner.strip_suffix('"')) else { return Vec::new() };
    let before = shape.before(line);
    let Some(at) = inner.find('\\').map(|at| before.len() + 1 + at) else { return Vec::new() };
    repair("backslash", '\\', at..at + 1, format!("{before}'{}'", inner.replace('\'', "''")))
}

/// Text after a closing bracket, or a superfluous bracket. (An unclosed one may be closed in
/// another line.)
fn bracket(line: &str, _: &[&str]) -> Vec<Repair> {
    let shape = LineShape::of(line);
    let before = shape.before(line);
    let Some(end) = Brackets::of(shape.value).end else { return Vec::new() };
    let (list, behind) = shape.value.split_at_checked(end).unwrap_or_default();
    let behind = behind.trim_start();
    if !list.starts_with(['[', '{']) || behind.is_empty() || behind.starts_with('#') {
        return Vec::new();
    }
    let at = line.trim_end().len() - behind.len()..line.trim_end().len();
    let is_closing = behind.chars().all(|c| matches!(c, ']' | '}'));
    let line = if is_closing { format!("{before}{list}") } else { format!("{before}{}", quoted(shape.value)) };
    repair(if is_closing { "extra_bracket" } else { "bracket_end" }, behind, at, line)
}

/// Brackets of a value.
pub(super) struct Brackets {
    /// Unclosed brackets, with the byte offset of each.
    pub(super) open: Vec<(usize, char)>,
    /// Offset after the bracket that closes the first one.
    end: Option<usize>,
}

impl Brackets {
    pub(super) fn of(text: &str) -> Self {
        let mut brackets = Self { open: Vec::new(), end: None };
        let mut quote = None;
        for (at, c) in text.char_indices() {
            match (quote, c) {
                (Some(sign), _) if c == sign => quote = None,
                (Some(_), _) => {}
                (None, '"' | '\'') => quote = Some(c),
                (None, '[' | '{') => brackets.open.push((at, c)),
                (None, ']' | '}') => {
                    brackets.open.pop();
                    if brackets.open.is_empty() && brackets.end.is_none() {
                        brackets.end = Some(at + 1);
                    }
                }
                (None, _) => {}
            }
        }
        brackets
    }

    /// Last of some lines with all open brackets closed at its end; `None` if none is open.
    pub(super) fn closed(lines: &[&str]) -> Option<String> {
        let all = lines.concat();
        let whole = all.trim_end();
        let text = whole.trim_end_matches(Self::ENDS);
        let missing = |(_, open): &(usize, char)| if *open == '[' { ']' } else { '}' };
        let closed = text.to_owned() + &Self::of(text).open.iter().rev().map(missing).collect::<String>();
        (closed != whole).then(|| closed.lines().last().unwrap_or_default().to_owned())
    }

    /// Characters at the end of a line in brackets.
    pub(super) const ENDS: [char; 3] = [']', '}', ','];
}

fn first_sign(line: &str, _: &[&str]) -> Vec<Repair> {
    let shape = LineShape::of(line);
    let before = shape.before(line);
    let is_sign = |c: char| matches!(c, '@' | '`' | '%' | '&' | '*' | '!' | '|' | '>' | '?' | ',' | ']' | '}' | ':' | '-');
    let Some(sign) = shape.value.chars().next().filter(|c| is_sign(*c) && (shape.key.is_some() || *c != '-')) else { return Vec::new() };
    repair("first_sign", sign, before.len()..before.len() + sign.len_utf8(), format!("{before}{}", quoted(shape.value)))
}

fn second_colon(line: &str, _: &[&str]) -> Vec<Repair> {
    let shape = LineShape::of(line);
    let Some(key) = shape.key.filter(|_| !shape.value.starts_with(['"', '\'', '[', '{'])) else { return Vec::new() };
    let colon = shape.value.find(": ").or_else(|| shape.value.ends_with(':').then(|| shape.value.len() - 1));
    let Some(colon) = colon else { return Vec::new() };
    let at = shape.before(line).len() + colon;
    // Text that begins with Thai words is one scalar.
    let (before, text) = if key.is_ascii() { (shape.before(line), shape.value) } else { (shape.lead, line.trim_end()) };
    let text = if key.is_ascii() { text } else { text.get(shape.lead.len()..).unwrap_or_default() };
    repair("second_colon", ':', at..at + 1, format!("{before}{}", quoted(text)))
}

/// A list entry without `- `: repeats the first key of the entries above.
pub(super) fn dash_of_entry(line: &str, above: &[&str]) -> Vec<Repair> {
    let shape = LineShape::of(line);
    let Some(key) = shape.key.filter(|_| !shape.lead.contains('-')) else { return Vec::new() };
    let first = above.iter().rev().take(200).find(|line| {
        let above = LineShape::of(line);
        above.key == Some(key) && above.lead.contains('-')
    });
    let Some(column) = first.and_then(|line| line.find('-')) else { return Vec::new() };
    let body = line.get(shape.lead.len()..).unwrap_or_default();
    let at = shape.lead.len()..shape.lead.len() + key.len();
    repair("no_dash", format!("{key}:"), at, format!("{}- {body}", " ".repeat(column)))
}

fn no_colon(line: &str, _: &[&str]) -> Vec<Repair> {
    let shape = LineShape::of(line);
    let is_end = |c: char| c == '=' || c.is_whitespace();
    let Some((key, _)) = shape.value.split_once(is_end).filter(|(key, _)| shape.key.is_none() && is_name(key)) else { return Vec::new() };
    let value = shape.value.get(key.len()..).unwrap_or_default().trim_start_matches(is_end);
    let at = shape.lead.len()..shape.lead.len() + key.len();
    repair("no_colon", key, at, format!("{}{key}: {value}", shape.lead))
}

/// Indents the line like lines above. Tried last, because with another indentation nearly every
/// line is valid.
pub(super) fn indentation(line: &str, above: &[&str]) -> Vec<Repair> {
    let body = line.trim_start_matches(' ');
    let lead = line.len() - body.len();
    let end = if lead > 0 { lead } else { body.chars().next().map_or(0, char::len_utf8) };
    let mut columns = Vec::new();
    for above in above.iter().rev().filter(|line| !line.trim().is_empty()).take(20) {
        columns.extend([LineShape::of(above).column(), above.len() - above.trim_start_matches(' ').len()]);
    }
    let mut ways = Vec::new();
    for column in columns {
        if column != lead && ways.len() < 4 {
            let way = Repair { name: "indent", shown: lead.to_string(), at: 0..end, line: format!("{}{body}", " ".repeat(column)) };
            if !ways.contains(&way) {
                ways.push(way);
            }
        }
    }
    ways
}
