//! `move`: pages, folders and attachments get other names; links follow, published addresses lead
//! on, and nothing else changes.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Output;
use std::sync::LazyLock;

use scraper::{Html, Selector};
use tempfile::TempDir;

use crate::common::{files_below, prongsai, site_folder};
use crate::moment::Dice;

const SITE: &str = "agency: {name: เทศบาลตำบลตัวอย่าง}\nbase_url: https://www.example.go.th/ita/\nyears: [2566, 2567]\n";

/// A site in which everything points to everything, in every way to write a link.
const FILES: [(&str, &str); 14] = [
    ("content/site.yaml", SITE),
    (
        "content/2566/o42/index.md",
        "---\ntitle: มาตรการ ปี 2566 # ของเรา\nevidence:\n  - signed.txt\n  - {file: 'แผน งาน.txt', title: แผน}\n  - page: contact\n  - {page: ../o43.md}\n  \
         - {url: \"https://www.example.go.th/ita/2567/o34/\", title: ปีถัดไป}\naliases:\n  - /old/o42/ # เว็บเก่า\nunit: สำนักปลัด\n---\n\n## แผน {#plan}\n\n\
         [ผล](../o43.md#s1) [ติดต่อ](</contact/> \"ชื่อ\") [แผน][r] [ลายเซ็น](./signed.txt) <https://www.example.go.th/ita/about/>\n\n\
         | ก | ข |\n|---|---|\n| [รายงาน](reports/2022-10.md) | [งาน](<แผน งาน.txt>) |\n\n- [เรา](../../about/#us) `[ก](/contact/)`\n\n[r]: /2566/o42/%E0%B9%81%E0%B8%9C%E0%B8%99%20%E0%B8%87%E0%B8%B2%E0%B8%99.txt\n",
    ),
    ("content/2566/o42/signed.txt", "signed"),
    ("content/2566/o42/แผน งาน.txt", "plan"),
    (
        "content/2566/o42/reports/2022-10.md",
        "\u{FEFF}---\r\ntitle: รายงาน\r\n---\r\n\r\n[แผน](../index.md#plan) [ติดต่อ](../../../pages/contact.md)\r\n[เรา](/about) [ข](../../)\r\n",
    ),
    (
        "content/2566/o43.md",
        "---\r\ntitle: ผล ปี 2566\r\nprogress:\r\n  of: {page: 2566/o42}\r\nevidence: [o43/photo.png]\r\n---\r\n\r\n## ส่วน {#s1}\r\n\r\n![ภาพ](o43/photo.png) [แผน](o42/index.md) [แผน](/2566/o42/index.html#plan)\r\n[ก](O42/index.md) [ไฟล์](o42/signed.txt)\r\n",
    ),
    ("content/2566/o43/photo.png", "png"),
    (
        "content/2567/o34.md",
        "---\ntitle: ปี 2567\n---\n[ปีก่อน](../2566/o42/index.md) [ไฟล์](../../2566/o42/signed.txt)\n\n[รายงาน](/2566/o42/reports/2022-10/)\n",
    ),
    (
        "content/pages/contact.md",
        "---\naliases: /old-contact/\ntitle: ติดต่อ\n---\n[แผน](../2566/o42/index.md) [แผนที่](files/map.txt) https://www.example.go.th/ita/2566/o43/ นะ\n",
    ),
    (
        "content/pages/about.md",
        "---\n{title: เกี่ยวกับเรา, aliases: [/us/, \"/we/\"]}\n---\n\n## เรา {#us}\n\n[ติดต่อ](contact.md) [ข้อ](../2566/o43) [ตัวเอง](#us) [ตัวเอง](about.md#us)\n",
    ),
    ("content/pages/files/map.txt", "map"),
    (
        "content/pages/news/index.md",
        "---\ntitle: ข่าว\n---\n[แผนที่](../files/map.txt) [เรา](../about.md) [ภาพ](/2566/o43/photo.png) ![ภาพ](logo.png)\n",
    ),
    ("content/pages/news/logo.png", "logo"),
    ("content/pages/news/first.md", "---\ntitle: ข่าวแรก\ndraft: true\n---\n[ข่าว](index.md) [ติดต่อ](/contact/)\n"),
];

