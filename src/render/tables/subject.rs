//! The page whose tables are made.

use crate::content::front_matter::FrontMatter;
use crate::render::located::Located;
use crate::render::writer::Writer;

/// The page whose tables are made.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// Prints in the language and digits of the page.
    pub writer: Writer<'a>,
    /// Where the page stands.
    pub located: &'a Located<'a>,
    /// What it says.
    pub front_matter: &'a FrontMatter,
}
