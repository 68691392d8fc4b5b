//! Context for printing values on a page: the site, the strings, the page's address and digits.

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
    /// The site.
    pub(crate) site: &'a Site,
    /// Strings of the theme.
    pub(crate) strings: &'a Strings,
    /// Address of the page; base for relative links.
    pub(crate) own: &'a Permalink,
    /// Digits for numbers.
    pub(crate) digits: Digits,
}

/// A link in HTML.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HtmlLink {
    /// Relative, or absolute for other sites.
    pub(crate) href: String,
    /// Link text.
    pub(crate) text: String,
}

impl<'a> PageContext<'a> {
    /// The string of a key.
    pub fn word(&self, key: &str) -> String {
        self.strings.get(key).into_owned()
    }

    /// The string of a key with `{name}` replaced by values.
    pub fn words(&self, key: &str, values: &[(&str, &str)]) -> String {
        self.strings.fill(key, values)
    }

    /// A number in the digits of the page.
    pub fn figure(&self, value: impl ToString) -> String {
        self.digits.print(&value.to_string()).into_owned()
    }

    /// A score with two decimals, or with more if the source has more: figures are never rounded
    /// silently.
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

    /// A catalogue text in the language of the page.
    pub fn translated<'t>(&self, text: &'t crate::catalogue::Translated) -> &'t str {
        text.in_lang(self.strings.lang())
    }

    /// `ต้นฉบับเขียนว่า …` if the wording of the paper differs from `printed`.
    pub fn as_written<T>(&self, given: &Spanned<T>, printed: &str) -> Option<String> {
        let written = given.as_written.as_deref().filter(|written| written.trim() != printed.trim())?;
        Some(self.words("as_written", &[("text", written)]))
    }

    /// Joins several notes into one.
    pub fn notes(&self, notes: impl IntoIterator<Item = Option<String>>) -> Option<String> {
        let mut all: Vec<String> = notes.into_iter().flatten().collect();
        all.dedup();
        (!all.is_empty()).then(|| all.join("; "))
    }

    /// Note if the wording of the paper differs from a text.
    pub fn text_note(&self, given: Option<&Spanned<String>>) -> Option<String> {
        given.and_then(|given| self.as_written(given, &given.value))
    }

    /// Note if the wording of the paper differs from a month.
    pub fn month_note(&self, given: Option<&Spanned<Month>>) -> Option<String> {
        given.and_then(|given| self.as_written(given, &self.month(given.value)))
    }

    /// Note if the wording of the paper differs from a date.
    pub fn date_note(&self, given: Option<&Spanned<Date>>) -> Option<String> {
        given.and_then(|given| self.as_written(given, &self.date(given.value)))
    }

    /// Note if the wording of the paper differs from a number.
    pub fn figure_note(&self, given: Option<&Spanned<u32>>) -> Option<String> {
        given.and_then(|given| self.as_written(given, &self.figure(given.value)))
    }

    /// A link from this page.
    pub fn link(&self, target: &Permalink, text: impl Into<String>) -> HtmlLink {
        HtmlLink { href: self.own.link_to(target), text: text.into() }
    }

    /// The address of a part of another page from this page.
    pub fn href_of_part(&self, page: &Permalink, anchor: &str) -> String {
        self.own.link_to(page) + &fragment(anchor)
    }

    /// Resolves `destination` of the file `source` to a link from this page; `None` if its target
    /// is not published.
    pub fn href(&self, source: &RelPath, destination: &str) -> Option<String> {
        match resolve(self.site, source, self.own, destination) {
            LinkTarget::Outside(url) => is_harmless(&url).then_some(url),
            LinkTarget::Inside { permalink, anchor, .. } if permalink == *self.own && !anchor.is_empty() => Some(fragment(&anchor)),
            LinkTarget::Inside { permalink, anchor, .. } if anchor.is_empty() => Some(self.own.link_to(&permalink)),
            LinkTarget::Inside { permalink, anchor, .. } => Some(self.own.link_to(&permalink) + &fragment(&anchor)),
            LinkTarget::Draft(_) | LinkTarget::Missing { .. } => None,
        }
    }

    /// The whole address of a link from this page, as one would type it.
    pub fn in_full(&self, href: &str) -> Option<String> {
        let config = &self.site.config;
        let own = config.base_url.join(&config.absolute(&self.own.path())).ok()?;
        let full = own.join(href).ok()?.to_string();
        Some(full.replacen("/index.html", "/", 1))
    }

    /// A file beside this page: `index.json`, `measures.csv`.
    pub fn twin(&self, name: &str) -> Permalink {
        twin(self.own, name)
    }
}

/// True if an external link has a safe scheme: web, mail or telephone. Others are reported by
/// checks, and never rendered, whatever the check settings.
fn is_harmless(url: &str) -> bool {
    let scheme = url.split(':').next().unwrap_or_default().to_ascii_lowercase();
    matches!(scheme.as_str(), "https" | "http" | "mailto" | "tel")
}

/// Address of a file in the folder of a page.
pub fn twin(page: &Permalink, name: &str) -> Permalink {
    let output = page.output();
    let folder = output.rsplit_once('/').map_or(Cow::Borrowed(""), |(folder, _)| Cow::Owned(format!("{folder}/")));
    Permalink::file(format!("{folder}{name}"))
}

/// Encodes `#anchor` for a URL. Thai letters stay readable; browsers encode them.
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
