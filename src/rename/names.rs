//! Maps the arguments of the command to the new path of each file.

use std::collections::{BTreeMap, BTreeSet};

use super::NotMoved;
use crate::base::{ItemCode, RelPath};
use crate::config::data_file;
use crate::content::{FileRole, role};
use crate::site::{Permalink, Site, address_of_file};
use crate::source::SourceTree;
use crate::thai::to_arabic;

/// Arguments of the command.
#[derive(Clone, Copy, Debug)]
pub struct TypedNames<'t> {
    /// A page, folder or file: a path from the site root, from `content` or from the working
    /// directory, or an address.
    pub(crate) old: &'t str,
    /// Its new name, in the same forms.
    pub(crate) new: &'t str,
    /// Working directory relative to the site root (`content/2566`); empty for the root itself and
    /// for any directory outside.
    pub(crate) here: &'t str,
}

/// New paths of the moved files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RenamedFiles {
    /// Old path to new path of each moved file.
    pub(crate) new: BTreeMap<RelPath, RelPath>,
    /// Old paths whose files already have the new path, by a manual rename or a killed run.
    pub(crate) renamed: BTreeSet<RelPath>,
    /// Old path of the page, moved alone or with its folder; `None` if only attachments move.
    pub(crate) page: Option<RelPath>,
}

impl RenamedFiles {
    /// Path of a file after the rename.
    pub fn after<'n>(&'n self, file: &'n RelPath) -> &'n RelPath {
        self.new.get(file).unwrap_or(file)
    }
}

/// What the old name refers to.
enum RenameTarget {
    /// A page without a folder: its file.
    Page(RelPath),
    /// A folder with its content, and a page of the same name beside it; without extension,
    /// `content/2566/o42`.
    Folder(RelPath),
    /// An attachment.
    File(RelPath),
    /// A file that no longer exists; without extension.
    Gone(RelPath),
}

/// Maps the arguments to the files to move.
///
/// # Errors
/// The old name does not exist, the new one does, or a new path is not one that the site publishes.
pub fn names(site: &Site, tree: &SourceTree, typed: TypedNames<'_>) -> Result<RenamedFiles, NotMoved> {
    let old = Path::of(typed.old, site, tree);
    let subject = subject(site, tree, typed, &old)?;
    let (RenameTarget::Page(name) | RenameTarget::Folder(name) | RenameTarget::File(name) | RenameTarget::Gone(name)) = &subject;
    may_move(name)?;
    let target = Path::of(typed.new, site, tree);
    let found = match &subject {
        RenameTarget::File(file) => {
            RenamedFiles { new: [(file.clone(), file_name(tree, file, &target, typed)?)].into(), ..RenamedFiles::default() }
        }
        RenameTarget::Page(file) => {
            let new = page_file(&target.name(file, typed)?, file, &target)?;
            RenamedFiles { new: [(file.clone(), new)].into(), page: Some(file.clone()), ..RenamedFiles::default() }
        }
        RenameTarget::Folder(stem) => of_folder(site, tree, stem, &target, typed)?,
        RenameTarget::Gone(stem) => by_hand(site, tree, stem, &target, typed)?,
    };
    for (old, new) in &found.new {
        let is_page = match role(new) {
            Ok(FileRole::Document(_)) => true,
            Ok(FileRole::Attachment(_)) => false,
            Ok(FileRole::Witness(_) | FileRole::Elsewhere) => return Err(NotMoved::Record(new.to_string())),
            Err(finding) => return Err(NotMoved::BadName(finding)),
        };
        if is_page != is_markdown(old) {
            return Err(NotMoved::OtherKind(new.clone()));
        }
        // An existing page with another spelling of the name.
        let there = address_of_file(new).and_then(|address| site.written_page(&address)).map(|page| &page.document.source);
        if let Some(there) = there.filter(|there| *there != new && !found.new.contains_key(*there)) {
            return Err(NotMoved::Exists(there.clone()));
        }
    }
    Ok(found)
}

