//! Names of the data files, and variants of them made by people and programs.

use crate::source::copied_from;

/// Name of the site file in its folder.
pub(super) const SITE_FILE_NAME: &str = "site.yaml";

/// Files read by name directly in `content/`.
const KNOWN: [&str; 4] = [SITE_FILE_NAME, "assessments.yaml", "history.yaml", "urls.lock"];

/// The data file that `name` stands for, also after renaming: `site.yml`, `Site.yaml.txt`,
/// `assessment (1).yaml`.
pub fn data_file(name: &str) -> Option<&'static str> {
    let lower = name.trim().to_lowercase();
    let name = std::iter::successors(Some(&*lower), |name| without_addition(name)).last()?;
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
    let stem = copied_from(stem).map_or(stem, |(base, _)| base);
    let is = |known: &&str| {
        let (known, ending) = known.rsplit_once('.').unwrap_or((known, ""));
        let is_same_kind = ending == extension || (ending == "yaml" && matches!(extension, "yml" | ""));
        is_same_kind && known.trim_end_matches('s') == stem.trim_end_matches('s')
    };
    KNOWN.into_iter().find(is)
}

/// Removes an addition after the extension: `site.yaml` for `site.yaml.txt` and `site.yaml (1)`.
fn without_addition(name: &str) -> Option<&str> {
    const ADDED: [&str; 6] = [".txt", ".bak", ".old", ".orig", ".save", "~"];
    let is_dotted = |base: &&str| base.contains('.');
    let copied = || copied_from(name).map(|(base, _)| base).filter(is_dotted).filter(|base| base.ends_with("ml") || base.ends_with("lock"));
    ADDED.iter().find_map(|added| name.strip_suffix(added)).or_else(copied)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_data_is_known_by_other_names() {
        for name in
            ["site.yaml", "site.yml", "Site.yaml", "SITE.YAML", "site.yaml.txt", "site (1).yaml", "site - Copy.yaml", "site.yaml (1)"]
        {
            assert_eq!(data_file(name), Some("site.yaml"), "{name}");
        }
        for name in ["assessment.yaml", "assessments.yml", "assessments.yaml.bak", "สำเนาของ assessments.yaml", "assessments.txt"]
        {
            assert_eq!(data_file(name), Some("assessments.yaml"), "{name}");
        }
        assert_eq!((data_file("urls.lock.txt"), data_file("urls (1).lock")), (Some("urls.lock"), Some("urls.lock")));
        for name in ["sitemap.yaml", "site.pdf", "data.yaml", "site-plan.yaml", "urls.txt.yaml"] {
            assert_eq!(data_file(name), None, "{name}");
        }
    }
}
