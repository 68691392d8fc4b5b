//! What a template shows, for comparison: tags, attributes, template syntax and words, without the white space that nobody sees.
//!
//! White space is not seen at the edge of a block (`<li>`, `<p>`, the file). A space beside a template tag counts as seen, for what
//! will stand there is not known: the comparison errs on the side of "differs".

/// One piece of a template.
#[derive(Debug, PartialEq, Eq)]
enum Token<'t> {
    /// `<a …>` or `</a>`: name and attributes, sorted.
    Tag { name: String, attributes: Vec<Attribute<'t>> },
    /// `{{ … }}`, `{% … %}`, or what stands between `<script>` and `</script>`.
    Opaque(&'t str),
    /// A word.
    Word(&'t str),
    /// Any white space.
    Space,
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Attribute<'t> {
    name: &'t str,
    value: &'t str,
    /// A value that a template makes must stay in quotes, or a space in it would make two attributes.
    quoted_template: bool,
}

/// Whether two templates show the same.
pub(super) fn same(a: &str, b: &str) -> bool {
    seen(a) == seen(b)
}

fn seen(template: &str) -> Vec<Token<'_>> {
    let mut tokens: Vec<Token<'_>> = Vec::new();
    for token in (Reader { rest: template }) {
        let at_edge = |last: Option<&Token<'_>>| last.is_none_or(|last| is_block(last) || *last == Token::Space);
        match token {
            Token::Space if at_edge(tokens.last()) => {}
            token => {
                if is_block(&token) && tokens.last() == Some(&Token::Space) {
                    tokens.pop();
                }
                tokens.push(token);
            }
        }
    }
    if tokens.last() == Some(&Token::Space) {
        tokens.pop();
    }
    tokens
}

fn is_block(token: &Token<'_>) -> bool {
    const BLOCKS: [&str; 43] = [
        "!doctype",
        "html",
        "head",
        "meta",
        "title",
        "link",
        "script",
        "style",
        "base",
        "body",
        "header",
        "footer",
        "main",
        "nav",
        "section",
        "article",
        "aside",
        "div",
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "table",
        "caption",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "address",
        "blockquote",
        "figure",
        "hr",
        "br",
    ];
    matches!(token, Token::Tag { name, .. } if BLOCKS.contains(&name.trim_start_matches('/')))
}

struct Reader<'t> {
    rest: &'t str,
}

impl<'t> Reader<'t> {
    fn take(&mut self, len: usize) -> &'t str {
        let (taken, rest) = self.rest.split_at(len.min(self.rest.len()));
        self.rest = rest;
        taken
    }

    /// Everything up to and with `end`; all that is left if it does not come.
    fn take_past(&mut self, end: &str) -> &'t str {
        let len = self.rest.find(end).map_or(self.rest.len(), |at| at + end.len());
        self.take(len)
    }
}

impl<'t> Iterator for Reader<'t> {
    type Item = Token<'t>;

    fn next(&mut self) -> Option<Token<'t>> {
        while self.rest.starts_with("<!--") {
            self.take_past("-->");
        }
        let first = self.rest.chars().next()?;
        if first.is_ascii_whitespace() {
            let len = self.rest.len() - self.rest.trim_start_matches(|c: char| c.is_ascii_whitespace()).len();
            self.take(len);
            return Some(Token::Space);
        }
        for (start, end) in [("{{", "}}"), ("{%", "%}"), ("{#", "#}")] {
            if self.rest.starts_with(start) {
                return Some(Token::Opaque(self.take_past(end)));
            }
        }
        if self.rest.starts_with("<script") || self.rest.starts_with("<style") {
            return Some(Token::Opaque(self.take_past("</s").trim_end()));
        }
        if first == '<' {
            let len = tag_length(self.rest);
            return Some(tag(self.take(len)));
        }
        let stops = |(at, c): &(usize, char)| *at > 0 && (c.is_ascii_whitespace() || matches!(c, '<' | '{'));
        let len = self.rest.char_indices().find(stops).map_or(self.rest.len(), |(at, _)| at);
        Some(Token::Word(self.take(len)))
    }
}

