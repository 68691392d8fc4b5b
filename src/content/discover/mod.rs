//! Role of a file in `content/`, derived from its path alone (AR6).
//!
//! | path | role |
//! |---|---|
//! | `pages/contact.md`, `pages/contact/index.md` | ordinary page `/contact/` |
//! | `pages/index.md` | none: the first page of a site is made from all others |
//! | `2566/o42.md`, `2566/o42/index.md` | page of an item |
//! | `2566/o23/2022-10.md` | child page of an item |
//! | anything else below `pages/` or a year | attachment, published under the same path |
//! | `witness/3-audit-office.sig` | signature of publication 3 |
//! | `site.yaml`, `assessments.yaml`, `catalogues/`, `urls.lock`, `history.yaml` | other stages |

mod folder_name;
mod page_name;
mod page_path;

use folder_name::with_blanks;
use page_name::{FileNameKind, called, meant_item, plain};
use page_path::{bad_page_name, better_name, is_page_name, page_path};

use super::Route;
use crate::base::{ItemCode, RelPath};
use crate::config::data_file;
use crate::diagnostics::{Diagnostic, SourceSpan};
use crate::source::{CopyCertainty, ForeignName, copied_from};
use crate::thai::{FiscalYear, composed};
use crate::witness::publication_of;

/// Role of a file.
#[derive(Clone, Debug, PartialEq)]
pub enum FileRole {
    /// A page with its route.
    Document(Route),
    /// A file published unchanged, at this path below the base.
    Attachment(String),
    /// A signature of this publication, numbered from 1.
    Witness(usize),
    /// Read by another stage.
    Elsewhere,
}

impl FileRole {
    /// Route of a page; `None` for other files.
    pub fn home(self) -> Option<Route> {
        match self {
            FileRole::Document(home) => Some(home),
            FileRole::Attachment(_) | FileRole::Witness(_) | FileRole::Elsewhere => None,
        }
    }
}

/// A file published unchanged.
#[derive(Clone, Debug, PartialEq)]
pub struct Attachment {
    pub(crate) source: RelPath,
    /// Output path below the base.
    pub(crate) output: String,
    /// Size in bytes.
    pub(crate) size: u64,
}

/// Role of a file, or the diagnostic if it has none. A misnamed folder yields the same diagnostic
/// for each of its files.
pub fn role(path: &RelPath) -> Result<FileRole, Box<Diagnostic>> {
    let parts: Vec<&str> = path.parts().skip(1).collect();
    match parts[..] {
        [name] => at_top(path, name),
        ["catalogues", name] => in_catalogues(path, name),
        ["witness", ..] => in_witness(path, &parts),
        ["pages", "index.md"] | ["pages", "index", "index.md"] => Err(stray(path)),
        ["pages", ..] => below(path, parts.get(1..).unwrap_or_default(), &InPages),
        [year, ..] if looks_like_year(year) => in_year(path, year, parts.get(1..).unwrap_or_default()),
        ["catalogues", ..] | [] => Err(stray(path)),
        [folder, ..] => Err(folder_name::fault(folder).map_or_else(|| stray(path), Box::new)),
    }
}

/// Files directly in `content/`.
fn at_top(path: &RelPath, name: &str) -> Result<FileRole, Box<Diagnostic>> {
    match data_file(name) {
        Some(known) if known == name => Ok(FileRole::Elsewhere),
        Some(known) => Err(misnamed(path, format!("content/{known}"))),
        None => Err(catalogue_name(name).map_or_else(|| stray(path), |right| misnamed(path, right))),
    }
}

fn in_catalogues(path: &RelPath, name: &str) -> Result<FileRole, Box<Diagnostic>> {
    let is_copy = || name.strip_suffix(".yaml").and_then(copied_from).is_some_and(|(_, sign)| sign == CopyCertainty::Sure);
    match catalogue_name(name) {
        Some(right) if right != path.as_str() => Err(misnamed(path, right)),
        None if !name.ends_with(".yaml") || is_copy() => {
            let stem = plain(name.split(['.']).next().unwrap_or(name), CopyCertainty::Sure);
            let is_yaml = name.to_ascii_lowercase().split('.').any(|part| matches!(part, "yaml" | "yml"));
            Err(if is_yaml { misnamed(path, format!("content/catalogues/{stem}.yaml")) } else { stray(path) })
        }
        _ => Ok(FileRole::Elsewhere),
    }
}

