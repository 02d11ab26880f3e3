//! A deputy (or the office, where it reads) answers: the words are checked, kept, and owed to the constituent.
//!
//! An answer that promises, orders, claims handling or repeats someone's data is held once, with a modest wording
//! (Article 3: a deputy pushes for a solution and does not handle the problem).

use crate::domain::account::Account;
use crate::domain::answer_check::{CaseFacts, check_answer, modest_wording};
use crate::domain::case::{Case, CaseState, Reader};
use crate::domain::context::Context;
use crate::domain::dialogue::Step;
use crate::domain::ids::CaseId;
use crate::domain::keeping::{CaseAct, CaseEvent};
use crate::domain::message::{Author, Content};
use crate::domain::message_kind::MessageKind;
use crate::domain::world::{Deciding, Key, ListKey, World};

use super::keep_record::keep_record;
use super::owe::owe;
use super::write_letter::{Words, keep_message};

/// Whether the words are looked at before they go out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// Hold the answer if it has findings.
    First,
    /// The person has seen the findings.
    Done,
}

/// The contacts that the constituent left for a case, which an answer must not repeat.
fn case_facts(world: &World, cx: &Context<'_>, case: &Case) -> Deciding<CaseFacts> {
    let list = world.list(&ListKey::CallBacks(case.id))?.ids.clone();
    world.want(list.iter().map(|id| Key::CallBack(*id)))?;
    let contacts = list
        .iter()
        .map(|id| Ok(world.call_back(id)?.value.clone()))
        .collect::<Deciding<_>>()?;
    let public_contacts = [cx.rules.office_phone.clone()]
        .into_iter()
        .filter(|phone| !phone.is_empty())
        .collect();
    Ok(CaseFacts {
        contacts,
        public_contacts,
    })
}

/// The words with every finding replaced, if there is one.
pub fn modest(world: &World, cx: &Context<'_>, case: &Case, text: &str) -> Deciding<Option<String>> {
    let findings = check_answer(text, &case_facts(world, cx, case)?);
    Ok(if findings.is_empty() {
        None
    } else {
        Some(modest_wording(text, &findings))
    })
}

/// Takes an answer to a case. The caller has checked that the account may answer it.
pub fn answer_case(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    case_id: CaseId,
    words: &Words<'_>,
    look: Look,
) -> Deciding<()> {
    let mut case = world.case(&case_id)?.clone();
    let mut account = account.clone();
    if look == Look::First
        && let Some(modest) = modest(world, cx, &case, words.content.words())?
        && matches!(words.content, Content::Text(_))
    {
        let step = Step::Checking {
            case: case_id,
            text: words.content.words().to_owned(),
            modest,
        };
        account.dialogue.go(step, None);
        owe(&account, MessageKind::CheckAnswer { case: case_id }, cx)
            .of(case_id)
            .put(world, cx);
        world.put_account(account);
        return Ok(());
    }
    let author = match case.reader {
        Reader::Deputy(_) => Author::Deputy,
        Reader::Office(_) => Author::Office,
    };
    let message = keep_message(world, cx, &case, author, &account, words);
    case.messages += 1;
    case.spoken_at = cx.now;
    case.answered_at = Some(cx.now);
    case.state = CaseState::Answered;
    let constituent = match case.account_id {
        Some(id) => Some(world.account(&id)?.clone()),
        None => None,
    };
    if let Some(constituent) = constituent {
        owe(
            &constituent,
            MessageKind::Answer {
                case: case_id,
                message,
            },
            cx,
        )
        .of(case_id)
        .put(world, cx);
    }
    owe(&account, MessageKind::AnswerTaken { case: case_id }, cx)
        .of(case_id)
        .put(world, cx);
    world.add_case_event(CaseEvent {
        id: cx.ids.next::<CaseId>().0,
        case_id,
        act: CaseAct::Answered,
        account_id: Some(account.id),
        at: cx.now,
    });
    world.put_case(case.clone());
    keep_record(world, cx, &case)?;
    account.dialogue.rest();
    if world.account(&account.id)? != &account {
        world.put_account(account);
    }
    Ok(())
}
