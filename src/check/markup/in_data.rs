//! Reports Markdown in the data of a page: the texts of front matter are shown as they are typed.

use super::block::{Block, LineFinding};
use super::tabs::{behind_key, cells, runs_of_tabs_in_data};
use crate::base::RelPath;
use crate::check::wording::{EncodedLine, EncodedText, PageText};
use crate::check::{Check, CheckContext, CheckScope};
use crate::diagnostics::{Diagnostic, Diagnostics};

pub(super) const CHECK: Check = Check { run: CheckScope::Pages(look) };

pub(super) const OF_FILES: Check = Check { run: CheckScope::Site(of_files) };

/// Tags that are typed out of habit. Those of front matter are reported with other leftovers.
const TAGS: [&str; 10] = ["<b>", "<i>", "<u>", "<br>", "<br/>", "<br />", "<p>", "<strong>", "<em>", "<a href"];

/// Data files: their names, notices and addresses are shown on pages, too.
fn of_files(checked: &CheckContext<'_>) -> Diagnostics {
    let files = checked.tree.texts_below("content/").filter(|file| file.path.extension() == "yaml");
    files.flat_map(|file| of_file(&file.path, &file.text.read())).collect()
}

fn of_file(path: &RelPath, text: &str) -> Vec<Diagnostic> {
    let letters = EncodedText::of(text);
    let lines: Vec<_> = letters.lines().map(without_comment).filter(|line| !line.text.is_empty()).collect();
    let found = [of_tabs(&lines), of_bars(&lines), first(&lines, stressed), first(&lines, linked), first(&lines, tagged)];
    found.into_iter().flatten().map(|finding| finding.with("file", "").in_file(path)).collect()
}

fn without_comment<'t>(line: EncodedLine<'t>) -> EncodedLine<'t> {
    let is_comment = line.text.trim_start().starts_with('#');
    let text = if is_comment { "" } else { line.text.split(" #").next().unwrap_or(line.text) };
    EncodedLine { text, ..line }
}

/// `<b>`
fn tagged(line: &EncodedLine<'_>) -> Option<LineFinding> {
    let lower = line.text.to_ascii_lowercase();
    let (at, tag) = TAGS.iter().filter_map(|tag| Some((lower.find(tag)?, tag))).min()?;
    let start = line.start + at;
    Some(LineFinding::of("markup-in-data", start..start + tag.len(), line.text.get(at..at + tag.len())?.to_owned()).with("tag", tag))
}

/// Reports the first of each kind.
fn look(_: &CheckContext<'_>, page: &PageText<'_>) -> Vec<Diagnostic> {
    let lines = page.front_matter_lines();
    let found = [of_tabs(lines), of_bars(lines), first(lines, stressed), first(lines, linked)];
    let placed = found.into_iter().flatten().map(|finding| (finding.span.start..finding.span.start + 1, finding)).collect();
    page.visible(placed).into_iter().map(|(_, finding)| finding.at(page)).collect()
}

fn of_tabs(lines: Block<'_, '_>) -> Option<LineFinding> {
    let run = runs_of_tabs_in_data(lines).into_iter().next()?;
    let first = run.first()?;
    let row = cells(behind_key(first.text)).join(", ");
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
