//! Reports pages saved in another format. They would be published as attachments, drafts included,
//! and their addresses kept for ever.

use crate::attachment::{Contents, FileInfo, TextPosition};
use crate::check::{Check, CheckContext, CheckScope};
use crate::content::{Attachment, page_of_office_document};
use crate::diagnostics::{Diagnostic, Diagnostics, SourceSpan};

pub(super) const CHECK: Check = Check { run: CheckScope::Site(run) };

fn run(checked: &CheckContext<'_>) -> Diagnostics {
    let report = |attachment: &Attachment| {
        let right = page_meant(checked, attachment)?;
        let there = checked.tree.holds(&right).then(|| right.clone());
        let finding = Diagnostic::new("file-misnamed", SourceSpan::file(&attachment.source)).with("name", attachment.source.name());
        let is_page = checked.attachments.of(&attachment.source).is_some_and(begins_as_page);
        // Another name does not make a page of a document.
        let document = (!is_page && there.is_none()).then(|| page_name(&right));
        Some(finding.with("right", right).with_some("there", there).with_some("document", document))
    };
    checked.site.attachments.iter().filter_map(report).collect()
}

/// `2569/o25` of `content/2569/o25.md` and of `content/2569/o25/index.md`.
fn page_name(path: &str) -> String {
    let path = path.trim_start_matches("content/").trim_end_matches(".md");
    path.strip_suffix("/index").unwrap_or(path).to_owned()
}

/// Path of the page that an attachment was meant to be. A form linked from a page is a genuine
/// attachment.
pub(super) fn page_meant(checked: &CheckContext<'_>, attachment: &Attachment) -> Option<String> {
    let source = &attachment.source;
    let has_data = checked.attachments.of(source).is_some_and(begins_as_page);
    let stem = || source.as_str().rsplit_once('.').map_or(source.as_str(), |(stem, _)| stem);
    let of_its_name = page_of_office_document(source).filter(|_| has_data || !checked.mentions.names(source));
    of_its_name.or_else(|| has_data.then(|| format!("{}.md", stem())))
}

/// True if a text begins with `---` and a key, as front matter does.
fn begins_as_page(facts: &FileInfo) -> bool {
    let Contents::Text(passages) = &facts.contents else { return false };
    let [fence, key, ..] = &passages[..] else { return false };
    let is_key = |name: &str| !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
    fence.place_of(0) == Some(&TextPosition::Line(1))
        && fence.text.trim_end() == "---"
        && key.text.split_once(':').is_some_and(|(name, _)| is_key(name))
}
