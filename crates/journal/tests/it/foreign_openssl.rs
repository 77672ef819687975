//! A timestamp authority of OpenSSL stamps a checkpoint, and OpenSSL believes what is read from its answer.

use std::fs;
use std::path::Path;
use std::process::Command;

use adhere_journal::hash::Hash;
use adhere_journal::note::Note;
use adhere_journal::package::digest::FileDigest;
use adhere_journal::package::trust::Trust;
use adhere_journal::policy::Policy;
use adhere_journal::timestamp::authority::{Authority, AuthorityError};
use adhere_journal::timestamp::{TimestampError, TimestampRequest, stamped, token_in};
use adhere_journal::verify::fact::{Fact, Gap, Refusal};
use adhere_journal::verify::{Exhibit, Grounds, Verdict, verify};
use jiff::Timestamp;

use crate::foreign_go::run;
use crate::golden_log::folder;

/// What the authority is told of itself.
const AUTHORITY: &str = "
[tsa]
default_tsa = authority
[authority]
serial = serial
signer_cert = authority.crt
certs = authority.crt
signer_key = authority.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
clock_precision_digits = 3
accuracy = secs:1
ordering = yes
tsa_name = yes
ess_cert_id_alg = sha256
[certificate]
basicConstraints = critical, CA:false
extendedKeyUsage = critical, timeStamping
[req]
distinguished_name = name
[name]
";

fn openssl(place: &Path, arguments: &str) -> String {
    run(Command::new("openssl").args(arguments.split(' ')).current_dir(place)).unwrap()
}

/// The usual key of the authority.
const EC: &str = "ec -pkeyopt ec_paramgen_curve:P-256";

/// A folder with an authority in it that has answered a request.
fn answered(request: &TimestampRequest) -> tempfile::TempDir {
    answered_with(request, EC, AUTHORITY)
}

/// The same with another kind of key, or told other things.
fn answered_with(request: &TimestampRequest, kind: &str, authority: &str) -> tempfile::TempDir {
    let place = tempfile::tempdir().unwrap();
    fs::write(place.path().join("openssl.cnf"), authority).unwrap();
    fs::write(place.path().join("serial"), "01\n").unwrap();
    fs::write(place.path().join("query"), request.to_bytes().unwrap()).unwrap();
    let key = format!("-newkey {kind} -nodes -keyout authority.key");
    openssl(
        place.path(),
        &format!(
            "req -x509 {key} -config openssl.cnf -extensions certificate -subj /CN=tsa.example -out authority.crt"
        ),
    );
    openssl(place.path(), "ts -reply -config openssl.cnf -queryfile query -out answer");
    place
}

fn note() -> Note {
    Note::parse(&fs::read(folder().join("checkpoint")).unwrap()).unwrap()
}

#[test]
fn openssl_stamps_a_checkpoint_and_both_read_the_same_from_its_answer() {
    let request = TimestampRequest::of_note(&note(), 0x8000_0000_0000_0001);
    let place = answered(&request);
    let stamp = request.read(&fs::read(place.path().join("answer")).unwrap()).unwrap();
    let read = stamped(&stamp.token).unwrap();
    assert_eq!((read.digest, read.at), (request.digest, stamp.at));
    // Within a second, the authority says.
    assert_eq!(read.latest.duration_since(read.at).as_secs(), 1);
    openssl(place.path(), "ts -verify -queryfile query -in answer -CAfile authority.crt");
    // The token is what OpenSSL checks against the very bytes of the checkpoint.
    fs::write(place.path().join("token"), &stamp.token).unwrap();
    fs::copy(folder().join("checkpoint"), place.path().join("checkpoint")).unwrap();
    openssl(place.path(), "ts -verify -data checkpoint -in token -token_in -CAfile authority.crt");
    let text = openssl(place.path(), "ts -reply -in answer -text");
    let shown = text.lines().find_map(|line| line.strip_prefix("Time stamp: ")).unwrap();
    let shown: Timestamp = jiff::fmt::strtime::parse("%b %e %H:%M:%S%.f %Y GMT", shown)
        .and_then(|time| time.to_datetime())
        .and_then(|time| time.to_zoned(jiff::tz::TimeZone::UTC))
        .map(|time| time.timestamp())
        .unwrap();
    assert_eq!(shown, stamp.at);
}

#[test]
fn an_answer_to_something_else_is_refused() {
    let request = TimestampRequest::of_note(&note(), 7);
    let place = answered(&request);
    let answer = fs::read(place.path().join("answer")).unwrap();
    let other = TimestampRequest { digest: Hash([0; 32]), ..request };
    assert_eq!(other.read(&answer), Err(TimestampError::Imprint));
    assert_eq!(TimestampRequest { nonce: 8, ..request }.read(&answer), Err(TimestampError::Nonce));
    for length in [0, 1, 10, answer.len() / 2, answer.len() - 1] {
        assert!(request.read(&answer[..length]).is_err(), "{length}");
    }
}

fn authority(place: &Path) -> Authority {
    Authority::parse(&fs::read(place.join("authority.crt")).unwrap()).unwrap()
}

