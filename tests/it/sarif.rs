//! `check --format sarif`: what the schema of SARIF 2.1.0 demands, and places exact to the code
//! unit.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

const SCHEMA: &str = include_str!("../data/sarif-2.1.0.schema.json");

#[test]
fn the_log_is_what_the_schema_demands_and_points_at_the_very_text() {
    let folder = site(&[
        ("content/site.yaml", "agency: {name: เทศบาลตำบลตัวอย่าง}\nbase_url: https://www.example.go.th/ita/\nyears: [2566, 2567]\n"),
        ("content/2566/o42.md", "---\ntitle: มาตรการ\n---\nข้อความ 😀 ถัดไป [แผน](แผน.pdf) จบ\n"),
        ("content/2567/o1/index.md", "---\ntitle: โครงสร้าง\n---\n"),
        ("content/2567/o1/คำสั่ง ที่ 1.pdf", ""),
    ]);
    for lang in ["th", "en"] {
        let log = valid(&sarif(folder.path(), lang));
        let run = &log["runs"][0];
        let results = run["results"].as_array().unwrap();
        assert_eq!(run["tool"]["driver"]["language"], lang);
        let broken = of(results, "link-broken");
        assert_eq!((broken["level"].as_str(), broken["properties"]["item"].as_str()), (Some("error"), Some("O42")));
        let place = &broken["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "content/2566/o42.md");
        let line = "ข้อความ 😀 ถัดไป [แผน](";
        let start = line.encode_utf16().count() + 1;
        let region =
            serde_json::json!({"startLine": 4, "startColumn": start, "endLine": 4, "endColumn": start + "แผน.pdf".encode_utf16().count()});
        assert_eq!(place["region"], region);
        assert_eq!(start, line.chars().count() + 2, "the face is two code units");
        let empty = of(results, "attachment-empty");
        let uri = empty["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].as_str().unwrap();
        assert!(uri.is_ascii() && uri.ends_with("%20%E0%B8%97%E0%B8%B5%E0%B9%88%201.pdf"), "{uri}");
        assert_eq!(of(results, "catalogue-provisional")["level"], "note");
        for result in results {
            let rule = &run["tool"]["driver"]["rules"][usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()];
            assert_eq!(rule["id"], result["ruleId"]);
            assert!(!rule["shortDescription"]["text"].as_str().unwrap().contains('{'), "{rule}");
        }
    }
}

#[test]
fn a_log_with_nothing_found_and_those_of_the_seed_sites_fit_the_schema() {
    let log = valid(&sarif(Path::new(env!("CARGO_MANIFEST_DIR")), "th"));
    assert_eq!(log["runs"][0]["results"], serde_json::json!([]));
    for seed in ["s0", "s1", "s2", "s3", "s4"] {
        valid(&sarif(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites").join(seed), "en"));
    }
}

fn valid(text: &str) -> Value {
    let log: Value = serde_json::from_str(text).unwrap();
    let (mut schemas, mut compiler) = (boon::Schemas::new(), boon::Compiler::new());
    compiler.enable_format_assertions();
    compiler.add_resource("sarif.json", serde_json::from_str(SCHEMA).unwrap()).unwrap();
    let schema = compiler.compile("sarif.json", &mut schemas).unwrap();
    schemas.validate(&log, schema).unwrap_or_else(|fault| panic!("{fault}"));
    log
}

fn of<'r>(results: &'r [Value], code: &str) -> &'r Value {
    results.iter().find(|result| result["ruleId"] == code).unwrap_or_else(|| panic!("no {code} in {results:#?}"))
}

fn sarif(root: &Path, lang: &str) -> String {
    let run = Command::new(env!("CARGO_BIN_EXE_prongsai"))
        .args(["check", "--format", "sarif", "--lang", lang, "--today", "2026-11-22", "--root"])
        .arg(root)
        .output()
        .unwrap();
    assert!(run.stderr.is_empty(), "{}", String::from_utf8_lossy(&run.stderr));
    String::from_utf8(run.stdout).unwrap()
}

fn site(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    folder
}
