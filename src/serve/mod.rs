//! The preview: the site as `build` would write it, answered from memory, with what is wrong on top of each page.

pub mod pages;
