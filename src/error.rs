//! Trouble with the machine: a disk, a permission, a port.
//!
//! What is wrong in the *content* is never an [`Error`]; it is a
//! [`Diagnostic`](crate::diagnostics::Diagnostic). Every error says what was tried, on which path,
//! why it failed, and, where we refuse by ourselves, the way out.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::base::Lang;
use crate::retry_budget;

/// The result of an operation of the machine.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// An operation that failed, with the path on which it failed.
#[derive(Debug)]
pub struct Error {
    operation: Operation,
    path: PathBuf,
    cause: Cause,
}

/// What was tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    /// Reading a file or folder.
    Read,
    /// Writing a file.
    Write,
    /// Making a folder.
    CreateFolder,
    /// Taking a file over unchanged.
    Link,
    /// Removing a file or folder of ours.
    Remove,
    /// Putting the new site in the place of the old one.
    Swap,
    /// Putting a record in place, after its site.
    Record,
    /// Keeping a second run away.
    Lock,
    /// Publishing into a folder.
    Publish,
    /// Finishing a publication that was cut off.
    Settle,
    /// Finding the site.
    FindSite,
    /// Converting a file to UTF-8.
    Convert,
    /// Listening at an address.
    Listen,
    /// Waiting for changes of files.
    Watch,
}

/// Why we refuse what the machine would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The output folder is, holds, or lies in a folder of sources.
    OutputAmongSources,
    /// The output folder lies in a hidden folder of the sources, or in one of version control.
    OutputHidden,
    /// The output folder is a file system root or a home folder.
    OutputTooLarge,
    /// The output folder has files but no manifest of ours.
    NotOurs,
    /// A file that we did not write stands where we would write.
    InTheWay,
    /// The path of an output leaves its folder.
    Outside,
    /// Another run holds the lock; its process id.
    Locked(String),
    /// Whether the site of a publication that was cut off is in place cannot be seen.
    Waiting,
    /// A file of that name is there, and nobody named it.
    Exists,
    /// No `content/site.yaml` here or above.
    NoSite,
    /// The bytes are in no encoding that we know.
    UnknownEncoding,
    /// Another program is writing the file.
    Changing,
}

#[derive(Debug)]
enum Cause {
    Io(io::Error),
    Refused(Refusal),
    /// A signal, by its number.
    Interrupted(usize),
    /// A fault of this program, met at the path; an empty path where nobody knows.
    Unforeseen,
}

impl Error {
    /// A failure of the machine.
    pub fn io(operation: Operation, path: &Path, cause: io::Error) -> Self {
        Self { operation, path: path.to_owned(), cause: Cause::Io(cause) }
    }

    /// A refusal of ours.
    pub fn refused(operation: Operation, path: &Path, refusal: Refusal) -> Self {
        Self { operation, path: path.to_owned(), cause: Cause::Refused(refusal) }
    }

    /// A run that ended because a signal asked it to; `path` is as it was.
    pub fn interrupted(path: &Path, signal: usize) -> Self {
        Self { operation: Operation::Publish, path: path.to_owned(), cause: Cause::Interrupted(signal) }
    }

    /// A fault of this program, and the file at which it was met.
    pub fn unforeseen(file: Option<PathBuf>) -> Self {
        Self { operation: Operation::Read, path: file.unwrap_or_default(), cause: Cause::Unforeseen }
    }

    /// Whether it is a fault of this program.
    pub fn is_unforeseen(&self) -> bool {
        matches!(self.cause, Cause::Unforeseen)
    }

    /// The path on which it failed.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The number of the signal that ended the run.
    pub fn signal(&self) -> Option<usize> {
        match self.cause {
            Cause::Interrupted(signal) => Some(signal),
            Cause::Io(_) | Cause::Refused(_) | Cause::Unforeseen => None,
        }
    }

    /// Whether another program has the port.
    pub fn is_address_in_use(&self) -> bool {
        matches!(&self.cause, Cause::Io(cause) if cause.kind() == io::ErrorKind::AddrInUse)
    }

