//! What the user typed, nothing else: no defaults that depend on files, no rules.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::base::Lang;
use crate::report::print::Format;

/// เว็บไซต์เปิดเผยข้อมูล OIT ของหน่วยงานของรัฐ: เขียนเป็น Markdown ตรวจความครบถ้วน แล้วสร้างเป็นเว็บ
///
/// Builds the site on which a Thai public body publishes its OIT evidence.
#[derive(Debug, Parser)]
#[command(name = "prongsai", version, max_term_width = 100)]
pub(super) struct Cli {
    #[command(flatten)]
    pub(super) common: CommonArgs,
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

/// Options of every command.
#[derive(Debug, Args)]
pub(super) struct CommonArgs {
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
    Build(BuildArgs),
    /// ดูตัวอย่างขณะเขียน หน้าเว็บเปลี่ยนตามไฟล์เอง / preview that follows the files
    Serve(ServeArgs),
    /// เผยแพร่: ตรวจ สร้าง ล็อกที่อยู่ และจดประวัติ / build, lock every URL, log what changed
    Publish(PublishArgs),
    /// ตรวจว่าสำเนาตรงกับที่เผยแพร่ไว้ / whether a copy is what was published
    Verify(VerifyArgs),
    /// ตรวจเนื้อหาโดยไม่สร้างเว็บ / check the content
    Check(CheckArgs),
    /// ย้ายหรือเปลี่ยนชื่อหน้า โฟลเดอร์ ไฟล์แนบ: จดที่อยู่เดิมและแก้ลิงก์ให้ / rename a page, folder or attachment
    Move(MoveArgs),
    /// แปลงไฟล์ windows-874 เป็น UTF-8 / convert a file to UTF-8
    Convert(ConvertArgs),
    /// แบบกรอกระบบประเมิน: ข้อ คำตอบ ลิงก์ คำอธิบาย / the sheet to type into the assessment system
    Sheet(SheetArgs),
    /// คู่มือ และคำอธิบายรหัสปัญหา / the manual, and what a code means
    Explain(ExplainArgs),
    /// คะแนน: ตรวจ คาดการณ์ หรือแยกเป็นจำนวนข้อที่ผ่าน / scores: check, forecast, invert
    Score(ScoreArgs),
}

/// Where a result goes.
#[derive(Debug, Args)]
pub(super) struct Out {
    /// เขียนผลลงไฟล์นี้แทนการแสดงบนจอ (ใน PowerShell ใช้ตัวเลือกนี้แทน >) / write the result into this file
    /// (in PowerShell instead of >)
    #[arg(long, value_name = "FILE")]
    pub(super) out: Option<PathBuf>,
}

/// Options of `build`.
#[derive(Debug, Args)]
pub(super) struct BuildArgs {
    /// โฟลเดอร์ปลายทาง / output folder [default: public, in the folder of the site]
    #[arg(long, value_name = "DIR")]
    pub(super) out: Option<PathBuf>,
    /// ที่อยู่ของเว็บ แทนค่าใน site.yaml / address of the site instead of that in site.yaml
    #[arg(long, value_name = "URL")]
    pub(super) base_url: Option<String>,
    /// รวมฉบับร่าง / with drafts
    #[arg(long)]
    pub(super) drafts: bool,
    /// นับคำเตือนเป็นข้อผิดพลาด / count warnings as errors
    #[arg(long)]
    pub(super) strict: bool,
    /// วันที่ถือเป็นวันนี้ / the day taken for today
    #[arg(long, value_name = "DATE")]
    pub(super) today: Option<String>,
    /// เวลาของแต่ละขั้นตอน / what each stage took; json: one line on standard output
    #[arg(long, value_enum, value_name = "FORM", num_args = 0..=1, require_equals = true, default_missing_value = "human")]
    pub(super) timings: Option<AnswerFormat>,
}

/// Options of `serve`.
#[derive(Debug, Default, Args)]
pub(super) struct ServeArgs {
    /// พอร์ต; 0 คือพอร์ตใดก็ได้ที่ว่าง / port; 0 for any free one [default: 8000 or the next free one]
    #[arg(long, value_name = "N")]
    pub(super) port: Option<u16>,
    /// เปิดเบราว์เซอร์ให้ / open the browser
    #[arg(long)]
    pub(super) open: bool,
    /// ไล่ดูไฟล์เองทุกครึ่งวินาที สำหรับไดรฟ์เครือข่าย OneDrive WSL / look at the files every half second, for
    /// network drives
    #[arg(long)]
    pub(super) poll: bool,
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

/// Options of `publish`.
#[derive(Debug, Args)]
pub(super) struct PublishArgs {
    /// เหตุผลของการเปลี่ยน แสดงในประวัติการเผยแพร่ / why, for the publication history
    #[arg(long, value_name = "TEXT")]
    pub(super) note: Option<String>,
    /// นับคำเตือนเป็นข้อผิดพลาด / count warnings as errors
    #[arg(long)]
    pub(super) strict: bool,
    /// โฟลเดอร์ปลายทาง / output folder [default: public, in the folder of the site]
    #[arg(long, value_name = "DIR")]
    pub(super) out: Option<PathBuf>,
    /// ที่อยู่ของเว็บ แทนค่าใน site.yaml / address of the site instead of that in site.yaml
    #[arg(long, value_name = "URL")]
    pub(super) base_url: Option<String>,
    /// วันที่ถือเป็นวันนี้ / the day taken for today
    #[arg(long, value_name = "DATE")]
    pub(super) today: Option<String>,
    /// ไม่เผยแพร่ แต่นำ urls.lock และ history.yaml ที่หายหรือเก่ากลับมาจากเว็บที่เผยแพร่ไว้ / publish nothing;
    /// take lost records back from a published copy [default: the output folder]
    #[arg(long, value_name = "DIR|URL", num_args = 0..=1, default_missing_value = "", conflicts_with_all = ["note", "strict", "base_url", "pack"])]
    pub(super) restore: Option<String>,
    /// ไม่เผยแพร่ แต่รวมหลักฐานของหน้าที่เผยแพร่แล้วเป็นไฟล์ ZIP / publish nothing; pack the evidence of a
    /// published page
    #[arg(long, num_args = 2, value_names = ["PAGE", "FILE.zip"], conflicts_with_all = ["note", "strict", "base_url", "today"])]
    pub(super) pack: Option<Vec<String>>,
}

/// Options of `verify`.
#[derive(Debug, Args)]
pub(super) struct VerifyArgs {
    /// โฟลเดอร์ ที่อยู่เว็บ หรือไฟล์ .zip ของ publish --pack / folder, address, or pack
    #[arg(value_name = "DIR|URL|ZIP")]
    pub(super) copy: String,
    /// รูปแบบ / form of the answer
    #[arg(long, value_enum, default_value_t = AnswerFormat::Human)]
    pub(super) format: AnswerFormat,
    /// รายชื่อพยานที่เชื่อถือ (allowed_signers ของ OpenSSH) / the witnesses that you trust; any other is a
    /// problem
    #[arg(long, value_name = "FILE")]
    pub(super) signers: Option<PathBuf>,
    /// พิมพ์เฉพาะบรรทัดที่พยานลงนาม ถ้าสำเนาตรง / print the line for a witness to sign, if the copy is as
    /// published
    #[arg(long, conflicts_with = "format")]
    pub(super) statement: bool,
    /// รอแต่ละไฟล์กี่วินาที นอกเหนือจากเวลาตามขนาด / seconds to wait for each file, beside what its size
    /// takes
    #[arg(long, value_name = "SECONDS", default_value_t = 30, value_parser = clap::value_parser!(u64).range(1..=300))]
    pub(super) timeout: u64,
    #[command(flatten)]
    pub(super) out: Out,
}

/// Forms of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum AnswerFormat {
    /// สำหรับคนอ่าน / for people
    Human,
    /// สำหรับโปรแกรม / for programs
    Json,
}

/// Options of `check`.
#[derive(Debug, Args)]
pub(super) struct CheckArgs {
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
    #[command(flatten)]
    pub(super) out: Out,
}

/// Options of `move`.
#[derive(Debug, Args)]
pub(super) struct MoveArgs {
    /// ไฟล์ โฟลเดอร์ หรือที่อยู่เดิม เช่น content/pages/contact.md หรือ /contact/ / the file, folder or
    /// address as it is
    #[arg(value_name = "OLD")]
    pub(super) old: String,
    /// ชื่อหรือที่อยู่ใหม่ / its new name or address
    #[arg(value_name = "NEW")]
    pub(super) new: String,
    /// ย้ายโดยไม่ถาม / do not ask
    #[arg(long, short)]
    pub(super) yes: bool,
    /// วันที่ถือเป็นวันนี้ / the day taken for today
    #[arg(long, value_name = "DATE")]
    pub(super) today: Option<String>,
}

/// Options of `convert`.
#[derive(Debug, Args)]
pub(super) struct ConvertArgs {
    /// ไฟล์ข้อความ / text files
    #[arg(required = true, value_name = "FILE")]
    pub(super) files: Vec<PathBuf>,
}

/// Options of `sheet`.
#[derive(Debug, Args)]
pub(super) struct SheetArgs {
    /// ปีงบประมาณ พ.ศ. / fiscal year
    #[arg(long, value_name = "YEAR")]
    pub(super) year: String,
    /// รูปแบบ / form
    #[arg(long, value_enum, default_value_t = SheetFormat::Xlsx)]
    pub(super) format: SheetFormat,
    /// ไฟล์ปลายทาง / file to write [default: oit-YEAR.xlsx here; the other forms go to standard
    /// output]
    #[arg(long, value_name = "FILE")]
    pub(super) out: Option<PathBuf>,
}

/// A form of the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum SheetFormat {
    /// Excel
    Xlsx,
    /// ตารางข้อความ / comma-separated
    Csv,
    /// สำหรับโปรแกรม / for programs
    Json,
    /// Markdown
    Md,
}

