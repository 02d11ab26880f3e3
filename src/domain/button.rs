//! Buttons: a closed list of acts, written in at most 64 bytes (Telegram's limit for callback data).
//!
//! A button gives nobody a right: whoever taps is checked by account, and an old or forged one gets a refusal.

use chrono::{Datelike, NaiveDate};

use super::case::{EnteredWay, Reader, tagged};
use super::handbook::DutyCategory;
use super::ids::{
    AssignmentId, CaseId, DeputyId, InquiryId, InvitationId, OfficeId, RecordId, ReplyId, ReportId,
    SuggestionId,
};
use super::inquiry::InquiryTap;
use super::message_kind::Note;
use super::suggestion::SuggestionKind;
use super::world::LetterFilter;
use crate::domain::draft::admissibility::Bar;
use crate::domain::draft::message::{AdviceTap, DraftTap};

/// What a tap asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum Act {
    /// The first page.
    Home,
    /// The finder.
    Find,
    /// Electing units; true: for 不知道找谁.
    Units(bool),
    /// Deputies of a unit, from a page.
    Unit(OfficeId, i64),
    /// Fields of interest.
    Fields,
    /// Deputies with the field of this place in the list, from a page.
    Field(i64, i64),
    /// Search by name.
    SearchName,
    /// Further page of a search by name; the name is in the dialogue's past, so it is carried in the act.
    Named(String, i64),
    /// Open a reader's page.
    Open(Reader),
    /// The office of a unit, for 不知道找谁.
    OfficeOf(OfficeId),
    /// Held words go to the office.
    TakeOffice,
    /// Held words are thrown away.
    LeaveIt,
    /// The next words begin a new case with the reader.
    NewCase(Reader),
    /// The next words go on in the case.
    More(CaseId),
    /// Where the case stands.
    Progress(CaseId),
    /// The person's cases, from a page.
    MyCases(i64),
    /// Number and lookup code.
    LookUp,
    /// Give a name to the reader.
    GiveName(Reader),
    /// Leave telephone or mail for the case.
    LeaveContact(CaseId),
    /// Take back telephone and mail that were left for the case.
    RemoveContact(CaseId),
    /// Six digits that came alone are words of a letter.
    SendDigits,
    /// A part of what was said in a case, counted from the newest.
    ProgressPage(CaseId, i64),
    /// Go on with an ended case.
    Reopen(CaseId),
    /// Change the language.
    Language,
    /// Letters, from a page.
    Letters(LetterFilter, i64),
    /// One letter.
    ShowLetter(CaseId),
    /// A part of a letter, counted from the newest.
    LetterPage(CaseId, i64),
    /// Answer this case.
    Answer(CaseId),
    /// Send the modest wording.
    SendModest(CaseId),
    /// Send as written.
    SendAnyway(CaseId),
    /// Don't send.
    DropAnswer,
    /// The words just written answer this case.
    ChooseCase(CaseId),
    /// Mark as raised.
    Raise(CaseId),
    /// Mark as passed on.
    PassOn(CaseId),
    /// End the case.
    End(CaseId),
    /// Records, from a page; true: drafts only.
    Records(i64, bool),
    /// One record.
    ShowRecord(RecordId),
    /// Confirm it.
    Confirm(RecordId),
    /// Confirm all drafts of the record's day.
    ConfirmDay(RecordId),
    /// Correct a field of it, by the field's place.
    Correct(RecordId, i64),
    /// Drop it.
    DropRecord(RecordId),
    /// It was on this day.
    SetDay(RecordId, NaiveDate),
    /// It belongs into this category.
    SetCategory(RecordId, DutyCategory),
    /// Confirm all records of a report.
    ConfirmReport(ReportId),
    /// Drop all of them.
    DropReport(ReportId),
    /// One record for each of its matters.
    Split(RecordId),
    /// It is the same event as the record that it looks like.
    Merge(RecordId),
    /// The words were an answer to a letter, and no report; with the report that was read in them, if any.
    AnswerLetter(Option<ReportId>),
    /// The record follows the changed words; false: it stays.
    TakeEdit(ReportId, bool),
    /// Take the last one back.
    Undo,
    /// The words and the files that a record was read from.
    ShowSource(RecordId),
    /// What may have been forgotten this year.
    Gaps,
    /// A notice that was passed on is to be logged, as a draft.
    LogNotice(ReportId),
    /// It is not to be logged.
    DropNotice(ReportId),
    /// The year's handbook.
    Handbook(i64),
    /// Hand the year's handbook in.
    HandIn(i64),
    /// Hand it in without what waits for a look.
    HandInAsItIs(i64),
    /// The paper handbook was handed in.
    PaperHandedIn(i64),
    /// Remind of the handbook next week.
    LaterHandIn(i64),
    /// What waits.
    Todo,
    /// Enter a matter for someone.
    Enter(EnteredWay),
    /// 记一笔.
    TakeDown,
    /// Redeem: then the last four characters are asked for.
    Redeem(InvitationId),
    /// Shows a fixed text.
    Say(Note),
    /// Deputies who can be found: the page of one.
    Deputy(DeputyId),
    /// Feedback on a reply.
    Feedback(FeedbackTap, ReplyId),
    /// An inquiry of the office.
    Inquiry(InquiryTap, InquiryId),
    /// What is due, from a page.
    Due(i64),
    /// The coming weeks as a picture.
    Weeks,
    /// The own address of the calendar feed: shown, made anew, or revoked.
    CalendarLink(LinkTap),
    /// The deputy's motions and suggestions, from a page.
    Suggestions(i64),
    /// One of them.
    ShowSuggestion(SuggestionId),
    /// The writers of the letters that led to it hear what became of it.
    TellWriters(SuggestionId),
    /// A reply to this assignment came.
    ReplyCame(AssignmentId),
    /// It came so many days ago.
    ReplyDay(i64),
    /// It came on another day than the one that was read.
    ReplyOtherDay,
    /// It was by word of mouth.
    ReplyOral,
    /// Record it as shown.
    ReplyYes,
    /// Record nothing.
    ReplyDrop,
    /// The deputy's drafts.
    Drafts,
    /// Begin a draft.
    NewDraft(SuggestionKind),
    /// Begin one with the words that wait.
    DraftThis(SuggestionKind),
    /// Write a suggestion from a letter: a new draft, or one that is open.
    DraftFrom(CaseId),
    /// Write one from a contact record.
    DraftFromRecord(RecordId),
    /// A new draft from a letter.
    DraftNewFrom(CaseId),
    /// A new draft from a contact record.
    DraftNewFromRecord(RecordId),
    /// The letter goes into a draft.
    DraftLink(SuggestionId, CaseId),
    /// The contact record goes into a draft.
    DraftLinkRecord(SuggestionId, RecordId),
    /// Upon a draft.
    Draft(DraftTap, SuggestionId),
    /// Upon a piece of advice on a draft.
    DraftAdvice(SuggestionId, Bar, AdviceTap),
    /// Ask a deputy for the name.
    DraftInvite(SuggestionId, DeputyId),
    /// Put the own name to a draft whose content has this mark; false: decline.
    CoSign(SuggestionId, i64, bool),
    /// The first draft stays, the second goes into it.
    DraftMerge(SuggestionId, SuggestionId),
    /// Propose to the deputy of the second draft to raise it with the first.
    DraftPropose(SuggestionId, SuggestionId),
    /// Answer: the first, another's draft, stays and the own second one goes into it; false: each their own.
    DraftJoin(SuggestionId, SuggestionId, bool),
    /// What the office registered (the second) is this draft, or isn't.
    DraftIs(SuggestionId, SuggestionId, bool),
}

