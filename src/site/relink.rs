//! Rewrites a link for another target in the form its author used: file path, relative address or
//! absolute URL, percent-encoded or not.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};
use url::Url;

use super::{LinkForm, Permalink};
use crate::base::RelPath;

/// Delimiters of a link path, and `%`.
const SIGNS: &AsciiSet = &CONTROLS.add(b'%').add(b'#').add(b'?');

/// Characters encoded in a percent-encoded path.
const CODED: &AsciiSet =
    &SIGNS.add(b' ').add(b'"').add(b'<').add(b'>').add(b'`').add(b'{').add(b'}').add(b'|').add(b'^').add(b'\\').add(b'(').add(b')');

/// Source and target of a link.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LinkEnds<'a> {
    /// Source file with the link.
    pub(crate) source: &'a RelPath,
    /// Address of the page made from it.
    pub(crate) own: &'a Permalink,
    /// Source file of the new target.
    pub(crate) file: &'a RelPath,
    /// Address of the new target.
    pub(crate) permalink: &'a Permalink,
}

/// Rewrites `destination`, which has this form, for these ends: `../o42.md#m1` → `../o27.md#m1`.
/// `None` if it names nothing of this site.
pub(crate) fn rewritten(base: &Url, destination: &str, form: LinkForm, ends: &LinkEnds<'_>) -> Option<String> {
    let (before, rest) = match form {
        LinkForm::Whole => destination.split_at_checked(length_of_base(base, destination)?)?,
        LinkForm::Address => destination.split_at_checked(1)?,
        LinkForm::RelativeAddress | LinkForm::File | LinkForm::FileAsNamed => ("", destination),
        LinkForm::Other => return None,
    };
    let end = if form == LinkForm::FileAsNamed { rest.len() } else { rest.find(['#', '?']).unwrap_or(rest.len()) };
    let (path, behind) = rest.split_at_checked(end)?;
    let new = match form {
        LinkForm::File | LinkForm::FileAsNamed => relative(ends.source.folder(), ends.file.as_str()),
        LinkForm::RelativeAddress => relative(ends.own.as_str().trim_end_matches('/'), &like(path, ends.permalink)),
        LinkForm::Whole | LinkForm::Address | LinkForm::Other => like(path, ends.permalink),
    };
    let dot = if path.starts_with("./") && !new.starts_with("../") { "./" } else { "" };
    Some(format!("{before}{dot}{}{behind}", coded(&new, path, form)))
}

/// Length in bytes of the base URL at the start of an absolute URL.
fn length_of_base(base: &Url, destination: &str) -> Option<usize> {
    let host = destination.find("://")? + "://".len();
    let path = host + destination.get(host..)?.find('/')?;
    let rest = destination.get(path..)?;
    rest.starts_with(base.path()).then(|| path + base.path().len())
}

/// Formats an address with the ending of `path`: `index.html`, final slash, or none.
fn like(path: &str, permalink: &Permalink) -> String {
    let address = permalink.as_str();
    match address.ends_with('/') {
        true if path.ends_with("index.html") => permalink.output(),
        true if !path.ends_with('/') => address.trim_end_matches('/').to_owned(),
        _ => address.to_owned(),
    }
}

/// Relative path from a folder to a path, both below the same root.
fn relative(folder: &str, to: &str) -> String {
    let from: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    let to: Vec<&str> = to.split('/').collect();
    let names = to.len().saturating_sub(1 + usize::from(to.last() == Some(&"")));
    let shared = from.iter().zip(to.iter().take(names)).take_while(|(a, b)| a == b).count();
    let down: Vec<&str> = to.into_iter().skip(shared).collect();
    format!("{}{}", "../".repeat(from.len() - shared), down.join("/"))
}

/// Encodes the new path like the old one; unchanged segments keep their spelling.
fn coded(new: &str, old: &str, form: LinkForm) -> String {
    let decoded = |name: &str| percent_decode_str(name).decode_utf8().map(Cow::into_owned).unwrap_or_default();
    let is_coded = old.split('/').any(|name| decoded(name) != name);
    let code = |name: &str| {
        let typed = old.split('/').find(|typed| decoded(typed) == name || (*typed == name && form == LinkForm::FileAsNamed));
        match typed {
            Some(typed) => typed.to_owned(),
            None if is_coded => utf8_percent_encode(name, CODED).to_string(),
            // Non-ASCII letters stay unencoded.
            None => name
                .chars()
                .map(|c| if c.is_ascii() { utf8_percent_encode(c.encode_utf8(&mut [0; 4]), SIGNS).to_string() } else { c.into() })
                .collect(),
        }
    };
    new.split('/').map(code).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_stays_in_the_form_of_its_author() {
        let base = Url::parse("https://www.example.go.th/ita/").unwrap();
        let path = |text: &str| RelPath::new(text).unwrap();
        let (source, file) = (path("content/2566/o43.md"), path("content/pages/แผน งาน/index.md"));
        let (own, permalink) = (Permalink::file("2566/o43/"), Permalink::file("แผน งาน/"));
        let ends = LinkEnds { source: &source, own: &own, file: &file, permalink: &permalink };
        for (old, form, new) in [
            ("o42.md#m1", LinkForm::File, "../pages/แผน งาน/index.md#m1"),
            ("./o42.md", LinkForm::File, "../pages/แผน งาน/index.md"),
            ("%E0%B8%81/o42.md?x#m1", LinkForm::File, "../pages/%E0%B9%81%E0%B8%9C%E0%B8%99%20%E0%B8%87%E0%B8%B2%E0%B8%99/index.md?x#m1"),
            ("/2566/o42/#m1", LinkForm::Address, "/แผน งาน/#m1"),
            ("/2566/o42", LinkForm::Address, "/แผน งาน"),
            ("/2566/o42/index.html", LinkForm::Address, "/แผน งาน/index.html"),
            ("../o42/", LinkForm::RelativeAddress, "../../แผน งาน/"),
            ("HTTPS://www.example.go.th/ita/2566/o42/", LinkForm::Whole, "HTTPS://www.example.go.th/ita/แผน งาน/"),
        ] {
            assert_eq!(rewritten(&base, old, form, &ends).as_deref(), Some(new), "{old}");
        }
        let plan = path("content/2566/o43/50%#1.pdf");
        let ends = LinkEnds { file: &plan, ..ends };
        assert_eq!(rewritten(&base, "o42/50%#1.pdf", LinkForm::FileAsNamed, &ends).as_deref(), Some("o43/50%#1.pdf"));
        assert_eq!(rewritten(&base, "./o42.pdf", LinkForm::File, &ends).as_deref(), Some("./o43/50%25%231.pdf"));
        assert_eq!(rewritten(&base, "#m1", LinkForm::Other, &ends), None);
    }
}