/// The folder holds only signatures, whose names state the publication.
fn in_witness(path: &RelPath, parts: &[&str]) -> Result<FileRole, Box<Diagnostic>> {
    let publication = if let [_, name] = parts { publication_of(name) } else { None };
    let wrong = || Diagnostic::new("witness-name", SourceSpan::file(path)).with("name", with_blanks(path.name()));
    publication.map(FileRole::Witness).ok_or_else(|| Box::new(wrong()))
}

/// Correct path of a catalogue, if `name` is a variant of its name: `2570.yml`, `2570 (1).yaml`,
/// `2570.yaml.txt`.
fn catalogue_name(name: &str) -> Option<String> {
    let (stem, ending) = name.split_once('.')?;
    let is_yaml = ending.to_ascii_lowercase().split('.').any(|part| matches!(part, "yaml" | "yml"));
    let year = FiscalYear::parse(plain(stem, CopyCertainty::IfThere)).filter(|_| is_yaml)?;
    // Thai digits are also valid.
    let is_right = ending == "yaml" && FiscalYear::parse(stem) == Some(year) && looks_like_year(stem);
    Some(format!("content/catalogues/{}.yaml", if is_right { stem.to_owned() } else { year.to_string() }))
}

fn in_year(path: &RelPath, year: &str, parts: &[&str]) -> Result<FileRole, Box<Diagnostic>> {
    let Some(fiscal_year) = FiscalYear::parse(year) else {
        return Err(folder_name::fault(year).map_or_else(|| stray(path), Box::new));
    };
    let about = |finding: Box<Diagnostic>| Box::new(finding.about(Some(fiscal_year), None));
    match parts {
        [] => Err(stray(path)),
        [name] => of_year(path, fiscal_year, name),
        [folder, rest @ ..] => match page_name::item(folder) {
            Some(item) => below(path, rest, &InItem { fiscal_year, item }),
            None => in_other_folder(path, fiscal_year, folder, parts),
        },
    }
    .map_err(about)
}

/// A file directly in the folder of a year.
fn of_year(path: &RelPath, fiscal_year: FiscalYear, name: &str) -> Result<FileRole, Box<Diagnostic>> {
    let page = |item: &ItemCode| format!("{}/{}.md", path.folder(), item.slug());
    let not_an_item = |stem: &str| Diagnostic::new("not-an-item-file", SourceSpan::file(path)).with("name", stem);
    data_out_of_place(path, name)?;
    match called(name) {
        FileNameKind::Page(stem) if let Some(item) = page_name::item(stem) => Ok(FileRole::Document(Route::Item { fiscal_year, item })),
        FileNameKind::Page(stem) | FileNameKind::Otherwise(stem) => Err(match meant_item(stem) {
            None => Box::new(not_an_item(stem)),
            Some((item, rest)) => match rest.trim_start_matches(['-', '_', '.', ' ']) {
                below if is_page_name(below) => {
                    let child = format!("{}/{}/{below}.md", path.folder(), item.slug());
                    Box::new(not_an_item(stem).with("right", page(&item)).with("child", child))
                }
                _ => misnamed(path, page(&item)),
            },
        }),
        FileNameKind::Text(stem) if let Some((item, "")) = meant_item(stem) => Err(misnamed(path, page(&item))),
        FileNameKind::WebPage(stem) if let Some((item, "")) = meant_item(stem) => {
            Err(Box::new(refused_type(path).with("page", page(&item))))
        }
        FileNameKind::Text(_) | FileNameKind::WebPage(_) | FileNameKind::Other => attachment(path, format!("{fiscal_year}/{name}")),
    }
}

/// A file in a folder not named after an item: attachments shared by several items are allowed,
/// pages are not.
fn in_other_folder(path: &RelPath, fiscal_year: FiscalYear, folder: &str, parts: &[&str]) -> Result<FileRole, Box<Diagnostic>> {
    let meant = meant_item(folder);
    let is_item = meant.as_ref().is_some_and(|(_, rest)| rest.is_empty() || !is_page_name(folder));
    let is_page = matches!(called(path.name()), FileNameKind::Page(_) | FileNameKind::Otherwise(_));
    if !is_item && !is_page {
        data_out_of_place(path, path.name())?;
        return attachment(path, format!("{fiscal_year}/{}", parts.join("/")));
    }
    let at: Vec<&str> = path.parts().take(3).collect();
    let place = RelPath::new(&at.join("/")).unwrap_or_else(|| path.clone());
    let year_folder = place.folder().to_owned();
    let finding = Diagnostic::new("not-an-item-file", SourceSpan::file(&place)).with("name", with_blanks(folder));
    Err(Box::new(finding.with_some("folder", meant.map(|(item, _)| format!("{year_folder}/{}", item.slug())))))
}

