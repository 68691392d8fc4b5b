//! SHA-256.

/// 32 bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "values-borsh", derive(borsh::BorshSerialize, borsh::BorshDeserialize))]
pub struct Sha256(pub [u8; 32]);

/// SHA-256 of the parts, one after the other.
pub fn sha256(parts: &[&[u8]]) -> Sha256 {
    let mut context = ring::digest::Context::new(&ring::digest::SHA256);
    parts.iter().for_each(|part| context.update(part));
    let mut hash = Sha256::default();
    hash.0.copy_from_slice(context.finish().as_ref());
    hash
}

/// serde writes an array byte by byte, which costs salsa, whose serializer is behind a pointer, about
/// a fifth of its time to load: so this writes all bytes at once.
#[cfg(feature = "values-serde")]
mod at_once {
    use super::Sha256;

    impl serde::Serialize for Sha256 {
        fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.serialize_bytes(&self.0)
        }
    }

    impl<'de> serde::Deserialize<'de> for Sha256 {
        fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            struct Bytes;
            impl serde::de::Visitor<'_> for Bytes {
                type Value = Sha256;

                fn expecting(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    out.write_str("32 bytes")
                }

                fn visit_bytes<E: serde::de::Error>(self, bytes: &[u8]) -> Result<Sha256, E> {
                    bytes.try_into().map(Sha256).map_err(|_| E::invalid_length(bytes.len(), &self))
                }
            }
            deserializer.deserialize_bytes(Bytes)
        }
    }
}
