use super::*;

/// A paragraph around runs.
fn around(runs: &str) -> String {
    format!("<w:p>{runs}</w:p>")
}

#[test]
fn text_is_found_at_all_depths() {
    let body = around(
        r#"<w:hyperlink><w:r><w:t>ก</w:t></w:r></w:hyperlink><w:smartTag><w:r><w:t>ข</w:t></w:r></w:smartTag>
        <w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent><w:r><w:t>ค</w:t></w:r></w:sdtContent></w:sdt>
        <w:customXml><w:r><w:t>ง</w:t></w:r></w:customXml><w:fldSimple w:instr="DATE"><w:r><w:t>จ</w:t></w:r></w:fldSimple>
        <w:r><w:ruby><w:rt><w:r><w:t>x</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>ฉ</w:t></w:r></w:rubyBase></w:ruby></w:r>"#,
    );
    assert_read(&body, &["กขคงจฉ"], &[]);
    let half = "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>";
    assert_read(&around(half), &["1/2"], &[]);
}

#[test]
fn tracked_changes_are_shown_as_if_accepted() {
    let body = around(
        r#"<w:r><w:t>ก</w:t></w:r><w:ins w:id="1"><w:r><w:t>ข</w:t></w:r></w:ins>
        <w:del w:id="2"><w:r><w:delText>ค</w:delText></w:r></w:del><w:moveFrom w:id="3"><w:r><w:t>ง</w:t></w:r></w:moveFrom>
        <w:moveTo w:id="4"><w:r><w:t>จ</w:t></w:r></w:moveTo>
        <w:ins w:id="5"><w:del w:id="6"><w:r><w:delText>ฉ</w:delText></w:r></w:del></w:ins>"#,
    );
    assert_read(&body, &["กขจ"], &["p1 Inserted ขจ", "p1 Deleted คงฉ"]);
}

