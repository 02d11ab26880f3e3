//! Commands of the desk, the command line and jobs: who may give them, and which flow decides them.

use crate::domain::access::{CaseRole, case_role, office_of_dead_letter, steers};
use crate::domain::account::{Account, Channel};
use crate::domain::answer::Answer;
use crate::domain::case::Reader;
use crate::domain::command::{Command, FetchResult};
use crate::domain::context::Context;
use crate::domain::ids::{AccountId, CaseId, DeputyId, OfficeId};
use crate::domain::keeping::Session;
use crate::domain::message::{Content, FileState};
use crate::domain::outbox::{OutboxItem, OutboxState};
use crate::domain::refusal::Refusal;
use crate::domain::time::HOUR_MS;
use crate::domain::world::{Deciding, Key, ListKey, Stop, World};

use super::answer_case::{Look, answer_case};
use super::audit_act::audit;
use super::mark_case::{Mark, mark_case};
use super::write_letter::Words;
use super::{
    bind_account, change_deputy, end_post, enter_for, hand_in, hear_voice, import_calendar, import_roster,
    invite, keep_dead_letter, look_up, pass_case,
};

/// Who gives a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Giver {
    /// The command line.
    Administrator,
    /// A job or an errand.
    Program,
    /// A person with an account.
    Account(AccountId),
}

impl Giver {
    pub(super) fn account(self) -> Option<AccountId> {
        match self {
            Giver::Account(id) => Some(id),
            Giver::Administrator | Giver::Program => None,
        }
    }
}

/// A file is fetched again after a minute, then ever later, and given up after so many tries.
const FILE_TRIES: i64 = 12;

/// Checks that the giver steers an office: an officer of it, of the provincial office, or the administrator.
pub(super) fn check_office(world: &World, giver: Giver, office: OfficeId) -> Deciding<()> {
    let Giver::Account(id) = giver else { return Ok(()) };
    let account = world.account(&id)?;
    let officer = account.officer_id.ok_or(Stop::Refused(Refusal::NotYours))?;
    let officer = world.officer(&officer)?;
    if officer.ended_at.is_some() || officer.account_id != id {
        return Err(Stop::Refused(Refusal::NotYours));
    }
    if steers(world.office(&officer.office_id)?, office) {
        Ok(())
    } else {
        Err(Stop::Refused(Refusal::NotYours))
    }
}

pub(super) fn check_deputy(world: &World, giver: Giver, deputy: DeputyId) -> Deciding<()> {
    let office = world.deputy(&deputy)?.office_id;
    check_office(world, giver, office)
}

/// What jobs ask for; the administrator may ask for it too.
pub(super) fn check_program(giver: Giver) -> Deciding<()> {
    match giver {
        Giver::Program | Giver::Administrator => Ok(()),
        Giver::Account(_) => Err(Stop::Refused(Refusal::NotYours)),
    }
}

fn check_administrator(giver: Giver) -> Deciding<()> {
    if giver == Giver::Administrator {
        Ok(())
    } else {
        Err(Stop::Refused(Refusal::NotYours))
    }
}

/// What the giver is to a case.
fn role_of(world: &World, giver: Giver, case: CaseId) -> Deciding<(AccountId, CaseRole)> {
    let case = world.case(&case)?;
    let Giver::Account(id) = giver else {
        return Err(Stop::Refused(Refusal::NotYours));
    };
    let account = world.account(&id)?;
    let officer = match account.officer_id {
        Some(officer) => Some(world.officer(&officer)?),
        None => None,
    };
    Ok((id, case_role(account, officer, case)))
}

/// A case whose words the giver's own office reads.
fn check_reading_office(world: &World, giver: Giver, case: CaseId) -> Deciding<AccountId> {
    match role_of(world, giver, case)? {
        (id, CaseRole::Office) => Ok(id),
        _ => Err(Stop::Refused(Refusal::NotYours)),
    }
}

