//! From a site to its outputs.
use super::Outputs;
use crate::diagnostics::Diagnostics;
use crate::site::Site;
/// Plans.
pub fn make(_site: &Site) -> (Outputs, Diagnostics) {
    (Outputs::default(), Diagnostics::new())
}
