//! Closed lists of a catalogue (DM4).

use crate::yaml::closed_list;

closed_list! {
    /// Page kind.
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

closed_list! {
    /// Reliability of a catalogue.
    Confidence:
    /// Two complete independent lists.
    High = "high",
    /// One complete list.
    Medium = "medium",
    /// Partly recollection or inference; reported once for each year that uses it.
    Low = "low",
}

closed_list! {
    /// Attestation of an item or component.
    Attestation:
    /// Two independent sources.
    TwoSources = "two_sources",
    /// One source.
    OneSource = "one_source",
    /// One source of another sector, wording adapted.
    OneSourceAdapted = "one_source_adapted",
    /// The body's own catalogue.
    Own = "own",
    /// Common knowledge, not yet confirmed in the handbook.
    Background = "background",
    /// Inferred from other facts.
    Inferred = "inferred",
    /// No source.
    Unsourced = "unsourced",
    /// Usual or recommended practice; not a requirement of the handbook.
    Practice = "practice",
}

closed_list! {
    /// Fiscal year of the data that an item requires.
    DataYear:
    /// The year under assessment.
    Current = "current",
    /// The preceding year.
    Previous = "previous",
}

closed_list! {
    /// Block of front matter that shows a component by itself.
    ComponentBlock:
    /// Scores and analysis.
    Assessment = "assessment",
    /// All instruments of the year, by their scores or by measures.
    Instruments = "instruments",
    /// Issues found.
    Issues = "issues",
    /// Measures.
    Measures = "measures",
    /// Steps of every measure.
    Steps = "measures.steps",
    /// Responsible unit of every measure.
    Responsible = "measures.responsible",
    /// Period of every measure.
    Period = "measures.period",
    /// Monitoring of every measure.
    Monitoring = "measures.monitoring",
    /// Progress reports.
    Progress = "progress",
    /// Date or round of the report.
    AsOf = "as_of",
    /// Date of adoption.
    Adopted = "adopted",
    /// Memo.
    Memo = "memo",
    /// Evidence.
    Evidence = "evidence",
}

closed_list! {
    /// Bodies of which a component is required.
    Applies:
    /// Local governments.
    Local = "local",
}
