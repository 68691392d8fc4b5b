//! Types shared by all stages: source paths, item codes, message languages and fixed file names.

mod device_name;
mod direction;
mod files;
mod item_code;
mod lang;
mod path;

pub use device_name::is_device;
pub use direction::{is_direction, is_direction_override};
pub use files::{ASSESSMENTS_FILE, CHECKSUMS, HISTORY_FILE, HISTORY_OF_SITE, MANIFEST, SITE_FILE, URLS_FILE};
pub(crate) use files::{file_of_url, url_of_file};
pub use item_code::ItemCode;
pub use lang::Lang;
pub use path::RelPath;
pub(crate) use path::exact;
