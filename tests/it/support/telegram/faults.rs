//! What goes wrong on the way, as a test orders it: refusals at will, dead connections, answers
//! that never come, and gates that hold a call until the test lets it go.
//!
//! A test plans with [`super::FakeTelegram::fault`] and [`super::FakeTelegram::hold`]; the server
//! asks before and after each effect.

use std::sync::Arc;

use tokio::sync::Semaphore;

use super::request::Params;
use super::shared::Shared;

/// The pseudo-method of a file download, for [`On`].
pub const DOWNLOAD: &str = "file";
/// The pseudo-method of a webhook delivery, for [`On`].
pub const WEBHOOK: &str = "webhook";

/// What happens to a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// 429, `retry_after` in seconds; no effect.
    TooManyRequests { retry_after: u32 },
    /// A 5xx without effect: JSON for 500, an HTML page for the rest, as Telegram's proxies send.
    /// Note that teloxide sleeps ten seconds by itself after any 5xx.
    ServerError(u16),
    /// Any other refusal, with Telegram's code and whole description; no effect.
    Refused { code: u16, description: &'static str },
    /// 409, as with a second poller; no effect.
    Conflict,
    /// The connection dies, and nothing has happened.
    CutBefore,
    /// The connection dies, but it has happened. For a webhook delivery: the bot's 2xx gets lost.
    CutAfter,
    /// It has happened, and the answer is 200 with a body that isn't JSON.
    NotJson,
}

/// Where a held call stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Held {
    /// Received; nothing has happened.
    BeforeEffect,
    /// It has happened; the client waits for the answer.
    AfterEffect,
}

/// Which calls a fault or a gate is for. Without [`On::times`] a fault is for one call and a gate
/// for all.
#[derive(Debug, Clone)]
pub struct On {
    method: String,
    chat_id: Option<i64>,
    saying: Option<String>,
    skip: usize,
    times: Option<usize>,
    met: bool,
}

impl On {
    /// A method as the documentation spells it, `send*` for every one that begins so, or
    /// [`DOWNLOAD`], [`WEBHOOK`].
    pub fn method(method: &str) -> Self {
        Self {
            method: method.to_owned(),
            chat_id: None,
            saying: None,
            skip: 0,
            times: None,
            met: false,
        }
    }

    /// Only calls to this chat.
    pub fn chat(mut self, chat_id: i64) -> Self {
        self.chat_id = Some(chat_id);
        self
    }

    /// Only calls whose text or caption (a delivery: whose JSON) contains this.
    pub fn saying(mut self, words: &str) -> Self {
        self.saying = Some(words.to_owned());
        self
    }

    /// Lets so many matching calls pass first.
    pub fn after(mut self, calls: usize) -> Self {
        self.skip = calls;
        self
    }

    /// For the next `calls` matching calls.
    pub fn times(mut self, calls: usize) -> Self {
        self.times = Some(calls);
        self
    }

    /// Deliveries can only be cut (what the bot answers is the bot's affair), downloads cut or
    /// broken.
    pub(super) fn check(&self, fault: &Fault) {
        let cut = matches!(fault, Fault::CutBefore | Fault::CutAfter);
        let possible = match self.method.as_str() {
            WEBHOOK => cut,
            DOWNLOAD => cut || matches!(fault, Fault::ServerError(_)),
            _ => true,
        };
        assert!(possible, "{} can't meet {fault:?}", self.method);
    }

    fn matches(&self, method: &str, chat_id: Option<i64>, words: &str) -> bool {
        let method_fits = match self.method.strip_suffix('*') {
            Some(prefix) => method.starts_with(prefix),
            None => method == self.method,
        };
        let chat_fits = self.chat_id.is_none_or(|wanted| Some(wanted) == chat_id);
        let words_fit = self.saying.as_ref().is_none_or(|part| words.contains(part));
        method_fits && chat_fits && words_fit
    }

    /// Whether this call is one that is meant, counting it.
    fn take(&mut self, method: &str, chat_id: Option<i64>, words: &str) -> bool {
        if self.times == Some(0) || !self.matches(method, chat_id, words) {
            return false;
        }
        if self.skip > 0 {
            self.skip -= 1;
            return false;
        }
        if let Some(times) = &mut self.times {
            *times -= 1;
        }
        self.met = true;
        true
    }
}

impl From<&str> for On {
    fn from(method: &str) -> Self {
        Self::method(method)
    }
}

