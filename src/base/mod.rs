//! What every stage names: paths of sources, codes of items, languages of messages, and the files
//! that have a fixed name.

mod device_name;
mod files;
mod item_code;
mod lang;
mod path;

pub use device_name::is_device;
pub use files::{ASSESSMENTS_FILE, CHECKSUMS, HISTORY_FILE, HISTORY_OF_SITE, MANIFEST, SITE_FILE, URLS_FILE};
pub(crate) use files::{file_of_url, url_of_file};
pub use item_code::ItemCode;
pub use lang::Lang;
pub use path::RelPath;
pub(crate) use path::exact;
