//! What every rendering has at hand: the item, the person, the rows, the language; and how it makes buttons.

use crate::domain::access::{CaseRole, case_role};
use crate::domain::account::Account;
use crate::domain::button::{Act, Button};
use crate::domain::case::{Case, Reader};
use crate::domain::context::Context;
use crate::domain::ids::CaseId;
use crate::domain::outbox::OutboxItem;
use crate::domain::people::{Deputy, Office, Officer};
use crate::domain::refusal::Refusal;
use crate::domain::rendered::Rendered;
use crate::domain::world::{Deciding, Key, PAGE, Stop, World};
use crate::text::{Args, Words};

use super::names;

/// A message about to be put into words.
pub(super) struct Telling<'a> {
    pub item: &'a OutboxItem,
    pub to: &'a Account,
    pub world: &'a World,
    pub words: &'a Words,
    pub cx: &'a Context<'a>,
}

impl<'a> Telling<'a> {
    pub fn say(&self, key: &str) -> String {
        self.words.say(key)
    }

    pub fn say_with(&self, key: &str, args: &Args<'_>) -> String {
        self.words.say_with(key, args)
    }

    pub fn button(&self, key: &str, act: Act) -> Button {
        Button {
            label: self.say(key),
            act,
        }
    }

    /// 上一页 and 下一页, where there are such pages.
    pub fn paging(&self, page: i64, total: i64, act: impl Fn(i64) -> Act) -> Vec<Button> {
        let mut row = Vec::new();
        if page > 0 {
            row.push(self.button("button-page-before", act(page - 1)));
        }
        if page.saturating_add(1).saturating_mul(PAGE) < total {
            row.push(self.button("button-page-after", act(page + 1)));
        }
        row
    }

    fn officer_key(&self) -> Option<Key> {
        self.to.officer_id.map(Key::Officer)
    }

    /// The person's post, if it has not ended.
    pub fn officer(&self) -> Deciding<Option<&'a Officer>> {
        match self.to.officer_id {
            Some(id) => Ok(self.world.find_officer(&id)?.filter(|it| it.ended_at.is_none())),
            None => Ok(None),
        }
    }

    /// A case and what the person is to it; `also` is loaded in the same round.
    pub fn case(&self, id: CaseId, also: impl IntoIterator<Item = Key>) -> Deciding<(&'a Case, CaseRole)> {
        self.world
            .want([Key::Case(id)].into_iter().chain(self.officer_key()).chain(also))?;
        let case = self.world.case(&id)?;
        Ok((case, case_role(self.to, self.officer()?, case)))
    }

    /// A case whose words the person may read; all others get the refusal.
    pub fn readable(
        &self,
        id: CaseId,
        also: impl IntoIterator<Item = Key>,
    ) -> Deciding<(&'a Case, CaseRole)> {
        let (case, role) = self.case(id, also)?;
        if role.reads_words() {
            Ok((case, role))
        } else {
            Err(Stop::Refused(Refusal::NotYours))
        }
    }

    /// Whose letters the person sees: the deputy's own, or those that the office reads.
    pub fn own_reader(&self) -> Deciding<Reader> {
        if let Some(deputy) = self.to.deputy_id {
            return Ok(Reader::Deputy(deputy));
        }
        match self.officer()? {
            Some(officer) => Ok(Reader::Office(officer.office_id)),
            None => Err(Stop::Refused(Refusal::NotYours)),
        }
    }

    /// The reader as people say it: 张代表, or the name of the office.
    pub fn reader_called(&self, reader: Reader) -> Deciding<String> {
        Ok(match reader {
            Reader::Deputy(id) => match self.world.find_deputy(&id)? {
                Some(deputy) => self.deputy_called(deputy),
                None => self.say("deputy-unnamed"),
            },
            Reader::Office(id) => match self.world.find_office(&id)? {
                Some(office) => self.office_called(office),
                None => self.say("office-unnamed"),
            },
        })
    }

    pub fn deputy_called(&self, deputy: &Deputy) -> String {
        names::deputy_called(deputy, self.words)
    }

    pub fn office_called(&self, office: &Office) -> String {
        names::office_called(office, self.words)
    }

    /// The telephone for questions: the office's own, else the one of the installation.
    pub fn phone(&self, office: Option<&'a Office>) -> Option<&'a str> {
        let rules: &'a str = &self.cx.rules.office_phone;
        [office.map_or("", |office| office.phone.as_str()), rules]
            .into_iter()
            .find(|phone| !phone.is_empty())
    }

    /// The address of the desk.
    pub fn desk_url(&self) -> String {
        format!("{}/desk", self.cx.rules.public_url)
    }
}

/// The key under which a reader's row is loaded.
pub(super) fn reader_key(reader: Reader) -> Key {
    match reader {
        Reader::Deputy(id) => Key::Deputy(id),
        Reader::Office(id) => Key::Office(id),
    }
}

/// Arguments with the number of a case as people say it.
pub(super) fn numbered<'a>(case: &Case) -> Args<'a> {
    Args::new().text("number", case.number.to_string())
}

/// Lines and rows of buttons; empty lines and rows are left out.
pub(super) fn page(lines: Vec<String>, buttons: Vec<Vec<Button>>) -> Rendered {
    let lines: Vec<String> = lines.into_iter().filter(|line| !line.is_empty()).collect();
    Rendered {
        text: lines.join("\n"),
        buttons: buttons.into_iter().filter(|row| !row.is_empty()).collect(),
        ..Rendered::default()
    }
}

/// Buttons in rows of so many.
pub(super) fn rows(buttons: Vec<Button>, in_a_row: usize) -> Vec<Vec<Button>> {
    let mut rows: Vec<Vec<Button>> = Vec::new();
    for button in buttons {
        match rows.last_mut() {
            Some(row) if row.len() < in_a_row => row.push(button),
            _ => rows.push(vec![button]),
        }
    }
    rows
}
