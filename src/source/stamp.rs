//! File fingerprints, to recognise an unchanged file without reading it.

use std::collections::BTreeMap;
use std::fmt;
use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use borsh::{BorshDeserialize, BorshSerialize};
use rayon::prelude::*;

use super::walk::walk;
use crate::base::RelPath;
use crate::error::{Error, Operation, Result};
use crate::retry_budget::RetryBudget;

/// Fingerprint: size, mtime, inode (file index) and, where available, ctime, which no program can
/// set: a file that was overwritten or whose mtime was restored gets another fingerprint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    size: u64,
    modified: SystemTime,
    number: u64,
    changed: (i64, i64),
}

impl Stamp {
    /// Fingerprint of an open file; `None` if it is not a regular file, or if the system keeps no
    /// times.
    ///
    /// # Errors
    /// The metadata cannot be read.
    pub fn of(file: &File) -> io::Result<Option<Stamp>> {
        system::stamp_of(file)
    }

    /// Fingerprint of the file at `path`, without reading its content; `None` for symbolic links,
    /// folders and other non-regular files.
    ///
    /// # Errors
    /// The file does not exist, or its metadata cannot be read.
    pub fn at(path: &Path) -> io::Result<Option<Stamp>> {
        system::stamp_at(path)
    }

    /// Current Unix time.
    pub(super) fn now() -> Duration {
        SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default()
    }

    /// Size in bytes.
    pub(super) fn size(&self) -> u64 {
        self.size
    }

    /// True if size and mtime agree, that is, the content was not written between the two
    /// fingerprints unless the mtime was restored. Ctime is ignored because hard links and markers
    /// of other programs change it; inodes are not stable on every USB stick and network drive. Two
    /// missing fingerprints compare equal.
    pub(super) fn is_one_version(one: Option<&Stamp>, other: Option<&Stamp>) -> bool {
        let sign = |stamp: &Stamp| (stamp.size, stamp.modified);
        one.map(sign) == other.map(sign)
    }

    /// True if every change after `moment` gives the file another fingerprint. File timestamps tick
    /// some hundred times per second, and every two seconds on some USB sticks and network drives
    /// without fractional times. Windows may update the mtime only when the last writer closes the
    /// file, which a copy from a slow drive can delay.
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

    /// Unix time of the last change of content or metadata: ctime if available, otherwise mtime.
    pub(super) fn touched(&self) -> Duration {
        match self.changed {
            (0, 0) => self.modified.duration_since(UNIX_EPOCH).unwrap_or_default(),
            (seconds, nanoseconds) => Duration::new(u64::try_from(seconds).unwrap_or(0), u32::try_from(nanoseconds).unwrap_or(0)),
        }
    }

    /// Unix time of the last change of content or metadata: the later of ctime and mtime.
    pub fn last_change(&self) -> Duration {
        let modified = self.modified.duration_since(UNIX_EPOCH).unwrap_or_default();
        modified.max(self.touched())
    }

    /// `None` for a recently changed file: the next change may get the same timestamp, which on
    /// some USB sticks and network drives has a resolution of two seconds.
    pub fn settled(self) -> Option<Stamp> {
        const MOMENT: Duration = Duration::from_secs(2);
        Stamp::now().checked_sub(self.last_change()).is_some_and(|age| age > MOMENT).then_some(self)
    }
}

impl BorshSerialize for Stamp {
    /// Refuses times before 1970.
    fn serialize<W: Write>(&self, writer: &mut W) -> io::Result<()> {
        let modified = self.modified.duration_since(UNIX_EPOCH).map_err(io::Error::other)?;
        (self.size, modified.as_secs(), modified.subsec_nanos(), self.number, self.changed).serialize(writer)
    }
}

impl BorshDeserialize for Stamp {
    fn deserialize_reader<R: Read>(reader: &mut R) -> io::Result<Self> {
        let (size, seconds, nanoseconds, number, changed) = BorshDeserialize::deserialize_reader(reader)?;
        let modified = Duration::from_secs(seconds).checked_add(Duration::from_nanos(u32::into(nanoseconds)));
        let modified = modified.and_then(|since| UNIX_EPOCH.checked_add(since)).ok_or(io::ErrorKind::InvalidData)?;
        Ok(Stamp { size, modified, number, changed })
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
    use std::fs::Metadata;
    use std::os::unix::fs::MetadataExt;

    use super::*;

    pub(super) fn stamp_of(file: &File) -> io::Result<Option<Stamp>> {
        file.metadata().map(|metadata| stamp(&metadata))
    }

    pub(super) fn stamp_at(path: &Path) -> io::Result<Option<Stamp>> {
        path.symlink_metadata().map(|metadata| stamp(&metadata))
    }

    fn stamp(metadata: &Metadata) -> Option<Stamp> {
        let changed = (metadata.ctime(), metadata.ctime_nsec());
        metadata.is_file().then_some(Stamp { size: metadata.len(), modified: metadata.modified().ok()?, number: metadata.ino(), changed })
    }
}

/// The Windows standard library requests the file index without exposing it, and does not request
/// the change time.
#[cfg(windows)]
mod system {
    use super::*;
    use crate::source::open::{file_information, open_to_look};

    pub(super) fn stamp_of(file: &File) -> io::Result<Option<Stamp>> {
        let stamp = |about: winapi_util::file::Information| {
            let modified = time(about.last_write_time().unwrap_or(0))?;
            Some(Stamp { size: about.file_size(), modified, number: about.file_index(), changed: (0, 0) })
        };
        Ok(file_information(file)?.and_then(stamp))
    }

    pub(super) fn stamp_at(path: &Path) -> io::Result<Option<Stamp>> {
        stamp_of(&open_to_look(path)?)
    }

    /// Time from units of 100 ns since the year 1601.
    fn time(ticks: u64) -> Option<SystemTime> {
        const SINCE_1601: Duration = Duration::from_secs(11_644_473_600);
        let [seconds, rest] = [ticks / 10_000_000, ticks % 10_000_000];
        let since = Duration::from_secs(seconds).checked_add(Duration::from_nanos(rest * 100))?;
        UNIX_EPOCH.checked_sub(SINCE_1601)?.checked_add(since)
    }
}

/// Fingerprints of all files that [`SourceTree::read`](super::SourceTree::read) would read, in path
/// order; `None` if there is an entry that a site cannot contain.
///
/// # Errors
/// A folder or file cannot be inspected.
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

#[cfg(all(test, windows))]
mod tests_of_windows {
    use super::*;

    #[test]
    fn the_time_is_that_of_the_standard_library() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.md");
        std::fs::write(&path, "ก").unwrap();
        for (seconds, nanoseconds) in [(1, 100), (1_500_000_000, 123_456_700)] {
            let modified = UNIX_EPOCH + Duration::new(seconds, nanoseconds);
            File::options().write(true).open(&path).unwrap().set_modified(modified).unwrap();
            let stamp = Stamp::at(&path).unwrap().unwrap();
            assert_eq!((stamp.modified, stamp.size), (modified, 3));
            assert_eq!(path.metadata().unwrap().modified().unwrap(), modified);
        }
    }
}
