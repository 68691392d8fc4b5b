use std::path::PathBuf;

use scraper::{ElementRef, Html, Selector};

use super::*;
use crate::base::{ItemCode, Lang, RelPath};
use crate::diagnostics::{Diagnostic, Purpose, Severity, SourceSpan};
use crate::error::{Error, Operation};
use crate::report::severity_policy::Report;
use crate::site::{Drafts, PageId, Permalink, Site, SitePage};
use crate::source::SourceTree;
use crate::thai::{Date, FiscalYear};

const POISON: &str = "\"'><script>alert(1)</script>&amp;\u{202E}\u{1b}[31m";
const SITE: &str =
    "agency: {name: เทศบาลตำบลตัวอย่าง}\nunits: [{name: กองคลัง, aliases: [คลัง]}, กองช่าง]\nbase_url: https://www.example.go.th/ita/\n";

fn tree(files: &[(&str, &str)]) -> SourceTree {
    SourceTree::of_texts([("content/site.yaml", SITE)].into_iter().chain(files.iter().copied()))
}

fn site(tree: &SourceTree) -> Site {
    let config = crate::config::read(tree).0.unwrap();
    let content = crate::content::read(tree, &config.limits, &mut crate::content::ParseCache::default()).0;
    let years = crate::site::years_of_lists(&config, &content);
    let catalogues = crate::catalogue::Catalogues::read(tree, &years).0;
    crate::site::assemble(config, catalogues, content, crate::record::Record::read(tree).0, Drafts::Hide).0
}

fn found(severity: Severity, code: &'static str, file: &str) -> (Severity, Diagnostic) {
    (severity, Diagnostic::new(code, SourceSpan::file(&RelPath::new(file).unwrap())).with("key", POISON).with("item", "O1"))
}

fn report(findings: impl IntoIterator<Item = (Severity, Diagnostic)>) -> Report {
    Report { findings: findings.into_iter().collect() }
}

fn thai_dashboard(site: Option<&Site>, report: &Report, tree: &SourceTree, filter: &Filter) -> String {
    let today = Date::parse("2023-04-20").unwrap().date;
    dashboard(DashboardState { site, report, tree, today }, Lang::Thai, filter)
}

fn about(finding: (Severity, Diagnostic), item: Option<&str>) -> (Severity, Diagnostic) {
    let item = item.and_then(ItemCode::parse);
    (finding.0, finding.1.about(FiscalYear::new(2566), item.as_ref()))
}

fn live() -> LiveReload {
    let path = "/2566/o1/?\"'&x".to_owned();
    let (base, events) = ("/ita/".to_owned(), "/ita/_prongsai/events/T".to_owned());
    LiveReload { base, path, events, generation: 7, sha: Some("abc".to_owned()), checks: ChecksState::Finished, lang: Lang::Thai }
}

fn bar_of(report: &Report, tree: &SourceTree, standing: Freshness) -> Bar {
    bar(&shown(report.findings.iter(), tree, Lang::Thai), report, standing, Lang::Thai)
}

fn all<'h>(html: &'h Html, selector: &str) -> Vec<ElementRef<'h>> {
    html.select(&Selector::parse(selector).unwrap()).collect()
}

fn text(html: &Html, selector: &str) -> String {
    all(html, selector).iter().flat_map(|element| element.text()).collect()
}

/// Parses a page; fails on HTML errors, inline scripts that run, and inline styles.
fn valid(page: &str) -> Html {
    let html = Html::parse_document(page);
    assert!(html.errors.is_empty(), "{:?}\n{page}", html.errors);
    assert!(
        all(&html, "[style], style, script:not([src]):not([type='application/ld+json'])").is_empty(),
        "the policy allows nothing of this\n{page}"
    );
    html
}

fn assert_harmless(page: &str) -> Html {
    let html = valid(page);
    assert!(all(&html, "script").is_empty(), "{page}");
    assert!(text(&html, "body").contains("\"'><script>alert(1)</script>&amp;\\u{202e}\\u{1b}[31m"), "the text is gone\n{page}");
    html
}

const PAGE: &str = "<!doctype html>\n<html lang=th><HEAD><title>ก</title>\n</HEAD>\n<body class=\"a>b\" data-x='>'>\n<header>ข</header><main>ค</main></body></html>";

