//! Reports Markdown in the data of a page: the texts of front matter are shown as they are typed.

use super::block::{Block, LineFinding};
use super::tabs::{cells, runs_of_tabs};
use crate::check::wording::{EncodedLine, PageText};
use crate::check::{Check, CheckContext, CheckScope};
use crate::diagnostics::Diagnostic;

pub(super) const CHECK: Check = Check { run: CheckScope::Pages(look) };

/// Reports the first of each kind.
fn look(_: &CheckContext<'_>, page: &PageText<'_>) -> Vec<Diagnostic> {
    let lines = page.front_matter_lines();
    let found = [of_tabs(lines), of_bars(lines), first(lines, stressed), first(lines, linked)];
    let placed = found.into_iter().flatten().map(|finding| (finding.span.start..finding.span.start + 1, finding)).collect();
    page.visible(placed).into_iter().map(|(_, finding)| finding.at(page)).collect()
}

fn of_tabs(lines: Block<'_, '_>) -> Option<LineFinding> {
    let run = runs_of_tabs(&[lines]).into_iter().next()?;
    let first = run.first()?;
    let row = cells(first.text).join(", ");
    Some(LineFinding::new("markup-in-data", first).with("row", row).with("count", run.len()))
}

fn of_bars(lines: Block<'_, '_>) -> Option<LineFinding> {
    let is_row = |line: &EncodedLine<'_>| {
        let text = line.text.trim();
        text.starts_with('|') && text.ends_with('|') && text.matches('|').count() > 2
    };
    let first = lines.iter().find(|line| is_row(line))?;
    let row = first.text.trim().trim_matches('|').split('|').map(str::trim).collect::<Vec<_>>().join(", ");
    Some(LineFinding::new("markup-in-data", first).with("row", row).with("count", lines.iter().filter(|line| is_row(line)).count()))
}

fn first(lines: Block<'_, '_>, sign: fn(&EncodedLine<'_>) -> Option<LineFinding>) -> Option<LineFinding> {
    lines.iter().find_map(sign)
}

/// `**คำ**`
fn stressed(line: &EncodedLine<'_>) -> Option<LineFinding> {
    let (before, rest) = line.text.split_once("**")?;
    let (words, _) = rest.split_once("**")?;
    let is_pair = words.starts_with(char::is_alphabetic) && words.ends_with(|c: char| !c.is_whitespace() && c != '*');
    let start = line.start + before.len();
    let text = format!("**{words}**");
    is_pair.then(|| LineFinding::of("markup-in-data", start..start + text.len(), text).with("plain", words))
}

/// `[คำ](ที่อยู่)`
fn linked(line: &EncodedLine<'_>) -> Option<LineFinding> {
    let (before, behind) = line.text.split_once("](")?;
    let open = before.rfind('[')?;
    let (words, (address, _)) = (before.get(open + 1..)?, behind.split_once(')')?);
    let is_link = !words.is_empty() && !address.is_empty() && !address.contains(char::is_whitespace);
    let start = line.start + open;
    let text = format!("[{words}]({address})");
    is_link.then(|| LineFinding::of("markup-in-data", start..start + text.len(), text).with("words", words).with("address", address))
}
