//! Templates; the only user of `tera`.
//!
//! Functions are registered before the templates are added, because Tera checks every name when it compiles a template.

use serde::Serialize;
use tera::{Context, ErrorKind, Kwargs, State, Tera, TeraResult};

use super::Strings;
use super::files::Files;
use crate::diagnostics::{Diagnostic, Diagnostics, Place};
use crate::render::minify::minified;
use crate::source::RelPath;

/// The templates of a theme.
#[derive(Debug)]
pub(super) struct Templates {
    /// As they are used: small.
    small: Tera,
    /// As they were written: an error is looked for again in these, for places in the small ones are no places in any file.
    written: Tera,
    /// The folder of the theme, for messages.
    folder: Option<RelPath>,
}

impl Templates {
    /// Compiles all templates.
    pub fn load(files: &Files, thai: &Strings, english: &Strings) -> Result<Templates, Box<Diagnostic>> {
        let folder = files.source("templates");
        let mut written = engine(thai, english);
        written.add_raw_templates(files.templates()).map_err(|error| diagnostic(&error, folder.as_ref()))?;
        let mut small = engine(thai, english);
        let texts: Vec<(&str, String)> = files.templates().map(|(name, text)| (name, minified(text))).collect();
        // Should a template not survive minifying, the ones as written do.
        if small.add_raw_templates(texts.iter().map(|(name, text)| (*name, text.as_str()))).is_err() {
            small = written.clone();
        }
        Ok(Templates { small, written, folder })
    }

    /// Renders one.
    pub fn render<V: Serialize>(&self, template: &str, view: &V) -> Result<String, Box<Diagnostic>> {
        let trouble = |error: tera::Error| diagnostic(&error, self.folder.as_ref());
        let context = Context::from_serialize(view).map_err(trouble)?;
        match self.small.render(template, &context) {
            Ok(page) => Ok(page),
            Err(error) => Err(trouble(self.written.render(template, &context).err().unwrap_or(error))),
        }
    }
}

/// An engine that knows `t(key="…", name=value)`: the words of a key in the language of the page, the variable `lang`.
fn engine(thai: &Strings, english: &Strings) -> Tera {
    let mut tera = Tera::new();
    let (thai, english) = (thai.clone(), english.clone());
    tera.register_function("t", move |values: Kwargs, state: &State| -> TeraResult<String> {
        let lang: Option<String> = state.get("lang")?;
        let strings = if lang.as_deref() == Some(english.lang().name()) { &english } else { &thai };
        let values: Vec<(String, String)> = values.iter().map(|(name, value)| (name.to_string(), value.to_string())).collect();
        let key = values.iter().find(|(name, _)| name == "key").map_or("", |(_, value)| value.as_str());
        let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        Ok(strings.fill(key, &values))
    });
    tera
}

/// Every `t(key="…")` of a template whose key no language knows.
pub(super) fn unknown_words(files: &Files, strings: &Strings) -> Diagnostics {
    const CALL: &str = "t(key=\"";
    let mut diagnostics = Diagnostics::new();
    for (name, text) in files.templates() {
        for (at, _) in text.match_indices(CALL) {
            let start = at + CALL.len();
            let key = text.get(start..).and_then(|rest| rest.split('"').next()).unwrap_or_default();
            if let Some(file) = files.source(&format!("templates/{name}")).filter(|_| strings.find(key).is_none()) {
                diagnostics.push(Diagnostic::new("theme-string-missing", Place::new(&file, start..start + key.len())).with("key", key));
            }
        }
    }
    diagnostics
}

/// Tera's own report counts columns in characters and so points beside Thai text; ours is made from its place in bytes.
fn diagnostic(error: &tera::Error, folder: Option<&RelPath>) -> Box<Diagnostic> {
    let (template, span, reason) = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            (report.filename().to_owned(), report.span().range.clone(), report.message().to_owned())
        }
        ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => (tpl.clone(), 0..0, error.to_string()),
        ErrorKind::MissingParent { current, .. } => (current.clone(), 0..0, error.to_string()),
        ErrorKind::TemplateNotFound(name) => (name.clone(), 0..0, error.to_string()),
        _ => (String::new(), 0..0, error.to_string()),
    };
    let file = folder.and_then(|folder| if template.is_empty() { Some(folder.clone()) } else { inside(folder, &template) });
    let place = match file.or_else(|| folder.cloned()).or_else(|| RelPath::new("themes")) {
        Some(file) => Place::new(&file, span),
        None => unreachable!("`themes` is a good path"),
    };
    Box::new(Diagnostic::new("template-error", place).with("reason", reason))
}

fn inside(folder: &RelPath, template: &str) -> Option<RelPath> {
    RelPath::new(&format!("{folder}/{template}"))
}
