//! What the preview puts into a page. Without it the bytes are those of `build`.

use url::form_urlencoded;

use super::Bar;
use super::markup::{Markup, html};
use super::words;
use crate::base::Lang;
use crate::slice::slice;

/// Whether the checks of a generation are done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Checks {
    /// What the bar says is what there is.
    #[default]
    Finished,
    /// More may be found; the event `checked` follows.
    Running,
}

/// What the script of a page needs to follow the site.
#[derive(Clone, Debug, Default)]
pub struct Live {
    /// Path of the site, as in its address: `/ita/`.
    pub base: String,
    /// Path of the page below the base, as in its address: `/2566/o42/`.
    pub path: String,
    /// Path of the stream of events: `/ita/_prongsai/events/TOKEN`.
    pub events: String,
    /// Which generation of the site answers.
    pub generation: u64,
    /// SHA-256 of the page as `build` would write it; `None` for pages of the preview itself, which are loaded again at every change.
    pub sha: Option<String>,
    /// Whether its checks are done.
    pub checks: Checks,
    /// The language of what the script says by itself.
    pub lang: Lang,
}

impl Live {
    /// Style sheet and script, with what the script has to know. Files, because the policy of a page allows no script in it.
    fn head(&self) -> String {
        let own = |name: &str| format!("{}{}{name}", self.base, super::FOLDER);
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
            ("data-stopped", words::STOPPED.in_lang(self.lang)),
        ];
        attributes.extend(self.sha.as_ref().map(|sha| ("data-sha", sha.as_str())));
        html(|markup: &mut Markup| {
            markup.void("link", &[("rel", "stylesheet"), ("href", &style)]);
            markup.element("script", &attributes, |_| {});
        })
    }
}

/// Puts into a page what the preview adds: style sheet and script before `</head>`, the bar behind `<body …>`. Nothing else changes. A page
/// without a head or body is given back as it is.
pub fn with_bar(html: &str, bar: &Bar, live: &Live) -> String {
    let places = head_end(html).and_then(|head| Some((head, body_start(html, head)?)));
    let Some((head, body)) = places else { return html.to_owned() };
    let bar = bar.html(live);
    [slice(html, ..head), &live.head(), slice(html, head..body), &bar, slice(html, body..)].concat()
}

/// The same without a bar, for the pages of the preview itself.
pub fn with_live(html: &str, live: &Live) -> String {
    match head_end(html) {
        Some(head) => [slice(html, ..head), &live.head(), slice(html, head..)].concat(),
        None => html.to_owned(),
    }
}

/// Where `</head>` begins. In the pages of a theme, text cannot hold it: it is escaped.
fn head_end(html: &str) -> Option<usize> {
    find_tag(html, "</head")
}

/// The byte behind `<body …>`.
fn body_start(html: &str, from: usize) -> Option<usize> {
    let tag = from + find_tag(slice(html, from..), "<body")?;
    let mut quote = None;
    for (at, byte) in html.bytes().enumerate().skip(tag) {
        match (quote, byte) {
            (None, b'>') => return Some(at + 1),
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), byte) if open == byte => quote = None,
            _ => {}
        }
    }
    None
}

/// Where a tag of this name begins, in any case of letters.
fn find_tag(html: &str, name: &str) -> Option<usize> {
    let ends_here = |rest: &[u8]| rest.first().is_some_and(|byte| byte.is_ascii_whitespace() || matches!(byte, b'>' | b'/'));
    let is_here = |window: &[u8]| window.eq_ignore_ascii_case(name.as_bytes());
    let bytes = html.as_bytes();
    let mut candidates = bytes.windows(name.len()).enumerate().filter(|(_, window)| is_here(window));
    candidates.find(|(at, _)| ends_here(&bytes[at + name.len()..])).map(|(at, _)| at)
}
