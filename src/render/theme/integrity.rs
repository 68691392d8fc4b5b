//! Subresource integrity (W3C): hashes that browsers verify for style sheets and scripts.

use std::collections::BTreeMap;

use super::Asset;
use crate::checksum::{self, sha384};

/// Hashes of the style sheets and scripts in memory, by path.
pub(super) fn hashes<'a>(assets: impl Iterator<Item = &'a Asset>) -> BTreeMap<String, String> {
    let is_loaded = |path: &str| [".css", ".js", ".mjs"].iter().any(|end| path.ends_with(end));
    let hash = |asset: &Asset| Some((asset.path.clone(), format!("sha384-{}", checksum::base64(&sha384(asset.source.bytes()?)))));
    assets.filter(|asset| is_loaded(&asset.path)).filter_map(hash).collect()
}
