//! Renders whole pages of small sites and checks the contract of `src/render/` with its users by
//! selectors and texts.

mod cards;
mod charts;
mod digits;
mod first_screen;
mod ids;
mod links;
mod measure_numbers;
mod notes;
mod once;
mod orientation;
mod style_sheet;
mod table_parts;

use scraper::{ElementRef, Html, Selector};

use super::{LineBreaks, SiteRenderer, Theme, csv};
use crate::catalogue::Catalogues;
use crate::diagnostics::{Diagnostics, Outcome, Purpose};
use crate::output::Output;
use crate::pipeline::{PlannedSite, Request, render_path, understand};
use crate::record::Record;
use crate::site::{Drafts, PageId, Permalink, Site, SitePage, assemble};
use crate::source::{SourceTree, StorageMode};
use crate::thai::{Date, FiscalYear};
use crate::yaml::Spanned;
use crate::{config, content};

const SITE_FILE: &str = "agency: {name: เทศบาลตำบลตัวอย่าง, district: เมือง, province: ตัวอย่าง}\nbase_url: https://www.example.go.th/ita/\ncontact: {phone: 0 4281 2345}\nnotice: ปิดปรับปรุงวันเสาร์\n";

struct Rendered {
    site: Site,
    theme: Theme,
}

/// A site from the given files below `content/`.
fn site(files: &[(&str, &str)]) -> Rendered {
    site_with(SITE_FILE, files)
}

fn site_with(site_file: &str, files: &[(&str, &str)]) -> Rendered {
    let files = files.iter().map(|(path, text)| (format!("content/{path}"), *text)).collect::<Vec<_>>();
    let all = files.iter().map(|(path, text)| (path.as_str(), *text)).chain([("content/site.yaml", site_file)]);
    let tree = SourceTree::of_texts(all);
    let Outcome(config, mut found) = config::read(&tree);
    let config = config.expect("a good site file");
    let Outcome(content, of_content) = content::read(&tree, &config.limits, &mut content::ParseCache::default());
    let years: Vec<FiscalYear> = content.documents.iter().filter_map(|document| document.home.fiscal_year()).collect();
    let Outcome(catalogues, _) = Catalogues::read(&tree, &years);
    found.append(of_content);
    assert_good(&found);
    let Outcome(site, _) = assemble(config, catalogues, content, Record::default(), Drafts::Hide);
    let Outcome(theme, found) = Theme::load(&tree, None);
    assert_good(&found);
    Rendered { site, theme: theme.expect("a good theme") }
}

fn assert_good(found: &Diagnostics) {
    assert!(found.is_empty(), "{:?}", found.iter().collect::<Vec<_>>());
}

impl Rendered {
    fn renderer<T>(&self, render: impl FnOnce(&SiteRenderer<'_>) -> T) -> T {
        render(&SiteRenderer { site: &self.site, theme: &self.theme, breaks: &LineBreaks::of(&self.site.config) })
    }

    fn html(&self, page: SitePage) -> String {
        self.renderer(|renderer| renderer.page(page)).unwrap_or_else(|error| panic!("{error:?}")).html
    }

    fn page(&self, page: SitePage) -> Html {
        Html::parse_document(&self.html(page))
    }

    /// The page of the item `code` of the first year.
    fn item(&self, code: &str) -> Html {
        self.page(SitePage::Written(self.id(code)))
    }

    /// The page below the item `code` of the first year.
    fn child(&self, code: &str, child: usize) -> Html {
        let PageId::Item { year, entry } = self.id(code) else { panic!("{code}") };
        self.page(SitePage::Written(PageId::Child { year, entry, child }))
    }

    fn id(&self, code: &str) -> PageId {
        let entry = self.site.years[0].entries.iter().position(|entry| entry.code.to_string() == code).unwrap();
        PageId::Item { year: 0, entry }
    }
}

fn all<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    page.select(&Selector::parse(selector).unwrap()).collect()
}