#[test]
fn without_what_was_put_in_the_page_is_that_of_build() {
    let report = report([found(Severity::Error, "unknown-key", "content/2566/o1.md")]);
    let (bar, live) = (bar_of(&report, &tree(&[]), Freshness::Current), live());
    let page = with_bar(PAGE, &bar, &live);
    assert!(page.len() > PAGE.len() + 500);
    let state: serde_json::Value = serde_json::from_str(&page_state(&bar, &live)).unwrap();
    let without_bar = page.replacen(state["bar"].as_str().unwrap(), "", 1);
    let head = &without_bar[without_bar.find("<link ").unwrap()..without_bar.find("</HEAD>").unwrap()];
    assert_eq!(head.trim_start_matches(|c| c != '\n').trim(), "", "more than two tags on the line of </head>: {head}");
    assert_eq!(without_bar.replacen(head, "", 1), PAGE);
    let html = valid(&page);
    assert_eq!(all(&html, "head > link[href='/ita/_prongsai/preview.css'], head > script[src='/ita/_prongsai/live.js'][defer]").len(), 2);
    assert_eq!(all(&html, "body > aside#prongsai-bar:first-child").len(), 1);
    let script = all(&html, "script")[0].value();
    let data = ["data-sha", "data-generation", "data-base", "data-events"].map(|name| script.attr(name).unwrap());
    assert_eq!(data, ["abc", "7", "/ita/", "/ita/_prongsai/events/T"]);
    assert_eq!(script.attr("data-page"), Some("/ita/_prongsai/page?path=%2F2566%2Fo1%2F%3F%22%27%26x"));
    assert_eq!((&state["sha"], &state["events"], &state["generation"]), (&"abc".into(), &"/ita/_prongsai/events/T".into(), &7.into()));
}

#[test]
fn a_page_with_no_place_for_the_bar_stays_as_it_is() {
    for page in ["", "<p>ก", "<head></head><header>", "<body>ก</body>", "<head></head><body class=\"", "</head", "<body"] {
        assert_eq!(with_bar(page, &Bar::default(), &live()), page);
    }
    let own = LiveReload { sha: None, ..live() };
    let page = with_live("<head></head>", &own);
    assert!(page.contains("data-generation=\"7\"") && !page.contains("data-sha") && page.ends_with("</script></head>"), "{page}");
}

#[test]
fn the_bar_is_one_line_when_nothing_is_wrong() {
    let clean = |checks| with_bar(PAGE, &Bar::default(), &LiveReload { checks, ..live() });
    let html = valid(&clean(ChecksState::Finished));
    assert_eq!(text(&html, ".prongsai-bar.clean [role=status]"), "ไม่พบข้อผิดในหน้านี้");
    assert_eq!(all(&html, ".prongsai-bar a[href='/ita/_prongsai/']").len(), 1);
    assert!(all(&html, "details").is_empty());
    assert_eq!(text(&valid(&clean(ChecksState::Running)), "[role=status]"), "กำลังตรวจ…");
}

#[test]
fn the_bar_says_what_where_and_how_to_repair() {
    let text_of_file = "---\ntitle: ก\ntitel: ข\n---\n";
    let tree = tree(&[("content/2566/o1.md", text_of_file)]);
    let at = text_of_file.find("titel").unwrap();
    let place = SourceSpan::new(&RelPath::new("content/2566/o1.md").unwrap(), at..at + 5);
    let finding = Diagnostic::new("unknown-key", place).with("key", POISON).with("nearest", "title");
    let report = report([(Severity::Error, finding), found(Severity::Warning, "item-empty", "content/2566/o1.md")]);
    let page = with_bar(PAGE, &bar_of(&report, &tree, Freshness::Current), &LiveReload { sha: None, ..live() });
    let html = valid(&page);
    assert_eq!(text(&html, ".prongsai-bar.error [role=status]").trim(), "หน้านี้ ผิด 1 แห่ง เตือน 1 แห่ง");
    let first = text(&html, ".prongsai-findings > li.error");
    for part in ["<script>alert(1)</script>", "\\u{202e}", "วิธีแก้", "content/2566/o1.md", "บรรทัด 3 ตัวอักษรที่ 1"]
    {
        assert!(first.contains(part), "{part}: {first}");
    }
    assert_eq!(all(&html, "script").len(), 1, "only ours");
    assert_eq!(all(&html, "li.error a[href='/ita/_prongsai/explain/unknown-key']").len(), 1);
    assert!(all(&html, "details[open]").is_empty());
}

