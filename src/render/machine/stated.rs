//! JSON without what is not known.

use serde_json::Value;

/// The object without members that are null or an empty list.
pub fn stated(object: Value) -> Value {
    let Value::Object(members) = object else { return object };
    let is_said = |value: &Value| !value.is_null() && value.as_array().is_none_or(|list| !list.is_empty());
    Value::Object(members.into_iter().filter(|(_, value)| is_said(value)).collect())
}
