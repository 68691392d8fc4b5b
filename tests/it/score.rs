//! `prongsai score`: what programs read, what people read, and what is refused.

use std::process::Command;

use serde_json::{Value, json};

use crate::common::{prongsai, repository, site_folder};

fn json_of(arguments: &[&str]) -> Value {
    let run = prongsai(arguments);
    serde_json::from_slice(&run.stdout).unwrap_or_else(|error| panic!("{arguments:?}: {error}\n{}", String::from_utf8_lossy(&run.stderr)))
}

fn inverted(no: &str, value: &str) -> Value {
    json_of(&["score", "invert", "--year", "2564", "--indicator", no, value, "--format", "json"])
}

#[test]
fn invert_gives_every_solution_by_sub_indicator() {
    let answer = inverted("9", "28.28");
    assert_eq!((&answer["fiscal_year"], &answer["indicator"], &answer["value"]), (&json!(2564), &json!(9), &json!(28.28)));
    assert_eq!(answer["solutions"], json!([{"9.1": 8, "9.2": 1, "9.3": 0, "9.4": 0, "9.5": 2}]));
    assert_eq!((&answer["attested"], &answer["complete"]), (&json!(true), &json!(true)));
    assert_eq!(inverted("10", "18.75")["solutions"], json!([{"10.1": 3, "10.2": 0}]));
    assert_eq!(inverted("๙", "๖๘.๓๔")["solutions"].as_array().unwrap().len(), 4);
    assert_eq!(inverted("9", "92.50")["solutions"].as_array().unwrap().len(), 2);
}

#[test]
fn invert_speaks_to_people_in_both_languages() {
    let text = |lang: &str, year: &str, value: &str| {
        let run = prongsai(&["score", "invert", "--lang", lang, "--year", year, "--indicator", "10", value]);
        assert!(run.status.success());
        String::from_utf8(run.stdout).unwrap()
    };
    assert!(text("th", "2564", "18.75").contains("10.1 3/8 · 10.2 0/2"));
    assert!(text("en", "2564", "18.75").contains("one combination"));
    assert!(text("en", "2568", "87.5").contains("not confirmed by a source"));
    assert!(text("th", "2568", "87.5").contains("ยังไม่มีแหล่งยืนยัน"));
}

#[test]
fn a_score_without_solution_ends_with_1_and_a_word() {
    let run = prongsai(&["score", "invert", "--lang", "en", "--year", "2564", "--indicator", "10", "18.76", "--format", "json"]);
    assert_eq!(run.status.code(), Some(1));
    assert_eq!(serde_json::from_slice::<Value>(&run.stdout).unwrap()["solutions"], json!([]));
    assert!(String::from_utf8_lossy(&run.stderr).contains("no counts of passed items give 18.76"));
}

#[test]
fn wrong_input_is_refused_with_2_and_says_what_is_wanted() {
    let cases: &[(&[&str], &str, &str)] = &[
        (&["invert", "--year", "1999", "--indicator", "9", "1"], "1999", "พ.ศ."),
        (&["invert", "--year", "2600", "--indicator", "9", "1"], "no checklist of fiscal year 2600", "ไม่มีรายการตรวจ"),
        (&["invert", "--year", "2564", "--indicator", "3", "1"], "9, 10", "9, 10"),
        (&["invert", "--year", "2564", "--indicator", "nine", "1"], "“nine”", "“nine”"),
        (&["invert", "--year", "2564", "--indicator", "9", "-1"], "between 0 and 100", "0 ถึง 100"),
        (&["invert", "--year", "2564", "--indicator", "9", "100.01"], "between 0 and 100", "0 ถึง 100"),
        (&["invert", "--year", "2564", "--indicator", "9", "28.281"], "two decimals", "ทศนิยม"),
        (&["invert", "--year", "2564", "--indicator", "9", "NaN"], "“NaN”", "“NaN”"),
        (&["invert", "--year", "2564", "--indicator", "9", ""], "“”", "“”"),
        (&["forecast", "--year", "2599"], "2565, 2566, 2567, 2568, 2569", "ปีที่มีคือ"),
        (&["forecast", "--year", "soon"], "“soon”", "“soon”"),
    ];
    let root = repository().to_str().unwrap();
    for (arguments, english, thai) in cases {
        for (lang, words) in [("en", english), ("th", thai)] {
            let all: Vec<&str> = ["score"].into_iter().chain(arguments.iter().copied()).chain(["--root", root, "--lang", lang]).collect();
            let run = prongsai(&all);
            let said = String::from_utf8(run.stderr).unwrap();
            assert_eq!(run.status.code(), Some(2), "{arguments:?}: {said}");
            assert!(said.contains(words) && run.stdout.is_empty(), "{arguments:?}: {said}");
        }
    }
}