#[test]
fn an_old_page_says_so_and_shows_why() {
    let report = report([found(Severity::Error, "unknown-key", "content/2566/o1.md")]);
    let html = valid(&with_bar(PAGE, &bar_of(&report, &tree(&[]), Freshness::LastGood), &live()));
    assert!(text(&html, "aside.error [role=status]").starts_with("หน้าที่เห็นอยู่นี้เป็นของเดิม"));
    assert_eq!(all(&html, "aside details[open] li.error").len(), 1);
    let trouble = Some(POISON.to_owned());
    let html = valid(&with_bar(PAGE, &Bar { standing: Freshness::LastGood, trouble, ..Bar::default() }, &live()));
    assert!(text(&html, "[role=status]").contains("<script>alert(1)</script>"));
}

#[test]
fn a_page_with_very_many_findings_stays_small() {
    let many = report(std::iter::repeat_with(|| found(Severity::Error, "unknown-key", "content/2566/o1.md")).take(5000));
    let html = valid(&with_bar(PAGE, &bar_of(&many, &tree(&[]), Freshness::Current), &live()));
    assert_eq!(all(&html, "aside li").len(), 50);
    assert!(text(&html, "aside").contains("และอีก 4950 แห่ง"));
    let html = valid(&thai_dashboard(None, &many, &tree(&[]), &Filter::default()));
    assert_eq!((all(&html, "main li").len(), text(&html, "main").contains("และอีก 4700 แห่ง")), (300, true));
    assert_eq!(all(&valid(&trouble(&many, &tree(&[]), Lang::Thai)), "main ul.prongsai-findings > li").len(), 50);
}

#[test]
fn every_finding_is_on_one_page() {
    let tree = tree(&[("content/2566/o1.md", "---\ntitle: ก\n---\n"), ("content/2566/o2/a.md", "---\ntitle: ก\n---\n")]);
    let site = site(&tree);
    let at = |finding: (Severity, Diagnostic)| page_of(&finding.1, Some(&site)).to_string();
    let of_file = |file: &str| at(found(Severity::Error, "unknown-key", file));
    assert_eq!(of_file("content/2566/O๑/index.md"), "/2566/o1/", "a page that could not be read has its place");
    assert_eq!(of_file("content/2566/o2/a.md"), "/2566/o2/a/");
    assert_eq!(of_file("content/2566/o2/a/signed.pdf"), "/2566/o2/a/");
    assert_eq!(of_file("content/2566/o2/pictures/new/1.jpg"), "/2566/o2/", "the nearest page above");
    assert_eq!(of_file("content/pages/contact.md"), "/contact/");
    for file in ["content/site.yaml", "themes/own/templates/base.html", "themes/2566/o1.md", "content/pages/map.pdf"] {
        assert_eq!(of_file(file), "/", "{file}");
    }
    let of_site = || found(Severity::Error, "unknown-key", "content/site.yaml");
    assert_eq!(at(about(of_site(), Some("O5"))), "/2566/o5/");
    assert_eq!(at(about(of_site(), None)), "/2566/");
    let report = report([of_site(), found(Severity::Info, "unknown-key", "content/2566/o1.md"), about(of_site(), Some("O1"))]);
    let own = FindingsByPage::of(&report, Some(&site));
    let own = own.of_page(&report, &Permalink::file("2566/o1/"));
    assert_eq!(own.iter().map(|(severity, _)| *severity).collect::<Vec<_>>(), [Severity::Info, Severity::Error]);
    assert_eq!(FindingsByPage::of(&report, None).of_page(&report, &Permalink::home()).len(), 1);
}

#[test]
fn over_an_old_page_stands_what_is_in_the_way() {
    let files = |report: &Report, own: &str| {
        let found = FindingsByPage::of(report, None).of_old_page(report, &Permalink::file(own));
        found.iter().map(|(_, finding)| finding.place.file.to_string()).collect::<Vec<_>>()
    };
    let page = || found(Severity::Error, "unknown-key", "content/2566/o1.md");
    let note = || found(Severity::Info, "unknown-key", "content/2566/o2.md");
    let theme = || found(Severity::Error, "template-error", "themes/own/templates/base.html");
    let warning = || found(Severity::Warning, "unknown-key", "content/site.yaml");
    assert_eq!(files(&report([page(), note(), warning()]), "2566/o1/"), ["content/2566/o1.md"]);
    assert_eq!(files(&report([page(), note(), theme()]), "2566/o2/"), ["content/2566/o2.md", "themes/own/templates/base.html"]);
    assert_eq!(files(&report([page(), note()]), "2566/o2/"), ["content/2566/o2.md", "content/2566/o1.md"]);
    assert_eq!(files(&report([theme()]), ""), ["themes/own/templates/base.html"]);
}

