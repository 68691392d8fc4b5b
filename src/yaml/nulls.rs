//! Reports `~` and `null`, which were meant as texts or left by a program: they read as if the line
//! were not there.

use super::{Context, MapKey, Node, NodeValue};

/// Reports every key with an explicit null, except keys of which something was reported already,
/// and everything below the keys in `blank_by_right`.
pub fn report_nulls(node: &Node, blank_by_right: &[&str], context: &mut Context<'_>) {
    match &node.value {
        NodeValue::Null | NodeValue::Scalar(_) => {}
        NodeValue::Seq(items) => items.iter().for_each(|item| report_nulls(item, blank_by_right, context)),
        NodeValue::Map(entries) => {
            for (key, value) in entries.iter().filter(|(key, _)| !blank_by_right.contains(&key.name.as_str())) {
                match value.value {
                    NodeValue::Null if !value.span.is_empty() && !is_told(key, value, context) => {
                        context.report("null-value", &value.span).set("key", &key.name);
                    }
                    _ => report_nulls(value, blank_by_right, context),
                }
            }
        }
    }
}

fn is_told(key: &MapKey, value: &Node, context: &Context<'_>) -> bool {
    let line = key.span.start..value.span.end.max(key.span.end);
    context.diagnostics.iter().any(|told| told.place.span.start < line.end && told.place.span.end > line.start)
}
