//! Labels of `explain fields`.

sentences! {
    type_is(type_words) {
        th "ชนิด: {type_words}",
        en "type: {type_words}",
    }
    required {
        th "จำเป็น: ต้องมี",
        en "required: yes",
    }
    also(key) {
        th "เขียนอีกแบบ: {key}",
        en "also: {key}",
    }
    example(key, value) {
        th "ตัวอย่าง: {key}: {value}",
        en "example: {key}: {value}",
    }
    example_below {
        th "ตัวอย่าง:",
        en "example:",
    }
    star {
        th "* ต้องมี · ดูช่องเดียวพร้อมตัวอย่างด้วย prongsai explain fields measures.period",
        en "* required · one field with an example: prongsai explain fields measures.period",
    }
    shown(place) {
        th "แสดงที่: {place}",
        en "shown: {place}",
    }
    unknown_field(name, nearest) {
        th "ไม่มีช่องข้อมูลหรือชนิดของไฟล์ “{name}” ที่ใกล้เคียงคือ {nearest}",
        en "no field and no kind of file “{name}”; the nearest: {nearest}",
    }
    field_like_none(name) {
        th "ไม่มีช่องข้อมูล “{name}” ดูทั้งหมดด้วย prongsai explain fields",
        en "no field “{name}”; see all with prongsai explain fields",
    }
    unknown_schema(name, known) {
        th "ไม่มีชนิดของไฟล์ “{name}” ที่มีคือ {known}",
        en "no kind of file “{name}”; there are {known}",
    }
    text {
        th "ข้อความ",
        en "text",
    }
    yes_no {
        th "true (ใช่) หรือ false (ไม่ใช่)",
        en "true or false",
    }
    decimal {
        th "ตัวเลข มีทศนิยมได้",
        en "number, with decimals if there are any",
    }
    whole {
        th "จำนวนเต็ม",
        en "whole number",
    }
    fiscal_year {
        th "ปีงบประมาณ พ.ศ. เช่น 2567",
        en "fiscal year of the Buddhist era, as 2567",
    }
    date {
        th "วันที่ เช่น 2024-12-20 (ค.ศ.)",
        en "day, as 2024-12-20 (Christian era)",
    }
    month {
        th "เดือนของปี เช่น 2024-10 (ค.ศ.)",
        en "month of a year, as 2024-10 (Christian era)",
    }
    item_code {
        th "รหัสข้อ เช่น O42",
        en "code of an item, as O42",
    }
    list(of) {
        th "รายการ: {of}",
        en "list: {of}",
    }
    names(of) {
        th "ชื่อที่ตั้งเอง: {of}",
        en "names of your own: {of}",
    }
}
