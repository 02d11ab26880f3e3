//! What a deputy sees of the feedback on a reply: the recorded reply, the reminder, the questions, the preview, what became
//! of it. One message kind with pages, each made from the rows as they are now.

mod ask;
mod given;

use crate::domain::button::{Act, Button, FeedbackTap};
use crate::domain::deadline::{Began, DeadlineRule, work_out};
use crate::domain::feedback::{
    Draft, Feedback, FeedbackReceiver, Receiver, ReceiverState, SlipCounts, Standing, Verdict,
};
use crate::domain::ids::ReplyId;
use crate::domain::message_kind::FeedbackPage;
use crate::domain::people::Deputy;
use crate::domain::refusal::Refusal;
use crate::domain::reminder::days_left;
use crate::domain::rendered::Rendered;
use crate::domain::suggestion::Suggestion;
use crate::domain::suggestion::assignment::HandlingUnit;
use crate::domain::suggestion::reply::{Reply, ReplyState};
use crate::domain::time::MINUTE_MS;
use crate::domain::world::{Deciding, Key, ListKey, Stop};
use crate::text::{Args, DeadlineEdition, deadline_why};

use super::cut::{beginning, one_line};
use super::names::deputy_in_full;
use super::telling::{Telling, page};
use ask::ask;
use given::{taken, told};

/// Characters of a title within a sentence.
const TITLE: usize = 40;
/// UTF-16 units of the reasons in a preview: the rest of the message stays within Telegram's limit.
const REASONS: usize = 2_200;

/// Everything about one reply that its pages show.
pub(super) struct Matter<'a> {
    pub reply: &'a Reply,
    pub suggestion: &'a Suggestion,
    pub unit: &'a HandlingUnit,
    pub deputy: &'a Deputy,
    feedback: Option<&'a Feedback>,
    receivers: [Option<&'a FeedbackReceiver>; 2],
}

impl<'a> Matter<'a> {
    /// Loads one.
    pub fn load(t: &Telling<'a>, id: ReplyId) -> Deciding<Self> {
        Self::load_all(t, &[id])?
            .pop()
            .ok_or(Stop::Refused(Refusal::NoLongerThere))
    }

    /// Loads several, in as many rounds as one.
    pub fn load_all(t: &Telling<'a>, ids: &[ReplyId]) -> Deciding<Vec<Self>> {
        t.world.want(ids.iter().flat_map(|id| {
            [
                Key::Reply(*id),
                Key::Feedback(*id),
                Key::FeedbackReceiver((*id, Receiver::ProvincialOffice)),
                Key::FeedbackReceiver((*id, Receiver::HandlingUnit)),
            ]
        }))?;
        let mut keys = Vec::new();
        for id in ids {
            let reply = t.world.reply(id)?;
            keys.push(Key::Suggestion(reply.suggestion_id));
            keys.push(Key::Assignment(reply.assignment_id));
            keys.push(Key::Deputy(reply.deputy_id));
        }
        t.world.want(keys)?;
        let mut units = Vec::new();
        for id in ids {
            let assignment = t.world.reply(id)?.assignment_id;
            units.push(Key::HandlingUnit(
                t.world.assignment(&assignment)?.handling_unit_id,
            ));
        }
        t.world.want(units)?;
        ids.iter().map(|id| Self::loaded(t, *id)).collect()
    }

    fn loaded(t: &Telling<'a>, id: ReplyId) -> Deciding<Self> {
        let reply = t.world.reply(&id)?;
        let unit = t.world.assignment(&reply.assignment_id)?.handling_unit_id;
        Ok(Self {
            reply,
            suggestion: t.world.suggestion(&reply.suggestion_id)?,
            unit: t.world.handling_unit(&unit)?,
            deputy: t.world.deputy(&reply.deputy_id)?,
            feedback: t.world.find_feedback(&id)?,
            receivers: [
                t.world
                    .find_feedback_receiver(&(id, Receiver::ProvincialOffice))?,
                t.world.find_feedback_receiver(&(id, Receiver::HandlingUnit))?,
            ],
        })
    }

    fn state(&self, receiver: Receiver) -> ReceiverState {
        self.receivers
            .into_iter()
            .flatten()
            .find(|row| row.receiver == receiver)
            .map_or(ReceiverState::NotSent, |row| row.state)
    }

    fn standing(&self, slip: SlipCounts) -> Standing {
        let (province, unit) = (
            self.state(Receiver::ProvincialOffice),
            self.state(Receiver::HandlingUnit),
        );
        self.feedback.map_or(Standing::None, |feedback| {
            feedback.known(province, unit).standing(slip)
        })
    }