/// One white dot.
const PNG: &[u8] = include_bytes!("../files/opens/chart.png");

fn site() -> TempDir {
    let root = site_folder(&FILES);
    let images = FILES.iter().filter(|(path, _)| path.ends_with(".png"));
    images.for_each(|(path, _)| fs::write(root.path().join(path), PNG).unwrap());
    root
}

/// The same, published once and copied.
fn published() -> TempDir {
    static PUBLISHED: LazyLock<BTreeMap<String, Vec<u8>>> = LazyLock::new(|| {
        let root = site();
        publish(root.path());
        files_below(root.path())
    });
    let root = tempfile::tempdir().unwrap();
    for (path, bytes) in &*PUBLISHED {
        let file = root.path().join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, bytes).unwrap();
    }
    root
}

fn run(root: &Path, arguments: &[&str]) -> Output {
    prongsai(&[arguments, &["--lang", "en", "--today", "2024-02-01", "--root", root.to_str().unwrap()]].concat())
}

fn said(run: &Output) -> String {
    anstream::adapter::strip_str(&(String::from_utf8_lossy(&run.stdout).into_owned() + &String::from_utf8_lossy(&run.stderr))).to_string()
}

fn publish(root: &Path) {
    let run = run(root, &["publish", "--note", "ย้าย"]);
    assert!(run.status.success(), "{}", said(&run));
}

/// How often each code is found.
fn findings(root: &Path) -> BTreeMap<String, usize> {
    let run = run(root, &["check", "--format", "json"]);
    let found: Vec<serde_json::Value> = serde_json::from_slice(&run.stdout).unwrap();
    let mut counts = BTreeMap::new();
    for finding in found {
        *counts.entry(finding["code"].as_str().unwrap().to_owned()).or_default() += 1;
    }
    counts
}

fn write(root: &Path, path: &str, text: &str) {
    let file = root.join(path);
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file, text).unwrap();
}

