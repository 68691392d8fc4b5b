//! The languages of messages.

/// A language of messages.
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
    /// Every language, the first one first.
    pub const ALL: [Lang; 2] = [Lang::Thai, Lang::English];

    /// The tag used on the command line, in `site.yaml` and as `lang` attribute.
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
