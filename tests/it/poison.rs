//! Poison in every text that an author can write: it reaches every output as text, and nothing else
//! (P26, P27).

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Cursor;

use calamine::{Data, Reader};
use rayon::prelude::*;
use scraper::{ElementRef, Html, Selector};
use tempfile::TempDir;

use crate::common::{files_below, is_linked_data, prongsai, site_folder};

/// Breaks out of text, attribute, title, script, CDATA, template, URL; begins a formula; turns the
/// direction of reading; is no character.
const POISONS: [&str; 7] = [
    "\"'><script>alert(1)</script>&amp;]]>{{7*7}}{% raw %}",
    "=cmd|' /C calc'!A0",
    "-1",
    "ก\u{202E}ข</title>--><!--",
    "javascript:alert(1)",
    "\" onmouseover=\"alert(1)\" x=\"",
    "ก\u{2028}ข\u{2029}ค\u{FEFF}ง\u{FFF9}",
];

/// A text as a YAML string.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out + "\""
}

/// A site with one poison in every text of `site.yaml`, of front matter, and of the body.
fn site(poison: &str) -> TempDir {
    let p = quoted(poison);
    let site = format!(
        "agency: {{name: {p}, aliases: [{p}], type: {p}, district: {p}, province: {p}}}\nunits: [{p}, {{name: ข, aliases: [{p}]}}]\n\
         contact: {{address: {p}, phone: {p}, fax: {p}, email: {p}, hours: {p}, website: {p}}}\nbase_url: https://www.example.go.th/ita/\nnotice: {p}\n\
         deadlines: [{{fiscal_year: 2566, date: 2023-01-01, title: {p}}}]\nsecurity: {{contact: a@poison.go.th, expires: 2027-01-01}}\n\
         headers: [netlify, apache, nginx, iis]\n"
    );
    let item = format!(
        "---\ntitle: {p}\nas_of: 2023-03-31\nunit: {p}\nadopted: {{date: 2023-01-01, by: {p}}}\n\
         agency: {{name: {{value: ก, as_written: {p}}}}}\n\
         assessment: {{instruments: [{{id: OIT, reading: {p}, indicators: [{{no: 9, score: 50, name: {p}}}]}}]}}\n\
         issues: [{{id: i1, title: {p}, findings: [{{text: {p}}}], limitations: [{p}], indicators: [9], measures: [m1]}}]\n\
         measures: [{{id: m1, title: {p}, steps: [{p}, \"@SUM(1)\", \"+1\", \"-1+1\", {{value: ก, as_written: {p}}}], responsible: {{units: [{p}], posts: [{p}]}}, monitoring: [{p}], report: {{by: {p}, where: {p}}}, budget: {p}}}]\n\
         progress: {{entries: [{{measure: m1, status: done, title: {p}, results: [{p}], remark: {p}}}]}}\n\
         memo: {{number: {{prefix: {p}, running: {p}}}, unit: {p}, refs: [{{title: {p}}}], endorsement: {{post: {p}, opinion: {p}}}, subject: {p}, to: {p}, body: {p}, signatures: [{{name: {p}, post: {p}}}]}}\n\
         evidence:\n  - {{id: e1, file: a.txt, title: {p}}}\n  - {{id: e2, url: {p}, title: {p}}}\n  - {{id: e3, page: {p}, title: {p}}}\n\
         publication: {{first: 2023-04-01, zero_report: {p}, revised: [{{date: 2023-04-02, note: {p}}}]}}\n\
         components: {{x: {p}}}\nsource: {{file: {p}, notes: [{p}]}}\n---\n"
    );
    // Raw HTML in the body is refused; as text it is not.
    let text = poison.replace('<', "&lt;");
    let body = format!("## {text}\n\n{text}\n\n| ก | ข |\n|---|---|\n| {} | 2 |\n\n```{poison}\nx\n```\n\n", text.replace('|', "\\|"));
    let links = format!("[ก]({poison})\n\n![{text}]({poison})\n\n[ข](<{poison}> {p})\n\nก[^1]\n\n[^1]: {text}\n");
    let page = format!("---\ntitle: {p}\n---\n{body}{links}");
    site_folder(&[
        ("content/site.yaml", &site),
        ("content/2566/o42/index.md", &(item + &body + &links)),
        ("content/2566/o42/a.txt", "ก"),
        // What else a name could hold (`<`, `"`, `*`), no system takes from another:
        // `file-name-unreadable`.
        ("content/2566/o42/'&lt;script&gt;alert(1)&amp;]]{{7-7}}.txt", "ข"),
        ("content/2566/o42/=cmd ' onmouseover=alert(1).txt", "ค"),
        ("content/2566/o42/child.md", &page),
        ("content/pages/about.md", &page),
    ])
}

