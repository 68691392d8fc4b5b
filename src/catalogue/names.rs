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

closed_list! {
    /// How much of a list can be relied on.
    Confidence:
    /// Two complete independent lists.
    High = "high",
    /// One complete list.
    Medium = "medium",
    /// Parts are recollection or inference: said at the first use of the year.
    Low = "low",
}

closed_list! {
    /// How well an item or component is attested.
    Attestation:
    /// Two independent sources.
    TwoSources = "two_sources",
    /// One source.
    OneSource = "one_source",
    /// One source of another sector, wording adapted.
    OneSourceAdapted = "one_source_adapted",
    /// A body's own list, as the body gives it.
    Own = "own",
    /// Common knowledge, to be confirmed in the handbook.
    Background = "background",
    /// Follows from other facts.
    Inferred = "inferred",
    /// No source.
    Unsourced = "unsourced",
    /// What bodies publish or what we advise; not a requirement of the handbook.
    Practice = "practice",
}

closed_list! {
    /// The fiscal year of the data that an item asks for.
    DataYear:
    /// The year under assessment.
    Current = "current",
    /// The year before.
    Previous = "previous",
}
