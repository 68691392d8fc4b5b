//! Terminal messages of `serve`, and its replies to rejected requests.

sentences! {
    serving(address, problems, dashboard) {
        th "ดูตัวอย่างที่ {address} · {problems}: {dashboard} · หน้าเว็บจะเปลี่ยนเองเมื่อบันทึกไฟล์ กด Ctrl-C เพื่อเลิก",
        en "preview at {address} · {problems}: {dashboard} · pages follow the files as you save them; Ctrl-C ends it",
    }
    checking {
        th "กำลังตรวจ",
        en "checking",
    }
    nothing_wrong {
        th "ไม่พบปัญหา",
        en "nothing found",
    }
    no_browser(address) {
        th "เปิดเบราว์เซอร์ให้ไม่ได้ กรุณาเปิดเองแล้วพิมพ์ {address}",
        en "no browser could be opened; open one and type {address}",
    }
    another_port(port, free) {
        th "พอร์ต {port} มีโปรแกรมอื่นใช้อยู่ พอร์ต {free} ว่าง: prongsai serve --port {free}",
        en "port {port} is used by another program; {free} is free: prongsai serve --port {free}",
    }
    refused_host {
        th "ชื่อเครื่องในคำขอไม่ใช่ของหน้าตัวอย่างนี้ ให้เปิดด้วยที่อยู่ที่โปรแกรมพิมพ์ไว้ตอนเริ่ม",
        en "The request names a host that is not this preview. Open the address that the program printed when it started.",
    }
    refused_path {
        th "ที่อยู่ในคำขออ่านเป็นข้อความ UTF-8 ไม่ได้ ให้ตรวจลิงก์ที่ใช้เปิด",
        en "The address cannot be read as UTF-8 text. Check the link you came by.",
    }
    refused_foreign {
        th "หน้าเว็บอื่นอ่านหน้าตัวอย่างนี้ไม่ได้ ให้เปิดที่อยู่นี้ในเบราว์เซอร์โดยตรง",
        en "Pages of other sites may not read this preview. Open the address in the browser itself.",
    }
    refused_websocket {
        th "หน้าตัวอย่างนี้ไม่รับการเชื่อมต่อแบบ WebSocket",
        en "This preview takes no WebSocket connections.",
    }
    refused_method {
        th "หน้าตัวอย่างนี้มีไว้อ่านเท่านั้น รับเฉพาะ GET และ HEAD",
        en "This preview can only be read: GET and HEAD.",
    }
    refused_gone {
        th "ไม่พบไฟล์นี้แล้ว อาจถูกลบหรือย้ายไปหลังจากที่โปรแกรมอ่านต้นฉบับ",
        en "This file is no longer there; it may have been removed since the sources were read.",
    }
    refused_range {
        th "ไฟล์นี้ไม่มีช่วงข้อมูลที่ขอ",
        en "The file has none of the bytes that were asked for.",
    }
    refused_failed {
        th "สร้างหน้านี้ไม่สำเร็จเพราะโปรแกรมผิดพลาด หน้าอื่นยังเปิดได้ตามปกติ",
        en "The program failed to make this page; other pages still work.",
    }
}
