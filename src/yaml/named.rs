//! Maps with arbitrary keys.

use std::ops::Deref;

use borsh::{BorshDeserialize, BorshSerialize};
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::Value;

use super::{Context, Declared, FromNode, MapKey, Node, Shape, entries};

/// Values by key, in file order.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct Named<T>(Vec<(MapKey, T)>);

impl<T> Named<T> {
    /// Value under `name`.
    pub fn of(&self, name: &str) -> Option<&T> {
        self.0.iter().find(|(key, _)| key.name == name).map(|(_, value)| value)
    }

    /// Keeps only the entries whose key is accepted.
    pub(crate) fn retain(&mut self, mut is_kept: impl FnMut(&MapKey) -> bool) {
        self.0.retain(|(key, _)| is_kept(key));
    }
}

impl<T> Default for Named<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Deref for Named<T> {
    type Target = [(MapKey, T)];

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl<T: FromNode> FromNode for Named<T> {
    /// Invalid values are reported and omitted.
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let mut named = Vec::new();
        for (key, value) in entries(node, context)? {
            match T::from_node(value, context) {
                Some(value) => named.push((key.clone(), value)),
                None => context.unread.note_entry(node),
            }
        }
        Some(Self(named))
    }
}

impl<T: Serialize> Serialize for Named<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        self.0.iter().try_for_each(|(key, value)| map.serialize_entry(&key.name, value))?;
        map.end()
    }
}

impl<T: Declared> Declared for Named<T> {
    fn shape() -> Shape {
        Shape::Named(Box::new(T::shape()))
    }

    fn written(&self) -> Value {
        self.0.iter().map(|(key, value)| (key.name.clone(), value.written())).collect()
    }
}
