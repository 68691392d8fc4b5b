//! Hosts unsuitable for evidence: they require a login or permission, or their content is deleted.
//! `links` of the site file extends and restricts the list. Not listed are services that bodies use
//! as their own site (sites.google.com) and video hosts (YouTube).

/// A host with its subdomains, or a path on it, with the reason.
pub(super) const PLACES: &[(&str, Reason)] = &[
    ("drive.google.com", Reason::Locker),
    ("docs.google.com/document", Reason::Locker),
    ("docs.google.com/spreadsheets", Reason::Locker),
    ("docs.google.com/presentation", Reason::Locker),
    ("docs.google.com/file", Reason::Locker),
    ("photos.google.com", Reason::Locker),
    ("photos.app.goo.gl", Reason::Locker),
    ("classroom.google.com", Reason::Locker),
    ("dropbox.com", Reason::Locker),
    ("onedrive.live.com", Reason::Locker),
    ("1drv.ms", Reason::Locker),
    ("sharepoint.com", Reason::Locker),
    ("icloud.com", Reason::Locker),
    ("box.com", Reason::Locker),
    ("mediafire.com", Reason::Locker),
    ("mega.nz", Reason::Locker),
    ("4shared.com", Reason::Locker),
    ("wetransfer.com", Reason::Locker),
    ("we.tl", Reason::Locker),
    ("canva.com", Reason::Locker),
    ("mail.google.com", Reason::Locker),
    ("facebook.com", Reason::Social),
    ("fb.com", Reason::Social),
    ("fb.me", Reason::Social),
    ("fb.watch", Reason::Social),
    ("m.me", Reason::Social),
    ("line.me", Reason::Social),
    ("lin.ee", Reason::Social),
    ("instagram.com", Reason::Social),
    ("twitter.com", Reason::Social),
    ("x.com", Reason::Social),
    ("tiktok.com", Reason::Social),
    ("threads.net", Reason::Social),
    ("bit.ly", Reason::Shortener),
    ("tinyurl.com", Reason::Shortener),
    ("t.co", Reason::Shortener),
    ("goo.gl", Reason::Shortener),
    ("shorturl.at", Reason::Shortener),
    ("shorturl.asia", Reason::Shortener),
    ("cutt.ly", Reason::Shortener),
    ("rb.gy", Reason::Shortener),
    ("is.gd", Reason::Shortener),
    ("ow.ly", Reason::Shortener),
    ("rebrand.ly", Reason::Shortener),
    ("t.ly", Reason::Shortener),
    ("qrco.de", Reason::Shortener),
    ("me-qr.com", Reason::Shortener),
];

/// Subjects of items that require the body's presence on such hosts.
pub(super) const SOCIAL_SUBJECTS: [&str; 6] = ["social-network", "qa", "contact", "complaint-channel", "opinion-channel", "e-service"];

/// Reason for rejecting a host.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reason {
    /// Personal file storage: the account owner controls access, and moves or deletes files.
    Locker,
    /// Social network: requires a login, or hides old posts.
    Social,
    /// URL shortener: hides its target, which may change.
    Shortener,
    /// Listed in the site file.
    Own,
}

impl Reason {
    /// Name of the value that selects the help line.
    pub(super) fn value(self) -> &'static str {
        match self {
            Reason::Locker => "locker",
            Reason::Social => "social",
            Reason::Shortener => "shortener",
            Reason::Own => "host",
        }
    }
}
