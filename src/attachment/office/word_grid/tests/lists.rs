use super::*;

/// A level of a list.
fn level(number: usize, form: &str, text: &str, more: &str) -> String {
    format!(r#"<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>"#)
}

/// A list of levels with number `number`, and its shape.
fn list(number: usize, levels: &str) -> String {
    format!(
        r#"<w:abstractNum w:abstractNumId="{number}">{levels}</w:abstractNum><w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>"#
    )
}

/// A paragraph at a level of a list.
fn item(list: usize, level: usize, text: &str) -> String {
    let run = if text.is_empty() { String::new() } else { r("", text) };
    format!(r#"<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr></w:pPr>{run}</w:p>"#)
}

fn numbered(body: &str, numbering: &str) -> Vec<String> {
    shown(&document_with(body, &[("numbering", numbering)]))
}

#[test]
fn numbers_are_shown_as_the_list_says() {
    let levels =
        [level(0, "thaiNumbers", "%1.", ""), level(1, "decimal", "%1.%2", "<w:isLgl/>"), level(2, "thaiLetters", "(%3)", "")].concat();
    let body =
        [item(1, 0, "a"), item(1, 1, "b"), item(1, 2, "c"), item(1, 2, "d"), item(1, 0, "e"), item(1, 1, "f"), item(1, 2, "g")].concat();
    assert_eq!(numbered(&body, &list(1, &levels)), ["[๑.] a", "[1.1] b", "[(ก)] c", "[(ข)] d", "[๒.] e", "[2.1] f", "[(ก)] g"]);
}

#[test]
fn a_column_of_numbers_goes_on_over_rows_and_tables() {
    let numbering = list(1, &level(0, "decimal", "%1", ""));
    let row = |text: &str| format!("<w:tr><w:tc>{}</w:tc>{}</w:tr>", item(1, 0, ""), c("", text));
    let body = format!("<w:tbl>{}{}</w:tbl>{}<w:tbl>{}</w:tbl>", row("ก"), row("ข"), item(1, 0, "ค"), row("ง"));
    assert_eq!(numbered(&body, &numbering), ["[1] |ก", "[2] |ข", "[3] ค", "[4] |ง"]);
}

#[test]
fn what_is_not_shown_is_not_counted() {
    let numbering = list(1, &level(0, "decimal", "%1.", ""));
    let cell = |merge: &str| format!("<w:tc><w:tcPr>{merge}</w:tcPr>{}</w:tc>", item(1, 0, ""));
    let hidden_row = format!("<w:tr><w:trPr><w:hidden/></w:trPr>{}</w:tr>", cell(""));
    let rows = format!(
        "<w:tr>{}</w:tr><w:tr>{}</w:tr>{hidden_row}<w:tr>{}</w:tr>",
        cell(r#"<w:vMerge w:val="restart"/>"#),
        cell("<w:vMerge/>"),
        cell("")
    );
    assert_eq!(numbered(&format!("<w:tbl>{rows}</w:tbl>"), &numbering), ["[1.] ", "^", "[2.] "]);
    let deleted = item(1, 0, "").replace("</w:pPr>", r#"<w:rPr><w:del w:id="1"/></w:rPr></w:pPr>"#);
    let hidden = item(1, 0, "").replace("</w:pPr>", "<w:rPr><w:vanish/></w:rPr></w:pPr>");
    assert_eq!(numbered(&[item(1, 0, "ก"), deleted, hidden, item(1, 0, "ข")].concat(), &numbering), ["[1.] ก", "[2.] ข"]);
}

#[test]
fn only_the_first_line_has_the_number() {
    let numbering = list(1, &level(0, "decimal", "%1.", ""));
    let body = item(1, 0, "ก").replace("</w:t>", "</w:t><w:br/><w:t>ข</w:t>");
    assert_eq!(numbered(&body, &numbering), ["[1.] ก", "ข"]);
}

#[test]
fn lists_of_one_shape_go_on_unless_they_say_otherwise() {
    let numbering = format!(
        r#"{}<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
        <w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
        <w:num w:numId="4"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">{}</w:lvlOverride></w:num>"#,
        list(1, &level(0, "decimal", "%1.", "")),
        level(0, "upperRoman", "%1)", "")
    );
    let body = [item(1, 0, "a"), item(2, 0, "b"), item(3, 0, "c"), item(3, 0, "d"), item(4, 0, "e"), item(9, 0, "f"), item(0, 0, "g")];
    assert_eq!(numbered(&body.concat(), &numbering), ["[1.] a", "[2.] b", "[5.] c", "[6.] d", "[VII)] e", "f", "g"]);
}

#[test]
fn a_level_begins_anew_when_it_says_so() {
    for (restart, expected) in [("", "[a] 4"), (r#"<w:lvlRestart w:val="0"/>"#, "[b] 4")] {
        let levels = [level(0, "decimal", "%1", ""), level(1, "lowerLetter", "%2", restart)].concat();
        let body = [item(1, 0, "1"), item(1, 1, "2"), item(1, 0, "3"), item(1, 1, "4")].concat();
        assert_eq!(numbered(&body, &list(1, &levels)).last().map(String::as_str), Some(expected));
    }
    let levels =
        [level(0, "decimal", "%1", ""), level(1, "decimal", "%2", ""), level(2, "decimal", "%3", r#"<w:lvlRestart w:val="1"/>"#)].concat();
    let body = [item(1, 1, "a"), item(1, 2, "b"), item(1, 1, "c"), item(1, 2, "d"), item(1, 0, "e"), item(1, 2, "f")].concat();
    assert_eq!(numbered(&body, &list(1, &levels)), ["[1] a", "[1] b", "[2] c", "[2] d", "[1] e", "[1] f"]);
}

#[test]
fn bullets_are_the_signs_that_are_seen() {
    let bullet = |at: usize, text: &str, font: &str| {
        level(at, "bullet", text, &format!(r#"<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>"#))
    };
    let levels = [
        bullet(0, "\u{F0B7}", "Symbol"),
        bullet(1, "o", "Courier New"),
        bullet(2, "\u{F0FC}", "Wingdings"),
        bullet(3, "-", "TH Sarabun New"),
        bullet(4, "\u{F030}", "Wingdings"),
        level(5, "none", "", ""),
    ];
    let body: String = (0..6).map(|level| item(1, level, "ก")).collect();
    let document = document_with(&body, &[("numbering", &list(1, &levels.concat()))]);
    assert_eq!(shown(&document), ["[•] ก", "[○] ก", "[✓] ก", "[-] ก", "[\u{FFFD}] ก", "ก"]);
    assert_eq!(remarks(&document), ["p5 Symbol Wingdings U+F030"]);
}

#[test]
fn styles_number_paragraphs() {
    let numbering = list(
        1,
        &[level(0, "decimal", "บท %1", r#"<w:pStyle w:val="H1"/>"#), level(1, "decimal", "%1.%2", r#"<w:pStyle w:val="H2"/>"#)].concat(),
    );
    let styles = r#"<w:style w:type="paragraph" w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="H2"><w:basedOn w:val="H1"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="H3"><w:basedOn w:val="H2"/></w:style>
        <w:style w:type="paragraph" w:styleId="H4"><w:basedOn w:val="H2"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>"#;
    let of = |style: &str, more: &str| format!(r#"<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{}</w:p>"#, r("", style));
    let none = r#"<w:numPr><w:numId w:val="0"/></w:numPr>"#;
    let body = [of("H1", ""), of("H2", ""), of("H3", ""), of("H4", ""), of("H2", none), of("H1", "")].concat();
    let document = document_with(&body, &[("numbering", &numbering), ("styles", styles)]);
    assert_eq!(shown(&document), ["[บท 1] H1", "[1.1] H2", "[1.2] H3", "H4", "H2", "[บท 2] H1"]);
}

#[test]
fn a_list_may_take_its_levels_from_a_style() {
    let numbering = format!(
        r#"<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="L"/></w:abstractNum>
        <w:abstractNum w:abstractNumId="6"><w:styleLink w:val="L"/>{}</w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="6"/></w:num>"#,
        level(0, "thaiLetters", "%1)", "")
    );
    assert_eq!(numbered(&[item(1, 0, "a"), item(2, 0, "b")].concat(), &numbering), ["[ก)] a", "[ข)] b"]);
}

#[test]
fn forms_for_new_programs_come_with_one_for_old_ones() {
    let form = r#"<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice>
        <mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>"#;
    let levels = format!(r#"<w:lvl w:ilvl="0">{form}<w:lvlText w:val="%1"/></w:lvl>"#);
    assert_eq!(numbered(&item(1, 0, "ก"), &list(1, &levels)), ["[001] ก"]);
}

#[test]
fn numbers_in_tables_in_cells_stand_in_the_text() {
    let inner = format!("<w:tbl><w:tr><w:tc>{}</w:tc>{}</w:tr></w:tbl>", item(1, 0, "ก"), c("", "ข"));
    let body = format!("<w:tbl><w:tr><w:tc>{inner}{}</w:tc></w:tr></w:tbl>", item(1, 0, "ค"));
    assert_eq!(numbered(&body, &list(1, &level(0, "decimal", "%1.", ""))), ["1. ก\tข/[2.] ค"]);
}
