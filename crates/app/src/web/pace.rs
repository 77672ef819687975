//! How often a program may ask with one token: so often in a minute, and as often at once. Each node counts for itself.

use std::num::NonZeroU32;

use adhere_store::access::SecretDigest;
use governor::clock::{Clock as _, DefaultClock};
use governor::state::keyed::HashMapStateStore;
use governor::{Quota, RateLimiter};

/// From so many tokens on, those that have rested are forgotten.
const MOST_KNOWN: usize = 1024;

/// How often each token has asked.
pub(super) struct Pace {
    limiter: RateLimiter<[u8; 32], HashMapStateStore<[u8; 32]>, DefaultClock>,
    clock: DefaultClock,
}

impl Pace {
    /// Nobody has asked yet; each may so often in a minute.
    pub(super) fn new(per_minute: u32) -> Self {
        let per_minute = NonZeroU32::new(per_minute).unwrap_or(NonZeroU32::MIN);
        let clock = DefaultClock::default();
        Self { limiter: RateLimiter::hashmap(Quota::per_minute(per_minute)), clock }
    }

    /// Counts that a token asks; says for how many seconds it is to wait if that was too often.
    pub(super) fn wait(&self, SecretDigest(token): &SecretDigest) -> Option<u64> {
        if self.limiter.len() >= MOST_KNOWN {
            self.limiter.retain_recent();
        }
        let refused = self.limiter.check_key(token).err()?;
        Some(refused.wait_time_from(self.clock.now()).as_secs().saturating_add(1))
    }
}
