//! Saves the changes of a batch: a few statements a table, inserting or replacing whole rows.

use crate::domain::audit::AuditEntry;
use crate::domain::world::Changes;

use super::db::{Cell, Conn, placeholders};
use super::load::text_of;
use super::table::Table;
use super::{Sealer, StoreError, Writing};

/// Binds in one statement: SQLite takes 32,766, PostgreSQL 65,535.
const MOST_BINDS: usize = 16_000;

/// The sizes of statements of many rows: few enough to be kept prepared, close enough that two or three make any
/// number.
const SIZES: [usize; 16] = [1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 256, 512];

/// The largest of [`SIZES`] that `rows` fill and a statement can bind.
fn piece(rows: usize, columns: usize) -> usize {
    SIZES
        .into_iter()
        .rev()
        .find(|size| *size <= rows && size * columns <= MOST_BINDS)
        .unwrap_or(1)
}

async fn put<T: Table>(conn: &mut Conn, sealer: &Sealer, mut rows: Vec<T>) -> Result<(), StoreError> {
    if rows.is_empty() {
        return Ok(());
    }
    let mut cells: Vec<Cell> = Vec::with_capacity(rows.len() * T::COLUMNS.len());
    for row in &mut rows {
        row.seal(sealer);
        cells.extend(row.cells());
    }
    put_cells(conn, T::NAME, T::KEYS, T::COLUMNS, cells).await
}

/// Not generic over the row: it would be compiled once a table.
async fn put_cells(
    conn: &mut Conn,
    table: &'static str,
    keys: &'static [&'static str],
    columns: &'static [&'static str],
    mut cells: Vec<Cell>,
) -> Result<(), StoreError> {
    while !cells.is_empty() {
        let size = piece(cells.len() / columns.len(), columns.len());
        let rest = cells.split_off(size * columns.len());
        let sql = text_of(table, size, || {
            let set: Vec<String> = columns
                .iter()
                .filter(|column| !keys.contains(column))
                .map(|column| format!("{column} = excluded.{column}"))
                .collect();
            format!(
                "INSERT INTO {table} ({}) VALUES {} ON CONFLICT ({}) DO UPDATE SET {}",
                columns.join(", "),
                placeholders(size, columns.len()),
                keys.join(", "),
                set.join(", ")
            )
        });
        conn.run(&sql, cells).await?;
        cells = rest;
    }
    Ok(())
}

/// Closes the chain: each new entry carries the hash over the one before, which only the store has at hand.
async fn chained(conn: &mut Conn, mut entries: Vec<AuditEntry>) -> Result<Vec<AuditEntry>, StoreError> {
    let Some(first) = entries.first().map(|entry| entry.seq) else {
        return Ok(entries);
    };
    let sql = "SELECT chain FROM audit_entries WHERE seq = $1".into();
    let rows = conn.rows(&sql, vec![Cell::Int(first - 1)]).await?;
    let mut before = match rows.first() {
        Some(row) => row.cells().text(0)?,
        None => String::new(),
    };
    for entry in &mut entries {
        entry.chain = entry.expected_chain(&before);
        before.clone_from(&entry.chain);
    }
    Ok(entries)
}

impl Writing {
    /// Writes all changes.
    pub async fn save(&mut self, changes: Changes) -> Result<(), StoreError> {
        let sealer = std::sync::Arc::clone(&self.sealer);
        let (conn, sealer) = (&mut self.conn, &*sealer);
        let Changes {
            accounts,
            deputies,
            offices,
            officers,
            invitations,
            correspondents,
            cases,
            messages,
            files,
            records,
            reports,
            evidence,
            activities,
            outbox,
            counters,
            card_paces,
            sessions,
            dead_letters,
            imports,
            calendars,
            parked_edits,
            call_backs,
            handbooks,
            handbook_events,
            suggestions,
            suggestion_names,
            drafts,
            handling_units,
            assignments,
            replies,
            feedbacks,
            feedback_receivers,
            inquiries,
            reminders,
            reminder_tables,
            claimed_steps,
            unasked,
            calendar_links,
            case_events,
            message_versions,
            record_changes,
            suggestion_events,
            feedback_versions,
            audit,
        } = changes;
        put(conn, sealer, accounts).await?;
        put(conn, sealer, deputies).await?;
        put(conn, sealer, offices).await?;
        put(conn, sealer, officers).await?;
        put(conn, sealer, invitations).await?;
        put(conn, sealer, correspondents).await?;
        put(conn, sealer, cases).await?;
        put(conn, sealer, messages).await?;
        put(conn, sealer, files).await?;
        put(conn, sealer, records).await?;
        put(conn, sealer, reports).await?;
        put(conn, sealer, evidence).await?;
        put(conn, sealer, activities).await?;
        put(conn, sealer, outbox).await?;
        put(conn, sealer, counters).await?;
        put(conn, sealer, card_paces).await?;
        put(conn, sealer, sessions).await?;
        put(conn, sealer, dead_letters).await?;
        put(conn, sealer, imports).await?;
        put(conn, sealer, calendars).await?;
        put(conn, sealer, parked_edits).await?;
        put(conn, sealer, call_backs).await?;
        put(conn, sealer, handbooks).await?;
        put(conn, sealer, handbook_events).await?;
        put(conn, sealer, suggestions).await?;
        put(conn, sealer, suggestion_names).await?;
        put(conn, sealer, drafts).await?;
        put(conn, sealer, handling_units).await?;
        put(conn, sealer, assignments).await?;
        put(conn, sealer, replies).await?;
        put(conn, sealer, feedbacks).await?;
        put(conn, sealer, feedback_receivers).await?;
        put(conn, sealer, inquiries).await?;
        put(conn, sealer, reminders).await?;
        put(conn, sealer, reminder_tables).await?;
        put(conn, sealer, claimed_steps).await?;
        put(conn, sealer, unasked).await?;
        put(conn, sealer, calendar_links).await?;
        put(conn, sealer, case_events).await?;
        put(conn, sealer, message_versions).await?;
        put(conn, sealer, record_changes).await?;
        put(conn, sealer, suggestion_events).await?;
        put(conn, sealer, feedback_versions).await?;
        let audit = chained(conn, audit).await?;
        put(conn, sealer, audit).await
    }
}
