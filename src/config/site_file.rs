//! `site.yaml` as typed.

use url::Url;

use super::security::SecurityBlock;
use super::{Agency, CheckSettings, Contact, Deadline, Freeze, Host, Limits, LinkSettings, OpenData, OwnAbbreviation, Privacy, Unit};
use crate::base::Lang;
use crate::thai::FiscalYear;
use crate::yaml::{Choice, Context, Declared, FromNode, Node, Shape, Spanned, structure};

structure! {
    /// The site file: the body, the address of its site, and the choices of its webmaster.
    #[derive(Clone, Debug)]
    pub struct SiteFile, "ไฟล์ site.yaml: หน่วยงาน ที่อยู่เว็บ และการตั้งค่า", shown "ทุกหน้า" "every page" {
        /// The public body.
        pub(super) agency: Agency = required "agency", "หน่วยงาน";
        /// Where the site will be: absolute, http or https.
        pub(super) base_url: Spanned<Url> = required "base_url", "ที่อยู่เต็มของเว็บที่จะเผยแพร่", eg "https://ita.example.go.th/";
        /// Its divisions.
        pub(super) units: Vec<Unit> = list "units", "ส่วนราชการในหน่วยงาน";
        /// Abbreviations of its own, for search.
        pub(super) abbreviations: Vec<OwnAbbreviation> = list "abbreviations", "คำย่อของหน่วยงาน สำหรับการค้นหา";
        /// Where it can be reached.
        pub(super) contact: Contact = or_default "contact", "ช่องทางติดต่อ";
        /// Years to publish; every year that has a folder if empty.
        pub(super) years: Vec<Spanned<FiscalYear>> = list "years", "ปีงบประมาณที่เผยแพร่ ถ้าไม่ระบุคือทุกปีที่มีโฟลเดอร์", eg "[2566, 2567]";
        /// Name of the theme, a folder of `themes`.
        pub(super) theme: Option<Spanned<String>> = optional "theme", "ชื่อรูปแบบหน้า คือโฟลเดอร์ใน themes", eg "default";
        /// Language of menu, headings and labels. A list, of which only the first counts.
        pub(super) languages: Vec<Spanned<Lang>> = list "languages", "ภาษาของเว็บ มีผลเฉพาะภาษาแรก", eg "[th]";
        /// A sentence shown on every page.
        pub(super) notice: Option<String> = optional "notice", "ประกาศที่แสดงทุกหน้า", eg "เว็บนี้อยู่ระหว่างทดสอบ";
        /// What it says about its data: licence, frequency, objective.
        pub(super) open_data: OpenData = or_default "open_data", "คำอธิบายข้อมูลเปิด: สัญญาอนุญาต ความถี่ วัตถุประสงค์";
        /// Windows in which submitted pages must not change.
        pub(super) freeze: Vec<Freeze> = list "freeze", "ช่วงที่ห้ามแก้หน้าที่ส่งประเมินแล้ว";
        /// Days until which something is to be done.
        pub(super) deadlines: Vec<Deadline> = list "deadlines", "กำหนดส่ง";
        /// What was decided about findings.
        pub(super) checks: CheckSettings = or_default "checks", "ระดับของปัญหา และปัญหาที่ยอมรับ";
        /// What is said about other websites.
        pub(super) links: LinkSettings = or_default "links", "เว็บไซต์อื่น";
        /// How large things may be.
        pub(super) limits: Limits = or_default "limits", "ขนาดสูงสุด";
        /// What may be published although it looks private.
        pub(super) privacy: Privacy = or_default "privacy", "หมายเลขที่เผยแพร่ได้";
        /// What `security.txt` says; none is written without.
        pub(super) security: Option<Spanned<SecurityBlock>> = optional "security", "ผู้รับแจ้งช่องโหว่";
        /// Hosts for which a file of response headers is written.
        pub(super) headers: Vec<Host> = list "headers", "เครื่องแม่ข่ายที่จะเขียนไฟล์ตั้งค่าให้", eg "[apache]", shown "ไฟล์ตั้งค่าของเครื่องแม่ข่าย" "a file of settings of the host";
        /// Whether pages name the hash of their style sheets and scripts.
        pub(super) integrity: bool = or_default "integrity", "ให้หน้าเว็บระบุค่าแฮชของไฟล์รูปแบบ", eg "true", shown "ไม่แสดง" "nowhere";
    }
}

/// Languages of the interface, with the prefixes of their names.
const LANGUAGES: [(Lang, [&str; 2]); 2] = [(Lang::Thai, ["th", "ไทย"]), (Lang::English, ["en", "อังกฤษ"])];

impl FromNode for Lang {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let text = String::from_node(node, context)?;
        if let Some((lang, _)) = LANGUAGES.iter().find(|(lang, _)| lang.name() == text) {
            return Some(*lang);
        }
        let known = LANGUAGES.map(|(lang, _)| lang.name()).join(", ");
        let lower = text.to_lowercase();
        let nearest = LANGUAGES.iter().find(|(_, words)| words.iter().any(|word| lower.starts_with(word)));
        let report = context.report("unknown-value", &node.span).set("text", text).set("known", known);
        nearest.map(|(lang, _)| report.set("nearest", lang.name()));
        None
    }
}

impl Declared for Lang {
    fn shape() -> Shape {
        Shape::OneOf(LANGUAGES.iter().map(|(lang, _)| Choice { key: lang.name(), aliases: &[] }).collect())
    }

    fn written(&self) -> serde_json::Value {
        self.name().into()
    }
}
