//! Indicators of measures from the sentence on their instrument, where the table has no column for them:
//! `แบบวัด … (IIT) พบว่า ตัวชี้วัดที่ 2 … ต่ำที่สุด` above the measures for IIT.

use serde_json::{Value, json};

use super::doubt::DoubtKind;
use super::draft::PageDraft;
use super::indicator::instrument_in;
use super::known::KnownInstrument;
use super::paragraph::ImportedParagraph;

/// An indicator whose score a sentence states.
pub(super) struct ToldIndicator {
    /// Its canonical number.
    pub(super) no: u32,
    /// The instrument that it belongs to.
    pub(super) instrument: Option<KnownInstrument>,
    /// Whether the paper calls it passed.
    pub(super) claim: Option<&'static str>,
    /// The paper calls it the lowest.
    pub(super) is_lowest: bool,
}

/// The sentence that says which indicators the measures for an instrument are about.
struct AddressedSentence<'p> {
    instrument: KnownInstrument,
    numbers: Vec<u32>,
    paragraph: &'p ImportedParagraph,
}

/// Gives measures below the name of an instrument the indicators that the only sentence on it singles out.
pub(super) fn read(told: &[(&ImportedParagraph, Vec<ToldIndicator>)], draft: &mut PageDraft<'_>) {
    // Where a sentence is on an instrument without measures, a table is below the sentences on several.
    let is_on = |instrument| draft.measures.iter().any(|measure| measure.instrument == Some(instrument));
    let with_measures: Vec<Option<KnownInstrument>> = KnownInstrument::ALL.into_iter().filter(|one| is_on(*one)).map(Some).collect();
    if !told.iter().flat_map(|(_, told)| told).all(|told| with_measures.contains(&told.instrument)) {
        return;
    }
    for instrument in KnownInstrument::ALL {
        let mut named = told.iter().filter(|(_, told)| told.iter().any(|told| told.instrument == Some(instrument)));
        // Of several sentences none says what the measures are about.
        let (Some((paragraph, told)), None) = (named.next(), named.next()) else { continue };
        if let Some(sentence) = AddressedSentence::of(paragraph, told, instrument) {
            sentence.put(draft);
        }
    }
}

impl<'p> AddressedSentence<'p> {
    /// One that names no other instrument, and calls its one indicator the lowest, or all of them too low.
    fn of(paragraph: &'p ImportedParagraph, told: &[ToldIndicator], instrument: KnownInstrument) -> Option<Self> {
        let is_only = instrument_in(&paragraph.text) == Some(instrument) && told.iter().all(|told| told.instrument == Some(instrument));
        let is_singled_out = match told {
            [only] => only.is_lowest || only.claim == Some("fail"),
            // The last words are about all of them, unless another is said of one.
            [others @ .., last] => {
                last.claim == Some("fail") && !last.is_lowest && others.iter().all(|told| !told.is_lowest && told.claim != Some("pass"))
            }
            [] => false,
        };
        let mut numbers: Vec<u32> = told.iter().map(|told| told.no).collect();
        numbers.sort_unstable();
        numbers.dedup();
        (is_only && is_singled_out).then_some(Self { instrument, numbers, paragraph })
    }

    fn put(&self, draft: &mut PageDraft<'_>) {
        let without = |indicators: &Value| indicators.as_array().is_none_or(Vec::is_empty);
        let mut is_taken = false;
        for measure in draft.measures.iter_mut().filter(|measure| measure.instrument == Some(self.instrument)) {
            if without(&measure.indicators) && measure.items.is_empty() && measure.questions.is_empty() {
                measure.indicators = json!(self.numbers);
                is_taken = true;
            }
        }
        if is_taken {
            let numbers: Vec<String> = self.numbers.iter().map(u32::to_string).collect();
            let place = Some(&self.paragraph.place);
            draft.doubts.add_taken(DoubtKind::IndicatorsFromText, place, &self.paragraph.line(), numbers.join(", "));
        }
    }
}
