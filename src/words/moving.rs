//! Messages of `move`, including its refusals.

sentences! {
    no_site {
        th "ยังไม่ได้ย้าย: อ่าน content/site.yaml ไม่ได้ สั่ง prongsai check แล้วแก้ไขก่อน",
        en "not moved: content/site.yaml cannot be used; run prongsai check and mend it first",
    }
    not_moved(reason) {
        th "ยังไม่ได้ย้าย: {reason}",
        en "not moved: {reason}",
    }
    would_be_worse {
        th "ยังไม่ได้ย้าย ไฟล์คงเดิมทุกไฟล์ เพราะถ้าย้าย เว็บจะมีข้อผิดพลาดข้างต้นเพิ่มขึ้น (ชื่อไฟล์และบรรทัดเป็นของหลังย้าย) แก้ก่อนแล้วสั่งใหม่ หรือเลือกชื่ออื่น",
        en "not moved, and every file is as it was: the site would have the errors above then (files and lines as they would be). Mend that first, or choose another name",
    }
    other_item(new_item, new_year, item, fiscal_year) {
        th "ระวัง: หน้านี้จะเป็นของข้อ {new_item} ปี {new_year} แทนข้อ {item} ปี {fiscal_year} เพราะชื่อไฟล์คือเลขข้อ",
        en "beware: the page will be that of {new_item} of {new_year}, and no longer of {item} of {fiscal_year}: its name is its item",
    }
    no_alias_needed {
        th "ไม่มีที่อยู่ใดต้องจดเพิ่มใน aliases",
        en "no address has to be added to aliases",
    }
    never_published {
        th "ยังไม่เคยเผยแพร่ จึงไม่ต้องจดที่อยู่เดิมไว้ใน aliases",
        en "nothing was published yet, so no old address has to be kept in aliases",
    }
    file_leads_on(files) {
        th "ผู้ที่เปิดที่อยู่เดิมของไฟล์แนบ {files} จะถูกพาไปยังหน้าที่มีไฟล์นั้น",
        en "whoever opens the old address of an attachment ({files}) is led to the page that has it",
    }
    question {
        th "ย้ายและแก้ไฟล์ตามนี้หรือไม่ (y/N)",
        en "move and change the files so? (y/N)",
    }
    left_alone {
        th "ไม่ได้ย้าย ไฟล์คงเดิมทุกไฟล์",
        en "not moved: every file is as it was",
    }
    shown_only {
        th "ยังไม่ได้เปลี่ยนไฟล์ใด สั่งอีกครั้งโดยเติม --yes เพื่อย้ายจริง",
        en "nothing changed; add --yes to move",
    }
    moved(files, links, linking) {
        th "ย้ายแล้ว {files} ไฟล์ แก้ลิงก์ {links} แห่ง (แก้ข้อความใน {linking} ไฟล์)",
        en "moved: {files} files; links mended: {links} (files whose text changed: {linking})",
    }
    moved_with_aliases(files, links, linking, aliases) {
        th "ย้ายแล้ว {files} ไฟล์ แก้ลิงก์ {links} แห่ง (แก้ข้อความใน {linking} ไฟล์) ที่อยู่เดิม {aliases} จะพาไปยังหน้าใหม่เมื่อสั่ง prongsai publish",
        en "moved: {files} files; links mended: {links} (files whose text changed: {linking}). The old addresses {aliases} lead on from the next prongsai publish",
    }
    near_name(typed, near) {
        th "ไม่พบ “{typed}” ไฟล์ที่ชื่อใกล้เคียงคือ {near} พิมพ์ชื่อนั้น",
        en "there is no “{typed}”; a file of almost that name is {near}: type that",
    }
    no_such_name(typed) {
        th "ไม่พบ “{typed}” พิมพ์ชื่อไฟล์หรือโฟลเดอร์ใน content เช่น content/pages/contact.md หรือที่อยู่บนเว็บ เช่น /contact/",
        en "there is no “{typed}”: type a file or folder of content, such as content/pages/contact.md, or an address, such as /contact/",
    }
    already_moved(new) {
        th "ย้ายไปที่ {new} แล้ว ไม่มีอะไรต้องทำ",
        en "it is {new} already; there is nothing to do",
    }
    name_taken(new) {
        th "มี {new} อยู่แล้ว จึงไม่เขียนทับ เลือกชื่ออื่น หรือย้ายไฟล์นั้นไปก่อน",
        en "there is {new} already, and it is not overwritten: choose another name, or move that first",
    }
    same_name(name) {
        th "ชื่อเดิมกับชื่อใหม่เป็นชื่อเดียวกัน ({name}) พิมพ์ชื่อใหม่",
        en "both names are {name}: type a new one",
    }
    into_itself(name) {
        th "ย้ายโฟลเดอร์เข้าไปในตัวเองไม่ได้ ({name}) เลือกที่อื่น",
        en "a folder cannot be moved into itself ({name}): choose another place",
    }
    fixed_name(name) {
        th "{name} เป็นไฟล์ที่โปรแกรมหาตามชื่อนี้เท่านั้น จึงย้ายไม่ได้ คำสั่งนี้ย้ายเฉพาะหน้า โฟลเดอร์ของหน้า และไฟล์แนบ",
        en "{name} is a file that the program looks for by this name, so it cannot be moved; this command moves pages, their folders and attachments",
    }
    folder_of_year(name) {
        th "ย้ายทั้งโฟลเดอร์ {name} ไม่ได้ เพราะชื่อโฟลเดอร์บอกว่าเป็นหน้าทั่วไปหรือปีใด ย้ายทีละหน้า",
        en "the folder {name} cannot be moved as a whole: its name says of which year its pages are. Move them one by one",
    }
    outside_content(typed) {
        th "“{typed}” ไม่ใช่ชื่อใน content พิมพ์ชื่อใหม่ เช่น content/pages/contact-us.md",
        en "“{typed}” is no name below content: type one such as content/pages/contact-us.md",
    }
    other_kind(name) {
        th "{name} เป็นชื่อของไฟล์คนละชนิด หน้าลงท้ายด้วย .md ไฟล์แนบคงนามสกุลเดิม",
        en "{name} is the name of a file of another kind: pages end in .md, and attachments keep their ending",
    }
    links_unread(file) {
        th "อ่าน {file} ไม่ได้ จึงไม่รู้ว่ามีลิงก์ที่ต้องแก้ตามหรือไม่ สั่ง prongsai check แก้ไฟล์นั้น แล้วสั่งใหม่",
        en "{file} cannot be read, and may have links that would have to change: run prongsai check, mend that file, and run again",
    }
    link_unmendable(file, line, text) {
        th "{file}:{line} “{text}” ต้องเปลี่ยนตาม แต่โปรแกรมแก้ตรงนั้นเองไม่ได้ เขียนลิงก์นั้นแบบธรรมดาในบรรทัดเดียว แล้วสั่งใหม่",
        en "{file}:{line} “{text}” would have to change, and the program cannot write it anew: write that link plainly in one line, and run again",
    }
    file_address_fixed(url) {
        th "ไฟล์แนบ {url} เผยแพร่แล้ว และชื่อนี้ใช้เป็นที่อยู่เดิม (aliases) ไม่ได้ เพราะมีช่องว่างหรือเครื่องหมาย ถ้าย้าย ลิงก์ที่ส่งไปแล้วจะเปิดไม่ได้ ให้ไฟล์นี้อยู่ที่เดิม แล้ววางฉบับใหม่โดยใช้ชื่ออื่น",
        en "the attachment {url} has been published, and its name cannot be an old address (aliases) because of its blanks or signs; links that were submitted would die. Leave it where it is, and put a new version beside it under another name",
    }
    file_of_no_page(url) {
        th "ไฟล์แนบ {url} เผยแพร่แล้ว แต่ไม่มีหน้าใดอ้างถึง จึงไม่มีหน้าที่จะพาผู้เปิดลิงก์เดิมไป ให้ไฟล์นี้อยู่ที่เดิม หรือใส่ไว้ใน evidence ของหน้าหนึ่งก่อน",
        en "the attachment {url} has been published and no page names it, so there is none to which its old address could lead. Leave it where it is, or name it in the evidence of a page first",
    }
    item_address_fixed(url, item) {
        th "ที่อยู่ {url} เผยแพร่แล้ว และเป็นที่อยู่ของข้อ {item} เสมอ แม้ไม่มีเอกสาร จึงพาไปที่อื่นไม่ได้ ให้หน้านี้อยู่ที่เดิม แล้วเขียนหน้าใหม่ให้อีกข้อ โดยลิงก์มาที่หน้านี้หรือคัดลอกข้อความไป",
        en "{url} has been published, and is always the address of {item}, filed or not, so it cannot lead elsewhere. Leave the page where it is, and write one for the other item that links to it or says the same",
    }
    changed_meanwhile(file) {
        th "{file} ถูกแก้ไขระหว่างที่โปรแกรมทำงาน จึงไม่ได้เปลี่ยนไฟล์ใด ปิดโปรแกรมที่เปิดไฟล์นั้นแล้วสั่งใหม่",
        en "{file} changed while the program ran, so nothing was changed. Close the program that has it open and run again",
    }
}
