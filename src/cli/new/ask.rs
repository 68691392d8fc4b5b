//! Questions on a terminal.

use std::io::{BufRead, Write, stdin};

use crate::base::Lang;
use crate::check;
use crate::scaffold::{SiteAnswers, unit_names};
use crate::words::new as words;

/// Asks for all answers; those given so far are kept with Enter. `None` if the input ends, or the
/// body has no name: then nobody wants a site yet.
pub(super) fn ask(given: &SiteAnswers, lang: Lang) -> Option<SiteAnswers> {
    let name = answer(words::ask_name(lang), &given.name).filter(|name| !name.is_empty())?;
    let kind = if given.kind.is_empty() { check::full_type(&name).unwrap_or_default() } else { &given.kind };
    Some(SiteAnswers {
        kind: answer(words::ask_type(lang), kind)?,
        district: answer(words::ask_district(lang), &given.district)?,
        province: answer(words::ask_province(lang), &given.province)?,
        units: unit_names(&answer(words::ask_units(lang), &given.units.join(", "))?),
        base_url: answer(words::ask_base_url(lang), &given.base_url)?,
        years: list(&answer(words::ask_years(lang), &given.years.join(", "))?),
        name,
    })
}

/// A line of input; the default if it is empty.
fn answer(question: &str, default: &str) -> Option<String> {
    let shown = if default.is_empty() { String::new() } else { format!(" [{default}]") };
    let _ = write!(anstream::stderr(), "{question}{shown}: ");
    let mut line = String::new();
    let count = stdin().lock().read_line(&mut line).ok()?;
    let typed = line.trim();
    (count > 0).then(|| if typed.is_empty() { default.to_owned() } else { typed.to_owned() })
}

fn list(typed: &str) -> Vec<String> {
    typed.split([',', '，', ';']).map(str::trim).filter(|entry| !entry.is_empty()).map(str::to_owned).collect()
}