/// Options of `explain`.
#[derive(Debug, Args)]
pub(super) struct ExplainArgs {
    /// หน้าคู่มือหรือรหัส เช่น hosts, unknown-item, P19 ไม่ใส่เพื่อดูทั้งหมด / a page of the manual, a code or an
    /// entry; none for the list of all
    pub(super) topic: Option<String>,
    /// หลัง fields: ชื่อช่อง เช่น measures.period หลัง schema: page site assessments catalogue / after
    /// `fields` a field, as measures.period; after `schema` page, site, assessments or catalogue
    pub(super) name: Option<String>,
    #[command(flatten)]
    pub(super) out: Out,
}

/// Options of `score`.
#[derive(Debug, Args)]
pub(super) struct ScoreArgs {
    #[command(subcommand)]
    pub(super) command: ScoreCommand,
}

/// What to do with scores.
#[derive(Debug, Subcommand)]
pub(super) enum ScoreCommand {
    /// ตรวจคะแนนที่เผยแพร่ของทุกปี / check the published results of every year
    Check(ScoreCheck),
    /// คาดการณ์คะแนน OIT จากข้อที่มีอยู่ / forecast the OIT score from what is filed
    Forecast(ScoreForecast),
    /// หาจำนวนข้อที่ผ่านจากคะแนนที่ประกาศ / from a published score to counts of passed items
    Invert(ScoreInvert),
}

