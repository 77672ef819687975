use super::Digest;

#[test]
fn a_digest_reads_what_it_prints_and_nothing_else() {
    let digest = Digest::new([0xa5; 32]);
    assert_eq!(digest.to_string(), "a5".repeat(32));
    assert_eq!(Digest::parse(&digest.to_string()), Some(digest));
    for wrong in [String::new(), "A5".repeat(32), "a5".repeat(31), "a5".repeat(33), "g5".repeat(32)] {
        assert_eq!(Digest::parse(&wrong), None, "{wrong}");
    }
}
