//! The values that were given, read one by one: each fault is kept and the reading goes on, so that all are told at once.

use std::collections::BTreeMap;

use super::fault::{Fault, Wrong};
use super::settings;

/// Names and values, and the faults found so far.
pub(super) struct Given {
    values: BTreeMap<String, String>,
    pub(super) faults: Vec<Fault>,
}

impl Given {
    /// An empty value counts as not set: containers and forms hand on empty ones.
    pub(super) fn new(pairs: impl IntoIterator<Item = (String, String)>) -> Self {
        let values = pairs
            .into_iter()
            .map(|(name, value)| (name, value.trim().to_owned()))
            .filter(|(_, value)| !value.is_empty())
            .collect();
        Self {
            values,
            faults: Vec::new(),
        }
    }

    /// Names that begin with `LIANLUO_` and are no settings.
    pub(super) fn unknown(&self) -> impl Iterator<Item = &str> {
        self.values
            .keys()
            .map(String::as_str)
            .filter(|name| name.starts_with("LIANLUO_") && settings::find(name).is_none())
    }

    /// The value that was given, or the default; `None` where there is neither.
    pub(super) fn text(&self, name: &'static str) -> Option<String> {
        let setting = settings::find(name).expect("a setting that is read stands in the table");
        match self.values.get(name) {
            Some(value) => Some(value.clone()),
            None => Some(setting.default.to_owned()).filter(|default| !default.is_empty()),
        }
    }

    pub(super) fn is_given(&self, name: &'static str) -> bool {
        self.values.contains_key(name)
    }

    pub(super) fn fault(&mut self, name: &'static str, wrong: Wrong) {
        let found = self.text(name).unwrap_or_default();
        self.faults.push(Fault::of(name, &found, wrong));
    }

    /// Reads a value; `None` where nothing is set, or where it is wrong, which is kept as a fault.
    pub(super) fn read<T>(
        &mut self,
        name: &'static str,
        read: impl FnOnce(&str) -> Result<T, Wrong>,
    ) -> Option<T> {
        let value = self.text(name)?;
        match read(&value) {
            Ok(it) => Some(it),
            Err(wrong) => {
                self.faults.push(Fault::of(name, &value, wrong));
                None
            }
        }
    }

    /// A whole number within bounds. A wrong one gives `least`, which nobody will use: there is a fault.
    pub(super) fn number<T: TryFrom<i64>>(&mut self, name: &'static str, least: i64, most: i64) -> T {
        let wrong = Wrong::Number { least, most };
        let number = self.read(name, |text| match text.parse::<i64>() {
            Ok(number) if (least..=most).contains(&number) => Ok(number),
            _ => Err(wrong),
        });
        let number = T::try_from(number.unwrap_or(least)).ok();
        number.expect("the bounds of a setting fit its type")
    }

    /// `HH:MM` as minutes of the day.
    pub(super) fn time_of_day(&mut self, name: &'static str) -> u32 {
        self.read(name, |text| {
            let time = chrono::NaiveTime::parse_from_str(text, "%H:%M").map_err(|_| Wrong::TimeOfDay)?;
            Ok(chrono::Timelike::num_seconds_from_midnight(&time) / 60)
        })
        .unwrap_or(0)
    }

    /// An address that begins with http:// or https:// and names a host.
    pub(super) fn web_address(&mut self, name: &'static str) -> Option<url::Url> {
        self.read(name, |text| {
            let url = url::Url::parse(text).map_err(|_| Wrong::WebAddress)?;
            if matches!(url.scheme(), "http" | "https") && url.has_host() {
                Ok(url)
            } else {
                Err(Wrong::WebAddress)
            }
        })
    }
}
