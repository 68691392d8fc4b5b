//! What the tables of a page show, and their twins as CSV.

use super::*;

#[test]
fn the_scores_stand_by_indicator_with_one_reading_for_each_instrument() {
    let page = plan_and_progress().item("O42");
    assert_eq!(text(&page, "#scores tr[data-indicator='1'] [data-field=score]"), "90.40");
    assert_eq!(text(&page, "#scores tr[data-indicator='1'] [data-field=name]"), "1 การปฏิบัติหน้าที่");
    assert!(all(&page, "#plan [headers], #plan th[id]").is_empty(), "scopes say it");
    let below = all(&page, "#scores tr.below td");
    assert_eq!((below.len(), below[0].value().attr("colspan"), below[0].value().attr("headers")), (1, Some("3"), Some("scores:g1")));
    assert_eq!(text(&page, "#scores tr.below"), "ประเด็นที่ต้องแก้ไข ปรับปรุง หรือรักษาระดับ ควรให้ติดตามเรื่องได้");
    assert_eq!(text(&page, "#scores [data-field=reading]"), "ควรให้ติดตามเรื่องได้");
    assert_eq!(all(&page, "#scores thead th").len(), 3);
    assert_eq!(text(&page, "#scores tr[data-indicator='2'] [data-claim=fail]"), "✕ ไม่ผ่าน *2");
    assert_eq!(text(&page, "#scores [data-claim=fail] .status .icon"), "✕", "a sign, not only one syllable, tells it from a pass");
    assert_eq!(texts(&page, "#scores tr.group").len(), 2);
    assert_eq!(text(&page, "#analysis [data-field=total]"), "68.16");
    assert_eq!(text(&page, "#analysis [data-field=grade]"), "C *1");
    assert_eq!(texts(&page, ".notes li"), ["*1 ต้นฉบับเขียนว่า “B”", "*2 ต้นฉบับเขียนว่า “ผ่าน”"]);
}

#[test]
fn what_states_no_result_is_not_called_one() {
    let headings = |assessment: &str| {
        let page = site(&[("2565/o42.md", &format!("---\ntitle: ก\nassessment: {assessment}\n---\n"))]).item("O42");
        (text(&page, "#analysis h2"), texts(&page, "#scores caption"))
    };
    let named = "การประเมิน ITA ที่เอกสารนี้อ้างถึง".to_owned();
    assert_eq!(headings("{instruments: [{id: IIT, indicators: [{no: 2}]}]}"), (named.clone(), vec!["ตัวชี้วัดที่อ้างถึง".to_owned()]));
    assert_eq!(headings("{year: 2565}"), (named, vec![]));
    let scored = headings("{year: 2565, instruments: [{id: IIT, indicators: [{no: 2, score: 90}]}]}");
    assert_eq!(scored, ("ผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2565".to_owned(), vec!["คะแนนรายตัวชี้วัด".to_owned()]));
    assert_eq!(headings("{total: 90}").0, "ผลการประเมิน ITA");
}

#[test]
fn the_plan_shows_the_columns_that_have_content() {
    let page = plan_and_progress().item("O42");
    assert_eq!(texts(&page, "#plan tr#m1 [data-field=steps] li"), ["อบรม", "ทำคู่มือ"]);
    assert_eq!(text(&page, "#plan tr#m1 [data-field=title]"), "1. แยกเรื่อง <ส่วนตัว>");
    assert_eq!(text(&page, "#plan tr#m1 [data-field=period]"), "ม.ค. 2565 – มี.ค. 2565");
    assert_eq!(text(&page, "#plan tr#m2 [data-field=period]"), "ตลอดปี (ต.ค. 2564 – ก.ย. 2565)");
    assert!(texts(&page, "#plan [data-field=budget]").is_empty());
    assert_eq!(text(&page, "#about [data-field=fiscal-year]"), "2565");
    assert_eq!(text(&page, "#about [data-field=adopted]"), "31 มกราคม 2565 ที่ประชุมร่วม");
}

#[test]
fn points_that_their_author_numbered_get_no_second_number() {
    let measure = |steps: &str| format!("---\nmeasures:\n  - {{id: m1, title: ก, steps: [{steps}]}}\n---\n");
    let numbered = |steps: &str| {
        let rendered = site(&[("2565/o42.md", &measure(steps))]);
        let marked = all(&rendered.item("O42"), "#plan [data-field=steps] ol.marked").len();
        let table = csv(&rendered.site, &rendered.theme, rendered.id("O42"), "measures").unwrap();
        (marked, table.contains("1. 1. "), texts(&rendered.item("O42"), "#plan [data-field=steps] li"))
    };
    let as_typed = |points: &[&str]| points.iter().map(|point| (*point).to_owned()).collect::<Vec<_>>();
    assert_eq!(numbered("1. อบรม, 2. สอบ"), (1, false, as_typed(&["1. อบรม", "2. สอบ"])));
    assert_eq!(numbered("(๑) อบรม, (๒) สอบ"), (1, false, as_typed(&["(๑) อบรม", "(๒) สอบ"])));
    assert_eq!(numbered("• อบรม, • สอบ"), (1, false, as_typed(&["• อบรม", "• สอบ"])));
    assert_eq!(numbered("อบรม, สอบ"), (0, false, as_typed(&["อบรม", "สอบ"])));
}

