//! Maps pages to divisions.

use std::collections::BTreeSet;

use super::Filter;
use crate::config::Config;
use crate::site::{Permalink, Site};

/// Maximum number of divisions in the filter that are not in the site file.
const MAX_UNITS: usize = 50;

/// The divisions of a site and their pages.
pub(super) struct Units<'s> {
    pub(super) site: Option<&'s Site>,
}

impl<'s> Units<'s> {
    /// The division of a page: its own, else that of the nearest parent page. Aliases are resolved
    /// to the name in the site file.
    pub(super) fn of(&self, page: &Permalink) -> Option<&'s str> {
        let site = self.site?;
        let own = |path: &str| site.written_page(&Permalink::page(path))?.document.front_matter.unit.as_ref();
        let paths = std::iter::successors(page.as_str().strip_suffix('/'), |path| path.rsplit_once('/').map(|(above, _)| above));
        paths.map(own).find_map(|unit| unit).map(|unit| official(&site.config, &unit.value))
    }

    pub(super) fn matches(&self, filter: &Filter, page: &Permalink) -> bool {
        filter.unit.as_ref().is_none_or(|wanted| self.of(page).unwrap_or_default() == wanted)
    }

    /// The divisions of the site file, then other names used by pages.
    pub(super) fn all(&self) -> Vec<&'s str> {
        let Some(site) = self.site else { return Vec::new() };
        let official_names: Vec<&str> = site.config.units.iter().map(|unit| unit.name.value.as_str()).collect();
        let typed = site.written_pages().filter_map(|page| page.document.front_matter.unit.as_ref());
        let others: BTreeSet<&str> = typed.map(|unit| official(&site.config, &unit.value)).collect();
        let others = others.into_iter().filter(|unit| !official_names.contains(unit)).take(MAX_UNITS);
        official_names.iter().copied().chain(others).collect()
    }
}

fn official<'s>(config: &'s Config, text: &'s str) -> &'s str {
    let knows = |unit: &&crate::config::Unit| unit.name.value == text || unit.aliases.iter().any(|alias| alias.value == text);
    config.units.iter().find(knows).map_or(text, |unit| &unit.name.value)
}
