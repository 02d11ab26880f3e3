//! The one table of rules that every reminder follows: which steps, how many days before, to whom, in which hours.
//!
//! Shipped in `rules.csv` beside this file; an office may put another one in force (`flows::set_reminders`). Where the shipped
//! days come from: article 6 of the source document for feedback (one month; overdue is told to the deputy and to the
//! provincial office), article 7 for the handbook (every December), article 4 for inquiries (the office sets the day), office
//! practice for the days between. Lines of periods count from a day of the matter; lines of handbooks from days of the year.
//! **Invariant:** a table is read whole or not at all: what can't be read, or can't be meant, is named by its line and never
//! silently drops a step.

use std::sync::{Arc, OnceLock};

use super::{Anchor, Audience, Matter, Step};
use crate::domain::case::tagged;
use crate::domain::time::QuietHours;

/// The shipped table, as text.
pub const RULES_TEXT: &str = include_str!("rules.csv");

/// A line of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// Of what.
    pub matter: Matter,
    /// Counted from.
    pub anchor: Anchor,
    /// Calendar days; negative: before.
    pub days: i64,
    deputy: bool,
    unit_office: bool,
    provincial_office: bool,
}

impl Rule {
    /// Whether this audience is told.
    pub fn tells(&self, audience: Audience) -> bool {
        match audience {
            Audience::Deputy => self.deputy,
            Audience::UnitOffice => self.unit_office,
            Audience::ProvincialOffice => self.provincial_office,
        }
    }

    /// The step.
    pub fn step(&self) -> Step {
        Step {
            anchor: self.anchor,
            days: self.days,
        }
    }
}

tagged! {
    /// From which day of the year a step about handbooks is counted.
    YearAnchor {
        /// The day of December.
        December = "december",
        /// Working days before the last working day of December.
        LastWorkingDay = "last_working_day",
        /// The day of January from which the office is told whose handbooks of last year are missing.
        January = "january",
    }
}

/// A line about handbooks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HandbookRule {
    /// Counted from.
    pub anchor: YearAnchor,
    /// The day of the month, or working days (negative: before).
    pub days: i64,
    /// Who is told.
    pub to: Audience,
}

/// The word of the first column for lines about handbooks.
const HANDBOOK: &str = "handbook";
/// The word of the first column for the line about the hours in which no reminder is said.
const QUIET: &str = "quiet";
/// The first line.
pub const HEAD: &str = "matter,anchor,days,to";
/// Lines of a table: more is a mistake.
const MOST_LINES: usize = 60;

tagged! {
    /// What is wrong with a line, or with a table.
    RuleFault {
        /// The line can't be read.
        Unreadable = "unreadable",
        /// The days are no whole number.
        Days = "days",
        /// A step after the final day; only the day after it is one.
        PastEnd = "past-end",
        /// A step before the period begins.
        BeforeBeginning = "before-beginning",
        /// Nobody is told.
        Nobody = "nobody",
        /// One of them can't be told of this.
        WrongAudience = "wrong-audience",
        /// The same step stands there already.
        Twice = "twice",
        /// Hours that can't be read, or that leave less than two hours of a day.
        Hours = "hours",
        /// Nothing reminds of feedback any more.
        NoFeedback = "no-feedback",
        /// Nothing reminds of units' replies any more.
        NoReply = "no-reply",
        /// Nothing reminds of inquiries any more.
        NoInquiry = "no-inquiry",
        /// Nothing reminds of handbooks any more.
        NoHandbook = "no-handbook",
        /// More lines than anyone means.
        TooMany = "too-many",
    }
}

/// A fault and its line, from 1; line 0: the table as a whole.
pub type Fault = (usize, RuleFault);

/// The lines of a table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// About periods.
    pub periods: Vec<Rule>,
    /// About handbooks.
    pub handbooks: Vec<HandbookRule>,
    /// Hours without reminders; none: those of the settings.
    pub quiet: Option<QuietHours>,
}

impl Table {
    /// The shipped table.
    pub fn shipped() -> Arc<Table> {
        static TABLE: OnceLock<Arc<Table>> = OnceLock::new();
        Arc::clone(TABLE.get_or_init(|| Arc::new(read_rules(RULES_TEXT).unwrap_or_default())))
    }

    /// The days of the rules about handbooks that count from an anchor.
    pub fn handbook_days(&self, anchor: YearAnchor) -> impl Iterator<Item = i64> {
        self.handbooks
            .iter()
            .filter(move |rule| rule.anchor == anchor)
            .map(|rule| rule.days)
    }

