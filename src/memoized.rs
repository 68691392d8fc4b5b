//! The last result of a pure function, kept with the hash of its input.

/// One result.
#[derive(Debug)]
pub(crate) struct Memoized<T>(Option<([u8; 32], T)>);

impl<T> Default for Memoized<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T: Clone> Memoized<T> {
    /// What was made from an input of this hash, or what `make` makes now; then that is kept.
    pub(crate) fn get_or_compute(&mut self, of: [u8; 32], make: impl FnOnce() -> T) -> T {
        match &self.0 {
            Some((kept, value)) if *kept == of => value.clone(),
            _ => {
                let value = make();
                self.0 = Some((of, value.clone()));
                value
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_input_makes_another_result() {
        let mut kept = Memoized::default();
        let made: Vec<u8> =
            [(1, 10), (1, 20), (2, 30), (1, 40)].iter().map(|(of, value)| kept.get_or_compute([*of; 32], || *value)).collect();
        assert_eq!(made, [10, 10, 30, 40]);
    }
}
