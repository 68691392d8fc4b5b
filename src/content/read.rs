//! Reads every document of the tree, in parallel, each on its own.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;

use super::front_matter::{Assessment, FrontMatter};
use super::known::{Known, Understanding};
use super::parts::{first_line, parts, spoilt_end};
use super::split::is_spoilt_fence;
use super::{ASSESSMENTS_FILE, Attachment, Body, Content, Document, Home, Role, page_ids, role};
use crate::config::Limits;
use crate::diagnostics::{Diagnostic, Diagnostics, Place};
use crate::markdown::{self, RefusalKind};
use crate::source::{SourceTree, TextFile};
use crate::thai::FiscalYear;
use crate::yaml::{self, Context, FromNode, YamlLimits};

/// Understands every file of `content/`; what cannot be understood is reported and left out. Files that are `known` are not read again.
pub fn read(tree: &SourceTree, limits: &Limits, known: &mut Known) -> (Content, Diagnostics) {
    let mut diagnostics = Diagnostics::new();
    let mut content = Content::default();
    let mut files = Vec::new();
    for file in tree.texts_below("content/") {
        match role(&file.path) {
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
        match role(&blob.path) {
            Ok(Role::Attachment(output)) => content.attachments.push(Attachment { source: blob.path.clone(), output, size: blob.size }),
            Ok(_) => {}
            Err(diagnostic) => diagnostics.push(*diagnostic),
        }
    }
    if let Some(file) = tree.text(ASSESSMENTS_FILE) {
        content.assessments = assessments(file, &mut diagnostics);
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
    let now_document = now.document.clone()?;
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
    let document = understand(file, home, limits, &mut found).map(Arc::new);
    Understanding { source: file.path.clone(), text: file.text.clone(), document, found, is_outdated: false }
}

fn understand(file: &TextFile, home: Home, limits: &Limits, diagnostics: &mut Diagnostics) -> Option<Document> {
    let text = &*file.text.read();
    if let Some(diagnostic) = too_large(file, text, limits) {
        diagnostics.push(diagnostic);
        return None;
    }
    let parts = match parts(&file.path, text) {
        Ok(parts) => parts,
        Err(diagnostic) => {
            diagnostics.push(*diagnostic);
            return None;
        }
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
                // With another end than `---` the text is taken for data down to the next line of dashes.
                let is_below = |spoilt: &Diagnostic| spoilt.place.span.start <= diagnostic.place.span.start;
                let is_unread = matches!(diagnostic.code, "yaml-syntax" | "yaml-feature");
                let spoilt = spoilt_end(&file.path, text, range.clone()).filter(|spoilt| is_unread && is_below(spoilt));
                diagnostics.push(spoilt.unwrap_or(*diagnostic));
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
    let text = &*file.text.read();
    let node = match yaml::parse(&file.path, text, 0..text.len(), limits) {
        Ok(node) => node,
        Err(diagnostic) => {
            diagnostics.push(*diagnostic);
            return BTreeMap::new();
        }
    };
    let mut context = Context { file: &file.path, diagnostics };
    let Some(entries) = yaml::entries(&node, &mut context) else { return BTreeMap::new() };
    let mut first: BTreeMap<FiscalYear, &yaml::Key> = BTreeMap::new();
    let mut assessments = BTreeMap::new();
    for (key, node) in entries {
        let Some(year) = FiscalYear::parse(&key.name) else {
            context.report("not-a-fiscal-year", &key.span).set("text", &key.name);
            continue;
        };
        // `2565` and `๒๕๖๕` are two keys to YAML.
        if let Some(first) = first.get(&year) {
            let line = text.get(..first.span.start).unwrap_or_default().matches('\n').count() + 1;
            context.report("duplicate-key", &key.span).set("key", &key.name).set("first", &first.name).set("line", line);
            continue;
        }
        first.insert(year, key);
        assessments.extend(Assessment::from_node(node, &mut context).map(|assessment| (year, assessment)));
    }
    assessments
}

/// A first line that was meant to be `---`.
fn spoilt_fence(text: &str) -> Option<&str> {
    let line = text.lines().find(|line| !line.trim().is_empty())?;
    is_spoilt_fence(line).then(|| line.trim())
}
