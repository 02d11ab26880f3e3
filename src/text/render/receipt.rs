//! Receipts: number, lookup code, who reads, what can and can't be expected.
//!
//! Nothing reads people's words, voices or pictures for danger here, so every receipt carries the emergency line
//!.

use crate::domain::button::Act;
use crate::domain::case::Reader;
use crate::domain::ids::CaseId;
use crate::domain::lookup::spaced;
use crate::domain::rendered::Rendered;
use crate::domain::world::Deciding;
use crate::text::Args;

use super::telling::{Telling, numbered, page};

pub(super) fn first(t: &Telling<'_>, id: CaseId) -> Deciding<Rendered> {
    let (case, _) = t.readable(id, [])?;
    let reader = t.reader_called(case.reader)?;
    let code = spaced(&t.cx.lookup.code(id));
    let expects = match case.reader {
        Reader::Deputy(_) => "receipt-deputy",
        Reader::Office(_) => "receipt-office",
    };
    Ok(page(
        vec![
            t.say_with("receipt", &numbered(case).text("code", code)),
            t.say_with(expects, &Args::new().text("reader", reader)),
            t.say("receipt-other-telephone"),
            t.say("notice-emergency"),
        ],
        vec![
            vec![
                t.button("button-more", Act::More(id)),
                t.button("button-progress", Act::Progress(id)),
            ],
            vec![t.button("button-leave-contact", Act::LeaveContact(id))],
        ],
    ))
}

pub(super) fn more(t: &Telling<'_>, id: CaseId, since: i64) -> Deciding<Rendered> {
    let (case, _) = t.readable(id, [])?;
    let args = numbered(case).number("count", case.messages.saturating_sub(since).max(1));
    Ok(page(
        vec![t.say_with("receipt-more", &args), t.say("notice-emergency")],
        vec![vec![t.button("button-progress", Act::Progress(id))]],
    ))
}
