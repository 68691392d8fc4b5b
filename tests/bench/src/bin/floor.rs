//! `floor SITE OUT [--twins]`: what no generator can leave out, and nothing else.
//!
//! Each Markdown file of a site of ours is read, parsed with our options and rendered; the
//! templates of the default theme are filled; the page is written: on all threads, and with
//! `--twins` a second file of the size of our JSON beside it. There is no YAML but three lines of
//! it, no check, no link is looked up, nothing is hashed or compared, and no folder is swapped.
//! Every page takes the template of pages below items, which nearly all pages are; the views are
//! built here, by hand, with the variables that this template asks for.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use prongsai_bench::Result;
use pulldown_cmark::{Options, Parser, html};
use rayon::prelude::*;
use serde::Serialize;
use tera::{Context, Kwargs, State, Tera, TeraResult};
use walkdir::WalkDir;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [site, out, rest @ ..] = arguments.as_slice() else {
        eprintln!("floor SITE OUT [--twins]");
        return ExitCode::from(2);
    };
    let twins = if rest.iter().any(|option| option == "--twins") { Twins::Written } else { Twins::Left };
    match build(Path::new(site), Path::new(out), twins) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("floor: {error}");
            ExitCode::FAILURE
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Twins {
    Written,
    Left,
}

fn build(site: &Path, out: &Path, twins: Twins) -> Result<()> {
    let content = site.join("content");
    let tera = templates()?;
    let files: Vec<PathBuf> = WalkDir::new(&content)
        .into_iter()
        .filter_map(std::result::Result::ok)
        .map(walkdir::DirEntry::into_path)
        .filter(|path| path.extension().is_some_and(|extension| extension == "md"))
        .collect();
    files.par_iter().try_for_each_init(Vec::new, |page, file| {
        let source = fs::read_to_string(file)?;
        let relative = file.strip_prefix(&content)?.with_extension("");
        let folder = match relative.file_name() {
            Some(name) if name == "index" => out.join(relative.parent().unwrap_or(Path::new(""))),
            _ => out.join(&relative),
        };
        page.clear();
        tera.render_to("child.html", &Context::from_serialize(&Variables::of(&source, &relative))?, &mut *page)?;
        fs::create_dir_all(&folder)?;
        fs::write(folder.join("index.html"), &*page)?;
        if twins == Twins::Written {
            fs::write(folder.join("index.json"), &source)?;
        }
        Ok(())
    })
}

/// The templates of the default theme. The indentation is taken away, as ours is.
fn templates() -> Result<Tera> {
    let theme = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../themes/default");
    let words: HashMap<String, String> = fs::read_to_string(theme.join("strings/th.yaml"))?
        .lines()
        .filter_map(|line| line.split_once(": "))
        .map(|(key, words)| (key.to_owned(), words.trim_matches(['\'', '"']).to_owned()))
        .collect();
    let mut tera = Tera::new();
    tera.register_function("t", move |values: Kwargs, _: &State| -> TeraResult<String> {
        let key = values.get::<String>("key")?.unwrap_or_default();
        Ok(words.get(&key).cloned().unwrap_or_default())
    });
    let mut texts = Vec::new();
    for entry in fs::read_dir(theme.join("templates"))? {
        let entry = entry?;
        let text: String = fs::read_to_string(entry.path())?.lines().map(|line| line.trim_start().to_owned() + "\n").collect();
        texts.push((entry.file_name().to_string_lossy().into_owned(), text));
    }
    tera.add_raw_templates(texts.iter().map(|(name, text)| (name.as_str(), text.as_str())))?;
    Ok(tera)
}

#[derive(Serialize)]
struct Variables<'a> {
    lang: &'a str,
    policy: &'a str,
    integrity: HashMap<&'a str, &'a str>,
    frame: Frame<'a>,
    page: Page<'a>,
}

#[derive(Serialize)]
struct Frame<'a> {
    base: &'a str,
    canonical: String,
    title: String,
    agency: &'a str,
    place: &'a str,
    home: &'a str,
    description: &'a str,
    picture: Picture<'a>,
    licence: Option<&'a str>,
    linked_data: Option<&'a str>,
    search: &'a str,
    digits: &'a str,
    notice: Option<&'a str>,
    menu: [MenuEntry<'a>; 2],
    menu_folded: Option<()>,
    breadcrumb: [Link<'a>; 3],
    here: &'a str,
    contact: [Term<'a>; 3],
    pages: [Link<'a>; 1],
}

#[derive(Serialize)]
struct MenuEntry<'a> {
    href: &'a str,
    text: &'a str,
    current: bool,
}

#[derive(Serialize)]
struct Picture<'a> {
    address: &'a str,
    alternative: &'a str,
    size: [usize; 2],
}

#[derive(Serialize)]
struct Link<'a> {
    href: &'a str,
    text: &'a str,
}

#[derive(Serialize)]
struct Term<'a> {
    field: &'a str,
    label: &'a str,
    items: [Item<'a>; 1],
}

#[derive(Serialize)]
struct Item<'a> {
    code: Option<&'a str>,
    text: &'a str,
    href: Option<&'a str>,
    value: Option<&'a str>,
    note: Option<&'a str>,
}

