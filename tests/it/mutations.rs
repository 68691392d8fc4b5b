//! Hostile texts (P14, P15): the example, the seeds and the lists are cut, doubled, mixed and
//! sprinkled with what hurts readers; nothing panics or hangs, and every finding points into its
//! text.
//!
//! This is the short run of every `cargo test`: blind, on any toolchain, a second for each target
//! (`PRONGSAI_FUZZ_SECONDS`). `tests/fuzz/run` attacks the same targets for as long as wanted, led
//! by the code that each text reaches. What breaks us is kept in `target/fuzz/`.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use crate::common::repository;
use crate::moment::Dice;

#[path = "../fuzz/targets.rs"]
mod targets;

/// An input longer than this is no longer the work of a reader of small files.
const LONGEST: usize = 60_000;
/// In a build without optimisation.
const SLOWEST: Duration = Duration::from_secs(20);

/// What has broken readers of text before.
const TOKENS: &[&str] = &[
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
    // A letter of every length in UTF-8; every space that looks like one and is none to YAML; what
    // is not seen at all.
    "a",
    "é",
    "ก",
    "😀",
    "\u{85}",
    "\u{a0}",
    "\u{1680}",
    "\u{2000}",
    "\u{2001}",
    "\u{2002}",
    "\u{2003}",
    "\u{2004}",
    "\u{2005}",
    "\u{2006}",
    "\u{2007}",
    "\u{2008}",
    "\u{2009}",
    "\u{200a}",
    "\u{2028}",
    "\u{2029}",
    "\u{202f}",
    "\u{205f}",
    "\u{3000}",
    "\u{ad}",
    "\u{200c}",
    "\u{200d}",
    "\u{2060}",
    "\u{202e}",
    "\n\u{a0}unit: ",
    "\n\u{3000}\u{2003}- ",
    // What an office program, another keyboard or a version control system makes of signs.
    "“",
    "”",
    "‘",
    "：",
    "–––\n",
    "• ",
    "<<<<<<< HEAD\n",
    "=======\n",
    ">>>>>>> other\n",
];

fn mutated(corpus: &[String], dice: &mut Dice) -> String {
    let pick = |dice: &mut Dice| &corpus[dice.below(corpus.len() as u64) as usize];
    let mut text: String = pick(dice).clone();
    for _ in 0..=dice.below(8) {
        let (from, to) = (place(&text, dice), place(&text, dice));
        let (from, to) = (from.min(to), from.max(to).min(place_after(&text, from.min(to), dice.below(200) as usize)));
        match dice.below(6) {
            0 => text.replace_range(from..to, ""),
            1 => text.insert_str(from, &text[from..to].repeat(1 + dice.below(20) as usize)),
            2 => text.replace_range(from..to, token(dice)),
            3 => text.insert_str(from, token(dice)),
            4 => {
                let other = pick(dice);
                let start = place(other, dice);
                text.insert_str(from, &other[start..place_after(other, start, dice.below(400) as usize)]);
            }
            _ => text.insert_str(from, &token(dice).repeat(dice.below(300) as usize)),
        }
    }
    text.truncate(place_after(&text, 0, LONGEST));
    text
}

fn token(dice: &mut Dice) -> &'static str {
    TOKENS[dice.below(TOKENS.len() as u64) as usize]
}

fn place(text: &str, dice: &mut Dice) -> usize {
    place_after(text, 0, dice.below(text.len() as u64 + 1) as usize)
}

/// The border of a letter at or before `start + length`.
fn place_after(text: &str, start: usize, length: usize) -> usize {
    text.floor_char_boundary((start + length).min(text.len())).max(start)
}

/// The texts of the repository with one of these ends, below these folders.
fn corpus(folders: &[&str], end: &str) -> Vec<String> {
    let files = folders.iter().flat_map(|folder| walkdir::WalkDir::new(repository().join(folder)).sort_by_file_name());
    let paths = files.map(Result::unwrap).filter(|entry| entry.path().to_string_lossy().ends_with(end));
    paths.filter_map(|entry| fs::read_to_string(entry.path()).ok()).filter(|text| text.len() < LONGEST).collect()
}

fn attack(name: &str, corpus: &[String]) {
    let (_, target) = targets::ALL.iter().find(|(known, _)| *known == name).unwrap();
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
    attack("page", &corpus(&["content", "tests/sites"], ".md"));
}

#[test]
fn no_markdown_breaks_its_html() {
    attack("markdown", &corpus(&["content", "tests/sites"], ".md"));
}

#[test]
fn no_template_breaks_us() {
    attack("template", &corpus(&["themes/default/templates"], ".html"));
}

#[test]
fn no_query_breaks_the_preview() {
    attack("query", &["severity=error&year=2566&unit=%E0%B8%81&path=/2566/o42/".to_owned()]);
}

#[test]
fn no_site_file_breaks_us() {
    attack("site", &corpus(&["content", "tests/sites"], "site.yaml"));
}

#[test]
fn no_results_break_us() {
    attack("assessments", &corpus(&["content", "tests/sites"], "assessments.yaml"));
}

#[test]
fn no_list_breaks_us() {
    attack("list", &corpus(&["src/catalogue/data"], ".yaml"));
}

#[test]
fn no_record_breaks_us() {
    let hash = "0".repeat(64);
    let history =
        format!("- date: 2026-11-01\n  note: \"ก\"\n  added:\n    \"/2566/o42/\": {hash}\n- date: 2026-11-02\n  previous: {hash}\n");
    attack("records", &[history, "# a\n/2566/o42/\tcontent/2566/o42.md\n/\tcontent/site.yaml\n".to_owned()]);
}

#[test]
fn no_manifest_breaks_us() {
    let hash = "0".repeat(64);
    let entry = format!("{{\"path\":\"a/index.html\",\"size\":1,\"sha256\":\"{hash}\"}}");
    attack("manifest", &[format!("{{\"generator\":\"prongsai\",\"version\":1,\"files\":[\n{entry},\n{entry}\n]}}\n")]);
}

#[test]
fn no_date_number_or_path_breaks_us() {
    let texts = ["31 มกราคม 2566\n๓๑ ม.ค. ๖๕\n2022-10-31\n1/2/2566\nตุลาคม 2565\n2566\n/2566/o42/\ncontent/ก.md\n"];
    attack("values", &texts.map(str::to_owned));
}

#[test]
fn no_score_breaks_us() {
    attack("scores", &["28.28\n100\n0\n๘๕.๕\n99.999\n".to_owned()]);
}
