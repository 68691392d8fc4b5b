//! What stands beside the cells of an `.xlsx` sheet: comments, text boxes and pictures. None of it is
//! taken; each is remarked.

use std::collections::BTreeMap;

use super::super::parts::Parts;
use super::super::relations::Relations;
use super::super::xml::{Element, Then, Visitor};
use super::gathered_sheet::SheetGrid;
use super::sheet_area::CellKey;
use super::sheet_cells::cell_key;
use crate::attachment::grid::RemarkKind;

/// Most letters of a remark's text, in bytes.
const MAX_TEXT: usize = 1000;
/// Most comments that are kept of a sheet.
const MAX_COMMENTS: usize = 2000;

/// Remarks what belongs to the sheet in `part`.
pub(super) fn remark_beside(parts: &mut Parts<'_>, part: &str, grid: &mut SheetGrid) {
    let relations = Relations::of(parts, part);
    let mut beside = BesideCells::default();
    let is_beside = |name: &str| name.ends_with(".xml") && (name.contains("omment") || name.contains("/drawing"));
    for name in relations.parts().filter(|name| is_beside(name)) {
        if parts.visit(name, &mut beside).is_err() {
            grid.gathered.remark(None, RemarkKind::Unreadable, name);
        }
        beside.open = None;
    }
    for (at, text) in beside.comments {
        grid.remark(at, RemarkKind::Comment, &text);
    }
    for (at, text) in beside.boxes {
        grid.remark(at, RemarkKind::TextBox, &text);
    }
    if let Some(at) = beside.picture {
        grid.remark(at, RemarkKind::Picture, "");
    }
}

/// What was found; the text of threaded comments stands before that of the copy for older programs.
#[derive(Default)]
struct BesideCells {
    comments: BTreeMap<CellKey, String>,
    is_threaded: bool,
    boxes: Vec<(CellKey, String)>,
    picture: Option<CellKey>,
    /// Cell of the comment or the drawing.
    at: CellKey,
    open: Option<String>,
    number: Option<String>,
    texts: usize,
}

impl BesideCells {
    fn end_comment(&mut self, is_threaded: bool) {
        let text = self.open.take().unwrap_or_default();
        let is_copy = text.trim_start().starts_with("[Threaded comment]");
        if self.comments.len() >= MAX_COMMENTS {
            return;
        }
        match self.comments.get_mut(&self.at) {
            Some(known) if is_threaded && known.starts_with("[Threaded comment]") => *known = text,
            Some(_) if is_copy => {}
            Some(known) if known.len() < MAX_TEXT => {
                known.push('\n');
                known.push_str(&text);
            }
            Some(_) => {}
            None => drop(self.comments.insert(self.at, text)),
        }
    }
}

impl Visitor for BesideCells {
    fn start(&mut self, name: &str, element: &Element<'_>) -> Then {
        match name {
            "comment" | "threadedComment" => {
                self.at = element.attribute("ref").and_then(|place| cell_key(&place)).unwrap_or((0, 0));
                self.is_threaded = name == "threadedComment";
                self.open = Some(String::new());
            }
            "sp" => self.open = Some(String::new()),
            "t" => self.texts += 1,
            "text" if self.is_threaded => self.texts += 1,
            "rPh" | "Fallback" | "extLst" => return Then::Skip,
            "pic" => self.picture = Some(self.picture.unwrap_or(self.at)),
            "row" | "col" => self.number = Some(String::new()),
            "from" => self.at = (0, 0),
            // The second corner of a drawing.
            "to" => return Then::Skip,
            _ => {}
        }
        Then::Enter
    }

    fn end(&mut self, name: &str) {
        let mut number = || self.number.take().and_then(|number| number.trim().parse().ok()).unwrap_or(0);
        match name {
            "row" => self.at.0 = number(),
            "col" => self.at.1 = number(),
            "comment" => self.end_comment(false),
            "threadedComment" => {
                self.end_comment(true);
                self.is_threaded = false;
            }
            "t" => self.texts = self.texts.saturating_sub(1),
            "text" if self.is_threaded => self.texts = self.texts.saturating_sub(1),
            "p" => self.open.iter_mut().for_each(|text| text.push('\n')),
            "sp" => {
                let text = self.open.take().filter(|text| !text.trim().is_empty());
                self.boxes.extend(text.filter(|_| self.boxes.len() < MAX_COMMENTS).map(|text| (self.at, text)));
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(number) = &mut self.number {
            number.push_str(text);
        } else if self.texts > 0
            && let Some(open) = &mut self.open
            && open.len() < MAX_TEXT
        {
            open.push_str(text);
        }
    }
}
