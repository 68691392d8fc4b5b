//! Ways from a page to those around it: menu, pages below an item, years of a subject.

use super::{all, site, text, texts};
use crate::site::SitePage;

const PAGE: &str = "---\ntitle: ก\nunit: กองช่าง\n---\nข\n";

#[test]
fn the_menu_marks_the_year_of_the_page_and_folds_after_three() {
    let rendered = site(
        &["2565", "2566", "2567", "2568", "2569"].map(|year| (format!("{year}/o1.md"), PAGE)).each_ref().map(|(a, b)| (a.as_str(), *b)),
    );
    let home = rendered.page(SitePage::Home);
    assert_eq!(texts(&home, "#nav > ul > li > a"), ["หน้าแรก", "ปี 2569", "ปี 2568", "ปี 2567"]);
    assert_eq!(texts(&home, "#nav details a"), ["ปี 2566", "ปี 2565"]);
    assert_eq!(texts(&home, "#nav [aria-current]"), ["หน้าแรก"]);
    let oldest = rendered.item("O1");
    assert_eq!(texts(&oldest, "#nav > ul > li > a"), ["หน้าแรก", "ปี 2569", "ปี 2568", "ปี 2565"]);
    assert_eq!(text(&oldest, "#nav a[aria-current=true]"), "ปี 2565");
    assert_eq!(text(&rendered.page(SitePage::Year(0)), "#nav a[aria-current=page]"), "ปี 2565");
}

#[test]
fn a_page_below_an_item_leads_to_those_beside_it_newest_first() {
    let months =
        ["2022-10", "2022-11", "2022-12"].map(|month| (format!("2566/o21/{month}.md"), format!("---\ntitle: เดือน {month}\n---\nก\n")));
    let rendered = site(&months.each_ref().map(|(path, page)| (path.as_str(), page.as_str())));
    let page = rendered.child("O21", 1);
    assert_eq!(texts(&page, "#siblings a"), ["เดือน 2022-12", "เดือน 2022-11", "เดือน 2022-10"]);
    assert_eq!(text(&page, "#siblings [aria-current=page]"), "เดือน 2022-11");
    assert_eq!([text(&page, "a[rel=prev]"), text(&page, "a[rel=next]")], ["เดือน 2022-10", "เดือน 2022-12"]);
    assert!(all(&rendered.child("O21", 2), "a[rel=next]").is_empty());
    assert_eq!(texts(&rendered.item("O21"), "#pages-below a"), ["เดือน 2022-12", "เดือน 2022-11", "เดือน 2022-10"]);
}

#[test]
fn numbered_parts_keep_their_order_and_an_only_page_has_none_beside_it() {
    let parts = site(&[("2566/o21/1-a.md", "---\ntitle: หนึ่ง\n---\n"), ("2566/o21/2-b.md", "---\ntitle: สอง\n---\n")]);
    assert_eq!(texts(&parts.item("O21"), "#pages-below a"), ["หนึ่ง", "สอง"]);
    assert!(all(&site(&[("2566/o21/2022-10.md", PAGE)]).child("O21", 0), "#siblings").is_empty());
}

#[test]
fn of_many_pages_below_an_item_only_its_own_page_lists_all() {
    let many: Vec<(String, String)> = (0..50).map(|n| (format!("2566/o21/{n:02}.md"), format!("---\ntitle: ฉบับ {n}\n---\n"))).collect();
    let rendered = site(&many.iter().map(|(path, page)| (path.as_str(), page.as_str())).collect::<Vec<_>>());
    let page = rendered.child("O21", 25);
    assert!(all(&page, "#siblings").is_empty());
    assert_eq!([text(&page, "a[rel=prev]"), text(&page, "a[rel=next]")], ["ฉบับ 24", "ฉบับ 26"]);
    assert!(all(&page, ".breadcrumb a").iter().any(|link| link.attr("href") == Some("../index.html")));
    assert_eq!(texts(&rendered.item("O21"), "#pages-below a").len(), 50);
}

#[test]
fn an_unfiled_item_names_the_newest_year_that_has_it_and_whom_to_ask() {
    let rendered = site(&[("2565/o1.md", PAGE), ("2566/o1.md", PAGE), ("2564/o2.md", PAGE)]);
    let page = rendered.item("O1");
    assert_eq!(text(&page, ".nothing .newest a"), "O1 ปีงบประมาณ พ.ศ. 2566");
    assert_eq!(all(&page, ".nothing .newest a")[0].value().attr("href"), Some("../../2566/o1/index.html"));
    assert_eq!(text(&page, ".nothing .ask"), "สอบถามได้ที่ กองช่าง · โทรศัพท์ 0 4281 2345");
}

#[test]
fn the_home_page_has_one_list_of_years_with_their_results() {
    let results = "2564: {total: 68.16, grade: C}\n2565: {total: 88, grade: A}\n";
    let home = site(&[("2565/o1.md", PAGE), ("assessments.yaml", results)]).page(SitePage::Home);
    let rows = texts(&home, "#all-years li");
    assert_eq!(rows[0], "ปีงบประมาณ พ.ศ. 2565 มีข้อมูลแล้ว 1 จาก 43 ข้อ ผลการประเมิน ITA ที่ประกาศแล้ว 88.00 A");
    assert_eq!(rows[1], "ปีงบประมาณ พ.ศ. 2564 ผลการประเมิน ITA ที่ประกาศแล้ว 68.16 C");
    let tasks = texts(&home, "#checklist .tasks li[data-filed=some] .state");
    assert_eq!(tasks.len(), 1);
    assert!(tasks[0].starts_with("มีข้อมูลแล้ว 1 จาก "), "{tasks:?}");
    assert!(!texts(&home, "#checklist .tasks li[data-filed=no]").is_empty());
}