/// A case whose words someone else wrote to the giver.
fn check_reader(world: &World, giver: Giver, case: CaseId) -> Deciding<()> {
    match role_of(world, giver, case)? {
        (_, CaseRole::Office | CaseRole::Deputy) => Ok(()),
        _ => Err(Stop::Refused(Refusal::NotYours)),
    }
}

/// Decides a command.
pub fn apply_command(
    world: &mut World,
    cx: &Context<'_>,
    giver: Giver,
    command: &Command,
) -> Deciding<Answer> {
    let by = giver.account();
    match command {
        Command::FoundOffices => {
            check_administrator(giver)?;
            import_roster::found_offices(world, cx)?;
        }
        Command::ImportRoster {
            entries,
            file_hash,
            basis,
            unit,
        } => {
            match unit {
                Some(unit) => {
                    let office = world
                        .office_coded(unit)?
                        .ok_or(Stop::Refused(Refusal::CodeUnknown))?;
                    check_office(world, giver, office)?;
                }
                None => check_province(world, giver)?,
            }
            return import_roster::import_roster(world, cx, by, entries, file_hash, basis, unit.as_deref());
        }
        Command::ShipCalendar => {
            check_administrator(giver)?;
            return import_calendar::ship_calendar(world, cx);
        }
        Command::ImportCalendar {
            plans,
            source,
            file_hash,
            basis,
        } => {
            if giver != Giver::Administrator {
                check_province(world, giver)?;
            }
            return import_calendar::import_calendar(world, cx, by, plans, source, file_hash, *basis);
        }
        Command::UndoRoster(import) => {
            let newest = world.list(&ListKey::LastImport)?.ids.first().copied();
            let import_by = match newest {
                Some(id) => world.import(&crate::domain::ids::ImportId(id))?.account_id,
                None => None,
            };
            // An officer takes back the own import; the provincial office and the administrator any.
            if by.is_none() || import_by != by {
                check_province(world, giver)?;
            }
            return import_roster::undo_roster(world, cx, by, *import);
        }
        Command::InviteDeputies { deputies, codes } => {
            world.want(
                deputies
                    .iter()
                    .flat_map(|id| [Key::Deputy(*id), Key::List(ListKey::Invitations(*id))]),
            )?;
            for (deputy, code) in deputies.iter().zip(codes) {
                check_deputy(world, giver, *deputy)?;
                invite::invite_deputy(world, cx, by, *deputy, code)?;
            }
        }
        Command::InviteOfficer {
            office,
            name,
            tail,
            code,
        } => {
            check_office(world, giver, *office)?;
            invite::invite_officer(world, cx, by, *office, name, tail, code)?;
        }
        Command::TakeInHandbooks { deputies, year, form } => {
            world.want(
                deputies
                    .iter()
                    .flat_map(|id| [Key::Deputy(*id), Key::Handbook((*id, *year))]),
            )?;
            for deputy in deputies {
                check_deputy(world, giver, *deputy)?;
                hand_in::take_in(world, cx, by, *deputy, *year, *form)?;
            }
        }
        Command::ReturnHandbook { deputy, year, reason } => {
            check_deputy(world, giver, *deputy)?;
            hand_in::give_back(world, cx, by, *deputy, *year, reason)?;
        }
        Command::RemindHandbook { deputy, year, step } => {
            check_program(giver)?;
            hand_in::remind(world, cx, *deputy, *year, *step)?;
        }
        Command::TellHandbooksMissing { office, year } => {
            check_program(giver)?;
            hand_in::tell_missing(world, cx, *office, *year)?;
        }
        Command::Rebind { deputy, code } => {
            check_deputy(world, giver, *deputy)?;
            change_deputy::rebind(world, cx, by, *deputy, code)?;
        }
        Command::Pause { deputy, pause } => {
            check_deputy(world, giver, *deputy)?;
            change_deputy::pause(world, cx, by, *deputy, *pause)?;
        }
        Command::Silence { deputy, silence } => {
            check_deputy(world, giver, *deputy)?;
            change_deputy::silence(world, cx, by, *deputy, *silence)?;
        }
        Command::PassToDeputy { case, deputy } => {
            check_pass(world, giver, *case, *deputy)?;
            pass_case::pass_to_deputy(world, cx, by, *case, *deputy)?;
        }
        Command::OfficeAnswer { case, text, anyway } => {
            let id = check_reading_office(world, giver, *case)?;
            let row = world.case(case)?.clone();
            if text.trim().is_empty() {
                return Err(Stop::Refused(Refusal::Empty));
            }
            if !anyway && let Some(modest) = super::answer_case::modest(world, cx, &row, text)? {
                return Ok(Answer::Look(modest));
            }
            let account = world.account(&id)?.clone();
            let content = Content::Text(text.clone());
            answer_case(
                world,
                cx,
                &account,
                *case,
                &Words {
                    content: &content,
                    remote_id: None,
                    said_at: None,
                },
                Look::Done,
            )?;
            return Ok(Answer::Case(*case));
        }
        Command::OfficeEnd(case) => {
            let id = check_reading_office(world, giver, *case)?;
            let account = world.account(&id)?.clone();
            mark_case(world, cx, &account, *case, Mark::Ended)?;
        }
        Command::NoteReading(case) => {
            check_reader(world, giver, *case)?;
            audit(world, cx, by, "case.read", format!("case {case}"))?;
        }
        Command::EnterFor {
            way,
            deputy,
            office,
            text,
        } => {
            check_office(world, giver, *office)?;
            let reader = match deputy {
                Some(deputy) => {
                    check_deputy(world, giver, *deputy)?;
                    Reader::Deputy(*deputy)
                }
                None => Reader::Office(*office),
            };
            let id = by.ok_or(Stop::Refused(Refusal::NotYours))?;
            let account = world.account(&id)?.clone();
            let case = enter_for::enter_for(world, cx, &account, reader, *way, &Content::Text(text.clone()))?;
            return Ok(Answer::Case(case));
        }
        Command::SettleDeadLetter(id) => {
            let office = office_of_dead_letter(world, world.dead_letter(id)?)?;
            check_owner(world, giver, office)?;
            keep_dead_letter::settle(world, cx, *id)?;
            audit(world, cx, by, "dead-letter.settled", format!("dead-letter {id}"))?;
        }
        Command::TickCall(item) => {
            let mut item = world.outbox_item(item)?.clone();
            check_owner(world, giver, calling_office(world, &item)?)?;
            // Only what waits for a page can be told by telephone; what the sender has is the sender's.
            if item.channel != Channel::Web || item.state != OutboxState::Waiting {
                return Err(Stop::Refused(Refusal::NoLongerThere));
            }
            item.state = OutboxState::Sent;
            item.sent_at = Some(cx.now);
            item.failure = Some("called".to_owned());
            audit(world, cx, by, "call.ticked", format!("outbox {}", item.id))?;
            world.put_outbox_item(item);
        }
        Command::OpenUnit { office, open } => {
            check_office(world, giver, *office)?;
            let mut row = world.office(office)?.clone();
            row.open_to_public = *open;
            world.put_office(row);
            audit(
                world,
                cx,
                by,
                if *open { "unit.opened" } else { "unit.closed" },
                format!("office {office}"),
            )?;
        }
        Command::SetOfficePhone { office, phone } => {
            check_office(world, giver, *office)?;
            let mut row = world.office(office)?.clone();
            row.phone = phone.trim().to_owned();
            world.put_office(row);
            audit(world, cx, by, "office.phone", format!("office {office}"))?;
        }
        Command::EndPost(officer) => {
            let office = world.officer(officer)?.office_id;
            check_office(world, giver, office)?;
            end_post::end_post(world, cx, by, *officer)?;
        }
        Command::OpenSession {
            hash,
            account,
            locale,
        } => return open_session(world, cx, giver, hash, *account, *locale),
        Command::EndSession(hash) => {
            if let Some(session) = world.find_session(hash)? {
                let session = Session {
                    expires_at: cx.now,
                    ..session.clone()
                };
                world.put_session(session);
            }
        }
        Command::FileFetched { file, result } => {
            let mut file = world.file(file)?.clone();
            match result {
                FetchResult::Stored { hash, size } => {
                    file.hash = Some(hash.clone());
                    file.size = *size;
                    file.state = FileState::Stored;
                }
                FetchResult::TooBig => file.state = FileState::TooBig,
                FetchResult::NotYet => {
                    file.tries += 1;
                    if file.tries >= FILE_TRIES {
                        file.state = FileState::Failed;
                    } else {
                        file.next_try_at = cx.now + (HOUR_MS / 60) * (1 << file.tries.min(10));
                    }
                }
            }
            world.put_file(file);
        }
        Command::VoiceHeard { file, heard } => {
            check_program(giver)?;
            hear_voice::voice_heard(world, cx, *file, heard)?;
        }
        Command::SetLocale(locale) => {
            let id = by.ok_or(Stop::Refused(Refusal::NotYours))?;
            let account = Account {
                locale: *locale,
                ..world.account(&id)?.clone()
            };
            world.put_account(account);
        }
        Command::LookUp { number, code } => {
            let id = by.ok_or(Stop::Refused(Refusal::NotYours))?;
            let account = world.account(&id)?.clone();
            return Ok(match look_up::look_up(world, cx, &account, *number, code)? {
                look_up::LookedUp::Open(case) => {
                    let mut account = account;
                    account.dialogue.talking_to = Some(world.case(&case)?.reader);
                    account.dialogue.rest();
                    super::owe::owe(
                        &account,
                        crate::domain::message_kind::MessageKind::CaseOpened { case },
                        cx,
                    )
                    .of(case)
                    .put(world, cx);
                    world.put_account(account);
                    Answer::Case(case)
                }
                look_up::LookedUp::Closed(refusal) => Answer::Refused(refusal),
            });
        }
        Command::Redeem { code, tail } => {
            let id = by.ok_or(Stop::Refused(Refusal::NotYours))?;
            let account = world.account(&id)?.clone();
            let found = bind_account::find(world, cx, &account, &crate::domain::lookup::secret_hash(code))?;
            let invitation = match found {
                Ok(invitation) => invitation,
                Err(refusal) => return Ok(Answer::Refused(refusal)),
            };
            return Ok(
                match bind_account::redeem(world, cx, &account, invitation, tail)? {
                    bind_account::Bound::Deputy(deputy) => Answer::BoundDeputy(deputy),
                    bind_account::Bound::Officer(office) => Answer::BoundOfficer(office),
                    bind_account::Bound::Wrong(_) => Answer::Refused(Refusal::InvitationTailWrong),
                    bind_account::Bound::Refused(refusal) => Answer::Refused(refusal),
                },
            );
        }
        Command::Remind(_)
        | Command::EnterFeedback { .. }
        | Command::DeclareFeedback { .. }
        | Command::ConfirmReceipt { .. }
        | Command::TakeBackReceipt { .. }
        | Command::HandOverFeedback { .. }
        | Command::ReleaseFeedback(_)
        | Command::Rehandle { .. }
        | Command::SlipMailed { .. } => return super::feedback_commands::apply(world, cx, giver, command),
        Command::MakeCalendarLink => super::calendar_link::make(world, cx, own_account(giver)?)?,
        Command::RevokeCalendarLink => super::calendar_link::revoke(world, cx, own_account(giver)?)?,
        Command::Record(command) => return super::apply_record::apply_record(world, cx, giver, command),
        Command::Reminders(command) => return super::set_reminders::apply(world, cx, giver, command),
        Command::Inquiry(command) => return super::inquire::apply(world, cx, giver, command),
        Command::Suggestion(command) => {
            return super::apply_suggestion::apply_suggestion(world, cx, giver, command);
        }
        Command::FellBack(item) => {
            let mut item = world.outbox_item(item)?.clone();
            let kind = item.kind.clone();
            item.fallback_at = Some(cx.now);
            world.put_outbox_item(item);
            if let crate::domain::message_kind::MessageKind::ReaderChanged { case } = kind {
                pass_case::moves_after_telling(world, cx, case)?;
            }
        }
    }
    Ok(Answer::Done)
}

