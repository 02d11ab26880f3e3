//! `demo`: serve on a throw-away database with the sample roster, a sample office and sample letters, and links that open
//! as a constituent, a deputy and an officer.

use crate::cli::CliError;
use crate::config::Config;
use crate::documents::sheet::read_sheets;
use crate::domain::Locale;
use crate::domain::answer::Answer;
use crate::domain::audit::hex;
use crate::domain::command::Command;
use crate::domain::ids::AccountId;
use crate::domain::input::{Deed, From, Input, Said};
use crate::domain::message::Content;
use crate::domain::roster::{RosterEntry, read_roster, roster_sheets};
use crate::domain::world::{Key, World};
use crate::engine::{Intake, NotTaken};
use crate::flows::import_roster::PROVINCIAL;
use crate::store::Store;
use crate::text::{Args, Words};
use crate::web::state::Door;

use super::serve::House;
use super::telling;

const ROSTER: &[u8] = include_bytes!("sample-roster.csv");

/// Deputies of the demonstration who have redeemed their invitation; the first one's door is printed.
const BOUND: [&str; 6] = ["CS-001", "CS-003", "CS-004", "HY-001", "ZZ-002", "XX-001"];

/// Last digits of the sample officers' telephones.
const TAIL: &str = "0000";

/// Runs the demonstration until it is stopped; everything is thrown away then.
pub async fn demo(words: &'static Words) -> Result<(), CliError> {
    let folder = std::env::temp_dir().join(format!("lianluo-demo-{}", hex(&rand::random::<[u8; 6]>())));
    std::fs::create_dir_all(&folder).map_err(|error| CliError::WrongUse(error.to_string()))?;
    let place = |name: &str| folder.join(name).display().to_string();
    let mut pairs = vec![
        (
            "DATABASE_URL".to_owned(),
            format!("sqlite://{}", place("demo.db")),
        ),
        ("FILES_DIR".to_owned(), place("files")),
        ("KEY_FILE".to_owned(), place("demo.key")),
        ("RUST_LOG".to_owned(), "warn".to_owned()),
    ];
    pairs.extend(crate::config::for_demo());
    let config = Config::from_pairs(pairs).map_err(|faults| {
        let lines: Vec<String> = faults.iter().map(|fault| fault.say(words)).collect();
        CliError::WrongUse(lines.join("\n"))
    })?;
    telling::start(&config);
    let done = serve(&config, words).await;
    // Throw-away: what can't be removed is left to the system's own cleaning.
    let _ = std::fs::remove_dir_all(&folder);
    done
}

async fn serve(config: &Config, words: &'static Words) -> Result<(), CliError> {
    let house = House::build(config, words).await?;
    let url = house.web.rules.public_url.clone();
    let seed = Seed {
        intake: house.engine.intake.clone(),
        store: house.store.clone(),
    };
    let (deputy, unit_officer, provincial) = seed
        .plant()
        .await
        .map_err(|_| CliError::WrongUse(words.say("demo-failed")))?;
    let door = |account: AccountId, leads_to: &str| Door {
        secret: hex(&rand::random::<[u8; 9]>()),
        account,
        leads_to: leads_to.to_owned(),
    };
    let doors = vec![
        door(deputy, "/chat"),
        door(unit_officer, "/desk"),
        door(provincial, "/desk"),
    ];
    let mut args = Args::new()
        .text("url", url.clone())
        .text("constituent", format!("{url}/d/{}", BOUND[0]));
    for (name, door) in ["deputy", "officer", "provincial"].into_iter().zip(&doors) {
        args = args.text(name, format!("{url}/demo/{}", door.secret));
    }
    println!("{}", words.say_with("demo-links", &args));
    house.open_doors(doors, words).await
}

struct Seed {
    intake: Intake,
    store: Store,
}

impl Seed {
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
    async fn plant(&self) -> Result<(AccountId, AccountId, AccountId), NotTaken> {
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
                BOUND[0],
                "代表您好，我们小区门口的路灯坏了一个多月，晚上老人和孩子走路很不安全，希望有关部门看看。（样例）",
            ),
            (
                BOUND[0],
                "石塘村三组的灌溉渠去年垮了一段，二十多户稻田缺水，请代表帮我们反映。（样例）",
            ),
            (
                BOUND[1],
                "学校旁边没有斑马线，车速很快，孩子过马路让人担心。（样例）",
            ),
        ] {
            let account = self.account().await?;
            let said = Said {
                content: Content::Text(text.to_owned()),
                remote_id: None,
                reply: None,
                to_code: Some(code.to_owned()),
                album: None,
                forwarded: None,
            };
            self.submit(From::Account(account), Deed::Said(said)).await?;
        }
        self.letter_to_office().await?;
        deputies
            .first()
            .copied()
            .map(|deputy| (deputy, unit, provincial))
            .ok_or(NotTaken::Trouble)
    }

    async fn bind_deputy(&self, code: &str, entry: &RosterEntry) -> Result<AccountId, NotTaken> {
        let world = self.look(Key::DeputyCode(code.to_owned())).await?;
        let id = world
            .deputy_coded(&code.to_owned())
            .ok()
            .flatten()
            .ok_or(NotTaken::Trouble)?;
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
        let content =
            Content::Text("不知道该找哪位代表：社区医院周末没有医生，能不能反映一下？（样例）".to_owned());
        let said = Said {
            content,
            remote_id: None,
            reply: None,
            to_code: None,
            album: None,
            forwarded: None,
        };
        self.submit(From::Account(account), Deed::Said(said)).await?;
        Ok(())
    }
}

fn sample_roster() -> Option<Vec<RosterEntry>> {
    let sheets = read_sheets("sample-roster.csv", ROSTER).ok()?;
    let sheet = *roster_sheets(&sheets).first()?;
    Some(read_roster(sheet).complete()?.to_vec())
}
