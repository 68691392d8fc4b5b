//! The text of an imported page: doubts as comments, front matter in block style, running text.

use serde_json::Value;

use super::page_facts::{Doubt, ImportedPage};
use crate::base::Lang;
use crate::scaffold::block_yaml;
use crate::thai::FiscalYear;
use crate::words::import as words;

/// The text of a page of `year` made from `page`; `name` is the file that it comes from, `title` stands in
/// where the document has none.
pub(super) fn text(page: &ImportedPage, year: FiscalYear, name: &str, title: &str, lang: Lang) -> String {
    let mut front_matter = page.front_matter.clone();
    if let Value::Object(fields) = &mut front_matter {
        if !fields.contains_key("title") {
            fields.shift_insert(0, "title".to_owned(), title.into());
        }
        fields.shift_insert(1, "fiscal_year".to_owned(), year.number().into());
    }
    let head = comments(&page.doubts, name, lang);
    let body: String = page.body.iter().map(|paragraph| format!("\n{paragraph}\n")).collect();
    format!("---\n{head}{}\n---\n{body}", block_yaml(&front_matter).join("\n"))
}

/// Says where the page comes from, and what was doubtful, where it is corrected.
fn comments(doubts: &[Doubt], name: &str, lang: Lang) -> String {
    let mut lines = vec![match doubts.len() {
        0 => words::made_from(lang, name),
        count => words::made_with_doubts(lang, name, count),
    }];
    lines.extend(doubts.iter().map(|doubt| format!("- {}", super::doubt_words::sentence(doubt, lang))));
    let comment = |line: &String| format!("# {}\n", line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.iter().map(comment).collect()
}
