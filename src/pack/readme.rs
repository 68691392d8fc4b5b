//! README of an evidence pack of an item or a year, for an assessor, a committee or a court.

use crate::record::{History, HistoryEntry};
use crate::thai::Digits;

/// Returns the README for `page` (`2566/o42`) of the site at `base`.
pub(super) fn text(page: &str, base: &str, history: &History, manifest: &str) -> String {
    let url = format!("{page}/");
    let days: Vec<&HistoryEntry> = history.days(&url).into_iter().map(|day| day.entry).collect();
    let first = days.first().map_or_else(String::new, |entry| date(entry));
    let revised = days.iter().skip(1).map(|entry| date(entry)).collect::<Vec<_>>().join("; ");
    let revised = if revised.is_empty() { "-" } else { &revised };
    let head = history.head().unwrap_or_default();
    let log = log(page, history);
    let address = format!("{base}{url}");
    let readme = format!(
        "\
หลักฐานของหน้าที่เผยแพร่
Evidence of a published page
============================

ที่อยู่ / address              {address}
เผยแพร่ครั้งแรก / first published  {first}
ปรับปรุง / revised             {revised}

ไทย
---
ชุดนี้คือหน้าเว็บข้างต้นและทุกหน้าที่อยู่ใต้ที่อยู่นี้ตามที่เผยแพร่ พร้อมข้อมูล ตาราง และเอกสารแนบทุกไฟล์ เปิดดูได้ที่ {page}/index.html
ลิงก์ไปยังหน้าอื่นของเว็บเปิดไม่ได้จากชุดนี้

วิธีตรวจด้วยตนเอง
1. แตกไฟล์ ZIP แล้วสั่ง sha256sum -c manifest-sha256.txt ทุกบรรทัดต้องขึ้นว่า OK
   (Windows: certutil -hashfile ชื่อไฟล์ SHA256 แล้วเทียบกับ manifest-sha256.txt)
2. manifest.json คือรายชื่อไฟล์ทั้งเว็บ เทียบกับ {base}manifest.json ที่อยู่บนเว็บได้ถ้าหลังจากนั้นยังไม่มีการเผยแพร่ใหม่
3. history/history.yaml คือบันทึกการเผยแพร่ทุกครั้ง ค่าหลังที่อยู่แต่ละแห่งคือ SHA-256 ของไฟล์ ณ วันนั้น
   แต่ละรายการมี previous: เป็น SHA-256 ของข้อความในรายการก่อนหน้า (ตั้งแต่ \"- date:\" ถึงท้ายบรรทัดสุดท้ายของรายการ)
   ค่าของรายการสุดท้ายคือ head ใน manifest.json ถ้าแก้วันที่ย้อนหลัง ค่าเหล่านี้จะไม่ต่อกัน
4. หรือสั่ง prongsai verify ตามด้วยชื่อไฟล์ ZIP นี้
ค่าแฮชแสดงว่าไฟล์ไม่ถูกแก้หลังออกบันทึก แต่วันที่เป็นวันที่ผู้เผยแพร่บันทึกเอง ให้เทียบกับสำเนา history.yaml ที่ผู้อื่นเก็บไว้ก่อนหน้า

English
-------
This is the page above, and every page below its address, as published, with data, tables and all attachments;
open {page}/index.html. Links to other pages of the site do not work from here.

To verify it by hand
1. Unpack, and run: sha256sum -c manifest-sha256.txt. Every line must say OK.
   (Windows: certutil -hashfile FILE SHA256, and compare with manifest-sha256.txt.)
2. manifest.json lists every file of the site. Compare it with {base}manifest.json if nothing has been published since.
3. history/history.yaml tells of every publication; the value after an address is the SHA-256 of its file on that day.
   Each entry's previous: is the SHA-256 of the text of the entry before it (from \"- date:\" to the end of its last line);
   that of the last entry is the head in manifest.json. If the past is rewritten, these no longer follow on each other.
4. Or run: prongsai verify FILE.zip
The hashes show that nothing was changed after it was logged. The dates are those the publisher logged: compare with a copy of
history.yaml that somebody else kept from before.

SHA-256 manifest.json   {manifest}
head of the history     {head}

ประวัติของหน้านี้ / history of this page
---------------------------------------
{log}"
    );
    // CRLF: old versions of Windows Notepad accept nothing else.
    readme.replace('\n', "\r\n")
}

fn date(entry: &HistoryEntry) -> String {
    format!("{} ({})", entry.date.long(Digits::Arabic), entry.date)
}

/// History entries that concern the page or its attachments.
fn log(page: &str, history: &History) -> String {
    let of_page = |url: &str| url.strip_prefix(page).is_some_and(|rest| rest.starts_with('/'));
    let mut text = String::new();
    for entry in &history.entries {
        let added = entry.changes.added.iter().map(|(url, hash)| ("+", url, hash.as_str()));
        let changed = entry.changes.changed.iter().map(|(url, hash)| ("*", url, hash.as_str()));
        let removed = entry.changes.removed.iter().map(|url| ("-", url, ""));
        let lines: Vec<_> = added.chain(changed).chain(removed).filter(|(_, url, _)| of_page(url)).collect();
        if lines.is_empty() {
            continue;
        }
        text += &format!("{}\n", date(entry));
        if let Some(note) = &entry.note {
            let note = note.split_whitespace().collect::<Vec<_>>().join(" ");
            text += &format!("  {note}\n");
        }
        text.extend(lines.iter().map(|(sign, url, hash)| format!("  {sign} /{url}  {hash}").trim_end().to_owned() + "\n"));
    }
    text + "\n+ เพิ่ม added   * ปรับปรุง changed   - ถอนออก withdrawn\n"
}
