//! The command line: exit status, languages, forms, and ten mistakes in one run.

use std::fs;
use std::process::Command;

use crate::common::{prongsai, site_folder};

const TEN_MISTAKES: &[(&str, &str)] = &[
    ("content/2566/o1.md", "---\ntitel: โครงสร้าง\n---\n"),
    ("content/2566/o2.md", "---\ntitle: ผู้บริหาร\nfiscal_year: 2567\n---\n"),
    ("content/2566/o3.md", "---\ntitle: อำนาจหน้าที่\nas_of: 31 ม.ค. 65\n---\n"),
    ("content/2566/o4.md", "---\ntitle: แผน\nadopted: {date: 2566-02-29}\n---\n"),
    ("content/2566/o5.md", "---\ntitle: ติดต่อ\n---\n<script>alert(1)</script>\n"),
    ("content/2566/o6.md", "---\ntitle: กฎหมาย\n---\n[ประมวล](javascript:alert(1))\n"),
    ("content/2566/o42.md", "---\nkind: mesures\ntitle: มาตรการ\n---\n[ผล](o43.md#m9) [ไม่มี](missing.pdf)\n"),
    ("content/2566/o43.md", "---\ntitle: ผล\nprogress: {entries: [{measure: m1, status: finished}]}\n---\n"),
    ("content/2566/o99.md", "---\ntitle: ไม่มีข้อนี้\n---\n"),
    ("content/2566/o7.md", "---\ntitle: [ข่าว\n---\n"),
];

/// Code and place of every mistake above.
const PLACES: &[&str] = &[
    "content/2566/o1.md:2:1: error[unknown-key]",
    "content/2566/o2.md:3:14: error[year-contradicts-folder]",
    "content/2566/o3.md:3:8: error[two-digit-year]",
    "content/2566/o4.md:3:17: error[no-such-day]",
    "content/2566/o5.md:4:1: error[raw-html]",
    "content/2566/o6.md:4:1: error[unsafe-link]",
    "content/2566/o42.md:2:7: error[unknown-value]",
    "content/2566/o42.md:5:6: error[anchor-missing]",
    "content/2566/o42.md:5:25: error[link-broken]",
    "content/2566/o43.md:3:44: error[unknown-value]",
    "content/2566/o99.md:1:1: error[unknown-item]",
];

#[test]
fn ten_mistakes_are_reported_in_one_run_each_at_its_place() {
    let root = site_folder(TEN_MISTAKES);
    let run = prongsai(&["check", "--format", "short", "--lang", "en", "--root", root.path().to_str().unwrap()]);
    let report = String::from_utf8(run.stdout).unwrap();
    for place in PLACES {
        assert!(report.contains(place), "{place} is not in\n{report}");
    }
    assert!(report.contains("content/2566/o7.md:") && report.contains("[yaml-syntax]"), "{report}");
    assert_eq!(run.status.code(), Some(1));
}

#[test]
fn the_same_places_are_reported_in_thai_with_a_repair() {
    let root = site_folder(TEN_MISTAKES);
    let run = prongsai(&["check", "--color", "never", "--root", root.path().to_str().unwrap()]);
    let report = String::from_utf8(run.stdout).unwrap();
    assert!(report.contains("ผิด[unknown-key]: ไม่รู้จักคีย์ “titel”"), "{report}");
    assert!(report.contains("วิธีแก้: คีย์ที่ใกล้เคียงที่สุดคือ “title”"), "{report}");
    assert!(report.contains("content/2566/o1.md:2:1"), "{report}");
    assert!(String::from_utf8(run.stderr).unwrap().contains("แห่ง"), "no count of the findings");
    let places = |text: &str| PLACES.iter().filter(|place| text.contains(place.split(": ").next().unwrap())).count();
    assert_eq!(places(&report), PLACES.len(), "{report}");
}

#[test]
fn json_has_the_keys_of_the_contract() {
    let root = site_folder(&TEN_MISTAKES[..2]);
    let run = prongsai(&["check", "--format", "json", "--root", root.path().to_str().unwrap()]);
    let list: serde_json::Value = serde_json::from_slice(&run.stdout).unwrap();
    let second = list.as_array().unwrap().iter().find(|finding| finding["item"] == "O2" && finding["line"] == 3).unwrap();
    let keys: Vec<&String> = second.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["code", "severity", "message", "help", "file", "line", "column", "item", "fiscal_year"]);
    assert_eq!(second["fiscal_year"], 2566);
}

