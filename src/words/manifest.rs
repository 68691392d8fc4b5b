//! Reasons for rejecting a manifest.

sentences! {
    too_large {
        th "ใหญ่กว่า 256 MB",
        en "it is larger than 256 MB",
    }
    form {
        th "ไม่ใช่ JSON ในรูปแบบของโปรแกรมนี้",
        en "it is not JSON of our form",
    }
    generator {
        th "ไม่ใช่โปรแกรมนี้เป็นผู้เขียน (generator ไม่ใช่ prongsai)",
        en "another program made it (generator is not prongsai)",
    }
    version {
        th "เป็นรูปแบบรุ่นอื่น (version) โปรแกรมรุ่นนี้อ่านไม่ได้",
        en "it has another version than this program reads",
    }
    empty_part {
        th "มีชื่อไฟล์หรือโฟลเดอร์ว่าง",
        en "a path or a part of it is empty",
    }
    absolute {
        th "ที่อยู่ไฟล์ขึ้นต้นด้วย / จึงชี้ออกนอกเว็บ",
        en "a path begins with / and leaves the site",
    }
    dot_part {
        th "ที่อยู่ไฟล์มีส่วนที่เป็น . หรือ .. จึงอาจชี้ออกนอกเว็บ",
        en "a path has a part . or .. and may leave the site",
    }
    character {
        th "ชื่อไฟล์มีอักขระต้องห้าม (\\ : หรืออักขระควบคุม)",
        en "a path has a backslash, colon or control character",
    }
    itself {
        th "ระบุตัวเองเป็นไฟล์ของเว็บ",
        en "it lists itself or its check sums",
    }
    twice {
        th "ระบุไฟล์เดียวกันสองครั้ง",
        en "it lists a file twice",
    }
    two_hashes {
        th "ระบุไฟล์เดียวกันสองครั้งโดยค่าแฮชไม่ตรงกัน",
        en "it lists a file twice, with two hashes",
    }
    alike {
        th "มีสองชื่อที่ต่างกันเพียงตัวพิมพ์หรือการเข้ารหัสอักษร",
        en "two paths differ only in case or in the coding of a letter",
    }
    folder_too {
        th "ชื่อหนึ่งเป็นทั้งไฟล์และโฟลเดอร์",
        en "a path is both a file and a folder",
    }
    hash {
        th "ค่าแฮชไม่ใช่เลขฐานสิบหกตัวเล็ก 64 ตัว",
        en "a hash is not 64 hexadecimal digits in lower case",
    }
    size {
        th "ขนาดไฟล์ใหญ่เกินจริง",
        en "a size is larger than anything we publish",
    }
}
