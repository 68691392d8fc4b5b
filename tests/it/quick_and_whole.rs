//! The preview's quick way from an edit to its pages gives what the whole way gives: the same bytes
//! of every output, the same findings.
//!
//! Random edits are made to a small site; after each the plan of `plan_edited`, where it gives one,
//! is compared with that of an empty memory.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use prongsai::base::RelPath;
use prongsai::diagnostics::Purpose;
use prongsai::output::Output;
use prongsai::pipeline::{self, Draft, PlannedSite, PreviewCache, Request};
use prongsai::source::SourceTree;
use prongsai::thai;
use rayon::prelude::*;

use crate::common::{files_below, repository};
use crate::moment::Dice;

const EDITS: usize = if cfg!(debug_assertions) { 50 } else { 1500 };

const SITE: &str =
    "agency: {name: เทศบาลตำบลตัวอย่าง}\nbase_url: https://www.example.go.th/ita/\nyears: [2568, 2569]\nunits: [กองคลัง, สำนักปลัด]\n";

/// Two of them are one page; drafts, children and ordinary pages are among them.
const PAGES: [&str; 13] = [
    "content/2569/o1.md",
    "content/2569/o1/index.md",
    "content/2569/o11/index.md",
    "content/2569/o11/2025-10.md",
    "content/2569/o25/index.md",
    "content/2569/o26.md",
    "content/2568/o27.md",
    "content/2568/o28/index.md",
    "content/2568/o28/more.md",
    "content/2568/o3.md",
    "content/2569/o99.md",
    "content/pages/about.md",
    "content/pages/แผนที่.md",
];

/// What the example does not say, or says in one way only.
const MORE_FIELDS: [&str; 24] = [
    "title: ก\n",
    "title: ข\n",
    "title: {value: ก, as_written: ข}\n",
    "draft: true\n",
    "draft: false\n",
    "draft:\n",
    "aliases: [/old/]\n",
    "aliases: [/old/, /older/, ../x]\n",
    "aliases: [/2569/o1/]\n",
    "fiscal_year: 2568\n",
    "fiscal_year: 2569\n",
    "item: O1\n",
    "item: O25\n",
    "agency: {name: หน่วยงานอื่น}\n",
    "source: {file: กระดาษ.pdf}\n",
    "analysed_year: 2567\n",
    "analysed_year: 2564\n",
    "assessment: {year: 2566, total: 80}\n",
    "assessment: {total: 80.5, grade: A}\n",
    "lang: en\n",
    "kind: page\n",
    "unit: กองอื่น\n",
    "no_such_field: 1\n",
    "evidence: [{file: no-such-file.pdf}]\n",
];

const BODIES: [&str; 10] = [
    "",
    "เนื้อหา\n",
    "# หัวข้อ\n\nเนื้อหา [ก](/2569/o1/) [ข](about.md) [ค](/old/)\n",
    "## หัวข้อ {#measures}\n\n| ก | ข |\n|-|-|\n| 1 | 2 |\n",
    "เชิงอรรถ[^1]\n\n[^1]: ก\n",
    "<script>alert(1)</script> [x](javascript:alert(1))\n",
    "![](no-such.png) ** ก **\n",
    "โทร 081-234-5678 เลขประจำตัว 1-1017-00230-70-8\n",
    "ย่อหน้า\n\n[ล](/2568/o28/) [ม](/no/such/)\n",
    "\u{1}ก\n",
];

/// Files of the theme: as they are built in but for one place.
const STYLES: [(&str, &str, &str); 4] = [
    ("themes/default/templates/base.html", "</body>", "<p>ท้ายหน้า</p></body>"),
    ("themes/default/templates/base.html", "</body>", "<p>{{ title }}</p></body>"),
    ("themes/default/strings/th.yaml", "ข้ามไปยังเนื้อหา", "ไปที่เนื้อหา"),
    ("themes/default/assets/site.css", "{", "{ color: red;"),
];

