//! Pacing: token buckets by the real clock, for each chat and for the bot.

/// A bucket that fills at a rate up to a burst. A rate of 0 means no limit.
#[derive(Debug, Clone)]
pub(crate) struct Bucket {
    per_second: f64,
    burst: f64,
    level: f64,
    at: i64,
}

impl Bucket {
    pub(crate) fn new(per_second: f64, burst: f64, ticks: i64) -> Self {
        Self {
            per_second,
            burst,
            level: burst,
            at: ticks,
        }
    }

    /// Takes one, or gives the instant from which there is one.
    pub(crate) fn take(&mut self, ticks: i64) -> Result<(), i64> {
        if self.per_second <= 0.0 {
            return Ok(());
        }
        #[expect(
            clippy::cast_precision_loss,
            reason = "milliseconds since the last take are few"
        )]
        let passed = (ticks - self.at).max(0) as f64 / 1000.0;
        self.level = (self.level + passed * self.per_second).min(self.burst);
        self.at = ticks;
        if self.level >= 1.0 {
            self.level -= 1.0;
            Ok(())
        } else {
            #[expect(clippy::cast_possible_truncation, reason = "a wait of seconds")]
            let wait = ((1.0 - self.level) / self.per_second * 1000.0).ceil() as i64;
            Err(ticks + wait.max(1))
        }
    }

    /// Gives one back that was not used.
    pub(crate) fn give_back(&mut self) {
        self.level = (self.level + 1.0).min(self.burst);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bucket_lets_a_burst_through_and_then_keeps_its_rate() {
        let mut bucket = Bucket::new(1.0, 3.0, 0);
        for _ in 0..3 {
            assert_eq!(bucket.take(0), Ok(()));
        }
        assert_eq!(bucket.take(0), Err(1000));
        assert_eq!(bucket.take(1000), Ok(()));
        assert!(bucket.take(1500).is_err());
    }
}