#[test]
fn a_build_with_errors_writes_nothing_and_says_so() {
    let root = site_folder(TEN_MISTAKES);
    let run = prongsai(&["build", "--root", root.path().to_str().unwrap()]);
    assert_eq!(run.status.code(), Some(1));
    assert!(!root.path().join("public").exists());
    assert!(String::from_utf8(run.stderr).unwrap().contains("คงเดิม"));
}

#[test]
fn trouble_with_the_machine_is_status_2_and_names_the_path() {
    let empty = tempfile::tempdir().unwrap();
    let run = prongsai(&["build", "--lang", "en", "--root", empty.path().to_str().unwrap()]);
    assert_eq!(run.status.code(), Some(2));
    let said = String::from_utf8(run.stderr).unwrap();
    assert!(said.contains(empty.path().to_str().unwrap()) && said.contains("content/site.yaml"), "{said}");
    for wrong in [["--today", "yesterday"], ["--base-url", "example.go.th"]] {
        let root = site_folder(&[]);
        let run = prongsai(&["build", "--lang", "en", wrong[0], wrong[1], "--root", root.path().to_str().unwrap()]);
        assert_eq!(run.status.code(), Some(2));
        assert!(String::from_utf8(run.stderr).unwrap().contains(wrong[1]));
    }
}

#[test]
fn strict_counts_warnings_and_quiet_says_nothing_when_all_is_well() {
    let root = site_folder(&[("content/2566/o4.md", "---\ntitle: แผน\n---\n## ก {ข}\n\nแผนห้าปี\n")]);
    let root = root.path().to_str().unwrap();
    assert_eq!(prongsai(&["check", "--root", root]).status.code(), Some(0));
    assert_eq!(prongsai(&["check", "--strict", "--root", root]).status.code(), Some(1));
    let good = site_folder(&[("content/pages/contact.md", "---\ntitle: ติดต่อ\n---\n")]);
    let run = prongsai(&["build", "--quiet", "--root", good.path().to_str().unwrap()]);
    assert!(run.status.success());
    assert_eq!(String::from_utf8_lossy(&run.stdout) + String::from_utf8_lossy(&run.stderr), "");
}

#[test]
fn a_windows_874_file_is_refused_with_its_place_and_converted_by_one_command() {
    let root = site_folder(&[]);
    let file = root.path().join("content/2566/o4.md");
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    let text = "---\ntitle: แผนพัฒนา\n---\nแผนห้าปี\n";
    fs::write(&file, encoding_rs::WINDOWS_874.encode(text).0).unwrap();
    let check = || prongsai(&["check", "--lang", "en", "--color", "never", "--root", root.path().to_str().unwrap()]);
    let report = String::from_utf8(check().stdout).unwrap();
    assert!(report.contains("content/2566/o4.md:2:9") && report.contains("windows-874") && report.contains("prongsai convert"), "{report}");
    assert!(prongsai(&["convert", file.to_str().unwrap()]).status.success());
    assert_eq!(fs::read_to_string(&file).unwrap(), text);
    assert!(check().status.success());
}

