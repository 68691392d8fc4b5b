//! Shared test functions.

use super::{Labels, MarkdownLimits, Outline, UnshownKind};

const LABELS: Labels = Labels {
    note: "หมายเหตุ",
    tip: "ข้อแนะนำ",
    important: "สำคัญ",
    warning: "คำเตือน",
    caution: "ข้อควรระวัง",
    footnotes: "เชิงอรรถ",
    back_to_text: "กลับไปที่เชิงอรรถ",
    done: "เสร็จแล้ว",
    not_done: "ยังไม่เสร็จ",
    table: "ตาราง",
    code: "โค้ด",
};

/// HTML of `body`, with links as written.
pub(super) fn html(body: &str) -> String {
    html_within(body, &MarkdownLimits::default())
}

pub(super) fn html_within(body: &str, limits: &MarkdownLimits) -> String {
    let mut out = String::new();
    let mut as_written = |link: &super::Link| Some(link.destination.clone().into());
    super::write_html(body, limits, &LABELS, &mut as_written, &mut out);
    out
}

pub(super) fn outline(body: &str) -> Outline {
    super::outline(body, &MarkdownLimits::default())
}

/// Refusals of `body`, each with its source text.
pub(super) fn refusals(body: &str) -> Vec<(&str, UnshownKind)> {
    let refusals = outline(body).refusals;
    refusals.into_iter().map(|refusal| (&body[refusal.span], refusal.kind)).collect()
}