    /// The table as text, as it is kept and as the command line prints it.
    pub fn to_text(&self) -> String {
        let mut lines = vec![HEAD.to_owned()];
        lines.extend(self.periods.iter().map(|rule| {
            let to: Vec<&str> = Audience::ALL
                .iter()
                .filter(|audience| rule.tells(**audience))
                .map(|audience| audience.tag())
                .collect();
            format!(
                "{},{},{},{}",
                rule.matter.tag(),
                rule.anchor.tag(),
                rule.days,
                to.join(" ")
            )
        }));
        lines.extend(
            self.handbooks
                .iter()
                .map(|rule| format!("{HANDBOOK},{},{},{}", rule.anchor.tag(), rule.days, rule.to.tag())),
        );
        if let Some(quiet) = self.quiet {
            let hour = |minute: u32| format!("{:02}:{:02}", minute / 60, minute % 60);
            lines.push(format!(
                "{QUIET},{},{},",
                hour(quiet.from_minute),
                hour(quiet.until_minute)
            ));
        }
        lines.join("\n") + "\n"
    }
}

/// Reads a table; all faults are told at once.
pub fn read_rules(text: &str) -> Result<Table, Vec<Fault>> {
    let mut table = Table::default();
    let mut faults = Vec::new();
    let text = text.trim_start_matches('\u{feff}');
    for (place, line) in text.lines().enumerate() {
        if place == 0 && line.trim().starts_with("matter") || line.trim().is_empty() {
            continue;
        }
        if let Err(fault) = read_line(line, &mut table) {
            faults.push((place + 1, fault));
        }
    }
    if text.lines().count() > MOST_LINES {
        faults.push((0, RuleFault::TooMany));
    }
    let has = |matter| table.periods.iter().any(|rule| rule.matter == matter);
    for (is_there, fault) in [
        (has(Matter::Feedback), RuleFault::NoFeedback),
        (has(Matter::Reply), RuleFault::NoReply),
        (has(Matter::Inquiry), RuleFault::NoInquiry),
        (!table.handbooks.is_empty(), RuleFault::NoHandbook),
    ] {
        if !is_there && faults.is_empty() {
            faults.push((0, fault));
        }
    }
    if faults.is_empty() { Ok(table) } else { Err(faults) }
}

fn read_line(line: &str, table: &mut Table) -> Result<(), RuleFault> {
    let cells: Vec<&str> = line.split(',').map(str::trim).collect();
    match cells.as_slice() {
        [QUIET, from, until] | [QUIET, from, until, ""] => {
            let quiet = read_hours(from, until)?;
            if table.quiet.replace(quiet).is_some() {
                return Err(RuleFault::Twice);
            }
        }
        [HANDBOOK, anchor, days, to] => {
            let rule = read_handbook_rule(anchor, days, to)?;
            if table.handbooks.contains(&rule) {
                return Err(RuleFault::Twice);
            }
            table.handbooks.push(rule);
        }
        [matter, anchor, days, to] => {
            let rule = read_rule(matter, anchor, days, to)?;
            let is_there = |other: &Rule| other.matter == rule.matter && other.step() == rule.step();
            if table.periods.iter().any(is_there) {
                return Err(RuleFault::Twice);
            }
            table.periods.push(rule);
        }
        _ => return Err(RuleFault::Unreadable),
    }
    Ok(())
}

fn minute(text: &str) -> Option<u32> {
    let (hours, minutes) = text.split_once([':', '：'])?;
    let (hours, minutes): (u32, u32) = (hours.parse().ok()?, minutes.parse().ok()?);
    (hours < 24 && minutes < 60).then_some(hours * 60 + minutes)
}

/// Hours without reminders; the same hour twice: none.
fn read_hours(from: &str, until: &str) -> Result<QuietHours, RuleFault> {
    /// Minutes of a day that are left for reminders at least.
    const LEFT: u32 = 120;
    const DAY: u32 = 24 * 60;
    let quiet = QuietHours {
        from_minute: minute(from).ok_or(RuleFault::Hours)?,
        until_minute: minute(until).ok_or(RuleFault::Hours)?,
    };
    let long = (quiet.until_minute + DAY - quiet.from_minute) % DAY;
    if long > DAY - LEFT {
        Err(RuleFault::Hours)
    } else {
        Ok(quiet)
    }
}

fn read_handbook_rule(anchor: &str, days: &str, to: &str) -> Result<HandbookRule, RuleFault> {
    let rule = HandbookRule {
        anchor: YearAnchor::from_tag(anchor).ok_or(RuleFault::Unreadable)?,
        days: days.parse().map_err(|_| RuleFault::Days)?,
        to: Audience::from_tag(to).ok_or(RuleFault::Nobody)?,
    };
    let (days, to) = match rule.anchor {
        YearAnchor::December => (1..=31, Audience::Deputy),
        YearAnchor::LastWorkingDay => (-20..=-1, Audience::Deputy),
        YearAnchor::January => (1..=31, Audience::UnitOffice),
    };
    if to != rule.to {
        Err(RuleFault::WrongAudience)
    } else if rule.days > *days.end() {
        Err(RuleFault::PastEnd)
    } else if rule.days < *days.start() {
        Err(RuleFault::BeforeBeginning)
    } else {
        Ok(rule)
    }
}

