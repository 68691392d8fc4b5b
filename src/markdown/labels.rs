/// Texts in the HTML of a body that are not in the body; provided by the theme in its language.
#[derive(Debug, Clone, Copy)]
pub struct Labels<'a> {
    /// Title of a `> [!NOTE]` block.
    pub note: &'a str,
    /// Title of a `> [!TIP]` block.
    pub tip: &'a str,
    /// Title of a `> [!IMPORTANT]` block.
    pub important: &'a str,
    /// Title of a `> [!WARNING]` block.
    pub warning: &'a str,
    /// Title of a `> [!CAUTION]` block.
    pub caution: &'a str,
    /// Heading above the footnotes.
    pub footnotes: &'a str,
    /// Accessible name of the link from a footnote back to its reference; the footnote number is
    /// appended.
    pub back_to_text: &'a str,
    /// Accessible name of a checked box in a task list.
    pub done: &'a str,
    /// Accessible name of an unchecked box in a task list.
    pub not_done: &'a str,
    /// Accessible name of the box of a table; its number is appended.
    pub table: &'a str,
    /// Accessible name of a box of code; its number is appended.
    pub code: &'a str,
}
