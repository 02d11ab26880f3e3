//! A small office with sample people (示): what a store would hand to rendering, key by key, with the rounds counted.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::domain::Locale;
use crate::domain::account::{Account, Channel};
use crate::domain::case::{Case, CaseState, Correspondent, EnteredWay, Reader};
use crate::domain::context::Rules;
use crate::domain::dialogue::Step;
use crate::domain::duty_record::{ContactWay, DayAsked, DutyRecord, Open, People, RecordSource, RecordState};
use crate::domain::handbook::DutyCategory;
use crate::domain::ids::{
    AccountId, CaseId, DeputyId, FileId, InvitationId, MessageId, OfficeId, OfficerId, OutboxId, RecordId,
    ReportId,
};
use crate::domain::keeping::{CallBack, CallBackState, ContactKind};
use crate::domain::message::{Author, File, FileKind, FileState, Message};
use crate::domain::message_kind::MessageKind;
use crate::domain::outbox::{Lane, OutboxItem, OutboxState};
use crate::domain::people::{Deputy, DeputyStatus, Invitation, Invitee, Office, OfficeKind};
use crate::domain::record::RecordRow;
use crate::domain::time::{DAY_MS, HOUR_MS, instant_of};

pub(super) const CHANGSHA: OfficeId = OfficeId(1);
pub(super) const ARMY: OfficeId = OfficeId(2);
pub(super) const PROVINCE: OfficeId = OfficeId(3);
pub(super) const DEPUTY: DeputyId = DeputyId(11);
pub(super) const UNBOUND: DeputyId = DeputyId(12);
pub(super) const SOLDIER: DeputyId = DeputyId(13);
pub(super) const ENDED: DeputyId = DeputyId(14);
pub(super) const WRITER: AccountId = AccountId(20);
pub(super) const DEPUTYS: AccountId = AccountId(21);
pub(super) const OFFICERS: AccountId = AccountId(22);
pub(super) const STRANGER: AccountId = AccountId(23);
pub(super) const OTHER_DEPUTYS: AccountId = AccountId(24);
/// With words of both sides, files and a place.
pub(super) const OPEN: CaseId = CaseId(31);
pub(super) const PASSED_ON: CaseId = CaseId(32);
/// Read by the office.
pub(super) const AT_OFFICE: CaseId = CaseId(33);
/// Entered by the deputy for someone.
pub(super) const ENTERED: CaseId = CaseId(34);
/// A letter of 20,000 characters.
pub(super) const LONG: CaseId = CaseId(35);
/// Ended, of a deputy whose office has ended.
pub(super) const LEFT: CaseId = CaseId(36);
/// A voice alone.
pub(super) const VOICE: CaseId = CaseId(37);
pub(super) const DRAFT: RecordId = RecordId(41);
pub(super) const CONFIRMED: RecordId = RecordId(42);
pub(super) const DROPPED: RecordId = RecordId(43);
pub(super) const RETURNED: RecordId = RecordId(44);
/// With a draft and a returned record.
pub(super) const REPORT: ReportId = ReportId(95);
/// With a confirmed record.
pub(super) const REPORT_DONE: ReportId = ReportId(96);
/// A notice that was passed on.
pub(super) const NOTICE: ReportId = ReportId(97);
pub(super) const FOR_DEPUTY: InvitationId = InvitationId(61);
pub(super) const FOR_OFFICER: InvitationId = InvitationId(62);

/// Words that nobody but the two sides may see.
pub(super) const SECRET: &str = "石塘村三组灌溉渠";

pub(super) struct Small {
    pub accounts: HashMap<AccountId, Account>,
    pub deputies: Vec<Deputy>,
    pub offices: Vec<Office>,
    pub cases: HashMap<CaseId, Case>,
    pub messages: Vec<Message>,
    pub files: Vec<File>,
    pub correspondents: Vec<Correspondent>,
    pub records: Vec<RecordRow>,
    pub outbox: Vec<OutboxItem>,
    pub invitations: Vec<Invitation>,
    pub call_backs: Vec<CallBack>,
    pub rules: Rules,
    pub now: i64,
}

