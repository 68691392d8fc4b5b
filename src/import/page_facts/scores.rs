//! Scores of the assessment that the page analyses.

use serde_json::Value;

use super::doubt::{DoubtKind, Doubts};
use super::fields::Object;
use super::indicator::NamedIndicator;
use super::known::KnownInstrument;
use super::paragraph::ImportedParagraph;
use super::repeated::SeenTitles;
use crate::attachment::grid::CellContent;

/// What tables of scores gave.
#[derive(Default)]
pub(super) struct FoundScores {
    iit: OfInstrument,
    eit: OfInstrument,
    oit: OfInstrument,
    pub(super) total: Option<Value>,
    pub(super) grade: Option<String>,
    pub(super) target: Option<Value>,
    /// Numbers of the indicators in tables.
    pub(super) numbers: SeenTitles,
}

/// What a sentence says of an indicator.
pub(super) struct Stated {
    pub(super) points: Value,
    pub(super) claim: Option<&'static str>,
    pub(super) is_lowest: bool,
}

/// What is said of one instrument.
#[derive(Default)]
pub(super) struct OfInstrument {
    lowest: Option<u32>,
    pub(super) indicators: Vec<Value>,
    pub(super) readings: Vec<ScoreReading>,
}

/// A text on an indicator, or on those over which its cell is merged.
pub(super) struct ScoreReading {
    /// Names of the indicators.
    pub(super) about: Vec<String>,
    pub(super) text: String,
    pub(super) cell: *const CellContent,
}

impl FoundScores {
    /// What is said of one instrument.
    pub(super) fn of(&mut self, instrument: KnownInstrument) -> &mut OfInstrument {
        match instrument {
            KnownInstrument::Iit => &mut self.iit,
            KnownInstrument::Eit => &mut self.eit,
            KnownInstrument::Oit => &mut self.oit,
        }
    }

    /// Adds a score that a sentence states; false if a table gave the indicator.
    pub(super) fn state(&mut self, named: &NamedIndicator<'_>, stated: Stated) -> bool {
        let Some(instrument) = named.instrument else { return false };
        let mut indicator = Object::default();
        named.put(&mut indicator);
        indicator.put("score", stated.points);
        indicator.put_found("claim", stated.claim);
        let indicator = indicator.into_value();
        let of = self.of(instrument);
        if of.indicators.iter().any(|other| number(other) == number(&indicator)) {
            return false;
        }
        of.indicators.push(indicator);
        if stated.is_lowest {
            of.lowest = of.lowest.or(Some(named.no));
        }
        true
    }

    /// Takes the target that a sentence states.
    pub(super) fn aim(&mut self, target: Value, paragraph: &ImportedParagraph, doubts: &mut Doubts) {
        match &self.target {
            None => self.target = Some(target),
            Some(first) if *first == target => {}
            Some(_) => doubts.add(DoubtKind::UnplacedScore, Some(&paragraph.place), &target.to_string()),
        }
    }

    /// Takes the score of the whole body from a sentence; false if there is one.
    pub(super) fn state_total(&mut self, points: Value, grade: String) -> bool {
        if self.total.is_some() || self.grade.is_some() {
            return false;
        }
        (self.total, self.grade) = (Some(points), Some(grade));
        true
    }

    /// Adds an indicator that a table only names.
    pub(super) fn name(&mut self, named: &NamedIndicator<'_>) {
        let Some(instrument) = named.instrument else { return };
        let mut indicator = Object::default();
        named.put(&mut indicator);
        let indicator = indicator.into_value();
        let indicators = &mut self.of(instrument).indicators;
        let is_new = indicators.iter().all(|other| number(other) != number(&indicator));
        if is_new && indicators.len() < 100 {
            indicators.push(indicator);
        }
    }

    /// Puts what was found, in the order of front matter.
    pub(super) fn put(self, assessment: &mut Object) {
        assessment.put_found("total", self.total);
        assessment.put_found("grade", self.grade);
        assessment.put_found("target", self.target);
        let found = [(KnownInstrument::Iit, self.iit), (KnownInstrument::Eit, self.eit), (KnownInstrument::Oit, self.oit)];
        let is_said = |of: &OfInstrument| !of.indicators.is_empty() || !of.readings.is_empty();
        let write = |(instrument, of): (KnownInstrument, OfInstrument)| {
            let mut object = Object::default();
            object.put("id", instrument.id());
            object.put_found("lowest", of.lowest);
            object.put_found("indicators", of.indicators);
            object.put_found("reading", text_of(&of.readings));
            object.into_value()
        };
        assessment.put_found("instruments", found.into_iter().filter(|(_, of)| is_said(of)).map(write).collect::<Value>());
    }
}

fn number(indicator: &Value) -> Option<&Value> {
    indicator.get("no").map(|no| no.get("value").unwrap_or(no))
}

/// One text for the instrument; several texts with the names that they are about.
fn text_of(readings: &[ScoreReading]) -> String {
    match readings {
        [only] => only.text.clone(),
        several => several.iter().map(|reading| format!("{}: {}", reading.about.join(", "), reading.text)).collect::<Vec<_>>().join("\n"),
    }
}
