//! What a user sees: the program is run on sites, and its pages, messages and files are looked at.
//!
//! `architecture` reads the sources of the program: which room may know which. `common` builds
//! sites and reads pages. `cases` runs the case of every diagnostic. `seed_s0`–`seed_s4` find every
//! fact of the five seed documents on their pages; `seed_findings` what the checks say about them.
//! `example` walks the example site. The others are named after the promises they hold.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::use_debug,
    clippy::print_stdout,
    clippy::string_slice,
    clippy::disallowed_methods,
    reason = "a test fails by panicking, and shows what it saw"
)]

mod architecture;
mod attachments;
mod attachments_open;
mod bag;
mod base_moved;
mod cases;
mod changes;
mod clicks;
mod command_line;
mod common;
mod conservation;
mod declared;
// The options of `script` are those of Linux.
#[cfg(target_os = "linux")]
mod dialogue;
mod due;
mod endless_templates;
mod example;
mod example_left;
mod exceptions;
mod external;
mod facts;
mod faults;
mod form;
mod held_files;
mod hostile;
mod hostile_files;
mod importing;
mod kills;
mod left_as_before;
mod licences;
mod line_ends;
mod manual;
mod moment;
mod moving;
mod mutations;
mod names;
mod new;
mod one_fault;
mod open_data;
mod page_kinds;
mod page_list;
mod poison;
mod preview;
mod preview_address;
mod preview_broken;
mod preview_http;
mod preview_load;
mod preview_session;
mod privacy;
mod publishing;
mod quick_and_whole;
mod readme;
mod record;
mod record_mutations;
mod record_states;
mod results;
mod safe_pages;
mod same_bytes;
mod sarif;
#[cfg(unix)]
mod saving;
mod score;
mod search;
mod seed_findings;
mod seed_s0;
mod seed_s1;
mod seed_s2;
mod seed_s3;
mod seed_s4;
mod sheet;
mod signals;
mod snippets;
mod torn;
mod unchanged;
mod uploads;
mod verify;
mod verify_last;
mod verify_names;
mod verify_sizes;
mod verify_transfer;
mod waiting_records;
mod watching;
mod welcome;
mod witness;
mod yaml_oracle;
