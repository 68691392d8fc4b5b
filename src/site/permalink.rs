//! Stable addresses: made of year, item and file name, never of a title.

use std::fmt;

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use crate::catalogue::ItemCode;
use crate::content::Home;
use crate::source::{RelPath, is_device};
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

/// A path below the base of the site: `2566/o42/` for a page, `2566/o42/signed.pdf` for a file, empty for the home page.
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
    pub fn of(home: &Home) -> Self {
        match home {
            Home::Item { fiscal_year, item } => Self::item(*fiscal_year, item),
            Home::Child { fiscal_year, item, slug } => Self::child(*fiscal_year, item, slug),
            Home::Page { path } => Self::page(path),
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

    /// An old address of a page: `/old/page/`, `old/page` and `/old.html`. `None` if it is no path below the base, or hides something.
    pub fn alias(text: &str) -> Option<Self> {
        let plain = text.trim().strip_prefix('/').unwrap_or(text.trim()).trim_end_matches('/');
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

    /// A link from this page to `target`. It names `index.html`, so that it also works from a disk, where no server adds it.
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
        let output = |alias| Permalink::alias(alias).map(|permalink| permalink.output());
        assert_eq!(output("/old/page/").as_deref(), Some("old/page/index.html"));
        assert_eq!(output("ita/o42.html").as_deref(), Some("ita/o42.html"));
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
