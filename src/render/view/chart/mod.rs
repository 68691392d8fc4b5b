//! Pictures of figures that a table of the page has: bars in SVG, made here, without a script.
//!
//! A picture adds nothing to the table beside it, so programs that read pages aloud hear its title
//! and description only, and the search does not read it. Bars differ by how they are filled, not by
//! colour: in print without colours, on dark pages and in forced colours they are told apart.

mod bars;
mod completeness;
mod measures;
mod scores;
mod totals;

pub(super) use completeness::completeness;
pub(super) use measures::progress;
pub(super) use scores::scores;
pub(super) use totals::totals;

pub use bars::{BarChart, ChartBar, ChartKey, ChartMark, ChartRow};
