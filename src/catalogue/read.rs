//! From a YAML file to a [`Catalogue`].

use super::model::*;
use super::numbering;
use super::typed::{GroupRead, IndicatorRead, ItemRead, SubIndicatorRead};
use crate::base::{ItemCode, is_device};
use crate::catalogue::{Instrument, Kind};
use crate::diagnostics::{Diagnostic, Diagnostics, Outcome, SourceSpan};
use crate::source::TextFile;
use crate::thai::FiscalYear;
use crate::yaml::{self, Context, Decimal, Fields, FromNode, MapKey, Node, Spanned, YamlLimits};

/// Checklists are larger than front matter: the built-in ones have up to 40 kB.
const LIMITS: YamlLimits = YamlLimits { bytes: 1 << 20, depth: 32 };

/// Reads a catalogue; `None` if it is too broken to be used. `known_subject` tells the subjects
/// that exist already.
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
    let catalogue = catalogue(&node, &mut context, known_subject);
    Outcome(catalogue, diagnostics)
}

fn catalogue(node: &Node, context: &mut Context<'_>, known_subject: &dyn Fn(&str) -> bool) -> Option<Catalogue> {
    let mut fields = Fields::of(node, context);
    let fiscal_year: Option<Spanned<FiscalYear>> = fields.required("fiscal_year");
    let indicators: Option<Vec<IndicatorRead>> = fields.required("indicators");
    let subjects: Vec<(String, Translated)> = fields.node("subjects").map(|node| pairs(node, fields.context())).unwrap_or_default();
    let mut catalogue = Catalogue {
        programme: fields.optional("programme").unwrap_or_else(|| "own".to_owned()),
        title: fields.optional("title").unwrap_or_default(),
        confidence: fields.optional("confidence").unwrap_or(Confidence::High),
        confidence_reason: fields.optional("confidence_reason"),
        sources: fields.list("sources"),
        weights: fields.optional("weights"),
        weights_attested: fields.optional("weights_attested").unwrap_or(true),
        item_counts_attested: fields.optional("item_counts_attested").unwrap_or(true),
        grades: fields.list("grades"),
        grades_attested: fields.optional("grades_attested").unwrap_or(true),
        pass_target: fields.optional::<Decimal>("pass_target").map(|target| target.value),
        instruments: fields.list("instruments"),
        questions: fields.list("questions"),
        indicators: Vec::new(),
        is_whole: true,
        subjects,
        // At last, when every key was asked for.
        fiscal_year: fields.finish().and(fiscal_year)?,
    };
    let indicators = indicators?;
    catalogue.is_whole = !context.unread.outermost("indicators");
    if catalogue.is_whole {
        numbering::check(&indicators, context);
    }
    let known = |subject: &str| known_subject(subject) || catalogue.subjects.iter().any(|(own, _)| own == subject);
    unknown_subjects(&indicators, &known, context);
    catalogue.indicators = indicators.into_iter().map(IndicatorRead::into_model).collect();
    Some(catalogue)
}

/// A subject is part of an address (`/topics/SUBJECT/`), so it has the form of one.
fn is_subject(name: &str) -> bool {
    let is_plain = name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    is_plain && !is_device(name)
}

fn unknown_subjects(indicators: &[IndicatorRead], known: &dyn Fn(&str) -> bool, context: &mut Context<'_>) {
    for item in indicators.iter().flat_map(IndicatorRead::items) {
        for subject in item.subjects.iter().filter(|subject| is_subject(&subject.value) && !known(&subject.value)) {
            context.report("unknown-subject", &subject.span).set("subject", &subject.value);
        }
    }
}

impl FromNode for IndicatorRead {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, context);
        let (no, title, sub_indicators) = (fields.required("no"), fields.required("title"), fields.list("sub_indicators"));
        fields.finish()?;
        Some(Self { no: no?, title: title?, sub_indicators })
    }
}

impl FromNode for SubIndicatorRead {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, context);
        let (number, title) = (fields.required("number"), fields.required("title"));
        let (asked, groups) = (fields.optional("asked"), fields.list("groups"));
        fields.finish()?;
        Some(Self { number: number?, title: title?, asked, groups })
    }
}

impl FromNode for GroupRead {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, context);
        let group = Self { title: fields.optional("title"), items: fields.list("items") };
        fields.finish()?;
        Some(group)
    }
}

