//! The manual: one Markdown file per page, for publishers and developers.
//!
//! `cargo doc` shows each page as a module, `prongsai explain TOPIC` prints it. Comments cite
//! entries of [`rules`], [`guarantees`] and [`architecture`] by id (`SC3`, `P19`, `AR5`);
//! `prongsai explain P19` prints one, and `tests/it/manual.rs` checks that every cited id has one.

use crate::base::Lang;

/// A page of the manual.
#[derive(Clone, Copy, Debug)]
pub struct ManualPage {
    /// What `explain` calls it.
    pub topic: &'static str,
    /// The same in Thai.
    pub thai_topic: &'static str,
    thai: &'static str,
    english: &'static str,
    /// Its Markdown.
    pub text: &'static str,
}

impl ManualPage {
    /// What it is about, in a few words.
    pub fn about(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Thai => self.thai,
            Lang::English => self.english,
        }
    }
}

macro_rules! pages {
    ($($topic:ident, $thai_topic:literal, $thai:literal, $english:literal;)*) => {
        $(
            #[doc = include_str!(concat!(stringify!($topic), ".md"))]
            pub mod $topic {}
        )*

        /// Every page, in reading order.
        pub const PAGES: &[ManualPage] = &[$(ManualPage {
            topic: stringify!($topic),
            thai_topic: $thai_topic,
            thai: $thai,
            english: $english,
            text: include_str!(concat!(stringify!($topic), ".md")),
        }),*];
    };
}

pages! {
    start, "เริ่มต้น", "ทำเว็บแรก ทีละขั้น", "the first site, step by step";
    commands, "คำสั่ง", "คำสั่งทั้งหมด", "every command";
    content, "เนื้อหา", "ไฟล์และโฟลเดอร์ของเว็บ เก็บใน Git", "files and folders of a site; keeping it in Git";
    preview, "ดูตัวอย่าง", "ดูเว็บขณะเขียน", "the site while it is written";
    publishing, "เผยแพร่", "เผยแพร่ ย้ายหน้า ส่งขึ้นเครื่องแม่ข่าย", "publishing, moving pages, uploading";
    verifying, "พิสูจน์", "ตรวจสำเนา พยานภายนอก เก็บถาวร", "checking copies, outside witnesses, archives";
    security, "ความปลอดภัย", "ความปลอดภัยของเว็บ", "security of the pages";
    hosts, "เครื่องแม่ข่าย", "วางบนเครื่องแม่ข่าย", "settings and uploads for each web server";
    architecture, "โครงสร้าง", "โครงสร้างของโปรแกรม", "pipeline and invariants of the program";
    development, "พัฒนา", "แก้ไขโปรแกรม การทดสอบ", "changing the program; tests and tools";
    rules, "กฎ", "กฎที่ใช้ตรวจ พร้อมที่มา", "the rules behind the checks, with their sources";
    guarantees, "หลักประกัน", "สิ่งที่รับประกัน พร้อมการทดสอบ", "what is guaranteed, with the tests";
}

/// Every entry that can be cited: its id, and its text below the heading.
pub fn entries() -> impl Iterator<Item = (&'static str, &'static str)> {
    let sections = PAGES.iter().flat_map(|page| page.text.split("\n### ").skip(1));
    sections.filter_map(|section| section.split("\n## ").next()?.split_once('\n'))
}
