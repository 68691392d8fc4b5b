//! Subresource integrity (W3C): the hash that a browser compares before it uses a style sheet or script; the only user of `base64`.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::Asset;
use crate::checksum::sha384;

/// The hashes of the style sheets and scripts that are in memory, by their paths.
pub(super) fn hashes<'a>(assets: impl Iterator<Item = &'a Asset>) -> BTreeMap<String, String> {
    let is_loaded = |path: &str| [".css", ".js", ".mjs"].iter().any(|end| path.ends_with(end));
    let hash = |asset: &Asset| Some((asset.path.clone(), format!("sha384-{}", STANDARD.encode(sha384(asset.source.bytes()?)))));
    assets.filter(|asset| is_loaded(&asset.path)).filter_map(hash).collect()
}