#[test]
fn the_dashboard_names_problems_pages_and_what_is_missing() {
    let (file, title) =
        ("content/2566/o1.md", format!("---\ntitle: {}\nunit: คลัง\n---\nก\n", serde_json::json!("\"'><script>alert(1)</script>")));
    let tree =
        tree(&[(file, &title), ("content/2566/o1/a.md", "---\ntitle: ลูก\n---\nก\n"), ("content/2565/o2.md", "---\nunit: กองช่าง\n---\n")]);
    let site = site(&tree);
    let of_2565 = (Severity::Warning, Diagnostic::new("item-empty", SourceSpan::file(&RelPath::new("content/2565/o2.md").unwrap())));
    let report = report([
        found(Severity::Error, "unknown-key", file),
        found(Severity::Error, "unknown-key", "content/2566/o1/a.md"),
        of_2565,
        found(Severity::Info, "unknown-key", "content/site.yaml"),
    ]);
    let show = |query: &str| valid(&thai_dashboard(Some(&site), &report, &tree, &Filter::of_query(query)));
    let pages = |html: &Html| all(html, "h3 a").iter().map(|link| link.attr("href").unwrap().to_owned()).collect::<Vec<_>>();
    let html = assert_harmless(&thai_dashboard(Some(&site), &report, &tree, &Filter::default()));
    assert_eq!(pages(&html), ["../", "../2565/o2/", "../2566/o1/", "../2566/o1/a/"]);
    assert!(text(&html, "h3").contains("/2566/o1/ \"'><script>"));
    assert_eq!(pages(&show("severity=error")), ["../2566/o1/", "../2566/o1/a/"]);
    assert_eq!(pages(&show("year=2565")), ["../2565/o2/"]);
    assert_eq!(pages(&show("unit=กองคลัง")), ["../2566/o1/", "../2566/o1/a/"], "by alias, and for the pages below");
    assert_eq!(pages(&show("unit=&severity=info")), ["../"]);
    assert_eq!(pages(&show("year=๒๕๖๖&unit=กองช่าง&x=y&severity=none")), Vec::<String>::new());
    assert!(text(&show("unit=กองช่าง&year=2566"), "main").contains("ไม่มีปัญหาที่ตรงกับที่เลือก"));
    let chosen = show("unit=%E0%B8%81%E0%B8%AD%E0%B8%87%E0%B8%8A%E0%B9%88%E0%B8%B2%E0%B8%87&severity=warning");
    let current: Vec<String> = all(&chosen, "a[aria-current]").iter().map(|link| link.text().collect()).collect();
    assert_eq!(current, ["เตือน", "ทั้งหมด", "กองช่าง"]);
    let next = all(&chosen, "nav a").into_iter().find(|link| link.text().eq(["2566"])).unwrap().attr("href").unwrap();
    assert_eq!(Filter::of_query(&next[1..]), Filter { year: FiscalYear::new(2566), ..Filter::of_query("unit=กองช่าง&severity=warning") });
}

#[test]
fn the_dashboard_tells_how_complete_each_year_is() {
    let tree = tree(&[("content/2566/o1.md", "---\nunit: กองคลัง\n---\n"), ("content/2568/o3.md", "---\nunit: กองช่าง\n---\nก\n")]);
    let site = site(&tree);
    let show = |query: &str| valid(&thai_dashboard(Some(&site), &Report::default(), &tree, &Filter::of_query(query)));
    let html = show("");
    let heads: Vec<String> = all(&html, "summary").iter().map(|one| one.text().collect()).collect();
    assert!(heads[1].starts_with("ปีงบประมาณ 2566: ครบ 0 จาก 43 ข้อ") && heads[0].starts_with("ปีงบประมาณ 2568: ครบ "), "{heads:?}");
    let of_clerk = show("unit=กองคลัง&year=2566");
    assert_eq!(all(&of_clerk, "details[open] .prongsai-items li").len(), 1);
    let line = text(&of_clerk, ".prongsai-items li");
    assert!(line.starts_with("O1 ") && line.contains("0.40 คะแนน · ยังขาด: แผนผัง") && line.ends_with("กองคลัง"), "{line}");
    assert!(text(&show("year=2568"), ".prongsai-items li").contains("ยังไม่มีข้อมูล"));
    assert!(text(&show("year=2568&unit=กองช่าง"), ".prongsai-items li").contains("ยังขาด: "));
    assert!(text(&html, "main").contains("ไม่พบปัญหา"));
}

