//! What the demonstration begins with: the sample roster, offices, letters, a report, and a suggestion whose reply waits for
//! feedback. All of it goes the way that real things go, as inputs; all persons are samples.

use chrono::{Days, NaiveDate};

use crate::documents::sheet::read_sheets;
use crate::domain::Locale;
use crate::domain::answer::Answer;
use crate::domain::audit::hex;
use crate::domain::command::Command;
use crate::domain::ids::{AccountId, DeputyId};
use crate::domain::input::{Deed, From, Input, Said};
use crate::domain::message::Content;
use crate::domain::roster::{RosterEntry, read_roster, roster_sheets};
use crate::domain::suggestion::assignment::AssignmentRole;
use crate::domain::suggestion::command::{
    ReceivedOn, ReplyFacts, SuggestionCommand, SuggestionFields, UnitStanding,
};
use crate::domain::suggestion::reply::{ReceiptSource, ReplyForm};
use crate::domain::suggestion::{CongressSession, Openness, SuggestionKind};
use crate::domain::time::day_of;
use crate::domain::world::{Key, World};
use crate::engine::{Intake, NotTaken};
use crate::flows::import_roster::PROVINCIAL;
use crate::store::Store;

const ROSTER: &[u8] = include_bytes!("../sample-roster.csv");

/// The deputy whose door is printed.
pub(super) const FIRST: &str = "CS-001";

/// Deputies of the demonstration who have redeemed their invitation.
const BOUND: [&str; 6] = [FIRST, "CS-003", "CS-004", "HY-001", "ZZ-002", "XX-001"];

/// Last digits of the sample officers' telephones.
const TAIL: &str = "0000";

pub(super) struct Seed {
    intake: Intake,
    store: Store,
    today: NaiveDate,
}

impl Seed {
    pub(super) fn new(intake: Intake, store: Store, now: i64) -> Self {
        Self {
            intake,
            store,
            today: day_of(now),
        }
    }

    fn days_ago(&self, days: u64) -> NaiveDate {
        self.today.checked_sub_days(Days::new(days)).unwrap_or(self.today)
    }

    async fn submit(&self, from: From, deed: Deed) -> Result<Answer, NotTaken> {
        let key = format!("demo:{}", hex(&rand::random::<[u8; 12]>()));
        self.intake
            .submit(Input {
                key,
                from,
                deed,
                said_at: None,
                raw: String::new(),
            })
            .await
    }

    async fn command(&self, from: From, command: Command) -> Result<Answer, NotTaken> {
        self.submit(from, Deed::Command(Box::new(command))).await
    }

    async fn account(&self) -> Result<AccountId, NotTaken> {
        let hash = hex(&rand::random::<[u8; 32]>());
        let command = Command::OpenSession {
            hash,
            account: None,
            locale: Locale::ZhCn,
        };
        match self.command(From::Program, command).await? {
            Answer::Account(id) => Ok(id),
            _ => Err(NotTaken::Trouble),
        }
    }

    async fn look(&self, key: Key) -> Result<World, NotTaken> {
        let mut world = World::default();
        let mut reading = self.store.read().await.map_err(|_| NotTaken::Trouble)?;
        reading
            .load(&[key], &mut world)
            .await
            .map_err(|_| NotTaken::Trouble)?;
        Ok(world)
    }

    /// Offices, roster, deputies, officers and letters. Gives the accounts of the deputy and the two officers.
    pub(super) async fn plant(&self) -> Result<(AccountId, AccountId, AccountId), NotTaken> {
        self.command(From::Administrator, Command::FoundOffices).await?;
        let entries = sample_roster().ok_or(NotTaken::Trouble)?;
        let command = Command::ImportRoster {
            entries: entries.clone(),
            file_hash: "sample".to_owned(),
            basis: String::new(),
            unit: None,
        };
        self.command(From::Administrator, command).await?;
        let mut deputies = Vec::new();
        for code in BOUND {
            let entry = entries
                .iter()
                .find(|entry| entry.code.as_str() == code)
                .ok_or(NotTaken::Trouble)?;
            deputies.push(self.bind_deputy(code, entry).await?);
        }
        let unit = self.bind_officer("CS", "李示例（样例）").await?;
        let provincial = self.bind_officer(PROVINCIAL, "赵示例（样例）").await?;
        for (code, text) in [
            (
                FIRST,
                "代表您好，我们小区门口的路灯坏了一个多月，晚上老人和孩子走路很不安全，希望有关部门看看。（样例）",
            ),
            (
                FIRST,
                "石塘村三组的灌溉渠去年垮了一段，二十多户稻田缺水，请代表帮我们反映。（样例）",
            ),
            (
                BOUND[1],
                "学校旁边没有斑马线，车速很快，孩子过马路让人担心。（样例）",
            ),
        ] {
            let account = self.account().await?;
            self.say(account, Some(code), text).await?;
        }
        self.letter_to_office().await?;
        self.suggestion(provincial).await?;
        if let Some(deputy) = deputies.first() {
            self.say(*deputy, None, "昨天下午到样例社区走访了6户，主要反映停车难")
                .await?;
        }
        deputies
            .first()
            .copied()
            .map(|deputy| (deputy, unit, provincial))
            .ok_or(NotTaken::Trouble)
    }