#[test]
fn the_progress_takes_its_measures_from_the_plan_and_marks_one_status_in_words() {
    let page = plan_and_progress().item("O43");
    assert_eq!(text(&page, "#progress tr[data-measure=m2] [data-field=title]"), "๒. ทำมาตรการภายใน ๙ การเปิดเผยข้อมูล");
    assert_eq!(text(&page, "#progress tr[data-measure=m2] [data-field=status][data-status=done]"), "✓ ดำเนินการแล้ว");
    assert_eq!(texts(&page, "#progress tr[data-measure=m2] [data-field=status]").len(), 1);
    assert_eq!(text(&page, "#progress th[scope=col][colspan='3']"), "สถานะการดำเนินการ");
    assert_eq!(all(&page, "#progress tr[data-measure=m2] [data-field=title] a")[0].value().attr("href"), Some("../o42/index.html#m2"));
    let groups = texts(&page, "#progress tr.group");
    assert!(groups[0].starts_with("IIT ") && groups[1].starts_with("OIT "), "{groups:?}");
    assert_eq!(texts(&page, "#progress tr[data-measure]").len(), 2);
    assert_eq!(all(&page, "#progress [data-field=evidence] a")[0].value().attr("href"), Some("https://example.go.th/order"));
    assert_eq!(text(&page, "#about [data-field=round]"), "รอบ ๖ เดือน");
    assert_eq!(text(&page, "#about [data-field=plan]"), "O42 แผนมาตรการ ๒๕๖๕");
}

#[test]
fn every_heading_of_a_table_says_what_it_is_the_heading_of() {
    for code in ["O42", "O43"] {
        let page = plan_and_progress().item(code);
        for (headings, scope) in [("thead th", "col"), ("tr.group th", "rowgroup"), ("tbody tr:not(.group) > th", "row")] {
            let scopes: Vec<_> = all(&page, &format!("main table {headings}")).iter().map(|th| th.attr("scope")).collect();
            assert!(!scopes.is_empty() && scopes.iter().all(|own| *own == Some(scope)), "{code} {headings}: {scopes:?}");
        }
    }
    // One heading for several columns stands above as many cells.
    let page = plan_and_progress().item("O43");
    let (over, leaves) = (all(&page, "#progress thead th[colspan='3']").len(), all(&page, "#progress thead tr:last-child th").len());
    assert_eq!((over, leaves), (1, 3));
    for named in all(&page, "[headers]") {
        assert_eq!(all(&page, &format!("[id='{}']", named.attr("headers").unwrap())).len(), 1);
    }
}

#[test]
fn topics_show_questions_with_scores_findings_and_stated_limitations() {
    let issues = "---
title: มาตรการ
assessment:
  questions: [{id: E6, score: 73.91, text: ช่องทางเข้าถึงง่าย}, {id: I21, score: 100}]
issues:
  - id: t3
    title: ช่องทางเผยแพร่
    questions: [E6]
    findings: [{for: [E6], percent: 4.26, text: เข้าถึงยาก}]
    limitations: [ขาดงบ]
    measures: [t3m]
  - {id: t4, title: ทรัพย์สิน, questions: [I21], limitations: [], measures: [t3m]}
measures:
  - {id: t3m, title: ปรับเว็บ, steps: [ปรับข้อมูล], responsible: {units: [สำนักปลัด]}, period: {quarters: [1, 2, 3, 4]}}
---
";
    let rendered = site(&[("2567/o34.md", issues)]);
    let page = rendered.item("O34");
    let row = "#issues tr#t3[data-issue=t3]";
    assert_eq!(text(&page, &format!("{row} [data-field=questions] li")), "E6 ช่องทางเข้าถึงง่าย 73.91");
    assert_eq!(text(&page, &format!("{row} [data-field=findings] li")), "E6 เข้าถึงยาก ร้อยละ 4.26");
    assert_eq!(all(&page, &format!("{row} [data-field=title] a"))[0].value().attr("href"), Some("#t3m"), "both issues have it");
    assert_eq!(text(&page, "#plan tr#t3m [data-field=period]"), "ไตรมาส 1–4");
    assert_eq!(text(&page, &format!("{row} [data-field=limitations] li")), "ขาดงบ");
    assert_eq!(text(&page, "#issues tr#t4 [data-field=limitations]"), "ไม่มี");
    assert_eq!(all(&page, "#issues thead tr").len(), 2);
    assert!(all(&page, "table#questions").is_empty());
}

#[test]
fn tables_become_csv_with_one_complete_row_each_and_no_formula() {
    let hostile = PLAN.replace("title: ทำมาตรการภายใน", "title: '=1+1'");
    let rendered = site(&[("2565/o42.md", &hostile)]);
    let id = rendered.id("O42");
    let scores = csv(&rendered.site, &rendered.theme, id, "scores").unwrap();
    let rows: Vec<Vec<String>> = ::csv::Reader::from_reader(scores.trim_start_matches('\u{FEFF}').as_bytes())
        .records()
        .map(|record| record.unwrap().iter().map(str::to_owned).collect())
        .collect();
    assert!(scores.starts_with('\u{FEFF}'));
    assert!(rows[1][1].starts_with("IIT "), "{rows:?}");
    assert_eq!([&rows[1][0], &rows[1][3], &rows[1][6]], ["2", "84.94", "ควรให้ติดตามเรื่องได้"]);
    assert_eq!([&rows[1][4], &rows[1][5]], ["ไม่ผ่าน", "ต้นฉบับเขียนว่า “ผ่าน”"]);
    assert!(csv(&rendered.site, &rendered.theme, id, "measures").unwrap().contains("m2,'=1+1,"));
    assert_eq!(csv(&rendered.site, &rendered.theme, id, "progress"), None);
}
