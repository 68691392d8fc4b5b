//! Media types of all files of a site by extension. Every host knows some of them, but not the
//! same.

/// Text types with their extensions. All generated files are UTF-8.
pub(super) const TEXTS: [(&str, &[&str]); 13] = [
    ("text/html", &["html"]),
    ("text/css", &["css"]),
    ("text/javascript", &["js", "mjs"]),
    ("text/csv", &["csv"]),
    ("text/plain", &["txt", "yaml", "yml", "sig"]),
    ("text/markdown", &["md"]),
    ("text/calendar", &["ics"]),
    ("text/vtt", &["vtt"]),
    ("application/json", &["json"]),
    ("application/geo+json", &["geojson"]),
    ("application/manifest+json", &["webmanifest"]),
    ("application/xml", &["xml"]),
    ("image/svg+xml", &["svg"]),
];

/// Binary types with their extensions, generated or attached.
pub(super) const OTHERS: [(&str, &[&str]); 33] = [
    ("application/pdf", &["pdf"]),
    ("application/msword", &["doc"]),
    ("application/vnd.ms-excel", &["xls"]),
    ("application/vnd.ms-powerpoint", &["ppt"]),
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", &["docx"]),
    ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", &["xlsx"]),
    ("application/vnd.openxmlformats-officedocument.presentationml.presentation", &["pptx"]),
    ("application/vnd.oasis.opendocument.text", &["odt"]),
    ("application/vnd.oasis.opendocument.spreadsheet", &["ods"]),
    ("application/vnd.oasis.opendocument.presentation", &["odp"]),
    ("application/rtf", &["rtf"]),
    ("application/epub+zip", &["epub"]),
    ("application/vnd.google-earth.kml+xml", &["kml"]),
    ("application/vnd.google-earth.kmz", &["kmz"]),
    ("application/zip", &["zip"]),
    ("application/gzip", &["gz", "tgz"]),
    ("application/vnd.rar", &["rar"]),
    ("application/x-7z-compressed", &["7z"]),
    ("font/woff2", &["woff2"]),
    ("font/woff", &["woff"]),
    ("font/ttf", &["ttf"]),
    ("font/otf", &["otf"]),
    ("image/png", &["png"]),
    ("image/jpeg", &["jpg", "jpeg"]),
    ("image/gif", &["gif"]),
    ("image/webp", &["webp"]),
    ("image/avif", &["avif"]),
    ("image/tiff", &["tif", "tiff"]),
    ("image/x-icon", &["ico"]),
    ("audio/mpeg", &["mp3"]),
    ("audio/mp4", &["m4a"]),
    ("video/mp4", &["mp4"]),
    ("video/webm", &["webm"]),
];

/// Fallback type, which browsers download.
pub(super) const UNKNOWN: &str = "application/octet-stream";

/// The media type of an extension, without charset.
pub fn media_type(extension: &str) -> &'static str {
    let known = TEXTS.iter().chain(OTHERS.iter()).find(|(_, endings)| endings.contains(&extension));
    known.map_or(UNKNOWN, |(kind, _)| kind)
}

/// Extensions without dot, with the `Content-Type` value.
pub(super) fn by_ending() -> impl Iterator<Item = (&'static str, String)> {
    let texts = TEXTS.iter().flat_map(|(kind, endings)| endings.iter().map(move |ending| (*ending, format!("{kind}; charset=utf-8"))));
    texts.chain(OTHERS.iter().flat_map(|(kind, endings)| endings.iter().map(move |ending| (*ending, (*kind).to_owned()))))
}
