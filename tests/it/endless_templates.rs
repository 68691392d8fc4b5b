//! Templates cannot run for ever (P30): the page is given up, the template is named, and the
//! published site stays as it was.

use std::fs;

use crate::common::{files_below, prongsai, site_folder};

const SITE: &str = "agency: {name: เทศบาลตำบลตัวอย่าง}\nbase_url: https://www.example.go.th/ita/\ntheme: own\nlimits: {page_seconds: 1, page_memory: 100000000, page: 1000000}\n";

/// Builds a site whose home page is `template`, over a site that was built before; gives the code
/// and the place of the error.
fn build(template: &str, more: &[(&str, &str)]) -> String {
    let mut files = vec![("content/site.yaml", SITE), ("content/2566/o1.md", "---\ntitle: ก\n---\n")];
    files.push(("themes/own/templates/404.html", "<p>ไม่พบ</p>"));
    files.extend(more);
    let root = site_folder(&files);
    let run = || prongsai(&["build", "--lang", "en", "--color", "never", "--root", root.path().to_str().unwrap()]);
    assert_eq!(run().status.code(), Some(0));
    let before = files_below(&root.path().join("public"));
    fs::write(root.path().join("themes/own/templates/home.html"), template).unwrap();
    let ended = run();
    let report = String::from_utf8_lossy(&ended.stdout).into_owned() + &String::from_utf8_lossy(&ended.stderr);
    assert_eq!(ended.status.code(), Some(1), "{report}");
    assert_eq!(files_below(&root.path().join("public")), before, "{report}");
    let lines: Vec<&str> = report.lines().collect();
    let at = lines.iter().position(|line| line.starts_with("error[")).unwrap();
    let place = lines[at + 1].trim_start().trim_start_matches("--> themes/own/templates/");
    format!("{} {place}", lines[at].split(']').next().unwrap_or_default().trim_start_matches("error["))
}

#[test]
fn loops_that_print_nothing_are_given_up_where_they_stand() {
    let nested = |list: &str| {
        let open: String = "abcde".chars().map(|name| format!("{{% for {name} in {list} %}}")).collect();
        open + &"{% endfor %}".repeat(5)
    };
    let report = build(&nested("range(end=100000)"), &[]);
    assert_eq!(report, "template-slow home.html:1:141");
    // Nothing asks us in these.
    let report = build(&format!("{{% set r = range(end=100000) %}}{}", nested("r")), &[]);
    assert_eq!(report, "template-slow home.html:1:1");
}

#[test]
fn the_part_of_a_page_in_which_it_is_given_up_is_named_with_its_line() {
    let part = "<p>ก</p>\n{% set r = range(end=99999) %}\n{% for a in r %}\n  {% for b in range(end=77777) %}{% endfor %}\n{% endfor %}\n";
    let report = build("{% include \"part.html\" %}", &[("themes/own/templates/part.html", part)]);
    assert_eq!(report, "template-slow part.html:4:15");
}

#[test]
fn texts_that_double_are_given_up_before_the_memory_is_full() {
    let looped = "{% set_global s = \"กขค\" %}{% for i in range(end=60) %}{% set_global s = s ~ s %}{% endfor %}";
    let in_a_row = "{% set s = \"กขค\" %}".to_owned() + &"{% set s = s ~ s %}".repeat(60);
    let captured = "{% set s %}{% for i in range(end=90000) %}{% for i in range(end=90000) %}ก{% endfor %}{% endfor %}{% endset %}";
    for (template, column) in [(looped, 1), (&in_a_row, 1), (captured, 55)] {
        let report = build(template, &[]);
        // A slow machine may see the clock first.
        let expected = ["template-memory", "template-slow"].map(|code| format!("{code} home.html:1:{column}"));
        assert!(expected.contains(&report), "{template}: {report}");
    }
}

#[test]
fn parts_that_call_parts_many_times_are_given_up() {
    let parts: Vec<(String, String)> =
        (0..9).map(|n| (format!("themes/own/templates/p{n}.html"), format!("{{% include \"p{}.html\" %}}", n + 1).repeat(20))).collect();
    let mut files: Vec<(&str, &str)> = parts.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    files.push(("themes/own/templates/p9.html", "{% set a = 1 %}"));
    let report = build("{% include \"p0.html\" %}", &files);
    assert!(report.starts_with("template-slow "), "{report}");
}

#[test]
fn a_list_without_end_is_no_list() {
    let report = build("{% for a in range(end=1000000000) %}{% endfor %}", &[]);
    assert_eq!(report, "template-error home.html:1:13");
}

#[test]
fn a_template_that_includes_or_calls_itself_is_named_with_the_place() {
    assert_eq!(build("<p>ก</p>\n{% include \"home.html\" %}", &[]), "template-error home.html:2:13");
    assert_eq!(build("{% extends \"home.html\" %}", &[]), "template-error home.html:1:13");
    let component = "{% component rec(a) %}x{{ <rec a={a} /> }}{% endcomponent rec %}\n{{ <rec a={1} /> }}";
    assert_eq!(build(component, &[]), "template-error home.html:1:27");
}

#[test]
fn a_template_that_makes_nothing_is_no_page() {
    assert_eq!(build("", &[]), "template-error home.html:1:1");
    assert_eq!(build("{% if false %}<p>ก</p>{% endif %}\n", &[]), "template-error home.html:1:1");
}

#[test]
fn a_page_that_is_too_large_is_the_fault_of_whoever_makes_it_large() {
    let large = format!("{{% for a in range(end=2000) %}}{}{{% endfor %}}", "ก".repeat(200));
    assert_eq!(build(&large, &[]), "page-too-large home.html:1:1");
    let document = format!("---\ntitle: ก\n---\n{}", "ข้อความ\n\n".repeat(60_000));
    let root =
        site_folder(&[("content/site.yaml", SITE), ("themes/own/templates/404.html", "<p>ไม่พบ</p>"), ("content/pages/a.md", &document)]);
    let said = || {
        let run = prongsai(&["build", "--lang", "en", "--color", "never", "--root", root.path().to_str().unwrap()]);
        String::from_utf8_lossy(&run.stdout).into_owned()
    };
    let report = said();
    assert!(report.contains("content/pages/a.md") && report.contains("make several pages"), "{report}");
    // The same template around a small document.
    fs::write(root.path().join("content/pages/a.md"), "---\ntitle: ก\n---\nข้อความ\n").unwrap();
    fs::write(root.path().join("themes/own/templates/page.html"), &large).unwrap();
    let report = said();
    assert!(report.contains("themes/own/templates/page.html") && report.contains("bytes only"), "{report}");
}
