//! Templates; the only user of `tera`.
//!
//! Functions are registered before the templates are added, because Tera checks every name when it compiles a template.

use std::io::{self, Write};
use std::sync::OnceLock;

use serde::Serialize;
use tera::{Context, Kwargs, State, Tera, TeraResult};

use super::files::Files;
use super::{Strings, faults};
use crate::diagnostics::{Diagnostic, Diagnostics, Place};
use crate::render::minify::minified;
use crate::source::RelPath;

/// The templates of a theme.
#[derive(Debug)]
pub(super) struct Templates {
    /// As they were written: an error is looked for in these, for places in the small ones are no places in any file.
    written: Tera,
    /// Name and text of each.
    texts: Vec<(String, String)>,
    /// As they are used: small. Made for the first page, so that `check`, which renders none, does not wait for it.
    small: OnceLock<Tera>,
    /// The folder of the theme, for messages.
    folder: RelPath,
}

impl Templates {
    /// Compiles all templates.
    pub fn load(files: &Files, thai: &Strings, english: &Strings) -> Result<Templates, Diagnostics> {
        let mut written = engine(thai, english);
        let findings = |error: tera::Error| faults::of_loading(&error, files).into_iter().collect::<Diagnostics>();
        written.add_raw_templates(files.templates()).map_err(findings)?;
        let texts = files.templates().map(|(name, text)| (name.to_owned(), text.to_owned())).collect();
        // The name of a theme has been found in the tree, or is the default one: it is a good path.
        let folder = files.source("templates").ok_or_else(Diagnostics::new)?;
        Ok(Templates { written, texts, small: OnceLock::new(), folder })
    }

    /// Should a template not survive minifying, the ones as written do.
    fn minified(&self) -> Tera {
        let small: Vec<(&str, String)> = self.texts.iter().map(|(name, text)| (name.as_str(), minified(text))).collect();
        let mut engine = self.written.clone();
        match engine.add_raw_templates(small.iter().map(|(name, text)| (*name, text.as_str()))) {
            Ok(()) => engine,
            Err(_) => self.written.clone(),
        }
    }

    /// The same templates, none of them minified.
    #[cfg(test)]
    pub fn into_written(self) -> Templates {
        Templates { small: OnceLock::from(self.written.clone()), ..self }
    }

    /// Renders one; a page of more than `limit` bytes is given up before it fills the memory.
    pub fn render<V: Serialize>(&self, template: &str, view: &V, limit: usize) -> Result<String, Box<Diagnostic>> {
        let trouble = |error: tera::Error| Box::new(faults::of_error(&error, &self.folder));
        let context = Context::from_serialize(view).map_err(trouble)?;
        let mut page = Bounded { bytes: Vec::new(), limit };
        match self.small.get_or_init(|| self.minified()).render_to(template, &context, &mut page) {
            // Everything that was written came from texts; a template cannot make anything else.
            Ok(()) => Ok(String::from_utf8_lossy(&page.bytes).into_owned()),
            Err(_) if page.is_full() => {
                let file = RelPath::new(&format!("{}/{template}", self.folder));
                let place = Place::file(file.as_ref().unwrap_or(&self.folder));
                Err(Box::new(Diagnostic::new("page-too-large", place).with("limit", limit)))
            }
            Err(error) => Err(trouble(self.written.render(template, &context).err().unwrap_or(error))),
        }
    }
}

/// A page that must not grow without end (PROMISES P30).
struct Bounded {
    bytes: Vec<u8>,
    limit: usize,
}

impl Bounded {
    fn is_full(&self) -> bool {
        self.bytes.len() > self.limit
    }
}

impl Write for Bounded {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.bytes.extend_from_slice(bytes);
        match self.is_full() {
            true => Err(io::ErrorKind::FileTooLarge.into()),
            false => Ok(bytes.len()),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
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
    let mut diagnostics = Diagnostics::new();
    for (name, text) in files.templates() {
        for (at, call) in text.match_indices("t(key=") {
            let start = at + call.len() + 1;
            let key = text.get(start..).and_then(|rest| rest.split(['"', '\'', '`']).next()).unwrap_or_default();
            if let Some(file) = files.source(&format!("templates/{name}")).filter(|_| strings.find(key).is_none()) {
                diagnostics.push(Diagnostic::new("theme-string-missing", Place::new(&file, start..start + key.len())).with("key", key));
            }
        }
    }
    diagnostics
}
