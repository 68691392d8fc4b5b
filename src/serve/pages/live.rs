//! What the script of a page has to know.

use super::files::FOLDER;
use super::markup::{HtmlBuilder, html};
use crate::base::Lang;
use crate::words::preview;
use url::form_urlencoded;

/// Whether the checks of a generation are done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ChecksState {
    /// What the bar says is what there is.
    #[default]
    Finished,
    /// More may be found; the event `checked` follows.
    Running,
}

/// What the script of a page needs to follow the site.
#[derive(Clone, Debug, Default)]
pub struct LiveReload {
    /// Path of the site, as in its address: `/ita/`.
    pub base: String,
    /// Path of the page below the base, as in its address: `/2566/o42/`.
    pub path: String,
    /// Path of the stream of events: `/ita/_prongsai/events/TOKEN`.
    pub events: String,
    /// Which generation of the site answers.
    pub generation: u64,
    /// SHA-256 of the page as `build` would write it; `None` for pages of the preview itself, which
    /// are loaded again at every change.
    pub sha: Option<String>,
    /// Whether its checks are done.
    pub checks: ChecksState,
    /// The language of what the script says by itself.
    pub lang: Lang,
}

impl LiveReload {
    /// Style sheet and script, with what the script has to know. Files, because the policy of a
    /// page allows no script in it.
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
