//! JSON Schema of a file, derived from its shape, for completion and documentation in editors.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::{Shape, Structure, StructureField};

/// JSON Schema (2020-12) of a file of this shape. Descriptions are in Thai, then English.
pub fn schema(root: &Shape) -> Value {
    let mut definitions = BTreeMap::new();
    let mut schema = of(root, &mut definitions);
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema".into();
    schema["$defs"] = definitions.into_iter().collect::<Map<_, _>>().into();
    schema
}

/// Unquoted numbers are also texts: `2567`, `042`.
const TEXT: [&str; 2] = ["string", "number"];

fn of(shape: &Shape, definitions: &mut BTreeMap<String, Value>) -> Value {
    match shape {
        Shape::Text | Shape::Date | Shape::Month | Shape::ItemCode => json!({"type": TEXT}),
        Shape::YesNo => json!({"type": "boolean"}),
        Shape::Decimal => json!({"type": TEXT, "pattern": r"^\s*-?[0-9๐-๙]+(\.[0-9๐-๙]+)?\s*$"}),
        Shape::Whole | Shape::FiscalYear => json!({"type": ["integer", "string"], "pattern": r"^\s*[0-9๐-๙]+\s*$"}),
        Shape::OneOf(choices) => {
            let words = choices.iter().flat_map(|choice| [choice.key].into_iter().chain(choice.aliases.iter().copied()));
            json!({"enum": words.collect::<Vec<_>>()})
        }
        Shape::List(inner) => {
            let one = of(inner, definitions);
            json!({"anyOf": [{"type": "array", "items": one}, one]})
        }
        Shape::Named(inner) => json!({"type": "object", "additionalProperties": of(inner, definitions)}),
        Shape::AsWritten(inner) => {
            let value = of(inner, definitions);
            let pair = json!({
                "type": "object",
                "properties": {"value": value, "as_written": {"type": TEXT}},
                "required": ["value"],
                "additionalProperties": false,
            });
            json!({"anyOf": [value, pair]})
        }
        Shape::Structure(structure) => {
            if !definitions.contains_key(structure.name) {
                // Registered before its fields, as a structure may contain itself.
                definitions.insert(structure.name.to_owned(), Value::Null);
                let definition = object(structure, definitions);
                definitions.insert(structure.name.to_owned(), definition);
            }
            json!({"$ref": format!("#/$defs/{}", structure.name)})
        }
    }
}

fn object(structure: &Structure, definitions: &mut BTreeMap<String, Value>) -> Value {
    let mut properties = Map::new();
    for field in structure.fields {
        let property = property(field, definitions);
        if let Some(also) = field.also {
            properties.insert(also.to_owned(), property.clone());
        }
        properties.insert(field.key.to_owned(), property);
    }
    let required: Vec<&str> = structure.fields.iter().filter(|field| field.is_required).map(|field| field.key).collect();
    let object = json!({"type": "object", "properties": properties, "required": required, "additionalProperties": false});
    let mut definition = if structure.short.is_some() { json!({"anyOf": [{"type": TEXT}, object]}) } else { object };
    definition["description"] = description(structure.about).into();
    definition
}

/// A key without a value counts as absent.
fn property(field: &StructureField, definitions: &mut BTreeMap<String, Value>) -> Value {
    let value = of(&(field.shape)(), definitions);
    let mut property = if field.is_required { json!({"allOf": [value]}) } else { json!({"anyOf": [value, {"type": "null"}]}) };
    property["description"] = description(field.about).into();
    if let Some(example) = field.example {
        property["examples"] = json!([example]);
    }
    property
}

fn description(about: super::Description) -> String {
    format!("{}\n{}", about.thai.trim(), about.english.trim())
}
