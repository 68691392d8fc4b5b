//! What is read of whole files, with its places; and that no damage stops a reader. The files are
//! made by `tests/files/office/make.py`.

use std::cell::Cell;

use super::super::nesting::Nesting;
use super::super::{Contents, NotInspected, TextPosition, UnreadPart, WhyUnread};
use super::{MAX_UNPACKED_BYTES, is, read, read_inner};

macro_rules! files {
    ($($name:literal),*) => { [$(($name, include_bytes!(concat!("../../../tests/files/office/", $name)).as_slice())),*] };
}

const FILES: [(&str, &[u8]); 13] = files![
    "word.docx",
    "word.doc",
    "slides.pptx",
    "book.xlsx",
    "binary.xlsb",
    "book.xls",
    "far.xls",
    "open.odt",
    "slides.odp",
    "open.ods",
    "book.ods",
    "rich.rtf",
    "members.zip"
];

fn file(name: &str) -> &'static [u8] {
    FILES.iter().find(|(known, _)| *known == name).unwrap().1
}

fn contents(name: &str, bytes: &[u8], limit: u64) -> Contents {
    let dispatch: &dyn Fn(&str, &[u8], &Nesting<'_>) -> Contents = &|extension, bytes, nesting| match extension {
        "txt" => super::html::read(bytes),
        _ if let Some(contents) = read_inner(extension, bytes, nesting) => contents,
        _ if is(extension) => read(extension, bytes, nesting),
        _ => Contents::Other,
    };
    let unpacked = Cell::new(limit);
    dispatch(name.rsplit_once('.').unwrap().1, bytes, &Nesting { depth: 0, unpacked: &unpacked, read: dispatch })
}

/// Place and text of each passage, and the parts that were not read.
fn passages(name: &str) -> (Vec<String>, Vec<UnreadPart>) {
    let (text, unread) = match contents(name, file(name), MAX_UNPACKED_BYTES) {
        Contents::Text(text) => (text, Vec::new()),
        Contents::Partly { text, unread } => (text, unread),
        _ => (Vec::new(), Vec::new()),
    };
    let line = |passage: super::super::Passage| {
        assert_eq!(passage.places[0].0, 0, "{}", passage.text);
        format!("{} {}", place(&passage.places[0].1), passage.text)
    };
    (text.into_iter().map(line).collect(), unread)
}

fn place(position: &TextPosition) -> String {
    match position {
        TextPosition::Page(number) => format!("page {number}"),
        TextPosition::Cell { sheet, row, column } => format!("{sheet}!{row},{column}"),
        TextPosition::Line(number) => format!("line {number}"),
        TextPosition::Paragraph(number) => format!("p{number}"),
        TextPosition::TableRow { table, row } => format!("t{table}r{row}"),
        TextPosition::TableCell { table, row, column } => format!("t{table}r{row}c{column}"),
        TextPosition::Slide(number) => format!("slide {number}"),
        TextPosition::Part(part) => format!("{part:?}"),
        TextPosition::Inside { file, place: inner } => format!("{file}: {}", place(inner)),
    }
}

fn assert_read(name: &str, expected: &[&str]) {
    let (read, unread) = passages(name);
    assert_eq!(read, expected, "{name}");
    assert_eq!(unread, [], "{name}");
}

#[test]
fn a_word_document_is_read_with_all_that_stands_beside_its_body() {
    assert_read(
        "word.docx",
        &[
            "p1 เลข 3-1009\u{2011}00123\ta\nb",
            "TextBox ในกล่อง 3100900012378",
            "p2 ก่อน หลัง",
            "t1r1 3\t1\t0\t0\t9\t0\t0\t0\t2\t4\t7\t4\t1",
            "t2r1 ใน\tใน",
            "t1r2 ชื่อ\t310090\n0123455",
            "FormField x",
            "p3 ในช่อง เพิ่ม เห็น",
            "Change 3100900037117",
            "Hidden 3100900049484",
            "p4 ลิงก์ ผล 51□",
            "Header หัว 3100900074225",
            "Note เชิง 3100900086592",
            "Comment เห็นว่า 3100900098965",
            "TextBox แผนภูมิ",
            "TextBox 12",
            "Properties เรื่อง 3100900111333",
            "word/embeddings/inner.zip: FileNames a.txt",
            "word/embeddings/inner.zip: a.txt: line 1 3100900061859",
        ],
    );
}

