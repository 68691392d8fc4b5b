/// What a body may not do on its page.
#[derive(Debug, Clone, Copy)]
pub struct MarkdownLimits<'a> {
    /// How many blocks and inline elements may stand inside one another.
    pub max_nesting: usize,
    /// Ids that the page itself uses. No anchor of the body will be one of them.
    pub reserved_ids: &'a [&'a str],
}

impl Default for MarkdownLimits<'_> {
    /// 256 levels: browsers stop at 512, and HTML tools overflow their stack some way above that.
    fn default() -> Self {
        MarkdownLimits { max_nesting: 256, reserved_ids: &[] }
    }
}