#[test]
fn invert_needs_no_site_and_takes_the_list_of_one_that_is_there() {
    let empty = tempfile::tempdir().unwrap();
    let invert = |root: &std::path::Path| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_prongsai"));
        command.args(["score", "invert", "--year", "2564", "--indicator", "9", "50", "--format", "json"]).current_dir(root);
        let run = command.output().unwrap();
        (run.status.code(), serde_json::from_slice::<Value>(&run.stdout).unwrap())
    };
    let (status, built_in) = invert(empty.path());
    assert_eq!(status, Some(0));
    assert!(built_in["solutions"][0].get("9.5").is_some(), "{built_in}");
    let own = "fiscal_year: 2564\nindicators:\n- no: 9\n  title: ข้อมูล\n  sub_indicators:\n  - number: '9.1'\n    title: ทั่วไป\n    groups:\n    - items: [{code: O1, title: หนึ่ง}, {code: O2, title: สอง}]\n";
    let site = site_folder(&[("content/catalogues/2564.yaml", own)]);
    assert_eq!(invert(site.path()).1["solutions"], json!([{"9.1": 1}]));
    let missing = prongsai(&["score", "invert", "--root", "/nowhere", "--year", "2564", "--indicator", "9", "50"]);
    assert_eq!(missing.status.code(), Some(2));
}

#[test]
fn a_forecast_counts_what_is_filed_and_lists_the_most_valuable_items_first() {
    let site = site_folder(&[("content/2565/o42.md", "---\n---\n"), ("content/2565/o7/2022-01-01.md", "---\ntitle: ข่าว\n---\n")]);
    let root = site.path().to_str().unwrap();
    let answer = json_of(&["score", "forecast", "--root", root, "--year", "2565", "--format", "json"]);
    // O42: ½ of 10.2, which is ½ of indicator 10, which is ½ of OIT; O7: one ninth of 9.1.
    assert_eq!((&answer["fiscal_year"], &answer["oit"], &answer["points"]), (&json!(2565), &json!(13.6111), &json!(5.4444)));
    assert_eq!(answer["attested"], json!(true));
    let items = answer["items"].as_array().unwrap();
    let of = |code: &str| items.iter().find(|item| item["item"] == code).unwrap();
    assert_eq!(items.len(), 43);
    assert_eq!((&of("O42")["filed"], &of("O42")["worth"], &of("O42")["lost"]), (&json!(true), &json!(5.0), &json!(0.0)));
    assert_eq!((&of("O43")["filed"], &of("O43")["worth"], &of("O43")["lost"]), (&json!(false), &json!(5.0), &json!(5.0)));
    assert_eq!((&of("O7")["filed"], &of("O7")["worth"], &of("O18")["worth"]), (&json!(true), &json!(0.4444), &json!(0.5714)));
    let codes: Vec<&str> = items.iter().take(3).map(|item| item["item"].as_str().unwrap()).collect();
    assert_eq!(codes, ["O42", "O43", "O34"]);
    let worths: Vec<f64> = items.iter().map(|item| item["worth"].as_f64().unwrap()).collect();
    assert!(worths.is_sorted_by(|a, b| a >= b));

    let run = prongsai(&["score", "forecast", "--root", root, "--lang", "en", "--year", "๒๕๖๕"]);
    let text = String::from_utf8(run.stdout).unwrap();
    assert!(text.contains("2 of 43 items filed; OIT would score 13.61 of 100, 5.44 of 40.00 points"), "{text}");
    assert!(text.contains("O43       5.00    5.00"), "{text}");
}

