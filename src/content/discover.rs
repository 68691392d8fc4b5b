//! What a file of `content/` is, from its path alone (DESIGN 3).
//!
//! | path | what |
//! |---|---|
//! | `pages/contact.md`, `pages/contact/index.md` | ordinary page `/contact/` |
//! | `2566/o42.md`, `2566/o42/index.md` | page of an item |
//! | `2566/o23/2022-10.md` | child page of an item |
//! | anything else below `pages/` or a year | attachment, published under the same path |
//! | `site.yaml`, `assessments.yaml`, `catalogues/`, `urls.lock`, `history.yaml` | read by other stages |

use super::Home;
use crate::catalogue::ItemCode;
use crate::diagnostics::{Diagnostic, Place};
use crate::source::{RelPath, is_device};
use crate::thai::{FiscalYear, composed};

/// What a file is for.
#[derive(Clone, Debug, PartialEq)]
pub enum Role {
    /// A page, and where it belongs.
    Document(Home),
    /// A file that is published as it is, at this path below the base.
    Attachment(String),
    /// Read by another stage.
    Elsewhere,
}

/// A file that is published beside a page.
#[derive(Clone, Debug, PartialEq)]
pub struct Attachment {
    /// The file.
    pub source: RelPath,
    /// Its path below the base.
    pub output: String,
    /// In bytes.
    pub size: u64,
}

/// The role of a file, or why it has none.
pub fn role(path: &RelPath) -> Result<Role, Box<Diagnostic>> {
    let parts: Vec<&str> = path.parts().skip(1).collect();
    match parts[..] {
        ["site.yaml" | "assessments.yaml" | "urls.lock" | "history.yaml"] => Ok(Role::Elsewhere),
        ["catalogues", _] if path.extension() == "yaml" => Ok(Role::Elsewhere),
        ["pages", ..] => in_pages(path, &parts[1..]),
        [year, ..] if parts.len() > 1 && looks_like_year(year) => in_year(path, year, &parts[1..]),
        _ => Err(stray(path)),
    }
}

fn in_pages(path: &RelPath, parts: &[&str]) -> Result<Role, Box<Diagnostic>> {
    if path.extension() != "md" {
        return attachment(path, parts.join("/"));
    }
    Ok(Role::Document(Home::Page { path: page_path(path, parts)? }))
}

fn in_year(path: &RelPath, year: &str, parts: &[&str]) -> Result<Role, Box<Diagnostic>> {
    let Some(fiscal_year) = FiscalYear::parse(year) else {
        return Err(Box::new(Diagnostic::new("not-a-year-folder", Place::file(path)).with("folder", year)));
    };
    let Some((folder, rest)) = parts.split_first() else {
        return Err(stray(path));
    };
    let (code, in_folder) = match rest.is_empty() {
        true => (folder.strip_suffix(".md").unwrap_or(folder), false),
        false => (*folder, true),
    };
    if path.extension() != "md" {
        return attachment(path, attachment_path(fiscal_year, code, in_folder, parts));
    }
    let Some(item) = ItemCode::parse(code) else {
        return Err(Box::new(Diagnostic::new("not-an-item-file", Place::file(path)).with("name", code).about(Some(fiscal_year), None)));
    };
    match rest {
        [] | ["index.md"] => Ok(Role::Document(Home::Item { fiscal_year, item })),
        rest => Ok(Role::Document(Home::Child { fiscal_year, item, slug: page_path(path, rest)? })),
    }
}

/// What a browser would run in the name of the site, or a host on its own machine: only Markdown makes pages (PROMISES P26).
const ACTIVE: [&str; 34] = [
    "html", "htm", "xhtml", "shtml", "mht", "mhtml", "svg", "svgz", "xml", "xsl", "js", "mjs", "css", "wasm", "swf", "hta", "php", "asp",
    "aspx", "jsp", "cgi", "exe", "bat", "cmd", "msi", "scr", "vbs", "ps1", "jar", "com", "lnk", "url", "webloc", "desktop",
];

fn attachment(path: &RelPath, output: String) -> Result<Role, Box<Diagnostic>> {
    let extension = path.extension();
    match ACTIVE.contains(&extension.as_str()) {
        true => Err(Box::new(Diagnostic::new("attachment-type", Place::file(path)).with("path", path).with("extension", extension))),
        false => Ok(Role::Attachment(composed(&output).into_owned())),
    }
}

