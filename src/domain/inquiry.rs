//! Inquiries (询问): what the office of the electing unit asks a deputy about duty and activities, and the deputy's answer
//! (Article 4 of the source document; Deputies Law 58).
//!
//! Decided by `flows::inquire`, reminded of by `flows::remind`. **Invariants:** the sources name no period, so the office sets
//! the last day and none is made up; the day does not roll on, because it is set and not computed; only an answer or the
//! office's withdrawal ends an inquiry; an answer after the day is taken and marked late.

use chrono::{Datelike, Days, NaiveDate};

use super::case::tagged;
use super::ids::{AccountId, DeputyId, InquiryId, OfficeId};
use super::refusal::Refusal;
use super::reminder::Dates;
use super::time::day_of;
use crate::domain::case::text::narrow;

/// Characters of a question: it fits into one message together with what stands around it.
pub const LONGEST_QUESTION: usize = 1_000;
/// Characters of an answer with all that was added.
pub const LONGEST_ANSWER: usize = 20_000;
/// The last day may lie so many days ahead; one further off is a year typed wrongly.
const FARTHEST: u64 = 366;

tagged! {
    /// Where an inquiry stands.
    InquiryState {
        /// The deputy has not answered.
        Open = "open",
        /// Answered.
        Answered = "answered",
        /// The office no longer asks.
        Withdrawn = "withdrawn",
    }
}

tagged! {
    /// How an answer came.
    InquiryWay {
        /// In the chat, by the deputy.
        Chat = "chat",
        /// On paper or by word of mouth, entered by an officer.
        Entered = "entered",
    }
}

tagged! {
    /// What of an inquiry is shown.
    InquiryPage {
        /// To the deputy: it came.
        Asked = "asked",
        /// To the deputy: a reminder.
        Due = "due",
        /// To the deputy, who looks at it.
        Shown = "shown",
        /// Asks for the words of the answer.
        AskAnswer = "ask_answer",
        /// The answer is with the office.
        Taken = "taken",
        /// What was added is with the office.
        Added = "added",
        /// The reminder was put off.
        Snoozed = "snoozed",
        /// To the deputy: the office took an answer down.
        Entered = "entered",
        /// To the deputy: the office no longer asks.
        Withdrawn = "withdrawn",
        /// To the officers: an answer came.
        Answered = "answered",
        /// To the officers: something was added to an answer.
        AnswerAdded = "answer_added",
    }
}

tagged! {
    /// What a tap about an inquiry asks for. The words stand in buttons that were sent: they never change.
    InquiryTap {
        /// As it stands.
        Show = "v",
        /// 现在答复, 补充
        Answer = "a",
        /// 明天再提醒
        Tomorrow = "s1",
    }
}

/// An inquiry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inquiry {
    /// Its id.
    pub id: InquiryId,
    /// The number that people say, from 1.
    pub number: i64,
    /// Who is asked.
    pub deputy_id: DeputyId,
    /// The office that asks.
    pub office_id: OfficeId,
    /// Where it stands.
    pub state: InquiryState,
    /// What is asked.
    pub question: String,
    /// The officer; none: the administrator.
    pub asked_by: Option<AccountId>,
    /// When it was asked.
    pub asked_at: i64,
    /// The last day, as the office set it.
    pub due_on: NaiveDate,
    /// The answer with all that was added; empty: none.
    pub answer: String,
    /// How the first answer came.
    pub answered_way: Option<InquiryWay>,
    /// The day of the first answer.
    pub answered_on: Option<NaiveDate>,
    /// Who wrote or entered it.
    pub answered_by: Option<AccountId>,
    /// When it was withdrawn.
    pub withdrawn_at: Option<i64>,
    /// Why.
    pub withdrawn_why: String,
    /// When it is looked at next.
    pub next_step_at: Option<i64>,
}

impl Inquiry {
    /// The days that reminders follow.
    pub fn dates(&self) -> Dates {
        Dates {
            began_at: self.asked_at,
            nominal_on: self.due_on,
            due_on: self.due_on,
        }
    }

    /// The first answer came after the day, or none came and it is over.
    pub fn is_late(&self, now: i64) -> bool {
        match self.state {
            InquiryState::Open => day_of(now) > self.due_on,
            InquiryState::Answered => self.answered_on.is_some_and(|on| on > self.due_on),
            InquiryState::Withdrawn => false,
        }
    }
}

/// A day that an office may set: not past, and not farther off than a year.
pub fn check_day(due_on: NaiveDate, now: i64) -> Result<(), Refusal> {
    let today = day_of(now);
    if due_on < today {
        Err(Refusal::InquiryDayPast)
    } else if due_on > today + Days::new(FARTHEST) {
        Err(Refusal::InquiryDayFar)
    } else {
        Ok(())
    }
}

/// A day to come as typed: 2026-12-01, 2026年12月1日, 12月1日, 12-1; without a year the next such day.
pub fn read_day_to_come(typed: &str, now: i64) -> Option<NaiveDate> {
    let today = day_of(now);
    let numbers: Vec<u32> = narrow(typed)
        .split(|c: char| !c.is_ascii_digit())
        .filter(|run| !run.is_empty())
        .map(|run| run.parse().ok())
        .collect::<Option<_>>()?;
    match numbers.as_slice() {
        [year, month, day] => NaiveDate::from_ymd_opt(i32::try_from(*year).ok()?, *month, *day),
        [month, day] => NaiveDate::from_ymd_opt(today.year(), *month, *day)
            .filter(|on| *on >= today)
            .or_else(|| NaiveDate::from_ymd_opt(today.year() + 1, *month, *day)),
        _ => None,
    }
}

/// Upon inquiries: what the desk and the command line ask for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InquiryCommand {
    /// Asks a deputy.
    Ask {
        /// Whom.
        deputy: DeputyId,
        /// What.
        question: String,
        /// Until when.
        due_on: NaiveDate,
    },
    /// An answer that came on paper or by word of mouth.
    Enter {
        /// To which inquiry.
        inquiry: InquiryId,
        /// The words.
        answer: String,
        /// When it came; none: today.
        on: Option<NaiveDate>,
    },
    /// The office no longer asks.
    Withdraw {
        /// Which.
        inquiry: InquiryId,
        /// Why.
        why: String,
    },
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::time::instant_of;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_office_sets_a_day_that_is_to_come_and_not_a_wrong_year() {
        let now = instant_of(day("2026-11-23"), 600);
        assert_eq!(check_day(day("2026-11-23"), now), Ok(()));
        assert_eq!(check_day(day("2026-11-22"), now), Err(Refusal::InquiryDayPast));
        assert_eq!(check_day(day("2027-11-24"), now), Ok(()));
        assert_eq!(check_day(day("2206-12-01"), now), Err(Refusal::InquiryDayFar));
    }

    #[test]
    fn a_day_to_come_is_read_as_people_type_it() {
        let now = instant_of(day("2026-11-23"), 600);
        for (typed, read) in [
            ("2026-12-01", "2026-12-01"),
            ("２０２６年12月1日", "2026-12-01"),
            ("12月1日", "2026-12-01"),
            ("11-23", "2026-11-23"),
            ("1月8日", "2027-01-08"),
        ] {
            assert_eq!(read_day_to_come(typed, now), Some(day(read)), "{typed}");
        }
        for typed in ["", "明天", "2026-02-30", "2027-02-29", "12", "1-2-3-4"] {
            assert_eq!(read_day_to_come(typed, now), None, "{typed}");
        }
    }
}
