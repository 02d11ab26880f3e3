//! The check on a draft as questions, one at a time with the sentence and the lawful way; and what is still open when it is handed in.

use crate::domain::button::{Act, Button};
use crate::domain::dialogue::Step;
use crate::domain::draft::DraftPart;
use crate::domain::draft::admissibility::{AdviceChoice, AdviceGiven, Bar, given_from_json};
use crate::domain::draft::message::{AdviceTap, DraftTap};
use crate::domain::ids::SuggestionId;
use crate::domain::rendered::Rendered;
use crate::domain::suggestion::{Suggestion, SuggestionKind};
use crate::domain::world::Deciding;
use crate::text::Args;
use crate::text::suggestion_words::advice_said;

use super::super::cut::one_line;
use super::super::telling::{Telling, page};
use super::{called, count, own, tap};

/// Characters of a sentence in a question: longer ones are known by their beginning.
const SENTENCE: usize = 300;

fn open(given: &[AdviceGiven]) -> Vec<&AdviceGiven> {
    given
        .iter()
        .filter(|it| it.choice == AdviceChoice::Open)
        .collect()
}

pub(super) fn check(t: &Telling<'_>, id: SuggestionId) -> Deciding<Rendered> {
    let (draft, _) = own(t, id)?;
    let given = given_from_json(&draft.advice);
    let open = open(&given);
    let Some(first) = open.first() else {
        return Ok(nothing_open(t, draft, &given));
    };
    let mut advice = first.advice.clone();
    advice.sentence = one_line(&advice.sentence, SENTENCE);
    let args = Args::new().number("count", count(open.len()));
    let lines = vec![
        t.say_with("draft-check", &args),
        advice_said(&advice, t.words),
        t.say("draft-check-yours"),
    ];
    let bar = first.advice.bar;
    let act = |tap| Act::DraftAdvice(id, bar, tap);
    let stands = !first.advice.sentence.is_empty()
        && DraftPart::ALL
            .iter()
            .any(|part| part.of(draft).contains(&first.advice.sentence));
    let in_title = draft.title == first.advice.sentence;
    let mut row = Vec::new();
    if stands && bar != Bar::NoContent {
        row.push(t.button("button-advice-edit", act(AdviceTap::Edit)));
        if !in_title {
            row.push(t.button("button-advice-cut", act(AdviceTap::Cut)));
        }
    }
    row.push(t.button("button-advice-keep", act(AdviceTap::Keep)));
    let mut second: Vec<Button> = ways(t, draft, bar);
    second.push(tap(t, "button-draft-whole", DraftTap::Show, id));
    Ok(page(lines, vec![row, second]))
}

/// The lawful ways that one tap takes.
fn ways(t: &Telling<'_>, draft: &Suggestion, bar: Bar) -> Vec<Button> {
    match bar {
        Bar::NotCongressPower | Bar::MotionParts | Bar::MotionNames => {
            vec![tap(
                t,
                "button-draft-as-suggestion",
                DraftTap::AsSuggestion,
                draft.id,
            )]
        }
        Bar::SeveralMatters => {
            vec![t.button("button-new-suggestion", Act::NewDraft(SuggestionKind::Suggestion))]
        }
        _ => vec![],
    }
}

fn nothing_open(t: &Telling<'_>, draft: &Suggestion, given: &[AdviceGiven]) -> Rendered {
    let number = |choice| count(given.iter().filter(|it| it.choice == choice).count());
    let args = Args::new()
        .number("changed", number(AdviceChoice::Changed))
        .number("kept", number(AdviceChoice::KeptAsIs));
    let key = if given.is_empty() {
        "draft-check-none"
    } else {
        "draft-check-done"
    };
    let id = draft.id;
    page(
        vec![t.say_with(key, &args)],
        vec![
            vec![
                tap(t, "button-draft-paper", DraftTap::Paper, id),
                tap(t, "button-draft-hand-in", DraftTap::HandIn, id),
            ],
            vec![tap(t, "button-draft-whole", DraftTap::Show, id)],
        ],
    )
}

pub(super) fn ask_sentence(t: &Telling<'_>, id: SuggestionId) -> Deciding<Rendered> {
    own(t, id)?;
    let sentence = match &t.to.dialogue.step {
        Step::DraftSentence { sentence, .. } => one_line(sentence, SENTENCE),
        _ => String::new(),
    };
    Ok(page(
        vec![t.say_with("draft-ask-sentence", &Args::new().text("sentence", sentence))],
        vec![vec![
            tap(t, "button-draft-check", DraftTap::Check, id),
            tap(t, "button-draft-whole", DraftTap::Show, id),
        ]],
    ))
}

/// Where was it handed in? With what is still open: told, and no hindrance.
pub(super) fn ask_hand_in(t: &Telling<'_>, id: SuggestionId) -> Deciding<Rendered> {
    let (draft, _) = own(t, id)?;
    let mut lines = vec![t.say_with("draft-ask-hand-in", &Args::new().text("draft", called(t, draft)))];
    let given = given_from_json(&draft.advice);
    let left = open(&given).len();
    let mut first = Vec::new();
    if left > 0 {
        lines.push(t.say_with("draft-hand-in-advice", &Args::new().number("count", count(left))));
        first.push(tap(t, "button-draft-check-open", DraftTap::Check, id));
    }
    lines.extend(super::names::waiting(t, draft)?);
    Ok(page(
        lines,
        vec![
            first,
            vec![
                tap(t, "button-hand-in-platform", DraftTap::OnPlatform, id),
                tap(t, "button-hand-in-session", DraftTap::AtSession, id),
            ],
            vec![
                tap(t, "button-hand-in-office", DraftTap::AtOffice, id),
                tap(t, "button-draft-whole", DraftTap::Show, id),
            ],
        ],
    ))
}
