//! Signature verification.

use ring::signature::{
    ECDSA_P256_SHA256_FIXED, ECDSA_P384_SHA384_FIXED, ED25519, RSA_PKCS1_2048_8192_SHA256, RSA_PKCS1_2048_8192_SHA512,
    RsaPublicKeyComponents, UnparsedPublicKey,
};

/// A public key with its signature algorithm.
pub(crate) enum PublicKey<'k> {
    /// 32 bytes.
    Ed25519(&'k [u8]),
    /// Uncompressed point; the signature is two 32-byte integers.
    P256(&'k [u8]),
    /// Uncompressed point; the signature is two 48-byte integers.
    P384(&'k [u8]),
    /// Modulus and exponent, without leading zeros; SHA-256.
    RsaSha256(&'k [u8], &'k [u8]),
    /// Modulus and exponent, without leading zeros; SHA-512.
    RsaSha512(&'k [u8], &'k [u8]),
}

impl PublicKey<'_> {
    /// True if `signature` over `bytes` verifies with this key.
    pub(crate) fn signed(&self, bytes: &[u8], signature: &[u8]) -> bool {
        let verified = match self {
            PublicKey::Ed25519(key) => UnparsedPublicKey::new(&ED25519, key).verify(bytes, signature),
            PublicKey::P256(key) => UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, key).verify(bytes, signature),
            PublicKey::P384(key) => UnparsedPublicKey::new(&ECDSA_P384_SHA384_FIXED, key).verify(bytes, signature),
            PublicKey::RsaSha256(n, e) => RsaPublicKeyComponents { n, e }.verify(&RSA_PKCS1_2048_8192_SHA256, bytes, signature),
            PublicKey::RsaSha512(n, e) => RsaPublicKeyComponents { n, e }.verify(&RSA_PKCS1_2048_8192_SHA512, bytes, signature),
        };
        verified.is_ok()
    }
}
