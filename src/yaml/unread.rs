//! What stands in a file and could not be taken from it, so that nobody calls it missing: its own
//! finding says what is wrong with it.

use std::ops::Range;

use super::Node;

/// The fields of a file whose values could not be read, or that hold one that could not.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UnreadFields(Vec<Field>);

#[derive(Clone, Debug, PartialEq)]
struct Field {
    name: FieldName,
    /// Bytes of the map in which it stands; of the list, for an entry.
    within: Range<usize>,
    /// Whether nothing of the value was understood, or an entry of the list that it is was lost.
    /// Otherwise something deeper was.
    is_lost: bool,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum FieldName {
    Key(&'static str),
    /// A key that looks like none that is known: it may stand for any.
    Unknown,
    /// An entry of a list.
    Entry,
}

impl UnreadFields {
    /// Whether a value of `key` could not be read, wholly or in part, in a map around the byte
    /// `at`.
    pub fn around(&self, key: &str, at: usize) -> bool {
        self.0.iter().any(|field| field.may_be(key) && field.within.contains(&at))
    }

    /// Whether a value of `key` could not be read, wholly or in part, in the outermost map.
    /// Whatever is deeper is noted there too.
    pub fn outermost(&self, key: &str) -> bool {
        let root = self.root();
        self.0.iter().any(|field| field.may_be(key) && Some(&field.within) == root)
    }

    /// Whether a value of `key` could not be read, wholly or in part, anywhere in the file.
    pub fn anywhere(&self, key: &str) -> bool {
        self.0.iter().any(|field| field.name.is(key))
    }

    /// Whether some list under `key` lost an entry, or was lost as a whole.
    pub fn lost_entries(&self, key: &str) -> bool {
        let root = self.root();
        let is_of_root = |field: &Field| Some(&field.within) == root;
        self.0.iter().any(|field| field.is_lost && (field.name.is(key) || (field.name == FieldName::Unknown && is_of_root(field))))
    }

    /// The data of a file in which nothing could be read: every field is unknown.
    pub fn all_of(file: Range<usize>) -> Self {
        Self(vec![Field { name: FieldName::Unknown, within: file, is_lost: true }])
    }

    fn root(&self) -> Option<&Range<usize>> {
        self.0.iter().map(|field| &field.within).max_by_key(|within| within.len())
    }

    /// Whether everything was read.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How much was found so far: an argument for [`UnreadFields::note`].
    pub(super) fn mark(&self) -> usize {
        self.0.len()
    }

    /// Notes the field `key` of a map if its `value` could not be read, or something in it since
    /// `mark`.
    pub(super) fn note(&mut self, key: &'static str, map: &Node, value: &Node, is_read: bool, mark: usize) {
        let deeper = self.0.get(mark..).unwrap_or_default();
        if is_read && deeper.is_empty() {
            return;
        }
        let list = value.extent();
        let lost_entry = deeper.iter().any(|field| field.name == FieldName::Entry && field.within == list);
        self.0.push(Field { name: FieldName::Key(key), within: map.extent(), is_lost: !is_read || lost_entry });
    }

    /// Notes an entry of a list, or of a map whose keys are the author's own, that could not be
    /// read.
    pub(crate) fn note_entry(&mut self, list: &Node) {
        self.0.push(Field { name: FieldName::Entry, within: list.extent(), is_lost: true });
    }

    /// Notes a key of a map that is not known: its value was meant for the `nearest` one, or for
    /// who knows which.
    pub(super) fn note_unknown(&mut self, nearest: Option<&'static str>, map: &Node) {
        self.0.push(Field { name: nearest.map_or(FieldName::Unknown, FieldName::Key), within: map.extent(), is_lost: true });
    }
}

impl Field {
    fn may_be(&self, key: &str) -> bool {
        self.name.is(key) || self.name == FieldName::Unknown
    }
}

impl FieldName {
    fn is(self, key: &str) -> bool {
        matches!(self, FieldName::Key(name) if name == key)
    }
}
