use pulldown_cmark::{Tag, TagEnd};

use super::event::{Event, Image, Spanned};
use super::outline::{Refusal, RefusalKind};

/// Folds everything inside an image into its text, as HTML has only an attribute for it.
pub(super) fn fold<'a>(events: Vec<Spanned<'a>>, refusals: &mut Vec<Refusal>) -> Vec<Spanned<'a>> {
    let mut folded = Vec::with_capacity(events.len());
    let mut images: usize = 0;
    let mut outermost: Option<Box<Image>> = None;
    for event in events {
        match (&event.event, &mut outermost) {
            (Event::Start(tag), None) => match begin(tag, event.span.start) {
                Some(image) => {
                    outermost = Some(Box::new(image));
                    images = 1;
                }
                None => folded.push(event),
            },
            (Event::Start(tag), Some(_)) if matches!(**tag, Tag::Image { .. }) => images += 1,
            (Event::End(TagEnd::Image), Some(_)) => {
                images = images.saturating_sub(1);
                if let Some(image) = outermost.take_if(|_| images == 0) {
                    refuse_silent(&image, &event, refusals);
                    folded.push(Spanned::new(Event::Image(image), event.span));
                }
            }
            (Event::Start(_), Some(_)) => {}
            (inner, Some(image)) => {
                inner.push_text(&mut image.text);
                image.text_end = event.span.end;
            }
            (_, None) => folded.push(event),
        }
    }
    folded
}

fn begin<'a>(tag: &Tag<'a>, start: usize) -> Option<Image<'a>> {
    let Tag::Image { link_type, dest_url, title, .. } = tag else {
        return None;
    };
    Some(Image {
        link_type: *link_type,
        destination: dest_url.clone(),
        title: title.clone(),
        text: String::new(),
        text_end: start,
    })
}

fn refuse_silent(image: &Image, end: &Spanned, refusals: &mut Vec<Refusal>) {
    if image.text.trim().is_empty() {
        refusals.push(Refusal {
            span: end.span.clone(),
            kind: RefusalKind::MissingImageText,
        });
    }
}

#[cfg(test)]
mod tests {
    use crate::markdown::RefusalKind::MissingImageText;
    use crate::markdown::testing::{html, outline, refusals};

    #[test]
    fn the_text_of_an_image_is_plain() {
        let body = "![แผน *\"ก\"* `ข` [ค](javascript:x) ![ง](b.png)](a.png \"ชื่อ\")";
        assert_eq!(
            html(body),
            "<p><img src=\"a.png\" alt=\"แผน &quot;ก&quot; ข ค ง\" title=\"ชื่อ\" loading=\"lazy\"></p>\n"
        );
        assert_eq!(outline(body).links.len(), 1);
        assert_eq!(refusals(body), []);
    }

    #[test]
    fn an_image_without_text_is_refused() {
        assert_eq!(refusals("![ ](a.png)"), [("![ ](a.png)", MissingImageText)]);
    }
}
