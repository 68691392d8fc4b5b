//! Bad input is normal input: nothing panics, hangs, or passes in silence (P14–P31).

use std::fs;
use std::process::Output;
use std::time::{Duration, Instant};

use crate::common::{is_linked_data, link, prongsai, site_folder};

/// `check` on one document of item O1.
fn check(text: &str) -> (Output, String) {
    let root = site_folder(&[("content/2566/o1.md", text)]);
    let started = Instant::now();
    let run = prongsai(&["build", "--lang", "en", "--color", "never", "--root", root.path().to_str().unwrap()]);
    // Not a measurement: a hang must end the test.
    assert!(started.elapsed() < Duration::from_secs(60), "hangs");
    let report = String::from_utf8_lossy(&run.stdout).into_owned() + &String::from_utf8_lossy(&run.stderr);
    assert!(matches!(run.status.code(), Some(0 | 1)), "{report}");
    assert!(!report.contains("panicked"), "{report}");
    (run, report)
}

fn front_matter(yaml: &str) -> String {
    format!("---\ntitle: ก\n{yaml}\n---\n")
}

#[test]
fn hostile_yaml_is_refused_with_a_place() {
    let bomb = (1..9).fold("a0: &a0 [x,x,x,x,x,x,x,x,x]\n".to_owned(), |text, n| {
        text + &format!("a{n}: &a{n} [{}]\n", vec![format!("*a{}", n - 1); 9].join(","))
    });
    let documents = [
        bomb,
        "measures: ".to_owned() + &"[".repeat(30_000),
        "measures: ".to_owned() + &"[".repeat(1000) + &"]".repeat(1000),
        "measures:\n".to_owned() + &(0..200).map(|depth| " ".repeat(depth) + "- \n").collect::<String>(),
        "unit: &a [*a]".to_owned(),
        "unit: !!python/object/apply:os.system [ls]".to_owned(),
        "unit: !secret x".to_owned(),
        "unit: a\u{0}b".to_owned(),
        "unit: \"a\\0b\"".to_owned(),
        "unit: \"a\\u0008b\"".to_owned(),
        "<<: {unit: x}".to_owned(),
        "? [a, b]\n: c".to_owned(),
        "\tunit: x".to_owned(),
        "unit: x\n...\nunit: y".to_owned(),
        "unit: {a: 1, a: 2}".to_owned(),
        "title: ข\ntitle: ค".to_owned(),
        "measures: {id: m1, steps: {a: {b: {c: d}}}}".to_owned(),
        "unit: ".to_owned() + &"ก".repeat(40_000),
        "view: {columns: 5, digits: [thai]}".to_owned(),
        "progress: 5".to_owned(),
        "evidence: [[a]]".to_owned(),
        "components: {a: {b: c}}".to_owned(),
        "aliases: [../../../etc, 'https://x', '']".to_owned(),
    ];
    for yaml in documents {
        let (run, report) = check(&front_matter(&yaml));
        assert_eq!(run.status.code(), Some(1), "{}: {report}", &yaml.chars().take(60).collect::<String>());
        assert!(report.contains("content/2566/o1.md:"), "no place: {report}");
    }
}

#[test]
fn hostile_markdown_is_bounded_and_cannot_run_a_script() {
    let bodies = [
        "[".repeat(50_000),
        "*".repeat(50_000) + "ก",
        "**ก ".repeat(20_000),
        "> ".repeat(10_000) + "ก",
        (0..2000).map(|depth| " ".repeat(depth * 2) + "- ก\n").collect(),
        "`".repeat(30_000) + " ก",
        "# หัวข้อ\n".repeat(20_000),
        "|".to_owned() + &"ก|".repeat(3000) + "\n|" + &"-|".repeat(3000) + "\n" + &"|ก|\n".repeat(300),
        (0..3000).map(|n| format!("ก[^{n}]\n\n[^{n}]: ข\n\n")).collect(),
        "```\"><script>alert(1)</script>\nx\n```\n".to_owned(),
        "## ก {onclick=alert(1) .x}\n".to_owned(),
        "![ก](x.png\"onerror=\"alert(1))\n".to_owned(),
        "[ก](https://example.com/\"onmouseover=\"alert(1))\n".to_owned(),
        "<https://example.com/?a=<script>>\n".to_owned(),
    ];
    for body in bodies {
        let root = site_folder(&[("content/2566/o1.md", &format!("---\ntitle: ก\n---\n{body}"))]);
        let run = prongsai(&["build", "--root", root.path().to_str().unwrap()]);
        assert!(matches!(run.status.code(), Some(0 | 1)), "{}", String::from_utf8_lossy(&run.stderr));
        let page = fs::read_to_string(root.path().join("public/2566/o1/index.html")).unwrap_or_default();
        let html = scraper::Html::parse_document(&page);
        let any = |selector: &str| html.select(&scraper::Selector::parse(selector).unwrap()).next().is_some();
        assert!(!any("script:not([type='application/ld+json']), [onclick], [onerror], [onmouseover]"), "{}", &body[..40.min(body.len())]);
    }
}

