//! Stable addresses, from year, item and file name, never from a title (AR5).

use std::fmt;

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};
use url::Url;

use crate::base::{ItemCode, RelPath, is_device};
use crate::content::Route;
use crate::thai::FiscalYear;

/// Characters percent-encoded in a URL path.
const PATH: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'`')
    .add(b'{')
    .add(b'}')
    .add(b'\\')
    .add(b'^')
    .add(b'|')
    .add(b'[')
    .add(b']')
    .add(b'\'')
    .add(b'&');

/// Path relative to the base URL: `2566/o42/` for a page, `2566/o42/signed.pdf` for a file, empty
/// for the home page.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Permalink(String);

impl Permalink {
    /// Home page.
    pub fn home() -> Self {
        Self(String::new())
    }

    /// Page of a fiscal year.
    pub fn year(year: FiscalYear) -> Self {
        Self(format!("{year}/"))
    }

    /// Page of an item.
    pub fn item(year: FiscalYear, item: &ItemCode) -> Self {
        Self(format!("{year}/{}/", item.slug()))
    }

    /// Page of a document.
    pub fn of(home: &Route) -> Self {
        match home {
            Route::Item { fiscal_year, item } => Self::item(*fiscal_year, item),
            Route::Child { fiscal_year, item, slug } => Self::child(*fiscal_year, item, slug),
            Route::Page { path } => Self::page(path),
        }
    }

    /// Child page of an item.
    pub fn child(year: FiscalYear, item: &ItemCode, slug: &str) -> Self {
        Self(format!("{year}/{}/{slug}/", item.slug()))
    }

    /// Ordinary page.
    pub fn page(path: &str) -> Self {
        Self(format!("{path}/"))
    }

    /// Publication history.
    pub fn history() -> Self {
        Self("history/".to_owned())
    }

    /// List of all ordinary pages.
    pub fn page_list() -> Self {
        Self("all-pages/".to_owned())
    }

    /// Search.
    pub fn search() -> Self {
        Self("search/".to_owned())
    }

    /// Page of a topic.
    pub fn topic(subject: &str) -> Self {
        Self(format!("topics/{subject}/"))
    }

    /// List of all topics.
    pub fn topic_list() -> Self {
        Self("topics/".to_owned())
    }

    /// The picture of links to this page.
    pub fn share_picture(&self) -> Self {
        Self(format!("{}og-image.png", self.0))
    }

    /// A file.
    pub fn file(path: impl Into<String>) -> Self {
        Self(path.into())
    }

    /// Parses an old address of a page: `/old/page/`, `old/page` or `/old.html`, percent-encoded or
    /// not, or an absolute URL below `base`. `None` for a path that leaves the base URL, has a
    /// hidden part, or is not portable.
    pub fn alias(text: &str, base: &Url) -> Option<Self> {
        let text = percent_decode_str(below(text.trim(), base)).decode_utf8().ok()?;
        let plain = text.strip_prefix('/').unwrap_or(&text).trim_end_matches('/');
        let good = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '/' | '~') || ('\u{0E00}'..='\u{0E7F}').contains(&c);
        let path = RelPath::new(plain)?;
        if !plain.chars().all(good) || path.parts().any(|part| part.starts_with('.') || part.ends_with('.') || is_device(part)) {
            return None;
        }
        match path.extension().as_str() {
            "html" | "htm" => Some(Self(plain.to_owned())),
            _ => Some(Self(format!("{plain}/"))),
        }
    }

    /// Path of an absolute URL, if it would be a valid alias: `https://old.example.go.th/ita/o42` →
    /// `/ita/o42`.
    pub fn path_of_alias(text: &str, base: &Url) -> Option<String> {
        let url = Url::parse(text.trim()).ok().filter(|url| matches!(url.scheme(), "http" | "https") && url.query().is_none())?;
        Self::alias(url.path(), base).map(|alias| alias.to_string())
    }

    /// Path relative to the base URL, not encoded.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Output path of the file.
    pub fn output(&self) -> String {
        match self.0.is_empty() || self.0.ends_with('/') {
            true => format!("{}index.html", self.0),
            false => self.0.clone(),
        }
    }

    /// Percent-encoded path for an absolute URL; folders end with `/`.
    pub fn path(&self) -> String {
        utf8_percent_encode(&self.0, PATH).to_string()
    }

    /// Relative link from this page to `target`. Includes `index.html`, so that it works from disk
    /// without a server.
    pub fn link_to(&self, target: &Permalink) -> String {
        let from_folder = self.0.rsplit_once('/').map_or("", |(folder, _)| folder);
        let to = target.output();
        let from: Vec<&str> = from_folder.split('/').filter(|part| !part.is_empty()).collect();
        let to_parts: Vec<&str> = to.split('/').collect();
        let shared = from.iter().zip(&to_parts[..to_parts.len() - 1]).take_while(|(a, b)| a == b).count();
        let up = "../".repeat(from.len() - shared);
        format!("{up}{}", utf8_percent_encode(&to_parts[shared..].join("/"), PATH))
    }

    /// Prefix from this page to the base URL: `../../`.
    pub fn to_base(&self) -> String {
        "../".repeat(self.0.matches('/').count())
    }
}

