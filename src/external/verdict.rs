//! Maps responses to findings.

use url::Url;

use super::links::OutsideLink;
use crate::diagnostics::Diagnostic;

/// Result of requesting an address.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum LinkStatus {
    /// A success response, after these redirects.
    Reached(Vec<Step>),
    /// A success response with a page whose title says that there is none.
    SaysNotFound(String),
    /// A success response with a page to log in; with its title.
    SaysLogin(String),
    /// A success response with a PDF without content.
    Empty,
    /// The server requires credentials (401).
    Unauthorised,
    /// The address no longer exists; with the reason from the network.
    Dead(String),
    /// Unknown; with the reason.
    Unsure(String),
    /// Timeout.
    Slow,
}

/// A redirect.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Step {
    /// Target.
    pub to: Url,
    /// True for a permanent redirect (301, 308).
    pub permanent: bool,
}

/// Returns the findings for an address, one per use; `answer` is `None` for an address that was not
/// requested.
pub(super) fn findings(link: &OutsideLink, answer: Option<&LinkStatus>) -> Vec<Diagnostic> {
    let with = |code, name, value: &str| link.findings(code).into_iter().map(|finding| finding.with(name, value)).collect::<Vec<_>>();
    match answer {
        None | Some(LinkStatus::Slow) => link.findings("external-slow"),
        Some(LinkStatus::Unsure(reason)) => with("external-slow", "reason", reason),
        Some(LinkStatus::Dead(reason)) => with("external-dead", "reason", reason),
        Some(LinkStatus::SaysNotFound(title)) => with("external-nothing", "title", title),
        Some(LinkStatus::Empty) => link.findings("external-nothing"),
        Some(LinkStatus::SaysLogin(title)) => with("external-login", "title", title),
        Some(LinkStatus::Unauthorised) => link.findings("external-login"),
        Some(LinkStatus::Reached(steps)) => match (ends_at_login(&link.url, steps), moved_to(steps)) {
            (Some(login), _) => with("external-login", "to", login.as_str()),
            (None, Some(to)) => with("external-moved", "to", to.as_str()),
            (None, None) => Vec::new(),
        },
    }
}

/// The new address: the last target of the leading permanent redirects.
fn moved_to(steps: &[Step]) -> Option<&Url> {
    steps.iter().take_while(|step| step.permanent).last().map(|step| &step.to)
}

/// The login page, if the redirects end at one and the address itself is none.
fn ends_at_login<'s>(from: &Url, steps: &'s [Step]) -> Option<&'s Url> {
    let end = &steps.last()?.to;
    (is_login(end) && !is_login(from)).then_some(end)
}

pub(super) fn is_login(url: &Url) -> bool {
    const HOSTS: [&str; 4] = ["accounts.google.com", "login.microsoftonline.com", "login.live.com", "login.yahoo.com"];
    const PATHS: [&str; 6] = ["login", "signin", "sign-in", "servicelogin", "wp-login.php", "login.php"];
    let in_path = |part: &str| PATHS.contains(&part.to_ascii_lowercase().as_str());
    url.host_str().is_some_and(|host| HOSTS.contains(&host)) || url.path().split('/').any(in_path)
}

/// Maps a status code; `None` if a retry may help.
pub(super) fn of_status(status: u16, steps: Vec<Step>) -> Option<LinkStatus> {
    match status {
        200..=299 | 304 => Some(LinkStatus::Reached(steps)),
        401 => Some(LinkStatus::Unauthorised),
        404 | 410 => Some(LinkStatus::Dead(format!("HTTP {status}"))),
        429 | 500..=599 => None,
        _ => Some(LinkStatus::Unsure(format!("HTTP {status}"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(to: &str, permanent: bool) -> Step {
        Step { to: Url::parse(to).unwrap(), permanent }
    }

    #[test]
    fn only_what_moved_for_good_is_a_new_address() {
        let to = |steps: &[Step]| moved_to(steps).map(Url::to_string);
        assert_eq!(to(&[step("https://a.th/1", true), step("https://a.th/2", true)]).as_deref(), Some("https://a.th/2"));
        assert_eq!(to(&[step("https://a.th/1", true), step("https://a.th/2", false)]).as_deref(), Some("https://a.th/1"));
        assert_eq!(to(&[step("https://a.th/1", false), step("https://a.th/2", true)]), None);
    }

    #[test]
    fn a_redirect_to_a_login_is_seen() {
        let from = Url::parse("https://drive.google.com/file/d/1").unwrap();
        for to in
            ["https://accounts.google.com/v3/signin/identifier", "https://www.example.go.th/wp-login.php?x=1", "https://a.th/user/login"]
        {
            assert!(ends_at_login(&from, &[step(to, false)]).is_some(), "{to}");
        }
        assert!(ends_at_login(&from, &[step("https://a.th/how-to-login-safely", false)]).is_none());
        assert!(ends_at_login(&from, &[]).is_none());
    }

    #[test]
    fn a_server_in_trouble_is_asked_again() {
        assert_eq!([429, 500, 503].map(|status| of_status(status, Vec::new())), [None, None, None]);
        assert_eq!(of_status(404, Vec::new()), Some(LinkStatus::Dead("HTTP 404".into())));
        assert_eq!(of_status(403, Vec::new()), Some(LinkStatus::Unsure("HTTP 403".into())));
    }
}
