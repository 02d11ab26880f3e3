//! Measures a sweep of reminders: 500 steps due among 10,000 and among 200,000 suggestions, on SQLite and PostgreSQL. Run by
//! `benches/sweep.sh`; what it measured stands in `README.md` beside it.
//!
//! A sweep is everything from the look for what is due to the commit of what is owed: the steps of 500 matters of 774 deputies,
//! claimed and put into the outbox. In an optimized build it fails where it is slower than it may be.

#![cfg(test)]
#![expect(
    clippy::disallowed_methods,
    reason = "a measurement looks at the real clock, and asks the environment for its server"
)]

#[path = "../tests/it/support/office.rs"]
#[expect(dead_code, reason = "the tests' office has more than a measurement needs")]
mod office;

use std::time::{Duration, Instant};

use lianluo::domain::Locale;
use lianluo::domain::account::{Account, Channel};
use lianluo::domain::calendar::Calendar;
use lianluo::domain::context::Rules;
use lianluo::domain::deadline::{Began, DeadlineRule, work_out};
use lianluo::domain::ids::{
    AccountId, AssignmentId, CalendarVersion, DeputyId, HandlingUnitId, ReplyId, SuggestionId,
};
use lianluo::domain::people::Deputy;
use lianluo::domain::suggestion::assignment::{Assignment, AssignmentRole, AssignmentState, HandlingUnit};
use lianluo::domain::suggestion::reply::{Clearness, ReceiptSource, Reply, ReplyForm, ReplyState};
use lianluo::domain::suggestion::{
    CongressSession, Openness, Suggestion, SuggestionKind, SuggestionSources, SuggestionState,
};
use lianluo::domain::time::instant_of;
use lianluo::domain::world::{Key, World};
use lianluo::fallback::Channels;
use lianluo::jobs::Jobs;

use office::{MORNING, Office};

/// Deputies of a province.
const DEPUTIES: i64 = 774;
/// Matters with a step due in one sweep.
const DUE: usize = 500;
/// Sweeps that are measured, each on a day of its own.
const SWEEPS: usize = 4;
/// The few and the many suggestions.
const FEW: usize = 10_000;
const MANY: usize = 200_000;
/// Suggestions put into the database at once.
const TOGETHER: usize = 2_000;
/// Replies received on these days are due, a week before their end, on the days after.
const RECEIVED: [&str; SWEEPS] = ["2026-02-11", "2026-02-12", "2026-02-13", "2026-02-14"];
const SWEPT: [&str; SWEEPS] = ["2026-03-04", "2026-03-05", "2026-03-06", "2026-03-07"];

fn day(text: &str) -> chrono::NaiveDate {
    text.parse().unwrap()
}

async fn save(office: &Office, world: &mut World) {
    let mut writing = office.store.write().await.unwrap();
    writing.save(world.take_changes()).await.unwrap();
    writing.commit().await.unwrap();
}

/// Deputies with accounts, modelled on one of the sample roster.
async fn deputies(office: &Office) -> Vec<Deputy> {
    let first = office.deputy("CS-001").await;
    let mut world = World::default();
    let mut reading = office.store.read().await.unwrap();
    reading.load(&[Key::Deputy(first)], &mut world).await.unwrap();
    drop(reading);
    let model = world.deputy(&first).unwrap().clone();
    let mut all = Vec::new();
    for place in 0..DEPUTIES {
        let (id, account) = (DeputyId(1_000_000 + place), AccountId(2_000_000 + place));
        let mut row = Account::new(
            account,
            Channel::Telegram,
            format!("7:{place}"),
            Locale::ZhCn,
            MORNING,
        );
        row.deputy_id = Some(id);
        world.put_account(row);
        let deputy = Deputy {
            id,
            code: format!("XX-{place:04}"),
            card_number: String::new(),
            account_id: Some(account),
            ..model.clone()
        };
        world.put_deputy(deputy.clone());
        all.push(deputy);
    }
    save(office, &mut world).await;
    all
}

