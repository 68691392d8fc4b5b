//! Horizontal bars, one row each: label and figure above a bar of one or more parts.
//!
//! Units are those of the view box, which is 320 wide, like a small phone: letters stay legible there,
//! and grow with the picture elsewhere. The template and the style sheet place what is in a row.

use serde::Serialize;

/// Height of a row: 16 for its text, 10 for its bar, 6 to the next.
const ROW: u32 = 32;
/// Height of a line of text above the rows or below them.
const LINE: u32 = 18;
/// Room above the first line for the marks over Thai letters; the view box begins there.
const ABOVE: u32 = 3;
/// More rows are no picture, but a long list, which the table is already; and the picture stays
/// below 6 kB.
const MAX_ROWS: u32 = 16;
/// Most characters of a label; the table has all of them.
const MAX_LABEL: usize = 34;

/// A picture of bars.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct BarChart {
    /// Element id.
    pub(crate) id: &'static str,
    pub(crate) title: String,
    /// What it shows, for those who do not see it.
    pub(crate) description: String,
    pub(crate) height: u32,
    /// Where the first row begins.
    pub(crate) top: u32,
    /// Height of a row.
    pub(crate) row: u32,
    pub(crate) rows: Vec<ChartRow>,
    pub(crate) mark: Option<ChartMark>,
    /// What the fillings mean; empty if there is only one.
    pub(crate) keys: Vec<ChartKey>,
}

/// A row; what is in it has the same place in every row.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ChartRow {
    pub(crate) label: String,
    /// The figure of the row.
    pub(crate) value: String,
    pub(crate) bars: Vec<ChartBar>,
}

/// A part of a bar.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ChartBar {
    /// `full`, `half`, `open`, `dashed` or `crossed`, a class of the style sheet.
    pub(crate) fill: &'static str,
    /// In percent of the width; `None` at the left end.
    pub(crate) x: Option<String>,
    /// In percent of the width.
    pub(crate) width: String,
}

/// A line across all rows.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ChartMark {
    /// In percent of the width.
    pub(crate) x: String,
    /// Where it ends.
    pub(crate) bottom: u32,
    pub(crate) label: String,
    /// Which end of the label is at the line: `start` or `end`.
    pub(crate) anchor: &'static str,
}

/// What a filling means.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ChartKey {
    pub(crate) fill: &'static str,
    pub(crate) text: String,
    /// Where its line begins.
    pub(crate) top: u32,
}

/// A row before it has a place: label, figure, and the parts of its bar with their shares of the
/// width, which add up to at most 1.
pub(super) struct PlainRow {
    pub(super) label: String,
    pub(super) value: String,
    pub(super) parts: Vec<(&'static str, f64)>,
}

/// What a picture shows, before its parts have places.
pub(super) struct PlainChart {
    pub(super) id: &'static str,
    pub(super) title: String,
    pub(super) description: String,
    pub(super) rows: Vec<PlainRow>,
    /// Share of the width at which a line stands, and its label.
    pub(super) mark: Option<(f64, String)>,
    /// Fillings in use, with their meanings.
    pub(super) keys: Vec<(&'static str, String)>,
}

impl PlainChart {
    /// The picture; `None` without rows, or with more than [`MAX_ROWS`].
    pub(super) fn placed(self) -> Option<BarChart> {
        let top = if self.mark.is_some() { LINE } else { 0 };
        let count = u32::try_from(self.rows.len()).ok().filter(|count| (1..=MAX_ROWS).contains(count))?;
        let below = top + count * ROW;
        let rows = self.rows.into_iter().map(PlainRow::placed).collect();
        let key = |(at, (fill, text)): (u32, (&'static str, String))| ChartKey { fill, text, top: below + at * LINE };
        let keys: Vec<ChartKey> = (0..).zip(self.keys).map(key).collect();
        let height = keys.last().map_or(below, |last| last.top + LINE) + ABOVE + 1;
        let mark = self.mark.map(|(share, label)| ChartMark {
            x: percent(share),
            bottom: below,
            label,
            anchor: if share > 0.5 { "end" } else { "start" },
        });
        Some(BarChart { id: self.id, title: self.title, description: self.description, height, top, row: ROW, rows, mark, keys })
    }
}

impl PlainRow {
    fn placed(self) -> ChartRow {
        let mut at = 0.0;
        let part = |(fill, share): (&'static str, f64)| {
            let (x, width) = (at, share.clamp(0.0, 1.0 - at));
            at += width;
            ChartBar { fill, x: (x > 0.0).then(|| percent(x)), width: percent(width) }
        };
        let bars = self.parts.into_iter().filter(|(_, share)| *share > 0.0).map(part).collect();
        ChartRow { label: shortened(&self.label), value: self.value, bars }
    }
}

/// With two decimals, as scores have them: a page that repeats a number is shorter when compressed.
fn percent(share: f64) -> String {
    format!("{:.2}%", share * 100.0)
}

/// At most [`MAX_LABEL`] characters that take room, cut after a whole letter.
fn shortened(label: &str) -> String {
    let takes_room = |c: &char| !matches!(c, '\u{E31}' | '\u{E34}'..='\u{E3A}' | '\u{E47}'..='\u{E4E}');
    if label.chars().filter(takes_room).count() <= MAX_LABEL {
        return label.to_owned();
    }
    let mut room = MAX_LABEL - 1;
    let fits = |c: &char| {
        let uses = usize::from(takes_room(c));
        let is_left = room >= uses;
        room = room.saturating_sub(uses);
        is_left
    };
    label.chars().take_while(fits).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chart(rows: Vec<PlainRow>, mark: Option<(f64, String)>) -> Option<BarChart> {
        let keys = vec![("full", "ถึงเป้า".to_owned()), ("open", "ไม่ถึงเป้า".to_owned())];
        PlainChart { id: "x", title: String::new(), description: String::new(), rows, mark, keys }.placed()
    }

    #[test]
    fn parts_lie_side_by_side_and_within_the_picture() {
        let row = PlainRow { label: "ก".to_owned(), value: "3".to_owned(), parts: vec![("full", 0.5), ("half", 0.0), ("open", 0.7)] };
        let chart = chart(vec![row], Some((0.85, "85".to_owned()))).unwrap();
        let bars: Vec<(&str, Option<&str>, &str)> =
            chart.rows[0].bars.iter().map(|bar| (bar.fill, bar.x.as_deref(), &*bar.width)).collect();
        assert_eq!(bars, [("full", None, "50.00%"), ("open", Some("50.00%"), "50.00%")]);
        let mark = chart.mark.unwrap();
        assert_eq!((&*mark.x, mark.anchor), ("85.00%", "end"));
        assert!(chart.keys.last().unwrap().top < chart.height && mark.bottom < chart.height, "{}", chart.height);
    }

    #[test]
    fn nothing_is_drawn_of_nothing() {
        assert_eq!(chart(Vec::new(), None), None);
    }

    #[test]
    fn a_long_label_ends_after_a_whole_letter() {
        let label = shortened(&"กี่".repeat(60));
        assert_eq!(label, "กี่".repeat(MAX_LABEL - 1) + "…");
        assert_eq!(shortened("กองคลัง"), "กองคลัง");
    }
}
