//! Messages of `due`.

sentences! {
    heading(year, done, items, left, points) {
        th "ปีงบประมาณ {year}: ครบแล้ว {done} จาก {items} ข้อ เหลือ {left} ข้อ รวม {points} คะแนน",
        en "fiscal year {year}: {done} of {items} items are complete; {left} are left, worth {points} points",
    }
    no_deadline {
        th "ยังไม่ได้ระบุกำหนดส่ง (เขียน deadlines ใน content/site.yaml)",
        en "no deadline is stated (write deadlines in content/site.yaml)",
    }
    ahead(day, days, what) {
        th "{day} (อีก {days} วัน) {what}",
        en "{day} (in {days} days) {what}",
    }
    today(day, what) {
        th "{day} (วันนี้) {what}",
        en "{day} (today) {what}",
    }
    past(day, days, what) {
        th "{day} (ผ่านมาแล้ว {days} วัน) {what}",
        en "{day} ({days} days ago) {what}",
    }
    freeze_begins {
        th "เริ่มช่วงที่ห้ามแก้หน้าที่ส่งประเมินแล้ว",
        en "submitted pages must not change from this day",
    }
    content_has_errors {
        th "เนื้อหาของเว็บยังมีที่ผิด บางส่วนจึงอาจไม่ถูกนับ ดูด้วย prongsai check --drafts (ตรวจรวมหน้าที่เป็นร่าง)",
        en "the content of the site has errors, and some of it may not count: see prongsai check --drafts (drafts are checked too)",
    }
    no_unit {
        th "ยังไม่มีหน่วยงานเจ้าของเรื่อง",
        en "of no unit yet",
    }
    missing(title) {
        th "ยังไม่มี: {title}",
        en "missing: {title}",
    }
    draft(title) {
        th "ยังเป็นร่าง: {title}",
        en "still a draft: {title}",
    }
    incomplete_draft(title, components) {
        th "ยังเป็นร่าง: {title} (ขาด {components})",
        en "still a draft: {title} (lacks {components})",
    }
    empty(title) {
        th "ยังไม่มีเนื้อหา: {title}",
        en "without content: {title}",
    }
    incomplete(title, components) {
        th "ยังไม่ครบ: {title} (ขาด {components})",
        en "incomplete: {title} (lacks {components})",
    }
    all_done {
        th "ทุกข้อครบแล้ว",
        en "every item is complete",
    }
    event(title, year, left) {
        th "{title} OIT {year} (เหลือ {left} ข้อ)",
        en "{title} OIT {year} ({left} items left)",
    }
}