#[test]
fn a_paragraph_whose_end_is_deleted_goes_on_in_the_next() {
    let joined = |text: &str| format!(r#"<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>{}</w:p>"#, r("", text));
    let body = [joined("ก"), joined("ข"), p("ค"), joined("ง"), table(&[&["จ"]])].concat();
    assert_read(&body, &["กขค", "ง", "จ"], &[]);
    let cell = format!("<w:tbl><w:tr><w:tc>{}{}{}</w:tc>{}</w:tr></w:tbl>", p("ก"), joined("ข"), joined("ค"), c("", "ง"));
    assert_read(&cell, &["ก/ขค|ง"], &[]);
    assert_read(&joined("ก"), &["ก"], &[]);
}

#[test]
fn hidden_text_is_left_out_and_struck_text_taken() {
    let runs = [
        r("<w:vanish/>", "ก"),
        r(r#"<w:vanish w:val="0"/>"#, "ข"),
        r("<w:strike/>", "ค"),
        r("<w:dstrike/>", "ง"),
        r(r#"<w:strike w:val="false"/>"#, "จ"),
    ];
    assert_read(&around(&runs.concat()), &["ขคงจ"], &["p1 HiddenText ก", "p1 Struck คง"]);
    let styles = r#"<w:style w:type="character" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>
        <w:style w:type="character" w:styleId="H2"><w:basedOn w:val="H"/></w:style>"#;
    let document = document_with(&around(&[r(r#"<w:rStyle w:val="H2"/>"#, "ก"), r("", "ข")].concat()), &[("styles", styles)]);
    assert_eq!((shown(&document), remarks(&document)), (vec!["ข".to_owned()], vec!["p1 HiddenText ก".to_owned()]));
}

#[test]
fn special_letters_are_shown_as_they_look() {
    let runs = r#"<w:r><w:t>ก</w:t><w:tab/><w:t>ข</w:t><w:noBreakHyphen/><w:t>ค</w:t><w:softHyphen/><w:t>&#xAD;ง &amp; จ</w:t></w:r>"#;
    let body = format!(r#"<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>{runs}</w:p>"#);
    assert_read(&body, &["ก\tข-คง & จ"], &[]);
}

#[test]
fn a_typed_line_is_a_line() {
    let body = around("<w:r><w:t>ก</w:t><w:br/><w:t>ข</w:t><w:cr/><w:br/><w:t> </w:t><w:br/><w:t>ค</w:t></w:r>");
    let document = document(&[body.clone(), format!("<w:tbl><w:tr><w:tc>{body}{}</w:tc></w:tr></w:tbl>", p("ง"))].concat());
    assert_eq!(shown(&document), ["ก", "ข", "ค", "ก/ข/ค/ง"]);
    let places = document.blocks.iter().take(3).map(|block| match block {
        GridBlock::Paragraph(paragraph) => place(Some(&paragraph.place)),
        GridBlock::Grid(_) => String::new(),
    });
    assert_eq!(places.collect::<Vec<_>>(), ["p1", "p1", "p1"]);
}

#[test]
fn fields_show_their_results() {
    let char = |kind: &str| format!(r#"<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>"#);
    let [begin, separate, end] = ["begin", "separate", "end"].map(char);
    let code = r#"<w:r><w:instrText>PAGE "x"</w:instrText></w:r><w:r><w:t>y</w:t></w:r>"#;
    let inner = [&*begin, code, &separate, &r("", "z"), &end].concat();
    let body = [&*begin, code, &inner, &separate, &r("", "ก"), &end, &r("", "ข")].concat();
    assert_read(&around(&body), &["กข"], &[]);
    // A field without a result.
    assert_read(&around(&[&*begin, code, &end, &r("", "ข")].concat()), &["ข"], &[]);
}

#[test]
fn a_field_without_end_hides_only_its_paragraph() {
    let begin = r#"<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>ก</w:t></w:r></w:p>"#;
    let body = format!("{begin}{}<w:tbl><w:tr><w:tc>{begin}{}</w:tc>{}</w:tr></w:tbl>", p("ข"), p("ค"), c("", "ง"));
    assert_read(&body, &["ข", "ค|ง"], &["p1 Unreadable ก", "t1r1c1 Unreadable ก"]);
    assert_read(&begin.replace("ก", ""), &[], &[]);
    let results = r#"<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>"#;
    assert_read(&format!("<w:p>{results}{}</w:p>{}", r("", "ก"), p("ข")), &["ก", "ข"], &[]);
}

#[test]
fn fields_of_forms_show_their_state() {
    let form = |data: &str, result: &str| {
        format!(
            r#"<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="x"/>{data}</w:ffData></w:fldChar></w:r>
            <w:r><w:instrText>FORM</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}
            <w:r><w:fldChar w:fldCharType="end"/></w:r>"#
        )
    };
    for (data, result, expected) in [
        (r#"<w:checkBox><w:sizeAuto/><w:default w:val="0"/><w:checked/></w:checkBox>"#, "", "☑"),
        (r#"<w:checkBox><w:default w:val="1"/><w:checked w:val="0"/></w:checkBox>"#, "", "☐"),
        (r#"<w:checkBox><w:default w:val="1"/></w:checkBox>"#, "<w:r><w:t>x</w:t></w:r>", "☑"),
        (r#"<w:ddList><w:result w:val="1"/><w:listEntry w:val="ก"/><w:listEntry w:val="ข"/></w:ddList>"#, "", "ข"),
        (r#"<w:ddList><w:listEntry w:val="ก"/><w:listEntry w:val="ข"/></w:ddList>"#, "", "ก"),
        (r#"<w:ddList><w:listEntry w:val="ก"/></w:ddList>"#, "<w:r><w:t>ค</w:t></w:r>", "ค"),
        (r#"<w:textInput><w:default w:val="x"/></w:textInput>"#, "<w:r><w:t>ง</w:t></w:r>", "ง"),
    ] {
        assert_read(&around(&[form(data, result), r("", "!")].concat()), &[format!("{expected}!").as_str()], &[]);
    }
}

#[test]
fn a_box_to_tick_is_shown_by_its_state_whatever_its_letter() {
    let boxed = |state: &str, content: &str| {
        format!(
            r#"<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="{state}"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr>
            <w:sdtContent>{content}</w:sdtContent></w:sdt>"#
        )
    };
    let [one, two] = [boxed("1", &r("", "☒")), boxed("0", r#"<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>"#)];
    assert_read(&around(&[one, r("", "ก"), two, boxed("1", ""), r("", "ข")].concat()), &["☑ก☐☑ข"], &[]);
    let cell = boxed("true", &c("", "x"));
    assert_read(&format!("<w:tbl><w:tr>{cell}{}</w:tr></w:tbl>", c("", "ก")), &["☑|ก"], &[]);
}

#[test]
fn signs_of_fonts_are_those_that_are_seen() {
    let sym = |font: &str, code: &str| format!(r#"<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>"#);
    let body = [sym("Wingdings", "F0FC"), sym("Wingdings", "00FC"), sym("Wingdings 2", "F04F"), sym("Symbol", "F0B7")].concat();
    assert_read(&around(&body), &["✓✓✗•"], &[]);
    let fonts = |name: &str| format!(r#"<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:cs="TH Sarabun New"/>"#);
    let body = [r(&fonts("Wingdings"), "ü \u{F0FE}กo"), r(&fonts("Arial"), "ü")].concat();
    assert_read(&around(&body), &["✓ ☑ก☐ü"], &[]);
    let styles = format!(r#"<w:style w:type="character" w:styleId="T"><w:rPr>{}</w:rPr></w:style>"#, fonts("Webdings"));
    let document = document_with(&around(&r(r#"<w:rStyle w:val="T"/>"#, "a")), &[("styles", &styles)]);
    assert_eq!(shown(&document), ["✓"]);
}

#[test]
fn unknown_signs_are_named() {
    let body = [
        r#"<w:r><w:sym w:font="Wingdings" w:char="F030"/></w:r>"#,
        r#"<w:r><w:sym w:font="ฟอนต์ตรา" w:char="F041"/></w:r>"#,
        r#"<w:r><w:sym w:font="Arial" w:char="2713"/></w:r>"#,
        "<w:r><w:t>\u{F0FC}</w:t></w:r>",
    ];
    assert_read(&around(&body.concat()), &["\u{FFFD}\u{FFFD}✓\u{FFFD}"], &["p1 Symbol Wingdings U+F030 ฟอนต์ตรา U+F041 U+F0FC"]);
}

#[test]
fn bold_is_said_of_a_line_that_is_bold_throughout() {
    for (runs, expected) in [
        (r("<w:b/>", "ab"), "*ab"),
        (r("<w:b/>", "กข"), "กข"),
        (r("<w:bCs/>", "กข"), "*กข"),
        (r("<w:b/><w:bCs/>", "ก 1"), "*ก 1"),
        (r("<w:bCs/>", "ก1"), "ก1"),
        (r("<w:cs/><w:bCs/>", "ก1"), "*ก1"),
        ([r("<w:bCs/>", "ก"), r("", " "), r("<w:bCs/>", "ข")].concat(), "*ก ข"),
        ([r("<w:bCs/>", "ก"), r(r#"<w:bCs w:val="0"/>"#, "ข")].concat(), "กข"),
        (r(r#"<w:u w:val="single"/>"#, "ก"), "_ก"),
        (r(r#"<w:u w:val="none"/>"#, "ก"), "ก"),
        ([r(r#"<w:u w:val="single"/>"#, "ก"), r("", "ข")].concat(), "กข"),
    ] {
        assert_read(&around(&runs), &[expected], &[]);
    }
}

#[test]
fn bold_comes_from_styles_too_and_twice_is_not() {
    let bold = "<w:rPr><w:b/><w:bCs/></w:rPr>";
    let styles = format!(
        r#"<w:style w:type="paragraph" w:default="1" w:styleId="N"/>
        <w:style w:type="paragraph" w:styleId="H"><w:basedOn w:val="N"/>{bold}</w:style>
        <w:style w:type="paragraph" w:styleId="H2"><w:basedOn w:val="H"/></w:style>
        <w:style w:type="character" w:styleId="S">{bold}</w:style>
        <w:style w:type="table" w:styleId="T"><w:tblStylePr w:type="firstRow">{bold}</w:tblStylePr></w:style>"#
    );
    let of = |style: &str, runs: &str| format!(r#"<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p>"#);
    let strong = r(r#"<w:rStyle w:val="S"/>"#, "ก");
    let off = r(r#"<w:bCs w:val="0"/>"#, "ก");
    let body = [of("H2", &r("", "ก")), of("N", &strong), of("H", &strong), of("H", &off), of("None", &r("", "ก"))].concat();
    assert_eq!(shown(&document_with(&body, &[("styles", &styles)])), ["*ก", "*ก", "ก", "ก", "ก"]);
    let look = r#"<w:tbl><w:tblPr><w:tblStyle w:val="T"/><w:tblLook w:val="04A0"/></w:tblPr>"#;
    let body = table(&[&["ก", "ข"], &["ค", "ง"]]).replace("<w:tbl>", look);
    assert_eq!(shown(&document_with(&body, &[("styles", &styles)])), ["*ก|*ข", "ค|ง"]);
}

#[test]
fn a_text_box_is_named_once() {
    let content = format!("<w:txbxContent>{}{}</w:txbxContent>", p("ข"), p("ค"));
    let body = around(&format!(
        r#"<w:r><w:t>ก</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp></w:drawing></mc:Choice>
        <mc:Fallback><w:pict><v:textbox>{content}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>ง</w:t></w:r>"#
    ));
    assert_read(&body, &["กง"], &["p1 TextBox ข ค"]);
    let old = around(&format!("<w:r><w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict></w:r>"));
    assert_read(&old, &[], &["p1 TextBox ข ค"]);
}

#[test]
fn pictures_are_named_where_they_stand() {
    let picture =
        r#"<w:p><w:r><w:drawing><wp:inline><pic:blipFill><a:blip r:embed="r1"/></pic:blipFill></wp:inline></w:drawing></w:r></w:p>"#;
    let old = r#"<w:p><w:r><w:pict><v:shape><v:imagedata r:id="r1"/></v:shape></w:pict></w:r></w:p>"#;
    let body = format!("{picture}<w:tbl><w:tr>{}<w:tc>{old}</w:tc></w:tr></w:tbl>", c("", "ก"));
    assert_read(&body, &["ก|"], &["p1 Picture", "t1r1c2 Picture"]);
}

#[test]
fn comments_and_notes_are_named_with_their_text() {
    let body = around(
        r#"<w:r><w:t>ก</w:t><w:commentReference w:id="0"/></w:r><w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:endnoteReference w:id="1"/></w:r>"#,
    );
    let comments = format!(r#"<w:comment w:id="0">{}{}</w:comment><w:comment w:id="7">{}</w:comment>"#, p("ข"), p("ค"), p("ง"));
    let footnotes = format!(
        r#"<w:footnote w:type="separator" w:id="-1">{}</w:footnote><w:footnote w:id="1">{}</w:footnote>"#,
        p("-"),
        p(&"จ".repeat(200))
    );
    let endnotes = format!(r#"<w:endnote w:id="1">{}</w:endnote>"#, p("ฉ"));
    let document = document_with(&body, &[("comments", &comments), ("footnotes", &footnotes), ("endnotes", &endnotes)]);
    assert_eq!(shown(&document), ["ก"]);
    let long = format!("p1 Note {}…", "จ".repeat(80));
    assert_eq!(remarks(&document), ["p1 Comment ข ค", long.as_str(), "p1 Note ฉ", "- Comment ง"]);
}

#[test]
fn pages_that_word_takes_in_are_named() {
    let body = part(TRANSITIONAL, "document", &format!(r#"<w:body>{}<w:altChunk r:id="rId9"/></w:body>"#, p("ก")));
    let relations = r#"<Relationships><Relationship Id="rId9" Target="afchunk.mht"/></Relationships>"#;
    let document = read(&[("word/document.xml", &body), ("word/_rels/document.xml.rels", relations)]).unwrap();
    assert_eq!((shown(&document), remarks(&document)), (vec!["ก".to_owned()], vec!["- Unreadable word/afchunk.mht".to_owned()]));
}

#[test]
fn a_line_or_shape_without_text_is_named_once() {
    let arrow = r#"<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wps:wsp><wps:bodyPr/></wps:wsp></wp:anchor></w:drawing></mc:Choice>
        <mc:Fallback><w:pict><v:line/></w:pict></mc:Fallback></mc:AlternateContent></w:r>"#;
    let old = "<w:r><w:pict><v:shapetype/><v:line/></w:pict></w:r>";
    for drawn in [arrow, old] {
        let body = table(&[&["ก", "ข"]]).replace("<w:r><w:t>ข</w:t></w:r>", &format!("{drawn}<w:r><w:t>ข</w:t></w:r>"));
        assert_read(&body, &["ก|ข"], &["t1r1c2 Drawing"]);
    }
    let picture = around("<w:r><w:pict><v:shape><v:imagedata/></v:shape></w:pict></w:r>");
    assert_read(&picture, &[], &["p1 Picture"]);
}

#[test]
fn raised_digits_stay_apart_from_those_on_the_line() {
    let above = |text: &str| r("<w:vertAlign w:val=\"superscript\"/>", text);
    let below = r("<w:vertAlign w:val=\"subscript\"/>", "2");
    let on_the_line = r("<w:vertAlign w:val=\"baseline\"/>", "2");
    for (runs, shown, remarks) in [
        (format!("{}{}{}", r("", "10"), above("2"), r("", " ไร่")), "10² ไร่", &[][..]),
        (format!("{}{}{}", r("", "10"), above("-3"), r("", " ตัน CO")) + &below, "10⁻³ ตัน CO₂", &[]),
        (format!("{}{on_the_line}", r("", "10")), "102", &[]),
        (format!("{}{}", r("", "๑๐"), above("๒")), "๑๐²", &["p1 Raised ๒"]),
        (format!("{}{}", r("", "1"), above("st")), "1st", &["p1 Raised st"]),
    ] {
        assert_read(&format!("<w:p>{runs}</w:p>"), &[shown], remarks);
    }
    let cell = format!("<w:tbl><w:tr><w:tc><w:p>{}{}</w:p></w:tc></w:tr></w:tbl>", r("", "10"), above("2"));
    assert_read(&cell, &["10²"], &[]);
    let style = "<w:style w:type=\"character\" w:styleId=\"S\"><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr></w:style>";
    let body = format!("<w:p>{}{}</w:p>", r("", "5"), r("<w:rStyle w:val=\"S\"/>", "3"));
    assert_eq!(shown(&document_with(&body, &[("styles", style)])), ["5³"]);
}
