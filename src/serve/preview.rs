//! Responds to requests: a pure function of one generation.

use std::sync::{Arc, PoisonError, RwLock};

use percent_encoding::percent_decode_str;
use url::form_urlencoded;

use super::generation::{CheckResults, Generation};
use super::http::{Bytes, PageBody, PageResponse, Pages};
use super::media_type;
use super::pages::{self, Bar, ChecksState, DashboardState, FOLDER, Filter, Freshness, LiveReload};
use crate::base::{ASSESSMENTS_FILE, Lang, RelPath, SITE_FILE, file_of_url, url_of_file};
use crate::checksum;
use crate::diagnostics::{Diagnostic, Severity};
use crate::error::Error;
use crate::output::Output;
use crate::pipeline::{self, PlannedSite};
use crate::plan::Planned;
use crate::site::{PageId, Permalink};
use crate::thai::Date;
use crate::unforeseen;
use crate::words;

const HTML: &str = "text/html; charset=utf-8";
const NOT_FOUND: &str = "404.html";

/// The current generation, and how it is shown.
pub(super) struct Preview {
    current: RwLock<Arc<Generation>>,
    events: String,
    today: Date,
    lang: Lang,
}

/// A page as rendered by `build`, or its last good version.
struct PreviewPage {
    html: String,
    standing: Freshness,
    /// Error with the current theme.
    fault: Option<Box<Diagnostic>>,
}

impl Preview {
    /// Shows a generation; `events` is the path of the event stream.
    pub fn new(first: Generation, events: String, today: Date, lang: Lang) -> Self {
        Self { current: RwLock::new(Arc::new(first)), events, today, lang }
    }

    /// Replaces the generation from which requests are answered.
    pub fn show(&self, next: Arc<Generation>) {
        let mut current = self.current.write().unwrap_or_else(PoisonError::into_inner);
        let before = std::mem::replace(&mut *current, next);
        // Dropping a large site takes longer than everything else, so it is done in the background.
        rayon::spawn(move || drop(before));
    }

    pub fn current(&self) -> Arc<Generation> {
        Arc::clone(&self.current.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// The path of the home page: the base path in production (`/ita/`).
    pub fn home(&self) -> String {
        base_of(&self.current())
    }
}

/// The base path of the site on the server.
fn base_of(generation: &Generation) -> String {
    let planned = generation.draft.planned.as_ref();
    planned.map_or_else(|| "/".to_owned(), |planned| planned.site.config.base_url.path().to_owned())
}

impl Pages for Preview {
    fn answer(&self, path: &str, query: Option<&str>) -> PageResponse {
        let generation = self.current();
        let base = base_of(&generation);
        let asked = PreviewRequest { generation: &generation, base: &base, events: &self.events, today: self.today, lang: self.lang };
        // Request paths are decoded; that of a URL is not.
        let decoded = percent_decode_str(&base).decode_utf8_lossy();
        let answered = unforeseen::as_error(|| {
            Ok(match path.strip_prefix(&*decoded) {
                Some(below) => asked.below_base(below, query),
                // If the base path is not `/`, redirect `/` and the base path without its trailing
                // slash to it.
                None if path == "/" || decoded.strip_suffix('/') == Some(path) => to(&base),
                None => asked.not_found(),
            })
        });
        answered.unwrap_or_else(|error| asked.stumbled(&error))
    }
}

/// One request to one generation.
struct PreviewRequest<'a> {
    generation: &'a Generation,
    base: &'a str,
    events: &'a str,
    today: Date,
    lang: Lang,
}

impl<'a> PreviewRequest<'a> {
    fn below_base(&self, path: &str, query: Option<&str>) -> PageResponse {
        if let Some(own) = path.strip_prefix(FOLDER) {
            return self.own(own, query.unwrap_or_default());
        }
        if format!("{path}/") == FOLDER {
            return to(&format!("{}{FOLDER}", self.base));
        }
        let Some(planned) = &self.generation.draft.planned else { return self.trouble() };
        let output = file_of_url(path);
        match planned.outputs.get(&output) {
            Some(job) => self.output(planned, &output, job, path),
            None if planned.outputs.get(&format!("{path}/index.html")).is_some() => to(&format!("{}{path}/", self.base)),
            None => self.not_found(),
        }
    }

