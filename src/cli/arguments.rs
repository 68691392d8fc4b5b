//! What the user typed, nothing else: no defaults that depend on files, no rules.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::diagnostics::print::Format;
use crate::diagnostics::words::Lang;

/// เว็บไซต์เปิดเผยข้อมูล OIT ของหน่วยงานของรัฐ: เขียนเป็น Markdown ตรวจความครบถ้วน แล้วสร้างเป็นเว็บ
///
/// Builds the site on which a Thai public body publishes its OIT evidence.
#[derive(Debug, Parser)]
#[command(name = "prongsai", version, max_term_width = 100)]
pub(super) struct Arguments {
    #[command(flatten)]
    pub(super) common: Common,
    #[command(subcommand)]
    pub(super) command: Command,
}

/// Options of every command.
#[derive(Debug, Args)]
pub(super) struct Common {
    /// โฟลเดอร์ของเว็บ / folder of the site [default: the nearest upwards with content/site.yaml]
    #[arg(long, global = true, value_name = "DIR")]
    pub(super) root: Option<PathBuf>,
    /// ภาษาของข้อความ / language of messages [default: of site.yaml, else th]
    #[arg(long, global = true, value_enum, env = "PRONGSAI_LANG", hide_env = true)]
    pub(super) lang: Option<Lang>,
    /// สี / colours
    #[arg(long, global = true, value_enum, default_value_t = Color::Auto)]
    pub(super) color: Color,
    /// แสดงเฉพาะปัญหา / print problems only
    #[arg(long, short, global = true)]
    pub(super) quiet: bool,
}

/// When to print colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Color {
    /// On a terminal.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// สร้างเว็บจาก content ลงใน public / build the site
    Build(Build),
    /// ตรวจเนื้อหาโดยไม่สร้างเว็บ / check the content
    Check(Check),
    /// แปลงไฟล์ windows-874 เป็น UTF-8 / convert a file to UTF-8
    Convert(Convert),
    /// อธิบายรหัสปัญหา / explain a code
    Explain(Explain),
}

/// Options of `build`.
#[derive(Debug, Args)]
pub(super) struct Build {
    /// โฟลเดอร์ปลายทาง / output folder [default: public, in the folder of the site]
    #[arg(long, value_name = "DIR")]
    pub(super) out: Option<PathBuf>,
    /// ที่อยู่ของเว็บ แทนค่าใน site.yaml / address of the site instead of that in site.yaml
    #[arg(long, value_name = "URL")]
    pub(super) base_url: Option<String>,
    /// รวมฉบับร่าง / with drafts
    #[arg(long)]
    pub(super) drafts: bool,
    /// วันที่ถือเป็นวันนี้ / the day taken for today
    #[arg(long, value_name = "DATE")]
    pub(super) today: Option<String>,
}

/// Options of `check`.
#[derive(Debug, Args)]
pub(super) struct Check {
    /// รูปแบบรายงาน / form of the report
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub(super) format: Format,
    /// นับคำเตือนเป็นข้อผิดพลาด / count warnings as errors
    #[arg(long)]
    pub(super) strict: bool,
    /// ตรวจลิงก์ไปเว็บไซต์อื่นด้วย (ต้องต่ออินเทอร์เน็ต) / ask for links to other sites, over the network
    #[arg(long)]
    pub(super) external: bool,
    /// รอคำตอบของแต่ละลิงก์กี่วินาที / seconds to wait for the answer of each link
    #[arg(long, value_name = "SECONDS", default_value_t = 20, value_parser = clap::value_parser!(u64).range(1..=300), requires = "external")]
    pub(super) timeout: u64,
    /// วันที่ถือเป็นวันนี้ / the day taken for today
    #[arg(long, value_name = "DATE")]
    pub(super) today: Option<String>,
}

/// Options of `convert`.
#[derive(Debug, Args)]
pub(super) struct Convert {
    /// ไฟล์ข้อความ / text files
    #[arg(required = true, value_name = "FILE")]
    pub(super) files: Vec<PathBuf>,
}

/// Options of `explain`.
#[derive(Debug, Args)]
pub(super) struct Explain {
    /// รหัส เช่น unknown-item ไม่ใส่เพื่อดูทั้งหมด / a code; none for the list of all
    pub(super) code: Option<String>,
}
