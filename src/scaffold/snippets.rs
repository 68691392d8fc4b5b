//! Snippets of front matter, for editors that read those of VS Code: typing the first letters of a field, or
//! of a kind of page, offers it with its description, and Tab goes from value to value. No editor validates
//! front matter inside Markdown by a schema; snippets need no extension.

use serde_json::{Map, Value, json};

use super::form::{Form, TAB_STOP};
use super::item_text::keys_of_kind;
use crate::base::Lang;
use crate::catalogue::Kind;
use crate::content::front_matter::FrontMatter;
use crate::words::new as words;
use crate::yaml::{Declared, Shape, Structure, StructureField};

/// Languages of an editor in which pages are written.
const SCOPE: &str = "markdown";

/// Snippets by name: a page of each kind, each field, and one entry of each list of mappings.
pub(super) fn snippets(lang: Lang) -> Value {
    let shape = FrontMatter::shape();
    let Some(structure) = shape.structure() else { return json!({}) };
    let mut all = Map::new();
    for kind in Kind::ALL {
        let page = page(*kind, structure, lang);
        all.insert(format!("page {}", kind.key()), snippet(&format!("page_{}", kind.key()), words::page_of_kind(lang, kind.key()), page));
    }
    fields("", structure, lang, &mut all);
    Value::Object(all)
}

/// A page of a kind that an item may have: what is fixed by the item is left to `new item`.
fn page(kind: Kind, structure: &Structure, lang: Lang) -> Form {
    let mut form = Form::of_tab_stops(lang);
    form.line("---");
    form.field(structure, "title");
    form.line("draft: true");
    let keys = keys_of_kind(kind).iter().chain(&["unit", "evidence"]);
    keys.for_each(|key| form.field(structure, key));
    form.line("---");
    form
}

/// Each field of a mapping, of those in it, and entries of its lists.
fn fields(path: &str, structure: &Structure, lang: Lang, all: &mut Map<String, Value>) {
    for field in structure.fields {
        let name = format!("{path}{}", field.key);
        let shape = (field.shape)();
        let about = |text: &str| format!("{} ({name})", text.trim_end_matches('.'));
        let mut form = Form::of_tab_stops(lang);
        form.field(structure, field.key);
        all.insert(name.clone(), snippet(field.key, about(field.about.in_lang(lang)), form));
        let Some(within) = shape.structure() else { continue };
        if matches!(shape, Shape::List(_)) {
            all.insert(format!("{name} +1"), entry(field, about(within.about.in_lang(lang)), lang));
        }
        fields(&format!("{name}."), within, lang, all);
    }
}

fn entry(list: &StructureField, about: String, lang: Lang) -> Value {
    let mut form = Form::of_tab_stops(lang);
    form.entry(list);
    snippet(&format!("{}_one", list.key), about, form)
}

fn snippet(prefix: &str, description: String, form: Form) -> Value {
    let text = form.text();
    let mut parts = text.trim_end().split(TAB_STOP);
    let first = parts.next().unwrap_or_default().to_owned();
    let body = parts.enumerate().fold(first, |body, (at, part)| format!("{body}{}{part}", at + 1));
    json!({"scope": SCOPE, "prefix": prefix, "description": description, "body": body.lines().collect::<Vec<_>>()})
}
