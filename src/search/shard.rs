//! The script with the texts of a shard.

use std::io::Write as _;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use flate2::{Compression, write::DeflateEncoder};
use serde::Serialize;

use crate::search::{letters::Letters, text::SearchText};

/// A shard with more text than this is deflated; smaller ones stay readable and need no unpacking.
const DEFLATED_FROM: usize = 64 * 1024;
/// See the module's tests for what other levels cost.
const LEVEL: u32 = 6;

/// What comes before the text.
#[derive(Serialize)]
struct Head<'a> {
    letters: String,
    indicators: Vec<&'a str>,
    units: Vec<&'a str>,
    /// Path, item, number of the indicator (-1: none), numbers of the units.
    pages: Vec<(&'a str, &'a str, isize, Vec<usize>)>,
    /// Where the passages stand: lines of pages.
    places: String,
}

/// The script `NAME.js` for the pages of a shard, in the order of the site. The same texts give the same bytes.
pub fn shard(name: &str, texts: &[SearchText]) -> String {
    let letters = Letters::of(texts);
    let head = serde_json::to_string(&head(texts, &letters)).unwrap_or_default();
    if letters.size() < DEFLATED_FROM {
        let mut text = String::with_capacity(letters.size());
        texts.iter().for_each(|each| letters.put(each, &mut text));
        return format!("prongsaiSearch.shard(\"{name}\",{head},`{text}`);\n");
    }
    format!("prongsaiSearch.shard(\"{name}\",\"{}\");\n", STANDARD.encode(deflated(&head, texts, &letters)))
}

fn head<'a>(texts: &'a [SearchText], letters: &Letters) -> Head<'a> {
    let mut head = Head { letters: letters.table(), indicators: Vec::new(), units: Vec::new(), pages: Vec::new(), places: String::new() };
    for (at, text) in texts.iter().enumerate() {
        let indicator = text.indicator.as_deref().map_or(-1, |name| index(&mut head.indicators, name).cast_signed());
        let units = text.units.iter().map(|name| index(&mut head.units, name)).collect();
        head.pages.push((&text.url, text.item.as_deref().unwrap_or_default(), indicator, units));
        if at > 0 {
            head.places.push('\n');
        }
        head.places.push_str(&text.places);
    }
    head
}

/// The place of `name` in `names`, where it stands once.
fn index<'a>(names: &mut Vec<&'a str>, name: &'a str) -> usize {
    names.iter().position(|known| *known == name).unwrap_or_else(|| {
        names.push(name);
        names.len() - 1
    })
}

/// The head, a zero byte, the text: deflated.
fn deflated(head: &str, texts: &[SearchText], letters: &Letters) -> Vec<u8> {
    let mut packed = DeflateEncoder::new(Vec::with_capacity(letters.size() / 4), Compression::new(LEVEL));
    let mut line = String::new();
    let write = |packed: &mut DeflateEncoder<Vec<u8>>, bytes: &[u8]| packed.write_all(bytes).is_ok();
    write(&mut packed, head.as_bytes());
    write(&mut packed, &[0]);
    for text in texts {
        line.clear();
        letters.put(text, &mut line);
        write(&mut packed, line.as_bytes());
    }
    // Writing to memory does not fail.
    packed.finish().unwrap_or_default()
}