    fn draft(&self) -> Draft {
        self.feedback
            .map(|feedback| feedback.draft.clone())
            .unwrap_or_default()
    }

    /// Title, number, unit, days and the deputy's name, for all texts.
    pub fn args(&self, t: &Telling<'_>) -> Args<'a> {
        let day = |on: Option<chrono::NaiveDate>| on.map(|on| t.day(on)).unwrap_or_default();
        let left = self.reply.due_on.map_or(0, |on| days_left(on, t.cx.now));
        let nominal_left = self.reply.nominal_on.map_or(0, |on| days_left(on, t.cx.now));
        Args::new()
            .text("title", one_line(&self.suggestion.title, TITLE))
            .text("number", self.suggestion.number.as_str())
            .text("unit", self.unit.name.as_str())
            .text("deputy", t.deputy_called(self.deputy))
            .text("received", day(self.reply.received_on))
            .text("nominal", day(self.reply.nominal_on))
            .text("due", day(self.reply.due_on))
            .number("left", left)
            .number("nominal-left", nominal_left)
            .number("minutes", t.cx.rules.step_lapses_ms / MINUTE_MS)
    }
}

pub(super) fn verdict_word(t: &Telling<'_>, verdict: Verdict) -> String {
    t.say(&format!("verdict-{}", verdict.tag().replace('_', "-")))
}

fn tap(t: &Telling<'_>, key: &str, tap: FeedbackTap, id: ReplyId) -> Button {
    t.button(key, Act::Feedback(tap, id))
}

/// One of its pages. Only the leading deputy sees it.
pub(super) fn feedback(t: &Telling<'_>, id: ReplyId, shown: FeedbackPage) -> Deciding<Rendered> {
    let matter = Matter::load(t, id)?;
    if t.to.deputy_id != Some(matter.reply.deputy_id) {
        return Err(Stop::Refused(Refusal::NotYours));
    }
    match matter.reply.state {
        ReplyState::Awaiting | ReplyState::Given => {}
        ReplyState::Withdrawn => return Err(Stop::Refused(Refusal::SuggestionWithdrawn)),
        ReplyState::Oral => return Err(Stop::Refused(Refusal::ReplyIsOral)),
        ReplyState::Mistaken => return Err(Stop::Refused(Refusal::NoLongerThere)),
    }
    match shown {
        FeedbackPage::Recorded if matter.standing(t.cx.rules.slip_counts) == Standing::None => {
            recorded(t, &matter)
        }
        FeedbackPage::Recorded | FeedbackPage::Due => due(t, &matter),
        FeedbackPage::Ask => ask(t, &matter),
        FeedbackPage::Reasons => Ok(page(
            vec![t.say_with("feedback-write", &matter.args(t))],
            vec![vec![tap(t, "button-feedback-later", FeedbackTap::Later, id)]],
        )),
        FeedbackPage::Kept => Ok(page(
            vec![t.say_with("feedback-kept", &matter.args(t))],
            vec![vec![
                tap(t, "button-feedback-go-on", FeedbackTap::Now, id),
                t.button("button-due", Act::Due(0)),
            ]],
        )),
        FeedbackPage::Taken => Ok(taken(t, &matter, "feedback-taken")),
        FeedbackPage::Same => Ok(taken(t, &matter, "feedback-same")),
        FeedbackPage::Already => Ok(page(
            vec![t.say_with("feedback-already", &matter.args(t))],
            vec![elsewhere(t, id)],
        )),
        FeedbackPage::PlatformDay => Ok(page(
            vec![t.say_with("feedback-platform-day", &matter.args(t))],
            vec![vec![
                tap(t, "button-today", FeedbackTap::PlatformToday, id),
                tap(t, "button-yesterday", FeedbackTap::PlatformYesterday, id),
            ]],
        )),
        FeedbackPage::PaperDay => Ok(page(
            vec![t.say_with("feedback-paper-day", &matter.args(t))],
            vec![vec![
                tap(t, "button-today", FeedbackTap::PaperToday, id),
                tap(t, "button-yesterday", FeedbackTap::PaperYesterday, id),
            ]],
        )),
        FeedbackPage::Told if matter.feedback.is_none() => Err(Stop::Refused(Refusal::NoLongerThere)),
        FeedbackPage::Told => Ok(told(t, &matter)),
        FeedbackPage::AskProof => Ok(page(
            vec![t.say_with("feedback-ask-proof", &matter.args(t))],
            vec![],
        )),
        FeedbackPage::Proved => {
            let count = matter.feedback.map_or(0, |feedback| feedback.proofs.len());
            let count = i64::try_from(count).unwrap_or(i64::MAX);
            let args = matter.args(t).number("count", count);
            Ok(page(vec![t.say_with("feedback-proved", &args)], vec![]))
        }
        FeedbackPage::Snoozed => snoozed(t, &matter),
        FeedbackPage::Why => why(t, &matter),
        FeedbackPage::HelpAsked => help_asked(t, &matter),
    }
}

fn elsewhere(t: &Telling<'_>, id: ReplyId) -> Vec<Button> {
    vec![
        tap(t, "button-on-platform", FeedbackTap::OnPlatform, id),
        tap(t, "button-sent-on-paper", FeedbackTap::OnPaper, id),
    ]
}

/// What stands below every reminder.
fn reminder_buttons(t: &Telling<'_>, matter: &Matter<'_>) -> Vec<Vec<Button>> {
    let id = matter.reply.id;
    let left = matter.reply.due_on.map_or(0, |on| days_left(on, t.cx.now));
    if left < 0 {
        return vec![
            vec![
                tap(t, "button-feedback-now", FeedbackTap::Now, id),
                tap(t, "button-already", FeedbackTap::Already, id),
            ],
            vec![
                tap(t, "button-feedback-help", FeedbackTap::Help, id),
                tap(t, "button-why-this-day", FeedbackTap::Why, id),
            ],
        ];
    }
    let mut later = Vec::new();
    if left > 0 {
        later.push(tap(t, "button-tomorrow", FeedbackTap::Tomorrow, id));
    }
    if left > 3 {
        later.push(tap(t, "button-three-days", FeedbackTap::ThreeDays, id));
    }
    let now = if matter.draft() == Draft::default() {
        "button-feedback-now"
    } else {
        "button-feedback-go-on"
    };
    vec![
        vec![tap(t, now, FeedbackTap::Now, id)],
        elsewhere(t, id),
        later,
        vec![tap(t, "button-why-this-day", FeedbackTap::Why, id)],
    ]
}

fn recorded(t: &Telling<'_>, matter: &Matter<'_>) -> Deciding<Rendered> {
    let mut lines = vec![
        t.say_with("feedback-recorded", &matter.args(t)),
        days_line(t, matter),
    ];
    if matter.reply.is_provisional {
        lines.push(t.say("feedback-provisional"));
    }
    lines.push(others(t, matter)?);
    Ok(page(lines, reminder_buttons(t, matter)))
}

/// Until when, said by where today lies.
fn days_line(t: &Telling<'_>, matter: &Matter<'_>) -> String {
    let (nominal_left, left) = match (matter.reply.nominal_on, matter.reply.due_on) {
        (Some(nominal), Some(due)) => (days_left(nominal, t.cx.now), days_left(due, t.cx.now)),
        _ => return String::new(),
    };
    let same = matter.reply.nominal_on == matter.reply.due_on;
    let key = match (nominal_left, left) {
        (_, left) if left < 0 => "feedback-days-over",
        (_, 0) => "feedback-days-last",
        (nominal, _) if nominal < 0 => "feedback-days-between",
        (0, _) => "feedback-days-nominal-today",
        _ if same => "feedback-days-same",
        _ => "feedback-days",
    };
    t.say_with(key, &matter.args(t))
}

/// How many others wait, in one line.
fn others(t: &Telling<'_>, matter: &Matter<'_>) -> Deciding<String> {
    let all = t.world.list(&ListKey::AwaitedFeedback(matter.reply.deputy_id))?;
    let others = all.ids.iter().filter(|id| **id != matter.reply.id.0).count();
    Ok(match i64::try_from(others).unwrap_or(i64::MAX) {
        0 => String::new(),
        count => t.say_with("feedback-others", &Args::new().number("count", count)),
    })
}

/// The matter as it stands: a reminder while the deputy has something to do, else what is still awaited.
fn due(t: &Telling<'_>, matter: &Matter<'_>) -> Deciding<Rendered> {
    let id = matter.reply.id;
    let standing = matter.standing(t.cx.rules.slip_counts);
    if !standing.is_with_deputy() {
        let mut rendered = taken(t, matter, "feedback-stands");
        if standing == Standing::Done {
            rendered.text = format!(
                "{}\n{}",
                t.say_with("feedback-done", &matter.args(t)),
                rendered.text
            );
        }
        return Ok(rendered);
    }
    let left = matter.reply.due_on.map_or(0, |on| days_left(on, t.cx.now));
    if left < 0 && standing != Standing::GivenHere {
        return Ok(page(
            vec![
                t.say_with("feedback-overdue", &matter.args(t)),
                others(t, matter)?,
            ],
            reminder_buttons(t, matter),
        ));
    }
    let mut lines = vec![t.say_with("feedback-due", &matter.args(t)), days_line(t, matter)];
    let mut buttons = reminder_buttons(t, matter);
    match standing {
        Standing::Begun => lines.push(t.say("feedback-due-begun")),
        Standing::GivenHere => {
            lines.push(t.say_with("feedback-due-given-here", &matter.args(t)));
            // What is given is shown by its own button, not asked for again.
            if let Some(first) = buttons.first_mut() {
                *first = vec![tap(t, "button-feedback-change", FeedbackTap::Change, id)];
            }
        }
        _ => {}
    }
    if matter.reply.is_provisional {
        lines.push(t.say("feedback-provisional"));
    }
    lines.push(others(t, matter)?);
    Ok(page(lines, buttons))
}

/// The two verdicts and the reasons, as lines.
fn opinion_lines(
    t: &Telling<'_>,
    handling: Option<Verdict>,
    reply: Option<Verdict>,
    reasons: &str,
    wanted: bool,
) -> Vec<String> {
    let word = |verdict: Option<Verdict>| verdict.map(|it| verdict_word(t, it)).unwrap_or_default();
    let mut lines = Vec::new();
    if handling.is_some() || reply.is_some() {
        let args = Args::new()
            .text("handling", word(handling))
            .text("reply", word(reply));
        lines.push(t.say_with("feedback-verdicts", &args));
    }
    if !reasons.is_empty() {
        let reasons = beginning(reasons, REASONS, &t.say("cut-sent-whole"));
        lines.push(t.say_with("feedback-opinion", &Args::new().text("reasons", reasons)));
    }
    if wanted {
        lines.push(t.say("feedback-rehandling"));
    }
    lines
}

fn snoozed(t: &Telling<'_>, matter: &Matter<'_>) -> Deciding<Rendered> {
    let key = (crate::domain::reminder::Matter::Feedback, matter.reply.id.0);
    let until = t.world.find_reminder(&key)?.and_then(|row| row.snoozed_until_at);
    let until = until.map(|at| t.day_at(at)).unwrap_or_default();
    Ok(page(
        vec![t.say_with("feedback-snoozed", &matter.args(t).text("until", until))],
        vec![vec![tap(
            t,
            "button-feedback-now",
            FeedbackTap::Now,
            matter.reply.id,
        )]],
    ))
}

/// How the days were worked out, by the calendar of the deadline.
fn why(t: &Telling<'_>, matter: &Matter<'_>) -> Deciding<Rendered> {
    let (Some(received_on), Some(version)) = (matter.reply.received_on, matter.reply.calendar_version) else {
        return Err(Stop::Refused(Refusal::ReplyIsOral));
    };
    let row = t.world.find_calendar(&version)?;
    let (calendar, edition) = match row {
        Some(row) => (&row.calendar, DeadlineEdition::Kept(version)),
        None => (
            crate::domain::calendar::Calendar::shipped(),
            DeadlineEdition::Shipped,
        ),
    };
    let rule = DeadlineRule::Feedback;
    let deadline = work_out(Began::on(received_on), rule.period(), calendar);
    let why = deadline_why(&deadline, Some(rule), edition, t.words);
    Ok(page(
        vec![
            t.say_with("feedback-why", &matter.args(t)),
            t.say_with("feedback-why-text", &Args::new().text("why", why)),
        ],
        vec![vec![tap(
            t,
            "button-feedback-now",
            FeedbackTap::Now,
            matter.reply.id,
        )]],
    ))
}

fn help_asked(t: &Telling<'_>, matter: &Matter<'_>) -> Deciding<Rendered> {
    let office = t.world.office(&matter.reply.office_id)?;
    let args = Args::new().text("office", t.office_called(office));
    let mut lines = vec![t.say_with("feedback-help-asked", &args)];
    if let Some(phone) = t.phone(Some(office)) {
        lines.push(t.say_with("feedback-help-phone", &Args::new().text("phone", phone)));
    }
    Ok(page(lines, vec![]))
}

/// To an officer of the unit: which deputy wants help with what.
pub(super) fn help_wanted(t: &Telling<'_>, id: ReplyId) -> Deciding<Rendered> {
    let matter = Matter::load(t, id)?;
    match t.officer()? {
        Some(officer) if officer.office_id == matter.reply.office_id => {}
        _ => return Err(Stop::Refused(Refusal::NotYours)),
    }
    let name = deputy_in_full(matter.deputy, t.words);
    Ok(page(
        vec![
            t.say_with("help-wanted", &matter.args(t).text("name", name)),
            t.say_with("office-at-the-desk", &Args::new().text("url", t.desk_url())),
        ],
        vec![],
    ))
}
