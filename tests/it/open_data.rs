//! What programs of other people find: the data catalogue, the JSON-LD of pages, `robots.txt`, the
//! feed. `tests/outputs/run` reads all of them with such programs.

use std::collections::BTreeMap;
use std::fs;

use scraper::{Html, Selector};
use serde_json::Value;

use crate::common::{files_below, prongsai, repository, site_folder};

const SITE: &str = "agency: {name: เทศบาลตำบลตัวอย่าง, district: เมือง, province: ตัวอย่าง}\nbase_url: https://www.example.go.th/ita/\n\
    contact: {phone: 0 2000 0000, email: saraban@example.go.th}\n";
const OPEN_DATA: &str = "open_data: {licence: cc-by, frequency: รายปี, objective: เพื่อเปิดเผยข้อมูล}\n";
const PAGE: &str = "---\ntitle: แผน </script><b>\nunit: กองคลัง\nas_of: 2026-01-31\nevidence:\n  - {file: plan.pdf, title: แผนที่ลงนาม}\n\
    measures:\n  - {id: m1, title: อบรม, steps: [ประชุม, ประกาศ]}\n---\n| งาน | บาท |\n|-|-:|\n| **ซ่อม** ถนน | 1,000 |\n";
const FILES: [(&str, &str); 2] =
    [("content/2569/o25/measures-2569-signed.pdf", "plan.pdf"), ("content/2569/o11/procurement-2569.xlsx", "figures.xlsx")];

/// The files of a site with one item in two years.
fn built(open_data: &str) -> BTreeMap<String, Vec<u8>> {
    let root = site_folder(&[
        ("content/site.yaml", &format!("{SITE}{open_data}")),
        ("content/2569/o25/index.md", PAGE),
        ("content/2569/o25/report.md", "---\ntitle: รายงาน\n---\nข้อความ\n"),
        ("content/2568/o27/index.md", PAGE),
    ]);
    for folder in ["2569/o25", "2568/o27"] {
        for (file, name) in FILES {
            fs::copy(repository().join(file), root.path().join("content").join(folder).join(name)).unwrap();
        }
    }
    prongsai(&["build", "--lang", "en", "--root", root.path().to_str().unwrap()]);
    files_below(&root.path().join("public"))
}

fn text(files: &BTreeMap<String, Vec<u8>>, path: &str) -> String {
    String::from_utf8(files[path].clone()).unwrap()
}

fn graph(files: &BTreeMap<String, Vec<u8>>, path: &str) -> Vec<Value> {
    let html = Html::parse_document(&text(files, path));
    let script = html.select(&Selector::parse("script[type='application/ld+json']").unwrap()).next().unwrap().text().collect::<String>();
    serde_json::from_str::<Value>(&script).unwrap()["@graph"].as_array().unwrap().clone()
}

#[test]
fn the_catalogue_has_every_file_of_an_item_with_its_type_and_size() {
    let files = built(OPEN_DATA);
    let catalog: Value = serde_json::from_str(&text(&files, "catalog.json")).unwrap();
    let dataset = catalog["dcat:dataset"].as_array().unwrap().iter().find(|dataset| dataset["dct:identifier"] == "2569/O25").unwrap();
    let files_of = |key: &str| -> Vec<&str> {
        dataset["dcat:distribution"].as_array().unwrap().iter().filter_map(|file| file[key].as_str()).collect()
    };
    let base = "https://www.example.go.th/ita/2569/o25/";
    let names: Vec<String> =
        ["index.json", "measures.csv", "text-table-1.csv", "figures.xlsx", "plan.pdf"].iter().map(|name| format!("{base}{name}")).collect();
    assert_eq!(files_of("dcat:downloadURL"), names);
    let kinds: Vec<&str> = files_of("dcat:mediaType").into_iter().map(|kind| kind.split_once("media-types/").unwrap().1).collect();
    let sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    assert_eq!(kinds, ["application/json", "text/csv", "text/csv", sheet, "application/pdf"]);
    let sizes = ["figures.xlsx", "plan.pdf"].map(|name| files[&format!("2569/o25/{name}")].len().to_string());
    assert_eq!((files_of("dcat:byteSize"), files_of("dct:title").last().copied()), (vec![&*sizes[0], &*sizes[1]], Some("แผนที่ลงนาม")));
    assert_eq!(
        (&catalog["dcat:contactPoint"]["vcard:hasEmail"], &catalog["dcat:contactPoint"]["vcard:hasTelephone"]),
        (&Value::from("mailto:saraban@example.go.th"), &Value::from("tel:+6620000000"))
    );
    assert_eq!(dataset["dct:temporal"]["dcat:startDate"], "2025-10-01");
    let fields = &dataset["gdcatalog"];
    let said: Vec<&str> =
        ["maintainer", "update_frequency_unit", "license_id", "data_category"].iter().filter_map(|key| fields[*key].as_str()).collect();
    assert_eq!(said, ["กองคลัง", "ปี", "CC BY 4.0", "ข้อมูลสาธารณะ"]);
}