    async fn say(&self, account: AccountId, to_code: Option<&str>, text: &str) -> Result<(), NotTaken> {
        let said = Said {
            content: Content::Text(text.to_owned()),
            remote_id: None,
            reply: None,
            to_code: to_code.map(str::to_owned),
            album: None,
            forwarded: None,
        };
        self.submit(From::Account(account), Deed::Said(said)).await?;
        Ok(())
    }

    async fn deputy(&self, code: &str) -> Result<DeputyId, NotTaken> {
        let code = code.to_owned();
        let world = self.look(Key::DeputyCode(code.clone())).await?;
        world.deputy_coded(&code).ok().flatten().ok_or(NotTaken::Trouble)
    }

    /// A suggestion that was handed out, and whose reply came two weeks ago: the deputy's feedback is due.
    async fn suggestion(&self, officer: AccountId) -> Result<(), NotTaken> {
        let give = |command| self.command(From::Account(officer), Command::Suggestion(command));
        let command = SuggestionCommand::KeepUnit {
            unit: None,
            name: "样例市城市管理局".to_owned(),
            other_names: String::new(),
            email: String::new(),
            standing: UnitStanding::InBeing,
        };
        let Answer::HandlingUnit(unit) = give(command).await? else {
            return Err(NotTaken::Trouble);
        };
        let fields = SuggestionFields {
            session: CongressSession { term: 14, session: 4 },
            number: "0001".to_owned(),
            kind: SuggestionKind::Suggestion,
            title: "关于增设老旧小区公共充电桩的建议（样例）".to_owned(),
            situation: "部分老旧小区没有电动自行车充电的地方，有人从窗口拉线充电。（样例）".to_owned(),
            analysis: String::new(),
            proposals: "请在老旧小区改造时一并设置充电桩。（样例）".to_owned(),
            deputy: self.deputy(FIRST).await?,
            names: Vec::new(),
            raised_on: Some(self.days_ago(90)),
            is_key: false,
            openness: Openness::Open,
        };
        let Answer::Suggestion(suggestion) = give(SuggestionCommand::Enter(Box::new(fields))).await? else {
            return Err(NotTaken::Trouble);
        };
        let command = SuggestionCommand::Assign {
            suggestion,
            unit,
            role: AssignmentRole::Main,
            on: self.days_ago(80),
        };
        let Answer::Assigned(assignment) = give(command).await? else {
            return Err(NotTaken::Trouble);
        };
        let received = ReceivedOn {
            on: self.days_ago(14),
            at: None,
            is_guess: false,
        };
        let facts = ReplyFacts {
            assignment,
            form: ReplyForm::Written,
            class: String::new(),
            document_number: "样城管函〔2026〕1号".to_owned(),
            received: Some(received),
            source: ReceiptSource::Post,
            proof: None,
        };
        give(SuggestionCommand::Record(vec![facts])).await?;
        Ok(())
    }

    async fn bind_deputy(&self, code: &str, entry: &RosterEntry) -> Result<AccountId, NotTaken> {
        let id = self.deputy(code).await?;
        let secret = hex(&rand::random::<[u8; 9]>());
        let command = Command::InviteDeputies {
            deputies: vec![id],
            codes: vec![secret.clone()],
        };
        self.command(From::Administrator, command).await?;
        let tail = entry
            .card_number
            .as_ref()
            .ok_or(NotTaken::Trouble)?
            .last_four()
            .to_owned();
        self.redeem(secret, tail).await
    }

    async fn bind_officer(&self, unit: &str, name: &str) -> Result<AccountId, NotTaken> {
        let world = self.look(Key::OfficeCode(unit.to_owned())).await?;
        let office = world
            .office_coded(&unit.to_owned())
            .ok()
            .flatten()
            .ok_or(NotTaken::Trouble)?;
        let code = hex(&rand::random::<[u8; 9]>());
        let command = Command::InviteOfficer {
            office,
            name: name.to_owned(),
            tail: TAIL.to_owned(),
            code: code.clone(),
        };
        self.command(From::Administrator, command).await?;
        self.redeem(code, TAIL.to_owned()).await
    }

    async fn redeem(&self, code: String, tail: String) -> Result<AccountId, NotTaken> {
        let account = self.account().await?;
        match self
            .command(From::Account(account), Command::Redeem { code, tail })
            .await?
        {
            Answer::BoundDeputy(_) | Answer::BoundOfficer(_) => Ok(account),
            _ => Err(NotTaken::Trouble),
        }
    }

    /// A letter by someone who doesn't know whom to write to.
    async fn letter_to_office(&self) -> Result<(), NotTaken> {
        let world = self.look(Key::OfficeCode("CS".to_owned())).await?;
        let office = world
            .office_coded(&"CS".to_owned())
            .ok()
            .flatten()
            .ok_or(NotTaken::Trouble)?;
        let account = self.account().await?;
        let data = crate::domain::button::Act::OfficeOf(office).encode();
        self.submit(From::Account(account), Deed::Tapped { data }).await?;
        let text = "不知道该找哪位代表：社区医院周末没有医生，能不能反映一下？（样例）";
        self.say(account, None, text).await
    }
}

fn sample_roster() -> Option<Vec<RosterEntry>> {
    let sheets = read_sheets("sample-roster.csv", ROSTER).ok()?;
    let sheet = *roster_sheets(&sheets).first()?;
    Some(read_roster(sheet).complete()?.to_vec())
}
