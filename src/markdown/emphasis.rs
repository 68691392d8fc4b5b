use std::ops::Range;

use pulldown_cmark::{Tag, TagEnd};

use super::event::{MarkdownEvent, SpannedEvent};
use super::star_run::{Emphasis, StarRun, is_digit};

/// Pairs the asterisks of each text line again where CommonMark misreads them next to Thai letters.
///
/// A line is unchanged if CommonMark used all its asterisks, without strong inside strong, or if
/// the Thai rules read none of them differently. So text without Thai, and Thai text that was read
/// correctly, does not change.
///
/// Asterisks next to a digit are checked as well: as multiplication signs they are no emphasis.
///
/// Strong inside strong reveals a misreading such as `ตาม**พ.ร.บ.**และ**ระเบียบ**กำหนด`, where each
/// run finds a partner, but the wrong one.
pub(super) fn pair_beside_thai<'a>(body: &'a str, events: Vec<SpannedEvent<'a>>) -> Vec<SpannedEvent<'a>> {
    let mut changed = Vec::new();
    let mut start = 0;
    for line in events.chunk_by(|a, b| a.event.is_inline() && b.event.is_inline()) {
        let end = start + line.len();
        changed.extend(pair_line(body, line).map(|line| (start..end, line)));
        start = end;
    }
    if changed.is_empty() { events } else { with_changes(events, changed) }
}

/// The re-paired events of a line; `None` if CommonMark read it correctly.
fn pair_line<'a>(body: &'a str, events: &[SpannedEvent<'a>]) -> Option<Vec<SpannedEvent<'a>>> {
    let mut line = EmphasisLine::misread(body, events)?;
    line.pair();
    Some(line.into_events())
}

fn with_changes<'a>(events: Vec<SpannedEvent<'a>>, changed: Vec<(Range<usize>, Vec<SpannedEvent<'a>>)>) -> Vec<SpannedEvent<'a>> {
    let mut result = Vec::with_capacity(events.len());
    let mut events = events.into_iter();
    let mut read = 0;
    for (place, line) in changed {
        result.extend(events.by_ref().take(place.start - read));
        events.by_ref().take(place.len()).for_each(drop);
        result.extend(line);
        read = place.end;
    }
    result.extend(events);
    result
}

/// The inline content of a block, with asterisk emphasis converted back to delimiter runs.
struct EmphasisLine<'a> {
    body: &'a str,
    pieces: Vec<Piece<'a>>,
    runs: Vec<StarRun>,
}

enum Piece<'a> {
    Event(SpannedEvent<'a>),
    /// Index into `runs`.
    Run(usize),
}

impl<'a> EmphasisLine<'a> {
    /// Converts `events` to a line; `None` if CommonMark read it correctly.
    fn misread(body: &'a str, events: &[SpannedEvent<'a>]) -> Option<Self> {
        if !is_suspicious(body, events) {
            return None;
        }
        let line = EmphasisLine::dissolved(body, events);
        line.runs.iter().any(|run| run.is_reread).then_some(line)
    }

    fn dissolved(body: &'a str, events: &[SpannedEvent<'a>]) -> Self {
        let mut line = EmphasisLine { body, pieces: Vec::with_capacity(events.len()), runs: Vec::new() };
        let mut spans = Vec::new();
        for event in events {
            match stars_of(body, event) {
                Some(stars) => line.push_stars(stars, &mut spans),
                None => line.pieces.push(Piece::Event(event.clone())),
            }
        }
        line.judge(spans);
        line
    }

    /// Adds a delimiter run, or extends the last one: some asterisks of a run may be text and
    /// others emphasis.
    fn push_stars(&mut self, stars: Range<usize>, spans: &mut Vec<Range<usize>>) {
        match (self.pieces.last(), spans.last_mut()) {
            (Some(Piece::Run(_)), Some(last)) if last.end == stars.start => last.end = stars.end,
            _ => {
                self.pieces.push(Piece::Run(spans.len()));
                spans.push(stars);
            }
        }
    }

    /// Determines the flanking of each run. At the start or end of a line nothing counts as
    /// adjacent, regardless of block markers (`> `) in the source.
    fn judge(&mut self, spans: Vec<Range<usize>>) {
        let ends_text = |piece: Option<&Piece>| match piece {
            None => true,
            Some(Piece::Event(event)) => matches!(event.event, MarkdownEvent::SoftBreak | MarkdownEvent::HardBreak),
            Some(Piece::Run(_)) => false,
        };
        for (at, piece) in self.pieces.iter().enumerate() {
            let Piece::Run(run) = piece else { continue };
            let Some(span) = spans.get(*run).cloned() else {
                continue;
            };
            let previous = at.checked_sub(1).and_then(|at| self.pieces.get(at));
            let before = if ends_text(previous) { "" } else { self.body.get(..span.start).unwrap_or_default() };
            let after = if ends_text(self.pieces.get(at + 1)) { "" } else { self.body.get(span.end..).unwrap_or_default() };
            self.runs.push(StarRun::new(span, before, after));
        }
    }

    /// The "process emphasis" procedure of the CommonMark appendix. Links and other inline elements
    /// are boundaries: an opener inside cannot be closed outside.
    fn pair(&mut self) {
        let mut openers = Openers::default();
        for piece in &self.pieces {
            match piece {
                Piece::Event(SpannedEvent { event: MarkdownEvent::Start(_), .. }) => openers.enter(),
                Piece::Event(SpannedEvent { event: MarkdownEvent::End(_), .. }) => openers.leave(),
                Piece::Event(_) => {}
                Piece::Run(closer) => {
                    openers.close(&mut self.runs, *closer);
                    openers.open(&self.runs, *closer);
                }
            }
        }
    }

    fn into_events(self) -> Vec<SpannedEvent<'a>> {
        let mut events = Vec::with_capacity(self.pieces.len());
        for piece in self.pieces {
            match piece {
                Piece::Event(event) => events.push(event),
                Piece::Run(run) => {
                    if let Some(run) = self.runs.get(run) {
                        push_run(self.body, run, &mut events);
                    }
                }
            }
        }
        events
    }
}

