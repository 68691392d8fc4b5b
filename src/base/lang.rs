//! Message languages.

/// A message language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum, serde::Serialize)]
pub enum Lang {
    /// ไทย
    #[default]
    #[value(name = "th")]
    #[serde(rename = "th")]
    Thai,
    /// English
    #[value(name = "en")]
    #[serde(rename = "en")]
    English,
}

impl Lang {
    /// All languages, the default first.
    pub const ALL: [Lang; 2] = [Lang::Thai, Lang::English];

    /// Language tag on the command line, in `site.yaml` and in `lang` attributes.
    pub fn name(self) -> &'static str {
        match self {
            Lang::Thai => "th",
            Lang::English => "en",
        }
    }

    /// Its name in itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Lang::Thai => "ไทย",
            Lang::English => "English",
        }
    }
}
