//! The sentences of the preview, Thai and English side by side.

use std::path::Path;

use crate::base::Lang;
use crate::diagnostics::Severity;

/// A word in both languages.
pub(super) struct Bilingual(&'static str, &'static str);

impl Bilingual {
    pub(super) fn in_lang(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Thai => self.0,
            Lang::English => self.1,
        }
    }
}

pub(super) const BAR: Bilingual = Bilingual("ผลตรวจหน้านี้ แสดงเฉพาะก่อนเผยแพร่", "Problems of this page, shown in the preview only");
pub(super) const CLEAN: Bilingual = Bilingual("ไม่พบข้อผิดในหน้านี้", "nothing found on this page");
pub(super) const RUNNING: Bilingual = Bilingual("กำลังตรวจ…", "checking…");
pub(super) const THIS_PAGE: Bilingual = Bilingual("หน้านี้", "This page");
pub(super) const DETAILS: Bilingual = Bilingual("ดูรายการและวิธีแก้", "What and how to repair");
pub(super) const REPAIR: Bilingual = Bilingual("วิธีแก้", "Repair");
pub(super) const EXPLANATION: Bilingual = Bilingual("อ่านคำอธิบาย", "Explanation");
pub(super) const LAST_GOOD: Bilingual = Bilingual(
    "หน้าที่เห็นอยู่นี้เป็นของเดิม เพราะสิ่งที่เพิ่งบันทึกมีข้อผิด จึงยังสร้างหน้าใหม่ไม่ได้ แก้ตามรายการนี้แล้วบันทึก หน้าจะเปลี่ยนให้เอง",
    "What you see is the page as it was before: what was saved last has errors, so a new page cannot be made. Mend these and save; the page changes by itself",
);

pub(super) const EMPTIED: Bilingual = Bilingual(
    "หน้าที่เห็นอยู่นี้เป็นของเดิม เพราะไฟล์ของหน้านี้ว่างเปล่า (0 ไบต์) อาจมีโปรแกรมกำลังบันทึกอยู่ เมื่อไฟล์มีข้อความอีก หน้าจะเปลี่ยนให้เอง",
    "What you see is the page as it was before: its file is empty (0 bytes), perhaps a program is just saving it. When there is text in it again, the page changes by itself",
);
pub(super) const STOPPED: Bilingual = Bilingual(
    "การแสดงตัวอย่างหยุดแล้ว หน้านี้จะไม่เปลี่ยนตามไฟล์อีก เปิดโปรแกรมใหม่ด้วย prongsai serve แล้วหน้านี้จะใช้ต่อได้",
    "The preview has stopped: this page does not follow the files any more. Start prongsai serve again, and it goes on",
);

pub(super) const DASHBOARD: Bilingual = Bilingual("ปัญหาและความครบถ้วนของเว็บไซต์", "Problems and completeness of the site");
pub(super) const PREVIEW: Bilingual = Bilingual("หน้านี้มีเฉพาะในการดูตัวอย่างก่อนเผยแพร่", "This page is part of the preview only");
pub(super) const TO_SITE: Bilingual = Bilingual("ไปหน้าแรกของเว็บไซต์", "Home page of the site");
pub(super) const TO_DASHBOARD: Bilingual = Bilingual("ดูปัญหาทั้งเว็บไซต์", "All problems of the site");
pub(super) const SHOW_ONLY: Bilingual = Bilingual("เลือกดูเฉพาะ", "Show only");
pub(super) const SEVERITY: Bilingual = Bilingual("ระดับ", "Severity");
pub(super) const YEAR: Bilingual = Bilingual("ปีงบประมาณ", "Fiscal year");
pub(super) const UNIT: Bilingual = Bilingual("ส่วนราชการ", "Division");
pub(super) const ALL: Bilingual = Bilingual("ทั้งหมด", "All");
pub(super) const NO_UNIT: Bilingual = Bilingual("ไม่ระบุ", "None named");
pub(super) const COMPLETENESS: Bilingual = Bilingual("ความครบถ้วนรายปี", "Completeness by year");
pub(super) const NO_SITE: Bilingual = Bilingual(
    "ยังอ่านเว็บไซต์ไม่ได้ จึงยังบอกความครบถ้วนไม่ได้ แก้ข้อผิดด้านล่างก่อน",
    "The site cannot be read yet, so nothing is known about its completeness. Mend the errors below first",
);
pub(super) const NOTHING_FILED: Bilingual = Bilingual("ยังไม่มีข้อมูล", "nothing filed");
pub(super) const EMPTY_PAGE: Bilingual = Bilingual("มีแต่ชื่อเรื่อง ยังไม่มีเนื้อหา", "a title and nothing else");
pub(super) const MISSING: Bilingual = Bilingual("ยังขาด", "missing");
pub(super) const ALL_COMPLETE: Bilingual = Bilingual("ครบทุกข้อ", "Every item is complete");
pub(super) const PROBLEMS: Bilingual = Bilingual("รายการปัญหา", "Problems");
pub(super) const NO_PROBLEMS: Bilingual = Bilingual("ไม่พบปัญหา", "Nothing found");
pub(super) const NO_MATCH: Bilingual = Bilingual("ไม่มีปัญหาที่ตรงกับที่เลือก", "Nothing matches the selection");
pub(super) const WHOLE_SITE: Bilingual = Bilingual("ทั้งเว็บไซต์ (ไฟล์ตั้งค่า หน้าแรก รูปแบบหน้า)", "The whole site (settings, home page, theme)");
pub(super) const TROUBLE: Bilingual = Bilingual("ยังแสดงหน้านี้ไม่ได้", "This page cannot be shown yet");
pub(super) const TROUBLE_HELP: Bilingual = Bilingual(
    "แก้ข้อผิดต่อไปนี้ในไฟล์แล้วบันทึก หน้านี้จะเปลี่ยนให้เอง ไม่ต้องสั่งโปรแกรมใหม่ ไฟล์ที่เผยแพร่ไปแล้วไม่เปลี่ยน",
    "Mend these in the files and save: the page changes by itself, the program need not be started again. What is published does not change",
);

