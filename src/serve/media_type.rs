//! Media types by file name; the only user of `mime_guess`.

/// The media type of a path, with charset for text: all generated files are UTF-8.
pub(super) fn of(path: &str) -> String {
    let media_type = mime_guess::from_path(path).first_or_octet_stream();
    let essence = media_type.essence_str();
    let is_text = media_type.type_() == "text" || matches!(essence, "application/json" | "application/xml" | "application/javascript");
    match (is_text, path.rsplit('.').next()) {
        (_, Some("yaml" | "yml" | "sig")) => "text/plain; charset=utf-8".to_owned(),
        (true, _) => format!("{essence}; charset=utf-8"),
        (false, _) => essence.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_say_how_they_are_coded() {
        let types = ["index.html", "a/index.json", "measures.csv", "feed.xml", "assets/site.css", "assets/x.js", "history.yaml"].map(of);
        for media_type in types {
            assert!(media_type.ends_with("; charset=utf-8"), "{media_type}");
        }
        let others = ["signed.pdf", "seal.png", "plan.xlsx", "no-ending", "logo.svg", "รายงาน.PDF"].map(of);
        assert_eq!(
            others,
            [
                "application/pdf",
                "image/png",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                "application/octet-stream",
                "image/svg+xml",
                "application/pdf"
            ]
        );
    }
}
