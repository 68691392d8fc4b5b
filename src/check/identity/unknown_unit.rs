//! A division has one name on the whole site (ID3).

use std::collections::BTreeSet;

use super::body_name::own_names;
use crate::check::wording::{PageText, place_on_paper};
use crate::check::{Check, CheckContext, CheckScope};
use crate::content::front_matter::FrontMatter;
use crate::diagnostics::{Diagnostic, SourceSpan};
use crate::yaml::Spanned;

/// Maximum number of known names in a message.
const MAX_UNITS: usize = 20;

pub(super) const CHECK: Check = Check { run: CheckScope::Pages(faults) };

/// First words of division names.
const KINDS: &[&str] = &["สำนัก", "กอง", "ฝ่าย", "หน่วย", "ส่วน"];

/// Terms with the first words of a division name that are none: generic or collective terms, funds.
const NO_UNIT: &[&str] = &["หน่วยงาน", "ส่วนราชการ", "ส่วนที่", "ส่วนงาน", "กองทุน", "ฝ่ายบริหาร", "ฝ่ายที่", "ฝ่ายการเมือง"];

fn faults(checked: &CheckContext<'_>, page: &PageText<'_>) -> Vec<Diagnostic> {
    let document = page.document;
    let config = &checked.site.config;
    if config.units.is_empty() || config.unread.outermost("units") || stated(&document.front_matter).next().is_none() {
        return Vec::new();
    }
    let known: Vec<&str> =
        config.units.iter().flat_map(|unit| std::iter::once(&unit.name).chain(&unit.aliases)).map(|name| name.value.as_str()).collect();
    let own = own_names(config);
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for given in stated(&document.front_matter) {
        let texts = std::iter::once(given.value.as_str()).chain(given.as_written.as_deref());
        for text in texts.filter(|text| !is_known(text, &known, &own) && is_unit(text)) {
            if seen.insert(text) {
                let nearest = crate::yaml::nearest(text, known.iter().copied());
                let place = SourceSpan::new(&document.source, place_on_paper(page.file, &given.span, text));
                found.push(
                    Diagnostic::new("unknown-unit", place).with("unit", text).with_some("nearest", nearest).with("known", some(&known)),
                );
            }
        }
    }
    found
}

/// Lists the known names: `สำนักปลัด, กองคลัง, …`.
fn some(known: &[&str]) -> String {
    let more = (known.len() > MAX_UNITS).then_some(&"…");
    known.iter().take(MAX_UNITS).chain(more).copied().collect::<Vec<_>>().join(", ")
}

fn stated(front_matter: &FrontMatter) -> impl Iterator<Item = &Spanned<String>> {
    let memo = front_matter.memo.iter().filter_map(|memo| memo.unit.as_ref());
    let measures = front_matter.measures.iter().flat_map(|measure| &measure.responsible.units);
    front_matter.unit.iter().chain(memo).chain(measures)
}

fn is_unit(text: &str) -> bool {
    let names_one = KINDS.iter().any(|kind| text.starts_with(kind) && text.len() > kind.len());
    let another = |mark: &str| KINDS.iter().any(|kind| text.contains(&format!("{mark}{kind}")));
    let names_many =
        ["/", ",", "ทุก", "ต่าง", "ที่เกี่ยวข้อง"].iter().any(|word| text.contains(word)) || another(" ") || another("และ");
    names_one && !names_many && NO_UNIT.iter().all(|no_unit| !text.starts_with(no_unit))
}

/// True for a listed name, also with the name of the body or a telephone number after it:
/// สำนักปลัดเทศบาลตำบลตัวอย่าง โทร. …
fn is_known(text: &str, known: &[&str], own: &[&str]) -> bool {
    let with_body = |rest: &str| own.iter().any(|own| rest.starts_with(own)) || rest.starts_with("โทร") || rest.starts_with('(');
    known.iter().filter_map(|known| text.strip_prefix(known)).map(str::trim_start).any(|rest| rest.is_empty() || with_body(rest))
}
