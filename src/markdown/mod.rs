//! Markdown for Thai public bodies: the outline of a body (for the checks) and its HTML (for the
//! page).
//!
//! Both are made from one list of events, produced by [`document::MarkdownDocument::read`] in these
//! steps:
//!
//! 1. `reading` — parses the body; the only place that sets parser options and catches its panics.
//! 2. `lost_text` — reports text of the body that no event covers.
//! 3. `lists`, `code_blocks`, `underlines` — report text that is read differently from the author's
//!    intention.
//! 4. `raw_html` — converts raw HTML to visible text and refuses it.
//! 5. `emphasis` — pairs asterisks that CommonMark leaves unpaired next to Thai letters, and keeps
//!    multiplication signs.
//! 6. `visible_marks`, `spaced_links` — report asterisks, underscores, tildes and brackets that
//!    stay visible.
//! 7. `nesting` — cuts nesting beyond the limit and shows the source.
//! 8. `images` — flattens the content of images to text.
//! 9. `footnotes` — numbers the footnotes and moves them to the end.
//! 10. `addresses` — links bare addresses.
//! 11. `headings` — assigns unique ids to headings.
//! 12. `links` — refuses disallowed schemes and records all other links.
//!
//! Then [`outline`] returns what was recorded, and [`write_html`] prints the events (`html`).
//! Separately, `destinations` locates link destinations in the source, for rewriting them.
//!
//! Out of scope: files, network, settings, texts for readers (see [`Labels`]), and any way to pass
//! HTML through. No function recurses over the input, and all run in linear time.

mod addresses;
mod cleaning;
mod code;
mod code_blocks;
mod destinations;
mod document;
mod emphasis;
mod escaping;
mod event;
mod footnotes;
mod heading_id;
mod headings;
#[cfg(test)]
mod hostile;
mod html;
mod images;
mod labels;
mod limits;
mod lines;
mod link_address;
mod links;
mod lists;
mod lost_text;
mod nesting;
mod outline;
mod raw_html;
mod reading;
mod scheme;
mod sections;
mod spaced_links;
mod star_run;
mod table_texts;
#[cfg(test)]
mod testing;
mod thai_letter;
mod underlines;
mod visible_marks;

pub use code::code;
pub use destinations::{Destination, DestinationForm, destinations, typed_destination};
pub(crate) use escaping::push_attribute;
pub use labels::Labels;
pub use limits::MarkdownLimits;
pub use link_address::LinkAddress;
pub use outline::{Heading, Link, LinkKind, Outline, UnshownKind, UnshownMarkup};

use document::MarkdownDocument;

/// The outline of `body`: everything that the checks and the site need, without HTML.
///
/// Infallible: refused content is reported in [`Outline::refusals`]. All spans are byte ranges in
/// `body`, on character boundaries.
pub fn outline(body: &str, limits: &MarkdownLimits) -> Outline {
    MarkdownDocument::read(body, limits).into_outline()
}

/// Appends the HTML of `body` to `out`. Returns the texts of the cells of its tables: tables, rows
/// (the head first), cells. There are [`Outline::tables`] of them.
///
/// `resolve` is called once for each link and image of the outline, in page order, and returns the
/// address to print, or `None` to print the text without a link. The returned address is escaped,
/// and restricted to the same schemes as the body.
pub fn write_html(
    body: &str,
    limits: &MarkdownLimits,
    labels: &Labels,
    resolve: &mut dyn FnMut(&Link) -> Option<LinkAddress>,
    out: &mut String,
) -> Vec<Vec<Vec<String>>> {
    let document = MarkdownDocument::read(body, limits);
    html::write(&document, labels, resolve, out);
    table_texts::of(&document)
}
