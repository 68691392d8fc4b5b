//! Data for the page script.

use super::files::FOLDER;
use super::markup::{HtmlBuilder, html};
use crate::base::Lang;
use crate::words::preview;
use url::form_urlencoded;

/// State of the checks of a generation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ChecksState {
    /// The findings are complete.
    #[default]
    Finished,
    /// More findings may follow; the event `checked` announces them.
    Running,
}

/// Data that the page script needs to follow changes.
#[derive(Clone, Debug, Default)]
pub struct LiveReload {
    /// Base path of the site, percent-encoded: `/ita/`.
    pub base: String,
    /// Path of the page below the base, decoded: `/2566/o42/`.
    pub path: String,
    /// Path of the event stream: `/ita/_prongsai/events/TOKEN`.
    pub events: String,
    /// Sequence number of the generation.
    pub generation: u64,
    /// SHA-256 of the page as rendered by `build`; `None` for the preview's own pages, which are
    /// reloaded at every change.
    pub sha: Option<String>,
    /// State of the checks.
    pub checks: ChecksState,
    /// Language of the script's own messages.
    pub lang: Lang,
}

impl LiveReload {
    /// Style sheet and script elements, with the script's data as attributes. External files,
    /// because the content security policy forbids inline scripts.
    pub(super) fn head(&self) -> String {
        let own = |name: &str| format!("{}{}{name}", self.base, FOLDER);
        let query = form_urlencoded::Serializer::new(String::new()).append_pair("path", &self.path).finish();
        let (style, script, page) = (own("preview.css"), own("live.js"), format!("{}?{query}", own("page")));
        let generation = self.generation.to_string();
        let mut attributes: Vec<(&'static str, &str)> = vec![
            ("defer", ""),
            ("src", &script),
            ("data-base", &self.base),
            ("data-events", &self.events),
            ("data-page", &page),
            ("data-generation", &generation),
            ("data-stopped", preview::stopped(self.lang)),
        ];
        attributes.extend(self.sha.as_ref().map(|sha| ("data-sha", sha.as_str())));
        html(|markup: &mut HtmlBuilder| {
            markup.void("link", &[("rel", "stylesheet"), ("href", &style)]);
            markup.element("script", &attributes, |_| {});
        })
    }
}
