//! The fourteen fields that the catalogue of the Thai government (GD Catalog) requires of a dataset,
//! by the names of its CKAN extension, and the interval that belongs to the ninth. No term of the
//! JSON-LD context has their names: for readers of RDF they do not exist.

use serde_json::{Value, json};

use crate::config::Frequency;
use crate::render::Strings;
use crate::render::machine::stated;
use crate::site::{FiledItem, Site};

/// The fields that site and page state; the others are left out.
pub(super) fn fields(site: &Site, strings: &Strings, item: &FiledItem<'_>, subjects: &[&str], mut formats: Vec<String>) -> Value {
    let (config, page) = (&site.config, item.page);
    formats.sort();
    formats.dedup();
    let geography = [&config.agency.province, &config.agency.district].into_iter().flatten().map(|name| name.value.as_str());
    let geography: Vec<&str> = geography.take(1).collect();
    let unit = page.document.front_matter.unit.as_ref().map_or(&config.agency.name.value, |unit| &unit.value);
    let frequency = config.open_data.frequency;
    stated(json!({
        "data_type": strings.get("gd_data_type"),
        "title": page.title,
        "owner_org": config.agency.name.value,
        "maintainer": unit,
        "maintainer_email": config.contact.email.as_ref().map(|email| &email.value),
        "tag_string": subjects,
        "notes": item.position.item.title,
        "objective": config.open_data.objective.as_ref().map(|objective| &objective.value),
        "update_frequency_unit": frequency.and_then(unit_of).map(|unit| strings.get(unit).into_owned()),
        "update_frequency_interval": frequency.and_then(unit_of).map(|_| 1),
        "geo_coverage": geography,
        "data_source": unit,
        "data_format": formats,
        "data_category": strings.get("gd_public"),
        "license_id": config.open_data.licence.map(|licence| licence.name()),
    }))
}

/// Key of the string that names the unit in which a frequency is counted, one to the next.
fn unit_of(frequency: Frequency) -> Option<&'static str> {
    match frequency {
        Frequency::Daily => Some("gd_day"),
        Frequency::Weekly => Some("gd_week"),
        Frequency::Monthly => Some("gd_month"),
        Frequency::Quarterly => Some("gd_quarter"),
        Frequency::HalfYearly => Some("gd_half_year"),
        Frequency::Yearly => Some("gd_year"),
        Frequency::Irregular => None,
    }
}