/// Quick check: true if asterisks were left unpaired or are next to a digit, or if strong is inside
/// strong or emphasis inside emphasis.
fn is_suspicious(body: &str, events: &[SpannedEvent]) -> bool {
    let (mut singles, mut doubles) = (0_usize, 0_usize);
    for event in events {
        match (&event.event, star_emphasis(body, event)) {
            (MarkdownEvent::Stars(_), _) => return true,
            (MarkdownEvent::Start(_), Some(Emphasis::Single)) => singles += 1,
            (MarkdownEvent::Start(_), Some(Emphasis::Double)) => doubles += 1,
            (MarkdownEvent::End(_), Some(Emphasis::Single)) => singles = singles.saturating_sub(1),
            (MarkdownEvent::End(_), Some(Emphasis::Double)) => doubles = doubles.saturating_sub(1),
            _ => {}
        }
        if singles > 1 || doubles > 1 || stars_of(body, event).is_some_and(|stars| is_beside_digit(body, &stars)) {
            return true;
        }
    }
    false
}

fn is_beside_digit(body: &str, stars: &Range<usize>) -> bool {
    let before = body.get(..stars.start).and_then(|text| text.chars().next_back());
    let after = body.get(stars.end..).and_then(|text| text.chars().next());
    is_digit(before) || is_digit(after)
}

/// Byte range of the asterisks that `event` stands for.
fn stars_of(body: &str, event: &SpannedEvent) -> Option<Range<usize>> {
    let span = event.span.clone();
    let emphasis = star_emphasis(body, event);
    match (&event.event, emphasis) {
        (MarkdownEvent::Stars(_), _) => Some(span),
        (MarkdownEvent::Start(_), Some(emphasis)) => Some(span.start..span.start + emphasis.stars()),
        (MarkdownEvent::End(_), Some(emphasis)) => Some(span.end - emphasis.stars()..span.end),
        _ => None,
    }
}

/// The kind of emphasis that `event` starts or ends; `None` if it is delimited by underscores.
fn star_emphasis(body: &str, event: &SpannedEvent) -> Option<Emphasis> {
    let emphasis = match &event.event {
        MarkdownEvent::Start(tag) if **tag == Tag::Emphasis => Emphasis::Single,
        MarkdownEvent::Start(tag) if **tag == Tag::Strong => Emphasis::Double,
        MarkdownEvent::End(TagEnd::Emphasis) => Emphasis::Single,
        MarkdownEvent::End(TagEnd::Strong) => Emphasis::Double,
        _ => return None,
    };
    let is_of_stars = body.as_bytes().get(event.span.start) == Some(&b'*');
    (is_of_stars && event.span.len() >= 2 * emphasis.stars()).then_some(emphasis)
}