/// Mapping from file names to routes and output paths, below `pages/` or an item.
trait RouteScheme {
    /// Route of the page with these folder names and this path.
    fn home(&self, names: &[&str], slug: String) -> Route;
    /// Output path of a file.
    fn output(&self, names: &[&str]) -> String;
    /// True if `index` is the page of the folder.
    fn has_index(&self, names: &[&str]) -> bool;
    /// True if a page of this name was meant as the page of the item itself.
    fn is_itself(&self, name: &str) -> bool;
}

struct InPages;

impl RouteScheme for InPages {
    fn home(&self, _: &[&str], path: String) -> Route {
        Route::Page { path }
    }
    fn output(&self, names: &[&str]) -> String {
        names.join("/")
    }
    fn has_index(&self, names: &[&str]) -> bool {
        names.len() > 1
    }
    fn is_itself(&self, _: &str) -> bool {
        false
    }
}

struct InItem {
    fiscal_year: FiscalYear,
    item: ItemCode,
}

impl RouteScheme for InItem {
    fn home(&self, names: &[&str], slug: String) -> Route {
        let (fiscal_year, item) = (self.fiscal_year, self.item.clone());
        match names {
            ["index.md"] => Route::Item { fiscal_year, item },
            _ => Route::Child { fiscal_year, item, slug },
        }
    }
    /// Attachments in the folder of an item are published next to its page, whatever the spelling
    /// of the code: `O42/` and `o42/` give one URL.
    fn output(&self, names: &[&str]) -> String {
        format!("{}/{}/{}", self.fiscal_year, self.item.slug(), names.join("/"))
    }
    fn has_index(&self, _: &[&str]) -> bool {
        true
    }
    fn is_itself(&self, name: &str) -> bool {
        page_name::item(name).as_ref() == Some(&self.item)
    }
}

/// A file below `pages/` or in the folder of an item.
fn below(path: &RelPath, names: &[&str], room: &dyn RouteScheme) -> Result<FileRole, Box<Diagnostic>> {
    let name = path.name();
    let right = |stem: &str| {
        let plain = plain(stem, CopyCertainty::Sure);
        let is_index = room.has_index(names) && matches!(plain.to_ascii_lowercase().as_str(), "index" | "readme");
        let name = match plain {
            _ if is_index || (names.len() == 1 && room.is_itself(plain)) => "index".to_owned(),
            name if is_page_name(name) => name.to_owned(),
            name => better_name(name)?,
        };
        Some(format!("{}/{name}.md", path.folder()))
    };
    let is_index = |right: &String| right.ends_with("/index.md");
    data_out_of_place(path, name)?;
    match called(name) {
        FileNameKind::Page(stem) => match right(stem).filter(|right| is_index(right) || plain(stem, CopyCertainty::Sure) != stem) {
            Some(right) if right != path.as_str() => Err(misnamed(path, right)),
            _ => Ok(FileRole::Document(room.home(names, page_path(path, names)?))),
        },
        FileNameKind::Otherwise(stem) => Err(right(stem).map_or_else(|| bad_page_name(path, stem), |right| misnamed(path, right))),
        FileNameKind::Text(stem) if let Some(right) = right(stem).filter(is_index) => Err(misnamed(path, right)),
        FileNameKind::WebPage(stem) if let Some(right) = right(stem).filter(is_index) => {
            Err(Box::new(refused_type(path).with("page", right)))
        }
        FileNameKind::Text(_) | FileNameKind::WebPage(_) | FileNameKind::Other => attachment(path, room.output(names)),
    }
}

/// Rejects data files outside `content/` itself.
fn data_out_of_place(path: &RelPath, name: &str) -> Result<(), Box<Diagnostic>> {
    let is_data = name.contains(".y") || name.contains(".Y") || name.contains(".lock");
    let right = data_file(name).map(|known| format!("content/{known}")).or_else(|| catalogue_name(name));
    match right.filter(|_| is_data) {
        Some(right) => Err(Box::new(misnamed(path, right.clone()).with("belongs", right))),
        None => Ok(()),
    }
}

