//! Which publication a copy is, in words.

use super::publication::{CopyOrigin, LastPublication};
use super::report::Notice;
use super::words::{counted, some};
use crate::base::Lang;
use crate::record::Divergence;
use crate::thai::{Date, Digits};

impl LastPublication {
    /// What is wrong between a copy and the records.
    pub(super) fn words(&self, lang: Lang) -> String {
        let say = |thai: String, english: String| if lang == Lang::Thai { thai } else { english };
        let ((copy, day), (records, last_day)) = (&self.of_copy, &self.of_records);
        let (day, last_day) = (said_day(*day, lang), said_day(*last_day, lang));
        match self.parting {
            Divergence::Never => String::new(),
            Divergence::CopyEnds => self.older(lang),
            Divergence::RecordsEnd => say(
                format!(
                    "สำเนานี้ใหม่กว่าบันทึกในโฟลเดอร์นี้: สำเนาเผยแพร่แล้ว {copy} ครั้ง แต่ content/history.yaml มี {records} ครั้ง{last_day} อย่าเพิ่งเผยแพร่จากโฟลเดอร์นี้ \
                     ให้นำบันทึกกลับมาก่อนด้วย prongsai publish --restore กับสำเนานี้"
                ),
                format!(
                    "this copy is newer than the records of this folder: it has {}, content/history.yaml has {records}{last_day}. Do not publish \
                     from here before the records are back: prongsai publish --restore with this copy",
                    counted(*copy, "publication")
                ),
            ),
            Divergence::After(0) => say(
                "ประวัติของสำเนานี้ไม่ตรงกับ content/history.yaml ของโฟลเดอร์นี้ตั้งแต่ครั้งแรก: เป็นเว็บอื่น หรือประวัติถูกเขียนใหม่".to_owned(),
                "the history of this copy and content/history.yaml of this folder have not even the first publication in common: it is another site, \
                 or the history was written anew"
                    .to_owned(),
            ),
            Divergence::After(same) => say(
                format!(
                    "สำเนานี้กับโฟลเดอร์นี้มีประวัติตรงกันถึงครั้งที่ {same}{day} แล้วต่างกัน: มีผู้เผยแพร่จากอีกเครื่องหนึ่งโดยเริ่มจากครั้งเดียวกัน หรือประวัติถูกเขียนใหม่ \
                     ตกลงกันก่อนว่าจะใช้ของใคร"
                ),
                format!(
                    "this copy and this folder have the same history up to publication {same}{day} and part there: two people published from the same \
                     state, or the history was written anew. Agree on which of them is to stand"
                ),
            ),
        }
    }

    /// A copy that is not as far as the records.
    fn older(&self, lang: Lang) -> String {
        let say = |thai: String, english: String| if lang == Lang::Thai { thai } else { english };
        let ((copy, day), (records, last_day)) = (&self.of_copy, &self.of_records);
        let (day, last_day) = (said_day(*day, lang), said_day(*last_day, lang));
        let (addresses, upload) = (self.addresses, self.upload.len());
        let differ = if addresses == 1 { "1 address differs".to_owned() } else { format!("{addresses} addresses differ") };
        let (files, publications) = (counted(upload, "file"), counted(*records, "publication"));
        match (self.tie, *copy) {
            (CopyOrigin::Output, 0) => say(
                format!("โฟลเดอร์นี้สร้างไว้แต่ไม่เคยเผยแพร่ ขณะที่เว็บนี้เผยแพร่แล้ว {records} ครั้ง สั่ง prongsai publish ใหม่"),
                format!("this folder was built and never published, and the site has {publications}. Run prongsai publish again"),
            ),
            (CopyOrigin::Output, _) => say(
                format!("โฟลเดอร์นี้เป็นการเผยแพร่ครั้งที่ {copy}{day} จาก {records} ครั้ง{last_day} สั่ง prongsai publish ใหม่"),
                format!("this folder is publication {copy}{day} of {records}{last_day}. Run prongsai publish again"),
            ),
            (_, 0) => say(
                format!("สำเนานี้สร้างไว้แต่ไม่เคยเผยแพร่ ขณะที่เว็บนี้เผยแพร่แล้ว {records} ครั้ง{last_day} ให้อัปโหลด {upload} ไฟล์"),
                format!("this copy was built and never published, and the site has {publications}{last_day}. Upload {files}"),
            ),
            _ => say(
                format!(
                    "สำเนานี้เป็นของเก่า: การเผยแพร่ครั้งที่ {copy}{day} จาก {records} ครั้ง{last_day} หลังจากนั้นเปลี่ยนไป {addresses} ที่อยู่ ให้อัปโหลด {upload} ไฟล์"
                ),
                format!("this copy is an old one: publication {copy}{day} of {records}{last_day}; {differ} since. Upload {files}"),
            ),
        }
    }

