//! What a person of a transcript can do, by the words that stand behind the name.

use lianluo::domain::account::Channel;
use lianluo::domain::case::EnteredWay;
use lianluo::domain::command::Command;
use lianluo::domain::ids::OfficerId;
use lianluo::domain::input::From;
use lianluo::domain::world::{Key, ListKey, World};

use crate::support::telegram::{BOT_ID, Kind, Person};

use super::printed::typed;
use super::stage::Stage;

/// Does it. `None` when the words mean nothing.
pub async fn does(stage: &Stage, person: &Person, others: impl Fn(&str) -> Person, rest: &str) -> Option<()> {
    if let Some(text) = rest.strip_prefix('：') {
        person.says(&typed(text));
        return Some(());
    }
    let rest = rest.strip_prefix(' ')?;
    // What is done, and the words that go with it.
    let (deed, words) = match rest.split_once('：') {
        Some((deed, words)) => (deed, typed(words)),
        None => (rest, String::new()),
    };
    if let Some(payload) = deed.strip_prefix("打开链接 ") {
        person.starts(payload);
    } else if deed == "打开联络" {
        person.starts("");
    } else if let Some(rest) = rest.strip_prefix("点【") {
        match rest.split_once('】')? {
            (label, "") => {
                person.taps(label);
            }
            (label, message) => {
                let message = said(stage, person, quoted(message)?);
                person.taps_on(message, label);
            }
        }
    } else if let Some(place) = deed
        .strip_prefix("回复第 ")
        .and_then(|rest| rest.strip_suffix(" 张照片"))
    {
        person.replies_to(photo(person, place.parse().ok()?), &words);
    } else if let Some(message) = deed.strip_prefix("回复") {
        person.replies_to(said(stage, person, quoted(message)?), &words);
    } else if let Some(message) = deed.strip_prefix("把").and_then(|rest| rest.strip_suffix("改成")) {
        person.edits(said(stage, person, quoted(message)?), &words);
    } else if let Some(message) = deed
        .strip_prefix("把")
        .and_then(|rest| rest.strip_suffix("换成照片"))
    {
        person.exchanges_photo(said(stage, person, quoted(message)?), &words);
    } else if let Some(early) = deed.strip_prefix("的改动先到，") {
        edits_early(stage, person, quoted(early)?, &words).await;
    } else if let Some(from) = deed.strip_prefix("转发频道") {
        person.forwards_from_channel(quoted(from)?, &words);
    } else if let Some(from) = deed.strip_prefix("转发") {
        person.forwards(quoted(from)?, &words);
    } else if deed == "发来没见过的消息" {
        sends_unheard_of(stage, person, &words).await;
    } else if let Some(name) = deed.strip_prefix("发 Word 文件 ") {
        person.sends_file(Kind::Document, name, DOCX, &docx(&words), "");
    } else if let Some(what) = deed.strip_prefix("发") {
        sends(person, what, &words)?;
    } else if let Some(data) = deed.strip_prefix("伪造按钮 ") {
        person.taps_data(data);
    } else if let Some((other, label)) = deed.strip_prefix("冒用").and_then(|it| it.split_once("的【")) {
        let data = others(other)
            .inbox()
            .iter()
            .rev()
            .find_map(|seen| seen.data(label.trim_end_matches('】')).map(str::to_owned));
        person.taps_data(&data.expect("the other person has seen such a button"));
    } else if let Some(act) = deed.strip_prefix("在台面") {
        at_the_desk(stage, person, act, &words).await?;
    } else {
        match deed {
            "停用联络" => {
                person.blocks_bot();
            }
            "重新启用联络" => {
                person.unblocks_bot();
            }
            "注销账号" => person.deletes_account(),
            _ => return None,
        }
    }
    Some(())
}

fn quoted(text: &str) -> Option<&str> {
    text.trim().strip_prefix('“')?.strip_suffix('”')
}

/// The newest message in the person's chat that holds these words.
fn said(stage: &Stage, person: &Person, words: &str) -> i32 {
    let words = typed(words);
    let found = stage.tg.state(|state| {
        let messages = state.chats[&person.chat_id()].messages.values().rev();
        let mut found = messages.filter(|message| message.content.text.contains(&words));
        found.next().map(|message| message.id)
    });
    found.unwrap_or_else(|| panic!("nobody said {words:?} in this chat"))
}

/// The so-and-so-many-th of the bot's photos in the person's chat.
fn photo(person: &Person, place: usize) -> i32 {
    let inbox = person.inbox();
    let mut photos = inbox.iter().filter(|seen| seen.kind == Kind::Photo);
    let found = photos.nth(place - 1);
    found
        .unwrap_or_else(|| panic!("there is no photo {place} in this chat"))
        .message_id
}

/// A kind of message that Telegram doesn't have yet: nobody can read it, but words are in it.
async fn sends_unheard_of(stage: &Stage, person: &Person, words: &str) {
    let (chat, date) = (person.chat_id(), stage.clock.now() / 1_000);
    stage.tg.push_raw(
        &serde_json::json!({ "hologram_message": {
            "date": date, "text": words,
            "from": { "id": chat, "is_bot": false, "first_name": "示" },
            "chat": { "id": chat, "type": "private", "first_name": "示" },
        } })
        .to_string(),
    );
}

