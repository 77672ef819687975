//! A timestamp authority that counts, because whoever verifies named its certificate.
//!
//! The certificate is that of the key that signs the timestamps. Who issued it is not looked at, nor whether it was
//! revoked: naming it says that it counts.

use std::fmt;

use der::asn1::ObjectIdentifier;
use der::{Decode as _, DecodePem as _, Encode as _};
use jiff::Timestamp;
use ring::{digest, signature};
use x509_cert::Certificate;
use x509_cert::ext::pkix::ExtendedKeyUsage;
use x509_cert::time::Time;

use super::signer::Signer;
use super::{Stamped, TimestampError, stamped};
use crate::hash::Hash;

const TIME_STAMPING: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.6.1.5.5.7.3.8");
const RSA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.1");
const ELLIPTIC: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.2.1");
const P_256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.3.1.7");
const P_384: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.132.0.34");
const ED25519: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.101.112");

/// A timestamp authority, by its certificate.
// Invariant: `der` is the encoding of `certificate`, which is for timestamps alone.
#[derive(Clone, PartialEq, Eq)]
pub struct Authority {
    der: Vec<u8>,
    certificate: Certificate,
}

/// Why a file is not the certificate of a timestamp authority, or a timestamp is not by it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AuthorityError {
    /// Not a certificate.
    #[error("this is not a certificate in PEM or DER")]
    Certificate(#[source] der::Error),
    /// A certificate for something else. RFC 3161, section 2.3: the extended key usage is critical and this alone.
    #[error("the certificate is not one for timestamps alone: name the one whose key signs them")]
    Purpose,
    /// The timestamp is malformed.
    #[error(transparent)]
    Timestamp(#[from] TimestampError),
    /// The timestamp is by somebody else.
    #[error("the timestamp is not by an authority that counts")]
    Other,
    /// The key did not make the signature.
    #[error("the signature of the timestamp is wrong")]
    Signature,
    /// The certificate did not count at the time of the timestamp.
    #[error("the certificate of the authority did not count at {at}")]
    Outside {
        /// The time of the timestamp.
        at: Timestamp,
    },
}

impl Authority {
    /// Reads a certificate, in PEM or DER.
    pub fn parse(bytes: &[u8]) -> Result<Self, AuthorityError> {
        let certificate =
            if bytes.starts_with(b"-----") { Certificate::from_pem(bytes) } else { Certificate::from_der(bytes) };
        let certificate = certificate.map_err(AuthorityError::Certificate)?;
        let der = certificate.to_der().map_err(AuthorityError::Certificate)?;
        match certificate.tbs_certificate().get_extension::<ExtendedKeyUsage>() {
            Ok(Some((true, usage))) if usage.0 == [TIME_STAMPING] => Ok(Self { der, certificate }),
            _ => Err(AuthorityError::Purpose),
        }
    }

    /// The SHA-256 of its certificate.
    pub fn fingerprint(&self) -> Hash {
        Hash::of_bytes(&self.der)
    }

    /// What a token says, once it is seen to be by this authority.
    pub fn verify(&self, token: &[u8]) -> Result<Stamped, AuthorityError> {
        let stamped = stamped(token)?;
        let signer = Signer::of(token)?;
        if !signer.names(&self.der) {
            return Err(AuthorityError::Other);
        }
        let key = self.certificate.tbs_certificate().subject_public_key_info();
        let algorithm = algorithm(&key.algorithm, &signer)?;
        let key = signature::UnparsedPublicKey::new(algorithm, key.subject_public_key.raw_bytes());
        key.verify(&signer.signed, &signer.signature).map_err(|_| AuthorityError::Signature)?;
        let validity = self.certificate.tbs_certificate().validity();
        let (from, until) = (moment(validity.not_before), moment(validity.not_after));
        if from.is_some_and(|from| from <= stamped.at) && until.is_some_and(|until| stamped.at <= until) {
            Ok(stamped)
        } else {
            Err(AuthorityError::Outside { at: stamped.at })
        }
    }
}

/// The name of its subject.
impl fmt::Display for Authority {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self.certificate.tbs_certificate().subject(), f)
    }
}

impl fmt::Debug for Authority {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Authority({self})")
    }
}

fn moment(time: Time) -> Option<Timestamp> {
    Timestamp::from_second(i64::try_from(time.to_unix_duration().as_secs()).ok()?).ok()
}

/// How to check a signature with a key, by what the key is and what the token says.
fn algorithm(
    key: &x509_cert::spki::AlgorithmIdentifierOwned,
    signer: &Signer,
) -> Result<&'static dyn signature::VerificationAlgorithm, TimestampError> {
    let curve = key.parameters.as_ref().and_then(|it| it.decode_as::<ObjectIdentifier>().ok());
    let name = signer.algorithm.to_string();
    let digest = match name.as_str() {
        // These name their digest; the others take the one beside them.
        "1.2.840.113549.1.1.11" | "1.2.840.10045.4.3.2" => &digest::SHA256,
        "1.2.840.113549.1.1.12" | "1.2.840.10045.4.3.3" => &digest::SHA384,
        "1.2.840.113549.1.1.13" => &digest::SHA512,
        "1.2.840.113549.1.1.1" | "1.3.101.112" => signer.digest,
        _ => return Err(TimestampError::Algorithm { name }),
    };
    let is = |algorithm: &digest::Algorithm| *digest == *algorithm;
    Ok(match (key.oid, curve) {
        (RSA, _) if is(&digest::SHA256) => &signature::RSA_PKCS1_2048_8192_SHA256,
        (RSA, _) if is(&digest::SHA384) => &signature::RSA_PKCS1_2048_8192_SHA384,
        (RSA, _) if is(&digest::SHA512) => &signature::RSA_PKCS1_2048_8192_SHA512,
        (ELLIPTIC, Some(P_256)) if is(&digest::SHA256) => &signature::ECDSA_P256_SHA256_ASN1,
        (ELLIPTIC, Some(P_256)) if is(&digest::SHA384) => &signature::ECDSA_P256_SHA384_ASN1,
        (ELLIPTIC, Some(P_384)) if is(&digest::SHA256) => &signature::ECDSA_P384_SHA256_ASN1,
        (ELLIPTIC, Some(P_384)) if is(&digest::SHA384) => &signature::ECDSA_P384_SHA384_ASN1,
        (ED25519, _) => &signature::ED25519,
        _ => return Err(TimestampError::Algorithm { name }),
    })
}
