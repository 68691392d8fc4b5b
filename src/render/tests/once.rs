//! What several data files of a page have is printed once.

use super::{all, csv, site, text, texts};

const REPORT: &str = "---
title: รายงาน
measures:
  - {id: a, title: งานแรก, addresses: {indicators: [6]}, steps: [ก], responsible: {units: [สำนักปลัด], posts: [ปลัด]}, period: {quarters: [1]}}
  - {id: b, title: งานที่สอง, monitoring: [ทุกเดือน], report: {cadence: [monthly]}}
  - {id: c, title: งานที่สาม}
progress: {entries: [{measure: b, status: done, results: [แล้ว]}, {measure: a, status: in_progress}]}
---
";

#[test]
fn plan_and_progress_of_a_measure_are_one_row() {
    let rendered = site(&[("2565/o43.md", REPORT)]);
    let page = rendered.item("O43");
    assert_eq!(all(&page, "table").len(), 1);
    assert_eq!(texts(&page, "#plan tbody tr[id] > th").len(), 3, "also of a measure of which nothing is reported");
    assert_eq!(text(&page, "tr#a [data-field=status][data-status=in_progress] .status"), "◐ อยู่ระหว่างดำเนินการ");
    assert_eq!(texts(&page, "tr#a [data-field=responsible] li"), ["สำนักปลัด", "ปลัด"]);
    assert_eq!(texts(&page, "tr#a [data-field=posts] li"), ["ปลัด"]);
    assert_eq!(texts(&page, "tr#b [data-field=monitoring] li"), ["ทุกเดือน", "รายเดือน"]);
    assert_eq!(texts(&page, "tr#b [data-field=results] li"), ["แล้ว"]);
    assert_eq!(text(&page, "tr#c [data-field=status]"), "");
    for id in ["measures", "plan", "progress"] {
        assert_eq!(all(&page, &format!("#{id}")).len(), 1, "{id}");
    }
    let downloads: Vec<_> = all(&page, ".downloads a").iter().filter_map(|link| link.value().attr("href")).map(str::to_owned).collect();
    assert_eq!(downloads, ["measures.csv", "progress.csv"]);
    for name in ["measures", "progress"] {
        assert!(csv(&rendered.site, &rendered.theme, rendered.id("O43"), name).unwrap().contains("งานแรก"), "{name}");
    }
}

#[test]
fn a_status_of_two_measures_is_not_shown_as_that_of_one() {
    let entries = "entries: [{measures: [a, b], status: done}]}\n---\n";
    let report = format!("{}{entries}", REPORT.split("entries:").next().unwrap());
    let page = site(&[("2565/o43.md", &report)]).item("O43");
    assert_eq!(all(&page, "table#plan").len() + all(&page, "table#progress").len(), 2);
    assert_eq!(all(&page, "#progress [data-status=done]").len(), 1);
}

#[test]
fn a_page_of_progress_shows_the_fields_of_its_plan_and_links_to_its_rows() {
    let plan = REPORT.split("progress:").next().unwrap().to_owned() + "---\n";
    let report = "---\ntitle: ผล\nprogress: {of: {item: O42}, entries: [{measure: a, status: done}]}\n---\n";
    let page = site(&[("2565/o42.md", &plan), ("2565/o43.md", report)]).item("O43");
    assert_eq!(text(&page, "#progress [data-measure=a] [data-field=period]"), "ไตรมาส 1");
    assert_eq!(all(&page, "#progress [data-measure=a] th a")[0].value().attr("href"), Some("../o42/index.html#a"));
}

#[test]
fn a_measure_of_one_issue_stands_in_its_row_alone() {
    let plan = "---
title: แผน
issues:
  - {id: x, title: เรื่องแรก, indicators: [6], measures: [a, both]}
  - {id: y, title: เรื่องที่สอง, measures: [both]}
measures:
  - {id: a, title: งานแรก, addresses: {indicators: [6, 7]}, steps: [ขั้นแรก], monitoring: [ติดตาม]}
  - {id: both, title: งานร่วม, steps: [ขั้นร่วม]}
---
";
    let page = site(&[("2567/o34.md", plan)]).item("O34");
    assert_eq!(text(&page, "tr#x #a.part"), "1. งานแรก");
    assert_eq!(texts(&page, "tr#x [data-field=indicators] li").len(), 1, "6 is said of the issue");
    assert_eq!(texts(&page, "tr#x [data-field=monitoring] li"), ["ติดตาม"]);
    assert_eq!(all(&page, "tr#y [data-field=title] a")[0].value().attr("href"), Some("#both"));
    assert_eq!(texts(&page, "#plan tbody tr").len(), 1);
    let whole = text(&page, "main");
    for once in ["ขั้นแรก", "ขั้นร่วม"] {
        assert_eq!(whole.matches(once).count(), 1, "{once}");
    }
}

#[test]
fn links_to_the_plan_arrive_where_all_its_measures_stand_with_their_issues() {
    let plan = "---\ntitle: แผน\nissues: [{id: x, title: ก, measures: [a]}]\nmeasures: [{id: a, title: ข, steps: [ค]}]\n---\n";
    let page = site(&[("2567/o34.md", plan)]).item("O34");
    assert_eq!(all(&page, "table").len(), 1);
    for id in ["measures", "plan", "issues", "a", "x"] {
        assert_eq!(all(&page, &format!("#{id}")).len(), 1, "{id}");
    }
    assert_eq!(all(&page, ".downloads a").len(), 2);
}
