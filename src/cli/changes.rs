//! What a publication changes, in words.

use crate::base::Lang;
use crate::diagnostics::words::escaped;
use crate::release::{Summary, UrlChange, ValueDifference};

/// So many pages are told in full, and so many addresses listed.
const MAX_LINES: usize = 40;

/// The summary, one line each.
pub(super) fn lines(summary: &Summary, lang: Lang) -> Vec<String> {
    let say = |thai: String, english: String| if lang == Lang::Thai { thai } else { english };
    let mut lines = vec![say("เทียบกับที่เผยแพร่ไว้:".to_owned(), "against what was published:".to_owned())];
    lines.extend(summary.changed.iter().take(MAX_LINES).flat_map(|(url, what)| changed(url, what, lang)));
    let listed = summary.changed.len().min(MAX_LINES);
    let mut count = |number: usize, thai: &str, english: &str| {
        if number > 0 {
            lines.push(say(format!("  {number} {thai}"), format!("  {number} {english}")));
        }
    };
    count(
        summary.changed.len() - listed,
        "แห่งที่เหลือก็เปลี่ยนเช่นกัน (ดูที่อยู่ได้ในประวัติการเผยแพร่)",
        "more changed as well (the publication history names them)",
    );
    count(
        summary.around,
        "หน้าเปลี่ยนเฉพาะรอบเนื้อหา (เมนู ส่วนท้าย รายการ ข้อมูลที่ดึงจากหน้าอื่น)",
        "page(s) changed only around their content (menu, footer, lists, what is taken from other pages)",
    );
    count(
        summary.overviews,
        "หน้าที่ทำจากหน้าอื่นเปลี่ยนตาม (หน้าแรก ปี หัวข้อ ข้อที่ยังไม่มีข้อมูล)",
        "page(s) made of others changed with them (home, years, subjects, empty items)",
    );
    lines.extend(list("เพิ่ม", "added", &summary.added, lang));
    lines.extend(list("ถอนออก", "withdrawn", &summary.removed, lang));
    lines.extend(list(
        "เปลี่ยน แต่รู้เฉพาะที่อยู่ เพราะเว็บที่เผยแพร่ครั้งก่อนไม่อยู่ในโฟลเดอร์แล้ว (ถูกลบ หรือถูก build ทับ ครั้งต่อไปใช้ build --out ที่อื่น)",
        "changed, but only the addresses are known, because what was published is no longer in the folder (it was removed, or built over: \
         next time build --out elsewhere)",
        &summary.unknown,
        lang,
    ));
    lines
}

/// A heading and addresses.
fn list(thai: &str, english: &str, urls: &[String], lang: Lang) -> Option<String> {
    let named: Vec<String> = urls.iter().take(MAX_LINES).map(|url| format!("/{}", escaped(url))).collect();
    let (named, left) = (named.join(" "), urls.len().saturating_sub(MAX_LINES));
    let rest = match (left, lang) {
        (0, _) => String::new(),
        (_, Lang::Thai) => format!(" … และอีก {left} แห่ง"),
        (_, Lang::English) => format!(" … and {left} more"),
    };
    let heading = if lang == Lang::Thai { thai } else { english };
    (!urls.is_empty()).then(|| format!("  {heading} ({}): {named}{rest}", urls.len()))
}

fn changed(url: &str, what: &UrlChange, lang: Lang) -> Vec<String> {
    let say = |thai: String, english: String| if lang == Lang::Thai { thai } else { english };
    let word = |thai: &str, english: &str| say(thai.to_owned(), english.to_owned());
    let url = format!("  /{}", escaped(url));
    match what {
        UrlChange::Page { fields, more_fields, lines, has_more_lines } => {
            let mut told = vec![url];
            told.extend(fields.iter().map(|(path, difference)| field(path, difference, lang)));
            if *more_fields > 0 {
                told.push(say(format!("    … และอีก {more_fields} ช่อง"), format!("    … and {more_fields} more fields")));
            }
            if !lines.is_empty() {
                told.push(word("    เนื้อความ:", "    text:"));
            }
            told.extend(lines.iter().flat_map(line));
            if *has_more_lines {
                told.push(word("      … และบรรทัดอื่นอีก", "      … and further lines"));
            }
            told
        }
        UrlChange::Filled => vec![url + &word(": เดิมยังไม่มีข้อมูล ตอนนี้มีแล้ว", ": nothing was filed, now there is")],
        UrlChange::Emptied => vec![url + &word(": ไม่มีข้อมูลแล้ว", ": nothing is filed any more")],
        UrlChange::LeadsTo(to) => vec![format!("{url}{} /{}", word(": ตอนนี้พาไปที่", ": leads now to"), escaped(to))],
        UrlChange::File(old, new) if old == new => {
            vec![url + &say(format!(": ขนาดเท่าเดิม {old} ไบต์ แต่เนื้อหาต่างกัน"), format!(": {old} bytes as before, but others"))]
        }
        UrlChange::File(old, new) => vec![url + &say(format!(": {old} → {new} ไบต์"), format!(": {old} → {new} bytes"))],
    }
}

fn field(path: &str, difference: &ValueDifference, lang: Lang) -> String {
    let none = if lang == Lang::Thai { "(ไม่มี)" } else { "(none)" };
    let side = |text: &Option<String>| text.as_deref().map_or_else(|| none.to_owned(), escaped);
    format!("    {}: {} → {}", escaped(path), side(&difference.old), side(&difference.new))
}

/// As `diff` writes it.
fn line(difference: &ValueDifference) -> Vec<String> {
    let side = |mark: char, text: &Option<String>| text.as_deref().map(|text| format!("      {mark} {}", escaped(text)));
    [side('-', &difference.old), side('+', &difference.new)].into_iter().flatten().collect()
}
