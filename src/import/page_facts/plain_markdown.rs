//! Text as Markdown that shows the same letters.

/// Escapes what Markdown would read as marks. Addresses stay as typed, as marks in them have no meaning.
pub(super) fn plain_markdown(text: &str) -> String {
    text.lines().map(plain_line).collect::<Vec<_>>().join("\\\n")
}

fn plain_line(line: &str) -> String {
    let mut written = String::new();
    let mut is_start = true;
    for word in line.trim().split_inclusive(char::is_whitespace) {
        match word.contains("://") && !word.contains(['<', '>', '`', '[', ']', '(', ')', '|']) {
            true => written.push_str(word),
            false => add_word(word, is_start, &mut written),
        }
        is_start = false;
    }
    written
}

fn add_word(word: &str, is_start: bool, written: &mut String) {
    let number = word.bytes().take_while(u8::is_ascii_digit).count();
    for (at, letter) in word.char_indices() {
        let is_mark = match letter {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '~' | '|' | '$' | '^' | '&' => true,
            '#' | '-' | '+' | '=' | ':' => is_start && at == 0,
            '.' | ')' => is_start && number > 0 && at == number,
            '{' => true,
            _ => false,
        };
        if is_mark {
            written.push('\\');
        }
        written.push(letter);
    }
}

#[cfg(test)]
mod tests {
    use super::plain_markdown;

    #[test]
    fn what_is_no_mark_stays_as_it_is() {
        for text in ["ประกาศเทศบาล ลงวันที่ 1 ตุลาคม 2565", "ก-ข (ค) 1.5 ล้าน 50%", "๑. อบรม", "ดู https://a.example.go.th/a_b-c?x=1&y=2"]
        {
            assert_eq!(plain_markdown(text), text);
        }
    }

    #[test]
    fn marks_are_escaped_where_they_would_be_marks() {
        for (text, expected) in [
            ("1. อบรม", "1\\. อบรม"),
            ("12) อบรม", "12\\) อบรม"),
            ("- อบรม - ประชุม", "\\- อบรม - ประชุม"),
            ("# แผน #1", "\\# แผน #1"),
            ("*****", "\\*\\*\\*\\*\\*"),
            ("<p>ก</p>", "\\<p\\>ก\\</p\\>"),
            ("ก_ข [ค](ง) &amp; {#x}", "ก\\_ข \\[ค\\](ง) \\&amp; \\{#x}"),
            (": ก", "\\: ก"),
            ("ก\nข", "ก\\\nข"),
        ] {
            assert_eq!(plain_markdown(text), expected, "{text}");
        }
    }
}