const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// A Word document with a paragraph a line.
fn docx(words: &str) -> Vec<u8> {
    let escaped = |line: &str| line.replace('&', "&amp;").replace('<', "&lt;");
    let body: String = words
        .lines()
        .map(|line| format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", escaped(line)))
        .collect();
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    archive
        .start_file("word/document.xml", zip::write::SimpleFileOptions::default())
        .unwrap();
    let xml = format!("<?xml version=\"1.0\"?><w:document><w:body>{body}</w:body></w:document>");
    std::io::Write::write_all(&mut archive, xml.as_bytes()).unwrap();
    archive.finish().unwrap().into_inner()
}

fn sends(person: &Person, what: &str, words: &str) -> Option<()> {
    let parts: Vec<&str> = what.split_whitespace().collect();
    match parts[..] {
        ["照片"] => {
            person.sends_photo(words);
        }
        [count, "张照片"] => {
            person.sends_album(count.parse().ok()?, words);
        }
        ["语音"] => {
            person.sends_voice(b"OggS voice");
        }
        ["视频"] => {
            person.sends_video(b"film", words);
        }
        ["圆形视频"] => {
            person.sends_video_note(b"film");
        }
        ["音乐", name] => {
            person.sends_audio(name, b"ID3 music");
        }
        ["文件", name] => {
            person.sends_file(Kind::Document, name, "application/pdf", b"%PDF sample", words);
        }
        ["文件", name, megabytes, "MB"] => {
            let megabytes: u64 = megabytes.parse().ok()?;
            person.sends_document(name, megabytes << 20, words);
        }
        ["位置", latitude, longitude] => {
            person.sends_location(latitude.parse().ok()?, longitude.parse().ok()?);
        }
        ["表情", sign] => {
            person.sends_sticker(sign);
        }
        ["名片", phone, name] => {
            person.sends_contact(phone, name);
        }
        _ => return None,
    }
    Some(())
}

/// The change of a message arrives, and only then the message itself.
async fn edits_early(stage: &Stage, person: &Person, old: &str, new: &str) {
    let (chat, next) = stage.tg.state(|state| {
        let chat = person.chat_id();
        (chat, state.chats[&chat].next_message_id)
    });
    let date = stage.clock.now() / 1_000;
    stage.tg.push_raw(
        &serde_json::json!({ "edited_message": {
            "message_id": next, "date": date, "edit_date": date, "text": new,
            "from": { "id": chat, "is_bot": false, "first_name": "示" },
            "chat": { "id": chat, "type": "private", "first_name": "示" },
        } })
        .to_string(),
    );
    stage.settled().await;
    assert_eq!(person.says(old).message_id, next);
}

/// The desk's forms, as the commands that they give.
async fn at_the_desk(stage: &Stage, person: &Person, act: &str, words: &str) -> Option<()> {
    let parts: Vec<&str> = act.split_whitespace().collect();
    let mut reading = lianluo::cli::Office::store(stage).read().await.unwrap();
    let mut world = World::default();
    let at = (Channel::Telegram, format!("{BOT_ID}:{}", person.chat_id()));
    let mut keys = vec![Key::AccountAt(at.clone())];
    keys.extend(
        parts
            .get(1)
            .and_then(|number| number.parse().ok())
            .map(Key::CaseNumber),
    );
    keys.extend(
        parts
            .iter()
            .skip(1)
            .map(|code| Key::DeputyCode((*code).to_owned())),
    );
    reading.load(&keys, &mut world).await.unwrap();
    let account = world.account_at(&at).unwrap()?;
    let case = |number: &str| world.case_numbered(&number.parse().ok()?).ok()?;
    let deputy = |code: &str| world.deputy_coded(&code.to_owned()).ok()?;
    let command = match parts[..] {
        ["答复", number] => Command::OfficeAnswer {
            case: case(number)?,
            text: words.to_owned(),
            anyway: false,
        },
        ["原样答复", number] => Command::OfficeAnswer {
            case: case(number)?,
            text: words.to_owned(),
            anyway: true,
        },
        ["转给代表", number, code] => Command::PassToDeputy {
            case: case(number)?,
            deputy: deputy(code)?,
        },
        ["结束来信", number] => Command::OfficeEnd(case(number)?),
        ["结束工作人员", name] => {
            let key = Key::OfficeCode("CS".to_owned());
            reading.load(&[key], &mut world).await.unwrap();
            let office = world.office_coded(&"CS".to_owned()).ok()??;
            let list = ListKey::Officers(office);
            reading
                .load(&[Key::List(list.clone())], &mut world)
                .await
                .unwrap();
            let ids: Vec<OfficerId> = world
                .list(&list)
                .ok()?
                .ids
                .iter()
                .map(|id| OfficerId(*id))
                .collect();
            let keys: Vec<Key> = ids.iter().map(|id| Key::Officer(*id)).collect();
            reading.load(&keys, &mut world).await.unwrap();
            let named = |id: &&OfficerId| world.officer(id).is_ok_and(|officer| officer.name == name);
            Command::EndPost(*ids.iter().find(named)?)
        }
        ["看过", incident] => {
            let letters = reading.open_dead_letters(50).await.unwrap();
            let letter = letters.iter().find(|letter| letter.incident == incident)?;
            Command::SettleDeadLetter(letter.id)
        }
        ["代录书面来信给", code] => {
            let deputy = deputy(code)?;
            reading.load(&[Key::Deputy(deputy)], &mut world).await.unwrap();
            Command::EnterFor {
                way: EnteredWay::Paper,
                deputy: Some(deputy),
                office: world.deputy(&deputy).ok()?.office_id,
                text: words.to_owned(),
            }
        }
        _ => return None,
    };
    drop(reading);
    stage.does(From::Account(account), command).await;
    Some(())
}
