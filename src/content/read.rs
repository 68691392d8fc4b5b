//! Reads all documents of the tree in parallel.

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use super::assessments::assessments;
use super::front_matter::FrontMatter;
use super::other_versions::{copy_beside, only_versions, told};
use super::parse_cache::{ParseCache, ParsedFile};
use super::parts::{first_line, parts, spoilt_end};
use super::refusals::refusals;
use super::split::is_spoilt_fence;
use super::{Attachment, Body, Content, Document, FileRole, Route, page_ids, role};
use crate::base::{ASSESSMENTS_FILE, RelPath};
use crate::config::Limits;
use crate::diagnostics::{Diagnostic, Diagnostics, Outcome, SourceSpan};
use crate::markdown;
use crate::slice::slice;
use crate::source::{SourceTree, TextFile};
use crate::unforeseen::{self, Activity};
use crate::witness::Witness;
use crate::yaml::{self, Context, FromNode, UnreadFields, YamlLimits};

/// Parses every file of `content/`; invalid ones are reported and omitted. Unchanged files are
/// taken from `known`.
pub fn read(tree: &SourceTree, limits: &Limits, known: &mut ParseCache) -> Outcome<Content> {
    let mut diagnostics = Diagnostics::new();
    let mut content = Content::default();
    let mut files = Vec::new();
    let mut folders = BTreeSet::new();
    // A misnamed folder gives the same diagnostic for each of its files.
    let mut refuse = |path: &RelPath, finding: Diagnostic| {
        if finding.place.file == *path || folders.insert(finding.place.file.clone()) {
            diagnostics.push(told(finding, tree));
        }
    };
    for file in tree.texts_below("content/") {
        match unforeseen::at(file.path.as_str(), Activity::Reading, || (copy_beside(&file.path, tree), role(&file.path))) {
            (Some(copy), _) => refuse(&file.path, copy),
            (None, Ok(FileRole::Document(home))) => files.push((file, home)),
            (None, Ok(FileRole::Witness(publication))) => {
                let text = file.text.read().into_owned();
                content.witnesses.push(Witness { source: file.path.clone(), publication, text });
            }
            (None, Ok(FileRole::Attachment(_) | FileRole::Elsewhere)) => {}
            (None, Err(finding)) => refuse(&file.path, *finding),
        }
    }
    for blob in tree.blobs_below("content/") {
        match unforeseen::at(blob.path.as_str(), Activity::Reading, || role(&blob.path)) {
            Ok(FileRole::Attachment(output)) => content.attachments.push(Attachment { source: blob.path.clone(), output, size: blob.size }),
            Ok(_) => {}
            Err(finding) => refuse(&blob.path, *finding),
        }
    }
    diagnostics.extend(only_versions(tree));
    known.are_read_within(limits);
    let read_one = |(file, home): (&TextFile, Route)| known.get(file).unwrap_or_else(|| known.or_as_before(document(file, home, limits)));
    let read: Vec<ParsedFile> = files.into_par_iter().map(read_one).collect();
    known.replace(&read);
    content.unread = refused_pages(tree).collect();
    for ParsedFile { source, document, found, .. } in read {
        match document {
            Some(document) => content.documents.push(document),
            None => content.unread.extend(role(&source).ok().and_then(FileRole::home).map(|home| (source, home))),
        }
        diagnostics.append(found);
    }
    if let Some(file) = tree.text(ASSESSMENTS_FILE) {
        content.assessments = unforeseen::at(ASSESSMENTS_FILE, Activity::Reading, || assessments(file, &mut diagnostics));
    }
    Outcome(content, diagnostics)
}

/// Page files that are not valid text; already reported.
fn refused_pages(tree: &SourceTree) -> impl Iterator<Item = (RelPath, Route)> {
    tree.left_out().filter_map(|file| Some((file.clone(), role(file).ok()?.home()?)))
}

/// An edited document: previous and current version, each with its diagnostics.
#[derive(Debug)]
pub struct EditedDocument {
    pub(crate) before: (Arc<Document>, Diagnostics),
    pub(crate) now: (Arc<Document>, Diagnostics),
}

/// Parses a file of which an earlier version is cached; `None` if it is not cached or either
/// version is invalid.
pub fn read_edited(file: &TextFile, known: &mut ParseCache) -> Option<EditedDocument> {
    let Ok(FileRole::Document(home)) = role(&file.path) else { return None };
    let now = document(file, home, &known.limits()?);
    let now_document = now.document.clone().filter(|_| !file.text.is_empty())?;
    let found = now.found.clone();
    let before = known.put(now)?;
    match before {
        ParsedFile { document: Some(document), found: before, is_outdated: false, .. } => {
            Some(EditedDocument { before: (document, before), now: (now_document, found) })
        }
        _ => None,
    }
}

