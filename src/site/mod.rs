//! Assembles documents and catalogues into a site: every page gets its place, neighbours and URL.
//!
//! The entry point is [`assemble`]. Documents without a valid place (an item that is not in
//! the catalogue of the year, two files for one page) are reported and omitted, so that the rest
//! can still be checked.

mod addresses;
mod assemble;
mod components;
mod cross_page_facts;
mod edited;
mod filed;
mod index;
mod links;
mod model;
mod outgoing_link;
mod page;
mod passing;
mod permalink;
mod plan_of;
mod queries;
mod relink;
mod search_shards;
mod shared_vec;
mod site_page;
mod site_pages;
mod topic;
mod unread;
mod year;

pub use addresses::{Addresses, NameUsed};
pub(crate) use assemble::years_of_lists;
pub use assemble::{Drafts, assemble};
pub use components::{ComponentStatus, shown};
pub use cross_page_facts::CrossPageFacts;
pub use filed::FiledItem;
pub(crate) use links::{LinkForm, ResolvedLink, address_of_file, addresses_meant, follow, joined, page_address};
pub use links::{LinkTarget, resolve};
pub use model::Site;
pub(crate) use outgoing_link::{LinkRole, OutgoingLink, links_of, links_of_site_file};
pub use page::{Page, PageId};
pub use passing::passes;
pub use permalink::Permalink;
pub use plan_of::{AssumedPlanYear, MissingPlan};
pub(crate) use relink::{LinkEnds, rewritten};
pub use search_shards::SearchShard;
pub use shared_vec::SharedVec;
pub use site_page::SitePage;
pub use topic::Topic;
pub use year::{Year, YearItem};
