//! `prongsai publish --restore`

use std::path::Path;
use std::time::Duration;

use super::arguments::{CommonArgs, PublishArgs};
use super::verify::target::{self, VerifyTarget};
use super::{CommandResult, ExitStatus, messages, root, say, say_error};
use crate::base::Lang;
use crate::diagnostics::words::escaped;
use crate::output;
use crate::release;
use crate::release::{NotRestored, Restoration, Restored};
use crate::verify::{HistoryUnknown, told_by_folder, told_by_web};

/// Each of the two files that tell of the publications.
const TIMEOUT: Duration = Duration::from_secs(30);

/// `from` is a folder or an address; empty for the folder to which `publish` writes.
pub(super) fn run(common: &CommonArgs, options: &PublishArgs, from: &str, lang: Lang) -> CommandResult {
    let root = root::find(common)?;
    let out = options.out.clone().unwrap_or_else(|| root.join(root::PUBLIC));
    let target = if from.is_empty() { VerifyTarget::Folder(out.clone()) } else { target::read(from) };
    if let VerifyTarget::Folder(folder) = &target {
        output::put_back(folder)?;
    }
    let (told, from) = match &target {
        VerifyTarget::Web(base) => (told_by_web(base, TIMEOUT), base.to_string()),
        VerifyTarget::Folder(path) | VerifyTarget::Pack(path) => (told_by_folder(path), path.display().to_string()),
    };
    let told = match told {
        Ok(told) => told,
        Err(nothing) => {
            let is_missing = matches!(&nothing, HistoryUnknown::Unread(cannot) if cannot.is_missing());
            let meant = target::meant(&from).filter(|_| is_missing);
            let more = meant.map(|meant| messages::meant_copy("publish --restore", &meant, lang)).unwrap_or_default();
            say_error(&nothing_told(&from, &(nothing.words(lang) + &more), lang));
            return Ok(ExitStatus::BadCommand);
        }
    };
    match release::restore(&root, &out, told)? {
        Ok(restoration) => {
            if !common.quiet {
                say(&restored(&restoration, &from, &out, lang));
            }
            Ok(ExitStatus::Fine)
        }
        Err(refused) => {
            say_error(&not_restored(&refused, &from, lang));
            Ok(ExitStatus::ContentProblems)
        }
    }
}

/// `publish --restore` found no copy to rely on.
fn nothing_told(from: &str, reason: &str, lang: Lang) -> String {
    match lang {
        Lang::Thai => {
            format!("นำบันทึกกลับจาก {from} ไม่ได้ บันทึกที่มีอยู่คงเดิม: {reason} (ใช้เว็บที่เผยแพร่อยู่แทนได้: prongsai publish --restore https://ที่อยู่เว็บ/)")
        }
        Lang::English => format!(
            "no records can be taken back from {from}; those that are there were left as they are: {reason} (the site that is online will do too: prongsai publish --restore https://ADDRESS/)"
        ),
    }
}

