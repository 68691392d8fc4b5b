//! The few sentences of the commands themselves, Thai and English side by side.

use std::path::Path;
use std::time::Duration;

use crate::base::Lang;
use crate::output::Published;
use crate::pack::Packed;
use crate::release::Submitted;
use crate::report::print::summary;
use crate::serve::ServeReady;
use crate::timings::{Measured, Stage};
use crate::verify::{ValidSignature, VerifyReport};

/// The closing line of `build`.
pub(super) fn built(published: &Published, out: &Path, time: Duration, lang: Lang) -> String {
    let files = published.written + published.unchanged;
    let (written, unchanged, removed) = (published.written, published.unchanged, published.removed.len());
    let (out, seconds) = (out.display(), time.as_secs_f64());
    match lang {
        Lang::Thai => {
            format!("สร้างเว็บแล้วที่ {out}: {files} ไฟล์ (เขียนใหม่ {written} คงเดิม {unchanged} เลิกเผยแพร่ {removed}) ใช้เวลา {seconds:.2} วินาที")
        }
        Lang::English => {
            format!("built {out}: {files} files ({written} written, {unchanged} unchanged, {removed} withdrawn) in {seconds:.2} s")
        }
    }
}

/// Where the preview is, and what is wrong.
pub(super) fn serving(ready: &ServeReady, lang: Lang) -> String {
    let ServeReady { address, dashboard, report } = ready;
    let problems = report.as_ref().map(|report| summary(report, lang));
    match lang {
        Lang::Thai => {
            let problems = problems.map_or_else(|| "กำลังตรวจ".to_owned(), |found| found.unwrap_or_else(|| "ไม่พบปัญหา".to_owned()));
            format!("ดูตัวอย่างที่ {address} · {problems}: {dashboard} · หน้าเว็บจะเปลี่ยนเองเมื่อบันทึกไฟล์ กด Ctrl-C เพื่อเลิก")
        }
        Lang::English => {
            let problems = problems.map_or_else(|| "checking".to_owned(), |found| found.unwrap_or_else(|| "nothing found".to_owned()));
            format!("preview at {address} · {problems}: {dashboard} · pages follow the files as you save them; Ctrl-C ends it")
        }
    }
}

/// `--open` did not work.
pub(super) fn no_browser(address: &str, lang: Lang) -> String {
    match lang {
        Lang::Thai => format!("เปิดเบราว์เซอร์ให้ไม่ได้ กรุณาเปิดเองแล้วพิมพ์ {address}"),
        Lang::English => format!("no browser could be opened; open one and type {address}"),
    }
}

/// A port that is free instead of one that is taken.
pub(super) fn another_port(port: u16, free: u16, lang: Lang) -> String {
    match lang {
        Lang::Thai => format!("พอร์ต {port} มีโปรแกรมอื่นใช้อยู่ พอร์ต {free} ว่าง: prongsai serve --port {free}"),
        Lang::English => format!("port {port} is used by another program; {free} is free: prongsai serve --port {free}"),
    }
}

/// What each stage of a build took.
pub(super) fn timings(measured: &Measured, lang: Lang) -> String {
    let line =
        |time: Duration, name: &str| format!("{:>10.1} ms {:>5.1} %  {name}", time.as_secs_f64() * 1e3, measured.share(time) * 100.0);
    let stages = measured.stages.iter().map(|(stage, time)| line(*time, stage_name(*stage, lang)));
    let total = match lang {
        Lang::Thai => "รวม",
        Lang::English => "total",
    };
    stages.chain([line(measured.total, total)]).collect::<Vec<_>>().join("\n")
}

fn stage_name(stage: Stage, lang: Lang) -> &'static str {
    let (thai, english) = match stage {
        Stage::Source => ("อ่านไฟล์ต้นฉบับ", "reading the sources"),
        Stage::Config => ("ข้อมูลเว็บ รายการตรวจ รูปแบบหน้า", "site file, catalogues, theme"),
        Stage::Content => ("อ่านเนื้อหา", "understanding the content"),
        Stage::Site => ("ประกอบเป็นเว็บ", "assembling the site"),
        Stage::Attachments => ("ดูในไฟล์แนบ", "looking into attachments"),
        Stage::Check => ("ตรวจ", "checks"),
        Stage::Plan => ("วางแผนไฟล์", "plan"),
        Stage::Render => ("สร้างหน้า", "rendering"),
        Stage::Hash => ("คำนวณค่าแฮช", "hashing"),
        Stage::Compare => ("เทียบกับไฟล์เดิม", "comparing with the old files"),
        Stage::Write => ("เขียนไฟล์", "writing"),
        Stage::Manifest => ("เขียน manifest", "manifest"),
        Stage::Swap => ("สลับโฟลเดอร์", "swap"),
        Stage::RemoveOld => ("ลบโฟลเดอร์เดิม", "removing the old folder"),
        Stage::Rest => ("อื่น ๆ", "the rest"),
    };
    match lang {
        Lang::Thai => thai,
        Lang::English => english,
    }
}

