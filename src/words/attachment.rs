//! Names of positions in attachments.

sentences! {
    page(page) {
        th "หน้า {page}",
        en "page {page}",
    }
    line(line) {
        th "บรรทัดที่ {line}",
        en "line {line}",
    }
    paragraph(paragraph) {
        th "ย่อหน้าที่ {paragraph}",
        en "paragraph {paragraph}",
    }
    table_row(table, row) {
        th "ตารางที่ {table} แถวที่ {row}",
        en "table {table}, row {row}",
    }
    table_cell(table, row, column) {
        th "ตารางที่ {table} แถวที่ {row} คอลัมน์ที่ {column}",
        en "table {table}, row {row}, column {column}",
    }
    slide(slide) {
        th "สไลด์ที่ {slide}",
        en "slide {slide}",
    }
    inside(file, place) {
        th "{place} ของ {file} ที่อยู่ข้างใน",
        en "{place} of {file} inside",
    }
    header {
        th "หัวหรือท้ายกระดาษ",
        en "header or footer",
    }
    note {
        th "เชิงอรรถ",
        en "footnote or endnote",
    }
    comment {
        th "ข้อคิดเห็น",
        en "comment",
    }
    text_box {
        th "กล่องข้อความ",
        en "text box",
    }
    speaker_notes {
        th "บันทึกย่อของสไลด์",
        en "notes of a slide",
    }
    hidden {
        th "ส่วนที่ซ่อนไว้",
        en "hidden part",
    }
    properties {
        th "คุณสมบัติของเอกสาร",
        en "document properties",
    }
    bookmarks {
        th "ที่คั่นหน้า",
        en "bookmarks",
    }
    form_field {
        th "ช่องกรอกของแบบฟอร์ม",
        en "form field",
    }
    file_names {
        th "ชื่อไฟล์ข้างใน",
        en "names of the files inside",
    }
    change {
        th "ข้อความที่ลบแล้วแต่ยังอยู่ในไฟล์ (ติดตามการเปลี่ยนแปลง)",
        en "deleted text still in the file (tracked changes)",
    }
}
