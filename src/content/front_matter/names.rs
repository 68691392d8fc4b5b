//! The closed lists of the model (DM6): the key that stands in the file, and the Thai words that officers type for it.

use crate::diagnostics::Diagnostic;
use crate::yaml::{Context, FromNode, Node};

/// Declares a closed list whose values are read by key or by alias; anything else is reported with the nearest key.
macro_rules! closed_list {
    ($(#[$doc:meta])* $name:ident: $($(#[$value_doc:meta])* $value:ident = $key:literal $(| $alias:literal)*),+ $(,)?) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$value_doc])* $value),+
        }

        impl $name {
            /// All values, in order.
            pub const ALL: &[$name] = &[$($name::$value),+];

            /// The key in the file, also the key of its words in the theme.
            pub fn key(self) -> &'static str {
                match self {
                    $($name::$value => $key),+
                }
            }

            /// The value of a key or alias.
            pub fn named(text: &str) -> Option<Self> {
                match text {
                    $($key $(| $alias)* => Some($name::$value),)+
                    _ => None,
                }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.key())
            }
        }

        impl FromNode for $name {
            fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
                let text = String::from_node(node, context)?;
                let value = Self::named(&text);
                if value.is_none() {
                    unknown_name(&text, &[$($key),+], node, context);
                }
                value
            }
        }
    };
}

fn unknown_name(text: &str, known: &[&'static str], node: &Node, context: &mut Context<'_>) {
    let nearest = crate::yaml::nearest(text, known.iter().copied());
    let report: &mut Diagnostic = context.report("unknown-value", &node.span).set("text", text).set("known", known.join(", "));
    if let Some(nearest) = nearest {
        report.set("nearest", nearest);
    }
}

closed_list! {
    /// What a page is.
    Kind:
    /// มาตรการ: analysis and measures.
    Measures = "measures",
    /// ผลการดำเนินการตามมาตรการ.
    Progress = "progress",
    /// Any other item of the checklist.
    Evidence = "evidence",
}

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
    /// A column of the plan of measures, for `view.columns`; in the order in which a page shows them by itself.
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
    /// The three instruments of the assessment.
    Instrument:
    /// Internal, indicators 1–5.
    Iit = "IIT" | "iit",
    /// External, indicators 6–8.
    Eit = "EIT" | "eit",
    /// Open data, indicators 9–10.
    Oit = "OIT" | "oit",
}