/// The closing lines of `publish`: what it changed, as the history has it.
pub(super) fn published(submitted: &Submitted, out: &Path, lang: Lang) -> String {
    let changes = &submitted.changes;
    let (added, changed, removed) = (changes.added.len(), changes.changed.len(), changes.removed.len());
    let out = out.display();
    match (lang, changes.is_empty()) {
        (Lang::Thai, true) => format!("เผยแพร่แล้วที่ {out}: เหมือนครั้งก่อนทุกหน้า จึงไม่มีรายการใหม่ในประวัติ"),
        (Lang::English, true) => format!("published {out}: every page is as it was, so the history has no new entry"),
        (Lang::Thai, false) => {
            format!(
                "เผยแพร่แล้วที่ {out}: เพิ่ม {added} แห่ง ปรับปรุง {changed} แห่ง ถอนออก {removed} แห่ง เก็บ content/urls.lock และ content/history.yaml ไว้กับเนื้อหา"
            )
        }
        (Lang::English, false) => format!(
            "published {out}: {added} URLs added, {changed} changed, {removed} withdrawn. Keep content/urls.lock and content/history.yaml with the content"
        ),
    }
}

/// After the first publication: nobody here knows whether there were others, of which the records
/// were lost.
pub(super) fn first_publication(lang: Lang) -> &'static str {
    match lang {
        Lang::Thai => {
            "นี่เป็นการเผยแพร่ครั้งแรกตามบันทึกใน content ถ้าเว็บนี้เคยเผยแพร่มาก่อน แสดงว่าบันทึกเดิมหาย อย่าเพิ่งอัปโหลด ให้ย้าย content/history.yaml กับ content/urls.lock ไปไว้ที่อื่น \
             แล้วสั่ง prongsai publish --restore ตามด้วยที่อยู่เว็บที่เผยแพร่อยู่"
        }
        Lang::English => {
            "by the records in content this is the first publication. If the site was published before, its records were lost: do not upload yet, move content/history.yaml and \
             content/urls.lock to another place, and run prongsai publish --restore with the address of the site that is online"
        }
    }
}

/// `publish --pack` wrote a file.
pub(super) fn packed(packed: &Packed, file: &Path, lang: Lang) -> String {
    let (file, page, files) = (file.display(), &packed.page, packed.files);
    match lang {
        Lang::Thai => format!("รวมหลักฐานของหน้า {page} ไว้ที่ {file}: {files} ไฟล์ วิธีตรวจอยู่ใน README.txt"),
        Lang::English => format!("packed the evidence of {page} into {file}: {files} files; README.txt says how to verify them"),
    }
}

/// `publish --pack` wrote nothing.
pub(super) fn not_packed(file: &Path, reason: &str, lang: Lang) -> String {
    let file = file.display();
    match lang {
        Lang::Thai => format!("ไม่ได้เขียน {file}: {reason}"),
        Lang::English => format!("{file} was not written: {reason}"),
    }
}

/// A file with other bytes than published.
pub(super) const CHANGED: (&str, &str) = ("ไม่ตรงกับที่เผยแพร่", "changed");
/// A file that is gone.
pub(super) const MISSING: (&str, &str) = ("หายไป", "missing");
/// A file that nobody published.
pub(super) const ADDED: (&str, &str) = ("ไม่ได้เผยแพร่แต่อยู่ในเว็บ", "added");
/// A file of other people.
pub(super) const FOREIGN: (&str, &str) = ("ไม่อยู่ใน manifest (ไฟล์อื่น ไม่นับ)", "not in the manifest (allowed)");

/// A file that the server lacks.
pub(super) const UPLOAD: (&str, &str) = ("ให้อัปโหลด", "upload");