/// Finds what the old name refers to; paths take precedence over addresses.
fn subject(site: &Site, tree: &SourceTree, typed: TypedNames<'_>, old: &Path) -> Result<RenameTarget, NotMoved> {
    let candidates = old.candidates(typed.here);
    if let Some(found) = candidates.iter().find_map(|path| at(tree, path)) {
        return Ok(found);
    }
    let address = to_arabic(&old.text).into_owned();
    let permalink = [old.text.as_str(), &address].into_iter().find_map(|address| site.addresses.at(address));
    let source = permalink.and_then(|permalink| {
        let page = site.written_page(permalink).map(|page| &page.document.source);
        page.or_else(|| site.attachment(permalink).map(|attachment| &attachment.source))
    });
    // Excludes former addresses: they belong to a page that was moved before.
    if let Some(source) = source.filter(|source| address_of_file(source).as_ref() == permalink && is_address_of(&address, permalink)) {
        let stem = stem(source);
        return Ok(at(tree, &stem).unwrap_or_else(|| RenameTarget::File(source.clone())));
    }
    let was_there = |path: &&RelPath| {
        let below = format!("{path}/");
        let file = format!("{path}.md");
        let locked = site
            .record
            .urls
            .locked
            .values()
            .any(|locked| locked.source == path.as_str() || locked.source == file || locked.source.starts_with(&below));
        let by_address = address_of_file(&with_ending(path)).and_then(|address| site.record.urls.url_at(address.as_str()));
        locked || by_address.is_some()
    };
    if let Some(gone) = candidates.iter().find(was_there) {
        return Ok(RenameTarget::Gone(if is_index(gone) { stem(gone) } else { gone.clone() }));
    }
    let near = candidates
        .iter()
        .find_map(|path| [path.clone(), with_ending(path)].iter().find_map(|path| site.addresses.looks_like(path)).cloned());
    Err(NotMoved::NoOld(typed.old.to_owned(), near.or_else(|| nearest(tree, old))))
}

fn is_address_of(address: &str, permalink: Option<&Permalink>) -> bool {
    let plain = |text: &str| text.trim_start_matches('/').trim_end_matches("index.html").trim_matches('/').to_owned();
    permalink.is_some_and(|permalink| plain(address) == plain(permalink.as_str()))
}

/// A file with a similar name.
fn nearest(tree: &SourceTree, old: &Path) -> Option<RelPath> {
    let name = old.text.rsplit('/').next()?;
    let files = tree.texts_below("content/").map(|file| &file.path).chain(tree.blobs_below("content/").map(|blob| &blob.path));
    let files: Vec<&RelPath> = files.collect();
    let near = crate::yaml::nearest(name, files.iter().map(|file| file.name()))?;
    files.into_iter().find(|file| file.name() == near).cloned()
}

/// What exists at a path, with or without the extension.
fn at(tree: &SourceTree, path: &RelPath) -> Option<RenameTarget> {
    if tree.holds(path.as_str()) {
        return Some(match (is_markdown(path), is_index(path)) {
            (true, true) => RenameTarget::Folder(stem(path)),
            (true, false) => RenameTarget::Page(path.clone()),
            (false, _) => RenameTarget::File(path.clone()),
        });
    }
    match tree.holds_below(&format!("{path}/")) {
        true => Some(RenameTarget::Folder(path.clone())),
        false => tree.holds(with_ending(path).as_str()).then(|| RenameTarget::Page(with_ending(path))),
    }
}

/// Only files in `pages` or in the folder of a year can be renamed.
fn may_move(name: &RelPath) -> Result<(), NotMoved> {
    let parts: Vec<&str> = name.parts().collect();
    match parts[..] {
        ["content", name] if data_file(name).is_some() => Err(NotMoved::Record(format!("content/{name}"))),
        ["content", "catalogues" | "witness", ..] => Err(NotMoved::Record(name.to_string())),
        ["content", _, _, ..] => Ok(()),
        _ => Err(NotMoved::TopFolder(name.to_string())),
    }
}

