//! What an import of the roster changed in its deputies, as the import keeps it: for undoing it, and for telling when somebody
//! left, was suspended or moved to another unit.
//!
//! Called by the flow that takes rosters in and by the dossier. **Invariant:** the JSON of older imports stays readable:
//! fields are added, never renamed.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::ids::OfficeId;
use crate::domain::keeping::RosterImport;
use crate::domain::people::{Deputy, DeputyStatus};
use crate::domain::time::day_of;

/// A deputy's roster fields before an import; none for a new one.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Before {
    /// Whose.
    pub deputy: i64,
    /// What they were.
    pub fields: Option<Fields>,
}

/// The fields that a roster sets.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Fields {
    name: String,
    sex: String,
    unit_code: String,
    office: i64,
    delegation: String,
    group_name: String,
    post: String,
    grassroots: String,
    fields: String,
    phone: String,
    card_number: String,
    elected_on: String,
    status: String,
    gone_at: Option<i64>,
}

impl Fields {
    /// The fields of a deputy.
    pub fn of(deputy: &Deputy) -> Self {
        Self {
            name: deputy.name.clone(),
            sex: deputy.sex.clone(),
            unit_code: deputy.unit_code.clone(),
            office: deputy.office_id.0,
            delegation: deputy.delegation.clone(),
            group_name: deputy.group_name.clone(),
            post: deputy.post.clone(),
            grassroots: deputy.grassroots.clone(),
            fields: deputy.fields.clone(),
            phone: deputy.phone.clone(),
            card_number: deputy.card_number.clone(),
            elected_on: deputy.elected_on.clone(),
            status: deputy.status.key().to_owned(),
            gone_at: deputy.gone_at,
        }
    }

    /// Puts them back into the deputy.
    pub fn back_into(self, deputy: &mut Deputy) {
        deputy.name = self.name;
        deputy.sex = self.sex;
        deputy.unit_code = self.unit_code;
        deputy.office_id = OfficeId(self.office);
        deputy.delegation = self.delegation;
        deputy.group_name = self.group_name;
        deputy.post = self.post;
        deputy.grassroots = self.grassroots;
        deputy.fields = self.fields;
        deputy.phone = self.phone;
        deputy.card_number = self.card_number;
        deputy.elected_on = self.elected_on;
        deputy.status = DeputyStatus::from_key(&self.status).unwrap_or(DeputyStatus::InOffice);
        deputy.gone_at = self.gone_at;
    }
}

/// What changed in a deputy's service, by the roster. The ground of it stands on no roster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ServiceEvent {
    /// In office, suspended or ended from then on.
    Status(DeputyStatus),
    /// Belongs to the unit of this code from then on.
    Unit(String),
    /// No longer on the roster.
    Gone,
    /// On it again.
    Back,
}

/// A change with the day on which it was entered: the decision itself may be older.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServiceChange {
    /// When the roster was taken in.
    pub on: NaiveDate,
    /// What.
    pub event: ServiceEvent,
}

/// The changes of a deputy, oldest first. `imports`: those that were not undone, in any order.
pub fn service_of(deputy: &Deputy, imports: &[RosterImport]) -> Vec<ServiceChange> {
    let mut steps: Vec<(i64, i64, Option<Fields>)> = Vec::new();
    for import in imports.iter().filter(|import| import.undone_at.is_none()) {
        let all: Vec<Before> = serde_json::from_str(&import.changes).unwrap_or_default();
        if let Some(before) = all.into_iter().find(|before| before.deputy == deputy.id.0) {
            steps.push((import.id.0, import.at, before.fields));
        }
    }
    steps.sort_by_key(|(id, ..)| *id);
    let mut after: Vec<Fields> = steps.iter().skip(1).filter_map(|step| step.2.clone()).collect();
    after.push(Fields::of(deputy));
    let mut changes = Vec::new();
    for ((_, at, before), after) in steps.into_iter().zip(after) {
        let on = day_of(at);
        let mut add = |event| changes.push(ServiceChange { on, event });
        // The first import says when the office began to use the program; when somebody was elected stands on the roster.
        let Some(before) = before else {
            continue;
        };
        match (before.gone_at, after.gone_at) {
            (None, Some(_)) => add(ServiceEvent::Gone),
            (Some(_), None) => add(ServiceEvent::Back),
            _ => {}
        }
        if before.unit_code != after.unit_code {
            add(ServiceEvent::Unit(after.unit_code.clone()));
        }
        if before.status != after.status
            && let Some(status) = DeputyStatus::from_key(&after.status)
        {
            add(ServiceEvent::Status(status));
        }
    }
    changes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::ImportId;

    const DAY: i64 = 86_400_000;

    fn deputy() -> Deputy {
        Deputy {
            elected_on: "2026-05-20".into(),
            ..Deputy::sample(7, "CS-007", "赵示九")
        }
    }

    fn import(id: i64, before: Option<&Deputy>) -> RosterImport {
        let other = Before {
            deputy: 8,
            fields: None,
        };
        let own = Before {
            deputy: 7,
            fields: before.map(Fields::of),
        };
        RosterImport {
            id: ImportId(id),
            account_id: None,
            at: id * 30 * DAY,
            file_hash: String::new(),
            changes: serde_json::to_string(&[other, own]).unwrap(),
            undone_at: None,
        }
    }

    #[test]
    fn suspension_return_another_unit_and_the_end_are_told_in_their_order() {
        let begun = deputy();
        let mut suspended = begun.clone();
        suspended.status = DeputyStatus::Suspended;
        let mut moved = begun.clone();
        moved.unit_code = "HY".into();
        let mut ended = moved.clone();
        ended.status = DeputyStatus::Ended;
        let mut undone = import(9, Some(&suspended));
        undone.undone_at = Some(1);
        // After 1: begun, 2: suspended, 3: back in office, 4: moved, 5: ended.
        let imports = [
            import(5, Some(&moved)),
            import(1, None),
            import(2, Some(&begun)),
            undone,
            import(3, Some(&suspended)),
            import(4, Some(&begun)),
        ];
        let events: Vec<_> = service_of(&ended, &imports)
            .into_iter()
            .map(|change| change.event)
            .collect();
        assert_eq!(
            events,
            [
                ServiceEvent::Status(DeputyStatus::Suspended),
                ServiceEvent::Status(DeputyStatus::InOffice),
                ServiceEvent::Unit("HY".into()),
                ServiceEvent::Status(DeputyStatus::Ended),
            ]
        );
        assert_eq!(service_of(&begun, &[]), []);
    }
}
