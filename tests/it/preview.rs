//! `prongsai serve` follows its files: whatever is saved, the pages hear of it and are other ones
//! (issue "a preview that answers before the hand leaves the keyboard"), and they are those of
//! `build`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use tempfile::TempDir;

use crate::common::{self, files_below, repository, site_folder};
use crate::preview_session::{Reply, Session, replace, save_in_place};

/// A way to save a file.
type Save = fn(&Path, &str);

/// A page as it is written, one with an attachment, an ordinary one.
fn small() -> TempDir {
    site_folder(&[
        ("content/site.yaml", "agency: {name: เทศบาลตำบลตัวอย่าง}\nbase_url: https://www.example.go.th/ita/\nyears: [2566]\n"),
        ("content/2566/o1.md", "---\ntitle: โครงสร้าง\n---\nเนื้อหาแรก\n"),
        ("content/2566/o2/index.md", "---\ntitle: ผู้บริหาร\n---\n[แผน](แผน.txt)\n"),
        ("content/2566/o2/แผน.txt", "one"),
        ("content/pages/about.md", "---\ntitle: เกี่ยวกับ\n---\nเรา\n"),
    ])
}

#[test]
fn the_first_line_tells_how_much_is_wrong_and_where_it_is_listed() {
    let root = small();
    let preview = Session::start(root.path(), &[]);
    let list = format!(": http://{}/ita/_prongsai/ ", preview.address);
    assert!(preview.said.contains(" warning") && preview.said.contains(" in ") && preview.said.contains(&list), "{}", preview.said);
    assert_eq!(preview.get("_prongsai/").status, 200);
}

fn follows_every_kind_of_change(options: &[&str], save: Save) {
    let root = small();
    let file = |path: &str| root.path().join(path);
    let preview = Session::start(root.path(), options);
    let shows = |text: &'static str| move |reply: &Reply| reply.status == 200 && reply.has(text);
    let edited = |path: &str, text: &str, page: &str, new: &'static str| {
        preview.after(|| save(&file(path), text), page, shows(new));
    };
    assert!(preview.page("2566/o1/").contains("เนื้อหาแรก"));
    // The text of a page, and its title, which other pages show too.
    edited("content/2566/o1.md", "---\ntitle: โครงสร้าง\n---\nเนื้อหาที่สอง\n", "2566/o1/", "เนื้อหาที่สอง");
    assert!(!preview.page("2566/o1/").contains("เนื้อหาแรก"));
    edited("content/pages/about.md", "---\ntitle: ประวัติของเรา\n---\nเรา\n", "", "ประวัติของเรา");
    assert!(preview.page("about/").contains("ประวัติของเรา") && !preview.page("").contains("เกี่ยวกับ"));
    // A folder that is made together with its file: the system reports the folder only.
    let new = || save_in_place(&file("content/2566/o3/index.md"), "---\ntitle: อำนาจหน้าที่\n---\nหน้าใหม่\n");
    preview.after(new, "2566/o3/", shows("หน้าใหม่"));
    preview.after(|| fs::remove_dir_all(file("content/2566/o3")).unwrap(), "2566/o3/", |reply| !reply.has("หน้าใหม่"));
    preview.after(|| fs::remove_file(file("content/pages/about.md")).unwrap(), "about/", |reply| reply.status == 404);
    let site = "agency: {name: องค์การบริหารส่วนตำบลใหม่}\nbase_url: https://www.example.go.th/ita/\nyears: [2566]\n";
    edited("content/site.yaml", site, "2566/o1/", "องค์การบริหารส่วนตำบลใหม่");
    // A file of the same size, which is not read by the preview but by whoever downloads it.
    let reply = preview.after(|| save(&file("content/2566/o2/แผน.txt"), "two"), "2566/o2/แผน.txt", |reply| reply.has("two"));
    assert_eq!(reply.text(), "two");
    edited("content/assessments.yaml", "2566:\n  total: 81.25\n", "", "81.25");
    // A list of items of the site's own: O1 bears another name.
    let list = fs::read_to_string(repository().join("src/catalogue/data/2566.yaml")).unwrap().replacen("โครงสร้าง", "ผังใหม่ของ", 1);
    preview.after(|| save_in_place(&file("content/catalogues/2566.yaml"), &list), "2566/", shows("ผังใหม่ของ"));
}

