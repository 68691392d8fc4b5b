//! Messages without a command.

sentences! {
    commands_for_site(root) {
        th "เว็บในโฟลเดอร์ {root} สั่งได้ดังนี้\n\n  \
           prongsai serve --open   ดูตัวอย่างในเบราว์เซอร์ หน้าเว็บเปลี่ยนตามทุกครั้งที่บันทึกไฟล์\n  \
           prongsai check          ตรวจว่ามีอะไรผิด ที่ใด และแก้อย่างไร\n  \
           prongsai build          สร้างเว็บลงในโฟลเดอร์ public\n  \
           prongsai publish        เผยแพร่: ตรวจ สร้าง ล็อกที่อยู่ และจดประวัติ\n  \
           prongsai --help         คำสั่งทั้งหมด\n\n",
        en "the site in {root}; what can be done:\n\n  \
           prongsai serve --open   see it in the browser; pages follow the files as you save them\n  \
           prongsai check          what is wrong, where, and how to mend it\n  \
           prongsai build          build the site into the folder public\n  \
           prongsai publish        build, lock every URL, log what changed\n  \
           prongsai --help         all commands\n\n",
    }
    first_steps(here) {
        th "ยังไม่มีเว็บในโฟลเดอร์ {here}\n\n  \
           มีเว็บอยู่แล้ว   ย้ายโปรแกรมนี้ไปไว้ในโฟลเดอร์ของเว็บ (ที่มีโฟลเดอร์ content อยู่) แล้วเปิดใหม่ หรือเติม --root โฟลเดอร์ของเว็บ\n  \
           ยังไม่มีเว็บ     prongsai new site ชื่อโฟลเดอร์   โปรแกรมจะถามชื่อหน่วยงานและที่อยู่เว็บ แล้วเขียนไฟล์ให้\n  \
           คำสั่งทั้งหมด   prongsai --help\n\n",
        en "there is no site in {here}\n\n  \
           you have one    move this program into the folder of the site (the one with the folder content) and open it again, or add --root FOLDER\n  \
           you have none   prongsai new site FOLDER   asks for the body and the address, and writes the file\n  \
           all commands    prongsai --help\n\n",
    }
    extract_first {
        th "โปรแกรมนี้ยังอยู่ในไฟล์ ZIP ให้คลิกขวาที่ไฟล์ ZIP เลือก “แยกข้อมูลทั้งหมด…” (Extract All) แล้วเปิดจากโฟลเดอร์ที่ได้\n",
        en "this program is still inside the ZIP file: right-click the ZIP file, choose Extract All…, and open it in the new folder\n",
    }
    where_to_type {
        th "พิมพ์คำสั่งในหน้าต่างอื่น: เปิดโฟลเดอร์นี้ใน File Explorer คลิกช่องที่อยู่ด้านบน พิมพ์ cmd แล้วกด Enter\nกำลังเปิดตัวอย่างเว็บ…",
        en "to type a command: open this folder in File Explorer, click the address above the files, type cmd, press Enter\nopening the preview…",
    }
}
