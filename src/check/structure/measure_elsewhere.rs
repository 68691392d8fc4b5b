//! ST7: a measure names an indicator under which it is not listed, and none under which it is (S4:
//! communication under the budget).

use crate::catalogue::Catalogue;
use crate::check::{Check, CheckContext, CheckScope};
use crate::content::front_matter::Measure;
use crate::diagnostics::{Diagnostic, Diagnostics, SourceSpan};
use crate::site::FiledItem;
use crate::thai::canonical;

pub(super) const CHECK: Check = Check { run: CheckScope::Site(run) };

/// Common words in indicator names, without distinctive meaning.
const EMPTY_WORDS: [&str; 6] = ["การ", "ใช้", "ของ", "ระบบ", "ดำเนินงาน", "ประสิทธิภาพ"];
/// Minimum length of a distinctive word, in characters.
const DISTINCTIVE: usize = 6;

fn run(checked: &CheckContext<'_>) -> Diagnostics {
    checked.site.filed_items().flat_map(misplaced).collect()
}

fn misplaced(item: FiledItem<'_>) -> impl Iterator<Item = Diagnostic> {
    let document = &item.page.document;
    document.front_matter.measures.iter().filter_map(move |measure| {
        let (listed, named) = other_indicator(&item.year.catalogue, measure)?;
        let title = measure.title.as_ref()?;
        let name = |no| item.year.catalogue.indicator_name(no).unwrap_or_default();
        let diagnostic = Diagnostic::new("measure-elsewhere", SourceSpan::new(&document.source, title.span.clone()));
        let diagnostic =
            diagnostic.with("listed", listed).with("listed_name", name(listed)).with("named", named).with("named_name", name(named));
        Some(diagnostic.about(Some(item.year.fiscal_year), Some(item.code())))
    })
}

/// Indicator under which the measure is listed, and the one that it names instead.
fn other_indicator(catalogue: &Catalogue, measure: &Measure) -> Option<(u32, u32)> {
    let title = canonical(&measure.title.as_ref()?.value);
    let whole = measure.steps.iter().fold(title.clone(), |text, step| text + " " + &canonical(&step.value));
    let listed: Vec<u32> = measure.addresses.indicators.iter().map(|no| no.value).collect();
    let speaks_of_listed = |no: &u32| catalogue.indicator_name(*no).is_none_or(|name| words(name).any(|word| shares_a_part(&whole, &word)));
    if listed.is_empty() || listed.iter().any(speaks_of_listed) {
        return None;
    }
    let names = catalogue.instruments.iter().flat_map(|instrument| &instrument.indicators);
    let mut others = names.filter(|named| !listed.contains(&named.no) && words(&named.name).any(|word| title.contains(&word)));
    Some((*listed.first()?, others.next()?.no))
}

/// Distinctive words of a name: การใช้งบประมาณ → งบประมาณ.
fn words(name: &str) -> impl Iterator<Item = String> {
    let spaced = EMPTY_WORDS.iter().fold(canonical(name), |name, word| name.replace(word, " "));
    let words: Vec<String> = spaced.split_whitespace().filter(|word| word.chars().count() >= DISTINCTIVE).map(str::to_owned).collect();
    words.into_iter()
}

/// True if `text` contains six consecutive characters of `word`: เปิดข้อมูล matches เปิดเผยข้อมูล.
fn shares_a_part(text: &str, word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    letters.windows(DISTINCTIVE).any(|part| text.contains(&part.iter().collect::<String>()))
}
