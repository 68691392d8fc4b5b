//! Lists that have another size after every publication, for clients that compare nothing else; and
//! tools that read them.
#![cfg(unix)]

use std::fs;
use std::process::Command;

use crate::common::site_folder;
use crate::verify::{answer, publish, said, text};

#[test]
fn publications_that_change_no_size_change_that_of_both_lists_and_every_tool_reads_them() {
    let root = site_folder(&[("content/pages/news.md", "")]);
    let public = root.path().join("public");
    let mut before = [0, 0];
    for day in 10..26 {
        fs::write(root.path().join("content/pages/news.md"), format!("---\ntitle: ก\n---\nฉบับ {day}\n")).unwrap();
        publish(root.path(), &format!("2026-11-{day}"));
        let sizes = ["manifest.json", "manifest-sha256.txt"].map(|list| fs::metadata(public.join(list)).unwrap().len());
        assert!(sizes[0] != before[0] && sizes[1] != before[1], "{day}: {before:?} {sizes:?}");
        before = sizes;
        for tool in [&["sha256sum", "--strict", "-c"][..], &["busybox", "sha256sum", "-c"], &["shasum", "-a", "256", "-c"]] {
            let Ok(run) = Command::new(tool[0]).args(&tool[1..]).arg("manifest-sha256.txt").current_dir(&public).output() else { continue };
            assert!(run.status.success() && !said(&run).contains("WARNING"), "{tool:?}: {}", said(&run));
        }
        assert_eq!(answer(text(&public)).1, 0);
    }
    // Lists of a program that did not know of this are as right.
    let list = fs::read_to_string(public.join("manifest-sha256.txt")).unwrap();
    let mut once: Vec<&str> = list.lines().collect();
    once.dedup();
    assert!(once.len() < list.lines().count());
    fs::remove_file(public.join("manifest-sha256.txt")).unwrap();
    fs::write(public.join("manifest-sha256.txt"), once.join("\n") + "\n").unwrap();
    assert_eq!(answer(text(&public)).1, 0);
    // Any other number of lines is none that we wrote.
    fs::write(public.join("manifest-sha256.txt"), list.clone() + list.lines().last().unwrap() + "\n").unwrap();
    let (found, status) = answer(text(&public));
    assert!(status == 1 && found["problems"].to_string().contains("written or ordered anew"), "{found:#}");
}
