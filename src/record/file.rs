//! A record as it is to be written.

/// A file of the content and its new text.
#[derive(Clone, Debug)]
pub struct RecordFile {
    /// Below the root.
    pub path: &'static str,
    /// The whole text.
    pub text: String,
}
