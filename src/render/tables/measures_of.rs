//! Measures of a page: its own, or those of the plan that it reports on.

use super::TableContext;
use crate::content::front_matter::{GroupBy, Issue, Measure};
use crate::site::Page;

impl<'a> TableContext<'a> {
    /// The plan page of a progress report.
    pub fn plan_page(&self) -> Option<&'a Page> {
        self.writer.site.plan_page(self.located.page?)
    }

    /// The measure with an id, on this page or in its plan.
    pub fn measure(&self, id: &str) -> Option<&'a Measure> {
        let known = |measures: &'a [Measure]| measures.iter().find(|measure| measure.id.value == id);
        known(&self.front_matter.measures).or_else(|| known(&self.plan_page()?.document.front_matter.measures))
    }

    /// All measures of the list that has `id`, in the order of the file.
    pub(super) fn measures_beside(&self, id: &str) -> &'a [Measure] {
        let has = |measures: &&'a [Measure]| measures.iter().any(|measure| measure.id.value == id);
        let of_plan = || self.plan_page().map(|page| page.document.front_matter.measures.as_slice());
        Some(self.front_matter.measures.as_slice()).filter(has).or_else(of_plan).unwrap_or_default()
    }

    /// The group heading of a measure, by the `group_by` of the page.
    pub(super) fn heading_of(&self, measure: Option<&Measure>, id: &str) -> Option<String> {
        let by_instrument = || {
            let no = measure?.addresses.indicators.first()?.value;
            let lists = [self.assessed(), self.catalogue(None)];
            let instrument = lists.into_iter().flatten().find_map(|catalogue| catalogue.instrument_of(no))?;
            Some(self.instrument_heading(instrument.id.key()))
        };
        let heading = match self.front_matter.view.group_by {
            GroupBy::None => return None,
            GroupBy::Instrument => by_instrument(),
            GroupBy::Issue => self.issues().find(|issue| issue.measures.iter().any(|known| known.value == id)).map(issue_title),
        };
        Some(heading.unwrap_or_else(|| self.writer.word("group_other")))
    }

    /// All group headings in order.
    pub(super) fn headings(&self) -> Vec<String> {
        match self.front_matter.view.group_by {
            GroupBy::None => Vec::new(),
            GroupBy::Instrument => crate::catalogue::Instrument::ALL.iter().map(|id| self.instrument_heading(id.key())).collect(),
            GroupBy::Issue => self.issues().map(issue_title).collect(),
        }
    }

    fn issues(&self) -> impl Iterator<Item = &'a Issue> {
        let of_plan = self.plan_page().map(|page| page.document.front_matter.issues.iter());
        self.front_matter.issues.iter().chain(of_plan.into_iter().flatten())
    }
}

fn issue_title(issue: &Issue) -> String {
    issue.title.as_ref().map_or_else(|| issue.id.value.clone(), |title| title.value.clone())
}
