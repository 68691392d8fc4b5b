//! Hostile texts (PROMISES P14, P15): the example, the seeds and the lists are cut, doubled, mixed and sprinkled with what hurts readers; nothing panics or
//! hangs, and every finding points into its text.
//!
//! `PRONGSAI_FUZZ_SECONDS` says how long for each target; `tests/fuzz/run SECONDS` sets it. What breaks us is kept in `target/fuzz/`.

use std::collections::BTreeMap;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use prongsai::diagnostics::Diagnostics;
use prongsai::record::Record;
use prongsai::source::SourceTree;
use prongsai::{attachment, catalogue, check, config, content, plan, publish, score, site, thai};

use crate::common::repository;
use crate::moment::Dice;

/// An input longer than this is no longer the work of a reader of small files.
const LONGEST: usize = 60_000;
/// In a build without optimisation.
const SLOWEST: Duration = Duration::from_secs(20);

const SITE: &str = "agency: {name: เทศบาลตำบลตัวอย่าง}\nbase_url: https://www.example.go.th/ita/\n";

/// What has broken readers of text before.
const TOKENS: [&str; 52] = [
    "---\n",
    "\n",
    "\r\n",
    "\t",
    ": ",
    "- ",
    "[",
    "]",
    "{",
    "}",
    "&a ",
    "*a",
    "<<: ",
    "!!str ",
    "|\n",
    ">-\n",
    "'",
    "\"",
    "\\",
    "#",
    "%",
    "\0",
    "\u{feff}",
    "\u{200b}",
    "\u{e33}",
    "\u{e48}\u{e48}",
    "ๆ",
    "ฯ",
    "๙๙๙๙",
    "99999999999999999999",
    "-1",
    "1e999",
    "NaN",
    ".5",
    "1,234,567.89",
    "31 ก.พ. 2566",
    "๓๑/๑๒/๖๕",
    "../..",
    "/",
    "//",
    "https://[::1",
    "mailto:",
    "%ff",
    "**",
    "`",
    "|-|\n",
    "[^1]",
    "<!--",
    "<script>",
    "1-2345-67890-12-3",
    "081-234-5678",
    "null",
];

/// What a target does with a text; it fails by panicking.
type Target = fn(&str);

fn mutated(corpus: &[String], dice: &mut Dice) -> String {
    let pick = |dice: &mut Dice| &corpus[dice.below(corpus.len() as u64) as usize];
    let mut text: String = pick(dice).clone();
    for _ in 0..=dice.below(8) {
        let (from, to) = (place(&text, dice), place(&text, dice));
        let (from, to) = (from.min(to), from.max(to).min(place_after(&text, from.min(to), dice.below(200) as usize)));
        match dice.below(6) {
            0 => text.replace_range(from..to, ""),
            1 => text.insert_str(from, &text[from..to].repeat(1 + dice.below(20) as usize)),
            2 => text.replace_range(from..to, TOKENS[dice.below(52) as usize]),
            3 => text.insert_str(from, TOKENS[dice.below(52) as usize]),
            4 => {
                let other = pick(dice);
                let start = place(other, dice);
                text.insert_str(from, &other[start..place_after(other, start, dice.below(400) as usize)]);
            }
            _ => text.insert_str(from, &TOKENS[dice.below(52) as usize].repeat(dice.below(300) as usize)),
        }
    }
    text.truncate(place_after(&text, 0, LONGEST));
    text
}

fn place(text: &str, dice: &mut Dice) -> usize {
    place_after(text, 0, dice.below(text.len() as u64 + 1) as usize)
}

/// The border of a letter at or before `start + length`.
fn place_after(text: &str, start: usize, length: usize) -> usize {
    text.floor_char_boundary((start + length).min(text.len())).max(start)
}

/// Everything up to the plan, as `check` does it, on files in memory.
fn understand(files: &[(&str, &str)]) {
    let tree = SourceTree::of_texts(files.iter().copied());
    let today = thai::Date::new(2026, 11, 22).unwrap();
    let (config, found) = config::read(&tree);
    inside(found, files);
    let Some(config) = config else { return };
    let (content, found) = content::read(&tree, &config.limits, &mut content::Known::default());
    inside(found, files);
    let years: Vec<_> = (2562..=2570).filter_map(thai::FiscalYear::new).chain(content.assessed_years()).collect();
    let (catalogues, found) = catalogue::Catalogues::read(&tree, &years);
    inside(found, files);
    let (record, found) = Record::read(&tree);
    inside(found, files);
    let (site, found) = site::assemble(config, catalogues, content, record, site::Drafts::Hide);
    inside(found, files);
    let attachments = attachment::inspect(&tree, &site.attachments, &site.config.limits, &mut attachment::Known::default()).unwrap();
    inside(check::run(&check::Checked::of(&site, &tree, &attachments, today)), files);
    let (_, found) = plan::make(&site, std::iter::empty());
    inside(found, files);
}

/// Every place lies in its text, between two letters.
fn inside(found: Diagnostics, files: &[(&str, &str)]) {
    let texts: BTreeMap<&str, &str> = files.iter().copied().collect();
    for finding in found.sorted() {
        let Some(text) = texts.get(finding.place.file.as_str()) else { continue };
        let span = finding.place.span;
        assert!(text.get(span.clone()).is_some(), "{}: {span:?} of {} bytes", finding.code, text.len());
    }
}

fn page(text: &str) {
    understand(&[("content/site.yaml", SITE), ("content/2566/o42.md", text), ("content/pages/about.md", text)]);
}

