//! Summary lines of the changes of a publication.

use crate::base::Lang;
use crate::diagnostics::words::escaped;
use crate::release::{Summary, UrlChange, ValueDifference};
use crate::words::publish;

/// Maximum number of pages described and of addresses listed.
const MAX_LINES: usize = 40;

/// One line per change.
pub(super) fn lines(summary: &Summary, lang: Lang) -> Vec<String> {
    let mut lines = vec![publish::changes_heading(lang).to_owned()];
    lines.extend(summary.changed.iter().take(MAX_LINES).flat_map(|(url, what)| changed(url, what, lang)));
    let more = summary.changed.len().saturating_sub(MAX_LINES);
    lines.extend((more > 0).then(|| publish::more_changed(lang, more)));
    lines.extend((summary.around > 0).then(|| publish::changed_around(lang, summary.around)));
    lines.extend((summary.overviews > 0).then(|| publish::overviews_changed(lang, summary.overviews)));
    lines.extend(list(publish::urls_added, &summary.added, lang));
    lines.extend(list(publish::urls_withdrawn, &summary.removed, lang));
    lines.extend(list(publish::urls_unknown, &summary.unknown, lang));
    lines
}

/// A heading with the addresses; `None` if there are none.
fn list(line: fn(Lang, usize, String) -> String, urls: &[String], lang: Lang) -> Option<String> {
    let named: Vec<String> = urls.iter().take(MAX_LINES).map(|url| format!("/{}", escaped(url))).collect();
    let left = urls.len().saturating_sub(MAX_LINES);
    let rest = if left > 0 { publish::and_more_urls(lang, left) } else { String::new() };
    (!urls.is_empty()).then(|| line(lang, urls.len(), named.join(" ") + &rest))
}

fn changed(url: &str, what: &UrlChange, lang: Lang) -> Vec<String> {
    let url = format!("  /{}", escaped(url));
    match what {
        UrlChange::Page { fields, more_fields, lines, has_more_lines } => {
            let mut told = vec![url];
            told.extend(fields.iter().map(|(path, difference)| field(path, difference, lang)));
            if *more_fields > 0 {
                told.push(publish::more_fields(lang, more_fields));
            }
            if !lines.is_empty() {
                told.push(publish::changed_text(lang).to_owned());
            }
            told.extend(lines.iter().flat_map(line));
            if *has_more_lines {
                told.push(publish::further_lines(lang).to_owned());
            }
            told
        }
        UrlChange::Filled => vec![url + publish::now_filled(lang)],
        UrlChange::Emptied => vec![url + publish::now_empty(lang)],
        UrlChange::LeadsTo(to) => vec![url + &publish::now_leads_to(lang, escaped(to))],
        UrlChange::File(old, new) if old == new => vec![url + &publish::file_of_same_size(lang, old)],
        UrlChange::File(old, new) => vec![url + &publish::file_of_other_size(lang, old, new)],
    }
}

fn field(path: &str, difference: &ValueDifference, lang: Lang) -> String {
    let side = |text: &Option<String>| text.as_deref().map_or_else(|| publish::no_value(lang).to_owned(), escaped);
    format!("    {}: {} → {}", escaped(path), side(&difference.old), side(&difference.new))
}

/// `-` and `+` lines as in `diff`.
fn line(difference: &ValueDifference) -> Vec<String> {
    let side = |mark: char, text: &Option<String>| text.as_deref().map(|text| format!("      {mark} {}", escaped(text)));
    [side('-', &difference.old), side('+', &difference.new)].into_iter().flatten().collect()
}
