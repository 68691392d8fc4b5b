//! The validated site file.

use super::{Agency, CheckSettings, Contact, Host, Limits, LinkSettings, OpenData, OwnAbbreviation, Privacy, Security, Unit};
use crate::base::Lang;
use crate::thai::{Date, FiscalYear};
use crate::yaml::{Spanned, UnreadFields, structure};
use std::ops::Range;

/// The validated site file.
#[derive(Clone, Debug)]
pub struct Config {
    pub(crate) agency: Agency,
    pub(crate) units: Vec<Unit>,
    /// Abbreviations that only this body uses.
    pub(crate) abbreviations: Vec<OwnAbbreviation>,
    /// Contact details.
    pub(crate) contact: Contact,
    /// Base URL: absolute, http or https, ends with `/`.
    pub(crate) base_url: url::Url,
    /// Byte range of `base_url` in the site file.
    pub(crate) base_url_at: Range<usize>,
    /// Years to publish; if empty, every year that has a folder.
    pub(crate) years: Vec<Spanned<FiscalYear>>,
    /// Name of the theme; `default` if absent.
    pub(crate) theme: Option<Spanned<String>>,
    /// Languages that the site file names; the first is that of the site.
    pub(crate) languages: Vec<Lang>,
    /// Notice shown on every page.
    pub(crate) notice: Option<String>,
    /// What the body says about its data.
    pub(crate) open_data: OpenData,
    /// Periods in which submitted pages must not change.
    pub(crate) freeze: Vec<Freeze>,
    /// Deadlines.
    pub(crate) deadlines: Vec<Deadline>,
    /// Severities and exceptions.
    pub(crate) checks: CheckSettings,
    /// Own and foreign websites.
    pub(crate) links: LinkSettings,
    /// Size limits.
    pub limits: Limits,
    /// Numbers that may be published although they look private.
    pub(crate) privacy: Privacy,
    /// Content of `security.txt`; the file is not written without it.
    pub(crate) security: Option<Security>,
    /// Hosts for which a configuration file is written.
    pub(crate) headers: Vec<Host>,
    /// Whether pages state the hashes of their style sheets and scripts (subresource integrity).
    pub(crate) integrity: Integrity,
    /// Fields that could not be read.
    pub(crate) unread: UnreadFields,
}

/// Subresource integrity of style sheets and scripts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Integrity {
    /// No hashes.
    #[default]
    Unstated,
    /// Hashes in every page. Opt-in, because Chromium then rejects all style sheets and scripts of
    /// a page opened from disk.
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
    /// Main language of the site: the first of `languages`.
    pub fn lang(&self) -> Lang {
        self.languages.first().copied().unwrap_or_default()
    }

    /// Absolute URL of a path below the base.
    pub fn absolute(&self, path: &str) -> String {
        format!("{}{path}", self.base_url)
    }
}
