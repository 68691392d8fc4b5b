//! Layout of the preview's own pages. Style sheet and script are added by
//! [`with_live`](super::with_live).

use super::markup::{HtmlBuilder, html};
use crate::base::Lang;
use crate::render::machine::POLICY;
use crate::words::preview;

/// A page with this title and heading.
pub(super) fn page(title: &str, lang: Lang, main: impl FnOnce(&mut HtmlBuilder)) -> String {
    let page = html(|markup| {
        markup.element("html", &[("lang", lang.name())], |markup| {
            markup.element("head", &[], |markup| head(markup, title));
            markup.element("body", &[("class", "prongsai-page")], |markup| {
                markup.element("main", &[("id", "main")], |markup| {
                    markup.leaf("h1", &[], title);
                    main(markup);
                    markup.leaf("p", &[("class", "quiet")], preview::preview(lang));
                });
            });
        });
    });
    format!("<!doctype html>\n{page}\n")
}

fn head(markup: &mut HtmlBuilder, title: &str) {
    markup.void("meta", &[("charset", "utf-8")]);
    markup.void("meta", &[("http-equiv", "Content-Security-Policy"), ("content", POLICY)]);
    markup.void("meta", &[("name", "viewport"), ("content", "width=device-width,initial-scale=1")]);
    markup.leaf("title", &[], title);
}
