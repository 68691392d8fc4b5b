//! By which a file is known again without being read.

use std::collections::BTreeMap;
use std::fmt;
use std::fs::{File, Metadata};
use std::io;
use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use rayon::prelude::*;

use super::walk::walk;
use crate::base::RelPath;
use crate::error::{Error, Operation, Result};
use crate::retry_budget::RetryBudget;

/// Size, time of the last change, the number of the file and, where the system has it, the time of
/// the last change of anything about it, which no program can set: a file that was copied over
/// another one, or whose old time was put back, bears another stamp.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    size: u64,
    modified: SystemTime,
    number: u64,
    changed: (i64, i64),
}

impl Stamp {
    /// The stamp of an open file; none if it is not a regular one, or where the system keeps no
    /// times.
    ///
    /// # Errors
    /// The system does not tell.
    pub fn of(file: &File) -> io::Result<Option<Stamp>> {
        let metadata = file.metadata()?;
        let (number, changed) = system::number_and_change(file, &metadata)?;
        Ok(Stamp::new(&metadata, number, changed))
    }

    /// The stamp of what has this name, of which nothing is read; none for a link, a folder and the
    /// like.
    ///
    /// # Errors
    /// There is nothing of this name, or it cannot be looked at.
    pub fn at(path: &Path) -> io::Result<Option<Stamp>> {
        system::stamp_at(path)
    }

    fn new(metadata: &Metadata, number: u64, changed: (i64, i64)) -> Option<Stamp> {
        metadata.is_file().then_some(Stamp { size: metadata.len(), modified: metadata.modified().ok()?, number, changed })
    }

    /// The time, since 1970.
    pub(super) fn now() -> Duration {
        SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default()
    }

    /// In bytes.
    pub(super) fn size(&self) -> u64 {
        self.size
    }

    /// Whether nobody wrote into the file between two stamps, unless he put back its time. Links
    /// and marks of other programs do not count, and the number of a file is not the same for ever
    /// on every stick and network drive. Where the system keeps no times, there is no telling.
    pub(super) fn is_one_version(one: Option<&Stamp>, other: Option<&Stamp>) -> bool {
        let sign = |stamp: &Stamp| (stamp.size, stamp.modified);
        one.map(sign) == other.map(sign)
    }

    /// Whether any change after `moment` gives the file another stamp: the clock that stamps files
    /// ticks some hundred times a second, and on some sticks and network drives, whose times have
    /// no fractions, every other second. Windows may stamp a file only when the last who writes
    /// into it closes it: however long a copy from a slow drive takes.
    pub(super) fn tells_changes_after(&self, moment: Duration) -> bool {
        const TICK: Duration = Duration::from_millis(20);
        const COARSE: Duration = Duration::from_secs(2);
        const LATE: Duration = Duration::from_hours(24);
        let touched = self.touched();
        let tick = match self.changed {
            (0, 0) => LATE,
            _ if touched.subsec_nanos() == 0 => COARSE,
            _ => TICK,
        };
        moment.checked_sub(touched).is_some_and(|age| age > tick)
    }

    /// When the file, or anything about it, was changed last, as time since 1970: by the clock of
    /// the system where it tells.
    pub(super) fn touched(&self) -> Duration {
        match self.changed {
            (0, 0) => self.modified.duration_since(UNIX_EPOCH).unwrap_or_default(),
            (seconds, nanoseconds) => Duration::new(u64::try_from(seconds).unwrap_or(0), u32::try_from(nanoseconds).unwrap_or(0)),
        }
    }

    /// When the file, or anything about it, changed last, as time since 1970.
    pub fn last_change(&self) -> Duration {
        let modified = self.modified.duration_since(UNIX_EPOCH).unwrap_or_default();
        modified.max(self.touched())
    }

    /// `None` for a file that changed a moment ago: the next change may bear the same time. On some
    /// sticks and network drives a time is good to two seconds.
    pub fn settled(self) -> Option<Stamp> {
        const MOMENT: Duration = Duration::from_secs(2);
        Stamp::now().checked_sub(self.last_change()).is_some_and(|age| age > MOMENT).then_some(self)
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let modified = self.modified.duration_since(UNIX_EPOCH).unwrap_or_default().as_nanos();
        write!(f, "{} {modified} {} {}.{}", self.size, self.number, self.changed.0, self.changed.1)
    }
}

#[cfg(unix)]
mod system {
    use std::os::unix::fs::MetadataExt;

    use super::*;

    pub(super) fn number_and_change(_: &File, metadata: &Metadata) -> io::Result<(u64, (i64, i64))> {
        Ok((metadata.ino(), (metadata.ctime(), metadata.ctime_nsec())))
    }

    pub(super) fn stamp_at(path: &Path) -> io::Result<Option<Stamp>> {
        let metadata = path.symlink_metadata()?;
        Ok(Stamp::new(&metadata, metadata.ino(), (metadata.ctime(), metadata.ctime_nsec())))
    }
}

/// The standard library asks for the number along with all else and does not give it, and does not
/// ask for the time of the last change of anything.
#[cfg(windows)]
mod system {
    use super::*;
    use crate::source::open::{number, open_to_look};

    pub(super) fn number_and_change(file: &File, _: &Metadata) -> io::Result<(u64, (i64, i64))> {
        Ok((number(file)?, (0, 0)))
    }

    pub(super) fn stamp_at(path: &Path) -> io::Result<Option<Stamp>> {
        Stamp::of(&open_to_look(path)?)
    }
}

/// The stamps of all files that [`SourceTree::read`](super::SourceTree::read) would read, in the
/// order of their paths; `None` if anything there is no file that a site can have.
///
/// # Errors
/// A folder or file that cannot be looked at.
pub fn stamps(root: &Path) -> Result<Option<BTreeMap<RelPath, Stamp>>> {
    let (mut all, patience) = (BTreeMap::new(), RetryBudget::default());
    for top in ["content", "themes"] {
        let walked = walk(root, top)?;
        if !walked.strange.is_empty() {
            return Ok(None);
        }
        let stamp = |path: RelPath| {
            let full = path.below(root);
            let stamp = patience.during(|| Stamp::at(&full)).map_err(|error| Error::io(Operation::Read, &full, error))?;
            Ok(stamp.map(|stamp| (path, stamp)))
        };
        let stamped: Vec<Result<Option<(RelPath, Stamp)>>> = walked.files.into_par_iter().map(stamp).collect();
        for entry in stamped {
            let Some((path, stamp)) = entry? else { return Ok(None) };
            all.insert(path, stamp);
        }
    }
    Ok(Some(all))
}
