//! One page: the same text for every generator.
//!
//! 3–6 paragraphs, three headings of the second level and two of the third, two lists, a table of 8
//! × 6, three links to other pages: close to 13.8 kB of Markdown.

use crate::ITEMS;
use crate::random::Random;
use crate::words::*;

/// Where a page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Address {
    /// From 1 to [`ITEMS`].
    pub item: usize,
    /// 0 is the page of the item, the others are below it.
    pub number: usize,
}

impl Address {
    /// The addresses of a site of `pages` pages: the items first, then the pages below them,
    /// evenly.
    pub fn all(pages: usize) -> impl Iterator<Item = Address> {
        (0..pages).map(|n| Address { item: n % ITEMS + 1, number: n / ITEMS })
    }

    /// `o21/` or `o21/entry-0007/`.
    pub fn folder(self) -> String {
        match self.number {
            0 => format!("o{}/", self.item),
            n => format!("o{}/entry-{n:04}/", self.item),
        }
    }
}

/// How links to other pages are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Links {
    /// As officers write them, to Markdown files: `../o22/index.md`. We look each of them up.
    Files,
    /// The finished address. Hugo has nothing to look up, which is in its favour: its way (`ref`, a
    /// hook) costs it time.
    Addresses,
}

/// A page before it is written.
#[derive(Clone, Debug)]
pub struct Page {
    pub at: Address,
    pub title: String,
    pub unit: &'static str,
    /// The day on which its data was true, in the fiscal year: year of the common era, month, day.
    pub as_of: (usize, usize, usize),
    random: Random,
    others: [Address; 3],
}

impl Page {
    /// The page of an address in a site of `pages` pages.
    pub fn new(seed: u64, pages: usize, at: Address) -> Page {
        let mut random = Random::of(seed, (at.number * ITEMS + at.item) as u64);
        let months = random.below(12);
        let as_of = (if months < 3 { 2022 } else { 2023 }, (months + 9) % 12 + 1, random.within(1, 28));
        let title = match at.number {
            0 => format!("{}และ{}", random.one(WHAT), random.one(WHAT)),
            n => format!("{} ครั้งที่ {n}", random.one(WHAT)),
        };
        let unit = random.one(UNITS);
        // The item above, a page beside, and another item; in a site of items only, three items.
        let mut item = |number| Address { item: (at.item + random.within(0, ITEMS - 2)) % ITEMS + 1, number };
        let beside = match at.number {
            0 => item(0),
            n if n > 1 => Address { number: n - 1, ..at },
            _ => Address { number: 0, ..at },
        };
        let above = if at.number == 0 { item(0) } else { Address { number: 0, ..at } };
        let others = [above, beside, item(0)];
        debug_assert!(others.iter().all(|other| other.number * ITEMS + other.item <= pages));
        Page { at, title, unit, as_of, random, others }
    }

    /// `2023-02-14`.
    pub fn date(&self) -> String {
        let (year, month, day) = self.as_of;
        format!("{year}-{month:02}-{day:02}")
    }

    /// What Markdown says.
    pub fn body(&self, links: Links) -> String {
        let mut text = Text { random: self.random.clone(), out: String::with_capacity(16 << 10) };
        let link = |n: usize| format!("[ดูหน้าที่เกี่ยวข้อง]({})", destination(self.at, self.others[n], links));
        let mut extra = text.random.within(0, 3);
        let mut more = |text: &mut Text| {
            if extra > 0 {
                extra -= 1;
                text.paragraph(None);
            }
        };
        let (section, detail) = (text.random.below(SECTIONS.len()), text.random.below(DETAILS.len()));
        let mut headings = (0..).map(|n| (SECTIONS[(section + n) % SECTIONS.len()], DETAILS[(detail + n) % DETAILS.len()]));
        let mut heading = || headings.next().unwrap_or_default();
        text.paragraph(Some(link(0)));
        text.line(&format!("## {} {{#part-1}}\n", heading().0));
        text.paragraph(None);
        text.list("- ");
        text.line(&format!("### {} {{#part-2}}\n", heading().1));
        more(&mut text);
        text.line(&format!("## {} {{#part-3}}\n", heading().0));
        more(&mut text);
        text.table();
        text.line(&format!("### {} {{#part-4}}\n", heading().1));
        more(&mut text);
        text.list("1. ");
        text.line(&format!("## {} {{#part-5}}\n", heading().0));
        text.paragraph(Some(link(1)));
        text.line(&format!("สอบถามได้ที่{} {}", self.unit, link(2)));
        text.out
    }
}

/// The way from a page to another.
fn destination(from: Address, to: Address, links: Links) -> String {
    match links {
        Links::Files if from.item == to.item && to.number > 0 => format!("entry-{:04}.md", to.number),
        Links::Files if from.item == to.item => "index.md".to_owned(),
        Links::Files => format!("../o{}/index.md", to.item),
        Links::Addresses => format!("/ita/{}/{}", crate::YEAR, to.folder()),
    }
}

struct Text {
    random: Random,
    out: String,
}

impl Text {
    fn line(&mut self, line: &str) {
        self.out.push_str(line);
        self.out.push('\n');
    }

    fn sentence(&mut self) -> String {
        let r = &mut self.random;
        [r.one(WHO), r.one(DID), r.one(WHAT), r.one(WHERE), " ", r.one(WHEN), " ", r.one(WHY)].concat()
    }

    /// With a link, or a strong word, at its end.
    fn paragraph(&mut self, link: Option<String>) {
        let count = self.random.within(2, 3);
        let mut sentences: Vec<String> = (0..count).map(|_| self.sentence() + " " + self.random.one(ALSO)).collect();
        match link {
            Some(link) => sentences.push(link),
            None => sentences[0] = format!("**{}** {}", self.random.one(WHAT), sentences[0]),
        }
        self.line(&(sentences.join("\n") + "\n"));
    }

    fn list(&mut self, mark: &str) {
        for n in 1..=4 {
            let mark = if mark == "1. " { format!("{n}. ") } else { mark.to_owned() };
            let sentence = self.sentence();
            self.line(&(mark + &sentence));
        }
        self.line("");
    }

    fn table(&mut self) {
        self.line(&format!("| {} |\n| ---: | --- | --- | ---: | --- | --- |", COLUMNS.join(" | ")));
        for n in 1..=8 {
            let amount = self.random.within(12, 498);
            let r = &mut self.random;
            let (work, place, unit, how, state) = (r.one(WORK), r.one(WHERE), r.one(UNITS), r.one(HOW), r.one(STATE));
            self.line(&format!("| {n} | {work}{place} | {unit} | {amount},000.00 | {how} | {state} |"));
        }
        self.line("");
    }
}