fn push_run<'a>(body: &'a str, run: &StarRun, events: &mut Vec<SpannedEvent<'a>>) {
    let mut at = run.span.start;
    let mut next = |stars: usize| {
        let span = at..at + stars;
        at += stars;
        span
    };
    for emphasis in &run.closed {
        events.push(SpannedEvent::new(MarkdownEvent::End(tag(*emphasis).to_end()), next(emphasis.stars())));
    }
    if run.free > 0 {
        let span = next(run.free);
        let stars = body.get(span.clone()).unwrap_or_default();
        events.push(SpannedEvent::new(MarkdownEvent::Stars(stars), span));
    }
    for emphasis in run.opened.iter().rev() {
        events.push(SpannedEvent::new(MarkdownEvent::Start(tag(*emphasis).into()), next(emphasis.stars())));
    }
}

fn tag(emphasis: Emphasis) -> Tag<'static> {
    match emphasis {
        Emphasis::Single => Tag::Emphasis,
        Emphasis::Double => Tag::Strong,
    }
}

/// Stack of potential openers, divided by boundaries.
struct Openers {
    /// Indices into the runs.
    stack: Vec<usize>,
    fences: Vec<Fence>,
}

/// Stack height at a boundary, and per class of closers the height below which there is no opener
/// (`openers_bottom` in CommonMark). Without it, many unpaired asterisks take quadratic time.
struct Fence {
    start: usize,
    searched: [usize; StarRun::CLASSES],
}

impl Default for Openers {
    fn default() -> Self {
        Openers { stack: Vec::new(), fences: vec![Fence::at(0)] }
    }
}

impl Fence {
    fn at(start: usize) -> Self {
        Fence { start, searched: [start; StarRun::CLASSES] }
    }
}

impl Openers {
    fn enter(&mut self) {
        self.fences.push(Fence::at(self.stack.len()));
    }

    fn leave(&mut self) {
        if let Some(fence) = self.fences.pop() {
            self.stack.truncate(fence.start);
        }
    }

    fn open(&mut self, runs: &[StarRun], opener: usize) {
        if runs.get(opener).is_some_and(|run| run.can_open && run.free > 0) {
            self.stack.push(opener);
        }
    }

    fn close(&mut self, runs: &mut [StarRun], closer: usize) {
        while let Some(at) = self.partner(runs, closer) {
            let Some(opener) = self.stack.get(at).copied() else {
                return;
            };
            let Ok([opening, closing]) = runs.get_disjoint_mut([opener, closer]) else {
                return;
            };
            let emphasis = if opening.free >= 2 && closing.free >= 2 { Emphasis::Double } else { Emphasis::Single };
            opening.free -= emphasis.stars();
            opening.opened.push(emphasis);
            closing.free -= emphasis.stars();
            closing.closed.push(emphasis);
            let is_used_up = opening.free == 0;
            self.cut(if is_used_up { at } else { at + 1 });
        }
    }

    /// Stack position of the nearest opener that matches `closer`.
    fn partner(&mut self, runs: &[StarRun], closer: usize) -> Option<usize> {
        let closing = runs.get(closer).filter(|run| run.can_close && run.free > 0)?;
        let fence = self.fences.last_mut()?;
        let searched = fence.searched.get_mut(closing.class())?;
        let found = (*searched..self.stack.len()).rev().find(|at| {
            let opener = self.stack.get(*at).and_then(|opener| runs.get(*opener));
            opener.is_some_and(|opener| opener.pairs_with(closing))
        });
        if found.is_none() {
            *searched = self.stack.len();
        }
        found
    }

