//! Themes: templates, strings and assets. The default theme is compiled in; files below
//! `themes/NAME/` in the source tree override its files by path.
//!
//! ```text
//! templates/item.html …    Tera 2 templates, one per page kind
//! strings/th.yaml, en.yaml user-visible strings: a flat map, placeholders in {braces}
//! everything else          assets, published under the same path (assets/site.css)
//! ```

mod faults;
mod files;
mod integrity;
mod shortened;
mod strings;
mod templates;
mod watch;

pub use files::{Asset, AssetSource, DEFAULT};
pub use strings::Strings;

use std::collections::BTreeMap;

use serde::Serialize;

use crate::base::{Lang, RelPath, SITE_FILE};
use crate::config::{Integrity, Limits};
use crate::diagnostics::{Diagnostic, Diagnostics, Outcome, SourceSpan};
use crate::plan::ItemPictures;
use crate::source::SourceTree;
use crate::yaml::Spanned;

use files::Files;
use templates::Templates;

/// The picture of links to all pages, or to all but those of items.
pub const SHARED_PICTURE: &str = "assets/share.png";

/// A loaded theme.
#[derive(Debug)]
pub struct Theme {
    templates: Templates,
    thai: Strings,
    english: Strings,
    assets: BTreeMap<String, Asset>,
    hashes: BTreeMap<String, String>,
    item_pictures: ItemPictures,
}

impl Theme {
    /// Loads a theme. `None` if its templates cannot be used. An unknown name is reported and
    /// replaced by the default theme, so that everything else can still be checked.
    pub fn load(tree: &SourceTree, named: Option<&Spanned<String>>) -> Outcome<Option<Theme>> {
        let mut diagnostics = Diagnostics::new();
        let name = match named {
            None => DEFAULT,
            Some(named) if named.value == DEFAULT || Files::has(tree, &named.value) => &named.value,
            Some(named) => {
                unknown(named).into_iter().for_each(|finding| diagnostics.push(finding));
                DEFAULT
            }
        };
        let files = Files::of(tree, name);
        let Outcome([thai, english], found) = Strings::read(&files);
        diagnostics.append(found);
        diagnostics.append(templates::unknown_words(&files, &thai));
        let templates = match Templates::load(&files, &thai, &english) {
            Ok(templates) => templates,
            Err(faults) => {
                faults.into_iter().for_each(|fault| diagnostics.push(fault));
                return Outcome(None, diagnostics);
            }
        };
        let assets = files.assets();
        let hashes = integrity::hashes(assets.values());
        let item_pictures = item_pictures(tree, assets.get(SHARED_PICTURE));
        Outcome(Some(Theme { templates, thai, english, assets, hashes, item_pictures }), diagnostics)
    }

    /// The strings of a language.
    pub fn strings(&self, lang: Lang) -> &Strings {
        match lang {
            Lang::Thai => &self.thai,
            Lang::English => &self.english,
        }
    }

    /// The assets, ordered by path.
    pub fn assets(&self) -> impl Iterator<Item = &Asset> {
        self.assets.values()
    }

    /// The paths of the assets.
    pub fn asset_paths(&self) -> impl Iterator<Item = &str> {
        self.assets().map(|asset| asset.path.as_str())
    }

    /// The asset with a path (`assets/site.css`).
    pub fn asset(&self, path: &str) -> Option<&Asset> {
        self.assets.get(path)
    }

    /// The pictures of links to items.
    pub fn item_pictures(&self) -> ItemPictures {
        self.item_pictures
    }

    /// The content of an asset, if it is in memory; files of the source tree are read when they are
    /// written.
    pub fn asset_bytes(&self, path: &str) -> Option<&[u8]> {
        self.asset(path)?.source.bytes()
    }

    /// Integrity hashes of style sheets and scripts by path: `sha384-…`.
    pub(super) fn integrity(&self, wanted: Integrity) -> &BTreeMap<String, String> {
        static NONE: BTreeMap<String, String> = BTreeMap::new();
        match wanted {
            Integrity::Stated => &self.hashes,
            Integrity::Unstated => &NONE,
        }
    }

    /// Renders a template; `view` is serialised to a map of its variables.
    pub(super) fn render<V: Serialize>(&self, template: &str, view: &V, limits: &Limits) -> Result<String, Box<Diagnostic>> {
        self.templates.render(template, view, limits)
    }
}

/// A theme with a picture of its own keeps it for all pages.
fn item_pictures(tree: &SourceTree, shared: Option<&Asset>) -> ItemPictures {
    let is_built_in = match shared.map(|asset| &asset.source) {
        Some(AssetSource::BuiltIn(_)) => true,
        // A copy, as in a copied theme. Files are not opened here; another picture has another size.
        Some(AssetSource::File(path)) => tree.blob(path).map(|blob| blob.size) == Files::built_in_size(SHARED_PICTURE),
        Some(AssetSource::Text(_)) | None => false,
    };
    if is_built_in { ItemPictures::Drawn } else { ItemPictures::OfTheme }
}