#[test]
fn of_an_older_word_document_the_text_is_read_whether_it_is_shown_or_not() {
    assert_read(
        "word.doc",
        &[
            "p1 เลข 3-1009\u{2011}00123\ta\nb",
            "p2 ก่อน หลัง",
            "p3 3\t1\t0\t0\t9\t0\t0\t0\t2\t4\t7\t4\t1",
            "p4 ชื่อ\t310090\n0123455\nใน\nใน",
            "p5 ในช่อง เพิ่ม31009000371173100900049484 เห็น",
            "p6 ลิงก์ ผล",
        ],
    );
}

#[test]
fn slides_are_numbered_in_the_order_of_the_show_and_layouts_say_nothing() {
    let slides = [
        "slide 1 ซ่อน 3100900049484",
        "slide 2 เรื่อง\n3100900012378",
        "slide 2 3\t1\t0\t0\t9\t0\t0\t0\t2\t4\t7\t4\t1",
        "SpeakerNotes พูดว่า 3100900037117",
    ];
    let (read, _) = passages("slides.pptx");
    assert_eq!(read.get(..4).unwrap(), slides);
    assert_eq!(read.get(4..).unwrap(), ["Properties generated using python-pptx", "Properties Steve Canny"]);
    let (read, unread) = passages("slides.odp");
    assert_eq!((read.get(..4).unwrap(), unread), (slides.map(str::to_owned).as_slice(), Vec::new()));
}

/// Rows of `book.xlsx`, in whatever format it was saved.
const ROWS: [&str; 3] =
    ["รายชื่อ!0,0 เลข\tโทร\tผู้เสียภาษี\tวันที่\tร้อยละ", "รายชื่อ!2,1 3\t1\t0\t0\t9\t0\t0\t0\t2\t4\t7\t4\t1", "ซ่อน!1,1 3100900061859"];

#[test]
fn cells_are_read_as_they_are_shown_in_every_format_of_excel() {
    for (name, date) in [("book.xlsx", "15 มี.ค. 2566"), ("book.xls", "15 มี.ค. 2566"), ("book.ods", "15 มี.ค. 2566")] {
        let (read, unread) = passages(name);
        let numbers = format!("รายชื่อ!1,0 3100900012378\t081-234-5678\t0105536000313\t{date}\t50%");
        for expected in ROWS.iter().copied().chain([
            numbers.as_str(),
            "Header 3100900049484",
            "Comment เห็นว่า 3100900037117",
            "Properties เรื่อง 3100900074225",
        ]) {
            assert!(read.iter().any(|passage| passage == expected), "{name}: {expected} in {read:#?}");
        }
        assert!(read.iter().any(|passage| passage.starts_with("รายชื่อ!3,0 บรรทัด\nสอง\t<&>") && passage.ends_with("ab")), "{name}");
        assert_eq!(unread, [], "{name}");
    }
}

#[test]
fn distant_cells_are_two_passages() {
    assert!(passages("book.xlsx").0.contains(&"รายชื่อ!1048575,16383 ไกล".to_owned()));
    assert!(passages("book.ods").0.contains(&"รายชื่อ!1048575,16383 ไกล".to_owned()));
    assert_read(
        "far.xls",
        &[
            "Properties รายชื่อ",
            "Header 3100900024741",
            "รายชื่อ!0,0 เลข",
            "รายชื่อ!1,0 3100900012378\t081-234-5678\t0105536000313\t7\t8",
            "รายชื่อ!65535,255 ไกล",
        ],
    );
    assert_read(
        "binary.xlsb",
        &[
            "Properties รายชื่อ",
            "รายชื่อ!0,0 เลข\tโทร",
            "รายชื่อ!1048575,0 3100900012378\t081-234-5678\t7",
            "Header 3100900024741",
            "Comment เห็นว่า 3100900037117",
        ],
    );
}

