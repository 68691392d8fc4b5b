//! The files that people write as data, and what may stand in each.

use super::front_matter::{Assessment, FrontMatter};
use crate::catalogue::Catalogue;
use crate::config::SiteFile;
use crate::yaml::{Declared, Description, Named, Shape};

/// A kind of file whose fields are declared.
#[derive(Clone, Copy, Debug)]
pub struct DeclaredFile {
    /// What commands call it.
    pub name: &'static str,
    /// Where it is, an example.
    pub(crate) path: &'static str,
    pub(crate) about: Description,
    /// What may stand in it.
    pub shape: fn() -> Shape,
}

/// Every kind of file whose fields are declared.
pub const DECLARED_FILES: [DeclaredFile; 4] = [
    DeclaredFile {
        name: "page",
        path: "content/2566/o42.md",
        about: Description {
            thai: "ข้อมูลระหว่างเส้น --- ที่ต้นไฟล์ของหน้า", english: "front matter of a page"
        },
        shape: FrontMatter::shape,
    },
    DeclaredFile {
        name: "site",
        path: "content/site.yaml",
        about: Description {
            thai: "หน่วยงาน ที่อยู่เว็บ และการตั้งค่า", english: "the body, its address, its choices"
        },
        shape: SiteFile::shape,
    },
    DeclaredFile {
        name: "assessments",
        path: "content/assessments.yaml",
        about: Description {
            thai: "ผลการประเมินที่ประกาศแล้ว ใต้ปีงบประมาณ", english: "published results, by fiscal year"
        },
        shape: Named::<Assessment>::shape,
    },
    DeclaredFile {
        name: "catalogue",
        path: "content/catalogues/2570.yaml",
        about: Description {
            thai: "รายการตรวจของหน่วยงานเอง", english: "a checklist of one's own"
        },
        shape: Catalogue::shape,
    },
];