#[test]
fn schemes_that_run_or_hide_something_are_refused_however_they_are_spelt() {
    for link in [
        "javascript:x",
        "JaVaScRiPt:x",
        "java\u{1}script:x",
        "&#106;avascript:x",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//example.com",
        "%6aavascript:x",
    ] {
        let (run, report) = check(&format!("---\ntitle: ก\n---\n[ก]({link})\n"));
        assert_eq!(run.status.code(), Some(1), "{link}: {report}");
    }
}

#[test]
fn nothing_outside_the_content_is_read_or_published() {
    let outside = tempfile::tempdir().unwrap();
    fs::write(outside.path().join("secret.pdf"), "ความลับ").unwrap();
    let root = site_folder(&[("content/2566/o1/index.md", "---\ntitle: ก\nevidence: [link.pdf]\n---\n[ก](../../../secret.pdf)\n")]);
    link(&outside.path().join("secret.pdf"), &root.path().join("content/2566/o1/link.pdf"));
    link(outside.path(), &root.path().join("content/2566/o2"));
    let run = prongsai(&["build", "--lang", "en", "--root", root.path().to_str().unwrap()]);
    let report = String::from_utf8(run.stdout).unwrap();
    assert_eq!(run.status.code(), Some(1));
    assert_eq!(report.matches("[link-in-content]").count(), 2, "{report}");
    assert_eq!(report.matches("[link-broken]").count(), 2, "{report}");
}

// Windows has no pipes among files.
#[cfg(unix)]
#[test]
fn a_pipe_in_the_content_does_not_hang_the_build() {
    let root = site_folder(&[("content/2566/o1.md", "---\ntitle: ก\n---\n")]);
    let made = std::process::Command::new("mkfifo").arg(root.path().join("content/2566/o2.md")).status().unwrap();
    assert!(made.success());
    let run = prongsai(&["check", "--lang", "en", "--format", "short", "--root", root.path().to_str().unwrap()]);
    assert!(String::from_utf8(run.stdout).unwrap().contains("content/2566/o2.md:1:1: error[not-a-regular-file]"));
}

#[test]
fn a_draft_reaches_no_output() {
    let root = site_folder(&[
        ("content/2566/o1.md", "---\ntitle: เผยแพร่\n---\n"),
        ("content/2566/o2/index.md", "---\ntitle: ร่างลับ\ndraft: true\naliases: [/old/]\nas_of: 2023-01-01\n---\nเนื้อหาลับ\n"),
        ("content/2566/o7/news.md", "---\ntitle: ข่าวร่างลับ\ndraft: true\n---\n"),
    ]);
    let run = prongsai(&["build", "--root", root.path().to_str().unwrap()]);
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stdout));
    for (path, bytes) in crate::common::files_below(&root.path().join("public")) {
        assert!(!String::from_utf8_lossy(&bytes).contains("ลับ"), "{path}");
        assert!(!path.starts_with("old/"), "{path}");
    }
    let shown = prongsai(&["build", "--drafts", "--root", root.path().to_str().unwrap()]);
    assert!(shown.status.success());
    assert!(fs::read_to_string(root.path().join("public/2566/o2/index.html")).unwrap().contains("เนื้อหาลับ"));
}

#[test]
fn the_attachments_of_a_draft_stay_behind_with_it() {
    let root = site_folder(&[
        ("content/2566/o2/index.md", "---\ntitle: ร่าง\ndraft: true\n---\n"),
        ("content/2566/o2/secret.txt", "ลับ"),
        ("content/2566/o2/2023-01/index.md", "---\ntitle: รายงาน\n---\n"),
        ("content/2566/o2/2023-01/report.txt", "เผยแพร่"),
        ("content/2566/o3.md", "---\ntitle: ก\n---\n"),
    ]);
    let root_name = root.path().to_str().unwrap();
    assert!(prongsai(&["build", "--root", root_name]).status.success());
    assert!(!root.path().join("public/2566/o2/secret.txt").exists());
    assert!(root.path().join("public/2566/o2/2023-01/report.txt").exists());
    fs::write(root.path().join("content/2566/o3.md"), "---\ntitle: ก\n---\n[ก](o2/secret.txt)\n").unwrap();
    let run = prongsai(&["check", "--format", "short", "--root", root_name]);
    assert!(String::from_utf8(run.stdout).unwrap().contains("content/2566/o3.md:4:5: error[link-to-draft]"));
}

