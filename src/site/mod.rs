//! Documents and catalogues assembled into a site: every page has its place, its neighbours and its URL.
//!
//! [`assemble`] is the one function. What cannot have a place (an item that the year's list does not know, two files for one page) is
//! reported and left out, so that everything else can still be checked.

mod addresses;
mod assemble;
mod components;
mod edited;
mod filed;
mod index;
mod links;
mod list;
mod model;
mod page;
mod passing;
mod permalink;
mod plan_of;
mod pointed;
mod queries;
mod relink;
mod standing;
mod topic;
mod unread;
mod year;

pub use addresses::{Addresses, Name};
pub(crate) use assemble::years_of_lists;
pub use assemble::{Drafts, assemble};
pub use components::{Shown, shown};
pub use filed::FiledItem;
pub(crate) use links::{Followed, Form, address_of_file, addresses_meant, follow, joined, page_address};
pub use links::{Target, resolve};
pub use list::List;
pub use model::Site;
pub use page::{Page, PageId};
pub use passing::passes;
pub use permalink::Permalink;
pub use plan_of::MissingPlan;
pub(crate) use pointed::{named_files, named_pages, pointed};
pub(crate) use relink::{Ends, rewritten};
pub use standing::Standing;
pub use topic::Topic;
pub use year::{Entry, Year};
