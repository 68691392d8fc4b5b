//! A record to be written.

/// A file in the content folder and its new text.
#[derive(Clone, Debug)]
pub struct RecordFile {
    /// Path relative to the source root.
    pub path: &'static str,
    /// Complete text.
    pub text: String,
}
