//! The output folder: wholly the old site or wholly the new one, nothing of other people's removed
//! (P5, P8–P10).

use std::fs;

use tempfile::TempDir;

use crate::common::{copy, files_below, link, prongsai, site_folder};

const TWO_PAGES: &[(&str, &str)] = &[
    ("content/2566/o1.md", "---\ntitle: โครงสร้าง\n---\nเนื้อหาแรก\n"),
    ("content/2566/o2/index.md", "---\ntitle: ผู้บริหาร\n---\n"),
    ("content/2566/o2/a.txt", "%PDF-1.4\n"),
];

fn build(root: &TempDir) -> std::process::Output {
    prongsai(&["build", "--lang", "en", "--root", root.path().to_str().unwrap()])
}

fn said(run: &std::process::Output) -> String {
    String::from_utf8_lossy(&run.stderr).into_owned() + &String::from_utf8_lossy(&run.stdout)
}

#[test]
fn a_failed_build_changes_no_byte_and_leaves_nothing_behind() {
    let root = site_folder(TWO_PAGES);
    assert!(build(&root).status.success());
    let before = files_below(&root.path().join("public"));
    fs::write(root.path().join("content/2566/o1.md"), "---\ntitle: [\n---\n").unwrap();
    assert_eq!(build(&root).status.code(), Some(1));
    assert!(files_below(&root.path().join("public")) == before);
    // A template that fails while pages are rendered fails later, in the middle of writing.
    fs::write(root.path().join("content/2566/o1.md"), TWO_PAGES[0].1).unwrap();
    fs::create_dir_all(root.path().join("themes/default/templates")).unwrap();
    fs::write(root.path().join("themes/default/templates/topic.html"), "{{ no_such_value }}").unwrap();
    let run = build(&root);
    assert_eq!(run.status.code(), Some(1), "{}", said(&run));
    assert!(said(&run).contains("themes/default/templates/topic.html:1:4"), "{}", said(&run));
    assert!(files_below(&root.path().join("public")) == before);
    let names: Vec<_> = fs::read_dir(root.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names.len(), 3, "content, themes, public: {names:?}");
}

#[test]
fn a_page_that_is_withdrawn_leaves_the_site_and_the_rest_keeps_its_time() {
    let root = site_folder(TWO_PAGES);
    assert!(build(&root).status.success());
    let public = root.path().join("public");
    let stamp = |path: &str| fs::metadata(public.join(path)).unwrap().modified().unwrap();
    let attachment = stamp("2566/o2/a.txt");
    let style = stamp("assets/site.css");
    fs::remove_file(root.path().join("content/2566/o1.md")).unwrap();
    let run = build(&root);
    assert!(run.status.success(), "{}", said(&run));
    assert!(!fs::read_to_string(public.join("2566/o1/index.html")).unwrap().contains("เนื้อหาแรก"));
    assert!(!public.join("2566/o1/index.json").exists());
    assert_eq!((attachment, style), (stamp("2566/o2/a.txt"), stamp("assets/site.css")));
}

#[test]
fn a_second_build_of_the_same_content_writes_nothing() {
    let root = site_folder(TWO_PAGES);
    assert!(build(&root).status.success());
    assert!(said(&build(&root)).contains("(0 written"));
}

#[test]
fn files_of_other_people_are_kept() {
    let root = site_folder(TWO_PAGES);
    assert!(build(&root).status.success());
    let public = root.path().join("public");
    fs::write(public.join("CNAME"), "www.example.go.th").unwrap();
    fs::create_dir_all(public.join(".well-known")).unwrap();
    fs::write(public.join(".well-known/a.txt"), "x").unwrap();
    assert!(build(&root).status.success());
    assert_eq!(fs::read_to_string(public.join("CNAME")).unwrap(), "www.example.go.th");
    assert!(public.join(".well-known/a.txt").exists());
    fs::write(public.join("2566/o2/b.txt"), "ของผู้อื่น").unwrap();
    fs::write(root.path().join("content/2566/o2/b.txt"), "%PDF ของเรา").unwrap();
    let run = build(&root);
    assert_eq!(run.status.code(), Some(2), "{}", said(&run));
    assert!(said(&run).contains("b.txt"));
    assert_eq!(fs::read_to_string(public.join("2566/o2/b.txt")).unwrap(), "ของผู้อื่น");
}