/// Options of `score check`.
#[derive(Debug, Args)]
pub(super) struct ScoreCheck {
    /// รูปแบบ / form of the answer
    #[arg(long, value_enum, default_value_t = ScoreFormat::Human)]
    pub(super) format: ScoreFormat,
    #[command(flatten)]
    pub(super) out: Out,
}

/// Options of `score forecast`.
#[derive(Debug, Args)]
pub(super) struct ScoreForecast {
    /// ปีงบประมาณ พ.ศ. / fiscal year (Buddhist era)
    #[arg(long, value_name = "YEAR")]
    pub(super) year: String,
    /// รูปแบบ / form of the answer
    #[arg(long, value_enum, default_value_t = ScoreFormat::Human)]
    pub(super) format: ScoreFormat,
    #[command(flatten)]
    pub(super) out: Out,
}

/// Options of `score invert`.
#[derive(Debug, Args)]
pub(super) struct ScoreInvert {
    /// ปีงบประมาณ พ.ศ. / fiscal year (Buddhist era)
    #[arg(long, value_name = "YEAR")]
    pub(super) year: String,
    /// เลขตัวชี้วัด OIT / number of an indicator of the checklist
    #[arg(long, value_name = "N")]
    pub(super) indicator: String,
    /// คะแนนที่ประกาศ เช่น 28.28 / the published score
    #[arg(value_name = "VALUE", allow_hyphen_values = true)]
    pub(super) value: String,
    /// รูปแบบ / form of the answer
    #[arg(long, value_enum, default_value_t = ScoreFormat::Human)]
    pub(super) format: ScoreFormat,
    #[command(flatten)]
    pub(super) out: Out,
}

/// Forms of an answer about scores.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ScoreFormat {
    /// สำหรับคนอ่าน / for people
    Human,
    /// สำหรับโปรแกรม / for programs
    Json,
}
