//! The batch, the outbox sender, errands, leases, the clock.
//!
//! Called by `app`, which ties the channels to it. **Invariant:** an input and all its consequences commit together, and only
//! then is it confirmed; nothing is kept between batches.

mod batch;
mod clock;
mod errands;
pub mod files;
mod health;
mod intake;
mod leases;
mod others;
mod outlet;
mod pacing;
mod run;
mod sender;

pub use clock::Clock;
pub use health::{Fetching, Health, Histogram};
pub use intake::{Intake, NotTaken};
pub use leases::{Lease, Leases};
pub use others::Wake;
pub use outlet::{Calling, Fetched, Letter, Outlet, Sent};
pub use run::{Engine, Parts};
pub use sender::Pace;