#[test]
fn the_dashboard_names_deadlines_drafts_and_worth() {
    let deadline = format!("{SITE}deadlines: [{{date: 2023-04-30, title: ส่งลิงก์}}]\n");
    let tree = SourceTree::of_texts([
        ("content/site.yaml", deadline.as_str()),
        ("content/2566/o1.md", "---\ndraft: true\n---\nก\n"),
        ("content/2566/o2.md", "---\ntitle: ข\n---\nก\n"),
    ]);
    let config = crate::config::read(&tree).0.unwrap();
    let content = crate::content::read(&tree, &config.limits, &mut crate::content::ParseCache::default()).0;
    let catalogues = crate::catalogue::Catalogues::read(&tree, &[FiscalYear::new(2566).unwrap()]).0;
    let site = crate::site::assemble(config, catalogues, content, crate::record::Record::read(&tree).0, Drafts::Show).0;
    let html = valid(&thai_dashboard(Some(&site), &Report::default(), &tree, &Filter::of_query("year=2566")));
    assert_eq!(text(&html, "details p"), "30 เมษายน 2566 (อีก 10 วัน) ส่งลิงก์");
    let lines: Vec<String> = all(&html, ".prongsai-items li").iter().map(|line| line.text().collect()).collect();
    let of = |item: &str| lines.iter().position(|line| line.starts_with(item)).unwrap();
    assert!(lines[of("O1 ")].contains("ยังเป็นร่าง"), "{lines:?}");
    assert!(lines[of("O43 ")].contains("2.00 คะแนน") && of("O43 ") < of("O1 "), "{lines:?}");
}

#[test]
fn trouble_puts_errors_first_and_explains_them_on_the_spot() {
    let file = "content/ก\"><script>.yaml";
    let report = report([found(Severity::Warning, "item-empty", file), found(Severity::Error, "unknown-key", file)]);
    let html = assert_harmless(&trouble(&report, &tree(&[]), Lang::Thai));
    let severities: Vec<_> = all(&html, "ul.prongsai-findings > li").iter().map(|li| li.attr("class").unwrap()).collect();
    assert_eq!(severities, ["error", "warning"]);
    assert!(text(&html, "code").contains(file));
    assert!(text(&html, "li.error details").len() > 200, "the explanation");
    let error = Error::io(Operation::Read, &PathBuf::from("<b>/site.yaml"), std::io::ErrorKind::PermissionDenied.into());
    assert!(text(&valid(&machine_trouble(&error, Lang::English)), "main").contains("<b>/site.yaml"));
}

#[test]
fn every_code_can_be_explained_in_both_languages() {
    for file in crate::diagnostics::codes::CodeFile::all() {
        for lang in [Lang::Thai, Lang::English] {
            let html = valid(&explain(file.code, lang).unwrap());
            assert_eq!(text(&html, "h1"), file.code);
            assert!(text(&html, "main").len() > file.explanation(lang).len() / 2, "{}", file.code);
        }
    }
    for code in ["", "no-such-code", "../site.yaml", "<script>", "unknown-key.md"] {
        assert_eq!(explain(code, Lang::Thai), None, "{code}");
    }
}

#[test]
fn the_files_of_the_preview_are_of_this_site_only() {
    for text in [LIVE_JS, PREVIEW_CSS] {
        assert!(!text.contains("://") && !text.contains("innerHTML") && !text.contains("eval") && !text.contains("@import"));
    }
    assert!(LIVE_JS.lines().count() <= 150);
}

#[test]
fn on_a_real_page_of_the_theme_it_stands_first_in_the_body() {
    let tree = tree(&[("content/2566/o1.md", "---\ntitle: ก\n---\nข\n")]);
    let site = site(&tree);
    let theme = crate::render::Theme::load(&tree, None).0.unwrap();
    let renderer = crate::render::SiteRenderer { site: &site, theme: &theme, breaks: &crate::render::LineBreaks::of(&site.config) };
    let html = renderer.page(SitePage::Written(PageId::Item { year: 0, entry: 0 })).unwrap().html;
    let gate = crate::report::severity_policy::SeverityPolicy::new(site.config.checks.clone(), Purpose::Build);
    let report = gate.apply(crate::content::read(&tree, &site.config.limits, &mut crate::content::ParseCache::default()).1);
    let page = valid(&with_bar(&html, &bar_of(&report, &tree, Freshness::Current), &live()));
    assert_eq!(all(&page, "body > aside#prongsai-bar:first-child").len(), 1);
    assert_eq!(all(&page, "head > link[href$='preview.css'] + script:last-child").len(), 1);
}
