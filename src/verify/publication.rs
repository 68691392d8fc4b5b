//! The publication of a copy, compared with the records.

use crate::record::Divergence;
use crate::thai::Date;

/// Relation of a copy to the site from whose folder it is verified.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopyOrigin {
    /// The output folder of the site.
    Output,
    /// A copy of this site, by its address or by the user's request.
    Site,
    /// The copy states the base URL of this site, which copies of an example site may do too.
    Named,
    /// No relation except a possibly common history.
    None,
    /// An archived pack, which may be old.
    Pack,
}

/// Comparison of a copy with the records.
#[derive(Clone, Debug)]
pub struct LastPublication {
    /// Point at which the two histories diverge.
    pub(crate) parting: Divergence,
    /// Number of publications of the copy, and date of the last one that the records also contain.
    pub(crate) of_copy: (usize, Option<Date>),
    /// The same for the records.
    pub(crate) of_records: (usize, Option<Date>),
    /// Number of addresses changed since.
    pub(crate) addresses: usize,
    /// Files of the last publication that are already on the copy: an unfinished upload.
    pub(crate) arrived: Vec<String>,
    /// Files to upload; those without a permanent address are only known if the output folder holds
    /// the last publication.
    pub(crate) upload: Vec<String>,
    /// Relation of the copy to the site.
    pub(crate) tie: CopyOrigin,
}
