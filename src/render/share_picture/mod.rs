//! The picture that networks show beside a link to an item: its code and fiscal year on a sheet of
//! paper, in the colours of the theme's picture for all other pages.
//!
//! Titles are left out: Thai would have to be shaped, which costs more than the page itself.

mod canvas;
mod letters;

pub use canvas::{HEIGHT, WIDTH};

use canvas::{Canvas, LetterBand, Tint};

use crate::base::ItemCode;
use crate::thai::FiscalYear;

const CODE: LetterBand = LetterBand { top: 111, size: 300 };
const YEAR: LetterBand = LetterBand { top: 413, size: 150 };

/// A PNG of [`WIDTH`] × [`HEIGHT`] pixels, some kilobytes long.
pub fn share_picture(item: &ItemCode, year: FiscalYear) -> Vec<u8> {
    let mut canvas = Canvas::of_paper();
    canvas.fill(450..750, 361..373, Tint::Green);
    canvas.write(&item.to_string(), &CODE);
    canvas.write(&year.to_string(), &YEAR);
    canvas.png()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The place of each pixel's colour in the palette, row by row.
    fn pixels(code: &str) -> Vec<u8> {
        let file = share_picture(&ItemCode::parse(code).unwrap(), FiscalYear::new(2569).unwrap());
        assert!(file.len() < 12_000, "{code}: {} bytes", file.len());
        let mut reader = png::Decoder::new(std::io::Cursor::new(&file)).read_info().unwrap();
        let mut packed = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut packed).unwrap();
        assert_eq!((info.width, info.height, info.bit_depth), (1200, 630, png::BitDepth::Two));
        packed.iter().flat_map(|byte| [6, 4, 2, 0].map(|shift| byte >> shift & 3)).collect()
    }

    #[test]
    fn two_items_have_two_pictures_and_one_item_the_same_bytes() {
        assert_eq!(pixels("O25"), pixels("O25"));
        assert_ne!(pixels("O25"), pixels("O26"));
    }

    #[test]
    fn a_one_is_a_stem_on_a_foot() {
        let pixels = pixels("O1");
        let tint = |x: usize, y: usize| pixels[y * WIDTH + x];
        let runs = |y: usize| {
            let inked: Vec<usize> = (PAPER_LEFT..PAPER_RIGHT).filter(|&x| tint(x, y) != Tint::White as u8).collect();
            inked.chunk_by(|left, right| left + 1 == *right).map(<[usize]>::len).collect::<Vec<_>>()
        };
        // Both sides of the O, and the stem of the 1; above its foot and on it.
        assert_eq!(runs(216).len(), 3);
        assert!(runs(216)[2] * 2 < runs(310)[runs(310).len() - 1]);
        // Ground, paper, the cut corner, the bar.
        assert_eq!([tint(10, 10), tint(70, 70), tint(1130, 70), tint(600, 365)], [0, 1, 0, 2]);
    }

    const PAPER_LEFT: usize = 60;
    const PAPER_RIGHT: usize = 1050;

    #[test]
    fn the_longest_code_fits_on_the_paper() {
        let pixels = pixels("WWWWWWWW888");
        let is_white = |x: usize| (150..330).all(|y| pixels[y * WIDTH + x] == Tint::White as u8);
        assert!((61..118).chain(1082..1139).all(is_white), "letters stand in the margins");
        assert!(!(130..1070).all(is_white));
    }
}
