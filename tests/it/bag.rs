//! A published folder becomes a BagIt bag (RFC 8493) by the four lines of the manual's page
//! `verifying` (P38).
#![cfg(unix)]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use sha2::{Digest, Sha256};
use walkdir::WalkDir;

use crate::common::{path_below, prongsai, repository, site_folder};

/// The lines between ```sh and ```.
fn recipe() -> String {
    let page = fs::read_to_string(repository().join("src/manual/verifying.md")).unwrap();
    page.split_once("```sh\n").unwrap().1.split_once("```").unwrap().0.to_owned()
}

/// Every file below a folder, by its path there, with its SHA-256.
fn hashes(folder: &Path) -> BTreeMap<String, String> {
    let files = WalkDir::new(folder).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file());
    let hex = |bytes: Vec<u8>| Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    files.map(|file| (path_below(folder, file.path()), hex(fs::read(file.path()).unwrap()))).collect()
}

#[test]
fn the_recipe_of_the_manual_makes_a_complete_and_valid_bag() {
    // Of two lists that differ in one letter, at most one has every line once.
    let repeats = ["ร้อยละ 50%.txt", "ร้อยละ 50%1.txt"].map(lines_that_come_again);
    assert!(repeats[0] + repeats[1] > 0, "{repeats:?}");
}

/// Makes a bag with this attachment, and says how many lines of the list came again.
fn lines_that_come_again(attachment: &str) -> usize {
    let page = "---\nkind: evidence\ntitle: ประกาศ\n---\n";
    let site = site_folder(&[("content/2566/o1/index.md", page)]);
    fs::write(site.path().join("content/2566/o1").join(attachment), "ครึ่งหนึ่ง").unwrap();
    let built = prongsai(&["build", "--lang", "en", "--root", site.path().to_str().unwrap()]);
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    // What others put beside the site is no part of what was published.
    fs::write(site.path().join("public/CNAME"), "ita.example.go.th").unwrap();
    let made = Command::new("sh").args(["-euc", &recipe()]).current_dir(site.path()).output().unwrap();
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));

    let bag = site.path().join("bag");
    let declaration = fs::read_to_string(bag.join("bagit.txt")).unwrap();
    assert_eq!(declaration, "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
    let manifest = fs::read_to_string(bag.join("manifest-sha256.txt")).unwrap();
    let line = |line: &str| {
        let (hash, path) = line.split_once("  data/").unwrap();
        (path.replace("%25", "%"), hash.to_owned())
    };
    let listed: BTreeMap<String, String> = manifest.lines().map(line).collect();
    assert!(listed.contains_key(&format!("2566/o1/{attachment}")) && listed.contains_key("manifest.json") && !listed.contains_key("CNAME"));
    assert_eq!(listed, hashes(&bag.join("data")));
    assert_eq!(listed.len(), manifest.lines().count(), "no file twice");
    fs::read_to_string(site.path().join("public/manifest-sha256.txt")).unwrap().lines().count() - listed.len()
}