    /// The error in one language, in one line.
    pub fn describe(&self, lang: Lang) -> String {
        let operation = pick(lang, self.operation.words());
        let path = self.path.display();
        match &self.cause {
            Cause::Io(cause) => format!("{operation} {path}: {}", io_words(cause, lang)),
            Cause::Refused(refusal) => format!("{operation} {path}: {}", refusal.words(lang)),
            Cause::Interrupted(signal) => match lang {
                Lang::Thai => format!("หยุดตามคำสั่ง (สัญญาณ {signal}) ไฟล์ใน {path} คงเดิมทุกไฟล์"),
                Lang::English => format!("stopped as asked (signal {signal}); every file in {path} is as it was"),
            },
            Cause::Unforeseen => unforeseen_words(&self.path, lang),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.describe(Lang::English))
    }
}

impl std::error::Error for Error {}

fn pick<'w>(lang: Lang, (thai, english): (&'w str, &'w str)) -> &'w str {
    match lang {
        Lang::Thai => thai,
        Lang::English => english,
    }
}

impl Operation {
    fn words(self) -> (&'static str, &'static str) {
        match self {
            Operation::Read => ("อ่านไม่ได้", "cannot read"),
            Operation::Write => ("เขียนไม่ได้", "cannot write"),
            Operation::CreateFolder => ("สร้างโฟลเดอร์ไม่ได้", "cannot create the folder"),
            Operation::Link => ("นำไฟล์เดิมมาใช้ต่อไม่ได้", "cannot carry over"),
            Operation::Remove => ("ลบไม่ได้", "cannot remove"),
            Operation::Swap => ("สลับเว็บชุดใหม่เข้าแทนชุดเดิมไม่ได้", "cannot put the new site in place of"),
            Operation::Record => (
                "เว็บชุดใหม่เข้าแทนแล้ว แต่บันทึกยังไม่เข้าที่ ให้สั่ง prongsai publish อีกครั้งเพื่อทำให้ครบ ติดที่",
                "the new site is in place but a record is not; run prongsai publish again to finish it. Cannot replace",
            ),
            Operation::Lock => ("จองโฟลเดอร์ไม่ได้", "cannot lock"),
            Operation::Publish => ("ไม่เผยแพร่ลงในโฟลเดอร์นี้", "will not publish into"),
            Operation::Settle => ("ทำการเผยแพร่ที่ค้างอยู่ให้จบไม่ได้", "cannot finish the publication that was cut off in"),
            Operation::FindSite => ("หาเว็บไซต์ไม่พบใน", "no site in"),
            Operation::Convert => ("แปลงไฟล์ไม่ได้", "cannot convert"),
            Operation::Watch => ("เฝ้าดูการเปลี่ยนแปลงไม่ได้ใน", "cannot watch for changes in"),
            Operation::Listen => ("เปิดหน้าตัวอย่างไม่ได้ที่", "cannot serve the preview at"),
        }
    }
}