    /// The same where it is no fault of the copy.
    fn notice(&self, lang: Lang) -> String {
        let say = |thai: String, english: String| if lang == Lang::Thai { thai } else { english };
        let ((copy, day), (records, _)) = (&self.of_copy, &self.of_records);
        let day = said_day(*day, lang);
        match self.parting {
            Divergence::CopyEnds if self.tie == CopyOrigin::Pack => say(
                format!("แฟ้มหลักฐานนี้เป็นของการเผยแพร่ครั้งที่ {copy}{day} จากทั้งหมด {records} ครั้ง"),
                format!("this pack is of publication {copy}{day}; there are {records} by now"),
            ),
            Divergence::RecordsEnd if *records == 0 => say(
                "ไม่ได้เทียบว่าเป็นการเผยแพร่ครั้งสุดท้ายหรือไม่ เพราะเว็บในโฟลเดอร์ที่สั่งงานอยู่ยังไม่เคยเผยแพร่".to_owned(),
                "not compared with the last publication: the site in whose folder this runs was never published".to_owned(),
            ),
            _ => say(
                "ไม่ได้เทียบกับประวัติในโฟลเดอร์ที่สั่งงานอยู่ เพราะเป็นของเว็บอื่น (ถ้าเป็นเว็บเดียวกัน สั่งใหม่โดยใส่ --root)".to_owned(),
                "not compared with the history of the folder in which this runs, which is of another site (if it is the same site, say so with --root)"
                    .to_owned(),
            ),
        }
    }
}

/// The day of a publication, in parentheses.
fn said_day(day: Option<Date>, lang: Lang) -> String {
    let said = |day: Date| match lang {
        Lang::Thai => format!(" ({})", day.long(Digits::Arabic)),
        Lang::English => format!(" ({day})"),
    };
    day.map(said).unwrap_or_default()
}

impl Notice {
    /// In one language.
    pub fn words(&self, lang: Lang) -> String {
        match (self, lang) {
            (Notice::Beside(last), _) => last.notice(lang),
            (Notice::Unlike(files), Lang::Thai) => {
                let (count, names) = (files.len(), some(files, lang));
                format!(
                    "เป็นการเผยแพร่ครั้งสุดท้าย แต่มี {count} ไฟล์ต่างจากในโฟลเดอร์ public ของเว็บนี้ (ไม่ใช่หน้าเว็บที่มีในประวัติ) อัปโหลดไฟล์เหล่านี้กับ manifest ทั้งสองไฟล์: {names}"
                )
            }
            (Notice::Unlike(files), Lang::English) => {
                let (count, names) = (files.len(), some(files, lang));
                format!(
                    "it is the last publication, but these files, which are no pages, are others in the folder public of this site ({count}). Upload them and both manifests: {names}"
                )
            }
            (Notice::NoRecords, Lang::Thai) => "content/history.yaml ของโฟลเดอร์นี้อ่านไม่ได้ จึงไม่ได้เทียบว่าเป็นการเผยแพร่ครั้งสุดท้ายหรือไม่".to_owned(),
            (Notice::NoRecords, Lang::English) => {
                "content/history.yaml of this folder cannot be read, so nobody compared whether this is the last publication".to_owned()
            }
        }
    }
}
