//! Template rendering; the only user of `tera`.
//!
//! Functions are registered before the templates are added, because Tera resolves all names when it
//! compiles a template.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

use serde::Serialize;
use tera::{Context, Kwargs, State, Tera, TeraResult};

use super::files::Files;
use super::watch::{self, RenderAbort};
use super::{Strings, faults};
use crate::base::RelPath;
use crate::config::Limits;
use crate::diagnostics::{Diagnostic, Diagnostics, SourceSpan};
use crate::slice::slice;

/// Base template of nearly all templates.
const BASE: &str = "base.html";

/// Set when rendering is aborted; shared with the template functions.
type AbortFlag = Arc<AtomicBool>;

/// Compiled templates of a theme.
#[derive(Debug)]
pub(super) struct Templates {
    engine: Arc<Tera>,
    /// Set when a page is aborted. No other page is rendered then, and running ones abort.
    stopped: AbortFlag,
    /// The finding of the aborted page.
    finding: OnceLock<Box<Diagnostic>>,
    /// Folder of the templates, for messages.
    folder: RelPath,
    /// Templates that are not built in, by name. Built-in ones terminate: a watchdog thread per
    /// page would cost more than the page.
    own: BTreeMap<String, String>,
}

impl Templates {
    /// Compiles all templates.
    pub fn load(files: &Files, thai: &Strings, english: &Strings) -> Result<Templates, Vec<Diagnostic>> {
        let stopped = AbortFlag::default();
        let mut engine = engine(thai, english, &stopped);
        engine.add_raw_templates(files.templates()).map_err(|error| faults::of_loading(&error, files).into_iter().collect::<Vec<_>>())?;
        // The theme name has been found in the tree or is the default, so the path is valid.
        let folder = files.source("templates").ok_or_else(Vec::new)?;
        let (engine, finding, own) = (Arc::new(engine), OnceLock::new(), files.own_templates());
        Ok(Templates { engine, stopped, finding, folder, own })
    }

    /// Renders a template; aborts a page that exceeds the limits before it exhausts the memory.
    pub fn render<V: Serialize>(&self, template: &str, view: &V, limits: &Limits) -> Result<String, Box<Diagnostic>> {
        if self.stopped.load(Ordering::Relaxed) {
            return Err(self.finding.wait().clone());
        }
        let trouble = |error: tera::Error| {
            let nowhere = || self.self_caller().unwrap_or_else(|| self.blamed(template));
            Box::new(faults::of_error(&error, &self.folder, nowhere))
        };
        let context = Arc::new(Context::from_serialize(view).map_err(trouble)?);
        let work = {
            let (engine, context) = (Arc::clone(&self.engine), Arc::clone(&context));
            let (template, limit) = (template.to_owned(), limits.page);
            move || {
                let mut page = BoundedWriter { bytes: Vec::with_capacity(16 << 10), limit };
                (engine.render_to(&template, &context, &mut page), page)
            }
        };
        let done = match self.own.is_empty() {
            true => Ok(work()),
            false => watch::run(limits, work, || self.stopped.store(true, Ordering::Relaxed)),
        };
        let (made, page) = match done {
            Ok(done) => done,
            Err((why, late)) => {
                let place = late.and_then(|(made, _)| self.place_of(&made.err()?)).unwrap_or_else(|| self.blamed(template));
                return Err(self.finding.get_or_init(|| given_up(why, place, limits)).clone());
            }
        };
        match made {
            Ok(()) if page.bytes.trim_ascii().is_empty() => {
                Err(Box::new(Diagnostic::new("template-error", self.blamed(template)).with("reason", "it makes an empty page")))
            }
            // Templates print only text.
            Ok(()) => String::from_utf8(page.bytes)
                .map_err(|error| Box::new(Diagnostic::new("template-error", self.blamed(template)).with("reason", error))),
            Err(_) if page.is_full() => Err(Box::new(self.too_large(template, limits))),
            Err(_) if self.stopped.load(Ordering::Relaxed) => Err(self.finding.wait().clone()),
            Err(error) => Err(trouble(error)),
        }
    }

    /// The cause, document or theme, is unknown here; a custom template is included, so that the
    /// caller can decide.
    fn too_large(&self, template: &str, limits: &Limits) -> Diagnostic {
        let own = (!self.own.is_empty()).then(|| self.blamed(template).file);
        Diagnostic::new("page-too-large", self.blamed(template)).with("limit", limits.page).with_some("template", own)
    }

    /// Location to report for a page: its template if custom, else a custom base template, else any
    /// custom template.
    fn blamed(&self, template: &str) -> SourceSpan {
        let named = [template, BASE].into_iter().find(|name| self.own.contains_key(*name));
        self.place(named.or(self.own.keys().next().map(String::as_str)).unwrap_or(template))
    }

