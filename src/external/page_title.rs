//! What the title of a page says of a link that opens.

use crate::slice::slice;
use crate::thai::to_arabic;

/// The title of an HTML page, on one line.
pub(super) fn title(html: &str) -> Option<String> {
    let lower = html.to_ascii_lowercase();
    let open = lower.find("<title")?;
    let start = open + slice(&lower, open..).find('>')? + 1;
    let end = start + slice(&lower, start..).find("</title")?;
    let text = slice(html, start..end).split_whitespace().collect::<Vec<_>>().join(" ");
    (!text.is_empty()).then_some(text)
}

/// The page says that there is nothing: a part of its title says only that, perhaps with the name of the site beside it.
pub(super) fn says_not_found(title: &str) -> bool {
    const WHOLE: [&str; 12] = [
        "404",
        "404 error",
        "error 404",
        "http 404",
        "not found",
        "404 not found",
        "page not found",
        "file not found",
        "404 page not found",
        "page not found (404)",
        "ไม่พบข้อมูล",
        "ไม่พบเอกสาร",
    ];
    const START: [&str; 7] = ["ไม่พบหน้า", "ไม่พบเพจ", "ไม่พบไฟล์", "404 ไม่พบ", "404 - ไม่พบ", "ขออภัย ไม่พบ", "the page you are looking for"];
    let title = to_arabic(title).to_lowercase();
    let is_it = |part: &str| WHOLE.contains(&part) || START.iter().any(|start| part.starts_with(start));
    parts(&title).any(is_it) || is_it(title.trim())
}

/// The page is one to log in: a part of its title says only that.
pub(super) fn says_login(title: &str) -> bool {
    const WHOLE: [&str; 8] = ["login", "log in", "sign in", "sign-in", "log in to continue", "เข้าสู่ระบบ", "ลงชื่อเข้าใช้", "ลงชื่อเข้าใช้งาน"];
    parts(&title.to_lowercase()).any(|part| WHOLE.contains(&part))
}

fn parts(title: &str) -> impl Iterator<Item = &str> {
    title.split(['|', '–', '—', '·', '•', '»', '«', ':', '-', '!']).map(str::trim)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_title_is_found_however_it_is_written() {
        assert_eq!(title("<html><HEAD><Title lang=th>\n ก  ข\n</TITLE>").as_deref(), Some("ก ข"));
        assert_eq!(["<title></title>", "<title>ก", "ก", "<title"].map(title), [const { None }; 4]);
    }

    #[test]
    fn only_titles_that_say_nothing_else_are_those_of_missing_pages() {
        for text in ["404 Not Found", "Page not found – เทศบาล", "เทศบาล | ไม่พบหน้าที่คุณต้องการ", "Error 404", "๔๐๔", "ไม่พบข้อมูล - เทศบาล"]
        {
            assert!(says_not_found(text), "{text}");
        }
        for text in ["แผนปี 2569", "คำสั่งที่ 404/2566", "ห้อง 404", "ข้อตรวจพบและข้อเสนอแนะ", "Lost and not found items", "404 โครงการ", "-"]
        {
            assert!(!says_not_found(text), "{text}");
        }
    }

    #[test]
    fn only_titles_that_say_nothing_else_are_those_of_logins() {
        for text in ["Login", "เข้าสู่ระบบ | ระบบสารบรรณ", "Sign in - Google Accounts"] {
            assert!(says_login(text), "{text}");
        }
        for text in ["คู่มือการเข้าสู่ระบบ", "How to log in", "แผนปี 2569"] {
            assert!(!says_login(text), "{text}");
        }
    }
}
