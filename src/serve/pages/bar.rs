//! The bar at the top of each page with the findings of the page; one line if there are none.

use serde_json::json;

use super::RenderedFinding;
use super::files::FOLDER;
use super::findings::{self, Explanation};
use super::live::{ChecksState, LiveReload};
use super::markup::{HtmlBuilder, html};
use crate::base::Lang;
use crate::diagnostics::Severity;
use crate::report::severity_policy::Report;
use crate::words::preview;

/// Maximum number of findings listed; the rest is counted.
const MAX_FINDINGS: usize = 50;

/// Whether the page corresponds to the current files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Freshness {
    /// Up to date.
    #[default]
    Current,
    /// The last good version; the current files cannot be rendered.
    LastGood,
    /// The same, with an empty source file: an editor may be writing it.
    Emptied,
}

/// Content of the bar of a page.
#[derive(Clone, Debug, Default)]
pub struct Bar {
    /// Findings of the page; the first are shown in full.
    pub findings: Vec<RenderedFinding>,
    /// Number of findings of the whole site.
    pub everywhere: usize,
    /// Whether the page is up to date.
    pub standing: Freshness,
    /// Hint for completing the page.
    pub hint: Option<String>,
    /// Message about a system error that keeps the page at an old version.
    pub trouble: Option<String>,
    /// Language of the texts.
    pub lang: Lang,
}

/// The bar of a page, with its findings from
/// [`FindingsByPage::of_page`](super::FindingsByPage::of_page), or for [`Freshness::LastGood`] from
/// [`FindingsByPage::of_old_page`](super::FindingsByPage::of_old_page).
pub fn bar(findings: &[RenderedFinding], report: &Report, standing: Freshness, lang: Lang) -> Bar {
    Bar { findings: findings.to_vec(), everywhere: report.findings.len(), standing, hint: None, trouble: None, lang }
}

/// The JSON response to the page script: the current state of a page. The script reloads the page
/// if its hash differs, else only replaces the bar.
pub fn page_state(bar: &Bar, live: &LiveReload) -> String {
    json!({ "sha": live.sha, "bar": bar.html(live), "events": live.events, "generation": live.generation }).to_string()
}

impl Bar {
    pub(super) fn html(&self, live: &LiveReload) -> String {
        html(|markup| self.write(markup, live))
    }

    /// CSS classes by the worst severity; `clean` without findings.
    fn class(&self) -> String {
        let worst = self.findings.iter().map(|finding| finding.severity).min();
        let worst = match self.standing {
            _ if self.trouble.is_some() => Some(Severity::Error),
            Freshness::LastGood => Some(Severity::Error),
            Freshness::Emptied => Some(Severity::Warning),
            Freshness::Current => worst.or(self.hint.as_ref().map(|_| Severity::Info)),
        };
        format!("prongsai-bar {}", worst.map_or("clean", Severity::name))
    }

    fn write(&self, markup: &mut HtmlBuilder, live: &LiveReload) {
        let (lang, class) = (self.lang, self.class());
        let attributes = [("id", "prongsai-bar"), ("class", class.as_str()), ("lang", lang.name()), ("aria-label", preview::bar(lang))];
        markup.element("aside", &attributes, |markup| {
            markup.element("p", &[("role", "status")], |markup| self.status(markup, live));
            markup.element("p", &[], |markup| {
                markup.link(&format!("{}{}", live.base, FOLDER), &preview::all_problems(lang, self.everywhere));
            });
            if !self.findings.is_empty() {
                self.details(markup, live);
            }
        });
    }

    /// The status line, announced by screen readers when it changes.
    fn status(&self, markup: &mut HtmlBuilder, live: &LiveReload) {
        let lang = self.lang;
        let standing = match self.standing {
            Freshness::Current => None,
            Freshness::LastGood => Some(preview::last_good(lang)),
            Freshness::Emptied => Some(preview::emptied(lang)),
        };
        let lines = [(standing, "prongsai-old"), (self.trouble.as_deref(), "prongsai-old"), (self.hint.as_deref(), "prongsai-hint")];
        for (line, class) in lines.into_iter().filter_map(|(line, class)| Some((line?, class))) {
            markup.leaf("strong", &[("class", class)], line);
            markup.text(" ");
        }
        match (self.findings.is_empty(), live.checks) {
            (true, ChecksState::Finished) if self.standing == Freshness::Current && self.trouble.is_none() => {
                markup.text(preview::clean(lang))
            }
            (true, ChecksState::Finished) => {}
            (true, ChecksState::Running) => markup.text(preview::running(lang)),
            (false, checks) => {
                markup.text(preview::this_page(lang));
                markup.text(" ");
                findings::counts(markup, |of| self.findings.iter().filter(|finding| finding.severity == of).count(), lang);
                if checks == ChecksState::Running {
                    markup.text(preview::running(lang));
                }
            }
        }
    }

    fn details(&self, markup: &mut HtmlBuilder, live: &LiveReload) {
        let lang = self.lang;
        let open: &[(&str, &str)] = if self.standing == Freshness::LastGood { &[("open", "")] } else { &[] };
        markup.element("details", open, |markup| {
            markup.leaf("summary", &[], preview::details(lang));
            let explanations = format!("{}{}explain/", live.base, FOLDER);
            let shown = &self.findings[..self.findings.len().min(MAX_FINDINGS)];
            findings::list(markup, shown, Explanation::At(&explanations), lang);
            if self.findings.len() > MAX_FINDINGS {
                markup.leaf("p", &[], &preview::more(lang, self.findings.len() - MAX_FINDINGS));
            }
        });
    }
}
