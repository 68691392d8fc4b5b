use super::{TextKind, read};
use crate::attachment::TextPosition;
use crate::attachment::grid::{Grid, GridBlock, GridCell, GridDocument, RemarkKind};

/// Paragraphs as `¶ text`, rows as `a | b`; `-` is a cell that is missing, `/` ends a line in a cell.
fn shown(document: &GridDocument) -> Vec<String> {
    let block = |block: &GridBlock| match block {
        GridBlock::Paragraph(paragraph) => {
            vec![format!("¶ {}{}", paragraph.line.number.as_ref().map_or(String::new(), |mark| format!("{mark}⇥")), paragraph.line.text)]
        }
        GridBlock::Grid(grid) => rows(grid),
    };
    document.blocks.iter().flat_map(block).collect()
}

fn rows(grid: &Grid) -> Vec<String> {
    let cell = |cell: &GridCell| match cell {
        GridCell::Own(content) => content.text().replace('\n', "/"),
        _ => "-".to_owned(),
    };
    grid.rows.iter().map(|row| row.cells.iter().map(cell).collect::<Vec<_>>().join(" | ")).collect()
}

fn delimited(text: &str) -> Vec<String> {
    shown(&read(text.as_bytes(), TextKind::Delimited))
}

fn pasted(text: &str) -> Vec<String> {
    shown(&read(text.as_bytes(), TextKind::Pasted))
}

fn kinds(document: &GridDocument) -> Vec<(RemarkKind, &str)> {
    document.remarks.iter().map(|remark| (remark.kind, remark.text.as_str())).collect()
}

#[test]
fn a_csv_file_is_one_table() {
    assert_eq!(
        delimited("ที่,รายการ,บาท\r\n1,\"เทศบาล, ตัวอย่าง\",\"1,200\"\r\n2,\"ก\r\nข\"\r\n"),
        ["ที่ | รายการ | บาท", "1 | เทศบาล, ตัวอย่าง | 1,200", "2 | ก/ข | -"]
    );
    assert_eq!(delimited("sep=;\na,1;b\n"), ["a,1 | b"]);
    assert_eq!(delimited("\"=\"\"0812\"\"\",ก\n"), ["0812 | ก"]);
    assert_eq!(delimited(""), Vec::<String>::new());
}

#[test]
fn empty_edges_are_dropped_and_empty_rows_within_are_kept() {
    assert_eq!(delimited(",,,\n,ก,ข,\n,,,\n,ค,,\n,,,\n"), ["ก | ข", " | ", "ค | "]);
    assert_eq!(delimited("ก,ข\n\nค,ง"), ["ก | ข", " | -", "ค | ง"]);
}

#[test]
fn cells_know_their_line() {
    let document = read("ก,ข\n\"ค\nง\",จ\nฉ,ช\n".as_bytes(), TextKind::Delimited);
    let GridBlock::Grid(grid) = &document.blocks[0] else { panic!() };
    let lines = grid.rows.iter().flat_map(|row| &row.cells).map(|cell| match cell {
        GridCell::Own(content) => content.place.clone(),
        _ => panic!(),
    });
    assert_eq!(lines.collect::<Vec<_>>(), [1, 1, 2, 3, 4, 4].map(TextPosition::Line));
}