tagged! {
    /// What a tap about the feedback on a reply asks for. The words stand in buttons that were sent: they never change.
    FeedbackTap {
        /// The matter as it stands.
        Show = "v",
        /// 现在反馈
        Now = "n",
        /// 对办理：满意
        HandlingSatisfied = "h1",
        /// 对办理：基本满意
        HandlingMostly = "h2",
        /// 对办理：不满意
        HandlingDissatisfied = "h3",
        /// 对答复：满意
        ReplySatisfied = "r1",
        /// 对答复：基本满意
        ReplyMostly = "r2",
        /// 对答复：不满意
        ReplyDissatisfied = "r3",
        /// 开始写 reasons.
        Write = "w",
        /// 改选
        Again = "a",
        /// 稍后再写
        Later = "l",
        /// 要求重新办理, on or off.
        Rehandle = "x",
        /// 送出
        Give = "g",
        /// 修改意见
        Change = "c",
        /// 其实已反馈
        Already = "d",
        /// 已在省平台反馈
        OnPlatform = "p",
        /// Today.
        PlatformToday = "p0",
        /// Yesterday.
        PlatformYesterday = "p1",
        /// 已书面寄出
        OnPaper = "q",
        /// Today.
        PaperToday = "q0",
        /// Yesterday.
        PaperYesterday = "q1",
        /// 补发凭证
        Proof = "k",
        /// 明天再提醒
        Tomorrow = "s1",
        /// 三天后再提醒
        ThreeDays = "s3",
        /// 日期怎么算的
        Why = "y",
        /// 需要协助
        Help = "e",
    }
}

