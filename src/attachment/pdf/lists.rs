//! Entries of arrays. The parser's own iterators end at the first entry of another kind.

use hayro_syntax::object::{Array, Dict, MaybeRef, Object, Stream};
use hayro_syntax::xref::XRef;

/// The dictionaries among the first entries of a list.
pub(super) fn dictionaries<'a>(list: &Array<'a>, limit: usize, xref: &'a XRef) -> impl Iterator<Item = Dict<'a>> + use<'a> {
    objects(list, limit, xref).filter_map(|entry| entry?.into_dict())
}

/// The first entries of a list; `None` where one is not a stream.
pub(super) fn streams<'a>(list: &Array<'a>, limit: usize, xref: &'a XRef) -> impl Iterator<Item = Option<Stream<'a>>> + use<'a> {
    objects(list, limit, xref).map(|entry| entry?.into_stream())
}

fn objects<'a>(list: &Array<'a>, limit: usize, xref: &'a XRef) -> impl Iterator<Item = Option<Object<'a>>> + use<'a> {
    list.raw_iter().take(limit).map(|entry| match entry {
        MaybeRef::Ref(reference) => xref.get::<Object<'_>>(reference.into()),
        MaybeRef::NotRef(object) => Some(object),
    })
}
