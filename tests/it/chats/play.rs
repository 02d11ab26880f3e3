//! Playing a transcript: each line is done, then everything that the bot said is written below it.

use std::collections::HashMap;

use lianluo::domain::time::{day_of, month_day_weekday};

use crate::support::office::sample_roster;
use crate::support::telegram::{Fault, On, Person, Seen};

use super::browsing::Browsing;
use super::script::{Act, BOT, EMPTY, Line, read};
use super::stage::{Door, Stage};
use super::varying::Varying;
use super::{doing, printed, standing};

/// What came of a transcript.
pub struct Played {
    /// The whole text, with what the bot really said.
    pub text: String,
    /// What doesn't hold at its end.
    pub complaints: Vec<String>,
}

/// Plays it. A line that can't be done fails the test; the last line printed says which it was.
pub async fn play(name: &str, written: &str, door: Door, database: &str) -> Played {
    let errors = standing::Errors::default();
    let listening = errors.listen();
    let mut player = Player {
        stage: Stage::open(door, database).await,
        people: Vec::new(),
        browsing: Browsing::default(),
        varying: Varying::default(),
        bars: HashMap::new(),
        last: None,
        dead_letters: 0,
        lines: Vec::new(),
    };
    for line in read(name, written) {
        match line {
            Line::Kept(text) => player.lines.push(text),
            Line::Act { number, text, act } => {
                println!("tests/chats/{name}:{number}: {text}");
                player.does(&text, act).await;
            }
        }
    }
    let mut complaints = standing::complaints(&player.stage, player.dead_letters).await;
    let chain = player.stage.commands("audit verify").await;
    if !chain.contains("完整，") {
        complaints.push(chain);
    }
    player.stage.stops().await;
    player.stage.tg.assert_clean();
    drop(listening);
    if !errors.said().is_empty() {
        complaints.push(format!("an error was logged: {}", errors.said()));
    }
    Played {
        text: player.lines.join("\n") + "\n",
        complaints,
    }
}

struct Player {
    stage: Stage,
    /// In the order in which they appear.
    people: Vec<(String, Person)>,
    /// Those who use the web chat.
    browsing: Browsing,
    varying: Varying,
    /// The bar of words that stands below each person's chat.
    bars: HashMap<i64, String>,
    /// The newest update as it went to the bot.
    last: Option<String>,
    dead_letters: i64,
    lines: Vec<String>,
}

impl Player {
    async fn does(&mut self, text: &str, act: Act) {
        match act {
            Act::Before(what) => {
                self.lines.push(text.to_owned());
                self.before(&what).await;
            }
            Act::Wait(by_ms) => {
                let before = day_of(self.stage.clock.now());
                self.stage.clock_moves(by_ms);
                let now = self.stage.clock.now();
                let (month, day, weekday) = month_day_weekday(day_of(now));
                let weekday = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"][weekday as usize - 1];
                let date = if day_of(now) == before {
                    String::new()
                } else {
                    format!("{month} 月 {day} 日（{weekday}）")
                };
                let step = text.trim_end_matches(" --").split('，').next().unwrap_or(text);
                self.lines.push(format!("{step}，{date}{} --", self.clock()));
                self.stage.what_is_due().await;
            }
            Act::Restart => {
                self.lines.push(text.to_owned());
                self.stage.restarts().await;
            }
            Act::Again => {
                self.lines.push(text.to_owned());
                let update = self.last.clone().expect("something came before");
                self.stage.delivers_again(&update).await;
                self.stage.settled().await;
            }
            Act::Trouble(what) => {
                self.lines.push(text.to_owned());
                let on = On::method("sendMessage");
                match what.as_str() {
                    "下一条没收下" => self.stage.tg.fault(on, Fault::CutBefore),
                    "下一条收下了没回音" => self.stage.tg.fault(on, Fault::CutAfter),
                    "请等 5 秒再发" => {
                        self.stage.tg.fault(on, Fault::TooManyRequests { retry_after: 5 })
                    }
                    _ => panic!("what is {what:?}?"),
                }
            }
            Act::Voices(what) => {
                self.lines.push(text.to_owned());
                self.voices(&what).await;
            }
            Act::Office(command) => {
                self.lines.push(format!("{} {text}", self.clock()));
                let printed = self.stage.commands(&self.varying.fill(&command)).await;
                for line in self.varying.hide(printed.trim_end()).lines() {
                    self.lines
                        .push(format!("  {}", if line.is_empty() { EMPTY } else { line }));
                }
            }
            Act::Person(name, rest) => {
                self.lines.push(format!("{} {text}", self.clock()));
                self.person_does(&name, &rest).await;
            }
            Act::DeadLetters(count) => {
                self.lines.push(text.to_owned());
                self.dead_letters = count;
            }
        }
        self.hear();
    }

    async fn person_does(&mut self, name: &str, rest: &str) {
        let rest = self.varying.fill(rest);
        if let Some(deed) = rest.strip_prefix(" 在网页") {
            let new = self.browsing.does(&self.stage, name, deed).await;
            let new = new.unwrap_or_else(|| panic!("what does {name} do by {rest:?}?"));
            for bubble in new {
                let body = self.varying.hide(&bubble.join("\n  "));
                self.lines
                    .push(format!("{} {BOT}{name}（网页）：{body}", self.clock()));
            }
            return;
        }
        let person = self.person(name);
        let others = |name: &str| {
            let found = self.people.iter().find(|(other, _)| other == name);
            found.expect("someone who was there before").1.clone()
        };
        doing::does(&self.stage, &person, others, &rest)
            .await
            .unwrap_or_else(|| panic!("what does {name} do by {rest:?}?"));
        // Nothing was confirmed yet: the program runs on this thread and had no turn since.
        let newest = self
            .stage
            .tg
            .state(|state| state.updates.back().map(|update| update.json.clone()));
        self.last = newest.or(self.last.take());
        self.stage.settled().await;
    }