/// Parses one file.
fn document(file: &TextFile, home: Route, limits: &Limits) -> ParsedFile {
    let mut found = Diagnostics::new();
    let document = unforeseen::at(file.path.as_str(), Activity::Reading, || understand(file, home, limits, &mut found)).map(Arc::new);
    ParsedFile { source: file.path.clone(), text: file.text.clone(), document, found, is_outdated: false }
}

/// What the paper leaves blank is stated so: `memo: {number: {running: null}}`.
const BLANK_BY_RIGHT: &[&str] = &["memo"];

fn understand(file: &TextFile, home: Route, limits: &Limits, diagnostics: &mut Diagnostics) -> Option<Document> {
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
    let (front_matter, unread) = match &parts.front_matter {
        None => {
            let diagnostic = Diagnostic::new("front-matter-missing", SourceSpan::new(&file.path, first_line(text)));
            diagnostics.push(diagnostic.with_some("dashes", spoilt_fence(text)));
            (FrontMatter::default(), UnreadFields::all_of(0..text.len()))
        }
        Some(range) => match yaml::parse(&file.path, text, range.clone(), yaml_limits) {
            Ok(mut node) => {
                let mut context = Context::new(&file.path, diagnostics);
                yaml::rejoin_numbers(&mut node, text, &mut context);
                let front_matter = FrontMatter::from_node(&node, &mut context)?;
                yaml::report_nulls(&node, BLANK_BY_RIGHT, &mut context);
                (front_matter, context.unread)
            }
            Err(diagnostic) => {
                // With a misspelt closing delimiter, text up to the next line of dashes is parsed
                // as YAML.
                let is_below = |spoilt: &Diagnostic| spoilt.place.span.start <= diagnostic.place.span.start;
                let is_unread = matches!(diagnostic.code, "yaml-syntax" | "yaml-feature");
                let spoilt = spoilt_end(&file.path, text, range.clone()).filter(|spoilt| is_unread && is_below(spoilt));
                diagnostics.push(spoilt.unwrap_or(*diagnostic));
                return None;
            }
        },
    };
    let outline = {
        let ids = page_ids(&front_matter);
        let reserved: Vec<&str> = ids.iter().map(|id| &**id).collect();
        let markdown_limits = markdown::MarkdownLimits { max_nesting: limits.nesting, reserved_ids: &reserved };
        markdown::outline(slice(text, parts.body.clone()), &markdown_limits)
    };
    let body = Body { file: file.text.clone(), range: parts.body, outline: Arc::new(outline) };
    control_characters(file, text, &body, diagnostics);
    refusals(file, text, &body, diagnostics);
    Some(Document { source: file.path.clone(), home, front_matter, unread, body })
}

fn too_large(file: &TextFile, text: &str, limits: &Limits) -> Option<Diagnostic> {
    if text.len() > limits.file {
        return Some(Diagnostic::new("file-too-large", SourceSpan::file(&file.path)).with("size", text.len()).with("limit", limits.file));
    }
    if text.len() <= limits.line {
        return None;
    }
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if line.len() > limits.line {
            let start = line.chars().next().map_or(0, char::len_utf8);
            return Some(
                Diagnostic::new("line-too-long", SourceSpan::new(&file.path, at..at + start))
                    .with("size", line.len())
                    .with("limit", limits.line),
            );
        }
        at += line.len();
    }
    None
}

/// Reports control characters, which Markdown would drop silently.
fn control_characters(file: &TextFile, text: &str, body: &Body, diagnostics: &mut Diagnostics) {
    let text = slice(text, body.range.clone());
    if let Some(bad) = yaml::first_control(text) {
        let at = text.find(bad).unwrap_or(0);
        let place = SourceSpan::new(&file.path, body.in_file(&(at..at + bad.len_utf8())));
        diagnostics.push(Diagnostic::new("control-character", place).with("character", bad));
    }
}

/// A first line that was probably meant as `---`.
fn spoilt_fence(text: &str) -> Option<&str> {
    let line = text.lines().find(|line| !line.trim().is_empty())?;
    is_spoilt_fence(line).then(|| line.trim())
}
