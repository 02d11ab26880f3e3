//! What jobs and errands ask of the database: files to fetch, messages nobody fetched, forgetting, erasing.

use crate::domain::ids::FileId;
use crate::domain::message::File;
use crate::domain::outbox::OutboxItem;

use super::db::{Cell, Sql};
use super::table::{Table, columns_of};
use super::{Reading, StoreError, Writing};

/// Keys of Telegram's updates are kept longer than Telegram delivers again, shorter than the week of silence after
/// which its update ids start anew.
pub const KEYS_KEPT_MS: i64 = 72 * 3_600_000;

/// A voice message whose words are wanted.
#[derive(Debug, Clone)]
pub struct WantedVoice {
    /// The sound.
    pub file: File,
    /// How often the service was asked before.
    pub tries: i64,
}

impl Reading {
    /// Files that are still at the channel and due for a try.
    pub async fn wanted_files(&mut self, now: i64, most: i64) -> Result<Vec<File>, StoreError> {
        let sql: Sql = format!(
            "SELECT {} FROM files f WHERE f.state = 'wanted' AND f.next_try_at <= $1 ORDER BY f.next_try_at LIMIT $2",
            columns_of::<File>("f")
        )
        .into();
        let rows = self
            .conn
            .rows(&sql, vec![Cell::Int(now), Cell::Int(most)])
            .await?;
        rows.iter().map(|row| File::read(row.cells())).collect()
    }

    /// Voices of deputies whose words are wanted and due, as far as the sound is here or can't be had any more.
    pub async fn wanted_voices(&mut self, now: i64, most: i64) -> Result<Vec<WantedVoice>, StoreError> {
        let sql: Sql = format!(
            "SELECT {}, e.transcribe_tries FROM evidence e JOIN files f ON f.file_id = e.file_id \
             WHERE e.transcribing = 'wanted' AND e.transcribe_at <= $1 AND f.state <> 'wanted' ORDER BY e.transcribe_at LIMIT $2",
            columns_of::<File>("f")
        )
        .into();
        let rows = self
            .conn
            .rows(&sql, vec![Cell::Int(now), Cell::Int(most)])
            .await?;
        rows.iter()
            .map(|row| {
                Ok(WantedVoice {
                    file: File::read(row.cells())?,
                    tries: row.cells().int(File::COLUMNS.len())?,
                })
            })
            .collect()
    }

    /// Messages of the web chat that no page has fetched since `before`, that have not gone to the fallback yet.
    pub async fn unfetched(&mut self, before: i64, most: i64) -> Result<Vec<OutboxItem>, StoreError> {
        let sql: Sql = format!(
            "SELECT {} FROM outbox o WHERE o.channel = 'web' AND o.state = 'waiting' AND o.due_at <= $1 AND o.fallback_at IS NULL \
             ORDER BY o.due_at LIMIT $2",
            columns_of::<OutboxItem>("o")
        )
        .into();
        let rows = self
            .conn
            .rows(&sql, vec![Cell::Int(before), Cell::Int(most)])
            .await?;
        rows.iter().map(|row| OutboxItem::read(row.cells())).collect()
    }

    /// True when the database answers.
    pub async fn answers(&mut self) -> Result<bool, StoreError> {
        Ok(self
            .conn
            .number(&"SELECT cast(1 AS bigint)".into(), vec![])
            .await?
            == 1)
    }

    /// One file by id.
    pub async fn file(&mut self, id: FileId) -> Result<Option<File>, StoreError> {
        let sql: Sql = format!(
            "SELECT {} FROM files f WHERE f.file_id = $1",
            columns_of::<File>("f")
        )
        .into();
        let rows = self.conn.rows(&sql, vec![Cell::Int(id.0)]).await?;
        rows.first().map(|row| File::read(row.cells())).transpose()
    }
}

impl Writing {
    /// Forgets keys, sessions and parked edits that are past; gives how many rows went.
    pub async fn forget(&mut self, ticks: i64, now: i64) -> Result<u64, StoreError> {
        let mut gone = 0;
        gone += self
            .conn
            .run(
                &"DELETE FROM input_keys WHERE claimed_at < $1".into(),
                vec![Cell::Int(ticks - KEYS_KEPT_MS)],
            )
            .await?;
        gone += self
            .conn
            .run(
                &"DELETE FROM sessions WHERE expires_at < $1".into(),
                vec![Cell::Int(ticks)],
            )
            .await?;
        gone += self
            .conn
            .run(
                &"DELETE FROM parked_edits WHERE until_at < $1".into(),
                vec![Cell::Int(now)],
            )
            .await?;
        Ok(gone)
    }

    /// Erases the words, files and contacts of letters that ended before an instant, at most so many letters at once; numbers,
    /// days and states stay. Gives the hashes of files that nothing refers to any more, for removal from the disk.
    pub async fn erase_ended(&mut self, before: i64, now: i64, most: i64) -> Result<Vec<String>, StoreError> {
        let due = "SELECT case_id FROM cases WHERE state = 'ended' AND erased_at IS NULL AND ended_at < $1 ORDER BY ended_at LIMIT $2";
        let rows = self
            .conn
            .rows(&due.into(), vec![Cell::Int(before), Cell::Int(most)])
            .await?;
        let cases: Vec<i64> = rows
            .iter()
            .map(|row| row.cells().int(0))
            .collect::<Result<_, _>>()?;
        let mut hashes = Vec::new();
        for case in cases {
            let one = || vec![Cell::Int(case)];
            for row in self
                .conn
                .rows(
                    &"SELECT hash FROM files WHERE case_id = $1 AND hash IS NOT NULL".into(),
                    one(),
                )
                .await?
            {
                hashes.push(row.cells().text(0)?);
            }
            let versions = "DELETE FROM message_versions WHERE message_id IN (SELECT message_id FROM messages WHERE case_id = $1)";
            self.conn.run(&versions.into(), one()).await?;
            self.conn
                .run(
                    &"UPDATE messages SET text = '', file_id = NULL WHERE case_id = $1".into(),
                    one(),
                )
                .await?;
            self.conn
                .run(&"DELETE FROM files WHERE case_id = $1".into(), one())
                .await?;
            self.conn
                .run(
                    &"UPDATE call_backs SET value = '', state = 'withdrawn' WHERE case_id = $1".into(),
                    one(),
                )
                .await?;
            let mark = vec![Cell::Int(case), Cell::Int(now)];
            self.conn
                .run(&"UPDATE cases SET erased_at = $2 WHERE case_id = $1".into(), mark)
                .await?;
        }
        let mut unused = Vec::new();
        for hash in hashes {
            let left = "SELECT count(*) FROM files WHERE hash = $1".into();
            if self.conn.number(&left, vec![Cell::Text(hash.clone())]).await? == 0 {
                unused.push(hash);
            }
        }
        Ok(unused)
    }
}
