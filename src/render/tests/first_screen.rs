//! What stands first on a page: its sum, the principal document, the components.

use super::{all, plan_and_progress, site, text, texts};

fn sum(page: &str) -> Vec<String> {
    texts(&site(&[("2565/o42.md", page)]).item("O42"), ".sum")
}

#[test]
fn the_sum_counts_what_the_page_states() {
    let target = "assessment: {total: 90.85, grade: A, target: 85, instruments: [{id: IIT, indicators: [{no: 1, score: 85}, {no: 2, score: 84.99}]}]}";
    let measures = "measures: [{id: m1, title: ก}, {id: m2, title: ข}]";
    assert_eq!(sum(&format!("---\ntitle: ก\n{target}\n{measures}\n---\n")), ["คะแนนรวม 90.85 ระดับ A · 1 จาก 2 ตัวชี้วัดถึงเป้า 85 · 2 มาตรการ"]);
    assert_eq!(text(&plan_and_progress().item("O43"), ".sum"), "ดำเนินการแล้ว ๑ · ยังไม่ดำเนินการ ๑");
}

#[test]
fn nothing_is_summed_that_the_page_does_not_state() {
    assert!(sum("---\ntitle: ก\n---\nข้อความ\n").is_empty());
    let without = |assessment: &str| sum(&format!("---\ntitle: ก\nassessment: {assessment}\n---\n"));
    assert!(without("{instruments: [{id: IIT, indicators: [{no: 1, score: 90}]}]}").is_empty(), "no target");
    assert!(without("{target: 85, instruments: [{id: IIT, indicators: [{no: 1, score: 90}, {no: 2}]}]}").is_empty(), "a score is missing");
    assert!(without("{target: 85}").is_empty());
}

#[test]
fn pages_below_count_on_the_page_of_their_item_alone() {
    let rendered = site(&[("2566/o21/index.md", "---\ntitle: ก\n---\n"), ("2566/o21/2022-10.md", "---\ntitle: ข\n---\n")]);
    assert_eq!(text(&rendered.item("O21"), ".sum"), "1 หน้าย่อย");
    assert!(all(&rendered.child("O21", 0), ".sum").is_empty());
}

#[test]
fn the_principal_document_is_the_first_file_and_no_other_one_is_lost() {
    let evidence = "---\ntitle: ก\nevidence:\n  - {url: 'https://example.go.th/', title: เว็บ}\n  - {file: signed.pdf, title: ฉบับลงนาม}\n  - {url: 'https://example.go.th/2', title: เว็บสอง}\n---\n";
    let page = site(&[("2565/o42/index.md", evidence)]).item("O42");
    assert!(text(&page, "#evidence li").starts_with("ฉบับลงนาม"));
    assert_eq!(text(&page, "#evidence .more a[href='#more-evidence']"), "เอกสารอื่นอีก 2 รายการ");
    assert_eq!(texts(&page, "#more-evidence li a"), ["เว็บ", "เว็บสอง"]);
}

#[test]
fn text_that_is_marked_stands_before_the_tables() {
    let page = |view: &str| {
        let text = format!("---\ntitle: ก\nmeasures: [{{id: m1, title: ข}}]\n{view}---\nคำนำของหน้า\n");
        let shown = super::text(&site(&[("2565/o42.md", &text)]).item("O42"), "main");
        shown.find("คำนำของหน้า") < shown.find("1. ข")
    };
    assert_eq!([page("view: {text: before}\n"), page("view: {text: after}\n"), page("")], [true, false, false]);
}
