//! The way in: the first page, a reader's page with the notice before the first words, and the offer of the office.

use crate::domain::account::Channel;
use crate::domain::button::Act;
use crate::domain::case::Reader;
use crate::domain::context::Context;
use crate::domain::dialogue::Step;
use crate::domain::ids::DeputyId;
use crate::domain::message_kind::{Note, Unavailable};
use crate::domain::people::{Deputy, DeputyStatus, Office};
use crate::domain::rendered::Rendered;
use crate::domain::world::{Deciding, Key, LetterFilter, World};
use crate::text::{Args, Words};

use super::finder::fields_called;
use super::menu;
use super::names::{deputy_called, deputy_in_full, office_called, unit_in_full};
use super::telling::{Telling, numbered, page, reader_key};

/// The first page: three doors for those who write, the bar for deputies, the desk for officers.
pub(super) fn welcome(t: &Telling<'_>) -> Deciding<Rendered> {
    let language = vec![t.button("button-language", Act::Language)];
    if let Some(id) = t.to.deputy_id {
        let name = t.reader_called(Reader::Deputy(id))?;
        let text = match out_of_office(t)? {
            Some(why) => t.say_with(
                "welcome-deputy-out",
                &Args::new().text("deputy", name).text("why", why),
            ),
            None => t.say_with("welcome-deputy", &Args::new().text("deputy", name)),
        };
        let buttons = vec![
            vec![
                t.button("menu-letters", Act::Letters(LetterFilter::Open, 0)),
                t.button("menu-todo", Act::Todo),
            ],
            language,
        ];
        return Ok(Rendered {
            menu: menu::bar(t.words),
            ..page(vec![text], buttons)
        });
    }
    if let Some(officer) = t.officer()? {
        let office = t.reader_called(Reader::Office(officer.office_id))?;
        let args = Args::new().text("office", office).text("url", t.desk_url());
        return Ok(page(vec![t.say_with("welcome-officer", &args)], vec![language]));
    }
    Ok(page(
        vec![t.say("welcome")],
        vec![
            vec![t.button("button-find", Act::Find)],
            vec![
                t.button("button-my-cases", Act::MyCases(0)),
                t.button("button-look-up", Act::LookUp),
            ],
            vec![
                t.button("button-help", Act::Say(Note::Help)),
                t.button("button-language", Act::Language),
            ],
        ],
    ))
}

/// Why a deputy gets no new letters, and what happens now; nothing for one who gets them. Told only to the deputy, and
/// only when they open the chat: a family that holds the telephone is not written to.
pub(super) fn out_of_office(t: &Telling<'_>) -> Deciding<Option<String>> {
    let Some(id) = t.to.deputy_id else { return Ok(None) };
    let Some(deputy) = t.world.find_deputy(&id)? else {
        return Ok(None);
    };
    let why = match deputy.status {
        DeputyStatus::Ended => "out-of-office-ended",
        DeputyStatus::Suspended => "out-of-office-suspended",
        DeputyStatus::InOffice if deputy.paused_at.is_some() => "out-of-office-paused",
        DeputyStatus::InOffice => return Ok(None),
    };
    let office = t.reader_called(Reader::Office(deputy.office_id))?;
    Ok(Some(t.say_with(why, &Args::new().text("office", office))))
}

/// Six digits came alone: they went to nobody. They may be a secret, so they are not repeated.
pub(super) fn typed_digits(t: &Telling<'_>) -> Deciding<Rendered> {
    Ok(page(
        vec![t.say("typed-digits")],
        vec![vec![
            t.button("button-send-digits", Act::SendDigits),
            t.button("button-home", Act::Home),
        ]],
    ))
}

/// What is said before the first words, from the live rules: who reads, how long it is kept, and on
/// Telegram that the words pass through servers abroad. Also stands above the box of the web chat.
pub fn notice(
    reader: Reader,
    channel: Channel,
    world: &World,
    words: &Words,
    cx: &Context<'_>,
) -> Deciding<String> {
    let (who, office) = match reader {
        Reader::Deputy(id) => {
            let deputy = world.deputy(&id)?;
            (who_reads(world, deputy, words)?, world.office(&deputy.office_id)?)
        }
        Reader::Office(id) => {
            let office = world.office(&id)?;
            let args = Args::new().text("office", office_called(office, words));
            (words.say_with("notice-office-reads", &args), office)
        }
    };
    let phone = [&office.phone, &cx.rules.office_phone]
        .into_iter()
        .find(|phone| !phone.is_empty());
    let months = cx.rules.retention_months.into();
    let rights = match phone {
        Some(phone) => words.say_with(
            "notice-kept-phone",
            &Args::new().number("months", months).text("phone", phone.as_str()),
        ),
        None => words.say_with("notice-kept", &Args::new().number("months", months)),
    };
    let name = match reader {
        Reader::Deputy(_) => "notice-pseudonym",
        Reader::Office(_) => "notice-pseudonym-office",
    };
    let mut lines = vec![who, words.say(name), words.say("notice-secrets"), rights];
    if channel == Channel::Telegram {
        lines.push(words.say("notice-telegram"));
    }
    lines.push(words.say("notice-emergency"));
    Ok(lines.join("\n"))
}

