//! Abbreviations and names of divisions that the program knows.

use super::abbreviations::Abbreviations;

const ABBREVIATIONS: &str = include_str!("data/abbreviations.txt");
const DIVISIONS: &str = include_str!("data/divisions.txt");

/// The abbreviations of every site, and `more` of the site.
pub fn known_abbreviations(more: &[Vec<String>]) -> Abbreviations {
    let group = |line: &str| line.split(" = ").map(|form| form.trim().to_owned()).collect();
    let groups: Vec<Vec<String>> = lines(ABBREVIATIONS).map(group).chain(more.iter().cloned()).collect();
    Abbreviations::new(&groups)
}

/// Names where words begin and end.
pub fn known_names() -> Vec<String> {
    lines(DIVISIONS).map(str::to_owned).collect()
}

fn lines(data: &'static str) -> impl Iterator<Item = &'static str> {
    data.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}
