//! SC2: the grade follows from the total by the grade table of the year.

use super::figures::{Figures, each};
use crate::check::{Check, CheckContext, CheckScope};
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::score::{Points, possible_grades};

pub(super) const CHECK: Check = Check { run: CheckScope::Site(run) };

fn run(checked: &CheckContext<'_>) -> Diagnostics {
    each(checked.site, |figures| mismatch(figures).into_iter().collect())
}

fn mismatch(figures: &Figures<'_>) -> Option<Diagnostic> {
    let (catalogue, assessment) = (figures.catalogue?, figures.assessment?);
    let (total, grade) = (assessment.total.as_ref()?, assessment.grade.as_ref()?);
    let points = Points::of(total.value)?;
    let possible = possible_grades(catalogue, points, &figures.instruments());
    if possible.is_empty() {
        return None;
    }
    let fits = |said: &str| possible.iter().any(|grade| names(said, &grade.name));
    let said = [Some(grade.value.as_str()), grade.as_written.as_deref()].into_iter().flatten().find(|said| !fits(said))?;
    let right: Vec<&str> = possible.iter().map(|grade| grade.name.as_str()).collect();
    let finding = figures.finding("grade-mismatch", &grade.span).with("grade", said).with("total", points).with("right", right.join(" / "));
    let year = catalogue.fiscal_year.value;
    let finding = finding.with("year", year).with_some("unconfirmed", (!catalogue.grades_attested).then_some(year));
    Some(finding)
}

/// True if a text names the grade: “ระดับ B”, “b”, “B (ดี)”.
pub(super) fn names(said: &str, grade: &str) -> bool {
    let plain = |text: &str| text.split_whitespace().collect::<String>().to_ascii_uppercase();
    let said = said.trim().trim_start_matches("ระดับ");
    let grade = plain(grade);
    plain(said) == grade || said.split(|c: char| c.is_whitespace() || "()/,:".contains(c)).any(|word| plain(word) == grade)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_grade_is_recognised_in_the_words_of_papers() {
        for said in ["B", "b", "ระดับ B", "ระดับB", "B (ดี)", "ดี/B"] {
            assert!(names(said, "B"), "{said}");
        }
        assert!(names("ผ่าน ดี", "ผ่านดี") && !names("ผ่าน", "ผ่านดี") && !names("ผ่านดี", "ผ่าน") && !names("AA", "A"));
    }
}
