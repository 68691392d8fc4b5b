//! Published assessment results of the body, by fiscal year.

use std::collections::BTreeMap;

use super::front_matter::Assessment;
use crate::diagnostics::Diagnostics;
use crate::source::TextFile;
use crate::thai::FiscalYear;
use crate::yaml::{self, Context, FromNode, YamlLimits};

/// `assessments.yaml`: fiscal year → result.
pub(super) fn assessments(file: &TextFile, diagnostics: &mut Diagnostics) -> BTreeMap<FiscalYear, Assessment> {
    let limits = YamlLimits { bytes: 1 << 20, depth: 32 };
    let text = &*file.text.read();
    let mut node = match yaml::parse(&file.path, text, 0..text.len(), limits) {
        Ok(node) => node,
        Err(diagnostic) => {
            diagnostics.push(*diagnostic);
            return BTreeMap::new();
        }
    };
    let mut context = Context::new(&file.path, diagnostics);
    yaml::rejoin_numbers(&mut node, text, &mut context);
    let Some(entries) = yaml::entries(&node, &mut context) else { return BTreeMap::new() };
    let mut first: BTreeMap<FiscalYear, &yaml::MapKey> = BTreeMap::new();
    let mut assessments = BTreeMap::new();
    for (key, node) in entries {
        let Some(year) = FiscalYear::parse(&key.name) else {
            context.report("not-a-fiscal-year", &key.span).set("text", &key.name);
            continue;
        };
        // `2565` and `๒๕๖๕` are distinct keys in YAML.
        if let Some(first) = first.get(&year) {
            let line = text.get(..first.span.start).unwrap_or_default().matches('\n').count() + 1;
            context.report("duplicate-key", &key.span).set("key", &key.name).set("first", &first.name).set("line", line);
            continue;
        }
        first.insert(year, key);
        let Some(assessment) = Assessment::from_node(node, &mut context) else { continue };
        if let Some(stated) = assessment.year.as_ref().filter(|stated| stated.value != year) {
            context.report("assessment-year", &stated.span).set("year", stated.value).set("key", &key.name);
        }
        assessments.insert(year, assessment);
    }
    assessments
}
