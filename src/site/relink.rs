//! A link written anew for another target, in the way of its author: from file to file stays so,
//! whole addresses stay whole, and what was percent-encoded stays so.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};
use url::Url;

use super::{LinkForm, Permalink};
use crate::base::RelPath;

/// What ends the path of a link, or begins a coded letter.
const SIGNS: &AsciiSet = &CONTROLS.add(b'%').add(b'#').add(b'?');

/// What must not stand in a coded path.
const CODED: &AsciiSet =
    &SIGNS.add(b' ').add(b'"').add(b'<').add(b'>').add(b'`').add(b'{').add(b'}').add(b'|').add(b'^').add(b'\\').add(b'(').add(b')');

/// The two ends of a link.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LinkEnds<'a> {
    /// The file in which it stands.
    pub(crate) source: &'a RelPath,
    /// The address of the page made from it.
    pub(crate) own: &'a Permalink,
    /// The file to which it is to lead.
    pub(crate) file: &'a RelPath,
    /// The address of what is made from that file.
    pub(crate) permalink: &'a Permalink,
}

/// `destination`, which is written in this form, as it is written for these ends: `../o42.md#m1` →
/// `../o27.md#m1`. `None` if it names nothing of this site.
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

/// Bytes of the address of the site at the beginning of a whole address.
fn length_of_base(base: &Url, destination: &str) -> Option<usize> {
    let host = destination.find("://")? + "://".len();
    let path = host + destination.get(host..)?.find('/')?;
    let rest = destination.get(path..)?;
    rest.starts_with(base.path()).then(|| path + base.path().len())
}

/// An address with the ending of another: with `index.html`, with its last slash, or without.
fn like(path: &str, permalink: &Permalink) -> String {
    let address = permalink.as_str();
    match address.ends_with('/') {
        true if path.ends_with("index.html") => permalink.output(),
        true if !path.ends_with('/') => address.trim_end_matches('/').to_owned(),
        _ => address.to_owned(),
    }
}

/// The way from a folder to a path, both below the same root.
fn relative(folder: &str, to: &str) -> String {
    let from: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    let to: Vec<&str> = to.split('/').collect();
    let names = to.len().saturating_sub(1 + usize::from(to.last() == Some(&"")));
    let shared = from.iter().zip(to.iter().take(names)).take_while(|(a, b)| a == b).count();
    let down: Vec<&str> = to.into_iter().skip(shared).collect();
    format!("{}{}", "../".repeat(from.len() - shared), down.join("/"))
}

/// The new path in the coding of the old one; names that stay are written as they were.
fn coded(new: &str, old: &str, form: LinkForm) -> String {
    let decoded = |name: &str| percent_decode_str(name).decode_utf8().map(Cow::into_owned).unwrap_or_default();
    let is_coded = old.split('/').any(|name| decoded(name) != name);
    let code = |name: &str| {
        let typed = old.split('/').find(|typed| decoded(typed) == name || (*typed == name && form == LinkForm::FileAsNamed));
        match typed {
            Some(typed) => typed.to_owned(),
            None if is_coded => utf8_percent_encode(name, CODED).to_string(),
            // The letters of other languages stay as they are.
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
