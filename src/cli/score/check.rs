//! `prongsai score check`: every published result recomputed, inverted, and checked for
//! consistency.

use serde_json::{Value, json};

use super::{counts, counts_json, json_text, lines, reader};
use crate::attachment::Inspected;
use crate::base::{ASSESSMENTS_FILE, Lang};
use crate::catalogue::{Catalogue, Indicator, Instrument};
use crate::check::CheckContext;
use crate::cli::arguments::{CommonArgs, ScoreCheck, ScoreFormat};
use crate::cli::{CommandResult, ExitStatus, give, heard, root, say, show, today};
use crate::content::front_matter::Assessment;
use crate::diagnostics::Purpose;
use crate::pipeline::{self, Request};
use crate::report::print::{Format, objects, print, summary};
use crate::report::severity_policy::SeverityPolicy;
use crate::score::{self, Exact, Inversion, Points, Scores};
use crate::site::Site;
use crate::thai::FiscalYear;
use crate::words;

/// Maximum number of solutions printed for people; JSON has them all.
const MAX_SHOWN: usize = 5;

pub(super) fn run(common: &CommonArgs, options: &ScoreCheck, lang: Lang) -> CommandResult {
    let root = root::find(common)?;
    let Some(today) = today() else { return Ok(ExitStatus::BadCommand) };
    let understood = pipeline::understand(&Request::to_look(root, Purpose::Submission, today))?;
    let Some(planned) = &understood.planned else {
        show(&understood.report, Format::Human, &understood.tree, lang, common);
        return Ok(ExitStatus::ContentProblems);
    };
    let site = &planned.site;
    let no_attachments = Inspected::default();
    let found = crate::check::run_scores(&CheckContext::of(site, &understood.tree, &no_attachments, today));
    let contradictions = SeverityPolicy::new(site.config.checks.clone(), Purpose::Submission).apply(found);
    let results = results(site);
    let heard = heard(&contradictions, common);
    let text = match options.format {
        ScoreFormat::Json => {
            let results: Vec<Value> = results.iter().map(|result| as_json(result, lang)).collect();
            json_text(&json!({ "assessments": results, "contradictions": objects(&contradictions, &understood.tree, lang) }))
        }
        ScoreFormat::Human if results.is_empty() && contradictions.findings.is_empty() => words::score::nothing_to_check(lang).to_owned(),
        ScoreFormat::Human => {
            let texts: Vec<String> = results.iter().map(|result| as_text(result, lang)).collect();
            texts.join("\n") + &print(&heard, Format::Human, &understood.tree, lang)
        }
    };
    give(&text, reader(options.format), options.out.out.as_deref(), common, lang)?;
    if let Some(summary) = summary(&heard, lang).filter(|_| options.format == ScoreFormat::Human) {
        say(&summary);
    }
    Ok(if contradictions.has_errors() { ExitStatus::ContentProblems } else { ExitStatus::Fine })
}

/// A published result and the scores read from it.
struct PublishedResult<'s> {
    file: &'s str,
    year: FiscalYear,
    catalogue: &'s Catalogue,
    assessment: &'s Assessment,
    scores: Scores,
}

/// An indicator of the checklist with its score and the inversion of it.
struct IndicatorParts<'s> {
    indicator: &'s Indicator,
    value: Points,
    inversion: Inversion,
}

/// Every result of a year that has a checklist: those of `assessments.yaml` by year, then those of
/// pages that quote other figures.
fn results(site: &Site) -> Vec<PublishedResult<'_>> {
    let of_file = site.assessments.iter().map(|(year, assessment)| (ASSESSMENTS_FILE, Some(*year), assessment));
    let of_pages = site.written_pages().filter_map(|page| {
        let front_matter = &page.document.front_matter;
        Some((page.document.source.as_str(), front_matter.assessed_year(), front_matter.assessment.as_deref()?))
    });
    let result = |(file, year, assessment)| {
        let year: FiscalYear = year?;
        let catalogue = site.catalogues.get(year)?;
        Some(PublishedResult { file, year, catalogue, assessment, scores: score::scores_of(assessment) })
    };
    let mut results: Vec<PublishedResult<'_>> = Vec::new();
    for result in of_file.chain(of_pages).filter_map(result).filter(PublishedResult::has_scores) {
        if !results.iter().any(|known| known.agrees_with(&result)) {
            results.push(result);
        }
    }
    results
}

