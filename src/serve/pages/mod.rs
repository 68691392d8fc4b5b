//! What the preview shows besides the site: the bar on each page, and pages of its own. Pure
//! functions: no server, no clock, no disk.
//!
//! | address below the base | what | function |
//! |---|---|---|
//! | any page | the page, with the bar, the style sheet and the script put in | [`with_bar`] |
//! | `_prongsai/` | all problems, and how complete each year is | [`dashboard`] |
//! | `_prongsai/explain/CODE` | the long text of a code | [`explain`] |
//! | `_prongsai/page?path=/2566/o42/` | what the script asks after a change (JSON); also for `path=/_prongsai/…`, without a sum | [`page_state`] |
//! | `_prongsai/live.js`, `_prongsai/preview.css` | the files that are put in | [`LIVE_JS`], [`PREVIEW_CSS`] |
//! | in the place of a page that cannot be made | why | [`trouble`], [`machine_trouble`] |
//!
//! The pages of the preview itself need [`with_live`] to be styled and to follow changes. All text
//! goes through `markup`, which escapes it.

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
pub use dashboard::dashboard;
pub use explain::explain;
pub use files::{FOLDER, LIVE_JS, PREVIEW_CSS};
pub use filter::Filter;
pub use findings_by_page::{FindingsByPage, page_of};
pub use insert::{with_bar, with_live};
pub use live::{ChecksState, LiveReload};
pub use trouble::{in_preview, machine_trouble, trouble};
