//! Fields: a code that is not shown, and a result that is. Fields of forms show what their data say.

use super::super::xml::Element;
use super::remarks::push_shortened;

/// Deepest nesting of fields that is followed.
const DEEPEST: usize = 64;

/// Most entries of a list to choose from. Word allows 25.
const MOST_ENTRIES: usize = 1000;

/// Fields that are open, from the outermost.
#[derive(Debug, Default)]
pub(super) struct WordFields {
    open: Vec<WordField>,
    /// Fields that are open beyond the deepest nesting.
    beyond: usize,
    /// Open fields whose code is being read.
    codes: usize,
    /// Text in codes and boxes.
    swallowed: String,
}

#[derive(Debug, Default)]
struct WordField {
    is_result: bool,
    has_text: bool,
    form: FormField,
}

/// A field of a form.
#[derive(Debug, Default)]
enum FormField {
    #[default]
    None,
    CheckBox {
        is_default: bool,
        is_checked: Option<bool>,
    },
    DropDown {
        entries: Vec<String>,
        default: usize,
        chosen: Option<usize>,
    },
}

/// What a field of a form shows at its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum FormResult {
    CheckBox(bool),
    Entry(String),
}

impl WordFields {
    /// True where the code of a field stands, or the result of a box, whose data say more.
    pub(super) fn hide_text(&self) -> bool {
        self.codes > 0 || self.open.last().is_some_and(WordField::hides_text)
    }

    /// Keeps the beginning of text that is hidden.
    pub(super) fn swallow(&mut self, text: &str) {
        push_shortened(&mut self.swallowed, text);
    }

    /// Marks the open field as one that shows its result itself.
    pub(super) fn note_text(&mut self) {
        if let Some(field) = self.open.last_mut() {
            field.has_text = true;
        }
    }

    /// Takes `fldChar`; the result of a field of a form at its end.
    pub(super) fn take(&mut self, element: &Element<'_>) -> Option<FormResult> {
        match element.attribute("fldCharType").as_deref() {
            Some("begin") if self.open.len() >= DEEPEST => self.beyond = self.beyond.saturating_add(1),
            Some("begin") => {
                self.open.push(WordField::default());
                self.codes += 1;
            }
            Some("separate") if self.beyond == 0 => {
                if let Some(field) = self.open.last_mut().filter(|field| !field.is_result) {
                    field.is_result = true;
                    self.codes = self.codes.saturating_sub(1);
                }
                if self.codes == 0 {
                    self.swallowed.clear();
                }
            }
            Some("end") if self.beyond > 0 => self.beyond -= 1,
            Some("end") => return self.end(),
            _ => {}
        }
        None
    }

    fn end(&mut self) -> Option<FormResult> {
        let field = self.open.pop()?;
        if !field.is_result {
            self.codes = self.codes.saturating_sub(1);
        }
        if self.codes > 0 {
            return None;
        }
        self.swallowed.clear();
        match field.form {
            FormField::None => None,
            FormField::CheckBox { is_default, is_checked } => Some(FormResult::CheckBox(is_checked.unwrap_or(is_default))),
            FormField::DropDown { .. } if field.has_text => None,
            FormField::DropDown { entries, default, chosen } => entries.into_iter().nth(chosen.unwrap_or(default)).map(FormResult::Entry),
        }
    }

    /// Takes an element of the data of a form.
    pub(super) fn take_form(&mut self, name: &str, element: &Element<'_>) {
        let Some(field) = self.open.last_mut() else { return };
        let number = || element.number("val");
        match (name, &mut field.form) {
            ("checkBox", form) => *form = FormField::CheckBox { is_default: false, is_checked: None },
            ("ddList", form) => *form = FormField::DropDown { entries: Vec::new(), default: 0, chosen: None },
            ("default", FormField::CheckBox { is_default, .. }) => *is_default = element.is_on(),
            ("checked", FormField::CheckBox { is_checked, .. }) => *is_checked = Some(element.is_on()),
            ("default", FormField::DropDown { default, .. }) => *default = number().unwrap_or(0),
            ("result", FormField::DropDown { chosen, .. }) => *chosen = number(),
            ("listEntry", FormField::DropDown { entries, .. }) if entries.len() < MOST_ENTRIES => {
                entries.push(element.attribute("val").unwrap_or_default().into_owned());
            }
            _ => {}
        }
    }

    /// Ends what a damaged file has not ended: no code, and no box, is longer than a paragraph. Returns the
    /// beginning of the text that was taken for a part of it.
    pub(super) fn end_paragraph(&mut self) -> Option<String> {
        let first = self.open.iter().position(WordField::hides_text)?;
        self.open.truncate(first);
        (self.codes, self.beyond) = (0, 0);
        Some(std::mem::take(&mut self.swallowed)).filter(|text| !text.trim().is_empty())
    }
}

impl WordField {
    fn hides_text(&self) -> bool {
        !self.is_result || matches!(self.form, FormField::CheckBox { .. })
    }
}
