//! The batch, the outbox sender, errands, the clock.
//!
//! Called by `app`, which ties the channels to it. **Invariant:** an input and all its consequences commit together, and only
//! then is it confirmed; nothing is kept between batches.

mod intake;
mod outlet;

pub use intake::{Intake, NotTaken};
pub use outlet::{Calling, Fetched, Letter, Outlet, Sent};
