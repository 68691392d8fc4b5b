//! Attached files that are attacked, by whatever kind reads them: `tests/it/hostile_files.rs`
//! blindly, `fuzz.rs` led by the code that is reached. A panic fails; so does a passage whose parts
//! do not stand in its text.

use std::io::{Cursor, Write};

use prongsai::attachment::{self, Contents};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// How the attacked bytes become a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrapping {
    /// They are the file.
    Bare,
    /// They are this part of an archive, beside other parts; so the check sums are always right.
    Part(&'static str, &'static [(&'static str, &'static str)]),
}

const WORKBOOK: &str = r#"<workbook xmlns:r="r"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const SHEET: &str = r#"<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
const SLIDES: &str = r#"<p:presentation xmlns:r="r"><p:sldIdLst><p:sldId id="256" r:id="rId1"/></p:sldIdLst></p:presentation>"#;
const SLIDE: &str = r#"<Relationships><Relationship Id="rId1" Type="x/slide" Target="slides/slide1.xml"/></Relationships>"#;

/// Extension of each target, with its wrapping.
pub const ALL: [(&str, Wrapping); 12] = [
    ("pdf", Wrapping::Bare),
    ("xls", Wrapping::Bare),
    ("rtf", Wrapping::Bare),
    ("csv", Wrapping::Bare),
    ("doc", Wrapping::Bare),
    ("zip", Wrapping::Bare),
    ("docx", Wrapping::Part("word/document.xml", &[])),
    ("pptx", Wrapping::Part("ppt/slides/slide1.xml", &[("ppt/presentation.xml", SLIDES), ("ppt/_rels/presentation.xml.rels", SLIDE)])),
    ("xlsx", Wrapping::Part("xl/worksheets/sheet1.xml", &[("xl/workbook.xml", WORKBOOK), ("xl/_rels/workbook.xml.rels", SHEET)])),
    ("xlsb", Wrapping::Part("xl/workbook.bin", &[])),
    ("odt", Wrapping::Part("content.xml", &[])),
    ("ods", Wrapping::Part("content.xml", &[])),
];

/// Reads the bytes as a file of this kind.
pub fn attack((extension, wrapping): (&str, Wrapping), bytes: &[u8]) {
    let contents = match wrapping {
        Wrapping::Bare => attachment::read(extension, bytes),
        Wrapping::Part(part, others) => attachment::read(extension, &archive(part, others, bytes)),
    };
    assert_whole(&contents);
}

/// Every part of a passage begins at a letter of its text, the first at 0.
pub fn assert_whole(contents: &Contents) {
    for passage in contents.passages() {
        let starts: Vec<usize> = passage.places.iter().map(|(start, _)| *start).collect();
        assert!(starts.first() == Some(&0) && starts.is_sorted(), "{starts:?} of {}", passage.text);
        assert!(starts.iter().all(|start| passage.text.is_char_boundary(*start)), "{starts:?} of {}", passage.text);
    }
}

fn archive(part: &str, others: &[(&str, &str)], bytes: &[u8]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in others.iter().map(|(name, text)| (*name, text.as_bytes())).chain([(part, bytes)]) {
        writer.start_file(name, SimpleFileOptions::default()).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}
