//! Paths and files of the preview.

/// Folder of the preview's own pages and files, below the base path. Page names begin with a letter
/// or digit; an alias or theme file in this folder is hidden by the preview.
pub const FOLDER: &str = "_prongsai/";

/// The script of the preview, `_prongsai/live.js`. Its head comment lists the events and responses
/// it expects.
pub const LIVE_JS: &str = include_str!("live.js");

/// The style sheet of the preview, `_prongsai/preview.css`.
pub const PREVIEW_CSS: &str = include_str!("preview.css");