/// Those that are not named.
pub(super) fn more_to_upload(files: usize, lang: Lang) -> String {
    match lang {
        Lang::Thai => format!("และอีก {files} ไฟล์"),
        Lang::English => format!("and {files} more files"),
    }
}

/// Another copy was meant: an address that was not written out, a folder below.
pub(super) fn meant_copy(command: &str, meant: &str, lang: Lang) -> String {
    match lang {
        Lang::Thai => format!(" น่าจะหมายถึง: prongsai {command} {meant}"),
        Lang::English => format!(". Probably this was meant: prongsai {command} {meant}"),
    }
}

/// Files that the host reads and does not give out.
pub(super) fn withheld(names: &str, lang: Lang) -> String {
    match lang {
        Lang::Thai => format!("เครื่องแม่ข่ายใช้เองและไม่ส่งให้ดู จึงไม่นับ (ตรวจได้ที่โฟลเดอร์): {names}"),
        Lang::English => format!("kept by the host for itself, and so not counted (verify the folder for them): {names}"),
    }
}

/// The closing line of `verify`.
pub(super) fn verified(report: &VerifyReport, copy: &str, lang: Lang) -> String {
    let (files, entries) = (report.files - report.withheld.len(), report.history.entries);
    let line = match (lang, report.is_as_published(), report.is_undecided()) {
        (Lang::Thai, true, _) => {
            let last = if report.is_last() {
                " เป็นการเผยแพร่ครั้งสุดท้ายของเว็บนี้"
            } else {
                ""
            };
            format!("{copy}: ตรงกับที่เผยแพร่ทั้ง {files} ไฟล์ ประวัติ {entries} ครั้งต่อกันครบ{last}")
        }
        (Lang::English, true, _) => {
            let last = if report.is_last() { "; it is the last publication of this site" } else { "" };
            format!("{copy}: as published, all {files} files; the history of {entries} publications holds{last}")
        }
        (Lang::Thai, false, _) if report.is_whole() && report.arrived() > 0 => {
            format!("{copy}: อัปโหลดการเผยแพร่ครั้งสุดท้ายไม่ครบ มาถึงแล้ว {} ไฟล์", report.arrived())
        }
        (Lang::English, false, _) if report.is_whole() && report.arrived() > 0 => {
            format!("{copy}: the upload of the last publication was not finished; {} of its files have arrived", report.arrived())
        }
        (Lang::Thai, false, _) if report.is_whole() => format!("{copy}: ครบถ้วนทั้ง {files} ไฟล์ แต่ไม่ใช่การเผยแพร่ครั้งสุดท้ายตามบันทึกของโฟลเดอร์นี้"),
        (Lang::English, false, _) if report.is_whole() => {
            format!("{copy}: whole, all {files} files, but not the last publication by the records of this folder")
        }
        (Lang::Thai, false, true) => format!("{copy}: ตรวจได้ไม่ครบ จึงยังสรุปไม่ได้"),
        (Lang::English, false, true) => format!("{copy}: not all could be checked, so nothing is certain"),
        (Lang::Thai, false, false) => {
            let (changed, missing, added) = (report.changed.len(), report.missing.len(), report.added.len());
            format!("{copy}: ไม่ตรงกับที่เผยแพร่: ถูกแก้ {changed} หายไป {missing} เพิ่มเข้ามา {added} ไฟล์ จาก {files} ไฟล์")
        }
        (Lang::English, false, false) => {
            let (changed, missing, added) = (report.changed.len(), report.missing.len(), report.added.len());
            format!("{copy}: not as published: {changed} changed, {missing} missing, {added} added, of {files} files")
        }
    };
    match (lang, report.sees_added || report.files == 0) {
        (_, true) => line,
        (Lang::Thai, false) => line + " (ไฟล์ที่มีผู้เพิ่มเข้ามามองไม่เห็นผ่านเว็บ ให้ตรวจที่โฟลเดอร์ของเครื่องแม่ข่าย)",
        (Lang::English, false) => line + " (added files cannot be seen over the web: verify the folder on the server for them)",
    }
}

/// The copy has publications that the records of the folder lack.
pub(super) fn restore_records(copy: &str, lang: Lang) -> String {
    let copy = if copy.contains(char::is_whitespace) { format!("\"{copy}\"") } else { copy.to_owned() };
    match lang {
        Lang::Thai => format!("นำบันทึกกลับมา: prongsai publish --restore {copy}"),
        Lang::English => format!("to take the records back: prongsai publish --restore {copy}"),
    }
}

