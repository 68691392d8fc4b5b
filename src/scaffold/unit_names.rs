//! Names of divisions as people type several of them.

/// Words with which the name of a division begins.
const KINDS: [&str; 10] = ["สำนัก", "กอง", "ฝ่าย", "หน่วย", "ส่วน", "ศูนย์", "กลุ่ม", "งาน", "โรงเรียน", "สถาน"];

/// The names in a text: between commas, semicolons or line breaks, and between blanks where each word is a name.
pub fn unit_names(typed: &str) -> Vec<String> {
    let pieces = typed.split([',', '，', '、', ';', '\n', '\r', '|']);
    pieces.flat_map(between_blanks).filter(|name| !name.is_empty()).collect()
}

fn between_blanks(piece: &str) -> Vec<String> {
    let words: Vec<&str> = piece.split_whitespace().filter(|word| *word != "และ").collect();
    let is_name = |word: &&str| KINDS.iter().any(|kind| word.len() > kind.len() && word.starts_with(kind));
    match words.iter().all(is_name) {
        true => words.into_iter().map(str::to_owned).collect(),
        false => vec![piece.trim().to_owned()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn divisions_are_told_apart_however_they_are_typed() {
        for (typed, names) in [
            ("สำนักปลัด, กองคลัง,กองช่าง", &["สำนักปลัด", "กองคลัง", "กองช่าง"][..]),
            ("สำนักปลัด กองคลัง กองช่าง", &["สำนักปลัด", "กองคลัง", "กองช่าง"]),
            ("สำนักปลัด\nกองคลัง\r\n\r\nหน่วยตรวจสอบภายใน", &["สำนักปลัด", "กองคลัง", "หน่วยตรวจสอบภายใน"]),
            ("สำนักปลัด  และ\u{a0}กองคลัง; กองช่าง", &["สำนักปลัด", "กองคลัง", "กองช่าง"]),
            // One name with a blank.
            ("สำนักปลัด เทศบาล", &["สำนักปลัด เทศบาล"]),
            ("กอง ช่าง", &["กอง ช่าง"]),
            ("Office of the Clerk", &["Office of the Clerk"]),
            (" ", &[]),
        ] {
            assert_eq!(unit_names(typed), names, "{typed}");
        }
    }
}