pub(super) fn severity(severity: Severity) -> Bilingual {
    match severity {
        Severity::Error => Bilingual("ผิด", "error"),
        Severity::Warning => Bilingual("เตือน", "warning"),
        Severity::Info => Bilingual("แจ้ง", "note"),
    }
}

/// `ผิด 2 แห่ง`
pub(super) fn count(of: Severity, count: usize, lang: Lang) -> String {
    let word = severity(of).in_lang(lang);
    match lang {
        Lang::Thai => format!("{word} {count} แห่ง"),
        Lang::English => format!("{count} {word}{}", if count == 1 { "" } else { "s" }),
    }
}

/// The link from a page to all problems.
pub(super) fn all_problems(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Thai => format!("ปัญหาทั้งเว็บไซต์ ({count})"),
        Lang::English => format!("All problems of the site ({count})"),
    }
}

/// A place in a file that has just been named.
pub(super) fn line(line: usize, column: usize, lang: Lang) -> String {
    match lang {
        Lang::Thai => format!("บรรทัด {line} ตัวอักษรที่ {column}"),
        Lang::English => format!("line {line}, character {column}"),
    }
}

/// An item for which nothing is filed.
pub fn unfiled(file: &str, lang: Lang) -> String {
    match lang {
        Lang::Thai => format!("ข้อนี้ยังไม่มีข้อมูล ให้สร้างไฟล์ {file}"),
        Lang::English => format!("Nothing is filed for this item yet: make the file {file}"),
    }
}

/// `ครบ 40 จาก 43 ข้อ`
pub(super) fn complete(complete: usize, all: usize, lang: Lang) -> String {
    match lang {
        Lang::Thai => format!("ครบ {complete} จาก {all} ข้อ"),
        Lang::English => format!("{complete} of {all} items complete"),
    }
}

/// A fault of the program, over which the preview goes on.
pub(super) fn stumbled(file: &Path, lang: Lang) -> String {
    let (thai, english) = match file.as_os_str().is_empty() {
        true => ("สิ่งที่เพิ่งบันทึก".to_owned(), "what was saved last".to_owned()),
        false => (file.display().to_string(), file.display().to_string()),
    };
    match lang {
        Lang::Thai => format!(
            "การแสดงตัวอย่างสะดุดที่ {thai} และยังทำงานต่อ เป็นข้อบกพร่องของโปรแกรม ไม่ใช่ของผู้เขียน \
             ลองย้อนสิ่งที่แก้ล่าสุดในไฟล์นี้แล้วบันทึก และส่งไฟล์นี้ให้ผู้ดูแลโปรแกรม"
        ),
        Lang::English => format!(
            "The preview stumbled over {english}; it goes on. This is a fault of the program, not yours. \
             Take back what you changed last there and save, and send the file to those who look after the program"
        ),
    }
}

/// A list that was cut off.
pub(super) fn more(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Thai => format!("และอีก {count} แห่ง แก้ส่วนนี้ก่อน ที่เหลือจะแสดงต่อ"),
        Lang::English => format!("and {count} more. Mend these first, and the rest will be shown"),
    }
}
