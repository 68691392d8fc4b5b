//! Messages about the publication of a copy.

use super::publication::{CopyOrigin, LastPublication};
use super::report::Notice;
use super::words::some;
use crate::base::Lang;
use crate::record::Divergence;
use crate::thai::{Date, Digits};
use crate::words::{counts, last};

impl LastPublication {
    /// The difference between copy and records.
    pub(super) fn words(&self, lang: Lang) -> String {
        let ((copy, day), (records, last_day)) = (self.of_copy, self.of_records);
        match self.parting {
            Divergence::Never => String::new(),
            Divergence::CopyEnds => self.older(lang),
            Divergence::RecordsEnd => last::copy_is_newer(lang, counts::publications(lang, copy), records, said_day(last_day, lang)),
            Divergence::After(0) => last::histories_unlike(lang).to_owned(),
            Divergence::After(same) => last::histories_part(lang, same, said_day(day, lang)),
        }
    }

    /// The message for a copy older than the records.
    fn older(&self, lang: Lang) -> String {
        let ((copy, day), (records, last_day)) = (self.of_copy, self.of_records);
        let (day, last_day) = (said_day(day, lang), said_day(last_day, lang));
        let (files, publications) = (counts::files(lang, self.upload.len()), counts::publications(lang, records));
        match (self.tie, copy) {
            (CopyOrigin::Output, 0) => last::folder_never_published(lang, publications),
            (CopyOrigin::Output, _) => last::folder_is_older(lang, copy, day, records, last_day),
            (_, 0) => last::copy_never_published(lang, publications, last_day, files),
            _ => {
                let differ = match self.addresses {
                    1 => last::one_address_differs(lang).to_owned(),
                    addresses => last::addresses_differ(lang, addresses),
                };
                last::copy_is_older(lang, copy, day, records, last_day, differ, files)
            }
        }
    }

    /// The same if it is not an error of the copy.
    fn notice(&self, lang: Lang) -> String {
        let ((copy, day), (records, _)) = (self.of_copy, self.of_records);
        match self.parting {
            Divergence::CopyEnds if self.tie == CopyOrigin::Pack => last::pack_is_of(lang, copy, said_day(day, lang), records),
            Divergence::RecordsEnd if records == 0 => last::site_never_published(lang).to_owned(),
            _ => last::history_of_another_site(lang).to_owned(),
        }
    }
}

/// The date of a publication in parentheses.
fn said_day(day: Option<Date>, lang: Lang) -> String {
    let said = |day: Date| match lang {
        Lang::Thai => format!(" ({})", day.long(Digits::Arabic)),
        Lang::English => format!(" ({day})"),
    };
    day.map(said).unwrap_or_default()
}

impl Notice {
    /// Message in one language.
    pub fn words(&self, lang: Lang) -> String {
        match self {
            Notice::Beside(beside) => beside.notice(lang),
            Notice::Unlike(files) => last::files_unlike(lang, files.len(), some(files, lang)),
            Notice::NoRecords => last::records_unread(lang).to_owned(),
        }
    }
}