/// Attachments in the folder of an item lie beside its page, however the folder spells the code: `O42/` and `o42/` are one URL.
fn attachment_path(fiscal_year: FiscalYear, code: &str, in_folder: bool, parts: &[&str]) -> String {
    match ItemCode::parse(code).filter(|_| in_folder) {
        Some(item) => format!("{fiscal_year}/{}/{}", item.slug(), parts[1..].join("/")),
        None => format!("{fiscal_year}/{}", parts.join("/")),
    }
}

/// `a/b.md` and `a/b/index.md` are the page `a/b`. URLs are made of ASCII names, never of titles (DESIGN 2).
fn page_path(path: &RelPath, parts: &[&str]) -> Result<String, Box<Diagnostic>> {
    let mut names: Vec<&str> = parts.iter().map(|part| part.strip_suffix(".md").unwrap_or(part)).collect();
    if names.len() > 1 && names.last() == Some(&"index") {
        names.pop();
    }
    let good = |name: &&str| {
        let ends = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        ends(name.chars().next())
            && ends(name.chars().next_back())
            && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_' | '.'))
    };
    if let Some(reserved) = names.iter().find(|name| is_device(name)) {
        let finding = Diagnostic::new("page-file-name", Place::file(path)).with("reserved", reserved);
        return Err(Box::new(finding.with("other", format!("{reserved}-page"))));
    }
    match names.iter().find(|name| !good(name)) {
        None => Ok(names.join("/")),
        Some(bad) => {
            Err(Box::new(Diagnostic::new("page-file-name", Place::file(path)).with("name", bad).with_some("better", better_name(bad))))
        }
    }
}

/// The nearest name that would do, if there is anything ASCII in it.
fn better_name(name: &str) -> Option<String> {
    let mapped: String =
        crate::thai::to_arabic(name).chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' }).collect();
    let words: Vec<&str> = mapped.split('-').filter(|word| !word.is_empty()).collect();
    (!words.is_empty()).then(|| words.join("-"))
}

fn looks_like_year(name: &str) -> bool {
    let digits = crate::thai::to_arabic(name);
    !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit())
}

fn stray(path: &RelPath) -> Box<Diagnostic> {
    Box::new(Diagnostic::new("file-not-published", Place::file(path)).with("path", path))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(path: &str) -> String {
        match role(&RelPath::new(path).unwrap()) {
            Ok(role) => format!("{role:?}"),
            Err(diagnostic) => diagnostic.code.to_owned(),
        }
    }

    #[test]
    fn every_spelling_of_an_item_is_one_home() {
        let home = shown("content/2566/o42.md");
        for path in ["content/2566/o42/index.md", "content/2566/O42.md", "content/๒๕๖๖/O๔๒.md", "content/2566/042/index.md"] {
            assert_eq!(shown(path), home, "{path}");
        }
        assert!(shown("content/2566/o23/2022-10.md").contains("2022-10"));
        assert_eq!(shown("content/2566/O42/signed.pdf"), "Attachment(\"2566/o42/signed.pdf\")");
    }

    #[test]
    fn what_has_no_place_is_said() {
        assert_eq!(shown("content/266/o42.md"), "not-a-year-folder");
        assert_eq!(shown("content/2566/measures.md"), "not-an-item-file");
        assert_eq!(shown("content/notes.md"), "file-not-published");
        assert_eq!(shown("content/pages/ติดต่อ.md"), "page-file-name");
        assert_eq!(shown("content/pages/Contact Us.md"), "page-file-name");
        for path in [
            "content/pages/con.md",
            "content/pages/aux/index.md",
            "content/pages/nul.v2.md",
            "content/2566/o23/com1.md",
            "content/2566/o23/lpt1/a.md",
        ] {
            assert_eq!(shown(path), "page-file-name", "{path}");
        }
        assert!(shown("content/pages/contact/null.md").starts_with("Document"));
        assert_eq!(better_name("Contact Us ๒๕๖๗").as_deref(), Some("contact-us-2567"));
    }
}