tagged! {
    /// What a tap about the calendar feed asks for. The words stand in buttons that were sent: they never change.
    LinkTap {
        /// How it stands.
        Show = "s",
        /// A new address.
        Make = "m",
        /// 停用
        Revoke = "r",
    }
}

/// A button as people see it.
#[derive(Debug, Clone, PartialEq)]
pub struct Button {
    /// The word on it: a verb.
    pub label: String,
    /// What a tap asks for.
    pub act: Act,
}

const DIGITS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

fn base62(mut number: i64) -> String {
    let mut digits = Vec::new();
    loop {
        digits.push(DIGITS[usize::try_from(number.rem_euclid(62)).unwrap_or(0)]);
        number = number.div_euclid(62);
        if number <= 0 {
            break;
        }
    }
    digits.reverse();
    digits.into_iter().map(char::from).collect()
}

fn from_base62(text: &str) -> Option<i64> {
    if text.is_empty() {
        return None;
    }
    text.bytes().try_fold(0_i64, |number, byte| {
        let digit = DIGITS.iter().position(|it| *it == byte)?;
        number.checked_mul(62)?.checked_add(i64::try_from(digit).ok()?)
    })
}

fn reader(reader: Reader) -> [String; 2] {
    match reader {
        Reader::Deputy(id) => ["d".into(), base62(id.0)],
        Reader::Office(id) => ["o".into(), base62(id.0)],
    }
}

fn filter(filter: LetterFilter) -> &'static str {
    match filter {
        LetterFilter::Open => "o",
        LetterFilter::Answered => "a",
        LetterFilter::Ended => "e",
    }
}

