//! Markdown as a Thai public body writes it: what is in a body (for the checks), and its HTML (for
//! the page).
//!
//! Both answers come from one list of events, made by [`document::MarkdownDocument::read`] in these
//! steps:
//!
//! 1. `reading` — parse the body, with the parser's options set in one function and its panics
//!    caught.
//! 2. `lost_text` — report what stands in the body and in none of the events.
//! 3. `lists`, `code_blocks`, `underlines` — report text that became something else than its author
//!    meant.
//! 4. `raw_html` — turn raw HTML into visible text, and refuse it.
//! 5. `emphasis` — pair the stars that CommonMark leaves unpaired beside Thai letters, and leave
//!    those that multiply.
//! 6. `visible_marks`, `spaced_links` — report stars, underscores and brackets which the reader
//!    will see.
//! 7. `nesting` — cut what is nested deeper than the limit, and show its source.
//! 8. `images` — fold everything inside an image into its text.
//! 9. `footnotes` — number the footnotes and move them to the end.
//! 10. `addresses` — link the addresses that stand in the text as they are.
//! 11. `headings` — give every heading an id which nothing else on the page has.
//! 12. `links` — refuse foreign schemes, record the rest.
//!
//! After that, [`outline`] hands out what was recorded, and [`write_html`] prints the events
//! (`html`). Beside them, `destinations` tells where the address of each link is typed, for those
//! who write it anew.
//!
//! What is not here: files, network, settings, words for readers (see [`Labels`]), and any way to
//! let HTML through. No function here recurses over the input, and none takes more than linear
//! time.

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
mod links;
mod lists;
mod lost_text;
mod nesting;
mod outline;
mod raw_html;
mod reading;
mod scheme;
mod spaced_links;
mod star_run;
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
pub use outline::{Heading, Link, LinkKind, Outline, UnshownKind, UnshownMarkup};

use document::MarkdownDocument;

/// Everything about `body` that the checks and the site need, without its HTML.
///
/// Never fails: what cannot be accepted is among the [`Outline::refusals`]. All spans are byte
/// ranges in `body`, on character boundaries.
pub fn outline(body: &str, limits: &MarkdownLimits) -> Outline {
    MarkdownDocument::read(body, limits).into_outline()
}

/// Appends the HTML of `body` to `out`.
///
/// `resolve` is asked once for each link and image of the outline, in the order of the page, and
/// returns the address to print; with `None` the text is printed without a link. Whatever it
/// returns is escaped, and is held to the same schemes as the body.
pub fn write_html(
    body: &str,
    limits: &MarkdownLimits,
    labels: &Labels,
    resolve: &mut dyn FnMut(&Link) -> Option<String>,
    out: &mut String,
) {
    html::write(&MarkdownDocument::read(body, limits), labels, resolve, out);
}