/// Those that make no page, have a fault, or are published under a name that was not there.
const ODD_STYLES: [(&str, &str, &str); 5] = [
    ("themes/default/templates/base.html", "</body>", "{{ t(key=\"no-such-word\") }}</body>"),
    ("themes/default/templates/base.html", "</body>", "{{ no_such.value }}</body>"),
    ("themes/default/templates/base.html", "</body>", "{% if %}</body>"),
    ("themes/default/strings/th.yaml", "ข้ามไปยังเนื้อหา", "["),
    ("themes/default/assets/new.css", "", "h1 { color: red }"),
];

/// A page: the lines of its fields by their names, and its text.
#[derive(Clone, Default)]
struct Page {
    fields: BTreeMap<String, String>,
    body: String,
    is_broken: bool,
}

impl Page {
    fn text(&self) -> String {
        let fields: String = self.fields.values().map(String::as_str).collect();
        let end = if self.is_broken { "" } else { "---\n" };
        format!("---\n{fields}{end}{}", self.body)
    }
}

fn name(field: &str) -> String {
    field.split(':').next().unwrap_or_default().to_owned()
}

/// Every field of every page of the example as it stands there, and more.
fn fields() -> Vec<String> {
    let mut all: Vec<String> = MORE_FIELDS.map(str::to_owned).to_vec();
    for (path, bytes) in files_below(&repository().join("content")) {
        let Some(text) = path.ends_with(".md").then(|| String::from_utf8(bytes).unwrap()) else { continue };
        let Some(front) = text.strip_prefix("---\n").and_then(|text| text.split("\n---\n").next()) else { continue };
        let mut of_page: Vec<String> = Vec::new();
        for line in front.lines() {
            match line.starts_with([' ', '-', '#']) {
                true => of_page.last_mut().into_iter().for_each(|field| *field += &format!("{line}\n")),
                false => of_page.push(format!("{line}\n")),
            }
        }
        all.extend(of_page);
    }
    all
}

/// The site as it is being edited.
struct Desk {
    dice: Dice,
    /// By name, so that rare fields are edited as often as others.
    fields: BTreeMap<String, Vec<String>>,
    pages: BTreeMap<&'static str, Page>,
    lists: [(&'static str, String); 2],
    styles: BTreeMap<&'static str, String>,
}

impl Desk {
    fn new(seed: u64) -> Desk {
        let mut by_name: BTreeMap<String, Vec<String>> = BTreeMap::new();
        fields().into_iter().for_each(|field| by_name.entry(name(&field)).or_default().push(field));
        let of_2569 = [
            ("O1", "structure", "evidence"),
            ("O11", "procurement-progress", "evidence"),
            ("O25", "integrity-measures", "measures"),
            ("O26", "integrity-measures-progress", "progress"),
        ];
        let of_2568 = [
            ("O3", "structure", "evidence"),
            ("O27", "integrity-measures", "measures"),
            ("O28", "integrity-measures-progress", "progress"),
        ];
        let lists = [("content/catalogues/2569.yaml", list("2569", &of_2569)), ("content/catalogues/2568.yaml", list("2568", &of_2568))];
        let mut desk = Desk { dice: Dice(seed), fields: by_name, pages: BTreeMap::new(), lists, styles: BTreeMap::new() };
        for path in &PAGES[..9] {
            desk.pages.insert(path, Page { body: "เนื้อหา\n".to_owned(), ..Page::default() });
            (0..4).for_each(|_| desk.set_field(path));
        }
        desk
    }

    fn pick<T: Clone>(&mut self, from: &[T]) -> T {
        from[self.dice.below(from.len() as u64) as usize].clone()
    }

    fn set_field(&mut self, path: &str) {
        let names: Vec<String> = self.fields.keys().cloned().collect();
        let name = self.pick(&names);
        let values = self.fields[&name].clone();
        let field = self.pick(&values);
        let is_removed = self.dice.below(3) == 0;
        let Some(page) = self.pages.get_mut(path) else { return };
        if page.fields.remove(&name).is_none() || !is_removed {
            page.fields.insert(name, field);
        }
    }

    fn restyle(&mut self) -> &'static str {
        let odd = ODD_STYLES.iter().find(|(path, _, to)| self.styles.get(path).is_some_and(|text| text.contains(to)));
        if let Some((path, ..)) = odd.filter(|_| self.dice.below(3) > 0) {
            self.styles.remove(path);
            return path;
        }
        let (path, from, to) = if self.dice.below(2) == 0 { self.pick(&ODD_STYLES) } else { self.pick(&STYLES) };
        let text = fs::read_to_string(repository().join(path)).unwrap_or_default().replacen(from, to, 1);
        self.styles.insert(path, text);
        path
    }

    /// One edit; which file it was.
    fn edit(&mut self) -> &'static str {
        if self.dice.below(4) == 0 {
            return self.restyle();
        }
        let broken = self.pages.iter_mut().find(|(_, page)| page.is_broken);
        if let Some((path, page)) = broken.filter(|_| self.dice.below(3) == 0) {
            page.is_broken = false;
            return path;
        }
        let path = self.pick(&PAGES);
        let body = self.pick(&BODIES).to_owned();
        match (self.dice.below(20), self.pages.get_mut(path)) {
            (0, Some(_)) => drop(self.pages.remove(path)),
            (1, Some(page)) => page.is_broken = true,
            (2..=5, Some(page)) => page.body = body,
            (6, Some(page)) => page.body.push_str(&body),
            (_, Some(_)) => self.set_field(path),
            (0..=5, None) => drop(self.pages.insert(path, Page { body, ..Page::default() })),
            (_, None) => return self.edit(),
        }
        path
    }

