//! The one table of rules that every reminder follows, read from `rules.csv` beside this file.
//!
//! Where the days come from: article 6 of the source document for feedback (one month; overdue is told to the deputy and to
//! the provincial office), office practice for the days before. **Invariant:** the shipped table is read whole or the tests
//! fail; a line that can't be read never silently drops a step.

use std::sync::OnceLock;

use super::{Anchor, Audience, Matter, Step};

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

/// Reads a table; an error names the line, from 1.
pub fn read_rules(text: &str) -> Result<Vec<Rule>, usize> {
    text.lines()
        .enumerate()
        .skip(1)
        .map(|(place, line)| read_rule(line).ok_or(place + 1))
        .collect()
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

/// The rules in force.
pub fn rules() -> &'static [Rule] {
    static RULES: OnceLock<Vec<Rule>> = OnceLock::new();
    RULES.get_or_init(|| read_rules(RULES_TEXT).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_table_is_read_whole() {
        let read = read_rules(RULES_TEXT).unwrap();
        assert_eq!(read.len(), RULES_TEXT.lines().count() - 1);
        assert_eq!(rules(), read);
    }

    #[test]
    fn a_line_that_cannot_be_read_is_named() {
        for line in [
            "feedback,nominal,seven,deputy",
            "feedback,nominal,-7,nobody",
            "feedback,nominal,-7,",
            "gift,nominal,-7,deputy",
            "feedback,-7,deputy",
        ] {
            assert_eq!(read_rules(&format!("head\n{line}")), Err(2), "{line}");
        }
    }
}