impl Act {
    /// The callback data: version 1, act, arguments; at most 64 bytes.
    pub fn encode(&self) -> String {
        let join = |word: &str, parts: &[String]| {
            let mut text = format!("1.{word}");
            for part in parts {
                text.push('.');
                text.push_str(part);
            }
            text
        };
        let one = |word: &str, id: i64| join(word, &[base62(id)]);
        match self {
            Act::Home => join("h", &[]),
            Act::Find => join("f", &[]),
            Act::Units(for_office) => join("us", &[u8::from(*for_office).to_string()]),
            Act::Unit(office, page) => join("u", &[base62(office.0), base62(*page)]),
            Act::Fields => join("fs", &[]),
            Act::Field(place, page) => join("fi", &[base62(*place), base62(*page)]),
            Act::SearchName => join("sn", &[]),
            Act::Named(name, page) => {
                // Twelve characters of up to four bytes leave room for version, act and page.
                let name: String = name.chars().filter(|c| *c != '.').take(12).collect();
                join("nm", &[base62(*page), name])
            }
            Act::Open(of) => join("op", &reader(*of)),
            Act::OfficeOf(office) => one("oo", office.0),
            Act::TakeOffice => join("to", &[]),
            Act::LeaveIt => join("li", &[]),
            Act::NewCase(of) => join("nc", &reader(*of)),
            Act::More(case) => one("mo", case.0),
            Act::Progress(case) => one("pr", case.0),
            Act::MyCases(page) => one("mc", *page),
            Act::LookUp => join("lu", &[]),
            Act::GiveName(of) => join("gn", &reader(*of)),
            Act::LeaveContact(case) => one("lc", case.0),
            Act::RemoveContact(case) => one("xc", case.0),
            Act::SendDigits => join("xd", &[]),
            Act::ProgressPage(case, page) => join("pp", &[base62(case.0), base62(*page)]),
            Act::LetterPage(case, page) => join("lp", &[base62(case.0), base62(*page)]),
            Act::Reopen(case) => one("ro", case.0),
            Act::Language => join("la", &[]),
            Act::Letters(of, page) => join("le", &[filter(*of).into(), base62(*page)]),
            Act::ShowLetter(case) => one("sl", case.0),
            Act::Answer(case) => one("an", case.0),
            Act::SendModest(case) => one("sm", case.0),
            Act::SendAnyway(case) => one("sa", case.0),
            Act::DropAnswer => join("da", &[]),
            Act::ChooseCase(case) => one("cc", case.0),
            Act::Raise(case) => one("ra", case.0),
            Act::PassOn(case) => one("po", case.0),
            Act::End(case) => one("en", case.0),
            Act::Records(page, drafts) => join("rs", &[base62(*page), u8::from(*drafts).to_string()]),
            Act::ShowRecord(record) => one("sr", record.0),
            Act::Confirm(record) => one("cf", record.0),
            Act::ConfirmDay(record) => one("cd", record.0),
            Act::Correct(record, field) => join("co", &[base62(record.0), base62(*field)]),
            Act::DropRecord(record) => one("dr", record.0),
            Act::SetDay(record, on) => join(
                "sd",
                &[base62(record.0), base62(i64::from(on.num_days_from_ce()))],
            ),
            Act::ConfirmReport(report) => one("cr", report.0),
            Act::DropReport(report) => one("xr", report.0),
            Act::Split(record) => one("sp", record.0),
            Act::Merge(record) => one("mg", record.0),
            Act::AnswerLetter(report) => one("al", report.map_or(0, |report| report.0)),
            Act::TakeEdit(report, take) => join("te", &[base62(report.0), u8::from(*take).to_string()]),
            Act::Undo => join("ud", &[]),
            Act::Gaps => join("ga", &[]),
            Act::ShowSource(record) => one("so", record.0),
            Act::LogNotice(report) => one("ln", report.0),
            Act::DropNotice(report) => one("xn", report.0),
            Act::SetCategory(record, category) => {
                join("sc", &[base62(record.0), base62(i64::from(category.number()))])
            }
            Act::Handbook(year) => one("hb", *year),
            Act::HandIn(year) => one("hi", *year),
            Act::HandInAsItIs(year) => one("ha", *year),
            Act::PaperHandedIn(year) => one("hp", *year),
            Act::LaterHandIn(year) => one("hl", *year),
            Act::Todo => join("td", &[]),
            Act::Enter(way) => join("ew", &[way.tag().into()]),
            Act::TakeDown => join("tk", &[]),
            Act::Redeem(invitation) => one("rd", invitation.0),
            Act::Say(note) => join("sy", &[note.tag().into()]),
            Act::Deputy(deputy) => one("dp", deputy.0),
            Act::Feedback(tap, reply) => join("fb", &[tap.tag().into(), base62(reply.0)]),
            Act::Inquiry(tap, inquiry) => join("iq", &[tap.tag().into(), base62(inquiry.0)]),
            Act::Due(page) => one("du", *page),
            Act::Weeks => join("wk", &[]),
            Act::CalendarLink(tap) => join("cl", &[tap.tag().into()]),
            Act::Suggestions(page) => one("su", *page),
            Act::ShowSuggestion(suggestion) => one("ss", suggestion.0),
            Act::TellWriters(suggestion) => one("tw", suggestion.0),
            Act::ReplyCame(assignment) => one("rc", assignment.0),
            Act::ReplyDay(days) => one("ry", *days),
            Act::ReplyOtherDay => join("rt", &[]),
            Act::ReplyOral => join("rl", &[]),
            Act::ReplyYes => join("rk", &[]),
            Act::ReplyDrop => join("rx", &[]),
            Act::Drafts => join("ds", &[]),
            Act::NewDraft(kind) => join("dn", &[kind.tag().into()]),
            Act::DraftThis(kind) => join("dt", &[kind.tag().into()]),
            Act::DraftFrom(case) => one("df", case.0),
            Act::DraftFromRecord(record) => one("dg", record.0),
            Act::DraftNewFrom(case) => one("dh", case.0),
            Act::DraftNewFromRecord(record) => one("di", record.0),
            Act::DraftLink(draft, case) => join("dl", &[base62(draft.0), base62(case.0)]),
            Act::DraftLinkRecord(draft, record) => join("dm", &[base62(draft.0), base62(record.0)]),
            Act::Draft(tap, draft) => join("d", &[tap.tag().into(), base62(draft.0)]),
            Act::DraftAdvice(draft, bar, tap) => {
                join("dv", &[base62(draft.0), bar.tag().into(), tap.tag().into()])
            }
            Act::DraftInvite(draft, deputy) => join("dk", &[base62(draft.0), base62(deputy.0)]),
            Act::CoSign(draft, mark, yes) => join(
                "cs",
                &[base62(draft.0), base62(*mark), u8::from(*yes).to_string()],
            ),
            Act::DraftMerge(kept, gone) => join("dx", &[base62(kept.0), base62(gone.0)]),
            Act::DraftPropose(mine, theirs) => join("dq", &[base62(mine.0), base62(theirs.0)]),
            Act::DraftJoin(theirs, mine, yes) => join(
                "dj",
                &[base62(theirs.0), base62(mine.0), u8::from(*yes).to_string()],
            ),
            Act::DraftIs(draft, row, yes) => join(
                "dz",
                &[base62(draft.0), base62(row.0), u8::from(*yes).to_string()],
            ),
        }
    }