impl Refusal {
    fn words(&self, lang: Lang) -> String {
        let (thai, english) = match self {
            Refusal::OutputAmongSources => (
                "เป็นหรืออยู่ในโฟลเดอร์ต้นฉบับ (หรือครอบต้นฉบับไว้) ไม่มีไฟล์ใดถูกแตะต้อง ให้เลือกโฟลเดอร์อื่นด้วย --out",
                "it is, holds, or lies in a folder of sources; nothing was touched. Choose another folder with --out",
            ),
            Refusal::OutputHidden => (
                "เป็นหรืออยู่ในโฟลเดอร์ซ่อนของโปรแกรมอื่น (เช่น .git) ไม่มีไฟล์ใดถูกแตะต้อง ให้เลือกโฟลเดอร์อื่นด้วย --out",
                "it is or lies in a hidden folder of another program (such as .git); nothing was touched. Choose another folder with --out",
            ),
            Refusal::OutputTooLarge => (
                "เป็นโฟลเดอร์หลักของเครื่องหรือของผู้ใช้ ไม่มีไฟล์ใดถูกแตะต้อง ให้เลือกโฟลเดอร์อื่นด้วย --out",
                "it is a root or home folder; nothing was touched. Choose another folder with --out",
            ),
            Refusal::NotOurs => (
                "มีไฟล์อยู่แล้วแต่ไม่มี manifest.json ของ prongsai จึงไม่ใช่โฟลเดอร์ที่โปรแกรมนี้สร้าง ให้ใช้โฟลเดอร์ว่าง หรือย้ายไฟล์ออกก่อน",
                "it has files but no manifest.json of prongsai, so this program did not make it. Use an empty folder, or move the files away",
            ),
            Refusal::InTheWay => (
                "มีไฟล์ที่โปรแกรมนี้ไม่ได้สร้างอยู่ในตำแหน่งที่ต้องเขียน ให้ย้ายไฟล์นั้นออกก่อน",
                "a file that this program did not write stands where it has to write. Move that file away",
            ),
            Refusal::Exists => (
                "มีไฟล์ชื่อนี้อยู่แล้ว ไม่ได้เขียนทับ ตั้งชื่ออื่นหรือสั่งเขียนทับด้วย --out",
                "there is such a file; it was left as it was. Name another, or this one, with --out",
            ),
            Refusal::Outside => ("อยู่นอกโฟลเดอร์ของเว็บ จึงไม่เขียน", "it lies outside the folder of the site, and is not written"),
            Refusal::Locked(holder) => {
                return match lang {
                    Lang::Thai => format!("มีการสร้างเว็บอีกชุดหนึ่งกำลังทำงานอยู่ (หมายเลขโปรเซส {holder}) ให้รอจนเสร็จแล้วสั่งใหม่"),
                    Lang::English => format!("another build is running (process {holder}). Wait until it has ended, then run again"),
                };
            }
            Refusal::Waiting => (
                "การเผยแพร่ลงโฟลเดอร์นี้ถูกตัดก่อนจบ และตอนนี้ในโฟลเดอร์ไม่ใช่เว็บชุดก่อนหรือชุดหลังการเผยแพร่นั้น ให้ต่อไดรฟ์หรือคืนโฟลเดอร์แล้วสั่งใหม่ \
                 หรือนำบันทึกกลับมาจากเว็บที่เผยแพร่อยู่ด้วย prongsai publish --restore ตามด้วยที่อยู่เว็บ",
                "a publication into this folder was cut off, and neither the site before nor the one after it is there now. Connect the drive or bring the \
                 folder back and run again, or take the records from the site that is online: prongsai publish --restore and its address",
            ),
            Refusal::NoSite => (
                "ไม่มีไฟล์ content/site.yaml ทั้งที่นี่และโฟลเดอร์ที่อยู่เหนือขึ้นไป ให้ย้ายไปที่โฟลเดอร์ของเว็บ หรือใช้ --root",
                "there is no content/site.yaml here or in a folder above. Go to the folder of the site, or use --root",
            ),
            Refusal::Changing => (
                "ไฟล์ถูกแก้ไขอยู่ระหว่างที่อ่าน เว็บชุดเดิมคงเดิมทุกไฟล์ ให้รอจนเครื่องสแกน โปรแกรมซิงก์ หรือโปรแกรมที่บันทึกไฟล์นี้ทำงานเสร็จ แล้วสั่งใหม่",
                "it is being changed while it is read, so nothing was published. Wait until the scanner, the sync program or whatever saves it has finished, then run again",
            ),
            Refusal::UnknownEncoding => (
                "ไม่ใช่ข้อความแบบ UTF-8, UTF-16 หรือ windows-874 จึงไม่เปลี่ยนไฟล์",
                "it is not text in UTF-8, UTF-16 or windows-874; the file was left as it is",
            ),
        };
        pick(lang, (thai, english)).to_owned()
    }
}