fn read(root: &Path, path: &str) -> String {
    fs::read_to_string(root.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The content without its records.
fn content(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = files_below(&root.join("content"));
    files.retain(|name, _| !matches!(name.as_str(), "urls.lock" | "history.yaml"));
    files
}

/// Moves, and compares what lies there then with what was shown: the files with their new names and
/// the lines that were said to change.
fn moves(root: &Path, old: &str, new: &str) -> String {
    let before = content(root);
    let shown = run(root, &["move", old, new]);
    assert!(shown.status.success(), "{old} → {new}: {}", said(&shown));
    assert!(content(root) == before, "showing changed something");
    let moved = run(root, &["move", old, new, "--yes"]);
    assert!(moved.status.success(), "{old} → {new}: {}", said(&moved));
    assert_eq!(shown.stdout, moved.stdout);
    let shown = anstream::adapter::strip_str(&String::from_utf8_lossy(&shown.stdout)).to_string();
    assert_eq!(patched(before, &shown), readable(content(root)), "{old} → {new}: {shown}");
    said(&moved)
}

type Lines = BTreeMap<String, Vec<String>>;

fn readable(files: BTreeMap<String, Vec<u8>>) -> Lines {
    let lines = |bytes: &[u8]| String::from_utf8_lossy(bytes).split_inclusive('\n').map(str::to_owned).collect();
    files.iter().map(|(name, bytes)| (name.clone(), lines(bytes))).collect()
}

/// The files with what a shown difference says: nothing else.
fn patched(files: BTreeMap<String, Vec<u8>>, shown: &str) -> Lines {
    let mut files = readable(files);
    let below = |path: &str| path.strip_prefix("content/").unwrap().to_owned();
    let names: Vec<(String, String)> = shown
        .lines()
        .filter(|line| !line.starts_with(' '))
        .filter_map(|line| line.split_once(" → "))
        .map(|(old, new)| (below(old), below(new)))
        .collect();
    let taken: Vec<(String, Vec<String>)> = names.iter().map(|(old, new)| (new.clone(), files.remove(old).unwrap())).collect();
    files.extend(taken);
    let mut parts: Vec<(String, usize, Vec<&str>, Vec<&str>)> = Vec::new();
    for line in shown.lines() {
        if let Some((file, line)) = line.strip_prefix(" --> ").and_then(|place| place.rsplit_once(':')) {
            parts.push((below(file), line.parse().unwrap(), Vec::new(), Vec::new()));
        } else if let Some(gone) = line.strip_prefix("  - ") {
            parts.last_mut().unwrap().2.push(gone);
        } else if let Some(new) = line.strip_prefix("  + ") {
            parts.last_mut().unwrap().3.push(new);
        }
    }
    for (file, line, gone, new) in parts.into_iter().rev() {
        let lines = files.get_mut(&file).unwrap();
        let at = line - 1..line - 1 + gone.len();
        let is = |line: &str| line.trim_start_matches('\u{FEFF}').trim_end_matches(['\r', '\n']).to_owned();
        assert_eq!(lines[at.clone()].iter().map(|line| is(line)).collect::<Vec<_>>(), gone, "{file}:{line}");
        let end = lines.iter().find(|line| line.ends_with('\n')).map_or("\n", |line| if line.ends_with("\r\n") { "\r\n" } else { "\n" });
        let has_end = at.end < lines.len() || lines[at.clone()].last().is_none_or(|last| last.ends_with('\n'));
        let last = new.len().saturating_sub(1);
        let new = new.iter().enumerate().map(|(at, line)| format!("{line}{}", if at < last || has_end { end } else { "" }));
        lines.splice(at, new.collect::<Vec<_>>());
    }
    files
}

/// Every link of every built page leads to a file of the site.
fn walk(root: &Path) {
    let out = root.join("public");
    let files: BTreeSet<String> = files_below(&out).into_keys().collect();
    for page in files.iter().filter(|file| file.ends_with(".html") && *file != "404.html") {
        let html = Html::parse_document(&fs::read_to_string(out.join(page)).unwrap());
        for (selector, attribute) in [("a[href]", "href"), ("img[src]", "src")] {
            for element in html.select(&Selector::parse(selector).unwrap()) {
                let link = element.value().attr(attribute).unwrap();
                if link.contains("://") || link.starts_with("mailto:") || link.starts_with("tel:") || link.starts_with('#') {
                    continue;
                }
                let base = url::Url::parse(&format!("http://x/{page}")).unwrap();
                let path = base.join(link).unwrap().path().trim_start_matches('/').to_owned();
                let path = percent_encoding::percent_decode_str(&path).decode_utf8().unwrap().into_owned();
                let path = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path };
                // For a file that moved stands a folder of its name: hosts lead from one to the
                // other.
                assert!(files.contains(&path) || files.contains(&format!("{path}/index.html")), "{page}: {link}");
            }
        }
    }
}

/// Where the page at an address leads.
fn leads_to(root: &Path, address: &str) -> String {
    let page = read(root, &format!("public/{address}"));
    let html = Html::parse_document(&page);
    let refresh = Selector::parse("meta[http-equiv=refresh]").unwrap();
    let target = html.select(&refresh).next().unwrap_or_else(|| panic!("{address} leads nowhere: {page}")).value().attr("content").unwrap();
    let link = target.split_once("url=").or_else(|| target.split_once("URL=")).unwrap().1.to_owned();
    let base = url::Url::parse(&format!("http://x/{address}")).unwrap();
    base.join(&link).unwrap().path().trim_start_matches('/').to_owned()
}

#[test]
fn the_site_of_these_tests_is_sound() {
    let root = site();
    publish(root.path());
    walk(root.path());
}

#[test]
fn pages_of_every_kind_move_and_their_old_addresses_lead_on() {
    for (old, new, addresses) in [
        ("content/pages/contact.md", "content/pages/contact-us.md", &[("contact/", "contact-us/")][..]),
        ("/contact/", "/office/contact/", &[("contact/", "office/contact/")]),
        ("about", "about/index.md", &[]),
        ("news", "archive/news", &[("news/", "archive/news/"), ("news/logo.png/", "archive/news/")]),
        ("content\\2566\\o42\\reports\\2022-10.md", "2566/o42/2022-10.md", &[("2566/o42/reports/2022-10/", "2566/o42/2022-10/")]),
        ("2566/o42/reports", "2566/o42/monthly", &[("2566/o42/reports/2022-10/", "2566/o42/monthly/2022-10/")]),
        ("content/pages/files/map.txt", "content/pages/files/map-2.txt", &[("files/map.txt/", "contact/")]),
        ("https://www.example.go.th/ita/files/map.txt", "/contact/map.txt", &[("files/map.txt/", "contact/")]),
        ("2566/o43/photo.png", "2566/o43/ภาพ 1.png", &[("2566/o43/photo.png/", "2566/o43/")]),
    ] {
        let root = published();
        let before = findings(root.path());
        let told = moves(root.path(), old, new);
        let after = findings(root.path());
        let more: Vec<_> = after.iter().filter(|(code, count)| before.get(*code).is_none_or(|known| known < count)).collect();
        assert!(more.is_empty(), "{old} → {new}: {more:?}\n{told}");
        publish(root.path());
        for (address, target) in addresses {
            assert_eq!(leads_to(root.path(), &format!("{address}index.html")), format!("{target}index.html"), "{old} → {new}");
        }
        walk(root.path());
    }
}

#[test]
fn the_old_address_of_an_attachment_leads_to_the_page_that_has_it_now() {
    let root = site_folder(&[
        ("content/site.yaml", SITE),
        ("content/2566/o42/index.md", "---\ntitle: มาตรการ ปี 2566\nevidence: [signed.txt]\n---\n[ทั้งสอง](both.txt)\n"),
        ("content/2566/o42/signed.txt", "signed"),
        ("content/2566/o42/both.txt", "both"),
        ("content/2566/o42/free.txt", "free"),
        ("content/2566/o43/index.md", "---\ntitle: ผล ปี 2566\n---\n[ทั้งสอง](../o42/both.txt)\n"),
    ]);
    publish(root.path());
    for (file, page) in [("signed.txt", "o42"), ("both.txt", "o43"), ("free.txt", "o43")] {
        moves(root.path(), &format!("2566/o42/{file}"), &format!("2566/o43/{file}"));
        let source = read(root.path(), &format!("content/2566/{page}/index.md"));
        assert!(source.contains(&format!("/2566/o42/{file}")), "{file}: {source}");
    }
}

#[test]
fn before_anything_is_published_a_page_may_become_that_of_another_item() {
    for (old, new, pages) in [
        ("content/2566/o43.md", "content/2566/o41.md", &["2566/o41/index.html"][..]),
        ("/2566/o43/", "/2566/o41/", &["2566/o41/index.html", "2566/o41/photo.png"]),
        ("๒๕๖๖/o๔๓", "pages/report", &["report/index.html", "report/photo.png"]),
        ("2566/o42", "2567/o30", &["2567/o30/index.html", "2567/o30/แผน งาน.txt", "2567/o30/reports/2022-10/index.html"]),
    ] {
        let root = site();
        let told = moves(root.path(), old, new);
        assert!(told.contains("nothing was published yet"), "{told}");
        assert!(told.contains("beware: the page will be that of O") || new.starts_with("pages"), "{told}");
        publish(root.path());
        walk(root.path());
        pages.iter().for_each(|page| assert!(root.path().join("public").join(page).is_file(), "{new}: {page}"));
    }
}

#[test]
fn a_rename_by_hand_is_finished_by_the_same_command() {
    for (old, new, renamed) in [
        ("content/pages/contact.md", "content/pages/contact-us.md", &[("pages/contact.md", "pages/contact-us.md")][..]),
        ("/contact/", "contact-us/index.md", &[("pages/contact.md", "pages/contact-us/index.md")]),
        ("news", "archive", &[("pages/news", "pages/archive")]),
        ("pages/files/map.txt", "pages/files/way.txt", &[("pages/files/map.txt", "pages/files/way.txt")]),
    ] {
        let (root, meant) = (published(), published());
        moves(meant.path(), old, new);
        for (old, new) in renamed {
            let new = root.path().join("content").join(new);
            fs::create_dir_all(new.parent().unwrap()).unwrap();
            fs::rename(root.path().join("content").join(old), new).unwrap();
        }
        let run = run(root.path(), &["move", old, new, "--yes"]);
        assert!(run.status.success(), "{old} → {new}: {}", said(&run));
        assert_eq!(readable(content(root.path())), readable(content(meant.path())), "{old} → {new}");
        publish(root.path());
        walk(root.path());
    }
}

#[test]
fn a_page_that_moves_back_has_no_address_twice() {
    let root = site();
    publish(root.path());
    let before = content(root.path());
    moves(root.path(), "contact", "contact-us");
    assert!(read(root.path(), "content/pages/contact-us.md").contains("aliases: [/old-contact/, /contact/]"));
    // Not published in between: nobody knows the other address.
    moves(root.path(), "contact-us", "contact");
    let mut back = content(root.path());
    assert_eq!(
        back.insert("pages/contact.md".to_owned(), before["pages/contact.md"].clone()),
        Some(with(&before["pages/contact.md"], "/old-contact/", "[/old-contact/]"))
    );
    assert_eq!(readable(back), readable(before.clone()));
    // Published in between: now the other one leads back.
    moves(root.path(), "contact", "contact-us");
    publish(root.path());
    moves(root.path(), "contact-us", "contact");
    assert!(read(root.path(), "content/pages/contact.md").contains("aliases: [/old-contact/, /contact-us/]"));
    publish(root.path());
    assert_eq!(leads_to(root.path(), "contact-us/index.html"), "contact/index.html");
    walk(root.path());
}

fn with(bytes: &[u8], old: &str, new: &str) -> Vec<u8> {
    String::from_utf8_lossy(bytes).replace(old, new).into_bytes()
}

#[test]
fn a_run_that_was_killed_is_finished_by_the_next_one() {
    let moved = |name: &str| name.strip_prefix("pages/news/").map(|rest| format!("pages/archive/{rest}"));
    let meant = published();
    let before = content(meant.path());
    moves(meant.path(), "news", "archive");
    let after = content(meant.path());
    // The new files are there; the links are mended too; the old attachments are gone too; the old
    // files are gone but for the page.
    for steps in 1..=4 {
        let mut state = before.clone();
        state
            .extend(after.iter().filter(|(name, _)| name.starts_with("pages/archive/")).map(|(name, bytes)| (name.clone(), bytes.clone())));
        if steps > 1 {
            state.extend(after.iter().map(|(name, bytes)| (name.clone(), bytes.clone())));
        }
        if steps > 2 {
            state.remove("pages/news/logo.png");
        }
        if steps > 3 {
            state.remove("pages/news/first.md");
        }
        let root = published();
        before
            .keys()
            .filter(|name| moved(name).is_some())
            .for_each(|name| fs::remove_file(root.path().join("content").join(name)).unwrap());
        for (name, bytes) in &state {
            let file = root.path().join("content").join(name);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, bytes).unwrap();
        }
        write(root.path(), "content/pages/.about.md.prongsai-move", "half a te");
        let seen = findings(root.path());
        assert!(seen.contains_key("output-collision") || seen.contains_key("url-lost"), "step {steps} is not seen: {seen:?}");
        let run = run(root.path(), &["move", "news", "archive", "--yes"]);
        assert!(run.status.success(), "step {steps}: {}", said(&run));
        let mut now = content(root.path());
        now.remove("pages/.about.md.prongsai-move");
        assert_eq!(readable(now), readable(after.clone()), "step {steps}");
        publish(root.path());
    }
}

