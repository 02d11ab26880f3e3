//! What was said in a case, in words: messages with their files and places, whole conversations, and titles.

use crate::domain::access::CaseRole;
use crate::domain::case::{Case, Reader};
use crate::domain::ids::{CaseId, MessageId};
use crate::domain::message::{Author, FileKind, Message};
use crate::domain::rendered::parts;
use crate::domain::world::{Deciding, Key, ListKey};
use crate::text::Args;

use super::cut::{one_line, sentence, units};
use super::note::way_key;
use super::telling::Telling;

/// Characters of a title in a list.
const TITLE: usize = 16;
/// A message is never torn into parts smaller than this, in UTF-16 units.
const SHORTEST_PART: usize = 200;
/// Room to break a part of a message at a line or a space, in UTF-16 units.
const EVEN: usize = 60;

/// How the two sides of a case are called by who looks at it.
pub(super) struct Speakers {
    constituent: String,
    deputy: String,
    office: String,
}

impl Speakers {
    /// The reader's row must be loaded.
    pub fn of(t: &Telling<'_>, case: &Case, role: CaseRole) -> Deciding<Self> {
        let you = t.say("speaker-you");
        let constituent = if role == CaseRole::Writer {
            you.clone()
        } else {
            t.say("speaker-writer")
        };
        let own = |reads: CaseRole, called: String| if role == reads { you.clone() } else { called };
        let reader = t.reader_called(case.reader)?;
        // The other kind of reader had the case before; who it was is not in the row.
        let (deputy, office) = match case.reader {
            Reader::Deputy(_) => (reader, t.say("office-unnamed")),
            Reader::Office(_) => (t.say("deputy-unnamed"), reader),
        };
        Ok(Self {
            constituent,
            deputy: own(CaseRole::Deputy, deputy),
            office: own(CaseRole::Office, office),
        })
    }

    pub fn called(&self, author: Author) -> &str {
        match author {
            Author::Constituent => &self.constituent,
            Author::Deputy => &self.deputy,
            Author::Office => &self.office,
        }
    }
}

/// The key of the constituent as the reader knows them.
pub(super) fn correspondent_key(case: &Case) -> Option<Key> {
    Some(Key::Correspondent((case.account_id?, case.reader)))
}

impl<'a> Telling<'a> {
    /// The constituent as the reader knows them: pseudonym or name, or that the matter was entered for them.
    pub fn constituent(&self, case: &Case) -> Deciding<String> {
        if let Some(way) = case.entered_way {
            let way = self.say(way_key(way));
            let key = if case.entered_by == Some(self.to.id) {
                "from-entered-by-you"
            } else {
                "from-entered"
            };
            return Ok(self.say_with(key, &Args::new().text("way", way)));
        }
        let known = match case.account_id {
            Some(account) => self.world.find_correspondent(&(account, case.reader))?,
            None => None,
        };
        Ok(match known {
            Some(it) if it.given_name.is_some() => it.shown_name().to_owned(),
            Some(it) => self.say_with("from-pseudonym", &Args::new().text("name", it.shown_name())),
            None => self.say("from-unnamed"),
        })
    }

