//! The only file that asks the system what time it is.
//!
//! Two clocks: `now` is settable and counts for days, deadlines and quiet hours; `ticks` is real and counts for pacing, leases
//! and the keeping of keys. In tests both are stepped by hand, and whoever waits for an instant is woken by the step.

use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use tokio::sync::watch;

/// The two clocks, in epoch milliseconds. Cheap to clone.
#[derive(Clone)]
pub struct Clock(Arc<Kind>);

enum Kind {
    System,
    /// `now` began at an instant and runs at a speed.
    Set {
        began_at: i64,
        set_to: i64,
        speed: f64,
    },
    Stepped(watch::Sender<Steps>),
}

/// How long something takes, for figures only; where the clock is stepped, no time passes.
pub struct Stopwatch(Option<std::time::Instant>);

impl Stopwatch {
    /// Microseconds since it was started.
    pub fn elapsed_us(&self) -> u64 {
        self.0.map_or(0, |since| {
            u64::try_from(since.elapsed().as_micros()).unwrap_or(u64::MAX)
        })
    }
}

#[derive(Clone, Copy)]
struct Steps {
    now: i64,
    ticks: i64,
}

#[expect(clippy::disallowed_methods, reason = "the one place that asks the system")]
fn system() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}

impl Clock {
    /// Both clocks follow the system.
    pub fn system() -> Self {
        Self(Arc::new(Kind::System))
    }

    /// `now` begins at an instant and runs `speed` times as fast; `ticks` stays real.
    pub fn set(now: i64, speed: f64) -> Self {
        Self(Arc::new(Kind::Set {
            began_at: system(),
            set_to: now,
            speed,
        }))
    }

    /// Both clocks stand still until they are stepped.
    pub fn stepped(now: i64) -> Self {
        Self(Arc::new(Kind::Stepped(watch::Sender::new(Steps {
            now,
            ticks: now,
        }))))
    }

    /// True when `now` doesn't follow the system: the program says so loudly.
    pub fn is_set(&self) -> bool {
        !matches!(&*self.0, Kind::System)
    }

    /// The settable instant.
    pub fn now(&self) -> i64 {
        match &*self.0 {
            Kind::System => system(),
            Kind::Set {
                began_at,
                set_to,
                speed,
            } => {
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_precision_loss,
                    reason = "a clock for trying out"
                )]
                let run = ((system() - began_at) as f64 * speed) as i64;
                set_to + run
            }
            Kind::Stepped(steps) => steps.borrow().now,
        }
    }

    /// The real instant.
    pub fn ticks(&self) -> i64 {
        match &*self.0 {
            Kind::System | Kind::Set { .. } => system(),
            Kind::Stepped(steps) => steps.borrow().ticks,
        }
    }

    /// Starts to measure.
    pub fn stopwatch(&self) -> Stopwatch {
        Stopwatch(match &*self.0 {
            Kind::Stepped(_) => None,
            #[expect(clippy::disallowed_methods, reason = "the one place that asks the system")]
            Kind::System | Kind::Set { .. } => Some(std::time::Instant::now()),
        })
    }

    /// Steps both clocks of a test.
    pub fn step(&self, by_ms: i64) {
        if let Kind::Stepped(steps) = &*self.0 {
            steps.send_modify(|steps| {
                steps.now += by_ms;
                steps.ticks += by_ms;
            });
        }
    }

    /// Sets `now` of a test; `ticks` goes along when it goes forward.
    pub fn step_to(&self, now: i64) {
        if let Kind::Stepped(steps) = &*self.0 {
            steps.send_modify(|steps| {
                steps.ticks += (now - steps.now).max(0);
                steps.now = now;
            });
        }
    }

    /// Waits until `ticks` has reached an instant.
    pub async fn wait_for_ticks(&self, at: i64) {
        match &*self.0 {
            Kind::System | Kind::Set { .. } => {
                let left = u64::try_from(at - system()).unwrap_or(0);
                tokio::time::sleep(Duration::from_millis(left)).await;
            }
            Kind::Stepped(steps) => {
                let mut steps = steps.subscribe();
                // The sender lives as long as this clock, so waiting can't fail.
                let _ = steps.wait_for(|steps| steps.ticks >= at).await;
            }
        }
    }

    /// Waits until `now` has reached an instant, or at the latest a real while; for loops that look again anyway.
    pub async fn wait_for_now(&self, at: i64, at_most_ms: i64) {
        match &*self.0 {
            Kind::System => self.wait_for_ticks(at.min(system() + at_most_ms)).await,
            Kind::Set { speed, .. } => {
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_precision_loss,
                    reason = "a clock for trying out"
                )]
                let left = ((at - self.now()) as f64 / speed.max(0.001)) as i64;
                self.wait_for_ticks(system() + left.clamp(0, at_most_ms)).await;
            }
            Kind::Stepped(steps) => {
                let mut steps = steps.subscribe();
                let _ = steps.wait_for(|steps| steps.now >= at).await;
            }
        }
    }
}
