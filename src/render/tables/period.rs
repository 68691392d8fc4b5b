//! Formats periods: months, quarters, and the label of the paper.

use super::ListItem;
use crate::content::front_matter::{Covers, Period};
use crate::render::page_context::PageContext;
use crate::thai::Month;
use crate::yaml::Spanned;

/// `ม.ค. 2565 – มี.ค. 2565`, `ไตรมาส 1–4`, `ตลอดปี (ต.ค. 2564 – ก.ย. 2565)`; empty if the period
/// has no values.
pub(super) fn period(writer: &PageContext<'_>, period: &Period) -> String {
    let months = months(writer, period.from.as_ref(), period.to.as_ref());
    let quarters: Vec<u32> = period.quarters.iter().map(|quarter| quarter.value).collect();
    let exact: Vec<String> = [months, quarters_text(writer, &quarters)].into_iter().flatten().collect();
    let exact = exact.join(", ");
    match (&period.label, exact.is_empty()) {
        (Some(label), true) => label.value.clone(),
        (Some(label), false) => format!("{} ({exact})", label.value),
        (None, _) => exact,
    }
}

/// Note if the wording of the paper differs from parts of the period.
pub(super) fn period_note(writer: &PageContext<'_>, period: &Period) -> Option<String> {
    let months = [period.from.as_ref(), period.to.as_ref()].map(|month| writer.month_note(month));
    let quarters = period.quarters.iter().map(|quarter| writer.figure_note(Some(quarter)));
    writer.notes(months.into_iter().chain(quarters).chain([writer.text_note(period.label.as_ref())]))
}

/// The months covered by a report.
pub fn covers(writer: &PageContext<'_>, covers: &Covers) -> Option<ListItem> {
    let text = months(writer, covers.from.as_ref(), covers.to.as_ref())?;
    let note = writer.notes([writer.month_note(covers.from.as_ref()), writer.month_note(covers.to.as_ref())]);
    Some(ListItem { note, ..ListItem::text(text) })
}

fn months(writer: &PageContext<'_>, from: Option<&Spanned<Month>>, to: Option<&Spanned<Month>>) -> Option<String> {
    Some(match (from, to) {
        (Some(from), Some(to)) if from.value == to.value => writer.month(from.value),
        (Some(from), Some(to)) => format!("{} – {}", writer.month(from.value), writer.month(to.value)),
        (Some(from), None) => writer.words("from_month", &[("month", &writer.month(from.value))]),
        (None, Some(to)) => writer.words("until_month", &[("month", &writer.month(to.value))]),
        (None, None) => return None,
    })
}

fn quarters_text(writer: &PageContext<'_>, quarters: &[u32]) -> Option<String> {
    let (first, last) = (quarters.first()?, quarters.last()?);
    let run = quarters.len() > 2 && quarters.windows(2).all(|pair| matches!(pair, [a, b] if a + 1 == *b));
    let text = match run {
        true => format!("{}–{}", writer.figure(first), writer.figure(last)),
        false => quarters.iter().map(|quarter| writer.figure(quarter)).collect::<Vec<_>>().join(", "),
    };
    Some(writer.words("quarters", &[("quarters", &text)]))
}
