//! `section#components`: the components that assessors check, with links to them on the page.
//!
//! Missing components are printed without a link: the public page never says "incomplete" (AR15);
//! `check` does.

use serde::Serialize;

use super::files;
use crate::catalogue::{Component, Item};
use crate::render::page_context::PageContext;
use crate::site::{ComponentStatus, Page, shown};

/// The components of an item.
#[derive(Clone, Debug, Serialize)]
pub struct Components {
    /// Components required by an official source.
    pub(crate) required: Vec<ComponentLine>,
    /// Common practice or advice, not in the official handbook.
    pub(crate) practice: Vec<ComponentLine>,
}

/// One component.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ComponentLine {
    pub(crate) title: String,
    /// Link to the component.
    pub(crate) href: Option<String>,
    /// Reason why it does not apply.
    pub(crate) reason: Option<String>,
    /// Kinds of agencies from which it is required.
    pub(crate) applies: Option<String>,
}

/// The components of an item; `None` if the catalogue has none.
pub fn components(writer: &PageContext<'_>, item: &Item, page: Option<&Page>) -> Option<Components> {
    let line = |component: &Component| line(writer, component, page);
    let (required, practice): (Vec<&Component>, Vec<&Component>) = item.components.iter().partition(|component| component.is_attested());
    let components = Components { required: required.into_iter().map(line).collect(), practice: practice.into_iter().map(line).collect() };
    (!item.components.is_empty()).then_some(components)
}

fn line(writer: &PageContext<'_>, component: &Component, page: Option<&Page>) -> ComponentLine {
    let applies = component.applies.and_then(|whom| writer.strings.find(&format!("applies_{}", whom.key())));
    let plain = ComponentLine {
        title: writer.translated(&component.title).to_owned(),
        href: None,
        reason: None,
        applies: applies.map(str::to_owned),
    };
    let Some(page) = page else {
        return plain;
    };
    match shown(writer.site, page, component) {
        ComponentStatus::At(anchor) => ComponentLine { href: Some(format!("#{anchor}")), ..plain },
        ComponentStatus::Evidence(id) => ComponentLine { href: files::of_id(writer, page, &id).and_then(|file| file.href), ..plain },
        ComponentStatus::NotApplicable(reason) => ComponentLine { reason: Some(reason), ..plain },
        ComponentStatus::Missing => plain,
    }
}