    /// Reads callback data; `None` for what this release didn't write.
    pub fn decode(data: &str) -> Option<Self> {
        if data.len() > 64 {
            return None;
        }
        let parts: Vec<&str> = data.split('.').collect();
        let (version, rest) = parts.split_first()?;
        if *version != "1" {
            return None;
        }
        let (word, rest) = rest.split_first()?;
        let text = |place: usize| rest.get(place).copied();
        let number = |place: usize| from_base62(text(place)?);
        let flag = |place: usize| match text(place)? {
            "0" => Some(false),
            "1" => Some(true),
            _ => None,
        };
        let reader = || match text(0)? {
            "d" => Some(Reader::Deputy(DeputyId(number(1)?))),
            "o" => Some(Reader::Office(OfficeId(number(1)?))),
            _ => None,
        };
        let case = || Some(CaseId(number(0)?));
        let draft = |place: usize| Some(SuggestionId(number(place)?));
        let record = || Some(RecordId(number(0)?));
        let act = match *word {
            "h" => Act::Home,
            "f" => Act::Find,
            "us" => Act::Units(flag(0)?),
            "u" => Act::Unit(OfficeId(number(0)?), number(1)?),
            "fs" => Act::Fields,
            "fi" => Act::Field(number(0)?, number(1)?),
            "sn" => Act::SearchName,
            "nm" => Act::Named(text(1)?.to_owned(), number(0)?),
            "op" => Act::Open(reader()?),
            "oo" => Act::OfficeOf(OfficeId(number(0)?)),
            "to" => Act::TakeOffice,
            "li" => Act::LeaveIt,
            "nc" => Act::NewCase(reader()?),
            "mo" => Act::More(case()?),
            "pr" => Act::Progress(case()?),
            "mc" => Act::MyCases(number(0)?),
            "lu" => Act::LookUp,
            "gn" => Act::GiveName(reader()?),
            "lc" => Act::LeaveContact(case()?),
            "xc" => Act::RemoveContact(case()?),
            "xd" => Act::SendDigits,
            "pp" => Act::ProgressPage(case()?, number(1)?),
            "ro" => Act::Reopen(case()?),
            "la" => Act::Language,
            "le" => {
                let filter = match text(0)? {
                    "o" => LetterFilter::Open,
                    "a" => LetterFilter::Answered,
                    "e" => LetterFilter::Ended,
                    _ => return None,
                };
                Act::Letters(filter, number(1)?)
            }
            "sl" => Act::ShowLetter(case()?),
            "lp" => Act::LetterPage(case()?, number(1)?),
            "an" => Act::Answer(case()?),
            "sm" => Act::SendModest(case()?),
            "sa" => Act::SendAnyway(case()?),
            "da" => Act::DropAnswer,
            "cc" => Act::ChooseCase(case()?),
            "ra" => Act::Raise(case()?),
            "po" => Act::PassOn(case()?),
            "en" => Act::End(case()?),
            "rs" => Act::Records(number(0)?, flag(1)?),
            "sr" => Act::ShowRecord(record()?),
            "cf" => Act::Confirm(record()?),
            "cd" => Act::ConfirmDay(record()?),
            "co" => Act::Correct(record()?, number(1)?),
            "dr" => Act::DropRecord(record()?),
            "sd" => {
                let day = i32::try_from(number(1)?).ok()?;
                Act::SetDay(record()?, NaiveDate::from_num_days_from_ce_opt(day)?)
            }
            "cr" => Act::ConfirmReport(ReportId(number(0)?)),
            "xr" => Act::DropReport(ReportId(number(0)?)),
            "sp" => Act::Split(record()?),
            "mg" => Act::Merge(record()?),
            "al" => Act::AnswerLetter(Some(number(0)?).filter(|id| *id > 0).map(ReportId)),
            "te" => Act::TakeEdit(ReportId(number(0)?), flag(1)?),
            "ud" => Act::Undo,
            "ga" => Act::Gaps,
            "so" => Act::ShowSource(record()?),
            "ln" => Act::LogNotice(ReportId(number(0)?)),
            "xn" => Act::DropNotice(ReportId(number(0)?)),
            "sc" => Act::SetCategory(record()?, DutyCategory::from_number(number(1)?)?),
            "hb" => Act::Handbook(number(0)?),
            "hi" => Act::HandIn(number(0)?),
            "ha" => Act::HandInAsItIs(number(0)?),
            "hp" => Act::PaperHandedIn(number(0)?),
            "hl" => Act::LaterHandIn(number(0)?),
            "td" => Act::Todo,
            "ew" => Act::Enter(EnteredWay::from_tag(text(0)?)?),
            "tk" => Act::TakeDown,
            "rd" => Act::Redeem(InvitationId(number(0)?)),
            "sy" => Act::Say(Note::from_tag(text(0)?)?),
            "dp" => Act::Deputy(DeputyId(number(0)?)),
            "fb" => Act::Feedback(FeedbackTap::from_tag(text(0)?)?, ReplyId(number(1)?)),
            "iq" => Act::Inquiry(InquiryTap::from_tag(text(0)?)?, InquiryId(number(1)?)),
            "du" => Act::Due(number(0)?),
            "wk" => Act::Weeks,
            "cl" => Act::CalendarLink(LinkTap::from_tag(text(0)?)?),
            "su" => Act::Suggestions(number(0)?),
            "ss" => Act::ShowSuggestion(SuggestionId(number(0)?)),
            "tw" => Act::TellWriters(SuggestionId(number(0)?)),
            "rc" => Act::ReplyCame(AssignmentId(number(0)?)),
            "ry" => Act::ReplyDay(number(0)?),
            "rt" => Act::ReplyOtherDay,
            "rl" => Act::ReplyOral,
            "rk" => Act::ReplyYes,
            "rx" => Act::ReplyDrop,
            "ds" => Act::Drafts,
            "dn" => Act::NewDraft(SuggestionKind::from_tag(text(0)?)?),
            "dt" => Act::DraftThis(SuggestionKind::from_tag(text(0)?)?),
            "df" => Act::DraftFrom(case()?),
            "dg" => Act::DraftFromRecord(record()?),
            "dh" => Act::DraftNewFrom(case()?),
            "di" => Act::DraftNewFromRecord(record()?),
            "dl" => Act::DraftLink(draft(0)?, CaseId(number(1)?)),
            "dm" => Act::DraftLinkRecord(draft(0)?, RecordId(number(1)?)),
            "d" => Act::Draft(DraftTap::from_tag(text(0)?)?, draft(1)?),
            "dv" => Act::DraftAdvice(
                draft(0)?,
                Bar::from_tag(text(1)?)?,
                AdviceTap::from_tag(text(2)?)?,
            ),
            "dk" => Act::DraftInvite(draft(0)?, DeputyId(number(1)?)),
            "cs" => Act::CoSign(draft(0)?, number(1)?, flag(2)?),
            "dx" => Act::DraftMerge(draft(0)?, draft(1)?),
            "dq" => Act::DraftPropose(draft(0)?, draft(1)?),
            "dj" => Act::DraftJoin(draft(0)?, draft(1)?, flag(2)?),
            "dz" => Act::DraftIs(draft(0)?, draft(1)?, flag(2)?),
            _ => return None,
        };
        Some(act)
    }

