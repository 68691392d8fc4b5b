//! Tells pages of text from pages that are pictures.

use hayro_font::kurbo::{Affine, Point, Rect};

use super::layout::PlacedLetter;

/// The page is looked at as a grid of this many rows and columns.
const GRID: usize = 64;
/// A page is a picture if images cover this share of it at least, …
const MIN_IMAGE_SHARE: f64 = 0.6;
/// … or if it has this many curves at least: a drawing, or text as outlines, …
const MIN_CURVES: usize = 300;
/// … and text covers less than this share, …
const MAX_TEXT_SHARE: f64 = 0.01;
/// … with fewer letters than this: page numbers and headings do not make a scan searchable.
const MIN_LETTERS: usize = 25;
/// Width of a letter in ems, for its area.
const LETTER_WIDTH: f64 = 0.5;
/// Programs that scan put their name on each page.
const SCANNERS: [&str; 2] = ["scan", "สแกน"];
/// Words of the stamp with which a registry receives a letter; it is no longer than `MAX_STAMP`
/// letters.
const STAMP: [&str; 2] = ["รับ", "วันที่"];
const MAX_STAMP: usize = 120;

/// What covers a page.
pub(super) struct Coverage {
    page: Rect,
    /// A bit for each column, by row.
    images: [u64; GRID],
    curves: usize,
}

impl Coverage {
    pub(super) fn new(page: Rect) -> Self {
        Self { page, images: [0; GRID], curves: 0 }
    }

    /// An image; the place of its unit square is given.
    pub(super) fn image(&mut self, to_page: Affine) {
        let corner = |x, y| to_page * Point::new(x, y);
        let image = Rect::from_points(corner(0.0, 0.0), corner(1.0, 1.0)).union(Rect::from_points(corner(0.0, 1.0), corner(1.0, 0.0)));
        let columns = cells(image.x0 - self.page.x0, image.x1 - self.page.x0, self.page.width());
        let rows = cells(image.y0 - self.page.y0, image.y1 - self.page.y0, self.page.height());
        let bits = columns.fold(0u64, |bits, column| bits | 1 << column);
        for row in self.images.get_mut(rows).unwrap_or_default() {
            *row |= bits;
        }
    }

    pub(super) fn curve(&mut self) {
        self.curves = self.curves.saturating_add(1);
    }

    /// True if the page shows a picture and next to no text.
    pub(super) fn is_picture(&self, letters: &[PlacedLetter], text: &str) -> bool {
        let covered: u32 = self.images.iter().map(|row| row.count_ones()).sum();
        let share = f64::from(covered) / (GRID * GRID) as f64;
        (share >= MIN_IMAGE_SHARE || self.curves >= MIN_CURVES) && self.is_bare(letters) && is_addition(text)
    }

    fn is_bare(&self, letters: &[PlacedLetter]) -> bool {
        let area = |letter: &PlacedLetter| letter.text.chars().filter(|c| c.is_alphanumeric()).count() as f64 * letter.size * letter.size;
        let area: f64 = letters.iter().filter(|letter| letter.is_finite()).map(area).sum();
        area * LETTER_WIDTH < MAX_TEXT_SHARE * self.page.area()
    }
}

/// True if the text is what programs and registries add to a scan.
fn is_addition(text: &str) -> bool {
    let letters = |line: &str| line.chars().filter(|c| c.is_alphabetic()).count();
    let is_scanner = |line: &str| SCANNERS.iter().any(|name| line.to_lowercase().contains(name));
    let count: usize = text.lines().filter(|line| !is_scanner(line)).map(letters).sum();
    count < MIN_LETTERS || count <= MAX_STAMP && STAMP.iter().all(|word| text.contains(word))
}

/// The cells whose middle lies between two places.
fn cells(from: f64, to: f64, size: f64) -> std::ops::Range<usize> {
    let cell = |place: f64| (place / size * GRID as f64).round().clamp(0.0, GRID as f64) as usize;
    let (from, to) = (cell(from), cell(to));
    from..to.max(from)
}
