//! The closed lists of a catalogue (DM4).

use crate::yaml::closed_list;

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
    /// The three instruments of the assessment.
    Instrument:
    /// Internal, indicators 1–5.
    Iit = "IIT" | "iit",
    /// External, indicators 6–8.
    Eit = "EIT" | "eit",
    /// Open data, indicators 9–10.
    Oit = "OIT" | "oit",
}
