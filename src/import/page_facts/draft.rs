//! The page while its tables are read.

use std::collections::HashSet;

use serde_json::Value;

use super::doubt::Doubts;
use super::imported_measure::ImportedMeasure;
use super::indicator::Indicators;
use super::known::Known;
use super::matching::KnownPlan;
use super::people::KnownUnits;
use super::question::Questions;
use super::repeated::SeenTitles;
use super::scores::FoundScores;
use crate::thai::FiscalYear;

/// What the tables gave so far, and what they are read with.
pub(super) struct PageDraft<'k> {
    pub(super) units: KnownUnits<'k>,
    pub(super) indicators: Indicators<'k>,
    /// For months without a year.
    pub(super) year: Option<FiscalYear>,
    pub(super) doubts: Doubts,
    pub(super) scores: FoundScores,
    pub(super) questions: Questions,
    pub(super) issues: Vec<Value>,
    pub(super) measures: Vec<ImportedMeasure>,
    /// The plan that a report is on: that of another page, or of this document.
    pub(super) plan: KnownPlan,
    pub(super) entries: Vec<Value>,
    /// Ids of the measures that the entries are about.
    pub(super) reported: HashSet<String>,
    pub(super) measure_titles: SeenTitles,
    pub(super) issue_titles: SeenTitles,
    pub(super) evidence: Vec<Value>,
    /// Questions without a code, for the body.
    pub(super) uncoded: Vec<String>,
    pub(super) has_status_marks: bool,
    pub(super) is_by_instrument: bool,
    taken_ids: HashSet<String>,
    last_id: usize,
}

impl<'k> PageDraft<'k> {
    pub(super) fn new(known: &'k Known, year: Option<FiscalYear>, doubts: Doubts) -> Self {
        Self {
            units: KnownUnits::new(&known.units),
            indicators: Indicators::new(known),
            year,
            doubts,
            scores: FoundScores::default(),
            questions: Questions::default(),
            issues: Vec::new(),
            measures: Vec::new(),
            plan: KnownPlan::of_page(&known.plan),
            entries: Vec::new(),
            reported: HashSet::new(),
            measure_titles: SeenTitles::default(),
            issue_titles: SeenTitles::default(),
            evidence: Vec::new(),
            uncoded: Vec::new(),
            has_status_marks: false,
            is_by_instrument: false,
            taken_ids: known.plan.iter().map(|measure| measure.id.clone()).collect(),
            last_id: 0,
        }
    }

    /// The next of `m1`, `m2`, … that the plan does not use.
    pub(super) fn next_measure_id(&mut self) -> String {
        loop {
            self.last_id += 1;
            let id = format!("m{}", self.last_id);
            if !self.taken_ids.contains(&id) {
                return id;
            }
        }
    }
}
