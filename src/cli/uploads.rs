//! What the web server has to be sent, in words.

use crate::base::Lang;
use crate::diagnostics::words::escaped;
use crate::output::Published;

/// So many files are named; the list has them all.
const MAX_LINES: usize = 40;

/// The lines after a publication; none if the web server has everything.
pub(super) fn lines(published: &Published, lang: Lang) -> Vec<String> {
    let Some(uploads) = published.uploads.as_ref().filter(|uploads| !uploads.paths.is_empty()) else { return Vec::new() };
    let (count, list) = (uploads.paths.len(), uploads.list.display());
    let named = |paths: &[String]| paths.iter().take(MAX_LINES).map(|path| escaped(path)).collect::<Vec<_>>().join(" ");
    let names = if count <= MAX_LINES { named(&uploads.paths) } else { String::new() };
    let mut lines = vec![match (lang, count <= MAX_LINES) {
        (Lang::Thai, true) => format!("ไฟล์ที่ต้องส่งขึ้นเครื่องแม่ข่าย ({count}): {names}"),
        (Lang::Thai, false) => format!("ไฟล์ที่ต้องส่งขึ้นเครื่องแม่ข่ายมี {count} ไฟล์"),
        (Lang::English, true) => format!("to be sent to the web server ({count}): {names}"),
        (Lang::English, false) => format!("{count} files are to be sent to the web server"),
    }];
    lines.push(match lang {
        Lang::Thai => format!("รายการไฟล์ที่ยังไม่ได้ส่งอยู่ใน {list} ส่งครบแล้วให้ลบรายการนี้ และตรวจด้วย prongsai verify ตามด้วยที่อยู่เว็บ"),
        Lang::English => format!(
            "{list} lists what was not sent yet; remove it when all of it is sent, then check with prongsai verify and the site's address"
        ),
    });
    if !published.removed.is_empty() {
        let (count, names) = (published.removed.len(), named(&published.removed));
        lines.push(match lang {
            Lang::Thai => format!("ไฟล์ที่ไม่อยู่ในเว็บแล้ว ลบจากเครื่องแม่ข่ายได้ ({count}): {names}"),
            Lang::English => format!("no longer part of the site, can be removed from the web server ({count}): {names}"),
        });
    }
    lines
}
