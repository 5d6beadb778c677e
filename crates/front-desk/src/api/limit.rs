//! How much one address may send: a bucket of tokens each, filled again at a steady rate.

use std::{
    collections::HashMap,
    net::{IpAddr, Ipv6Addr},
    sync::{Mutex, PoisonError},
    time::SystemTime,
};

/// Addresses remembered at most; beyond that the fullest buckets are forgotten first, who hardly differ from new ones.
const REMEMBERED: usize = 20_000;

#[derive(Debug)]
pub(crate) struct Limit {
    /// Tokens of a full bucket.
    burst: f64,
    /// Tokens per second.
    rate: f64,
    buckets: Mutex<HashMap<IpAddr, Bucket>>,
}

#[derive(Clone, Copy, Debug)]
struct Bucket {
    tokens: f64,
    filled: SystemTime,
}

impl Limit {
    /// `None` when there is to be no limit.
    pub(crate) fn new(burst: u32, per_minute: u32) -> Option<Self> {
        (per_minute > 0).then(|| Self {
            burst: f64::from(burst.max(1)),
            rate: f64::from(per_minute) / 60.0,
            buckets: Mutex::default(),
        })
    }

    /// Takes one token of the address.
    ///
    /// # Errors
    /// The seconds until there is one, at least 1.
    pub(crate) fn take(&self, address: IpAddr, now: SystemTime) -> Result<(), u64> {
        let mut buckets = self.buckets.lock().unwrap_or_else(PoisonError::into_inner);
        if buckets.len() >= REMEMBERED {
            self.forget(&mut buckets, now);
        }
        let bucket = buckets.entry(network(address)).or_insert(Bucket { tokens: self.burst, filled: now });
        bucket.tokens = self.tokens(bucket, now);
        bucket.filled = now;
        if bucket.tokens >= 1.0 {
            bucket.tokens -= 1.0;
            Ok(())
        } else {
            Err((((1.0 - bucket.tokens) / self.rate).ceil() as u64).max(1))
        }
    }

    /// A clock that was set back adds nothing.
    fn tokens(&self, bucket: &Bucket, now: SystemTime) -> f64 {
        let passed = now.duration_since(bucket.filled).unwrap_or_default().as_secs_f64();
        (bucket.tokens + passed * self.rate).min(self.burst)
    }

    fn forget(&self, buckets: &mut HashMap<IpAddr, Bucket>, now: SystemTime) {
        buckets.retain(|_, bucket| self.tokens(bucket, now) < self.burst);
        if buckets.len() >= REMEMBERED {
            let mut levels: Vec<f64> = buckets.values().map(|bucket| self.tokens(bucket, now)).collect();
            levels.sort_by(f64::total_cmp);
            let half = levels[levels.len() / 2];
            buckets.retain(|_, bucket| self.tokens(bucket, now) < half);
        }
    }
}

/// Whoever has one IPv6 address has its whole /64 network.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(v6) => {
            let s = v6.segments();
            IpAddr::V6(Ipv6Addr::new(s[0], s[1], s[2], s[3], 0, 0, 0, 0))
        }
        v4 @ IpAddr::V4(_) => v4,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn each_network_has_its_own_bucket_and_time_fills_it() {
        let limit = Limit::new(2, 30).unwrap();
        let start = SystemTime::UNIX_EPOCH;
        let (a, b): (IpAddr, IpAddr) = ("192.0.2.1".parse().unwrap(), "2001:db8::1".parse().unwrap());
        assert_eq!(limit.take(a, start), Ok(()));
        assert_eq!(
            limit.take("::ffff:192.0.2.1".parse().unwrap(), start),
            Ok(()),
            "the same address, mapped"
        );
        assert_eq!(limit.take(a, start), Err(2));
        assert_eq!(limit.take(b, start), Ok(()));
        assert_eq!(limit.take("2001:db8::ffff:2".parse().unwrap(), start), Ok(()));
        assert_eq!(limit.take(b, start), Err(2), "the same network");
        assert_eq!(limit.take(a, start + Duration::from_secs(1)), Err(1));
        assert_eq!(limit.take(a, start + Duration::from_secs(2)), Ok(()));
        assert_eq!(limit.take(a, start), Err(2), "a clock set back gives nothing");
        assert!(Limit::new(1, 0).is_none());
    }

    #[test]
    fn memory_is_bounded() {
        let limit = Limit::new(2, 1).unwrap();
        for n in 0..3 * REMEMBERED as u32 {
            let _ = limit.take(IpAddr::from(n.to_be_bytes()), SystemTime::UNIX_EPOCH);
        }
        assert!(limit.buckets.lock().unwrap().len() <= REMEMBERED);
    }
}