fn site_file(text: &str) {
    understand(&[("content/site.yaml", text), ("content/2566/o1.md", "---\ntitle: ก\n---\nข\n")]);
}

fn assessments(text: &str) {
    understand(&[("content/site.yaml", SITE), ("content/assessments.yaml", text)]);
}

fn list(text: &str) {
    understand(&[("content/site.yaml", SITE), ("content/catalogues/2566.yaml", text), ("content/2566/o1.md", "---\ntitle: ก\n---\nข\n")]);
}

fn records(text: &str) {
    understand(&[("content/site.yaml", SITE), ("content/urls.lock", text), ("content/history.yaml", text)]);
}

fn manifest(text: &str) {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(publish::MANIFEST), text).unwrap();
    let manifest = publish::Manifest::read(folder.path()).unwrap();
    assert!(manifest.paths().all(|path| !path.starts_with('/') && path.split('/').all(|part| part != "..")));
}

fn small_values(text: &str) {
    for line in text.lines() {
        let _ = thai::Date::parse(line).map(|parsed| parsed.date.long(thai::Digits::Thai));
        let _ = thai::Month::parse(line).map(|parsed| parsed.date.short(thai::Digits::Arabic));
        let _ = thai::FiscalYear::parse(line);
        let _ = (thai::to_arabic(line), thai::to_thai(line), thai::folded(line));
        let _ = (site::Permalink::alias(line), prongsai::source::RelPath::new(line));
    }
}

fn scores(text: &str) {
    let asked: Vec<u32> = text.bytes().take(12).map(u32::from).collect();
    // The search is bounded for each score; a text has many.
    for line in text.lines().take(3) {
        let Some(published) = score::Points::parse(line) else { continue };
        let _ = score::invert(&asked, published);
    }
}

/// The texts of the repository with one of these ends, below these folders.
fn corpus(folders: &[&str], end: &str) -> Vec<String> {
    let files = folders.iter().flat_map(|folder| walkdir::WalkDir::new(repository().join(folder)).sort_by_file_name());
    let paths = files.map(Result::unwrap).filter(|entry| entry.path().to_string_lossy().ends_with(end));
    paths.filter_map(|entry| fs::read_to_string(entry.path()).ok()).filter(|text| text.len() < LONGEST).collect()
}

fn attack(name: &str, corpus: &[String], target: Target) {
    assert!(!corpus.is_empty(), "{name} has nothing to start from");
    let seconds = std::env::var("PRONGSAI_FUZZ_SECONDS").map_or(1, |seconds| seconds.parse().unwrap());
    // For longer runs another beginning each day finds other things.
    let seed = std::env::var("PRONGSAI_FUZZ_SEED").map_or(0x2569, |seed| seed.parse().unwrap());
    let (mut dice, start, mut runs) = (Dice(seed), Instant::now(), 0u64);
    while start.elapsed() < Duration::from_secs(seconds) {
        let text = mutated(corpus, &mut dice);
        let began = Instant::now();
        let survived = catch_unwind(AssertUnwindSafe(|| target(&text))).is_ok();
        if !survived || began.elapsed() > SLOWEST {
            let kept = repository().join("target/fuzz").join(format!("{name}-{runs}.txt"));
            fs::create_dir_all(kept.parent().unwrap()).unwrap();
            fs::write(&kept, &text).unwrap();
            panic!("{name}: broken or slow ({:?}) on {}", began.elapsed(), kept.display());
        }
        runs += 1;
    }
    println!("{name}: {runs} executions in {seconds} s");
}

#[test]
fn no_page_breaks_us() {
    attack("page", &corpus(&["content", "tests/sites"], ".md"), page);
}

#[test]
fn no_site_file_breaks_us() {
    attack("site", &corpus(&["content", "tests/sites"], "site.yaml"), site_file);
}

#[test]
fn no_results_break_us() {
    attack("assessments", &corpus(&["content", "tests/sites"], "assessments.yaml"), assessments);
}

#[test]
fn no_list_breaks_us() {
    attack("list", &corpus(&["src/catalogue/data"], ".yaml"), list);
}

#[test]
fn no_record_breaks_us() {
    let hash = "0".repeat(64);
    let history =
        format!("- date: 2026-11-01\n  note: \"ก\"\n  added:\n    \"/2566/o42/\": {hash}\n- date: 2026-11-02\n  previous: {hash}\n");
    attack("records", &[history, "# a\n/2566/o42/\tcontent/2566/o42.md\n/\tcontent/site.yaml\n".to_owned()], records);
}

#[test]
fn no_manifest_breaks_us() {
    let hash = "0".repeat(64);
    let entry = format!("{{\"path\":\"a/index.html\",\"size\":1,\"sha256\":\"{hash}\"}}");
    attack("manifest", &[format!("{{\"generator\":\"prongsai\",\"version\":1,\"files\":[\n{entry},\n{entry}\n]}}\n")], manifest);
}

#[test]
fn no_date_number_or_path_breaks_us() {
    let texts = ["31 มกราคม 2566\n๓๑ ม.ค. ๖๕\n2022-10-31\n1/2/2566\nตุลาคม 2565\n2566\n/2566/o42/\ncontent/ก.md\n"];
    attack("values", &texts.map(str::to_owned), small_values);
}

#[test]
fn no_score_breaks_us() {
    attack("scores", &["28.28\n100\n0\n๘๕.๕\n99.999\n".to_owned()], scores);
}
