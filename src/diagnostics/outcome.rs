//! Result of a stage.

use super::Diagnostics;

/// A value, as complete as possible, and the diagnostics, so that one run reports everything.
#[derive(Clone, Debug, Default)]
pub struct Outcome<T>(pub T, pub Diagnostics);

impl<T> Outcome<T> {
    /// Returns the value, and moves the diagnostics to `all`.
    pub fn into_value(self, all: &mut Diagnostics) -> T {
        all.append(self.1);
        self.0
    }

    /// Converts the value and keeps the diagnostics.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Outcome<U> {
        Outcome(change(self.0), self.1)
    }
}
