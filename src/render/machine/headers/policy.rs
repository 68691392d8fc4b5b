//! Security headers common to all hosts.

/// Content security policy: only files of the site, no inline scripts or styles. It has no
/// `frame-ancestors`: there is no login to protect, and an assessment system that shows the
/// evidence in a frame must be able to. Firefox takes no file for `'self'`: the form of the search box
/// must work from disk.
pub const POLICY: &str = "default-src 'none'; img-src 'self'; style-src 'self'; font-src 'self'; script-src 'self'; connect-src 'self'; \
     media-src 'self'; object-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self' file:";

pub(super) const REFERRER: &str = "same-origin";
