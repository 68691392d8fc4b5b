//! Diagnosis of syntax errors: finds the mistake whose repair lets the parser read further.
//!
//! Runs only after the parser has failed, so valid files cost nothing.

use std::ops::Range;

use super::repair::{Brackets, LOOKS, Repair, RepairRule, glued, indentation};

/// Cause of a syntax error.
pub(super) struct SyntaxCause {
    /// Byte range of the mistake in the file.
    pub(super) span: Range<usize>,
    /// The mistake, with the corrected line.
    pub(super) repair: Repair,
}

/// Limit of bytes parsed to try repairs, so that a long file is not parsed many times.
const MAX_TRIAL_BYTES: usize = 2 << 20;

/// Number of the line at which the parser stops; `None` if it reaches the end.
pub(super) type StopFn<'s> = &'s dyn Fn(&str) -> Option<usize>;

/// Number of lines searched above the stop.
const NEAR: usize = 500;

/// Cause of a stop at a line, if it is one of the known mistakes.
pub(super) fn cause(source: &str, stop: usize, stops: StopFn<'_>) -> Option<SyntaxCause> {
    let lines: Vec<&str> = source.split_inclusive('\n').collect();
    let stop = stop.min(lines.len().checked_sub(1)?);
    let mut trial = RepairTrial { lines: &lines, stop, stops, left: MAX_TRIAL_BYTES };
    // Usually the mistake is in this line or the one before.
    for at in (0..=stop).rev().take(NEAR) {
        let found = LOOKS.iter().find_map(|look| trial.alone(*look, at)).or_else(|| trial.bracket(at));
        if found.is_some() || trial.left == 0 {
            return found;
        }
    }
    LOOKS
        .iter()
        .find_map(|look| trial.everywhere(*look))
        .or_else(|| (0..=stop).rev().take(NEAR).find_map(|at| trial.alone(indentation, at)))
}

/// Known mistake in the line of a byte, without trying the repair.
pub(super) fn slip(source: &str, byte: usize) -> Option<SyntaxCause> {
    let before = source.get(..byte)?;
    let start = before.len() - before.rsplit('\n').next().unwrap_or_default().len();
    let line = source.get(start..)?.lines().next()?;
    let above: Vec<&str> = before.get(..start)?.lines().collect();
    let between_brackets = || between_brackets(line, byte - start);
    let repair = LOOKS.iter().find_map(|look| look(line, &above).into_iter().next()).or_else(between_brackets)?;
    Some(SyntaxCause::of(repair, start))
}

/// A pair without a space after the colon, at a byte of a line.
fn between_brackets(line: &str, byte: usize) -> Option<Repair> {
    let (before, rest) = line.split_at_checked(byte)?;
    let (key, value) = glued(rest)?;
    let at = before.len() + key.len();
    Some(Repair { name: "after_colon", shown: format!("{key}:"), at: at..at + 1, line: format!("{before}{key}: {value}") })
}

impl SyntaxCause {
    pub(super) fn of(repair: Repair, start: usize) -> Self {
        Self { span: start + repair.at.start..start + repair.at.end, repair }
    }
}

struct RepairTrial<'s> {
    lines: &'s [&'s str],
    stop: usize,
    stops: StopFn<'s>,
    left: usize,
}

impl RepairTrial<'_> {
    /// Tries to repair one line.
    fn alone(&mut self, look: RepairRule, at: usize) -> Option<SyntaxCause> {
        let line = self.lines.get(at)?.trim_end_matches(['\r', '\n']);
        let ways = look(line, self.lines.get(..at)?);
        let repair = ways.into_iter().find(|repair| self.helps(|number| (number == at).then(|| repair.line.clone())))?;
        Some(SyntaxCause::of(repair, self.start(at)))
    }

    /// Tries to repair the same mistake in all lines: a space missing after one colon is usually
    /// missing after all.
    fn everywhere(&mut self, look: RepairRule) -> Option<SyntaxCause> {
        let first_way = |(at, line): (usize, &&str)| {
            let line = line.trim_end_matches(['\r', '\n']);
            look(line, self.lines.get(..at).unwrap_or_default()).into_iter().next()
        };
        let repairs: Vec<Option<Repair>> = self.lines.iter().enumerate().map(first_way).collect();
        let at = repairs.iter().position(Option::is_some)?;
        self.helps(|number| repairs.get(number)?.as_ref().map(|repair| repair.line.clone())).then_some(())?;
        Some(SyntaxCause::of(repairs.into_iter().nth(at)??, self.start(at)))
    }

    /// Tries to close a bracket that opens in a line.
    fn bracket(&mut self, at: usize) -> Option<SyntaxCause> {
        let (opens, sign) = *Brackets::of(self.lines.get(at)?.trim_end().trim_end_matches(Brackets::ENDS)).open.first()?;
        // At the end of the file, the parser reports the position of the opening bracket.
        let last = self.lines.iter().rposition(|line| !line.trim().is_empty())?;
        let stop = if self.stop == at { last } else { self.stop };
        let ends = [at, stop.saturating_sub(1), stop];
        let closed = ends.into_iter().filter(|end| *end >= at).find_map(|end| {
            let closed = Brackets::closed(self.lines.get(at..=end)?)?;
            self.helps_beyond(stop, |number| (number == end).then(|| closed.clone())).then_some(closed)
        });
        let repair = Repair { name: "open_bracket", shown: sign.to_string(), at: opens..opens + 1, line: closed? };
        Some(SyntaxCause::of(repair, self.start(at)))
    }

    /// True if the parser gets further with these lines replaced.
    fn helps(&mut self, repaired: impl Fn(usize) -> Option<String>) -> bool {
        self.helps_beyond(self.stop, repaired)
    }

    fn helps_beyond(&mut self, stop: usize, repaired: impl Fn(usize) -> Option<String>) -> bool {
        let mut text = String::new();
        for (number, line) in self.lines.iter().enumerate() {
            match repaired(number) {
                Some(repaired) => text.extend([repaired.as_str(), "\n"]),
                None => text.push_str(line),
            }
        }
        let Some(left) = self.left.checked_sub(text.len() + 100) else {
            self.left = 0;
            return false;
        };
        self.left = left;
        (self.stops)(&text).is_none_or(|line| line > stop)
    }

    fn start(&self, at: usize) -> usize {
        self.lines.iter().take(at).map(|line| line.len()).sum()
    }
}

