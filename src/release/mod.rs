//! Releases: publications with records. Compares with the last publication, refuses frozen changes,
//! continues the records, and restores lost ones.

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
