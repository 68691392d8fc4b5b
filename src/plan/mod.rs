//! What will be written where: an ordered map from output path to job (AR3).
//!
//! `build` does all jobs; `serve` does the one that the browser asks for. Two jobs for one path,
//! also for paths that some host takes for one (case, coding of Thai), are a diagnostic.

mod job;
mod lost;
mod make;
mod outputs;

pub use job::{Job, MadeFrom, OutputTraits};
pub use make::make;
pub use outputs::{Outputs, Planned};
