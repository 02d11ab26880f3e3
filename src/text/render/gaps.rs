//! What the deputy may have forgotten to enter, on request: which kind of duty had no entry for long, and what looks like one.
//!
//! **Invariant:** an offer to look, without a number that should be reached (A4.6).

use chrono::Datelike;

use crate::domain::button::{Act, Button};
use crate::domain::duty_record::DutyRecord;
use crate::domain::record::gap::{Gap, Loose, gaps_of};
use crate::domain::refusal::Refusal;
use crate::domain::rendered::{Rendered, TEXT_UNITS};
use crate::domain::time::day_of;
use crate::domain::world::{Deciding, Stop};
use crate::text::Args;
use crate::text::record_words::{category_word, gist};

use super::cut::{beginning, one_line};

use super::telling::{Telling, page, rows};

/// Things shown with a button each: more would fill a telephone's screen.
const SHOWN: usize = 8;

/// 参加专题调研自 6 月以来没有记录
pub(super) fn sentence(t: &Telling<'_>, gap: &Gap) -> String {
    let category = category_word(t.words, gap.category);
    let count = i64::try_from(gap.looks_like.len()).unwrap_or(i64::MAX);
    let args = Args::new().text("category", category).number("count", count);
    match gap.last_on {
        Some(on) => t.say_with(
            "gap-since",
            &args.text(
                "month",
                t.say_with("gap-month", &Args::new().number("month", on.month().into())),
            ),
        ),
        None => t.say_with("gap-none-yet", &args),
    }
}

pub(super) fn gaps(t: &Telling<'_>) -> Deciding<Rendered> {
    let deputy = t.to.deputy_id.ok_or(Stop::Refused(Refusal::NotYours))?;
    let today = day_of(t.cx.now);
    let found = gaps_of(t.world, deputy, today.year(), today)?;
    let handbook = vec![t.button("menu-handbook", Act::Handbook(0))];
    if found.is_empty() {
        return Ok(page(vec![t.say("gaps-none")], vec![handbook]));
    }
    let mut lines = vec![t.say("gaps")];
    let mut buttons: Vec<Button> = Vec::new();
    for gap in &found {
        lines.push(sentence(t, gap));
        for it in &gap.looks_like {
            if buttons.len() >= SHOWN {
                break;
            }
            let number = i64::try_from(buttons.len()).unwrap_or(0) + 1;
            let (what, act) = match it.what {
                Loose::Waiting(id) => (
                    one_record(t, &t.world.record(&id)?.record, "gap-waiting"),
                    Act::ShowRecord(id),
                ),
                Loose::Elsewhere(id) => (
                    one_record(t, &t.world.record(&id)?.record, "gap-elsewhere"),
                    Act::ShowRecord(id),
                ),
                Loose::Raised(id) => {
                    let title = one_line(&t.world.suggestion(&id)?.title, 40);
                    (
                        t.say_with("gap-raised", &Args::new().text("title", title)),
                        Act::ShowSuggestion(id),
                    )
                }
            };
            let args = Args::new().number("number", number);
            lines.push(
                t.say_with(
                    "gap-line",
                    &Args::new()
                        .number("number", number)
                        .text("date", t.day(it.on))
                        .text("what", what),
                ),
            );
            buttons.push(Button {
                label: t.say_with("button-book-line", &args),
                act,
            });
        }
    }
    lines.push(t.say("gaps-tail"));
    let text = beginning(&page(lines, vec![]).text, TEXT_UNITS, "…");
    Ok(page(
        vec![text],
        rows(buttons, 3).into_iter().chain([handbook]).collect(),
    ))
}

fn one_record(t: &Telling<'_>, record: &DutyRecord, key: &str) -> String {
    let category = category_word(t.words, record.category);
    t.say_with(
        key,
        &Args::new()
            .text("gist", one_line(&gist(record), 40))
            .text("category", category),
    )
}
