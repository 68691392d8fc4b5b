//! ST5: plan and report use the same wording for a measure. A lost or added negation (OCR: ให้ for
//! ไม่) reverses the meaning (S2).

use crate::check::wording::PageText;
use crate::check::{Check, CheckContext, CheckScope};
use crate::content::front_matter::Measure;
use crate::diagnostics::{Diagnostic, SourceSpan};
use crate::thai::{canonical, list_mark};
use crate::yaml::Spanned;

pub(super) const CHECK: Check = Check { run: CheckScope::Pages(differences) };

/// Words that negate a sentence.
const NEGATIONS: [&str; 5] = ["ไม่", "มิ", "ห้าม", "ปราศจาก", "ยกเลิก"];
/// Characters of context shown around a difference.
const AROUND: usize = 8;

fn differences(checked: &CheckContext<'_>, page: &PageText<'_>) -> Vec<Diagnostic> {
    let own = &page.document.front_matter;
    if own.progress.is_none() {
        return Vec::new();
    }
    let plan = checked.site.plan_of(page.page).unwrap_or(own);
    let planned = |id: &str| plan.measures.iter().find(|measure| measure.id.value == id);
    let entries = own.progress.iter().flat_map(|progress| &progress.entries);
    let of_entries = entries.filter_map(|entry| match entry.measures.as_slice() {
        [id] => Some((planned(&id.value)?.title.as_ref()?, entry.title.as_ref()?)),
        _ => None,
    });
    let copies = own.measures.iter().filter(|_| !std::ptr::eq(plan, own));
    let of_copies = copies.filter_map(|copy| Some(texts(planned(&copy.id.value)?, copy))).flatten();
    of_entries.chain(of_copies).filter_map(|(planned, reported)| difference(page, planned, reported)).collect()
}

/// Pairs of texts of a measure. Lists of different length were rewritten and are not compared.
fn texts<'m>(planned: &'m Measure, copy: &'m Measure) -> Vec<(&'m Spanned<String>, &'m Spanned<String>)> {
    let titles = planned.title.iter().zip(&copy.title);
    let lists = [(&planned.steps, &copy.steps), (&planned.monitoring, &copy.monitoring)];
    let points = lists.into_iter().filter(|(one, other)| one.len() == other.len()).flat_map(|(one, other)| one.iter().zip(other));
    titles.chain(points).collect()
}

fn difference(page: &PageText<'_>, planned: &Spanned<String>, reported: &Spanned<String>) -> Option<Diagnostic> {
    let (in_plan, in_report) = (plain(&planned.value), plain(&reported.value));
    let spaceless = |text: &str| text.split_whitespace().collect::<String>();
    if spaceless(&in_plan) == spaceless(&in_report) {
        return None;
    }
    let negations = |text: &str| NEGATIONS.iter().map(|word| text.matches(word).count()).sum::<usize>();
    let turned = negations(&in_plan) != negations(&in_report);
    let (in_plan, in_report) = parts(&in_plan, &in_report);
    let place = SourceSpan::new(&page.document.source, reported.span.clone());
    let code = if turned { "negation-differs" } else { "wording-differs" };
    Some(Diagnostic::new(code, place).with("planned", in_plan).with("reported", in_report))
}

/// Normalizes a text without its list number, which a report need not repeat (see ST10).
fn plain(text: &str) -> String {
    canonical(list_mark(text).map_or(text, |(_, words)| words).trim())
}

/// Returns the differing parts of two texts with some context.
fn parts(one: &str, other: &str) -> (String, String) {
    let (a, b): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let same = |pairs: &mut dyn Iterator<Item = (&char, &char)>| pairs.take_while(|(a, b)| a == b).count();
    let start = same(&mut a.iter().zip(&b));
    let most = a.len().min(b.len()) - start;
    let end = same(&mut a.iter().rev().zip(b.iter().rev())).min(most);
    let cut = |letters: &[char]| {
        let (from, to) = (start.saturating_sub(AROUND), (letters.len() - end + AROUND).min(letters.len()));
        let ellipsis = |cut: bool| if cut { "…" } else { "" };
        let text: String = letters[from..to].iter().collect();
        format!("{}{text}{}", ellipsis(from > 0), ellipsis(to < letters.len()))
    };
    (cut(&a), cut(&b))
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn the_difference_is_shown_with_its_surroundings() {
        let (planned, reported) = parts("ประกาศเจตจำนงให้ครบถ้วนทุกด้านของการประเมิน", "ประกาศเจตจำนงไม่ครบถ้วนทุกด้านของการประเมิน");
        assert_eq!((planned.as_str(), reported.as_str()), ("…ศเจตจำนงให้ครบถ้วนท…", "…ศเจตจำนงไม่ครบถ้วนท…"));
        assert_eq!(parts("ก", "กข"), ("ก".to_owned(), "กข".to_owned()));
        assert_eq!(parts("", "ข"), (String::new(), "ข".to_owned()));
        assert_eq!(parts("กก", "ก"), ("กก".to_owned(), "ก".to_owned()));
    }
}