#[test]
fn explain_prints_what_stands_in_the_file_of_a_code() {
    let thai = prongsai(&["explain", "unknown-key"]);
    assert!(String::from_utf8(thai.stdout).unwrap().contains("แก้ชื่อคีย์"));
    let english = prongsai(&["explain", "unknown-key", "--lang", "en"]);
    assert!(String::from_utf8(english.stdout).unwrap().contains("Correct the name of the key"));
    let unknown = prongsai(&["explain", "unknwon-key", "--lang", "en"]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(String::from_utf8(unknown.stderr).unwrap().contains("unknown-key"));
}

#[test]
fn severities_are_changed_in_site_yaml_but_not_where_nothing_sound_could_be_built() {
    let site = |severity: &str| {
        let text = format!("agency: {{name: ก}}\nbase_url: https://www.example.go.th/\nchecks: {{severity: {{{severity}}}}}\n");
        let root = site_folder(&[("content/site.yaml", &text), ("content/2566/o1.md", "---\ntitle: ก\ntitel: ข\n---\n## ก {ข}\n")]);
        let run = prongsai(&["check", "--format", "short", "--lang", "en", "--root", root.path().to_str().unwrap()]);
        String::from_utf8(run.stdout).unwrap()
    };
    assert!(site("").contains("warning[heading-attributes]"));
    assert!(site("heading-attributes: error").contains("error[heading-attributes]"));
    assert!(!site("heading-attributes: off").contains("heading-attributes"));
    assert!(site("unknown-key: off").contains("error[unknown-key]"));
    assert!(site("unknown-key: off").contains("[severity-is-fixed]"));
}

#[test]
fn a_build_tells_what_each_stage_took_and_builds_the_same() {
    let root = site_folder(&[("content/2566/o3.md", "---\ntitle: อำนาจหน้าที่\n---\n\nดูแลถนน\n")]);
    let site = root.path().to_str().unwrap();
    let manifest = || fs::read(root.path().join("public/manifest.json")).unwrap();
    let plain = prongsai(&["build", "--root", site]);
    assert_eq!(plain.status.code(), Some(0), "{}", String::from_utf8_lossy(&plain.stderr));
    let before = manifest();
    let run = prongsai(&["build", "--timings=json", "--root", site]);
    let said = String::from_utf8(run.stdout).unwrap();
    let timings: serde_json::Value = serde_json::from_str(said.lines().last().unwrap()).unwrap();
    let stages = timings["stages"].as_array().unwrap();
    let sum: f64 = stages.iter().map(|stage| stage["ms"].as_f64().unwrap()).sum();
    assert!((sum - timings["total_ms"].as_f64().unwrap()).abs() < 0.1, "{said}");
    for stage in ["source", "config", "content", "site", "check", "plan", "render", "hash", "compare", "manifest", "swap", "remove-old"] {
        assert!(stages.iter().any(|known| known["stage"] == stage && known["ms"].as_f64() > Some(0.0)), "{stage}: {said}");
    }
    assert_eq!(manifest(), before);
    let run = prongsai(&["build", "--timings", "--quiet", "--lang", "th", "--root", site]);
    let (said, said_beside) = (String::from_utf8(run.stdout).unwrap(), String::from_utf8(run.stderr).unwrap());
    assert!(said_beside.contains("%  สร้างหน้า") && said_beside.lines().last().unwrap().ends_with("รวม"), "{said_beside}");
    assert!(!said.contains("สร้างหน้า"), "{said}");
}

#[test]
fn help_and_mistakes_are_said_in_the_language_that_is_asked_for_in_any_way() {
    let english = site_folder(&[("content/site.yaml", "agency: [\nlanguages: [en]\n")]);
    let root = english.path().to_str().unwrap();
    let said = |arguments: &[&str], variable: Option<&str>, status: i32| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_prongsai"));
        command.current_dir(std::env::temp_dir()).args(arguments).env_remove("PRONGSAI_LANG");
        let run = command.envs(variable.map(|lang| ("PRONGSAI_LANG", lang))).output().unwrap();
        assert_eq!(run.status.code(), Some(status), "{arguments:?}");
        let (text, none) = if status == 0 { (run.stdout, run.stderr) } else { (run.stderr, run.stdout) };
        assert!(none.is_empty(), "{arguments:?}: {}", String::from_utf8_lossy(&none));
        String::from_utf8(text).unwrap()
    };
    let is_thai = |text: &str| text.contains(|c| ('\u{e00}'..='\u{e7f}').contains(&c));
    for (arguments, variable, thai) in [
        (vec![], None, true),
        (vec![], Some("en"), false),
        (vec!["--lang", "en"], None, false),
        (vec!["--lang=th"], Some("en"), true),
        (vec!["--root", root], None, false),
        (vec!["--root", root, "--lang", "th"], None, true),
    ] {
        for (asked, status) in [("--help", 0), ("--helpp", 2)] {
            for command in [vec![], vec!["build"], vec!["score", "check"]] {
                let text = said(&[command, vec![asked], arguments.clone()].concat(), variable, status);
                assert_eq!(is_thai(&text), thai, "{arguments:?} {variable:?}: {text}");
                assert!(text.contains(if thai { "วิธีใช้: prongsai" } else { "Usage: prongsai" }), "{text}");
            }
        }
    }
}
