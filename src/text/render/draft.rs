//! Drafts of motions and suggestions as their deputy reads them: the list, the whole, each part, and what comes next.
//!
//! **Invariant:** what is shown is decided by `access::draft_role`, whoever the item is addressed to; a draft is never shown to an
//! officer.

mod advice;
mod alike;
mod names;
mod paper;

use crate::domain::access::{DraftRole, draft_role};
use crate::domain::button::{Act, Button};
use crate::domain::draft::message::{DraftMessage, DraftTap};
use crate::domain::draft::{DraftPart, DraftRow, DraftStage};
use crate::domain::ids::{CaseId, RecordId, SuggestionId};
use crate::domain::refusal::Refusal;
use crate::domain::rendered::Rendered;
use crate::domain::suggestion::{Suggestion, SuggestionKind};
use crate::domain::world::{Deciding, Key, ListKey, Stop};
use crate::text::Args;

use super::cut::{beginning, one_line, units};
use super::telling::{Telling, page, rows};

/// Drafts that have a button in the list.
const LISTED: usize = 8;
/// Characters of a title on a button.
const ON_BUTTON: usize = 16;
/// UTF-16 units of a part in the view of the whole: all four and their labels fit into one message.
const IN_WHOLE: usize = 800;
/// UTF-16 units of a part where it is shown alone.
const ALONE: usize = 3_000;
/// Facts of its sources that are told one by one.
const FACTS: usize = 8;

pub(super) fn about(t: &Telling<'_>, about: &DraftMessage) -> Deciding<Rendered> {
    use DraftMessage as M;
    match about {
        M::List => list(t),
        M::AskKind => Ok(ask_kind(t)),
        M::OfferWords => Ok(offer_words(t)),
        M::OfferSource { case, record } => offer_source(t, *case, *record),
        M::One { draft } => one(t, *draft, None),
        M::Ask { draft, part } => ask(t, *draft, *part),
        M::Kept { draft, part } => kept(t, *draft, *part),
        M::Facts { draft } => facts_alone(t, *draft),
        M::Check { draft } => advice::check(t, *draft),
        M::AskSentence { draft } => advice::ask_sentence(t, *draft),
        M::Names { draft } => names::names(t, *draft),
        M::AskNames { draft } => names::ask(t, *draft),
        M::NamesRead { draft } => names::read(t, *draft),
        M::Card { draft, again } => names::card(t, *draft, *again),
        M::CardPaper { draft } => paper::for_co_signer(t, *draft),
        M::Signed { draft, state } => names::signed(t, *draft, *state),
        M::SignedBy { draft, deputy, state } => names::signed_by(t, *draft, *deputy, *state),
        M::Paper { draft } => paper::paper(t, *draft),
        M::Form { draft } => paper::form(t, *draft),
        M::AskUnits { draft } => paper::ask_units(t, *draft),
        M::Alike {
            draft,
            own,
            others,
            earlier,
        } => alike::alike(t, *draft, own, others, earlier),
        M::Merged { kept, gone } => alike::merged(t, *kept, *gone),
        M::JoinAsked { theirs, mine } => alike::join_asked(t, *theirs, *mine),
        M::JoinSent { mine, .. } => alike::join_sent(t, *mine),
        M::JoinAnswered {
            mine,
            theirs,
            together,
        } => alike::join_answered(t, *mine, *theirs, *together),
        M::AskHandIn { draft } => advice::ask_hand_in(t, *draft),
        M::HandedIn { draft } => said_of(t, *draft, "draft-handed-in"),
        M::PutAway { draft } => said_of(t, *draft, "draft-put-away"),
        M::Reading => Ok(page(vec![t.say("draft-reading")], vec![])),
        M::Unread { why } => Ok(page(
            vec![t.say(&format!("draft-unread-{}", why.tag()))],
            vec![vec![t.button("button-drafts-list", Act::Drafts)]],
        )),
        M::Read { draft, unparted, cut } => {
            let key = match (*cut, *unparted) {
                (true, _) => "draft-read-cut",
                (false, true) => "draft-read-unparted",
                (false, false) => "draft-read",
            };
            one(t, *draft, Some(t.say(key)))
        }
        M::Registered { draft, suggestion } => alike::registered(t, *draft, *suggestion),
        M::AskRegistered { draft, suggestion } => alike::ask_registered(t, *draft, *suggestion),
        M::KindChanged { draft, kind } => {
            let args = Args::new().text("kind", kind_word(t, *kind));
            one(t, *draft, Some(t.say_with("draft-kind-changed", &args)))
        }
    }
}