impl PublishedResult<'_> {
    fn has_scores(&self) -> bool {
        !self.scores.is_empty() || self.assessment.total.is_some()
    }

    fn agrees_with(&self, other: &Self) -> bool {
        let grade = |result: &Self| result.assessment.grade.as_ref().map(|grade| grade.value.clone());
        self.year == other.year && self.scores == other.scores && self.total() == other.total() && grade(self) == grade(other)
    }

    fn total(&self) -> Option<Points> {
        Points::of(self.assessment.total.as_ref()?.value)
    }

    /// Grades of the published total, or of the computed one if none is published.
    fn grades(&self) -> Vec<&str> {
        let computed = || Points::parse(&score::total(self.catalogue, &self.scores)?.printed(2));
        let Some(total) = self.total().or_else(computed) else { return Vec::new() };
        let means = score::instrument_means(self.catalogue, &self.scores);
        score::possible_grades(self.catalogue, total, &means).iter().map(|grade| grade.name.as_str()).collect()
    }

    /// Notes on what is unconfirmed or cannot be computed.
    fn notes(&self, lang: Lang) -> Vec<String> {
        let counts = lines::counts_note(self.catalogue, lang).filter(|_| !self.taken_apart().is_empty());
        let grades = lines::grades_note(self.catalogue, lang).filter(|_| !self.grades().is_empty());
        [counts, lines::weights_note(self.catalogue, lang), grades].into_iter().flatten().collect()
    }

    fn taken_apart(&self) -> Vec<IndicatorParts<'_>> {
        self.catalogue.indicators.iter().filter_map(|indicator| self.take_apart(indicator)).collect()
    }

    fn take_apart<'i>(&self, indicator: &'i Indicator) -> Option<IndicatorParts<'i>> {
        let value = *self.scores.get(&indicator.no)?;
        let numbers: Vec<u32> = score::asked(indicator).iter().map(|(_, count)| *count).collect();
        (!numbers.is_empty()).then(|| IndicatorParts { indicator, value, inversion: score::invert(&numbers, value) })
    }
}

fn as_json(result: &PublishedResult<'_>, lang: Lang) -> Value {
    let means = score::instrument_means(result.catalogue, &result.scores);
    let instruments = means.iter().map(|(instrument, mean)| (instrument.key().to_owned(), Value::from(mean.to_number())));
    let indicators = result.taken_apart();
    let indicators = indicators.iter().map(|apart| {
        let asked = score::asked(apart.indicator);
        json!({
            "indicator": apart.indicator.no,
            "value": apart.value.to_number(),
            "attainable": apart.inversion.is_attainable(),
            "solutions": apart.inversion.solutions.iter().map(|passed| counts_json(&asked, passed)).collect::<Vec<_>>(),
        })
    });
    json!({
        "fiscal_year": result.year,
        "file": result.file,
        "instruments": instruments.collect::<serde_json::Map<_, _>>(),
        "total": result.total().map(Points::to_number),
        "computed_total": score::total(result.catalogue, &result.scores).as_ref().map(Exact::to_number),
        "grade": result.assessment.grade.as_ref().map(|grade| &grade.value),
        "possible_grades": result.grades(),
        "indicators": indicators.collect::<Vec<_>>(),
        "attested": result.catalogue.item_counts_attested,
        "notes": result.notes(lang),
    })
}

fn as_text(result: &PublishedResult<'_>, lang: Lang) -> String {
    let mut text = words::score::result_heading(lang, result.year, result.file) + "\n";
    let means = score::instrument_means(result.catalogue, &result.scores);
    let named: Vec<String> = Instrument::ALL
        .iter()
        .map(|instrument| format!("{} {}", instrument.key(), means.get(instrument).map_or_else(|| "–".to_owned(), |mean| mean.printed(2))))
        .collect();
    text += &format!("  {}\n", named.join(" · "));
    let computed = score::total(result.catalogue, &result.scores);
    text += &format!("  {}\n", lines::total_line(result.total(), computed.as_ref(), result.catalogue, lang));
    let grade = result.assessment.grade.as_ref().map(|grade| grade.value.as_str());
    if let Some(line) = lines::grade_line(grade, &result.grades(), lang) {
        text += &format!("  {line}\n");
    }
    for apart in result.taken_apart() {
        text += &taken_apart_text(&apart, lang);
    }
    for note in result.notes(lang) {
        text += &format!("  {note}\n");
    }
    text
}

fn taken_apart_text(apart: &IndicatorParts<'_>, lang: Lang) -> String {
    let asked = score::asked(apart.indicator);
    let solutions = &apart.inversion.solutions;
    let heading = lines::indicator_line(apart.indicator.no, apart.value, &apart.inversion, lang);
    if let [only] = solutions.as_slice() {
        return format!("  {heading}: {}\n", counts(&asked, only));
    }
    let shown: String = solutions.iter().take(MAX_SHOWN).map(|passed| format!("    {}\n", counts(&asked, passed))).collect();
    let rest = solutions.len().saturating_sub(MAX_SHOWN);
    let rest = if rest > 0 { format!("    {}\n", words::score::and_more(lang, rest)) } else { String::new() };
    format!("  {heading}\n{shown}{rest}")
}
