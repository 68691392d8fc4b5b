//! The headers of safety that every host is told.

/// What a page may load: the files of the site, no script or style written in the page. It does not
/// forbid to show the site in a frame: there is nothing to log in to, and an assessment system that
/// frames the evidence has to see it.
pub const POLICY: &str = "default-src 'none'; img-src 'self'; style-src 'self'; font-src 'self'; script-src 'self'; connect-src 'self'; \
     media-src 'self'; object-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'";

pub(super) const REFERRER: &str = "same-origin";
