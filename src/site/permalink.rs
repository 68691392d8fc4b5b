//! Stable addresses: made of year, item and file name, never of a title.

use std::fmt;

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};
use url::Url;

use crate::base::{ItemCode, RelPath, is_device};
use crate::content::Route;
use crate::thai::FiscalYear;

/// What must not stand as it is in the path of a URL.
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

/// A path below the base of the site: `2566/o42/` for a page, `2566/o42/signed.pdf` for a file,
/// empty for the home page.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Permalink(String);

impl Permalink {
    /// The home page.
    pub fn home() -> Self {
        Self(String::new())
    }

    /// The list of a year.
    pub fn year(year: FiscalYear) -> Self {
        Self(format!("{year}/"))
    }

    /// The page of an item.
    pub fn item(year: FiscalYear, item: &ItemCode) -> Self {
        Self(format!("{year}/{}/", item.slug()))
    }

    /// The page of a document.
    pub fn of(home: &Route) -> Self {
        match home {
            Route::Item { fiscal_year, item } => Self::item(*fiscal_year, item),
            Route::Child { fiscal_year, item, slug } => Self::child(*fiscal_year, item, slug),
            Route::Page { path } => Self::page(path),
        }
    }

    /// A page below an item.
    pub fn child(year: FiscalYear, item: &ItemCode, slug: &str) -> Self {
        Self(format!("{year}/{}/{slug}/", item.slug()))
    }

    /// An ordinary page.
    pub fn page(path: &str) -> Self {
        Self(format!("{path}/"))
    }

    /// What was published when.
    pub fn history() -> Self {
        Self("history/".to_owned())
    }

    /// All ordinary pages.
    pub fn page_list() -> Self {
        Self("all-pages/".to_owned())
    }

    /// The same subject in all years.
    pub fn topic(subject: &str) -> Self {
        Self(format!("topics/{subject}/"))
    }

    /// A file.
    pub fn file(path: impl Into<String>) -> Self {
        Self(path.into())
    }

    /// An old address of a page: `/old/page/`, `old/page` and `/old.html`, also as the bar of a
    /// browser gives it: with its Thai letters in percent signs, and as a whole address below
    /// `base`. `None` if it is no path below the base, or hides something.
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

    /// The end of a whole address that would be an old address if it stood alone:
    /// `https://old.example.go.th/ita/o42` → `/ita/o42`.
    pub fn path_of_alias(text: &str, base: &Url) -> Option<String> {
        let url = Url::parse(text.trim()).ok().filter(|url| matches!(url.scheme(), "http" | "https") && url.query().is_none())?;
        Self::alias(url.path(), base).map(|alias| alias.to_string())
    }

    /// The path below the base, as it is.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The path of the file that is written.
    pub fn output(&self) -> String {
        match self.0.is_empty() || self.0.ends_with('/') {
            true => format!("{}index.html", self.0),
            false => self.0.clone(),
        }
    }

    /// The path as it stands in an absolute URL: percent-encoded, folders end with `/`.
    pub fn path(&self) -> String {
        utf8_percent_encode(&self.0, PATH).to_string()
    }

    /// A link from this page to `target`. It names `index.html`, so that it also works from a disk,
    /// where no server adds it.
    pub fn link_to(&self, target: &Permalink) -> String {
        let from_folder = self.0.rsplit_once('/').map_or("", |(folder, _)| folder);
        let to = target.output();
        let from: Vec<&str> = from_folder.split('/').filter(|part| !part.is_empty()).collect();
        let to_parts: Vec<&str> = to.split('/').collect();
        let shared = from.iter().zip(&to_parts[..to_parts.len() - 1]).take_while(|(a, b)| a == b).count();
        let up = "../".repeat(from.len() - shared);
        format!("{up}{}", utf8_percent_encode(&to_parts[shared..].join("/"), PATH))
    }

    /// The prefix that leads from this page to the base: `../../`.
    pub fn to_base(&self) -> String {
        "../".repeat(self.0.matches('/').count())
    }
}

/// What stands behind `base` in a whole address; any other text as it is. The scheme does not
/// matter: the old site may have been at `http:`.
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
    /// `/2566/o42/`, as officers read it.
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
