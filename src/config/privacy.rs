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
    /// Digits of a number as typed: Thai digits become Arabic, `+66` becomes the domestic `0`, and
    /// separators are dropped.
    pub fn digits(typed: &str) -> String {
        let typed = to_arabic(typed.trim());
        let at_home = typed.strip_prefix("+66").map(|rest| format!("0{rest}"));
        at_home.as_deref().unwrap_or(&typed).chars().filter(char::is_ascii_digit).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_its_digits() {
        for typed in ["0812345678", "081-234-5678", "๐๘๑ ๒๓๔ ๕๖๗๘", "+66 81 234 5678"] {
            assert_eq!(Privacy::digits(typed), "0812345678");
        }
    }
}