/// The theme of the site over the built-in one, file by file.
fn follows_every_part_of_the_theme(options: &[&str], save: Save) {
    let root = small();
    let built_in = |path: &str| fs::read_to_string(repository().join("themes/default").join(path)).unwrap();
    let file = |path: &str| root.path().join("themes/default").join(path);
    let preview = Session::start(root.path(), options);
    let style = preview.page("assets/site.css");
    let base = built_in("templates/base.html").replacen("</body>", "<p>ท้ายหน้าใหม่</p></body>", 1);
    // The folder of themes was not there.
    preview.after(|| save_in_place(&file("templates/base.html"), &base), "2566/o1/", |reply| reply.has("ท้ายหน้าใหม่"));
    preview.after(
        || save(&file("templates/base.html"), &base.replacen("ท้ายหน้าใหม่", "ท้ายหน้าที่สอง", 1)),
        "2566/o1/",
        |reply| reply.has("ท้ายหน้าที่สอง"),
    );
    let words = built_in("strings/th.yaml").replacen("ข้ามไปยังเนื้อหา", "ไปที่เนื้อหาเลย", 1);
    preview.after(|| save_in_place(&file("strings/th.yaml"), &words), "", |reply| reply.has("ไปที่เนื้อหาเลย"));
    for colour in ["rgb(1, 2, 3)", "rgb(4, 5, 6)"] {
        let (mut ear, before) = (preview.listen(), preview.get("2566/o1/").bare());
        save_in_place(&file("assets/site.css"), &format!("h1 {{ color: {colour} }}\n"));
        // The pages stay as they are, only the style sheet is another one.
        let mut told = ear.hear("style");
        while !preview.page(&told).contains(colour) {
            told = ear.hear("style");
        }
        assert_eq!(told, "assets/site.css");
        assert_eq!(preview.get("2566/o1/").bare(), before);
    }
    let mut ear = preview.listen();
    fs::remove_dir_all(root.path().join("themes")).unwrap();
    assert_eq!(ear.hear("style"), "assets/site.css");
    assert_eq!(preview.page("assets/site.css"), style);
}

#[test]
fn every_kind_of_change_is_followed_however_it_is_saved() {
    follows_every_kind_of_change(&[], save_in_place);
    follows_every_kind_of_change(&[], replace);
}

#[test]
fn every_kind_of_change_is_followed_where_the_system_tells_nothing() {
    follows_every_kind_of_change(&["--poll"], save_in_place);
}

#[test]
fn every_part_of_a_theme_is_followed() {
    follows_every_part_of_the_theme(&[], save_in_place);
    follows_every_part_of_the_theme(&[], replace);
}

#[test]
fn the_preview_shows_what_build_writes_and_nothing_else() {
    let built = common::build("").files();
    let preview = Session::start(repository(), &[]);
    let mut pages = 0;
    for (path, bytes) in &built {
        // Made when the site is written.
        if ["manifest.json", "manifest-sha256.txt"].contains(&path.as_str()) {
            continue;
        }
        let reply = preview.get(path.strip_suffix("index.html").unwrap_or(path));
        let is_page = path.ends_with(".html") && reply.has("prongsai-bar");
        pages += usize::from(is_page);
        let shown = if is_page { reply.bare().into_bytes() } else { reply.body.clone() };
        // The preview does not search the texts of files.
        let is_text = path.starts_with("search/") && path.ends_with(".js");
        assert!(is_text || shown == *bytes, "{path} differs from that of build");
        assert_eq!(reply.status, if path == "404.html" { reply.status } else { 200 }, "{path}");
        assert_eq!(
            is_page,
            path.ends_with(".html") && !String::from_utf8_lossy(bytes).contains("http-equiv=refresh") && reply.has("<body"),
            "{path}"
        );
    }
    assert!(pages > 200, "{pages} pages are no example site");
}

/// Names, bytes and times of everything in a folder.
fn everything(root: &Path) -> BTreeMap<PathBuf, (Option<Vec<u8>>, SystemTime)> {
    let entries = walkdir::WalkDir::new(root).into_iter().map(Result::unwrap);
    let of = |path: PathBuf| (path.clone(), (fs::read(&path).ok(), fs::metadata(&path).unwrap().modified().unwrap()));
    entries.map(|entry| of(entry.into_path())).collect()
}

#[test]
fn nothing_is_written() {
    let root = small();
    let before = everything(root.path());
    let preview = Session::start(root.path(), &[]);
    for path in ["", "2566/", "2566/o1/", "2566/o2/แผน.txt", "_prongsai/", "_prongsai/page?path=/2566/o1/", "no-such-page/"] {
        preview.checked(path);
    }
    assert_eq!(everything(root.path()), before);
    // What the officer writes meanwhile is all that changes.
    let page = root.path().join("content/2566/o1.md");
    preview.after(|| fs::write(&page, "---\ntitle: ก\n---\nใหม่\n").unwrap(), "2566/o1/", |reply| reply.has("ใหม่"));
    preview.checked("2566/o1/");
    #[cfg(unix)]
    assert!(preview.end(rustix::process::Signal::INT).0.success());
    // A test can send no Ctrl-C there.
    #[cfg(windows)]
    drop(preview);
    let (names, after) = (before.keys().collect::<Vec<_>>(), everything(root.path()));
    assert_eq!(after.keys().collect::<Vec<_>>(), names);
    assert!(before.iter().all(|(path, was)| after.get(path) == Some(was) || *path == page));
    assert!(!files_below(root.path()).keys().any(|path| path.starts_with("public")));
}
