//! The public body.

use borsh::{BorshDeserialize, BorshSerialize};

use super::{is_mail_address, is_telephone, is_web_address, meant_address, meant_mail};
use crate::yaml::{Context, Spanned, structure};

structure! {
    /// The public body.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Agency, "หน่วยงาน", shown "หัวและท้ายของทุกหน้า" "the head and the foot of every page" {
        /// Its full name.
        pub(crate) name: Spanned<String> = required "name", "ชื่อเต็ม", eg "เทศบาลตำบลตัวอย่าง";
        /// Other ways in which it writes its name.
        pub(crate) aliases: Vec<Spanned<String>> = list "aliases", "ชื่ออื่นที่ใช้ในเอกสาร", eg "[ทต.ตัวอย่าง]", shown "ไม่แสดง ใช้ตรวจชื่อ" "nowhere; names are compared with it";
        /// What kind of body it is.
        pub(crate) kind: Option<Spanned<String>> = optional "type", "ประเภท เช่น เทศบาลตำบล องค์การบริหารส่วนตำบล", eg "เทศบาลตำบล";
        /// District.
        pub(crate) district: Option<Spanned<String>> = optional "district", "อำเภอ", eg "ตัวอย่าง";
        /// Province.
        pub(crate) province: Option<Spanned<String>> = optional "province", "จังหวัด", eg "ตัวอย่าง";
    }
}

structure! {
    /// The body as a page names it, where it differs from the site file.
    #[derive(Clone, Debug, Default, PartialEq, BorshSerialize, BorshDeserialize)]
    pub struct AgencyOverride, "หน่วยงานตามเอกสารของหน้านี้ ถ้าต่างจาก site.yaml", shown "หัวของหน้า" "the head of the page" {
        /// Its full name.
        pub(crate) name: Option<Spanned<String>> = optional "name", "ชื่อเต็ม", eg "เทศบาลตำบลตัวอย่าง";
        /// Other names.
        pub(crate) aliases: Vec<Spanned<String>> = list "aliases", "ชื่ออื่น", eg "[ทต.ตัวอย่าง]", shown "ไม่แสดง ใช้ตรวจชื่อ" "nowhere; names are compared with it";
        /// What kind of body it is.
        pub(crate) kind: Option<Spanned<String>> = optional "type", "ประเภท", eg "เทศบาลตำบล";
        /// District.
        pub(crate) district: Option<Spanned<String>> = optional "district", "อำเภอ", eg "ตัวอย่าง";
        /// Province.
        pub(crate) province: Option<Spanned<String>> = optional "province", "จังหวัด", eg "ตัวอย่าง";
    }
}

structure! {
    /// A division of the body; a text alone is its name.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Unit, "ส่วนราชการ ข้อความเดี่ยวคือชื่อ", shown "ไม่แสดง ใช้ตรวจชื่อในหน้า" "nowhere; names on pages are compared with it", short "name" {
        /// Its name.
        pub(crate) name: Spanned<String> = required "name", "ชื่อ", eg "สำนักปลัด";
        /// Other ways of writing it.
        pub(crate) aliases: Vec<Spanned<String>> = list "aliases", "ชื่ออื่นที่ใช้", eg "[สำนักงานปลัด]";
    }
}

structure! {
    /// An abbreviation that only this body uses; search takes both for the same.
    #[derive(Clone, Debug, PartialEq)]
    pub struct OwnAbbreviation, "คำย่อและคำเต็ม การค้นหาถือว่าเป็นคำเดียวกัน", shown "การค้นหา" "search" {
        /// The short form.
        pub(crate) short: String = required "short", "คำย่อ", eg "ศดธ.";
        /// What it stands for.
        pub(crate) means: String = required "means", "คำเต็ม", eg "ศูนย์ดำรงธรรม";
    }
}

structure! {
    /// Where the body can be reached.
    #[derive(Clone, Debug, Default, PartialEq)]
    pub struct Contact, "ช่องทางติดต่อหน่วยงาน", shown "ท้ายของทุกหน้า" "the foot of every page", then Contact::check {
        /// Address.
        pub(crate) address: Option<Spanned<String>> = optional "address", "ที่อยู่", eg "99 หมู่ 1 ตำบลตัวอย่าง";
        /// Telephone.
        pub(crate) phone: Option<Spanned<String>> = optional "phone", "โทรศัพท์", eg "0 2000 0000";
        /// Fax.
        pub(crate) fax: Option<Spanned<String>> = optional "fax", "โทรสาร", eg "0 2000 0001";
        /// E-mail.
        pub(crate) email: Option<Spanned<String>> = optional "email", "อีเมล", eg "saraban@example.go.th";
        /// Opening hours.
        pub(crate) hours: Option<Spanned<String>> = optional "hours", "เวลาทำการ", eg "จันทร์–ศุกร์ 08.30–16.30 น.";
        /// The body's main website.
        pub(crate) website: Option<Spanned<String>> = optional "website", "เว็บไซต์หลักของหน่วยงาน", eg "https://www.example.go.th/";
    }
}

impl Agency {
    /// True for a local government (อปท.), to which more of the checklist applies; determined by
    /// its type, else by its name.
    pub fn is_local(&self) -> bool {
        const LOCAL: [&str; 8] = ["เทศบาล", "องค์การบริหารส่วน", "อบต.", "อบจ.", "ทต.", "ทม.", "ทน.", "เมืองพัทยา"];
        let name = self.kind.as_ref().unwrap_or(&self.name);
        LOCAL.iter().any(|local| name.value.starts_with(local)) || name.value == "กรุงเทพมหานคร"
    }
}

impl Contact {
    /// Reports malformed e-mail addresses, telephone numbers and URLs.
    fn check(&mut self, context: &mut Context<'_>) {
        if let Some(email) = self.email.as_ref().filter(|email| !is_mail_address(&email.value)) {
            let meant = meant_mail(&email.value);
            let report = context.report("email-form", &email.span).set("text", &email.value);
            meant.map(|meant| report.set("meant", meant));
        }
        for phone in [&self.phone, &self.fax].into_iter().flatten().filter(|phone| !is_telephone(&phone.value)) {
            context.report("telephone-form", &phone.span).set("text", &phone.value);
        }
        if let Some(website) = self.website.as_ref().filter(|website| !is_web_address(&website.value)) {
            let meant = meant_address(&website.value);
            let report = context.report("web-address", &website.span).set("text", &website.value);
            meant.map(|meant| report.set("meant", meant));
        }
    }
}
