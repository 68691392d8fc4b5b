//! Strings in the records of older Excel workbooks.

use super::biff::BiffReader;

/// How a workbook writes its strings.
#[derive(Clone, Copy, Debug)]
pub(super) struct OldStrings {
    /// True for BIFF8, whose strings are Unicode.
    pub(super) is_unicode: bool,
    /// Code page of other strings.
    pub(super) code_page: u16,
}

impl OldStrings {
    /// Those of a workbook that names no code page.
    pub(super) fn new(is_unicode: bool) -> Self {
        OldStrings { is_unicode, code_page: 1252 }
    }

    /// A string whose length is two bytes.
    pub(super) fn long(self, bytes: &mut BiffReader<'_>) -> Option<String> {
        let length = usize::from(bytes.u16()?);
        self.string(bytes, length)
    }

    /// A string whose length is one byte.
    pub(super) fn short(self, bytes: &mut BiffReader<'_>) -> Option<String> {
        let length = usize::from(bytes.byte()?);
        self.string(bytes, length)
    }

    fn string(self, bytes: &mut BiffReader<'_>, length: usize) -> Option<String> {
        if self.is_unicode {
            return bytes.string(length);
        }
        let bytes = bytes.bytes(length);
        let encoding = super::rtf::encoding(i32::from(self.code_page));
        Some(encoding.decode_without_bom_handling(&bytes).0.into_owned())
    }
}