#[test]
fn an_older_file_is_read_also_with_ends_of_chains_behind_its_end() {
    for name in ["book.xls", "word.doc"] {
        let mut bytes = file(name).to_vec();
        let table = 512 + 512 * u32::from_le_bytes([bytes[76], bytes[77], bytes[78], bytes[79]]) as usize;
        for entry in bytes[table..table + 512].chunks_exact_mut(4).filter(|entry| *entry == [0xFF; 4]) {
            entry[0] = 0xFE;
        }
        assert_ne!(bytes, file(name), "{name}");
        assert_eq!(contents(name, &bytes, MAX_UNPACKED_BYTES), contents(name, file(name), MAX_UNPACKED_BYTES), "{name}");
    }
}

#[test]
fn places_of_the_cells_of_a_row_begin_where_their_texts_do() {
    let Contents::Text(passages) = contents("open.ods", file("open.ods"), MAX_UNPACKED_BYTES) else { unreachable!() };
    let row = passages.last().unwrap();
    assert_eq!(row.text, "1\t0\t0\t5\n6\t081-234-5678");
    let places: Vec<(usize, String)> = row.places.iter().map(|(at, position)| (*at, place(position))).collect();
    let expected = [(0, 0), (2, 1), (4, 2), (6, 3), (10, 4)].map(|(at, column)| (at, format!("รายชื่อ!1000001,{column}")));
    assert_eq!(places, expected);
}

#[test]
fn an_open_document_is_read_with_all_that_stands_beside_its_body() {
    assert_read(
        "open.odt",
        &[
            "Change 3100900012378",
            "Note เชิง 3100900024741",
            "Comment เห็นว่า 3100900037117",
            "TextBox กล่อง 3100900049484",
            "Hidden ภาพ",
            "p1 ก่อน    ข\tค\nง ต่อ",
            "Hidden 3100900061859",
            "t1r1 3\t1\t0\t0\t9\t0\t0\t0\t7\t4\t2\t2\t5",
            "p2 ท้าย",
            "FormField ช่อง 3100900086592",
            "Header หัว 3100900098965",
            "Properties เรื่อง 3100900111333",
        ],
    );
}

#[test]
fn rich_text_is_read_in_the_encodings_of_its_fonts() {
    assert_read(
        "rich.rtf",
        &[
            "Properties 3100900012378",
            "Header 3100900024741",
            "p1 เลข 3100900037117",
            "p2 ก😀 café\u{a0}x\u{2011}y\nz",
            "Hidden 3100900049484",
            "p3 3\t1\t0\t0\t9\t0\t0\t0\t6\t1\t8\t5\t9",
            "Note 3100900074225",
            "p4 link end",
            "Change 3100900086592",
        ],
    );
}

#[test]
fn no_member_of_an_archive_hides_another() {
    let (read, unread) = passages("members.zip");
    assert!(read.contains(&"FileNames 3100900024741.jpg".to_owned()), "{read:#?}");
    assert!(read.contains(&"ก/word.docx: Header หัว 3100900074225".to_owned()), "{read:#?}");
    assert!(read.contains(&"deep.zip: inner.zip: list.txt: line 1 3100900012378".to_owned()), "{read:#?}");
    let reasons = [("bad.docx", NotInspected::Unreadable), ("old.doc", NotInspected::Format)];
    assert_eq!(unread, reasons.map(|(part, reason)| UnreadPart { part: part.into(), why: WhyUnread::NotInspected(reason) }));
}

#[test]
fn unpacking_stops_at_the_limit_and_says_so() {
    for (name, bytes) in FILES.into_iter().filter(|(_, bytes)| bytes.starts_with(b"PK")) {
        let is_told = match contents(name, bytes, 200) {
            Contents::NotInspected(NotInspected::UnpackedSize) => true,
            Contents::Partly { unread, .. } => unread.iter().any(|part| part.why == WhyUnread::NotInspected(NotInspected::UnpackedSize)),
            _ => false,
        };
        assert!(is_told, "{name}");
    }
}

