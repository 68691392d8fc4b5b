//! Writes a filled form into its page, or makes the page.

use serde_json::{Map, Value};

use super::book::{NoForm, form_of, limits};
use super::changes::{FormChanges, changes, put};
use super::columns::FormTable;
use super::doubt::{FormDoubt, FormDoubtKind};
use super::filled::FilledForm;
use super::page_rows::PageRows;
use super::refusal::FormRefusal;
use super::verified::verified;
use super::yaml_text::lines;
use crate::base::RelPath;
use crate::catalogue::Catalogues;
use crate::content::Route;
use crate::error::Result;
use crate::scaffold::{BegunSite, PendingFile, new_item_file};
use crate::words::new;

/// What became of a filled form.
#[derive(Debug)]
pub struct AppliedForm {
    /// The page, not yet written; none if the form changes nothing.
    pub pending: Option<PendingFile>,
    /// The file of the page.
    pub page: Option<RelPath>,
    /// Number of changed cells.
    pub changed: usize,
    /// Number of new rows.
    pub added: usize,
    /// What was not written, or is to be looked at.
    pub doubts: Vec<FormDoubt>,
}

/// Compares a filled form with its page.
///
/// # Errors
/// The page cannot be read.
pub fn apply(begun: &BegunSite, form: &FilledForm) -> Result<std::result::Result<AppliedForm, FormRefusal>> {
    let Some(file) = page_file(begun, form) else {
        return match &form.page {
            Some(page) => Ok(Err(FormRefusal::PageGone(page.clone()))),
            None => Ok(new_page(begun, form)),
        };
    };
    let Some(text) = begun.tree().text(file.as_str()).map(|file| file.text.read().into_owned()) else {
        return Ok(Err(FormRefusal::Unreadable(file)));
    };
    let limits = limits(begun.site());
    let Some(page) = PageRows::read(&file, &text, limits) else { return Ok(Err(FormRefusal::Unreadable(file))) };
    let mut changes = changes(form, Some(&page));
    name_plan(begun, form, &mut changes);
    let Some(after) = verified(&file, &page, &changes, limits) else { return Ok(Err(FormRefusal::NotSafe(file))) };
    let pending = match after == text {
        true => None,
        false => Some(begun.rewritten(file.clone(), &after)?),
    };
    Ok(Ok(AppliedForm { pending, page: Some(file), changed: changes.cells.len(), added: changes.rows.len(), doubts: changes.doubts }))
}

/// Says where to begin if new rows have no measure because the site has no plan.
fn name_plan(begun: &BegunSite, form: &FilledForm, changes: &mut FormChanges) {
    let is_without = |doubt: &&mut FormDoubt| doubt.kind == FormDoubtKind::NoMeasure;
    if changes.doubts.iter_mut().any(|doubt| is_without(&doubt))
        && let Err(NoForm::NoPlan(plan)) = form_of(begun, form.year, &form.item)
    {
        for doubt in changes.doubts.iter_mut().filter(is_without) {
            *doubt = FormDoubt::of(FormDoubtKind::NoPlan, doubt.place.clone()).said(&plan.target());
        }
    }
}

/// The file of the item's page, wherever it has been moved since.
fn page_file(begun: &BegunSite, form: &FilledForm) -> Option<RelPath> {
    let site = begun.site();
    let page = site.year(form.year).and_then(|year| year.entry(&form.item)?.page.as_ref());
    let home = Route::Item { fiscal_year: form.year, item: form.item.clone() };
    let unread = || site.unread.iter().find(|(_, route)| *route == home).map(|(file, _)| file.clone());
    page.map(|page| page.document.source.clone()).or_else(unread)
}

fn new_page(begun: &BegunSite, form: &FilledForm) -> std::result::Result<AppliedForm, FormRefusal> {
    let mut changes = changes(form, None);
    name_plan(begun, form, &mut changes);
    let (added, doubts) = (changes.rows.len(), changes.doubts.clone());
    if added == 0 {
        return Ok(AppliedForm { pending: None, page: None, changed: 0, added, doubts });
    }
    let lists = Catalogues::read(begun.tree(), &[form.year]).0;
    let item = lists.get(form.year).and_then(|list| Some(list.item(&form.item)?.item));
    let title = item.map_or_else(|| form.item.to_string(), |item| item.title.clone());
    let mut front_matter = front_matter(changes);
    if let Value::Object(fields) = &mut front_matter {
        let title = new::item_title(begun.site().config.lang(), title, form.year);
        fields.shift_insert(0, "title".to_owned(), title.into());
    }
    let fields = front_matter.as_object().into_iter().flatten();
    let text: Vec<String> = fields.flat_map(|(key, value)| lines(key, value)).collect();
    let text = format!("---\n{}\n---\n", text.join("\n"));
    let list = lists.get(form.year).map(|list| &**list);
    let page = new_item_file(begun, form.year, &form.item, list).map_err(FormRefusal::NotMade)?;
    let pending = Some(PendingFile::New(page.clone(), text));
    Ok(AppliedForm { pending, page: Some(page), changed: 0, added, doubts })
}

/// Front matter of a page that a form makes: its rows, without a title.
pub fn new_page_front_matter(form: &FilledForm) -> Value {
    front_matter(changes(form, None))
}

fn front_matter(changes: FormChanges) -> Value {
    let mut fields = Map::new();
    for table in FormTable::ALL {
        let rows: Vec<Value> = changes.rows.iter().filter(|row| row.table == table).map(|row| row.value.clone()).collect();
        if !rows.is_empty() {
            put(&mut fields, table.list(), rows.into());
        }
    }
    fields.into()
}
