//! Date of the last change of a page.

use crate::site::Page;
use crate::thai::Date;

/// The last change stated by a page: the latest of its revisions and its first publication, else
/// the later of adoption date and date of the data.
pub fn last_changed(page: &Page) -> Option<Date> {
    let front_matter = &page.document.front_matter;
    let publication = &front_matter.publication;
    let revised = publication.revised.iter().filter_map(|revision| revision.date.as_ref());
    let published = revised.chain(&publication.first).map(|date| date.value).max();
    let adopted = front_matter.adopted.as_ref().and_then(|adopted| adopted.date.as_ref());
    published.or_else(|| [adopted, front_matter.as_of.as_ref()].into_iter().flatten().map(|date| date.value).max())
}
