//! A catalogue does not contradict itself: it has items, its numbers and ids are unique, its limits
//! are points of a score, and its grades fall.
//!
//! Works on the nodes, for the places of single values.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::thai::to_arabic;
use crate::yaml::{Context, Node, NodeValue};

/// Reports every contradiction. Values of a wrong type are reported elsewhere.
pub(super) fn check(catalogue: &Node, context: &mut Context<'_>) {
    of_limits(catalogue, context);
    of_grades(catalogue, context);
    of_questions(catalogue, context);
    of_instruments(catalogue, context);
    of_indicators(catalogue, context);
}

/// The value under a key.
fn value<'n>(node: &'n Node, key: &str) -> Option<&'n Node> {
    node.entries()?.iter().find(|(known, _)| known.name == key).map(|(_, value)| value)
}

/// The entries of a list under a key; a single value is a list of one.
fn list<'n>(node: &'n Node, key: &str) -> &'n [Node] {
    match value(node, key) {
        Some(Node { value: NodeValue::Seq(items), .. }) => items,
        Some(one) if one.value != NodeValue::Null => std::slice::from_ref(one),
        _ => &[],
    }
}

fn text<'n>(node: &'n Node, key: &str) -> Option<(&'n str, &'n Range<usize>)> {
    let node = value(node, key)?;
    Some((node.text()?.trim(), &node.span))
}

fn number<'n>(node: &'n Node, key: &str) -> Option<(f64, &'n Range<usize>)> {
    let (text, span) = text(node, key)?;
    Some((to_arabic(text).parse().ok()?, span))
}

/// Limits are points of 100.
fn of_limits(catalogue: &Node, context: &mut Context<'_>) {
    let grades = list(catalogue, "grades").iter().flat_map(|grade| [number(grade, "min"), number(grade, "each_min")]);
    let weights = value(catalogue, "weights").into_iter().flat_map(|weights| ["IIT", "EIT", "OIT"].map(|key| number(weights, key)));
    let limits = grades.chain(weights).chain([number(catalogue, "pass_target")]).flatten();
    for (limit, span) in limits.filter(|(limit, _)| !(0.0..=100.0).contains(limit)) {
        context.report("catalogue-limit", span).set("limit", limit);
    }
}

/// Grades stand from best to worst; two of one total differ in what they ask of each instrument.
fn of_grades(catalogue: &Node, context: &mut Context<'_>) {
    let grades = list(catalogue, "grades");
    for (better, grade) in grades.iter().zip(grades.iter().skip(1)) {
        if let (Some((above, _)), Some((min, span))) = (number(better, "min"), number(grade, "min"))
            && min > above
        {
            context.report("catalogue-limit", span).set("min", min).set("above", above);
        }
    }
    once_each(grades.iter().filter_map(|grade| text(grade, "grade")), "grade", context);
}

fn of_questions(catalogue: &Node, context: &mut Context<'_>) {
    for range in list(catalogue, "questions") {
        if let (Some((first, _)), Some((last, span))) = (number(range, "first"), number(range, "last"))
            && last < first
        {
            context.report("catalogue-limit", span).set("first", first).set("last", last);
        }
    }
}

fn of_instruments(catalogue: &Node, context: &mut Context<'_>) {
    let instruments = list(catalogue, "instruments");
    once_each(instruments.iter().filter_map(|instrument| text(instrument, "id")), "instrument", context);
    let indicators = instruments.iter().flat_map(|instrument| list(instrument, "indicators"));
    once_each(indicators.filter_map(|indicator| text(indicator, "no")), "no", context);
}

fn of_indicators(catalogue: &Node, context: &mut Context<'_>) {
    let indicators = list(catalogue, "indicators");
    once_each(indicators.iter().filter_map(|indicator| text(indicator, "no")), "no", context);
    let subs: Vec<&Node> = indicators.iter().flat_map(|indicator| list(indicator, "sub_indicators")).collect();
    let numbers = || subs.iter().filter_map(|sub| text(sub, "number"));
    for (number, span) in numbers().filter(|(number, _)| !is_number(number)) {
        context.report("catalogue-number", span).set("number", number);
    }
    once_each(numbers(), "number", context);
    let items: Vec<&Node> = subs.iter().flat_map(|sub| list(sub, "groups")).flat_map(|group| list(group, "items")).collect();
    if let Some(empty) = value(catalogue, "indicators").filter(|_| items.is_empty()) {
        context.report("catalogue-empty", &empty.span);
    }
    for item in items {
        once_each(list(item, "components").iter().filter_map(|component| text(component, "id")), "component", context);
    }
}

/// `9.1`, `๙.๑`, `1.2.3`, `ก`: the number is part of an anchor on the page of the year.
fn is_number(number: &str) -> bool {
    number.split('.').all(|part| !part.is_empty() && part.chars().all(char::is_alphanumeric))
}

/// Reports each value that stands twice; `what` selects the words.
fn once_each<'n>(values: impl Iterator<Item = (&'n str, &'n Range<usize>)>, what: &'static str, context: &mut Context<'_>) {
    let mut seen = BTreeSet::new();
    for (value, span) in values {
        if !seen.insert(to_arabic(value).into_owned()) {
            context.report("catalogue-number-twice", span).set(what, value);
        }
    }
}
