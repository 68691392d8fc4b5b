//! Texts of the preview's bar and pages.

sentences! {
    bar {
        th "ผลตรวจหน้านี้ แสดงเฉพาะก่อนเผยแพร่",
        en "Problems of this page, shown in the preview only",
    }
    clean {
        th "ไม่พบข้อผิดในหน้านี้",
        en "nothing found on this page",
    }
    running {
        th "กำลังตรวจ…",
        en "checking…",
    }
    this_page {
        th "หน้านี้",
        en "This page",
    }
    details {
        th "ดูรายการและวิธีแก้",
        en "What and how to repair",
    }
    repair {
        th "วิธีแก้",
        en "Repair",
    }
    explanation {
        th "อ่านคำอธิบาย",
        en "Explanation",
    }
    last_good {
        th "หน้าที่เห็นอยู่นี้เป็นของเดิม เพราะสิ่งที่เพิ่งบันทึกมีข้อผิด จึงยังสร้างหน้าใหม่ไม่ได้ แก้ตามรายการนี้แล้วบันทึก หน้าจะเปลี่ยนให้เอง",
        en "What you see is the page as it was before: what was saved last has errors, so a new page cannot be made. Mend these and save; the page changes by itself",
    }
    emptied {
        th "หน้าที่เห็นอยู่นี้เป็นของเดิม เพราะไฟล์ของหน้านี้ว่างเปล่า (0 ไบต์) อาจมีโปรแกรมกำลังบันทึกอยู่ เมื่อไฟล์มีข้อความอีก หน้าจะเปลี่ยนให้เอง",
        en "What you see is the page as it was before: its file is empty (0 bytes), perhaps a program is just saving it. When there is text in it again, the page changes by itself",
    }
    stopped {
        th "การแสดงตัวอย่างหยุดแล้ว หน้านี้จะไม่เปลี่ยนตามไฟล์อีก เปิดโปรแกรมใหม่ด้วย prongsai serve แล้วหน้านี้จะใช้ต่อได้",
        en "The preview has stopped: this page does not follow the files any more. Start prongsai serve again, and it goes on",
    }
    dashboard {
        th "ปัญหาและความครบถ้วนของเว็บไซต์",
        en "Problems and completeness of the site",
    }
    preview {
        th "หน้านี้มีเฉพาะในการดูตัวอย่างก่อนเผยแพร่",
        en "This page is part of the preview only",
    }
    to_site {
        th "ไปหน้าแรกของเว็บไซต์",
        en "Home page of the site",
    }
    to_dashboard {
        th "ดูปัญหาทั้งเว็บไซต์",
        en "All problems of the site",
    }
    show_only {
        th "เลือกดูเฉพาะ",
        en "Show only",
    }
    severity {
        th "ระดับ",
        en "Severity",
    }
    year {
        th "ปีงบประมาณ",
        en "Fiscal year",
    }
    unit {
        th "ส่วนราชการ",
        en "Division",
    }
    all {
        th "ทั้งหมด",
        en "All",
    }
    no_unit {
        th "ไม่ระบุ",
        en "None named",
    }
    completeness {
        th "ความครบถ้วนรายปี",
        en "Completeness by year",
    }
    no_site {
        th "ยังอ่านเว็บไซต์ไม่ได้ จึงยังบอกความครบถ้วนไม่ได้ แก้ข้อผิดด้านล่างก่อน",
        en "The site cannot be read yet, so nothing is known about its completeness. Mend the errors below first",
    }
    nothing_filed {
        th "ยังไม่มีข้อมูล",
        en "nothing filed",
    }
    empty_page {
        th "มีแต่ชื่อเรื่อง ยังไม่มีเนื้อหา",
        en "a title and nothing else",
    }
    is_draft {
        th "ยังเป็นร่าง",
        en "still a draft",
    }
    worth(points) {
        th "{points} คะแนน",
        en "{points} points",
    }
    missing {
        th "ยังขาด",
        en "missing",
    }
    all_complete {
        th "ครบทุกข้อ",
        en "Every item is complete",
    }
    problems {
        th "รายการปัญหา",
        en "Problems",
    }
    no_problems {
        th "ไม่พบปัญหา",
        en "Nothing found",
    }
    no_match {
        th "ไม่มีปัญหาที่ตรงกับที่เลือก",
        en "Nothing matches the selection",
    }
    whole_site {
        th "ทั้งเว็บไซต์ (ไฟล์ตั้งค่า หน้าแรก รูปแบบหน้า)",
        en "The whole site (settings, home page, theme)",
    }
    trouble {
        th "ยังแสดงหน้านี้ไม่ได้",
        en "This page cannot be shown yet",
    }
    trouble_help {
        th "แก้ข้อผิดต่อไปนี้ในไฟล์แล้วบันทึก หน้านี้จะเปลี่ยนให้เอง ไม่ต้องสั่งโปรแกรมใหม่ ไฟล์ที่เผยแพร่ไปแล้วไม่เปลี่ยน",
        en "Mend these in the files and save: the page changes by itself, the program need not be started again. What is published does not change",
    }
    all_problems(count) {
        th "ปัญหาทั้งเว็บไซต์ ({count})",
        en "All problems of the site ({count})",
    }
    line(line, column) {
        th "บรรทัด {line} ตัวอักษรที่ {column}",
        en "line {line}, character {column}",
    }
    unfiled(file) {
        th "ข้อนี้ยังไม่มีข้อมูล ให้สร้างไฟล์ {file}",
        en "Nothing is filed for this item yet: make the file {file}",
    }
    complete(complete, all) {
        th "ครบ {complete} จาก {all} ข้อ",
        en "{complete} of {all} items complete",
    }
    saved_last {
        th "สิ่งที่เพิ่งบันทึก",
        en "what was saved last",
    }
    stumbled(what) {
        th "การแสดงตัวอย่างสะดุดที่ {what} และยังทำงานต่อ เป็นข้อบกพร่องของโปรแกรม ไม่ใช่ของผู้เขียน \
           ลองย้อนสิ่งที่แก้ล่าสุดในไฟล์นี้แล้วบันทึก และส่งไฟล์นี้ให้ผู้ดูแลโปรแกรม",
        en "The preview stumbled over {what}; it goes on. This is a fault of the program, not yours. \
           Take back what you changed last there and save, and send the file to those who look after the program",
    }
    more(count) {
        th "และอีก {count} แห่ง แก้ส่วนนี้ก่อน ที่เหลือจะแสดงต่อ",
        en "and {count} more. Mend these first, and the rest will be shown",
    }
}
