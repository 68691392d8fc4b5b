//! The tree of pages.

use std::collections::HashSet;
use std::rc::Rc;

use hayro_font::kurbo::{Affine, Rect};
use hayro_syntax::object::array::ArrayIter;
use hayro_syntax::object::{Array, Dict, MaybeRef, Name, ObjRef, Object};
use hayro_syntax::xref::XRef;

/// Limit on pages.
pub(super) const MAX_PAGES: usize = 50_000;
/// Limit on the depth of the tree.
const MAX_DEPTH: usize = 256;
const A4: Rect = Rect::new(0.0, 0.0, 595.0, 842.0);

/// What a page takes over from the nodes above it.
#[derive(Default)]
struct Inherited<'a> {
    resources: Option<Dict<'a>>,
    media_box: Option<Rect>,
    crop_box: Option<Rect>,
    rotation: i32,
}

/// A page that is not read yet.
pub(super) struct PageEntry<'a> {
    page: MaybeRef<Dict<'a>>,
    inherited: Rc<Inherited<'a>>,
}

/// A page with what it has taken over.
pub(super) struct PdfPage<'a> {
    pub dictionary: Dict<'a>,
    pub resources: Dict<'a>,
    /// Moves the content so that the page is upright, with its lower left corner at the origin.
    pub upright: Affine,
    pub width: f64,
    pub height: f64,
}

/// The pages in order; `None` if they are more than the limit.
pub(super) fn pages<'a>(catalog: &Dict<'a>, xref: &'a XRef) -> Option<Vec<PageEntry<'a>>> {
    let mut pages = Vec::new();
    let mut seen: HashSet<ObjRef> = HashSet::new();
    let mut open: Vec<(ArrayIter<'a>, Rc<Inherited<'a>>)> =
        catalog.get::<Dict<'_>>("Pages").and_then(|root| node(&root, &Inherited::default())).into_iter().collect();
    while let Some((kids, inherited)) = open.last_mut() {
        let Some(kid) = kids.next() else {
            open.pop();
            continue;
        };
        // A page may stand in the tree twice, a circle may not.
        let (page, dictionary) = match kid {
            MaybeRef::Ref(reference) if !seen.insert(reference) => continue,
            MaybeRef::Ref(reference) => (Some(reference), xref.get::<Dict<'_>>(reference.into())),
            MaybeRef::NotRef(object) => (None, object.into_dict()),
        };
        let Some(dictionary) = dictionary else { continue };
        let inherited = Rc::clone(inherited);
        if dictionary.get::<Name<'_>>("Type").is_some_and(|kind| &*kind == b"Pages") {
            if open.len() < MAX_DEPTH {
                open.extend(node(&dictionary, &inherited));
            }
            continue;
        }
        pages.push(PageEntry { page: page.map_or(MaybeRef::NotRef(dictionary), MaybeRef::Ref), inherited });
        if pages.len() > MAX_PAGES {
            return None;
        }
    }
    Some(pages)
}

/// All objects with a content, for files whose tree of pages is lost.
pub(super) fn loose_pages<'a>(objects: impl Iterator<Item = Object<'a>>) -> Vec<PageEntry<'a>> {
    let inherited = Rc::new(Inherited::default());
    let pages = objects.filter_map(Object::into_dict).filter(|object| object.contains_key("Contents"));
    pages.take(MAX_PAGES).map(|page| PageEntry { page: MaybeRef::NotRef(page), inherited: Rc::clone(&inherited) }).collect()
}

fn node<'a>(node: &Dict<'a>, above: &Inherited<'a>) -> Option<(ArrayIter<'a>, Rc<Inherited<'a>>)> {
    let kids = node.get::<Array<'_>>("Kids")?.raw_iter();
    let inherited = Inherited {
        resources: node.get::<Dict<'_>>("Resources").or_else(|| above.resources.clone()),
        media_box: rect(node, "MediaBox").or(above.media_box),
        crop_box: rect(node, "CropBox").or(above.crop_box),
        rotation: node.get::<i32>("Rotate").unwrap_or(above.rotation),
    };
    Some((kids, Rc::new(inherited)))
}

/// A rectangle with its corners in order.
pub(super) fn rect(of: &Dict<'_>, key: &str) -> Option<Rect> {
    let [x0, y0, x1, y1] = of.get::<[f64; 4]>(key)?;
    Some(Rect::from_points((x0, y0), (x1, y1)))
}

impl<'a> PageEntry<'a> {
    pub(super) fn read(&self, xref: &'a XRef) -> Option<PdfPage<'a>> {
        let dictionary = match &self.page {
            MaybeRef::Ref(reference) => xref.get::<Dict<'_>>((*reference).into())?,
            MaybeRef::NotRef(dictionary) => dictionary.clone(),
        };
        let above = &self.inherited;
        let media_box = rect(&dictionary, "MediaBox").or(above.media_box).unwrap_or(A4);
        let shown = rect(&dictionary, "CropBox").or(above.crop_box).map_or(media_box, |crop_box| crop_box.intersect(media_box));
        let shown = if shown.area() > 0.0 { shown } else { A4 };
        let resources = dictionary.get::<Dict<'_>>("Resources").or_else(|| above.resources.clone()).unwrap_or_default();
        let moved = Affine::translate((-shown.x0, -shown.y0));
        let (width, height) = (shown.width(), shown.height());
        let rotation = dictionary.get::<i32>("Rotate").unwrap_or(above.rotation).rem_euclid(360);
        let (upright, (width, height)) = match rotation {
            90 => (Affine::new([0.0, -1.0, 1.0, 0.0, 0.0, width]), (height, width)),
            180 => (Affine::new([-1.0, 0.0, 0.0, -1.0, width, height]), (width, height)),
            270 => (Affine::new([0.0, 1.0, -1.0, 0.0, height, 0.0]), (height, width)),
            _ => (Affine::IDENTITY, (width, height)),
        };
        Some(PdfPage { dictionary, resources, upright: upright * moved, width, height })
    }
}