fn own_account(giver: Giver) -> Deciding<AccountId> {
    giver.account().ok_or(Stop::Refused(Refusal::NotYours))
}

/// A case that the giver's office may pass on, to a deputy of a unit that it steers.
fn check_pass(world: &World, giver: Giver, case: CaseId, deputy: DeputyId) -> Deciding<()> {
    world.want([Key::Case(case), Key::Deputy(deputy)])?;
    if giver != Giver::Administrator {
        check_reading_office(world, giver, case)?;
        check_deputy(world, giver, deputy)?;
    }
    match world.case(&case)?.reader {
        Reader::Office(_) => Ok(()),
        Reader::Deputy(_) => Err(Stop::Refused(Refusal::NotYours)),
    }
}

pub(super) fn check_province(world: &World, giver: Giver) -> Deciding<()> {
    let office = world
        .office_coded(&import_roster::PROVINCIAL.to_owned())?
        .ok_or(Stop::Refused(Refusal::CodeUnknown))?;
    world.office(&office)?;
    check_office(world, giver, office)
}

/// A thing of an office is its own to act on; what belongs to no office is the provincial one's.
fn check_owner(world: &World, giver: Giver, office: Option<OfficeId>) -> Deciding<()> {
    match office {
        Some(office) => check_office(world, giver, office),
        None => check_province(world, giver),
    }
}

