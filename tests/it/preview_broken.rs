//! What is broken is shown over the last good page, and nothing of it gets into the page unescaped
//! (P35).

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::common::{repository, site_folder};
use crate::preview_session::{Reply, Session, save_in_place};

const SITE: &str = "agency: {name: เทศบาลตำบลตัวอย่าง}\nbase_url: https://www.example.go.th/ita/\nyears: [2566]\n";
const GOOD: &str = "---\ntitle: โครงสร้าง\n---\nเนื้อหาเดิม\n";
const SCRIPT: &str = "<script>alert(1)</script>";
/// What the bar says over a page that is older than its files.
const OLD: &str = "the page as it was before";

fn small() -> TempDir {
    site_folder(&[("content/site.yaml", SITE), ("content/2566/o1.md", GOOD), ("content/2566/o2.md", "---\ntitle: ผู้บริหาร\n---\nหน้าอื่น\n")])
}

fn is_old(reply: &Reply) -> bool {
    reply.status == 200 && reply.bar().contains(OLD)
}

fn is_new(reply: &Reply) -> bool {
    reply.status == 200 && !reply.bar().contains(OLD)
}

/// Saves what breaks `page`, sees the last good page with `code` over it, mends, and sees that it
/// is over.
fn breaks(preview: &Session, file: &Path, broken: &str, mended: &str, page: &str, code: &str) {
    let before = preview.checked(page).bare();
    preview.after(|| save_in_place(file, broken), page, is_old);
    let shown = preview.checked(page);
    assert_eq!(shown.bare(), before, "{broken}");
    let bar = shown.bar();
    let code = format!("explain/{code}");
    assert!(bar.contains(&code) && bar.contains("<details open"), "{code}: {bar}");
    assert!(!shown.has(SCRIPT), "{bar}");
    assert!(preview.checked("_prongsai/").has(&code));
    preview.after(|| save_in_place(file, mended), page, is_new);
    assert_eq!(preview.checked(page).bare(), before);
    assert!(!preview.checked(page).bar().contains(&code), "{}", preview.checked(page).bar());
}

#[test]
fn a_page_that_is_broken_stays_as_it_was_until_it_is_mended() {
    let root = small();
    let (file, preview) = (root.path().join("content/2566/o1.md"), Session::start(root.path(), &[]));
    breaks(&preview, &file, "---\ntitle: ใหม่\nเนื้อหาใหม่\n", GOOD, "2566/o1/", "front-matter-unclosed");
    let yaml = format!("---\ntitle: \"\\\"><script>alert(1)</script>\n{SCRIPT}: [\n---\nใหม่\n");
    breaks(&preview, &file, &yaml, GOOD, "2566/o1/", "yaml");
    // The others are what their files say.
    preview.after(|| save_in_place(&file, "---\ntitle: ใหม่\n"), "2566/o1/", is_old);
    assert!(is_new(&preview.checked("2566/o2/")) && is_new(&preview.checked("")));
    let other = root.path().join("content/2566/o2.md");
    let edit = || save_in_place(&other, "---\ntitle: ผู้บริหาร\n---\nหน้าอื่นใหม่\n");
    preview.after(edit, "2566/o2/", |reply| is_new(reply) && reply.has("หน้าอื่นใหม่"));
    assert!(is_old(&preview.get("2566/o1/")));
}

#[test]
fn with_a_broken_site_file_all_pages_stay_as_they_were() {
    let root = small();
    let (file, preview) = (root.path().join("content/site.yaml"), Session::start(root.path(), &[]));
    for page in ["2566/o1/", "", "2566/"] {
        breaks(&preview, &file, &format!("agency: [{SCRIPT}\n"), SITE, page, "yaml");
        breaks(&preview, &file, "years: [2566]\n", SITE, page, "missing-field");
        breaks(&preview, &file, "", SITE, page, "missing-field");
    }
    preview.after(|| fs::remove_file(&file).unwrap(), "2566/o2/", is_old);
    let edit = || save_in_place(&file, &SITE.replace("ตัวอย่าง", "ใหม่"));
    preview.after(edit, "2566/o2/", |reply| is_new(reply) && reply.has("เทศบาลตำบลใหม่"));
}

