//! Plans the outputs: an ordered map from output path to job (AR3).
//!
//! `build` runs all jobs; `serve` runs the requested one. Two jobs for one path are a diagnostic,
//! also if the paths are equal only on some hosts (letter case, encoding of Thai).

mod job;
mod lost;
mod make;
mod outputs;

pub use job::{ItemPictures, Job, MadeFrom, OutputTraits};
pub use make::make;
pub use outputs::{Outputs, Planned};
