//! Command-line arguments as typed: no defaults that depend on files, no rules. The help texts are
//! in `src/words/help.rs`.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::base::Lang;
use crate::report::print::Format;

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
    /// Folder of the site [default: the nearest upwards with content/site.yaml].
    #[arg(long, global = true, value_name = "DIR")]
    pub(super) root: Option<PathBuf>,
    /// Language of messages. Applied by `language` before parsing; here it is only validated.
    #[arg(long, global = true, value_enum, env = "PRONGSAI_LANG", hide_env = true)]
    pub(super) lang: Option<Lang>,
    /// Colours.
    #[arg(long, global = true, value_enum, default_value_t = Color::Auto)]
    pub(super) color: Color,
    /// Print problems only.
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

/// Subcommands.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Begin a site, a year or a page.
    New(NewArgs),
    /// Make a form to fill in.
    Form(FormArgs),
    /// Make pages of tables in Word, Excel or text files.
    Import(ImportArgs),
    /// Build the site.
    Build(BuildArgs),
    /// Preview with live reload.
    Serve(ServeArgs),
    /// Build, lock every URL, and record the changes.
    Publish(PublishArgs),
    /// Verify a published copy.
    Verify(VerifyArgs),
    /// Check the content.
    Check(CheckArgs),
    /// Rename a page, folder or attachment.
    Move(MoveArgs),
    /// Convert a file to UTF-8.
    Convert(ConvertArgs),
    /// Sheet of answers for the assessment system.
    Sheet(SheetArgs),
    /// What is still to be done, and until when.
    Due(DueArgs),
    /// Search the pages of the site, as its search page does.
    Search(SearchArgs),
    /// Show the manual or explain a diagnostic code.
    Explain(ExplainArgs),
    /// JSON Schema of the source files.
    Schema(SchemaArgs),
    /// Scores: check, forecast, invert.
    Score(ScoreArgs),
}

/// Destination of the result.
#[derive(Debug, Args)]
pub(super) struct Out {
    /// Write the result to this file (in PowerShell, instead of >).
    #[arg(long, value_name = "FILE")]
    pub(super) out: Option<PathBuf>,
}

/// Options of `build`.
#[derive(Debug, Args)]
pub(super) struct BuildArgs {
    /// Output folder [default: public, in the folder of the site].
    #[arg(long, value_name = "DIR")]
    pub(super) out: Option<PathBuf>,
    /// Base URL, overriding that of site.yaml.
    #[arg(long, value_name = "URL")]
    pub(super) base_url: Option<String>,
    /// Include drafts.
    #[arg(long)]
    pub(super) drafts: bool,
    /// Count warnings as errors.
    #[arg(long)]
    pub(super) strict: bool,
    /// Date used as the current day.
    #[arg(long, value_name = "DATE")]
    pub(super) today: Option<String>,
    /// Print the duration of each stage; json: one line on standard output.
    #[arg(long, value_enum, value_name = "FORM", num_args = 0..=1, require_equals = true, default_missing_value = "human")]
    pub(super) timings: Option<AnswerFormat>,
}

/// Options of `serve`.
#[derive(Debug, Default, Args)]
pub(super) struct ServeArgs {
    /// Port; 0 for any free one [default: 8000 or the next free one].
    #[arg(long, value_name = "N")]
    pub(super) port: Option<u16>,
    /// Open the browser.
    #[arg(long)]
    pub(super) open: bool,
    /// Poll the files every half second, for network drives.
    #[arg(long)]
    pub(super) poll: bool,
    /// Base URL, overriding that of site.yaml.
    #[arg(long, value_name = "URL")]
    pub(super) base_url: Option<String>,
    /// Include drafts.
    #[arg(long)]
    pub(super) drafts: bool,
    /// Date used as the current day.
    #[arg(long, value_name = "DATE")]
    pub(super) today: Option<String>,
}

