/// Constraints that a page imposes on a body.
#[derive(Debug, Clone, Copy)]
pub struct MarkdownLimits<'a> {
    /// Maximum nesting depth of blocks and inline elements.
    pub(crate) max_nesting: usize,
    /// Ids used by the page, not available for anchors of the body.
    pub(crate) reserved_ids: &'a [&'a str],
}

impl Default for MarkdownLimits<'_> {
    /// 256 levels: browsers stop at 512, and HTML tools overflow their stack somewhat above that.
    fn default() -> Self {
        MarkdownLimits { max_nesting: 256, reserved_ids: &[] }
    }
}
