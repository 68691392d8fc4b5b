//! Character references of HTML: `&amp;`, `&#3585;`.

use std::borrow::Cow;

/// `text` with its references replaced; unknown ones stay as they are written.
pub fn without_references(text: &str) -> Cow<'_, str> {
    let Some((before, mut rest)) = text.split_once('&') else {
        return Cow::Borrowed(text);
    };
    let mut out = String::with_capacity(text.len());
    out.push_str(before);
    loop {
        match reference(rest) {
            Some((c, after)) => {
                out.push_str(c.encode_utf8(&mut [0; 4]));
                rest = after;
            }
            None => out.push('&'),
        }
        match rest.split_once('&') {
            Some((before, after)) => {
                out.push_str(before);
                rest = after;
            }
            None => {
                out.push_str(rest);
                return Cow::Owned(out);
            }
        }
    }
}

/// The character of the reference that `text` begins with, after its `&`; and what follows it.
fn reference(text: &str) -> Option<(char, &str)> {
    if let Some(number) = text.strip_prefix('#') {
        let (number, radix) = match number.strip_prefix(['x', 'X']) {
            Some(number) => (number, 16),
            None => (number, 10),
        };
        let after = number.trim_start_matches(|c: char| c.is_digit(radix));
        let digits = number.strip_suffix(after)?;
        let code = u32::from_str_radix(digits, radix).ok()?;
        let c = char::from_u32(code).filter(|&c| c != '\0').unwrap_or(char::REPLACEMENT_CHARACTER);
        return Some((c, after.strip_prefix(';').unwrap_or(after)));
    }
    let end = text.bytes().take(LONGEST_NAME + 1).position(|byte| byte == b';')?;
    let name = text.get(..end)?;
    let (_, c) = NAMED.iter().find(|(known, _)| *known == name)?;
    Some((*c, text.get(end + 1..)?))
}

const LONGEST_NAME: usize = 8;

/// What people and Markdown programs write; the commonest first.
const NAMED: &[(&str, char)] = &[
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", '\u{A0}'),
    ("shy", '\u{AD}'),
    ("ensp", '\u{2002}'),
    ("emsp", '\u{2003}'),
    ("thinsp", '\u{2009}'),
    ("zwnj", '\u{200C}'),
    ("zwj", '\u{200D}'),
    ("lrm", '\u{200E}'),
    ("rlm", '\u{200F}'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("sbquo", '‚'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("bdquo", '„'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("hellip", '…'),
    ("bull", '•'),
    ("middot", '·'),
    ("copy", '©'),
    ("reg", '®'),
    ("trade", '™'),
    ("deg", '°'),
    ("plusmn", '±'),
    ("times", '×'),
    ("divide", '÷'),
    ("minus", '−'),
    ("frac12", '½'),
    ("frac14", '¼'),
    ("frac34", '¾'),
    ("sup2", '²'),
    ("sup3", '³'),
    ("micro", 'µ'),
    ("para", '¶'),
    ("sect", '§'),
    ("euro", '€'),
    ("pound", '£'),
    ("yen", '¥'),
    ("cent", '¢'),
    ("permil", '‰'),
    ("larr", '←'),
    ("uarr", '↑'),
    ("rarr", '→'),
    ("darr", '↓'),
    ("harr", '↔'),
    ("le", '≤'),
    ("ge", '≥'),
    ("ne", '≠'),
    ("asymp", '≈'),
    ("infin", '∞'),
    ("check", '✓'),
    ("star", '☆'),
    ("lpar", '('),
    ("rpar", ')'),
    ("num", '#'),
    ("sol", '/'),
    ("colon", ':'),
    ("comma", ','),
    ("period", '.'),
    ("lowbar", '_'),
    ("ast", '*'),
    ("commat", '@'),
    ("percnt", '%'),
    ("equals", '='),
    ("plus", '+'),
    ("quest", '?'),
    ("excl", '!'),
    ("lsqb", '['),
    ("rsqb", ']'),
    ("lcub", '{'),
    ("rcub", '}'),
    ("grave", '`'),
    ("Tab", '\t'),
    ("NewLine", '\n'),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_replaced_once() {
        for (written, read) in [
            ("ก &amp; ข", "ก & ข"),
            ("&amp;lt;", "&lt;"),
            ("&#3585;&#xe02;&#65", "กขA"),
            ("a & b &", "a & b &"),
            ("&nothing; &;", "&nothing; &;"),
            ("&#xFFFFFFFFF; &#0;", "&#xFFFFFFFFF; \u{fffd}"),
        ] {
            assert_eq!(without_references(written), read, "{written}");
        }
        assert_eq!(without_references("ก"), "ก");
    }
}
