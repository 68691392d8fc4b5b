//! File names that are invalid on Windows. Refused on every system, because sites are moved between
//! machines.

use crate::base::is_device;

/// Reason why a name is invalid on Windows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ForeignName<'n> {
    /// Reserved device name: the part before the first dot.
    Device(&'n str),
    /// Trailing dot or space, which Windows strips.
    Ending,
    /// A character that Windows does not allow.
    Character(char),
}

impl ForeignName<'_> {
    /// Checks a file or folder name; `None` if it is valid on every system.
    pub fn of(name: &str) -> Option<ForeignName<'_>> {
        let device = is_device(name).then(|| ForeignName::Device(stem(name)));
        let ending = || name.ends_with(['.', ' ']).then_some(ForeignName::Ending);
        device.or_else(ending).or_else(|| name.chars().find(|c| is_foreign(*c)).map(ForeignName::Character))
    }

    /// The closest name that is valid on every system.
    pub fn mended(name: &str) -> String {
        let plain: String = name.chars().map(|c| if is_foreign(c) { '-' } else { c }).collect();
        let plain = plain.trim_end_matches(['.', ' ']);
        match (is_device(plain), plain.split_once('.')) {
            (false, _) => plain.to_owned(),
            (true, Some((stem, rest))) => format!("{}-file.{rest}", stem.trim_end()),
            (true, None) => format!("{plain}-file"),
        }
    }
}

fn stem(name: &str) -> &str {
    name.split('.').next().unwrap_or(name).trim_end()
}

fn is_foreign(c: char) -> bool {
    matches!(c, '<' | '>' | ':' | '"' | '|' | '?' | '*' | '\\') || c.is_control()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_windows_cannot_give_are_known_with_the_nearest_that_it_can() {
        for (name, foreign, mended) in [
            ("NUL.pdf", ForeignName::Device("NUL"), "NUL-file.pdf"),
            ("com1", ForeignName::Device("com1"), "com1-file"),
            ("aux .tar.gz", ForeignName::Device("aux"), "aux-file.tar.gz"),
            ("aux.", ForeignName::Device("aux"), "aux-file"),
            ("แผน.pdf.", ForeignName::Ending, "แผน.pdf"),
            ("แผน .. ", ForeignName::Ending, "แผน"),
            ("แผน?.pdf", ForeignName::Character('?'), "แผน-.pdf"),
            ("a\u{7}:b", ForeignName::Character('\u{7}'), "a--b"),
        ] {
            assert_eq!((ForeignName::of(name), &*ForeignName::mended(name)), (Some(foreign), mended), "{name}");
            assert_eq!(ForeignName::of(mended), None);
        }
        for name in ["contract.pdf", "null.pdf", "com10.pdf", "แผน (1).pdf", "a b.pdf", "aux-list.pdf", ".htaccess", " a", "ก.ข"]
        {
            assert_eq!((ForeignName::of(name), &*ForeignName::mended(name)), (None, name), "{name}");
        }
    }
}
