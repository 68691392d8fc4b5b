//! `prongsai schema`: JSON Schema of the source files, for editors and other programs.

use serde_json::{Map, Value, json};

use super::arguments::SchemaArgs;
use super::results::{ResultReader, give};
use super::{CommandResult, CommonArgs, ExitStatus, say_error};
use crate::base::Lang;
use crate::content::DECLARED_FILES;
use crate::words;
use crate::yaml::schema;

pub(super) fn run(common: &CommonArgs, options: &SchemaArgs, lang: Lang) -> CommandResult {
    let Some(found) = options.kind.as_deref().map_or_else(|| Some(of_all()), of_kind) else {
        let known = DECLARED_FILES.map(|file| file.name).join(", ");
        say_error(&words::fields::unknown_schema(lang, options.kind.as_deref().unwrap_or_default(), known));
        return Ok(ExitStatus::BadCommand);
    };
    give(&format!("{found:#}\n"), ResultReader::Program, options.out.out.as_deref(), common, lang)?;
    Ok(ExitStatus::Fine)
}

/// Schema of a kind of file; `None` if there is no such kind.
fn of_kind(name: &str) -> Option<Value> {
    DECLARED_FILES.iter().find(|file| file.name == name).map(|file| schema(&(file.shape)()))
}

/// The schemas of all kinds, bundled as JSON Schema 2020-12 (9.3) describes: each has the name of its
/// kind as `$id`, so that its references are resolved within it. A file of any kind fits the bundle.
fn of_all() -> Value {
    let kinds = DECLARED_FILES.map(|file| {
        let mut schema = schema(&(file.shape)());
        schema["$id"] = file.name.into();
        (file.name.to_owned(), schema)
    });
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "anyOf": DECLARED_FILES.map(|file| json!({"$ref": file.name})),
        "$defs": kinds.into_iter().collect::<Map<_, _>>(),
    })
}
