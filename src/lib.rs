//! prongsai
pub mod catalogue;
pub mod config;
pub mod content;
pub mod diagnostics;
pub mod error;
pub mod markdown;
pub mod plan;
pub mod render;
pub mod site;
pub mod source;
pub mod thai;
pub mod yaml;