#[test]
fn what_cannot_be_moved_is_refused_with_its_reason_and_nothing_changes() {
    let long = "ก".repeat(120) + ".txt";
    let root = published();
    let before = files_below(root.path());
    for (old, new, status, reason) in [
        ("content/pages/contakt.md", "x", 2, "almost that name is content/pages/contact.md"),
        ("ไม่มี", "x", 2, "there is no “ไม่มี”"),
        ("contact", "about", 2, "there is content/pages/about.md already"),
        ("contact", "pages/news/index.md", 2, "there is content/pages/news/index.md already"),
        ("files/map.txt", "news/logo.png", 2, "there is content/pages/news/logo.png already"),
        ("contact", "contact", 2, "both names are"),
        ("news", "news/old", 2, "cannot be moved into itself"),
        ("content/site.yaml", "content/site2.yaml", 2, "looks for by this name"),
        ("urls.lock", "old.lock", 2, "looks for by this name"),
        ("content/pages", "content/page", 2, "cannot be moved as a whole"),
        ("2566", "2568", 2, "cannot be moved as a whole"),
        ("contact", "../../contact", 2, "is no name below content"),
        ("contact", "C:\\contact", 2, "is no name below content"),
        ("contact", "ติดต่อ", 2, "content/pages/ติดต่อ.md"),
        ("contact", "Contact Us", 2, "contact-us"),
        ("contact", "con", 2, "content/pages/con.md"),
        ("contact", "contact.pdf", 2, "another kind"),
        ("contact", "contact.html", 2, "another kind"),
        ("files/map.txt", "files/map.md", 2, "another kind"),
        ("files/map.txt", "files/map.exe", 2, "map.exe"),
        ("contact", "2566/measures", 2, "2566/measures"),
        ("contact", "content/site.yaml", 2, "site.yaml"),
        ("contact", "2566/o99", 1, "unknown-item"),
        ("contact", "2568/o1", 1, "year-not-published"),
        ("contact", "old/o42", 1, "output-collision"),
        ("contact", "search", 1, "output-collision"),
        ("2566/o43", "2566/o41", 1, "is always the address of O43"),
        ("2566/o42/แผน งาน.txt", "2566/o42/แผน.txt", 1, "cannot be an old address"),
        ("files/map.txt", long.as_str(), 1, "path-too-long"),
    ] {
        let run = run(root.path(), &["move", old, new, "--yes"]);
        let told = said(&run);
        assert_eq!(run.status.code(), Some(status), "{old} → {new}: {told}");
        assert!(told.contains(reason), "{old} → {new}: {told}");
        assert!(files_below(root.path()) == before, "{old} → {new} changed something");
    }
}