    fn cut(&mut self, length: usize) {
        self.stack.truncate(length);
        for fence in self.fences.iter_mut().rev().take(1) {
            for searched in &mut fence.searched {
                *searched = length.min(*searched);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::reading;
    use crate::markdown::testing::html;

    /// HTML of a one-paragraph body, with `b` and `i` as tag names.
    fn line(body: &str) -> String {
        let html = html(body);
        let html = html.trim_end().trim_start_matches("<p>").trim_end_matches("</p>");
        html.replace("strong>", "b>").replace("em>", "i>")
    }

    #[test]
    fn bold_beside_thai_works_whatever_stands_inside() {
        for (body, expected) in [
            ("**พ.ร.บ.**ข้อมูล", "<b>พ.ร.บ.</b>ข้อมูล"),
            ("**พ.ศ.**๒๕๖๗", "<b>พ.ศ.</b>๒๕๖๗"),
            ("**พ.ศ.**2567", "<b>พ.ศ.</b>2567"),
            ("ก่อน**“ข้อความ”**ต่อ", "ก่อน<b>“ข้อความ”</b>ต่อ"),
            ("ตาม**\"ประกาศ\"**ของ", "ตาม<b>\"ประกาศ\"</b>ของ"),
            ("ก่อน**(ข้อความ)**ต่อ", "ก่อน<b>(ข้อความ)</b>ต่อ"),
            ("**(ก)**ต่อ", "<b>(ก)</b>ต่อ"),
            ("**มาตรา ๙ (๑)**และ", "<b>มาตรา ๙ (๑)</b>และ"),
            ("**ข้อ 1:**รายการ", "<b>ข้อ 1:</b>รายการ"),
            ("**ร้อยละ 95%**ของ", "<b>ร้อยละ 95%</b>ของ"),
            ("**ราคา ฿**ต่อ", "<b>ราคา ฿</b>ต่อ"),
            ("**จบ๛**ต่อ", "<b>จบ๛</b>ต่อ"),
            ("ก่อน**[ลิงก์](/a)**ต่อ", "ก่อน<b><a href=\"/a\">ลิงก์</a></b>ต่อ"),
            ("ก่อน**`โค้ด.`**ต่อ", "ก่อน<b><code>โค้ด.</code></b>ต่อ"),
            ("ก่อน**(ข้อความ)ต่อ** ไป", "ก่อน<b>(ข้อความ)ต่อ</b> ไป"),
            ("**พ.ศ.**\u{200b}ต่อ", "<b>พ.ศ.</b>\u{200b}ต่อ"),
            ("\\\\**พ.ศ.**ต่อ", "\\<b>พ.ศ.</b>ต่อ"),
        ] {
            assert_eq!(line(body), expected, "{body}");
        }
    }

    #[test]
    fn italics_and_both_work_as_bold_does() {
        for (body, expected) in [
            ("*พ.ร.บ.*ข้อมูล", "<i>พ.ร.บ.</i>ข้อมูล"),
            ("ก่อน*(ข้อความ)*ต่อ", "ก่อน<i>(ข้อความ)</i>ต่อ"),
            ("ตาม*\"ประกาศ\"*ของ", "ตาม<i>\"ประกาศ\"</i>ของ"),
            ("***พ.ร.บ.***ข้อมูล", "<i><b>พ.ร.บ.</b></i>ข้อมูล"),
            ("ก่อน***“ข้อความ”***ต่อ", "ก่อน<i><b>“ข้อความ”</b></i>ต่อ"),
            ("**พ.ร.บ. *(ฉบับที่ ๒)***ข้อมูล", "<b>พ.ร.บ. <i>(ฉบับที่ ๒)</i></b>ข้อมูล"),
        ] {
            assert_eq!(line(body), expected, "{body}");
        }
    }

    #[test]
    fn neighbouring_pairs_stay_apart() {
        for (body, expected) in [
            ("**ก****ข**", "<b>ก</b><b>ข</b>"),
            ("**พ.ศ.****“ข”**ต่อ", "<b>พ.ศ.</b><b>“ข”</b>ต่อ"),
            ("ตาม**พ.ร.บ.**และ**ระเบียบ**กำหนด", "ตาม<b>พ.ร.บ.</b>และ<b>ระเบียบ</b>กำหนด"),
            ("**พ.ร.บ.**และ*ระเบียบ.*กำหนด", "<b>พ.ร.บ.</b>และ<i>ระเบียบ.</i>กำหนด"),
            ("\"**ก.**\"และ\"**ข.**\"", "\"<b>ก.</b>\"และ\"<b>ข.</b>\""),
        ] {
            assert_eq!(line(body), expected, "{body}");
        }
    }

    #[test]
    fn emphasis_works_in_every_block() {
        for (body, expected) in [
            ("## **พ.ศ.**ต่อ\n", "<b>พ.ศ.</b>ต่อ</a></h2>"),
            ("- **พ.ศ.**ต่อ\n", "<li><b>พ.ศ.</b>ต่อ</li>"),
            ("> **พ.ศ.**ต่อ\n", "<p><b>พ.ศ.</b>ต่อ</p>"),
            (">**พ.ศ.**ต่อ\n>**พ.ร.บ.**นี้", "<p><b>พ.ศ.</b>ต่อ\n<b>พ.ร.บ.</b>นี้"),
            ("|ก|\n|-|\n|**พ.ศ.**ต่อ|\n", "data-label=\"ก\"><b>พ.ศ.</b>ต่อ</td>"),
            ("|ก|ข|\n|-|-|\n|**พ.ศ.|ต่อ**|\n", "data-label=\"ก\">**พ.ศ.</td><td role=\"cell\" data-label=\"ข\">ต่อ**</td>"),
            ("[**พ.ศ.**ต่อ](/a)", "<b>พ.ศ.</b>ต่อ</a>"),
            ("~~**พ.ศ.**ต่อ~~", "<del><b>พ.ศ.</b>ต่อ</del>"),
            ("![**พ.ศ.**ต่อ](/a)", "alt=\"พ.ศ.ต่อ\""),
        ] {
            assert!(line(body).contains(expected), "{body}: {}", line(body));
        }
    }

    #[test]
    fn stars_that_multiply_are_text() {
        for body in [
            "5*3=15 และ 2*2=4",
            "๕*๓=๑๕ และ ๒*๒=๔",
            "5*6*78",
            "2**3 และ 4**5",
            "081****567 และ 082****568",
            "12***34 และ 56***78",
            "3*ยาว และ 5*สูง",
            "กว้าง*3 และ ยาว*5",
            "ยาว 3*a+5*b",
        ] {
            assert_eq!(line(body), body);
        }
        assert_eq!(line("5*3=15 และ*สำคัญ* 2*2"), "5*3=15 และ<i>สำคัญ</i> 2*2");
        assert_eq!(line("*5*3=15*"), "<i>5*3=15</i>");
        for (body, expected) in [
            ("ข้อ 5*สำคัญ*", "ข้อ 5<i>สำคัญ</i>"),
            ("ตาม*ข้อ 5*และ", "ตาม<i>ข้อ 5</i>และ"),
            ("มาตรา*5*ของ", "มาตรา<i>5</i>ของ"),
            ("**5** ข้อ", "<b>5</b> ข้อ"),
        ] {
            assert_eq!(line(body), expected);
        }
    }

    #[test]
    fn one_tilde_is_a_sign() {
        assert_eq!(line("09.00~12.00 น. และ 13.00~16.00 น."), "09.00~12.00 น. และ 13.00~16.00 น.");
        assert_eq!(line("~ก~ ~~ข~~"), "~ก~ <del>ข</del>");
    }

    #[test]
    fn what_is_no_emphasis_stays() {
        for body in [
            "\\*\\*พ.ศ.\\*\\*ต่อ",
            "\\*พ.ศ.\\*ต่อ",
            "`**พ.ศ.**ต่อ`",
            "ก * ข * ค",
            "5*(2+3)*4 ก",
            "ไทย a**(b)**c ไทย",
            "ราคา*(บาท) และส่วนลด*(บาท)",
            "**ข้อความ **ต่อ",
            "[**พ.ศ.](/a)**ต่อ",
        ] {
            let shown = line(body);
            assert!(!shown.contains("<b>") && !shown.contains("<i>"), "{body}: {shown}");
        }
        assert!(html("    **พ.ศ.**ต่อ").ends_with("><code>**พ.ศ.**ต่อ</code></pre>\n"));
        assert!(html("```\n*\n```").ends_with("><code>*\n</code></pre>\n"));
    }

    #[test]
    fn a_line_that_commonmark_reads_well_is_left_alone() {
        for body in ["***ก (*ข*) ค***", "**ก (*ข*) ค**", "*ก **ข** ค*", "*ก**ข**ค*", "**เร็วๆ**นี้ **กรุงเทพฯ**มหานคร", "***ก** ข*"]
        {
            let events = reading::read(body).unwrap().events;
            assert_eq!(pair_beside_thai(body, events.clone()), events, "{body}");
        }
    }

    /// Examples of the CommonMark specification, except for the one with a multiplication sign.
    fn examples() -> impl Iterator<Item = &'static str> {
        let file = include_str!("../../tests/data/commonmark_examples.txt");
        file.split("\n%%%%\n").skip(1).filter(|body| body.trim() != "5*6*78")
    }

    #[test]
    fn no_example_of_commonmark_changes() {
        assert!(examples().count() > 640);
        for body in examples() {
            let events = reading::read(body).unwrap().events;
            assert_eq!(pair_beside_thai(body, events.clone()), events, "{body}");
        }
    }

    #[test]
    fn the_procedure_is_that_of_commonmark() {
        for body in examples() {
            for line in reading::read(body).unwrap().events.chunk_by(|a, b| a.event.is_inline() && b.event.is_inline()) {
                assert_eq!(tags(&paired_as_strangers(body, line)), tags(line), "{body}");
            }
        }
    }

    /// Pairs `events` with our procedure, even without Thai text.
    fn paired_as_strangers<'a>(body: &'a str, events: &[SpannedEvent<'a>]) -> Vec<SpannedEvent<'a>> {
        let mut line = EmphasisLine::dissolved(body, events);
        line.pair();
        line.into_events()
    }

    fn tags<'a>(events: &[SpannedEvent<'a>]) -> Vec<MarkdownEvent<'a>> {
        let events = events.iter().map(|event| event.event.clone());
        events.filter(|event| !matches!(event, MarkdownEvent::Stars(_))).collect()
    }
}
