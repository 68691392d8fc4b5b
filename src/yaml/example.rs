//! Examples of files, composed of the examples of their fields.

use serde_json::Value;

use super::{Node, NodeValue, Scalar, ScalarForm, Shape, StructureField, YamlLimits, parse};
use crate::base::RelPath;

impl Shape {
    /// An example value, composed of the examples of its fields. `None` for a value without one.
    pub fn example(&self) -> Option<Value> {
        match self {
            Shape::Structure(structure) => {
                let field = |field: &StructureField| Some((field.key.to_owned(), field.example_value()?));
                Some(structure.fields.iter().filter_map(field).collect())
            }
            Shape::List(inner) => inner.example().map(|one| vec![one].into()),
            Shape::AsWritten(inner) => inner.example(),
            Shape::Named(inner) => Some([("2566".to_owned(), inner.example()?)].into_iter().collect()),
            _ => None,
        }
    }
}

impl StructureField {
    /// The example as a value; of a structure, composed of its fields.
    pub fn example_value(&self) -> Option<Value> {
        let typed = self.example.and_then(typed);
        typed.or_else(|| (self.shape)().example())
    }
}

/// The value of an example in YAML.
fn typed(text: &str) -> Option<Value> {
    let file = RelPath::new("example.yaml")?;
    // A document is a map or a list; the list is taken apart again.
    let list = format!("- {text}");
    let node = parse(&file, &list, 0..list.len(), YamlLimits { bytes: 1 << 10, depth: 8 }).ok()?;
    let NodeValue::Seq(items) = &node.value else { return None };
    items.first().map(json)
}

fn json(node: &Node) -> Value {
    match &node.value {
        NodeValue::Null => Value::Null,
        NodeValue::Scalar(Scalar { text, form: ScalarForm::Plain }) if let Ok(value) = serde_json::from_str::<Value>(text) => {
            let printed = value.to_string();
            if printed == *text { value } else { text.as_str().into() }
        }
        NodeValue::Scalar(scalar) => scalar.text.as_str().into(),
        NodeValue::Seq(items) => items.iter().map(json).collect(),
        NodeValue::Map(entries) => entries.iter().map(|(key, value)| (key.name.clone(), json(value))).collect(),
    }
}
