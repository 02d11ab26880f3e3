//! What must hold after every transcript, whatever was said in it.

use std::sync::{Arc, Mutex};

use super::stage::Stage;

/// What must be zero, and what it means when it isn't.
const ZERO: [(&str, &str); 5] = [
    (
        "SELECT count(*) FROM outbox WHERE state = 'waiting'",
        "messages still wait in the outbox",
    ),
    (
        "SELECT count(*) FROM (SELECT account_id, remote_id FROM messages WHERE remote_id IS NOT NULL \
         GROUP BY account_id, remote_id HAVING count(*) > 1) AS twice",
        "messages stand in two cases, or twice in one",
    ),
    (
        "SELECT count(*) FROM cases WHERE messages <> (SELECT count(*) FROM messages WHERE messages.case_id = cases.case_id)",
        "cases count other messages than they have",
    ),
    (
        "SELECT count(*) FROM messages WHERE case_id NOT IN (SELECT case_id FROM cases)",
        "messages stand in no case",
    ),
    (
        "SELECT count(*) FROM cases WHERE state IN ('answered', 'raised', 'passed-on') AND case_id NOT IN \
         (SELECT case_id FROM contact_records WHERE case_id IS NOT NULL) AND reader LIKE 'd%'",
        "cases of deputies were answered, raised or passed on and have no contact record",
    ),
];

async fn count(database: &str, sql: &'static str) -> i64 {
    use sqlx::Connection;
    if database.starts_with("sqlite") {
        let mut connection = sqlx::SqliteConnection::connect(database).await.unwrap();
        sqlx::query_scalar(sql).fetch_one(&mut connection).await.unwrap()
    } else {
        let mut connection = sqlx::PgConnection::connect(database).await.unwrap();
        sqlx::query_scalar(sql).fetch_one(&mut connection).await.unwrap()
    }
}

/// What doesn't hold.
pub async fn complaints(stage: &Stage, dead_letters: i64) -> Vec<String> {
    let mut complaints = Vec::new();
    for (sql, meaning) in ZERO {
        let found = count(&stage.database, sql).await;
        if found != 0 {
            complaints.push(format!("{found} {meaning}"));
        }
    }
    let dead = count(&stage.database, "SELECT count(*) FROM dead_letters").await;
    if dead != dead_letters {
        complaints.push(format!(
            "{dead} dead letters, and {dead_letters} were to be expected"
        ));
    }
    complaints
}

/// Remembers what the program logs as an error: no transcript may cause one.
#[derive(Clone, Default)]
pub struct Errors(Arc<Mutex<Vec<u8>>>);

impl Errors {
    /// Listens on this thread, on which a test's whole program runs, until the guard is dropped.
    pub fn listen(&self) -> tracing::subscriber::DefaultGuard {
        let errors = self.clone();
        tracing::subscriber::set_default(
            tracing_subscriber::fmt()
                .with_max_level(tracing::Level::ERROR)
                .with_ansi(false)
                .with_writer(move || errors.clone())
                .finish(),
        )
    }

    /// What was logged.
    pub fn said(&self) -> String {
        String::from_utf8_lossy(&self.0.lock().unwrap()).trim().to_owned()
    }
}

impl std::io::Write for Errors {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
