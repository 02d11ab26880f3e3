//! The plans that the program brings along: 2018 to 2026, checked day by day against four independent data sets (the file
//! says which). A new release may bring more years.

use std::sync::LazyLock;

use chrono::NaiveDate;

use super::{Calendar, read_json};

const FILE: &str = include_str!("cn-holidays.json");

static SHIPPED: LazyLock<Calendar> = LazyLock::new(|| read_json(FILE, NaiveDate::MAX).plans.into());

impl Calendar {
    /// What the program ships.
    pub fn shipped() -> &'static Calendar {
        &SHIPPED
    }
}
