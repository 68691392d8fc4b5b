//! Context for building the tables of a page.

use crate::content::front_matter::FrontMatter;
use crate::render::page_context::PageContext;
use crate::render::page_ref::PageRef;

/// Context for building the tables of a page.
#[derive(Clone, Copy)]
pub struct TableContext<'a> {
    /// Prints in the language and digits of the page.
    pub(crate) writer: PageContext<'a>,
    /// Position of the page in the site.
    pub(crate) located: &'a PageRef<'a>,
    pub(crate) front_matter: &'a FrontMatter,
}
