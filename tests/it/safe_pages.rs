//! What pages and hosts are told about safety: content policy, integrity, links to other sites,
//! `security.txt`, response headers.

use std::fs;

use scraper::{Html, Selector};

use crate::common::{build, files_below, prongsai, site_folder};

const SITE: &str = "agency: {name: เทศบาลตำบลตัวอย่าง}\nbase_url: https://www.example.go.th/ita/\n";

#[test]
fn every_page_of_the_example_allows_itself_only_and_loads_nothing_else() {
    let (policy, loads) =
        (Selector::parse("meta[http-equiv='Content-Security-Policy']").unwrap(), Selector::parse("[src], link[rel~=stylesheet]").unwrap());
    let outside = Selector::parse("a[href]").unwrap();
    for (path, bytes) in build(".").files().iter().filter(|(path, _)| path.ends_with(".html")) {
        let html = Html::parse_document(std::str::from_utf8(bytes).unwrap());
        let policies: Vec<&str> = html.select(&policy).filter_map(|meta| meta.attr("content")).collect();
        assert_eq!(policies.len(), 1, "{path}");
        assert!(policies[0].starts_with("default-src 'none';") && !policies[0].contains("unsafe"), "{path}: {policies:?}");
        assert!(html.select(&loads).all(|element| element.attr("integrity").is_none()), "{path}: cannot be opened from disk");
        for link in html.select(&outside).filter(|link| is_elsewhere(link.attr("href").unwrap())) {
            assert_eq!(link.attr("rel"), Some("noopener noreferrer"), "{path}: {}", link.html());
        }
    }
}

#[test]
fn integrity_is_the_hash_of_the_style_sheet_where_it_is_asked_for() {
    let root = site_folder(&[("content/site.yaml", &format!("{SITE}integrity: true\n"))]);
    assert!(prongsai(&["build", "--root", root.path().to_str().unwrap()]).status.success());
    let html = Html::parse_document(&fs::read_to_string(root.path().join("public/index.html")).unwrap());
    let link = html.select(&Selector::parse("link[rel=stylesheet]").unwrap()).next().unwrap();
    let by_openssl = std::process::Command::new("sh")
        .args(["-c", "openssl dgst -sha384 -binary \"$0\" | base64 -w0"])
        .arg(root.path().join("public/assets/site.css"))
        .output();
    // The hash is computed by other code than ours, where there is any.
    if let Some(hash) = by_openssl.ok().filter(|run| run.status.success() && run.stdout.len() == 64) {
        assert_eq!(link.attr("integrity").unwrap(), format!("sha384-{}", String::from_utf8(hash.stdout).unwrap()));
    }
    assert!(link.attr("integrity").unwrap().starts_with("sha384-"));
}

#[test]
fn what_is_not_asked_for_is_not_written() {
    let root = site_folder(&[]);
    assert!(prongsai(&["build", "--root", root.path().to_str().unwrap()]).status.success());
    let files = files_below(&root.path().join("public"));
    for path in [".well-known/security.txt", ".htaccess", "_headers", "web.config", "nginx-headers.conf", ".nojekyll"] {
        assert!(!files.contains_key(path), "{path}");
    }
}

#[test]
fn security_txt_and_the_files_of_hosts_are_part_of_the_site_and_leave_it_again() {
    let more = "contact: {email: saraban@example.go.th}\nheaders: [netlify, apache, nginx, iis, caddy, lighttpd, github-pages, apache]\nsecurity: {expires: 2027-09-30, policy: https://www.example.go.th/p}\n";
    let root = site_folder(&[("content/site.yaml", &format!("{SITE}{more}"))]);
    let run = || prongsai(&["build", "--lang", "en", "--root", root.path().to_str().unwrap()]);
    let made = run();
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stdout));
    let text = |path: &str| fs::read_to_string(root.path().join("public").join(path)).unwrap();
    assert_eq!(
        text(".well-known/security.txt"),
        "Contact: mailto:saraban@example.go.th\nExpires: 2027-09-30T23:59:59+07:00\nPolicy: https://www.example.go.th/p\n\
         Preferred-Languages: th, en\nCanonical: https://www.example.go.th/.well-known/security.txt\n"
    );
    let page = Html::parse_document(&text("index.html"));
    let policy =
        page.select(&Selector::parse("meta[http-equiv='Content-Security-Policy']").unwrap()).next().unwrap().attr("content").unwrap();
    for path in ["_headers", ".htaccess", "nginx-headers.conf", "web.config", "caddy-headers.conf", "lighttpd-headers.conf"] {
        assert!(text(path).contains(policy), "{path} and the pages do not agree");
        assert!(text("manifest.json").contains(&format!("\"{path}\"")), "{path}");
    }
    assert!(text("manifest.json").contains("\".nojekyll\"") && !text(".nojekyll").is_empty());
    assert!(text("_headers").starts_with("/ita/*\n"));
    assert!(String::from_utf8_lossy(&run().stderr).contains("(0 written") || String::from_utf8_lossy(&run().stdout).contains("(0 written"));
    fs::write(root.path().join("content/site.yaml"), SITE).unwrap();
    assert!(run().status.success());
    assert!(!root.path().join("public/.htaccess").exists() && !root.path().join("public/.well-known").exists());
}

/// The page for wrong addresses links to its own site by whole addresses.
fn is_elsewhere(href: &str) -> bool {
    href.starts_with("http") && !href.starts_with("https://www.example.go.th/ita/")
}
