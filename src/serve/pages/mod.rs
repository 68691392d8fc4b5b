//! The preview's additions to the site: the bar on each page, and its own pages. Pure functions
//! without server, clock or disk access.
//!
//! | path below the base | content | function |
//! |---|---|---|
//! | any page | the page with bar, style sheet and script | [`with_bar`] |
//! | `_prongsai/` | all findings, and the completeness of each year | [`dashboard`] |
//! | `_prongsai/explain/CODE` | the explanation of a code | [`explain`] |
//! | `_prongsai/page?path=/2566/o42/` | page state for the script (JSON) | [`page_state`] |
//! | `_prongsai/live.js`, `_prongsai/preview.css` | assets | [`LIVE_JS`], [`PREVIEW_CSS`] |
//! | a page that cannot be rendered | the reason | [`trouble`], [`machine_trouble`] |
//!
//! For `path=/_prongsai/…` the page state has no hash.
//!
//! The preview's own pages need [`with_live`] for styles and reloading. All text goes through
//! `markup`, which escapes it.

mod bar;
mod completeness;
mod dashboard;
mod explain;
mod files;
mod filter;
mod findings;
mod findings_by_page;
mod insert;
mod live;
mod markup;
mod own_page;
#[cfg(test)]
mod tests;
mod trouble;
mod units;

pub use crate::report::print::{RenderedFinding, shown};
pub use bar::{Bar, Freshness, bar, page_state};
pub use dashboard::{DashboardState, dashboard};
pub use explain::explain;
pub use files::{FOLDER, LIVE_JS, PREVIEW_CSS};
pub use filter::Filter;
pub use findings_by_page::{FindingsByPage, page_of};
pub use insert::{with_bar, with_live};
pub use live::{ChecksState, LiveReload};
pub use trouble::{in_preview, machine_trouble, trouble};
