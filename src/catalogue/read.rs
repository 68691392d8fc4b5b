//! Reads a YAML file into a [`Catalogue`].

use super::{Catalogue, consistency, numbering};
use crate::diagnostics::{Diagnostics, Outcome};
use crate::source::TextFile;
use crate::yaml::{self, Context, FromNode, YamlLimits};

/// Larger than for front matter: built-in catalogues have up to 40 kB.
const LIMITS: YamlLimits = YamlLimits { bytes: 1 << 20, depth: 32 };

/// Reads a catalogue; `None` if it is unusable. `known_subject` returns whether a subject exists
/// already.
pub fn read(file: &TextFile, known_subject: &dyn Fn(&str) -> bool) -> Outcome<Option<Catalogue>> {
    let mut diagnostics = Diagnostics::new();
    let text = &*file.text.read();
    let mut node = match yaml::parse(&file.path, text, 0..text.len(), LIMITS) {
        Ok(node) => node,
        Err(diagnostic) => {
            diagnostics.push(*diagnostic);
            return Outcome(None, diagnostics);
        }
    };
    let mut context = Context::new(&file.path, &mut diagnostics);
    yaml::rejoin_numbers(&mut node, text, &mut context);
    let catalogue = Catalogue::from_node(&node, &mut context);
    if let Some(catalogue) = &catalogue {
        if catalogue.is_whole {
            numbering::check(&catalogue.indicators, &mut context);
        }
        consistency::check(&node, &mut context);
        unknown_subjects(catalogue, known_subject, &mut context);
    }
    Outcome(catalogue, diagnostics)
}

fn unknown_subjects(catalogue: &Catalogue, known_subject: &dyn Fn(&str) -> bool, context: &mut Context<'_>) {
    let is_known = |subject: &str| known_subject(subject) || catalogue.subjects.of(subject).is_some();
    for subject in catalogue.items().flat_map(|position| &position.item.subjects).filter(|subject| !is_known(&subject.value)) {
        context.report("unknown-subject", &subject.span).set("subject", &subject.value);
    }
}