    fn person(&mut self, name: &str) -> Person {
        if let Some((_, person)) = self.people.iter().find(|(known, _)| known == name) {
            return person.clone();
        }
        let person = self.stage.tg.person(name);
        self.people.push((name.to_owned(), person.clone()));
        person
    }

    /// What a service hears in voices, `听到“…”`; or that it is down, `不通`.
    async fn voices(&mut self, what: &str) {
        let words = what.strip_prefix("听到“").and_then(|it| it.strip_suffix('”'));
        assert!(words.is_some() || what == "不通", "what is {what:?}?");
        self.stage.hears(words).await;
    }

    /// What was before: `短信已接通`, `邮件已接通`, `语音转写不通`, `群众甲用英文`, `群众甲打开过 d_CS-001`, `王示一代表（CS-002）已开通`, `李干部（CS）已开通`.
    async fn before(&mut self, what: &str) {
        if what == "短信已接通" {
            self.stage.has_sms().await;
        } else if what == "邮件已接通" {
            self.stage.has_mail().await;
        } else if let Some(voices) = what.strip_prefix("语音转写") {
            self.voices(voices).await;
        } else if let Some(name) = what.strip_suffix("用英文") {
            self.person(name).uses_language("en");
        } else if let Some((name, payload)) = what.split_once("打开过 ") {
            self.person(name).starts(payload);
        } else if let Some((name, code)) = what.strip_suffix("）已开通").and_then(|it| it.split_once('（'))
        {
            let entry = sample_roster()
                .into_iter()
                .find(|entry| entry.code.as_str() == code);
            let (line, tail) = match entry {
                Some(entry) => (
                    format!("invite deputy {code} --json"),
                    entry.card_number.unwrap().last_four().to_owned(),
                ),
                None => (
                    format!("invite officer {code} --name {name} --phone-last4 0001 --json"),
                    "0001".to_owned(),
                ),
            };
            let made: serde_json::Value = serde_json::from_str(&self.stage.commands(&line).await).unwrap();
            let person = self.person(name);
            person.starts(&format!("i_{}", made["code"].as_str().unwrap()));
            self.stage.settled().await;
            person.taps("开通");
            self.stage.settled().await;
            person.says(&tail);
        } else {
            panic!("what was before by {what:?}?");
        }
        self.stage.settled().await;
        for (_, person) in &self.people {
            for seen in person.unread() {
                // The bar that came with it stays below the chat.
                if let Some(bar) = printed::lines(&seen)
                    .into_iter()
                    .find(|line| line.starts_with('⌨'))
                {
                    self.bars.insert(seen.chat_id, bar);
                }
            }
            person.toasts();
        }
    }

    /// Writes down what the bot said since.
    fn hear(&mut self) {
        for (phone, text) in self.stage.new_sms() {
            self.lines
                .push(format!("{} {BOT}{phone}（短信）：{text}", self.clock()));
        }
        for mail in self.stage.new_mails() {
            let (subject, text) = mail.shown();
            let text = text.trim_end().replace('\n', "\n  ");
            let line = format!(
                "{} {BOT}{}（邮件）：{subject}\n  {text}",
                self.clock(),
                mail.to[0]
            );
            self.lines.push(line);
        }
        for (name, person) in self.people.clone() {
            for toast in person.toasts() {
                if !toast.text.is_empty() {
                    let text = self.varying.hide(&toast.text);
                    self.lines
                        .push(format!("{} {BOT}{name}（提示）：{text}", self.clock()));
                }
            }
            for seen in person.unread() {
                self.writes_down(&name, &person, &seen);
            }
        }
    }

    fn writes_down(&mut self, name: &str, person: &Person, seen: &Seen) {
        let mut head = format!("{} {BOT}{name}", self.clock());
        if let Some(quoted) = seen.reply_to.and_then(|id| self.quoted(person, id)) {
            head.push_str(&format!("（回“{quoted}”）"));
        }
        for (is_so, word) in [(seen.silent, "（静音）"), (seen.edited, "（改写）")] {
            if is_so {
                head.push_str(word);
            }
        }
        let mut lines = printed::lines(seen);
        lines.retain(|line| {
            !line.starts_with('⌨') || self.bars.insert(seen.chat_id, line.clone()).as_ref() != Some(line)
        });
        let body = self.varying.hide(&lines.join("\n  "));
        self.lines.push(format!("{head}：{body}"));
    }

    /// The beginning of a message in the person's chat.
    fn quoted(&self, person: &Person, id: i32) -> Option<String> {
        let text = self.stage.tg.state(|state| {
            let message = state.chats[&person.chat_id()].messages.get(&id)?;
            Some(message.content.text.clone())
        })?;
        let beginning: String = text.chars().take(8).take_while(|sign| *sign != '\n').collect();
        let more = if beginning == text { "" } else { "…" };
        Some(printed::legible(&beginning) + more)
    }

    fn clock(&self) -> String {
        let now = self.stage.clock.now();
        let seconds = now.div_euclid(1_000).rem_euclid(60);
        let minute = lianluo::domain::time::minute_of_day(now);
        let clock = format!("{:02}:{:02}", minute / 60, minute % 60);
        if seconds == 0 {
            clock
        } else {
            format!("{clock}:{seconds:02}")
        }
    }
}
