//! The data files and their declared fields.

use super::front_matter::{Assessment, FrontMatter};
use crate::catalogue::Catalogue;
use crate::config::SiteFile;
use crate::yaml::{Declared, Description, Named, Shape};

/// A kind of file with declared fields.
#[derive(Clone, Copy, Debug)]
pub struct DeclaredFile {
    /// Name in commands.
    pub name: &'static str,
    /// Example path.
    pub(crate) path: &'static str,
    pub(crate) about: Description,
    /// Declared content.
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
