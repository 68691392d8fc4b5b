//! prongsai (โปร่งใส) turns a folder of Markdown with YAML front matter into the static site on
//! which a Thai public body publishes its evidence for the OIT checklist of the integrity and
//! transparency assessment (ITA), one stable URL per item.
//!
//! Read as a sentence: *the [source tree](source) holds a [configuration](config),
//! [catalogues](catalogue) and [documents](content); they are assembled into a [site]; the site is
//! [checked](check), and [planned](plan) as a map of outputs; each output is [rendered](render) by
//! a pure function; the outputs are [written](output) to a folder, or [served](serve).* Each noun
//! is a type, each verb a function, each stage a module; [`pipeline`] alone knows the order.
//! `prongsai build` is [`pipeline::build`], `prongsai publish` is [`release::publish`].
//!
//! | stage | takes | gives |
//! |---|---|---|
//! | [`source`] | a folder | [`SourceTree`](source::SourceTree): every file in memory, or its name and size |
//! | [`config`] | `content/site.yaml` | [`Config`](config::Config) |
//! | [`catalogue`] | built-in and own checklists | [`Catalogues`](catalogue::Catalogues) |
//! | [`content`] | Markdown files | [`Content`](content::Content): each [`Document`](content::Document) understood on its own |
//! | [`site`] | all of these | [`Site`](site::Site): each [`Page`](site::Page) in its place |
//! | [`attachment`] | the files of a site that are published as they are | [`Inspected`](attachment::Inspected): what is inside each |
//! | [`check`] | a site and what is inside its files | findings |
//! | [`external`] | a site, and the network, when asked to | findings about links to other sites |
//! | [`plan`] | a site | [`Outputs`](plan::Outputs): an ordered map from path to [`Job`](plan::Job) |
//! | [`render`] | a job | bytes |
//! | [`output`] | all bytes | a folder, wholly or not at all |
//! | [`record`] | `urls.lock` and `history.yaml` | [`Record`](record::Record): what was ever published |
//! | [`release`] | a site, and what was published before | one more publication: its folder and its records |
//! | [`report`] | findings, and what the site file says of them | their severities, and their words for people and programs |
//! | [`rename`] | a site, and another name for a part of it | the bytes of the content that follow from it |
//! | [`sheet`] | a site | the answers of a year for the assessment system |
//! | [`pack`] | a published folder and a page of it | a ZIP file that proves the page |
//! | [`verify`] | a published copy | how it differs from what was published |
//! | [`witness`] | signatures of others about a publication | whether they hold |
//! | [`serve`] | a site and its plan, again after every change | each page when the browser asks for it |
//! | [`watch`] | some folders | a wake-up when something in them changed |
//!
//! The ground, which everybody may name: [`base`] (paths of sources, codes of items, languages,
//! files with a fixed name), [`thai`], [`diagnostics`], [`error`], [`yaml`], [`markdown`],
//! [`timings`]; and the rooms of libraries that several stages use, `archive` (ZIP), `checksum`
//! (SHA-256) and `network` (HTTP). The sentences of the program stand in `words`, Thai and English
//! side by side. What the preview makes again only when its input differs is
//! `memoized`; texts are cut by byte offsets in `slice` alone; files that another program holds are
//! waited for by `retry_budget`; a panic becomes an error in `unforeseen`. What results mean is in
//! [`score`]. The program itself is [`cli`].
//!
//! A room names only rooms on floors below its own, and no two files name each other in a circle:
//! `tests/it/architecture/` has the floors, and fails with the
//! line that breaks them. Types that several files of a room share have a file of their own.
//!
//! Ids in comments, such as P19, SC3 or AR5, are entries of the [manual]. Its page
//! [`development`](manual::development) tells how to add a check, a field, a page kind, a command
//! or a language.
//!
//! **Invariants.**
//! * Only `source` and `attachment` read the sources of a site and only `output` writes its folder
//!   and records, and the receipt of a build among the user's caches; all between is pure: no clock
//!   (today is an argument), no file system, no globals, so the same input gives the same bytes.
//!   `verify` and `pack` read published copies, and `verify` the history of a site; `rename` alone
//!   changes sources, when an officer asks for it; the other files that a command leaves (a sheet,
//!   a pack, a converted text) are written by [`cli`].
//! * One exception: the templates of a site's own theme may never end, so [`render`] makes them on
//!   a thread, and looks at the clock and the memory.
//! * What a page shows of other documents is in their [`CrossPageFacts`](site::CrossPageFacts), or
//!   the page is not [self-contained](site::Site::is_self_contained): a build keeps pages of an
//!   earlier one, and the preview its site, by no other knowledge of what they are made from.
//! * Every stage returns a value *and* its diagnostics, as good a value as it can, so that one run
//!   reports everything that is wrong. [`Error`](error::Error) is for trouble with the machine
//!   only.
//! * No stage but the severity policy in [`report`] decides how bad a finding is.
//! * No item number, year, name of a body or sentence for readers of pages stands in the code: they
//!   are catalogue, content or theme. No other room than `words` has a sentence of the program,
//!   but for the letter in a [pack], which is in both languages at once.
//! * One library, one room: each outside crate is named in one file or folder.

// A test that cuts within a letter fails, as it should.
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
pub mod error;
pub mod external;
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
pub mod score;
pub mod serve;
pub mod sheet;
pub mod site;
mod slice;
pub mod source;
pub mod thai;
pub mod timings;
mod unforeseen;
pub mod verify;
pub mod watch;
pub mod witness;
mod words;
pub mod yaml;
