//! Reads every document of the tree, in parallel, each on its own.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;

use super::front_matter::{Assessment, FrontMatter};
use super::known::{Known, Understanding};
use super::other_versions::{copy_beside, left_over, told};
use super::parts::{first_line, parts, spoilt_end};
use super::split::is_spoilt_fence;
use super::{ASSESSMENTS_FILE, Attachment, Body, Content, Document, Home, Role, page_ids, role};
use crate::config::{Limits, meant_address};
use crate::diagnostics::{Diagnostic, Diagnostics, Place};
use crate::markdown::{self, RefusalKind};
use crate::slice::slice;
use crate::source::{RelPath, SourceTree, TextFile, on_own_computer};
use crate::thai::FiscalYear;
use crate::unforeseen::{self, Doing};
use crate::yaml::{self, Context, FromNode, Unread, YamlLimits};

/// Understands every file of `content/`; what cannot be understood is reported and left out. Files that are `known` are not read again.
pub fn read(tree: &SourceTree, limits: &Limits, known: &mut Known) -> (Content, Diagnostics) {
    let mut diagnostics = Diagnostics::new();
    let mut content = Content::default();
    let mut files = Vec::new();
    let mut folders = BTreeSet::new();
    // What is wrong with a folder is the same for each of its files.
    let mut refuse = |path: &RelPath, finding: Diagnostic| {
        if finding.place.file == *path || folders.insert(finding.place.file.clone()) {
            diagnostics.push(told(finding, tree));
        }
    };
    for file in tree.texts_below("content/") {
        match unforeseen::at(file.path.as_str(), Doing::Reading, || (copy_beside(&file.path, tree), role(&file.path))) {
            (Some(copy), _) => refuse(&file.path, copy),
            (None, Ok(Role::Document(home))) => files.push((file, home)),
            (None, Ok(Role::Attachment(_) | Role::Elsewhere)) => {}
            (None, Err(finding)) => refuse(&file.path, *finding),
        }
    }
    for blob in tree.blobs_below("content/") {
        match unforeseen::at(blob.path.as_str(), Doing::Reading, || role(&blob.path)) {
            Ok(Role::Attachment(output)) => content.attachments.push(Attachment { source: blob.path.clone(), output, size: blob.size }),
            Ok(_) => {}
            Err(finding) => refuse(&blob.path, *finding),
        }
    }
    diagnostics.extend(left_over(tree));
    known.are_read_within(limits);
    let read_one = |(file, home): (&TextFile, Home)| known.get(file).unwrap_or_else(|| known.or_as_before(document(file, home, limits)));
    let read: Vec<Understanding> = files.into_par_iter().map(read_one).collect();
    known.replace(&read);
    content.unread = refused_pages(tree).collect();
    for Understanding { source, document, found, .. } in read {
        match document {
            Some(document) => content.documents.push(document),
            None => content.unread.extend(role(&source).ok().and_then(Role::home).map(|home| (source, home))),
        }
        diagnostics.append(found);
    }
    if let Some(file) = tree.text(ASSESSMENTS_FILE) {
        content.assessments = unforeseen::at(ASSESSMENTS_FILE, Doing::Reading, || assessments(file, &mut diagnostics));
    }
    (content, diagnostics)
}

/// Files that would be pages and are no text: that has been reported.
fn refused_pages(tree: &SourceTree) -> impl Iterator<Item = (RelPath, Home)> {
    tree.left_out().filter_map(|file| Some((file.clone(), role(file).ok()?.home()?)))
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
            let diagnostic = Diagnostic::new("front-matter-missing", Place::new(&file.path, first_line(text)));
            diagnostics.push(diagnostic.with_some("dashes", spoilt_fence(text)));
            (FrontMatter::default(), Unread::all_of(0..text.len()))
        }
        Some(range) => match yaml::parse(&file.path, text, range.clone(), yaml_limits) {
            Ok(mut node) => {
                let mut context = Context::new(&file.path, diagnostics);
                yaml::rejoin_numbers(&mut node, text, &mut context);
                (FrontMatter::from_node(&node, &mut context)?, context.unread)
            }
            Err(diagnostic) => {
                // With another end than `---` the text is taken for data down to the next line of dashes.
                let is_below = |spoilt: &Diagnostic| spoilt.place.span.start <= diagnostic.place.span.start;
                let is_unread = matches!(diagnostic.code, "yaml-syntax" | "yaml-feature");
                let spoilt = spoilt_end(&file.path, text, range.clone()).filter(|spoilt| is_unread && is_below(spoilt));
                diagnostics.push(spoilt.unwrap_or(*diagnostic));
                return None;
            }
        },
    };
    let outline = {
        let markdown_limits = markdown::Limits { max_nesting: limits.nesting, reserved_ids: &page_ids(&front_matter) };
        markdown::outline(slice(text, parts.body.clone()), &markdown_limits)
    };
    let body = Body { file: file.text.clone(), range: parts.body, outline: Arc::new(outline) };
    control_characters(file, text, &body, diagnostics);
    refusals(file, text, &body, diagnostics);
    Some(Document { source: file.path.clone(), home, front_matter, unread, body })
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
    let text = slice(text, body.range.clone());
    if let Some(bad) = yaml::first_control(text) {
        let at = text.find(bad).unwrap_or(0);
        let place = Place::new(&file.path, body.in_file(&(at..at + bad.len_utf8())));
        diagnostics.push(Diagnostic::new("control-character", place).with("character", bad));
    }
}

