//! prongsai (โปร่งใส) converts a folder of Markdown with YAML front matter to the static site on
//! which a Thai public body publishes its evidence for the OIT checklist of the integrity and
//! transparency assessment (ITA), one stable URL per item.
//!
//! In one sentence: *the [source tree](source) contains a [configuration](config),
//! [catalogues](catalogue) and [documents](content); they are assembled into a [site]; the site is
//! [checked](check), and [planned](plan) as a map of outputs; each output is [rendered](render) by
//! a pure function; the outputs are [written](output) to a folder, or [served](serve).* Each noun
//! is a type, each verb a function, each stage a module; only [`pipeline`] knows the order.
//! `prongsai build` is [`pipeline::build`], `prongsai publish` is [`release::publish`].
//!
//! | stage | input | output |
//! |---|---|---|
//! | [`source`] | a folder | [`SourceTree`]: every file in memory, or its name and size |
//! | [`config`] | `content/site.yaml` | [`Config`](config::Config) |
//! | [`catalogue`] | built-in and own checklists | [`Catalogues`] |
//! | [`content`] | Markdown files | [`Content`](content::Content): each [`Document`] on its own |
//! | [`site`] | all of these | [`Site`](site::Site): each [`Page`] in its place |
//! | [`attachment`] | files published unchanged | [`Inspected`]: the content of each |
//! | [`check`] | a site and the content of its files | diagnostics |
//! | [`external`] | a site, and on request the network | diagnostics of links to other sites |
//! | [`plan`] | a site | [`Outputs`]: an ordered map from path to [`Job`] |
//! | [`render`] | a job | bytes |
//! | [`search`] | rendered pages, and the texts of attachments | the scripts of the search page, or answers |
//! | [`output`] | all bytes | a folder, written atomically |
//! | [`record`] | `urls.lock` and `history.yaml` | [`Record`](record::Record): all publications |
//! | [`release`] | a site and the earlier publications | a new publication: folder and records |
//! | [`report`] | diagnostics and the severities of the site | a report for people or programs |
//! | [`rename`] | a site and a new name for a part of it | the edited content |
//! | [`due`] | a site and a day | what is still to be done |
//! | [`scaffold`] | a site, and what is not there yet | new content, to be filled in |
//! | [`form`] | a page of measures or progress | a workbook to fill in, and its changes to the page |
//! | [`import`] | a site, and a document with tables | a new page, and what is doubtful in it |
//! | [`sheet`] | a site | the answers of a year for the assessment system |
//! | [`pack`] | a published folder and a page of it | a ZIP file with the evidence of the page |
//! | [`verify`] | a published copy | its differences from what was published |
//! | [`witness`] | signatures of a publication | their validity |
//! | [`serve`] | a site and its plan, again after every change | each page on request |
//! | [`watch`] | some folders | a notification after a change |
//! | [`store`] | a run | the same results for the next run, while their inputs are the same |
//!
//! Lower modules, usable by all: [`base`] (source paths, item codes, languages, fixed file names),
//! [`thai`], [`diagnostics`], [`error`], [`yaml`], [`markdown`], [`timings`]; and wrappers of
//! libraries that several stages use, `archive` (ZIP), `checksum` (SHA-256), `network` (HTTP) and
//! `workbook` (XLSX).
//! `words` has the messages in Thai and English, `memoized` recomputes results of the preview only
//! if their input changes, `slice` is the only module that slices text by byte offset,
//! `retry_budget` waits for files that another program holds, and `unforeseen` converts panics to
//! errors. [`score`] interprets results. [`cli`] is the program itself.
//!
//! A module depends only on modules of lower layers, and files do not depend on each other in
//! cycles: `tests/it/architecture/` lists the layers, and reports the line that violates them.
//! Types shared by several files of a module have a file of their own.
//!
//! Ids in comments, such as P19, SC3 or AR5, are entries of the [manual]. Its page
//! [`development`](manual::development) describes how to add a check, a field, a page kind, a
//! command or a language.
//!
//! **Invariants.**
//! * Only `source` and `attachment` read the sources of a site, and only `output` writes its folder
//!   and records; in the user's cache directory, it writes the receipt of a build, and `store` what
//!   a run keeps for the next one. All stages between are
//!   pure: no clock (today is an argument), no file system, no globals, so that the same input
//!   gives the same bytes. `verify` and `pack` read published copies, and `verify` the history of a
//!   site; only `rename` changes and adds sources, on request, also for `scaffold` and `form`; [`cli`] writes all other files (a sheet, a
//!   form, a pack, a converted text).
//! * One exception: as the templates of a custom theme may not terminate, [`render`] runs them on a
//!   thread, and monitors time and memory.
//! * A page shows only those facts of other documents that are in their
//!   [`CrossPageFacts`](site::CrossPageFacts); otherwise it is not
//!   [self-contained](site::Site::is_self_contained). A build reuses pages of an earlier one, and
//!   the preview its site, on this basis alone.
//! * Every stage returns a value, as complete as possible, *and* its diagnostics, so that one run
//!   reports all errors. [`Error`](error::Error) is only for system errors.
//! * Only the severity policy in [`report`] determines severities.
//! * The code has no item numbers, years, names of bodies or texts for readers of pages: they are
//!   in the catalogue, content or theme. Only `words` has messages of the program, except the
//!   letter in a [pack], which is bilingual.
//! * One library, one module: each external crate is used in a single file or folder, except those
//!   by which types are declared (`serde`, `borsh`).
//!
//! [`SourceTree`]: source::SourceTree
//! [`Catalogues`]: catalogue::Catalogues
//! [`Document`]: content::Document
//! [`Page`]: site::Page
//! [`Inspected`]: attachment::Inspected
//! [`Outputs`]: plan::Outputs
//! [`Job`]: plan::Job

// Tests may slice strings: an invalid boundary makes them fail, as intended.
#![cfg_attr(test, allow(clippy::string_slice, clippy::disallowed_methods))]

mod archive;
pub mod attachment;
pub mod base;
pub mod catalogue;
pub mod check;
mod checksum;
pub mod cli;
pub mod config;
pub mod content;
pub mod diagnostics;
pub mod due;
pub mod error;
pub mod external;
pub mod form;
pub mod import;
pub mod manual;
pub mod markdown;
mod memoized;
mod network;
pub mod output;
pub mod pack;
pub mod pipeline;
pub mod plan;
pub mod record;
pub mod release;
pub mod rename;
pub mod render;
pub mod report;
mod retry_budget;
pub mod scaffold;
pub mod score;
pub mod search;
pub mod serve;
pub mod sheet;
pub mod site;
mod slice;
pub mod source;
pub mod store;
pub mod thai;
pub mod timings;
mod unforeseen;
pub mod verify;
pub mod watch;
pub mod witness;
mod words;
mod workbook;
pub mod yaml;