/// Reports a theme in the site file that does not exist.
fn unknown(theme: &Spanned<String>) -> Option<Diagnostic> {
    let file = RelPath::new(SITE_FILE)?;
    Some(Diagnostic::new("unknown-theme", SourceSpan::new(&file, theme.span.clone())).with("theme", &theme.value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::Outcome;

    fn load(tree: &SourceTree, name: &str) -> Outcome<Option<Theme>> {
        Theme::load(tree, Some(&Spanned { value: name.to_owned(), as_written: None, span: 0..0 }))
    }

    fn codes(files: &[(&str, &str)], name: &str) -> (bool, Vec<Diagnostic>) {
        let Outcome(theme, found) = load(&SourceTree::of_texts(files.iter().copied()), name);
        (theme.is_some(), found.sorted())
    }

    #[test]
    fn the_default_theme_is_without_fault_and_needs_no_files() {
        let (loaded, found) = codes(&[], DEFAULT);
        assert!(loaded && found.is_empty(), "{found:?}");
    }

    #[test]
    fn an_unknown_theme_is_said_and_the_default_is_used() {
        let (loaded, found) = codes(&[], "titel");
        assert!(loaded);
        assert_eq!(found[0].code, "unknown-theme");
        assert_eq!(found[0].values, [("theme", "titel".to_owned())]);
    }

    #[test]
    fn a_wrong_template_is_shown_where_it_is_wrong() {
        let text = "<p>ข้อความภาษาไทย {{ 1 | nosuchfilter }}</p>";
        let (loaded, found) = codes(&[("themes/own/templates/404.html", text)], "own");
        assert!(!loaded);
        assert_eq!((found[0].code, found[0].place.file.as_str()), ("template-error", "themes/own/templates/404.html"));
        assert!(text[found[0].place.span.clone()].contains("nosuchfilter"), "{:?}", &text[found[0].place.span.clone()]);
        let (_, found) = codes(&[("themes/own/templates/404.html", "<p>ภาษาไทย {% if %}</p>")], "own");
        assert_eq!((found[0].code, found[0].place.file.as_str()), ("template-error", "themes/own/templates/404.html"));
        assert!(found[0].place.span.start > 20, "{:?}", found[0].place);
    }

    #[test]
    fn a_missing_word_is_taken_from_the_default_theme_and_a_misspelt_one_is_said() {
        let Outcome(theme, found) = load(
            &SourceTree::of_texts([(
                "themes/own/strings/th.yaml",
                "home: หน้าแรกของเรา\nseach: ค้น\nyear_menu: ปีงบ {yaer}\nour_own_words: ก\n",
            )]),
            "own",
        );
        let theme = theme.unwrap();
        assert_eq!(theme.strings(Lang::Thai).get("home"), "หน้าแรกของเรา");
        assert_eq!(theme.strings(Lang::Thai).get("skip"), theme.strings(Lang::Thai).get("skip").trim());
        assert_ne!(theme.strings(Lang::Thai).get("skip"), "skip");
        let keys: Vec<(&str, &str)> = found.iter().map(|finding| (finding.code, finding.values[0].1.as_str())).collect();
        assert_eq!(keys, [("theme-string-unknown", "seach"), ("theme-string-unknown", "year_menu")]);
    }

    #[test]
    fn a_file_of_the_tree_takes_the_place_of_a_built_in_one() {
        let Outcome(theme, _) = load(&SourceTree::of_texts([("themes/own/assets/site.css", "p{}")]), "own");
        assert_eq!(theme.unwrap().asset_bytes("assets/site.css"), Some(&b"p{}"[..]));
    }

    #[test]
    fn a_style_sheet_of_the_tree_keeps_its_comments_which_the_built_in_one_has_not() {
        let written = Files::built_in_text("assets/site.css").unwrap();
        let of = |tree: &SourceTree, name| load(tree, name).0.unwrap().asset_bytes("assets/site.css").unwrap().to_vec();
        let shorter = of(&SourceTree::default(), DEFAULT);
        assert!(written.contains("/*") && !String::from_utf8(shorter.clone()).unwrap().contains("/*"));
        assert_eq!(of(&SourceTree::of_texts([("themes/own/assets/site.css", written)]), "own"), written.as_bytes());
        // In the folder of the default theme it is the default theme.
        assert_eq!(of(&SourceTree::of_texts([("themes/default/assets/site.css", written)]), DEFAULT), shorter);
        let changed = format!("{written}\n/* ของเรา */\n");
        assert_eq!(of(&SourceTree::of_texts([("themes/default/assets/site.css", &*changed)]), DEFAULT), changed.as_bytes());
    }
}