/// 5 August 2026, a Wednesday, nine in the morning.
pub(super) fn now() -> i64 {
    instant_of(NaiveDate::from_ymd_opt(2026, 8, 5).unwrap(), 9 * 60)
}

fn deputy(
    id: DeputyId,
    code: &str,
    name: &str,
    unit: &str,
    office: OfficeId,
    account: Option<AccountId>,
) -> Deputy {
    Deputy {
        unit_code: unit.into(),
        office_id: office,
        delegation: "长沙代表团".into(),
        post: "某某村党总支书记（示）".into(),
        fields: if id == DEPUTY {
            "农业农村、交通".into()
        } else {
            String::new()
        },
        card_number: "430001".into(),
        status: if id == ENDED {
            DeputyStatus::Ended
        } else {
            DeputyStatus::InOffice
        },
        account_id: account,
        ..Deputy::sample(id.0, code, name)
    }
}

fn office(id: OfficeId, code: &str, name: &str, kind: OfficeKind) -> Office {
    Office {
        id,
        code: code.into(),
        name: name.into(),
        kind,
        open_to_public: id != ARMY,
        phone: String::new(),
    }
}

fn case(id: CaseId, number: i64, reader: Reader, state: CaseState) -> Case {
    let opened = now() - 3 * DAY_MS;
    Case {
        state,
        messages: 4,
        ..Case::new(id, number, Some(WRITER), reader, CHANGSHA, opened)
    }
}

fn message(id: i64, case: CaseId, author: Author, kind: &str, text: &str, file: Option<i64>) -> Message {
    Message {
        id: MessageId(id),
        case_id: case,
        author,
        account_id: None,
        kind: kind.into(),
        text: text.into(),
        file_id: file.map(FileId),
        remote_id: None,
        said_at: now() - DAY_MS + id * 60_000,
        edited_at: None,
    }
}

fn file(id: i64, case: CaseId, kind: FileKind, name: &str, seconds: i64) -> File {
    File {
        id: FileId(id),
        case_id: case,
        kind,
        name: name.into(),
        mime: String::new(),
        size: 0,
        seconds,
        remote_ref: Some(format!("file-{id}")),
        hash: None,
        state: FileState::Wanted,
        next_try_at: 0,
        tries: 0,
    }
}

fn record(id: RecordId, case: Option<CaseId>) -> RecordRow {
    let mut record = DutyRecord::self_declared(NaiveDate::from_ymd_opt(2026, 8, 4).unwrap());
    record.place = "石桥村（示）".into();
    record.way = Some(ContactWay::Talk);
    record.whom = "石桥村村民".into();
    record.people = Some(People::Exact(12));
    record.matters = "灌溉渠垮了一段，二十多户稻田缺水。".into();
    if case.is_some() {
        record.source = RecordSource::Case {
            case_number: "260137".into(),
            messages: 4,
            files: 2,
        };
    }
    let record = match id {
        CONFIRMED => record.confirmed(),
        DROPPED => record.dropped(),
        _ => record,
    };
    RecordRow {
        case_id: case,
        report_id: (id == CONFIRMED).then_some(REPORT),
        ..RecordRow::new(id, DEPUTY, record, now())
    }
}

/// Returned by the office, with everything that can be open.
fn returned() -> RecordRow {
    let mut row = record(RETURNED, None);
    row.record.state = RecordState::Draft;
    row.record.matters = "灌溉；路灯".into();
    row.record.source = RecordSource::Report { files: 2 };
    row.record.open = Open {
        day: Some(DayAsked {
            said: "上个月".into(),
            choices: vec![row.on],
        }),
        categories: vec![DutyCategory::Contact, DutyCategory::SpecialResearch],
        same_as: Some(CONFIRMED),
    };
    row.settled_why = Some("请写明地点（示）".into());
    row
}

