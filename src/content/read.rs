//! Reads every document of the tree, in parallel, each on its own.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;

use super::front_matter::{Assessment, FrontMatter};
use super::known::{Known, Understanding};
use super::split::split;
use super::{ASSESSMENTS_FILE, Attachment, Body, Content, Document, Home, Role, page_ids, role};
use crate::config::Limits;
use crate::diagnostics::{Diagnostic, Diagnostics, Place};
use crate::markdown::{self, RefusalKind};
use crate::source::{SourceTree, TextFile};
use crate::thai::FiscalYear;
use crate::unforeseen::{self, Doing};
use crate::yaml::{self, Context, FromNode, Node, YamlLimits};

/// Understands every file of `content/`; what cannot be understood is reported and left out. Files that are `known` are not read again.
pub fn read(tree: &SourceTree, limits: &Limits, known: &mut Known) -> (Content, Diagnostics) {
    let mut diagnostics = Diagnostics::new();
    let mut content = Content::default();
    let mut files = Vec::new();
    for file in tree.texts_below("content/") {
        match unforeseen::at(file.path.as_str(), Doing::Reading, || role(&file.path)) {
            Ok(Role::Document(home)) => files.push((file, home)),
            Ok(Role::Attachment(_) | Role::Elsewhere) => {}
            Err(diagnostic) => diagnostics.push(*diagnostic),
        }
    }
    known.are_read_within(limits);
    let read_one = |(file, home): (&TextFile, Home)| known.get(file).unwrap_or_else(|| known.or_as_before(document(file, home, limits)));
    let read: Vec<Understanding> = files.into_par_iter().map(read_one).collect();
    known.replace(&read);
    for Understanding { document, found, .. } in read {
        content.documents.extend(document);
        diagnostics.append(found);
    }
    for blob in tree.blobs_below("content/") {
        match unforeseen::at(blob.path.as_str(), Doing::Reading, || role(&blob.path)) {
            Ok(Role::Attachment(output)) => content.attachments.push(Attachment { source: blob.path.clone(), output, size: blob.size }),
            Ok(_) => {}
            Err(diagnostic) => diagnostics.push(*diagnostic),
        }
    }
    if let Some(file) = tree.text(ASSESSMENTS_FILE) {
        content.assessments = unforeseen::at(ASSESSMENTS_FILE, Doing::Reading, || assessments(file, &mut diagnostics));
    }
    (content, diagnostics)
}

/// A document that was edited: its versions before and now, each with what was found in it.
#[derive(Debug)]
pub struct Edited {
    /// As it was.
    pub before: (Arc<Document>, Diagnostics),
    /// As it is.
    pub now: (Arc<Document>, Diagnostics),
}

/// Understands one file of which an earlier version is known; `None` if there is no such version or either of them cannot be understood.
pub fn read_edited(file: &TextFile, known: &mut Known) -> Option<Edited> {
    let Ok(Role::Document(home)) = role(&file.path) else { return None };
    let now = document(file, home, &known.limits()?);
    let now_document = now.document.clone().filter(|_| !file.text.is_empty())?;
    let found = now.found.clone();
    let before = known.put(now)?;
    match before {
        Understanding { document: Some(document), found: before, is_outdated: false, .. } => {
            Some(Edited { before: (document, before), now: (now_document, found) })
        }
        _ => None,
    }
}

/// Understands one file.
fn document(file: &TextFile, home: Home, limits: &Limits) -> Understanding {
    let mut found = Diagnostics::new();
    let document = unforeseen::at(file.path.as_str(), Doing::Reading, || understand(file, home, limits, &mut found)).map(Arc::new);
    Understanding { source: file.path.clone(), text: file.text.clone(), document, found, is_outdated: false }
}

fn understand(file: &TextFile, home: Home, limits: &Limits, diagnostics: &mut Diagnostics) -> Option<Document> {
    let text = &*file.text.read();
    if let Some(diagnostic) = too_large(file, text, limits) {
        diagnostics.push(diagnostic);
        return None;
    }
    let Ok(parts) = split(text) else {
        diagnostics.push(Diagnostic::new("front-matter-unclosed", Place::new(&file.path, first_line(text))));
        return None;
    };
    let yaml_limits = YamlLimits { bytes: limits.front_matter, depth: limits.yaml_depth };
    let front_matter = match &parts.front_matter {
        None => {
            let diagnostic = Diagnostic::new("front-matter-missing", Place::new(&file.path, first_line(text)));
            diagnostics.push(diagnostic.with_some("dashes", spoilt_fence(text)));
            Some(FrontMatter::default())
        }
        Some(range) => match yaml::parse(&file.path, text, range.clone(), yaml_limits) {
            Ok(node) => FrontMatter::from_node(&node, &mut Context { file: &file.path, diagnostics }),
            Err(diagnostic) => {
                diagnostics.push(*diagnostic);
                None
            }
        },
    };
    let front_matter = front_matter?;
    let outline = {
        let markdown_limits = markdown::Limits { max_nesting: limits.nesting, reserved_ids: &page_ids(&front_matter) };
        markdown::outline(&text[parts.body.clone()], &markdown_limits)
    };
    let body = Body { file: file.text.clone(), range: parts.body, outline: Arc::new(outline) };
    control_characters(file, text, &body, diagnostics);
    refusals(file, text, &body, diagnostics);
    Some(Document { source: file.path.clone(), home, front_matter, body })
}