/// The page that an office document is named after: `2566/o7.docx`, `2566/o7/index.odt`. The
/// document may also be meant as an attachment.
pub fn page_of_office_document(path: &RelPath) -> Option<String> {
    const OFFICE: [&str; 7] = ["doc", "docx", "docm", "odt", "rtf", "pages", "gdoc"];
    let (stem, _) = path.name().rsplit_once('.').filter(|_| OFFICE.contains(&path.extension().as_str()))?;
    let parts: Vec<&str> = path.parts().skip(1).collect();
    let page = match parts[..] {
        [year, _] if looks_like_year(year) => meant_item(stem).filter(|(_, rest)| rest.is_empty()).map(|(item, _)| item.slug()),
        [_, _, ..] if plain(stem, CopyCertainty::Sure).eq_ignore_ascii_case("index") => Some("index".to_owned()),
        _ => None,
    };
    page.map(|page| format!("{}/{page}.md", path.folder()))
}

/// Diagnostic for a misnamed page or data file.
pub(super) fn misnamed(path: &RelPath, right: String) -> Box<Diagnostic> {
    Box::new(Diagnostic::new("file-misnamed", SourceSpan::file(path)).with("name", with_blanks(path.name())).with("right", right))
}

/// Extensions that a browser or the host would execute with the origin of the site: pages come only
/// from Markdown (P26).
const ACTIVE: [&str; 34] = [
    "html", "htm", "xhtml", "shtml", "mht", "mhtml", "svg", "svgz", "xml", "xsl", "js", "mjs", "css", "wasm", "swf", "hta", "php", "asp",
    "aspx", "jsp", "cgi", "exe", "bat", "cmd", "msi", "scr", "vbs", "ps1", "jar", "com", "lnk", "url", "webloc", "desktop",
];

/// Types of [`ACTIVE`] that programs of the reader only show; the rest runs or opens a web page from the
/// reader's own disk.
const DATA: [&str; 5] = ["xml", "xsl", "css", "svg", "svgz"];

/// True if a file of this extension is refused as an attachment, and in an archive, too.
pub(crate) fn is_active_in_archive(extension: &str) -> bool {
    ACTIVE.contains(&extension) && !DATA.contains(&extension)
}

fn attachment(path: &RelPath, output: String) -> Result<FileRole, Box<Diagnostic>> {
    if let Some(finding) = foreign_name(path) {
        return Err(finding);
    }
    match ACTIVE.contains(&path.extension().as_str()) {
        true => Err(Box::new(refused_type(path))),
        false => Ok(FileRole::Attachment(composed(&output).into_owned())),
    }
}

/// Diagnostic for a file or folder name that is invalid on Windows, placed at that file or folder.
fn foreign_name(path: &RelPath) -> Option<Box<Diagnostic>> {
    let (at, foreign) = path.parts().enumerate().find_map(|(at, name)| Some((at, ForeignName::of(name)?)))?;
    let place = RelPath::new(&path.parts().take(at + 1).collect::<Vec<_>>().join("/"))?;
    let finding = Diagnostic::new("file-name-unreadable", SourceSpan::file(&place)).with("better", ForeignName::mended(place.name()));
    Some(Box::new(match foreign {
        ForeignName::Device(device) => finding.with("reserved", device),
        ForeignName::Ending => finding.with("ending", with_blanks(place.name())),
        ForeignName::Character(character) => finding.with("character", character),
    }))
}

fn refused_type(path: &RelPath) -> Diagnostic {
    Diagnostic::new("attachment-type", SourceSpan::file(path)).with("path", path).with("extension", path.extension())
}

fn looks_like_year(name: &str) -> bool {
    let digits = crate::thai::to_arabic(name);
    !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit())
}

fn stray(path: &RelPath) -> Box<Diagnostic> {
    let home = is_meant_as_home(path).then_some(path.name());
    Box::new(Diagnostic::new("file-not-published", SourceSpan::file(path)).with("path", path).with_some("home", home))
}

/// True for `content/index.md` and `content/pages/index.md`: other programs make the first page of a
/// site from such a file.
fn is_meant_as_home(path: &RelPath) -> bool {
    let parts: Vec<&str> = path.parts().skip(1).collect();
    matches!(parts[..], ["index.md" | "home.md" | "_index.md"] | ["pages", "index.md"] | ["pages", "index", "index.md"])
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