/// A suggestion with its reply. The first ones are due in a sweep; of the others a third waits for later, and two thirds are over.
fn put(world: &mut World, place: usize, deputy: &Deputy) {
    let id = i64::try_from(place).unwrap();
    let sweep = place / DUE;
    let received = RECEIVED.get(sweep).copied();
    let waits = received.is_none() && place.is_multiple_of(3);
    let (suggestion, assignment) = (SuggestionId(10_000_000 + id), AssignmentId(20_000_000 + id));
    world.put_suggestion(Suggestion {
        id: suggestion,
        session: CongressSession { term: 14, session: 4 },
        number: format!("S-{place:06}"),
        kind: SuggestionKind::Suggestion,
        state: if waits {
            SuggestionState::Answered
        } else {
            SuggestionState::Ended
        },
        title: format!("关于第{place}件事的建议（样例）"),
        situation: String::new(),
        analysis: String::new(),
        proposals: String::new(),
        deputy_id: deputy.id,
        office_id: deputy.office_id,
        raised_on: None,
        is_key: false,
        openness: Openness::Unsaid,
        sources: SuggestionSources::default(),
        advice: String::new(),
        merged_into_id: None,
        withdrawn_at: None,
        withdrawn_why: String::new(),
        entered_by: None,
        created_at: MORNING,
    });
    world.put_assignment(Assignment {
        id: assignment,
        suggestion_id: suggestion,
        handling_unit_id: HandlingUnitId(1),
        deputy_id: deputy.id,
        office_id: deputy.office_id,
        role: AssignmentRole::Main,
        state: AssignmentState::Answered,
        round: 1,
        after_reply_id: None,
        handed_out_on: day("2026-01-05"),
        rule: DeadlineRule::Reply3m,
        nominal_on: day("2026-04-05"),
        due_on: day("2026-04-07"),
        is_provisional: false,
        calendar_version: CalendarVersion(1),
        extended_at: None,
        extended_by: None,
        extended_why: String::new(),
        returned_at: None,
        returned_by: None,
        returned_why: String::new(),
        next_step_at: None,
        created_at: MORNING,
    });
    let received = day(received.unwrap_or("2026-02-27"));
    let mut reply = Reply {
        id: ReplyId(30_000_000 + id),
        assignment_id: assignment,
        suggestion_id: suggestion,
        deputy_id: deputy.id,
        office_id: deputy.office_id,
        state: if waits || sweep < SWEEPS {
            ReplyState::Awaiting
        } else {
            ReplyState::Given
        },
        form: ReplyForm::Written,
        class: String::new(),
        document_number: String::new(),
        received_on: Some(received),
        received_at: None,
        source: ReceiptSource::Post,
        proof_file_id: None,
        candidates: vec![],
        clearness: Clearness::Single,
        nominal_on: None,
        due_on: None,
        is_provisional: false,
        calendar_version: None,
        recorded_by: None,
        recorded_at: instant_of(received, 600),
        next_step_at: None,
    };
    let period = DeadlineRule::Feedback.period();
    reply.set_deadline(
        &work_out(Began::on(received), period, Calendar::shipped()),
        CalendarVersion(1),
    );
    reply.next_step_at = match SWEPT.get(sweep) {
        Some(on) => Some(instant_of(day(on), 510)),
        None => waits.then(|| instant_of(day("2026-03-20"), 510)),
    };
    world.put_reply(reply);
}

/// Fills a database and measures its sweeps, the fastest first.
async fn measured(address: &str, suggestions: usize) -> Vec<Duration> {
    let office = Office::open_on(address).await;
    let deputies = deputies(&office).await;
    let mut world = World::default();
    world.put_handling_unit(HandlingUnit {
        id: HandlingUnitId(1),
        name: "水利厅（样例）".into(),
        other_names: String::new(),
        email: String::new(),
        created_at: MORNING,
        ended_at: None,
    });
    for place in 0..suggestions {
        put(&mut world, place, &deputies[place % deputies.len()]);
        if place % TOGETHER == TOGETHER - 1 {
            save(&office, &mut world).await;
            world = World::default();
        }
    }
    save(&office, &mut world).await;
    let jobs = Jobs {
        store: office.store.clone(),
        clock: office.clock.clone(),
        rules: Rules::default(),
        lookup: office.lookup.clone(),
        intake: office.engine.intake.clone(),
        channels: Channels::default(),
        files: office.folder.path().join("files"),
    };
    let mut times = Vec::new();
    for on in SWEPT {
        office.clock.step(instant_of(day(on), 540) - office.clock.now());
        let before = Instant::now();
        let looked_at = jobs.remind_due().await.unwrap();
        times.push(before.elapsed());
        assert!(looked_at >= DUE, "{looked_at} on {on}");
        // What was owed is sent before the next sweep begins.
        office.engine.settled().await;
    }
    let said = office.count("SELECT count(*) FROM reminder_steps").await;
    assert!(
        said >= i64::try_from(DUE * SWEEPS).unwrap(),
        "{said} steps were said"
    );
    times.sort_unstable();
    times
}

fn told(name: &str, suggestions: usize, times: &[Duration]) -> f64 {
    let ms = |time: Duration| time.as_secs_f64() * 1_000.0;
    let median = ms(times[times.len() / 2]);
    println!(
        "| {name} | {suggestions} | {median:.1} ms ({:.1} – {:.1}) |",
        ms(times[0]),
        ms(times[times.len() - 1])
    );
    median
}

#[tokio::test]
async fn a_sweep_costs_what_is_due_and_not_what_is_stored() {
    println!("| engine | suggestions | a sweep of {DUE} steps |");
    println!("| --- | --- | --- |");
    let mut engines = vec![("SQLite", String::new(), 50.0)];
    if std::env::var("TEST_POSTGRES_URL").is_ok() {
        engines.push(("PostgreSQL", "postgres".to_owned(), 100.0));
    }
    for (name, engine, most_ms) in engines {
        let mut medians = Vec::new();
        for suggestions in [FEW, MANY] {
            let address = if engine.is_empty() {
                String::new()
            } else {
                office::postgres().await
            };
            medians.push(told(name, suggestions, &measured(&address, suggestions).await));
        }
        let growth = medians[1] / medians[0];
        println!("| {name} | growth | {growth:.2} |");
        assert!(growth < 2.0, "{name} grows {growth:.2} times");
        if !cfg!(debug_assertions) {
            assert!(medians[1] <= most_ms, "{name} takes {:.1} ms", medians[1]);
        }
    }
}
