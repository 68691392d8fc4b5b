//! Who is measured, and what happens before each run, outside the timing.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use crate::measure::{Run, measure};
use crate::page::{Address, Page};
use crate::{Result, ours};

/// The programs.
#[derive(Clone, Debug)]
pub struct Programs {
    pub prongsai: PathBuf,
    pub hugo: PathBuf,
    pub floor: PathBuf,
    pub generate: PathBuf,
}

/// What is timed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contestant {
    FloorWithTwins,
    Floor,
    Cold,
    Again,
    OneChanged,
    Check,
    Hugo,
    HugoWithTwins,
}

impl Contestant {
    /// In the order of a round: a build again follows a cold one, a changed page follows that.
    pub const ALL: [Contestant; 8] = [
        Contestant::Floor,
        Contestant::FloorWithTwins,
        Contestant::Cold,
        Contestant::Again,
        Contestant::OneChanged,
        Contestant::Check,
        Contestant::Hugo,
        Contestant::HugoWithTwins,
    ];

    /// Its row.
    pub fn name(self) -> &'static str {
        match self {
            Contestant::Floor => "floor",
            Contestant::FloorWithTwins => "floor, with a twin of each page",
            Contestant::Cold => "prongsai build, cold",
            Contestant::Again => "prongsai build, nothing changed",
            Contestant::OneChanged => "prongsai build, one page changed",
            Contestant::Check => "prongsai check",
            Contestant::Hugo => "Hugo, cold",
            Contestant::HugoWithTwins => "Hugo, cold, with JSON twins",
        }
    }
}

/// A workload in a place.
#[derive(Clone, Debug)]
pub struct Room {
    pub programs: Programs,
    pub folder: PathBuf,
    pub pages: usize,
    /// Counts the changes, so that each changes the page.
    pub changes: usize,
}

impl Room {
    /// Generates the sites.
    ///
    /// # Errors
    /// Trouble with the disk.
    pub fn open(programs: Programs, folder: PathBuf, pages: usize) -> Result<Room> {
        remove(&folder)?;
        measure(&[programs.generate.clone().into(), pages.to_string().into(), folder.clone().into()])?;
        Ok(Room { programs, folder, pages, changes: 0 })
    }

    /// Where a contestant writes.
    pub fn out(&self, contestant: Contestant) -> PathBuf {
        self.folder.join(match contestant {
            Contestant::Floor | Contestant::FloorWithTwins => "out-floor",
            Contestant::Hugo | Contestant::HugoWithTwins => "out-hugo",
            _ => "out-ours",
        })
    }

    /// One run.
    ///
    /// # Errors
    /// The program fails.
    pub fn run(&mut self, contestant: Contestant) -> Result<Run> {
        let (out, ours, hugo) = (self.out(contestant), self.folder.join("ours"), self.folder.join("hugo"));
        match contestant {
            Contestant::Again | Contestant::Check => {}
            Contestant::Cold => {
                remove(&out)?;
                // The page that was changed in the last round is no longer new: only then does a
                // build leave a receipt.
                std::thread::sleep(std::time::Duration::from_millis(2100));
            }
            Contestant::OneChanged => self.change_a_page()?,
            _ => remove(&out)?,
        }
        let Programs { prongsai, hugo: hugo_program, floor, .. } = &self.programs;
        measure(&match contestant {
            Contestant::Cold | Contestant::Again | Contestant::OneChanged => {
                command(prongsai, &["build", "--quiet", "--today", TODAY, "--root", &text(&ours), "--out", &text(&out)])
            }
            Contestant::Check => command(prongsai, &["check", "--quiet", "--today", TODAY, "--root", &text(&ours)]),
            Contestant::Floor => command(floor, &[&text(&ours), &text(&out)]),
            Contestant::FloorWithTwins => command(floor, &[&text(&ours), &text(&out), "--twins"]),
            Contestant::Hugo => {
                command(hugo_program, &["--quiet", "--noBuildLock", "--source", &text(&hugo), "--destination", &text(&out)])
            }
            Contestant::HugoWithTwins => command(
                hugo_program,
                &["--quiet", "--noBuildLock", "--source", &text(&hugo), "--destination", &text(&out), "--config", "hugo.yaml,twins.yaml"],
            ),
        })
    }

    /// A sentence is added to the last page.
    fn change_a_page(&mut self) -> Result<()> {
        let Some(at) = Address::all(self.pages).last() else { return Ok(()) };
        let page = Page::new(1, self.pages, at);
        let root = self.folder.join("ours");
        self.changes += 1;
        ours::add(&root, &page)?;
        let file = root.join(ours::file(&page));
        let text = fs::read_to_string(&file)?;
        Ok(fs::write(&file, format!("{text}\nปรับปรุงครั้งที่ {}\n", self.changes))?)
    }

    /// The share of each stage in a cold build; none if the program cannot tell.
    pub fn stages(&self) -> Option<serde_json::Value> {
        let out = self.out(Contestant::Cold);
        remove(&out).ok()?;
        let ours = self.folder.join("ours");
        let arguments = ["build", "--quiet", "--today", TODAY, "--timings=json", "--root", &text(&ours), "--out", &text(&out)];
        let done = std::process::Command::new(&self.programs.prongsai).args(arguments).output().ok()?;
        serde_json::from_str(String::from_utf8(done.stdout).ok()?.lines().last()?).ok()
    }

    /// Takes everything away.
    ///
    /// # Errors
    /// Trouble with the disk.
    pub fn close(self) -> Result<()> {
        remove(&self.folder)
    }
}

/// The day taken for today: the year of the pages is over.
const TODAY: &str = "2024-01-15";

fn command(program: &Path, arguments: &[&str]) -> Vec<OsString> {
    std::iter::once(program.as_os_str().to_owned()).chain(arguments.iter().map(OsString::from)).collect()
}

fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

fn remove(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    Ok(())
}
