//! Numbers that look private but may be published.

use crate::thai::to_arabic;
use crate::yaml::{Spanned, structure};

structure! {
    /// What looks private and may be published all the same.
    #[derive(Clone, Debug, Default, PartialEq)]
    pub struct Privacy, "สิ่งที่ดูเป็นข้อมูลส่วนบุคคลแต่เผยแพร่ได้", shown "ผลการตรวจ" "the report of checks" {
        /// Numbers as typed; compared by their digits.
        pub(crate) allow: Vec<Spanned<String>> = list "allow", "หมายเลขที่เผยแพร่ได้ เทียบเฉพาะตัวเลข", eg "['0 2000 0000']";
    }
}

impl Privacy {
    /// Digits of a number as typed: Thai digits become Arabic, `+66` becomes the domestic `0`, which may
    /// stand behind it too (`+66 (0)81`), and separators are dropped.
    pub fn digits(typed: &str) -> String {
        let digits: String = to_arabic(typed).chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
        match digits.strip_prefix("+66") {
            Some(abroad) => format!("0{}", abroad.strip_prefix('0').unwrap_or(abroad)),
            None => digits.replace('+', ""),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_its_digits() {
        for typed in ["0812345678", "081-234-5678", "๐๘๑ ๒๓๔ ๕๖๗๘", "+66 81 234 5678", "(+66) 81 234 5678", "+66 (0)81 234 5678"]
        {
            assert_eq!(Privacy::digits(typed), "0812345678");
        }
    }
}
