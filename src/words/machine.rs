//! System errors: disk, permission, port.

sentences! {
    stopped(signal, path) {
        th "หยุดตามคำสั่ง (สัญญาณ {signal}) ไฟล์ใน {path} คงเดิมทุกไฟล์",
        en "stopped as asked (signal {signal}); every file in {path} is as it was",
    }
    cannot_read {
        th "อ่านไม่ได้",
        en "cannot read",
    }
    cannot_write {
        th "เขียนไม่ได้",
        en "cannot write",
    }
    cannot_create_folder {
        th "สร้างโฟลเดอร์ไม่ได้",
        en "cannot create the folder",
    }
    cannot_carry_over {
        th "นำไฟล์เดิมมาใช้ต่อไม่ได้",
        en "cannot carry over",
    }
    cannot_remove {
        th "ลบไม่ได้",
        en "cannot remove",
    }
    cannot_swap {
        th "สลับเว็บชุดใหม่เข้าแทนชุดเดิมไม่ได้",
        en "cannot put the new site in place of",
    }
    cannot_replace_record {
        th "เว็บชุดใหม่เข้าแทนแล้ว แต่บันทึกยังไม่เข้าที่ ให้สั่ง prongsai publish อีกครั้งเพื่อทำให้ครบ ติดที่",
        en "the new site is in place but a record is not; run prongsai publish again to finish it. Cannot replace",
    }
    cannot_lock {
        th "จองโฟลเดอร์ไม่ได้",
        en "cannot lock",
    }
    will_not_publish {
        th "ไม่เผยแพร่ลงในโฟลเดอร์นี้",
        en "will not publish into",
    }
    cannot_settle {
        th "ทำการเผยแพร่ที่ค้างอยู่ให้จบไม่ได้",
        en "cannot finish the publication that was cut off in",
    }
    no_site_in {
        th "หาเว็บไซต์ไม่พบใน",
        en "no site in",
    }
    cannot_convert {
        th "แปลงไฟล์ไม่ได้",
        en "cannot convert",
    }
    cannot_watch {
        th "เฝ้าดูการเปลี่ยนแปลงไม่ได้ใน",
        en "cannot watch for changes in",
    }
    cannot_listen {
        th "เปิดหน้าตัวอย่างไม่ได้ที่",
        en "cannot serve the preview at",
    }
    output_among_sources {
        th "เป็นหรืออยู่ในโฟลเดอร์ต้นฉบับ (หรือครอบต้นฉบับไว้) ไม่มีไฟล์ใดถูกแตะต้อง ให้เลือกโฟลเดอร์อื่นด้วย --out",
        en "it is, holds, or lies in a folder of sources; nothing was touched. Choose another folder with --out",
    }
    output_hidden {
        th "เป็นหรืออยู่ในโฟลเดอร์ซ่อนของโปรแกรมอื่น (เช่น .git) ไม่มีไฟล์ใดถูกแตะต้อง ให้เลือกโฟลเดอร์อื่นด้วย --out",
        en "it is or lies in a hidden folder of another program (such as .git); nothing was touched. Choose another folder with --out",
    }
    output_too_large {
        th "เป็นโฟลเดอร์หลักของเครื่องหรือของผู้ใช้ ไม่มีไฟล์ใดถูกแตะต้อง ให้เลือกโฟลเดอร์อื่นด้วย --out",
        en "it is a root or home folder; nothing was touched. Choose another folder with --out",
    }
    output_not_ours {
        th "มีไฟล์อยู่แล้วแต่ไม่มี manifest.json ของ prongsai จึงไม่ใช่โฟลเดอร์ที่โปรแกรมนี้สร้าง ให้ใช้โฟลเดอร์ว่าง หรือย้ายไฟล์ออกก่อน",
        en "it has files but no manifest.json of prongsai, so this program did not make it. Use an empty folder, or move the files away",
    }
    file_in_the_way {
        th "มีไฟล์ที่โปรแกรมนี้ไม่ได้สร้างอยู่ในตำแหน่งที่ต้องเขียน ให้ย้ายไฟล์นั้นออกก่อน",
        en "a file that this program did not write stands where it has to write. Move that file away",
    }
    file_exists {
        th "มีไฟล์ชื่อนี้อยู่แล้ว ไม่ได้เขียนทับ ตั้งชื่ออื่นหรือสั่งเขียนทับด้วย --out",
        en "there is such a file; it was left as it was. Name another, or this one, with --out",
    }
    outside_of_site {
        th "อยู่นอกโฟลเดอร์ของเว็บ จึงไม่เขียน",
        en "it lies outside the folder of the site, and is not written",
    }
    output_locked(holder) {
        th "มีการสร้างเว็บอีกชุดหนึ่งกำลังทำงานอยู่ (หมายเลขโปรเซส {holder}) ให้รอจนเสร็จแล้วสั่งใหม่",
        en "another build is running (process {holder}). Wait until it has ended, then run again",
    }
    publication_cut_off {
        th "การเผยแพร่ลงโฟลเดอร์นี้ถูกตัดก่อนจบ และตอนนี้ในโฟลเดอร์ไม่ใช่เว็บชุดก่อนหรือชุดหลังการเผยแพร่นั้น ให้ต่อไดรฟ์หรือคืนโฟลเดอร์แล้วสั่งใหม่ \
           หรือนำบันทึกกลับมาจากเว็บที่เผยแพร่อยู่ด้วย prongsai publish --restore ตามด้วยที่อยู่เว็บ",
        en "a publication into this folder was cut off, and neither the site before nor the one after it is there now. Connect the drive or bring the \
           folder back and run again, or take the records from the site that is online: prongsai publish --restore and its address",
    }
    no_site_file {
        th "ไม่มีไฟล์ content/site.yaml ทั้งที่นี่และโฟลเดอร์ที่อยู่เหนือขึ้นไป ให้ย้ายไปที่โฟลเดอร์ของเว็บ หรือใช้ --root",
        en "there is no content/site.yaml here or in a folder above. Go to the folder of the site, or use --root",
    }
    file_changing {
        th "ไฟล์ถูกแก้ไขอยู่ระหว่างที่อ่าน เว็บชุดเดิมคงเดิมทุกไฟล์ ให้รอจนเครื่องสแกน โปรแกรมซิงก์ หรือโปรแกรมที่บันทึกไฟล์นี้ทำงานเสร็จ แล้วสั่งใหม่",
        en "it is being changed while it is read, so nothing was published. Wait until the scanner, the sync program or whatever saves it has finished, then run again",
    }
    unknown_encoding {
        th "ไม่ใช่ข้อความแบบ UTF-8, UTF-16 หรือ windows-874 จึงไม่เปลี่ยนไฟล์",
        en "it is not text in UTF-8, UTF-16 or windows-874; the file was left as it is",
    }
    stumbled_somewhere {
        th "โปรแกรมสะดุดโดยไม่ทราบว่าที่ไฟล์ใด เป็นข้อบกพร่องของโปรแกรม ไม่ใช่ของผู้เขียน ไฟล์ที่เผยแพร่ไว้ไม่เปลี่ยน \
           ลองย้อนสิ่งที่แก้ล่าสุดแล้วสั่งใหม่ และแจ้งผู้ดูแลโปรแกรม",
        en "the program stumbled, and nobody knows over which file. This is a fault of the program, not yours; what is published is as it was. \
           Take back what you changed last and run again, and tell those who look after the program",
    }
    stumbled_over(path) {
        th "โปรแกรมสะดุดที่ {path} เป็นข้อบกพร่องของโปรแกรม ไม่ใช่ของผู้เขียน ไฟล์ที่เผยแพร่ไว้ไม่เปลี่ยน \
           ลองย้อนสิ่งที่แก้ล่าสุดในไฟล์นี้ หรือย้ายไฟล์นี้ออกไปก่อนแล้วสั่งใหม่ และส่งไฟล์นี้ให้ผู้ดูแลโปรแกรม",
        en "the program stumbled over {path}. This is a fault of the program, not yours; what is published is as it was. \
           Take back what you changed last in this file, or move it away for now, run again, and send it to those who look after the program",
    }
    denied_or_held {
        th "ไม่มีสิทธิ์ หรือเปิดค้างอยู่ในโปรแกรมอื่น ให้ปิดโปรแกรมหรือหน้าต่างที่เปิดไฟล์หรือโฟลเดอร์นี้อยู่ แล้วสั่งใหม่",
        en "permission denied, or it is open in another program. Close the program or window that has this file or folder open, then run again",
    }
    held {
        th "เปิดค้างอยู่ในโปรแกรมอื่น ให้ปิดไฟล์นี้ในโปรแกรมนั้นก่อน (ถ้าเป็นโปรแกรมซิงก์หรือสแกนไวรัสให้รอสักครู่) แล้วสั่งใหม่",
        en "it is open in another program. Close it there (if that is a sync program or a virus scanner, wait a moment), then run again",
    }
    not_found {
        th "ไม่พบไฟล์หรือโฟลเดอร์นี้",
        en "no such file or folder",
    }
    not_regular {
        th "ไม่ใช่ไฟล์ธรรมดา (เป็นโฟลเดอร์ ลิงก์ หรืออุปกรณ์) ให้ระบุไฟล์",
        en "this is a folder, a link or a device: name a file",
    }
    denied {
        th "ไม่มีสิทธิ์",
        en "permission denied",
    }
    quota_exceeded {
        th "พื้นที่ดิสก์ที่ได้รับอนุญาตเต็ม",
        en "no space left of what you may use on the disk",
    }
    too_large {
        th "ไฟล์ใหญ่เกินที่ระบบอนุญาต",
        en "the file is larger than the system allows",
    }
    disk_full {
        th "พื้นที่ดิสก์เต็ม",
        en "no space left on the disk",
    }
    port_taken {
        th "มีโปรแกรมอื่นใช้พอร์ตนี้อยู่ ให้เลือกพอร์ตอื่น",
        en "another program has this port; choose another one",
    }
    no_such_address {
        th "เครื่องนี้ไม่มีที่อยู่นี้",
        en "this machine does not have this address",
    }
    read_only {
        th "ดิสก์เขียนไม่ได้ (อ่านได้อย่างเดียว)",
        en "the disk is read-only",
    }
    in_the_cloud {
        th "ไฟล์นี้อยู่บนคลาวด์เท่านั้น และดาวน์โหลดลงมาไม่ได้ในตอนนี้ ให้เปิดโปรแกรมซิงก์ (เช่น OneDrive) และต่ออินเทอร์เน็ต \
           คลิกขวาที่โฟลเดอร์ของเว็บ เลือก “เก็บไว้บนอุปกรณ์นี้เสมอ” รอจนครบ แล้วสั่งใหม่",
        en "it is in the cloud only and could not be fetched now. Start the sync program (such as OneDrive) and connect to the internet, right-click \
           the folder of the site, choose “Always keep on this device”, wait until all is there, then run again",
    }
}