#[test]
fn a_catalogue_cannot_name_an_address_outside_the_site() {
    let catalogue = |subject: &str| {
        format!(
            "fiscal_year: 2570\nindicators: [{{no: 9, title: ก, sub_indicators: [{{number: '9.1', title: ข, groups: [{{items: [{{code: O1, title: ค, subjects: ['{subject}']}}]}}]}}]}}]\n"
        )
    };
    for subject in ["../../../victim", "/etc", "a/b", "A", "ก", ""] {
        let text = catalogue(subject);
        let root = site_folder(&[("content/catalogues/2570.yaml", &text), ("content/2570/o1.md", "---\ntitle: ก\n---\n")]);
        let run = prongsai(&["build", "--lang", "en", "--root", root.path().to_str().unwrap()]);
        assert_eq!(run.status.code(), Some(1), "{subject}: {}", String::from_utf8_lossy(&run.stdout));
    }
}

#[test]
fn many_findings_in_one_file_take_no_longer_each() {
    let body = "[ก](nope.md)\n".repeat(20_000);
    let (_, report) = check(&format!("---\ntitle: ก\n---\n{body}"));
    assert_eq!(report.matches("[link-broken]").count(), 1000);
    let rest = report.lines().find(|line| line.contains("[more-of-the-same]")).unwrap_or_else(|| panic!("{report}"));
    assert!(rest.contains("19000") && rest.contains("link-broken"), "{rest}");
}

#[test]
fn one_poisonous_title_is_harmless_in_every_output() {
    const POISON: &str = "</title><script>alert(1)</script>]]>&\"'`=cmd|x";
    let front_matter = format!(
        "title: {POISON:?}\nas_of: 2023-03-31\nunit: {POISON:?}\nassessment: {{instruments: [{{id: OIT, reading: {POISON:?}, indicators: [{{no: 9, score: 50}}]}}]}}\nmeasures: [{{id: m1, title: {POISON:?}, steps: [{POISON:?}]}}]"
    );
    let root = site_folder(&[
        ("content/2566/o42.md", &format!("---\n{front_matter}\n---\n[x]: https://example.com \"ok\"\n")),
        ("content/2566/o42/child.md", &format!("---\ntitle: {POISON:?}\n---\n")),
        ("content/pages/about.md", &format!("---\ntitle: {POISON:?}\n---\n")),
    ]);
    let run = prongsai(&["build", "--lang", "en", "--root", root.path().to_str().unwrap()]);
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stdout));
    let files = crate::common::files_below(&root.path().join("public"));
    for (path, bytes) in &files {
        let text = String::from_utf8_lossy(bytes);
        match path.rsplit('.').next().unwrap() {
            "html" => {
                let html = scraper::Html::parse_document(&text);
                // Only the search page has a script, a file of its own.
                let script = scraper::Selector::parse("script").unwrap();
                let is_own =
                    |script: scraper::ElementRef<'_>| script.attr("src") == Some("../assets/search.js") && script.inner_html().is_empty();
                assert!(
                    html.select(&script).all(|script| is_linked_data(script) || path == "search/index.html" && is_own(script)),
                    "{path}"
                );
            }
            "xml" => assert!(parses_as_xml(&text), "{path}"),
            "json" => drop(serde_json::from_str::<serde_json::Value>(&text).unwrap_or_else(|error| panic!("{path}: {error}"))),
            _ => {}
        }
    }
    let table = String::from_utf8_lossy(&files["2566/o42/measures.csv"]).into_owned();
    assert!(table.starts_with('\u{FEFF}'), "{table}");
}

fn parses_as_xml(text: &str) -> bool {
    let mut reader = quick_xml::Reader::from_str(text);
    loop {
        match reader.read_event() {
            Ok(quick_xml::events::Event::Eof) => return true,
            Ok(_) => {}
            Err(_) => return false,
        }
    }
}

#[test]
fn a_cell_that_a_spreadsheet_would_run_is_disarmed() {
    let root = site_folder(&[(
        "content/2566/o42.md",
        "---\ntitle: ก\nmeasures: [{id: m1, title: \"=HYPERLINK(1)\", steps: [\"+1\", \"@x\"]}]\n---\n",
    )]);
    let run = prongsai(&["build", "--root", root.path().to_str().unwrap()]);
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stdout));
    let csv = fs::read_to_string(root.path().join("public/2566/o42/measures.csv")).unwrap();
    assert!(csv.contains("'=HYPERLINK(1)"), "{csv}");
    let cells: Vec<String> = csv::Reader::from_reader(csv.trim_start_matches('\u{FEFF}').as_bytes())
        .records()
        .flat_map(|record| record.unwrap().iter().map(str::to_owned).collect::<Vec<_>>())
        .collect();
    assert!(cells.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@', '\t', '\r'])), "{cells:?}");
}

