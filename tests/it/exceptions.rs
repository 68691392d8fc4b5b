//! What `site.yaml` accepts with a reason: neither shown nor in the way, and said once when it
//! covers nothing.

use crate::common::{prongsai, site_folder};

const SITE: &str = "agency: {name: เทศบาลตำบลตัวอย่าง}\nbase_url: https://www.example.go.th/ita/\n";

#[test]
fn an_accepted_error_stops_no_build_and_an_unused_exception_is_said_once() {
    let exceptions = concat!(
        "checks:\n  exceptions:\n",
        "    - {code: link-broken, file: content/2566/o42.md, reason: แฟ้มต้นฉบับสูญหาย}\n",
        "    - {code: title-too-long, file: content/2566/o42.md, reason: ชื่อตามคำสั่ง}\n",
    );
    let folder = site_folder(&[
        ("content/site.yaml", &format!("{SITE}{exceptions}")),
        ("content/2566/o42.md", "---\ntitle: มาตรการ\n---\n[แผน](แผน.pdf) และ[ผล](/2566/o43/)\n"),
    ]);
    let root = folder.path().to_str().unwrap();
    let run = prongsai(&["build", "--lang", "en", "--root", root]);
    let said = String::from_utf8(run.stdout).unwrap();
    assert!(run.status.success(), "{said}");
    assert_eq!((said.matches("exception-unused").count(), said.contains("link-broken")), (1, false), "{said}");
    let page = std::fs::read_to_string(folder.path().join("public/2566/o42/index.html")).unwrap();
    assert!(page.contains("แผน") && !page.contains("แผน.pdf"), "a link that leads nowhere is printed as its text");
}

#[test]
fn an_absolute_address_of_the_own_site_is_printed_relative() {
    let body = "---\ntitle: มาตรการ\n---\n[ผล](https://www.example.go.th/ita/2566/o43/) [บ้าน](https://www.example.go.th/ita) \
                [เว็บหลัก](https://www.example.go.th/news/1)\n";
    let folder = site_folder(&[("content/2566/o42.md", body), ("content/2566/o43.md", "---\ntitle: รายงาน\n---\n")]);
    assert!(prongsai(&["build", "--root", folder.path().to_str().unwrap()]).status.success());
    let page = std::fs::read_to_string(folder.path().join("public/2566/o42/index.html")).unwrap();
    let own =
        |href: &str, address: &str, text: &str| format!("href=\"{href}\" data-url=\"https://www.example.go.th/ita/{address}\">{text}");
    for link in
        [own("../o43/index.html", "2566/o43/", "ผล"), own("../../index.html", "", "บ้าน"), "https://www.example.go.th/news/1".to_owned()]
    {
        assert!(page.contains(&link), "{link}");
    }
}
