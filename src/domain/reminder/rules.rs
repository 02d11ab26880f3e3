//! The one table of rules that every reminder follows, read from `rules.csv` beside this file.
//!
//! Where the days come from: article 6 of the source document for feedback (one month; overdue is told to the deputy and to
//! the provincial office), article 7 for the handbook (every December), article 4 for inquiries (the office sets the day),
//! office practice for the days between. Lines of periods count from a day of the matter; lines of handbooks from days of
//! the year. **Invariant:** the shipped table is read whole or the tests fail; a line that can't be read never silently drops
//! a step.

use std::sync::OnceLock;

use super::{Anchor, Audience, Matter, Step};
use crate::domain::case::tagged;

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

/// The lines of a table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// About periods.
    pub periods: Vec<Rule>,
    /// About handbooks.
    pub handbooks: Vec<HandbookRule>,
}

/// Reads a table; an error names the line, from 1.
pub fn read_rules(text: &str) -> Result<Table, usize> {
    let mut table = Table::default();
    for (place, line) in text.lines().enumerate().skip(1) {
        let fault = place + 1;
        if line.starts_with(HANDBOOK) {
            table.handbooks.push(read_handbook_rule(line).ok_or(fault)?);
        } else {
            table.periods.push(read_rule(line).ok_or(fault)?);
        }
    }
    Ok(table)
}

fn read_handbook_rule(line: &str) -> Option<HandbookRule> {
    let cells: Vec<&str> = line.split(',').map(str::trim).collect();
    let [HANDBOOK, anchor, days, to] = cells.as_slice() else {
        return None;
    };
    let rule = HandbookRule {
        anchor: YearAnchor::from_tag(anchor)?,
        days: days.parse().ok()?,
        to: Audience::from_tag(to)?,
    };
    let (days, to) = match rule.anchor {
        YearAnchor::December => (1..=31, Audience::Deputy),
        YearAnchor::LastWorkingDay => (-20..=-1, Audience::Deputy),
        YearAnchor::January => (1..=31, Audience::UnitOffice),
    };
    (days.contains(&rule.days) && to == rule.to).then_some(rule)
}

fn read_rule(line: &str) -> Option<Rule> {
    let cells: Vec<&str> = line.split(',').map(str::trim).collect();
    let [matter, anchor, days, to] = cells.as_slice() else {
        return None;
    };
    let told: Vec<Audience> = to
        .split_whitespace()
        .map(Audience::from_tag)
        .collect::<Option<_>>()?;
    if told.is_empty() {
        return None;
    }
    Some(Rule {
        matter: Matter::from_tag(matter)?,
        anchor: Anchor::from_tag(anchor)?,
        days: days.parse().ok()?,
        deputy: told.contains(&Audience::Deputy),
        unit_office: told.contains(&Audience::UnitOffice),
        provincial_office: told.contains(&Audience::ProvincialOffice),
    })
}

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| read_rules(RULES_TEXT).unwrap_or_default())
}

/// The rules about periods in force.
pub fn rules() -> &'static [Rule] {
    &table().periods
}

/// The days of the rules about handbooks in force that count from an anchor.
pub fn handbook_days(anchor: YearAnchor) -> impl Iterator<Item = i64> {
    table()
        .handbooks
        .iter()
        .filter(move |rule| rule.anchor == anchor)
        .map(|rule| rule.days)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_table_is_read_whole() {
        let read = read_rules(RULES_TEXT).unwrap();
        assert_eq!(
            read.periods.len() + read.handbooks.len(),
            RULES_TEXT.lines().count() - 1
        );
        assert_eq!(rules(), read.periods);
        assert_eq!(
            handbook_days(YearAnchor::December).collect::<Vec<_>>(),
            [1, 10, 20]
        );
    }

    #[test]
    fn a_line_that_cannot_be_read_is_named() {
        for line in [
            "feedback,nominal,seven,deputy",
            "feedback,nominal,-7,nobody",
            "feedback,nominal,-7,",
            "gift,nominal,-7,deputy",
            "feedback,-7,deputy",
            "handbook,december,32,deputy",
            "handbook,december,1,unit_office",
            "handbook,last_working_day,3,deputy",
            "handbook,march,3,deputy",
        ] {
            assert_eq!(read_rules(&format!("head\n{line}")), Err(2), "{line}");
        }
    }
}