#[test]
fn no_damage_stops_the_reader() {
    let mut random = 7u32;
    let mut next = || {
        random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (random >> 8) as usize
    };
    for (name, bytes) in FILES.into_iter().cycle().take(2400) {
        let mut bytes = bytes.to_vec();
        for _ in 0..1 + next() % 12 {
            let at = next() % bytes.len();
            bytes[at] = next().to_le_bytes()[0];
        }
        if next() % 4 == 0 {
            bytes.truncate(next() % bytes.len());
        }
        contents(name, &bytes, MAX_UNPACKED_BYTES);
    }
}

#[test]
fn no_damage_within_a_part_stops_its_reader() {
    let mut random = 11u32;
    let mut next = || {
        random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (random >> 8) as usize
    };
    for (name, bytes) in FILES.into_iter().filter(|(_, bytes)| bytes.starts_with(b"PK")) {
        let parts = unpacked(bytes);
        for _ in 0..60 {
            let mut parts = parts.clone();
            let which = next() % parts.len();
            let part = &mut parts[which].1;
            for _ in 0..1 + next() % 4 {
                if let Some(at) = next().checked_rem(part.len()) {
                    part[at] = next().to_le_bytes()[0];
                }
            }
            contents(name, &packed(&parts), MAX_UNPACKED_BYTES);
        }
    }
}

/// A file of `FILES` with another part in the place of one.
fn with_part(file_name: &str, part: &str, bytes: &[u8]) -> Contents {
    let mut parts = unpacked(file(file_name));
    parts.iter_mut().find(|(name, _)| name == part).unwrap().1 = bytes.to_vec();
    contents(file_name, &packed(&parts), MAX_UNPACKED_BYTES)
}

/// Texts of a file of `FILES` with a part more or another one, of which that part is `bytes`; only
/// those that are new.
fn added(file_name: &str, part: &str, bytes: &[u8]) -> Vec<String> {
    let texts = |contents: Contents| -> Vec<String> {
        let (Contents::Text(text) | Contents::Partly { text, .. }) = contents else { panic!("{contents:?}") };
        text.iter().map(|passage| format!("{} {}", place(&passage.places[0].1), passage.text)).collect()
    };
    let before = texts(contents(file_name, file(file_name), MAX_UNPACKED_BYTES));
    let mut parts = unpacked(file(file_name));
    parts.retain(|(name, _)| name != part);
    parts.push((part.to_owned(), bytes.to_vec()));
    let mut after = texts(contents(file_name, &packed(&parts), MAX_UNPACKED_BYTES));
    after.retain(|text| !before.contains(text));
    after
}

