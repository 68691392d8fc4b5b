//! Where a row becomes a card: labels of its cells, and roles that say it is still a row.

use super::{all, plan_and_progress, texts};

#[test]
fn every_cell_but_the_title_has_the_label_of_its_column() {
    let page = plan_and_progress().item("O42");
    let heads = texts(&page, "#plan thead th");
    for row in all(&page, "#plan tbody tr[data-measure]") {
        let cells: Vec<_> = row.child_elements().collect();
        assert_eq!(cells[0].value().attr("data-label"), None, "the title of the card");
        let labels: Vec<&str> = cells.iter().skip(1).filter_map(|cell| cell.value().attr("data-label")).collect();
        assert_eq!(labels, heads.iter().skip(1).map(String::as_str).collect::<Vec<_>>());
    }
}

#[test]
fn columns_of_one_status_have_one_label_and_those_without_the_mark_are_empty() {
    let page = plan_and_progress().item("O43");
    let status = all(&page, "#progress tr[data-measure=m2] [data-label='สถานะการดำเนินการ']");
    assert_eq!(status.len(), 3, "one for each column");
    assert_eq!(status.iter().filter(|cell| cell.inner_html().is_empty()).count(), 2, "white space would make a card show them");
}

#[test]
fn a_table_says_what_it_is_however_it_is_displayed() {
    let rendered = plan_and_progress();
    for page in ["O42", "O43"].map(|code| rendered.item(code)) {
        for (element, roles) in [
            ("table", &["table none"][..]),
            (":is(thead, tbody)", &["rowgroup"]),
            ("tr", &["row"]),
            ("thead th", &["columnheader"]),
            ("tbody th", &["rowheader"]),
            ("td", &["cell"]),
        ] {
            let found = all(&page, &format!("main {element}"));
            assert!(!found.is_empty(), "{element}");
            for element in found {
                let role = element.value().attr("role").unwrap_or_default();
                assert!(roles.contains(&role), "{}", element.html());
            }
        }
    }
}
