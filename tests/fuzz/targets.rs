//! What is attacked, and by whom: `tests/it/mutations.rs` blindly, `fuzz.rs` led by the code that
//! is reached. Each target takes a text and fails by panicking.

use std::collections::BTreeMap;
use std::fs;
use std::sync::LazyLock;

use prongsai::base::MANIFEST;
use prongsai::diagnostics::{Diagnostics, Outcome};
use prongsai::markdown::{self, Labels, MarkdownLimits};
use prongsai::record::Record;
use prongsai::render::Theme;
use prongsai::serve::pages::Filter;
use prongsai::source::SourceTree;
use prongsai::{attachment, catalogue, check, config, content, output, plan, score, site, thai};

/// What a target does with a text.
pub type Target = fn(&str);

/// Every target by its name.
pub const ALL: [(&str, Target); 11] = [
    ("page", page),
    ("markdown", markdown),
    ("template", template),
    ("query", query),
    ("site", site_file),
    ("assessments", assessments),
    ("list", list),
    ("records", records),
    ("manifest", manifest),
    ("values", small_values),
    ("scores", scores),
];

const SITE: &str = "agency: {name: เทศบาลตำบลตัวอย่าง}\nbase_url: https://www.example.go.th/ita/\n";

/// A list of one's own takes the place of the built-in one.
const LIST: &str = "content/catalogues/2566.yaml";

/// Read once: it would take longer than everything else.
static BUILT_IN: LazyLock<catalogue::Catalogues> = LazyLock::new(|| catalogue::Catalogues::read(&SourceTree::default(), &years()).0);

fn years() -> Vec<thai::FiscalYear> {
    thai::FiscalYear::new(2566).into_iter().collect()
}

/// Everything up to the plan, as `check` does it, on files in memory.
fn understand(files: &[(&str, &str)]) {
    let tree = SourceTree::of_texts(files.iter().copied());
    let today = thai::Date::new(2026, 11, 22).unwrap();
    let Outcome(config, found) = config::read(&tree);
    inside(found, files);
    let Some(config) = config else { return };
    let Outcome(content, found) = content::read(&tree, &config.limits, &mut content::ParseCache::default());
    inside(found, files);
    let catalogues = match tree.text(LIST) {
        None => BUILT_IN.clone(),
        Some(_) => {
            let Outcome(catalogues, found) = catalogue::Catalogues::read(&tree, &years());
            inside(found, files);
            catalogues
        }
    };
    let Outcome(record, found) = Record::read(&tree);
    inside(found, files);
    let Outcome(site, found) = site::assemble(config, catalogues, content, record, site::Drafts::Hide);
    inside(found, files);
    let attachments =
        attachment::inspect(&tree, &site.attachments, &site.config.limits, &mut attachment::InspectionCache::default(), &|| Ok(()))
            .unwrap();
    inside(check::run(&check::CheckContext::of(&site, &tree, &attachments, today), &mut check::QuietPages::default()), files);
    let Outcome(_, found) = plan::make(&site, std::iter::empty(), plan::ItemPictures::Drawn);
    inside(found, files);
}

/// Every place lies in its text, between two letters.
fn inside(found: Diagnostics, files: &[(&str, &str)]) {
    let texts: BTreeMap<&str, &str> = files.iter().copied().collect();
    for finding in found.sorted() {
        let Some(text) = texts.get(finding.place.file.as_str()) else { continue };
        let span = finding.place.span;
        assert!(text.get(span.clone()).is_some(), "{}: {span:?} of {} bytes", finding.code, text.len());
    }
}

/// A document: front matter and Markdown, with all checks.
fn page(text: &str) {
    understand(&[("content/site.yaml", SITE), ("content/2566/o42.md", text), ("content/pages/about.md", text)]);
}

/// `site.yaml`.
fn site_file(text: &str) {
    understand(&[("content/site.yaml", text), ("content/2566/o1.md", "---\ntitle: ก\n---\nข\n")]);
}

/// `assessments.yaml`.
fn assessments(text: &str) {
    understand(&[("content/site.yaml", SITE), ("content/assessments.yaml", text)]);
}

/// A catalogue.
fn list(text: &str) {
    understand(&[("content/site.yaml", SITE), (LIST, text), ("content/2566/o1.md", "---\ntitle: ก\n---\nข\n")]);
}

/// `urls.lock` and `history.yaml`.
fn records(text: &str) {
    understand(&[("content/site.yaml", SITE), ("content/urls.lock", text), ("content/history.yaml", text)]);
}

/// `manifest.json` of a published folder.
fn manifest(text: &str) {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(MANIFEST), text).unwrap();
    let manifest = output::Manifest::read(folder.path()).unwrap();
    assert!(manifest.paths().all(|path| !path.starts_with('/') && path.split('/').all(|part| part != "..")));
}

/// Dates, months, years, digits, addresses and paths, line by line.
fn small_values(text: &str) {
    let base = config::parse_base_url("https://www.example.go.th/ita/").unwrap();
    for line in text.lines() {
        let _ = thai::Date::parse(line).map(|parsed| parsed.date.long(thai::Digits::Thai));
        let _ = thai::Month::parse(line).map(|parsed| parsed.date.short(thai::Digits::Arabic));
        let _ = thai::FiscalYear::parse(line);
        let _ = (thai::to_arabic(line), thai::to_thai(line), thai::folded(line));
        let _ = (site::Permalink::alias(line, &base), prongsai::base::RelPath::new(line));
    }
}

/// Published scores and the counts that give them.
fn scores(text: &str) {
    let asked: Vec<u32> = text.bytes().take(12).map(u32::from).collect();
    // The search is bounded for each score; a text has many.
    for line in text.lines().take(3) {
        let Some(published) = score::Points::parse(line) else { continue };
        let _ = score::invert(&asked, published);
    }
}

/// Markdown to HTML, every link kept. Whatever it says, it brings no script and no link that runs
/// one.
fn markdown(text: &str) {
    let labels = Labels {
        note: "",
        tip: "",
        important: "",
        warning: "",
        caution: "",
        footnotes: "",
        back_to_text: "",
        done: "",
        not_done: "",
        table: "",
        code: "",
    };
    let mut html = String::new();
    let mut keep = |link: &markdown::Link| Some(link.destination.clone().into());
    markdown::write_html(text, &MarkdownLimits::default(), &labels, &mut keep, &mut html);
    let lower = html.to_ascii_lowercase();
    for word in ["<script", "<iframe", "<style", "<a href=\"javascript:", "<a href=\"data:"] {
        assert!(!lower.contains(word), "{word}");
    }
}

/// A template of a theme, compiled; it is not run, for it may be made to run for ever.
fn template(text: &str) {
    let Outcome(_, found) =
        Theme::load(&SourceTree::of_texts([("content/site.yaml", SITE), ("themes/default/templates/home.html", text)]), None);
    inside(found, &[("themes/default/templates/home.html", text)]);
}

/// The query of an address of the preview.
fn query(text: &str) {
    let _ = Filter::of_query(text);
}