#[test]
fn what_a_site_does_not_say_of_its_data_is_not_said_for_it() {
    let files = built("");
    for (path, bytes) in &files {
        let text = String::from_utf8_lossy(bytes);
        assert!(!text.contains("creativecommons") && !text.contains("rel=\"license"), "{path}");
    }
    let catalog = text(&files, "catalog.json");
    assert!(!catalog.contains("null") && !catalog.contains("accrualPeriodicity\": \"") && !catalog.contains("objective"), "{catalog}");
}

#[test]
fn pages_say_where_they_are_and_what_they_hold_and_no_title_ends_the_script() {
    let files = built(OPEN_DATA);
    let kinds = |path: &str| -> Vec<String> { graph(&files, path).iter().map(|part| part["@type"].as_str().unwrap().to_owned()).collect() };
    assert_eq!(kinds("index.html"), ["GovernmentOrganization"]);
    assert_eq!(kinds("2569/index.html"), ["BreadcrumbList"]);
    assert_eq!(kinds("2569/o25/index.html"), ["BreadcrumbList", "Dataset"]);
    assert_eq!(kinds("2569/o1/index.html"), ["BreadcrumbList"], "nothing is filed");
    let graph = graph(&files, "2569/o25/index.html");
    assert_eq!(graph[1]["name"], "แผน </script><b>");
    assert_eq!(graph[1]["license"], "https://creativecommons.org/licenses/by/4.0/");
    assert_eq!(graph[0]["itemListElement"][1]["item"], "https://www.example.go.th/ita/2569/");
    let html = Html::parse_document(&text(&files, "2569/o25/index.html"));
    let shown =
        |selector: &str| -> String { html.select(&Selector::parse(selector).unwrap()).next().unwrap().text().collect::<Vec<_>>().join("") };
    let cited = "อ้างอิงหน้านี้: เทศบาลตำบลตัวอย่าง. แผน </script><b>. https://www.example.go.th/ita/2569/o25/ · ปรับปรุงล่าสุด 31 มกราคม 2569 · สัญญาอนุญาต CC BY 4.0";
    assert_eq!(shown(".cite"), cited);
}

/// What a page says of the picture of links to it: path below the base, width, height, alternative.
fn picture_of(files: &BTreeMap<String, Vec<u8>>, page: &str) -> [String; 4] {
    let html = Html::parse_document(&text(files, page));
    let said = |property: &str| {
        let meta = html.select(&Selector::parse(&format!("meta[property='og:image{property}']")).unwrap()).next();
        meta.map_or_else(String::new, |meta| meta.attr("content").unwrap().to_owned())
    };
    let address = said("");
    let path = address.strip_prefix("https://www.example.go.th/ita/").unwrap().to_owned();
    [path, said(":width"), said(":height"), said(":alt")]
}

