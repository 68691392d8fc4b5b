//! Layout of the tables of a page: presentation, not data.

use borsh::{BorshDeserialize, BorshSerialize};

use super::{GroupBy, PlanColumn, StatusColumns, TextPlace};
use crate::thai::Digits;
use crate::yaml::{Spanned, structure};

structure! {
    /// Choices of layout.
    #[derive(Clone, Debug, Default, PartialEq, BorshSerialize, BorshDeserialize)]
    pub struct View, "รูปแบบของตาราง", shown "ตารางของหน้า" "the tables of the page" {
        /// Columns of the plan of measures, in order; all that have content by default.
        pub(crate) columns: Vec<Spanned<PlanColumn>> = list "columns", "ช่องของตารางมาตรการตามลำดับ ถ้าไม่ระบุจะแสดงทุกช่องที่มีข้อมูล", eg "[title, period]";
        /// The status in one column or in three.
        pub(crate) status_columns: StatusColumns = or_default "status_columns", "แสดงสถานะเป็นช่องเดียว หรือแยกช่องละสถานะ", eg "split";
        /// Digits of all numbers of the page, but not of its data files.
        pub(crate) digits: Digits = or_default "digits", "ตัวเลขทั้งหน้าเป็นเลขอารบิกหรือเลขไทย", eg "thai";
        /// What the rows are grouped by.
        pub(crate) group_by: GroupBy = or_default "group_by", "จัดกลุ่มแถวตามแบบวัด ประเด็น หรือไม่จัด", eg "instrument";
        /// Whether the text stands above the tables or below them.
        pub(crate) text: TextPlace = or_default "text", "ให้ข้อความของหน้าอยู่ก่อนหรือหลังตาราง", eg "before";
    }
}
