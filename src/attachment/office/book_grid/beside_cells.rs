//! What stands beside the cells of an `.xlsx` sheet: comments, text boxes, pictures, lines and arrows. None
//! of it is taken; each is remarked.

use std::collections::BTreeMap;

use super::super::parts::Parts;
use super::super::relations::Relations;
use super::super::xml::{Element, Then, Visitor};
use super::gathered_sheet::SheetGrid;
use super::sheet_area::CellKey;
use super::sheet_cells::cell_key;
use crate::attachment::grid::RemarkKind;
use crate::attachment::text_position::column_letters;

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
    for (at, to) in beside.shapes {
        grid.remark(at, RemarkKind::Drawing, &to.map(cell_name).unwrap_or_default());
    }
    if let Some(at) = beside.picture {
        grid.remark(at, RemarkKind::Picture, "");
    }
}

/// `BC12`
fn cell_name((row, column): CellKey) -> String {
    format!("{}{}", column_letters(column), row.saturating_add(1))
}

/// What was found; the text of threaded comments stands before that of the copy for older programs.
#[derive(Default)]
struct BesideCells {
    comments: BTreeMap<CellKey, String>,
    is_threaded: bool,
    boxes: Vec<(CellKey, String)>,
    /// Lines, arrows and boxes without text, with their last cells.
    shapes: Vec<(CellKey, Option<CellKey>)>,
    picture: Option<CellKey>,
    /// Cell of the comment or the drawing.
    at: CellKey,
    /// Last cell of the drawing.
    to: Option<CellKey>,
    is_last: bool,
    open: Option<String>,
    number: Option<String>,
    texts: usize,
}

impl BesideCells {
    fn add_shape(&mut self) {
        if self.shapes.len() < MAX_COMMENTS {
            self.shapes.push((self.at, self.to));
        }
    }

    /// The corner of the drawing that is read.
    fn corner(&mut self) -> &mut CellKey {
        if self.is_last { self.to.get_or_insert_default() } else { &mut self.at }
    }

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
            "from" => (self.at, self.to, self.is_last) = ((0, 0), None, false),
            // The second corner of a drawing.
            "to" => (self.to, self.is_last) = (Some((0, 0)), true),
            "cxnSp" => self.add_shape(),
            _ => {}
        }
        Then::Enter
    }

    fn end(&mut self, name: &str) {
        let is_number = matches!(name, "row" | "col");
        let number = self.number.take_if(|_| is_number).and_then(|number| number.trim().parse().ok()).unwrap_or(0);
        match name {
            "row" => self.corner().0 = number,
            "col" => self.corner().1 = number,
            "to" => self.is_last = false,
            "comment" => self.end_comment(false),
            "threadedComment" => {
                self.end_comment(true);
                self.is_threaded = false;
            }
            "t" => self.texts = self.texts.saturating_sub(1),
            "text" if self.is_threaded => self.texts = self.texts.saturating_sub(1),
            "p" => self.open.iter_mut().for_each(|text| text.push('\n')),
            "sp" => match self.open.take().filter(|text| !text.trim().is_empty()) {
                Some(text) if self.boxes.len() < MAX_COMMENTS => self.boxes.push((self.at, text)),
                Some(_) => {}
                None => self.add_shape(),
            },
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
