//! Objects of front matter, without what was not found.

use serde_json::{Map, Value, json};

/// A value, with the original if it was changed.
pub(super) fn spanned(value: Value, as_written: Option<String>) -> Value {
    match as_written {
        Some(as_written) => json!({"value": value, "as_written": as_written}),
        None => value,
    }
}

/// An object in the order in which its fields are put.
#[derive(Default)]
pub(super) struct Object(Map<String, Value>);

impl Object {
    /// Puts a field.
    pub(super) fn put(&mut self, key: &str, value: impl Into<Value>) {
        self.0.insert(key.to_owned(), value.into());
    }

    /// Puts a field unless it is absent, or an empty text, list or object.
    pub(super) fn put_found(&mut self, key: &str, value: impl Into<Value>) {
        let value = value.into();
        let is_empty = match &value {
            Value::Null => true,
            Value::String(text) => text.is_empty(),
            Value::Array(list) => list.is_empty(),
            Value::Object(object) => object.is_empty(),
            Value::Bool(_) | Value::Number(_) => false,
        };
        if !is_empty {
            self.put(key, value);
        }
    }

    /// The object.
    pub(super) fn into_value(self) -> Value {
        Value::Object(self.0)
    }

    /// True if nothing was put.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