/// Lets the site be built whatever the checks say of it: what they refuse must be harmless all the
/// same where it can be published.
fn tolerate(root: &TempDir) {
    let mut off = BTreeSet::new();
    let site_file = root.path().join("content/site.yaml");
    let site = fs::read_to_string(&site_file).unwrap();
    for _ in 0..6 {
        let name = root.path().to_str().unwrap();
        // What an assessor would score 0 stops a publication too.
        let run = prongsai(&["check", "--lang", "en", "--format", "json", "--today", "2026-11-22", "--root", name]);
        let found: Vec<serde_json::Value> = serde_json::from_slice(&run.stdout).unwrap();
        let errors: Vec<&serde_json::Value> = found.iter().filter(|finding| finding["severity"] == "error").collect();
        if errors.is_empty() {
            return;
        }
        let codes: BTreeSet<String> = errors.iter().map(|error| error["code"].as_str().unwrap().to_owned()).collect();
        if !codes.is_subset(&off) {
            off.extend(codes);
            let list: Vec<String> = off.iter().map(|code| format!("{code}: off")).collect();
            fs::write(&site_file, format!("{site}checks: {{severity: {{{}}}}}\n", list.join(", "))).unwrap();
            continue;
        }
        // Errors that cannot be lowered: such a line has no place on a site, whatever it does.
        let lines: BTreeSet<(&str, usize)> =
            errors.iter().map(|error| (error["file"].as_str().unwrap(), error["line"].as_u64().unwrap() as usize)).collect();
        assert!(lines.len() < 12, "too little is left: {errors:?}");
        for file in lines.iter().map(|(file, _)| *file).collect::<BTreeSet<_>>() {
            assert_ne!(file, "content/site.yaml", "{errors:?}");
            let text = fs::read_to_string(root.path().join(file)).unwrap();
            let kept: Vec<&str> =
                text.lines().enumerate().filter(|(at, _)| !lines.contains(&(file, at + 1))).map(|(_, line)| line).collect();
            fs::write(root.path().join(file), kept.join("\n") + "\n").unwrap();
        }
    }
    panic!("the site cannot be made to pass");
}

#[test]
fn poison_is_text_in_every_output() {
    POISONS.par_iter().for_each(|poison| {
        let root = site(poison);
        tolerate(&root);
        // With the letter that turns the text a note is refused.
        let note = format!("--note={}", poison.replace('\u{202e}', ""));
        let name = root.path().to_str().unwrap();
        for command in [&["build"][..], &["publish", &note][..]] {
            let run = prongsai(&[command, &["--lang", "en", "--today", "2026-11-22", "--root", name]].concat());
            let said = String::from_utf8_lossy(&run.stdout).into_owned() + &String::from_utf8_lossy(&run.stderr);
            assert!(run.status.success(), "{poison}: {command:?}: {said}");
            let files = files_below(&root.path().join("public"));
            for (path, bytes) in &files {
                look(poison, path, std::str::from_utf8(bytes).ok());
            }
            poison_is_read(poison, &files);
        }
        sheets(poison, name);
    });
}

fn look(poison: &str, path: &str, text: Option<&str>) {
    let Some(text) = text else { return };
    match path.rsplit('.').next().unwrap() {
        "html" => html(poison, path, text),
        "xml" => drop(xml_texts(path, text)),
        "json" => drop(serde_json::from_str::<serde_json::Value>(text).unwrap_or_else(|error| panic!("{poison}: {path}: {error}"))),
        "csv" => csv(poison, path, text),
        _ => {}
    }
    let is_of_hosts = ["_headers", ".htaccess", "nginx-headers.conf", "web.config", ".well-known/security.txt"].contains(&path);
    assert!(!is_of_hosts || !text.contains("alert(1)") && !text.contains("calc"), "{poison}: {path}");
}

fn html(poison: &str, path: &str, text: &str) {
    assert!(!text.contains('\u{FFFE}'), "{poison}: {path}");
    let html = Html::parse_document(text);
    for element in html.tree.nodes().filter_map(ElementRef::wrap) {
        let name = element.value().name();
        let is_dangerous = ["script", "style", "iframe", "object", "embed", "base", "form"].contains(&name);
        assert!(!is_dangerous || is_of_search(path, element) || is_linked_data(element), "{poison}: {path}: {name}");
        for (attribute, value) in element.value().attrs() {
            let at = format!("{poison}: {path}: {}", element.html().chars().take(300).collect::<String>());
            assert!(!attribute.starts_with("on") && attribute != "style" && attribute != "srcdoc", "{at}");
            let read: String = value.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect::<String>().to_lowercase();
            let is_address = ["href", "src", "action", "data", "poster"].contains(&attribute);
            assert!(!is_address || !["javascript:", "data:", "vbscript:"].iter().any(|scheme| read.starts_with(scheme)), "{at}");
        }
    }
    let comments = html.tree.nodes().filter(|node| node.value().is_comment()).count();
    assert_eq!(comments, 0, "{poison}: {path}: content became a comment");
    assert!(!text.contains(">49<"), "{poison}: {path}: content became a template");
}