#[test]
fn other_encodings_are_decoded_and_remarked() {
    let (thai, ..) = encoding_rs::WINDOWS_874.encode("เลขที่,ชื่อ\n1,เทศบาล");
    let document = read(&thai, TextKind::Delimited);
    assert_eq!(
        (shown(&document), kinds(&document)),
        (vec!["เลขที่ | ชื่อ".into(), "1 | เทศบาล".into()], vec![(RemarkKind::Encoding, "windows-874")])
    );
    let wide: Vec<u8> = [0xFF, 0xFE].into_iter().chain("ก\tข\r\n".encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let document = read(&wide, TextKind::Delimited);
    assert_eq!((shown(&document), kinds(&document)), (vec!["ก | ข".into()], vec![(RemarkKind::Encoding, "UTF-16LE")]));
    let document = read("\u{FEFF}ก,ข".as_bytes(), TextKind::Delimited);
    assert_eq!((shown(&document), kinds(&document)), (vec!["ก | ข".into()], vec![]));
}

#[test]
fn a_cut_letter_does_not_make_other_letters_of_the_rest() {
    let text = "เลขที่,ชื่อของหน่วยงาน\n1,เทศบาลตำบล".as_bytes();
    let document = read(&text[..text.len() - 1], TextKind::Delimited);
    assert_eq!((shown(&document)[0].as_str(), kinds(&document)), ("เลขที่ | ชื่อของหน่วยงาน", vec![(RemarkKind::Unreadable, "UTF-8")]));
    let document = read(b"\0\x01\xFF", TextKind::Delimited);
    assert_eq!((document.blocks.len(), kinds(&document)), (0, vec![(RemarkKind::Unreadable, "")]));
}

#[test]
fn pasted_tables_stand_between_paragraphs() {
    assert_eq!(
        pasted("หัวเรื่อง\n\nที่\tชื่อ\tบาท\n1\t\"ก\nข\"\t5\n\t\t\nรวม\n2\tค\t6\n\nท้าย\n"),
        ["¶ หัวเรื่อง", "ที่ | ชื่อ | บาท", "1 | ก/ข | 5", " |  | ", "รวม | - | -", "2 | ค | 6", "¶ ท้าย"]
    );
    assert_eq!(pasted("ก\tข\n\nค\tง").len(), 2);
    assert_eq!(pasted("\"ก\nข\"\tค\n1\t2"), ["ก/ข | ค", "1 | 2"]);
}

#[test]
fn tabs_of_indents_and_lists_make_no_table() {
    assert_eq!(pasted("\tด้วยเทศบาล\n\t\tข้อความ\n"), ["¶ ด้วยเทศบาล", "¶ ข้อความ"]);
    assert_eq!(pasted("1.\tข้อแรก\n2.\tข้อสอง\n•\tข้อย่อย"), ["¶ 1.⇥ข้อแรก", "¶ 2.⇥ข้อสอง", "¶ •⇥ข้อย่อย"]);
    assert_eq!(pasted("ที่\tชื่อ\n1.\tก\n2.\tข"), ["ที่ | ชื่อ", "1. | ก", "2. | ข"]);
    assert_eq!(pasted("\"คำพูด\" ต่อ"), ["¶ \"คำพูด\" ต่อ"]);
}

#[test]
fn tables_of_markdown_lose_their_marks() {
    assert_eq!(pasted("ก่อน\n| ที่ | **ชื่อ** |\n|---|:-:|\n| 1 | ก\\|ข<br>ค |\nหลัง"), ["¶ ก่อน", "ที่ | ชื่อ", "1 | ก|ข/ค", "¶ หลัง"]);
    assert_eq!(pasted("ที่ | ชื่อ\n--- | ---\n1 | ก"), ["ที่ | ชื่อ", "1 | ก"]);
    assert_eq!(pasted("ก | ข"), ["¶ ก | ข"]);
    let document = read(b"|a|b|\n|-|-|\n|c|d|", TextKind::Pasted);
    let GridBlock::Grid(grid) = &document.blocks[0] else { panic!() };
    assert_eq!(grid.rows.iter().map(|row| row.is_heading).collect::<Vec<_>>(), [true, false]);
}

#[test]
fn too_much_is_cut_with_a_remark() {
    let document = read("1,2,3,4,5,6,7,8,9,10\n".repeat(30_000).as_bytes(), TextKind::Delimited);
    let GridBlock::Grid(grid) = &document.blocks[0] else { panic!() };
    assert_eq!((grid.rows.len(), kinds(&document)), (20_000, vec![(RemarkKind::TooLarge, "")]));
}

#[test]
fn no_damage_stops_the_reader() {
    let text = "ที่\tชื่อ\r\n\"ก\nข\"\tค\n\n| ก | ข |\n|---|---|\n| \\| | ง |\n,;\"\"\t=\"1\"\n1.\tก\n".as_bytes();
    let mut random = 7u32;
    let mut next = || {
        random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (random >> 8) as usize
    };
    for at in 0..4000 {
        let mut bytes = text.to_vec();
        for _ in 0..next() % 9 {
            let at = next() % bytes.len();
            bytes[at] = if next() % 2 == 0 { b"\t|\"\n,;-\\"[next() % 8] } else { next() as u8 };
        }
        bytes.truncate(1 + next() % bytes.len());
        read(&bytes, if at % 2 == 0 { TextKind::Delimited } else { TextKind::Pasted });
    }
}

#[test]
fn hostile_texts_take_linear_time() {
    for piece in ["\"", "\"a", ";\"\"", "\t\"", "\"x;", "|", "\\|", "a\n\"b\n", "\"\n", "a\tb\n\"c\n", "ก\t\n"] {
        let text = piece.repeat((1 << 18) / piece.len());
        let start = std::time::Instant::now();
        read(text.as_bytes(), TextKind::Delimited);
        read(text.as_bytes(), TextKind::Pasted);
        assert!(start.elapsed().as_secs() < 10, "{piece}");
    }
}
