//! A timestamp authority of OpenSSL stamps a checkpoint, and OpenSSL believes what is read from its answer.

use std::fs;
use std::path::Path;
use std::process::Command;

use adhere_journal::hash::Hash;
use adhere_journal::note::Note;
use adhere_journal::timestamp::{TimestampError, TimestampRequest, time_of};
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

/// A folder with an authority in it that has answered a request.
fn answered(request: &TimestampRequest) -> tempfile::TempDir {
    let place = tempfile::tempdir().unwrap();
    fs::write(place.path().join("openssl.cnf"), AUTHORITY).unwrap();
    fs::write(place.path().join("serial"), "01\n").unwrap();
    fs::write(place.path().join("query"), request.to_bytes().unwrap()).unwrap();
    let key = "-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout authority.key";
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
    assert_eq!(time_of(&stamp.token, request.digest), Ok(stamp.at));
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