/// The value in quotes at the start of `text`, and what follows; quotes inside template syntax are part of the value.
fn quoted(text: &str, quote: char) -> (&str, &str) {
    let inner = text.get(1..).unwrap_or_default();
    let mut in_template = false;
    for (at, c) in inner.char_indices() {
        in_template = template_goes_on(inner, at, in_template);
        if c == quote && !in_template {
            return inner.split_at_checked(at).map_or((inner, ""), |(value, rest)| (value, rest.get(1..).unwrap_or_default()));
        }
    }
    (inner, "")
}

/// Whether byte `at` of `text` is inside template syntax, if the byte before it was (or not).
fn template_goes_on(text: &str, at: usize, before: bool) -> bool {
    let here = text.get(at..).unwrap_or_default();
    match before {
        true => !(here.starts_with("}}") || here.starts_with("%}")),
        false => here.starts_with("{{") || here.starts_with("{%"),
    }
}

/// Bytes of the tag at the start of `text`; a `>` in quotes or in template syntax does not end it.
fn tag_length(text: &str) -> usize {
    let (mut quote, mut in_template) = (None, false);
    for (at, c) in text.char_indices() {
        in_template = template_goes_on(text, at, in_template);
        match (quote, c) {
            _ if in_template => {}
            (Some(open), c) if c == open => quote = None,
            (None, '"' | '\'') => quote = Some(c),
            (None, '>') => return at + 1,
            _ => {}
        }
    }
    text.len()
}

fn tag(text: &str) -> Token<'_> {
    let inner = text.trim_start_matches('<').trim_end_matches('>').trim_end_matches('/').trim();
    let (name, rest) = inner.split_at(inner.find(|c: char| c.is_ascii_whitespace()).unwrap_or(inner.len()));
    let mut attributes = attributes(rest);
    attributes.sort();
    Token::Tag { name: name.to_ascii_lowercase(), attributes }
}

fn attributes(text: &str) -> Vec<Attribute<'_>> {
    let mut attributes = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        // Template syntax between attributes: no minifier treats it well, so the exact text is one attribute.
        if rest.starts_with('{') {
            attributes.push(Attribute { name: rest, value: "", quoted_template: true });
            return attributes;
        }
        let (name, after) = rest.split_at(rest.find(|c: char| c == '=' || c.is_ascii_whitespace()).unwrap_or(rest.len()));
        let Some(value) = after.strip_prefix('=') else {
            attributes.push(Attribute { name, value: "", quoted_template: false });
            rest = after.trim_start();
            continue;
        };
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
        let (value, after) = match quote {
            Some(quote) => quoted(value, quote),
            None => value.split_at(value.find(|c: char| c.is_ascii_whitespace()).unwrap_or(value.len())),
        };
        let quoted_template = quote.is_some() && value.contains('{');
        attributes.push(Attribute { name, value, quoted_template });
        rest = after.trim_start();
    }
    attributes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn space_between_words_is_seen_and_space_between_blocks_is_not() {
        assert!(same("<ul>\n  <li>ก</li>\n  <li>ข</li>\n</ul>\n", "<ul><li>ก</li><li>ข</li></ul>"));
        assert!(same("<p class=\"a\"  id='b'>ก   ข</p>", "<p id=b class=a>ก ข</p>"));
        assert!(!same("<a>ก</a> <a>ข</a>", "<a>ก</a><a>ข</a>"));
        assert!(!same("<p>{{ a }} {{ b }}</p>", "<p>{{ a }}{{ b }}</p>"));
        assert!(!same("<p>ก</p>", "<p>ก"));
    }

    #[test]
    fn quotes_around_template_syntax_count() {
        assert!(!same("<a href=\"{{x}}\">ก</a>", "<a href={{x}}>ก</a>"));
        assert!(!same("<a {% if x %}href=\"b\"{% endif %}>ก</a>", "<a {% if x %}href=b{% endif %}>ก</a>"));
        let with_quotes = "<p title=\"{{ t(key=\"a\") }}\">ก</p>";
        assert!(!same(with_quotes, "<p title=\"{{ t(key=\" a\") }}\">ก</p>"));
        assert!(same(with_quotes, with_quotes));
        assert!(same("<p title=\"{{ a > b }}\">\nก</p>", "<p title='{{ a > b }}'>ก</p>"));
    }
}
