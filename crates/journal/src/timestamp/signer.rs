//! Who signed a token, and over what: the parts of CMS (RFC 5652) that a timestamp has.

use der::asn1::{AnyRef, ObjectIdentifier, OctetStringRef};
use der::{Decode as _, Encode as _, Tag, Tagged as _};
use ring::digest;

use super::{SIGNED_DATA, TIMESTAMP_INFO, TimestampError, children, content, part};

const CONTENT_TYPE: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.3");
const MESSAGE_DIGEST: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.4");
const SIGNING_CERTIFICATE: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.12");
const SIGNING_CERTIFICATE_V2: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.47");

/// What one signer of a token signed.
pub(super) struct Signer {
    /// The attributes, as they are signed.
    pub(super) signed: Vec<u8>,
    /// With which algorithm.
    pub(super) algorithm: ObjectIdentifier,
    /// The digest that goes with it where the algorithm does not name one.
    pub(super) digest: &'static digest::Algorithm,
    /// The signature.
    pub(super) signature: Vec<u8>,
    /// The digest of the certificate that it names as its own.
    certificate: (&'static digest::Algorithm, Vec<u8>),
}

impl Signer {
    /// The one signer of a token; its attributes are those of the token's content.
    pub(super) fn of(token: &[u8]) -> Result<Self, TimestampError> {
        let signed = children(content(AnyRef::from_der(token)?, SIGNED_DATA)?)?;
        let info = content(part(&signed, 2, "content")?, TIMESTAMP_INFO)?.decode_as::<&OctetStringRef>()?;
        // Certificates and revocations may stand between the content and the signers.
        let signers = signed.iter().skip(3).find(|field| field.tag() == Tag::Set);
        let signers = children(*signers.ok_or(TimestampError::Missing { part: "signer" })?)?;
        let [signer] = signers.as_slice() else { return Err(TimestampError::Missing { part: "one signer" }) };
        let fields = children(*signer)?;
        let digest = digest_of(part(&fields, 2, "digest algorithm")?)?;
        let attributes = part(&fields, 3, "signed attributes")?;
        if attributes.tag().number().value() != 0 || !attributes.tag().is_context_specific() {
            return Err(TimestampError::Missing { part: "signed attributes" });
        }
        let attributes = AnyRef::new(Tag::Set, attributes.value())?;
        check_content(attributes, digest, info.as_bytes())?;
        let algorithm = children(part(&fields, 4, "signature algorithm")?)?;
        Ok(Self {
            signed: attributes.to_der()?,
            algorithm: part(&algorithm, 0, "signature algorithm")?.decode_as()?,
            digest,
            signature: part(&fields, 5, "signature")?.decode_as::<&OctetStringRef>()?.as_bytes().to_vec(),
            certificate: certificate(attributes)?,
        })
    }

    /// Whether it names this certificate as its own.
    pub(super) fn names(&self, certificate: &[u8]) -> bool {
        let (algorithm, expected) = &self.certificate;
        digest::digest(algorithm, certificate).as_ref() == expected
    }
}

/// The attributes must be about this content and no other: they alone are signed.
fn check_content(
    attributes: AnyRef<'_>,
    digest: &'static digest::Algorithm,
    info: &[u8],
) -> Result<(), TimestampError> {
    let kind = attribute(attributes, CONTENT_TYPE)?.ok_or(TimestampError::Missing { part: "type of its content" })?;
    let found = attribute(attributes, MESSAGE_DIGEST)?.ok_or(TimestampError::Missing { part: "digest" })?;
    let is_digest = found.decode_as::<&OctetStringRef>()?.as_bytes() == digest::digest(digest, info).as_ref();
    if kind.decode_as::<ObjectIdentifier>()? == TIMESTAMP_INFO && is_digest {
        Ok(())
    } else {
        Err(TimestampError::Content)
    }
}

/// Which certificate the signer names (RFC 5035): without that, another with the same key could take its place.
fn certificate(attributes: AnyRef<'_>) -> Result<(&'static digest::Algorithm, Vec<u8>), TimestampError> {
    let missing = TimestampError::Missing { part: "name of its signer's certificate" };
    let second = attribute(attributes, SIGNING_CERTIFICATE_V2)?;
    let is_second = second.is_some();
    let list = second.or(attribute(attributes, SIGNING_CERTIFICATE)?).ok_or(missing)?;
    let list = children(part(&children(list)?, 0, "certificate")?)?;
    let fields = children(part(&list, 0, "certificate")?)?;
    let first = part(&fields, 0, "digest of the certificate")?;
    let (algorithm, hash) = match (is_second, first.tag()) {
        (false, _) => (&digest::SHA1_FOR_LEGACY_USE_ONLY, first),
        (true, Tag::OctetString) => (&digest::SHA256, first),
        (true, _) => (digest_of(first)?, part(&fields, 1, "digest of the certificate")?),
    };
    Ok((algorithm, hash.decode_as::<&OctetStringRef>()?.as_bytes().to_vec()))
}

/// The only value of an attribute; two attributes of one type are refused.
fn attribute(attributes: AnyRef<'_>, kind: ObjectIdentifier) -> Result<Option<AnyRef<'_>>, TimestampError> {
    let mut found = None;
    for attribute in children(attributes)? {
        let fields = children(attribute)?;
        if part(&fields, 0, "type of an attribute")?.decode_as::<ObjectIdentifier>()? == kind {
            let values = children(part(&fields, 1, "value of an attribute")?)?;
            let [value] = values.as_slice() else { return Err(TimestampError::Content) };
            if found.replace(*value).is_some() {
                return Err(TimestampError::Content);
            }
        }
    }
    Ok(found)
}

fn digest_of(algorithm: AnyRef<'_>) -> Result<&'static digest::Algorithm, TimestampError> {
    let name = part(&children(algorithm)?, 0, "algorithm")?.decode_as::<ObjectIdentifier>()?;
    match name.to_string().as_str() {
        "2.16.840.1.101.3.4.2.1" => Ok(&digest::SHA256),
        "2.16.840.1.101.3.4.2.2" => Ok(&digest::SHA384),
        "2.16.840.1.101.3.4.2.3" => Ok(&digest::SHA512),
        other => Err(TimestampError::Algorithm { name: other.to_owned() }),
    }
}
