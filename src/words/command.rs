//! Messages of `convert`, `sheet` and `explain`, and for invalid option values.

sentences! {
    bad_option(option, value) {
        th "ค่าของ {option} ใช้ไม่ได้: “{value}” (วันที่เขียนเช่น 2026-11-22 ที่อยู่เว็บเขียนเช่น https://www.example.go.th/ita/)",
        en "not a value of {option}: “{value}” (a date is written 2026-11-22, an address https://www.example.go.th/ita/)",
    }
    converted(file, encoding, backup) {
        th "แปลง {file} จาก {encoding} เป็น UTF-8 แล้ว ต้นฉบับเดิมเก็บไว้ที่ {backup}",
        en "converted {file} from {encoding} to UTF-8; the original is kept as {backup}",
    }
    already_utf8(file) {
        th "{file} เป็น UTF-8 อยู่แล้ว ไม่ได้เปลี่ยนไฟล์",
        en "{file} is UTF-8 already; left as it was",
    }
    sheet_written(items, out) {
        th "เขียนแบบกรอก {items} ข้อไว้ที่ {out}",
        en "wrote {items} items to {out}",
    }
    unknown_year(year, known) {
        th "เว็บไซต์นี้ไม่มีปีงบประมาณ “{year}” ปีที่มีคือ {known}",
        en "this site has no fiscal year “{year}”; it has {known}",
    }
    sheet_of_errors {
        th "เนื้อหายังมีข้อผิดพลาด สั่ง prongsai check แล้วแก้ไขก่อนกรอกในระบบ",
        en "the content has errors: run prongsai check and mend them before you type this in",
    }
    sheet_of_doubt(year) {
        th "รายการตรวจปี {year} ยังไม่ได้ยืนยันกับคู่มือของปีนั้น เทียบเลขข้อก่อนกรอกในระบบ",
        en "the list of {year} has not been confirmed by that year's handbook: compare the numbers before you type this in",
    }
    unknown_topic(topic, nearest) {
        th "ไม่มีหน้าคู่มือหรือรหัส “{topic}” ที่ใกล้เคียงคือ {nearest}",
        en "no page of the manual and no code “{topic}”; the nearest: {nearest}",
    }
    topic_like_none(topic) {
        th "ไม่มีหน้าคู่มือหรือรหัส “{topic}” ดูทั้งหมดด้วย prongsai explain",
        en "no page of the manual and no code “{topic}”; see all with prongsai explain",
    }
    result_written(out) {
        th "เขียนผลไว้ที่ {out}",
        en "wrote the result to {out}",
    }
    press_enter {
        th "\nกด Enter เพื่อปิดหน้าต่างนี้",
        en "\npress Enter to close this window",
    }
}