impl FromNode for ItemRead {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, context);
        let code = fields.required::<Spanned<ItemCode>>("code");
        let title = fields.required("title");
        let subjects: Vec<Spanned<String>> = fields.list("subjects");
        let kind = fields.optional("kind").unwrap_or(Kind::Evidence);
        let attestation = fields.optional("attestation").unwrap_or(Attestation::Own);
        let components = fields.list("components");
        let note = fields.optional("note");
        for subject in subjects.iter().filter(|subject| !is_subject(&subject.value)) {
            fields.context().report("id-form", &subject.span).set("id", &subject.value);
        }
        let data_year = fields.optional("data_year");
        fields.finish()?;
        let names = subjects.iter().map(|subject| subject.value.clone()).filter(|name| is_subject(name)).collect();
        let item = Item { code: code?, title: title?, kind, subjects: names, attestation, data_year, components, note };
        Some(Self { subjects, item })
    }
}

impl FromNode for Component {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, context);
        let (id, title) = (fields.required("id"), fields.required("title"));
        let attestation = fields.optional("attestation").unwrap_or(Attestation::Own);
        let (shown_by, applies) = (fields.optional("shown_by"), fields.optional("applies"));
        fields.finish()?;
        Some(Self { id: id?, title: title?, attestation, shown_by, applies })
    }
}

impl FromNode for Translated {
    /// `{th: …, en: …}`, or a plain Thai text.
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        if node.text().is_some() {
            return String::from_node(node, context).map(|th| Self { th, en: None });
        }
        let mut fields = Fields::of(node, context);
        let (th, en) = (fields.required("th"), fields.optional("en"));
        fields.finish()?;
        Some(Self { th: th?, en })
    }
}

impl FromNode for Confidence {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        named(node, &[("high", Self::High), ("medium", Self::Medium), ("low", Self::Low)], context)
    }
}

impl FromNode for Attestation {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        use Attestation::*;
        let all = [TwoSources, OneSource, OneSourceAdapted, Own, Background, Inferred, Unsourced, Practice];
        named(node, &all.map(|attestation| (attestation.key(), attestation)), context)
    }
}

impl FromNode for DataYear {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        named(node, &[("current", Self::Current), ("previous", Self::Previous)], context)
    }
}

impl FromNode for Weights {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, context);
        let mut percent = |key| fields.required::<Decimal>(key).map(|number| number.value);
        let (iit, eit, oit) = (percent("IIT"), percent("EIT"), percent("OIT"));
        fields.finish()?;
        let weights = Self { iit: iit?, eit: eit?, oit: oit? };
        let sum = weights.iit + weights.eit + weights.oit;
        if (sum - 100.0).abs() > 0.001 {
            context.report("weights-sum", &node.span).set("sum", sum);
        }
        Some(weights)
    }
}

impl FromNode for Grade {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, context);
        let (name, min) = (fields.required("grade"), fields.required::<Decimal>("min"));
        let each_min = fields.optional::<Decimal>("each_min").map(|number| number.value);
        fields.finish()?;
        Some(Self { name: name?, min: min?.value, each_min })
    }
}

impl FromNode for InstrumentNames {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, context);
        let (id, name) = (fields.required::<Instrument>("id"), fields.required("name"));
        let indicators: Vec<IndicatorName> = fields.list("indicators");
        fields.finish()?;
        Some(Self { id: id?, name: name?, indicators: indicators.into_iter().map(|named| (named.no, named.name)).collect() })
    }
}

struct IndicatorName {
    no: u32,
    name: String,
}

impl FromNode for IndicatorName {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, context);
        let (no, name) = (fields.required("no"), fields.required("name"));
        fields.finish()?;
        Some(Self { no: no?, name: name? })
    }
}

impl FromNode for QuestionRange {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, context);
        let instrument = fields.required("instrument");
        let (first, last) = (fields.required("first"), fields.required("last"));
        let attestation = fields.optional("attestation").unwrap_or(Attestation::Own);
        fields.finish()?;
        Some(Self { instrument: instrument?, first: first?, last: last?, attestation })
    }
}

/// A map from ids to texts.
pub(super) fn pairs(node: &Node, context: &mut Context<'_>) -> Vec<(String, Translated)> {
    let Some(entries) = yaml::entries(node, context) else { return Vec::new() };
    let pair = |(key, node): &(MapKey, Node)| Translated::from_node(node, context).map(|text| (key.name.clone(), text));
    entries.iter().filter_map(pair).collect()
}

fn named<T: Copy>(node: &Node, choices: &[(&str, T)], context: &mut Context<'_>) -> Option<T> {
    let text = String::from_node(node, context)?;
    let found = choices.iter().find(|(name, _)| *name == text).map(|(_, choice)| *choice);
    if found.is_none() {
        let known: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
        let diagnostic = Diagnostic::new("unknown-value", SourceSpan::new(context.file, node.span.clone()));
        context.diagnostics.push(diagnostic.with("text", text).with("known", known.join(", ")));
    }
    found
}
