//! Messages of `publish`: closing lines, changes, uploads.

sentences! {
    published_without_changes(out) {
        th "เผยแพร่แล้วที่ {out}: เหมือนครั้งก่อนทุกหน้า จึงไม่มีรายการใหม่ในประวัติ",
        en "published {out}: every page is as it was, so the history has no new entry",
    }
    published(out, added, changed, removed) {
        th "เผยแพร่แล้วที่ {out}: เพิ่ม {added} แห่ง ปรับปรุง {changed} แห่ง ถอนออก {removed} แห่ง เก็บ content/urls.lock และ content/history.yaml ไว้กับเนื้อหา",
        en "published {out}: {added} URLs added, {changed} changed, {removed} withdrawn. Keep content/urls.lock and content/history.yaml with the content",
    }
    first_publication {
        th "นี่เป็นการเผยแพร่ครั้งแรกตามบันทึกใน content ถ้าเว็บนี้เคยเผยแพร่มาก่อน แสดงว่าบันทึกเดิมหาย อย่าเพิ่งอัปโหลด ให้ย้าย content/history.yaml กับ content/urls.lock ไปไว้ที่อื่น \
           แล้วสั่ง prongsai publish --restore ตามด้วยที่อยู่เว็บที่เผยแพร่อยู่",
        en "by the records in content this is the first publication. If the site was published before, its records were lost: do not upload yet, move content/history.yaml and \
           content/urls.lock to another place, and run prongsai publish --restore with the address of the site that is online",
    }
    note_with_letter(letter) {
        th "ยังไม่ได้เผยแพร่: ข้อความของ --note มีอักขระที่มองไม่เห็น ({letter}) ซึ่งจะติดอยู่ในประวัติการเผยแพร่ตลอดไป ให้พิมพ์ข้อความใหม่แทนการวาง",
        en "not published: the text of --note has an invisible character ({letter}), which would stay in the publication history for good. Type the text instead of pasting it",
    }
    packed(page, file, files) {
        th "รวมหลักฐานของหน้า {page} ไว้ที่ {file}: {files} ไฟล์ วิธีตรวจอยู่ใน README.txt",
        en "packed the evidence of {page} into {file}: {files} files; README.txt says how to verify them",
    }
    not_packed(file, reason) {
        th "ไม่ได้เขียน {file}: {reason}",
        en "{file} was not written: {reason}",
    }
    not_published(out) {
        th "ยังไม่ได้เผยแพร่ ไฟล์ใน {out} และประวัติคงเดิมทุกไฟล์ แก้ไขตามรายการข้างต้นแล้วสั่งใหม่",
        en "not published: every file in {out} and the history are as they were. Mend the above and run again",
    }
    changes_heading {
        th "เทียบกับที่เผยแพร่ไว้:",
        en "against what was published:",
    }
    more_changed(number) {
        th "  {number} แห่งที่เหลือก็เปลี่ยนเช่นกัน (ดูที่อยู่ได้ในประวัติการเผยแพร่)",
        en "  {number} more changed as well (the publication history names them)",
    }
    changed_around(number) {
        th "  {number} หน้าเปลี่ยนเฉพาะรอบเนื้อหา (เมนู ส่วนท้าย รายการ ข้อมูลที่ดึงจากหน้าอื่น)",
        en "  {number} page(s) changed only around their content (menu, footer, lists, what is taken from other pages)",
    }
    overviews_changed(number) {
        th "  {number} หน้าที่ทำจากหน้าอื่นเปลี่ยนตาม (หน้าแรก ปี หัวข้อ ข้อที่ยังไม่มีข้อมูล)",
        en "  {number} page(s) made of others changed with them (home, years, subjects, empty items)",
    }
    urls_added(count, named) {
        th "  เพิ่ม ({count}): {named}",
        en "  added ({count}): {named}",
    }
    urls_withdrawn(count, named) {
        th "  ถอนออก ({count}): {named}",
        en "  withdrawn ({count}): {named}",
    }
    urls_unknown(count, named) {
        th "  เปลี่ยน แต่รู้เฉพาะที่อยู่ เพราะเว็บที่เผยแพร่ครั้งก่อนไม่อยู่ในโฟลเดอร์แล้ว (ถูกลบ หรือถูก build ทับ ครั้งต่อไปใช้ build --out ที่อื่น) ({count}): {named}",
        en "  changed, but only the addresses are known, because what was published is no longer in the folder (it was removed, or built over: \
           next time build --out elsewhere) ({count}): {named}",
    }
    and_more_urls(left) {
        th " … และอีก {left} แห่ง",
        en " … and {left} more",
    }
    more_fields(more_fields) {
        th "    … และอีก {more_fields} ช่อง",
        en "    … and {more_fields} more fields",
    }
    changed_text {
        th "    เนื้อความ:",
        en "    text:",
    }
    further_lines {
        th "      … และบรรทัดอื่นอีก",
        en "      … and further lines",
    }
    now_filled {
        th ": เดิมยังไม่มีข้อมูล ตอนนี้มีแล้ว",
        en ": nothing was filed, now there is",
    }
    now_empty {
        th ": ไม่มีข้อมูลแล้ว",
        en ": nothing is filed any more",
    }
    now_leads_to(to) {
        th ": ตอนนี้พาไปที่ /{to}",
        en ": leads now to /{to}",
    }
    file_of_same_size(size) {
        th ": ขนาดเท่าเดิม {size} ไบต์ แต่เนื้อหาต่างกัน",
        en ": {size} bytes as before, but others",
    }
    file_of_other_size(old, new) {
        th ": {old} → {new} ไบต์",
        en ": {old} → {new} bytes",
    }
    no_value {
        th "(ไม่มี)",
        en "(none)",
    }
    remove_first(count, names) {
        th "ลบจากเครื่องแม่ข่ายก่อนส่งไฟล์ เพราะชื่อเดียวกันเปลี่ยนจากไฟล์เป็นโฟลเดอร์หรือกลับกัน ถ้าไม่ลบจะส่งไม่ผ่าน ({count}): {names}",
        en "remove from the web server before anything is sent, as a file and a folder cannot have one name ({count}): {names}",
    }
    uploads(count, names) {
        th "ไฟล์ที่ต้องส่งขึ้นเครื่องแม่ข่าย ({count}): {names}",
        en "to be sent to the web server ({count}): {names}",
    }
    many_uploads(count) {
        th "ไฟล์ที่ต้องส่งขึ้นเครื่องแม่ข่ายมี {count} ไฟล์",
        en "{count} files are to be sent to the web server",
    }
    upload_list(list) {
        th "รายการไฟล์ที่ยังไม่ได้ส่งอยู่ใน {list} ส่งครบแล้วให้ลบรายการนี้ และตรวจด้วย prongsai verify ตามด้วยที่อยู่เว็บ",
        en "{list} lists what was not sent yet; remove it when all of it is sent, then check with prongsai verify and the site's address",
    }
    removable(count, names) {
        th "ไฟล์ที่ไม่อยู่ในเว็บแล้ว ลบจากเครื่องแม่ข่ายได้ ({count}): {names}",
        en "no longer part of the site, can be removed from the web server ({count}): {names}",
    }
}