#[test]
fn a_folder_that_is_not_ours_or_holds_sources_is_refused_untouched() {
    for out in
        [".", "..", "content", "content/sub", "themes", "/", "foreign", ".git", ".git/x", ".vscode/site", "sub/.svn/site", "../.GIT/x"]
    {
        let outer = tempfile::tempdir().unwrap();
        let root = outer.path().join("site");
        let source = site_folder(TWO_PAGES);
        copy(source.path(), &root);
        fs::create_dir_all(root.join("themes")).unwrap();
        fs::create_dir_all(root.join("foreign")).unwrap();
        fs::write(root.join("foreign/letter.txt"), "สำคัญ").unwrap();
        let before = files_below(outer.path());
        let out = if out == "/" { out.into() } else { root.join(out) };
        let run = prongsai(&["build", "--lang", "en", "--root", root.to_str().unwrap(), "--out", out.to_str().unwrap()]);
        assert_eq!(run.status.code(), Some(2), "{}: {}", out.display(), said(&run));
        assert!(files_below(outer.path()) == before, "{}", out.display());
    }
}

#[test]
fn a_public_folder_that_is_a_link_stays_one_and_shows_the_new_site() {
    let root = site_folder(TWO_PAGES);
    let web = tempfile::tempdir().unwrap();
    let web_root = web.path().join("html");
    fs::create_dir(&web_root).unwrap();
    link(&web_root, &root.path().join("public"));
    assert!(build(&root).status.success());
    assert!(fs::symlink_metadata(root.path().join("public")).unwrap().is_symlink());
    assert!(web_root.join("2566/o1/index.html").is_file());
}

#[test]
fn what_a_killed_run_left_is_removed_and_a_running_one_is_named() {
    let root = site_folder(TWO_PAGES);
    fs::create_dir_all(root.path().join(".public.new-1/half")).unwrap();
    assert!(build(&root).status.success());
    assert!(!root.path().join(".public.new-1").exists());
    let lock = fs::File::create(root.path().join(".public.lock")).unwrap();
    fs::write(root.path().join(".public.lock"), "4711").unwrap();
    lock.lock().unwrap();
    let run = build(&root);
    assert_eq!(run.status.code(), Some(2));
    assert!(said(&run).contains("4711"), "{}", said(&run));
}

#[test]
fn a_lock_that_is_a_link_is_not_followed() {
    let root = site_folder(TWO_PAGES);
    let precious = root.path().join("precious");
    fs::write(&precious, "สำคัญ").unwrap();
    link(&precious, &root.path().join(".public.lock"));
    assert_eq!(build(&root).status.code(), Some(2));
    assert_eq!(fs::read_to_string(&precious).unwrap(), "สำคัญ");
}

// Windows has no pipes among files.
#[cfg(unix)]
#[test]
fn a_manifest_that_is_a_pipe_is_not_waited_for() {
    let root = site_folder(TWO_PAGES);
    fs::create_dir(root.path().join("public")).unwrap();
    assert!(std::process::Command::new("mkfifo").arg(root.path().join("public/manifest.json")).status().unwrap().success());
    assert_eq!(build(&root).status.code(), Some(2));
}

// Folders of Windows have no mode.
#[cfg(unix)]
#[test]
fn folders_of_other_people_keep_their_mode_and_notes_beside_the_site_stay() {
    use std::os::unix::fs::PermissionsExt;
    let root = site_folder(TWO_PAGES);
    assert!(build(&root).status.success());
    // Empty, with a file, and with nothing but another folder.
    let folders = [("uploads", 0o700), ("letters", 0o750), ("drawer", 0o711), ("drawer/empty", 0o700), ("2566/o1/notes", 0o770)];
    let folders = folders.map(|(folder, mode)| (root.path().join("public").join(folder), mode));
    for (folder, mode) in &folders {
        fs::create_dir_all(folder).unwrap();
        fs::set_permissions(folder, fs::Permissions::from_mode(*mode)).unwrap();
    }
    fs::write(folders[1].0.join("letter.txt"), "ก").unwrap();
    fs::create_dir(root.path().join(".public.new-notes")).unwrap();
    assert!(build(&root).status.success());
    for (folder, mode) in &folders {
        assert_eq!(fs::metadata(folder).unwrap().permissions().mode() & 0o777, *mode, "{}", folder.display());
    }
    assert_eq!(fs::read_to_string(folders[1].0.join("letter.txt")).unwrap(), "ก");
    assert!(root.path().join(".public.new-notes").is_dir());
}

#[test]
fn the_manifest_names_every_file_with_its_size() {
    let root = site_folder(TWO_PAGES);
    assert!(build(&root).status.success());
    let files = files_below(&root.path().join("public"));
    let manifest: serde_json::Value = serde_json::from_slice(&files["manifest.json"]).unwrap();
    let listed: Vec<(&str, u64)> =
        manifest["files"].as_array().unwrap().iter().map(|file| (file["path"].as_str().unwrap(), file["size"].as_u64().unwrap())).collect();
    let found: Vec<(&str, u64)> =
        files.iter().filter(|(path, _)| !path.starts_with("manifest")).map(|(path, bytes)| (path.as_str(), bytes.len() as u64)).collect();
    assert_eq!(listed, found);
}
