//! Copy-on-write vector, shared between clones of a site, so that the edit of one page does not
//! copy the others.

use std::ops::Deref;
use std::sync::Arc;

/// Copy-on-write vector; derefs to a slice.
#[derive(Clone, Debug)]
pub struct SharedVec<T>(Arc<Vec<T>>);

impl<T: Clone> SharedVec<T> {
    /// Appends an element; copies the vector first if it is shared.
    pub(super) fn push(&mut self, one: T) {
        Arc::make_mut(&mut self.0).push(one);
    }

    /// Returns a mutable element; copies the vector first if it is shared.
    pub(super) fn get_mut(&mut self, at: usize) -> Option<&mut T> {
        Arc::make_mut(&mut self.0).get_mut(at)
    }
}

impl<T> Default for SharedVec<T> {
    fn default() -> Self {
        Self(Arc::default())
    }
}

impl<T> Deref for SharedVec<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<T> From<Vec<T>> for SharedVec<T> {
    fn from(all: Vec<T>) -> Self {
        Self(Arc::new(all))
    }
}

impl<'a, T> IntoIterator for &'a SharedVec<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