#[test]
fn the_authority_that_signed_is_believed_whatever_its_key() {
    let request = TimestampRequest::of_note(&note(), 7);
    let older = AUTHORITY.replace("ess_cert_id_alg = sha256", "ess_cert_id_alg = sha1");
    let longer = AUTHORITY.replace("signer_digest = sha256", "signer_digest = sha512");
    let kinds = [
        (EC, AUTHORITY),
        (EC, &older),
        ("ec -pkeyopt ec_paramgen_curve:P-384", &AUTHORITY.replace("signer_digest = sha256", "signer_digest = sha384")),
        ("rsa:2048", AUTHORITY),
        ("rsa:2048", &longer),
    ];
    let stranger = authority(answered(&request).path());
    for (kind, told) in kinds {
        let place = answered_with(&request, kind, told);
        let answer = fs::read(place.path().join("answer")).unwrap();
        let token = token_in(&answer).unwrap();
        let read = authority(place.path()).verify(&token).unwrap();
        assert_eq!(read, stamped(&token).unwrap(), "{kind}");
        assert_eq!(stranger.verify(&token), Err(AuthorityError::Other), "{kind}");
    }
}

#[test]
fn a_certificate_for_something_else_is_no_authority() {
    let place = tempfile::tempdir().unwrap();
    let own = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout k -subj /CN=x -out crt";
    openssl(place.path(), own);
    assert_eq!(Authority::parse(&fs::read(place.path().join("crt")).unwrap()), Err(AuthorityError::Purpose));
    assert!(matches!(Authority::parse(b"anything"), Err(AuthorityError::Certificate(_))));
    assert!(matches!(Authority::parse(b"-----BEGIN CERTIFICATE-----"), Err(AuthorityError::Certificate(_))));
}

/// Looks at files under the policy of the golden log, believing an authority or none.
fn look(files: &[(&str, Vec<u8>)], authorities: Vec<Authority>) -> Vec<Verdict> {
    let policy = Policy::parse(&fs::read(folder().join("policy")).unwrap()).unwrap();
    let exhibit = |(name, bytes): &(&str, Vec<u8>)| Exhibit { name: (*name).to_owned(), bytes: bytes.clone() };
    let as_of = "2026-11-22T00:00:00Z".parse().unwrap();
    let grounds = Grounds { policy, trust: Trust::default(), authorities, as_of };
    verify(&files.iter().map(exhibit).collect::<Vec<_>>(), &grounds)
}

fn code(verdict: &Verdict) -> &str {
    verdict.outcome.as_ref().map_or_else(Refusal::code, |_| "proven")
}

#[test]
fn a_timestamp_proves_by_when_the_log_was_there() {
    let place = answered(&TimestampRequest::of_note(&note(), 7));
    let authority = authority(place.path());
    let golden = |name: &'static str| (name, fs::read(folder().join(name)).unwrap());
    let answer = ("answer", fs::read(place.path().join("answer")).unwrap());
    let latest = stamped(&token_in(&answer.1).unwrap()).unwrap().latest.to_string();
    let files = [answer.clone(), golden("checkpoint"), golden("entry.json"), golden("entry.tlog-proof")];
    let verdicts = look(&files, vec![authority.clone()]);
    assert_eq!(verdicts.iter().map(code).collect::<Vec<_>>(), ["proven"; 4]);
    let facts = |at: usize| &verdicts[at].outcome.as_ref().unwrap().proven;
    let certificate = FileDigest::from(authority.fingerprint()).to_string();
    let says = |file: &str| Fact::Stamped {
        file: file.to_owned(),
        authority: "CN=tsa.example".to_owned(),
        certificate: certificate.clone(),
        at: latest.clone(),
    };
    assert!(facts(0).contains(&says("checkpoint")), "{:?}", facts(0));
    // The receipt has the same checkpoint, and so its entry was there, too.
    for at in [1, 3] {
        assert!(facts(at).contains(&Fact::ThereBy { at: latest.clone() }), "{:?}", facts(at));
        assert!(verdicts[at].outcome.as_ref().unwrap().open.contains(&Gap::Clock));
    }
    assert!(verdicts[0].outcome.as_ref().unwrap().open.contains(&Gap::Clock));

    // OpenSSL agrees about the digest of the certificate.
    let shown = openssl(place.path(), "x509 -in authority.crt -noout -fingerprint -sha256");
    assert_eq!(shown.trim_end().split_once('=').unwrap().1.replace(':', "").to_lowercase(), certificate);

    assert_eq!(code(&look(&files, Vec::new())[0]), "untrusted-authority");
    assert!(!look(&files, Vec::new()).iter().any(|it| format!("{it:?}").contains("ThereBy")));
    let alone = look(&[answer.clone(), golden("checkpoint.old")], vec![authority.clone()]);
    assert_eq!(code(&alone[0]), "nothing-stamped");
    // Any other file counts, too, when its digest is stamped.
    let token = ("token", token_in(&answer.1).unwrap());
    assert_eq!(code(&look(&[token, golden("checkpoint")], vec![authority])[0]), "proven");
}

#[test]
fn an_altered_timestamp_proves_nothing() {
    let place = answered(&TimestampRequest::of_note(&note(), 7));
    let authority = authority(place.path());
    let checkpoint = ("checkpoint", fs::read(folder().join("checkpoint")).unwrap());
    let token = token_in(&fs::read(place.path().join("answer")).unwrap()).unwrap();
    let proves = |token: &[u8]| {
        look(&[("token", token.to_vec()), checkpoint.clone()], vec![authority.clone()])[0].outcome.clone()
    };
    let unaltered = proves(&token).unwrap();
    let mut refused = 0;
    for at in 0..token.len() {
        let mut altered = token.clone();
        altered[at] ^= 1;
        match proves(&altered) {
            // CMS does not sign the copy of the certificate that comes along, nor how the signer is named beside it.
            Ok(found) => assert_eq!(found, unaltered, "byte {at}"),
            Err(_) => refused += 1,
        }
    }
    let (info, signature) = (100, 64);
    assert!(refused > info + signature, "{refused} of {}", token.len());
}
