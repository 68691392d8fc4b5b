//! PDF inspection; the only module that uses `hayro`.

mod annotations;
mod content;
mod coverage;
mod encrypted;
mod fonts;
mod layout;
mod lists;
#[cfg(test)]
mod made;
mod opened;
mod pages;
mod parts;
mod strings;
mod tail;
mod tree;
mod unpack;
mod wrapped;

use hayro_syntax::LoadPdfError;
use hayro_syntax::object::Dict;
use memchr::memmem;

use super::looks::looks_like;
use super::{Contents, NotInspected, Pdf};
use content::ContentReader;
use opened::OpenedDocument;
use parts::Inside;
use unpack::Unpacker;

/// The PDF header must occur within this many bytes; readers tolerate leading garbage.
const HEADER_WITHIN: usize = 1024;

pub(super) fn read(bytes: &[u8], inside: &mut Inside<'_>) -> Contents {
    let head = bytes.get(..HEADER_WITHIN).unwrap_or(bytes);
    if memmem::find(head, b"%PDF-").is_none() {
        return Contents::NotPdf(looks_like(bytes));
    }
    let Some(defused) = unpack::defused(bytes) else { return Contents::NotInspected(NotInspected::UnpackedSize) };
    match &OpenedDocument::new(defused) {
        Err(LoadPdfError::Decryption(_)) => Contents::EncryptedPdf,
        Ok(_) if tail::is_cut(bytes) => Contents::CutPdf,
        Ok(opened) if let Some(catalog) = opened.catalog() => facts(opened, &catalog, Unpacker::new(bytes), inside),
        _ if is_encrypted_in_some_way(bytes) => Contents::EncryptedPdf,
        _ if tail::is_cut(bytes) => Contents::CutPdf,
        _ => Contents::DamagedPdf,
    }
}

fn facts<'a>(opened: &'a OpenedDocument, catalog: &Dict<'a>, unpacker: Unpacker, inside: &mut Inside<'_>) -> Contents {
    let document = opened.document();
    let Some(mut entries) = tree::pages(catalog, document.xref()) else {
        return Contents::NotInspected(NotInspected::UnpackedSize);
    };
    if entries.is_empty() {
        entries = tree::loose_pages(document.objects().into_iter());
    }
    if entries.is_empty() {
        return Contents::DamagedPdf;
    }
    let mut reader = ContentReader::new(unpacker);
    let pages = pages::read(&entries, document.xref(), &mut reader);
    let mut text = pages.passages;
    text.extend(parts::read(document, catalog, pages.files, &mut reader.unpacker, inside));
    Contents::Pdf(Pdf {
        pages: entries.len(),
        pictures: pages.pictures,
        unread: pages.unread,
        is_portfolio: parts::is_portfolio(catalog),
        title: parts::title(document),
        text,
        ..Pdf::default()
    })
}

/// True for encryption by certificate, or by an unknown method.
fn is_encrypted_in_some_way(bytes: &[u8]) -> bool {
    memmem::find(bytes, b"/Encrypt").is_some()
}

#[cfg(test)]
mod tests {
    use super::super::{DocumentPart, Passage, TextPosition};
    use super::*;

    const THAI: &[u8] = include_bytes!("../../../tests/files/thai.pdf");

    fn contents(bytes: &[u8]) -> Contents {
        read(bytes, &mut |_, _| Vec::new())
    }

    fn pdf(bytes: &[u8]) -> Pdf {
        let Contents::Pdf(pdf) = contents(bytes) else { panic!("no PDF") };
        pdf
    }

    /// The text of the pages.
    fn text(bytes: &[u8]) -> String {
        let pdf = pdf(bytes);
        let pages = pdf.text.iter().filter(|passage| matches!(passage.places[0].1, TextPosition::Page(_)));
        pages.map(|passage| passage.text.as_str()).collect::<Vec<_>>().join("\n")
    }

    fn part(bytes: &[u8], part: DocumentPart) -> Vec<String> {
        let is_part = |passage: &Passage| passage.places[0].1 == TextPosition::Part(part);
        pdf(bytes).text.into_iter().filter(is_part).map(|passage| passage.text).collect()
    }

