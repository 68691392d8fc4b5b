//! Closed lists of the model (DM6): keys in the file, and the Thai words accepted for them.

use crate::yaml::closed_list;

closed_list! {
    /// Status of a measure.
    Status:
    /// ยังไม่ดำเนินการ
    NotStarted = "not_started" | "ยังไม่ดำเนินการ",
    /// อยู่ระหว่างดำเนินการ
    InProgress = "in_progress" | "อยู่ระหว่างดำเนินการ",
    /// ดำเนินการแล้ว
    Done = "done" | "ดำเนินการแล้ว" | "ดำเนินการเสร็จเรียบร้อยแล้ว",
    /// ยกเลิก
    Cancelled = "cancelled" | "ยกเลิก",
    /// The source document states no status (S4); kept as such.
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
    /// Outside the schedule.
    AdHoc = "adhoc",
}

closed_list! {
    /// Reporting interval.
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
    /// A column of the plan of measures, for `view.columns`; in default order.
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
    /// Layout of the status column in a progress table.
    #[derive(Default)]
    StatusColumns:
    /// One column with the words.
    #[default]
    Single = "single",
    /// One column per status under a merged header (S1, S2).
    Split = "split",
}

closed_list! {
    /// Place of the text of a page, beside its tables.
    #[derive(Default)]
    TextPlace:
    /// Below the tables.
    #[default]
    After = "after",
    /// Above the tables: an introduction.
    Before = "before",
}

closed_list! {
    /// Grouping of table rows.
    #[derive(Default)]
    GroupBy:
    /// By IIT, EIT, OIT (S1, S4).
    Instrument = "instrument",
    /// By topic (S3).
    Issue = "issue",
    /// No grouping.
    #[default]
    None = "none",
}
