//! Releases: publications that count. What one changes is compared with what was published before,
//! what may not change now is refused, the records go on, and
//! come back when they were lost.

mod before;
mod frozen;
mod publish;
mod restore;
mod restored;
mod summary;

pub use frozen::frozen;
pub use publish::{Submission, Submitted, publish};
pub use restore::{Restoration, restore};
pub use restored::{NotRestored, Restored, Soundness, restored};
pub use summary::{Summary, UrlChange, UrlState, ValueDifference};
