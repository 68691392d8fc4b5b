//! `prongsai form`: a workbook to fill in.

use std::fs;
use std::io::Cursor;
use std::process::Output;

use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use tempfile::TempDir;

use crate::common::{prongsai, repository, site_folder};

fn form(root: &str, arguments: &[&str]) -> Output {
    prongsai(&[&["form", "--lang", "en", "--root", root], arguments].concat())
}

fn sheets(file: &std::path::Path) -> Vec<(String, Vec<Vec<String>>)> {
    let mut workbook: Xlsx<_> = open_workbook_from_rs(Cursor::new(fs::read(file).unwrap())).unwrap();
    let text = |cell: &Data| cell.to_string();
    let names = workbook.sheet_names();
    let rows = |range: calamine::Range<Data>| range.rows().map(|row| row.iter().map(text).collect()).collect();
    names.into_iter().map(|name| (name.clone(), rows(workbook.worksheet_range(&name).unwrap()))).collect()
}

#[test]
fn a_form_has_what_the_page_and_its_plan_say() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("form.xlsx");
    let run = form(repository().to_str().unwrap(), &["๒๕๖๗/o35", file.to_str().unwrap()]);
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let sheets = sheets(&file);
    let [(name, progress), (_, base)] = &sheets[..] else { panic!("{:?}", sheets.iter().map(|(name, _)| name).collect::<Vec<_>>()) };
    assert_eq!((name.as_str(), progress[2][3].as_str()), ("Progress", "status"));
    // The title stands in the plan, on another page; statuses are Thai words, as on paper.
    assert!(progress[3][0] == "m1" && !progress[3][1].is_empty() && progress[3][3] == "อยู่ระหว่างดำเนินการ", "{:?}", progress[3]);
    assert!(base.iter().any(|row| row[0] == "page" && row[1] == "2567/O35" && row[2] == "content/2567/o35/index.md"));
    // Never over a form that somebody may have filled in.
    let before = fs::read(&file).unwrap();
    let again = form(repository().to_str().unwrap(), &["2567/o35", file.to_str().unwrap()]);
    assert!(again.status.code() == Some(2) && fs::read(&file).unwrap() == before);
}

fn site() -> TempDir {
    site_folder(&[
        ("content/2566/o42.md", "---\ntitle: มาตรการ\nmeasures:\n  - {id: m1, title: จัดทำคู่มือ}\n---\n"),
        ("content/2566/o41.md", "---\ntitle: [\n---\n"),
    ])
}

#[test]
fn an_item_without_a_page_has_a_form_with_the_rows_of_its_plan() {
    let site = site();
    let root = site.path().to_str().unwrap();
    let file = site.path().join("o43.xlsx");
    assert!(form(root, &["2566/o43", file.to_str().unwrap()]).status.success());
    let (_, progress) = &sheets(&file)[0];
    assert_eq!((progress[3][0].as_str(), progress[3][1].as_str(), progress[3][3].as_str()), ("m1", "จัดทำคู่มือ", ""));
}

#[test]
fn a_report_without_a_plan_says_how_to_make_the_plan() {
    let site = site_folder(&[("content/2566/o1.md", "---\ntitle: โครงสร้าง\n---\n"), ("content/2569/o1.md", "---\ntitle: โครงสร้าง\n---\n")]);
    let root = site.path().to_str().unwrap();
    // The report of 2569 is on the plan of 2568, a year that the site does not have.
    for (item, said) in [("2566/o43", "prongsai form 2566/o42"), ("2569/o26", "add 2568 to years in content/site.yaml")] {
        let file = site.path().join("none.xlsx");
        let run = form(root, &[item, file.to_str().unwrap()]);
        let error = String::from_utf8_lossy(&run.stderr).into_owned();
        assert!(run.status.code() == Some(1) && error.contains(said) && !file.exists(), "{item}: {error}");
    }
    // So does the check of a report that was written by hand.
    let report = "---\ntitle: ผล 2566\nprogress:\n  entries: [{measure: m1, status: done}]\n---\n";
    fs::write(site.path().join("content/2566/o43.md"), report).unwrap();
    let checked = prongsai(&["check", "--lang", "en", "--root", root]).stdout;
    let checked = String::from_utf8(checked).unwrap();
    assert!(checked.contains("make the page of the plan first: prongsai form 2566/o42 "), "{checked}");
}

#[test]
fn a_form_is_not_imported_for_another_item() {
    let site = site();
    let root = site.path().to_str().unwrap();
    let file = site.path().join("plan.xlsx");
    assert!(form(root, &["2566/o42", file.to_str().unwrap()]).status.success());
    let import = |item: &[&str]| prongsai(&[&["import", "--lang", "en", "--root", root, file.to_str().unwrap()], item].concat());
    let refused = import(&["--item", "2566/o43"]);
    let error = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(refused.status.code() == Some(2) && error.contains("is a form of 2566/o42, not of 2566/o43 as --item says"), "{error}");
    for item in [&["--item", "2566/o42"][..], &[]] {
        let run = import(item);
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    }
}

#[test]
fn what_has_no_form_is_refused_and_writes_nothing() {
    let site = site();
    let root = site.path().to_str().unwrap();
    let file = site.path().join("none.xlsx");
    for (item, status, said) in [("o43", 2, "2566/o42"), ("2566/o1", 1, "no table"), ("2566/o41", 1, "content/2566/o41.md")] {
        let run = form(root, &[item, file.to_str().unwrap()]);
        let error = String::from_utf8_lossy(&run.stderr).into_owned();
        assert!(run.status.code() == Some(status) && error.contains(said) && !file.exists(), "{item}: {error}");
    }
}