#[derive(Serialize)]
struct Page<'a> {
    title: &'a str,
    title_parts: [TitlePart<'a>; 1],
    item: Link<'a>,
    document: Document<'a>,
    siblings: Option<()>,
    neighbours: Neighbours<'a>,
}

#[derive(Serialize)]
struct TitlePart<'a> {
    text: &'a str,
    whole: bool,
}

#[derive(Serialize)]
struct Neighbours<'a> {
    previous: Link<'a>,
    next: Link<'a>,
}

#[derive(Serialize)]
struct Document<'a> {
    about: [Term<'a>; 4],
    zero_report: Option<()>,
    title_note: Option<()>,
    evidence: Option<()>,
    memo: Option<()>,
    analysis: Option<()>,
    issues: Option<()>,
    plan: Option<()>,
    progress: Option<()>,
    sum: Option<()>,
    principal: Option<()>,
    more_evidence: Option<()>,
    scores: Option<()>,
    scores_chart: Option<()>,
    questions: Option<()>,
    progress_charts: Option<()>,
    body_first: bool,
    notes: Option<()>,
    citation: Option<()>,
    body: String,
    lang: Option<&'a str>,
    source: Option<()>,
    twins: [Link<'a>; 1],
}

impl<'a> Variables<'a> {
    fn of(source: &'a str, path: &Path) -> Variables<'a> {
        let (head, markdown) = source.trim_start_matches("---\n").split_once("\n---\n").unwrap_or(("", source));
        let field = |name: &str| head.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default();
        let (title, unit, date) = (field("title: "), field("unit: "), field("as_of: "));
        let agency = "เทศบาลตำบลตัวอย่าง";
        let item = Link {
            href: "../", text: "O21 สรุปผลการจัดซื้อจัดจ้างหรือการจัดหาพัสดุรายเดือน"
        };
        Variables {
            lang: "th",
            policy: "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'",
            integrity: HashMap::new(),
            frame: Frame {
                base: "../../../",
                canonical: format!("https://www.example.go.th/ita/{}/", path.display()),
                title: format!("{title} – {agency}"),
                agency,
                place: "อำเภอเมืองตัวอย่าง จังหวัดตัวอย่าง",
                home: "../../../",
                description: title,
                picture: Picture {
                    address: "https://www.example.go.th/ita/2566/o21/og-image.png",
                    alternative: "O21 ปีงบประมาณ พ.ศ. 2566",
                    size: [1200, 630],
                },
                licence: None,
                linked_data: None,
                search: "../../../search/index.html",
                digits: "arabic",
                notice: None,
                menu: [
                    MenuEntry { href: "../../../index.html", text: "หน้าแรก", current: false },
                    MenuEntry { href: "../../index.html", text: "ปี 2566", current: false },
                ],
                menu_folded: None,
                breadcrumb: [
                    Link { href: "../../../index.html", text: "หน้าแรก" },
                    Link { href: "../../index.html", text: "ปีงบประมาณ พ.ศ. 2566" },
                    Link { ..item },
                ],
                here: title,
                contact: [
                    term("address", "ที่อยู่", "สำนักงานเทศบาลตำบลตัวอย่าง", None),
                    term("phone", "โทรศัพท์", "0 2000 0000", Some("tel:020000000")),
                    term("email", "อีเมล", "contact@example.go.th", Some("mailto:contact@example.go.th")),
                ],
                pages: [Link { href: "../../../contact/index.html", text: "ติดต่อเรา" }],
            },
            page: Page {
                title,
                title_parts: [TitlePart { text: title, whole: false }],
                item,
                siblings: None,
                neighbours: Neighbours {
                    previous: Link { href: "../a/index.html", text: title },
                    next: Link { href: "../b/index.html", text: title },
                },
                document: Document {
                    about: [
                        term("fiscal-year", "ปีงบประมาณ พ.ศ.", "2566", None),
                        term("unit", "ส่วนราชการเจ้าของเรื่อง", unit, None),
                        term("as-of", "ข้อมูล ณ วันที่", date, None),
                        term("published", "เผยแพร่เมื่อ", date, None),
                    ],
                    zero_report: None,
                    title_note: None,
                    evidence: None,
                    memo: None,
                    analysis: None,
                    issues: None,
                    plan: None,
                    progress: None,
                    sum: None,
                    principal: None,
                    more_evidence: None,
                    scores: None,
                    scores_chart: None,
                    questions: None,
                    progress_charts: None,
                    body_first: false,
                    notes: None,
                    citation: None,
                    body: html_of(markdown),
                    lang: None,
                    source: None,
                    twins: [Link { href: "index.json", text: "ข้อมูลทั้งหน้า (JSON)" }],
                },
            },
        }
    }
}

fn term<'a>(field: &'a str, label: &'a str, text: &'a str, href: Option<&'a str>) -> Term<'a> {
    Term { field, label, items: [Item { code: None, text, href, value: None, note: None }] }
}

/// With the options of `src/markdown/reading.rs`.
fn html_of(markdown: &str) -> String {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_HEADING_ATTRIBUTES;
    let mut page = String::with_capacity(markdown.len() * 3 / 2);
    html::push_html(&mut page, Parser::new_ext(markdown, options));
    page
}