    #[test]
    fn thai_text_comes_out_as_it_was_typed() {
        let line = "ผู้ที่ได้รับน้ำดื่ม ที่บ้าน กำหนดไว้ ๓๑ มกราคม ๒๕๖๕";
        assert!(text(THAI).contains(line));
        assert!(text(include_bytes!("../../../tests/files/no-copying.pdf")).contains(line), "what may not be copied can still be read");
        // Word processors draw Thai marks with special glyphs and give their meaning as
        // `ActualText`.
        let office = text(include_bytes!("../../../tests/files/office.pdf"));
        assert!(office.contains("ผู้ที่ได้รับน้ำดื่ม"), "{office}");
    }

    #[test]
    fn a_locked_file_is_told_from_a_damaged_one() {
        assert!(matches!(contents(include_bytes!("../../../tests/files/password.pdf")), Contents::EncryptedPdf));
        let entries = "/Encrypt <</Filter /Adobe.PubSec /SubFilter /adbe.pkcs7.s5 /V 4>>";
        let file = made::with_trailer(&[made::object("<</Type /Catalog /Pages 2 0 R>>"), made::object("<</Kids []>>")], entries);
        assert!(matches!(contents(&file), Contents::EncryptedPdf));
        assert!(matches!(contents(b"%PDF-1.4\nnothing\nstartxref\n0\n%%EOF\n"), Contents::DamagedPdf));
        assert!(matches!(contents(b"<html>"), Contents::NotPdf(Some("HTML"))));
    }

    #[test]
    fn words_lines_and_columns_are_where_they_stand() {
        // As Chromium (each letter moved), ReportLab (the place in `cm`) and other programs write.
        let letters = "BT /F1 10 Tf 1 0 0 1 50 700 Tm (1) Tj 30 0 Td (2) Tj 5.56 0 Td (5) Tj 5.56 0 Td (6) Tj ET ";
        let moved = "q 1 0 0 1 50 680 cm BT /F1 10 Tf (15) Tj ET Q q 1 0 0 1 90 680 cm BT /F1 10 Tf (75) Tj ET Q ";
        let spaced = "BT /F1 10 Tf 50 660 Td [(a) -250 (b) -900 (c)] TJ ET";
        let file = made::page([letters, moved, spaced].concat().as_bytes(), "", "", &[]);
        assert_eq!(text(&file), "1\t256\n15\t75\na b\tc");
    }

    #[test]
    fn turned_text_is_read_along_its_line() {
        let turned = "BT /F1 10 Tf 0 1 -1 0 100 100 Tm (up) Tj ET BT /F1 10 Tf .7071 .7071 -.7071 .7071 200 200 Tm (sloping) Tj ET";
        assert_eq!(text(&made::page(turned.as_bytes(), "", "", &[])), "sloping\nup");
        let page = made::page(b"BT /F1 10 Tf 0 1 -1 0 100 100 Tm (one) Tj 0 -20 Td (two) Tj ET", "", "/Rotate 90", &[]);
        assert_eq!(text(&page), "one\ntwo");
    }

    #[test]
    fn bold_print_is_read_once() {
        let twice = made::texts(&[(50.0, 700.0, "11 22"), (50.3, 700.0, "11 22"), (90.0, 700.0, "11")]);
        assert_eq!(text(&twice), "11 22\t11");
        let by_letter = "BT /F1 10 Tf 50 700 Td (1) Tj .3 0 Td (1) Tj 5.2 0 Td (1) Tj .3 0 Td (1) Tj ET";
        assert_eq!(text(&made::page(by_letter.as_bytes(), "", "", &[])), "11");
    }

    #[test]
    fn hidden_text_is_read() {
        assert_eq!(text(&made::page(b"BT 3 Tr /F1 10 Tf 50 700 Td (hidden) Tj ET", "", "", &[])), "hidden");
        // Words of an OCR program, each with a blank behind it; the gap is 0.7 em, then 2 em.
        let words = |mode: u8| format!("BT {mode} Tr /F1 10 Tf 50 700 Td (081 ) Tj 26.5 0 Td (356 ) Tj 39.5 0 Td (2566 ) Tj ET");
        assert_eq!(text(&made::page(words(3).as_bytes(), "", "", &[])), "081 356\t2566");
        assert_eq!(text(&made::page(words(0).as_bytes(), "", "", &[])), "081\t356\t2566");
    }

