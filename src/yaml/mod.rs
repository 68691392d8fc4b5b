//! YAML with spans: every key and value has its byte range in the file, so that diagnostics can
//! point at it.
//!
//! [`parse`] is the only user of `serde-saphyr` for reading; it builds a tree of [`Node`]s.
//! [`Fields`] and [`FromNode`] read typed values from the tree and report *all* errors in it, not
//! only the first.

mod cause;
mod closed_list;
mod declared;
mod example;
mod fields;
mod mistaken;
mod named;
mod node;
mod nulls;
mod number_cut;
mod parse;
mod repair;
mod scalars;
mod schema;
mod shape;
mod spanned;
mod structure;
mod unread;
mod write;

pub(crate) use closed_list::{closed_list, report_unknown_name};
pub(crate) use fields::nearest;
pub use fields::{Context, Fields, FromNode, entries};
pub use named::Named;
pub use node::{MapKey, Node, NodeValue, Scalar, ScalarForm};
pub use nulls::report_nulls;
pub use number_cut::rejoin_numbers;
pub(crate) use parse::first_control;
pub use parse::{YamlLimits, parse};
pub use scalars::Decimal;
pub use schema::schema;
pub use shape::{Choice, Declared, Description, Shape, Structure, StructureField};
pub use spanned::Spanned;
pub(crate) use structure::{is_default, structure};
pub use unread::UnreadFields;
pub use write::{write, write_json};