    /// Files and pages of the preview itself.
    fn own(&self, path: &str, query: &str) -> PageResponse {
        let Generation { tree, draft, .. } = self.generation;
        let site = draft.planned.as_ref().map(|planned| &*planned.site);
        let live = || self.live(&format!("/{FOLDER}{path}"), None);
        let page = |html: &str| answer(200, HTML, pages::with_live(html, &live()));
        match path {
            "" => {
                let state = DashboardState { site, report: &self.generation.weighed().report, tree, today: self.today };
                page(&pages::dashboard(state, self.lang, &Filter::of_query(query)))
            }
            "live.js" => answer(200, &media_type::of(path), pages::LIVE_JS),
            "preview.css" => answer(200, &media_type::of(path), pages::PREVIEW_CSS),
            "page" => self.state(query),
            _ => match path.strip_prefix("explain/").and_then(|code| pages::explain(code.trim_end_matches('/'), self.lang)) {
                Some(explanation) => page(&explanation),
                None => self.not_found(),
            },
        }
    }

    /// Responds to the page script after a change: the current hash of the page, and its bar.
    fn state(&self, query: &str) -> PageResponse {
        let path = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "path").map(|(_, path)| path.into_owned());
        let path = path.unwrap_or_default();
        let below = path.trim_start_matches('/');
        let json = |bar: &Bar, live: &LiveReload| answer(200, "application/json; charset=utf-8", pages::page_state(bar, live));
        let (None, Some(planned)) = (below.strip_prefix(FOLDER), &self.generation.draft.planned) else {
            return json(&Bar::default(), &self.live(&path, None));
        };
        let output = file_of_url(below);
        let (output, job) = match planned.outputs.get(&output) {
            Some(job) => (output, job),
            None => match planned.outputs.get(NOT_FOUND) {
                Some(job) => (NOT_FOUND.to_owned(), job),
                None => return self.not_found(),
            },
        };
        match unforeseen::as_error(|| Ok(self.make(planned, &output, job))) {
            Ok(Ok(made)) => json(&self.bar(&made, &output), &self.live(&path, Some(checksum::of(made.html.as_bytes())))),
            Ok(Err(_)) | Err(_) => json(&Bar::default(), &self.live(&path, Some(String::new()))),
        }
    }

    fn output(&self, planned: &PlannedSite, output: &str, job: &Planned, path: &str) -> PageResponse {
        let media_type = media_type::of(output);
        if job.job.traits().has_bar {
            return match self.make(planned, output, job) {
                Ok(made) => answer(200, &media_type, self.dressed(&made, output, path)),
                Err(fault) => self.cannot_be_made(*fault),
            };
        }
        // Only search asks for the texts of files.
        let planned = &PlannedSite { inspected: self.generation.inspected(), ..planned.clone() };
        match pipeline::render_path(planned, &self.generation.tree, output) {
            Ok(Output::Text(text)) => answer(200, &media_type, text),
            Ok(Output::Bytes(bytes)) => answer(200, &media_type, bytes),
            Ok(Output::Static(bytes)) => answer(200, &media_type, bytes),
            Ok(Output::Copy(file)) => {
                PageResponse { status: 200, content_type: media_type, body: PageBody::File(file.path().to_owned()), location: None }
            }
            Err(fault) => self.cannot_be_made(*fault),
        }
    }

    /// A page with the preview's additions.
    fn dressed(&self, made: &PreviewPage, output: &str, path: &str) -> String {
        let live = self.live(&format!("/{path}"), Some(checksum::of(made.html.as_bytes())));
        pages::with_bar(&made.html, &self.bar(made, output), &live)
    }

    /// Renders a page with the current theme, else with the last good theme, else returns the
    /// error.
    fn make(&self, planned: &PlannedSite, output: &str, job: &Planned) -> Result<PreviewPage, Box<Diagnostic>> {
        let tree = &self.generation.tree;
        let standing = self.standing(planned, job);
        let fault = match pipeline::render_path(planned, tree, output) {
            Ok(made) => return Ok(PreviewPage { html: text(made), standing, fault: None }),
            Err(fault) => fault,
        };
        let sound = self.generation.sound.theme.clone().map(|theme| PlannedSite { theme, ..planned.clone() });
        match sound.map(|planned| pipeline::render_path(&planned, tree, output)) {
            Some(Ok(made)) => Ok(PreviewPage { html: text(made), standing: Freshness::LastGood, fault: Some(fault) }),
            _ => Err(fault),
        }
    }

    fn standing(&self, planned: &PlannedSite, job: &Planned) -> Freshness {
        let Generation { tree, draft, trouble, .. } = self.generation;
        let page = job.job.document().and_then(|id| planned.site.page(id));
        let source = page.map(|page| &page.document.source).filter(|source| draft.outdated.files.contains(*source));
        let is_empty = |source: &RelPath| tree.text(source.as_str()).is_some_and(|file| file.text.is_empty());
        match source {
            _ if draft.outdated.frame || trouble.is_some() => Freshness::LastGood,
            Some(source) if is_empty(source) => Freshness::Emptied,
            Some(_) => Freshness::LastGood,
            None => Freshness::Current,
        }
    }

