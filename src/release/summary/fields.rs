//! Compares the data of two versions of a page field by field.

use std::collections::BTreeMap;

use serde_json::Value;

use super::ValueDifference;
use super::align::differences;
use super::shorten::shortened;

/// Appends every differing field below `path`; null, empty text and empty list are equal. List
/// elements are matched by `id` if all have a unique one.
pub(super) fn compare(path: &str, old: &Value, new: &Value, found: &mut Vec<(String, ValueDifference)>) {
    if old == new {
        return;
    }
    match (old, new) {
        (Value::Object(old), Value::Object(new)) => {
            let gone = old.keys().filter(|key| !new.contains_key(*key));
            for key in new.keys().chain(gone) {
                compare(&below(path, key), old.get(key).unwrap_or(&Value::Null), new.get(key).unwrap_or(&Value::Null), found);
            }
        }
        (Value::Array(old), Value::Array(new)) => match (named(old), named(new)) {
            (Some(old), Some(new)) => by_name(path, &old, &new, found),
            _ => by_place(path, old, new, found),
        },
        _ => found.extend(difference(text(old), text(new)).map(|difference| (path.to_owned(), difference))),
    }
}

fn below(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}

type NamedValues<'v> = Vec<(&'v str, &'v Value)>;

/// Elements by `id`; `None` unless all have a unique one.
fn named(list: &[Value]) -> Option<NamedValues<'_>> {
    let named: NamedValues<'_> = list.iter().map(|element| Some((element.get("id")?.as_str()?, element))).collect::<Option<_>>()?;
    let names: BTreeMap<&str, &Value> = named.iter().copied().collect();
    (names.len() == list.len()).then_some(named)
}

fn by_name(path: &str, old: &NamedValues<'_>, new: &NamedValues<'_>, found: &mut Vec<(String, ValueDifference)>) {
    let (before, now): (BTreeMap<&str, &Value>, BTreeMap<&str, &Value>) = (old.iter().copied().collect(), new.iter().copied().collect());
    for (name, element) in new {
        compare(&below(path, name), before.get(name).unwrap_or(&&Value::Null), element, found);
    }
    for (name, element) in old.iter().filter(|(name, _)| !now.contains_key(name)) {
        compare(&below(path, name), element, &Value::Null, found);
    }
    let order = |list: &NamedValues<'_>, other: &BTreeMap<&str, &Value>| {
        list.iter().map(|(name, _)| *name).filter(|name| other.contains_key(name)).collect::<Vec<_>>().join(", ")
    };
    found.extend(difference(Some(order(old, &now)), Some(order(new, &before))).map(|difference| (path.to_owned(), difference)));
}

/// Indices count from 1, in the new list; removed elements have their index in the old list.
fn by_place(path: &str, old: &[Value], new: &[Value], found: &mut Vec<(String, ValueDifference)>) {
    for (before, now) in differences(old, new) {
        let Some(at) = now.or(before) else { continue };
        let element = |list: &[Value], at: Option<usize>| at.and_then(|at| list.get(at)).cloned().unwrap_or_default();
        compare(&format!("{path}[{}]", at + 1), &element(old, before), &element(new, now), found);
    }
}

/// `None` for null and empty values.
fn text(value: &Value) -> Option<String> {
    let is_nothing = match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(list) => list.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        Value::Bool(_) | Value::Number(_) => false,
    };
    (!is_nothing).then(|| value.as_str().map_or_else(|| value.to_string(), |text| format!("\"{text}\"")))
}

fn difference(old: Option<String>, new: Option<String>) -> Option<ValueDifference> {
    let (short_old, short_new) = shortened(old.as_deref().unwrap_or_default(), new.as_deref().unwrap_or_default());
    (old != new).then(|| ValueDifference { old: old.map(|_| short_old), new: new.map(|_| short_new) })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn lines(old: Value, new: Value) -> Vec<String> {
        let mut found = Vec::new();
        compare("", &old, &new, &mut found);
        let side = |text: Option<String>| text.unwrap_or_else(|| "-".to_owned());
        found.into_iter().map(|(path, difference)| format!("{path}: {} > {}", side(difference.old), side(difference.new))).collect()
    }

    #[test]
    fn elements_with_an_id_are_found_wherever_they_stand() {
        let old = json!({"measures": [{"id": "m1", "status": "ongoing"}, {"id": "m2", "status": "done"}]});
        let new = json!({"measures": [{"id": "m0", "status": "new"}, {"id": "m1", "status": "done"}]});
        assert_eq!(
            lines(old, new),
            [
                r#"measures.m0: - > {"id":"m0","status":"new"}"#,
                r#"measures.m1.status: "ongoing" > "done""#,
                r#"measures.m2: {"id":"m2","status":"done"} > -"#,
            ]
        );
        let turned = lines(json!({"m": [{"id": "a"}, {"id": "b"}]}), json!({"m": [{"id": "b"}, {"id": "a"}]}));
        assert_eq!(turned, ["m: a, b > b, a"]);
    }

    #[test]
    fn elements_without_are_found_by_what_they_say() {
        let old = json!({"evidence": [{"url": "a"}, {"url": "b"}, {"url": "c"}]});
        let new = json!({"evidence": [{"url": "new"}, {"url": "a"}, {"url": "b"}, {"url": "d"}]});
        assert_eq!(lines(old, new), [r#"evidence[1]: - > {"url":"new"}"#, r#"evidence[4].url: "c" > "d""#]);
        // A duplicate id does not identify an element.
        let twice = lines(json!([{"id": "a", "n": 1}, {"id": "a", "n": 2}]), json!([{"id": "a", "n": 1}, {"id": "a", "n": 3}]));
        assert_eq!(twice, ["[2].n: 2 > 3"]);
    }

    #[test]
    fn another_type_is_a_change_and_an_empty_value_is_none() {
        assert_eq!(lines(json!({"no": 5}), json!({"no": "5"})), [r#"no: 5 > "5""#]);
        assert_eq!(lines(json!({"a": [], "b": null}), json!({"a": null, "c": ""})), [] as [&str; 0]);
        assert_eq!(lines(json!({"unit": "สำนักปลัด"}), json!({})), [r#"unit: "สำนักปลัด" > -"#]);
    }
}
