/// Texts in the HTML of a body that are not in the body; provided by the theme in its language.
#[derive(Debug, Clone, Copy)]
pub struct Labels<'a> {
    /// Title of a `> [!NOTE]` block.
    pub(crate) note: &'a str,
    /// Title of a `> [!TIP]` block.
    pub(crate) tip: &'a str,
    /// Title of a `> [!IMPORTANT]` block.
    pub(crate) important: &'a str,
    /// Title of a `> [!WARNING]` block.
    pub(crate) warning: &'a str,
    /// Title of a `> [!CAUTION]` block.
    pub(crate) caution: &'a str,
    /// Heading above the footnotes.
    pub(crate) footnotes: &'a str,
    /// Accessible name of the link from a footnote back to its reference; the footnote number is
    /// appended.
    pub(crate) back_to_text: &'a str,
    /// Accessible name of a checked box in a task list.
    pub(crate) done: &'a str,
    /// Accessible name of an unchecked box in a task list.
    pub(crate) not_done: &'a str,
}
