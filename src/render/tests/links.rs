//! Where links lead.

use super::*;

#[test]
fn no_id_stands_twice_and_every_jump_arrives() {
    for code in ["O42", "O43", "O1"] {
        let page = plan_and_progress().item(code);
        let mut ids: Vec<&str> = all(&page, "[id]").iter().filter_map(|element| element.value().attr("id")).collect();
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), count, "{code}");
        for jump in all(&page, "a[href^='#']").iter().filter_map(|link| link.value().attr("href")) {
            assert!(ids.contains(&jump.trim_start_matches('#')), "{code}: {jump}");
        }
        assert_eq!(all(&page, "h1").len(), 1, "{code}");
    }
}

#[test]
fn components_lead_to_where_they_are_shown() {
    let page = plan_and_progress().item("O42");
    let jumps: Vec<&str> = all(&page, "#components a").iter().filter_map(|link| link.value().attr("href")).collect();
    assert!(!jumps.is_empty(), "{:?}", texts(&page, "#components li"));
}

#[test]
fn every_link_of_a_page_is_relative() {
    let rendered = plan_and_progress();
    let jobs = [
        SitePage::Home,
        SitePage::Year(0),
        SitePage::Topic(0),
        SitePage::Written(rendered.id("O42")),
        SitePage::Written(rendered.id("O1")),
    ];
    for job in jobs {
        let page = rendered.page(job);
        for link in all(&page, "main a, nav a, footer a, link[rel=stylesheet], script").iter().filter_map(|link| link.value().attr("href"))
        {
            assert!(!link.starts_with('/') && !link.starts_with("https://www.example.go.th"), "{job:?}: {link}");
        }
    }
    let page = rendered.item("O42");
    assert_eq!(all(&page, "link[rel=canonical]")[0].value().attr("href"), Some("https://www.example.go.th/ita/2565/o42/"));
    assert_eq!(all(&page, "#neighbours .next a")[0].value().attr("href"), Some("../o43/index.html"));
}

#[test]
fn the_same_subject_leads_to_other_years() {
    let rendered = site(&[("2565/o42.md", PLAN), ("2567/o34.md", "---\ntitle: มาตรการ 2567\n---\n")]);
    let page = rendered.item("O42");
    let years = all(&page, "#same-subject li a");
    let hrefs: Vec<&str> = years.iter().filter_map(|link| link.value().attr("href")).collect();
    assert_eq!(hrefs, ["../../2567/o34/index.html", "index.html"]);
    assert_eq!(years[1].value().attr("aria-current"), Some("page"));
    assert_eq!(all(&rendered.page(SitePage::Topic(0)), "#topic tbody tr").len(), 2);
}

#[test]
fn what_front_matter_names_leads_where_the_checks_find_it() {
    let named = "---
title: ก
publication: {supersedes: 2565/o41}
evidence:
  - {page: '#m1', title: ในหน้านี้}
  - {page: 2565/o41, title: หน้า}
  - {url: 'https://www.example.go.th/ita/2565/o41/', title: ที่อยู่เต็มของเว็บไซต์นี้}
  - {url: 'HTTPS://other.example.go.th/', title: เว็บไซต์อื่น}
measures: [{id: m1, title: ข}]
---
";
    let page = site(&[("2565/o42.md", named), ("2565/o41.md", "---\ntitle: ข\n---\n")]).item("O42");
    let hrefs =
        |selector: &str| -> Vec<String> { all(&page, selector).iter().map(|a| a.value().attr("href").unwrap().to_owned()).collect() };
    let other = "../o41/index.html";
    assert_eq!(hrefs("#evidence .files a"), ["#m1"]);
    assert_eq!(hrefs("#more-evidence a"), [other, other, "HTTPS://other.example.go.th/"]);
    let on_paper: Vec<_> = all(&page, ".files a").iter().map(|a| a.value().attr("data-url")).collect();
    let full = |path: &str| format!("https://www.example.go.th/ita/2565/{path}");
    assert_eq!(on_paper, [Some(&*full("o42/#m1")), Some(&*full("o41/")), Some(&*full("o41/")), None], "paper has no links to follow");
    assert_eq!(hrefs("[data-field=supersedes] a"), [other]);
}

#[test]
fn a_moved_page_leads_to_the_new_address_from_where_it_is() {
    let rendered = plan_and_progress();
    let from = Permalink::file("old/page/");
    let made = rendered.renderer(|renderer| renderer.redirect(&from, &Permalink::file("2565/o42/"))).unwrap();
    let page = Html::parse_document(&made);
    assert_eq!(all(&page, "a.moved")[0].value().attr("href"), Some("../../2565/o42/index.html"));
    assert_eq!(all(&page, "meta[http-equiv=refresh]")[0].value().attr("content"), Some("0; url=../../2565/o42/index.html"));
}

#[test]
fn the_page_for_wrong_addresses_works_at_any_depth() {
    let rendered = plan_and_progress();
    let page = Html::parse_document(&rendered.renderer(|renderer| renderer.not_found()).unwrap());
    assert_eq!(all(&page, "main a")[0].value().attr("href"), Some("https://www.example.go.th/ita/"));
    assert_eq!(text(&page, "h1"), "ไม่พบหน้านี้");
    let menu: Vec<&str> = all(&page, "#nav a").iter().filter_map(|link| link.value().attr("href")).collect();
    assert_eq!(menu, ["/ita/index.html", "/ita/2565/index.html"], "who is lost needs the menu most");
    for (selector, attribute) in [("link[rel=stylesheet]", "href"), (".site-name a", "href")] {
        assert!(all(&page, selector)[0].value().attr(attribute).unwrap().starts_with("/ita/"), "{selector}");
    }
}
