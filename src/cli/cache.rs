//! Where runs leave what the next one need not make again.

use crate::pipeline::Cache;
use crate::source::Stamp;

/// The cache in the user's cache directory; `None` if the system has none.
pub(super) fn cache() -> Option<Cache> {
    let program = std::env::current_exe().and_then(|program| Stamp::at(&program.canonicalize()?)).ok()?;
    let program = format!("{} {}", env!("CARGO_PKG_VERSION"), program?);
    Some(Cache { folder: dirs::cache_dir()?.join("prongsai").join("receipts"), program })
}