/// Options of `publish`.
#[derive(Debug, Args)]
pub(super) struct PublishArgs {
    /// Reason, for the publication history.
    #[arg(long, value_name = "TEXT")]
    pub(super) note: Option<String>,
    /// Count warnings as errors.
    #[arg(long)]
    pub(super) strict: bool,
    /// Output folder [default: public, in the folder of the site].
    #[arg(long, value_name = "DIR")]
    pub(super) out: Option<PathBuf>,
    /// Base URL, overriding that of site.yaml.
    #[arg(long, value_name = "URL")]
    pub(super) base_url: Option<String>,
    /// Date used as the current day.
    #[arg(long, value_name = "DATE")]
    pub(super) today: Option<String>,
    /// Publish nothing; restore lost records from a published copy [default: the output folder].
    #[arg(long, value_name = "DIR|URL", num_args = 0..=1, default_missing_value = "", conflicts_with_all = ["note", "strict", "base_url", "pack"])]
    pub(super) restore: Option<String>,
    /// Publish nothing; pack the evidence of a published page, or of a year.
    #[arg(long, num_args = 2, value_names = ["PAGE", "FILE.zip"], conflicts_with_all = ["note", "strict", "base_url", "today"])]
    pub(super) pack: Option<Vec<String>>,
}

/// Options of `verify`.
#[derive(Debug, Args)]
pub(super) struct VerifyArgs {
    /// Folder, URL or pack.
    #[arg(value_name = "DIR|URL|ZIP")]
    pub(super) copy: String,
    /// Output format.
    #[arg(long, value_enum, default_value_t = AnswerFormat::Human)]
    pub(super) format: AnswerFormat,
    /// Trusted signers; any other is reported.
    #[arg(long, value_name = "FILE")]
    pub(super) signers: Option<PathBuf>,
    /// Print the line for a witness to sign, if the copy is as published.
    #[arg(long, conflicts_with = "format")]
    pub(super) statement: bool,
    /// Timeout per file in seconds, in addition to the time that its size requires.
    #[arg(long, value_name = "SECONDS", default_value_t = 30, value_parser = clap::value_parser!(u64).range(1..=300))]
    pub(super) timeout: u64,
    #[command(flatten)]
    pub(super) out: Out,
}

/// Output formats.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum AnswerFormat {
    /// For people.
    Human,
    /// For programs.
    Json,
}

/// Options of `check`.
#[derive(Debug, Args)]
pub(super) struct CheckArgs {
    /// Output format.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub(super) format: Format,
    /// Count warnings as errors.
    #[arg(long)]
    pub(super) strict: bool,
    /// Check links to other sites over the network.
    #[arg(long)]
    pub(super) external: bool,
    /// Check drafts too.
    #[arg(long)]
    pub(super) drafts: bool,
    /// Timeout per link in seconds.
    #[arg(long, value_name = "SECONDS", default_value_t = 20, value_parser = clap::value_parser!(u64).range(1..=300), requires = "external")]
    pub(super) timeout: u64,
    /// Date used as the current day.
    #[arg(long, value_name = "DATE")]
    pub(super) today: Option<String>,
    #[command(flatten)]
    pub(super) out: Out,
}

/// Options of `move`.
#[derive(Debug, Args)]
pub(super) struct MoveArgs {
    /// Current file, folder or URL.
    #[arg(value_name = "OLD")]
    pub(super) old: String,
    /// New name or URL.
    #[arg(value_name = "NEW")]
    pub(super) new: String,
    /// Skip the confirmation.
    #[arg(long, short)]
    pub(super) yes: bool,
    /// Date used as the current day.
    #[arg(long, value_name = "DATE")]
    pub(super) today: Option<String>,
}

/// Options of `form`.
#[derive(Debug, Args)]
pub(super) struct FormArgs {
    /// Year and item.
    #[arg(value_name = "YEAR/ITEM")]
    pub(super) item: String,
    /// File to write [default: 2566-o43.xlsx].
    #[arg(value_name = "FILE")]
    pub(super) file: Option<PathBuf>,
}