#[test]
fn links_that_cannot_be_known_or_written_stop_the_move() {
    for (file, text, reason) in [
        ("content/2566/o5.md", "---\ntitle: [ก\n---\n[ก](/contact/)\n", "content/2566/o5.md cannot be read"),
        (
            "content/2566/o5.md",
            "---\ntitle: ข้อมูล ปี 2566\nevidence: [{page: [contact], title: ก}]\n---\nโทร\n",
            "content/2566/o5.md cannot be read",
        ),
        (
            "content/2566/o5.md",
            "---\ntitle: ข้อมูล ปี 2566\n---\n> [ก](\n> /contact/)\n",
            "content/2566/o5.md:5 “/contact/” would have to change",
        ),
    ] {
        let root = site();
        write(root.path(), file, text);
        let before = files_below(root.path());
        let run = run(root.path(), &["move", "contact", "contact-us", "--yes"]);
        assert_eq!(run.status.code(), Some(1), "{}", said(&run));
        assert!(said(&run).contains(reason), "{}", said(&run));
        assert!(files_below(root.path()) == before);
    }
    let root = site();
    fs::write(root.path().join("content/2566/o5.md"), b"---\ntitle: \xa1\n---\n").unwrap();
    assert!(said(&run(root.path(), &["move", "contact", "contact-us", "--yes"])).contains("content/2566/o5.md cannot be read"));
}

