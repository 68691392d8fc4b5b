//! How the tables of a page are laid out: rendering, never data.

use super::PlanColumn;
use crate::thai::Digits;
use crate::yaml::{Context, Fields, FromNode, Node, Spanned};

/// Choices of layout.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct View {
    /// Columns of the plan of measures, in order; all that have content by default.
    pub columns: Vec<Spanned<PlanColumn>>,
    /// The status in one column or in three.
    pub status_columns: StatusColumns,
    /// Digits of printed numbers.
    pub digits: Digits,
    /// What the rows are grouped by.
    pub group_by: GroupBy,
}

/// The status column of a progress table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StatusColumns {
    /// One column with the words.
    #[default]
    Single,
    /// One column per status under a merged header (S1, S2).
    Split,
}

/// Grouping of rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum GroupBy {
    /// By IIT, EIT, OIT (S1, S4).
    Instrument,
    /// By topic (S3).
    Issue,
    /// Not at all.
    #[default]
    None,
}

impl FromNode for View {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, context);
        let view = View {
            columns: fields.list("columns"),
            status_columns: one_of(&mut fields, "status_columns", &[("single", StatusColumns::Single), ("split", StatusColumns::Split)]),
            digits: one_of(&mut fields, "digits", &[("arabic", Digits::Arabic), ("thai", Digits::Thai)]),
            group_by: one_of(
                &mut fields,
                "group_by",
                &[("instrument", GroupBy::Instrument), ("issue", GroupBy::Issue), ("none", GroupBy::None)],
            ),
        };
        fields.finish()?;
        Some(view)
    }
}

fn one_of<T: Copy + Default>(fields: &mut Fields<'_, '_, '_>, key: &'static str, choices: &[(&str, T)]) -> T {
    let Some(typed) = fields.optional::<Spanned<String>>(key) else {
        return T::default();
    };
    if let Some((_, choice)) = choices.iter().find(|(name, _)| *name == typed.value) {
        return *choice;
    }
    let known: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
    fields.context().report("unknown-value", &typed.span).set("text", &typed.value).set("known", known.join(", "));
    T::default()
}