    /// Finds a component that calls itself; the engine reports no location for it.
    fn self_caller(&self) -> Option<SourceSpan> {
        let calls = |(name, text): (&String, &String)| {
            let components = text.match_indices("{% component ").map(|(at, before)| at + before.len());
            let call = components.filter_map(|at| {
                let component: String =
                    text.get(at..)?.chars().take_while(|c| c.is_alphanumeric() || matches!(c, '_' | '.' | '-')).collect();
                let call = format!("<{component}");
                let found = at + text.get(at..)?.split("{% endcomponent").next()?.find(&call)?;
                Some(found..found + call.len())
            });
            call.map(|span| SourceSpan { span, ..self.place(name) }).next()
        };
        self.own.iter().find_map(calls)
    }

    fn place(&self, template: &str) -> SourceSpan {
        let file = RelPath::new(&format!("{}/{template}", self.folder));
        SourceSpan::file(file.as_ref().unwrap_or(&self.folder))
    }

    /// Location at which a template failed.
    fn place_of(&self, error: &tera::Error) -> Option<SourceSpan> {
        let tera::ErrorKind::RenderingError(report) = error.kind() else { return None };
        Some(SourceSpan { span: report.span().range.clone(), ..self.place(report.filename()) })
    }
}

fn given_up(why: RenderAbort, place: SourceSpan, limits: &Limits) -> Box<Diagnostic> {
    Box::new(match why {
        RenderAbort::Slow => Diagnostic::new("template-slow", place).with("limit", limits.page_seconds),
        RenderAbort::Large => Diagnostic::new("template-memory", place).with("limit", limits.page_memory),
        RenderAbort::Broken => Diagnostic::new("template-error", place).with("reason", "panic"),
    })
}

/// A page with a size limit (P30).
struct BoundedWriter {
    bytes: Vec<u8>,
    limit: usize,
}

impl BoundedWriter {
    fn is_full(&self) -> bool {
        self.bytes.len() > self.limit
    }
}

impl Write for BoundedWriter {
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

/// An engine with `t(key="…", name=value)`, which returns a string in the page's language, given by
/// the variable `lang`. Its functions fail once rendering is aborted.
fn engine(thai: &Strings, english: &Strings, stopped: &AbortFlag) -> Tera {
    let mut tera = Tera::new();
    let (thai, english) = (thai.clone(), english.clone());
    let go_on = {
        let stopped = Arc::clone(stopped);
        move || match stopped.load(Ordering::Relaxed) {
            true => Err(tera::Error::message("given up")),
            false => Ok(()),
        }
    };
    let go_on_with_range = go_on.clone();
    tera.register_function("range", move |values: Kwargs, _: &State| go_on_with_range().and_then(|()| range(&values)));
    tera.register_function("t", move |values: Kwargs, state: &State| -> TeraResult<String> {
        go_on()?;
        let lang: Option<String> = state.get("lang")?;
        let strings = if lang.as_deref() == Some(english.lang().name()) { &english } else { &thai };
        let key = values.get::<&str>("key")?.unwrap_or_default();
        let named = values.iter().filter(|(name, _)| name.as_str() != Some("key"));
        let values: Vec<(String, String)> = named.map(|(name, value)| (name.to_string(), value.to_string())).collect();
        let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        Ok(strings.fill(key, &values))
    });
    tera
}

/// Replaces Tera's `range(start=0, end=…, step_by=1)` with a version that can be aborted; negative
/// steps are not needed.
fn range(values: &Kwargs) -> TeraResult<Vec<i64>> {
    const MOST: usize = 100_000;
    let (start, end) = (values.get::<i64>("start")?.unwrap_or_default(), values.must_get::<i64>("end")?);
    let step = values.get::<i64>("step_by")?.unwrap_or(1);
    let step = usize::try_from(step).ok().filter(|step| *step > 0).ok_or_else(|| tera::Error::message("`step_by` must be 1 or more"))?;
    let numbers: Vec<i64> = (start..end).step_by(step).take(MOST + 1).collect();
    match numbers.len() > MOST {
        true => Err(tera::Error::message(format!("`range` gives more than {MOST} numbers"))),
        false => Ok(numbers),
    }
}

/// Reports every `t(key="…")` in templates with an unknown key.
pub(super) fn unknown_words(files: &Files, strings: &Strings) -> Diagnostics {
    let mut diagnostics = Diagnostics::new();
    for (name, text) in files.templates() {
        for (at, call) in text.match_indices("t(key=") {
            let start = at + call.len() + 1;
            // A computed key is only known when rendering.
            let quote = slice(text, at + call.len()..).chars().next().filter(|first| ['"', '\'', '`'].contains(first));
            let Some(key) = quote.and_then(|quote| slice(text, start..).split(quote).next()) else { continue };
            if let Some(file) = files.source(&format!("templates/{name}")).filter(|_| strings.find(key).is_none()) {
                diagnostics
                    .push(Diagnostic::new("theme-string-missing", SourceSpan::new(&file, start..start + key.len())).with("key", key));
            }
        }
    }
    diagnostics
}
