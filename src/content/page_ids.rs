//! The anchors that the parts of a page have by themselves, so that no heading of its text takes
//! them (AR7).

use super::front_matter::FrontMatter;

/// Ids of the frame of every page, set by the templates.
const FRAME: [&str; 8] = ["main", "about", "components", "evidence", "same-subject", "pages-below", "nav", "neighbours"];

/// Every id that the page of `front_matter` prints outside its Markdown.
pub fn page_ids(front_matter: &FrontMatter) -> Vec<&str> {
    let measures = front_matter.measures.iter().map(|measure| measure.id.value.as_str());
    let issues = front_matter.issues.iter().map(|issue| issue.id.value.as_str());
    FRAME.into_iter().chain(block_ids(front_matter)).chain(measures).chain(issues).collect()
}

/// Ids of the structured parts that this page has.
pub fn block_ids(front_matter: &FrontMatter) -> Vec<&'static str> {
    let has = |present: bool, id: &'static str| present.then_some(id);
    let parts = [
        has(front_matter.assessment.is_some(), "analysis"),
        has(front_matter.assessment.as_ref().is_some_and(|assessment| !assessment.instruments.is_empty()), "scores"),
        has(front_matter.issues.is_empty() && has_questions(front_matter), "questions"),
        has(!front_matter.issues.is_empty(), "issues"),
        has(!front_matter.measures.is_empty(), "measures"),
        has(!front_matter.measures.is_empty(), "plan"),
        has(front_matter.progress.is_some(), "progress"),
        has(front_matter.memo.is_some(), "memo"),
    ];
    parts.into_iter().flatten().collect()
}

/// Whether there are scores by question; beside issues, the issues quote them.
fn has_questions(front_matter: &FrontMatter) -> bool {
    front_matter.assessment.as_ref().is_some_and(|assessment| !assessment.questions.is_empty())
}

/// Names of the tables that the page of `front_matter` has, each also published as `NAME.csv`.
pub fn table_names(front_matter: &FrontMatter) -> Vec<&'static str> {
    const TABLES: [&str; 5] = ["scores", "questions", "issues", "measures", "progress"];
    let ids = block_ids(front_matter);
    TABLES.into_iter().filter(|name| ids.contains(name)).collect()
}
