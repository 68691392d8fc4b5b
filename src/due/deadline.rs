//! Deadlines of a fiscal year.

use crate::base::Lang;
use crate::config::Config;
use crate::thai::{Date, Digits, FiscalYear};
use crate::words::due as words;

/// A day until which something is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueDate {
    pub(crate) date: Date,
    /// Days left; negative if the day is past.
    pub(crate) days: i32,
    /// What is due, as in the site file; `None` for the day on which a freeze begins.
    pub(crate) title: Option<String>,
}

impl DueDate {
    /// What is due.
    pub fn title(&self, lang: Lang) -> &str {
        self.title.as_deref().unwrap_or(words::freeze_begins(lang))
    }

    /// The day, the days left, and what is due.
    pub fn sentence(&self, lang: Lang) -> String {
        let (day, what) = (self.date.long(Digits::Arabic), self.title(lang));
        match self.days {
            0 => words::today(lang, day, what),
            days if days < 0 => words::past(lang, day, -days, what),
            days => words::ahead(lang, day, days, what),
        }
    }
}

/// Deadlines of a year, and of all years, from the first to the last: those of the site file, and
/// the first day of each freeze, from which submitted pages must not change.
pub fn due_dates(config: &Config, fiscal_year: FiscalYear, today: Date) -> Vec<DueDate> {
    let of_year = |year: Option<FiscalYear>| year.is_none_or(|year| year == fiscal_year);
    let stated = config.deadlines.iter().filter(|deadline| of_year(deadline.fiscal_year.as_ref().map(|year| year.value)));
    let stated =
        stated.map(|deadline| (deadline.date.value, Some(deadline.title.as_ref().map_or_else(String::new, |title| title.value.clone()))));
    let freezes = config.freeze.iter().filter(|freeze| freeze.fiscal_year.value == fiscal_year);
    let freezes = freezes.map(|freeze| (freeze.from.value, None));
    let mut dates: Vec<DueDate> =
        stated.chain(freezes).map(|(date, title)| DueDate { date, days: today.days_until(date), title }).collect();
    dates.sort_by_key(|due| due.date);
    dates
}
