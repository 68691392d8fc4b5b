//! The script with what all shards share: their list, the values of the filters, abbreviations, names of divisions.

use serde::Serialize;

use crate::search::{abbreviations::Abbreviations, text::SearchText, word::known_names};
use crate::site::SearchShard;
use crate::thai::FiscalYear;

/// What the search page knows before it has loaded a shard. It changes when pages come or go or are filed elsewhere, not with their text.
#[derive(Serialize)]
struct Index {
    shards: Vec<Listed>,
    items: Vec<String>,
    indicators: Vec<String>,
    units: Vec<String>,
    kinds: Vec<String>,
    abbreviations: Vec<Vec<String>>,
    names: Vec<String>,
}

#[derive(Serialize)]
struct Listed {
    /// Of its script, without `.js`.
    name: String,
    /// 0 for pages outside the years.
    year: u16,
    pages: usize,
}

/// The script `pages.js`; `shards` in the order in which they are answered: newest first, pages outside the years last.
pub fn pages(shards: &[(SearchShard, Vec<SearchText>)], abbreviations: &Abbreviations, names: &[String]) -> String {
    let mut index = Index {
        shards: Vec::new(),
        items: Vec::new(),
        indicators: Vec::new(),
        units: Vec::new(),
        kinds: Vec::new(),
        abbreviations: abbreviations.groups().iter().map(|group| group.iter().map(|&form| form.to_owned()).collect()).collect(),
        names: known_names(names),
    };
    for (shard, texts) in shards {
        index.shards.push(Listed { name: shard.name(), year: shard.year.map_or(0, FiscalYear::number), pages: texts.len() });
        for text in texts {
            add(&mut index.items, text.item.as_deref());
            add(&mut index.indicators, text.indicator.as_deref());
            text.units.iter().for_each(|unit| add(&mut index.units, Some(unit)));
            text.file_kinds().iter().for_each(|kind| add(&mut index.kinds, Some(kind)));
        }
    }
    index.items.sort_by_cached_key(|item| (item.len(), item.clone()));
    format!("prongsaiSearch.pages({});\n", serde_json::to_string(&index).unwrap_or_default())
}

fn add(values: &mut Vec<String>, value: Option<&str>) {
    if let Some(value) = value
        && !values.iter().any(|known| known == value)
    {
        values.push(value.to_owned());
    }
}