/// New paths of a folder's files and of the page with the same name.
fn of_folder(site: &Site, tree: &SourceTree, stem: &RelPath, target: &Path, typed: TypedNames<'_>) -> Result<RenamedFiles, NotMoved> {
    let new_stem = target.name(stem, typed)?;
    let below = format!("{stem}/");
    let alone = with_ending(stem);
    let index = RelPath::new(&format!("{stem}/index.md"));
    let page = [Some(alone), index].into_iter().flatten().find(|page| tree.holds(page.as_str()));
    let files = tree.texts_below(&below).map(|file| &file.path).chain(tree.blobs_below(&below).map(|blob| &blob.path));
    let mut names = RenamedFiles { page: page.clone(), ..RenamedFiles::default() };
    for file in files.filter(|file| Some(*file) != page.as_ref()) {
        names.new.insert(file.clone(), below_stem(file, stem, &new_stem)?);
    }
    if let Some(page) = page {
        let new = page_file(&new_stem, &page, target)?;
        names.new.insert(page, new);
    }
    // After a killed run, some files already have their new paths.
    for source in site.record.urls.locked.values().filter_map(|locked| RelPath::new(&locked.source)) {
        if source.as_str().starts_with(&below) && !tree.holds(source.as_str()) && new_stem != *stem {
            let new = below_stem(&source, stem, &new_stem)?;
            if tree.holds(new.as_str()) {
                names.renamed.insert(source.clone());
                names.new.insert(source, new);
            }
        }
    }
    if new_stem == *stem {
        // Only the form of the page changes: `o42.md` becomes `o42/index.md`.
        names.new.retain(|old, new| old != new);
    } else if new_stem.as_str().starts_with(&below) {
        return Err(NotMoved::IntoItself(stem.clone()));
    }
    if names.new.is_empty() { Err(NotMoved::Same(stem.clone())) } else { Ok(names) }
}

/// New paths after a manual rename: the files already have their new paths, and the URL lock holds
/// the old ones.
fn by_hand(site: &Site, tree: &SourceTree, stem: &RelPath, target: &Path, typed: TypedNames<'_>) -> Result<RenamedFiles, NotMoved> {
    if tree.holds_below(&format!("{stem}/")) {
        return Err(NotMoved::NoOld(typed.old.to_owned(), None));
    }
    let mut names = RenamedFiles::default();
    let sources: BTreeSet<RelPath> = site.record.urls.locked.values().filter_map(|locked| RelPath::new(&locked.source)).collect();
    let is_attachment = sources.contains(stem) && !is_markdown(stem);
    let new_stem = if is_attachment { file_name(tree, stem, target, typed)? } else { target.name(stem, typed)? };
    let (alone, index) = (with_ending(stem), RelPath::new(&format!("{stem}/index.md")));
    let is_page = |source: &RelPath| *source == alone || Some(source) == index.as_ref();
    let forms = [Some(with_ending(&new_stem)), RelPath::new(&format!("{new_stem}/index.md"))];
    let new_page = forms.into_iter().flatten().find(|page| tree.holds(page.as_str()));
    if is_attachment {
        names.new.extend(tree.holds(new_stem.as_str()).then(|| (stem.clone(), new_stem.clone())));
    } else if let Some(new_page) = new_page {
        // After another publication the URL lock holds the new path; the old page is known only by
        // its address.
        let old_page = sources.iter().find(|source| is_page(source)).cloned().unwrap_or(alone.clone());
        names.page = Some(old_page.clone());
        names.new.insert(old_page, new_page);
    }
    for source in sources.iter().filter(|source| source.as_str().starts_with(&format!("{stem}/")) && !is_page(source)) {
        let new = below_stem(source, stem, &new_stem)?;
        if tree.holds(new.as_str()) {
            names.new.insert(source.clone(), new);
        }
    }
    if names.new.is_empty() {
        return Err(NotMoved::NoOld(typed.old.to_owned(), None));
    }
    names.renamed = names.new.keys().cloned().collect();
    Ok(names)
}