    fn tree(&self) -> SourceTree {
        let texts: Vec<(&str, String)> = self.pages.iter().map(|(path, page)| (*path, page.text())).collect();
        let lists = self.lists.iter().map(|(path, text)| (*path, text.as_str()));
        let styles = self.styles.iter().map(|(path, text)| (*path, text.as_str()));
        let pages = texts.iter().map(|(path, text)| (*path, text.as_str()));
        SourceTree::of_texts(pages.chain(lists).chain(styles).chain([("content/site.yaml", SITE)]))
    }
}

/// A short list of items; the last two are about measures and what became of them.
fn list(year: &str, items: &[(&str, &str, &str)]) -> String {
    let item = |(code, subject, kind): &(&str, &str, &str)| {
        let components = "[{id: diagram, title: {th: ผัง}}, {id: duties, title: {th: หน้าที่}}]";
        format!("{{code: {code}, title: ข้อ {subject}, subjects: [{subject}], kind: {kind}, components: {components}}}")
    };
    let items: Vec<String> = items.iter().map(item).collect();
    let group = format!("{{number: '9.1', title: ข, groups: [{{title: ค, items: [{}]}}]}}", items.join(", "));
    format!("fiscal_year: {year}\ntitle: {{th: รายการ}}\nconfidence: high\nindicators: [{{no: 9, title: ก, sub_indicators: [{group}]}}]\n")
}

/// Everything that can be seen of a plan.
fn seen(draft: &Draft) -> (BTreeMap<String, String>, String) {
    let bytes = |planned: &PlannedSite, path: &str| match pipeline::render_path(planned, &SourceTree::default(), path) {
        Ok(Output::Text(text)) => text,
        Ok(picture @ Output::Bytes(_)) => picture.sha256(&|| Ok(())).unwrap(),
        // The theme's own files are the same ones.
        Ok(Output::Static(_)) => String::new(),
        Ok(Output::Copy(file)) => file.path().display().to_string(),
        Err(fault) => format!("{fault:?}"),
    };
    let outputs = draft.planned.iter().flat_map(|planned| planned.outputs.iter().map(move |(path, output)| (planned, path, output)));
    let outputs: Vec<_> = outputs.collect();
    let rendered =
        outputs.into_par_iter().map(|(planned, path, output)| (path.to_owned(), format!("{output:?}\n{}", bytes(planned, path))));
    (rendered.collect(), format!("{:#?}\n{:#?}", draft.report(), draft.outdated))
}

