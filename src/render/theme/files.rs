//! The files of a theme: those of the tree over those that are compiled in.

use std::collections::BTreeMap;
use std::sync::Arc;

use include_dir::{Dir, include_dir};

use crate::base::RelPath;
use crate::source::{SourceTree, TextFile};

static BUILT_IN: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes/default");

/// A file that is published as it is.
#[derive(Clone, Debug)]
pub struct Asset {
    /// Its path in the theme, also below the base of the site.
    pub(crate) path: String,
    /// Where its bytes come from.
    pub(crate) source: AssetSource,
}

/// Where the bytes of a file of a theme come from.
#[derive(Clone, Debug)]
pub enum AssetSource {
    /// Compiled in.
    BuiltIn(&'static [u8]),
    /// A text of the tree.
    Text(Arc<str>),
    /// A file of the tree, to be read when it is written.
    File(RelPath),
}

/// Every file of a theme by its path in the theme.
#[derive(Debug)]
pub(super) struct Files {
    /// The folder of the theme in the tree: `themes/own/`.
    folder: String,
    files: BTreeMap<String, AssetSource>,
}

impl AssetSource {
    /// The bytes, if they are in memory.
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
    /// Whether the tree has a folder for a theme.
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
            let is_copy = Self::built_in_text(&path) == Some(&*text);
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

    /// Name and text of the templates that are not as they are compiled in: of those it is known
    /// that they come to their end.
    pub fn own_templates(&self) -> BTreeMap<String, String> {
        let built_in = |name: &str| Self::built_in_text(&format!("templates/{name}")).map(without_indentation);
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

    /// The file as messages name it.
    pub fn source(&self, path: &str) -> Option<RelPath> {
        RelPath::new(&format!("{}{path}", self.folder))
    }

    /// Everything that is neither template nor words.
    pub fn assets(self) -> BTreeMap<String, Asset> {
        let is_asset = |path: &str| !path.starts_with("templates/") && !path.starts_with("strings/");
        let assets = self.files.into_iter().filter(|(path, _)| is_asset(path));
        assets.map(|(path, source)| (path.clone(), Asset { path, source })).collect()
    }
}

fn built_in(folder: &'static Dir<'static>, files: &mut BTreeMap<String, AssetSource>) {
    for file in folder.files() {
        let Some(name) = file.path().to_str().map(|path| path.replace('\\', "/")) else { continue };
        let source = match file.contents_utf8().filter(|_| name.starts_with("templates/")) {
            Some(template) => AssetSource::Text(without_indentation(template).into()),
            None => AssetSource::BuiltIn(file.contents()),
        };
        files.insert(name, source);
    }
    folder.dirs().for_each(|inner| built_in(inner, files));
}

/// A template as small as it can be without a parser: nowhere in ours does the white space at the
/// beginning of a line show. Its lines stay what they are, so that a fault is found in them.
fn without_indentation(template: &str) -> String {
    template.split_inclusive('\n').map(|line| line.trim_start_matches(' ')).collect()
}
