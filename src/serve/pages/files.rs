//! Where the pages and files of the preview itself are.

/// Below the base of the site: where the preview's own pages and files are. Names of pages begin
/// with a letter or digit; an alias or a theme's file that begins like this is hidden by the
/// preview.
pub const FOLDER: &str = "_prongsai/";

/// The script of the preview, `_prongsai/live.js`. Which events and answers it expects is written
/// at its head.
pub const LIVE_JS: &str = include_str!("live.js");

/// The style sheet of the preview, `_prongsai/preview.css`.
pub const PREVIEW_CSS: &str = include_str!("preview.css");