/// Options of `import`.
#[derive(Debug, Args)]
pub(super) struct ImportArgs {
    /// Documents.
    #[arg(required = true, value_name = "FILE")]
    pub(super) files: Vec<PathBuf>,
    /// Year and item of the page [default: as the document says].
    #[arg(long, value_name = "YEAR/ITEM")]
    pub(super) item: Option<String>,
    /// Output format of the doubts.
    #[arg(long, value_enum, default_value_t = ImportFormat::Human)]
    pub(super) format: ImportFormat,
}

/// Formats of the doubts of an import.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ImportFormat {
    /// For people.
    Human,
    /// For programs.
    Json,
}

/// Options of `convert`.
#[derive(Debug, Args)]
pub(super) struct ConvertArgs {
    /// Text files.
    #[arg(required = true, value_name = "FILE")]
    pub(super) files: Vec<PathBuf>,
}

/// Options of `sheet`.
#[derive(Debug, Args)]
pub(super) struct SheetArgs {
    /// Fiscal year.
    #[arg(long, value_name = "YEAR")]
    pub(super) year: String,
    /// Output format.
    #[arg(long, value_enum, default_value_t = SheetFormat::Xlsx)]
    pub(super) format: SheetFormat,
    /// File to write [default: oit-YEAR.xlsx here; the other forms go to standard output].
    #[arg(long, value_name = "FILE")]
    pub(super) out: Option<PathBuf>,
}

/// Formats of the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum SheetFormat {
    /// Excel
    Xlsx,
    /// Comma-separated.
    Csv,
    /// For programs.
    Json,
    /// Markdown
    Md,
}

/// Options of `due`.
#[derive(Debug, Args)]
pub(super) struct DueArgs {
    /// Fiscal year [default: the newest of the site].
    #[arg(long, value_name = "YEAR")]
    pub(super) year: Option<String>,
    /// Output format.
    #[arg(long, value_enum, default_value_t = DueFormat::Human)]
    pub(super) format: DueFormat,
    /// Date that counts as today.
    #[arg(long, value_name = "DATE")]
    pub(super) today: Option<String>,
    #[command(flatten)]
    pub(super) out: Out,
}

/// Formats of the list of what is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum DueFormat {
    /// For people.
    Human,
    /// For programs.
    Json,
    /// For calendars (iCalendar).
    Ics,
}

/// Options of `search`.
#[derive(Debug, Args)]
pub(super) struct SearchArgs {
    /// Words that a page must have, "…" for a phrase.
    #[arg(required = true, value_name = "QUERY")]
    pub(super) query: Vec<String>,
    /// Only pages of this fiscal year.
    #[arg(long, value_name = "YEAR")]
    pub(super) year: Option<String>,
    /// Only pages of this item.
    #[arg(long, value_name = "ITEM")]
    pub(super) item: Option<String>,
    /// Only pages that name this unit.
    #[arg(long, value_name = "UNIT")]
    pub(super) unit: Option<String>,
    /// All answers as JSON.
    #[arg(long)]
    pub(super) json: bool,
    #[command(flatten)]
    pub(super) out: Out,
}

/// Options of `explain`.
#[derive(Debug, Args)]
pub(super) struct ExplainArgs {
    /// Manual page, diagnostic code or entry; lists all if absent.
    pub(super) topic: Option<String>,
    /// Field, after `fields`.
    pub(super) name: Option<String>,
    #[command(flatten)]
    pub(super) out: Out,
}

/// Options of `schema`.
#[derive(Debug, Args)]
pub(super) struct SchemaArgs {
    /// Kind of file; all in one schema if absent.
    pub(super) kind: Option<String>,
    #[command(flatten)]
    pub(super) out: Out,
}

/// Options of `score`.
#[derive(Debug, Args)]
pub(super) struct ScoreArgs {
    #[command(subcommand)]
    pub(super) command: ScoreCommand,
}

/// Subcommands of `score`.
#[derive(Debug, Subcommand)]
pub(super) enum ScoreCommand {
    /// Check the published results of every year.
    Check(ScoreCheck),
    /// Forecast the OIT score from the filed items.
    Forecast(ScoreForecast),
    /// Derive the counts of passed items from a published score.
    Invert(ScoreInvert),
}

