//! What a stage gives.

use super::Diagnostics;

/// A value, as good as it can be made, and what was found wrong on the way: one run reports
/// everything.
#[derive(Clone, Debug, Default)]
pub struct Outcome<T>(pub T, pub Diagnostics);

impl<T> Outcome<T> {
    /// The value; what was found joins `all`.
    pub fn into_value(self, all: &mut Diagnostics) -> T {
        all.append(self.1);
        self.0
    }

    /// Another value, with the same findings.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Outcome<U> {
        Outcome(change(self.0), self.1)
    }
}