/// True for the search box, and the script of the search page.
fn is_of_search(path: &str, element: ElementRef<'_>) -> bool {
    let leads_to = |attribute: &str, place: &str| element.attr(attribute).is_some_and(|value| value.trim_start_matches("../") == place);
    match element.value().name() {
        "form" => {
            leads_to("action", "search/index.html") || leads_to("action", "/ita/search/index.html") || leads_to("action", "index.html")
        }
        "script" => path == "search/index.html" && leads_to("src", "assets/search.js") && element.inner_html().is_empty(),
        _ => false,
    }
}

/// The text is there, not only harmless: in the title of the page, and in the data.
fn poison_is_read(poison: &str, files: &BTreeMap<String, Vec<u8>>) {
    let shown = poison;
    let page = Html::parse_document(std::str::from_utf8(&files["2566/o42/index.html"]).unwrap());
    for selector in ["title", "h1", "main"] {
        let element = page.select(&Selector::parse(selector).unwrap()).next().unwrap();
        let text: String = element.text().collect();
        assert!(text.contains(shown), "{selector}: {shown:?} is not in {text:?}");
    }
    let data: serde_json::Value = serde_json::from_slice(&files["2566/o42/index.json"]).unwrap();
    assert_eq!(data["title"], poison, "index.json");
    let feed = xml_texts("feed.xml", std::str::from_utf8(&files["feed.xml"]).unwrap());
    assert!(feed.contains(shown), "{feed}");
}

/// The texts of an XML document, which has to parse to its end, its tags in pairs.
fn xml_texts(path: &str, text: &str) -> String {
    use quick_xml::events::Event;
    let bad = |c: char| (c.is_control() && !matches!(c, '\t' | '\n' | '\r')) || matches!(c, '\u{FFFE}' | '\u{FFFF}');
    assert!(!text.contains(bad), "{path}: no character of XML 1.0");
    let (mut reader, mut texts) = (quick_xml::Reader::from_str(text), String::new());
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{path}: {error}")) {
            Event::Eof => return texts,
            Event::Text(part) => texts += &part.xml10_content(),
            Event::GeneralRef(name) => {
                let name = name.xml10_content();
                texts += quick_xml::escape::resolve_predefined_entity(&name).unwrap_or_else(|| panic!("{path}: &{name};"));
            }
            _ => {}
        }
    }
}

fn csv(poison: &str, path: &str, text: &str) {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.trim_start_matches('\u{FEFF}').as_bytes());
    for record in reader.records() {
        // Also where a cell holds several lines: every cell is judged by its beginning, as
        // spreadsheets do.
        for cell in record.unwrap_or_else(|error| panic!("{poison}: {path}: {error}")).iter() {
            let formula = cell.trim_start().starts_with(['=', '+', '-', '@']) || cell.starts_with(['\t', '\r']);
            let is_number = cell.parse::<f64>().is_ok() && cell.starts_with('-');
            assert!(!formula || is_number, "{poison}: {path}: {cell:?} is a formula");
        }
    }
}

fn sheets(poison: &str, root: &str) {
    let folder = tempfile::tempdir().unwrap();
    let sheet = |format: &str| {
        let file = folder.path().join(format!("sheet.{format}"));
        let arguments = ["sheet", "--year", "2566", "--format", format, "--root", root, "--out", file.to_str().unwrap()];
        let run = prongsai(&arguments);
        assert!(run.status.success(), "{poison}: {format}: {}", String::from_utf8_lossy(&run.stderr));
        fs::read(file).unwrap()
    };
    csv(poison, "sheet.csv", std::str::from_utf8(&sheet("csv")).unwrap());
    let rows: Vec<serde_json::Value> = serde_json::from_slice(&sheet("json")).unwrap();
    assert_eq!(rows.len(), 43, "{poison}");
    let markdown = String::from_utf8(sheet("md")).unwrap();
    assert!(!markdown.replace("\\<", "").contains("<script"), "{poison}");
    let mut workbook = calamine::Xlsx::new(Cursor::new(sheet("xlsx"))).unwrap();
    let name = workbook.sheet_names()[0].clone();
    assert_eq!(workbook.worksheet_formula(&name).unwrap().used_cells().count(), 0, "{poison}: a formula");
    let range = workbook.worksheet_range(&name).unwrap();
    assert!(range.used_cells().all(|(_, _, cell)| matches!(cell, Data::String(_))), "{poison}");
}

#[test]
fn a_character_that_no_output_can_hold_is_refused_where_it_is_typed() {
    for character in ["\\u0008", "\\u0000", "\\u001B", "\\uFFFE", "\\uFFFF"] {
        let root = site_folder(&[("content/2566/o1.md", &format!("---\ntitle: \"ก{character}ข\"\n---\n"))]);
        let run = prongsai(&["check", "--lang", "en", "--format", "short", "--root", root.path().to_str().unwrap()]);
        let report = String::from_utf8(run.stdout).unwrap();
        assert!(report.contains("content/2566/o1.md:2:8: error["), "{character}: {report}");
    }
}
