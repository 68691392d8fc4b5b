//! Detects the kind of a file from its first bytes.

/// Signatures of common file kinds, and their display names.
const STARTS: [(&[u8], &str); 13] = [
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "Word, Excel, ZIP"),
    (b"\xD0\xCF\x11\xE0", "Word, Excel"),
    (b"\xFF\xD8\xFF", "JPEG"),
    (b"\x89PNG", "PNG"),
    (b"GIF8", "GIF"),
    (b"Rar!", "RAR"),
    (b"7z\xBC\xAF", "7z"),
    (b"{\\rtf", "RTF"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"<?xml", "XML"),
    (b"<", "HTML"),
];

/// Display name of the detected kind; `None` if unknown.
pub(super) fn looks_like(bytes: &[u8]) -> Option<&'static str> {
    if is_html(bytes) {
        return Some("HTML");
    }
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    let brand = bytes.get(4..12).unwrap_or_default();
    match brand {
        b"ftypheic" | b"ftypheix" | b"ftypmif1" | b"ftyphevc" => Some("HEIC"),
        _ if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") => Some("WebP"),
        _ => STARTS.iter().find(|(start, _)| text.starts_with(start)).map(|(_, name)| *name),
    }
}

/// True if the file starts like an HTML page.
pub(super) fn is_html(bytes: &[u8]) -> bool {
    const STARTS: [&str; 9] = ["<!doctype html", "<html", "<head", "<title", "<body", "<meta", "<script", "<center", "<h1"];
    let text = head(bytes);
    let mut rest = text.trim_start();
    // Skips XML declaration and comments.
    while let Some((_, after)) =
        [("<?xml", "?>"), ("<!--", "-->")].iter().find_map(|(begin, end)| rest.strip_prefix(begin)?.split_once(end))
    {
        rest = after.trim_start();
    }
    STARTS.iter().any(|start| rest.starts_with(start))
}

/// True if an HTML page is a login or error page that a site returned instead of the requested
/// file.
pub(super) fn is_error_page(bytes: &[u8]) -> bool {
    const TITLES: [&str; 16] = [
        "401",
        "403",
        "404",
        "500",
        "502",
        "503",
        "not found",
        "forbidden",
        "denied",
        "unauthorized",
        "error",
        "login",
        "log in",
        "sign in",
        "เข้าสู่ระบบ",
        "ไม่พบ",
    ];
    let page = head(bytes);
    let title = page.split_once("<title").and_then(|(_, rest)| rest.split_once("</title")).map_or("", |(title, _)| title);
    let asks = ["type=\"password\"", "type='password'", "type=password"].iter().any(|field| page.contains(field));
    is_html(bytes) && (asks || TITLES.iter().any(|word| title.contains(word)))
}

/// First 64 KiB as lower-case text.
fn head(bytes: &[u8]) -> String {
    const HEAD: usize = 64 << 10;
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    String::from_utf8_lossy(bytes.get(..HEAD).unwrap_or(bytes)).to_ascii_lowercase()
}