#[test]
fn what_a_page_was_typed_from_is_named_by_its_new_name() {
    let root = site();
    let text = "---\ntitle: ก\nsource: {file: scan.txt}\n---\nข\n";
    write(root.path(), "content/2566/o5/index.md", text);
    write(root.path(), "content/2566/o5/scan.txt", "ก");
    moves(root.path(), "2566/o5/scan.txt", "2566/o5/paper.txt");
    assert_eq!(read(root.path(), "content/2566/o5/index.md"), text.replace("scan.txt", "paper.txt"));
}

#[test]
fn letters_that_are_typed_in_parts_stay_so() {
    let root = site();
    let text = "---\ntitle: cafe\u{301}\nevidence: [{file: re\u{301}sume\u{301}.txt}, {page: contact}]\n---\ncafe\u{301} [ก](../../pages/contact.md)\n";
    write(root.path(), "content/2566/o5/index.md", text);
    write(root.path(), "content/2566/o5/résumé.txt", "ก");
    moves(root.path(), "contact", "contact-us");
    assert_eq!(
        read(root.path(), "content/2566/o5/index.md"),
        text.replace("page: contact", "page: contact-us").replace("contact.md", "contact-us.md")
    );
    moves(root.path(), "2566/o5/résumé.txt", "2566/o5/cv.txt");
    let text = read(root.path(), "content/2566/o5/index.md");
    assert!(text.contains("{file: cv.txt}") && text.contains("title: cafe\u{301}"), "{text}");
}

