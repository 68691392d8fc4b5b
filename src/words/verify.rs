//! Summary messages of `verify`.

sentences! {
    changed {
        th "ไม่ตรงกับที่เผยแพร่",
        en "changed",
    }
    missing {
        th "หายไป",
        en "missing",
    }
    added {
        th "ไม่ได้เผยแพร่แต่อยู่ในเว็บ",
        en "added",
    }
    foreign {
        th "ไม่อยู่ใน manifest (ไฟล์อื่น ไม่นับ)",
        en "not in the manifest (allowed)",
    }
    to_upload {
        th "ให้อัปโหลด",
        en "upload",
    }
    more_to_upload(files) {
        th "และอีก {files} ไฟล์",
        en "and {files} more files",
    }
    meant_copy(command, meant) {
        th " น่าจะหมายถึง: prongsai {command} {meant}",
        en ". Probably this was meant: prongsai {command} {meant}",
    }
    withheld(names) {
        th "เครื่องแม่ข่ายใช้เองและไม่ส่งให้ดู จึงไม่นับ (ตรวจได้ที่โฟลเดอร์): {names}",
        en "kept by the host for itself, and so not counted (verify the folder for them): {names}",
    }
    as_published(copy, files, entries) {
        th "{copy}: ตรงกับที่เผยแพร่ทั้ง {files} ไฟล์ ประวัติ {entries} ครั้งต่อกันครบ",
        en "{copy}: as published, all {files} files; the history of {entries} publications holds",
    }
    as_last_published(copy, files, entries) {
        th "{copy}: ตรงกับที่เผยแพร่ทั้ง {files} ไฟล์ ประวัติ {entries} ครั้งต่อกันครบ เป็นการเผยแพร่ครั้งสุดท้ายของเว็บนี้",
        en "{copy}: as published, all {files} files; the history of {entries} publications holds; it is the last publication of this site",
    }
    upload_unfinished(copy, arrived) {
        th "{copy}: อัปโหลดการเผยแพร่ครั้งสุดท้ายไม่ครบ มาถึงแล้ว {arrived} ไฟล์",
        en "{copy}: the upload of the last publication was not finished; {arrived} of its files have arrived",
    }
    not_the_last(copy, files) {
        th "{copy}: ครบถ้วนทั้ง {files} ไฟล์ แต่ไม่ใช่การเผยแพร่ครั้งสุดท้ายตามบันทึกของโฟลเดอร์นี้",
        en "{copy}: whole, all {files} files, but not the last publication by the records of this folder",
    }
    undecided(copy) {
        th "{copy}: ตรวจได้ไม่ครบ จึงยังสรุปไม่ได้",
        en "{copy}: not all could be checked, so nothing is certain",
    }
    not_as_published(copy, changed, missing, added, files) {
        th "{copy}: ไม่ตรงกับที่เผยแพร่: ถูกแก้ {changed} หายไป {missing} เพิ่มเข้ามา {added} ไฟล์ จาก {files} ไฟล์",
        en "{copy}: not as published: {changed} changed, {missing} missing, {added} added, of {files} files",
    }
    added_unseen {
        th " (ไฟล์ที่มีผู้เพิ่มเข้ามามองไม่เห็นผ่านเว็บ ให้ตรวจที่โฟลเดอร์ของเครื่องแม่ข่าย)",
        en " (added files cannot be seen over the web: verify the folder on the server for them)",
    }
    restore_records(copy) {
        th "นำบันทึกกลับมา: prongsai publish --restore {copy}",
        en "to take the records back: prongsai publish --restore {copy}",
    }
    cannot_verify(copy, reason) {
        th "ตรวจ {copy} ไม่ได้: {reason}",
        en "cannot verify {copy}: {reason}",
    }
    witnessed(publication, key, path) {
        th "การเผยแพร่ครั้งที่ {publication} (และทุกครั้งก่อนหน้า) มีพยาน: {key} ลายมือชื่อถูกต้อง ({path})",
        en "publication {publication} (and all before it) witnessed by {key}: the signature holds ({path})",
    }
    nothing_to_witness(copy) {
        th "{copy} ยังไม่เคยเผยแพร่ด้วย prongsai publish จึงยังไม่มีสิ่งที่พยานจะลงนาม",
        en "{copy} was never published with prongsai publish, so there is nothing to sign yet",
    }
    signers_unread(file, error) {
        th "อ่านรายชื่อพยาน {file} ไม่ได้: {error}",
        en "cannot read the list of signers {file}: {error}",
    }
    no_signers(file) {
        th "ไม่มีพยานที่ใช้ได้ใน {file} แต่ละบรรทัดเขียนเช่น: audit@example.go.th ssh-ed25519 AAAA…",
        en "{file} names no signer that counts; a line is written: audit@example.go.th ssh-ed25519 AAAA…",
    }
    verifying {
        th "กำลังตรวจ",
        en "verifying",
    }
}
