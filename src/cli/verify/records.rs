//! Comparison with the records of the surrounding site.

use std::path::Path;

use url::Url;

use super::super::arguments::CommonArgs;
use super::super::root;
use super::target::VerifyTarget;
use crate::base::SITE_FILE;
use crate::error::Result;
use crate::source::read_regular;
use crate::verify::{CopyOrigin, SiteRecords, VerifyReport, own_address};

/// Compares the report with the records of the site in which this runs, if there is one.
///
/// # Errors
/// `--root` names no site.
pub(super) fn beside(report: VerifyReport, target: &VerifyTarget, common: &CommonArgs) -> Result<VerifyReport> {
    let root = match root::find(common) {
        Ok(root) => root,
        Err(error) if common.root.is_some() => return Err(error),
        Err(_) => return Ok(report),
    };
    let out = root.join(root::PUBLIC);
    let records = SiteRecords::read(&root, &out);
    Ok(report.beside(&records, tie(target, &root, &out, common)))
}

fn tie(target: &VerifyTarget, root: &Path, out: &Path, common: &CommonArgs) -> CopyOrigin {
    let is_output = |folder: &Path| matches!((folder.canonicalize(), out.canonicalize()), (Ok(folder), Ok(out)) if folder == out);
    let base = base_url(root);
    let is_below = |url: &Url| base.as_ref().is_some_and(|base| is_below(url, base));
    let says_so = |folder: &Path| own_address(folder).and_then(|url| Url::parse(&url).ok()).is_some_and(|url| is_below(&url));
    match target {
        VerifyTarget::Pack(_) => CopyOrigin::Pack,
        VerifyTarget::Folder(folder) if is_output(folder) => CopyOrigin::Output,
        VerifyTarget::Web(url) if is_below(url) => CopyOrigin::Site,
        _ if common.root.is_some() => CopyOrigin::Site,
        VerifyTarget::Folder(folder) if says_so(folder) => CopyOrigin::Named,
        _ => CopyOrigin::None,
    }
}

/// True for the same host (with or without `www.`, with any scheme, at the same port unless it is
/// that of the scheme) and a path at or below that of the site.
fn is_below(url: &Url, base: &Url) -> bool {
    let path = |url: &Url| url.path().trim_end_matches('/').to_owned() + "/";
    let host = |url: &Url| url.host_str().map(|host| (host.trim_start_matches("www.").to_owned(), url.port()));
    host(url) == host(base) && path(url).starts_with(&path(base))
}

/// Reads only the `base_url` line, as the site file may be invalid.
fn base_url(root: &Path) -> Option<Url> {
    let text = String::from_utf8(read_regular(&root.join(SITE_FILE)).ok()?).ok()?;
    let value = text.lines().find_map(|line| line.strip_prefix("base_url:"))?;
    let value = value.split(" #").next()?.trim().trim_matches(['"', '\'']);
    Url::parse(value).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_port_or_path_is_another_site() {
        let is_below = |url: &str, base: &str| is_below(&Url::parse(url).unwrap(), &Url::parse(base).unwrap());
        assert!(is_below("http://www.example.go.th/oit/2566/", "https://example.go.th/oit/"));
        assert!(is_below("http://example.go.th:8080/oit", "http://example.go.th:8080/oit/"));
        assert!(!is_below("http://example.go.th:8080/oit/", "https://example.go.th/oit/"));
        assert!(!is_below("https://example.go.th/oit2/", "https://example.go.th/oit/"));
    }
}