fn kind_word(t: &Telling<'_>, kind: SuggestionKind) -> String {
    crate::text::suggestion_words::kind_word(kind, t.words)
}

/// A draft of the person's own.
fn own<'a>(t: &Telling<'a>, id: SuggestionId) -> Deciding<(&'a Suggestion, &'a DraftRow)> {
    t.world.want([Key::Suggestion(id), Key::Draft(id)])?;
    let (draft, row) = (t.world.suggestion(&id)?, t.world.draft(&id)?);
    match draft_role(t.to.deputy_id, draft, None) {
        DraftRole::Drafter => Ok((draft, row)),
        DraftRole::CoSigner | DraftRole::None => Err(Stop::Refused(Refusal::NotYours)),
    }
}

fn tap(t: &Telling<'_>, key: &str, tap: DraftTap, id: SuggestionId) -> Button {
    t.button(key, Act::Draft(tap, id))
}

/// 《…》, or that it has no title yet.
fn called(t: &Telling<'_>, draft: &Suggestion) -> String {
    if draft.title.is_empty() {
        t.say("draft-untitled")
    } else {
        t.say_with("draft-titled", &Args::new().text("title", draft.title.as_str()))
    }
}

/// 情况, or 案由 of a motion.
fn part_name(t: &Telling<'_>, kind: SuggestionKind, part: DraftPart) -> String {
    t.say(&format!("draft-part-{}-{}", part.tag(), kind.tag()))
}