/// Width and height as the file says them.
fn size_of_png(file: &[u8]) -> [String; 2] {
    let info = png::Decoder::new(std::io::Cursor::new(file)).read_info().unwrap().info().clone();
    [info.width.to_string(), info.height.to_string()]
}

#[test]
fn links_to_an_item_and_to_its_parts_have_its_picture_and_all_others_that_of_the_theme() {
    let files = built("");
    let agency = "เทศบาลตำบลตัวอย่าง";
    for (page, picture, alternative) in [
        ("2569/o25/index.html", "2569/o25/og-image.png", "O25 ปีงบประมาณ พ.ศ. 2569"),
        ("2569/o25/report/index.html", "2569/o25/og-image.png", "O25 ปีงบประมาณ พ.ศ. 2569"),
        // Nothing is filed there.
        ("2568/o1/index.html", "2568/o1/og-image.png", "O1 ปีงบประมาณ พ.ศ. 2568"),
        ("2569/index.html", "assets/share.png", agency),
        ("topics/integrity-measures/index.html", "assets/share.png", agency),
        ("index.html", "assets/share.png", agency),
        ("404.html", "assets/share.png", agency),
    ] {
        let [path, width, height, said] = picture_of(&files, page);
        assert_eq!((&*path, &*said), (picture, alternative), "{page}");
        assert_eq!(size_of_png(&files[&path]), [width, height], "{page}");
    }
    let pictures: Vec<&String> = files.keys().filter(|path| path.ends_with("/og-image.png")).collect();
    let is_item = |path: &&String| path.starts_with("256") && path.split('/').count() == 3 && path.ends_with("/index.html");
    let items = files.keys().filter(is_item).count();
    assert_eq!(pictures.len(), items, "one for each item, and none below it");
    assert!(!files.contains_key("2569/o25/report/og-image.png"));
    let drawn: std::collections::BTreeSet<&Vec<u8>> = pictures.iter().map(|path| &files[*path]).collect();
    assert_eq!(drawn.len(), pictures.len(), "two items have the same picture");
    for list in ["catalog.json", "sitemap.xml", "feed.xml"] {
        assert!(!text(&files, list).contains("og-image"), "{list}");
    }
    assert!(text(&files, "manifest.json").contains("\"2569/o25/og-image.png\""));
}

#[test]
fn a_theme_with_a_picture_of_its_own_keeps_it_for_all_pages() {
    let root =
        site_folder(&[("content/site.yaml", &format!("{SITE}theme: own\n")), ("content/2569/o25.md", "---\ntitle: แผน\n---\nข้อความ\n")]);
    let assets = root.path().join("themes/own/assets");
    fs::create_dir_all(&assets).unwrap();
    let share = repository().join("themes/default/assets/share.png");
    let built = || {
        prongsai(&["build", "--root", root.path().to_str().unwrap()]);
        files_below(&root.path().join("public"))
    };
    // Trailing bytes, which readers of PNG skip.
    fs::write(assets.join("share.png"), [fs::read(&share).unwrap(), vec![0]].concat()).unwrap();
    let files = built();
    let [path, width, height, _] = picture_of(&files, "2569/o25/index.html");
    assert_eq!([&*path, &*width, &*height], ["assets/share.png", "", ""]);
    assert!(!files.keys().any(|path| path.ends_with("og-image.png")));
    // A copied theme is no other theme.
    fs::copy(&share, assets.join("share.png")).unwrap();
    assert_eq!(picture_of(&built(), "2569/o25/index.html")[0], "2569/o25/og-image.png");
}

