//! `explain fields`: every declared field of the source files.

use serde_json::json;

use crate::base::Lang;
use crate::content::{DECLARED_FILES, DeclaredFile};
use crate::words::fields as words;
use crate::yaml::{Choice, Shape, Structure, StructureField, nearest, write_json};

/// The kinds of files with their top-level fields.
pub(super) fn overview(lang: Lang) -> String {
    let file = |file: &DeclaredFile| {
        let fields = (file.shape)().structure().map(|structure| rows(structure, lang)).unwrap_or_default();
        format!("{} · {} · {}\n{fields}", file.name, file.path, file.about.in_lang(lang))
    };
    DECLARED_FILES.iter().map(file).collect::<Vec<_>>().join("\n") + "\n" + words::star(lang) + "\n"
}

/// Describes every field of this name (`measures.period`, or `period` at any depth), or all fields
/// of a kind of file. `Err` holds the message if there is none.
pub(super) fn named(name: &str, lang: Lang) -> Result<String, String> {
    if let Some(file) = DECLARED_FILES.iter().find(|file| file.name == name) {
        let lines = fields(file).into_iter().map(|field| format!("  {:34} {}\n", field.path, field.declared.about.in_lang(lang)));
        return Ok(lines.collect());
    }
    let is_meant = |field: &&FieldAt| field.path == name || field.path.strip_suffix(name).is_some_and(|before| before.ends_with('.'));
    let all: Vec<FieldAt> = DECLARED_FILES.iter().flat_map(fields).collect();
    let mut meant: Vec<&FieldAt> = all.iter().filter(is_meant).collect();
    meant.sort_by_key(|field| field.path != name);
    let found: Vec<String> = meant.iter().map(|field| field.explained(lang)).collect();
    let last = name.rsplit('.').next().unwrap_or(name);
    let known = || all.iter().map(|field| field.declared.key).chain(DECLARED_FILES.map(|file| file.name));
    match (found.is_empty(), nearest(last, known())) {
        (false, _) => Ok(found.join("\n")),
        (true, Some(nearest)) => Err(words::unknown_field(lang, name, nearest)),
        (true, None) => Err(words::field_like_none(lang, name)),
    }
}

/// A field and its position in a file.
struct FieldAt {
    file: &'static DeclaredFile,
    /// Keys from the outermost, separated by dots.
    path: String,
    within: &'static Structure,
    declared: &'static StructureField,
}

/// All fields of a file in depth-first order.
fn fields(file: &'static DeclaredFile) -> Vec<FieldAt> {
    let mut all = Vec::new();
    if let Some(structure) = (file.shape)().structure() {
        collect(file, "", structure, &mut all);
    }
    all
}

fn collect(file: &'static DeclaredFile, prefix: &str, within: &'static Structure, all: &mut Vec<FieldAt>) {
    for declared in within.fields {
        let path = format!("{prefix}{}", declared.key);
        let inner = (declared.shape)().structure();
        let below = format!("{path}.");
        all.push(FieldAt { file, path, within, declared });
        if let Some(inner) = inner {
            collect(file, &below, inner, all);
        }
    }
}

impl FieldAt {
    fn explained(&self, lang: Lang) -> String {
        let Self { file, path, within, declared } = self;
        let shape = (declared.shape)();
        let mut lines = vec![format!("{path} · {}", file.path), format!("  {}", declared.about.in_lang(lang))];
        let mut line = |words: String| lines.push(format!("  {words}"));
        line(words::type_is(lang, type_words(&shape, lang)));
        if declared.is_required {
            line(words::required(lang).to_owned());
        }
        if let Some(also) = declared.also {
            line(words::also(lang, also));
        }
        let shown = declared.shown.or(shape.structure().map(|structure| structure.shown)).unwrap_or(within.shown);
        line(words::shown(lang, shown.in_lang(lang)));
        match (declared.example, declared.example_value()) {
            (Some(example), _) => line(words::example(lang, declared.key, example)),
            (None, Some(value)) => {
                line(words::example_below(lang).to_owned());
                write_json(&json!({declared.key: value})).lines().for_each(|example| line(format!("  {example}")));
            }
            (None, None) => {}
        }
        let inner = shape.structure().map(|structure| rows(structure, lang)).unwrap_or_default();
        lines.join("\n") + "\n" + &inner
    }
}

fn rows(structure: &Structure, lang: Lang) -> String {
    let row = |field: &StructureField| {
        let mark = if field.is_required { "*" } else { "" };
        format!("    {:20} {}\n", format!("{}{mark}", field.key), field.about.in_lang(lang))
    };
    structure.fields.iter().map(row).collect()
}

/// Describes the values that a shape accepts.
fn type_words(shape: &Shape, lang: Lang) -> String {
    let fixed = match shape {
        Shape::Text => words::text(lang),
        Shape::YesNo => words::yes_no(lang),
        Shape::Decimal => words::decimal(lang),
        Shape::Whole => words::whole(lang),
        Shape::FiscalYear => words::fiscal_year(lang),
        Shape::Date => words::date(lang),
        Shape::Month => words::month(lang),
        Shape::ItemCode => words::item_code(lang),
        Shape::Structure(structure) => structure.about.in_lang(lang),
        Shape::OneOf(choices) => {
            let word = |choice: &Choice| [&[choice.key], choice.aliases].concat().join(" = ");
            return choices.iter().map(word).collect::<Vec<_>>().join(" | ");
        }
        Shape::List(inner) => return words::list(lang, type_words(inner, lang)),
        Shape::Named(inner) => return words::names(lang, type_words(inner, lang)),
        Shape::AsWritten(inner) => return type_words(inner, lang),
    };
    fixed.to_owned()
}
