//! What every part of a page needs to print itself: the site, the words, the page's own address and
//! its digits.

use std::borrow::Cow;

use serde::Serialize;

use super::theme::Strings;
use crate::base::RelPath;
use crate::site::{LinkTarget, Permalink, Site, resolve};
use crate::thai::{Date, Digits, FiscalYear, Month};
use crate::yaml::{Decimal, Spanned};

/// Prints values in the language and digits of one page.
#[derive(Clone, Copy)]
pub struct PageContext<'a> {
    /// Everything that is published.
    pub(crate) site: &'a Site,
    /// The words of the theme.
    pub(crate) strings: &'a Strings,
    /// The address of the page: links start here.
    pub(crate) own: &'a Permalink,
    /// Digits of printed numbers.
    pub(crate) digits: Digits,
}

/// A link as it is printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HtmlLink {
    /// Relative, or another site.
    pub(crate) href: String,
    /// What the reader sees.
    pub(crate) text: String,
}

impl<'a> PageContext<'a> {
    /// The words of a key.
    pub fn word(&self, key: &str) -> String {
        self.strings.get(key).into_owned()
    }

    /// The words of a key with values in the place of `{name}`.
    pub fn words(&self, key: &str, values: &[(&str, &str)]) -> String {
        self.strings.fill(key, values)
    }

    /// A count or a number of the list, in the digits of the page.
    pub fn figure(&self, value: impl ToString) -> String {
        self.digits.print(&value.to_string()).into_owned()
    }

    /// A score with two decimals; with more only if the file has more, for figures are never
    /// corrected silently.
    pub fn score(&self, number: Decimal) -> String {
        self.figure(format!("{:.*}", number.decimals.max(2), number.value))
    }

    /// `31 มกราคม 2565`.
    pub fn date(&self, date: Date) -> String {
        date.long(self.digits)
    }

    /// `ม.ค. 2565`.
    pub fn month(&self, month: Month) -> String {
        month.short(self.digits)
    }

    /// `2566`.
    pub fn year(&self, year: FiscalYear) -> String {
        self.figure(year)
    }

    /// A text of the catalogue in the language of the page.
    pub fn translated<'t>(&self, text: &'t crate::catalogue::Translated) -> &'t str {
        text.in_lang(self.strings.lang())
    }

    /// `ต้นฉบับเขียนว่า …` if the paper says something else than what is printed.
    pub fn as_written<T>(&self, given: &Spanned<T>, printed: &str) -> Option<String> {
        let written = given.as_written.as_deref().filter(|written| written.trim() != printed.trim())?;
        Some(self.words("as_written", &[("text", written)]))
    }

    /// The same of several values, as one note.
    pub fn notes(&self, notes: impl IntoIterator<Item = Option<String>>) -> Option<String> {
        let mut all: Vec<String> = notes.into_iter().flatten().collect();
        all.dedup();
        (!all.is_empty()).then(|| all.join("; "))
    }

    /// What the paper says instead of a text that is printed as it is.
    pub fn text_note(&self, given: Option<&Spanned<String>>) -> Option<String> {
        given.and_then(|given| self.as_written(given, &given.value))
    }

    /// What the paper says instead of a month.
    pub fn month_note(&self, given: Option<&Spanned<Month>>) -> Option<String> {
        given.and_then(|given| self.as_written(given, &self.month(given.value)))
    }

    /// What the paper says instead of a day.
    pub fn date_note(&self, given: Option<&Spanned<Date>>) -> Option<String> {
        given.and_then(|given| self.as_written(given, &self.date(given.value)))
    }

    /// What the paper says instead of a number of the list or a count.
    pub fn figure_note(&self, given: Option<&Spanned<u32>>) -> Option<String> {
        given.and_then(|given| self.as_written(given, &self.figure(given.value)))
    }

    /// A link from this page.
    pub fn link(&self, target: &Permalink, text: impl Into<String>) -> HtmlLink {
        HtmlLink { href: self.own.link_to(target), text: text.into() }
    }

    /// Where `destination`, written in `source`, leads from this page; `None` if it leads nowhere
    /// that is published.
    pub fn href(&self, source: &RelPath, destination: &str) -> Option<String> {
        match resolve(self.site, source, self.own, destination) {
            LinkTarget::Outside(url) => is_harmless(&url).then_some(url),
            LinkTarget::Inside { permalink, anchor, .. } if permalink == *self.own && !anchor.is_empty() => Some(fragment(&anchor)),
            LinkTarget::Inside { permalink, anchor, .. } if anchor.is_empty() => Some(self.own.link_to(&permalink)),
            LinkTarget::Inside { permalink, anchor, .. } => Some(self.own.link_to(&permalink) + &fragment(&anchor)),
            LinkTarget::Draft(_) | LinkTarget::Missing { .. } => None,
        }
    }

    /// The file of this page with the name `name`: `index.json`, `measures.csv`.
    pub fn twin(&self, name: &str) -> Permalink {
        twin(self.own, name)
    }
}

/// Whether a link to another site has a scheme that only opens a page, a letter or a telephone.
/// Checks report the others; a page never has them, whatever the checks are set to.
fn is_harmless(url: &str) -> bool {
    let scheme = url.split(':').next().unwrap_or_default().to_ascii_lowercase();
    matches!(scheme.as_str(), "https" | "http" | "mailto" | "tel")
}

/// The address of a file in the folder of a page.
pub fn twin(page: &Permalink, name: &str) -> Permalink {
    let output = page.output();
    let folder = output.rsplit_once('/').map_or(Cow::Borrowed(""), |(folder, _)| Cow::Owned(format!("{folder}/")));
    Permalink::file(format!("{folder}{name}"))
}

/// `#anchor` as it may stand in a URL. Thai letters stay: browsers encode them, and people read
/// them.
fn fragment(anchor: &str) -> String {
    let unsafe_in_url = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '"' | '<' | '>' | '`' | '%');
    let mut out = String::from("#");
    for c in anchor.chars() {
        match unsafe_in_url(c) {
            false => out.push(c),
            true => c.encode_utf8(&mut [0; 4]).bytes().for_each(|byte| out.push_str(&format!("%{byte:02X}"))),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twins_lie_beside_their_page() {
        assert_eq!(twin(&Permalink::file("2566/o42/"), "index.json"), Permalink::file("2566/o42/index.json"));
        assert_eq!(twin(&Permalink::home(), "index.json"), Permalink::file("index.json"));
    }

    #[test]
    fn a_link_that_runs_something_is_not_printed() {
        assert!(is_harmless("HTTPS://example.go.th/") && is_harmless("tel:1567"));
        for url in ["javascript:alert(1)", "data:text/html,x", "//example.com", "java\tscript:x", "file:///etc/passwd"] {
            assert!(!is_harmless(url), "{url}");
        }
    }

    #[test]
    fn an_anchor_is_safe_in_a_url_and_stays_readable() {
        assert_eq!(fragment("ผลการ ดำเนินการ\">"), "#ผลการ%20ดำเนินการ%22%3E");
    }
}