#[cfg(test)]
mod tests {
    use crate::base::RelPath;
    use crate::diagnostics::Diagnostic;
    use crate::yaml::{Node, YamlLimits, parse};

    fn read(text: &str) -> Result<Node, Box<Diagnostic>> {
        parse(&RelPath::new("content/x.md").unwrap(), text, 0..text.len(), YamlLimits { bytes: 1 << 20, depth: 32 })
    }

    /// Name of the mistake, text above the caret, and corrected line.
    fn said(text: &str) -> (&'static str, String, String) {
        let found = *read(text).expect_err(text);
        let [(name, _), .., (_, line)] = found.values.as_slice() else { panic!("{text}: {found:?}") };
        (name, text.get(found.place.span.clone()).unwrap().to_owned(), line.clone())
    }

    #[test]
    fn every_slip_has_its_name_its_place_and_a_line_that_can_be_read() {
        let slips: &[(&str, &str, &str, &str)] = &[
            ("title: ก\n\u{a0}unit: ข\n", "space", "\u{a0}", "unit: ข"),
            ("measures:\n\u{3000}- id: m1\n", "space", "\u{3000}", "- id: m1"),
            ("title:\u{2003}ก\nunit: ข\n", "space", "\u{2003}", "title: ก"),
            ("title\u{a0}: ก\n", "space", "\u{a0}", "title: ก"),
            ("evidence:\n  -\u{202f}a.pdf\n", "space", "\u{202f}", "- a.pdf"),
            ("\u{200b}title: ก\n", "unseen", "\u{200b}", "title: ก"),
            ("ti\u{ad}tle: ก\n", "unseen", "\u{ad}", "title: ก"),
            ("as_of: \u{2060}2566-01-01\n", "unseen", "\u{2060}", "as_of: 2566-01-01"),
            ("adopted:\n\tdate: 2566\n\tby: ก\n", "tab", "\t", "date: 2566"),
            ("measures:\n  - id: m1\n\ttitle: ก\n", "tab", "\t", "title: ก"),
            ("title：ก\nunit： ข\n", "colon", "：", "title: ก"),
            ("unit: ข\ntitle：ก\n", "colon", "：", "title: ก"),
            ("steps:\n  • อบรม\n  • ประชุม\n", "bullet", "•", "- อบรม"),
            ("steps:\n  \u{f0b7} อบรม\n", "bullet", "\u{f0b7}", "- อบรม"),
            ("steps:\n  – อบรม\n  – ประชุม\n", "bullet", "–", "- อบรม"),
            ("steps:\n  * อบรม\n  * ประชุม\n", "bullet", "*", "- อบรม"),
            ("steps:\n  1. อบรม\n  2. ประชุม\n", "bullet", "1.", "- อบรม"),
            ("steps:\n  -อบรม\n  -ประชุม\n", "after_dash", "-", "- อบรม"),
            ("steps:\n  - อบรม\n  -ประชุม\n", "after_dash", "-", "- ประชุม"),
            ("steps:\n  - อบรม\n    -ประชุม\n", "after_dash", "-", "- ประชุม"),
            ("title:มาตรการ\n", "after_colon", ":", "title: มาตรการ"),
            ("title:มาตรการ\nunit:ข\nas_of: 2566\n", "after_colon", ":", "title: มาตรการ"),
            ("title: มาตรการ\nunit:ข\nas_of: 2566\n", "after_colon", ":", "unit: ข"),
            ("agency:\n  name:ก\n", "after_colon", ":", "name: ก"),
            ("measures: [{id:m1, title: ก}]\n", "after_colon", ":", "measures: [{id: m1, title: ก}]"),
            ("title: \"ก\nunit: ข\n", "open_quote", "\"", "title: \"ก\""),
            ("title: \"ก”\nunit: \"ข\"\n", "open_quote", "\"", "title: \"ก\""),
            ("measures:\n  - id: 'm1\n    title: ก\n", "open_quote", "'", "- id: 'm1'"),
            ("units: [\"ก, ข]\ntitle: ก\n", "open_quote", "\"", "units: [\"ก, ข\"]"),
            ("title: \"ก\" ข\n", "quote_end", "ข", "title: '\"ก\" ข'"),
            ("title: \"C:\\ita\"\n", "backslash", "\\", "title: 'C:\\ita'"),
            ("title: ก\nunits: [ข, ค\nas_of: 2566\n", "open_bracket", "[", "units: [ข, ค]"),
            ("units: [ข, ค\n", "open_bracket", "[", "units: [ข, ค]"),
            ("units: [\n  ข,\n  ค,\ntitle: ก\n", "open_bracket", "[", "ค]"),
            ("units: [\n  ข,\n  ค\n", "open_bracket", "[", "ค]"),
            ("measures: [{id: m1, title: ก]\nunit: ข\n", "open_bracket", "[", "measures: [{id: m1, title: ก}]"),
            ("title: [ร่าง] ประกาศ\n", "bracket_end", "ประกาศ", "title: \"[ร่าง] ประกาศ\""),
            ("title: {ก} ข\n", "bracket_end", "ข", "title: \"{ก} ข\""),
            ("evidence: [a.pdf]]\n", "extra_bracket", "]", "evidence: [a.pdf]"),
            ("title: @ก\n", "first_sign", "@", "title: \"@ก\""),
            ("title: %ก\n", "first_sign", "%", "title: \"%ก\""),
            ("title: `ก\n", "first_sign", "`", "title: \"`ก\""),
            ("title: |ก\n", "first_sign", "|", "title: \"|ก\""),
            ("title: > 80\n", "first_sign", ">", "title: \"> 80\""),
            ("title: - ก\n", "first_sign", "-", "title: \"- ก\""),
            ("title: *ก* ข\n", "first_sign", "*", "title: \"*ก* ข\""),
            ("title: &ก ข\n", "first_sign", "&", "title: \"&ก ข\""),
            ("title: !ก ข\n", "first_sign", "!", "title: \"!ก ข\""),
            ("title: มาตรการ: ปี 2566\n", "second_colon", ":", "title: \"มาตรการ: ปี 2566\""),
            ("steps:\n  - ประกาศ: เรื่อง: ก\n", "second_colon", ":", "- \"ประกาศ: เรื่อง: ก\""),
            ("measures:\n  - id: m1\n    title: ก\n  id: m2\n  title: ข\n", "no_dash", "id", "- id: m2"),
            ("unit: ข\ntitle ก\nas_of: 2566\n", "no_colon", "title", "title: ก"),
            ("title = ก\nunit = ข\n", "no_colon", "title", "title: ก"),
            ("measures:\n  - id: m1\n     title: ก\n", "indent", "     ", "title: ก"),
            ("adopted:\n  date: 2566\n by: ก\n", "indent", " ", "by: ก"),
            ("title: ก\n unit: ข\n", "indent", " ", "unit: ข"),
        ];
        for (text, name, caret, line) in slips {
            assert_eq!(said(text), (*name, (*caret).to_owned(), (*line).to_owned()), "{text}");
            let crlf = text.replace('\n', "\r\n");
            assert_eq!(said(&crlf), (*name, (*caret).to_owned(), (*line).to_owned()), "{crlf:?}");
            let alone = line.strip_prefix("- ").unwrap_or(line);
            assert!(read(line).is_ok() || read(alone).is_ok() || *name == "open_bracket", "{line}");
        }
    }

    #[test]
    fn what_is_meant_is_read() {
        for text in [
            "title: ก\u{a0}ข\u{200b}ค\n",
            "title: ประกาศ – ฉบับที่ 1\n",
            "steps:\n  - อบรม\n  - ประชุม 10.30 น. ที่ http://example.go.th\n",
            "steps:\n- อบรม\n-\n  ประชุม\n",
            "text: |\n  • ก\n  -ข\n  key:ค\n  1. ง\n",
            "text: |-\n\n  • ก\n",
            "text: >-\n  ก\n  - ข\n",
            "text: \"ก\n  - ข\"\n",
            "title: มาตรการ\n  ส่งเสริม\n",
            "score: -5\nphone:\n  +66 2 123 4567\nno:\n  -5\n",
            "url:\n  https://example.go.th\nmail:\n  mailto:a@example.go.th\n",
            "title: -ก\n",
            "scores: [2565,2566]\n2565: {total: 84.94}\n",
            "a: {b: [c, {d: e}]} # ก\n",
        ] {
            assert!(read(text).is_ok(), "{text}: {:?}", read(text));
        }
    }
}
