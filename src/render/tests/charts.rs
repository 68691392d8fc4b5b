//! Pictures of figures: each stands below the table that has the figures, has a name, and says
//! nothing that the page does not state.

use super::{all, plan_and_progress, site, text, texts};
use crate::site::SitePage;

const SCORES: &str = "---\ntitle: ก\nassessment: {target: 85, instruments: [{id: IIT, indicators: [{no: 1, score: 93.10}, {no: 2, score: 84.99}, {no: 3}]}]}\n---\n";

#[test]
fn scores_are_bars_against_the_target_below_their_table() {
    let page = site(&[("2565/o42.md", SCORES)]).item("O42");
    let bars: Vec<_> = all(&page, ".chart rect").iter().map(|bar| (bar.attr("class"), bar.attr("width"))).collect();
    assert_eq!(bars, [(Some("full"), Some("93.10%")), (Some("open"), Some("84.99%"))]);
    assert_eq!(all(&page, ".chart line").iter().filter_map(|line| line.attr("x1")).collect::<Vec<_>>(), ["85.00%"]);
    let html = page.html();
    assert!(html.find("<table id=\"scores\"") < html.find("<figure class=\"chart\""));
    let picture = all(&page, ".chart svg[role=img]")[0];
    let named = |attribute: &str| text(&page, &format!("#{}", picture.attr(attribute).unwrap()));
    assert_eq!((named("aria-labelledby"), named("aria-describedby")), ("คะแนนรายตัวชี้วัด".to_owned(), "ตัวเลขทั้งหมดอยู่ข้างบน".to_owned()));
}

#[test]
fn a_page_without_figures_has_no_picture() {
    for page in ["---\ntitle: ก\n---\nข้อความ\n", "---\ntitle: ก\nassessment: {instruments: [{id: IIT, indicators: [{no: 1}]}]}\n---\n"]
    {
        assert!(all(&site(&[("2565/o42.md", page)]).item("O42"), ".chart").is_empty(), "{page}");
    }
}

#[test]
fn progress_is_counted_by_division_and_by_quarter() {
    let plan = "---\ntitle: ก\nmeasures:\n  - {id: m1, title: ก, responsible: {units: [กองคลัง, กองช่าง]}, period: {quarters: [1, 2]}}\n  \
        - {id: m2, title: ข, responsible: {units: [กองช่าง]}, period: {from: 2022-02, to: 2022-09}}\nprogress: {entries: [{measure: m1, status: done}, {measure: m2, status: in_progress}]}\n---\n";
    let page = site(&[("2565/o42.md", plan)]).item("O42");
    let rows = texts(&page, ".chart g text:first-child");
    assert_eq!(rows, ["กองคลัง", "กองช่าง", "ดำเนินการแล้ว", "อยู่ระหว่างดำเนินการ", "ไตรมาส 1", "ไตรมาส 2", "ไตรมาส 3", "ไตรมาส 4"]);
    let figures = texts(&page, ".chart g text.end");
    assert_eq!(figures, ["1", "2", "1", "2", "1", "1"]);
    let bars: Vec<String> = all(&page, ".chart svg:has(#progress-by-unit) g:has(.end) rect")
        .iter()
        .map(|bar| format!("{} {}", bar.attr("class").unwrap(), bar.attr("width").unwrap()))
        .collect();
    assert_eq!(bars, ["full 50.00%", "full 50.00%", "half 50.00%"]);
    // One division is no comparison, and the picture that stands first says what the fillings mean.
    let alone = site(&[("2565/o42.md", &plan.replace("กองช่าง", "กองคลัง").replace("[กองคลัง, กองคลัง]", "[กองคลัง]"))]).item("O42");
    let rows = texts(&alone, ".chart g text:first-child");
    assert_eq!(rows, ["ไตรมาส 1", "ไตรมาส 2", "ไตรมาส 3", "ไตรมาส 4", "ดำเนินการแล้ว", "อยู่ระหว่างดำเนินการ"]);
    assert!(all(&plan_and_progress().item("O43"), "#progress-by-unit").is_empty());
}

#[test]
fn a_picture_is_small_and_a_long_list_is_none() {
    let progress = |units: u32| {
        let unit = |n| format!("  - {{id: m{n}, title: ก, responsible: {{units: [กองส่งเสริมสุขภาพและสิ่งแวดล้อมที่ {n}]}}}}\n");
        let entry = |n| format!("{{measure: m{n}, status: done}}");
        let (measures, entries): (String, Vec<String>) = ((1..=units).map(unit).collect(), (1..=units).map(entry).collect());
        let page = format!("---\ntitle: ก\nmeasures:\n{measures}progress: {{entries: [{}]}}\n---\n", entries.join(", "));
        let page = site(&[("2565/o42.md", &page)]).item("O42");
        all(&page, ".chart svg:has(#progress-by-unit)").iter().map(|picture| picture.html().len()).collect::<Vec<_>>()
    };
    assert!(matches!(progress(16)[..], [size] if size < 6 * 1024), "{:?}", progress(16));
    assert!(progress(17).is_empty());
}

#[test]
fn a_year_shows_how_much_of_it_is_filed() {
    let page = site(&[("2565/o42.md", SCORES)]).page(SitePage::Year(0));
    let rows = texts(&page, ".chart g text.end");
    assert!(rows.iter().any(|row| row.starts_with("1/")) && rows.iter().any(|row| row.starts_with("0/")), "{rows:?}");
    assert_eq!(rows.len(), texts(&page, ".indicator h3").len());
}
