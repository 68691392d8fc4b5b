//! Settings for editors that know JSON Schema: they complete keys, explain them and mark errors while
//! somebody types in the YAML files of a site.
//!
//! VS Code reads them from `.vscode`; other editors with `yaml-language-server` read the same schemas.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::base::RelPath;
use crate::content::{DECLARED_FILES, DeclaredFile};
use crate::yaml::schema;

/// Kinds of YAML files, with the files of a site that they are. Front matter stands in Markdown files, for
/// which the extension has no schemas.
const YAML_FILES: [(&str, &str); 3] =
    [("site", "content/site.yaml"), ("assessments", "content/assessments.yaml"), ("catalogue", "content/catalogues/*.yaml")];

/// The extension that reads schemas for YAML.
const EXTENSION: &str = "redhat.vscode-yaml";

/// Settings, and a schema per kind of file.
pub(super) fn editor_settings() -> BTreeMap<RelPath, String> {
    let schemas = YAML_FILES.iter().map(|(name, files)| (format!("./{}", schema_path(name)), Value::from(*files)));
    let settings = json!({"yaml.schemas": schemas.collect::<serde_json::Map<_, _>>(), "files.encoding": "utf8"});
    let fixed =
        [(".vscode/settings.json".to_owned(), settings), (".vscode/extensions.json".to_owned(), json!({"recommendations": [EXTENSION]}))];
    let is_yaml = |file: &&DeclaredFile| YAML_FILES.iter().any(|(name, _)| *name == file.name);
    let schemas = DECLARED_FILES.iter().filter(is_yaml).map(|file| (schema_path(file.name), schema(&(file.shape)())));
    fixed.into_iter().chain(schemas).filter_map(|(path, value)| Some((RelPath::new(&path)?, format!("{value:#}\n")))).collect()
}

fn schema_path(name: &str) -> String {
    format!(".vscode/{name}.schema.json")
}
