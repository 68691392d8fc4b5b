//! Every diagnostic has its case: the Markdown file of its code holds tiny sites and the exact
//! report on each.
//!
//! ```text
//! ## Case: the key is misspelt
//! -- content/site.yaml --            a file of the site; without this one the smallest site file is taken
//! …
//! -- content/2566/o42.md --
//! …
//! -- report --                       what `check` finds: place, code and message, below it the message in Thai
//! content/2566/o42.md:2:1: error[unknown-key]: …
//!   …
//! ```
//!
//! A code that almost every tiny site brings about says `background: yes` in its head: the cases of
//! other codes leave it out.
//!
//! In file texts `\xNN` stands for a byte, `\u{N}` for a character, `{{2000 × ก}}` for repetitions.
//! `PRONGSAI_BLESS=1 cargo test cases::` rewrites the reports; read the difference before you
//! commit it. `PRONGSAI_CASE=CODE` runs the cases of one code. A code that no site on a disk can
//! bring about says so in its head, `cannot fire here: reason`, and has no case.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use prongsai::base::Lang;
use prongsai::diagnostics::Purpose;
use prongsai::pipeline::{self, Request};
use prongsai::report::print::{RenderedFinding, shown};
use prongsai::source::ForeignName;
use prongsai::thai::Date;
use rayon::prelude::*;

use crate::common::files_below;

const CODES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/diagnostics/codes");
/// Behind a path: a link to a file elsewhere.
const LINK: &str = " -> /etc/hostname";
const SMALLEST_SITE: &str = "agency: {name: เทศบาลตำบลตัวอย่าง}\nbase_url: https://www.example.go.th/ita/\n";

#[test]
fn every_code_reports_exactly_what_its_case_says() {
    let background = background_codes();
    let only = std::env::var("PRONGSAI_CASE").ok();
    let files: Vec<PathBuf> = code_files().into_iter().filter(|path| only.as_ref().is_none_or(|only| *only == code_of(path))).collect();
    let wrong: Vec<String> = files.par_iter().flat_map(|path| differences(path, &background)).collect();
    assert!(wrong.is_empty(), "{} cases differ\n\n{}", wrong.len(), wrong.join("\n\n"));
}

/// What the cases of a file find that they do not say; blessed if that is asked for.
fn differences(path: &Path, background: &BTreeSet<String>) -> Vec<String> {
    let text = fs::read_to_string(path).unwrap();
    let code = code_of(path);
    let cases = cases(&text);
    assert!(cannot_fire(&text) || !cases.is_empty(), "{code}: no case");
    let fires = cases.iter().any(|case| case.report.contains(&format!("[{code}]")));
    let mut wrong = Vec::new();
    let mut blessed = text.clone();
    for case in &cases {
        let folder = tempfile::tempdir().unwrap();
        if !is_laid_out(case, folder.path()) && cfg!(windows) {
            assert!(is_of_other_systems(case), "{code}, case “{}” could not be laid out", case.name);
            continue;
        }
        let found = report(folder.path(), |other| other != code && background.contains(other));
        if found != case.report {
            wrong.push(format!("{code}, case “{}”:\n--- expected\n{}--- found\n{found}", case.name, case.report));
            blessed = with_report(&blessed, case, &found);
        }
    }
    if std::env::var_os("PRONGSAI_BLESS").is_some() {
        fs::write(path, blessed).unwrap();
    } else {
        assert!(fires || cannot_fire(&text) || !wrong.is_empty(), "{code}: no case in which it fires");
    }
    wrong
}

#[test]
fn every_code_in_the_sources_has_its_file_and_every_file_is_used() {
    let mut sources = String::new();
    for entry in walkdir::WalkDir::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")).into_iter().map(Result::unwrap) {
        if entry.path().extension().is_some_and(|extension| extension == "rs") {
            sources += &fs::read_to_string(entry.path()).unwrap();
        }
    }
    let known: Vec<String> = code_files().iter().map(|path| code_of(path).to_owned()).collect();
    for code in &known {
        assert!(sources.contains(&format!("\"{code}\"")), "{code}: no source reports it");
    }
    for call in ["Diagnostic::new(\"", "report(\""] {
        for part in sources.split(call).skip(1) {
            let code = part.split('"').next().unwrap();
            assert!(known.iter().any(|known| known == code), "{code}: no file src/diagnostics/codes/{code}.md");
        }
    }
}

struct Case {
    name: String,
    files: Vec<(String, String)>,
    report: String,
}

/// The text of a code's file with another report in one of its cases.
fn with_report(text: &str, case: &Case, report: &str) -> String {
    let heading = format!("\n## Case: {}\n", case.name);
    let (before, section) = text.split_once(&heading).unwrap();
    let (files, rest) = section.split_once("-- report --\n").unwrap();
    let after = rest.find("\n## ").map_or("", |at| &rest[at..]);
    format!("{before}{heading}{files}-- report --\n{report}{after}")
}

fn code_files() -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(CODES).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "md"));
    files.sort();
    files
}

/// Whether the head says that no site on a disk can bring the code about.
fn cannot_fire(text: &str) -> bool {
    text.lines().take_while(|line| !line.starts_with("## ")).any(|line| line.starts_with("cannot fire here: "))
}

/// Codes that almost every tiny site brings about.
fn background_codes() -> BTreeSet<String> {
    let is_background = |path: &PathBuf| {
        let text = fs::read_to_string(path).unwrap();
        text.lines().take_while(|line| !line.starts_with("## ")).any(|line| line == "background: yes")
    };
    code_files().iter().filter(|path| is_background(path)).map(|path| code_of(path).to_owned()).collect()
}

