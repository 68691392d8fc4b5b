//! The program with nothing to do: what can be done here. A window of its own, as a double click
//! opens it, goes on with the next step.

use std::io::Write;
use std::path::Path;

use super::arguments::{CommonArgs, ServeArgs};
use super::window::ConsoleWindow;
use super::{CommandResult, ExitStatus, root, say, serve, today};
use crate::base::Lang;
use crate::catalogue::builtin;
use crate::thai::FiscalYear;

pub(super) fn run(common: &CommonArgs, window: ConsoleWindow, lang: Lang) -> CommandResult {
    let found = root::find(common);
    let text = match &found {
        Ok(root) => commands(root, lang),
        Err(_) if window == ConsoleWindow::Closes && is_inside_an_archive() => extract_first(lang).to_owned(),
        Err(error) => first_steps(error.path(), lang),
    };
    // A closed pipe is a normal end.
    let _ = anstream::stdout().write_all(text.as_bytes());
    if found.is_err() || window == ConsoleWindow::Stays {
        return Ok(ExitStatus::BadCommand);
    }
    say(where_to_type(lang));
    serve::run(common, &ServeArgs { open: true, ..ServeArgs::default() }, lang)
}

/// What a double click within an archive starts lies alone in a folder for files of the moment.
fn is_inside_an_archive() -> bool {
    let program = std::env::current_exe().and_then(std::fs::canonicalize);
    let moment = std::env::temp_dir().canonicalize();
    program.is_ok_and(|program| moment.is_ok_and(|moment| program.starts_with(moment)))
}

/// The commands for the site in `root`.
fn commands(root: &Path, lang: Lang) -> String {
    let root = root.display();
    match lang {
        Lang::Thai => format!(
            "เว็บในโฟลเดอร์ {root} สั่งได้ดังนี้\n\n  \
             prongsai serve --open   ดูตัวอย่างในเบราว์เซอร์ หน้าเว็บเปลี่ยนตามทุกครั้งที่บันทึกไฟล์\n  \
             prongsai check          ตรวจว่ามีอะไรผิด ที่ใด และแก้อย่างไร\n  \
             prongsai build          สร้างเว็บลงในโฟลเดอร์ public\n  \
             prongsai publish        เผยแพร่: ตรวจ สร้าง ล็อกที่อยู่ และจดประวัติ\n  \
             prongsai --help         คำสั่งทั้งหมด\n\n"
        ),
        Lang::English => format!(
            "the site in {root}; what can be done:\n\n  \
             prongsai serve --open   see it in the browser; pages follow the files as you save them\n  \
             prongsai check          what is wrong, where, and how to mend it\n  \
             prongsai build          build the site into the folder public\n  \
             prongsai publish        build, lock every URL, log what changed\n  \
             prongsai --help         all commands\n\n"
        ),
    }
}

/// How to begin where no site is.
fn first_steps(here: &Path, lang: Lang) -> String {
    let here = here.display();
    let year = newest_year().map(|year| format!("years: [{year}]\n       ")).unwrap_or_default();
    match lang {
        Lang::Thai => format!(
            "ยังไม่มีเว็บในโฟลเดอร์ {here}\n\n  \
             มีเว็บอยู่แล้ว   ย้ายโปรแกรมนี้ไปไว้ในโฟลเดอร์ของเว็บ (ที่มีโฟลเดอร์ content อยู่) แล้วเปิดใหม่ หรือเติม --root โฟลเดอร์ของเว็บ\n  \
             ยังไม่มีเว็บ     สร้างโฟลเดอร์ content แล้วใช้ Notepad เขียนไฟล์ site.yaml ไว้ในโฟลเดอร์นั้น ดังนี้\n       \
             agency: {{name: ชื่อเต็มของหน่วยงาน}}\n       \
             base_url: https://www.ชื่อเว็บของหน่วยงาน.go.th/ita/\n       \
             {year}แล้วเปิดโปรแกรมนี้ใหม่ จะเห็นเว็บในเบราว์เซอร์\n  \
             คำสั่งทั้งหมด   prongsai --help\n\n"
        ),
        Lang::English => format!(
            "there is no site in {here}\n\n  \
             you have one    move this program into the folder of the site (the one with the folder content) and open it again, or add --root FOLDER\n  \
             you have none   make a folder content and write a file site.yaml into it, with Notepad or any other editor:\n       \
             agency: {{name: full name of the body}}\n       \
             base_url: https://www.address-of-the-body.go.th/ita/\n       \
             {year}then open this program again, and see the site in the browser\n  \
             all commands    prongsai --help\n\n"
        ),
    }
}

/// The newest year of which there is a list, and which has begun.
fn newest_year() -> Option<u16> {
    let this = today().and_then(FiscalYear::of)?.number();
    builtin::years().filter(|year| *year <= this).max()
}

fn extract_first(lang: Lang) -> &'static str {
    match lang {
        Lang::Thai => "โปรแกรมนี้ยังอยู่ในไฟล์ ZIP ให้คลิกขวาที่ไฟล์ ZIP เลือก “แยกข้อมูลทั้งหมด…” (Extract All) แล้วเปิดจากโฟลเดอร์ที่ได้\n",
        Lang::English => {
            "this program is still inside the ZIP file: right-click the ZIP file, choose Extract All…, and open it in the new folder\n"
        }
    }
}

/// Where an officer types the commands.
fn where_to_type(lang: Lang) -> &'static str {
    match lang {
        Lang::Thai => "พิมพ์คำสั่งในหน้าต่างอื่น: เปิดโฟลเดอร์นี้ใน File Explorer คลิกช่องที่อยู่ด้านบน พิมพ์ cmd แล้วกด Enter\nกำลังเปิดตัวอย่างเว็บ…",
        Lang::English => {
            "to type a command: open this folder in File Explorer, click the address above the files, type cmd, press Enter\nopening the preview…"
        }
    }
}
