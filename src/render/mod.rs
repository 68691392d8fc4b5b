// stub until branch `theme` is merged
pub mod machine;
use crate::{
    diagnostics::*,
    plan::Job,
    publish::Output,
    site::{PageId, Site},
    source::SourceTree,
};
#[derive(Debug)]
pub struct Theme;
pub struct Asset {
    pub path: String,
}
impl Theme {
    pub fn load(_: &SourceTree, _: &str) -> (Option<Theme>, Diagnostics) {
        (Some(Theme), Diagnostics::new())
    }
    pub fn assets(&self) -> impl Iterator<Item = &Asset> {
        [].iter()
    }
    pub fn asset_output(&self, _: &str, _: &SourceTree) -> Output {
        Output::Static(b"")
    }
}
pub fn html(_: &Site, _: &Theme, _: &Job) -> Result<String, Box<Diagnostic>> {
    Ok(String::new())
}
pub mod tables {
    use super::*;
    pub fn csv(_: &Site, _: &Theme, _: PageId, _: &str) -> Option<String> {
        None
    }
}
