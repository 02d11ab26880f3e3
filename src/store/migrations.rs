//! The steps of the schema, from the files in `migrations/`, one list for both engines.
//!
//! The files are named here instead of being found by sqlx's macro: the macro alone would have sqlx, its drivers and their
//! TLS built a second time, for the compiler. **Invariants:** a step that has landed is never edited (sqlx compares the
//! hash of its text); a test below sees that no file is left out.

use std::sync::LazyLock;

use sqlx::SqlSafeStr;
use sqlx::migrate::{Migration, MigrationType, Migrator};

/// The texts of an engine's steps in order: the name of the file, what stands in it.
macro_rules! steps {
    ($engine:literal: $($file:literal),+ $(,)?) => {
        &[$(($file, include_str!(concat!("../../migrations/", $engine, "/", $file, ".sql")))),+]
    };
}

/// One list of names, so that no engine lacks a step.
macro_rules! of_engine {
    ($engine:literal) => {
        steps!($engine:
            "0001_the_main_job",
            "0002_calendar",
            "0003_duty_records",
            "0004_suggestions",
            "0005_feedback",
            "0006_parts_of_messages",
            "0007_operation",
            "0008_handbook_life",
            "0009_joint_activities_are_taken_back",
            "0010_drafts_of_suggestions",
            "0011_calendar_feed_and_proofs",
            "0012_notices_and_voices",
            "0014_inquiries_and_reminder_rules",
        )
    };
}

pub(super) static SQLITE: LazyLock<Migrator> = LazyLock::new(|| migrator(of_engine!("sqlite")));
pub(super) static POSTGRES: LazyLock<Migrator> = LazyLock::new(|| migrator(of_engine!("postgres")));

fn migrator(steps: &[(&'static str, &'static str)]) -> Migrator {
    Migrator::with_migrations(
        steps
            .iter()
            .filter_map(|(file, text)| {
                let (version, said) = file.split_once('_')?;
                Some(Migration::new(
                    version.parse().ok()?,
                    said.replace('_', " ").into(),
                    MigrationType::Simple,
                    text.into_sql_str(),
                    false,
                ))
            })
            .collect(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_a_step_of_both_engines() {
        for (engine, steps) in [("sqlite", &*SQLITE), ("postgres", &*POSTGRES)] {
            let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
                .join("migrations")
                .join(engine);
            let mut files: Vec<String> = std::fs::read_dir(folder)
                .unwrap()
                .map(|entry| entry.unwrap().file_name().into_string().unwrap())
                .collect();
            files.sort();
            let known: Vec<String> = steps
                .iter()
                .map(|step| format!("{:04}_{}.sql", step.version, step.description.replace(' ', "_")))
                .collect();
            assert_eq!(files, known, "{engine}");
        }
    }
}
