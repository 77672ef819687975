//! Where a request comes from. What a proxy says counts where the proxy is trusted, and nowhere else.

use std::net::IpAddr;

use adhere_store::home::Network;
use axum::http::HeaderMap;

/// The header to which each proxy adds whom it was asked by.
const FORWARDED_FOR: &str = "x-forwarded-for";

/// The address at the other end of a connection.
#[derive(Clone, Copy, Debug)]
pub(super) struct Peer(pub(super) IpAddr);

/// Where a request comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Client {
    /// From an address.
    At(IpAddr),
    /// From behind a proxy that is not trusted, or that does not say from where.
    Behind,
}

impl Client {
    /// Where a request with these headers comes from.
    pub(super) fn of(Peer(peer): Peer, headers: &HeaderMap, trusted: &[Network]) -> Self {
        let is_trusted = |address: &IpAddr| trusted.iter().any(|network| network.0.contains(address));
        let peer = peer.to_canonical();
        let named: Vec<&str> = headers
            .get_all(FORWARDED_FOR)
            .iter()
            .flat_map(|value| value.to_str().unwrap_or_default().split(','))
            .map(str::trim)
            .collect();
        if named.is_empty() && !headers.contains_key("forwarded") {
            return Self::At(peer);
        }
        if !is_trusted(&peer) {
            return Self::Behind;
        }
        // From the nearest on: what stands before the first that is not trusted can be anything.
        let mut client = peer;
        for name in named.into_iter().rev() {
            let Ok(address) = name.parse::<IpAddr>() else { return Self::Behind };
            client = address.to_canonical();
            if !is_trusted(&client) {
                break;
            }
        }
        Self::At(client)
    }

    /// Whether it is a program on this machine.
    pub(super) fn is_on_this_machine(self) -> bool {
        matches!(self, Self::At(address) if address.is_loopback())
    }
}

#[cfg(test)]
mod tests;
