//! Says where lines may break before names of divisions, and that they may not between a month and its year.
//!
//! Browsers guess where Thai words end, and break `ผู้อำนวยการก|องคลัง` (Chromium) and `ตำบ|ล` (Firefox). A `<wbr>` before a name parts the
//! texts that they guess at. `ก.ย. 2569` becomes a `<span>` without attributes, which the style sheet keeps on one line. Neither has text of
//! its own: what is copied and searched stays the same.

use std::cmp::Reverse;

use memchr::memchr;

use super::month_years::month_years;
use super::tag_length::tag_length;
use crate::config::Config;
use crate::slice::slice;
use crate::thai::DivisionName;

/// Elements whose text is not broken into lines, is no text of the page, or is taken letter by letter.
const SKIPPED: [&str; 11] = ["code", "kbd", "option", "pre", "samp", "script", "style", "svg", "template", "textarea", "title"];
const BREAK: &str = "<wbr>";
/// Around what stays on one line.
const KEPT: [&str; 2] = ["<span>", "</span>"];
/// `สำนักงาน`, `พนักงาน`, `รายงาน` and the like are one word, so that no name begins within.
const WORDS_WITH_NGAN: [&str; 8] = ["นัก", "ราย", "โรง", "หน่วย", "แรง", "ชิ้น", "ผล", "แผน"];
const NGAN: &str = "งาน";
/// UTF-8 length of a Thai letter.
const LETTER: usize = 3;