#[test]
fn what_the_site_file_accepts_in_a_page_it_accepts_under_the_new_name() {
    let root = site();
    let exceptions = "checks:\n  exceptions:\n    - {code: year-not-stated, file: 'content\\2566\\o5.md', reason: ปีอยู่ในเนื้อหา} # ก\n    - {code: raw-url-link-text, file: content/pages/about.md, reason: ก}\n";
    write(root.path(), "content/site.yaml", &format!("{SITE}{exceptions}"));
    write(root.path(), "content/2566/o5.md", "---\ntitle: ข้อมูล\n---\nโทร\n");
    let before = findings(root.path());
    moves(root.path(), "2566/o5", "2566/o5/index.md");
    assert_eq!(findings(root.path()), before);
    assert_eq!(read(root.path(), "content/site.yaml"), format!("{SITE}{}", exceptions.replace("o5.md", "o5\\index.md")));
}

#[test]
fn names_are_understood_from_where_they_are_typed() {
    let command = |root: &Path, folder: &str, arguments: &[&str]| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_prongsai"));
        let run = command.args(["move", "--lang", "en", "--yes"]).args(arguments).current_dir(root.join(folder)).output().unwrap();
        assert!(run.status.success(), "{}", said(&run));
    };
    for (folder, old, new, file) in [
        ("content/pages", "contact.md", "office.md", "content/pages/office.md"),
        ("content/pages/news", "../contact.md", "../office/index.md", "content/pages/office/index.md"),
        ("content", "pages\\contact.md", "pages\\office.md", "content/pages/office.md"),
        ("content", "“pages\\contact.md”", "“pages/office.md”", "content/pages/office.md"),
        ("public-to-be", "contact", "office", "content/pages/office.md"),
        ("content/2566", "o42/signed.txt", "o42/ลงนาม.txt", "content/2566/o42/ลงนาม.txt"),
        ("content/2566", "/files/map.txt", "/news/", "content/pages/news/map.txt"),
    ] {
        let root = site();
        fs::create_dir_all(root.path().join("public-to-be")).unwrap();
        command(root.path(), folder, &[old, new]);
        assert!(root.path().join(file).is_file(), "{folder}: {old} → {new}");
    }
    let root = site();
    let whole = root.path().join("content/pages/contact.md");
    command(root.path(), "content/2566", &[whole.to_str().unwrap(), root.path().join("content/pages/office.md").to_str().unwrap()]);
    assert!(root.path().join("content/pages/office.md").is_file());
}

