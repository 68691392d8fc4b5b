//! stub until the branch `markdown` is merged
mod labels;
mod limits;
mod outline;
pub use labels::Labels;
pub use limits::Limits;
pub use outline::{Heading, Link, LinkKind, Outline, Refusal, RefusalKind};
pub fn outline(_body: &str, _limits: &Limits) -> Outline {
    Outline::default()
}
pub fn write_html(body: &str, _limits: &Limits, _labels: &Labels, _resolve: &mut dyn FnMut(&Link) -> Option<String>, out: &mut String) {
    out.push_str(body)
}