/// A place of a page, and the tag to put there.
type AddedTag = (usize, &'static str);

/// The names of divisions by their first two letters; the same for all pages of a site.
#[derive(Debug)]
pub struct LineBreaks {
    /// By their first [pair], the longer before the shorter.
    names: Vec<(usize, DivisionName<'static>)>,
    /// A bit for each [pair] of letters with which a name begins.
    starts: [u64; PAIRS / 64],
}

const PAIRS: usize = 1 << 14;

impl LineBreaks {
    /// The names that every body has, and those of the units of the site.
    pub fn of(config: &Config) -> Self {
        let own = config.units.iter().filter_map(|unit| DivisionName::parse(&unit.name.value));
        Self::of_names(DivisionName::known().chain(own.map(DivisionName::into_owned)))
    }

    fn of_names(names: impl Iterator<Item = DivisionName<'static>>) -> Self {
        let by_pair = names.filter_map(|name| Some((pair(name.text.as_bytes().first_chunk()?)?, name)));
        let mut names: Vec<(usize, DivisionName<'static>)> = by_pair.collect();
        names.sort_by_key(|(pair, name)| (*pair, Reverse(name.text.len())));
        let mut starts = [0; PAIRS / 64];
        for (pair, _) in &names {
            starts[pair / 64] |= 1 << (pair % 64);
        }
        Self { names, starts }
    }

    /// The page with breaks in its visible text; the same bytes if no name stands within Thai text, and
    /// no month before its year.
    pub(super) fn put_into(&self, html: String) -> String {
        let tags = self.tags(&html);
        if tags.is_empty() {
            return html;
        }
        let mut out = String::with_capacity(html.len() + tags.iter().map(|(_, tag)| tag.len()).sum::<usize>());
        let mut done = 0;
        for (place, tag) in tags {
            out.push_str(slice(&html, done..place));
            out.push_str(tag);
            done = place;
        }
        out.push_str(slice(&html, done..));
        out
    }

    /// What to add to a page, in order.
    fn tags(&self, html: &str) -> Vec<AddedTag> {
        let mut tags = Vec::new();
        let mut rest = html;
        let at = |rest: &str| html.len() - rest.len();
        while let Some((text, from_tag)) = memchr(b'<', rest.as_bytes()).and_then(|start| rest.split_at_checked(start)) {
            self.tags_in_text(text, at(rest), &mut tags);
            let (tag, after) = from_tag.split_at_checked(tag_length(from_tag)).unwrap_or((from_tag, ""));
            rest = skipped(tag).map_or(after, |name| behind(name, after));
        }
        self.tags_in_text(rest, at(rest), &mut tags);
        tags
    }

    /// Adds the tags for a text that begins at `start` of the page.
    fn tags_in_text(&self, text: &str, start: usize, tags: &mut Vec<AddedTag>) {
        let before = tags.len();
        self.breaks_in_text(text, start, tags);
        let months = month_years(text);
        tags.extend(months.flat_map(|month| [(start + month.start, KEPT[0]), (start + month.end, KEPT[1])]));
        // Names and months never overlap.
        tags.get_mut(before..).unwrap_or_default().sort_by_key(|(place, _)| *place);
    }

    fn breaks_in_text(&self, text: &str, start: usize, tags: &mut Vec<AddedTag>) {
        let bytes = text.as_bytes();
        let mut at = 0;
        while let Some(letters) = bytes.get(at..).and_then(|rest| rest.first_chunk()) {
            let pair = pair(letters).filter(|pair| self.starts[pair / 64] >> (pair % 64) & 1 == 1);
            match pair.and_then(|pair| self.name_at(pair, text, at)) {
                Some(name) => {
                    tags.extend(breaks(name, text, at).map(|place| (start + place, BREAK)));
                    at += name.text.len();
                }
                None => at += if letters[0] == FIRST_BYTE { LETTER } else { 1 },
            }
        }
    }

    /// The longest name that begins at `at` with this pair.
    fn name_at(&self, pair: usize, text: &str, at: usize) -> Option<&DivisionName<'static>> {
        let (before, after) = text.split_at_checked(at)?;
        let first = self.names.partition_point(|(other, _)| *other < pair);
        let with_pair = self.names.get(first..)?.iter().take_while(|(other, _)| *other == pair);
        let name = with_pair.map(|(_, name)| name).find(|name| after.starts_with(&*name.text))?;
        let is_within_word = name.text.starts_with(NGAN) && WORDS_WITH_NGAN.iter().any(|word| before.ends_with(word));
        (!is_within_word).then_some(name)
    }
}

/// Where lines may break in and around a name at `at` of a text. Between letters that are not Thai they may anyhow.
fn breaks(name: &DivisionName<'_>, text: &str, at: usize) -> impl Iterator<Item = usize> {
    let is_within_thai = move |&place: &usize| {
        text.split_at_checked(place).is_some_and(|(before, after)| before.ends_with(is_thai) && after.starts_with(is_thai))
    };
    std::iter::once(at).chain(name.breaks.iter().map(move |place| at + place)).filter(is_within_thai)
}

fn is_thai(c: char) -> bool {
    matches!(c, '\u{E01}'..='\u{E4E}')
}

/// First byte of all Thai letters in UTF-8.
const FIRST_BYTE: u8 = 0xE0;

/// A number for two Thai letters; `None` for other text.
fn pair(&[a, b, c, d, e, f]: &[u8; 2 * LETTER]) -> Option<usize> {
    let is_thai = a == FIRST_BYTE && d == FIRST_BYTE && b | 1 == 0xB9 && e | 1 == 0xB9;
    let code = |block: u8, last: u8| usize::from((block & 1) << 6 | (last & 0x3F));
    is_thai.then(|| code(b, c) << 7 | code(e, f))
}

/// The name of a start tag whose text is left alone.
fn skipped(tag: &str) -> Option<&'static str> {
    let rest = tag.strip_prefix('<')?;
    // Most tags begin with another letter.
    rest.bytes().next().filter(|first| b"ckopst".contains(first))?;
    SKIPPED.into_iter().find(|name| rest.strip_prefix(name).is_some_and(|rest| rest.starts_with(['>', ' ', '\n', '\t'])))
}

/// The page from the end tag of an element on.
fn behind<'h>(name: &str, html: &'h str) -> &'h str {
    let mut rest = html;
    while let Some((_, from_tag)) = rest.find("</").and_then(|at| rest.split_at_checked(at)) {
        let inside = from_tag.strip_prefix("</").unwrap_or_default();
        if inside.strip_prefix(name).is_some_and(|rest| rest.starts_with(['>', ' ', '\n', '\t'])) {
            return from_tag;
        }
        rest = inside;
    }
    ""
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(html: &str) -> String {
        let own = DivisionName::parse("กองทดลอง");
        LineBreaks::of_names(DivisionName::known().chain(own)).put_into(html.to_owned())
    }

    #[test]
    fn lines_may_break_before_names_within_thai_text() {
        for (html, shown) in [
            ("<p>ผู้อำนวยการกองคลังแจ้ง</p>", "<p>ผู้อำนวยการ<wbr>กองคลังแจ้ง</p>"),
            ("รองผู้อำนวยการกองทดลอง", "รอง<wbr>ผู้อำนวยการ<wbr>กองทดลอง"),
            ("ในเทศบาลตำบลบ้านดอน", "ใน<wbr>เทศบาล<wbr>ตำบล<wbr>บ้านดอน"),
            ("<td>เทศบาลตำบล</td>", "<td>เทศบาล<wbr>ตำบล</td>"),
            ("หัวหน้างานพัสดุ", "หัวหน้า<wbr>งานพัสดุ"),
            ("ของกองสาธารณสุขและสิ่งแวดล้อม", "ของ<wbr>กองสาธารณสุขและสิ่งแวดล้อม"),
            ("<b title=\"ที่>กองคลัง\">ที่กองคลัง", "<b title=\"ที่>กองคลัง\">ที่<wbr>กองคลัง"),
        ] {
            assert_eq!(made(html), shown);
        }
    }

    #[test]
    fn a_month_and_its_year_stay_on_one_line() {
        for (html, shown) in [
            ("<td>ต.ค. 2568 – ก.ย. 2569</td>", "<td><span>ต.ค. 2568</span> – <span>ก.ย. 2569</span></td>"),
            ("ตลอดปี (ต.ค. ๒๕๖๘)", "ตลอดปี (<span>ต.ค. ๒๕๖๘</span>)"),
            ("วันที่ 3 มี.ค. 2568 ที่กองคลังแจ้ง", "วันที่ 3 <span>มี.ค. 2568</span> ที่<wbr>กองคลังแจ้ง"),
        ] {
            assert_eq!(made(html), shown);
        }
    }

    #[test]
    fn what_is_no_text_of_the_page_and_what_may_break_anyhow_stays() {
        for html in [
            "<title>ที่กองคลัง</title><a href=\"ที่กองคลัง\">กองคลัง กองช่าง</a>",
            "<code>ที่กองคลัง<b>ที่กองคลัง</b></code><pre class=x>ที่กองคลัง</pre><svg><text>ที่กองคลัง</text></svg>",
            "<script>\"</p>ที่กองคลัง\"</script><!-- ที่กองคลัง --><style>ที่กองคลัง",
            "พนักงานพัสดุ สำนักงานนิติการ กองคล กอง",
            "ที่กองคลั",
            "<p \"ที่กองคลัง",
            "<td data-label=\"ก.ย. 2569\">ก.ย. 25691 ก.ย. 256 ก.ย.2569 ก.ย. กก.ย. 2569 ย. 2569</td>",
        ] {
            assert_eq!(made(html), html);
        }
    }

    proptest::proptest! {
        #[test]
        fn nothing_but_breaks_is_added(html in "(ที่|กองคลัง|เทศบาลตำบล|<|>|/|<p>|</|code|<code>|</code>|\"|<!--|-->|๐|a|ก.ย.| |2569|\u{E0}\u{3042}){0,30}") {
            proptest::prop_assert_eq!([BREAK, KEPT[0], KEPT[1]].iter().fold(made(&html), |made, tag| made.replace(tag, "")), html);
        }
    }
}