#[test]
fn a_year_without_weights_or_confirmed_counts_says_what_cannot_be_computed() {
    let site = site_folder(&[("content/2562/o1.md", "---\n---\n")]);
    let root = site.path().to_str().unwrap();
    let answer = json_of(&["score", "forecast", "--root", root, "--year", "2562", "--lang", "en", "--format", "json"]);
    assert_eq!((&answer["points"], &answer["items"][0]["worth"], &answer["attested"]), (&json!(null), &json!(null), &json!(false)));
    assert!(answer["oit"].as_f64().unwrap() > 0.0);
    let note = answer["note"].as_str().unwrap();
    assert!(note.contains("weights of 2562 are not known") && note.contains("not confirmed"), "{note}");
    let run = prongsai(&["score", "forecast", "--root", root, "--year", "2562", "--lang", "th"]);
    assert!(String::from_utf8(run.stdout).unwrap().contains("ไม่ทราบน้ำหนักคะแนนของปี 2562"));
}

#[test]
fn check_recomputes_s0_and_takes_it_apart() {
    let root = repository().join("tests/sites/s0");
    let answer = json_of(&["score", "check", "--root", root.to_str().unwrap(), "--format", "json"]);
    let result = &answer["assessments"][0];
    assert_eq!(result["instruments"], json!({"IIT": 87.504, "EIT": 81.6367, "OIT": 43.545}));
    assert_eq!((&result["total"], &result["computed_total"], &result["grade"]), (&json!(68.16), &json!(68.1602), &json!("C")));
    assert_eq!(result["possible_grades"], json!(["C"]));
    assert_eq!(result["indicators"][1]["solutions"], json!([{"10.1": 3, "10.2": 0}]));
    assert_eq!(answer["contradictions"], json!([]));
    let run = prongsai(&["score", "check", "--root", root.to_str().unwrap()]);
    let text = String::from_utf8(run.stdout).unwrap();
    assert!(text.contains("คะแนนรวม 68.16 คำนวณได้ 68.16") && text.contains("ตัวชี้วัดที่ 10 = 18.75: 10.1 3/8 · 10.2 0/2"), "{text}");
}

#[test]
fn check_says_what_contradicts_and_ends_with_1_if_it_is_an_error() {
    let site = site_folder(&[
        ("content/assessments.yaml", "2564: {total: 78.33, grade: C, instruments: [{id: OIT, indicators: [{no: 10, score: 18.76}]}]}\n"),
        ("content/2565/o1.md", "---\n---\n"),
    ]);
    let arguments = ["score", "check", "--lang", "en", "--root", site.path().to_str().unwrap()];
    let run = prongsai(&arguments);
    let text = String::from_utf8(run.stdout).unwrap();
    assert_eq!(run.status.code(), Some(1));
    assert!(text.contains("[grade-mismatch]") && text.contains("[score-not-attainable]"), "{text}");
    assert!(text.contains("indicator 10 = 18.76: no counts of items give it"), "{text}");
    let answer = json_of(&[arguments.as_slice(), &["--format", "json"]].concat());
    let codes: Vec<&str> = answer["contradictions"].as_array().unwrap().iter().map(|finding| finding["code"].as_str().unwrap()).collect();
    assert_eq!(codes, ["grade-mismatch", "score-not-attainable"]);
    assert_eq!(answer["assessments"][0]["indicators"][0]["attainable"], json!(false));
}

#[test]
fn check_of_a_site_without_results_says_so() {
    let site = site_folder(&[("content/2565/o1.md", "---\n---\n")]);
    let run = prongsai(&["score", "check", "--lang", "en", "--root", site.path().to_str().unwrap()]);
    assert!(run.status.success());
    assert!(String::from_utf8(run.stdout).unwrap().contains("no results to check"));
}

#[test]
fn nothing_contradicts_on_the_example_site() {
    let answer = json_of(&["score", "check", "--root", repository().to_str().unwrap(), "--format", "json"]);
    assert_eq!(answer["contradictions"], json!([]));
    assert_eq!(answer["assessments"].as_array().unwrap().len(), 6);
}