    /// The case that the act speaks of: how a reply finds its case by the keyboard of the message replied to.
    pub fn case(&self) -> Option<CaseId> {
        match self {
            Act::More(case)
            | Act::Progress(case)
            | Act::LeaveContact(case)
            | Act::RemoveContact(case)
            | Act::ProgressPage(case, _)
            | Act::LetterPage(case, _)
            | Act::Reopen(case)
            | Act::ShowLetter(case)
            | Act::Answer(case)
            | Act::SendModest(case)
            | Act::SendAnyway(case)
            | Act::ChooseCase(case)
            | Act::Raise(case)
            | Act::PassOn(case)
            | Act::End(case)
            | Act::DraftFrom(case) => Some(*case),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_button_says_the_same_after_its_journey(id in 0_i64.., page in 0_i64..100_000, flag: bool) {
            for act in [
                Act::Unit(OfficeId(id), page),
                Act::NewCase(Reader::Deputy(DeputyId(id))),
                Act::GiveName(Reader::Office(OfficeId(id))),
                Act::Letters(LetterFilter::Ended, page),
                Act::Records(page, flag),
                Act::Correct(RecordId(id), page),
                Act::Named("湘西土家族苗族".into(), page),
                Act::End(CaseId(id)),
                Act::Feedback(FeedbackTap::PaperYesterday, ReplyId(id)),
                Act::Inquiry(InquiryTap::Tomorrow, InquiryId(id)),
                Act::RemoveContact(CaseId(id)),
                Act::SendDigits,
                Act::ProgressPage(CaseId(id), page),
                Act::LetterPage(CaseId(id), page),
                Act::SetDay(RecordId(id), NaiveDate::from_ymd_opt(2026, 8, 4).unwrap()),
                Act::SetCategory(RecordId(id), DutyCategory::Other),
                Act::AnswerLetter(None),
                Act::TakeEdit(ReportId(id), flag),
                Act::NewDraft(SuggestionKind::Motion),
                Act::DraftFrom(CaseId(id)),
                Act::DraftLinkRecord(SuggestionId(id), RecordId(id)),
                Act::Draft(DraftTap::NotHandedIn, SuggestionId(id)),
                Act::DraftAdvice(SuggestionId(id), Bar::ForwardedLetter, AdviceTap::Keep),
                Act::CoSign(SuggestionId(id), id, flag),
                Act::DraftJoin(SuggestionId(id), SuggestionId(id), flag),
                Act::DraftIs(SuggestionId(id), SuggestionId(id), flag),
            ] {
                let data = act.encode();
                prop_assert!(data.len() <= 64, "{data} is too long");
                prop_assert_eq!(Act::decode(&data), Some(act));
            }
        }

        #[test]
        fn forged_data_is_never_a_panic(data in ".{0,80}") {
            let _ = Act::decode(&data);
        }
    }
}
