//! Which publication a copy is.

use crate::record::Divergence;
use crate::thai::Date;

/// What ties a copy to the site in whose folder it is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopyOrigin {
    /// It is the folder into which the site is published.
    Output,
    /// Its address, or whoever asks, says that it is of this site.
    Site,
    /// It gives itself the address of this site, as examples do that many begin with.
    Named,
    /// Nothing but its history.
    None,
    /// It was kept on purpose, as it was.
    Pack,
}

/// A copy beside the records.
#[derive(Clone, Debug)]
pub struct LastPublication {
    /// Where the two part.
    pub(crate) parting: Divergence,
    /// Publications of the copy, and the day of the last that the records know too.
    pub(crate) of_copy: (usize, Option<Date>),
    /// The same of the records.
    pub(crate) of_records: (usize, Option<Date>),
    /// Addresses that were published anew since.
    pub(crate) addresses: usize,
    /// Files of the last publication that are on the copy already: an upload that was not finished.
    pub(crate) arrived: Vec<String>,
    /// Files to send to the server; those without an address of their own are known only where
    /// `public` is the last publication.
    pub(crate) upload: Vec<String>,
    /// What ties the two.
    pub(crate) tie: CopyOrigin,
}
