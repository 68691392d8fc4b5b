//! What `move` says, Thai and English side by side.

use super::counts::Counts;
use crate::base::{Lang, RelPath};
use crate::content::{Route, role};
use crate::rename::{NotMoved, Renaming};

fn pick<'w>(lang: Lang, thai: &'w str, english: &'w str) -> &'w str {
    match lang {
        Lang::Thai => thai,
        Lang::English => english,
    }
}

/// The site file or the theme cannot be used.
pub(super) fn no_site(lang: Lang) -> &'static str {
    pick(
        lang,
        "ยังไม่ได้ย้าย: อ่าน content/site.yaml ไม่ได้ สั่ง prongsai check แล้วแก้ไขก่อน",
        "not moved: content/site.yaml cannot be used; run prongsai check and mend it first",
    )
}

/// Why nothing is moved.
pub(super) fn not_moved(refused: &NotMoved, lang: Lang) -> String {
    format!("{}{}", pick(lang, "ยังไม่ได้ย้าย: ", "not moved: "), refused.words(lang))
}

/// The line that follows findings that a move would bring about.
pub(super) fn worse(lang: Lang) -> &'static str {
    pick(
        lang,
        "ยังไม่ได้ย้าย ไฟล์คงเดิมทุกไฟล์ เพราะถ้าย้าย เว็บจะมีข้อผิดพลาดข้างต้นเพิ่มขึ้น (ชื่อไฟล์และบรรทัดเป็นของหลังย้าย) แก้ก่อนแล้วสั่งใหม่ หรือเลือกชื่ออื่น",
        "not moved, and every file is as it was: the site would have the errors above then (files and lines as they would be). Mend that first, or choose another name",
    )
}

/// What somebody should know before he agrees.
pub(super) fn notes(renaming: &Renaming, lang: Lang) -> Vec<String> {
    let changes = &renaming.changes;
    let pages = renaming.names.page.as_ref().map(|old| (home(old), home(renaming.names.after(old))));
    let item = pages.and_then(|(old, new)| match (old?, new?) {
        (Route::Item { fiscal_year, item }, Route::Item { fiscal_year: new_year, item: new_item }) if (fiscal_year, &item) != (new_year, &new_item) => {
            Some(match lang {
                Lang::Thai => format!("ระวัง: หน้านี้จะเป็นของข้อ {new_item} ปี {new_year} แทนข้อ {item} ปี {fiscal_year} เพราะชื่อไฟล์คือเลขข้อ"),
                Lang::English => format!("beware: the page will be that of {new_item} of {new_year}, and no longer of {item} of {fiscal_year}: its name is its item"),
            })
        }
        _ => None,
    });
    let aliases = match (changes.aliases.is_empty(), renaming.is_published) {
        (false, _) => None,
        (true, true) => Some(pick(lang, "ไม่มีที่อยู่ใดต้องจดเพิ่มใน aliases", "no address has to be added to aliases")),
        (true, false) => Some(pick(
            lang,
            "ยังไม่เคยเผยแพร่ จึงไม่ต้องจดที่อยู่เดิมไว้ใน aliases",
            "nothing was published yet, so no old address has to be kept in aliases",
        )),
    };
    let files = (!changes.files.is_empty()).then(|| {
        let files = changes.files.join(", ");
        match lang {
            Lang::Thai => format!("ผู้ที่เปิดที่อยู่เดิมของไฟล์แนบ {files} จะถูกพาไปยังหน้าที่มีไฟล์นั้น"),
            Lang::English => format!("whoever opens the old address of an attachment ({files}) is led to the page that has it"),
        }
    });
    item.into_iter().chain(aliases.map(str::to_owned)).chain(files).collect()
}

fn home(file: &RelPath) -> Option<Route> {
    role(file).ok()?.home()
}

/// The question before anything is changed.
pub(super) fn question(lang: Lang) -> &'static str {
    pick(lang, "ย้ายและแก้ไฟล์ตามนี้หรือไม่ (y/N)", "move and change the files so? (y/N)")
}

/// The answer was no.
pub(super) fn left(lang: Lang) -> &'static str {
    pick(lang, "ไม่ได้ย้าย ไฟล์คงเดิมทุกไฟล์", "not moved: every file is as it was")
}

/// Nobody was asked.
pub(super) fn shown_only(lang: Lang) -> &'static str {
    pick(lang, "ยังไม่ได้เปลี่ยนไฟล์ใด สั่งอีกครั้งโดยเติม --yes เพื่อย้ายจริง", "nothing changed; add --yes to move")
}

/// The closing line.
pub(super) fn moved(renaming: &Renaming, lang: Lang) -> String {
    let Counts { files, links, linking } = Counts::of(renaming);
    let aliases = renaming.changes.aliases.join(", ");
    match (lang, aliases.is_empty()) {
        (Lang::Thai, true) => format!("ย้ายแล้ว {files} ไฟล์ แก้ลิงก์ {links} แห่ง (แก้ข้อความใน {linking} ไฟล์)"),
        (Lang::Thai, false) => {
            format!("ย้ายแล้ว {files} ไฟล์ แก้ลิงก์ {links} แห่ง (แก้ข้อความใน {linking} ไฟล์) ที่อยู่เดิม {aliases} จะพาไปยังหน้าใหม่เมื่อสั่ง prongsai publish")
        }
        (Lang::English, true) => format!("moved: {files} files; links mended: {links} (files whose text changed: {linking})"),
        (Lang::English, false) => format!(
            "moved: {files} files; links mended: {links} (files whose text changed: {linking}). The old addresses {aliases} lead on from the next prongsai publish"
        ),
    }
}
