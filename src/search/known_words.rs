//! Abbreviations and names of divisions that the program knows, and those of the body.

use super::abbreviations::Abbreviations;
use crate::config::Config;
use crate::thai::DivisionName;

const ABBREVIATIONS: &str = include_str!("data/abbreviations.txt");

/// The abbreviations of every body, those of the site file, and the other names of the body and its divisions.
pub fn known_abbreviations(config: &Config) -> Abbreviations {
    let lines = ABBREVIATIONS.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let known = lines.map(|line| line.split(" = ").map(|form| form.trim().to_owned()).collect());
    let of_body = config.abbreviations.iter().map(|own| vec![own.short.clone(), own.means.clone()]);
    let named = config.units.iter().map(|unit| (&unit.name, &unit.aliases)).chain([(&config.agency.name, &config.agency.aliases)]);
    let named = named.filter(|(_, aliases)| !aliases.is_empty());
    let named = named.map(|(name, aliases)| std::iter::once(name).chain(aliases).map(|name| name.value.clone()).collect());
    Abbreviations::new(&known.chain(of_body).chain(named).collect::<Vec<Vec<String>>>())
}

/// Names where words begin and end: those of every body, and the divisions of the site file.
pub fn known_names(config: &Config) -> Vec<String> {
    let own = config.units.iter().filter_map(|unit| DivisionName::parse(&unit.name.value));
    let mut names: Vec<String> = DivisionName::known().chain(own).map(|name| name.text.into_owned()).collect();
    let mut seen = std::collections::HashSet::new();
    names.retain(|name| seen.insert(name.clone()));
    names
}