/// What the Markdown stage would not print becomes a finding with its place in the file.
fn refusals(file: &TextFile, text: &str, body: &Body, diagnostics: &mut Diagnostics) {
    for refusal in &body.outline.refusals {
        let span = match &refusal.kind {
            RefusalKind::HeadingAttributes | RefusalKind::DuplicateId { .. } => braces(text, body.in_file(&refusal.span)),
            _ => body.in_file(&refusal.span),
        };
        let text = text.get(span.clone()).unwrap_or_default();
        let place = Place::new(&file.path, span);
        if let RefusalKind::Scheme { .. } | RefusalKind::SpaceInDestination = &refusal.kind
            && let Some(name) = on_own_computer(destination(text))
        {
            diagnostics.push(own_computer(destination(text), name, place));
            continue;
        }
        let code = match &refusal.kind {
            RefusalKind::RawHtml => "raw-html",
            RefusalKind::Scheme { .. } => "unsafe-link",
            RefusalKind::Nesting { .. } => "markdown-too-deep",
            RefusalKind::SpaceInsideEmphasis => "emphasis-space",
            RefusalKind::UnderscoreBesideThai => "emphasis-underscore",
            RefusalKind::TildesShown => "strikethrough-shown",
            RefusalKind::ParserPanic => "markdown-unreadable",
            RefusalKind::HeadingAttributes => "heading-attributes",
            RefusalKind::DuplicateId { .. } => "duplicate-anchor",
            RefusalKind::UnusedFootnote => "unused-footnote",
            RefusalKind::SpaceInDestination => "link-space",
            RefusalKind::MissingImageText => "image-without-text",
            RefusalKind::ExtraCells => "table-extra-cell",
            RefusalKind::UnusedDefinition => "link-definition-unused",
            RefusalKind::LostText => "text-lost",
            RefusalKind::LostBackslash => "backslash-lost",
            RefusalKind::ListIndent { .. } => "list-indent",
            RefusalKind::ListNumber { .. } => "list-number",
            RefusalKind::NumberAsList => "number-as-list",
            RefusalKind::IndentedText { .. } => "indented-paragraph",
            RefusalKind::OpenFence => "fence-open",
            RefusalKind::TextBehindFence => "fence-text",
            RefusalKind::Underline { .. } => "underline-heading",
        };
        let diagnostic = Diagnostic::new(code, place).with("text", text);
        diagnostics.push(match &refusal.kind {
            RefusalKind::Scheme { scheme } => diagnostic.with("scheme", scheme).with_some("meant", meant_address(destination(text))),
            RefusalKind::SpaceInDestination if let Some(address) = meant_address(text) => diagnostic.with("address", address),
            RefusalKind::SpaceInDestination if text.contains('\\') => diagnostic.with("slashes", text.replace('\\', "/")),
            RefusalKind::Nesting { limit } => diagnostic.with("limit", limit),
            RefusalKind::DuplicateId { id } => diagnostic.with("id", id),
            RefusalKind::RawHtml => with_tag(diagnostic, text),
            RefusalKind::ListIndent { line } | RefusalKind::IndentedText { line } => diagnostic.with("line", line),
            RefusalKind::ListNumber { printed } => diagnostic.with("found", text).with("expected", printed).with("printed", printed),
            RefusalKind::NumberAsList => diagnostic.with("repaired", escaped(text)),
            RefusalKind::LostText => diagnostic.with_some("repaired", text.starts_with('[').then(|| format!("\\{text}"))),
            RefusalKind::LostBackslash => diagnostic.with("repaired", format!("`{text}`")),
            RefusalKind::Underline { above } => diagnostic.with("above", above),
            _ => diagnostic,
        });
    }
}

/// Two tags have their own repairs.
fn with_tag(diagnostic: Diagnostic, html: &str) -> Diagnostic {
    let html = html.trim_start();
    if html.starts_with("<!--") {
        diagnostic.with("comment", html.lines().next().unwrap_or_default())
    } else if html.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("<br")) {
        diagnostic.with("br", html)
    } else {
        diagnostic
    }
}

/// `2566\.`: a number that no list begins with.
fn escaped(number: &str) -> String {
    let digits = number.trim_end_matches(|c: char| !c.is_ascii_digit());
    format!("{digits}\\{}", number.strip_prefix(digits).unwrap_or_default())
}

/// The destination in the text of a link: `[แผน](C:\แผน.pdf)`, `<C:/แผน.pdf>`.
fn destination(link: &str) -> &str {
    let inner = link.rsplit_once("](").map_or(link, |(_, inner)| inner.strip_suffix(')').unwrap_or(inner));
    inner.trim().trim_start_matches('<').trim_end_matches('>')
}

/// A link to a file that only its author's computer has, with the link to write.
fn own_computer(path: &str, name: &str, place: Place) -> Diagnostic {
    let diagnostic = Diagnostic::new("path-of-computer", place).with("text", path);
    match name {
        "" => diagnostic,
        name if name.contains(' ') => diagnostic.with("file", name).with("write", format!("(<{name}>)")),
        name => diagnostic.with("file", name).with("write", format!("({name})")),
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
    let mut node = match yaml::parse(&file.path, text, 0..text.len(), limits) {
        Ok(node) => node,
        Err(diagnostic) => {
            diagnostics.push(*diagnostic);
            return BTreeMap::new();
        }
    };
    let mut context = Context::new(&file.path, diagnostics);
    yaml::rejoin_numbers(&mut node, text, &mut context);
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
