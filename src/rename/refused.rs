//! Why nothing is moved, and what to do.

use crate::base::{ItemCode, Lang, RelPath};
use crate::diagnostics::Diagnostic;
use crate::diagnostics::codes::CodeFile;
use crate::diagnostics::words::Words;

/// Why nothing was moved. Nothing was changed then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotMoved {
    /// There is no such page or file; one of almost that name.
    NoOld(String, Option<RelPath>),
    /// It was moved before.
    AlreadyMoved(RelPath),
    /// Something has the new name.
    Exists(RelPath),
    /// Both names are one.
    Same(RelPath),
    /// A folder into itself.
    IntoItself(RelPath),
    /// The site file, a record, a list of items.
    Record(String),
    /// `content/pages` or the folder of a year.
    TopFolder(String),
    /// The new name is none below `content/`.
    Outside(String),
    /// A page under the name of an attachment, or the other way.
    OtherKind(RelPath),
    /// The site would not publish a file of this name.
    BadName(Box<Diagnostic>),
    /// A file whose links cannot be read.
    Unreadable(RelPath),
    /// A place that has to change and cannot be written anew: file, line and what stands there.
    Unmendable(RelPath, usize, String),
    /// A published file whose address cannot become an old address.
    FileAddress(String),
    /// A published file that belongs to no page.
    NoPage(String),
    /// A published page of an item, whose address stays that of the item.
    ItemAddress(String, ItemCode),
    /// A file that changed since it was read.
    Changed(RelPath),
}

impl NotMoved {
    /// The reason and the repair.
    pub fn words(&self, lang: Lang) -> String {
        let (thai, english) = self.both();
        match lang {
            Lang::Thai => thai,
            Lang::English => english,
        }
    }

