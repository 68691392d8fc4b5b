//! A second opinion on YAML: the reader that we use and the one that writes agree on every front
//! matter of the repository.

use std::fs;

use prongsai::base::RelPath;
use prongsai::yaml::{Node, NodeValue, YamlLimits, parse};

use crate::common::repository;

#[test]
fn both_readers_see_the_same_in_every_file_of_the_repository() {
    let mut compared = 0;
    for entry in walkdir::WalkDir::new(repository().join("content"))
        .into_iter()
        .chain(walkdir::WalkDir::new(repository().join("tests/sites")))
        .map(Result::unwrap)
    {
        let text = match entry.path().extension().and_then(|extension| extension.to_str()) {
            Some("md") => fs::read_to_string(entry.path()).unwrap().split("---\n").nth(1).unwrap_or_default().to_owned(),
            Some("yaml") => fs::read_to_string(entry.path()).unwrap(),
            _ => continue,
        };
        let limits = YamlLimits { bytes: 1 << 20, depth: 32 };
        let ours = parse(&RelPath::new("content/x.md").unwrap(), &text, 0..text.len(), limits).unwrap();
        let theirs: serde_yaml::Value = serde_yaml::from_str(&text).unwrap();
        same(&ours, &theirs, entry.path().to_str().unwrap());
        compared += 1;
    }
    assert!(compared > 120, "{compared} files");
}

fn same(ours: &Node, theirs: &serde_yaml::Value, place: &str) {
    use serde_yaml::Value as Their;
    match (&ours.value, theirs) {
        (NodeValue::Map(entries), Their::Mapping(map)) => {
            assert_eq!(entries.len(), map.len(), "{place}");
            for ((key, value), (their_key, their_value)) in entries.iter().zip(map) {
                let name = their_key.as_str().map_or_else(|| serde_yaml::to_string(their_key).unwrap().trim().to_owned(), str::to_owned);
                assert_eq!(key.name, name, "{place}");
                same(value, their_value, &format!("{place}/{name}"));
            }
        }
        (NodeValue::Seq(items), Their::Sequence(list)) => {
            assert_eq!(items.len(), list.len(), "{place}");
            items.iter().zip(list).enumerate().for_each(|(at, (item, theirs))| same(item, theirs, &format!("{place}/{at}")));
        }
        (NodeValue::Null, Their::Null) => {}
        (NodeValue::Scalar(scalar), Their::String(text)) => assert_eq!(scalar.text.trim(), text.trim(), "{place}"),
        (NodeValue::Scalar(scalar), Their::Bool(value)) => assert_eq!(scalar.text, value.to_string(), "{place}"),
        (NodeValue::Scalar(scalar), Their::Number(number)) => {
            assert_eq!(scalar.text.parse::<f64>().unwrap(), number.as_f64().unwrap(), "{place}");
        }
        (ours, theirs) => panic!("{place}: {ours:?} against {theirs:?}"),
    }
}