#[test]
fn words_of_a_workbook_outside_its_cells_are_read() {
    let cases: &[(&str, &str, &[&str])] = &[
        (
            "xl/workbook.xml",
            "<workbook xmlns:r='r'><sheets/><definedNames><definedName name='ผู้กู้' comment='0812345678'>\"3100900123455\"</definedName>\
             <definedName name='_xlnm.Print_Area'>Sheet1!$A$1:$B$9</definedName></definedNames></workbook>",
            &["Hidden ผู้กู้", "Hidden 0812345678", "Hidden 3100900123455"],
        ),
        ("xl/slicers/slicer1.xml", "<slicers><slicer name='a' caption='3100900123455'/></slicers>", &["Hidden 3100900123455", "Hidden a"]),
        (
            "xl/slicerCaches/slicerCache1.xml",
            "<c><data><olap><i n='[x].&amp;[0812345678]' c='0812345678'/></olap></data></c>",
            &["Hidden [x].&[0812345678]", "Hidden 0812345678"],
        ),
        (
            "xl/pivotCache/pivotCacheDefinition9.xml",
            "<p><cacheFields><cacheField name='เลขบัตร'><sharedItems><s v='3100900123455'/></sharedItems></cacheField></cacheFields></p>",
            &["Hidden เลขบัตร", "Hidden 3100900123455"],
        ),
        (
            "xl/pivotTables/pivotTable1.xml",
            "<p dataCaption='ค่า'><items><item n='0812345678'/></items></p>",
            &["Hidden ค่า", "Hidden 0812345678"],
        ),
        (
            "xl/externalLinks/externalLink9.xml",
            "<e><externalBook><sheetNames><sheetName val='แผ่น'/></sheetNames><sheetDataSet><row><cell><v>3100900123455</v></cell></row>\
             </sheetDataSet></externalBook></e>",
            &["Hidden แผ่น", "Hidden 3100900123455"],
        ),
        ("xl/tables/table9.xml", "<table comment='3100900123455' name='t'/>", &["Hidden 3100900123455"]),
        ("xl/connections.xml", "<c><connection name='q' description='0812345678'/></c>", &["Hidden q", "Hidden 0812345678"]),
        ("xl/ctrlProps/ctrlProp1.xml", "<f><itemLst><item val='0812345678'/></itemLst></f>", &["Hidden 0812345678"]),
        (
            "xl/drawings/vmlDrawing9.vml",
            "<xml xmlns:v='v'><v:shape alt='a'><v:textbox><div><font>310090<br>0123455</font></div></v:textbox></v:shape></xml>",
            &["Hidden a", "Hidden 310090 0123455"],
        ),
        (
            "xl/revisions/revisionLog1.xml",
            "<r><rcc><oc><v>3100900123455</v></oc><nc t='inlineStr'><is><t>ว่าง</t></is></nc></rcc></r>",
            &["Change 3100900123455", "Change ว่าง"],
        ),
        (
            "xl/worksheets/sheet1.xml",
            "<worksheet><sheetData/><scenarios><scenario name='ก' comment='ข'><inputCells r='A1' val='3100900123455'/></scenario></scenarios>\
             <conditionalFormatting><cfRule text='0812345678'/></conditionalFormatting><extLst><ext xmlns:x='x' xmlns:m='m'>\
             <x:dataValidation prompt='ค'><x:formula1><m:f>\"ง,0898765432\"</m:f></x:formula1></x:dataValidation></ext></extLst></worksheet>",
            &["Hidden ก", "Hidden ข", "Hidden 3100900123455", "Hidden 0812345678", "FormField ค", "FormField ง\t0898765432"],
        ),
    ];
    for (part, xml, expected) in cases {
        assert_eq!(added("book.xlsx", part, xml.as_bytes()), *expected, "{part}");
    }
}

