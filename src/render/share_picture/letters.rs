//! The outlines of Latin capitals and digits.
//!
//! `letters.txt` has a letter a line: the letter, how far from it the next one stands, and its
//! closed outlines as points `x,y`, parted by ` / `. They are those of Sarabun Bold, the font of the
//! theme, with straight lines for curves, under its licence (`LICENSE-Sarabun.txt` beside the font).
//! What lies within an odd number of outlines is ink.

const LETTERS: &str = include_str!("letters.txt");

/// Units of the coordinates for the size of the font. The upper edge of capitals is at 0.
pub const UNITS: i64 = 1000;
/// Height of capitals.
pub const CAPITALS: i64 = 700;

/// A straight piece of an outline, from a point `(x, y)` to another.
pub type OutlinePiece = [(i64, i64); 2];

/// The pieces of all outlines of a line of letters, and its width. Other characters are left out.
pub fn outlines(text: &str) -> (Vec<OutlinePiece>, i64) {
    let (mut pieces, mut width) = (Vec::new(), 0);
    for (advance, outlines) in text.chars().filter_map(letter) {
        for outline in outlines.split(" / ") {
            let points: Vec<(i64, i64)> = outline.split(' ').filter_map(|text| point(text, width)).collect();
            let next = points.iter().cycle().skip(1);
            pieces.extend(points.iter().zip(next).map(|(from, to)| [*from, *to]));
        }
        width += advance;
    }
    (pieces, width)
}

/// How far the next letter stands, and the outlines.
fn letter(wanted: char) -> Option<(i64, &'static str)> {
    let (advance, outlines) = LETTERS.lines().find_map(|line| line.strip_prefix(wanted))?.trim_start().split_once(' ')?;
    Some((advance.parse().ok()?, outlines))
}

fn point(text: &str, left: i64) -> Option<(i64, i64)> {
    let (x, y) = text.split_once(',')?;
    Some((left + x.parse::<i64>().ok()?, y.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_that_a_code_may_have_is_there() {
        for letter in ('A'..='Z').chain('0'..='9') {
            let (pieces, width) = outlines(&letter.to_string());
            assert!(pieces.len() >= 4, "{letter}");
            assert!((300..900).contains(&width), "{letter}: {width}");
            let (xs, ys): (Vec<i64>, Vec<i64>) = pieces.iter().map(|[from, _]| *from).unzip();
            assert!(xs.iter().all(|x| (0..=width).contains(x)), "{letter} is wider than its place");
            assert!(ys.iter().all(|y| (-20..=850).contains(y)), "{letter} is higher than its line");
        }
    }

    #[test]
    fn outlines_are_closed() {
        let (pieces, _) = outlines("O25");
        let mut ends: Vec<(i64, i64)> = pieces.iter().map(|[_, to]| *to).collect();
        let mut starts: Vec<(i64, i64)> = pieces.iter().map(|[from, _]| *from).collect();
        ends.sort_unstable();
        starts.sort_unstable();
        assert_eq!(starts, ends);
    }
}