    #[test]
    fn a_number_broken_in_a_cell_is_also_given_whole() {
        let row = [(50.0, 700.0, "1"), (80.0, 700.0, "3-1009-00123-"), (200.0, 700.0, "2566"), (80.0, 688.0, "45-5")];
        assert_eq!(text(&made::texts(&row)), "1\t3-1009-00123-\t2566\n45-5\n1\t2566\t3-1009-00123-\u{b}45-5");
        let next_row = [row.as_slice(), &[(50.0, 688.0, "2")]].concat();
        assert_eq!(text(&made::texts(&next_row)).lines().count(), 2, "two rows");
        let whole = |cells: &[(f64, f64, &str)]| {
            let text = text(&made::texts(cells));
            text.lines().find(|line| line.contains('\u{b}')).map(|line| line.replace('\t', "|").replace('\u{b}', "+"))
        };
        let row = |y: f64| [(50.0, y, "1"), (200.0, y, "2566")];
        let parts = [(80.0, 700.0, "310090"), (80.0, 688.0, "012345"), (80.0, 676.0, "5")];
        for y in [700.0, 688.0, 676.0] {
            let cells = [parts.as_slice(), &row(y)].concat();
            assert_eq!(whole(&cells).as_deref(), Some("1|2566|310090+012345+5"), "{y}");
        }
        let first_column = [(50.0, 700.0, "3100900123"), (120.0, 700.0, "a"), (200.0, 694.0, "2566"), (50.0, 688.0, "455")];
        assert_eq!(whole(&first_column).as_deref(), Some("a|2566|3100900123+455"));
        assert_eq!(whole(&[first_column.as_slice(), &[(120.0, 688.0, "b")]].concat()), None, "two rows");
        let before_hyphen = [row(700.0).as_slice(), &[(80.0, 700.0, "3-1009-00123"), (80.0, 688.0, "-45-5")]].concat();
        assert_eq!(whole(&before_hyphen).as_deref(), Some("1|2566|3-1009-00123+-45-5"));
        let shorter = [row(700.0).as_slice(), &[(80.0, 700.0, "3"), (80.0, 688.0, "1009 00123 45 5")]].concat();
        assert_eq!(whole(&shorter).as_deref(), Some("1|2566|3+1009 00123 45 5"));
        let behind_words = [row(700.0).as_slice(), &[(80.0, 700.0, "a person; 310"), (80.0, 688.0, "0900123455")]].concat();
        assert_eq!(whole(&behind_words).as_deref(), Some("1|a person;|2566|310+0900123455"));
        assert_eq!(whole(&[row(700.0).as_slice(), &[(80.0, 700.0, "310"), (80.0, 688.0, "0900123455")]].concat()), None, "too long");
        let amounts = [(50.0, 700.0, "1"), (80.0, 700.0, "1,234,567"), (80.0, 688.0, "123456")];
        assert_eq!(text(&made::texts(&amounts)).lines().count(), 2, "amounts");
    }

    #[test]
    fn a_number_broken_in_a_cell_does_not_go_on_in_the_next_row() {
        let first = [(80.0, 700.0, "29806660"), (50.0, 694.0, "1"), (80.0, 694.0, "65")];
        let second = [(80.0, 680.0, "55250488"), (50.0, 674.0, "2"), (80.0, 674.0, "98")];
        let text = text(&made::texts(&[first, second].concat()));
        assert_eq!(text, "29806660\n1\t65\n\n55250488\n2\t98\n1\t29806660\u{b}65\n2\t55250488\u{b}98");
    }

    /// A page in a composite font with this table.
    fn composite(table: &str, content: &str) -> Vec<u8> {
        let font = "<</Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [7 0 R] /ToUnicode 8 0 R>>";
        let below =
            "<</Type /Font /Subtype /CIDFontType2 /BaseFont /A /DW 500 /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity)>> >>";
        let more = [made::object(font), made::object(below), made::stream("", table.as_bytes())];
        made::page(content.as_bytes(), "", "", &more)
    }

