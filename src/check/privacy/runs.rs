//! Grouped digits, from which the kinds of numbers are recognised.

use crate::attachment::CELL_LINE_END;
use crate::slice::slice;
use crate::thai::has_no_width;
use std::ops::Range;

/// Groups of digits joined by separators only.
#[derive(Debug)]
pub(super) struct DigitRun<'t> {
    text: &'t str,
    groups: Vec<Range<usize>>,
}

/// Adjacent groups of a run.
#[derive(Debug)]
pub(super) struct RunWindow<'r> {
    run: &'r DigitRun<'r>,
    from: usize,
    to: usize,
}

/// Returns all digit runs of a line.
pub(super) fn runs(text: &str) -> Vec<DigitRun<'_>> {
    let mut runs: Vec<DigitRun<'_>> = Vec::new();
    let mut rest = 0;
    while let Some(start) = slice(text, rest..).find(is_digit).map(|at| rest + at) {
        let end = slice(text, start..).find(|c| !is_digit(c)).map_or(text.len(), |at| start + at);
        let between = runs.last().and_then(|run| run.groups.last()).map(|last| slice(text, last.end..start));
        let is_same = between.is_some_and(|text| text.chars().all(has_no_width));
        let joins = between.is_some_and(|between| is_separator(between) || is_before_trunk_zero(between, slice(text, start..)));
        let run = runs.last_mut().filter(|_| joins || is_same);
        match run.map(|run| &mut run.groups) {
            Some(groups) => match groups.last_mut().filter(|_| is_same) {
                Some(last) => last.end = end,
                None => groups.push(start..end),
            },
            None => runs.push(DigitRun { text, groups: std::iter::once(start..end).collect() }),
        }
        rest = end;
    }
    runs
}

impl DigitRun<'_> {
    /// True for as many cells with one digit each as an ID has digits.
    pub(super) fn is_row_of_digits(&self) -> bool {
        const MANY: usize = 13;
        self.groups.len() >= MANY
            && self.groups.iter().all(|group| digits_in(slice(self.text, group.clone())) == 1)
            && self.groups.windows(2).all(|pair| slice(self.text, pair[0].end..pair[1].start).contains('\t'))
    }

    /// What is between a group and the next one.
    fn separator(&self, at: usize) -> Option<&str> {
        let (group, next) = (self.groups.get(at)?, self.groups.get(at + 1)?);
        Some(slice(self.text, group.end..next.start).trim_matches(has_no_width))
    }

    /// Yields each selection of adjacent groups with `digits` digits in total that is not part of a
    /// longer number, an amount, a code or a URL.
    pub(super) fn windows(&self, digits: usize) -> impl Iterator<Item = RunWindow<'_>> {
        (0..self.groups.len()).filter_map(move |from| {
            let mut count = 0;
            let to = self.groups[from..].iter().position(|group| {
                count += digits_in(slice(self.text, group.clone()));
                count >= digits
            })?;
            let window = RunWindow { run: self, from, to: from + to };
            (count == digits && window.stands_free()).then_some(window)
        })
    }
}

