//! The strict reader of `manifest.json`. What `publish` may pass over in its own folder
//! ([`Manifest::read`]) is here a reason to believe nothing.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::{CHECKSUMS, Lang, MANIFEST, RelPath};
use crate::output::Manifest;
use crate::slice::slice;
use crate::thai::folded;
use crate::words;

/// Bytes of the largest manifest that is read.
pub(crate) const MAX_BYTES: u64 = 256 << 20;
/// Bytes of the largest file that a manifest may claim, and of all together.
const MAX_FILE_BYTES: u64 = 1 << 40;

/// A manifest that is refused, with the place of the flaw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HostileManifest {
    pub(crate) flaw: ManifestFlaw,
    /// The path or text concerned; empty if all of it is.
    pub(crate) at: String,
}

/// What is wrong with a manifest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ManifestFlaw {
    /// More than 256 MB.
    TooLarge,
    /// Not JSON of our form: cut off, unknown keys, a size that is no whole number.
    Form,
    /// Another program made it.
    Generator,
    /// Of a later program.
    Version,
    /// An empty path or part of one.
    EmptyPart,
    /// It begins with `/`.
    Absolute,
    /// `.` or `..`.
    DotPart,
    /// A backslash, colon or control character.
    Character,
    /// The manifest itself, or its check sums.
    Itself,
    /// The same path twice.
    Twice,
    /// The same path twice, with two hashes.
    TwoHashes,
    /// Two paths that are one on some host: by case, or by the coding of a letter.
    Alike,
    /// A path that is the folder of another.
    FolderToo,
    /// Not 64 hexadecimal digits in lower case.
    Hash,
    /// Larger than any file that we publish.
    Size,
}

/// Reads a manifest that a stranger may have written.
pub(crate) fn read(bytes: &[u8]) -> Result<Manifest, HostileManifest> {
    let flaw = |flaw, at: &str| HostileManifest { flaw, at: at.to_owned() };
    if bytes.len() as u64 > MAX_BYTES {
        return Err(flaw(ManifestFlaw::TooLarge, ""));
    }
    let manifest: Manifest = serde_json::from_slice(bytes).map_err(|error| flaw(ManifestFlaw::Form, &error.to_string()))?;
    if !manifest.has_our_mark() {
        return Err(flaw(ManifestFlaw::Generator, ""));
    }
    if !manifest.has_our_form() {
        return Err(flaw(ManifestFlaw::Version, ""));
    }
    if let Some(mark) = manifest.history.as_ref().filter(|mark| !is_hash(&mark.head)) {
        return Err(flaw(ManifestFlaw::Hash, &mark.head));
    }
    let mut total: u64 = 0;
    for entry in &manifest.files {
        check_path(&entry.path).map_err(|what| flaw(what, &entry.path))?;
        let hashes = [Some(&entry.sha256), entry.source_sha256.as_ref()];
        if hashes.into_iter().flatten().any(|hash| !is_hash(hash)) {
            return Err(flaw(ManifestFlaw::Hash, &entry.path));
        }
        total = total.saturating_add(entry.size);
        if total > MAX_FILE_BYTES {
            return Err(flaw(ManifestFlaw::Size, &entry.path));
        }
    }
    check_together(&manifest)?;
    Ok(manifest)
}

fn check_path(path: &str) -> Result<(), ManifestFlaw> {
    let mut parts = path.split('/');
    match path {
        MANIFEST | CHECKSUMS => return Err(ManifestFlaw::Itself),
        "" => return Err(ManifestFlaw::EmptyPart),
        _ if path.starts_with('/') => return Err(ManifestFlaw::Absolute),
        _ if parts.clone().any(str::is_empty) => return Err(ManifestFlaw::EmptyPart),
        _ if parts.any(|part| part == "." || part == "..") => return Err(ManifestFlaw::DotPart),
        _ => {}
    }
    // Whatever else no path of ours has.
    RelPath::new(path).map(drop).ok_or(ManifestFlaw::Character)
}

/// What is wrong with no path by itself.
fn check_together(manifest: &Manifest) -> Result<(), HostileManifest> {
    let mut known: BTreeMap<String, (&str, &str)> = BTreeMap::new();
    for entry in &manifest.files {
        let before = known.insert(folded(&entry.path), (&entry.path, &entry.sha256));
        let flaw = match before {
            None => continue,
            Some((path, hash)) if path == entry.path && hash == entry.sha256 => ManifestFlaw::Twice,
            Some((path, _)) if path == entry.path => ManifestFlaw::TwoHashes,
            Some(_) => ManifestFlaw::Alike,
        };
        return Err(HostileManifest { flaw, at: entry.path.clone() });
    }
    let lists: BTreeSet<String> = known.keys().cloned().chain([MANIFEST, CHECKSUMS].map(str::to_owned)).collect();
    for path in known.keys() {
        if let Some((end, _)) = path.match_indices('/').find(|(end, _)| lists.contains(slice(path, ..*end))) {
            return Err(HostileManifest { flaw: ManifestFlaw::FolderToo, at: slice(path, ..end).to_owned() });
        }
    }
    Ok(())
}

fn is_hash(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
}

impl HostileManifest {
    /// In one language.
    pub fn words(&self, lang: Lang) -> String {
        let (text, at) = (self.flaw.words(lang), &self.at);
        if at.is_empty() { text.to_owned() } else { format!("{text}: {at}") }
    }
}

impl ManifestFlaw {
    fn words(self, lang: Lang) -> &'static str {
        let words = match self {
            ManifestFlaw::TooLarge => words::manifest::too_large,
            ManifestFlaw::Form => words::manifest::form,
            ManifestFlaw::Generator => words::manifest::generator,
            ManifestFlaw::Version => words::manifest::version,
            ManifestFlaw::EmptyPart => words::manifest::empty_part,
            ManifestFlaw::Absolute => words::manifest::absolute,
            ManifestFlaw::DotPart => words::manifest::dot_part,
            ManifestFlaw::Character => words::manifest::character,
            ManifestFlaw::Itself => words::manifest::itself,
            ManifestFlaw::Twice => words::manifest::twice,
            ManifestFlaw::TwoHashes => words::manifest::two_hashes,
            ManifestFlaw::Alike => words::manifest::alike,
            ManifestFlaw::FolderToo => words::manifest::folder_too,
            ManifestFlaw::Hash => words::manifest::hash,
            ManifestFlaw::Size => words::manifest::size,
        };
        words(lang)
    }
}
