//! Where the plan of a report is to be written, if the site has none.

use crate::base::ItemCode;
use crate::catalogue::{Catalogues, Kind};
use crate::scaffold::BegunSite;
use crate::thai::FiscalYear;

/// The item whose page would have the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanPlace {
    /// The year whose data the report is about.
    pub year: FiscalYear,
    /// The item of measures of that year.
    pub item: ItemCode,
    /// The site publishes the year.
    pub is_published: bool,
}

impl PlanPlace {
    /// As commands take it: `2568/o27`.
    pub fn target(&self) -> String {
        format!("{}/{}", self.year, self.item.slug())
    }

    /// The place of the plan for a report; `None` if the item is no report, or its year has no item of measures.
    pub(super) fn of_report(begun: &BegunSite, year: FiscalYear, item: &ItemCode) -> Option<Self> {
        let lists = |year: FiscalYear| Catalogues::read(begun.tree(), &[year]).0;
        let own = lists(year);
        let report = own.get(year).and_then(|list| Some(list.item(item)?.item)).filter(|item| item.kind == Kind::Progress)?;
        let plan_year = report.data_of(year)?;
        let of_plan = lists(plan_year);
        let plan = of_plan.get(plan_year)?.items().find(|position| position.item.kind == Kind::Measures)?;
        let is_published = begun.site().year(plan_year).is_some();
        Some(Self { year: plan_year, item: plan.item.code.value.clone(), is_published })
    }
}
