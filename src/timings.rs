//! Wall time per stage of a run. Stages do not read the clock: [`pipeline`](crate::pipeline) and
//! [`output`](crate::output) report their ends.
//!
//! Sequential stages are measured by [laps](Timings::lap). Outputs are made in parallel: the wall
//! time of that section is divided among rendering, hashing, comparing and writing in proportion to
//! the [thread time](Timings::during) of each.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// A measured stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Walking and reading the sources.
    Source,
    /// Loading site file, catalogues, theme and records.
    Config,
    /// Parsing front matter and Markdown.
    Content,
    /// Assembling the pages.
    Site,
    /// Inspecting attached files.
    Attachments,
    /// Running the checks.
    Check,
    /// Planning the outputs and grading the findings.
    Plan,
    /// Rendering outputs.
    Render,
    /// SHA-256 of outputs.
    Hash,
    /// Comparing with the old files, and hard-linking unchanged ones.
    Compare,
    /// Writing files.
    Write,
    /// Writing manifest and records.
    Manifest,
    /// Swapping in the new folder.
    Swap,
    /// Removing the old folder.
    RemoveOld,
    /// Everything else.
    Rest,
}

impl Stage {
    /// All stages, in run order.
    pub const ALL: [Stage; 15] = [
        Stage::Source,
        Stage::Config,
        Stage::Content,
        Stage::Site,
        Stage::Attachments,
        Stage::Check,
        Stage::Plan,
        Stage::Render,
        Stage::Hash,
        Stage::Compare,
        Stage::Write,
        Stage::Manifest,
        Stage::Swap,
        Stage::RemoveOld,
        Stage::Rest,
    ];

    /// Key in machine-readable output.
    pub fn key(self) -> &'static str {
        match self {
            Stage::Source => "source",
            Stage::Config => "config",
            Stage::Content => "content",
            Stage::Site => "site",
            Stage::Attachments => "attachments",
            Stage::Check => "check",
            Stage::Plan => "plan",
            Stage::Render => "render",
            Stage::Hash => "hash",
            Stage::Compare => "compare",
            Stage::Write => "write",
            Stage::Manifest => "manifest",
            Stage::Swap => "swap",
            Stage::RemoveOld => "remove-old",
            Stage::Rest => "rest",
        }
    }

    /// True for stages that run on all threads in parallel.
    fn is_shared(self) -> bool {
        matches!(self, Stage::Render | Stage::Hash | Stage::Compare | Stage::Write)
    }
}

/// Stopwatch, or a no-op by default. Clones share the same stopwatch.
#[derive(Clone, Debug, Default)]
pub struct Timings(Option<Arc<Watch>>);

#[derive(Debug)]
struct Watch {
    start: Instant,
    last: Mutex<Instant>,
    /// Nanoseconds per stage: wall time, or summed thread time for parallel stages.
    spent: [AtomicU64; Stage::ALL.len()],
    /// Wall time of the parallel section, in nanoseconds.
    shared: AtomicU64,
}

impl Timings {
    /// Starts the stopwatch.
    pub fn start() -> Timings {
        let start = Instant::now();
        let spent = std::array::from_fn(|_| AtomicU64::new(0));
        Timings(Some(Arc::new(Watch { start, last: Mutex::new(start), spent, shared: AtomicU64::new(0) })))
    }

    /// Adds the time since the last lap to `stage`.
    pub fn lap(&self, stage: Stage) {
        if let Some(watch) = &self.0 {
            add(&watch.spent[stage as usize], watch.since_last());
        }
    }

    /// Adds the time since the last lap to the parallel section.
    pub fn shared_lap(&self) {
        if let Some(watch) = &self.0 {
            add(&watch.shared, watch.since_last());
        }
    }

    /// Runs `work` and adds its duration to the thread time of `stage`.
    pub fn during<T>(&self, stage: Stage, work: impl FnOnce() -> T) -> T {
        let Some(watch) = &self.0 else { return work() };
        let start = Instant::now();
        let made = work();
        add(&watch.spent[stage as usize], start.elapsed());
        made
    }