fn invitation(id: InvitationId, invitee: Invitee) -> Invitation {
    Invitation {
        id,
        code_hash: String::new(),
        invitee,
        name: "李示三".into(),
        tail: "0001".into(),
        tries_left: 3,
        created_at: now(),
        expires_at: now() + 30 * DAY_MS,
        redeemed_at: None,
        redeemed_by: None,
        revoked_at: None,
    }
}

/// An item that owes the kind to an account.
pub(super) fn owed(kind: MessageKind, to: AccountId, case: Option<CaseId>) -> OutboxItem {
    OutboxItem {
        id: OutboxId(900),
        account_id: to,
        channel: Channel::Telegram,
        lane: Lane::Answers,
        kind,
        case_id: case,
        due_at: now(),
        state: OutboxState::Waiting,
        reply_to: None,
        silent: false,
        tries: 0,
        begun_at: None,
        sent_at: None,
        remote_id: None,
        sent_hash: None,
        failure: None,
        fallback_at: None,
        created_at: now(),
    }
}

impl Small {
    pub fn new() -> Self {
        let account = |id: AccountId| Account::new(id, Channel::Telegram, format!("7:{id}"), Locale::ZhCn, 0);
        let mut accounts: HashMap<AccountId, Account> = [WRITER, DEPUTYS, OFFICERS, STRANGER, OTHER_DEPUTYS]
            .map(|id| (id, account(id)))
            .into();
        for (id, deputy) in [(DEPUTYS, DEPUTY), (OTHER_DEPUTYS, DeputyId(15))] {
            accounts.get_mut(&id).unwrap().deputy_id = Some(deputy);
        }
        accounts.get_mut(&OFFICERS).unwrap().officer_id = Some(OfficerId(81));
        let by_deputy = Reader::Deputy(DEPUTY);
        let mut cases = vec![
            case(OPEN, 260_137, by_deputy, CaseState::Answered),
            case(PASSED_ON, 260_138, by_deputy, CaseState::PassedOn),
            case(AT_OFFICE, 260_139, Reader::Office(CHANGSHA), CaseState::Received),
            case(ENTERED, 260_140, by_deputy, CaseState::Delivered),
            case(LONG, 260_141, by_deputy, CaseState::Received),
            case(LEFT, 250_007, Reader::Deputy(ENDED), CaseState::Ended),
            case(VOICE, 260_142, by_deputy, CaseState::Received),
        ];
        cases[0].answered_at = Some(now() - HOUR_MS);
        cases[1].passed_on_at = Some(now() - HOUR_MS);
        cases[1].passed_on_to = Some("某某县水利局（示）".into());
        cases[3].account_id = None;
        cases[3].entered_way = Some(EnteredWay::Telephone);
        cases[3].entered_by = Some(DEPUTYS);
        cases[5].ended_at = Some(now() - HOUR_MS);
        let mut messages = vec![
            message(
                101,
                OPEN,
                Author::Constituent,
                "text",
                &format!("{SECRET}去年垮了一段，二十多户稻田缺水。"),
                None,
            ),
            message(102, OPEN, Author::Constituent, "photo", "垮的地方", Some(71)),
            message(103, OPEN, Author::Constituent, "photo", "", Some(72)),
            message(104, OPEN, Author::Constituent, "voice", "", Some(73)),
            message(
                105,
                OPEN,
                Author::Constituent,
                "location",
                "28.228209,112.938814 村口",
                None,
            ),
            message(106, OPEN, Author::Constituent, "sticker", "🙏", None),
            message(
                107,
                OPEN,
                Author::Deputy,
                "text",
                "谢谢您的来信，我会向有关单位反映。",
                None,
            ),
            message(108, OPEN, Author::Deputy, "document", "请看这个", Some(74)),
            message(
                110,
                PASSED_ON,
                Author::Constituent,
                "text",
                &format!("{SECRET}漏水"),
                None,
            ),
            message(
                111,
                AT_OFFICE,
                Author::Constituent,
                "text",
                &format!("{SECRET}不知道找谁"),
                None,
            ),
            message(
                112,
                ENTERED,
                Author::Constituent,
                "text",
                &format!("{SECRET}电话里说的"),
                None,
            ),
            message(
                113,
                LONG,
                Author::Constituent,
                "text",
                &format!("{SECRET}{}完", "水".repeat(20_000)),
                None,
            ),
            message(114, LEFT, Author::Constituent, "text", SECRET, None),
            message(115, VOICE, Author::Constituent, "voice", "", Some(75)),
        ];
        messages[0].edited_at = Some(now());
        let correspondent = |reader: Reader, given_name: Option<&str>| Correspondent {
            account_id: WRITER,
            reader,
            pseudonym: "群众·香樟27".into(),
            given_name: given_name.map(str::to_owned),
            notice_version: String::new(),
            open_case_id: Some(OPEN),
            created_at: 0,
        };
        let mut outbox = Vec::new();
        for (state, id) in OutboxState::ALL.iter().zip(51..) {
            let kind = MessageKind::Answer {
                case: OPEN,
                message: MessageId(107),
            };
            outbox.push(OutboxItem {
                id: OutboxId(id),
                state: *state,
                ..owed(kind, WRITER, Some(OPEN))
            });
        }
        Self {
            accounts,
            deputies: vec![
                deputy(DEPUTY, "CS-001", "张示一", "CS", CHANGSHA, Some(DEPUTYS)),
                deputy(UNBOUND, "CS-002", "欧阳示二", "CS", CHANGSHA, None),
                deputy(SOLDIER, "JD-001", "赵示三", "JD", ARMY, None),
                deputy(ENDED, "CS-003", "钱示四", "CS", CHANGSHA, None),
                deputy(
                    DeputyId(15),
                    "CS-004",
                    "孙示五",
                    "CS",
                    CHANGSHA,
                    Some(OTHER_DEPUTYS),
                ),
            ],
            offices: vec![
                office(CHANGSHA, "CS", "长沙市", OfficeKind::Unit),
                office(ARMY, "JD", "驻湘解放军和武警部队", OfficeKind::Unit),
                office(PROVINCE, "HN", "湖南省", OfficeKind::Provincial),
                office(OfficeId(4), "XX", "湘西土家族苗族自治州", OfficeKind::Unit),
            ],
            cases: cases.into_iter().map(|case| (case.id, case)).collect(),
            messages,
            files: vec![
                file(71, OPEN, FileKind::Photo, "", 0),
                file(72, OPEN, FileKind::Photo, "", 0),
                file(73, OPEN, FileKind::Voice, "", 58),
                file(74, OPEN, FileKind::Document, "办事指南（示）.pdf", 0),
                file(75, VOICE, FileKind::Voice, "", 58),
            ],
            correspondents: vec![
                correspondent(by_deputy, None),
                correspondent(Reader::Office(CHANGSHA), Some("李师傅（示）")),
            ],
            records: vec![
                record(DRAFT, Some(OPEN)),
                record(CONFIRMED, None),
                record(DROPPED, None),
                returned(),
            ],
            outbox,
            invitations: vec![
                invitation(FOR_DEPUTY, Invitee::Deputy(DEPUTY)),
                invitation(FOR_OFFICER, Invitee::Officer(CHANGSHA)),
            ],
            call_backs: vec![CallBack {
                id: 91,
                case_id: OPEN,
                account_id: WRITER,
                office_id: CHANGSHA,
                kind: ContactKind::Phone,
                value: "13800000000".into(),
                consented_at: 0,
                state: CallBackState::Ready,
            }],
            rules: Rules {
                office_phone: "0731-00000000".into(),
                bot_name: "sample_bot".into(),
                ..Rules::default()
            },
            now: now(),
        }
    }

    /// Lets the deputy's account hold an answer that wants a second look.
    pub fn checking(&mut self, case: CaseId, text: &str, modest: &str) {
        let step = Step::Checking {
            case,
            text: text.into(),
            modest: modest.into(),
        };
        self.accounts.get_mut(&DEPUTYS).unwrap().dialogue.go(step, None);
    }
}