fn who_reads(world: &World, deputy: &Deputy, words: &Words) -> Deciding<String> {
    let office = world.office(&deputy.office_id)?;
    let args = Args::new()
        .text("deputy", deputy_called(deputy, words))
        .text("office", office_called(office, words));
    Ok(words.say_with("notice-deputy-reads", &args))
}

/// A reader's page: sending is all that is left to do.
pub(super) fn opened(t: &Telling<'_>, reader: Reader) -> Deciding<Rendered> {
    t.world
        .want([reader_key(reader), Key::Correspondent((t.to.id, reader))])?;
    let open_case = t
        .world
        .find_correspondent(&(t.to.id, reader))?
        .and_then(|it| it.open_case_id);
    let mut more: Vec<Key> = open_case.map(Key::Case).into_iter().collect();
    if let Reader::Deputy(id) = reader {
        more.push(Key::Office(t.world.deputy(&id)?.office_id));
    }
    t.world.want(more)?;
    let mut lines = Vec::new();
    match reader {
        Reader::Deputy(id) => {
            let deputy = t.world.deputy(&id)?;
            let args = Args::new()
                .text("deputy", deputy_in_full(deputy, t.words))
                .text("unit", unit_in_full(&deputy.unit_code, t.words));
            lines.push(t.say_with("opened-deputy", &args));
            if !deputy.fields.is_empty() {
                let args = Args::new().text("fields", fields_called(deputy, t.words));
                lines.push(t.say_with("opened-fields", &args));
            }
        }
        Reader::Office(_) => {
            let args = Args::new().text("office", t.reader_called(reader)?);
            lines.push(t.say_with("opened-office", &args));
        }
    }
    // Stands apart, with an empty line on both sides.
    let notice = notice(reader, t.to.channel, t.world, t.words, t.cx)?;
    let notice = t.say_with("notice-first", &Args::new().text("notice", notice));
    lines.push(format!("\n{notice}\n"));
    let mut buttons = Vec::new();
    let open = match open_case {
        Some(id) => t.world.find_case(&id)?.filter(|case| {
            case.state.is_open() && case.account_id == Some(t.to.id) && !t.to.dialogue.wants_new_case
        }),
        None => None,
    };
    match open {
        Some(case) => {
            lines.push(t.say_with("opened-goes-on", &numbered(case)));
            buttons.push(vec![
                t.button("button-new-case", Act::NewCase(reader)),
                t.button("button-progress", Act::Progress(case.id)),
            ]);
        }
        None => lines.push(t.say("opened-send")),
    }
    buttons.push(vec![
        t.button("button-give-name", Act::GiveName(reader)),
        t.button("button-other-deputy", Act::Find),
    ]);
    Ok(page(lines, buttons))
}

/// Words that were held can go to the reader now.
pub(super) fn held_words(t: &Telling<'_>, reader: Reader) -> Deciding<Rendered> {
    let count = match &t.to.dialogue.step {
        Step::Offered { said, .. } => i64::try_from(said.len()).unwrap_or(i64::MAX),
        _ => 0,
    };
    let args = Args::new()
        .text("reader", t.reader_called(reader)?)
        .number("count", count);
    Ok(page(
        vec![t.say_with("held-words", &args)],
        vec![vec![
            t.button("button-send-held", Act::TakeOffice),
            t.button("button-leave-it", Act::LeaveIt),
        ]],
    ))
}

/// The deputy takes no letters here at present; the unit's office could read instead. The ground is never told
///, so both grounds have the same words. A closed unit's office is not offered.
pub(super) fn offer_office(
    t: &Telling<'_>,
    deputy: DeputyId,
    why: Unavailable,
    held: bool,
) -> Deciding<Rendered> {
    let deputy = t.world.deputy(&deputy)?;
    let office: &Office = t.world.office(&deputy.office_id)?;
    let first = match why {
        Unavailable::NotBound | Unavailable::NotReceiving => t.say_with(
            "offer-not-receiving",
            &Args::new().text("deputy", deputy_in_full(deputy, t.words)),
        ),
    };
    let find = t.button("button-other-deputy", Act::Find);
    if !office.open_to_public {
        let drop = held.then(|| t.button("button-leave-it", Act::LeaveIt));
        let kept = if held {
            t.say("offer-held-closed")
        } else {
            String::new()
        };
        return Ok(page(
            vec![first, kept, t.say("offer-closed")],
            vec![std::iter::once(find).chain(drop).collect()],
        ));
    }
    let args = Args::new().text("office", t.office_called(office));
    let (ask, choice) = if held {
        (
            t.say("offer-held"),
            vec![
                t.button("button-take-office", Act::TakeOffice),
                t.button("button-leave-it", Act::LeaveIt),
            ],
        )
    } else {
        let open = Act::Open(Reader::Office(office.id));
        (String::new(), vec![t.button("button-write-office", open)])
    };
    Ok(page(
        vec![first, t.say_with("offer-office", &args), ask],
        vec![choice, vec![find]],
    ))
}
