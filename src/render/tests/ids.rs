//! Every id of the default theme is known to `content::program_ids`, and stands once on its page.

use std::collections::BTreeSet;

use scraper::{Html, Selector};

use super::site;
use crate::content::program_ids;
use crate::site::SitePage;

/// Ids of all kinds that an author can write, and every block that a page can have.
const WHOLE: &str = "---
title: แผนและผล
fiscal_year: 2565
as_of: 2022-03-31
unit: สำนักปลัด
evidence:
  - {id: d, page: 2565/o43, title: ผล}
  - {id: e, page: 2565/o43, title: ผลอีกฉบับ}
assessment:
  year: 2564
  instruments:
    - {id: IIT, indicators: [{no: 1, score: 80.00}, {no: 2, score: 90.00}]}
issues: [{id: i1, title: เรื่องแรก, measures: [m1]}]
memo: {subject: รายงาน, to: นายก, body: ก}
measures:
  - {id: m1, title: งานแรก, responsible: {units: [สำนักปลัด]}, period: {quarters: [1]}}
  - {id: m2, title: งานที่สอง, responsible: {units: [กองคลัง]}, period: {quarters: [2]}}
progress: {entries: [{measure: m1, status: done, results: [แล้ว]}, {measure: m2, status: in_progress}]}
---
## หัวข้อ {#own}

ก[^1]

[^1]: ข
";

const REPORT: &str = "---
title: ผล
progress: {of: {item: O42}, entries: [{measure: m1, status: done, results: [แล้ว]}, {measure: m2, status: in_progress}]}
---
";

const QUESTIONS: &str = "---
title: คะแนน
assessment:
  instruments: [{id: EIT, indicators: [{no: 6, score: 80.00}, {no: 7, score: 85.00}]}]
  questions: [{id: E1, score: 80.00}]
---
";

fn ids(html: &str) -> Vec<String> {
    let all = Selector::parse("[id]").unwrap();
    Html::parse_document(html).select(&all).filter_map(|element| element.value().id()).map(str::to_owned).collect()
}

#[test]
fn the_list_of_ids_has_each_of_the_default_theme_and_none_stands_twice() {
    let rendered = site(&[
        ("2565/o42.md", WHOLE),
        ("2565/o42/more.md", "---\ntitle: หน้าย่อย\n---\nก\n"),
        ("2565/o42/second.md", "---\ntitle: หน้าย่อยที่สอง\n---\nก\n"),
        ("2565/o43.md", REPORT),
        ("2565/o1.md", QUESTIONS),
        ("2564/o42.md", "---\ntitle: แผนปีก่อน\n---\nก\n"),
        ("pages/contact.md", "---\ntitle: ติดต่อ\n---\n## ที่อยู่\n"),
    ]);
    let mut seen = BTreeSet::new();
    for page in rendered.site.site_pages() {
        let ids = ids(&rendered.html(page));
        let unique: BTreeSet<&String> = ids.iter().collect();
        assert_eq!(unique.len(), ids.len(), "{page:?}: {ids:?}");
        let SitePage::Written(written) = page else { continue };
        let Some(document) = rendered.site.page(written).map(|page| &page.document) else { continue };
        let own = document.front_matter.measures.iter().map(|measure| measure.id.value.as_str());
        let own = own.chain(document.front_matter.issues.iter().map(|issue| issue.id.value.as_str()));
        let own: BTreeSet<&str> = own.chain(document.body.outline.anchors()).collect();
        let known = program_ids(&document.front_matter);
        for id in ids.iter().filter(|id| !own.contains(id.as_str()) && !id.contains(':')) {
            assert!(known.iter().any(|known| known == id), "{page:?}: {id} is missing in content::program_ids");
            seen.insert(id.clone());
        }
    }
    let wanted = ["evidence-d", "more-evidence", "plan-caption", "scores-chart", "questions-caption", "siblings", "issues", "memo"];
    let unseen: Vec<_> = wanted.iter().filter(|id| !seen.contains(**id)).collect();
    assert!(unseen.is_empty(), "the pages of this test lack {unseen:?}: {seen:?}");
}
