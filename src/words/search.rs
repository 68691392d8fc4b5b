//! Messages of `search`.

sentences! {
    found(count) {
        th "พบ {count} หน้า",
        en "pages found: {count}",
    }
    more(count) {
        th "และอีก {count} หน้า (ดูทั้งหมดด้วย --json หรือค้นให้แคบลง)",
        en "and {count} more (see all with --json, or search for more words)",
    }
    in_file(path, part) {
        th "ในไฟล์ {path} {part}",
        en "in the file {path} {part}",
    }
    nothing {
        th "ไม่พบข้อความนี้ในเว็บไซต์",
        en "this text is on no page",
    }
    outside {
        th "หน้าทั่วไป",
        en "general pages",
    }
    other_year(year, count) {
        th "{year} พบ {count} หน้า",
        en "{year}: {count} pages",
    }
    nearest(title, url) {
        th "ชื่อเรื่องที่ใกล้เคียงที่สุด: {title} {url}",
        en "the most similar title: {title} {url}",
    }
    no_query {
        th "ยังไม่ได้บอกว่าจะค้นหาอะไร เขียนเช่น prongsai search จัดซื้อจัดจ้าง",
        en "nothing to look for; write, for example, prongsai search procurement",
    }
    no_year(text) {
        th "--year {text}: ไม่ใช่ปีงบประมาณ (พ.ศ.) เขียนเช่น --year 2569",
        en "--year {text}: not a fiscal year of the Buddhist era; write, for example, --year 2569",
    }
    no_item(text) {
        th "--item {text}: ไม่ใช่รหัสข้อ เขียนเช่น --item O25",
        en "--item {text}: not the code of an item; write, for example, --item O25",
    }
}
