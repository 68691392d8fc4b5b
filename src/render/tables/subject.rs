//! The page whose tables are made.

use crate::content::front_matter::FrontMatter;
use crate::render::page_context::PageContext;
use crate::render::page_ref::PageRef;

/// The page whose tables are made.
#[derive(Clone, Copy)]
pub struct TableContext<'a> {
    /// Prints in the language and digits of the page.
    pub(crate) writer: PageContext<'a>,
    /// Where the page stands.
    pub(crate) located: &'a PageRef<'a>,
    pub(crate) front_matter: &'a FrontMatter,
}