/// Options of `score check`.
#[derive(Debug, Args)]
pub(super) struct ScoreCheck {
    /// Output format.
    #[arg(long, value_enum, default_value_t = ScoreFormat::Human)]
    pub(super) format: ScoreFormat,
    #[command(flatten)]
    pub(super) out: Out,
}

/// Options of `score forecast`.
#[derive(Debug, Args)]
pub(super) struct ScoreForecast {
    /// Fiscal year (Buddhist era).
    #[arg(long, value_name = "YEAR")]
    pub(super) year: String,
    /// Output format.
    #[arg(long, value_enum, default_value_t = ScoreFormat::Human)]
    pub(super) format: ScoreFormat,
    #[command(flatten)]
    pub(super) out: Out,
}

/// Options of `score invert`.
#[derive(Debug, Args)]
pub(super) struct ScoreInvert {
    /// Fiscal year (Buddhist era).
    #[arg(long, value_name = "YEAR")]
    pub(super) year: String,
    /// Indicator number of the checklist.
    #[arg(long, value_name = "N")]
    pub(super) indicator: String,
    /// The published score.
    #[arg(value_name = "VALUE", allow_hyphen_values = true)]
    pub(super) value: String,
    /// Output format.
    #[arg(long, value_enum, default_value_t = ScoreFormat::Human)]
    pub(super) format: ScoreFormat,
    #[command(flatten)]
    pub(super) out: Out,
}

/// Output formats of `score`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ScoreFormat {
    /// For people.
    Human,
    /// For programs.
    Json,
}

/// Options of `new`.
#[derive(Debug, Args)]
pub(super) struct NewArgs {
    #[command(subcommand)]
    pub(super) command: NewCommand,
}

/// Subcommands of `new`.
#[derive(Debug, Subcommand)]
pub(super) enum NewCommand {
    /// Begin a site.
    Site(NewSiteArgs),
    /// Begin a fiscal year after an earlier one.
    Year(NewYearArgs),
    /// Begin the page of an item.
    Item(NewItemArgs),
    /// Begin an ordinary page.
    Page(NewPageArgs),
}

/// Options of `new site`.
#[derive(Debug, Args)]
pub(super) struct NewSiteArgs {
    /// Folder to make the site in.
    #[arg(value_name = "DIR")]
    pub(super) dir: PathBuf,
    /// Full name of the body.
    #[arg(long, value_name = "NAME")]
    pub(super) name: Option<String>,
    /// What kind of body it is.
    #[arg(long = "type", value_name = "TYPE")]
    pub(super) kind: Option<String>,
    /// District.
    #[arg(long, value_name = "NAME")]
    pub(super) district: Option<String>,
    /// Province.
    #[arg(long, value_name = "NAME")]
    pub(super) province: Option<String>,
    /// A division; once for each.
    #[arg(long = "unit", value_name = "NAME")]
    pub(super) units: Vec<String>,
    /// Address of the site.
    #[arg(long, value_name = "URL")]
    pub(super) base_url: Option<String>,
    /// A fiscal year; once for each [default: the newest with a checklist].
    #[arg(long = "year", value_name = "YEAR")]
    pub(super) years: Vec<String>,
}

/// Options of `new year`.
#[derive(Debug, Args)]
pub(super) struct NewYearArgs {
    /// The new fiscal year.
    #[arg(value_name = "YEAR")]
    pub(super) year: String,
    /// The fiscal year whose pages it follows.
    #[arg(long, value_name = "YEAR")]
    pub(super) from: String,
}

/// Options of `new item`.
#[derive(Debug, Args)]
pub(super) struct NewItemArgs {
    /// Fiscal year.
    #[arg(value_name = "YEAR")]
    pub(super) year: String,
    /// Codes of the items.
    #[arg(required = true, value_name = "ITEM")]
    pub(super) items: Vec<String>,
}

/// Options of `new page`.
#[derive(Debug, Args)]
pub(super) struct NewPageArgs {
    /// Name of the page, part of its address.
    #[arg(value_name = "NAME")]
    pub(super) name: String,
}
