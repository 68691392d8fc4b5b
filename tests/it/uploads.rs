//! The list of files that the web server has to be sent after a publication.

use std::fs;
use std::path::Path;

use crate::common::{files_below, prongsai, site_folder};

fn run(root: &Path, arguments: &[&str]) -> String {
    let run = prongsai(&[arguments, &["--lang", "en", "--root", root.to_str().unwrap()]].concat());
    let said = String::from_utf8_lossy(&run.stdout).into_owned() + &String::from_utf8_lossy(&run.stderr);
    assert!(run.status.success(), "{said}");
    said
}

fn write(root: &Path, text: &str) {
    fs::write(root.join("content/pages/contact.md"), format!("---\ntitle: ติดต่อ\n---\n{text}\n")).unwrap();
}

/// What an upload of the list makes of an older copy.
fn sent(list: &str, from: &Path, to: &Path) {
    for path in list.lines() {
        let target = to.join(path);
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::copy(from.join(path), target).unwrap();
    }
}

#[test]
fn the_list_makes_of_the_copy_before_the_site_now_whatever_was_built_in_between() {
    let root = site_folder(&[("content/pages/about.md", "---\ntitle: เกี่ยวกับ\n---\nเทศบาล\n")]);
    let (path, public, list) = (root.path(), root.path().join("public"), root.path().join("public-upload.txt"));
    write(path, "หนึ่ง");
    run(path, &["build"]);
    assert!(!list.exists(), "what is not published is sent nowhere");
    run(path, &["publish"]);
    let server = tempfile::tempdir().unwrap();
    sent(&fs::read_to_string(&list).unwrap(), &public, server.path());
    assert!(files_below(server.path()) == files_below(&public), "the first list is the whole site");
    fs::remove_file(&list).unwrap();
    run(path, &["publish"]);
    assert!(!list.exists(), "nothing is new");

    write(path, "สอง");
    run(path, &["build"]);
    let said = run(path, &["publish"]);
    let text = fs::read_to_string(&list).unwrap();
    let expected: Vec<&str> = vec![
        "contact/index.html",
        "contact/index.json",
        "history/history.yaml",
        "history/index.html",
        "manifest-sha256.txt",
        "manifest.json",
        "search/site.js",
    ];
    assert_eq!(text.lines().collect::<Vec<_>>(), expected);
    assert!(said.contains("public-upload.txt"), "{said}");

    // Looked at in Notepad, which marks the beginning or saves it in another coding, and not sent.
    for saved in [
        format!("\u{feff}{}", text.replace('\n', "\r\n")).into_bytes(),
        text.encode_utf16().flat_map(u16::to_le_bytes).chain([0xff]).collect(),
    ] {
        fs::write(&list, saved).unwrap();
        write(path, "สาม");
        run(path, &["publish"]);
        let again = fs::read_to_string(&list).unwrap();
        assert!(expected.iter().all(|name| again.lines().any(|line| line == *name)), "{again}");
        write(path, "สอง");
        run(path, &["publish"]);
    }

    // Not sent: what is published next is added, and what was withdrawn meanwhile cannot be sent.
    fs::write(path.join("content/pages/new.md"), "---\ntitle: ใหม่\n---\nใหม่\n").unwrap();
    run(path, &["build"]);
    fs::remove_file(path.join("content/pages/new.md")).unwrap();
    run(path, &["publish"]);
    sent(&fs::read_to_string(&list).unwrap(), &public, server.path());
    assert!(files_below(server.path()) == files_below(&public));
}

#[test]
fn a_moved_attachment_is_removed_before_the_page_that_leads_on_is_sent() {
    let root = site_folder(&[
        ("content/2566/o42/index.md", "---\ntitle: มาตรการ ปี 2566\nevidence: [signed.txt]\n---\nก\n"),
        ("content/2566/o42/signed.txt", "signed"),
        ("content/2566/o43/index.md", "---\ntitle: ผล ปี 2566\n---\nก\n"),
    ]);
    run(root.path(), &["publish"]);
    fs::remove_file(root.path().join("public-upload.txt")).unwrap();
    run(root.path(), &["move", "2566/o42/signed.txt", "2566/o43/signed.txt", "--yes"]);
    let said = run(root.path(), &["publish"]);
    let at = |text: &str| said.find(text).unwrap_or_else(|| panic!("{text}: {said}"));
    assert!(at("remove from the web server before anything is sent") < at("to be sent to the web server"), "{said}");
    assert!(said.contains("cannot have one name (1): 2566/o42/signed.txt\n") && !said.contains("no longer part of the site"), "{said}");
}