    /// The messages of a case, oldest first, with their files; `also` is loaded in the same round as the messages.
    pub fn messages(&self, case: CaseId, also: impl IntoIterator<Item = Key>) -> Deciding<Vec<&'a Message>> {
        self.messages_from(case, MessageId(0), also)
    }

    /// The same from a message on.
    pub fn messages_from(
        &self,
        case: CaseId,
        from: MessageId,
        also: impl IntoIterator<Item = Key>,
    ) -> Deciding<Vec<&'a Message>> {
        let ids: Vec<MessageId> = self
            .world
            .list(&ListKey::Messages(case))?
            .ids
            .iter()
            .map(|id| MessageId(*id))
            .filter(|id| *id >= from)
            .collect();
        self.world
            .want(ids.iter().map(|id| Key::Message(*id)).chain(also))?;
        let mut messages = Vec::new();
        for id in ids {
            messages.extend(
                self.world
                    .find_message(&id)?
                    .filter(|message| message.case_id == case),
            );
        }
        self.world.want(
            messages
                .iter()
                .filter_map(|message| message.file_id)
                .map(Key::File),
        )?;
        Ok(messages)
    }

    /// A message in words: what was written, what is attached, and whether it was changed.
    pub fn said(&self, message: &Message) -> Deciding<String> {
        let mut text = match message.kind.as_str() {
            "text" => message.text.clone(),
            "location" => self.say_with("said-location", &Args::new().text("place", message.text.as_str())),
            _ => {
                let what = self.attached_as(message)?;
                if message.text.is_empty() {
                    self.say_with("said-bare", &Args::new().text("what", what))
                } else {
                    let args = Args::new().text("what", what).text("text", message.text.as_str());
                    self.say_with("said-with", &args)
                }
            }
        };
        if message.edited_at.is_some() {
            text.push_str(&self.say("said-edited"));
        }
        Ok(text)
    }

    fn attached_as(&self, message: &Message) -> Deciding<String> {
        let file = match message.file_id {
            Some(id) => self.world.find_file(&id)?,
            None => None,
        };
        Ok(match file {
            Some(file) if file.kind == FileKind::Voice && file.seconds > 0 => {
                self.say_with("kind-voice-seconds", &Args::new().number("seconds", file.seconds))
            }
            Some(file) if file.kind == FileKind::Document && !file.name.is_empty() => self.say_with(
                "kind-document-name",
                &Args::new().text("name", one_line(&file.name, 40)),
            ),
            _ => self.kind_word(&message.kind),
        })
    }

    /// The word for a kind of message: 照片, 语音, 位置; what has no word of its own is something else.
    pub fn kind_word(&self, kind: &str) -> String {
        let key = format!("kind-{kind}");
        if self.words.has(&key) {
            self.say(&key)
        } else {
            self.say("kind-unknown")
        }
    }

    /// 照片 2 张、语音 1 条（58 秒）, of messages whose files are loaded; empty without files.
    pub fn attachments(&self, messages: &[&Message]) -> Deciding<String> {
        let mut parts = Vec::new();
        for kind in FileKind::ALL {
            let (mut count, mut seconds) = (0, 0);
            for message in messages.iter().filter(|message| message.kind == kind.tag()) {
                count += 1;
                if let Some(id) = message.file_id {
                    seconds += self.world.find_file(&id)?.map_or(0, |file| file.seconds);
                }
            }
            if count > 0 {
                let args = Args::new().number("count", count).number("seconds", seconds);
                parts.push(self.say_with(&format!("attached-{}", kind.tag()), &args));
            }
        }
        Ok(parts.join(&self.say("list-comma")))
    }

    /// A conversation of both sides in parts of at most so many units, the newest part first; within a part the newest
    /// words come last. There is always one part; what was said by one person at a time is torn only where it must be.
    pub fn conversation(
        &self,
        messages: &[&Message],
        speakers: &Speakers,
        longest: usize,
    ) -> Deciding<Vec<String>> {
        let mut pages: Vec<String> = vec![String::new()];
        for message in messages.iter().rev() {
            let args = Args::new()
                .text("who", sentence(speakers.called(message.author)))
                .text("when", self.moment(message.said_at));
            let head = self.say_with("conversation-head", &args);
            let said = self.said(message)?;
            let room = longest.saturating_sub(units(&head) + 1).max(SHORTEST_PART);
            // Torn evenly, so that no part holds a few signs only.
            let torn = units(&said).div_ceil(room).max(1);
            let even = units(&said).div_ceil(torn).saturating_add(EVEN).min(room);
            for part in parts(&said, even).iter().rev() {
                let block = format!("{head}\n{}", part.trim_end());
                match pages.last_mut() {
                    Some(page) if page.is_empty() => *page = block,
                    Some(page) if units(page) + units(&block) < longest => *page = format!("{block}\n{page}"),
                    _ => pages.push(block),
                }
            }
        }
        Ok(pages)
    }

    /// Titles of cases from their first words, one a case. Loads the cases too; the caller has made sure that the
    /// person may read them.
    pub fn titles(&self, cases: &[CaseId]) -> Deciding<Vec<String>> {
        self.world.want(
            cases
                .iter()
                .flat_map(|id| [Key::Case(*id), Key::List(ListKey::Messages(*id))]),
        )?;
        let mut firsts = Vec::new();
        for id in cases {
            let first = self.world.list(&ListKey::Messages(*id))?.ids.first();
            firsts.push(first.map(|id| MessageId(*id)));
        }
        self.world
            .want(firsts.iter().flatten().map(|id| Key::Message(*id)))?;
        let mut titles = Vec::new();
        for (id, first) in cases.iter().zip(firsts) {
            let message = match first {
                Some(id) => self.world.find_message(&id)?,
                None => None,
            };
            titles.push(match message {
                _ if self.world.case(id)?.erased_at.is_some() => self.say("title-erased"),
                Some(message) if message.kind != "location" && !message.text.trim().is_empty() => {
                    one_line(&message.text, TITLE)
                }
                Some(message) => self.say_with(
                    "title-bare",
                    &Args::new().text("what", self.kind_word(&message.kind)),
                ),
                None => self.say("title-none"),
            });
        }
        Ok(titles)
    }
}
