//! Interpretation of the argument of `verify`: a folder, a URL or a pack, also if mistyped.

use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};

use url::Url;

use crate::base::{CHECKSUMS, MANIFEST};
use crate::config::meant_address;

/// Location of a copy.
#[derive(Debug, PartialEq)]
pub(in crate::cli) enum VerifyTarget {
    Web(Url),
    Pack(PathBuf),
    Folder(PathBuf),
}

/// Files whose name stands for the site that contains them.
const IN_SITE: [&str; 3] = ["index.html", MANIFEST, CHECKSUMS];

/// Parses a copy as typed, with pasted blanks, quotes or `file://`.
pub(in crate::cli) fn read(typed: &str) -> VerifyTarget {
    let text = bare(typed);
    if let Some(base) = address(text) {
        return VerifyTarget::Web(base);
    }
    let of_file = Url::parse(text).ok().filter(|url| url.scheme() == "file").and_then(|url| url.to_file_path().ok());
    of_file.map_or_else(|| local(Path::new(text)), |path| local(&path))
}

/// Strips surrounding blanks and quotes, unless a file or folder has that exact name.
pub(in crate::cli) fn bare(typed: &str) -> &str {
    let is_round =
        |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '`' | '<' | '>' | '“' | '”' | '‘' | '’' | '„' | '«' | '»' | '\u{FEFF}');
    if Path::new(typed).exists() { typed } else { typed.trim_matches(is_round) }
}

/// URL of a site; `index.html` and the manifest are removed from its end.
fn address(text: &str) -> Option<Url> {
    let mut url = Url::parse(text.trim()).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
    let last = url.path_segments().and_then(|mut parts| parts.next_back().map(str::to_owned));
    if matches!(last.as_deref(), Some("index.html" | MANIFEST | CHECKSUMS)) {
        url.path_segments_mut().ok()?.pop();
    }
    Some(url)
}

fn local(path: &Path) -> VerifyTarget {
    if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("zip")) && !path.is_dir() {
        return VerifyTarget::Pack(path.to_owned());
    }
    let is_in_site = path.file_name().is_some_and(|name| IN_SITE.iter().any(|known| name == *known)) && path.is_file();
    let folder = path.parent().filter(|_| is_in_site).unwrap_or(path);
    VerifyTarget::Folder(if folder.as_os_str().is_empty() { PathBuf::from(".") } else { folder.to_owned() })
}

/// URL probably intended by the name of a missing folder: `www.example.go.th/ita/`, `htp://…`.
pub(in crate::cli) fn meant(typed: &str) -> Option<String> {
    let text = bare(typed);
    let of_transfer = ["ftp://", "sftp://", "ftps://"].into_iter().find_map(|scheme| text.strip_prefix(scheme));
    let text = of_transfer.map_or(text, |rest| rest.split_once('@').map_or(rest, |(_, host)| host));
    meant_address(text).or_else(|| {
        let host = text.split(['/', '?', '#']).next().unwrap_or_default();
        let (name, port) = host.split_once(':').map_or((host, None), |(name, port)| (name, Some(port)));
        let is_own = name == "localhost" || name.parse::<Ipv4Addr>().is_ok();
        let labels: Vec<&str> = name.split('.').collect();
        let is_label = |label: &&str| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-' || !c.is_ascii());
        let ends_well = labels.last().is_some_and(|top| top.len() > 1 && !top.contains(|c: char| c.is_ascii_digit()));
        let is_site =
            labels.iter().all(is_label) && ends_well && labels.len() > if port.is_some() || of_transfer.is_some() { 1 } else { 2 };
        let has_port = port.is_none_or(|port| port.parse::<u16>().is_ok());
        let scheme = if is_own || port.is_some() { "http" } else { "https" };
        ((is_own || is_site) && has_port).then(|| format!("{scheme}://{text}"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn web(text: &str) -> VerifyTarget {
        VerifyTarget::Web(Url::parse(text).unwrap())
    }

    #[test]
    fn what_is_pasted_along_is_left_out() {
        // On Windows a path begins with a drive letter.
        let drive = if cfg!(windows) { "C:" } else { "" };
        let (folder, pack) = (format!("file:///{drive}/no%20such/site"), format!("file:///{drive}/no/such.zip"));
        for (typed, read_as) in [
            ("https://www.example.go.th/ita/", web("https://www.example.go.th/ita/")),
            (" \"https://www.example.go.th/ita/index.html\" ", web("https://www.example.go.th/ita")),
            ("<https://www.example.go.th/manifest.json>", web("https://www.example.go.th/")),
            ("“http:/www.example.go.th/”", web("http://www.example.go.th/")),
            ("https://เทศบาล.ไทย/ita/", web("https://xn--o3cg7ak5c9d.xn--o3cw4h/ita/")),
            ("'/no such/site'", VerifyTarget::Folder("/no such/site".into())),
            (&folder, VerifyTarget::Folder(format!("{drive}/no such/site").into())),
            (&pack, VerifyTarget::Pack(format!("{drive}/no/such.zip").into())),
            ("no/such.ZIP", VerifyTarget::Pack("no/such.ZIP".into())),
            (".", VerifyTarget::Folder(".".into())),
        ] {
            assert_eq!(read(typed), read_as, "{typed}");
        }
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(MANIFEST), "").unwrap();
        assert_eq!(read(folder.path().join(MANIFEST).to_str().unwrap()), VerifyTarget::Folder(folder.path().to_owned()));
        // A folder may have quotes in its name.
        let quoted = folder.path().join("'site'");
        std::fs::create_dir(&quoted).unwrap();
        assert_eq!(read(quoted.to_str().unwrap()), VerifyTarget::Folder(quoted));
    }

    #[test]
    fn an_address_without_its_beginning_is_known_and_no_folder_is_taken_for_one() {
        for (typed, address) in [
            ("www.example.go.th/ita/", "https://www.example.go.th/ita/"),
            ("example.go.th", "https://example.go.th"),
            ("htp://www.example.go.th/ita/", "http://www.example.go.th/ita/"),
            ("https//www.example.go.th/", "https://www.example.go.th/"),
            ("ita.example.asia/2566/", "https://ita.example.asia/2566/"),
            ("เทศบาล.ไทย/ita/", "https://เทศบาล.ไทย/ita/"),
            ("\"www.example.go.th\"", "https://www.example.go.th"),
            ("localhost:8000/", "http://localhost:8000/"),
            ("192.168.1.5/ita/", "http://192.168.1.5/ita/"),
            ("intranet.local:8080", "http://intranet.local:8080"),
            ("ftp://user@ftp.example.go.th/ita/", "https://ftp.example.go.th/ita/"),
        ] {
            assert_eq!(meant(typed).as_deref(), Some(address), "{typed}");
        }
        for typed in ["public", "public.old", "../site/public", "/srv/www.example.go.th", "C:/site", "สำเนา 1", "a.b/c", "v1.2.3", ""]
        {
            assert_eq!(meant(typed), None, "{typed}");
        }
    }
}
