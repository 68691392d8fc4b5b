//! Fingerprint of the example site, from `known.txt`; a test generates that list from the
//! repository's `content/`.
//!
//! It is not computed from `content/` at build time: a user who compiles the program inside a site
//! of their own would have that site taken for the example.

use std::collections::BTreeMap;

use crate::checksum;
use crate::source::Text;

const LIST: &str = include_str!("known.txt");

/// Fingerprint of the example site.
#[derive(Debug, Default)]
pub(super) struct ExampleSite {
    /// Name of its body.
    pub agency: &'static str,
    /// Words that occur only in the example.
    pub words: Vec<&'static str>,
    /// SHA-256 prefixes of the attachments.
    pub files: Vec<&'static str>,
    pages: Vec<ExamplePage>,
    /// Indicator scores by fiscal year.
    pub results: BTreeMap<&'static str, &'static str>,
}

/// Hash of a page text without CR and without the name of its body, which users replace first.
#[derive(Debug)]
struct ExamplePage {
    hash: &'static str,
    /// Bytes of the text, including the names.
    size: usize,
    lines: usize,
    names: usize,
}

impl ExampleSite {
    pub(super) fn read() -> Self {
        let mut known = Self::default();
        for line in LIST.lines() {
            let Some((kind, rest)) = line.split_once(' ') else { continue };
            match kind {
                "agency" => known.agency = rest,
                "word" => known.words.push(rest),
                "file" => known.files.extend(rest.split(' ').next()),
                "result" => known.results.extend(rest.split_once(' ')),
                "page" => known.pages.extend(ExamplePage::read(rest)),
                _ => {}
            }
        }
        known
    }

    /// True if a text is a page of the example, possibly with its body's name replaced by `own`.
    pub(super) fn has_page(&self, text: &Text, own: &str) -> bool {
        self.pages.iter().any(|page| page.may_have(text.len(), self.agency.len(), own.len())) && {
            let hash = hash_of_page(&text.read(), &[own, self.agency]);
            self.pages.iter().any(|page| page.hash == hash)
        }
    }
}

impl ExamplePage {
    fn read(line: &'static str) -> Option<Self> {
        let mut fields = line.split(' ');
        let mut field = || fields.next();
        let (hash, size, lines, names) = (field()?, field()?, field()?, field()?);
        Some(Self { hash, size: size.parse().ok()?, lines: lines.parse().ok()?, names: names.parse().ok()? })
    }

    /// Compares the byte length for either name and either line end. Cheap filter before hashing.
    fn may_have(&self, bytes: usize, name: usize, own: usize) -> bool {
        let renamed = (self.size + self.names * own).saturating_sub(self.names * name);
        [self.size, renamed].iter().any(|size| bytes == *size || bytes == size + self.lines)
    }
}

/// First eight bytes in hex, enough to distinguish some hundred files.
pub(super) fn short(sha256: &[u8; 32]) -> String {
    checksum::hex(sha256.get(..8).unwrap_or_default())
}

fn hash_of_page(text: &str, names: &[&str]) -> String {
    let without = names.iter().fold(text.replace('\r', ""), |text, name| text.replace(name, ""));
    short(&checksum::sha256(without.as_bytes()))
}

#[cfg(test)]
mod tests {
    use crate::diagnostics::Outcome;
    use std::path::Path;

    use super::*;
    use crate::config;
    use crate::content::{self, FileRole, role};
    use crate::source::{SourceTree, StorageMode, TextFile};

    /// Invented people and firms, in addition to the names in the site file.
    const INVENTED: [&str; 5] = ["(สมมติ)", "ร้านสมมติ", "หจก. สมมติ", "บริษัท สมมติ", "เป็นเรื่องสมมติ"];

    /// `PRONGSAI_BLESS=1 cargo test --lib example_left` regenerates the list.
    #[test]
    fn the_list_is_that_of_the_example() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let made = list(&SourceTree::read(root, StorageMode::Ready).unwrap());
        let path = root.join("src/check/identity/example_left/known.txt");
        match std::env::var_os("PRONGSAI_BLESS") {
            Some(_) => std::fs::write(path, made).unwrap(),
            None => assert!(made == LIST, "content/ has changed: PRONGSAI_BLESS=1 cargo test --lib example_left"),
        }
    }

    fn list(tree: &SourceTree) -> String {
        let config = config::read(tree).0.unwrap();
        let Outcome(content, _) = content::read(tree, &config.limits, &mut content::ParseCache::default());
        let agency = &config.agency.name.value;
        let mut list = vec![format!("agency {agency}")];
        let host = config.base_url.host_str().unwrap().trim_start_matches("www.").to_owned();
        let contact = [&config.contact.phone, &config.contact.address].into_iter().flatten().map(|given| given.value.clone());
        let street = config.contact.address.iter().flat_map(|address| address.value.split(' ')).filter(|part| part.contains("ถนน"));
        let place = config.agency.district.iter().map(|district| district.value.clone());
        let words = std::iter::once(host).chain(contact).chain(street.map(str::to_owned)).chain(place).chain(INVENTED.map(str::to_owned));
        let everything: String = tree.texts_below("content/").map(|file| file.text.read().into_owned()).collect();
        for word in words {
            assert!(everything.contains(&word), "{word} is no word of the example");
            list.push(format!("word {word}"));
        }
        list.extend(content.assessments.iter().map(|(year, result)| format!("result {year} {}", super::super::figures(result))));
        list.extend(tree.texts_below("content/").filter_map(|file| page(file, agency)));
        for blob in tree.blobs_below("content/") {
            let bytes = std::fs::read(blob.path.below(&tree.root)).unwrap();
            list.push(format!("file {} {}", short(&checksum::sha256(&bytes)), blob.path));
        }
        list.join("\n") + "\n"
    }

    fn page(file: &TextFile, agency: &str) -> Option<String> {
        let text = file.text.read();
        let Ok(FileRole::Document(_)) = role(&file.path) else { return None };
        let (lines, names) = (text.matches('\n').count(), text.matches(agency).count());
        Some(format!("page {} {} {lines} {names} {}", hash_of_page(&text, &[agency]), text.len(), file.path))
    }
}