/// `verify` has nothing to compare with.
pub(super) fn cannot_verify(copy: &str, reason: &str, lang: Lang) -> String {
    match lang {
        Lang::Thai => format!("ตรวจ {copy} ไม่ได้: {reason}"),
        Lang::English => format!("cannot verify {copy}: {reason}"),
    }
}

/// A signature that holds.
pub(super) fn witnessed(witnessed: &ValidSignature, lang: Lang) -> String {
    let ValidSignature { path, publication, key, name } = witnessed;
    let key = name.as_ref().map_or_else(|| key.clone(), |name| format!("{name} ({key})"));
    match lang {
        Lang::Thai => format!("การเผยแพร่ครั้งที่ {publication} (และทุกครั้งก่อนหน้า) มีพยาน: {key} ลายมือชื่อถูกต้อง ({path})"),
        Lang::English => format!("publication {publication} (and all before it) witnessed by {key}: the signature holds ({path})"),
    }
}

/// `verify --statement` on a copy that was built and never published.
pub(super) fn nothing_to_witness(copy: &str, lang: Lang) -> String {
    match lang {
        Lang::Thai => format!("{copy} ยังไม่เคยเผยแพร่ด้วย prongsai publish จึงยังไม่มีสิ่งที่พยานจะลงนาม"),
        Lang::English => format!("{copy} was never published with prongsai publish, so there is nothing to sign yet"),
    }
}

/// The file of `verify --signers` cannot be used.
pub(super) fn no_signers(file: &Path, error: Option<&std::io::Error>, lang: Lang) -> String {
    let file = file.display();
    match (lang, error) {
        (Lang::Thai, Some(error)) => format!("อ่านรายชื่อพยาน {file} ไม่ได้: {error}"),
        (Lang::English, Some(error)) => format!("cannot read the list of signers {file}: {error}"),
        (Lang::Thai, None) => format!("ไม่มีพยานที่ใช้ได้ใน {file} แต่ละบรรทัดเขียนเช่น: audit@example.go.th ssh-ed25519 AAAA…"),
        (Lang::English, None) => format!("{file} names no signer that counts; a line is written: audit@example.go.th ssh-ed25519 AAAA…"),
    }
}

/// What progress is shown on.
pub(super) fn verifying(lang: Lang) -> &'static str {
    match lang {
        Lang::Thai => "กำลังตรวจ",
        Lang::English => "verifying",
    }
}

/// The line that follows findings which stop a publication.
pub(super) fn not_published(out: &Path, lang: Lang) -> String {
    let out = out.display();
    match lang {
        Lang::Thai => format!("ยังไม่ได้เผยแพร่ ไฟล์ใน {out} และประวัติคงเดิมทุกไฟล์ แก้ไขตามรายการข้างต้นแล้วสั่งใหม่"),
        Lang::English => format!("not published: every file in {out} and the history are as they were. Mend the above and run again"),
    }
}

/// The line that follows findings which stop a build.
pub(super) fn not_built(out: &Path, lang: Lang) -> String {
    let out = out.display();
    match lang {
        Lang::Thai => format!("ยังไม่ได้สร้างเว็บ ไฟล์ใน {out} คงเดิมทุกไฟล์ แก้ไขตามรายการข้างต้นแล้วสั่งใหม่"),
        Lang::English => format!("not built: every file in {out} is as it was. Mend the above and run again"),
    }
}

/// Warnings stop the run.
pub(super) fn strict(lang: Lang) -> &'static str {
    match lang {
        Lang::Thai => "--strict นับคำเตือนเป็นข้อผิดพลาด",
        Lang::English => "--strict counts warnings as errors",
    }
}

/// What progress is shown on.
pub(super) fn rendering(lang: Lang) -> &'static str {
    match lang {
        Lang::Thai => "กำลังสร้างหน้า",
        Lang::English => "rendering",
    }
}

/// `check` found nothing.
pub(super) fn nothing_found(root: &Path, lang: Lang) -> String {
    let root = root.display();
    match lang {
        Lang::Thai => format!("ตรวจ {root} แล้ว ไม่พบปัญหา"),
        Lang::English => format!("checked {root}: nothing found"),
    }
}

