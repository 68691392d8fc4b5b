//! A record to be written.

/// A file in the content folder and its new text.
#[derive(Clone, Debug)]
pub struct RecordFile {
    /// Path relative to the source root.
    pub(crate) path: &'static str,
    pub(crate) text: String,
}
