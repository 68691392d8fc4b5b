//! Messages of `build`.

sentences! {
    built(out, files, written, unchanged, removed, seconds) {
        th "สร้างเว็บแล้วที่ {out}: {files} ไฟล์ (เขียนใหม่ {written} คงเดิม {unchanged} เลิกเผยแพร่ {removed}) ใช้เวลา {seconds:.2} วินาที",
        en "built {out}: {files} files ({written} written, {unchanged} unchanged, {removed} withdrawn) in {seconds:.2} s",
    }
    not_built(out) {
        th "ยังไม่ได้สร้างเว็บ ไฟล์ใน {out} คงเดิมทุกไฟล์ แก้ไขตามรายการข้างต้นแล้วสั่งใหม่",
        en "not built: every file in {out} is as it was. Mend the above and run again",
    }
    strict {
        th "--strict นับคำเตือนเป็นข้อผิดพลาด",
        en "--strict counts warnings as errors",
    }
    rendering {
        th "กำลังสร้างหน้า",
        en "rendering",
    }
    total_time {
        th "รวม",
        en "total",
    }
    stage_source {
        th "อ่านไฟล์ต้นฉบับ",
        en "reading the sources",
    }
    stage_config {
        th "ข้อมูลเว็บ รายการตรวจ รูปแบบหน้า",
        en "site file, catalogues, theme",
    }
    stage_content {
        th "อ่านเนื้อหา",
        en "understanding the content",
    }
    stage_site {
        th "ประกอบเป็นเว็บ",
        en "assembling the site",
    }
    stage_attachments {
        th "ดูในไฟล์แนบ",
        en "looking into attachments",
    }
    stage_check {
        th "ตรวจ",
        en "checks",
    }
    stage_plan {
        th "วางแผนไฟล์",
        en "plan",
    }
    stage_render {
        th "สร้างหน้า",
        en "rendering",
    }
    stage_hash {
        th "คำนวณค่าแฮช",
        en "hashing",
    }
    stage_compare {
        th "เทียบกับไฟล์เดิม",
        en "comparing with the old files",
    }
    stage_write {
        th "เขียนไฟล์",
        en "writing",
    }
    stage_manifest {
        th "เขียน manifest",
        en "manifest",
    }
    stage_swap {
        th "สลับโฟลเดอร์",
        en "swap",
    }
    stage_remove_old {
        th "ลบโฟลเดอร์เดิม",
        en "removing the old folder",
    }
    stage_rest {
        th "อื่น ๆ",
        en "the rest",
    }
}