#[test]
fn with_a_broken_list_or_result_all_pages_stay_as_they_were() {
    let root = small();
    let list = fs::read_to_string(repository().join("src/catalogue/data/2566.yaml")).unwrap().replacen("โครงสร้าง", "ผังใหม่ของ", 1);
    let results = "2566:\n  total: 81.25\n2565:\n  total: 80\n";
    let (list_file, results_file) = (root.path().join("content/catalogues/2566.yaml"), root.path().join("content/assessments.yaml"));
    let preview = Session::start(root.path(), &[]);
    preview.after(|| save_in_place(&list_file, &list), "2566/", |reply| reply.has("ผังใหม่ของ"));
    preview.after(|| save_in_place(&results_file, results), "", |reply| reply.has("81.25"));
    for page in ["2566/", "2566/o1/", ""] {
        breaks(&preview, &list_file, &format!("{list}\n{SCRIPT}: [\n"), &list, page, "yaml");
        breaks(&preview, &list_file, "fiscal_year: 2566\ntitle: {th: ใหม่}\n", &list, page, "missing-field");
        breaks(&preview, &results_file, &format!("2566: [{SCRIPT}\n"), results, page, "yaml");
        breaks(&preview, &results_file, "25x6:\n  total: 81.25\n2565:\n  total: 80\n", results, page, "not-a-fiscal-year");
    }
    // Pages go on while a list is broken, and a list that is taken away is none that is broken.
    preview.after(|| save_in_place(&list_file, ""), "2566/o1/", is_old);
    let edit = || save_in_place(&root.path().join("content/2566/o1.md"), &GOOD.replace("เดิม", "ใหม่"));
    preview.after(edit, "2566/o1/", |reply| is_old(reply) && reply.has("เนื้อหาใหม่"));
    preview.after(|| fs::remove_file(&list_file).unwrap(), "2566/", |reply| is_new(reply) && !reply.has("ผังใหม่ของ"));
    preview.after(|| fs::remove_file(&results_file).unwrap(), "", |reply| is_new(reply) && !reply.has("81.25"));
}

#[test]
fn a_site_that_is_broken_from_the_start_is_explained_and_no_page() {
    let root = site_folder(&[("content/site.yaml", &format!("agency: [{SCRIPT}\n")), ("content/2566/o1.md", GOOD)]);
    let preview = Session::start(root.path(), &[]);
    for path in ["", "2566/o1/", "no-such-page/"] {
        let reply = preview.get(path);
        assert_eq!(reply.status, 500, "{path}");
        assert!(reply.has("content/site.yaml") && !reply.has(SCRIPT), "{}", reply.text());
        assert_eq!(reply.field("content-type"), Some("text/html; charset=utf-8"));
    }
    // Now it is known where the site lies: whoever looks is led there.
    preview.after(
        || save_in_place(&root.path().join("content/site.yaml"), SITE),
        "",
        |reply| reply.status == 302 && reply.field("location") == Some("/ita/"),
    );
    let page = preview.ask("GET", "/ita/2566/o1/", "");
    assert!(is_new(&page) && page.has("เนื้อหาเดิม"));
}

#[test]
fn with_a_broken_template_all_pages_stay_as_they_were() {
    let root = small();
    let template = |name: &str| fs::read_to_string(repository().join("themes/default/templates").join(name)).unwrap();
    let good = template("base.html");
    let (file, preview) = (root.path().join("themes/default/templates/base.html"), Session::start(root.path(), &[]));
    preview.after(|| save_in_place(&file, &good), "2566/o1/", |_| true);
    for page in ["2566/o1/", ""] {
        let syntax = good.replacen("<main", &format!("{{{{ {SCRIPT} %}}<main"), 1);
        breaks(&preview, &file, &syntax, &good, page, "template");
        let rendering = good.replacen("<main", "{{ no_such_value.at_all }}<main", 1);
        breaks(&preview, &file, &rendering, &good, page, "template");
    }
    // Broken from the start: there is no page to go back to, but for the kinds of pages that need
    // no other template.
    save_in_place(&root.path().join("themes/default/templates/year.html"), &format!("{{{{ no_such_value }}}}{SCRIPT}"));
    let anew = Session::start(root.path(), &[]);
    let reply = anew.get("2566/");
    assert!(reply.status == 500 && reply.has("year.html") && !reply.has(SCRIPT), "{}", reply.text());
    assert!(is_new(&anew.get("2566/o1/")));
    assert!(anew.checked("_prongsai/").has("explain/template"));
}

#[test]
fn what_is_wrong_with_a_page_is_said_on_it_and_escaped() {
    let root = small();
    let (file, preview) = (root.path().join("content/2566/o1.md"), Session::start(root.path(), &[]));
    let clean = preview.checked("2566/o1/").bar();
    assert!(!clean.contains("unknown-key"), "{clean}");
    let wrong = "---\ntitle: '\"><script>alert(1)</script>'\n'\"><script>alert(1)</script>': 1\n---\nเนื้อหาใหม่ [x](/no-such-page/)\n";
    preview.after(|| save_in_place(&file, wrong), "2566/o1/", |reply| reply.has("เนื้อหาใหม่"));
    for path in ["2566/o1/", "_prongsai/", "_prongsai/page?path=/2566/o1/", "2566/", "", "2566/%22%3E%3Cscript%3Ealert(1)%3C/script%3E"] {
        let reply = preview.checked(path);
        assert!(!reply.has(SCRIPT), "{path}: {}", reply.text());
    }
    let bar = preview.checked("2566/o1/").bar();
    assert!(
        bar.contains("unknown-key") && bar.contains("&lt;script") && bar.contains("content/2566/o1.md") && bar.contains("line 3"),
        "{bar}"
    );
    assert!(bar.contains("href=\"/ita/_prongsai/explain/unknown-key"), "{bar}");
    assert!(preview.page("_prongsai/explain/unknown-key").contains("unknown-key"));
    preview.after(|| save_in_place(&file, GOOD), "2566/o1/", |reply| reply.has("เนื้อหาเดิม"));
    assert!(!preview.checked("2566/o1/").bar().contains("unknown-key"));
}
