//! Position of a copy in the history of publications.

sentences! {
    copy_is_newer(publications, records, last_day) {
        th "สำเนานี้ใหม่กว่าบันทึกในโฟลเดอร์นี้: สำเนาเผยแพร่แล้ว {publications} แต่ content/history.yaml มี {records} ครั้ง{last_day} อย่าเพิ่งเผยแพร่จากโฟลเดอร์นี้ \
           ให้นำบันทึกกลับมาก่อนด้วย prongsai publish --restore กับสำเนานี้",
        en "this copy is newer than the records of this folder: it has {publications}, content/history.yaml has {records}{last_day}. Do not publish \
           from here before the records are back: prongsai publish --restore with this copy",
    }
    histories_unlike {
        th "ประวัติของสำเนานี้ไม่ตรงกับ content/history.yaml ของโฟลเดอร์นี้ตั้งแต่ครั้งแรก: เป็นเว็บอื่น หรือประวัติถูกเขียนใหม่",
        en "the history of this copy and content/history.yaml of this folder have not even the first publication in common: it is another site, \
           or the history was written anew",
    }
    histories_part(same, day) {
        th "สำเนานี้กับโฟลเดอร์นี้มีประวัติตรงกันถึงครั้งที่ {same}{day} แล้วต่างกัน: มีผู้เผยแพร่จากอีกเครื่องหนึ่งโดยเริ่มจากครั้งเดียวกัน หรือประวัติถูกเขียนใหม่ \
           ตกลงกันก่อนว่าจะใช้ของใคร",
        en "this copy and this folder have the same history up to publication {same}{day} and part there: two people published from the same \
           state, or the history was written anew. Agree on which of them is to stand",
    }
    folder_never_published(publications) {
        th "โฟลเดอร์นี้สร้างไว้แต่ไม่เคยเผยแพร่ ขณะที่เว็บนี้เผยแพร่แล้ว {publications} สั่ง prongsai publish ใหม่",
        en "this folder was built and never published, and the site has {publications}. Run prongsai publish again",
    }
    folder_is_older(copy, day, records, last_day) {
        th "โฟลเดอร์นี้เป็นการเผยแพร่ครั้งที่ {copy}{day} จาก {records} ครั้ง{last_day} สั่ง prongsai publish ใหม่",
        en "this folder is publication {copy}{day} of {records}{last_day}. Run prongsai publish again",
    }
    copy_never_published(publications, last_day, files) {
        th "สำเนานี้สร้างไว้แต่ไม่เคยเผยแพร่ ขณะที่เว็บนี้เผยแพร่แล้ว {publications}{last_day} ให้อัปโหลด {files}",
        en "this copy was built and never published, and the site has {publications}{last_day}. Upload {files}",
    }
    copy_is_older(copy, day, records, last_day, differ, files) {
        th "สำเนานี้เป็นของเก่า: การเผยแพร่ครั้งที่ {copy}{day} จาก {records} ครั้ง{last_day} หลังจากนั้นเปลี่ยนไป {differ} ให้อัปโหลด {files}",
        en "this copy is an old one: publication {copy}{day} of {records}{last_day}; {differ} since. Upload {files}",
    }
    pack_is_of(copy, day, records) {
        th "แฟ้มหลักฐานนี้เป็นของการเผยแพร่ครั้งที่ {copy}{day} จากทั้งหมด {records} ครั้ง",
        en "this pack is of publication {copy}{day}; there are {records} by now",
    }
    site_never_published {
        th "ไม่ได้เทียบว่าเป็นการเผยแพร่ครั้งสุดท้ายหรือไม่ เพราะเว็บในโฟลเดอร์ที่สั่งงานอยู่ยังไม่เคยเผยแพร่",
        en "not compared with the last publication: the site in whose folder this runs was never published",
    }
    history_of_another_site {
        th "ไม่ได้เทียบกับประวัติในโฟลเดอร์ที่สั่งงานอยู่ เพราะเป็นของเว็บอื่น (ถ้าเป็นเว็บเดียวกัน สั่งใหม่โดยใส่ --root)",
        en "not compared with the history of the folder in which this runs, which is of another site (if it is the same site, say so with --root)",
    }
    files_unlike(count, names) {
        th "เป็นการเผยแพร่ครั้งสุดท้าย แต่มี {count} ไฟล์ต่างจากในโฟลเดอร์ public ของเว็บนี้ (ไม่ใช่หน้าเว็บที่มีในประวัติ) อัปโหลดไฟล์เหล่านี้กับ manifest ทั้งสองไฟล์: {names}",
        en "it is the last publication, but these files, which are no pages, are others in the folder public of this site ({count}). Upload them and both manifests: {names}",
    }
    records_unread {
        th "content/history.yaml ของโฟลเดอร์นี้อ่านไม่ได้ จึงไม่ได้เทียบว่าเป็นการเผยแพร่ครั้งสุดท้ายหรือไม่",
        en "content/history.yaml of this folder cannot be read, so nobody compared whether this is the last publication",
    }
    one_address_differs {
        th "1 ที่อยู่",
        en "1 address differs",
    }
    addresses_differ(addresses) {
        th "{addresses} ที่อยู่",
        en "{addresses} addresses differ",
    }
}
