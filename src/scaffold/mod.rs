//! Begins what is not there yet: a site, a year, a page. Writes the structure that the checklist and
//! the declared fields give, and nothing that its author would have to say.
//!
//! A new page of an item is a draft, so that no empty form is published. Its text must not show any
//! component of the item by itself: what is missing is reported as soon as it is no draft any more.
//! Nothing is ever overwritten: [`rename::apply`](crate::rename::apply) writes all files or none.

mod begin;
mod catalogue_text;
mod editor_settings;
mod form;
mod item_text;
mod new_item;
mod new_page;
mod new_site;
mod new_year;
mod not_made;
mod site_text;
mod snippets;
mod unit_names;

pub use begin::{BegunSite, NewFiles, PendingFile, begin};
pub(crate) use form::block_yaml;
pub use new_item::{new_item_file, new_items};
pub use new_page::new_page;
pub use new_site::{SiteFolder, free_folder, new_site};
pub use new_year::{YearFiles, new_year};
pub use not_made::NotMade;
pub use site_text::SiteAnswers;
pub use unit_names::unit_names;