/// The office on whose call list a message stands: the one that was named when the number was left.
fn calling_office(world: &World, item: &OutboxItem) -> Deciding<Option<OfficeId>> {
    let Some(case) = item.case_id else { return Ok(None) };
    let left = world.list(&ListKey::CallBacks(case))?.ids.first().copied();
    match left {
        Some(id) => Ok(Some(world.call_back(&id)?.office_id)),
        None => Ok(world.find_case(&case)?.map(|case| case.office_id)),
    }
}

pub(super) fn check_any_office(world: &World, giver: Giver) -> Deciding<()> {
    let Giver::Account(id) = giver else { return Ok(()) };
    let officer = world
        .account(&id)?
        .officer_id
        .ok_or(Stop::Refused(Refusal::NotYours))?;
    let office = world.officer(&officer)?.office_id;
    check_office(world, giver, office)
}

fn open_session(
    world: &mut World,
    cx: &Context<'_>,
    giver: Giver,
    hash: &str,
    account: Option<AccountId>,
    locale: crate::domain::Locale,
) -> Deciding<Answer> {
    if let Some(session) = world.find_session(&hash.to_owned())? {
        return Ok(Answer::Account(session.account_id));
    }
    let id = match account {
        // Only the program and the administrator hand out sessions of accounts that exist.
        Some(_) if !matches!(giver, Giver::Administrator | Giver::Program) => {
            return Err(Stop::Refused(Refusal::NotYours));
        }
        Some(id) => world.account(&id)?.id,
        None => {
            let id: AccountId = cx.ids.next();
            world.put_account(Account::new(id, Channel::Web, format!("w{id}"), locale, cx.now));
            id
        }
    };
    world.put_session(Session {
        hash: hash.to_owned(),
        account_id: id,
        created_at: cx.now,
        expires_at: cx.now + cx.rules.session_ms,
    });
    Ok(Answer::Account(id))
}