    #[test]
    fn an_odd_table_does_not_cost_the_font() {
        let table = |entries: &str| format!("/Unknown-Table usecmap begincmap 3 beginbfchar\n<0001> <0E01>\n{entries}\nendbfchar endcmap");
        for entries in ["<0002> <0E02>", "<0002> <>", "<0002> < >\n<0003> <00410042>"] {
            let text = text(&composite(&table(entries), "BT /F2 10 Tf 50 700 Td <00010001> Tj ET"));
            assert_eq!(text, "กก", "{entries}");
        }
    }

    #[test]
    fn a_glyph_that_is_drawn_has_a_meaning() {
        // A font of the typeface of `thai.pdf` would be needed for its outlines: a page of pdfkit with `สำนัก การ`.
        assert_eq!(text(include_bytes!("../../../tests/files/pdfkit.pdf")), "สำนัก ก\u{FFFD}ร");
    }

    #[test]
    fn a_code_without_meaning_is_no_text() {
        let show = "BT /F2 10 Tf 50 700 Td <00410042> Tj ET";
        assert_eq!(text(&composite("no table", show)), "\u{FFFD}\u{FFFD}");
        let controls = "begincmap 3 beginbfchar <0041> <000F> <0042> <00010002> <0043> <0003> endbfchar endcmap";
        let show_blank = "BT /F2 10 Tf 50 700 Td <0041004200430041> Tj ET";
        assert_eq!(text(&composite(controls, show_blank)), "\u{FFFD}\u{FFFD}\u{FFFD} \u{FFFD}", "numbers of glyphs");
        let cluster = "begincmap 1 beginbfchar <0041> <0E170E350E48> endbfchar endcmap";
        assert_eq!(text(&composite(cluster, show)), "ที่", "the first glyph of a cluster has the meaning of all");
    }

    #[test]
    fn fields_and_notes_are_read_once() {
        let form =
            |shown: &str| made::stream("/Subtype /Form /BBox [0 0 200 20]", format!("BT /F1 10 Tf 2 2 Td ({shown}) Tj ET").as_bytes());
        let field = |appearance: &str| {
            made::object(format!("<</Subtype /Widget /FT /Tx /V (3100900123455) /Contents (a note) /Rect [50 600 250 620] {appearance}>>"))
        };
        let more = |field, shown| vec![made::object("null"), field, form(shown)];
        let bare = made::page(b"", "", "/Annots [9 0 R 7 0 R]", &more(field(""), ""));
        assert_eq!(part(&bare, DocumentPart::FormField), ["3100900123455"], "a dead reference before it does not hide it");
        assert_eq!(part(&bare, DocumentPart::Comment), ["a note"]);
        let shown = made::page(b"", "", "/Annots [7 0 R]", &more(field("/AP <</N 8 0 R>>"), "3100900 123455"));
        assert_eq!(text(&shown), "3100900 123455");
        assert!(part(&shown, DocumentPart::FormField).is_empty());
    }

    #[test]
    fn bookmarks_properties_and_embedded_files_are_read() {
        let more = [
            made::object("null"),
            made::object("<</First 8 0 R>>"),
            made::object("<</Title (one) /Next 9 0 R /First 8 0 R>>"),
            made::object("<</Title <FEFF0E010E02> /Next 8 0 R>>"),
            made::object("<</UF (list.txt) /EF <</F 11 0 R>> >>"),
            made::stream("", b"3100900123455"),
        ];
        let catalog = "/Outlines 7 0 R /Collection <<>> /Names <</EmbeddedFiles <</Names [(a) 10 0 R (b) 10 0 R]>> >>";
        let file = made::document(catalog, b"", "", "", &more);
        assert_eq!(part(&file, DocumentPart::Bookmarks), ["one\nกข"]);
        assert_eq!(part(&file, DocumentPart::FileNames), ["list.txt"]);
        assert!(pdf(&file).is_portfolio);
        let mut found = Vec::new();
        read(&file, &mut |name, bytes| {
            found.push((name.to_owned(), bytes.map(<[u8]>::to_vec)));
            Vec::new()
        });
        assert_eq!(found, [("list.txt".to_owned(), Some(b"3100900123455".to_vec()))]);
        assert_eq!(part(THAI, DocumentPart::Properties), ["มาตรการ"]);
        assert_eq!(pdf(THAI).title.as_deref(), Some("มาตรการ"));
        assert_eq!(pdf(include_bytes!("../../../tests/files/no-copying.pdf")).title.as_deref(), Some("มาตรการ"), "encrypted");
    }