    /// Wall time per stage so far, in run order, and the total; `None` for a no-op stopwatch.
    pub fn read(&self) -> Option<Measured> {
        let watch = self.0.as_ref()?;
        let total = watch.start.elapsed();
        let spent = |stage: Stage| Duration::from_nanos(watch.spent[stage as usize].load(Ordering::Relaxed));
        let threads: Duration = Stage::ALL.into_iter().filter(|stage| stage.is_shared()).map(spent).sum();
        let shared = Duration::from_nanos(watch.shared.load(Ordering::Relaxed));
        let part = if threads.is_zero() { 0.0 } else { shared.as_secs_f64() / threads.as_secs_f64() };
        let wall = |stage: Stage| if stage.is_shared() { spent(stage).mul_f64(part) } else { spent(stage) };
        let mut stages: Vec<(Stage, Duration)> = Stage::ALL.into_iter().map(|stage| (stage, wall(stage))).collect();
        let known: Duration = stages.iter().map(|(_, time)| *time).sum();
        if let Some((_, rest)) = stages.last_mut() {
            *rest += total.saturating_sub(known);
        }
        Some(Measured { total, stages })
    }
}

impl Watch {
    fn since_last(&self) -> Duration {
        let now = Instant::now();
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        now.saturating_duration_since(std::mem::replace(&mut *last, now))
    }
}

fn add(to: &AtomicU64, time: Duration) {
    to.fetch_add(u64::try_from(time.as_nanos()).unwrap_or(u64::MAX), Ordering::Relaxed);
}

/// Result of a measurement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measured {
    /// Wall time of the run.
    pub(crate) total: Duration,
    /// Wall time per stage; sums to `total`.
    pub(crate) stages: Vec<(Stage, Duration)>,
}

impl Measured {
    /// Fraction of the total, 0–1.
    pub fn share(&self, time: Duration) -> f64 {
        if self.total.is_zero() { 0.0 } else { time.as_secs_f64() / self.total.as_secs_f64() }
    }

    /// JSON on one line: milliseconds and fractions.
    pub fn to_json(&self) -> String {
        let ms = |time: Duration| (time.as_secs_f64() * 1e6).round() / 1e3;
        let stage = |(stage, time): &(Stage, Duration)| {
            let share = (self.share(*time) * 1e4).round() / 1e4;
            serde_json::json!({"stage": stage.key(), "ms": ms(*time), "share": share})
        };
        serde_json::json!({"total_ms": ms(self.total), "stages": self.stages.iter().map(stage).collect::<Vec<_>>()}).to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stopwatch_that_is_none_shows_nothing() {
        let none = Timings::default();
        none.lap(Stage::Source);
        assert_eq!((none.during(Stage::Render, || 7), none.read()), (7, None));
    }

    #[test]
    fn the_stages_are_the_whole_and_shared_ones_are_divided_as_threads_spent_their_time() {
        let timings = Timings::start();
        timings.lap(Stage::Source);
        let watch = timings.0.as_ref().unwrap();
        watch.spent[Stage::Render as usize].store(3_000_000, Ordering::Relaxed);
        watch.spent[Stage::Write as usize].store(1_000_000, Ordering::Relaxed);
        watch.shared.store(2_000_000, Ordering::Relaxed);
        std::thread::sleep(Duration::from_millis(3));
        let measured = timings.read().unwrap();
        let of = |stage| measured.stages.iter().find(|(known, _)| *known == stage).unwrap().1;
        assert_eq!((of(Stage::Render), of(Stage::Write)), (Duration::from_micros(1500), Duration::from_micros(500)));
        assert_eq!(measured.stages.iter().map(|(_, time)| *time).sum::<Duration>(), measured.total);
        let json: serde_json::Value = serde_json::from_str(&measured.to_json()).unwrap();
        assert_eq!(json["stages"].as_array().unwrap().len(), Stage::ALL.len());
        assert_eq!((&json["stages"][7]["stage"], &json["stages"][7]["ms"]), (&"render".into(), &1.5.into()));
    }
}
