//! How large things may be (AR14). Each limit has a message with its place, and a key under
//! `limits` to raise it.

use crate::yaml::{Context, Fields, FromNode, Node};

/// Upper limits. Bytes unless said otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// A document.
    pub file: usize,
    /// A line of a document.
    pub line: usize,
    /// Front matter.
    pub front_matter: usize,
    /// Lists and maps within each other.
    pub yaml_depth: usize,
    /// A title, in characters.
    pub title: usize,
    /// Markdown blocks within each other.
    pub nesting: usize,
    /// A rendered page.
    pub page: usize,
    /// Seconds in which the templates of the theme make a page.
    pub page_seconds: usize,
    /// By how much the memory may grow meanwhile.
    pub page_memory: usize,
    /// An output path.
    pub path: usize,
    /// An attachment, so that a phone can load it.
    pub attachment: usize,
    /// An attachment into which the checks look.
    pub inspect: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            // The shapes that cost most (headings, rows of a table, one after the other) take up to
            // 200 bytes of memory a byte: under 1 GB (P14).
            file: 4 << 20,
            line: 1 << 20,
            front_matter: 64 << 10,
            yaml_depth: 32,
            title: 300,
            nesting: 256,
            page: 64 << 20,
            page_seconds: 10,
            page_memory: 512 << 20,
            path: 1024,
            attachment: 20 << 20,
            inspect: 64 << 20,
        }
    }
}

impl FromNode for Limits {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let default = Self::default();
        let mut fields = Fields::of(node, context);
        let mut limit = |key, default: usize| fields.optional::<u32>(key).map_or(default, |value| value as usize);
        let limits = Self {
            file: limit("file", default.file),
            line: limit("line", default.line),
            front_matter: limit("front_matter", default.front_matter),
            yaml_depth: limit("yaml_depth", default.yaml_depth).min(MAX_DEPTH),
            title: limit("title", default.title),
            nesting: limit("nesting", default.nesting).min(MAX_DEPTH),
            page: limit("page", default.page),
            page_seconds: limit("page_seconds", default.page_seconds),
            page_memory: limit("page_memory", default.page_memory),
            path: limit("path", default.path),
            attachment: limit("attachment", default.attachment),
            inspect: limit("inspect", default.inspect).min(MAX_INSPECTED_BYTES),
        };
        fields.finish()?;
        Some(limits)
    }
}

/// Deeper than this, tools that recurse run out of stack; it cannot be raised.
const MAX_DEPTH: usize = 512;

/// Files are inspected in memory, several at a time; it cannot be raised.
const MAX_INSPECTED_BYTES: usize = 512 << 20;
