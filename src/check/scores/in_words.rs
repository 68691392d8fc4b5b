//! SC1 in prose: a score called passed reaches the target, one called failed does not (S4).

use std::ops::Range;

use super::claim::{ScoreClaim, claims};
use super::figures::{self, Figures, readings};
use super::target::{claims_of, target_of, words_of};
use crate::check::wording::{EncodedLine, PageText, TermMatch};
use crate::check::{Check, CheckContext, CheckScope};
use crate::content::front_matter::{IndicatorScore, PassClaim};
use crate::diagnostics::Diagnostic;

pub(super) const CHECK: Check = Check { run: CheckScope::Words(|_| WORDS.to_vec(), contradictions) };

/// Search terms; every claim contains one.
const WORDS: [&str; 16] = [
    "ผ่านเกณฑ์",
    "ผ่านเป้า",
    "ผ่านค่า",
    "ผ่านคะแนน",
    "ผ่าน ",
    "ผ่าน|",
    "ผ่าน)",
    "ผ่าน*",
    "ผ่าน\n",
    "กว่าเกณฑ์",
    "กว่าเป้า",
    "กว่าค่า",
    "กว่า ",
    "เกินเกณฑ์",
    "เกินเป้า",
    "บรรลุเป้า",
];

/// Maximum number of lines before and after the claim in its paragraph.
const AROUND: usize = 5;

fn contradictions(checked: &CheckContext<'_>, page: &PageText<'_>, hits: Vec<TermMatch>) -> Vec<Diagnostic> {
    let visible = page.visible(hits.into_iter().map(|(word, at)| (at, word)).collect());
    let mut passages: Vec<Range<usize>> = visible.iter().filter_map(|(at, _)| passage(page, at)).collect();
    passages.sort_by_key(|passage| passage.start);
    passages.dedup();
    if passages.is_empty() {
        return Vec::new();
    }
    let figures = Figures::of_page(checked.site, page.page);
    passages.into_iter().flat_map(|passage| in_passage(&figures, page, &passage)).collect()
}

fn in_passage(figures: &Figures<'_>, page: &PageText<'_>, passage: &Range<usize>) -> Vec<Diagnostic> {
    let text = page.file.get(passage.clone()).unwrap_or_default();
    claims(text).iter().filter_map(|said| contradiction(figures, text, passage.start, said)).collect()
}

fn contradiction(figures: &Figures<'_>, text: &str, start: usize, said: &ScoreClaim) -> Option<Diagnostic> {
    let stated = said.target.as_ref().map(|(number, text)| (number.value, text.clone()));
    let (target, target_text) = stated.or_else(|| target_of(figures))?;
    let (score, shown) = said.scores.iter().find(|(score, _)| (said.claim == PassClaim::Pass) != (score.value >= target))?;
    let is_it = |reading: &figures::QuotedNumber| reading.number.value.total_cmp(&score.value).is_eq();
    let of_score = |indicator: &&IndicatorScore| indicator.score.iter().flat_map(readings).any(|reading| is_it(&reading));
    // The data check reports the same claim about the same score.
    let says_the_same = |indicator: &IndicatorScore| indicator.claim.as_ref().is_some_and(|claim| claims_of(claim).contains(&said.claim));
    if figures.indicators().filter(of_score).any(says_the_same) {
        return None;
    }
    // Skips a bare ผ่าน, which may be a grade, unless it concerns an indicator; skips a failed
    // total, which may miss its grade although it reaches the target.
    let is_of_indicator = text.contains("ตัวชี้วัด") || figures.indicators().any(|indicator| of_score(&indicator));
    let is_of_all = ["รวม", "ภาพรวม", "เฉลี่ย"].into_iter().any(|word| text.contains(word));
    if (said.is_bare && !is_of_indicator) || (said.claim == PassClaim::Fail && is_of_all) {
        return None;
    }
    let at = start + said.at.start..start + said.at.end;
    let finding = figures.finding("claim-against-target", &at).with("sentence", shown).with("score", shown);
    let finding = finding.with("claim", text.get(said.at.clone()).unwrap_or_default().trim()).with("target", target_text);
    Some(match said.claim {
        PassClaim::Fail => finding.with("reached", words_of(PassClaim::Pass)),
        PassClaim::Pass => finding.with("below", words_of(PassClaim::Fail)),
    })
}

/// Returns the passage around a claim: its line and adjacent lines of the paragraph. Table rows,
/// list items and fields stand alone; data with a `claim` field are checked by `target`.
fn passage(page: &PageText<'_>, at: &Range<usize>) -> Option<Range<usize>> {
    let body = page.document.body.range.start;
    let own = page.lines.partition_point(|line| line.start <= at.start).checked_sub(1)?;
    let begins = |line: &EncodedLine<'_>| {
        let text = line.text.trim_start();
        text.starts_with(['-', '*', '+', '#', '|', '>']) || (line.start < body && (text.contains(": ") || text.ends_with(':')))
    };
    let is_row = |line: &EncodedLine<'_>| line.text.trim_start().starts_with('|');
    let joins = |line: &EncodedLine<'_>| !line.text.trim().is_empty() && (line.start < body) == (at.start < body);
    let lines = &page.lines;
    let mut first = own;
    while own - first < AROUND && !begins(lines.get(first)?) && first.checked_sub(1).and_then(|at| lines.get(at)).is_some_and(joins) {
        first -= 1;
    }
    let mut last = own;
    let goes_on = |line: &EncodedLine<'_>| joins(line) && !begins(line);
    while last - own < AROUND && !is_row(lines.get(own)?) && lines.get(last + 1).is_some_and(goes_on) {
        last += 1;
    }
    let passage = lines.get(first..=last)?;
    let has_figures = passage.iter().any(|line| line.digits > 1);
    let is_data = at.start < body && passage.iter().any(|line| line.text.contains("claim:"));
    let (start, end) = (passage.first()?.start, passage.last().map(|line| line.start + line.text.len())?);
    (has_figures && !is_data).then_some(start..end)
}
