use adhere_store::home::Network;
use axum::http::HeaderMap;

use super::{Client, FORWARDED_FOR, Peer};

fn client(peer: &str, forwarded: &str, trusted: &[&str]) -> String {
    let mut headers = HeaderMap::new();
    if !forwarded.is_empty() {
        headers.append(FORWARDED_FOR, forwarded.parse().unwrap());
    }
    let trusted: Vec<Network> = trusted.iter().map(|text| Network::try_from((*text).to_owned()).unwrap()).collect();
    match Client::of(Peer(peer.parse().unwrap()), &headers, &trusted) {
        Client::At(address) => address.to_string(),
        Client::Behind => "behind".to_owned(),
    }
}

#[test]
fn what_a_proxy_says_counts_only_where_it_is_trusted() {
    for (peer, forwarded, trusted, expected) in [
        ("192.0.2.1", "", &[][..], "192.0.2.1"),
        ("::ffff:192.0.2.1", "", &[], "192.0.2.1"),
        ("192.0.2.1", "198.51.100.7", &[], "behind"),
        ("127.0.0.1", "198.51.100.7", &["127.0.0.1"], "198.51.100.7"),
        ("127.0.0.1", "127.0.0.1, 198.51.100.7", &["127.0.0.1"], "198.51.100.7"),
        ("127.0.0.1", "198.51.100.7, 10.1.2.3", &["127.0.0.1", "10.0.0.0/8"], "198.51.100.7"),
        ("127.0.0.1", "198.51.100.7, unknown", &["127.0.0.1"], "behind"),
        ("127.0.0.1", "127.0.0.1", &["127.0.0.1"], "127.0.0.1"),
    ] {
        assert_eq!(client(peer, forwarded, trusted), expected, "{peer} {forwarded}");
    }
}

#[test]
fn who_comes_through_a_proxy_that_is_not_trusted_is_not_on_this_machine() {
    let mut headers = HeaderMap::new();
    let peer = Peer([127, 0, 0, 1].into());
    assert!(Client::of(peer, &headers, &[]).is_on_this_machine());
    headers.insert("forwarded", "for=127.0.0.1".parse().unwrap());
    assert!(!Client::of(peer, &headers, &[]).is_on_this_machine());
}