#[test]
fn collisions_are_errors_and_name_both_files() {
    let twice = [
        vec![("content/2566/o1.md", "---\ntitle: ก\n---\n"), ("content/2566/o1/index.md", "---\ntitle: ข\n---\n")],
        vec![
            ("content/2566/o1.md", "---\ntitle: ก\n---\n"),
            ("content/2566/042.md", "---\ntitle: ข\n---\n"),
            ("content/2566/o42.md", "---\ntitle: ค\n---\n"),
        ],
        // A folder of Windows holds one of them.
        #[cfg(unix)]
        vec![("content/2566/o1/A.txt", "x"), ("content/2566/o1/a.txt", "y")],
        vec![("content/2566/o1/น้ำ.txt", "x"), ("content/2566/o1/น\u{e4d}\u{e49}า.txt", "y")],
        vec![("content/pages/a.md", "---\ntitle: ก\naliases: [/2566/o1/]\n---\n"), ("content/2566/o1.md", "---\ntitle: ข\n---\n")],
        vec![("content/pages/a.md", "---\ntitle: ก\naliases: [/old/, /old]\n---\n")],
        vec![("content/pages/feed.xml/index.md", "---\ntitle: ก\n---\n")],
        vec![("content/pages/manifest.json", "{}")],
        vec![("content/pages/2566.md", "---\ntitle: ก\n---\n"), ("content/2566/o1.md", "---\ntitle: ข\n---\n")],
    ];
    for files in twice {
        let root = site_folder(&files);
        let run = prongsai(&["check", "--lang", "en", "--root", root.path().to_str().unwrap()]);
        let report = String::from_utf8(run.stdout).unwrap();
        assert_eq!(run.status.code(), Some(1), "{files:?}: {report}");
        assert!(report.contains("[output-collision]") || report.contains("[page-twice]"), "{files:?}: {report}");
    }
}

#[test]
fn typed_text_stays_as_typed() {
    let root = site_folder(&[("content/2566/o1.md", "---\ntitle: 0123456\nunit: no\nadopted: {by: 12e03}\n---\n")]);
    let run = prongsai(&["build", "--root", root.path().to_str().unwrap()]);
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stdout));
    let page = fs::read_to_string(root.path().join("public/2566/o1/index.html")).unwrap();
    for text in ["0123456", "12e03", ">no<"] {
        assert!(page.contains(text), "{text}");
    }
}

#[test]
fn a_thousand_findings_of_one_kind_are_shown_and_the_rest_counted() {
    let report = |body: &str| {
        let root = site_folder(&[("content/2566/o1.md", &format!("---\ntitle: ก\n---\n{body}"))]);
        let run = prongsai(&["check", "--lang", "en", "--format", "short", "--root", root.path().to_str().unwrap()]);
        String::from_utf8(run.stdout).unwrap()
    };
    let many = report(&"** ก** ข\n\n".repeat(1003));
    assert_eq!(many.matches("[emphasis-space]").count(), 1000);
    assert!(
        many.contains("content/2566/o1.md:2002:1: warning[more-of-the-same]: there are 3 more of emphasis-space in this file"),
        "{many}"
    );
    let few = report(&"** ก** ข\n\n".repeat(1000));
    assert_eq!((few.matches("[emphasis-space]").count(), few.matches("[more-of-the-same]").count()), (1000, 0));
}

#[test]
fn a_broken_template_hides_no_fault_of_the_content() {
    let files = [
        ("themes/default/templates/home.html", "{% if %}"),
        ("content/2566/o1.md", "---\ntitle: ก\n---\n[ข](nope.md)\n"),
        (
            "content/site.yaml",
            "agency: {name: เทศบาลตำบลตัวอย่าง}\nbase_url: https://www.example.go.th/ita/\nchecks: {exceptions: [{code: title-too-long, file: content/2566/o1.md, reason: ก}]}\n",
        ),
    ];
    let root = site_folder(&files);
    let run = prongsai(&["check", "--lang", "en", "--format", "short", "--root", root.path().to_str().unwrap()]);
    let report = String::from_utf8_lossy(&run.stdout);
    for code in ["[template-error]", "[link-broken]", "[exception-unused]"] {
        assert!(report.contains(code), "{code} is not in:\n{report}");
    }
}