    #[test]
    fn pictures_are_told_from_pages_of_text() {
        let image = made::stream("/Subtype /Image /Width 1 /Height 1", b"0");
        let pictures = |content: &str| {
            pdf(&made::page(content.as_bytes(), "/XObject <</I 7 0 R>>", "", &[made::object("null"), image.clone()])).pictures
        };
        let scan = "q 600 0 0 800 0 0 cm /I Do Q BT /F1 10 Tf 50 780 Td ";
        let show = |text: &str| format!("{scan} ({text}) Tj ET");
        assert_eq!(pdf(include_bytes!("../../../tests/files/scan.pdf")).pictures, [1]);
        for addition in ["", "- 1 -", "Scanned with CamScanner by a phone", "page 10 of 12"] {
            assert_eq!(pictures(&show(addition)), [1], "{addition}");
        }
        let strips: String = (0..20).map(|at| format!("q 600 0 0 41 0 {} cm /I Do Q ", at * 40)).collect();
        assert_eq!(pictures(&strips), [1]);
        assert!(pictures(&show("Annual report of the municipality 2566")).is_empty());
        assert!(pictures("").is_empty(), "a blank page");
        assert!(pictures("q 100 0 0 100 0 0 cm /I Do Q").is_empty(), "a coat of arms");
        assert_eq!(pictures(&"1 1 2 2 3 3 c ".repeat(400)), [1], "text as outlines");
    }

    #[test]
    fn a_page_left_before_its_end_is_said() {
        let unread = |content: &[u8]| pdf(&made::page(content, "", "", &[])).unread;
        assert!(unread(b"BT /F1 10 Tf (all) Tj ET").is_empty());
        assert_eq!(unread(b"BT /F1 10 Tf (a) Tj ET (not closed"), [1]);
    }

    #[test]
    fn no_damage_stops_the_reader() {
        let mut random = 1u32;
        let mut next = || {
            random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (random >> 8) as usize
        };
        for _ in 0..300 {
            let mut bytes = THAI.to_vec();
            for _ in 0..1 + next() % 40 {
                let at = next() % bytes.len();
                bytes[at] = next().to_le_bytes()[0];
            }
            bytes.truncate(1 + next() % (2 * bytes.len()));
            contents(&bytes);
        }
    }

    #[test]
    fn deep_and_circular_structures_end() {
        let pdf = |objects: &str| format!("%PDF-1.4\n{objects}\ntrailer <</Root 1 0 R>>\n");
        let catalog = "1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n";
        for objects in [
            format!("{catalog}2 0 obj {} endobj", "[".repeat(100_000)),
            format!("{catalog}2 0 obj {}{} endobj", "<</A ".repeat(50_000), ">>".repeat(50_000)),
            format!("{catalog}2 0 obj <</Type /Pages /Kids [2 0 R] /Count 1 /Parent 2 0 R>> endobj"),
            format!("{catalog}2 0 obj 2 0 R endobj"),
            format!(
                "{catalog}2 0 obj <</Type /Pages /Kids [3 0 R]>> endobj\n3 0 obj <</Type /Page /Contents 4 0 R \
                 /Resources <</XObject <</X 4 0 R>> >> >> endobj\n4 0 obj <</Subtype /Form /Length 24>> stream\n\
                 /X Do /X Do /X Do /X Do \nendstream endobj"
            ),
        ] {
            contents(pdf(&objects).as_bytes());
        }
    }

    #[test]
    fn a_page_takes_over_what_stands_above_it() {
        let tree = [
            made::object("<</Type /Catalog /Pages 2 0 R>>"),
            made::object("<</Type /Pages /Kids [3 0 R null 99 0 R 2 0 R] /Rotate 90 /Resources <</Font <</F1 6 0 R>> >> >>"),
            made::object("<</Type /Pages /Kids [4 0 R 4 0 R]>>"),
            made::object("<</Type /Page /Contents [5 0 R 7 0 R]>>"),
            made::stream("", b"BT /F1 10 Tf 0 1 -1 0 100 100 Tm (one)"),
            made::object("<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>"),
            made::stream("", b"Tj 0 -20 Td (two) Tj ET"),
        ];
        let file = made::file(&tree);
        assert_eq!((text(&file).as_str(), pdf(&file).unread), ("one\ntwo", vec![]));
    }

