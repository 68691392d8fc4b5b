//! The pages as a site of ours.

use std::io;
use std::path::{Path, PathBuf};

use crate::page::{Links, Page};
use crate::words::{COMPONENTS, UNITS};
use crate::{YEAR, write};

/// The file of a page, below the root of the site.
pub fn file(page: &Page) -> PathBuf {
    match page.at.number {
        0 => PathBuf::from(format!("content/{YEAR}/o{}/index.md", page.at.item)),
        n => PathBuf::from(format!("content/{YEAR}/o{}/entry-{n:04}.md", page.at.item)),
    }
}

/// The site file and the ordinary pages.
///
/// # Errors
/// Trouble with the disk.
pub fn begin(root: &Path) -> io::Result<()> {
    let units = UNITS.join(", ");
    write(
        &root.join("content/site.yaml"),
        &format!(
            "agency:\n  name: เทศบาลตำบลตัวอย่าง\n  type: เทศบาลตำบล\n  district: เมืองตัวอย่าง\n  province: ตัวอย่าง\nunits: [{units}]\n\
             contact:\n  address: สำนักงานเทศบาลตำบลตัวอย่าง\n  phone: 0 2000 0000\n  email: contact@example.go.th\n\
             base_url: https://www.example.go.th/ita/\nyears: [{YEAR}]\nlanguages: [th]\n"
        ),
    )?;
    write(&root.join("content/pages/contact.md"), "---\ntitle: ติดต่อเรา\n---\n\nติดต่อได้ทุกวันทำการ\n")
}

/// A page with its front matter.
///
/// # Errors
/// Trouble with the disk.
pub fn add(root: &Path, page: &Page) -> io::Result<()> {
    let (title, unit, date) = (&page.title, page.unit, page.date());
    let mut head = format!("---\ntitle: {title}\nunit: {unit}\nas_of: {date}\npublication: {{first: {date}}}\n");
    if page.at.number == 0 {
        head += &format!("fiscal_year: {YEAR}\nitem: O{}\n", page.at.item);
        let components = COMPONENTS.iter().filter(|(item, _)| *item == page.at.item).flat_map(|(_, ids)| ids.iter());
        let lines: String = components.enumerate().map(|(n, id)| format!("  {id}: \"#part-{}\"\n", n % 5 + 1)).collect();
        if !lines.is_empty() {
            head += &format!("components:\n{lines}");
        }
    }
    write(&root.join(file(page)), &format!("{head}---\n\n{}", page.body(Links::Files)))
}
