//! Machine-readable outputs: page data, sitemap, feed, data catalogue (AR8).

mod catalog;
mod feed;
mod headers;
mod last_changed;
mod page_data;
mod robots;
mod security_txt;
mod sitemap;
mod stated;

pub use catalog::catalog;
pub use feed::feed;
pub use headers::{POLICY, headers};
pub use last_changed::last_changed;
pub use page_data::page_data;
pub use robots::robots;
pub use security_txt::security_txt;
pub use sitemap::sitemap;
pub use stated::stated;
