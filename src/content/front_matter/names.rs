//! The closed lists of the model (DM6): the key that stands in the file, and the Thai words that
//! officers type for it.

use crate::yaml::closed_list;

closed_list! {
    /// How far a measure has come.
    Status:
    /// ยังไม่ดำเนินการ
    NotStarted = "not_started" | "ยังไม่ดำเนินการ",
    /// อยู่ระหว่างดำเนินการ
    InProgress = "in_progress" | "อยู่ระหว่างดำเนินการ",
    /// ดำเนินการแล้ว
    Done = "done" | "ดำเนินการแล้ว" | "ดำเนินการเสร็จเรียบร้อยแล้ว",
    /// ยกเลิก
    Cancelled = "cancelled" | "ยกเลิก",
    /// The paper says nothing (S4): stored so, never invented.
    Unstated = "unstated" | "ไม่ระบุ",
}

closed_list! {
    /// รอบการรายงาน
    Round:
    /// ไตรมาสที่ 1
    FirstQuarter = "q1",
    /// ไตรมาสที่ 2
    SecondQuarter = "q2",
    /// ไตรมาสที่ 3
    ThirdQuarter = "q3",
    /// ไตรมาสที่ 4
    FourthQuarter = "q4",
    /// รอบ 6 เดือน
    SixMonths = "6m",
    /// รอบ 12 เดือน
    TwelveMonths = "12m",
    /// Out of turn.
    AdHoc = "adhoc",
}

closed_list! {
    /// How often is reported.
    Cadence:
    /// ทุกเดือน
    Monthly = "monthly",
    /// รายไตรมาส
    Quarterly = "quarterly",
    /// รอบ 6 เดือน
    SixMonths = "6m",
    /// รอบ 12 เดือน
    TwelveMonths = "12m",
    /// รายปี
    Yearly = "yearly",
}

closed_list! {
    /// A column of the plan of measures, for `view.columns`; in the order in which a page shows
    /// them by itself.
    PlanColumn:
    /// มาตรการ/แนวทาง
    Title = "title",
    /// ขั้นตอนหรือวิธีการ
    Steps = "steps",
    /// หน่วยงานผู้รับผิดชอบ
    Responsible = "responsible",
    /// ผู้ที่เกี่ยวข้อง
    Posts = "posts",
    /// ระยะเวลาดำเนินการ
    Period = "period",
    /// แนวทางการกำกับติดตาม
    Monitoring = "monitoring",
    /// การรายงานผล
    Report = "report",
    /// ตัวชี้วัดที่เกี่ยวข้อง
    Indicators = "indicators",
    /// งบประมาณ
    Budget = "budget",
}

closed_list! {
    /// ผ่าน or ไม่ผ่าน.
    PassClaim:
    /// ผ่าน
    Pass = "pass" | "ผ่าน",
    /// ไม่ผ่าน
    Fail = "fail" | "ไม่ผ่าน",
}

closed_list! {
    /// The status column of a progress table.
    #[derive(Default)]
    StatusColumns:
    /// One column with the words.
    #[default]
    Single = "single",
    /// One column per status under a merged header (S1, S2).
    Split = "split",
}

closed_list! {
    /// What rows of tables are grouped by.
    #[derive(Default)]
    GroupBy:
    /// By IIT, EIT, OIT (S1, S4).
    Instrument = "instrument",
    /// By topic (S3).
    Issue = "issue",
    /// Not at all.
    #[default]
    None = "none",
}