fn read_rule(matter: &str, anchor: &str, days: &str, to: &str) -> Result<Rule, RuleFault> {
    let matter = Matter::from_tag(matter).ok_or(RuleFault::Unreadable)?;
    let anchor = Anchor::from_tag(anchor).ok_or(RuleFault::Unreadable)?;
    let days: i64 = days.parse().map_err(|_| RuleFault::Days)?;
    let told: Vec<Audience> = to
        .split_whitespace()
        .map(|word| Audience::from_tag(word).ok_or(RuleFault::Nobody))
        .collect::<Result<_, _>>()?;
    if told.is_empty() {
        return Err(RuleFault::Nobody);
    }
    // Pressing the units is the provincial office's; an inquiry is the unit's own.
    let may_be_told: &[Audience] = match matter {
        Matter::Feedback => Audience::ALL,
        Matter::Reply => &[Audience::ProvincialOffice],
        Matter::Inquiry => &[Audience::Deputy, Audience::UnitOffice],
    };
    if told.iter().any(|audience| !may_be_told.contains(audience)) {
        return Err(RuleFault::WrongAudience);
    }
    // A month has 28 days at least, three months 89; an office may set a year for an inquiry.
    let longest = match matter {
        Matter::Feedback => 27,
        Matter::Reply => 88,
        Matter::Inquiry => 365,
    };
    let (first, last) = match anchor {
        Anchor::Began | Anchor::Half => (0, 0),
        Anchor::Nominal => (-longest, 0),
        Anchor::Due => (0, 1),
    };
    if days > last {
        return Err(RuleFault::PastEnd);
    }
    if days < first {
        return Err(RuleFault::BeforeBeginning);
    }
    Ok(Rule {
        matter,
        anchor,
        days,
        deputy: told.contains(&Audience::Deputy),
        unit_office: told.contains(&Audience::UnitOffice),
        provincial_office: told.contains(&Audience::ProvincialOffice),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_table_is_read_whole_and_written_as_it_stands() {
        let read = read_rules(RULES_TEXT).unwrap();
        assert_eq!(
            read.periods.len() + read.handbooks.len(),
            RULES_TEXT.lines().count() - 1
        );
        assert_eq!(read.to_text(), RULES_TEXT);
        assert_eq!(
            read.handbook_days(YearAnchor::December).collect::<Vec<_>>(),
            [1, 10, 20]
        );
    }

    #[test]
    fn a_line_that_cannot_be_meant_is_named_with_what_is_wrong() {
        for (line, fault) in [
            ("feedback,nominal,seven,deputy", RuleFault::Days),
            ("feedback,nominal,-7.5,deputy", RuleFault::Days),
            ("feedback,nominal,-7,nobody", RuleFault::Nobody),
            ("feedback,nominal,-7,", RuleFault::Nobody),
            ("gift,nominal,-7,deputy", RuleFault::Unreadable),
            ("feedback,-7,deputy", RuleFault::Unreadable),
            ("feedback,nominal,3,deputy", RuleFault::PastEnd),
            ("feedback,due,40,unit_office", RuleFault::PastEnd),
            ("feedback,nominal,-28,deputy", RuleFault::BeforeBeginning),
            ("feedback,due,-1,deputy", RuleFault::BeforeBeginning),
            ("feedback,nominal,-7,deputy", RuleFault::Twice),
            ("reply,nominal,-5,deputy", RuleFault::WrongAudience),
            ("inquiry,due,1,provincial_office", RuleFault::WrongAudience),
            ("handbook,december,32,deputy", RuleFault::PastEnd),
            ("handbook,december,0,deputy", RuleFault::BeforeBeginning),
            ("handbook,december,1,unit_office", RuleFault::WrongAudience),
            ("handbook,last_working_day,3,deputy", RuleFault::PastEnd),
            ("handbook,march,3,deputy", RuleFault::Unreadable),
            ("quiet,25:00,08:30,", RuleFault::Hours),
            ("quiet,08:00,07:00,", RuleFault::Hours),
        ] {
            let place = RULES_TEXT.lines().count() + 1;
            assert_eq!(
                read_rules(&format!("{RULES_TEXT}{line}")),
                Err(vec![(place, fault)]),
                "{line}"
            );
        }
    }

    #[test]
    fn no_matter_is_left_without_any_step() {
        for (matter, fault) in [
            ("feedback,", RuleFault::NoFeedback),
            ("reply,", RuleFault::NoReply),
            ("inquiry,", RuleFault::NoInquiry),
            ("handbook,", RuleFault::NoHandbook),
        ] {
            let rest: Vec<&str> = RULES_TEXT
                .lines()
                .filter(|line| !line.starts_with(matter))
                .collect();
            assert_eq!(read_rules(&rest.join("\n")), Err(vec![(0, fault)]));
        }
        assert!(read_rules("").is_err());
    }

    #[test]
    fn quiet_hours_are_part_of_the_table() {
        let read = read_rules(&format!("{RULES_TEXT}quiet,20:00,9:00,\n")).unwrap();
        let quiet = read.quiet.unwrap();
        assert_eq!((quiet.from_minute, quiet.until_minute), (1_200, 540));
        assert_eq!(read_rules(&read.to_text()), Ok(read));
    }
}