#[test]
fn a_rename_by_hand_is_one_finding_that_says_how_to_finish_it() {
    for (old, new, command) in [
        ("pages/contact.md", "pages/office.md", "prongsai move content/pages/contact.md content/pages/office.md:"),
        ("pages/news", "pages/archive", "prongsai move content/pages/news/index.md content/pages/archive/index.md:"),
        (
            "2566/o42/reports/2022-10.md",
            "2566/o42/reports/october.md",
            "prongsai move content/2566/o42/reports/2022-10.md content/2566/o42/reports/october.md:",
        ),
    ] {
        let root = published();
        let before = findings(root.path());
        fs::rename(root.path().join("content").join(old), root.path().join("content").join(new)).unwrap();
        let mut after = findings(root.path());
        assert_eq!(after.remove("url-lost"), Some(1), "{old}");
        assert_eq!(after, before, "{old}");
        let told = said(&run(root.path(), &["check"]));
        assert!(told.contains(command), "{told}");
        let command: Vec<&str> = command.trim_end_matches(':').split(' ').skip(1).chain(["--yes"]).collect();
        let moved = run(root.path(), &command);
        assert!(moved.status.success(), "{old}: {}", said(&moved));
        assert_eq!(findings(root.path()), before, "{old}");
    }
}

/// Any page, folder or file gets any name, again and again: what is found does not grow, and
/// nothing changes but what is shown. `PRONGSAI_MOVES` says how often; the README's command makes
/// do with a few.
#[test]
fn whatever_moves_the_site_stays_as_sound_as_it_was() {
    let times: u64 = std::env::var("PRONGSAI_MOVES").map_or(10, |number| number.parse().unwrap());
    let root = published();
    let sound = findings(root.path());
    let mut dice = Dice(0x6d6f_7665);
    let mut done = 0;
    for time in 0..times {
        let files: Vec<String> = content(root.path()).into_keys().filter(|file| file != "site.yaml").collect();
        let file = &files[dice.below(files.len() as u64) as usize];
        let folder = file.rsplit_once('/').unwrap().0;
        let old = match dice.below(3) {
            0 if folder.matches('/').count() > 0 => folder.to_owned(),
            1 => file.trim_end_matches(".md").to_owned(),
            _ => format!("content/{file}"),
        };
        let ending = file.rsplit_once('.').unwrap().1;
        let name = match dice.below(4) {
            0 => format!("n{time}"),
            1 => format!("sub{}/n{time}", dice.below(2)),
            2 if ending != "md" => format!("content/{folder}/เอกสาร-{time}.{ending}"),
            2 => format!("content/{folder}/n{time}/index.md"),
            _ => format!("content/pages/n{time}.{ending}"),
        };
        let before = content(root.path());
        let run = run(root.path(), &["move", &old, &name]);
        if !run.status.success() {
            assert!(said(&run).contains("not moved") && content(root.path()) == before, "{old} → {name}: {}", said(&run));
            continue;
        }
        done += 1;
        let told = moves(root.path(), &old, &name);
        let found = findings(root.path());
        let more: Vec<_> = found.iter().filter(|(code, count)| sound.get(*code).is_none_or(|known| known < count)).collect();
        assert!(more.is_empty(), "{old} → {name}: {more:?}\n{told}");
        if dice.below(3) == 0 {
            publish(root.path());
        }
    }
    publish(root.path());
    walk(root.path());
    assert!(done * 3 > times, "too few of them are moves: {done}");
}
