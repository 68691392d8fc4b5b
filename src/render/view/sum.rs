//! The sum of a page: one line below its heading, of figures that stand on the page. What the page
//! does not state is not counted.

use crate::content::front_matter::{Assessment, FrontMatter, IndicatorScore, Status};
use crate::render::page_context::PageContext;
use crate::site::{Page, YearItem};

/// The parts of the sum: score and grade, indicators that reach the target, numbers of issues and
/// measures, measures by status, pages below. Empty if there is nothing to count.
pub fn sum(writer: &PageContext<'_>, page: Option<&Page>, entry: Option<&YearItem>) -> Vec<String> {
    let front_matter = page.map(|page| &page.document.front_matter);
    let assessment = front_matter.and_then(|front_matter| front_matter.assessment.as_deref());
    let score = assessment.and_then(|assessment| score(writer, assessment));
    let target = assessment.and_then(|assessment| target(writer, assessment));
    let counts = front_matter.into_iter().flat_map(|front_matter| counts(writer, front_matter));
    let children = entry.map(|entry| entry.children.len()).and_then(|n| count(writer, "sum_pages", n));
    score.into_iter().chain(target).chain(counts).chain(children).collect()
}

/// `90.85 ผ่านดี`.
fn score(writer: &PageContext<'_>, assessment: &Assessment) -> Option<String> {
    let total = assessment.total.as_ref().map(|total| writer.words("sum_total", &[("score", &writer.score(total.value))]));
    let grade = assessment.grade.as_ref().map(|grade| writer.words("sum_grade", &[("grade", &grade.value)]));
    let parts: Vec<String> = total.into_iter().chain(grade).collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// `9 จาก 10 ตัวชี้วัดถึงเป้า`, if the page has a target and scores of indicators.
fn target(writer: &PageContext<'_>, assessment: &Assessment) -> Option<String> {
    let target = assessment.target.as_ref()?.value.value;
    let indicators: Vec<&IndicatorScore> = assessment.instruments.iter().flat_map(|instrument| &instrument.indicators).collect();
    let scores: Vec<f64> = indicators.iter().filter_map(|indicator| Some(indicator.score.as_ref()?.value.value)).collect();
    let reached = scores.iter().filter(|score| **score >= target).count();
    let figures = [("n", writer.figure(reached)), ("all", writer.figure(scores.len())), ("target", writer.figure(target))];
    let figures = figures.each_ref().map(|(name, figure)| (*name, figure.as_str()));
    // Where some indicators have no score, their number would say something else.
    (!scores.is_empty() && scores.len() == indicators.len()).then(|| writer.words("sum_target", &figures))
}

fn counts(writer: &PageContext<'_>, front_matter: &FrontMatter) -> Vec<String> {
    let issues = count(writer, "sum_issues", front_matter.issues.len());
    let measures = count(writer, "sum_measures", front_matter.measures.len());
    let entries = front_matter.progress.iter().flat_map(|progress| &progress.entries);
    let of_status = |status: &Status| {
        let is_so =
            |entry: &&crate::content::front_matter::ProgressEntry| entry.status.as_ref().is_some_and(|given| given.value == *status);
        let n: usize = entries.clone().filter(is_so).map(|entry| entry.measures.len()).sum();
        let word = writer.word(&format!("status_{}", status.key()));
        (n > 0).then(|| writer.words("sum_status", &[("status", &word), ("n", &writer.figure(n))]))
    };
    let progress = Status::ALL.iter().rev().filter_map(of_status);
    issues.into_iter().chain(measures).chain(progress).collect()
}

fn count(writer: &PageContext<'_>, key: &str, n: usize) -> Option<String> {
    (n > 0).then(|| writer.words(key, &[("n", &writer.figure(n))]))
}