    /// Names the file to create for an item without documents.
    fn hint(&self, planned: &PlannedSite, output: &str) -> Option<String> {
        let id @ PageId::Item { .. } = planned.outputs.get(output)?.job.document()? else { return None };
        let page = planned.site.permalink(id);
        let name = format!("content/{}", page.as_str().trim_end_matches('/'));
        let files = [format!("{name}.md"), format!("{name}/index.md")];
        // An existing file is a draft or cannot be read, which is reported as a finding.
        let is_missing = planned.site.page(id).is_none() && !files.iter().any(|file| self.generation.tree.holds(file));
        is_missing.then(|| words::preview::unfiled(self.lang, &files[0]))
    }

    fn bar(&self, made: &PreviewPage, output: &str) -> Bar {
        let CheckResults { report, concerns, stumbled } = self.generation.weighed();
        let own = Permalink::file(url_of_file(output));
        let mut found = match made.standing {
            Freshness::Current => concerns.of_page(report, &own),
            Freshness::LastGood | Freshness::Emptied => concerns.of_old_page(report, &own),
        };
        if self.generation.draft.outdated.frame {
            // Findings in common inputs first, as they are the cause.
            found.sort_by_key(|(_, finding)| !is_of_frame(finding));
        }
        let fault = made.fault.as_ref().map(|fault| (Severity::Error, Diagnostic::clone(fault)));
        found.retain(|known| fault.as_ref() != Some(*known));
        let shown = pages::shown(fault.iter().chain(found), &self.generation.tree, self.lang);
        let trouble = self.generation.trouble.as_deref().or(stumbled.as_ref()).map(|error| pages::in_preview(error, self.lang));
        let hint = self.generation.draft.planned.as_ref().and_then(|planned| self.hint(planned, output));
        Bar { trouble, hint, ..pages::bar(&shown, report, made.standing, self.lang) }
    }

    fn live(&self, path: &str, sha: Option<String>) -> LiveReload {
        let checks = if self.generation.is_checked() { ChecksState::Finished } else { ChecksState::Running };
        let (base, events) = (self.base.to_owned(), self.events.to_owned());
        LiveReload { base, path: path.to_owned(), events, generation: self.generation.number, sha, checks, lang: self.lang }
    }

    /// The site's page for unknown addresses, with status 404.
    fn not_found(&self) -> PageResponse {
        let Some(planned) = &self.generation.draft.planned else { return self.trouble() };
        let made = planned.outputs.get(NOT_FOUND).map(|job| self.make(planned, NOT_FOUND, job));
        match made {
            Some(Ok(made)) => answer(404, HTML, self.dressed(&made, NOT_FOUND, NOT_FOUND)),
            Some(Err(fault)) => self.cannot_be_made(*fault),
            None => answer(404, HTML, ""),
        }
    }

    /// Error page: no page can be rendered from the current files, and there is no old version.
    fn trouble(&self) -> PageResponse {
        let html = pages::trouble(&self.generation.weighed().report, &self.generation.tree, self.lang);
        answer(500, HTML, pages::with_live(&html, &self.live("/", None)))
    }

    /// Error page for an internal error; the next request may succeed.
    fn stumbled(&self, error: &Error) -> PageResponse {
        let html = pages::machine_trouble(error, self.lang);
        answer(500, HTML, pages::with_live(&html, &self.live("/", None)))
    }

    fn cannot_be_made(&self, fault: Diagnostic) -> PageResponse {
        let mut report = self.generation.weighed().report.clone();
        report.findings.insert(0, (Severity::Error, fault));
        let html = pages::trouble(&report, &self.generation.tree, self.lang);
        answer(500, HTML, pages::with_live(&html, &self.live("/", None)))
    }
}

/// True if a finding is in an input common to all pages.
fn is_of_frame(finding: &Diagnostic) -> bool {
    let file = finding.place.file.as_str();
    file == SITE_FILE || file == ASSESSMENTS_FILE || ["content/catalogues/", "themes/"].iter().any(|folder| file.starts_with(folder))
}

fn text(output: Output) -> String {
    match output {
        Output::Text(text) => text,
        Output::Bytes(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        Output::Static(bytes) => String::from_utf8_lossy(bytes).into_owned(),
        Output::Copy(_) => String::new(),
    }
}

fn answer(status: u16, media_type: &str, body: impl Into<Bytes>) -> PageResponse {
    PageResponse { status, content_type: media_type.to_owned(), body: PageBody::Bytes(body.into()), location: None }
}

fn to(path: &str) -> PageResponse {
    let location = url::Url::parse("http://localhost").and_then(|base| base.join(path)).map(|url| url.path().to_owned());
    PageResponse { location: location.ok(), ..answer(302, HTML, "") }
}