impl RunWindow<'_> {
    /// Byte range in the line.
    pub(super) fn span(&self) -> Range<usize> {
        self.run.groups[self.from].start..self.run.groups[self.to].end
    }

    pub(super) fn typed(&self) -> &str {
        slice(self.run.text, self.span())
    }

    /// Text of the line before the window.
    pub(super) fn before(&self) -> &str {
        slice(self.run.text, ..self.span().start)
    }

    /// The last part of the text before the window, where a label stands. A line may be long and full
    /// of numbers, so no more is searched for each of them.
    pub(super) fn near(&self) -> &str {
        const MAX_BYTES: usize = 600;
        let before = self.before();
        slice(before, before.ceil_char_boundary(before.len().saturating_sub(MAX_BYTES))..)
    }

    /// Text before the window in its cell.
    pub(super) fn before_in_cell(&self) -> &str {
        self.near().rsplit('\t').next().unwrap_or_default()
    }

    /// Digits, converted to Arabic.
    pub(super) fn digits(&self) -> String {
        crate::thai::to_arabic(self.typed()).chars().filter(char::is_ascii_digit).collect()
    }

    /// Number of digits per group.
    pub(super) fn sizes(&self) -> Vec<usize> {
        self.run.groups[self.from..=self.to].iter().map(|group| digits_in(slice(self.run.text, group.clone()))).collect()
    }

    /// Like [`sizes`](Self::sizes); the groups before and after a line break count as one.
    pub(super) fn unwrapped_sizes(&self) -> Vec<usize> {
        let mut unwrapped: Vec<usize> = Vec::new();
        for (size, separator) in self.sizes().into_iter().zip(std::iter::once("").chain(self.separators())) {
            match unwrapped.last_mut().filter(|_| separator.contains(LINE_ENDS) && separator.chars().all(char::is_whitespace)) {
                Some(last) => *last += size,
                None => unwrapped.push(size),
            }
        }
        unwrapped
    }

    /// True if a line break separates two groups.
    pub(super) fn is_wrapped(&self) -> bool {
        self.separators().any(|separator| separator.contains(LINE_ENDS))
    }

    /// True if a line of a cell ends between two groups.
    pub(super) fn is_wrapped_in_cell(&self) -> bool {
        self.separators().any(|separator| separator.contains(CELL_LINE_END))
    }

    /// Number of digits before the first line break; all without one.
    pub(super) fn digits_before_break(&self) -> usize {
        let groups = std::iter::once("").chain(self.separators()).zip(self.sizes());
        groups.take_while(|(separator, _)| !separator.contains(LINE_ENDS)).map(|(_, size)| size).sum()
    }

    /// True if the groups stand in several cells.
    pub(super) fn crosses_cells(&self) -> bool {
        self.separators().any(|separator| separator.contains('\t'))
    }

    /// True if the text consists of this number.
    pub(super) fn is_whole_text(&self) -> bool {
        let span = self.span();
        self.before().trim().is_empty() && slice(self.run.text, span.end..).trim().is_empty()
    }

    /// True if the cell consists of this number.
    pub(super) fn is_whole_cell(&self) -> bool {
        let is_blank = |c: char| c.is_whitespace() && !CELL_ENDS.contains(&c);
        let before = self.before().trim_end_matches(is_blank);
        let after = slice(self.run.text, self.span().end..).trim_start_matches(is_blank);
        (before.is_empty() || before.ends_with(CELL_ENDS)) && (after.is_empty() || after.starts_with(CELL_ENDS))
    }

    /// True if all groups are single digits.
    pub(super) fn is_single_digits(&self) -> bool {
        self.sizes().iter().all(|size| *size == 1)
    }

    /// True if one of several groups looks like a Buddhist-era year, as in a list of years.
    pub(super) fn has_year(&self) -> bool {
        let groups = self.run.groups[self.from..=self.to].iter();
        let year = |group: &Range<usize>| crate::thai::to_arabic(slice(self.run.text, group.clone())).parse::<u32>().unwrap_or(0);
        groups.clone().count() > 1 && groups.map(year).any(|year| (2400..=2620).contains(&year))
    }

    /// True if there is white space between groups.
    pub(super) fn is_spaced(&self) -> bool {
        self.separators().any(|separator| separator.contains(char::is_whitespace))
    }

    /// True if all groups are single digits, as in the boxes of a form, and no further box is adjacent.
    pub(super) fn is_boxes(&self) -> bool {
        self.is_single_digits()
            && !self.from.checked_sub(1).is_some_and(|at| self.is_box(at, at, at.checked_sub(1)))
            && !self.is_box(self.to + 1, self.to, Some(self.to + 1))
    }

    /// True if a group beside the window is another box: a single digit, parted from the window as its digits
    /// are from each other, and not joined to what is beyond it. Separators have the number of the group before.
    fn is_box(&self, group: usize, separator: usize, beyond: Option<usize>) -> bool {
        let is_single = self.run.groups.get(group).is_some_and(|group| digits_in(slice(self.run.text, group.clone())) == 1);
        let is_alike = || self.run.separator(separator).is_some_and(|text| self.separators().any(|inner| inner == text));
        let is_joined = || beyond.and_then(|at| self.run.separator(at)).is_some_and(|text| !text.contains(char::is_whitespace));
        is_single && is_alike() && !is_joined()
    }

    /// True if the same hyphen character joins all groups.
    pub(super) fn is_hyphenated(&self) -> bool {
        let mut separators = self.separators();
        let first = separators.next();
        first.is_some_and(|first| matches!(first, "-" | "‐" | "‑" | "‒" | "–" | "—" | "―" | "−"))
            && separators.all(|separator| Some(separator) == first)
    }

    /// True if there are several groups, which end only after these digit counts.
    pub(super) fn is_cut_at(&self, counts: &[usize]) -> bool {
        let mut total = 0;
        let ends = self.sizes().into_iter().map(|size| {
            total += size;
            total
        });
        let ends: Vec<usize> = ends.collect();
        ends.len() > 1 && ends[..ends.len() - 1].iter().all(|end| counts.contains(end))
    }

    /// True if part of a relative path or a file name, and may be the moment of an upload in milliseconds.
    pub(super) fn may_be_moment(&self) -> bool {
        let mut after = slice(self.run.text, self.span().end..).chars();
        let (after, beyond) = (after.next(), after.next());
        let in_path = |c: Option<char>| matches!(c, Some('/' | '_'));
        let is_file = after == Some('.') && beyond.is_some_and(|c| c.is_ascii_alphabetic());
        (in_path(self.before().chars().next_back()) || in_path(after) || is_file)
            && self.from == self.to
            && matches!(self.digits().as_bytes(), [b'1', b'4'..=b'9', ..])
    }

    /// True if a bracket stands between two groups, as around the area of a telephone.
    pub(super) fn has_bracket(&self) -> bool {
        self.separators().any(|separator| separator.contains(['(', ')']))
    }

    /// True if the only separator is a point: a decimal number.
    pub(super) fn is_decimal(&self) -> bool {
        self.to == self.from + 1 && self.separators().all(|separator| separator == ".")
    }

    /// The part of a decimal number before the point, if it has no satang.
    pub(super) fn whole_amount(&self) -> Option<RunWindow<'_>> {
        let satang = self.run.groups.get(self.to).map(|group| crate::thai::to_arabic(slice(self.run.text, group.clone())))?;
        (self.is_decimal() && matches!(&*satang, "0" | "00")).then_some(RunWindow { run: self.run, from: self.from, to: self.from })
    }

    fn separators(&self) -> impl Iterator<Item = &str> {
        (self.from..self.to).filter_map(|at| self.run.separator(at))
    }

    fn stands_free(&self) -> bool {
        let run = self.run;
        let span = self.span();
        // A number with a hyphen at the end or the start of a line goes on.
        let goes_on = |separator: &str| separator.contains(LINE_ENDS) && separator.contains(is_hyphen);
        let is_wide = |separator: &str| separator.contains(|c: char| c.is_whitespace() || c == ')') && !goes_on(separator);
        let left = self.from == 0 || is_wide(slice(run.text, run.groups[self.from - 1].end..span.start));
        let right = self.to + 1 == run.groups.len() || is_wide(slice(run.text, span.end..run.groups[self.to + 1].start));
        left && right && !self.is_in_sum() && !self.is_in_name() && !self.is_in_address()
    }

    /// True if part of an amount with thousands separators: `12,345,…` or `…,500`.
    fn is_in_sum(&self) -> bool {
        let span = self.span();
        let mut before = slice(self.run.text, ..span.start).chars().rev();
        let before = before.next() == Some(',') && before.next().is_some_and(is_digit) && self.sizes().first() == Some(&3);
        let after = slice(self.run.text, span.end..).strip_prefix(',').map(|rest| rest.chars().take_while(|c| is_digit(*c)).count());
        before || after == Some(3)
    }

    /// True if part of an alphanumeric code: `PO3100…`, `…a9f`.
    fn is_in_name(&self) -> bool {
        let span = self.span();
        let before = slice(self.run.text, ..span.start).chars().next_back();
        let after = slice(self.run.text, span.end..).chars().next();
        before.is_some_and(|c| c.is_ascii_alphanumeric()) || after.is_some_and(|c| c.is_ascii_alphanumeric())
    }

    /// True if part of a URL or a query.
    fn is_in_address(&self) -> bool {
        let span = self.span();
        let text = self.run.text;
        let is_end = |c: char| c.is_whitespace() || matches!(c, '"' | '<' | '>' | '(' | ')' | '[' | ']' | '{' | '}' | '|');
        let start = slice(text, ..span.start).char_indices().rev().find(|(_, c)| is_end(*c)).map_or(0, |(at, c)| at + c.len_utf8());
        let end = slice(text, span.end..).find(is_end).map_or(text.len(), |at| span.end + at);
        let word = slice(text, start..end);
        let before = slice(text, ..span.start).chars().next_back();
        let after = slice(text, span.end..).chars().next();
        let in_query = |c: Option<char>| matches!(c, Some('=' | '&' | '?' | '%' | '#' | '~'));
        word.contains("://") || word.contains("www.") || in_query(before) || in_query(after)
    }
}

