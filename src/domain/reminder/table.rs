//! Which table of reminder rules is in force: what an office put in force last, else the shipped one. Called by whatever plans
//! a reminder, and by what shows the rules.

use std::sync::Arc;

use crate::domain::context::Rules;
use crate::domain::ids::AccountId;
use crate::domain::reminder::{InForce, Matter, Table};
use crate::domain::world::{Deciding, World};

/// The version under which the table in force stands; the versions behind it are its history, from 1.
pub const IN_FORCE: i64 = 0;

/// A table that an office put in force.
#[derive(Debug, Clone, PartialEq)]
pub struct ReminderTable {
    /// [`IN_FORCE`], or its place in the history.
    pub version: i64,
    /// Who; none: the administrator.
    pub account_id: Option<AccountId>,
    /// When.
    pub at: i64,
    /// The rules.
    pub table: Arc<Table>,
}

/// The rules in force, with the hours of the settings where the table names none.
pub fn rules_in_force(world: &World, rules: &Rules) -> Deciding<InForce> {
    let row = world.find_reminder_table(&IN_FORCE)?;
    Ok(InForce::new(
        row.map_or_else(Table::shipped, |row| Arc::clone(&row.table)),
        rules.quiet,
    ))
}

/// The counter of the last change by which all open matters were planned anew.
pub const REPLANNED: &str = "reminders-replanned";

/// Upon the table: what the desk, the command line and a job ask for.
#[derive(Debug, Clone, PartialEq)]
pub enum ReminderCommand {
    /// Puts a table in force; the shipped one is the way back.
    Set {
        /// The table as text.
        rules: String,
        /// When the table in force was set that the preview was compared with; refused if another one came meanwhile. None:
        /// not checked.
        basis: Option<i64>,
    },
    /// Plans open matters anew by the table in force.
    Replan(Vec<(Matter, i64)>),
    /// All were, by the table that was set at this instant.
    Replanned(i64),
}

/// When the table in force was set; 0: the shipped one, from the beginning.
pub fn set_at(world: &World) -> Deciding<i64> {
    Ok(world.find_reminder_table(&IN_FORCE)?.map_or(0, |row| row.at))
}
