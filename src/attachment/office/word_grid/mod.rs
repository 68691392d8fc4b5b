//! Tables and paragraphs of Word documents, in reading order: merged cells, automatic numbers and signs as
//! they are shown, and remarks on what is left out.
//!
//! Names are matched without their namespaces, so that documents of the strict kind are read alike. The
//! body is streamed; only styles, lists and the beginnings of notes are kept beside what is read.

mod beside;
mod body;
mod counted;
mod fields;
mod lists;
mod numbers;
mod paragraph;
mod raw_grid;
mod remarks;
mod run_format;
mod story;
mod styles;
mod tables;
#[cfg(test)]
mod tests;

use super::parts::Parts;
use super::relations::Relations;
use super::xml::Visitor;
use crate::attachment::grid::{GridDocument, GridFault, RemarkKind};
use crate::attachment::{FileFault, NotInspected, WhyUnread};
use beside::Notes;
use body::{Beside, WordBody};
use lists::ListsReader;
use numbers::Numbers;
use remarks::Remarks;
use story::Story;
use styles::StylesReader;

/// Reads a document.
///
/// # Errors
/// It has no body, or nothing of it could be read.
pub(in crate::attachment) fn read(mut parts: Parts<'_>) -> Result<GridDocument, GridFault> {
    let name = parts.named("word/document", ".xml").into_iter().next().ok_or(GridFault::Format)?;
    let mut remarks = Remarks::default();
    let mut styles = StylesReader::default();
    let mut lists = ListsReader::default();
    let [mut comments, mut footnotes, mut endnotes] = [Notes::default(), Notes::default(), Notes::default()];
    let beside: [(&str, &mut dyn Visitor); 5] = [
        ("word/styles", &mut styles),
        ("word/numbering", &mut lists),
        ("word/comments", &mut comments),
        ("word/footnotes", &mut footnotes),
        ("word/endnotes", &mut endnotes),
    ];
    for (start, reader) in beside {
        read_part(&mut parts, start, reader, &mut remarks);
    }
    let (styles, lists) = (styles.into_styles(), lists.into_lists());
    if styles.is_cut || lists.is_cut {
        remarks.add(None, RemarkKind::TooLarge, "");
    }
    let relations = Relations::of(&mut parts, &name);
    let story = Story::new(&styles, Numbers::new(&lists, &styles), remarks);
    let beside = Beside { relations: &relations, comments: &mut comments, footnotes: &mut footnotes, endnotes: &mut endnotes };
    let mut body = WordBody::new(story, beside);
    let result = parts.visit(&name, &mut body);
    let (blocks, mut remarks) = body.finish();
    if let Err(why) = result {
        if blocks.is_empty() {
            return Err(fault(why));
        }
        remarks.add(None, kind(why), &name);
    }
    let rest = [(RemarkKind::Comment, comments), (RemarkKind::Note, footnotes), (RemarkKind::Note, endnotes)];
    for (kind, notes) in rest {
        notes.into_rest().for_each(|text| remarks.add(None, kind, &text));
    }
    Ok(GridDocument { blocks, remarks: remarks.into_vec() })
}

/// Reads the part whose name begins with `start`. A document may have none.
fn read_part(parts: &mut Parts<'_>, start: &str, reader: &mut dyn Visitor, remarks: &mut Remarks) {
    let Some(name) = parts.named(start, ".xml").into_iter().next() else { return };
    if let Err(why) = parts.visit(&name, reader) {
        remarks.add(None, kind(why), &name);
    }
}

fn kind(why: WhyUnread) -> RemarkKind {
    match fault(why) {
        GridFault::Size => RemarkKind::TooLarge,
        _ => RemarkKind::Unreadable,
    }
}

fn fault(why: WhyUnread) -> GridFault {
    match why {
        WhyUnread::Fault(FileFault::Locked) => GridFault::Locked,
        WhyUnread::NotInspected(NotInspected::UnpackedSize | NotInspected::FileSize) => GridFault::Size,
        _ => GridFault::Unreadable,
    }
}