fn code_of(path: &Path) -> &str {
    path.file_stem().unwrap().to_str().unwrap()
}

fn cases(text: &str) -> Vec<Case> {
    text.split("\n## Case: ").skip(1).map(case).collect()
}

fn case(text: &str) -> Case {
    let (name, mut rest) = text.split_once('\n').unwrap();
    let mut case = Case { name: name.to_owned(), files: Vec::new(), report: String::new() };
    while let Some(at) = rest.find("-- ") {
        let header = &rest[at..];
        let (line, body) = header.split_once('\n').unwrap_or((header, ""));
        let path = line.trim_start_matches("-- ").trim_end_matches(" --");
        let end = next_file(body);
        if path == "report" {
            case.report = body[..end].trim_end_matches('\n').to_owned() + if body[..end].trim().is_empty() { "" } else { "\n" };
            break;
        }
        case.files.push((path.to_owned(), body[..end].to_owned()));
        rest = &body[end..];
    }
    case
}

/// Where the next `-- path --` line begins.
fn next_file(body: &str) -> usize {
    let mut at = 0;
    for line in body.split_inclusive('\n') {
        if line.starts_with("-- ") && line.trim_end().ends_with(" --") {
            return at;
        }
        at += line.len();
    }
    body.len()
}

/// Writes the site of a case. Whether the folder then has exactly its files.
fn is_laid_out(case: &Case, folder: &Path) -> bool {
    let mut files: Vec<(&str, Vec<u8>)> = case.files.iter().map(|(path, text)| (path.as_str(), bytes(text))).collect();
    if files.iter().all(|(path, _)| !["content/site.yaml", "no site file"].contains(path)) {
        files.push(("content/site.yaml", SMALLEST_SITE.as_bytes().to_vec()));
    }
    let is_written = files.iter().all(|(path, bytes)| {
        let written = write(folder, path, bytes);
        assert!(written.is_ok() || cfg!(windows), "{path}: {written:?}");
        written.is_ok()
    });
    let names: BTreeSet<&str> = files.iter().map(|(path, _)| *path).collect();
    is_written && files_below(folder).keys().map(String::as_str).eq(names)
}

/// Windows has no files of some names, one file for all spellings of a name in small and capital
/// letters, and lets administrators make links; Wine 8 makes none.
fn is_of_other_systems(case: &Case) -> bool {
    let paths: Vec<&str> = case.files.iter().map(|(path, _)| path.as_str()).collect();
    let is_foreign = |path: &&str| path.ends_with(LINK) || path.split('/').any(|name| ForeignName::of(name).is_some());
    let spellings: BTreeSet<String> = paths.iter().map(|path| path.to_lowercase()).collect();
    paths.iter().any(is_foreign) || spellings.len() < paths.len()
}

/// What `check` finds, once, and says in both languages.
fn report(folder: &Path, leave_out: impl Fn(&str) -> bool) -> String {
    let request = Request::to_look(folder.to_owned(), Purpose::Submission, Date::parse("2026-11-22").unwrap().date);
    let mut checked = pipeline::understand(&request).unwrap();
    pipeline::follow_published(&mut checked, &folder.join("public"));
    let [thai, english] = [Lang::Thai, Lang::English].map(|lang| shown(checked.report.findings.iter(), &checked.tree, lang));
    english.iter().zip(&thai).filter(|(finding, _)| !leave_out(finding.code)).map(|(english, thai)| lines(english, thai)).collect()
}

/// A finding in two lines; one that says nothing about its repair fails.
fn lines(english: &RenderedFinding, thai: &RenderedFinding) -> String {
    let has_help = |finding: &RenderedFinding| finding.help.as_ref().is_some_and(|help| !help.is_empty());
    let RenderedFinding { code, severity, message, file, line, column, .. } = english;
    assert!(has_help(english) && has_help(thai), "{code}: no repair");
    format!("{file}:{line}:{column}: {}[{code}]: {message}\n  {}\n", severity.name(), thai.message)
}

fn write(folder: &Path, path: &str, bytes: &[u8]) -> io::Result<()> {
    if let Some(target) = path.strip_suffix(LINK) {
        let link = folder.join(target);
        fs::create_dir_all(link.parent().unwrap())?;
        crate::common::link(Path::new("/etc/hostname"), &link);
        return Ok(());
    }
    let file = folder.join(path);
    fs::create_dir_all(file.parent().unwrap())?;
    fs::write(file, bytes)
}

/// The bytes that a text of a case stands for.
fn bytes(text: &str) -> Vec<u8> {
    let mut out = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if let Some((digits, tail)) = rest.strip_prefix("\\x").and_then(|tail| tail.split_at_checked(2)) {
            out.push(u8::from_str_radix(digits, 16).unwrap());
            rest = tail;
        } else if let Some((digits, tail)) = rest.strip_prefix("\\u{").and_then(|tail| tail.split_once('}')) {
            let c = char::from_u32(u32::from_str_radix(digits, 16).unwrap()).unwrap();
            out.extend(c.to_string().bytes());
            rest = tail;
        } else if let Some((repeated, tail)) = rest.strip_prefix("{{").and_then(|tail| tail.split_once("}}")) {
            let (count, what) = repeated.split_once(" × ").unwrap();
            out.extend(what.replace("\\n", "\n").repeat(count.parse().unwrap()).bytes());
            rest = tail;
        } else {
            out.extend(c.to_string().bytes());
            rest = &rest[c.len_utf8()..];
        }
    }
    out
}