/// A value of an option that is none.
pub(super) fn bad_option(option: &str, value: &str, lang: Lang) -> String {
    match lang {
        Lang::Thai => format!("ค่าของ {option} ใช้ไม่ได้: “{value}” (วันที่เขียนเช่น 2026-11-22 ที่อยู่เว็บเขียนเช่น https://www.example.go.th/ita/)"),
        Lang::English => {
            format!("not a value of {option}: “{value}” (a date is written 2026-11-22, an address https://www.example.go.th/ita/)")
        }
    }
}

/// `convert` wrote a file.
pub(super) fn converted(file: &Path, encoding: &str, backup: &Path, lang: Lang) -> String {
    let (file, backup) = (file.display(), backup.display());
    match lang {
        Lang::Thai => format!("แปลง {file} จาก {encoding} เป็น UTF-8 แล้ว ต้นฉบับเดิมเก็บไว้ที่ {backup}"),
        Lang::English => format!("converted {file} from {encoding} to UTF-8; the original is kept as {backup}"),
    }
}

/// `convert` had nothing to do.
pub(super) fn already_utf8(file: &Path, lang: Lang) -> String {
    let file = file.display();
    match lang {
        Lang::Thai => format!("{file} เป็น UTF-8 อยู่แล้ว ไม่ได้เปลี่ยนไฟล์"),
        Lang::English => format!("{file} is UTF-8 already; left as it was"),
    }
}

/// `sheet` wrote a file.
pub(super) fn sheet_written(out: &Path, items: usize, lang: Lang) -> String {
    let out = out.display();
    match lang {
        Lang::Thai => format!("เขียนแบบกรอก {items} ข้อไว้ที่ {out}"),
        Lang::English => format!("wrote {items} items to {out}"),
    }
}

/// `sheet` is asked for a year that the site does not have.
pub(super) fn unknown_year(year: &str, known: &str, lang: Lang) -> String {
    match lang {
        Lang::Thai => format!("เว็บไซต์นี้ไม่มีปีงบประมาณ “{year}” ปีที่มีคือ {known}"),
        Lang::English => format!("this site has no fiscal year “{year}”; it has {known}"),
    }
}

/// The pages of the sheet cannot be built yet.
pub(super) fn sheet_of_errors(lang: Lang) -> &'static str {
    match lang {
        Lang::Thai => "เนื้อหายังมีข้อผิดพลาด สั่ง prongsai check แล้วแก้ไขก่อนกรอกในระบบ",
        Lang::English => "the content has errors: run prongsai check and mend them before you type this in",
    }
}

/// The list of the year is not confirmed.
pub(super) fn sheet_of_doubt(year: &str, lang: Lang) -> String {
    match lang {
        Lang::Thai => format!("รายการตรวจปี {year} ที่มากับโปรแกรมยังไม่ได้ยืนยันกับคู่มือของปีนั้น เทียบเลขข้อก่อนกรอกในระบบ"),
        Lang::English => {
            format!("the list of {year} has not been confirmed by that year's handbook: compare the numbers before you type this in")
        }
    }
}

/// `explain` does not know a page of the manual, a code or an entry.
pub(super) fn unknown_topic(topic: &str, nearest: &[&str], lang: Lang) -> String {
    let nearest = nearest.join(", ");
    match (lang, nearest.is_empty()) {
        (Lang::Thai, false) => format!("ไม่มีหน้าคู่มือหรือรหัส “{topic}” ที่ใกล้เคียงคือ {nearest}"),
        (Lang::Thai, true) => format!("ไม่มีหน้าคู่มือหรือรหัส “{topic}” ดูทั้งหมดด้วย prongsai explain"),
        (Lang::English, false) => format!("no page of the manual and no code “{topic}”; the nearest: {nearest}"),
        (Lang::English, true) => format!("no page of the manual and no code “{topic}”; see all with prongsai explain"),
    }
}

/// `--out` wrote a file.
pub(super) fn result_written(out: &Path, lang: Lang) -> String {
    let out = out.display();
    match lang {
        Lang::Thai => format!("เขียนผลไว้ที่ {out}"),
        Lang::English => format!("wrote the result to {out}"),
    }
}

/// The window would close with the program.
pub(super) fn press_enter(lang: Lang) -> &'static str {
    match lang {
        Lang::Thai => "\nกด Enter เพื่อปิดหน้าต่างนี้",
        Lang::English => "\npress Enter to close this window",
    }
}