    #[test]
    fn a_file_without_a_right_table_is_read_by_its_objects() {
        let moved = |bytes: &[u8]| String::from_utf8_lossy(bytes).replacen("%PDF-1.7\n", "%PDF-1.7\n\n\n", 1).into_bytes();
        assert_eq!(text(&moved(&made::texts(&[(50.0, 700.0, "found")]))), "found");
        let unnamed = String::from_utf8_lossy(&made::texts(&[(50.0, 700.0, "found")])).replace("/Root", "/Boot");
        assert_eq!(text(unnamed.as_bytes()), "found");
    }

    #[test]
    fn what_a_page_draws_is_bounded() {
        let endless = "BT /F1 10 Tf (aaaaaaaaaaaaaaaaaaaa) Tj ET ".repeat(40_000);
        assert_eq!(pdf(&made::page(endless.as_bytes(), "", "", &[])).unread, [1]);
        let form =
            |next: usize| made::stream(&format!("/Subtype /Form /Resources <</XObject <</X {next} 0 R>> >>"), &b"/X Do ".repeat(2_000));
        let forms: Vec<Vec<u8>> = (0..20).map(|at| form(7 + (at + 1) % 20)).collect();
        let more = [&[made::object("null")], forms.as_slice()].concat();
        assert_eq!(pdf(&made::page(b"/X Do", "/XObject <</X 7 0 R>>", "", &more)).unread, [1]);
    }

    #[test]
    fn fonts_are_bounded() {
        let composite = "<</Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [7 0 R] /ToUnicode 8 0 R>>";
        let below = |entries: &str| made::object(format!("<</Type /Font /Subtype /CIDFontType2 /BaseFont /A {entries}>>"));
        let table = made::stream("", b"begincmap 1 beginbfchar <0041> <0E01> endbfchar endcmap");
        let large = made::bomb("", b' ', 5 << 20, 1);
        let show = b"BT /F2 10 Tf 50 700 Td <00410041> Tj ET";
        let page = |more: &[Vec<u8>]| text(&made::page(show, "", "", more));
        let fonts = |entries: &str, table: &[u8]| page(&[made::object(composite), below(entries), table.to_vec()]);
        assert_eq!(fonts("/W [0 4294967295 500]", &table), "กก");
        assert_eq!(fonts("/DW 500", &large), "\u{FFFD}\u{FFFD}");
        let simple = "<</Type /Font /Subtype /TrueType /BaseFont /A /FirstChar 4000000000 /LastChar 4000000000 /Widths [1]>>";
        assert_eq!(page(&[made::object(simple)]).chars().count(), 4);
    }

    #[test]
    fn the_structure_of_a_file_unpacks_to_no_more_than_a_limit() {
        let file = |entries: &str, layers: usize, size: usize| {
            let catalog = made::bomb(&format!("/Type /ObjStm /N 1 /First 4 {entries}"), b'1', 65 << 20, layers);
            let table = made::bomb("/Type /XRef /W [0 1 0] /Size 9 /Root 1 0 R", 9, size, layers);
            let mut bytes = b"%PDF-1.7\n".to_vec();
            for (number, object) in [(2, made::object("<</Type /Pages /Kids []>>")), (3, catalog), (9, table)] {
                bytes.extend(format!("{number} 0 obj\n").bytes().chain(object).chain(*b"\nendobj\n"));
            }
            let start = memmem::find(&bytes, b"9 0 obj").unwrap();
            bytes.extend(format!("startxref\n{start}\n%%EOF\n").bytes());
            bytes
        };
        for (entries, layers) in [("", 1), ("", 2), ("/Subtype /Image", 1)] {
            assert!(matches!(contents(&file(entries, layers, 5 << 20)), Contents::DamagedPdf));
        }
        let pages = "<<>>".repeat(tree::MAX_PAGES + 1);
        let many = [made::object("<</Type /Catalog /Pages 2 0 R>>"), made::object(format!("<</Kids [{pages}]>>"))];
        assert!(matches!(contents(&made::file(&many)), Contents::NotInspected(NotInspected::UnpackedSize)));
        let trailers = format!("%PDF-1.4\n{}startxref\n0\n%%EOF\n", "<</Root 1 0 R>>".repeat(60_000));
        assert!(matches!(contents(trailers.as_bytes()), Contents::NotInspected(NotInspected::UnpackedSize)));
    }

