//! Reasons why the evidence of a page cannot be packed.

sentences! {
    no_page(page) {
        th "ในเว็บที่เผยแพร่ไม่มีหน้า “{page}” ระบุที่อยู่ของหน้า เช่น 2566/o42",
        en "the published site has no page “{page}”; a page is named by its address, such as 2566/o42",
    }
    never_published(page) {
        th "หน้า {page} สร้างแล้วแต่ยังไม่เคยเผยแพร่ จึงไม่มีประวัติให้อ้าง สั่ง prongsai publish ก่อน",
        en "the page {page} was built but never published, so nothing proves it. Run prongsai publish first",
    }
    history_differs(first) {
        th "ประวัติการเผยแพร่กับเว็บในโฟลเดอร์นี้ไม่ตรงกัน จึงยังใช้เป็นหลักฐานไม่ได้: {first} (สั่ง prongsai publish แล้วลองใหม่)",
        en "the history does not agree with this folder, so it proves nothing: {first} (run prongsai publish, then again)",
    }
    file_differs(path) {
        th "ไฟล์ {path} ไม่ตรงกับที่เผยแพร่ไว้ ดูทั้งหมดด้วย prongsai verify",
        en "{path} is not as it was published; see all with prongsai verify",
    }
    unread(path, why) {
        th "อ่าน {path} ไม่ได้: {why}",
        en "cannot read {path}: {why}",
    }
    unwritten(error) {
        th "เขียนไฟล์ไม่ได้: {error}",
        en "cannot write: {error}",
    }
}