/// Gives how often the quick way was possible for pages, and for the theme.
fn both_ways(seed: u64) -> [usize; 2] {
    let today = thai::Date::of_unix_seconds(1_795_305_600).unwrap();
    let request = Request::to_look(PathBuf::from("/no/such/folder"), Purpose::Submission, today);
    let plan = |tree: &SourceTree, memory: &mut PreviewCache| pipeline::plan_site(&request, tree, memory).unwrap();
    let (mut desk, mut memory, mut of_whole, mut quick) = (Desk::new(seed), PreviewCache::default(), PreviewCache::default(), [0, 0]);
    let mut draft = plan(&desk.tree(), &mut memory);
    assert!(draft.planned.as_ref().is_some_and(|planned| planned.site.years.iter().all(|year| year.entries.len() < 5)));
    plan(&desk.tree(), &mut of_whole);
    let mut log = Vec::new();
    for number in 0..EDITS {
        let at_once = if desk.dice.below(4) == 0 { 2 } else { 1 };
        let touched: BTreeSet<&str> = (0..at_once).map(|_| desk.edit()).collect();
        let (tree, paths) = (desk.tree(), touched.iter().map(|path| RelPath::new(path).unwrap()).collect());
        let edited = pipeline::plan_edited(&tree, &paths, &draft, &mut memory);
        let way = if edited.is_some() { "quick" } else { "whole" };
        let of_theme = touched.iter().any(|path| path.starts_with("themes/"));
        quick[usize::from(of_theme)] += usize::from(edited.is_some());
        log.push(format!("{way} {touched:?}"));
        draft = edited.unwrap_or_else(|| plan(&tree, &mut memory));
        // Broken pages are as they were before, which only a memory with the same past knows.
        let whole = plan(&tree, &mut of_whole);
        compare(&draft, &whole, &format!("seed {seed}: {}", log.join("\n")));
        if number % 10 == 0 && whole.outdated.files.is_empty() && !whole.outdated.frame && !desk.pages.values().any(|page| page.is_broken) {
            compare(&draft, &plan(&tree, &mut PreviewCache::default()), "from the beginning");
        }
    }
    quick
}

fn compare(one: &Draft, other: &Draft, what: &str) {
    let ((pages, report), (fresh_pages, fresh_report)) = (seen(one), seen(other));
    assert_eq!(pages.keys().collect::<Vec<_>>(), fresh_pages.keys().collect::<Vec<_>>(), "{what}");
    for (path, page) in &pages {
        assert!(*page == fresh_pages[path], "{what}\n{path}:\n{page}\n---- but from the beginning:\n{}", fresh_pages[path]);
    }
    assert!(report == fresh_report, "{what}\n{report}\n---- but from the beginning:\n{fresh_report}");
}

#[test]
fn the_quick_way_gives_what_the_whole_way_gives() {
    let fields: BTreeSet<String> = fields().iter().map(|field| name(field)).collect();
    let wanted = "kind item title lang fiscal_year analysed_year round as_of adopted agency unit assessment issues measures progress memo evidence \
                  components view publication aliases source draft";
    for field in wanted.split(' ') {
        assert!(fields.contains(field), "{field} is never edited");
    }
    let quick = [1, 42].map(both_ways);
    let [pages, themes] = [0, 1].map(|kind| quick.iter().map(|of_seed| of_seed[kind]).sum::<usize>());
    assert!(pages > EDITS / 4 && themes > EDITS / 12, "the quick way was compared {pages} and {themes} times");
}
