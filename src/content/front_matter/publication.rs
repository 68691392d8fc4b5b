//! Publication dates and revisions of a page, and its source document.

use borsh::{BorshDeserialize, BorshSerialize};

use crate::thai::{Date, says_something};
use crate::yaml::{Spanned, structure};

structure! {
    /// What the officer says about publication. What was really published when is in the history.
    #[derive(Clone, Debug, Default, PartialEq, BorshSerialize, BorshDeserialize)]
    pub struct Publication, "การเผยแพร่ตามที่เจ้าหน้าที่ระบุ", shown "ส่วนข้อมูลของหน้า" "the facts about the page" {
        /// First published.
        pub(crate) first: Option<Spanned<Date>> = optional "first", "วันที่เผยแพร่ครั้งแรก", eg "2025-01-15";
        /// Revisions.
        pub(crate) revised: Vec<Revision> = list "revised", "การปรับปรุงแต่ละครั้ง";
        /// The page it takes the place of.
        pub(crate) supersedes: Option<Spanned<String>> = optional "supersedes", "หน้าเดิมที่หน้านี้ใช้แทน", eg "2565/o42";
        /// "There was nothing to report this year", in the officer's words (AS6).
        pub(crate) zero_report: Option<Spanned<String>> = optional "zero_report", "ข้อความว่าปีนี้ไม่มีเรื่องที่ต้องรายงาน",
            eg "ในปีงบประมาณนี้ไม่มีเรื่องร้องเรียน";
    }
}

impl Publication {
    /// True if it is stated that there was nothing to report.
    pub fn is_zero_report(&self) -> bool {
        self.zero_report.as_ref().is_some_and(|words| says_something(&words.value))
    }
}

structure! {
    /// One revision.
    #[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
    pub struct Revision, "การปรับปรุงหนึ่งครั้ง", shown "ส่วนข้อมูลของหน้า" "the facts about the page" {
        /// When.
        pub(crate) date: Option<Spanned<Date>> = optional "date", "วันที่", eg "2025-02-01";
        /// What and why.
        pub(crate) note: Option<Spanned<String>> = optional "note", "ปรับปรุงอะไร เพราะเหตุใด", eg "แก้คะแนนตามประกาศ";
    }
}

structure! {
    /// The paper behind the page.
    #[derive(Clone, Debug, Default, PartialEq, BorshSerialize, BorshDeserialize)]
    pub struct Provenance, "เอกสารต้นฉบับของหน้า", shown "ส่วนข้อมูลของหน้า" "the facts about the page" {
        /// File of the scan.
        pub(crate) file: Option<Spanned<String>> = optional "file", "ไฟล์สแกน วางไว้ข้างไฟล์ของหน้า", eg "scan.pdf";
        /// Whether it was read by OCR.
        pub(crate) ocr: bool = or_default "ocr", "อ่านข้อความด้วย OCR หรือไม่", eg "true", twin always;
        /// What is odd about it.
        pub(crate) notes: Vec<Spanned<String>> = list "notes", "ข้อสังเกตเกี่ยวกับต้นฉบับ", eg "[หน้า 2 อ่านไม่ชัด]";
    }
}
