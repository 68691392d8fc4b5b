//! Page file names as changed by editors, sync clients and Windows, and the original name.

use crate::base::ItemCode;
use crate::source::{CopyCertainty, copied_from};
use crate::thai::to_arabic;

/// Kind of a file name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FileNameKind<'n> {
    /// Page: `NAME.md`.
    Page(&'n str),
    /// Page with a variant extension that only pages have: `NAME.MD`, `NAME.md.txt`,
    /// `NAME.markdown`.
    Otherwise(&'n str),
    /// `NAME.txt` or without extension: a page if the name is that of one.
    Text(&'n str),
    /// `NAME.html`.
    WebPage(&'n str),
    /// Attachment.
    Other,
}

/// Other extensions of Markdown.
const MARKDOWN: [&str; 11] = ["markdown", "mdown", "mkdown", "mkdn", "mkd", "mdwn", "mdtxt", "mdtext", "mdx", "rmd", "qmd"];
/// Extensions of texts, of backups, and of data files mistaken for pages.
const TEXT: [&str; 8] = ["txt", "text", "yaml", "yml", "bak", "old", "orig", "save"];
const WEB: [&str; 5] = ["html", "htm", "xhtml", "mht", "mhtml"];
/// Extensions of files produced from a page, which are attachments: print-outs, images, archives.
const MADE: [&str; 8] = ["pdf", "png", "jpg", "jpeg", "gif", "webp", "zip", "7z"];
/// Extensions that converters leave inside the name.
const CONVERTED: [&str; 8] = [".md", ".txt", ".doc", ".docx", ".odt", ".rtf", ".pdf", ".html"];

/// Classifies a file name.
pub(super) fn called(name: &str) -> FileNameKind<'_> {
    if let Some(stem) = name.strip_suffix(".md") {
        return FileNameKind::Page(stem);
    }
    let lower = name.to_ascii_lowercase();
    let (stem, extension) = match (name.rsplit_once('.'), lower.rsplit_once('.')) {
        (Some((stem, _)), Some((_, extension))) => (stem, extension.trim()),
        _ => return FileNameKind::Text(name),
    };
    if WEB.contains(&extension) {
        return FileNameKind::WebPage(stem);
    }
    if MADE.contains(&extension) {
        return FileNameKind::Other;
    }
    let ends = |at: &usize| !lower.get(at + 3..).is_some_and(|after| after.starts_with(|c: char| c.is_ascii_alphanumeric()));
    if let Some(stem) = lower.match_indices(".md").map(|(at, _)| at).find(ends).and_then(|at| name.get(..at)) {
        return FileNameKind::Otherwise(stem);
    }
    match () {
        () if MARKDOWN.contains(&extension) => FileNameKind::Otherwise(stem),
        () if TEXT.contains(&extension) || extension.is_empty() => FileNameKind::Text(stem),
        () => FileNameKind::Other,
    }
}

/// Strips copy marks and converter extensions from a name; with [`CopyCertainty::Sure`] only
/// unambiguous marks.
pub(super) fn plain(name: &str, sign: CopyCertainty) -> &str {
    let copied = |name| copied_from(name).filter(|(_, found)| *found >= sign).map(|(base, _)| base);
    std::iter::successors(Some(name), |name| copied(name).or_else(|| unconverted(name))).last().unwrap_or(name)
}

fn unconverted(name: &str) -> Option<&str> {
    let lower = name.to_ascii_lowercase();
    let ending = CONVERTED.iter().find(|ending| lower.ends_with(**ending))?;
    name.get(..name.len() - ending.len())
}

/// Parses an item code. A blank is allowed only between letters and digits: `o4 2` is a second
/// `o4`.
pub(super) fn item(name: &str) -> Option<ItemCode> {
    let words = || name.split_whitespace();
    let is_numeric = |c: Option<char>| c.is_some_and(char::is_numeric);
    let is_parted = words().zip(words().skip(1)).any(|(one, two)| is_numeric(one.chars().next_back()) == is_numeric(two.chars().next()));
    ItemCode::parse(name).filter(|_| !is_parted)
}

/// The item that a name probably stands for, and the rest of the name: `ข้อ 42`, `o-42`, `o42-PC1`,
/// `O42 แก้ไข`.
pub(super) fn meant_item(name: &str) -> Option<(ItemCode, &str)> {
    // Names such as `form1` are too common to be item codes.
    let is_usual = |item: &ItemCode| matches!(item.letters(), "O" | "MOIT");
    let spelled = |name| item(name).filter(is_usual).map(|item| (item, "")).or_else(|| item_in(name));
    let is_all = |(_, rest): &(ItemCode, &str)| rest.is_empty();
    spelled(name).filter(is_all).or_else(|| spelled(plain(name, CopyCertainty::IfThere)))
}

fn item_in(name: &str) -> Option<(ItemCode, &str)> {
    const BEFORE: [&str; 6] = ["moit", "oit", "o", "ข้อที่", "ข้อ", "item"];
    let lower = name.to_ascii_lowercase();
    let before = BEFORE.iter().find(|before| lower.starts_with(**before))?;
    let number = name.get(before.len()..)?.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '_' | '.'));
    let rest = number.trim_start_matches(char::is_numeric);
    let digits = to_arabic(number.strip_suffix(rest)?);
    // `0` is parsed as the letter O of most codes.
    let letters = if *before == "moit" { before } else { "0" };
    let item = ItemCode::parse(&format!("{letters}{digits}"))?;
    (!rest.starts_with(|c: char| c.is_ascii_alphanumeric())).then_some((item, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_of_pages_are_known() {
        assert_eq!(called("o42.md"), FileNameKind::Page("o42"));
        for name in
            ["o42.MD", "o42.Md", "o42.md.txt", "o42.markdown", "o42.mdx", "o42.md (1)", "o42.md.docx", "o42.md~", "o42.md_old", "o42.md "]
        {
            assert_eq!(called(name), FileNameKind::Otherwise("o42"), "{name}");
        }
        assert_eq!(
            (called("o42.txt"), called("o42"), called("o42.html")),
            (FileNameKind::Text("o42"), FileNameKind::Text("o42"), FileNameKind::WebPage("o42"))
        );
        for name in ["o42.pdf", "o42.md.pdf", "data.mdb", "hash.md5", "o7.docx"] {
            assert_eq!(called(name), FileNameKind::Other, "{name}");
        }
    }

    #[test]
    fn the_item_that_was_meant_is_found() {
        for name in ["o42 (1)", "ข้อ 42", "ข้อที่ ๔๒", "o-42", "O42-PC1", "o42 - สำเนา", "o42 2", "OIT-42", "o42.docx", "042 (1)"]
        {
            assert_eq!(meant_item(name).map(|(item, rest)| (item.slug(), rest)), Some(("o42".to_owned(), "")), "{name}");
        }
        assert_eq!(meant_item("o42-signed").map(|(_, rest)| rest), Some("-signed"));
        for name in ["measures", "2022-10", "o42a", "o1234", "photo1", "ข้อบัญญัติ", "ข้อ", "o"] {
            assert_eq!(meant_item(name), None, "{name}");
        }
        assert_eq!((item("o4 2"), item("O 42").map(|item| item.slug())), (None, Some("o42".to_owned())));
    }
}
