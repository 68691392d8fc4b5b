//! What will be written where: an ordered map from output path to job (AR3).
//!
//! `build` does all jobs; `serve` does the one that the browser asks for. Two jobs for one path,
//! also for paths that some host takes for one (case, coding of Thai), are a diagnostic.

mod lost;
mod make;
mod outputs;

pub use make::make;
pub use outputs::{Job, Outputs, Planned};
