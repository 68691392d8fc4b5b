//! Paths that exist only on the author's computer: `C:\Users\…\แผน.pdf`, `\\server\share\แผน.pdf`,
//! `file:///C:/แผน.pdf`.

/// File name of a path on the author's computer, empty if it names a folder; `None` for any other
/// text.
pub fn on_own_computer(text: &str) -> Option<&str> {
    let text = text.trim();
    let (scheme, behind) = text.split_once(':').unwrap_or(("", ""));
    let is_drive = scheme.len() == 1 && scheme.starts_with(|c: char| c.is_ascii_alphabetic()) && behind.starts_with(['\\', '/']);
    let is_file = scheme.eq_ignore_ascii_case("file");
    // Markdown unescapes `\\` to one backslash.
    let is_share = text.starts_with('\\');
    (is_drive || is_file || is_share).then(|| text.rsplit(['\\', '/']).next().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::on_own_computer;

    #[test]
    fn a_path_of_windows_is_told_from_one_of_the_site() {
        for text in [
            r"C:\Users\สมชาย\แผน ปี 66.pdf",
            "D:/งาน/แผน ปี 66.pdf",
            r"\\server\share\แผน ปี 66.pdf",
            "file:///C:/แผน ปี 66.pdf",
            r"FILE:\\server\แผน ปี 66.pdf",
        ] {
            assert_eq!(on_own_computer(text), Some("แผน ปี 66.pdf"), "{text}");
        }
        assert_eq!(on_own_computer(r"C:\งาน\"), Some(""));
        for text in ["แผน.pdf", "files/แผน.pdf", r"files\แผน.pdf", "/2566/o42/", "//host/a", "https://a.th/", "c:แผน", "แผน: ก/ข", ""]
        {
            assert_eq!(on_own_computer(text), None, "{text}");
        }
    }
}