const LINE_ENDS: [char; 2] = ['\n', CELL_LINE_END];
const CELL_ENDS: [char; 2] = ['\t', '\n'];

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('๐'..='๙').contains(&c)
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{AD}')
}

fn digits_in(group: &str) -> usize {
    group.chars().filter(|c| is_digit(*c)).count()
}

/// True for the separators within one number: space, hyphen, point, or a spaced hyphen; also with a
/// line break, where the number is wrapped.
fn is_separator(between: &str) -> bool {
    const LONGEST: usize = 3;
    /// With what has no width.
    const MOST: usize = 16;
    // `(081) 234`, `(081)234`
    let between = between.strip_prefix(')').unwrap_or(between);
    let breaks = between.matches(LINE_ENDS).count();
    let is_space = |c: char| matches!(c, ' ' | '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\t');
    let is_mark = |c: char| is_hyphen(c) || c == '.';
    let shown = || between.chars().filter(|c| !has_no_width(*c));
    breaks <= 1
        && between.chars().nth(MOST).is_none()
        && shown().count() - breaks <= LONGEST
        && shown().all(|c| is_space(c) || is_mark(c) || LINE_ENDS.contains(&c))
        && shown().filter(|c| is_mark(*c)).count() <= 1
        && shown().filter(|c| is_space(*c)).count() <= 2
}

/// True between a country's number and the zero that is not dialled from abroad: `+66 (0)81 234 5678`.
fn is_before_trunk_zero(between: &str, rest: &str) -> bool {
    matches!(between, "(" | " (" | "\u{A0}(" | "-(") && (rest.starts_with("0)") || rest.starts_with("๐)"))
}
