//! Where the paper words something otherwise: a mark in the cell, the words at the foot.

use super::{all, site, text, texts};

const PAGE: &str = "---
title: ก
unit: {value: สำนักปลัด, as_written: สนป.}
measures:
  - {id: m1, title: ก, responsible: {units: [{value: สำนักปลัด, as_written: สนป.}, {value: กองช่าง, as_written: ช่าง}]}}
---
## note:1
";

#[test]
fn a_cell_has_a_mark_and_the_foot_the_words_once() {
    let page = site(&[("2565/o42.md", PAGE)]).item("O42");
    assert_eq!(texts(&page, "#plan [data-field=responsible] li"), ["สำนักปลัด *1", "กองช่าง *2"]);
    assert_eq!(text(&page, "#about [data-field=unit]"), "สำนักปลัด *1");
    assert_eq!(texts(&page, ".notes li"), ["*1 ต้นฉบับเขียนว่า “สนป.”", "*2 ต้นฉบับเขียนว่า “ช่าง”"]);
    for mark in all(&page, ".note-mark a") {
        let id = mark.value().attr("href").unwrap().trim_start_matches('#');
        assert_eq!(all(&page, &format!("[id='{id}']")).len(), 1, "{id}");
    }
    assert!(all(&site(&[("2565/o42.md", "---\ntitle: ก\n---\n")]).item("O42"), ".notes").is_empty());
}
