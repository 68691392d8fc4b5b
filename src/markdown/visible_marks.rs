use std::cell::OnceCell;
use std::ops::Range;

use memchr::memchr_iter;

use super::event::{MarkdownEvent, SpannedEvent};
use super::outline::{UnshownKind, UnshownMarkup};
use super::thai_letter::is_thai_word;

/// Reports marks that were meant as emphasis but stay visible. Thai text only, because habits
/// differ elsewhere.
pub(super) fn report(body: &str, events: &[SpannedEvent], refusals: &mut Vec<UnshownMarkup>) {
    let mut stars = Pairing::new(body, is_spaced_emphasis, UnshownKind::SpaceInsideEmphasis);
    let mut underscores = Pairing::new(body, is_thai_underscore, UnshownKind::UnderscoreBesideThai);
    let mut tildes = Pairing::new(body, is_close, UnshownKind::TildesShown);
    let has_tildes = body.contains("~~");
    for event in events {
        match &event.event {
            MarkdownEvent::Stars(_) if event.span.len() >= 2 => stars.add(event.span.clone(), refusals),
            MarkdownEvent::Text(text) if text.len() == event.span.len() => {
                for run in runs(text, b'*', event.span.start).filter(|run| run.len() >= 2) {
                    stars.add(run, refusals);
                }
                for run in runs(text, b'_', event.span.start).filter(|run| run.len() <= 2) {
                    underscores.add(run, refusals);
                }
                if has_tildes {
                    let is_escaped = |run: &Range<usize>| body.get(..run.start).is_some_and(|before| before.ends_with('\\'));
                    for run in runs(text, b'~', event.span.start).filter(|run| run.len() == 2 && !is_escaped(run)) {
                        tildes.add(run, refusals);
                    }
                }
            }
            event if event.is_inline() && !is_break(event) => {}
            _ => {
                stars.end(refusals);
                underscores.last = None;
                tildes.last = None;
            }
        }
    }
    stars.end(refusals);
}

fn is_break(event: &MarkdownEvent) -> bool {
    matches!(event, MarkdownEvent::SoftBreak | MarkdownEvent::HardBreak)
}

/// All runs of `mark` in `text`, as byte ranges in the body.
fn runs(text: &str, mark: u8, start: usize) -> impl Iterator<Item = Range<usize>> {
    let mut end = 0;
    memchr_iter(mark, text.as_bytes()).filter_map(move |at| {
        if at < end {
            return None;
        }
        let rest = text.get(at..).unwrap_or_default();
        end = at + rest.len() - rest.trim_start_matches(char::from(mark)).len();
        Some(start + at..start + end)
    })
}

/// Pairs consecutive runs of equal length on a line.
struct Pairing<'a> {
    body: &'a str,
    is_meant: fn(&Sides, &Sides) -> bool,
    kind: UnshownKind,
    last: Option<Range<usize>>,
    /// Number of runs in the block.
    runs: usize,
    /// Where two asterisks are the mark of a note; at most two places.
    notes: OnceCell<Vec<usize>>,
}

impl<'a> Pairing<'a> {
    fn new(body: &'a str, is_meant: fn(&Sides, &Sides) -> bool, kind: UnshownKind) -> Self {
        Pairing { body, is_meant, kind, last: None, runs: 0, notes: OnceCell::new() }
    }

    fn add(&mut self, run: Range<usize>, refusals: &mut Vec<UnshownMarkup>) {
        self.runs += 1;
        let opening = self.last.take().filter(|opening| opening.len() == run.len());
        match opening {
            Some(opening) if self.is_pair(&opening, &run) => {
                refusals.push(UnshownMarkup { span: opening.start..run.end, kind: self.kind.clone() })
            }
            _ => self.last = Some(run),
        }
    }

    /// At the end of a block: the only run that was left, if it was meant to open bold text.
    fn end(&mut self, refusals: &mut Vec<UnshownMarkup>) {
        let is_alone = std::mem::take(&mut self.runs) == 1;
        let Some(run) = self.last.take().filter(|run| is_alone && opens_words(self.body, run) && !self.is_noted(run)) else { return };
        refusals.push(UnshownMarkup { span: run, kind: UnshownKind::OpenEmphasis });
    }

    /// True if two asterisks elsewhere are the mark of a note, to which these belong.
    fn is_noted(&self, run: &Range<usize>) -> bool {
        let marks = || self.body.match_indices("**").map(|(at, _)| at).filter(|at| is_mark_of_note(self.body, *at));
        self.notes.get_or_init(|| marks().take(2).collect()).iter().any(|at| *at != run.start)
    }

