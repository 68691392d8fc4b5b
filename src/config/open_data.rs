//! `open_data` in the site file: what the body says about its data in catalogues of open data.

use crate::yaml::{Spanned, closed_list, structure};

structure! {
    /// What the body says about its data: for `catalog.json` and for the search engines of data.
    #[derive(Clone, Debug, Default, PartialEq)]
    pub struct OpenData, "คำอธิบายข้อมูลเปิดของหน่วยงาน", shown "catalog.json และข้อมูลสำหรับโปรแกรมของทุกหน้า" "catalog.json and the data of every page for programs" {
        /// Licence under which the data may be used.
        pub(crate) licence: Option<Licence> = optional "licence", "สัญญาอนุญาตให้ใช้ข้อมูล", eg "cc-by-4.0";
        /// How often the data is brought up to date.
        pub(crate) frequency: Option<Frequency> = optional "frequency", "ความถี่ของการปรับปรุงข้อมูล", eg "yearly";
        /// What the data is collected for.
        pub(crate) objective: Option<Spanned<String>> = optional "objective", "วัตถุประสงค์ของการจัดทำข้อมูล", eg "เพื่อเปิดเผยข้อมูลต่อสาธารณะตามภารกิจของหน่วยงาน";
    }
}

closed_list! {
    /// A licence of open data.
    Licence:
    /// Creative Commons Attribution.
    CcBy = "cc-by-4.0" | "cc-by" | "CC BY 4.0",
    /// Creative Commons Attribution-ShareAlike.
    CcBySa = "cc-by-sa-4.0" | "cc-by-sa" | "CC BY-SA 4.0",
    /// Creative Commons Attribution-NonCommercial.
    CcByNc = "cc-by-nc-4.0" | "cc-by-nc" | "CC BY-NC 4.0",
    /// Creative Commons Zero.
    Cc0 = "cc0-1.0" | "cc0" | "CC0",
    /// Open Data Commons Attribution.
    OdcBy = "odc-by-1.0" | "odc-by",
    /// Open Data Commons Open Database Licence.
    Odbl = "odbl-1.0" | "odbl",
}

closed_list! {
    /// How often data is brought up to date.
    Frequency:
    /// Every day.
    Daily = "daily" | "รายวัน",
    /// Every week.
    Weekly = "weekly" | "รายสัปดาห์",
    /// Every month.
    Monthly = "monthly" | "รายเดือน",
    /// Every quarter.
    Quarterly = "quarterly" | "รายไตรมาส",
    /// Twice a year.
    HalfYearly = "half-yearly" | "6m" | "รอบ 6 เดือน",
    /// Every year.
    Yearly = "yearly" | "12m" | "รายปี",
    /// When there is something new.
    Irregular = "irregular" | "ไม่มีกำหนด",
}

impl Licence {
    /// The address of its text, which also identifies it.
    pub fn address(self) -> &'static str {
        match self {
            Licence::CcBy => "https://creativecommons.org/licenses/by/4.0/",
            Licence::CcBySa => "https://creativecommons.org/licenses/by-sa/4.0/",
            Licence::CcByNc => "https://creativecommons.org/licenses/by-nc/4.0/",
            Licence::Cc0 => "https://creativecommons.org/publicdomain/zero/1.0/",
            Licence::OdcBy => "https://opendatacommons.org/licenses/by/1-0/",
            Licence::Odbl => "https://opendatacommons.org/licenses/odbl/1-0/",
        }
    }

    /// Its name, the same in all languages.
    pub fn name(self) -> &'static str {
        match self {
            Licence::CcBy => "CC BY 4.0",
            Licence::CcBySa => "CC BY-SA 4.0",
            Licence::CcByNc => "CC BY-NC 4.0",
            Licence::Cc0 => "CC0 1.0",
            Licence::OdcBy => "ODC-BY 1.0",
            Licence::Odbl => "ODbL 1.0",
        }
    }
}
