//! Whatever a table holds, its words are in front matter, body or doubts.

use proptest::prelude::*;

use super::build::{grid, known, page, paragraph, with_plan};
use crate::attachment::grid::GridBlock;

const HEADINGS: [&str; 29] = [
    "ที่",
    "ตัวชี้วัด",
    "ประเด็น",
    "ข้อคำถาม",
    "ข้อค้นพบ",
    "มาตรการ",
    "ขั้นตอน",
    "ผู้รับผิดชอบ",
    "ผู้ที่เกี่ยวข้อง",
    "ระยะเวลา",
    "ไตรมาส 1",
    "การกำกับติดตาม",
    "การรายงานผล",
    "สถานะ",
    "ดำเนินการแล้ว",
    "ยังไม่ดำเนินการ",
    "ผลการดำเนินการ",
    "หมายเหตุ",
    "งบประมาณ",
    "หลักฐาน",
    "คะแนน",
    "เป้าหมาย",
    "ระดับ",
    "ประเด็นที่ต้องแก้ไข",
    "ข้อจำกัด",
    "อื่น",
    "โครงการ",
    "วิธีการ",
    "",
];

/// Letters and words that are read in some way.
const TEXT: &str =
    concat!("[0-9๐-๙EIO1กขาิ่ .,/()%-]{0,12}", "|(มาตรการ|คะแนน|ตัวชี้วัดที่|ไตรมาส|ถึง|และ|ข้อจำกัด|ปีงบประมาณ|ณ วันที่|ลงชื่อ|\\n|[ 0-9๑ก.,-]){0,9}");

fn cell() -> impl Strategy<Value = &'static str> {
    prop_oneof![
        6 => Just("~"),
        2 => Just(""),
        1 => Just("^"),
        1 => prop::sample::select(vec!["1. ~", "- ~", "~\n~", "1. ~\n2. ~", "~/~", "E1 ~ คะแนน 70.5", "นาย~", "~ 70.25", "/ ~", "#๑. ~", "แบบวัด IIT", "_ข้อจำกัด\n~"]),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    #[test]
    fn no_word_is_lost(
        heads in prop::sample::subsequence(HEADINGS.to_vec(), 2..7).prop_shuffle(),
        cells in prop::collection::vec(prop::collection::vec(cell(), 7), 1..5),
        has_plan: bool,
        is_cut: bool,
    ) {
        let mut words = Vec::new();
        let mut rows = vec![heads.iter().map(|head| (*head).to_owned()).collect::<Vec<String>>()];
        for (at, row) in cells.iter().enumerate() {
            let filled = row.iter().take(heads.len()).map(|text| {
                let text = if *text == "^" && at == 0 { "" } else { text };
                text.split('~').enumerate().map(|(piece, text)| {
                    if piece == 0 {
                        return text.to_owned();
                    }
                    let letters = ["ก", "ข", "ค", "ง"].iter().cycle().skip(words.len() % 4).take(words.len() / 4 + 1);
                    let word = format!("คำ{}", letters.copied().collect::<String>());
                    words.push(word.clone());
                    format!("{word}{text}")
                }).collect()
            });
            rows.push(filled.collect());
        }
        let rows: Vec<Vec<&str>> = rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
        let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
        let known = if has_plan { with_plan(&[("p", "มาตรการอื่น")]) } else { known() };
        let cut = if is_cut { rows.len().min(2) } else { rows.len() };
        let (first, second) = (rows.get(..cut).unwrap(), rows.get(cut..).unwrap());
        let second: Vec<Vec<&str>> = second
            .iter()
            .enumerate()
            .map(|(at, row)| row.iter().map(|text| if at == 0 && *text == "^" { "" } else { *text }).collect())
            .collect();
        let second: Vec<&[&str]> = second.iter().map(Vec::as_slice).collect();
        let blocks = [grid(first), grid(&second)].into_iter().filter(|grid| !grid.rows.is_empty()).map(GridBlock::Grid).collect();
        let page = page(blocks, &known);
        let doubts: Vec<String> = page.doubts.iter().map(|doubt| format!("{} {}", doubt.text, doubt.taken.as_deref().unwrap_or(""))).collect();
        let all = format!("{} {} {}", page.front_matter, page.body.join(" "), doubts.join(" "));
        for word in &words {
            prop_assert!(all.contains(word.as_str()), "{} is lost of {:?}: {}", word, rows, all);
        }
    }
}

/// A random table of [`no_word_is_lost`] once had such a row, and its words were those of a heading.
#[test]
fn a_row_that_begins_with_limitations_is_no_heading() {
    for row in [["", "_ข้อจำกัด\nคำก", ""], ["", "_ข้อจำกัด\nคำก", "_ข้อจำกัด\nคำก"], ["", "ข้อจำกัด\nคำก", ""]]
    {
        let grid = grid(&[&["ประเด็น", "ยังไม่ดำเนินการ", "หมายเหตุ"], &row]);
        let page = page(vec![GridBlock::Grid(grid)], &known());
        let doubts: Vec<&str> = page.doubts.iter().map(|doubt| doubt.text.as_str()).collect();
        let all = format!("{} {} {}", page.front_matter, page.body.join(" "), doubts.join(" "));
        assert!(all.contains("คำก"), "{row:?}: {all}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    #[test]
    fn no_text_stops_the_program(
        texts in prop::collection::vec(prop::collection::vec(TEXT, 3), 1..6),
        heads in prop::sample::subsequence(HEADINGS.to_vec(), 3).prop_shuffle(),
    ) {
        let texts: Vec<Vec<&str>> = texts.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
        let mut rows: Vec<&[&str]> = vec![&heads];
        rows.extend(texts.iter().map(Vec::as_slice));
        let mut blocks: Vec<GridBlock> = texts.iter().flatten().map(|text| paragraph(text)).collect();
        blocks.insert(blocks.len() / 2, GridBlock::Grid(grid(&rows)));
        let page = page(blocks, &known());
        prop_assert!(page.front_matter.is_object());
    }
}
