/// The words that the HTML of a body needs and the body does not have. They come from the theme, in
/// its language.
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
    /// Name of the link from a footnote back to its mark; the number of the footnote is added.
    pub back_to_text: &'a str,
    /// Name of a ticked box in a task list.
    pub done: &'a str,
    /// Name of an empty box in a task list.
    pub not_done: &'a str,
}