    fn both(&self) -> (String, String) {
        match self {
            NotMoved::NoOld(typed, Some(near)) => (
                format!("ไม่พบ “{typed}” ไฟล์ที่ชื่อใกล้เคียงคือ {near} พิมพ์ชื่อนั้น"),
                format!("there is no “{typed}”; a file of almost that name is {near}: type that"),
            ),
            NotMoved::NoOld(typed, None) => (
                format!("ไม่พบ “{typed}” พิมพ์ชื่อไฟล์หรือโฟลเดอร์ใน content เช่น content/pages/contact.md หรือที่อยู่บนเว็บ เช่น /contact/"),
                format!(
                    "there is no “{typed}”: type a file or folder of content, such as content/pages/contact.md, or an address, such as /contact/"
                ),
            ),
            NotMoved::AlreadyMoved(new) => {
                (format!("ย้ายไปที่ {new} แล้ว ไม่มีอะไรต้องทำ"), format!("it is {new} already; there is nothing to do"))
            }
            NotMoved::Exists(new) => (
                format!("มี {new} อยู่แล้ว จึงไม่เขียนทับ เลือกชื่ออื่น หรือย้ายไฟล์นั้นไปก่อน"),
                format!("there is {new} already, and it is not overwritten: choose another name, or move that first"),
            ),
            NotMoved::Same(name) => {
                (format!("ชื่อเดิมกับชื่อใหม่เป็นชื่อเดียวกัน ({name}) พิมพ์ชื่อใหม่"), format!("both names are {name}: type a new one"))
            }
            NotMoved::IntoItself(name) => (
                format!("ย้ายโฟลเดอร์เข้าไปในตัวเองไม่ได้ ({name}) เลือกที่อื่น"),
                format!("a folder cannot be moved into itself ({name}): choose another place"),
            ),
            NotMoved::Record(name) => (
                format!("{name} เป็นไฟล์ที่โปรแกรมหาตามชื่อนี้เท่านั้น จึงย้ายไม่ได้ คำสั่งนี้ย้ายเฉพาะหน้า โฟลเดอร์ของหน้า และไฟล์แนบ"),
                format!(
                    "{name} is a file that the program looks for by this name, so it cannot be moved; this command moves pages, their folders and attachments"
                ),
            ),
            NotMoved::TopFolder(name) => (
                format!("ย้ายทั้งโฟลเดอร์ {name} ไม่ได้ เพราะชื่อโฟลเดอร์บอกว่าเป็นหน้าทั่วไปหรือปีใด ย้ายทีละหน้า"),
                format!("the folder {name} cannot be moved as a whole: its name says of which year its pages are. Move them one by one"),
            ),
            NotMoved::Outside(typed) => (
                format!("“{typed}” ไม่ใช่ชื่อใน content พิมพ์ชื่อใหม่ เช่น content/pages/contact-us.md"),
                format!("“{typed}” is no name below content: type one such as content/pages/contact-us.md"),
            ),
            NotMoved::OtherKind(name) => (
                format!("{name} เป็นชื่อของไฟล์คนละชนิด หน้าลงท้ายด้วย .md ไฟล์แนบคงนามสกุลเดิม"),
                format!("{name} is the name of a file of another kind: pages end in .md, and attachments keep their ending"),
            ),
            NotMoved::BadName(finding) => (of_finding(finding, Lang::Thai), of_finding(finding, Lang::English)),
            NotMoved::Unreadable(file) => (
                format!("อ่าน {file} ไม่ได้ จึงไม่รู้ว่ามีลิงก์ที่ต้องแก้ตามหรือไม่ สั่ง prongsai check แก้ไฟล์นั้น แล้วสั่งใหม่"),
                format!(
                    "{file} cannot be read, and may have links that would have to change: run prongsai check, mend that file, and run again"
                ),
            ),
            NotMoved::Unmendable(file, line, text) => (
                format!("{file}:{line} “{text}” ต้องเปลี่ยนตาม แต่โปรแกรมแก้ตรงนั้นเองไม่ได้ เขียนลิงก์นั้นแบบธรรมดาในบรรทัดเดียว แล้วสั่งใหม่"),
                format!(
                    "{file}:{line} “{text}” would have to change, and the program cannot write it anew: write that link plainly in one line, and run again"
                ),
            ),
            NotMoved::FileAddress(url) => (
                format!(
                    "ไฟล์แนบ {url} เผยแพร่แล้ว และชื่อนี้ใช้เป็นที่อยู่เดิม (aliases) ไม่ได้ เพราะมีช่องว่างหรือเครื่องหมาย ถ้าย้าย ลิงก์ที่ส่งไปแล้วจะเปิดไม่ได้ ให้ไฟล์นี้อยู่ที่เดิม แล้ววางฉบับใหม่โดยใช้ชื่ออื่น"
                ),
                format!(
                    "the attachment {url} has been published, and its name cannot be an old address (aliases) because of its blanks or signs; links that were submitted would die. Leave it where it is, and put a new version beside it under another name"
                ),
            ),
            NotMoved::NoPage(url) => (
                format!("ไฟล์แนบ {url} เผยแพร่แล้ว แต่ไม่มีหน้าใดอ้างถึง จึงไม่มีหน้าที่จะพาผู้เปิดลิงก์เดิมไป ให้ไฟล์นี้อยู่ที่เดิม หรือใส่ไว้ใน evidence ของหน้าหนึ่งก่อน"),
                format!(
                    "the attachment {url} has been published and no page names it, so there is none to which its old address could lead. Leave it where it is, or name it in the evidence of a page first"
                ),
            ),
            NotMoved::ItemAddress(url, item) => (
                format!(
                    "ที่อยู่ {url} เผยแพร่แล้ว และเป็นที่อยู่ของข้อ {item} เสมอ แม้ไม่มีเอกสาร จึงพาไปที่อื่นไม่ได้ ให้หน้านี้อยู่ที่เดิม แล้วเขียนหน้าใหม่ให้อีกข้อ โดยลิงก์มาที่หน้านี้หรือคัดลอกข้อความไป"
                ),
                format!(
                    "{url} has been published, and is always the address of {item}, filed or not, so it cannot lead elsewhere. Leave the page where it is, and write one for the other item that links to it or says the same"
                ),
            ),
            NotMoved::Changed(file) => (
                format!("{file} ถูกแก้ไขระหว่างที่โปรแกรมทำงาน จึงไม่ได้เปลี่ยนไฟล์ใด ปิดโปรแกรมที่เปิดไฟล์นั้นแล้วสั่งใหม่"),
                format!("{file} changed while the program ran, so nothing was changed. Close the program that has it open and run again"),
            ),
        }
    }
}

/// Message and help of a finding, for a file that is not there yet.
fn of_finding(finding: &Diagnostic, lang: Lang) -> String {
    let Some(code) = CodeFile::find(finding.code) else { return finding.code.to_owned() };
    let Words { message, help } = Words::of(finding, &code, lang);
    let place = &finding.place.file;
    help.map_or_else(|| format!("{place}: {message}"), |help| format!("{place}: {message} · {help}"))
}
