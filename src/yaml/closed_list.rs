//! Closed lists: keys in the file, and aliases as officers type them.

use super::{Choice, Context, Declared, FromNode, Node, Shape, nearest};
use crate::thai::Digits;

/// Declares a closed list, whose values are read by key or alias. Other texts are reported with the
/// nearest key.
macro_rules! closed_list {
    ($(#[$doc:meta])* $name:ident: $($(#[$value_doc:meta])* $value:ident = $key:literal $(| $alias:literal)*),+ $(,)?) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, borsh::BorshSerialize, borsh::BorshDeserialize)]
        pub enum $name {
            $($(#[$value_doc])* $value),+
        }

        impl $name {
            /// All values, in order.
            pub const ALL: &[$name] = &[$($name::$value),+];

            /// Key in the file and in the texts of the theme.
            pub fn key(self) -> &'static str {
                match self {
                    $($name::$value => $key),+
                }
            }

            /// Value of a key or alias.
            pub fn named(text: &str) -> Option<Self> {
                match text {
                    $($key $(| $alias)* => Some($name::$value),)+
                    _ => None,
                }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.key())
            }
        }

        impl $crate::yaml::FromNode for $name {
            fn from_node(node: &$crate::yaml::Node, context: &mut $crate::yaml::Context<'_>) -> Option<Self> {
                let text = <String as $crate::yaml::FromNode>::from_node(node, context)?;
                let value = Self::named(&text).or_else(|| Self::named(&text.to_lowercase()));
                if value.is_none() {
                    $crate::yaml::report_unknown_name(&text, &[$($key),+], node, context);
                }
                value
            }
        }

        impl $crate::yaml::Declared for $name {
            fn shape() -> $crate::yaml::Shape {
                $crate::yaml::Shape::OneOf(vec![$($crate::yaml::Choice { key: $key, aliases: &[$($alias),*] }),+])
            }

            fn written(&self) -> serde_json::Value {
                self.key().into()
            }
        }
    };
}

pub(crate) use closed_list;

/// Reports a text that is no key of the list, with the nearest key.
pub(crate) fn report_unknown_name(text: &str, known: &[&'static str], node: &Node, context: &mut Context<'_>) {
    let nearest = nearest(text, known.iter().copied());
    let report = context.report("unknown-value", &node.span).set("text", text).set("known", known.join(", "));
    if let Some(nearest) = nearest {
        report.set("nearest", nearest);
    }
}

/// Keys of `Digits`, which is declared in a lower module.
const DIGITS: [(&str, Digits); 2] = [("arabic", Digits::Arabic), ("thai", Digits::Thai)];

impl FromNode for Digits {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let text = String::from_node(node, context)?;
        let found = DIGITS.iter().find(|(key, _)| *key == text).map(|(_, digits)| *digits);
        if found.is_none() {
            report_unknown_name(&text, &DIGITS.map(|(key, _)| key), node, context);
        }
        found
    }
}

impl Declared for Digits {
    fn shape() -> Shape {
        Shape::OneOf(DIGITS.iter().map(|(key, _)| Choice { key, aliases: &[] }).collect())
    }

    fn written(&self) -> serde_json::Value {
        DIGITS.iter().find(|(_, digits)| digits == self).map(|(key, _)| *key).into()
    }
}
