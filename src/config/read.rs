//! From `site.yaml` to a [`Config`].

use url::Url;

use super::data_file::SITE_FILE_NAME;
use super::security::SecurityBlock;
use super::{Config, Deadline, Freeze, Host, Integrity, data_file, meant_address};
use crate::base::{RelPath, SITE_FILE};
use crate::diagnostics::{Diagnostic, Diagnostics, Outcome, SourceSpan};
use crate::source::{SourceTree, TextFile};
use crate::unforeseen::{self, Activity};
use crate::yaml::{self, Context, Fields, FromNode, Node, Spanned, YamlLimits};

/// The site file is small; a larger one is a mistake.
const LIMITS: YamlLimits = YamlLimits { bytes: 1 << 20, depth: 32 };

/// Reads the site file; `None` if there is none or it lacks what nothing can be built without.
pub fn read(tree: &SourceTree) -> Outcome<Option<Config>> {
    let mut diagnostics = Diagnostics::new();
    let Some(file) = tree.text(SITE_FILE) else {
        // A file that was refused has been reported already.
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

/// A site file under another name.
fn other_name(tree: &SourceTree) -> Option<RelPath> {
    let texts = tree.texts_below("content/").map(|file| &file.path);
    let all = texts.chain(tree.blobs_below("content/").map(|blob| &blob.path)).chain(tree.left_over().iter().map(|left| &left.path));
    all.filter(|path| path.folder() == "content").find(|path| data_file(path.name()) == Some(SITE_FILE_NAME)).cloned()
}

impl FromNode for Config {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, context);
        let agency = fields.required("agency");
        let base_url = fields.required::<Spanned<String>>("base_url");
        let base_url_at = base_url.as_ref().map_or(0..0, |typed| typed.span.clone());
        let base_url = base_url.and_then(|typed| self::base_url(&typed, fields.context()));
        let units = fields.list("units");
        let contact = fields.optional("contact").unwrap_or_default();
        let years = fields.list("years");
        let theme = fields.optional("theme");
        let languages: Vec<Spanned<String>> = fields.list("languages");
        let languages = languages.into_iter().filter_map(|typed| language(typed, fields.context())).collect();
        let notice = fields.optional("notice");
        let freeze = fields.list("freeze");
        let deadlines = fields.list("deadlines");
        let checks = fields.optional("checks").unwrap_or_default();
        let links = fields.optional("links").unwrap_or_default();
        let limits = fields.optional("limits").unwrap_or_default();
        let privacy = fields.optional("privacy").unwrap_or_default();
        let security = fields.node("security").and_then(|node| {
            let typed = SecurityBlock::from_node(node, fields.context())?;
            typed.with(&contact, &node.span, fields.context())
        });
        let mut headers: Vec<Host> = fields.list("headers");
        headers.sort();
        headers.dedup();
        let integrity = if fields.optional("integrity").unwrap_or_default() { Integrity::Stated } else { Integrity::Unstated };
        fields.finish()?;
        Some(Config {
            agency: agency?,
            units,
            contact,
            base_url: base_url?,
            base_url_at,
            years,
            theme,
            languages,
            notice,
            freeze,
            deadlines,
            checks,
            links,
            limits,
            privacy,
            security,
            headers,
            integrity,
            unread: context.unread.clone(),
        })
    }
}

/// A language that the program has words for; another code is reported.
fn language(typed: Spanned<String>, context: &mut Context<'_>) -> Option<String> {
    const KNOWN: [&str; 2] = ["th", "en"];
    if KNOWN.contains(&typed.value.as_str()) {
        return Some(typed.value);
    }
    let report = context.report("unknown-value", &typed.span).set("text", &typed.value).set("known", KNOWN.join(", "));
    let lower = typed.value.to_lowercase();
    let is_about = |words: [&str; 2]| words.iter().any(|word| lower.starts_with(word));
    let nearest = [("th", ["th", "ไทย"]), ("en", ["en", "อังกฤษ"])].into_iter().find(|(_, words)| is_about(*words));
    nearest.map(|(code, _)| report.set("nearest", code));
    None
}

/// `--base-url` on the command line has the same rules as the site file.
pub fn parse_base_url(text: &str) -> Option<Url> {
    let mut url = Url::parse(text.trim()).ok()?;
    let good = matches!(url.scheme(), "http" | "https") && url.has_host() && url.username().is_empty();
    if !good || url.query().is_some() || url.fragment().is_some() {
        return None;
    }
    if !url.path().ends_with('/') {
        url.set_path(&format!("{}/", url.path()));
    }
    Some(url)
}

fn base_url(typed: &Spanned<String>, context: &mut Context<'_>) -> Option<Url> {
    let url = parse_base_url(&typed.value);
    if url.is_none() {
        let report = context.report("base-url", &typed.span).set("text", &typed.value);
        meant_address(&typed.value).map(|meant| report.set("meant", meant));
    }
    url
}

impl FromNode for Freeze {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, context);
        let (fiscal_year, from, to) = (fields.required("fiscal_year"), fields.required("from"), fields.required("to"));
        fields.finish()?;
        Some(Self { fiscal_year: fiscal_year?, from: from?, to: to? })
    }
}

impl FromNode for Deadline {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, context);
        let (fiscal_year, date, title) = (fields.optional("fiscal_year"), fields.required("date"), fields.optional("title"));
        fields.finish()?;
        Some(Self { fiscal_year, date: date?, title })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_base_url_is_absolute_and_ends_with_a_slash() {
        assert_eq!(parse_base_url("https://www.example.go.th/ita").unwrap().as_str(), "https://www.example.go.th/ita/");
        for text in ["", "example.go.th", "ftp://example.go.th/", "javascript:alert(1)", "https://", "https://a@b/", "https://b/?x=1"] {
            assert!(parse_base_url(text).is_none(), "{text}");
        }
    }
}
