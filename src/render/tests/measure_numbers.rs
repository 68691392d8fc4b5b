//! The numbers of measures are those of the paper, or of the file, in every table and order.

use super::{csv, site, texts};

const PLAN: &str = "---
title: ก
measures:
  - {id: a, title: งานแรก, addresses: {indicators: [6]}, steps: [ก]}
  - {id: b, title: งานที่สอง, addresses: {indicators: [1]}, steps: [ข]}
  - {id: c, title: {value: งานที่สาม, as_written: (๗) งานสาม}, addresses: {indicators: [2]}}
  - {id: d, title: ๓) งานที่สี่}
issues: [{id: i, title: เรื่อง, measures: [b, a]}]
view: {group_by: instrument}
---
";

const PROGRESS: &str = "---
title: ข
progress: {of: {item: O42}, entries: [{measures: [c, a], status: done}, {measure: b, status: done}]}
view: {group_by: instrument}
---
";

#[test]
fn grouping_changes_no_number() {
    let rendered = site(&[("2565/o42.md", PLAN), ("2565/o43.md", PROGRESS)]);
    let plan = rendered.item("O42");
    assert_eq!(texts(&plan, "#plan [data-field=title]"), ["(๗) งานที่สาม *1", "๓) งานที่สี่"]);
    assert_eq!(texts(&plan, "#issues [data-field=title] .part"), ["2. งานที่สอง", "1. งานแรก"]);
    assert_eq!(texts(&plan, "#issues [data-field=steps] .part"), ["2.", "1."]);
    let progress = rendered.item("O43");
    assert_eq!(texts(&progress, "#progress [data-measure=b] [data-field=title]"), ["2. งานที่สอง 1 การปฏิบัติหน้าที่"]);
    assert!(texts(&progress, "#progress [data-field=title] li").contains(&"1. งานแรก".to_owned()));
}

#[test]
fn a_data_file_has_the_id_and_the_title_alone() {
    let rendered = site(&[("2565/o42.md", PLAN)]);
    let table = csv(&rendered.site, &rendered.theme, rendered.id("O42"), "measures").unwrap();
    assert!(table.contains(",งานแรก,") && !table.contains("1. งานแรก"), "{table}");
}
