//! Every page of the site is at most three clicks away from the home page (AS13): by construction
//! home → year → item → page below it, so this is proved here and no check asks for it.

use std::collections::{BTreeMap, VecDeque};

use crate::common::build;

const MOST_CLICKS: usize = 3;

#[test]
fn every_page_of_the_site_map_is_near_the_home_page() {
    let site = build(".");
    let base = url::Url::parse("https://www.example.go.th/ita/").unwrap();
    let mut clicks = BTreeMap::from([("index.html".to_owned(), 0)]);
    let mut open = VecDeque::from(["index.html".to_owned()]);
    while let Some(from) = open.pop_front() {
        let here = base.join(&from).unwrap();
        let away = clicks[&from] + 1;
        for href in site.page(&from).attributes("a[href]", "href") {
            let mut target = here.join(&href).unwrap();
            target.set_fragment(None);
            let Some(path) = target.as_str().strip_prefix(base.as_str()).map(file) else { continue };
            if path.ends_with(".html") && !clicks.contains_key(&path) {
                clicks.insert(path.clone(), away);
                open.push_back(path);
            }
        }
    }
    let map = site.read("sitemap.xml");
    let pages: Vec<String> = map.split("<loc>").skip(1).map(|part| part.split("</loc>").next().unwrap().to_owned()).collect();
    assert!(pages.len() > 200, "{} pages", pages.len());
    for page in pages {
        let path = file(page.strip_prefix(base.as_str()).unwrap());
        let away = clicks.get(&path).unwrap_or_else(|| panic!("{path}: no way leads there"));
        assert!(*away <= MOST_CLICKS, "{path}: {away} clicks");
        let is_item = path.split('/').count() == 3 && path.starts_with("25");
        assert!(!is_item || *away <= 2, "{path}: an item is home, year, item");
    }
}

fn file(path: &str) -> String {
    if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() }
}
