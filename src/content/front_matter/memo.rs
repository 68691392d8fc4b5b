//! บันทึกข้อความ: the official memo form (S2), in the order of its fields.

use borsh::{BorshDeserialize, BorshSerialize};

use crate::thai::Date;
use crate::yaml::{Spanned, structure};

structure! {
    /// A memo.
    #[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
    pub struct Memo, "บันทึกข้อความ", shown "แบบบันทึกข้อความของหน้า" "the memo form on the page" {
        /// The office that writes.
        pub(crate) unit: Option<Spanned<String>> = optional "unit", "ส่วนราชการ", eg "สำนักปลัด";
        /// Its number.
        pub(crate) number: Option<MemoNumber> = optional "number", "ที่";
        /// Its date.
        pub(crate) date: Option<Spanned<Date>> = optional "date", "วันที่", eg "2025-04-10";
        /// What it is about.
        pub(crate) subject: Option<Spanned<String>> = optional "subject", "เรื่อง", eg "รายงานผลการดำเนินการตามมาตรการ";
        /// To whom.
        pub(crate) to: Option<Spanned<String>> = optional "to", "เรียน", eg "นายกเทศมนตรี";
        /// Earlier papers that it refers to.
        pub(crate) refs: Vec<MemoReference> = list "refs", "อ้างถึง";
        /// The text, if it is not the body of the page.
        pub(crate) body: Option<Spanned<String>> = optional "body", "เนื้อความ ถ้าไม่ได้เขียนไว้ในเนื้อหาของหน้า", eg "ขอรายงานผลการดำเนินการ";
        /// Who signed.
        pub(crate) signatures: Vec<Signature> = list "signatures", "ผู้ลงชื่อ";
        /// The opinion of the head of the body.
        pub(crate) endorsement: Option<Endorsement> = optional "endorsement", "ความเห็นของผู้บริหาร";
    }
}

structure! {
    /// `ลย 74301/` and the running number after it.
    #[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
    pub struct MemoNumber, "เลขที่หนังสือ", shown "ช่อง “ที่” ของบันทึกข้อความ" "the number of the memo" {
        /// The letters and number of the office, with the slash.
        pub(crate) prefix: Option<Spanned<String>> = optional "prefix", "รหัสหน่วยงานพร้อมเครื่องหมายทับ", eg "ตย 12345/";
        /// The running number; blank in S2.
        pub(crate) running: Option<Spanned<String>> = optional "running", "ลำดับหนังสือ เว้นได้", eg "101";
    }
}

structure! {
    /// An earlier paper.
    #[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
    pub struct MemoReference, "หนังสือที่อ้างถึง", shown "ช่อง “อ้างถึง” ของบันทึกข้อความ" "the references of the memo" {
        /// What it is.
        pub(crate) title: Option<Spanned<String>> = optional "title", "ชื่อหนังสือ", eg "แผนมาตรการประจำปี";
        /// Its date.
        pub(crate) date: Option<Spanned<Date>> = optional "date", "ลงวันที่", eg "2024-10-15";
    }
}

structure! {
    /// Who signed.
    #[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
    pub struct Signature, "ผู้ลงชื่อ", shown "ท้ายบันทึกข้อความ" "the end of the memo" {
        /// `reporter`, `approver`, or words of the paper.
        pub(crate) role: Option<Spanned<String>> = optional "role", "บทบาท: reporter ผู้รายงาน approver ผู้อนุมัติ หรือข้อความตามเอกสาร", eg "reporter";
        /// Name, if it is published.
        pub(crate) name: Option<Spanned<String>> = optional "name", "ชื่อ ถ้าเผยแพร่ได้", eg "นายตัวอย่าง ใจดี";
        /// Post.
        pub(crate) post: Option<Spanned<String>> = optional "post", "ตำแหน่ง", eg "ปลัดเทศบาล";
        /// The post acted for.
        pub(crate) acting_for: Option<Spanned<String>> = optional "acting_for", "ปฏิบัติหน้าที่แทนตำแหน่ง", eg "นายกเทศมนตรี";
    }
}

structure! {
    /// The opinion of the head of the body.
    #[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
    pub struct Endorsement, "ความเห็นของผู้บริหาร", shown "ท้ายบันทึกข้อความ" "the end of the memo" {
        /// Whose.
        pub(crate) post: Option<Spanned<String>> = optional "post", "ตำแหน่งผู้ให้ความเห็น", eg "นายกเทศมนตรี";
        /// The opinion; blank in S2.
        pub(crate) opinion: Option<Spanned<String>> = optional "opinion", "ความเห็น เว้นได้", eg "ทราบ";
    }
}