    fn is_pair(&self, opening: &Range<usize>, closing: &Range<usize>) -> bool {
        let inner = self.body.get(opening.end..closing.start).unwrap_or_default();
        // Single underscores also join words: ชื่อ_สกุล.
        let is_far = opening.len() == 1 && inner.contains(char::is_whitespace);
        !is_far && inner.chars().any(is_thai_word) && (self.is_meant)(&Sides::of(self.body, opening), &Sides::of(self.body, closing))
    }
}

/// The characters on both sides of a run.
struct Sides {
    length: usize,
    before: Option<char>,
    after: Option<char>,
}

impl Sides {
    fn of(body: &str, run: &Range<usize>) -> Self {
        Sides {
            length: run.len(),
            before: body.get(..run.start).and_then(|text| text.chars().next_back()),
            after: body.get(run.end..).and_then(|text| text.chars().next()),
        }
    }

    /// True for the position of a note mark: after a word, before a space.
    fn is_note_mark(&self) -> bool {
        !is_space(self.before) && is_space(self.after)
    }
}

/// True for two asterisks before a Thai word and behind no letter. `**หมายเหตุ` is a note, whose mark
/// stands elsewhere.
fn opens_words(body: &str, run: &Range<usize>) -> bool {
    let sides = Sides::of(body, run);
    let behind = body.get(run.end..).unwrap_or_default();
    let is_opening = sides.before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '“' | '|'));
    run.len() == 2 && is_opening && sides.after.is_some_and(is_thai_word) && !behind.starts_with("หมายเหตุ")
}

fn is_mark_of_note(body: &str, at: usize) -> bool {
    Sides::of(body, &(at..at + 2)).is_note_mark()
}

fn is_spaced_emphasis(opening: &Sides, closing: &Sides) -> bool {
    (is_space(opening.after) || is_space(closing.before)) && !(opening.is_note_mark() && closing.is_note_mark())
}

/// A single underscore needs Thai letters on both outer sides, because file names contain single
/// underscores, too.
fn is_thai_underscore(opening: &Sides, closing: &Sides) -> bool {
    let outer = [opening.before, closing.after].map(|c| c.is_some_and(is_thai_word));
    let touches = if opening.length == 1 { outer == [true, true] } else { outer != [false, false] };
    touches && !is_space(opening.after) && !is_space(closing.before)
}

/// True if the marks touch the text inside.
fn is_close(opening: &Sides, closing: &Sides) -> bool {
    !is_space(opening.after) && !is_space(closing.before)
}

fn is_space(c: Option<char>) -> bool {
    c.is_none_or(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use crate::markdown::UnshownKind::{SpaceInsideEmphasis, TildesShown, UnderscoreBesideThai};
    use crate::markdown::testing::refusals;

    #[test]
    fn a_space_inside_bold_is_reported() {
        for body in ["** ข้อความ**", "** ข้อความ **", "**ข้อความ **ต่อ", "ก่อน** ข้อความ**ต่อ", "|ก|\n|-|\n|** ข**|"]
        {
            let found = refusals(body);
            let [(place, SpaceInsideEmphasis)] = &found[..] else {
                panic!("{body}: {found:?}");
            };
            assert!(place.starts_with("**") && place.ends_with("**"), "{place}");
        }
    }

    #[test]
    fn underscores_beside_thai_are_reported() {
        assert_eq!(refusals("ก่อน__หนา__ต่อ"), [("__หนา__", UnderscoreBesideThai)]);
        assert_eq!(refusals("ก่อน__หนา__ ต่อ"), [("__หนา__", UnderscoreBesideThai)]);
        assert_eq!(refusals("ก่อน_เอียง_ต่อ"), [("_เอียง_", UnderscoreBesideThai)]);
    }

    #[test]
    fn text_that_is_not_struck_out_is_reported() {
        assert_eq!(refusals("ราคา ~~“500 บาท”~~และ"), [("~~“500 บาท”~~", TildesShown)]);
        assert_eq!(refusals("ตาม~~(ร่าง)~~ประกาศ"), [("~~(ร่าง)~~", TildesShown)]);
    }

    #[test]
    fn marks_that_are_meant_are_not_reported() {
        for body in [
            "**หนา** และ __หนา__",
            "~~ขีดฆ่า~~ต่อ ~~ ประกาศ ~~ ~~~ ก ~~~ 5~~ก \\~~ก.\\~~ ตาม~~(ร่าง)~~ ประกาศ",
            "ราคา** และส่วนลด** ครับ",
            "** bold**",
            "ก * ข * ค",
            "**\nก\n**",
            "\\*\\* ก \\*\\*",
            "`** ก**` `ก__ข__ค`",
            "แผน_จัดซื้อ_2569.pdf",
            "ชื่อ_สกุล และ ชื่อ_สกุล",
            "ลงชื่อ________ตำแหน่ง________",
            "snake__case__ ก",
        ] {
            assert_eq!(refusals(body), [], "{body}");
        }
    }
}
