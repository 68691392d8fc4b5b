//! Cells of one sheet of an `.xlsx` workbook, and its headers and footers.

use std::sync::Arc;

use super::super::DocumentPart;
use super::gathered::Gathered;
use super::number_format::NumberFormats;
use super::rows::Rows;
use super::strings::{SharedStrings, unescaped};
use super::xml::{Element, Then, Visitor};

/// What the cells of a sheet refer to.
pub(super) struct SheetParts<'b> {
    pub(super) name: Arc<str>,
    pub(super) strings: &'b SharedStrings,
    pub(super) formats: &'b mut NumberFormats,
}

/// Reads a sheet.
pub(super) struct SheetReader<'g> {
    rows: Rows<'g>,
    parts: SheetParts<'g>,
    /// The open cell.
    cell: OpenCell,
    /// Text of the open value, or of a header.
    text: String,
    is_text: bool,
    /// The open formula.
    formula: String,
    is_formula: bool,
}

#[derive(Default)]
struct OpenCell {
    row: u32,
    column: u32,
    style: usize,
    kind: String,
}

/// Headers and footers of odd, even and first pages.
const HEADERS: [&str; 6] = ["oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"];

/// What a program says when a cell is chosen, or refuses a value.
const VALIDATION_TEXTS: [&str; 4] = ["promptTitle", "prompt", "errorTitle", "error"];

impl<'g> SheetReader<'g> {
    pub(super) fn new(gathered: &'g mut Gathered, parts: SheetParts<'g>) -> Self {
        let rows = Rows::new(gathered, Arc::clone(&parts.name));
        SheetReader {
            rows,
            parts,
            cell: OpenCell::default(),
            text: String::new(),
            is_text: false,
            formula: String::new(),
            is_formula: false,
        }
    }

    fn attributes(&mut self, element: &Element<'_>, names: &[&str]) {
        for name in names {
            self.rows.beside(&unescaped(&element.attribute(name).unwrap_or_default()), DocumentPart::Hidden);
        }
    }

    fn begin_cell(&mut self, element: &Element<'_>) {
        self.cell.column = element.attribute("r").and_then(|place| column(&place)).unwrap_or(self.cell.column);
        self.cell.kind = element.attribute("t").unwrap_or_default().into_owned();
        self.cell.style = element.number("s").unwrap_or(0);
        self.text.clear();
        self.formula.clear();
    }

    fn end_cell(&mut self) {
        let OpenCell { row, column, style, .. } = self.cell;
        let text = self.text.trim();
        if text.is_empty() && !self.formula.is_empty() {
            // A program that calculates nothing wrote it.
            self.rows.cell(row, column, &written_out(&self.formula));
        }
        match self.cell.kind.as_str() {
            "s" => self.rows.cell(row, column, &unescaped(text.parse().map_or("", |number| self.parts.strings.get(number)))),
            "inlineStr" | "str" | "d" => self.rows.cell(row, column, &unescaped(&self.text)),
            "b" | "e" => {}
            _ => match text.parse() {
                Ok(number) => self.rows.cell(row, column, &self.parts.formats.shown(number, style)),
                Err(_) => self.rows.cell(row, column, text),
            },
        }
        self.cell.column = column.saturating_add(1);
    }
}