/// The text of an element, a blank between elements; a place where lines may break parts no word.
fn text_of(element: &ElementRef<'_>) -> String {
    // Tags that say where lines break.
    let is_within_line = |node: &scraper::Node| {
        node.as_element().is_some_and(|element| element.name() == "wbr" || element.name() == "span" && element.attrs().next().is_none())
    };
    let mut shown = String::new();
    for node in element.descendants() {
        if let Some(text) = node.value().as_text() {
            let is_joined = [node.prev_sibling(), node.parent()].into_iter().flatten().any(|other| is_within_line(other.value()));
            shown.push_str(if is_joined { "" } else { " " });
            shown.push_str(text);
        }
    }
    shown.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn texts(page: &Html, selector: &str) -> Vec<String> {
    all(page, selector).iter().map(text_of).collect()
}

/// The text of the only element that matches a selector.
fn text(page: &Html, selector: &str) -> String {
    let found = texts(page, selector);
    assert_eq!(found.len(), 1, "{selector}: {found:?}");
    found.into_iter().next().unwrap_or_default()
}

const PLAN: &str = "---
kind: measures
title: แผนมาตรการ 2565
analysed_year: 2564
unit: สำนักปลัด
adopted: {date: 2022-01-31, by: ที่ประชุมร่วม}
assessment:
  year: 2564
  total: 68.16
  grade: {value: C, as_written: B}
  instruments:
    - id: IIT
      indicators: [{no: 1, score: 90.4}, {no: 2, score: 84.94, claim: {value: fail, as_written: ผ่าน}}]
      reading: ควรให้ติดตามเรื่องได้
    - id: OIT
      indicators: [{no: 9, score: 68.34}]
measures:
  - id: m1
    title: แยกเรื่อง <ส่วนตัว>
    addresses: {indicators: [2]}
    steps: [อบรม, ทำคู่มือ]
    responsible: {units: [สำนักปลัด]}
    period: {from: 2022-01, to: 2022-03}
  - id: m2
    title: ทำมาตรการภายใน
    addresses: {indicators: [9]}
    steps: [ตั้งคณะทำงาน]
    period: {from: 2021-10, to: 2022-09, label: ตลอดปี}
---
ดู [ผล](o43.md) และ [ที่อื่น](https://example.com/)
";

const PROGRESS: &str = "---
kind: progress
title: ผลตามมาตรการ 2565
round: 6m
progress:
  of: {item: O42}
  entries:
    - {measure: m2, status: done, results: [แต่งตั้งแล้ว], evidence: [order]}
    - {measures: [m1], status: not_started, remark: เริ่มไตรมาสหน้า}
evidence:
  - {id: order, url: 'https://example.go.th/order', title: คำสั่ง}
view: {status_columns: split, group_by: instrument, digits: thai}
---
";

fn plan_and_progress() -> Rendered {
    site(&[("2565/o42.md", PLAN), ("2565/o43.md", PROGRESS)])
}

#[test]
fn a_line_of_a_title_does_not_end_within_a_word() {
    let page = site(&[("2565/o42.md", "---\ntitle: ความโปร่งใสภายในหน่วยงาน & อื่น\n---\n")]).item("O42");
    assert_eq!(texts(&page, "h1 .whole"), ["ความโปร่งใส", "หน่วยงาน"]);
    assert_eq!(all(&page, "h1")[0].text().collect::<String>(), "O42 ความโปร่งใสภายในหน่วยงาน & อื่น");
    assert_eq!(all(&page, "title")[0].text().collect::<String>(), "O42 ความโปร่งใสภายในหน่วยงาน & อื่น – เทศบาลตำบลตัวอย่าง");
}

#[test]
fn a_page_describes_itself_to_search_engines() {
    let rendered = plan_and_progress();
    let described = |page: SitePage| all(&rendered.page(page), "meta[name=description]")[0].value().attr("content").unwrap().to_owned();
    let whose = "เทศบาลตำบลตัวอย่าง · อำเภอเมือง จังหวัดตัวอย่าง";
    assert_eq!(described(SitePage::Written(rendered.id("O42"))), format!("O42 แผนมาตรการ 2565 · ปีงบประมาณ พ.ศ. 2565 · {whose}"));
    assert!(described(SitePage::Home).ends_with(whose));
}

#[test]
fn a_place_is_called_district_or_province_once() {
    for (district, province, shown) in [
        ("เมือง", "ตัวอย่าง", "อำเภอเมือง จังหวัดตัวอย่าง"),
        ("อำเภอเมือง", "จังหวัดตัวอย่าง", "อำเภอเมือง จังหวัดตัวอย่าง"),
        ("อ.เมือง", "จ.ตัวอย่าง", "อ.เมือง จ.ตัวอย่าง"),
        ("กิ่งอำเภอใหม่", "ตัวอย่าง", "กิ่งอำเภอใหม่ จังหวัดตัวอย่าง"),
        ("เขตกลาง", "กรุงเทพมหานคร", "เขตกลาง กรุงเทพมหานคร"),
        ("เขตกลาง", "กทม.", "เขตกลาง กทม."),
    ] {
        let file = SITE_FILE.replace("district: เมือง, province: ตัวอย่าง", &format!("district: {district}, province: {province}"));
        let home = site_with(&file, &[]).page(SitePage::Home);
        assert_eq!(text(&home, ".site-place"), shown);
    }
}

#[test]
fn a_memo_stands_in_the_order_of_the_form_with_a_blank_for_a_blank_number() {
    let memo = "---
title: บันทึก
memo:
  unit: สำนักปลัดเทศบาล
  number: {prefix: 'ลย 74301/', running: null}
  date: 2021-03-31
  subject: รายงานผล
  to: นายกเทศมนตรี
  refs: [{title: บันทึกวิเคราะห์, date: 2021-03-19}]
  signatures: [{role: approver, post: ปลัดเทศบาล, acting_for: นายกเทศมนตรี}]
  endorsement: {post: นายกเทศมนตรี, opinion: null}
---
";
    let page = site(&[("2564/o43.md", memo)]).item("O43");
    let fields: Vec<&str> = all(&page, "#memo [data-field]").iter().filter_map(|field| field.value().attr("data-field")).collect();
    assert_eq!(fields, ["unit", "number", "date", "subject", "to", "refs", "signature", "endorsement"]);
    assert_eq!(text(&page, "#memo [data-field=number]"), "ลย 74301/");
    assert_eq!(all(&page, "#memo [data-field=number] .blank").len(), 1);
    assert_eq!(text(&page, "#memo [data-field=refs]"), "บันทึกวิเคราะห์ ลงวันที่ 19 มีนาคม 2564");
    assert!(text(&page, "#memo [data-field=signature]").contains("ปฏิบัติหน้าที่นายกเทศมนตรี"));
}

#[test]
fn an_item_without_anything_says_so_and_accuses_nobody() {
    let rendered = plan_and_progress();
    let page = rendered.item("O1");
    assert_eq!(texts(&page, "main .nothing p"), ["ยังไม่มีการเผยแพร่ข้อมูลของข้อนี้", "สอบถามได้ที่ · โทรศัพท์ 0 4281 2345"]);
    assert!(!text(&page, "main").contains("ไม่ครบ"));
    assert!(all(&page, "#components li a").is_empty());
    assert!(all(&page, ".machine a").is_empty());
}

#[test]
fn the_year_lists_its_items_with_what_is_filed_in_words() {
    let rendered = plan_and_progress();
    let page = rendered.page(SitePage::Year(0));
    assert_eq!(all(&page, "li[data-item]").len(), 43);
    assert!(text(&page, "li[data-item=O42][data-filed=yes]").ends_with("สำนักปลัด มีข้อมูลแล้ว"));
    assert!(text(&page, "li[data-item=O1][data-filed=no]").ends_with("ยังไม่มีข้อมูล"));
    let home = rendered.page(SitePage::Home);
    assert_eq!(text(&home, "#checklist .summary:not(table)"), "มีข้อมูลแล้ว 2 จาก 43 ข้อ");
    assert_eq!(text(&home, ".notice p"), "ปิดปรับปรุงวันเสาร์");
}

#[test]
fn every_word_that_the_code_asks_for_is_in_the_theme() {
    let rendered = plan_and_progress();
    let strings = rendered.theme.strings(crate::base::Lang::Thai);
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/render");
    for entry in walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file()) {
        let source = std::fs::read_to_string(entry.path()).unwrap();
        for call in ["word(\"", "words(\""] {
            for key in source.split(call).skip(1).filter_map(|rest| rest.split('"').next()) {
                assert!(strings.find(key).is_some() || key.contains(")]"), "{}: {key}", entry.path().display());
            }
        }
    }
}

/// Checks the five sample papers, whose differing wording must stay visible.
#[test]
fn everything_that_a_paper_says_otherwise_is_visible_on_its_page() {
    for seed in ["s0", "s1", "s2", "s3", "s4"] {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites").join(seed);
        let tree = SourceTree::read(&root, StorageMode::Ready).unwrap();
        let Outcome(config, _) = config::read(&tree);
        let config = config.unwrap();
        let Outcome(content, _) = content::read(&tree, &config.limits, &mut content::ParseCache::default());
        let years: Vec<FiscalYear> = content.documents.iter().filter_map(|document| document.home.fiscal_year()).collect();
        let Outcome(catalogues, _) = Catalogues::read(&tree, &years);
        let Outcome(site, _) = assemble(config, catalogues, content, Record::default(), Drafts::Hide);
        let Outcome(theme, _) = Theme::load(&tree, None);
        let (theme, breaks) = (theme.unwrap(), LineBreaks::of(&site.config));
        for id in site.page_ids() {
            let Some(page) = site.page(id) else { continue };
            let renderer = SiteRenderer { site: &site, theme: &theme, breaks: &breaks };
            let html = Html::parse_document(&renderer.page(SitePage::Written(id)).unwrap().html);
            let shown = text(&html, "main");
            let mut wordings = Vec::new();
            as_written(&serde_json::to_value(&page.document.front_matter).unwrap(), &mut wordings);
            for wording in wordings {
                let wording = wording.split_whitespace().collect::<Vec<_>>().join(" ");
                assert!(shown.contains(&wording), "{seed}: {wording}");
            }
        }
    }
}

fn as_written(value: &serde_json::Value, found: &mut Vec<String>) {
    if let Some(map) = value.as_object() {
        found.extend(map.get("as_written").and_then(|wording| wording.as_str()).map(str::to_owned));
        map.values().for_each(|value| as_written(value, found));
    }
    value.as_array().into_iter().flatten().for_each(|value| as_written(value, found));
}

#[test]
fn a_template_that_fails_while_rendering_is_shown_where_it_fails() {
    let wrong = "{% extends \"base.html\" %}\n{% block main %}\n<h1>ไม่พบ</h1>\n\n{{ page.nosuchfield + 1 }}{% endblock main %}";
    let tree = SourceTree::of_texts([("content/site.yaml", SITE_FILE), ("themes/own/templates/404.html", wrong)]);
    let rendered = Rendered {
        theme: Theme::load(&tree, Some(&Spanned { value: "own".to_owned(), as_written: None, span: 0..0 })).0.unwrap(),
        ..site(&[])
    };
    let error = rendered.renderer(|renderer| renderer.not_found()).unwrap_err();
    assert_eq!((error.code, error.place.file.as_str()), ("template-error", "themes/own/templates/404.html"));
    assert!(wrong[error.place.span.clone()].contains("nosuchfield"), "{error:?}");
}

/// Checks that removing the indentation of the default templates does not change the visible text,
/// on every page of the example site.
#[test]
fn every_page_of_the_example_shows_the_same_text_with_and_without_indentation() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).to_owned();
    let request = Request::to_look(root, Purpose::Build, Date::new(2026, 11, 22).unwrap());
    let planned = understand(&request).unwrap().planned.unwrap();
    let pages = |planned: &PlannedSite| -> Vec<String> {
        let of_html = planned.outputs.iter().filter(|(_, output)| output.job.traits().is_html);
        let bytes = of_html.map(|(path, _)| match render_path(planned, &SourceTree::default(), path).unwrap() {
            Output::Text(html) => html,
            _ => String::new(),
        });
        bytes.collect()
    };
    let small = pages(&planned);
    let written = pages(&PlannedSite { theme: theme_as_written().into(), ..planned });
    let size = |pages: &[String]| pages.iter().map(String::len).sum::<usize>();
    assert!(small.len() > 200 && size(&small) < size(&written));
    for (small, written) in small.iter().zip(&written) {
        assert_eq!(visible(small), visible(written));
    }
}

