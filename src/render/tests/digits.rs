//! `view: {digits: thai}`: the whole page, and no data file.

use super::{all, csv, site};
use crate::site::SitePage;

const PAGE: &str = "---
title: ผลปี 2565
adopted: {date: 2022-01-31}
assessment: {total: 89.75, instruments: [{id: IIT, indicators: [{no: 1, score: {value: 89.75, as_written: 8๙.75}}]}]}
view: {digits: thai}
---
รวม 12 เรื่องตาม O42
";

#[test]
fn a_page_in_thai_digits_has_no_other_number() {
    let rendered = site(&[("2565/o42.md", PAGE)]);
    let page = rendered.item("O42");
    let mut shown: Vec<&str> = all(&page, "body").iter().flat_map(|body| body.text()).collect();
    // Addresses stay as they are.
    shown.retain(|text| {
        !text.contains("://") && !text.contains("O4") && !text.contains("8๙.75") && text.contains(|c: char| c.is_ascii_digit())
    });
    assert!(shown.is_empty(), "{shown:?}");
    assert_eq!(all(&page, "body[data-digits=thai]").len(), 1, "numbers before points are those of the browser");
    assert!(rendered.html(SitePage::Written(rendered.id("O42"))).contains("รวม ๑๒ เรื่องตาม O42"));
    assert!(rendered.html(SitePage::Written(rendered.id("O1"))).contains("2565"), "another page keeps its digits");
}

#[test]
fn a_data_file_has_figures_that_programs_read() {
    let rendered = site(&[("2565/o42.md", PAGE)]);
    let scores = csv(&rendered.site, &rendered.theme, rendered.id("O42"), "scores").unwrap();
    assert!(scores.contains(",89.75"), "{scores}");
    assert!(!scores.contains(['๘', '๗', '๑']), "{scores}");
}
