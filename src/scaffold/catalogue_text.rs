//! A checklist for a year that has none yet, after the newest one.

use crate::base::Lang;
use crate::catalogue::{Attestation, Catalogue, Confidence, Group, Item, Translated};
use crate::thai::FiscalYear;
use crate::words::new as words;
use crate::yaml::write;

/// The list of `year` as far as it may be like `newest`: nothing in it is attested.
pub(super) fn catalogue_text(newest: &Catalogue, year: FiscalYear, lang: Lang) -> String {
    let of = newest.fiscal_year.value;
    let mut list = newest.clone();
    list.fiscal_year.value = year;
    list.title = Translated { th: moved(&list.title.th, of, year), en: list.title.en.as_ref().map(|title| moved(title, of, year)) };
    list.confidence = Confidence::Low;
    let [th, en] = Lang::ALL.map(|lang| words::list_reason(lang, of));
    list.confidence_reason = Some(Translated { th, en: Some(en) });
    list.sources.clear();
    (list.weights_attested, list.item_counts_attested, list.grades_attested) = (false, false, false);
    list.questions.iter_mut().for_each(|range| range.attestation = Attestation::Unsourced);
    let sub_indicators = list.indicators.iter_mut().flat_map(|indicator| &mut indicator.sub_indicators);
    sub_indicators.flat_map(|part| &mut part.groups).flat_map(|Group { items, .. }| items).for_each(unattested);
    format!("{}{}", words::list_head(lang, year, of), write(&list))
}

fn unattested(item: &mut Item) {
    item.attestation = Attestation::Unsourced;
    item.note = None;
    for component in item.components.iter_mut().filter(|component| component.is_attested()) {
        component.attestation = Attestation::Unsourced;
    }
}

fn moved(text: &str, from: FiscalYear, to: FiscalYear) -> String {
    text.replace(&from.to_string(), &to.to_string())
}
