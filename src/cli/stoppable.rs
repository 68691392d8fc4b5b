//! A writer that a signal interrupts.

use std::io::{Error, Result, Seek, SeekFrom, Write};
use std::path::Path;

use crate::output::Interrupt;

/// Writes to `to`; fails after a signal.
pub(super) struct Stoppable<'s, W> {
    pub(super) to: W,
    pub(super) interrupt: &'s Interrupt,
}

impl<W: Write> Write for Stoppable<'_, W> {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        self.interrupt.check(Path::new("")).map_err(Error::other)?;
        self.to.write(bytes)
    }

    fn flush(&mut self) -> Result<()> {
        self.to.flush()
    }
}

impl<W: Seek> Seek for Stoppable<'_, W> {
    fn seek(&mut self, to: SeekFrom) -> Result<u64> {
        self.to.seek(to)
    }
}
