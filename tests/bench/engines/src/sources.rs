//! The texts, the same on every machine.

use std::fmt::Write;
use std::sync::Arc;

/// A file before it is understood.
#[derive(Clone, Debug)]
pub struct Source {
    pub address: String,
    pub text: Arc<str>,
}

/// What an author changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Nothing yet.
    Nothing,
    /// A sentence: other pages do not show it.
    Body,
    /// The title, which pages that link here show.
    Title,
    /// A heading goes, to which other pages may link.
    Heading,
}

const WORDS: &[&str] = &[
    "มาตรการ",
    "ป้องกัน",
    "การทุจริต",
    "หน่วยงาน",
    "ประชาชน",
    "เปิดเผย",
    "ข้อมูล",
    "สาธารณะ",
    "งบประมาณ",
    "โครงการ",
    "แผนปฏิบัติการ",
    "ผลการดำเนินงาน",
    "ประเมิน",
    "คุณธรรม",
    "ความโปร่งใส",
    "เทศบาล",
    "ตำบล",
    "บริการ",
    "ร้องเรียน",
    "ช่องทาง",
    "ตรวจสอบ",
    "รายงาน",
    "ประจำปี",
    "ผู้บริหาร",
    "เจ้าหน้าที่",
    "จัดซื้อจัดจ้าง",
    "พัสดุ",
    "กำหนด",
    "แนวทาง",
    "ปรับปรุง",
    "ติดตาม",
    "เผยแพร่",
    "เว็บไซต์",
    "มีส่วนร่วม",
    "ทรัพยากรบุคคล",
    "ระเบียบ",
    "ข้อบัญญัติ",
];
const TROUBLE: &[&str] = &["ตามความเหมาะสม", "ฯลฯ", "คลิกที่นี่", "อยู่ระหว่างดำเนินการ"];
/// Pages below one page of an item.
const BELOW: usize = 40;

/// SplitMix64.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % end as u64) as usize
    }

    fn words(&mut self, out: &mut String, count: usize) {
        for n in 0..count {
            out.push_str(WORDS.get(self.below(WORDS.len())).copied().unwrap_or_default());
            if n % 4 == 3 {
                out.push(' ');
            }
        }
    }
}

/// All texts of a site.
pub fn sources(pages: usize) -> Vec<Source> {
    (0..pages).map(|at| source(at, pages, Edit::Nothing)).collect()
}

/// A text, as it is after an edit: 2–3 kB, three headings, a list, a table, four links, of which
/// one in fifty leads nowhere.
pub fn source(at: usize, pages: usize, edit: Edit) -> Source {
    let mut random = Random((at as u64 + 1).wrapping_mul(0xD6E8_FEB8_6659_FD93));
    let mut out = String::with_capacity(4 << 10);
    out.push_str("---\ntitle: ");
    random.words(&mut out, 5);
    if edit == Edit::Title {
        out.push_str("ฉบับแก้ไข");
    }
    let _ = write!(out, "\nfiscal_year: 2569\nitem: O{}\nas_of: 2026-0{}-1{}\n", at % 43 + 1, random.below(9) + 1, random.below(9));
    out.push_str("responsible_unit: สำนักปลัด\n---\n\n");
    if edit == Edit::Body {
        out.push_str("ย่อหน้าที่เพิ่มภายหลัง ตามความเหมาะสม\n\n");
    }
    for part in 1..=3 {
        if edit != Edit::Heading || part != 2 {
            out.push_str("## ");
            random.words(&mut out, 2);
            let _ = writeln!(out, " {{#part-{part}}}\n");
        }
        let count = 15 + random.below(8);
        random.words(&mut out, count);
        link(&mut random, &mut out, at, pages);
        if random.below(10) == 0 {
            out.push_str(TROUBLE.get(random.below(TROUBLE.len())).copied().unwrap_or_default());
        }
        out.push_str("\n\n");
        section(&mut random, &mut out, part);
    }
    link(&mut random, &mut out, at, pages);
    out.push('\n');
    Source { address: address(at), text: out.into() }
}

fn section(random: &mut Random, out: &mut String, part: usize) {
    match part {
        1 => {
            for _ in 0..3 {
                out.push_str("- ");
                random.words(out, 3);
                out.push('\n');
            }
        }
        2 => {
            out.push_str("| ที่ | รายการ | จำนวน |\n|---|---|---:|\n");
            for row in 1..=4 {
                let _ = write!(out, "| {row} | ");
                random.words(out, 2);
                let _ = writeln!(out, " | {} |", random.below(100_000));
            }
        }
        _ => random.words(out, 10),
    }
    out.push('\n');
}

fn address(at: usize) -> String {
    match at % BELOW {
        0 => format!("/2569/o{}/", at / BELOW),
        below => format!("/2569/o{}/entry-{below:04}/", at / BELOW),
    }
}

fn link(random: &mut Random, out: &mut String, at: usize, pages: usize) {
    let other = match random.below(50) {
        0 => pages + random.below(pages),
        n if n % 3 == 0 => at - at % BELOW,
        _ => random.below(pages),
    };
    let _ = write!(out, " [ดูหน้าที่เกี่ยวข้อง]({}#part-{})", address(other), random.below(3) + 1);
}
