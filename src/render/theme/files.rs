//! Files of a theme: those of the source tree override the compiled-in ones.
//!
//! The files of the default theme are written to be read and changed. What is compiled in is made
//! shorter for visitors ([`shortened`]); a file of the source tree stays as it was written.

use std::collections::BTreeMap;
use std::sync::Arc;

use include_dir::{Dir, include_dir};

use super::shortened;
use crate::base::RelPath;
use crate::source::{SourceTree, TextFile};

/// Name of the compiled-in theme.
pub const DEFAULT: &str = "default";

static BUILT_IN: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes/default");

/// A theme file that is published verbatim.
#[derive(Clone, Debug)]
pub struct Asset {
    /// Path in the theme, and below the base path of the site.
    pub(crate) path: String,
    /// Source of the content.
    pub(crate) source: AssetSource,
}

/// Source of the content of a theme file.
#[derive(Clone, Debug)]
pub enum AssetSource {
    /// Compiled in.
    BuiltIn(&'static [u8]),
    /// A text of the source tree.
    Text(Arc<str>),
    /// A file of the source tree, read when it is written.
    File(RelPath),
}

/// All files of a theme by path in the theme.
#[derive(Debug)]
pub(super) struct Files {
    /// Folder of the theme in the source tree: `themes/own/`.
    folder: String,
    files: BTreeMap<String, AssetSource>,
}

impl AssetSource {
    /// The content, if it is in memory.
    pub fn bytes(&self) -> Option<&[u8]> {
        match self {
            AssetSource::BuiltIn(bytes) => Some(bytes),
            AssetSource::Text(text) => Some(text.as_bytes()),
            AssetSource::File(_) => None,
        }
    }

    fn text(&self) -> Option<&str> {
        std::str::from_utf8(self.bytes()?).ok()
    }
}

impl Files {
    /// True if the source tree contains the theme.
    pub fn has(tree: &SourceTree, name: &str) -> bool {
        let folder = format!("themes/{name}/");
        tree.texts_below(&folder).next().is_some() || tree.blobs_below(&folder).next().is_some()
    }

    /// The files of a theme.
    pub fn of(tree: &SourceTree, name: &str) -> Files {
        let folder = format!("themes/{name}/");
        let mut files = BTreeMap::new();
        built_in(&BUILT_IN, &mut files);
        let inner = |path: &RelPath| path.as_str().strip_prefix(&folder).map(str::to_owned);
        let own = |file: &TextFile| {
            let (path, text) = (inner(&file.path)?, file.text.read());
            // A copied style sheet of another theme is published as it is.
            let may_be_copy = name == DEFAULT || !path.ends_with(".css");
            let is_copy = may_be_copy && Self::built_in_text(&path) == Some(&*text);
            (!is_copy).then(|| (path, AssetSource::Text(text.into())))
        };
        files.extend(tree.texts_below(&folder).filter_map(own));
        files.extend(tree.blobs_below(&folder).filter_map(|blob| Some((inner(&blob.path)?, AssetSource::File(blob.path.clone())))));
        Files { folder, files }
    }

    /// Name below `templates/` and text of every template.
    pub fn templates(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().filter_map(|(path, source)| Some((path.strip_prefix("templates/")?, source.text()?)))
    }

    /// Templates that differ from the compiled-in ones, of which alone termination is not known.
    pub fn own_templates(&self) -> BTreeMap<String, String> {
        let built_in = |name: &str| Self::built_in_text(&format!("templates/{name}")).map(shortened::template);
        let own = self.templates().filter(|(name, text)| built_in(name).as_deref() != Some(text));
        own.map(|(name, text)| (name.to_owned(), text.to_owned())).collect()
    }

    /// The text of a file.
    pub fn text(&self, path: &str) -> Option<&str> {
        self.files.get(path)?.text()
    }

    /// The text of a file of the default theme.
    pub fn built_in_text(path: &str) -> Option<&'static str> {
        BUILT_IN.get_file(path)?.contents_utf8()
    }

    /// The size of a file of the default theme in bytes.
    pub fn built_in_size(path: &str) -> Option<u64> {
        BUILT_IN.get_file(path)?.contents().len().try_into().ok()
    }

    /// The source path for messages.
    pub fn source(&self, path: &str) -> Option<RelPath> {
        RelPath::new(&format!("{}{path}", self.folder))
    }

    /// All files except templates and strings.
    pub fn assets(self) -> BTreeMap<String, Asset> {
        let is_asset = |path: &str| !path.starts_with("templates/") && !path.starts_with("strings/");
        let assets = self.files.into_iter().filter(|(path, _)| is_asset(path));
        assets.map(|(path, source)| (path.clone(), Asset { path, source })).collect()
    }
}

fn built_in(folder: &'static Dir<'static>, files: &mut BTreeMap<String, AssetSource>) {
    for file in folder.files() {
        let Some(name) = file.path().to_str().map(|path| path.replace('\\', "/")) else { continue };
        let source = match file.contents_utf8() {
            Some(template) if name.starts_with("templates/") => AssetSource::Text(shortened::template(template).into()),
            Some(style) if name.ends_with(".css") => AssetSource::Text(shortened::style(style).into()),
            _ => AssetSource::BuiltIn(file.contents()),
        };
        files.insert(name, source);
    }
    folder.dirs().for_each(|inner| built_in(inner, files));
}