/// A fault of the program, and what can be done until it is mended.
fn unforeseen_words(file: &Path, lang: Lang) -> String {
    let path = file.display();
    match (lang, file.as_os_str().is_empty()) {
        (Lang::Thai, true) => "โปรแกรมสะดุดโดยไม่ทราบว่าที่ไฟล์ใด เป็นข้อบกพร่องของโปรแกรม ไม่ใช่ของผู้เขียน ไฟล์ที่เผยแพร่ไว้ไม่เปลี่ยน \
             ลองย้อนสิ่งที่แก้ล่าสุดแล้วสั่งใหม่ และแจ้งผู้ดูแลโปรแกรม"
            .to_owned(),
        (Lang::English, true) => "the program stumbled, and nobody knows over which file. This is a fault of the program, not yours; what is published is as it was. \
             Take back what you changed last and run again, and tell those who look after the program"
            .to_owned(),
        (Lang::Thai, false) => format!(
            "โปรแกรมสะดุดที่ {path} เป็นข้อบกพร่องของโปรแกรม ไม่ใช่ของผู้เขียน ไฟล์ที่เผยแพร่ไว้ไม่เปลี่ยน \
             ลองย้อนสิ่งที่แก้ล่าสุดในไฟล์นี้ หรือย้ายไฟล์นี้ออกไปก่อนแล้วสั่งใหม่ และส่งไฟล์นี้ให้ผู้ดูแลโปรแกรม"
        ),
        (Lang::English, false) => format!(
            "the program stumbled over {path}. This is a fault of the program, not yours; what is published is as it was. \
             Take back what you changed last in this file, or move it away for now, run again, and send it to those who look after the program"
        ),
    }
}

/// The usual reasons in both languages; the system's own words for the rest.
fn io_words(cause: &io::Error, lang: Lang) -> String {
    let known = match cause.kind() {
        // Windows says so of a folder in which a file is open, too.
        io::ErrorKind::PermissionDenied if retry_budget::is_held(cause) => (
            "ไม่มีสิทธิ์ หรือเปิดค้างอยู่ในโปรแกรมอื่น ให้ปิดโปรแกรมหรือหน้าต่างที่เปิดไฟล์หรือโฟลเดอร์นี้อยู่ แล้วสั่งใหม่",
            "permission denied, or it is open in another program. Close the program or window that has this file or folder open, then run again",
        ),
        _ if retry_budget::is_held(cause) => (
            "เปิดค้างอยู่ในโปรแกรมอื่น ให้ปิดไฟล์นี้ในโปรแกรมนั้นก่อน (ถ้าเป็นโปรแกรมซิงก์หรือสแกนไวรัสให้รอสักครู่) แล้วสั่งใหม่",
            "it is open in another program. Close it there (if that is a sync program or a virus scanner, wait a moment), then run again",
        ),
        io::ErrorKind::NotFound => ("ไม่พบไฟล์หรือโฟลเดอร์นี้", "no such file or folder"),
        io::ErrorKind::PermissionDenied => ("ไม่มีสิทธิ์", "permission denied"),
        io::ErrorKind::QuotaExceeded => ("พื้นที่ดิสก์ที่ได้รับอนุญาตเต็ม", "no space left of what you may use on the disk"),
        io::ErrorKind::FileTooLarge => ("ไฟล์ใหญ่เกินที่ระบบอนุญาต", "the file is larger than the system allows"),
        io::ErrorKind::StorageFull => ("พื้นที่ดิสก์เต็ม", "no space left on the disk"),
        io::ErrorKind::AddrInUse => ("มีโปรแกรมอื่นใช้พอร์ตนี้อยู่ ให้เลือกพอร์ตอื่น", "another program has this port; choose another one"),
        io::ErrorKind::AddrNotAvailable => ("เครื่องนี้ไม่มีที่อยู่นี้", "this machine does not have this address"),
        io::ErrorKind::ReadOnlyFilesystem => ("ดิสก์เขียนไม่ได้ (อ่านได้อย่างเดียว)", "the disk is read-only"),
        _ if retry_budget::is_in_the_cloud(cause) => (
            "ไฟล์นี้อยู่บนคลาวด์เท่านั้น และดาวน์โหลดลงมาไม่ได้ในตอนนี้ ให้เปิดโปรแกรมซิงก์ (เช่น OneDrive) และต่ออินเทอร์เน็ต \
             คลิกขวาที่โฟลเดอร์ของเว็บ เลือก “เก็บไว้บนอุปกรณ์นี้เสมอ” รอจนครบ แล้วสั่งใหม่",
            "it is in the cloud only and could not be fetched now. Start the sync program (such as OneDrive) and connect to the internet, right-click \
             the folder of the site, choose “Always keep on this device”, wait until all is there, then run again",
        ),
        _ => return cause.to_string(),
    };
    format!("{} ({cause})", pick(lang, known))
}