/// New path of a page, as a file or as `index.md` of a folder: the form of the argument, else the
/// current form.
fn page_file(stem: &RelPath, old: &RelPath, target: &Path) -> Result<RelPath, NotMoved> {
    // `contact.pdf` and `contact.html` are file names; `v1.2` is a page name.
    let ending = target.text.rsplit('/').next().and_then(|name| name.rsplit_once('.')).map_or("", |(_, ending)| ending);
    if target.page.is_none() && ending.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return Err(NotMoved::OtherKind(stem.clone()));
    }
    let is_folder = match target.page {
        Some(form) => form == PageForm::Folder,
        None => is_index(old),
    };
    let new = if is_folder { RelPath::new(&format!("{stem}/index.md")) } else { Some(with_ending(stem)) };
    let new = new.ok_or_else(|| NotMoved::Outside(target.text.clone()))?;
    if new == *old { Err(NotMoved::Same(new)) } else { Ok(new) }
}

/// New path of an attachment. In an existing folder it keeps its file name; a missing extension is
/// added.
fn file_name(tree: &SourceTree, old: &RelPath, target: &Path, typed: TypedNames<'_>) -> Result<RelPath, NotMoved> {
    let named = target.name(old, typed)?;
    if target.page.is_some() {
        return Err(NotMoved::OtherKind(named));
    }
    let ending = || old.name().rsplit_once('.').map_or(String::new(), |(_, ending)| format!(".{ending}"));
    let new = match (target.is_folder || tree.holds_below(&format!("{named}/")), named.extension().is_empty()) {
        (true, _) => format!("{named}/{}", old.name()),
        (false, true) => format!("{named}{}", ending()),
        (false, false) => named.to_string(),
    };
    let new = RelPath::new(&new).ok_or_else(|| NotMoved::Outside(typed.new.to_owned()))?;
    if new == *old { Err(NotMoved::Same(new)) } else { Ok(new) }
}

fn below_stem(file: &RelPath, stem: &RelPath, new_stem: &RelPath) -> Result<RelPath, NotMoved> {
    let rest = file.as_str().strip_prefix(stem.as_str()).unwrap_or_default();
    RelPath::new(&format!("{new_stem}{rest}")).ok_or_else(|| NotMoved::Outside(new_stem.to_string()))
}

/// A normalized path or address from the command line.
struct Path {
    /// Without `content/`, page extension, and leading and trailing slashes.
    text: String,
    /// True if it begins with `/`, like an address.
    is_address: bool,
    /// True if it begins with `content/`.
    is_from_content: bool,
    /// True if it ends with `/`.
    is_folder: bool,
    /// Form of the page, if given by the extension.
    page: Option<PageForm>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum PageForm {
    File,
    Folder,
}

impl Path {
    fn of(typed: &str, site: &Site, tree: &SourceTree) -> Path {
        let text = typed.trim().trim_matches(['"', '\'']).replace('\\', "/");
        let root = tree.root.to_string_lossy().replace('\\', "/");
        let base = site.config.base_url.as_str();
        let (text, is_whole) =
            match (text.strip_prefix(base), text.strip_prefix(root.trim_end_matches('/')).filter(|rest| rest.starts_with('/'))) {
                (Some(address), _) => (format!("/{}", percent_encoding::percent_decode_str(address).decode_utf8_lossy()), false),
                (None, Some(below)) => (below.trim_start_matches('/').to_owned(), true),
                (None, None) => (text, false),
            };
        let is_address = text.starts_with('/') && !is_whole;
        let parts: Vec<&str> = text.split('/').filter(|part| !matches!(*part, "" | ".")).collect();
        let is_folder = text.ends_with('/');
        let is_from_content = parts.first() == Some(&"content");
        let joined = parts.get(usize::from(is_from_content)..).unwrap_or_default().join("/");
        let (text, page) = match joined.strip_suffix("index.md").or_else(|| joined.strip_suffix("index.html")) {
            Some(folder) if folder.ends_with('/') => (folder.trim_end_matches('/').to_owned(), Some(PageForm::Folder)),
            _ => match joined.strip_suffix(".md") {
                Some(stem) => (stem.to_owned(), Some(PageForm::File)),
                None => (joined, None),
            },
        };
        Path { text, is_address, is_from_content, is_folder, page }
    }

