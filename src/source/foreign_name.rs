//! Names that Windows cannot give to a file or folder. A site is moved between machines, so they
//! are refused everywhere.

use crate::base::is_device;

/// What is wrong with a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ForeignName<'n> {
    /// Windows takes it for a device: the name up to its first point.
    Device(&'n str),
    /// Windows drops the point or blank at its end.
    Ending,
    /// Windows does not take it.
    Character(char),
}

impl ForeignName<'_> {
    /// What is wrong with the name of a file or folder; `None` if every system can give it.
    pub fn of(name: &str) -> Option<ForeignName<'_>> {
        let device = is_device(name).then(|| ForeignName::Device(stem(name)));
        let ending = || name.ends_with(['.', ' ']).then_some(ForeignName::Ending);
        device.or_else(ending).or_else(|| name.chars().find(|c| is_foreign(*c)).map(ForeignName::Character))
    }

    /// The nearest name that every system can give.
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