fn part_tap(part: DraftPart) -> DraftTap {
    match part {
        DraftPart::Title => DraftTap::Title,
        DraftPart::Situation => DraftTap::Situation,
        DraftPart::Analysis => DraftTap::Analysis,
        DraftPart::Proposals => DraftTap::Proposals,
    }
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// A button that opens a draft.
fn open_button(t: &Telling<'_>, draft: &Suggestion) -> Button {
    let title = if draft.title.is_empty() {
        t.say("draft-untitled")
    } else {
        one_line(&draft.title, ON_BUTTON)
    };
    Button {
        label: t.say_with("button-draft", &Args::new().text("title", title)),
        act: Act::Draft(DraftTap::Show, draft.id),
    }
}

fn new_buttons(t: &Telling<'_>) -> Vec<Button> {
    vec![
        t.button("button-new-suggestion", Act::NewDraft(SuggestionKind::Suggestion)),
        t.button("button-new-motion", Act::NewDraft(SuggestionKind::Motion)),
    ]
}

fn ask_kind(t: &Telling<'_>) -> Rendered {
    page(vec![t.say("draft-ask-kind")], vec![new_buttons(t)])
}

fn offer_words(t: &Telling<'_>) -> Rendered {
    page(
        vec![t.say("draft-offer-words")],
        vec![
            vec![
                t.button("button-draft-this", Act::DraftThis(SuggestionKind::Suggestion)),
                t.button("button-draft-this-motion", Act::DraftThis(SuggestionKind::Motion)),
            ],
            vec![t.button("button-answer-letter", Act::AnswerLetter(None))],
        ],
    )
}

fn list(t: &Telling<'_>) -> Deciding<Rendered> {
    let deputy = t.to.deputy_id.ok_or(Stop::Refused(Refusal::NotYours))?;
    let ids: Vec<SuggestionId> = t
        .world
        .list(&ListKey::DraftsOf(deputy))?
        .ids
        .iter()
        .map(|id| SuggestionId(*id))
        .collect();
    t.world
        .want(ids.iter().flat_map(|id| [Key::Suggestion(*id), Key::Draft(*id)]))?;
    let mut lines = Vec::new();
    let mut buttons = vec![new_buttons(t)];
    let mut away = 0_usize;
    for id in &ids {
        let (draft, row) = own(t, *id)?;
        if matches!(row.stage, DraftStage::PutAway | DraftStage::Merged) {
            away += 1;
        } else if buttons.len() <= LISTED {
            lines.push(stage_line(t, draft, row));
            buttons.push(vec![open_button(t, draft)]);
        }
    }
    let key = if lines.is_empty() { "drafts-none" } else { "drafts" };
    lines.insert(0, t.say(key));
    names::waiting_for_me(t, deputy, &mut lines, &mut buttons)?;
    if away > 0 {
        lines.push(t.say_with("drafts-away", &Args::new().number("count", count(away))));
        // The newest of them: whoever misses one has just put it away.
        for id in &ids {
            let (draft, row) = own(t, *id)?;
            if matches!(row.stage, DraftStage::PutAway | DraftStage::Merged) && buttons.len() <= LISTED + 2 {
                buttons.push(vec![open_button(t, draft)]);
            }
        }
    }
    buttons.push(vec![t.button("button-suggestions", Act::Suggestions(0))]);
    Ok(page(lines, buttons))
}

fn stage_line(t: &Telling<'_>, draft: &Suggestion, row: &DraftRow) -> String {
    let args = Args::new()
        .text("draft", called(t, draft))
        .text("kind", kind_word(t, draft.kind))
        .text("day", t.day_at(row.changed_at));
    match row.stage {
        DraftStage::HandedIn => {
            let on = row.handed_in_on.map(|on| t.day(on)).unwrap_or_default();
            t.say_with("drafts-line-handed-in", &args.text("on", on))
        }
        _ => t.say_with("drafts-line", &args),
    }
}

fn offer_source(t: &Telling<'_>, case: Option<CaseId>, record: Option<RecordId>) -> Deciding<Rendered> {
    let deputy = t.to.deputy_id.ok_or(Stop::Refused(Refusal::NotYours))?;
    let ids: Vec<SuggestionId> = t
        .world
        .list(&ListKey::DraftsOf(deputy))?
        .ids
        .iter()
        .map(|id| SuggestionId(*id))
        .collect();
    t.world
        .want(ids.iter().flat_map(|id| [Key::Suggestion(*id), Key::Draft(*id)]))?;
    let new = match (case, record) {
        (Some(case), _) => Act::DraftNewFrom(case),
        (None, Some(record)) => Act::DraftNewFromRecord(record),
        (None, None) => Act::NewDraft(SuggestionKind::Suggestion),
    };
    let mut buttons = vec![vec![t.button("button-new-suggestion", new)]];
    for id in ids {
        let (draft, row) = own(t, id)?;
        let act = match (case, record) {
            (Some(case), _) => Act::DraftLink(id, case),
            (None, Some(record)) => Act::DraftLinkRecord(id, record),
            (None, None) => continue,
        };
        if row.stage.is_open() && buttons.len() <= LISTED {
            let title = Args::new().text("title", one_line(&called(t, draft), ON_BUTTON));
            buttons.push(vec![Button {
                label: t.say_with("button-draft-into", &title),
                act,
            }]);
        }
    }
    let mut line = t.say("draft-offer-source");
    if let Some(case) = case {
        let number = t.world.case(&case)?.number;
        line = t.say_with(
            "draft-offer-letter",
            &Args::new().text("number", number.to_string()),
        );
        buttons.push(vec![t.button("button-show-letter", Act::ShowLetter(case))]);
    }
    Ok(page(vec![line], buttons))
}

/// A part with its length, as far as there is room.
fn part_lines(t: &Telling<'_>, draft: &Suggestion, part: DraftPart, room: usize) -> String {
    let text = part.of(draft);
    let args = Args::new()
        .text("part", part_name(t, draft.kind, part))
        .number("count", count(text.chars().count()));
    if text.is_empty() {
        return t.say_with("draft-part-empty", &args);
    }
    let shown = beginning(text, room, "…");
    let key = if units(text) > room {
        "draft-part-cut"
    } else {
        "draft-part"
    };
    t.say_with(key, &args.text("text", shown))
}

/// What its sources say, one fact a line: no names, no words of a letter.
fn facts(t: &Telling<'_>, draft: &Suggestion) -> Deciding<Vec<String>> {
    let sources = &draft.sources;
    if sources.cases.is_empty() && sources.records.is_empty() {
        return Ok(vec![]);
    }
    t.world.want(
        sources
            .cases
            .iter()
            .map(|id| Key::Case(*id))
            .chain(sources.records.iter().map(|id| Key::Record(*id))),
    )?;
    let mut lines = vec![t.say("draft-facts")];
    for id in sources.records.iter().take(FACTS) {
        let Some(row) = t.world.find_record(id)? else {
            continue;
        };
        let record = &row.record;
        let mut said = vec![super::record::days(t, record)];
        let way = record.way.clone().map(String::from).unwrap_or_default();
        let people = record.people.map(|people| people.to_string()).unwrap_or_default();
        said.extend(
            [record.place.clone(), way, people]
                .into_iter()
                .filter(|it| !it.is_empty()),
        );
        let args = Args::new()
            .text("facts", said.join(&t.say("draft-facts-joiner")))
            .text("matters", one_line(&record.matters, 60));
        lines.push(t.say_with("draft-fact-record", &args));
    }
    for id in sources.cases.iter().take(FACTS) {
        if let Some(case) = t.world.find_case(id)? {
            let args = Args::new()
                .text("number", case.number.to_string())
                .text("day", t.day_at(case.opened_at));
            lines.push(t.say_with("draft-fact-letter", &args));
        }
    }
    lines.push(t.say("draft-facts-own-words"));
    Ok(lines)
}

fn facts_alone(t: &Telling<'_>, id: SuggestionId) -> Deciding<Rendered> {
    let (draft, _) = own(t, id)?;
    let mut lines = facts(t, draft)?;
    if lines.is_empty() {
        lines.push(t.say("draft-facts-none"));
    }
    Ok(page(
        lines,
        vec![vec![
            tap(t, "button-draft-situation", DraftTap::Situation, id),
            tap(t, "button-draft-whole", DraftTap::Show, id),
        ]],
    ))
}

/// The draft as it stands, below a first line.
fn one(t: &Telling<'_>, id: SuggestionId, first: Option<String>) -> Deciding<Rendered> {
    let (draft, row) = own(t, id)?;
    let args = Args::new()
        .text("draft", called(t, draft))
        .text("kind", kind_word(t, draft.kind));
    let mut lines: Vec<String> = first.into_iter().collect();
    lines.push(t.say_with(
        &format!("draft-head-{}", row.stage.tag().replace('_', "-")),
        &args,
    ));
    for part in &DraftPart::ALL[1..] {
        lines.push(part_lines(t, draft, *part, IN_WHOLE));
    }
    let sources = draft.sources.cases.len() + draft.sources.records.len();
    if sources > 0 {
        let said: Vec<String> = [
            ("draft-sources-letters", draft.sources.cases.len()),
            ("draft-sources-records", draft.sources.records.len()),
        ]
        .into_iter()
        .filter(|(_, number)| *number > 0)
        .map(|(key, number)| t.say_with(key, &Args::new().number("count", count(number))))
        .collect();
        let args = Args::new().text("sources", said.join(&t.say("draft-facts-joiner")));
        lines.push(t.say_with("draft-sources", &args));
    }
    lines.extend(names::line(t, draft)?);
    Ok(page(lines, whole_buttons(t, draft, row, sources)))
}

fn whole_buttons(t: &Telling<'_>, draft: &Suggestion, row: &DraftRow, sources: usize) -> Vec<Vec<Button>> {
    let id = draft.id;
    let back = vec![t.button("button-drafts-list", Act::Drafts)];
    match row.stage {
        DraftStage::Open => {}
        DraftStage::HandedIn => {
            return vec![
                vec![
                    tap(t, "button-draft-paper", DraftTap::Paper, id),
                    tap(t, "button-draft-not-handed-in", DraftTap::NotHandedIn, id),
                ],
                back,
            ];
        }
        DraftStage::PutAway | DraftStage::Merged => {
            return vec![vec![tap(t, "button-draft-back", DraftTap::BringBack, id)], back];
        }
        DraftStage::Registered => {
            let registered = row
                .registered_as_id
                .map(|of| t.button("button-draft-registered", Act::ShowSuggestion(of)));
            return vec![registered.into_iter().collect(), back];
        }
        DraftStage::Reading | DraftStage::Unread => return vec![back],
    }
    let mut parts: Vec<Button> = DraftPart::ALL
        .iter()
        .map(|part| {
            let key = if part.of(draft).is_empty() {
                "button-draft-write"
            } else {
                "button-draft-change"
            };
            let args = Args::new().text("part", part_name(t, draft.kind, *part));
            Button {
                label: t.say_with(key, &args),
                act: Act::Draft(part_tap(*part), id),
            }
        })
        .collect();
    if sources > 0 {
        parts.push(tap(t, "button-draft-facts", DraftTap::Facts, id));
    }
    let mut buttons = rows(parts, 2);
    buttons.push(vec![
        tap(t, "button-draft-check", DraftTap::Check, id),
        tap(t, "button-draft-alike", DraftTap::Alike, id),
        tap(t, "button-draft-names", DraftTap::Names, id),
    ]);
    buttons.push(vec![
        tap(t, "button-draft-form", DraftTap::Form, id),
        tap(t, "button-draft-paper", DraftTap::Paper, id),
        tap(t, "button-draft-hand-in", DraftTap::HandIn, id),
    ]);
    let (key, other) = match draft.kind {
        SuggestionKind::Motion => ("button-draft-as-suggestion", DraftTap::AsSuggestion),
        SuggestionKind::Suggestion => ("button-draft-as-motion", DraftTap::AsMotion),
    };
    buttons.push(vec![
        tap(t, key, other, id),
        tap(t, "button-draft-put-away", DraftTap::PutAway, id),
        t.button("button-drafts-list", Act::Drafts),
    ]);
    buttons
}

fn ask(t: &Telling<'_>, id: SuggestionId, part: DraftPart) -> Deciding<Rendered> {
    let (draft, _) = own(t, id)?;
    let mut lines = vec![t.say(&format!("draft-ask-{}-{}", part.tag(), draft.kind.tag()))];
    if part == DraftPart::Situation {
        lines.extend(facts(t, draft)?);
    }
    let mut row = Vec::new();
    if !part.of(draft).is_empty() {
        lines.push(part_lines(t, draft, part, ALONE));
        if part == DraftPart::Title {
            lines.push(t.say("draft-ask-title-again"));
        } else {
            lines.push(t.say("draft-ask-again"));
            row.push(tap(t, "button-draft-add", DraftTap::Add, id));
        }
    }
    row.extend(next_button(t, draft, part));
    row.push(tap(t, "button-draft-whole", DraftTap::Show, id));
    Ok(page(lines, vec![row]))
}

/// 下一步：分析
fn next_button(t: &Telling<'_>, draft: &Suggestion, part: DraftPart) -> Option<Button> {
    let next = part.next()?;
    let args = Args::new().text("part", part_name(t, draft.kind, next));
    Some(Button {
        label: t.say_with("button-draft-next", &args),
        act: Act::Draft(part_tap(next), draft.id),
    })
}

fn kept(t: &Telling<'_>, id: SuggestionId, part: DraftPart) -> Deciding<Rendered> {
    let (draft, _) = own(t, id)?;
    if part == DraftPart::Title {
        let args = Args::new().text("draft", called(t, draft));
        let mut lines = vec![t.say_with("draft-kept-title", &args)];
        lines.push(t.say(&format!("draft-ask-situation-{}", draft.kind.tag())));
        lines.extend(facts(t, draft)?);
        let row = vec![
            tap(t, "button-draft-title", DraftTap::Title, id),
            tap(t, "button-draft-whole", DraftTap::Show, id),
        ];
        return Ok(page(lines, vec![row]));
    }
    let args = Args::new()
        .text("part", part_name(t, draft.kind, part))
        .number("count", count(part.of(draft).chars().count()));
    let mut row: Vec<Button> = next_button(t, draft, part).into_iter().collect();
    if row.is_empty() {
        row.push(tap(t, "button-draft-check", DraftTap::Check, id));
    }
    let again = Args::new().text("part", part_name(t, draft.kind, part));
    row.push(Button {
        label: t.say_with("button-draft-change", &again),
        act: Act::Draft(part_tap(part), id),
    });
    row.push(tap(t, "button-draft-whole", DraftTap::Show, id));
    Ok(page(vec![t.say_with("draft-kept", &args)], vec![row]))
}

fn said_of(t: &Telling<'_>, id: SuggestionId, key: &str) -> Deciding<Rendered> {
    let (draft, row) = own(t, id)?;
    let way = row
        .handed_in_way
        .map(|way| t.say(&format!("hand-in-way-{}", way.tag())))
        .unwrap_or_default();
    let args = Args::new().text("draft", called(t, draft)).text("way", way);
    let first = match row.stage {
        DraftStage::HandedIn => vec![
            tap(t, "button-draft-paper", DraftTap::Paper, id),
            tap(t, "button-draft-not-handed-in", DraftTap::NotHandedIn, id),
        ],
        _ => vec![tap(t, "button-draft-back", DraftTap::BringBack, id)],
    };
    Ok(page(
        vec![t.say_with(key, &args)],
        vec![first, vec![t.button("button-drafts-list", Act::Drafts)]],
    ))
}