#[test]
fn programs_find_the_site_map_the_topics_and_what_is_new() {
    let files = built(OPEN_DATA);
    assert_eq!(text(&files, "robots.txt"), "User-agent: *\nAllow: /\n\nSitemap: https://www.example.go.th/ita/sitemap.xml\n");
    let map = text(&files, "sitemap.xml");
    assert!(map.contains("<loc>https://www.example.go.th/ita/topics/</loc>") && map.contains("/topics/integrity-measures/</loc>"), "{map}");
    let topics = text(&files, "topics/index.html");
    assert!(topics.contains("href=\"integrity-measures/index.html\""), "{topics}");
    assert!(text(&files, "index.html").contains("href=\"topics/index.html\""));
    let feed = text(&files, "feed.xml");
    let entry = feed.split("<entry>").nth(1).unwrap();
    assert!(entry.contains("<updated>2026-01-31T00:00:00+07:00</updated>"), "{entry}");
    assert!(entry.contains("<summary>ปีงบประมาณ พ.ศ. 2568 · O27 ") && entry.contains(" · 1 มาตรการ</summary>"), "{entry}");
    assert!(feed.contains("<rights>CC BY 4.0</rights>"), "{feed}");
}

#[test]
fn every_table_of_a_text_is_a_data_file_that_the_page_names() {
    let files = built("");
    let table = text(&files, "2569/o25/text-table-1.csv");
    let mut reader = csv::Reader::from_reader(table.trim_start_matches('\u{FEFF}').as_bytes());
    assert_eq!(reader.headers().unwrap(), &csv::StringRecord::from(vec!["งาน", "บาท"]));
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows, [csv::StringRecord::from(vec!["ซ่อม ถนน", "1,000"])]);
    assert!(text(&files, "2569/o25/index.html").contains("href=\"text-table-1.csv\""));
    let data: Value = serde_json::from_str(&text(&files, "2569/o25/index.json")).unwrap();
    assert!(data["tables"].as_array().unwrap().contains(&"https://www.example.go.th/ita/2569/o25/text-table-1.csv".into()), "{data}");
}

#[test]
fn the_data_file_of_a_table_has_every_column_that_the_page_shows() {
    let measure = "title: อบรม, steps: [ประชุม], responsible: {units: [กองคลัง], posts: [นิติกร]}, period: {from: 2025-01, to: 2025-03}, \
                   monitoring: [รายเดือน], report: {cadence: [6m]}, budget: '๑๒,๐๐๐'";
    let plan = format!(
        "---\ntitle: แผน 2568\nissues:\n  - {{id: i1, title: งานบริการ, measures: [m1], limitations: [คนไม่พอ]}}\nmeasures:\n  - {{id: m1, {measure}}}\n---\n\
         | ปี | บาท |\n|-|-:|\n| ๒๕๖๘ | ๑,๐๐๐.๕๐ |\n"
    );
    let report = "---\ntitle: ผล 2568\nprogress:\n  of: {fiscal_year: 2568}\n  entries: [{measure: m1, status: done, results: [ทำแล้ว], remark: ก}]\n---\n";
    let root = site_folder(&[
        ("content/site.yaml", &format!("{SITE}years: [2568, 2569]\n")),
        ("content/2568/o27.md", &plan),
        ("content/2569/o26.md", report),
    ]);
    prongsai(&["build", "--lang", "en", "--root", root.path().to_str().unwrap()]);
    let files = files_below(&root.path().join("public"));
    for (page, table, columns) in [("2568/o27", "issues", 7), ("2569/o26", "progress", 8)] {
        let html = Html::parse_document(&text(&files, &format!("{page}/index.html")));
        let headings = Selector::parse(&format!("table#{table} thead th")).unwrap();
        let shown: Vec<String> = html.select(&headings).map(|heading| heading.text().collect::<String>().trim().to_owned()).collect();
        let csv = text(&files, &format!("{page}/{table}.csv"));
        let head = csv.lines().next().unwrap();
        assert!(shown.len() >= columns, "{shown:?}");
        for heading in &shown {
            assert!(head.contains(heading.as_str()), "{page}: {heading}: {head}");
        }
    }
    // Numbers are numbers for programs, whatever digits the author used.
    assert!(text(&files, "2568/o27/issues.csv").contains("\"12,000\""), "{}", text(&files, "2568/o27/issues.csv"));
    assert!(text(&files, "2568/o27/text-table-1.csv").contains("2568,\"1,000.50\""), "{}", text(&files, "2568/o27/text-table-1.csv"));
}
