//! `explain fields`: every field that a file may have, as its declaration says; `explain schema`:
//! the same for editors.

use crate::base::Lang;
use crate::content::{DECLARED_FILES, DeclaredFile};
use crate::yaml::{Description, Shape, Structure, StructureField, nearest, schema};

/// The kinds of files, each with its outermost fields.
pub(super) fn overview(lang: Lang) -> String {
    let file = |file: &DeclaredFile| {
        let fields = (file.shape)().structure().map(|structure| rows(structure, lang)).unwrap_or_default();
        format!("{} · {} · {}\n{fields}", file.name, file.path, file.about.in_lang(lang))
    };
    DECLARED_FILES.iter().map(file).collect::<Vec<_>>().join("\n")
}

/// Every field of this name: `measures.period`, or `period` wherever it is; of a kind of file, all
/// its fields. The nearest name if there is none.
pub(super) fn named(name: &str, lang: Lang) -> Result<String, Option<&'static str>> {
    if let Some(file) = DECLARED_FILES.iter().find(|file| file.name == name) {
        let lines = fields(file).into_iter().map(|field| format!("  {:34} {}\n", field.path, field.declared.about.in_lang(lang)));
        return Ok(lines.collect());
    }
    let is_meant = |field: &&FieldAt| field.path == name || field.path.strip_suffix(name).is_some_and(|before| before.ends_with('.'));
    let all: Vec<FieldAt> = DECLARED_FILES.iter().flat_map(fields).collect();
    let found: Vec<String> = all.iter().filter(is_meant).map(|field| field.explained(lang)).collect();
    let last = name.rsplit('.').next().unwrap_or(name);
    let known = || all.iter().map(|field| field.declared.key).chain(DECLARED_FILES.map(|file| file.name));
    if found.is_empty() { Err(nearest(last, known())) } else { Ok(found.join("\n")) }
}

/// The JSON Schema of a kind of file; the names of all kinds if there is none of that name.
pub(super) fn schema_of(name: &str) -> Result<String, Vec<&'static str>> {
    let file = DECLARED_FILES.iter().find(|file| file.name == name);
    let text = file.and_then(|file| serde_json::to_string_pretty(&schema(&(file.shape)())).ok());
    text.map(|text| text + "\n").ok_or_else(|| DECLARED_FILES.map(|file| file.name).to_vec())
}

/// A field at its place in a file.
struct FieldAt {
    file: &'static DeclaredFile,
    /// Keys from the outermost, joined by dots.
    path: String,
    within: &'static Structure,
    declared: &'static StructureField,
}

/// All fields of a file, each followed by those in it.
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
        let mut line = |label: Description, text: &str| lines.push(format!("  {}: {text}", label.in_lang(lang)));
        line(TYPE, &type_words(&shape, lang));
        if declared.is_required {
            line(REQUIRED, REQUIRED_WORDS.in_lang(lang));
        }
        if let Some(also) = declared.also {
            line(ALSO, also);
        }
        if let Some(example) = declared.example {
            line(EXAMPLE, &format!("{}: {example}", declared.key));
        }
        line(SHOWN, declared.shown.unwrap_or(within.shown).in_lang(lang));
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

const TYPE: Description = Description { thai: "ชนิด", english: "type" };
const REQUIRED: Description = Description { thai: "จำเป็น", english: "required" };
const REQUIRED_WORDS: Description = Description { thai: "ต้องมี", english: "yes" };
const ALSO: Description = Description { thai: "เขียนอีกแบบ", english: "also" };
const EXAMPLE: Description = Description { thai: "ตัวอย่าง", english: "example" };
const SHOWN: Description = Description { thai: "แสดงที่", english: "shown" };

/// What may be typed for a value of this shape.
fn type_words(shape: &Shape, lang: Lang) -> String {
    let (thai, english) = match shape {
        Shape::Text => ("ข้อความ", "text"),
        Shape::YesNo => ("true หรือ false", "true or false"),
        Shape::Decimal => ("ตัวเลข มีทศนิยมได้", "number, with decimals if there are any"),
        Shape::Whole => ("จำนวนเต็ม", "whole number"),
        Shape::FiscalYear => ("ปีงบประมาณ พ.ศ. เช่น 2567", "fiscal year of the Buddhist era, as 2567"),
        Shape::Date => ("วันที่ เช่น 2024-12-20 (ปี ค.ศ.) หรือ 20 ธันวาคม 2567", "day, as 2024-12-20 or 20 ธันวาคม 2567"),
        Shape::Month => ("เดือนของปี เช่น 2024-10 (ปี ค.ศ.) หรือ ต.ค. 2567", "month of a year, as 2024-10 or ต.ค. 2567"),
        Shape::ItemCode => ("รหัสข้อ เช่น O42", "code of an item, as O42"),
        Shape::OneOf(choices) => {
            let word = |choice: &crate::yaml::Choice| [&[choice.key], choice.aliases].concat().join(" = ");
            return choices.iter().map(word).collect::<Vec<_>>().join(" | ");
        }
        Shape::List(inner) => {
            let inner = type_words(inner, lang);
            return Description { thai: "รายการ", english: "list" }.in_lang(lang).to_owned() + ": " + &inner;
        }
        Shape::Named(inner) => {
            let inner = type_words(inner, lang);
            return Description { thai: "ชื่อที่ตั้งเอง", english: "names of your own" }.in_lang(lang).to_owned()
                + ": "
                + &inner;
        }
        Shape::AsWritten(inner) => return type_words(inner, lang),
        Shape::Structure(structure) => return structure.about.in_lang(lang).to_owned(),
    };
    Description { thai, english }.in_lang(lang).to_owned()
}