impl Visitor for SheetReader<'_> {
    fn start(&mut self, name: &str, element: &Element<'_>) -> Then {
        match name {
            "rPh" => return Then::Skip,
            "row" => {
                let number = element.number("r").and_then(|row| u32::try_from(row).ok()?.checked_sub(1));
                self.cell = OpenCell { row: number.unwrap_or(self.cell.row), ..OpenCell::default() };
            }
            "c" => self.begin_cell(element),
            "v" | "t" => self.is_text = true,
            "f" => {
                self.formula.clear();
                self.is_formula = true;
            }
            "dataValidation" => {
                for name in VALIDATION_TEXTS {
                    self.rows.beside(&unescaped(&element.attribute(name).unwrap_or_default()), DocumentPart::FormField);
                }
            }
            // Values that a model was tried with, and words that a format looks for.
            "scenario" => self.attributes(element, &["name", "comment"]),
            "inputCells" => self.attributes(element, &["val"]),
            "cfRule" => self.attributes(element, &["text"]),
            "protectedRange" => self.attributes(element, &["name"]),
            "formula1" => {
                self.formula.clear();
                self.is_formula = true;
            }
            _ if HEADERS.contains(&name) => {
                self.text.clear();
                self.is_text = true;
            }
            _ => {}
        }
        Then::Enter
    }

    fn end(&mut self, name: &str) {
        match name {
            "row" => self.cell.row = self.cell.row.saturating_add(1),
            "c" => self.end_cell(),
            "v" | "t" => self.is_text = false,
            "f" => self.is_formula = false,
            "formula1" => {
                self.is_formula = false;
                // The entries of a list that the cells take.
                self.rows.beside(&written_out(&self.formula).replace(',', "\t"), DocumentPart::FormField);
            }
            _ if HEADERS.contains(&name) => {
                self.is_text = false;
                self.rows.beside(&without_codes(&self.text), DocumentPart::Header);
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.is_text {
            self.text.push_str(text);
        } else if self.is_formula {
            self.formula.push_str(text);
        }
    }

    fn is_done(&self) -> bool {
        self.rows.is_full()
    }
}

/// Texts and long numbers that a formula writes out; those that `&` joins are one.
pub(super) fn written_out(formula: &str) -> String {
    /// Numbers of persons have at least as many digits.
    const LONG: usize = 9;
    let mut text = String::new();
    // Parts between quotation marks are texts; an empty part between two texts is a quotation mark.
    let mut parts = formula.split('"').enumerate().peekable();
    while let Some((at, part)) = parts.next() {
        if at % 2 == 1 {
            text.push_str(part);
            continue;
        }
        if at > 0 && part.is_empty() && parts.peek().is_some() {
            text.push('"');
        } else if part.trim() != "&" {
            text.push(' ');
        }
        for number in part.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| word.len() >= LONG) {
            if number.bytes().all(|byte| byte.is_ascii_digit()) {
                text.push_str(number);
                text.push(' ');
            }
        }
    }
    text.trim().to_owned()
}

/// Column of a place such as `BC12`, from 0.
fn column(place: &str) -> Option<u32> {
    let letters = place.bytes().take_while(u8::is_ascii_alphabetic).take(4);
    letters.fold(0, |sum, letter| sum * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1).checked_sub(1)
}

/// Text of a header without its codes: `&C` begins the middle, `&"Sarabun,Bold"` and `&14` are the
/// font, `&&` is an ampersand.
pub(super) fn without_codes(header: &str) -> String {
    let mut text = String::new();
    let mut letters = header.chars().peekable();
    while let Some(letter) = letters.next() {
        if letter != '&' {
            text.push(letter);
            continue;
        }
        match letters.next() {
            Some('&') => text.push('&'),
            Some('"') => while letters.next().is_some_and(|letter| letter != '"') {},
            Some('L' | 'C' | 'R') if !text.is_empty() => text.push('\t'),
            // A font size has up to three digits; a space parts it from a number that is text.
            Some('0'..='9') => while letters.next_if(char::is_ascii_digit).is_some() {},
            Some('K') => drop((0..6).map_while(|_| letters.next_if(char::is_ascii_hexdigit)).count()),
            _ => {}
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_without_value_says_what_it_writes_out() {
        let cases = [
            ("\"3-1009\" & \"-00123-45-5\"", "3-1009-00123-45-5"),
            ("HYPERLINK(\"a\",\"3100900123455\")", "a 3100900123455"),
            ("TEXT(3100900123455,\"0-0000\")", "3100900123455 0-0000"),
            ("\"say \"\"a\"\"\"&A1", "say \"a\""),
            ("SUM(A1:A1048576)", ""),
        ];
        for (formula, expected) in cases {
            assert_eq!(written_out(formula), expected);
        }
    }

    #[test]
    fn columns_and_headers_are_understood() {
        assert_eq!(["A1", "Z9", "AA1", "XFD1048576", "1", ""].map(column), [Some(0), Some(25), Some(26), Some(16383), None, None]);
        assert_eq!(without_codes("&L&\"Sarabun,Bold\"&14 ลับ &&&C3100900123455&R&KFF0000&P"), " ลับ &\t3100900123455\t");
    }
}