    /// Possible paths, most likely first.
    fn candidates(&self, here: &str) -> Vec<RelPath> {
        let name = match self.page {
            Some(PageForm::File) => format!("{}.md", self.text),
            Some(PageForm::Folder) => format!("{}/index.md", self.text),
            None => self.text.clone(),
        };
        let from_here = (!self.is_address && !self.is_from_content).then(|| RelPath::new(&format!("{here}/x"))?.join(&name)).flatten();
        let below = ["content", "content/pages"].into_iter().filter_map(|folder| RelPath::new(&format!("{folder}/{name}")));
        let found = from_here.filter(|path| path.as_str().starts_with("content/")).into_iter().chain(below);
        // An address with `index.html` may also be that of a folder.
        found.flat_map(|path| [Some(path.clone()), (self.page == Some(PageForm::Folder)).then(|| stem(&path))]).flatten().collect()
    }

    /// Path of the new name without page extension: in a year, in `pages`, or beside the old file.
    fn name(&self, old: &RelPath, typed: TypedNames<'_>) -> Result<RelPath, NotMoved> {
        let first = self.text.split('/').next().unwrap_or_default();
        let is_year = !first.is_empty() && to_arabic(first).bytes().all(|b| b.is_ascii_digit());
        let has_place = is_year || matches!(first, "pages" | "catalogues") || data_file(first) == Some(first);
        let beside = |folder: &str| RelPath::new(&format!("{folder}/x"))?.join(&self.text);
        let year = old.as_str().strip_prefix("content/").and_then(|rest| rest.split('/').next()).filter(|folder| *folder != "pages");
        let year = year.filter(|_| ItemCode::parse(first).is_some());
        let new = match () {
            () if self.is_from_content => RelPath::new(&format!("content/{}", self.text)),
            () if self.is_address && has_place => RelPath::new(&format!("content/{}", self.text)),
            () if self.is_address => RelPath::new(&format!("content/pages/{}", self.text)),
            () if typed.here.starts_with("content/") => beside(typed.here),
            () if has_place => RelPath::new(&format!("content/{}", self.text)),
            () if self.text.contains('/') => RelPath::new(&format!("content/{}/{}", year.unwrap_or("pages"), self.text)),
            () => beside(stem(old).folder()),
        };
        new.filter(|new| new.as_str().starts_with("content/")).ok_or_else(|| NotMoved::Outside(typed.new.to_owned()))
    }
}

/// Path of a page without `.md` or `/index.md`.
pub(super) fn stem(file: &RelPath) -> RelPath {
    let path = file.as_str();
    let cut = path.strip_suffix("/index.md").filter(|folder| folder.matches('/').count() > 1).or_else(|| path.strip_suffix(".md"));
    cut.and_then(RelPath::new).unwrap_or_else(|| file.clone())
}

fn with_ending(stem: &RelPath) -> RelPath {
    if is_markdown(stem) { stem.clone() } else { RelPath::new(&format!("{stem}.md")).unwrap_or_else(|| stem.clone()) }
}

fn is_index(file: &RelPath) -> bool {
    file.name() == "index.md" && file.as_str() != "content/pages/index.md"
}

pub(super) fn is_markdown(file: &RelPath) -> bool {
    file.as_str().ends_with(".md")
}
