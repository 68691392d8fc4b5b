//! Size limits (AR14). Each is reported with a position, and has a key under `limits` to change it.

use borsh::{BorshDeserialize, BorshSerialize};

use crate::yaml::{Context, structure};

structure! {
    /// Upper limits. Bytes unless said otherwise.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
    pub struct Limits, "ขนาดสูงสุด หน่วยเป็นไบต์ ถ้าไม่ระบุหน่วยอื่น", shown "ไม่แสดง" "nowhere", then Limits::clamp {
        /// A document.
        pub(crate) file: usize = or(Self::DEFAULT.file) "file", "ไฟล์ของหน้า", eg "4194304";
        /// A line of a document.
        pub(crate) line: usize = or(Self::DEFAULT.line) "line", "บรรทัดหนึ่ง", eg "1048576";
        /// Front matter.
        pub(crate) front_matter: usize = or(Self::DEFAULT.front_matter) "front_matter", "ข้อมูลต้นไฟล์", eg "65536";
        /// Lists and maps within each other.
        pub(crate) yaml_depth: usize = or(Self::DEFAULT.yaml_depth) "yaml_depth", "รายการซ้อนกันใน YAML กี่ชั้น", eg "32";
        /// A title, in characters.
        pub(crate) title: usize = or(Self::DEFAULT.title) "title", "ชื่อเรื่อง นับเป็นตัวอักษร", eg "300";
        /// Markdown blocks within each other.
        pub(crate) nesting: usize = or(Self::DEFAULT.nesting) "nesting", "ส่วนของ Markdown ซ้อนกันกี่ชั้น", eg "256";
        /// A rendered page.
        pub(crate) page: usize = or(Self::DEFAULT.page) "page", "หน้าที่สร้างแล้ว", eg "67108864";
        /// Seconds in which the templates of the theme make a page.
        pub(crate) page_seconds: usize = or(Self::DEFAULT.page_seconds) "page_seconds", "วินาทีที่แม่แบบใช้สร้างหน้าหนึ่ง", eg "10";
        /// By how much the memory may grow meanwhile.
        pub(crate) page_memory: usize = or(Self::DEFAULT.page_memory) "page_memory", "หน่วยความจำที่ใช้เพิ่มระหว่างนั้น", eg "536870912";
        /// An output path.
        pub(crate) path: usize = or(Self::DEFAULT.path) "path", "ความยาวของที่อยู่ไฟล์", eg "1024";
        /// An attachment, so that a phone can load it.
        pub(crate) attachment: usize = or(Self::DEFAULT.attachment) "attachment", "ไฟล์แนบ ให้โทรศัพท์เปิดได้", eg "20971520";
        /// An attachment into which the checks look.
        pub(crate) inspect: usize = or(Self::DEFAULT.inspect) "inspect", "ไฟล์แนบที่จะตรวจภายใน", eg "67108864";
    }
}

impl Limits {
    const DEFAULT: Self = Self {
        // The most expensive shapes (headings, table rows in sequence) take up to 200 bytes of
        // memory per byte: under 1 GB (P14).
        file: 4 << 20,
        line: 1 << 20,
        front_matter: 64 << 10,
        yaml_depth: 32,
        title: 300,
        nesting: 256,
        page: 64 << 20,
        page_seconds: 10,
        page_memory: 512 << 20,
        path: 1024,
        attachment: 20 << 20,
        inspect: 64 << 20,
    };

    fn clamp(&mut self, _: &mut Context<'_>) {
        self.yaml_depth = self.yaml_depth.min(MAX_DEPTH);
        self.nesting = self.nesting.min(MAX_DEPTH);
        self.inspect = self.inspect.min(MAX_INSPECTED_BYTES);
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self::DEFAULT
    }
}

/// Upper bound, not configurable: recursive tools run out of stack beyond it.
const MAX_DEPTH: usize = 512;

/// Upper bound, not configurable: files are inspected in memory, several at a time.
const MAX_INSPECTED_BYTES: usize = 512 << 20;