/// Strips `base` from an absolute URL, ignoring http/https, as the old site may have used `http:`;
/// returns other text unchanged.
fn below<'t>(text: &'t str, base: &Url) -> &'t str {
    let bare = |address: &'t str| address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    let host_and_path = base.as_str().split_once("://").map_or("", |(_, rest)| rest);
    let rest = bare(text).and_then(|address| {
        let start = address.get(..host_and_path.len())?;
        start.eq_ignore_ascii_case(host_and_path).then(|| address.get(host_and_path.len()..))?
    });
    rest.unwrap_or(text)
}

impl fmt::Display for Permalink {
    /// Formats with a leading slash for officers: `/2566/o42/`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "/{}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_alias_stays_below_the_base() {
        let base = Url::parse("https://www.example.go.th/ita/").unwrap();
        let output = |alias| Permalink::alias(alias, &base).map(|permalink| permalink.output());
        assert_eq!(output("/old/page/").as_deref(), Some("old/page/index.html"));
        assert_eq!(output("ita/o42.html").as_deref(), Some("ita/o42.html"));
        for alias in [
            "/2566/%E0%B9%81%E0%B8%9C%E0%B8%99/",
            "https://www.example.go.th/ita/2566/%E0%B9%81%E0%B8%9C%E0%B8%99/",
            "http://WWW.example.go.th/ita/2566/แผน",
        ] {
            assert_eq!(output(alias).as_deref(), Some("2566/แผน/index.html"), "{alias}");
        }
        for alias in
            ["/%2e%2e/x", "/a%2F..%2Fb", "/%A1%A2/", "/a%00b", "https://www.example.go.th/other/", "https://www.example.go.th/ita/"]
        {
            assert_eq!(output(alias), None, "{alias}");
        }
        assert_eq!(Permalink::path_of_alias("https://old.example.go.th/a/%E0%B9%81/", &base).as_deref(), Some("/a/แ/"));
        for alias in
            ["", "/", "../x", "a/../b", "https://example.go.th/x", "a\\b", "a//b", ".git/x", "a?b", "a\"b", "/con/", "a/nul.html", "a./b"]
        {
            assert_eq!(output(alias), None, "{alias}");
        }
    }

    #[test]
    fn links_are_relative_and_name_the_file() {
        let item = Permalink::file("2566/o42/");
        let link = |to: &str| item.link_to(&Permalink::file(to));
        assert_eq!(link("2566/o43/"), "../o43/index.html");
        assert_eq!(link(""), "../../index.html");
        assert_eq!(link("2566/o42/signed.pdf"), "signed.pdf");
        assert_eq!(link("2566/"), "../index.html");
        assert_eq!(link("2566/o42/"), "index.html");
        assert_eq!(link("2567/o34/รายงาน 1.pdf"), "../../2567/o34/%E0%B8%A3%E0%B8%B2%E0%B8%A2%E0%B8%87%E0%B8%B2%E0%B8%99%201.pdf");
        assert_eq!(Permalink::home().link_to(&item), "2566/o42/index.html");
        assert_eq!(Permalink::file("404.html").link_to(&item), "2566/o42/index.html");
        assert_eq!(item.to_base(), "../../");
    }
}
