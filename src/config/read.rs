//! Reads `site.yaml` into a [`Config`].

use super::data_file::SITE_FILE_NAME;
use super::site_file::SiteFile;
use super::{Config, Integrity, data_file};
use crate::base::{RelPath, SITE_FILE};
use crate::diagnostics::{Diagnostic, Diagnostics, Outcome, SourceSpan};
use crate::source::{SourceTree, TextFile};
use crate::unforeseen::{self, Activity};
use crate::yaml::{self, Context, FromNode, Node, YamlLimits};

/// Far above the size of any real site file.
const LIMITS: YamlLimits = YamlLimits { bytes: 1 << 20, depth: 32 };

/// Reads the site file; `None` if it is missing or lacks a required field.
pub fn read(tree: &SourceTree) -> Outcome<Option<Config>> {
    let mut diagnostics = Diagnostics::new();
    let Some(file) = tree.text(SITE_FILE) else {
        // A rejected file has been reported already.
        if let Some(path) = RelPath::new(SITE_FILE).filter(|_| tree.shown(SITE_FILE).is_none()) {
            diagnostics.push(Diagnostic::new("no-site-file", SourceSpan::file(&path)).with_some("other", other_name(tree)));
        }
        return Outcome(None, diagnostics);
    };
    let config = unforeseen::at(SITE_FILE, Activity::Reading, || config(file, &mut diagnostics));
    Outcome(config, diagnostics)
}

fn config(file: &TextFile, diagnostics: &mut Diagnostics) -> Option<Config> {
    let text = &*file.text.read();
    match yaml::parse(&file.path, text, 0..text.len(), LIMITS) {
        Ok(mut node) => {
            let mut context = Context::new(&file.path, diagnostics);
            yaml::rejoin_numbers(&mut node, text, &mut context);
            Config::from_node(&node, &mut context)
        }
        Err(diagnostic) => {
            diagnostics.push(*diagnostic);
            None
        }
    }
}

/// A site file with a variant name.
fn other_name(tree: &SourceTree) -> Option<RelPath> {
    let texts = tree.texts_below("content/").map(|file| &file.path);
    let all = texts.chain(tree.blobs_below("content/").map(|blob| &blob.path)).chain(tree.left_over().iter().map(|left| &left.path));
    all.filter(|path| path.folder() == "content").find(|path| data_file(path.name()) == Some(SITE_FILE_NAME)).cloned()
}

impl FromNode for Config {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let file = SiteFile::from_node(node, context)?;
        let security = file.security.and_then(|block| block.value.with(&file.contact, &block.span, context));
        for other in file.languages.iter().skip(1) {
            context.report("language-without-pages", &other.span).set("lang", other.value.name());
        }
        let mut headers = file.headers;
        headers.sort();
        headers.dedup();
        Some(Config {
            agency: file.agency,
            units: file.units,
            abbreviations: file.abbreviations,
            contact: file.contact,
            base_url: file.base_url.value,
            base_url_at: file.base_url.span,
            years: file.years,
            theme: file.theme,
            languages: file.languages.into_iter().map(|lang| lang.value).collect(),
            notice: file.notice,
            open_data: file.open_data,
            freeze: file.freeze,
            deadlines: file.deadlines,
            checks: file.checks,
            links: file.links,
            limits: file.limits,
            privacy: file.privacy,
            security,
            headers,
            integrity: if file.integrity { Integrity::Stated } else { Integrity::Unstated },
            unread: context.unread.clone(),
        })
    }
}
