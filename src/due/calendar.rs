//! Deadlines as an iCalendar file (RFC 5545), for the calendars of offices and telephones.

use super::DueDate;
use crate::thai::{Date, FiscalYear};

/// Lines are folded after this many bytes (RFC 5545, section 3.1).
const MAX_LINE_BYTES: usize = 75;

/// One event of a whole day for each deadline. `summary` names a deadline, `host` makes the ids
/// unique; `today` is the time stamp.
pub fn calendar(dates: &[DueDate], fiscal_year: FiscalYear, host: &str, today: Date, summary: impl Fn(&DueDate) -> String) -> String {
    let mut lines = vec!["BEGIN:VCALENDAR".to_owned(), "VERSION:2.0".to_owned(), "PRODID:-//prongsai//due//TH".to_owned()];
    let sequence = Date::new(2026, 1, 1).map_or(0, |first| first.days_until(today).max(0));
    for (at, due) in dates.iter().enumerate() {
        let day = basic(due.date);
        lines.push("BEGIN:VEVENT".to_owned());
        // Without the day: a deadline that is moved takes the place of what was imported before.
        lines.push(format!("UID:oit-{fiscal_year}-{}@{host}", at + 1));
        lines.push(format!("SEQUENCE:{sequence}"));
        lines.push(format!("DTSTAMP:{}T000000Z", basic(today)));
        lines.push(format!("DTSTART;VALUE=DATE:{day}"));
        lines.push(format!("SUMMARY:{}", escaped(&summary(due))));
        lines.push("TRANSP:TRANSPARENT".to_owned());
        lines.push("END:VEVENT".to_owned());
    }
    lines.push("END:VCALENDAR".to_owned());
    lines.iter().map(|line| folded(line) + "\r\n").collect()
}

/// `20240430`
fn basic(date: Date) -> String {
    date.to_string().replace('-', "")
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace(['\r', '\n'], " ")
}

/// Breaks a line between characters; a continuation begins with a blank.
fn folded(line: &str) -> String {
    let (mut folded, mut width) = (String::with_capacity(line.len()), 0);
    for c in line.chars() {
        if width + c.len_utf8() > MAX_LINE_BYTES {
            folded.push_str("\r\n ");
            width = 1;
        }
        folded.push(c);
        width += c.len_utf8();
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thai_line_is_folded_between_letters_and_read_again() {
        let title = "ส่งลิงก์แบบตรวจการเปิดเผยข้อมูลสาธารณะ, รอบแรก; ทุกข้อ".repeat(2);
        let today = Date::new(2026, 4, 1).unwrap();
        let due = DueDate { date: Date::new(2026, 4, 30).unwrap(), days: 29, title: None };
        let text = calendar(&[due], FiscalYear::new(2569).unwrap(), "example.go.th", today, |_| title.clone());
        assert!(text.split("\r\n").all(|line| line.len() <= MAX_LINE_BYTES), "{text}");
        let unfolded = text.replace("\r\n ", "");
        assert!(unfolded.contains(&format!("SUMMARY:{}\r\n", title.replace(',', "\\,").replace(';', "\\;"))), "{unfolded}");
        assert!(unfolded.contains("DTSTART;VALUE=DATE:20260430\r\n") && unfolded.contains("UID:oit-2569-1@example.go.th\r\n"));
    }
}
