//! The site file, understood.

use super::{Agency, CheckSettings, Contact, Host, Limits, LinkSettings, Privacy, Security, Unit};
use crate::base::Lang;
use crate::thai::{Date, FiscalYear};
use crate::yaml::{Spanned, UnreadFields, structure};
use std::ops::Range;

/// The site file, understood.
#[derive(Clone, Debug)]
pub struct Config {
    pub(crate) agency: Agency,
    pub(crate) units: Vec<Unit>,
    /// Where it can be reached.
    pub(crate) contact: Contact,
    /// Where the site will be: absolute, http or https, ends with `/`.
    pub(crate) base_url: url::Url,
    /// Bytes of the site file that say so.
    pub(crate) base_url_at: Range<usize>,
    /// Years to publish; every year that has a folder if empty.
    pub(crate) years: Vec<Spanned<FiscalYear>>,
    /// Name of the theme; `default` if the file names none.
    pub(crate) theme: Option<Spanned<String>>,
    /// Languages of the site, the first is its own.
    pub(crate) languages: Vec<Lang>,
    /// A sentence shown on every page.
    pub(crate) notice: Option<String>,
    /// Windows in which submitted pages must not change.
    pub(crate) freeze: Vec<Freeze>,
    /// Days until which something is to be done.
    pub(crate) deadlines: Vec<Deadline>,
    /// What was decided about findings.
    pub(crate) checks: CheckSettings,
    /// What is said about other websites.
    pub(crate) links: LinkSettings,
    /// How large things may be.
    pub limits: Limits,
    /// What may be published although it looks private.
    pub(crate) privacy: Privacy,
    /// What `security.txt` says; none is written without.
    pub(crate) security: Option<Security>,
    /// Hosts for which a file of response headers is written.
    pub(crate) headers: Vec<Host>,
    /// Whether pages name the hash of their style sheets and scripts.
    pub(crate) integrity: Integrity,
    /// What of the file could not be read.
    pub(crate) unread: UnreadFields,
}

/// Whether a browser is told which bytes a style sheet or script has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Integrity {
    /// A browser uses what it gets.
    #[default]
    Unstated,
    /// A browser refuses other bytes. Chromium refuses all of them when the page is opened from
    /// disk, so it is asked for.
    Stated,
}

structure! {
    /// From submission to confirmation: submitted pages must not change (AS5).
    #[derive(Clone, Debug, PartialEq)]
    pub struct Freeze, "ช่วงที่ห้ามแก้หน้าที่ส่งประเมินแล้ว", shown "ผลการตรวจ" "the report of checks" {
        /// Whose pages.
        pub(crate) fiscal_year: Spanned<FiscalYear> = required "fiscal_year", "ปีงบประมาณของหน้า", eg "2567";
        /// First day.
        pub(crate) from: Spanned<Date> = required "from", "วันแรก", eg "2024-04-30";
        /// Last day.
        pub(crate) to: Spanned<Date> = required "to", "วันสุดท้าย", eg "2024-06-15";
    }
}

structure! {
    /// Something is due.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Deadline, "กำหนดส่ง", shown "ผลการตรวจ" "the report of checks" {
        /// For which year.
        pub(crate) fiscal_year: Option<Spanned<FiscalYear>> = optional "fiscal_year", "ปีงบประมาณ", eg "2567";
        /// When.
        pub(crate) date: Spanned<Date> = required "date", "วันที่ครบกำหนด", eg "2024-04-30";
        /// What.
        pub(crate) title: Option<Spanned<String>> = optional "title", "เรื่อง", eg "ส่งลิงก์ OIT";
    }
}

impl Config {
    /// The language of the site: the first of `languages`.
    pub fn lang(&self) -> Lang {
        self.languages.first().copied().unwrap_or_default()
    }

    /// The absolute URL of a path below the base.
    pub fn absolute(&self, path: &str) -> String {
        format!("{}{path}", self.base_url)
    }
}
