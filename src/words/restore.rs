//! Messages of `publish --restore`.

sentences! {
    nothing_told(from, reason) {
        th "นำบันทึกกลับจาก {from} ไม่ได้ บันทึกที่มีอยู่คงเดิม: {reason} (ใช้เว็บที่เผยแพร่อยู่แทนได้: prongsai publish --restore https://ที่อยู่เว็บ/)",
        en "no records can be taken back from {from}; those that are there were left as they are: {reason} (the site that is online will do too: prongsai publish --restore https://ADDRESS/)",
    }
    records_whole(publications, urls, from) {
        th "บันทึกครบอยู่แล้ว: เผยแพร่ {publications} ครั้ง {urls} ที่อยู่ ไม่มีอะไรต้องนำกลับจาก {from}",
        en "the records are whole: {publications} publications, {urls} URLs; there is nothing to take back from {from}",
    }
    restored(from, written, publications, urls) {
        th "นำบันทึกกลับจาก {from} แล้ว: {written} มีการเผยแพร่ {publications} ครั้ง {urls} ที่อยู่ ต่อไปสั่ง prongsai check แล้ว publish ได้ตามปกติ",
        en "took back from {from}: {written}; {publications} publications, {urls} URLs. Go on with prongsai check and publish as usual",
    }
    old_files_kept(files) {
        th "ไฟล์เดิมเก็บไว้ที่ {files}",
        en "the old files are kept as {files}",
    }
    only_here(count, named) {
        th "ที่อยู่ {count} แห่งมีเฉพาะใน urls.lock เดิม ไม่อยู่ในเว็บนั้น: {named} ถ้าหน้ายังอยู่ จะถูกจดใหม่เมื่อ publish ครั้งต่อไป",
        en "{count} URL(s) were in the old urls.lock only, and not in that site: {named}; where the page is still there, the next publish records it again",
    }
    other_line_of_publications(out) {
        th "ใน {out} ยังเป็นเว็บของการเผยแพร่อีกสายหนึ่งที่ไม่ได้ใช้แล้ว ให้เปลี่ยนชื่อโฟลเดอร์นั้นเก็บไว้ก่อน แล้วสั่ง prongsai publish ซึ่งจะสร้างโฟลเดอร์ให้ใหม่",
        en "{out} still holds the site of the other publications, which count no more: rename that folder to keep it, then run prongsai publish, which makes a new one",
    }
    another_site(from, base) {
        th "ไม่ได้นำบันทึกกลับจาก {from}: เป็นเว็บของ {base} ไม่ตรงกับ base_url ใน site.yaml ถ้าเพิ่งย้ายเว็บ ให้แก้ base_url กลับเป็นที่อยู่เดิมก่อน แล้วสั่งใหม่",
        en "no records were taken from {from}: it is the site of {base}, which is not the base_url of site.yaml. If the site has just moved, write the old address there first, then run again",
    }
    unrelated_site(from) {
        th "ไม่ได้นำบันทึกกลับจาก {from}: ไม่มีการเผยแพร่ครั้งใดตรงกับบันทึกใน content ซึ่งครบถ้วนดี จึงน่าจะเป็นเว็บอื่น ถ้าแน่ใจว่าเป็นเว็บนี้ ให้ย้าย content/history.yaml และ content/urls.lock ไปเก็บไว้ที่อื่นก่อน แล้วสั่งใหม่",
        en "no records were taken from {from}: it has no publication in common with the records in content, which are whole, so it is probably another site. If it is this one for certain, move content/history.yaml and content/urls.lock to another place first, then run again",
    }
    older_than_here(from, copy, here) {
        th "ไม่ได้นำบันทึกกลับจาก {from}: สำเนานั้นเผยแพร่ {copy} ครั้ง แต่ content/history.yaml (ซึ่งเสียหาย) มี {here} ครั้ง ให้หาสำเนาที่ใหม่กว่า เช่นเว็บที่เผยแพร่อยู่ ถ้าไม่มีจริง ให้ย้าย content/history.yaml ไปเก็บไว้ที่อื่นก่อน แล้วสั่งใหม่",
        en "no records were taken from {from}: that copy has {copy} publications, but content/history.yaml, which is damaged, has {here}. Find a newer copy, such as the site that is online; if there is none, move content/history.yaml to another place first, then run again",
    }
}
