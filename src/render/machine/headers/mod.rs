//! Configuration files for hosts: response headers, media types and the 404 page. They apply to the
//! base path of the site only, and contain nothing but constants and that path, quoted for each
//! host: no text of the content.

mod apache;
mod base;
mod caddy;
mod github_pages;
mod iis;
mod lighttpd;
mod netlify;
mod nginx;
mod policy;
mod types;

use url::Url;

use crate::config::Host;

pub use policy::POLICY;
pub(super) use types::media_type;

/// The configuration file for a host.
pub fn headers(host: Host, base: &Url) -> String {
    match host {
        Host::Netlify => netlify::file(base),
        Host::Apache => apache::file(base),
        Host::Nginx => nginx::file(base),
        Host::Iis => iis::file(base),
        Host::Caddy => caddy::file(base),
        Host::Lighttpd => lighttpd::file(base),
        Host::GitHubPages => github_pages::FILE.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::policy::REFERRER;
    use super::*;

    const BASES: [&str; 4] = ["/", "/ita/", "/ข้อมูล/oit/", "/i*t.a:%0A\"<x>$'%7B%25;\\%5C/"];

    fn all(path: &str) -> [(Host, String); 6] {
        let base = Url::parse(&format!("https://www.example.go.th{path}")).unwrap();
        [Host::Netlify, Host::Apache, Host::Nginx, Host::Iis, Host::Caddy, Host::Lighttpd].map(|host| (host, headers(host, &base)))
    }

    fn of(host: Host, path: &str) -> String {
        headers(host, &Url::parse(&format!("https://www.example.go.th{path}")).unwrap())
    }

    #[test]
    fn every_host_is_told_the_policy_and_nothing_of_the_content() {
        for (host, text) in BASES.iter().flat_map(|path| all(path)) {
            for part in [POLICY, "nosniff", REFERRER] {
                assert!(text.contains(part), "{host:?}: {text}");
            }
            assert!(!text.contains("unsafe") && !text.contains("example.go.th"), "{host:?}: {text}");
        }
        assert_eq!(of(Host::GitHubPages, "/ita/"), of(Host::GitHubPages, "/"));
    }

    #[test]
    fn the_policy_fits_in_the_quotes_of_every_form() {
        assert!(!POLICY.contains(['"', '$', '\\', '<', '&', '\n', '{']));
    }

    #[test]
    fn each_host_compares_paths_in_its_own_way() {
        for (host, path, part) in [
            (Host::Netlify, "/", "/*\n"),
            (Host::Netlify, "/i*t:a/", "/i%2At%3Aa/*\n"),
            (Host::Netlify, "/ข้อ/", "/%E0%B8%82%E0%B9%89%E0%B8%AD/*\n"),
            (Host::Apache, "/", "ErrorDocument 404 \"/404.html\"\n"),
            (Host::Apache, "/ข้อ \"/", "ErrorDocument 404 \"/%E0%B8%82%E0%B9%89%E0%B8%AD%20%22/404.html\"\n"),
            (Host::Nginx, "/", "\nlocation / {\n"),
            (Host::Nginx, "/", "error_page 403 404 =404 \"/404.html\";\n"),
            (Host::Nginx, "/ข้อ\"%5C/", "\nlocation ^~ \"/ข้อ\\\"\\\\/\" {\n"),
            (Host::Nginx, "/ita//", "error_page 403 404 =404 \"/ita/404.html\";\n"),
            (Host::Nginx, "/a.b%0A%0D%09/", "\nlocation ^~ \"/a.b\\n\\r\\t/\" {\n"),
            (Host::Nginx, "/a.b/", "location ~ \"^/a\\x2Eb/(.*/)?\\.(?!well-known/)\" {\n"),
            (Host::Iis, "/", "path=\"404.html\" responseMode=\"File\""),
            (Host::Iis, "/ข้อ&\"/ita/", "path=\"ข้อ&amp;&quot;\\ita\\404.html\" responseMode=\"File\""),
            (Host::Caddy, "/", "\nhandle {\n"),
            (Host::Caddy, "/i.t*a{/", "\n@prongsai path_regexp prongsai \"^(/i\\x2Et\\x2Aa\\x7B)/\"\nhandle @prongsai {\n"),
            (Host::Lighttpd, "/", "\n$HTTP[\"url\"] =~ \"^/\" {\n"),
            (Host::Lighttpd, "/ข.\"/", "\n$HTTP[\"url\"] =~ \"^/ข\\x2E\\x22/\" {\n"),
            (Host::Lighttpd, "/ข.\"/", "server.error-handler = \"/%E0%B8%82.%22/404.html\"\n"),
        ] {
            assert!(format!("\n{}", of(host, path)).contains(part), "{host:?} {path}: {part}\n{}", of(host, path));
        }
        // `$` starts a variable there: nginx would use another path.
        assert!(!of(Host::Nginx, "/$ita/").contains("error_page"));
    }

    #[test]
    fn nothing_for_apache_needs_more_than_one_class_of_overrides() {
        for line in BASES.iter().flat_map(|path| of(Host::Apache, path).lines().map(str::to_owned).collect::<Vec<_>>()) {
            let word = line.split([' ', '>']).next().unwrap();
            let known = ["#", "ErrorDocument", "AddType", "AddCharset", "Header", "<IfModule", "</IfModule", "<FilesMatch", "</FilesMatch"];
            assert!(known.contains(&word), "{line}");
        }
    }

    #[test]
    fn all_that_servers_include_stands_in_a_block_for_the_path() {
        for (host, text) in
            BASES.iter().flat_map(|path| all(path)).filter(|(host, _)| matches!(host, Host::Nginx | Host::Caddy | Host::Lighttpd))
        {
            let outside: Vec<&str> = text.lines().filter(|line| !line.starts_with([' ', '\t', '}'])).collect();
            let no_rule = ["#", "@prongsai path_regexp", "server.modules += "];
            let opens = |line: &&str| line.ends_with(" {") || no_rule.iter().any(|start| line.starts_with(start));
            assert!(outside.iter().all(opens) && outside.len() <= 4, "{host:?}: {outside:?}");
            assert_eq!(text.matches(" {\n").count(), text.lines().filter(|line| line.trim() == "}").count(), "{host:?}: {text}");
        }
    }

    /// IIS is not available for tests: this is the only check of the file.
    #[test]
    fn the_file_for_windows_is_well_formed() {
        for text in BASES.map(|path| of(Host::Iis, path)) {
            let mut reader = quick_xml::Reader::from_str(&text);
            let mut open = 0;
            loop {
                match reader.read_event().unwrap() {
                    quick_xml::events::Event::Start(_) => open += 1,
                    quick_xml::events::Event::End(_) => open -= 1,
                    quick_xml::events::Event::Empty(element) => assert!(element.attributes().all(|attribute| attribute.is_ok()), "{text}"),
                    quick_xml::events::Event::Eof => break,
                    _ => {}
                }
            }
            assert_eq!(open, 0, "{text}");
        }
    }

    #[test]
    fn every_kind_of_file_has_one_type_and_texts_say_how_they_are_coded() {
        let types: Vec<(&str, String)> = types::by_ending().collect();
        for ending in ["html", "css", "js", "json", "csv", "txt", "xml", "yaml", "svg", "webmanifest"] {
            let found: Vec<&String> = types.iter().filter(|(known, _)| *known == ending).map(|(_, kind)| kind).collect();
            assert!(found.len() == 1 && found[0].ends_with("; charset=utf-8"), "{ending}: {found:?}");
        }
        let endings: std::collections::BTreeSet<&str> = types.iter().map(|(ending, _)| *ending).collect();
        assert_eq!(endings.len(), types.len(), "an ending stands twice");
        assert!(["pdf", "woff2", "png", "ico", "xlsx", "docx"].iter().all(|ending| endings.contains(ending)));
    }
}
