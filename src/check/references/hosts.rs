//! Where evidence must not lie: places that ask for a login or permission, or that their owner
//! empties. `links` of the site file adds to these lists and takes from them. Sites that bodies use
//! as their own (sites.google.com) and films (YouTube) are not among them.

/// A host with everything below it, or a part of one, and why not.
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

/// The items that ask for the body's presence in such places.
pub(super) const SOCIAL_SUBJECTS: [&str; 6] = ["social-network", "qa", "contact", "complaint-channel", "opinion-channel", "e-service"];

/// Why a place will not do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reason {
    /// Files of an account: its owner decides who opens them, and moves or deletes them.
    Locker,
    /// Asks for a login, or hides what is old.
    Social,
    /// Hides where it leads, and leads elsewhere tomorrow.
    Shortener,
    /// The webmaster says so.
    Own,
}

impl Reason {
    /// The value by which the help line is chosen.
    pub(super) fn value(self) -> &'static str {
        match self {
            Reason::Locker => "locker",
            Reason::Social => "social",
            Reason::Shortener => "shortener",
            Reason::Own => "host",
        }
    }
}
