//! The pages as a site of Hugo's. Its templates (`tests/bench/hugo/`) print what ours print around
//! the same content, no more and no less.

use std::io;
use std::path::Path;

use crate::page::{Links, Page};
use crate::{YEAR, write};

/// Settings and templates: path and text.
const FILES: &[(&str, &str)] = &[
    ("hugo.yaml", include_str!("../hugo/hugo.yaml")),
    ("twins.yaml", include_str!("../hugo/twins.yaml")),
    ("layouts/baseof.html", include_str!("../hugo/layouts/baseof.html")),
    ("layouts/home.html", include_str!("../hugo/layouts/home.html")),
    ("layouts/section.html", include_str!("../hugo/layouts/section.html")),
    ("layouts/section.json", include_str!("../hugo/layouts/section.json")),
    ("layouts/page.html", include_str!("../hugo/layouts/page.html")),
    ("layouts/page.json", include_str!("../hugo/layouts/page.json")),
    ("layouts/404.html", include_str!("../hugo/layouts/404.html")),
    ("layouts/_partials/about.html", include_str!("../hugo/layouts/_partials/about.html")),
    ("layouts/_partials/date.html", include_str!("../hugo/layouts/_partials/date.html")),
    ("layouts/_partials/twins.html", include_str!("../hugo/layouts/_partials/twins.html")),
    ("static/assets/site.css", include_str!("../../../themes/default/assets/site.css")),
    ("static/assets/favicon.svg", include_str!("../../../themes/default/assets/favicon.svg")),
    ("content/contact.md", "---\ntitle: ติดต่อเรา\n---\n\nติดต่อได้ทุกวันทำการ\n"),
];

/// Settings, templates and what stands above the items.
///
/// # Errors
/// Trouble with the disk.
pub fn begin(root: &Path) -> io::Result<()> {
    for (path, text) in FILES {
        write(&root.join(path), text)?;
    }
    write(&root.join(format!("content/{YEAR}/_index.md")), &format!("---\ntitle: ปีงบประมาณ พ.ศ. {YEAR}\nyear: true\n---\n"))
}

/// A page with its front matter.
///
/// # Errors
/// Trouble with the disk.
pub fn add(root: &Path, page: &Page) -> io::Result<()> {
    let (title, unit, date, item) = (&page.title, page.unit, page.date(), page.at.item);
    let mut head = format!("---\ntitle: {title}\nunit: {unit}\nas_of: {date}\ndate: {date}\nfiscal_year: {YEAR}\n");
    if page.at.number == 0 {
        head += &format!("item: O{item}\nweight: {item}\n");
    }
    let file = match page.at.number {
        0 => format!("content/{YEAR}/o{item}/_index.md"),
        n => format!("content/{YEAR}/o{item}/entry-{n:04}.md"),
    };
    write(&root.join(file), &format!("{head}---\n\n{}", page.body(Links::Addresses)))
}
