//! Settings for editors that know JSON Schema: they complete keys, explain them and mark errors while
//! somebody types in the YAML files of a site.
//!
//! VS Code reads them from `.vscode`; other editors with `yaml-language-server` read the same schemas. In
//! pages there are [`snippets`] instead, and a task shows what `check` finds at its place in the text.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::snippets::snippets;
use crate::base::{Lang, RelPath};
use crate::content::{DECLARED_FILES, DeclaredFile};
use crate::words::new as words;
use crate::yaml::schema;

/// Kinds of YAML files, with the files of a site that they are. Front matter stands in Markdown files, for
/// which the extension has no schemas.
const YAML_FILES: [(&str, &str); 3] =
    [("site", "content/site.yaml"), ("assessments", "content/assessments.yaml"), ("catalogue", "content/catalogues/*.yaml")];

/// The extension that reads schemas for YAML.
const EXTENSION: &str = "redhat.vscode-yaml";

/// A line of `check --format short`.
const FINDING: &str = r"^(.+?):(\d+):(\d+): (error|warning|info)\[([a-z0-9-]+)\]: (.*)$";

/// Settings, snippets, a task, and a schema per kind of file.
pub(super) fn editor_settings(lang: Lang) -> BTreeMap<RelPath, String> {
    let fixed = [
        ("settings.json", settings()),
        ("extensions.json", json!({"recommendations": [EXTENSION]})),
        ("prongsai.code-snippets", snippets(lang)),
        ("tasks.json", tasks(lang)),
    ];
    let fixed = fixed.into_iter().map(|(name, value)| (format!(".vscode/{name}"), value));
    let is_yaml = |file: &&DeclaredFile| YAML_FILES.iter().any(|(name, _)| *name == file.name);
    let schemas = DECLARED_FILES.iter().filter(is_yaml).map(|file| (schema_path(file.name), schema(&(file.shape)())));
    fixed.chain(schemas).filter_map(|(path, value)| Some((RelPath::new(&path)?, format!("{value:#}\n")))).collect()
}

/// Snippets are offered while somebody types; words of the text, which editors offer too, would hide them.
fn settings() -> Value {
    let schemas = YAML_FILES.iter().map(|(name, files)| (format!("./{}", schema_path(name)), Value::from(*files)));
    json!({
        "yaml.schemas": schemas.collect::<serde_json::Map<_, _>>(),
        "files.encoding": "utf8",
        "[markdown]": {
            "editor.quickSuggestions": {"other": "on", "comments": "off", "strings": "off"},
            "editor.snippetSuggestions": "top",
            "editor.tabCompletion": "onlySnippets",
            "editor.wordBasedSuggestions": "off",
        },
    })
}

/// The build task of the folder (Ctrl+Shift+B). The program may lie in the folder of the site.
fn tasks(lang: Lang) -> Value {
    let with_folder = |separator: &str| json!({"env": {"PATH": format!("${{workspaceFolder}}{separator}${{env:PATH}}")}});
    json!({
        "version": "2.0.0",
        "tasks": [{
            "label": words::check_task(lang),
            "type": "shell",
            "command": "prongsai check --format short --color never",
            "options": with_folder(":"),
            "windows": {"options": with_folder(";")},
            "group": {"kind": "build", "isDefault": true},
            "presentation": {"reveal": "silent", "clear": true},
            "problemMatcher": {
                "owner": "prongsai",
                "source": "prongsai",
                "fileLocation": ["relative", "${workspaceFolder}"],
                "pattern": {
                    "regexp": FINDING, "file": 1, "line": 2, "column": 3, "severity": 4, "code": 5, "message": 6,
                },
            },
        }],
    })
}

fn schema_path(name: &str) -> String {
    format!(".vscode/{name}.schema.json")
}