#[test]
fn xml_of_other_programs_and_properties_with_names_of_ones_own_are_read() {
    let own = "<a:properties xmlns:a='a'><a:owner id='9'>3100900123455</a:owner><a:note>ก<a:b>ข</a:b>ค</a:note><a:n>3100900123455.5</a:n></a:properties>";
    let texts = ["Hidden 3100900123455", "Hidden ก", "Hidden ข", "Hidden ค", "Hidden 3.1009E+12"];
    assert_eq!(added("word.docx", "customXml/item1.xml", own.as_bytes()), texts);
    let wide: Vec<u8> = [0xFF, 0xFE].into_iter().chain(own.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    assert_eq!(added("word.docx", "customXml/item1.xml", &wide), texts);
    assert_eq!(added("word.docx", "customXml/itemProps1.xml", own.as_bytes()), [""; 0]);
    let mut parts = unpacked(file("book.xlsx"));
    parts.push(("customXml/item1.xml".to_owned(), b"<DataMashup>AAAA3100900123455</DataMashup>".to_vec()));
    let Contents::Partly { unread, .. } = contents("book.xlsx", &packed(&parts), MAX_UNPACKED_BYTES) else { unreachable!() };
    assert_eq!(&*unread[0].part, "DataMashup", "queries of Excel are not read, and it is said");
    let properties = "<Properties xmlns:vt='v'><property name='เลขบัตร'><vt:r8>3100900123455</vt:r8></property></Properties>";
    assert_eq!(added("book.xlsx", "docProps/custom.xml", properties.as_bytes()), ["Properties เลขบัตร", "Properties 3100900123455"]);
    let piece = "<w:glossaryDocument xmlns:w='w'><w:p><w:r><w:t>3100900123455</w:t></w:r></w:p></w:glossaryDocument>";
    assert_eq!(added("word.docx", "word/glossary/document.xml", piece.as_bytes()), ["Hidden 3100900123455"]);
}

/// The text of a row of a sheet in a workbook.
fn row(contents: &Contents) -> String {
    let Contents::Text(passages) = contents else { panic!("{contents:?}") };
    let row = passages.iter().find(|passage| matches!(passage.places[0].1, TextPosition::Cell { .. })).unwrap();
    let columns = row.places.iter().filter_map(|(_, place)| match place {
        TextPosition::Cell { column, .. } => Some(column.to_string()),
        _ => None,
    });
    format!("{}: {}", columns.collect::<Vec<_>>().join(","), row.text)
}

#[test]
fn values_of_cells_that_show_no_digits_are_read() {
    let sheet = |cells: &str| {
        let content = format!(
            "<office:document-content xmlns:office='o' xmlns:table='t' xmlns:text='x'><office:body><office:spreadsheet>\
             <table:table table:name='a'><table:table-row>{cells}</table:table-row></table:table></office:spreadsheet></office:body>\
             </office:document-content>"
        );
        row(&with_part("open.ods", "content.xml", content.as_bytes()))
    };
    let cell = |shown: &str| format!("<table:table-cell office:value='3100900123455'>{shown}</table:table-cell>");
    assert_eq!(sheet(&cell("")), "0: 3100900123455");
    assert_eq!(sheet(&cell("<text:p>3.10E+12</text:p>")), "0: 3.10E+12\n3100900123455");
    assert_eq!(sheet(&cell("<text:p>3-1009-00123-45-5</text:p>")), "0: 3-1009-00123-45-5");
    let note = "<office:annotation><text:p>of 2566</text:p></office:annotation>";
    assert_eq!(sheet(&(cell(note) + "<table:table-cell office:string-value='ab'/>")), "0,1: 3100900123455\tab");
}

#[test]
fn cells_that_only_say_that_they_are_the_next_are_read() {
    let record = |kind: u8, data: &[u8]| [&[kind, u8::try_from(data.len()).unwrap()], data].concat();
    let wide = |text: &str| {
        let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        [&u32::try_from(units.len() / 2).unwrap().to_le_bytes(), &units[..]].concat()
    };
    let style = [0; 4];
    let sheet = [
        record(0, &[0; 8]),
        record(6, &[&[2, 0, 0, 0], &style[..], &wide("a")].concat()),
        record(17, &[&style[..], &wide("b")].concat()),
        record(12, &style),
        record(16, &[style.as_slice(), &3_100_900_123_455f64.to_le_bytes()].concat()),
        record(13, &[style, (7u32 << 2 | 2).to_le_bytes()].concat()),
        record(18, &[style, 0u32.to_le_bytes()].concat()),
    ];
    let contents = with_part("binary.xlsb", "xl/worksheets/sheet1.bin", &sheet.concat());
    assert_eq!(row(&contents), "2,3,5,6,7: a\tb\t3100900123455\t7\tเลข");
}

#[test]
fn what_a_workbook_says_of_a_cell_is_read() {
    let sheet = "<worksheet xmlns='s'><sheetData/><dataValidations><dataValidation type='list' prompt='3100900123455' error='no'>\
                 <formula1>\"a,0812345678\"</formula1></dataValidation><dataValidation><formula1>$A$1:$A$9</formula1></dataValidation>\
                 </dataValidations></worksheet>";
    let (Contents::Text(text) | Contents::Partly { text, .. }) = with_part("book.xlsx", "xl/worksheets/sheet1.xml", sheet.as_bytes())
    else {
        unreachable!()
    };
    let said = text.iter().filter(|passage| place(&passage.places[0].1) == "FormField").map(|passage| passage.text.as_str());
    assert_eq!(said.collect::<Vec<_>>(), ["3100900123455", "no", "a\t0812345678"]);
}

#[test]
fn words_beside_pictures_links_and_fields_are_read() {
    let body = "<w:document xmlns:w='w' xmlns:p='p'><w:body><w:sdt><w:sdtPr><w:alias w:val='a'/><w:text/><w:rPr><w:vanish/></w:rPr>\
                <w:dropDownList><w:listItem w:displayText='b' w:value='v'/></w:dropDownList></w:sdtPr><w:sdtContent>\
                <w:p><w:hyperlink w:tooltip='c'><w:r><w:t>body</w:t></w:r></w:hyperlink><w:r><p:docPr descr='d' title='' name='n'/></w:r></w:p>\
                </w:sdtContent></w:sdt></w:body></w:document>";
    let (Contents::Text(text) | Contents::Partly { text, .. }) = with_part("word.docx", "word/document.xml", body.as_bytes()) else {
        unreachable!()
    };
    let texts: Vec<String> = text.iter().take(5).map(|passage| format!("{} {}", place(&passage.places[0].1), passage.text)).collect();
    assert_eq!(texts, ["FormField a", "FormField b", "Hidden c", "Hidden d", "p1 body"]);
}

#[test]
fn words_beside_pictures_and_cells_of_open_documents_are_read() {
    let content = "<office:document-content xmlns:office='o' xmlns:table='t' xmlns:text='x' xmlns:svg='s' xmlns:draw='d'><office:body>\
                   <office:spreadsheet><table:content-validations><table:content-validation \
                   table:condition='of:cell-content-is-in-list(\"a\";\"0812345678\")'><table:help-message><text:p>help</text:p>\
                   </table:help-message></table:content-validation></table:content-validations><table:table table:name='T'><table:table-row>\
                   <table:table-cell><text:p>one<draw:frame><svg:desc>picture</svg:desc></draw:frame> <text:title>two</text:title></text:p>\
                   </table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>";
    let (Contents::Text(text) | Contents::Partly { text, .. }) = with_part("open.ods", "content.xml", content.as_bytes()) else {
        unreachable!()
    };
    let texts = text.iter().map(|passage| format!("{} {}", place(&passage.places[0].1), passage.text));
    let expected = [
        "FormField of:cell-content-is-in-list(\"a\"\t\"0812345678\")",
        "FormField help",
        "Properties T",
        "Hidden picture",
        "T!0,0 one two",
    ];
    assert_eq!(texts.take(5).collect::<Vec<_>>(), expected);
}

#[test]
fn text_as_a_drawing_is_read() {
    let body = "<w:document xmlns:w='w' xmlns:v='v'><w:body><w:p><w:r><w:pict><v:shape><v:textpath string='3100900123455'/></v:shape>\
                </w:pict></w:r></w:p></w:body></w:document>";
    let (Contents::Text(text) | Contents::Partly { text, .. }) = with_part("word.docx", "word/document.xml", body.as_bytes()) else {
        unreachable!()
    };
    assert_eq!(text[0].text, "3100900123455");
    assert_eq!(place(&text[0].places[0].1), "TextBox");
}

#[test]
fn what_has_no_width_and_blanks_around_a_cell_are_left_out() {
    let body = "<w:document xmlns:w='w'><w:body><w:p><w:r><w:t>เลขประจำ\u{200b}ตัว 310\u{2060}090\u{feff}0123455</w:t></w:r></w:p>\
                <w:tbl><w:tr><w:tc><w:p><w:r><w:t xml:space='preserve'> 3 </w:t></w:r></w:p></w:tc>\
                <w:tc><w:p><w:r><w:t>\u{a0}1\u{a0}</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>";
    let (Contents::Text(text) | Contents::Partly { text, .. }) = with_part("word.docx", "word/document.xml", body.as_bytes()) else {
        unreachable!()
    };
    let texts: Vec<&str> = text.iter().take(2).map(|passage| passage.text.as_str()).collect();
    assert_eq!(texts, ["เลขประจำตัว 3100900123455", "3\t1"]);
}

fn unpacked(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = crate::archive::ArchiveReader::new(std::io::Cursor::new(bytes)).unwrap();
    let entries = archive.entries();
    let part = |entry: crate::archive::NumberedEntry| {
        let mut bytes = Vec::new();
        archive.part_at(entry.index, |part| part.read_to_end(&mut bytes)).unwrap().unwrap();
        (String::from_utf8_lossy(&entry.name).into_owned(), bytes)
    };
    entries.into_iter().map(part).collect()
}

fn packed(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut writer = crate::archive::ArchiveWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer.begin(name, bytes.len() as u64).unwrap().write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}