/// The default theme as a custom theme, which keeps its indentation. A space is appended to each
/// template, because an exact copy would be treated as built in.
fn theme_as_written() -> Theme {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default/templates");
    let template = |entry: std::fs::DirEntry| {
        let name = entry.file_name().into_string().unwrap();
        (format!("themes/default/templates/{name}"), std::fs::read_to_string(entry.path()).unwrap() + " ")
    };
    let templates: Vec<(String, String)> = std::fs::read_dir(folder).unwrap().map(|entry| template(entry.unwrap())).collect();
    let tree = SourceTree::of_texts(templates.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    Theme::load(&tree, None).0.unwrap()
}

/// The visible text of a page: white space collapsed, and trimmed at block boundaries.
fn visible(page: &str) -> String {
    fn add(element: ElementRef<'_>, text: &mut String) {
        const INLINE: [&str; 12] = ["a", "span", "strong", "em", "small", "code", "sup", "b", "i", "del", "abbr", "time"];
        let edge = if INLINE.contains(&element.value().name()) { "" } else { "\n" };
        text.push_str(edge);
        for node in element.children() {
            match ElementRef::wrap(node) {
                Some(inner) => add(inner, text),
                None => text.extend(node.value().as_text().map(|inner| inner.replace(char::is_whitespace, " "))),
            }
        }
        text.push_str(edge);
    }
    let mut text = String::new();
    add(Html::parse_document(page).root_element(), &mut text);
    let lines = text.split('\n').map(|line| line.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}