fn too_large(file: &TextFile, text: &str, limits: &Limits) -> Option<Diagnostic> {
    if text.len() > limits.file {
        return Some(Diagnostic::new("file-too-large", Place::file(&file.path)).with("size", text.len()).with("limit", limits.file));
    }
    if text.len() <= limits.line {
        return None;
    }
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if line.len() > limits.line {
            let start = line.chars().next().map_or(0, char::len_utf8);
            return Some(
                Diagnostic::new("line-too-long", Place::new(&file.path, at..at + start))
                    .with("size", line.len())
                    .with("limit", limits.line),
            );
        }
        at += line.len();
    }
    None
}

/// Characters that Markdown would drop without a word.
fn control_characters(file: &TextFile, text: &str, body: &Body, diagnostics: &mut Diagnostics) {
    let text = &text[body.range.clone()];
    if let Some(bad) = yaml::first_control(text) {
        let at = text.find(bad).unwrap_or(0);
        let place = Place::new(&file.path, body.in_file(&(at..at + bad.len_utf8())));
        diagnostics.push(Diagnostic::new("control-character", place).with("character", bad));
    }
}

/// What the Markdown stage would not print becomes a finding with its place in the file.
fn refusals(file: &TextFile, text: &str, body: &Body, diagnostics: &mut Diagnostics) {
    for refusal in &body.outline.refusals {
        let code = match &refusal.kind {
            RefusalKind::RawHtml => "raw-html",
            RefusalKind::Scheme { .. } => "unsafe-link",
            RefusalKind::Nesting { .. } => "markdown-too-deep",
            RefusalKind::SpaceInsideEmphasis => "emphasis-space",
            RefusalKind::UnderscoreBesideThai => "emphasis-underscore",
            RefusalKind::ParserPanic => "markdown-unreadable",
            RefusalKind::HeadingAttributes => "heading-attributes",
            RefusalKind::DuplicateId { .. } => "duplicate-anchor",
            RefusalKind::UnusedFootnote => "unused-footnote",
            RefusalKind::SpaceInDestination => "link-space",
            RefusalKind::MissingImageText => "image-without-text",
        };
        let span = match &refusal.kind {
            RefusalKind::HeadingAttributes | RefusalKind::DuplicateId { .. } => braces(text, body.in_file(&refusal.span)),
            _ => body.in_file(&refusal.span),
        };
        let text = text.get(span.clone()).unwrap_or_default();
        let diagnostic = Diagnostic::new(code, Place::new(&file.path, span)).with("text", text);
        diagnostics.push(match &refusal.kind {
            RefusalKind::Scheme { scheme } => diagnostic.with("scheme", scheme),
            RefusalKind::Nesting { limit } => diagnostic.with("limit", limit),
            RefusalKind::DuplicateId { id } => diagnostic.with("id", id),
            _ => diagnostic,
        });
    }
}

/// The braces at the end of a heading; the heading if it has none.
fn braces(text: &str, heading: Range<usize>) -> Range<usize> {
    let Some(line) = text.get(heading.clone()) else { return heading };
    line.rfind('{').map_or(heading.clone(), |at| heading.start + at..heading.start + line.trim_end().len())
}

/// `assessments.yaml`: fiscal year → result.
fn assessments(file: &TextFile, diagnostics: &mut Diagnostics) -> BTreeMap<FiscalYear, Assessment> {
    let limits = YamlLimits { bytes: 1 << 20, depth: 32 };
    let node = match yaml::parse(&file.path, &file.text.read(), 0..file.text.len(), limits) {
        Ok(node) => node,
        Err(diagnostic) => {
            diagnostics.push(*diagnostic);
            return BTreeMap::new();
        }
    };
    let mut context = Context { file: &file.path, diagnostics };
    let Some(entries) = yaml::entries(&node, &mut context) else { return BTreeMap::new() };
    let year_of = |(key, node): &(yaml::Key, Node)| {
        let Some(year) = FiscalYear::parse(&key.name) else {
            context.report("not-a-fiscal-year", &key.span).set("text", &key.name);
            return None;
        };
        Assessment::from_node(node, &mut context).map(|assessment| (year, assessment))
    };
    entries.iter().filter_map(year_of).collect()
}

/// A first line that was meant to be `---`: other dashes, or another number of them.
fn spoilt_fence(text: &str) -> Option<&str> {
    let line = text.lines().next()?.trim();
    let dashes = !line.is_empty() && line.chars().all(|c| matches!(c, '-' | '‐'..='―' | '−' | '_' | '='));
    dashes.then_some(line)
}

/// Something for a caret to stand under: at most 40 characters of the first line.
fn first_line(text: &str) -> Range<usize> {
    let line = text.lines().next().unwrap_or_default();
    0..line.char_indices().nth(40).map_or(line.len(), |(at, _)| at)
}
