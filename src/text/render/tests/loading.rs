//! The small office as a store: what is asked for is loaded key by key, and the rounds are counted.

use crate::domain::Locale;
use crate::domain::calendar::link::CalendarLink;
use crate::domain::case::Case;
use crate::domain::context::Context;
use crate::domain::ids::{IdSource, OfficerId};
use crate::domain::lookup::LookupKey;
use crate::domain::outbox::OutboxItem;
use crate::domain::people::Officer;
use crate::domain::record::{Evidence, Report, Transcribing};
use crate::domain::rendered::Rendered;
use crate::domain::world::{Key, List, ListKey, Stop, World};
use crate::text::{render, words};

use super::feedback_world;
use super::small_world::{
    CHANGSHA, CONFIRMED, DEPUTY, DEPUTYS, DRAFT, ENTERED, NOTICE, OFFICERS, OPEN, REPORT, REPORT_DONE,
    RETURNED, SECRET, Small, now,
};

impl Small {
    fn list(&self, key: &ListKey) -> List {
        if let Some(list) = feedback_world::list(key) {
            return list;
        }
        let of_cases = |keep: &dyn Fn(&Case) -> bool| -> Vec<i64> {
            let mut ids: Vec<i64> = self
                .cases
                .values()
                .filter(|case| keep(case))
                .map(|case| case.id.0)
                .collect();
            ids.sort_unstable();
            ids
        };
        let ids: Vec<i64> = match key {
            ListKey::Letters { reader, .. } | ListKey::OpenCases(reader) => {
                of_cases(&|case| case.reader == *reader)
            }
            ListKey::CasesOf { account, .. } => of_cases(&|case| case.account_id == Some(*account)),
            ListKey::Messages(case) => self
                .messages
                .iter()
                .filter(|message| message.case_id == *case)
                .map(|message| message.id.0)
                .collect(),
            ListKey::Finder { .. } => self
                .deputies
                .iter()
                .filter(|deputy| deputy.account_id.is_some())
                .map(|deputy| deputy.id.0)
                .collect(),
            ListKey::Records { deputy, state, .. } => self
                .records
                .iter()
                .filter(|row| row.deputy_id == *deputy)
                .filter(|row| match row.id {
                    DRAFT => state != "confirmed",
                    CONFIRMED => state != "draft",
                    _ => false,
                })
                .map(|row| row.id.0)
                .collect(),
            ListKey::RecordsOfReport(REPORT) => vec![DRAFT.0, RETURNED.0],
            ListKey::RecordsOfReport(REPORT_DONE) => vec![CONFIRMED.0],
            ListKey::Offices => self.offices.iter().map(|office| office.id.0).collect(),
            ListKey::CallBacks(case) if *case == OPEN => vec![91],
            _ => vec![],
        };
        let total = i64::try_from(ids.len()).unwrap();
        // More than one page, so that the buttons for turning are seen too.
        let total = if total > 1 { total + 20 } else { total };
        List { ids, total }
    }

    fn load(&self, world: &mut World, key: Key) {
        macro_rules! find {
            ($rows:expr, $id:expr) => {
                $rows.iter().find(|row| row.id == $id).cloned()
            };
        }
        match key {
            Key::Account(id) => world.learn_account(id, self.accounts.get(&id).cloned()),
            Key::Deputy(id) => world.learn_deputy(id, find!(self.deputies, id)),
            Key::Office(id) => world.learn_office(id, find!(self.offices, id)),
            Key::Officer(id) => world.learn_officer(
                id,
                (id == OfficerId(81)).then(|| Officer {
                    id,
                    account_id: OFFICERS,
                    office_id: CHANGSHA,
                    name: "周示六".into(),
                    created_at: 0,
                    ended_at: None,
                }),
            ),
            Key::Invitation(id) => world.learn_invitation(id, find!(self.invitations, id)),
            Key::Correspondent(id) => {
                let found = self
                    .correspondents
                    .iter()
                    .find(|it| (it.account_id, it.reader) == id)
                    .cloned();
                world.learn_correspondent(id, found);
            }
            Key::Case(id) => world.learn_case(id, self.cases.get(&id).cloned()),
            Key::Message(id) => world.learn_message(id, find!(self.messages, id)),
            Key::File(id) => world.learn_file(id, find!(self.files, id)),
            Key::Report(id) => world.learn_report(
                id,
                Some(Report {
                    id,
                    deputy_id: DEPUTY,
                    account_id: DEPUTYS,
                    remote_id: None,
                    text: match id {
                        NOTICE => format!("定于8月20日在{SECRET}开展集中视察，请准时参加"),
                        _ => SECRET.into(),
                    },
                    forwarded_from: (id == NOTICE).then(|| "某市代表工作（示）".to_owned()),
                    edited_text: None,
                    album: None,
                    said_at: now(),
                    spoken_at: now(),
                }),
            ),
            Key::Evidence(id) => world.learn_evidence(
                id,
                Some(Evidence {
                    file_id: id,
                    report_id: REPORT,
                    caption: String::new(),
                    transcript: Some(SECRET.into()),
                    transcribing: Transcribing::Done,
                    transcribe_tries: 0,
                    transcribe_at: 0,
                    remote_id: None,
                    said_at: now(),
                }),
            ),
            Key::Record(id) => world.learn_record(id, find!(self.records, id)),
            Key::Outbox(id) => world.learn_outbox_item(id, find!(self.outbox, id)),
            Key::CallBack(id) => world.learn_call_back(id, find!(self.call_backs, id)),
            Key::CalendarLink(id) => {
                let link = CalendarLink::new(id, now(), &LookupKey::new([7; 32]));
                world.learn_calendar_link(id, (id == DEPUTYS).then_some(link));
            }
            Key::Handbook(of) => world.learn_handbook(of, None),
            Key::Calendar(version) => world.learn_calendar(version, None),
            Key::List(list) => {
                let ids = self.list(&list);
                world.learn_list(list, ids);
            }
            Key::OfficeCode(ref code) => {
                let found = self.offices.iter().find(|office| office.code == *code);
                world.learn_index(&key, found.map(|office| office.id.0));
            }
            Key::RecordOfCase(case) => {
                world.learn_index(&key, (case == OPEN || case == ENTERED).then_some(DRAFT.0));
            }
            key => assert!(
                feedback_world::load(world, &key),
                "rendering has no need of {key:?}"
            ),
        }
    }

    /// Renders for an account in a language; gives how often something had to be loaded, too.
    pub fn render(&self, item: &OutboxItem, locale: Locale) -> (Rendered, usize) {
        let mut world = World::default();
        let ids = IdSource::new(0, now());
        let lookup = LookupKey::new([7; 32]);
        let cx = Context {
            now: self.now,
            rules: &self.rules,
            ids: &ids,
            lookup: &lookup,
        };
        for rounds in 0..6 {
            match render(item, &self.accounts[&item.account_id], &world, words(locale), &cx) {
                Ok(rendered) => return (rendered, rounds),
                Err(Stop::Need(keys)) => {
                    assert!(!keys.is_empty(), "{:?} asks for nothing", item.kind);
                    for key in keys {
                        self.load(&mut world, key);
                    }
                }
                Err(Stop::Refused(refusal)) => panic!("{:?} is refused: {refusal:?}", item.kind),
            }
        }
        panic!("{:?} is never rendered", item.kind);
    }
}
