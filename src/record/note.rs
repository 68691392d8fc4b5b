//! The reason of a publication, as an officer types it.

use crate::base::is_direction;
use crate::yaml::first_control;

/// The first character of a note that may not stand in the history: what [`History::read`] would
/// refuse from then on (P37), or what turns the text after it.
///
/// [`History::read`]: super::History::read
pub fn unpublishable(note: &str) -> Option<char> {
    first_control(note).or_else(|| note.chars().find(|c| is_direction(*c)))
}