/// What is planned and not used up.
#[derive(Debug, Default)]
pub struct Plans {
    faults: Vec<(On, Fault)>,
    holds: Vec<(On, Held, Arc<Semaphore>)>,
}

impl Plans {
    pub fn fault(&mut self, mut on: On, fault: Fault) {
        on.times = on.times.or(Some(1));
        self.faults.push((on, fault));
    }

    pub fn hold(&mut self, on: On, held: Held) -> Arc<Semaphore> {
        let gate = Arc::new(Semaphore::new(0));
        self.holds.push((on, held, Arc::clone(&gate)));
        gate
    }

    /// Faults that no call ever met: a test that plans one and doesn't meet it proves nothing.
    pub fn unused(&self) -> Vec<String> {
        let unmet = self.faults.iter().filter(|(on, _)| !on.met);
        unmet
            .map(|(on, fault)| format!("{fault:?} on {}", on.method))
            .collect()
    }

    pub fn forget_faults(&mut self) {
        self.faults.clear();
    }

    /// What a call meets. The oldest matching plan wins.
    pub fn meet(&mut self, method: &str, chat_id: Option<i64>, words: &str) -> Met {
        let mut faults = self.faults.iter_mut();
        let fault = faults.find_map(|(on, fault)| on.take(method, chat_id, words).then(|| fault.clone()));
        let mut holds = self.holds.iter_mut();
        let hold = holds.find_map(|(on, held, gate)| {
            let open = gate.is_closed();
            let meant = !open && on.take(method, chat_id, words);
            meant.then(|| (*held, Arc::clone(gate)))
        });
        Met { fault, hold }
    }
}

/// What one call meets on its way.
#[derive(Debug)]
pub struct Met {
    pub fault: Option<Fault>,
    hold: Option<(Held, Arc<Semaphore>)>,
}

impl Met {
    pub fn of_call(shared: &Shared, method: &str, params: &Params) -> Self {
        let words = params.text("text").or_else(|| params.text("caption"));
        let words = words.unwrap_or_default();
        shared.with(|state| state.plans.meet(method, params.number("chat_id"), &words))
    }

    /// Waits at the gate, if there is one at this place. `waiting` is counted by the gate's
    /// holder through the bell.
    pub async fn stand(&self, shared: &Shared, place: Held) {
        let Some((_, gate)) = self.hold.as_ref().filter(|(held, _)| *held == place) else {
            return;
        };
        let arrival = Arrival::at(shared, gate);
        if let Ok(permit) = gate.acquire().await {
            permit.forget();
        }
        drop(arrival);
    }
}

/// Counts a call among those at a gate, also when its client goes away while it waits.
struct Arrival<'a> {
    shared: &'a Shared,
    gate: usize,
}

impl<'a> Arrival<'a> {
    fn at(shared: &'a Shared, gate: &Arc<Semaphore>) -> Self {
        let gate = Arc::as_ptr(gate).addr();
        shared.with(|state| state.at_gates.push(gate));
        Self { shared, gate }
    }
}

impl Drop for Arrival<'_> {
    fn drop(&mut self) {
        self.shared.with(|state| {
            let place = state.at_gates.iter().position(|gate| *gate == self.gate);
            state.at_gates.swap_remove(place.unwrap());
        });
    }
}

/// A closed gate. Calls wait at it until the test lets them through; dropping it opens it.
pub struct Gate {
    shared: Arc<Shared>,
    semaphore: Arc<Semaphore>,
}

impl Gate {
    pub(super) fn new(shared: &Arc<Shared>, on: On, held: Held) -> Self {
        Self {
            shared: Arc::clone(shared),
            semaphore: shared.with(|state| state.plans.hold(on, held)),
        }
    }

    /// Waits until so many calls stand at the gate at once.
    pub async fn arrived(&self, calls: usize) {
        let what = format!("{calls} calls at the gate");
        let gate = Arc::as_ptr(&self.semaphore).addr();
        let enough = |waiting: &[usize]| waiting.iter().filter(|at| **at == gate).count() >= calls;
        self.shared
            .wait_for(&what, |state| enough(&state.at_gates).then_some(()))
            .await;
    }

    /// Lets so many of them through, or so many that come.
    pub fn let_through(&self, calls: usize) {
        self.semaphore.add_permits(calls);
    }

    /// Opens for good.
    pub fn open(self) {}
}

impl Drop for Gate {
    fn drop(&mut self) {
        self.semaphore.close();
    }
}
