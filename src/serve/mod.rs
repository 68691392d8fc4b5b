//! `prongsai serve`: the site as it will be, while it is written.

pub mod http;
pub mod pages;