    /// A page in an object stream, with so many blanks behind it.
    fn encrypted(blanks: usize, type_name: &str, length: &str) -> Vec<u8> {
        let objects =
            "6 0 <</Type /Page /Contents 4 0 R /Resources <</Font <</F1 <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>> >> >> >>";
        let packed = made::packed(objects.bytes().chain(std::iter::repeat_n(b' ', blanks)));
        let data = made::encrypted(3, &packed);
        let entries =
            format!("/Type {type_name} /N 1 /First 4 /Filter /FlateDecode /Length {}", length.replace("LENGTH", &data.len().to_string()));
        let mut bytes = b"%PDF-1.7\n".to_vec();
        let mut places = Vec::new();
        let stream = |entries: &str, data: &[u8]| [format!("<<{entries}>>\nstream\n").as_bytes(), data, b"\nendstream"].concat();
        let content = made::encrypted(4, b"BT /F1 10 Tf 50 700 Td (found) Tj ET");
        for (number, object) in (1..).zip([
            made::object("<</Type /Catalog /Pages 2 0 R>>"),
            made::object("<</Type /Pages /Kids [6 0 R] /Count 1>>"),
            stream(&entries, &data),
            stream(&format!("/Length {}", content.len()), &content),
            made::object(data.len().to_string()),
        ]) {
            places.push(bytes.len());
            bytes.extend([format!("{number} 0 obj\n").as_bytes(), &object, b"\nendobj\n"].concat());
        }
        let start = bytes.len();
        let mut table = vec![0, 0, 0, 0, 0];
        places.iter().for_each(|place| table.extend([&[1], &u32::try_from(*place).unwrap().to_be_bytes()[..]].concat()));
        table.extend([2, 0, 0, 0, 3]);
        let head = format!("/Type /XRef /W [1 4 0] /Size 7 /Root 1 0 R /Length {} {}", table.len(), made::ENCRYPTION);
        bytes.extend([b"7 0 obj\n", &stream(&head, &table)[..], format!("\nendobj\nstartxref\n{start}\n%%EOF\n").as_bytes()].concat());
        bytes
    }

    #[test]
    fn object_streams_of_an_encrypted_file_are_bounded() {
        for name in ["/ObjStm", "/Obj#53tm"] {
            for length in ["LENGTH", "5 0 R"] {
                assert_eq!(text(&encrypted(0, name, length)), "found", "{name} {length}");
                assert!(matches!(contents(&encrypted(65 << 20, name, length)), Contents::DamagedPdf), "{name} {length}");
            }
        }
        let office = include_bytes!("../../../tests/files/object-streams.pdf");
        assert!(text(office).contains("ผู้ที่ได้รับน้ำดื่ม ที่บ้าน กำหนดไว้ ๓๑ มกราคม ๒๕๖๕"));
    }

    #[test]
    fn a_page_that_unpacks_to_too_much_is_not_unpacked() {
        let size = unpack::MAX_STREAM_BYTES + 1;
        let content = |content: Vec<u8>| {
            let mut objects = vec![made::object("<</Type /Catalog /Pages 2 0 R>>"), made::object("<</Type /Pages /Kids [3 0 R 5 0 R]>>")];
            objects.extend([made::object("<</Type /Page /Contents 4 0 R>>"), content, made::object("<</Type /Page>>")]);
            pdf(&made::file(&objects)).unread
        };
        assert_eq!(content(made::bomb("", b' ', size, 1)), [1]);
        assert_eq!(content(made::bomb("", b' ', size, 2)), [1]);
        assert!(content(made::bomb("", b' ', 1 << 20, 2)).is_empty());
    }
}
