//! The preview: a site as it would be published, answered from memory.

pub mod http;
