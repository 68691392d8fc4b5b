//! The example site: a page for every item, and no link that leads nowhere.

use std::collections::{BTreeMap, BTreeSet};

use scraper::{Html, Selector};

use crate::common::{Site, build};

fn site() -> Site {
    build(".")
}

#[test]
fn every_item_of_every_year_has_a_page() {
    for (year, items) in [(2565, 43), (2566, 43), (2567, 35), (2568, 28), (2569, 26)] {
        for item in 1..=items {
            let page = site().page(&format!("{year}/o{item}"));
            assert!(page.heading().contains(&format!("O{item}")), "{year}/o{item}");
        }
        assert!(!site().has(&format!("{year}/o{}/index.html", items + 1)));
    }
}

#[test]
fn every_link_leads_to_a_file_and_every_anchor_to_an_element() {
    let site = site();
    let files = site.files();
    let pages: BTreeMap<&str, Html> = files
        .iter()
        .filter(|(path, _)| path.ends_with(".html"))
        .map(|(path, bytes)| (path.as_str(), Html::parse_document(std::str::from_utf8(bytes).unwrap())))
        .collect();
    let ids: BTreeMap<&str, BTreeSet<&str>> = pages
        .iter()
        .map(|(path, html)| {
            (*path, html.select(&Selector::parse("[id]").unwrap()).filter_map(|element| element.value().attr("id")).collect())
        })
        .collect();
    let mut followed = 0;
    let linking = Selector::parse("a[href], link[href], img[src]").unwrap();
    for (path, html) in &pages {
        for element in html.select(&linking) {
            let href = element.value().attr("href").or(element.value().attr("src")).unwrap();
            let outside = ["https://", "http://", "mailto:", "tel:"].iter().any(|scheme| href.starts_with(scheme));
            if outside {
                let inert = element.value().name() == "a" || element.value().attr("rel") == Some("canonical");
                assert!(inert, "{path}: {href} is fetched from another site");
                continue;
            }
            let (target, anchor) = href.split_once('#').unwrap_or((href, ""));
            let target = join(path, target);
            assert!(files.contains_key(&target), "{path}: {href} leads to {target}, which is not there");
            let anchor = percent_encoding::percent_decode_str(anchor).decode_utf8().unwrap();
            assert!(anchor.is_empty() || ids[target.as_str()].contains(&*anchor), "{path}: {href}: no such element");
            followed += 1;
        }
    }
    assert!(followed > 5_000, "{followed} links are too few to be a site");
}

/// The file to which a relative link leads.
fn join(from: &str, link: &str) -> String {
    if link.is_empty() {
        return from.to_owned();
    }
    // The page for wrong addresses is shown at any depth, so its links begin at the host.
    if let Some(below_base) = link.strip_prefix("/ita/") {
        return if below_base.is_empty() { "index.html".to_owned() } else { below_base.to_owned() };
    }
    let mut parts: Vec<String> = from.split('/').map(str::to_owned).collect();
    parts.pop();
    for part in link.split('/') {
        match part {
            ".." => drop(parts.pop().unwrap_or_else(|| panic!("{from}: {link} leaves the site"))),
            part => parts.push(percent_encoding::percent_decode_str(part).decode_utf8().unwrap().into_owned()),
        }
    }
    parts.join("/")
}

#[test]
fn ids_are_unique_and_every_page_has_one_heading_a_language_and_a_main_part() {
    for (path, bytes) in site().files().iter().filter(|(path, _)| path.ends_with(".html")) {
        let html = Html::parse_document(std::str::from_utf8(bytes).unwrap());
        let count = |selector: &str| html.select(&Selector::parse(selector).unwrap()).count();
        let mut seen = BTreeSet::new();
        for element in html.select(&Selector::parse("[id]").unwrap()) {
            assert!(seen.insert(element.value().attr("id").unwrap().to_owned()), "{path}: id {:?} twice", element.value().attr("id"));
        }
        assert_eq!((count("h1"), count("main"), count("html[lang]"), count("head > title")), (1, 1, 1, 1), "{path}");
        let scripts = usize::from(path == "search/index.html");
        // Data for search engines, which is not run.
        let is_data = count("script[type='application/ld+json']:not([src])");
        assert_eq!(is_data, usize::from(path != "404.html"), "{path}");
        assert_eq!((count("script") - is_data, count("script[src$='assets/search.js']:empty")), (scripts, scripts), "{path}");
        assert_eq!(count("style, [style], [onclick]"), 0, "{path}: something that a strict content policy forbids");
    }
}

#[test]
fn the_page_kinds_of_the_contract_are_there() {
    for path in [
        "index.html",
        "2569/index.html",
        "topics/integrity-measures/index.html",
        "404.html",
        "sitemap.xml",
        "feed.xml",
        "catalog.json",
        "robots.txt",
        "topics/index.html",
        "contact/index.html",
        "2566/o42/index.json",
        "2566/o42/measures.csv",
        "2566/o42/og-image.png",
    ] {
        assert!(site().has(path), "{path}");
    }
    assert_eq!(site().page("2566/o21").count("#pages-below li"), 12, "twelve monthly reports");
    assert!(site().page("2569/o18").count(".zero-report") == 1, "an explicit zero report");
    assert!(site().page("2568/o4").count(".nothing") == 1, "an item with nothing filed says so");
}

#[test]
fn a_subject_is_followed_through_the_years_whatever_its_number() {
    let topic = site().page("topics/integrity-measures");
    let links = topic.attributes("main a", "href");
    for item in ["2565/o42", "2566/o42", "2567/o34", "2568/o27", "2569/o25"] {
        assert!(links.iter().any(|link| link.contains(item)), "{item} is not in {links:?}");
    }
    let item = site().page("2566/o42").attributes("#same-subject a", "href");
    assert!(item.iter().any(|link| link.contains("2567/o34")), "{item:?}");
}

#[test]
fn the_site_map_names_every_page_at_its_absolute_address() {
    let map = site().read("sitemap.xml");
    for address in
        ["https://www.example.go.th/ita/", "https://www.example.go.th/ita/2569/o25/", "https://www.example.go.th/ita/2566/o21/2022-10/"]
    {
        assert!(map.contains(&format!("<loc>{address}</loc>")), "{address}");
    }
}

#[test]
fn the_page_about_the_example_says_what_is_so() {
    let site = site();
    let about = site.page("about").text("main");
    assert!(about.contains("ปีงบประมาณ 2569 เผยแพร่ครบทุกข้อ") && site.page("2569").count("[data-filed=no]") == 0);
    assert!(about.contains("ข้อ O4 ของปี 2568") && site.page("2568/o4").count(".nothing") == 1);
    for year in ["2565/o42", "2566/o42", "2567/o34", "2568/o27", "2569/o25"] {
        assert_eq!(site.page(year).count("#plan"), 1, "{year}");
    }
}
