//! The text of a file in UTF-8, UTF-16 or windows-874, with line feeds for all line ends.

use crate::attachment::grid::RemarkKind;
use crate::attachment::grids_gathered::GatheredGrids;
use crate::source::to_utf8;

/// The text of a file; `None`, with a remark, if it is none. Other encodings than UTF-8, and bytes that
/// are in none, are remarked.
pub(super) fn decoded(bytes: &[u8], gathered: &mut GatheredGrids) -> Option<String> {
    let text = match damaged_utf8(bytes) {
        Some(text) => {
            gathered.remark(None, RemarkKind::Unreadable, "UTF-8");
            text
        }
        None => {
            let Some((text, encoding)) = to_utf8(bytes).filter(|(text, _)| !text.contains('\0')) else {
                gathered.remark(None, RemarkKind::Unreadable, "");
                return None;
            };
            if encoding != "UTF-8" {
                gathered.remark(None, RemarkKind::Encoding, encoding);
            }
            text
        }
    };
    Some(if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text })
}

/// UTF-8 with some wrong bytes, such as a cut last letter: windows-874 would make other Thai letters of
/// all of it.
fn damaged_utf8(bytes: &[u8]) -> Option<String> {
    const GOOD_FOR_WRONG: usize = 10;
    let (mut good, mut wrong) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|letter| !letter.is_ascii()).count();
        wrong += usize::from(!chunk.invalid().is_empty());
    }
    let is_damaged = wrong > 0 && good > wrong * GOOD_FOR_WRONG && !bytes.contains(&0);
    is_damaged.then(|| String::from_utf8_lossy(bytes).trim_start_matches('\u{FEFF}').to_owned())
}