/// `publish --restore` is over.
fn restored(restoration: &Restoration, from: &str, out: &Path, lang: Lang) -> String {
    let Restored { record, only_here } = &restoration.restored;
    let (publications, urls) = (record.history.entries.len(), record.urls.locked.len());
    if restoration.written.is_empty() {
        return match lang {
            Lang::Thai => format!("บันทึกครบอยู่แล้ว: เผยแพร่ {publications} ครั้ง {urls} ที่อยู่ ไม่มีอะไรต้องนำกลับจาก {from}"),
            Lang::English => {
                format!("the records are whole: {publications} publications, {urls} URLs; there is nothing to take back from {from}")
            }
        };
    }
    let written = restoration.written.join(" ");
    let mut lines = vec![match lang {
        Lang::Thai => format!(
            "นำบันทึกกลับจาก {from} แล้ว: {written} มีการเผยแพร่ {publications} ครั้ง {urls} ที่อยู่ ต่อไปสั่ง prongsai check แล้ว publish ได้ตามปกติ"
        ),
        Lang::English => format!(
            "took back from {from}: {written}; {publications} publications, {urls} URLs. Go on with prongsai check and publish as usual"
        ),
    }];
    let kept: Vec<String> = restoration.kept.iter().map(|path| path.display().to_string()).collect();
    if !kept.is_empty() {
        lines.push(match lang {
            Lang::Thai => format!("ไฟล์เดิมเก็บไว้ที่ {}", kept.join(" ")),
            Lang::English => format!("the old files are kept as {}", kept.join(" ")),
        });
    }
    if !only_here.is_empty() {
        let named: Vec<String> = only_here.iter().take(10).map(|url| format!("/{}", escaped(url))).collect();
        let (count, named) = (only_here.len(), named.join(" "));
        lines.push(match lang {
            Lang::Thai => format!("ที่อยู่ {count} แห่งมีเฉพาะใน urls.lock เดิม ไม่อยู่ในเว็บนั้น: {named} ถ้าหน้ายังอยู่ จะถูกจดใหม่เมื่อ publish ครั้งต่อไป"),
            Lang::English => format!("{count} URL(s) were in the old urls.lock only, and not in that site: {named}; where the page is still there, the next publish records it again"),
        });
    }
    if !restoration.folder.is_told() {
        let out = out.display();
        lines.push(match lang {
            Lang::Thai => format!("ใน {out} ยังเป็นเว็บของการเผยแพร่อีกสายหนึ่งที่ไม่ได้ใช้แล้ว ให้เปลี่ยนชื่อโฟลเดอร์นั้นเก็บไว้ก่อน แล้วสั่ง prongsai publish ซึ่งจะสร้างโฟลเดอร์ให้ใหม่"),
            Lang::English => format!("{out} still holds the site of the other publications, which count no more: rename that folder to keep it, then run prongsai publish, which makes a new one"),
        });
    }
    lines.join("\n")
}

/// `publish --restore` would have taken something away.
fn not_restored(refused: &NotRestored, from: &str, lang: Lang) -> String {
    match (refused, lang) {
        (NotRestored::AnotherSite(base), Lang::Thai) => {
            format!(
                "ไม่ได้นำบันทึกกลับจาก {from}: เป็นเว็บของ {base} ไม่ตรงกับ base_url ใน site.yaml ถ้าเพิ่งย้ายเว็บ ให้แก้ base_url กลับเป็นที่อยู่เดิมก่อน แล้วสั่งใหม่"
            )
        }
        (NotRestored::AnotherSite(base), Lang::English) => format!(
            "no records were taken from {from}: it is the site of {base}, which is not the base_url of site.yaml. If the site has just moved, write the old address there first, then run again"
        ),
        (NotRestored::Unrelated, Lang::Thai) => format!(
            "ไม่ได้นำบันทึกกลับจาก {from}: ไม่มีการเผยแพร่ครั้งใดตรงกับบันทึกใน content ซึ่งครบถ้วนดี จึงน่าจะเป็นเว็บอื่น ถ้าแน่ใจว่าเป็นเว็บนี้ ให้ย้าย content/history.yaml และ content/urls.lock ไปเก็บไว้ที่อื่นก่อน แล้วสั่งใหม่"
        ),
        (NotRestored::Unrelated, Lang::English) => format!(
            "no records were taken from {from}: it has no publication in common with the records in content, which are whole, so it is probably another site. If it is this one for certain, move content/history.yaml and content/urls.lock to another place first, then run again"
        ),
        (NotRestored::OlderThanHere { copy, here }, Lang::Thai) => format!(
            "ไม่ได้นำบันทึกกลับจาก {from}: สำเนานั้นเผยแพร่ {copy} ครั้ง แต่ content/history.yaml (ซึ่งเสียหาย) มี {here} ครั้ง ให้หาสำเนาที่ใหม่กว่า เช่นเว็บที่เผยแพร่อยู่ ถ้าไม่มีจริง ให้ย้าย content/history.yaml ไปเก็บไว้ที่อื่นก่อน แล้วสั่งใหม่"
        ),
        (NotRestored::OlderThanHere { copy, here }, Lang::English) => format!(
            "no records were taken from {from}: that copy has {copy} publications, but content/history.yaml, which is damaged, has {here}. Find a newer copy, such as the site that is online; if there is none, move content/history.yaml to another place first, then run again"
        ),
    }
}
