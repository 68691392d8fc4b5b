//! A catalogue as it is typed, with the places that the checks of its numbering need.

use super::{Group, Indicator, Item, SubIndicator};
use crate::yaml::Spanned;

/// An indicator as it stands in the file, with the places that the checks of numbering need.
pub(super) struct IndicatorRead {
    pub(super) no: Spanned<u32>,
    pub(super) title: String,
    pub(super) sub_indicators: Vec<SubIndicatorRead>,
}

pub(super) struct SubIndicatorRead {
    pub(super) number: Spanned<String>,
    pub(super) title: String,
    pub(super) asked: Option<Spanned<u32>>,
    pub(super) groups: Vec<GroupRead>,
}

pub(super) struct GroupRead {
    pub(super) title: Option<String>,
    pub(super) items: Vec<ItemRead>,
}

pub(super) struct ItemRead {
    pub(super) subjects: Vec<Spanned<String>>,
    pub(super) item: Item,
}

impl IndicatorRead {
    pub(super) fn items(&self) -> impl Iterator<Item = &ItemRead> {
        self.sub_indicators.iter().flat_map(SubIndicatorRead::items)
    }

    pub(super) fn into_model(self) -> Indicator {
        let group = |group: GroupRead| Group { title: group.title, items: group.items.into_iter().map(|read| read.item).collect() };
        let sub = |sub: SubIndicatorRead| SubIndicator {
            number: sub.number.value,
            title: sub.title,
            groups: sub.groups.into_iter().map(group).collect(),
        };
        Indicator { no: self.no.value, title: self.title, sub_indicators: self.sub_indicators.into_iter().map(sub).collect() }
    }
}

impl SubIndicatorRead {
    pub(super) fn items(&self) -> impl Iterator<Item = &ItemRead> {
        self.groups.iter().flat_map(|group| &group.items)
    }
}
