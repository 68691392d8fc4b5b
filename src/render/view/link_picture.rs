//! The picture that networks show beside a link to the page.

use serde::Serialize;

use crate::plan::ItemPictures;
use crate::render::page_context::PageContext;
use crate::render::page_ref::PageRef;
use crate::render::share_picture::{HEIGHT, WIDTH};
use crate::render::theme::SHARED_PICTURE;
use crate::site::Permalink;

/// The picture of a link to a page.
#[derive(Clone, Debug, Serialize)]
pub struct LinkPicture {
    /// Full address.
    pub(crate) address: String,
    /// What it stands for.
    pub(crate) alternative: String,
    /// Width and height in pixels; `None` for that of another theme, which is not opened.
    pub(crate) size: Option<[usize; 2]>,
}

/// That of the item for its page and those below it, else that of the theme.
pub(super) fn link_picture(writer: &PageContext<'_>, pictures: ItemPictures) -> LinkPicture {
    let config = &writer.site.config;
    let size = (pictures == ItemPictures::Drawn).then_some([WIDTH, HEIGHT]);
    match of_item(writer).filter(|_| pictures == ItemPictures::Drawn) {
        Some((picture, alternative)) => LinkPicture { address: config.absolute(&picture.path()), alternative, size },
        None => LinkPicture { address: config.absolute(SHARED_PICTURE), alternative: config.agency.name.value.clone(), size },
    }
}

/// `O25 ปีงบประมาณ พ.ศ. 2569`, as in the picture.
fn of_item(writer: &PageContext<'_>) -> Option<(Permalink, String)> {
    let located = PageRef::find(writer.site, writer.site.addresses.page(writer.own)?)?;
    let (year, code) = (located.year?.fiscal_year, &located.entry?.code);
    let year_in_words = writer.words("fiscal_year_of", &[("year", &writer.year(year))]);
    Some((Permalink::item(year, code).share_picture(), format!("{code} {year_in_words}")))
}
