//! `content/site.yaml`: the public body, the base URL, and the settings of the webmaster.

mod agency;
mod base_url;
mod checks;
mod contact_link;
mod data_file;
mod host;
mod limits;
mod links;
mod model;
mod network_scope;
mod open_data;
mod place_name;
mod privacy;
mod read;
mod security;
mod site_file;
mod web_address;

pub use agency::{Agency, AgencyOverride, Contact, OwnAbbreviation, Unit};
pub use base_url::parse_base_url;
pub use checks::{CheckSettings, Exception, Override};
pub use contact_link::{global_telephone_link, mail_link, telephone_link};
pub use data_file::data_file;
pub use host::Host;
pub use limits::Limits;
pub use links::{LinkSettings, OtherSite};
pub use model::{Config, Deadline, Freeze, Integrity};
pub use network_scope::NetworkScope;
pub use open_data::{Frequency, Licence, OpenData};
pub use place_name::{says_district, says_province};
pub use privacy::Privacy;
pub use read::read;
pub use security::{Reach, Security};
pub use site_file::SiteFile;
pub use web_address::{is_mail_address, is_telephone, is_web_address, meant_address, meant_mail};
