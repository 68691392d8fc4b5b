//! One run of one program, measured from start to reaped.
//!
//! The kernel tells the peak memory of all reaped children together, so each run has a small
//! process of its own (`compare --measure`) whose only child it is. Its own size, about 3 MiB, is
//! the least that can be seen.

use std::ffi::OsString;
use std::process::{Command, ExitCode, Stdio};
use std::time::Instant;

use nix::sys::resource::{UsageWho, getrusage};
use serde::{Deserialize, Serialize};

use crate::Result;

/// What a run took.
#[derive(Clone, Copy, Debug, Deserialize, Serialize)]
pub struct Run {
    /// Wall time in seconds.
    pub wall: f64,
    /// User and system time in seconds.
    pub cpu: f64,
    /// Peak memory in bytes.
    pub peak: u64,
}

/// Measures a program; what it says is shown only if it fails.
///
/// # Errors
/// It cannot be started, or fails.
pub fn measure(program: &[OsString]) -> Result<Run> {
    let done = Command::new(std::env::current_exe()?).arg("--measure").args(program).stderr(Stdio::piped()).output()?;
    if !done.status.success() {
        let program: Vec<_> = program.iter().map(|part| part.to_string_lossy()).collect();
        return Err(format!("{}: {}", program.join(" "), String::from_utf8_lossy(&done.stderr)).into());
    }
    Ok(serde_json::from_slice(&done.stdout)?)
}

/// The small process around a run: its result goes to standard output, what the program says to
/// standard error.
///
/// # Errors
/// The program cannot be started.
pub fn inside(program: &[OsString]) -> Result<ExitCode> {
    let [name, arguments @ ..] = program else { return Err("nothing to measure".into()) };
    let start = Instant::now();
    let done = Command::new(name).args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).status()?;
    let wall = start.elapsed().as_secs_f64();
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN)?;
    let seconds = |time: nix::sys::time::TimeVal| time.tv_sec() as f64 + time.tv_usec() as f64 / 1e6;
    let cpu = seconds(usage.user_time()) + seconds(usage.system_time());
    let peak = u64::try_from(usage.max_rss())? << 10;
    println!("{}", serde_json::to_string(&Run { wall, cpu, peak })?);
    Ok(if done.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
