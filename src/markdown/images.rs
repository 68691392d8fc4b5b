use pulldown_cmark::{Tag, TagEnd};

use super::event::{Image, MarkdownEvent, SpannedEvent};
use super::outline::{UnshownKind, UnshownMarkup};

/// Flattens the content of each image to text, since HTML only has the `alt` attribute for it.
pub(super) fn fold<'a>(events: Vec<SpannedEvent<'a>>, refusals: &mut Vec<UnshownMarkup>) -> Vec<SpannedEvent<'a>> {
    let mut folding = Folding::default();
    let folded = events.into_iter().filter_map(|event| folding.fold(event, refusals));
    folded.collect()
}

#[derive(Default)]
struct Folding<'a> {
    /// The outermost open image.
    outermost: Option<Box<Image<'a>>>,
    /// Number of open images inside it.
    inner: usize,
}

impl<'a> Folding<'a> {
    fn fold(&mut self, event: SpannedEvent<'a>, refusals: &mut Vec<UnshownMarkup>) -> Option<SpannedEvent<'a>> {
        let Some(image) = &mut self.outermost else {
            self.outermost = begin(&event);
            return self.outermost.is_none().then_some(event);
        };
        match &event.event {
            MarkdownEvent::Start(tag) if matches!(**tag, Tag::Image { .. }) => self.inner += 1,
            MarkdownEvent::End(TagEnd::Image) if self.inner > 0 => self.inner -= 1,
            MarkdownEvent::End(TagEnd::Image) => {
                let image = self.outermost.take()?;
                refuse_silent(&image, &event, refusals);
                return Some(SpannedEvent::new(MarkdownEvent::Image(image), event.span));
            }
            MarkdownEvent::Start(_) => {}
            inner => {
                inner.push_text(&mut image.text);
                image.text_end = event.span.end;
            }
        }
        None
    }
}

/// The image that `event` starts.
fn begin<'a>(event: &SpannedEvent<'a>) -> Option<Box<Image<'a>>> {
    let MarkdownEvent::Start(tag) = &event.event else {
        return None;
    };
    let Tag::Image { link_type, dest_url, title, .. } = &**tag else {
        return None;
    };
    Some(Box::new(Image {
        link_type: *link_type,
        destination: dest_url.clone(),
        title: title.clone(),
        text: String::new(),
        text_end: event.span.start,
    }))
}

fn refuse_silent(image: &Image, end: &SpannedEvent, refusals: &mut Vec<UnshownMarkup>) {
    if image.text.trim().is_empty() {
        refusals.push(UnshownMarkup { span: end.span.clone(), kind: UnshownKind::MissingImageText });
    }
}

#[cfg(test)]
mod tests {
    use crate::markdown::UnshownKind::MissingImageText;
    use crate::markdown::testing::{html, outline, refusals};

    #[test]
    fn the_text_of_an_image_is_plain() {
        let body = "![แผน *\"ก\"* `ข` [ค](javascript:x) ![ง](b.png)](a.png \"ชื่อ\")";
        assert_eq!(html(body), "<p><img src=\"a.png\" alt=\"แผน &quot;ก&quot; ข ค ง\" title=\"ชื่อ\" loading=\"lazy\"></p>\n");
        assert_eq!(outline(body).links.len(), 1);
        assert_eq!(refusals(body), []);
    }

    #[test]
    fn an_image_without_text_is_refused() {
        assert_eq!(refusals("![ ](a.png)"), [("![ ](a.png)", MissingImageText)]);
    }
}
