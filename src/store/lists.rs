//! The lists that views and a few decisions read: ids in order, always from an index range, with the count of all pages.

use crate::domain::ids::OfficeId;
use crate::domain::world::{FindBy, LetterFilter, List, ListKey, PAGE};

use super::StoreError;
use super::db::{Cell, Conn, Sql};
use super::table::Column;

/// Deputies whom people may find: bound, in office, not paused, on the newest roster, of units open to the public.
/// The same rule as `access::unavailable`; a test compares the two on both engines.
const FINDABLE: &str = "d.account_id IS NOT NULL AND d.status = 'in_office' AND d.paused_at IS NULL AND d.gone_at IS NULL \
                        AND o.open_to_public = 1";

fn states(filter: LetterFilter) -> &'static str {
    match filter {
        LetterFilter::Open => "('received', 'delivered')",
        LetterFilter::Answered => "('answered', 'raised', 'passed_on')",
        LetterFilter::Ended => "('ended')",
    }
}

/// A pattern for LIKE in which the words stand for themselves.
pub(super) fn containing(words: &str) -> String {
    let escaped = words
        .replace('\\', "\\\\")
        .replace('%', "\\%")
        .replace('_', "\\_");
    format!("%{escaped}%")
}

async fn ids(conn: &mut Conn, sql: String, cells: Vec<Cell>) -> Result<Vec<i64>, StoreError> {
    conn.rows(&Sql::from(sql), cells)
        .await?
        .iter()
        .map(|row| row.cells().int(0))
        .collect()
}

async fn whole(conn: &mut Conn, sql: &str, cells: Vec<Cell>) -> Result<List, StoreError> {
    let ids = ids(conn, sql.to_owned(), cells).await?;
    let total = i64::try_from(ids.len()).unwrap_or(i64::MAX);
    Ok(List { ids, total })
}

/// The first of what is due until a day, the earliest first, and the count of all.
async fn due(
    conn: &mut Conn,
    id: &str,
    table: &str,
    state: &str,
    office: Option<OfficeId>,
    until: &str,
) -> Result<List, StoreError> {
    let (own, mut cells) = match office {
        Some(office) => ("AND office_id = $2", vec![office.to_cell()]),
        None => ("", vec![]),
    };
    cells.insert(0, Cell::Text(until.to_owned()));
    let body = format!("FROM {table} WHERE state = '{state}' AND due_on <= $1 {own}");
    let first = format!("SELECT {id} {body} ORDER BY due_on, {id} LIMIT 20");
    let ids = ids(conn, first, cells.clone()).await?;
    let total = conn
        .number(&format!("SELECT count(*) {body}").into(), cells)
        .await?;
    Ok(List { ids, total })
}

/// A page of `id` from a body of SQL, and the count of all.
async fn page(
    conn: &mut Conn,
    id: &str,
    body: &str,
    order: &str,
    cells: Vec<Cell>,
    page: i64,
) -> Result<List, StoreError> {
    let total = conn
        .number(&Sql::from(format!("SELECT count(*) {body}")), cells.clone())
        .await?;
    let offset = page.clamp(0, 100_000) * PAGE;
    let ids = ids(
        conn,
        format!("SELECT {id} {body} ORDER BY {order} LIMIT {PAGE} OFFSET {offset}"),
        cells,
    )
    .await?;
    Ok(List { ids, total })
}

pub(super) async fn read(conn: &mut Conn, key: &ListKey) -> Result<List, StoreError> {
    match key {
        ListKey::Letters {
            reader,
            filter,
            page: at,
        } => {
            let body = format!(
                "FROM cases c WHERE c.reader = $1 AND c.state IN {}",
                states(*filter)
            );
            page(
                conn,
                "c.case_id",
                &body,
                "c.case_id DESC",
                vec![reader.to_cell()],
                *at,
            )
            .await
        }
        ListKey::CasesOf { account, page: at } => {
            let body = "FROM cases c WHERE c.account_id = $1";
            page(
                conn,
                "c.case_id",
                body,
                "c.case_id DESC",
                vec![account.to_cell()],
                *at,
            )
            .await
        }
        ListKey::Messages(case) => {
            // The newest 200, told oldest first.
            let sql = "SELECT m.message_id FROM (SELECT message_id FROM messages WHERE case_id = $1 ORDER BY message_id DESC LIMIT 200) m \
                       ORDER BY m.message_id";
            whole(conn, sql, vec![case.to_cell()]).await
        }
        ListKey::Finder { by, page: at } => {
            let (condition, cell) = match by {
                FindBy::Unit(code) => ("d.unit_code = $1", code.clone()),
                FindBy::Name(name) => ("d.name LIKE $1 ESCAPE '\\'", containing(name)),
                FindBy::Field(field) => (
                    "('、' || d.fields || '、') LIKE $1 ESCAPE '\\'",
                    containing(&format!("、{field}、")),
                ),
            };
            let body = format!(
                "FROM deputies d JOIN offices o ON o.office_id = d.office_id WHERE {condition} AND {FINDABLE}"
            );
            page(conn, "d.deputy_id", &body, "d.code", vec![Cell::Text(cell)], *at).await
        }
        ListKey::Records {
            deputy,
            state,
            on,
            page: at,
        } => {
            let mut body = "FROM contact_records r WHERE r.deputy_id = $1".to_owned();
            let mut cells = vec![deputy.to_cell()];
            match on.len() {
                0 => {}
                4 => {
                    cells.push(Cell::Text(format!("{on}-01-01")));
                    cells.push(Cell::Text(format!("{on}-12-31")));
                    body.push_str(" AND r.held_on >= $2 AND r.held_on <= $3");
                }
                21 => {
                    let (from, to) = on.split_once('/').unwrap_or((on, on));
                    cells.push(Cell::Text(from.to_owned()));
                    cells.push(Cell::Text(to.to_owned()));
                    body.push_str(" AND r.held_on >= $2 AND r.held_on <= $3");
                }
                _ => {
                    cells.push(Cell::Text(on.clone()));
                    body.push_str(" AND r.held_on = $2");
                }
            }
            match state.as_str() {
                "" => body.push_str(" AND r.state <> 'dropped'"),
                "draft" => body.push_str(" AND r.state IN ('draft', 'returned')"),
                "confirmed" => body.push_str(" AND r.state IN ('confirmed', 'verified')"),
                other => {
                    cells.push(Cell::Text(other.to_owned()));
                    body.push_str(&format!(" AND r.state = ${}", cells.len()));
                }
            }
            if *at < 0 {
                // The whole, for the handbook: oldest first.
                let sql = format!("SELECT r.record_id {body} ORDER BY r.held_on, r.record_id LIMIT 5000");
                return whole(conn, &sql, cells).await;
            }
            page(
                conn,
                "r.record_id",
                &body,
                "r.held_on DESC, r.record_id DESC",
                cells,
                *at,
            )
            .await
        }
        ListKey::RecordsOfReport(report) => {
            let sql =
                "SELECT record_id FROM contact_records WHERE report_id = $1 ORDER BY record_id LIMIT 50";
            whole(conn, sql, vec![report.to_cell()]).await
        }
        ListKey::EvidenceOf(report) => {
            let sql = "SELECT file_id FROM evidence WHERE report_id = $1 ORDER BY file_id LIMIT 50";
            whole(conn, sql, vec![report.to_cell()]).await
        }
        ListKey::RecordsOfActivity(activity) => {
            let sql =
                "SELECT record_id FROM contact_records WHERE activity_id = $1 ORDER BY record_id LIMIT 1000";
            whole(conn, sql, vec![activity.to_cell()]).await
        }
        ListKey::RecordsForOffice(office) => {
            let sql = "SELECT r.record_id FROM deputies d JOIN contact_records r ON r.deputy_id = d.deputy_id \
                       WHERE d.office_id = $1 AND r.state IN ('confirmed', 'late') ORDER BY r.record_id LIMIT 200";
            whole(conn, sql, vec![office.to_cell()]).await
        }
        ListKey::Activities(office) => {
            let sql =
                "SELECT activity_id FROM activities WHERE office_id = $1 ORDER BY activity_id DESC LIMIT 50";
            whole(conn, sql, vec![office.to_cell()]).await
        }
        ListKey::HandbooksMissing { office, year } => {
            let sql = "SELECT d.deputy_id FROM deputies d LEFT JOIN handbooks h ON h.deputy_id = d.deputy_id AND h.year = $2 \
                       WHERE d.office_id = $1 AND d.status = 'in_office' AND d.gone_at IS NULL \
                       AND (d.elected_on = '' OR substr(d.elected_on, 1, 4) <= $3) \
                       AND coalesce(h.state, 'open') NOT IN ('handed_in', 'paper_told', 'accepted') ORDER BY d.code LIMIT 1000";
            let cells = vec![
                office.to_cell(),
                Cell::Int(*year),
                Cell::Text(format!("{year:04}")),
            ];
            whole(conn, sql, cells).await
        }
        ListKey::OpenCases(reader) => {
            let sql = "SELECT case_id FROM cases WHERE reader = $1 AND state IN ('received', 'delivered', 'answered', 'raised', 'passed_on') \
                       ORDER BY case_id LIMIT 500";
            whole(conn, sql, vec![reader.to_cell()]).await
        }
        ListKey::Roster(unit) if unit.is_empty() => {
            whole(
                conn,
                "SELECT deputy_id FROM deputies WHERE code NOT LIKE '~%' ORDER BY code LIMIT 2000",
                vec![],
            )
            .await
        }
        ListKey::Roster(unit) => {
            let sql = "SELECT deputy_id FROM deputies WHERE unit_code = $1 AND code NOT LIKE '~%' ORDER BY code LIMIT 1000";
            whole(conn, sql, vec![Cell::Text(unit.clone())]).await
        }
        ListKey::Offices => {
            whole(
                conn,
                "SELECT office_id FROM offices ORDER BY office_id LIMIT 100",
                vec![],
            )
            .await
        }
        ListKey::Officers(office) => {
            let sql = "SELECT officer_id FROM officers WHERE office_id = $1 AND ended_at IS NULL ORDER BY officer_id LIMIT 50";
            whole(conn, sql, vec![office.to_cell()]).await
        }
        ListKey::Invitations(deputy) => {
            let sql = "SELECT invitation_id FROM invitations WHERE invitee = $1 AND redeemed_at IS NULL AND revoked_at IS NULL \
                       ORDER BY invitation_id LIMIT 50";
            whole(conn, sql, vec![Cell::Text(format!("d{deputy}"))]).await
        }
        ListKey::Imports => {
            let sql = "SELECT import_id FROM roster_imports WHERE undone_at IS NULL ORDER BY import_id DESC LIMIT 200";
            whole(conn, sql, vec![]).await
        }
        ListKey::LastImport => whole(
            conn,
            "SELECT import_id FROM roster_imports WHERE undone_at IS NULL ORDER BY import_id DESC LIMIT 1",
            vec![],
        )
        .await,
        ListKey::Calendars => {
            whole(
                conn,
                "SELECT calendar_version FROM calendars ORDER BY calendar_version DESC LIMIT 100",
                vec![],
            )
            .await
        }
        ListKey::SuggestionsOf { deputy, page: at } => {
            let body = "FROM suggestions s WHERE s.deputy_id = $1 AND s.state <> 'draft'";
            page(
                conn,
                "s.suggestion_id",
                body,
                "s.suggestion_id DESC",
                vec![deputy.to_cell()],
                *at,
            )
            .await
        }
        ListKey::DraftsOf(deputy) => {
            let sql = "SELECT suggestion_id FROM suggestion_drafts WHERE deputy_id = $1 AND stage NOT IN ('registered', 'reading', 'unread') \
                       ORDER BY suggestion_id DESC LIMIT 60";
            whole(conn, sql, vec![deputy.to_cell()]).await
        }
        ListKey::SharedDrafts => {
            let sql = "SELECT suggestion_id FROM suggestion_drafts WHERE stage = 'open' AND shares = 1 \
                       ORDER BY suggestion_id DESC LIMIT 300";
            whole(conn, sql, vec![]).await
        }
        ListKey::DraftsHandedIn => {
            let sql = "SELECT suggestion_id FROM suggestion_drafts WHERE stage = 'handed_in' \
                       ORDER BY shares, suggestion_id LIMIT 2000";
            whole(conn, sql, vec![]).await
        }
        ListKey::Earlier(deputy) => {
            let sql = "SELECT suggestion_id FROM (SELECT suggestion_id FROM suggestions WHERE deputy_id = $1 AND number <> '' \
                       ORDER BY suggestion_id DESC LIMIT 300) own \
                       UNION SELECT suggestion_id FROM (SELECT suggestion_id FROM suggestions WHERE openness = 'open' AND number <> '' \
                       ORDER BY suggestion_id DESC LIMIT 300) open_ones ORDER BY suggestion_id DESC";
            whole(conn, sql, vec![deputy.to_cell()]).await
        }
        ListKey::DeputiesNamed(name) => {
            let sql = "SELECT deputy_id FROM deputies WHERE name = $1 AND status = 'in_office' AND gone_at IS NULL \
                       ORDER BY code LIMIT 20";
            whole(conn, sql, vec![Cell::Text(name.clone())]).await
        }
        ListKey::Numbered(number) => {
            let sql = "SELECT suggestion_id FROM suggestions WHERE number = $1 AND number <> '' \
                       ORDER BY suggestion_id DESC LIMIT 20";
            whole(conn, sql, vec![Cell::Text(number.clone())]).await
        }
        ListKey::Names(suggestion) => {
            let sql = "SELECT deputy_id FROM suggestion_names WHERE suggestion_id = $1 ORDER BY place, deputy_id LIMIT 200";
            whole(conn, sql, vec![suggestion.to_cell()]).await
        }
        ListKey::NamesAsked(deputy) => {
            let sql = "SELECT suggestion_id FROM suggestion_names WHERE deputy_id = $1 AND state IN ('invited', 'changed') \
                       ORDER BY suggestion_id DESC LIMIT 50";
            whole(conn, sql, vec![deputy.to_cell()]).await
        }
        ListKey::Assignments(suggestion) => {
            let sql = "SELECT assignment_id FROM assignments WHERE suggestion_id = $1 ORDER BY assignment_id LIMIT 100";
            whole(conn, sql, vec![suggestion.to_cell()]).await
        }
        ListKey::OpenAssignments(deputy) => {
            let sql = "SELECT assignment_id FROM assignments WHERE deputy_id = $1 AND state = 'open' \
                       ORDER BY due_on, assignment_id LIMIT 200";
            whole(conn, sql, vec![deputy.to_cell()]).await
        }
        ListKey::Replies(suggestion) => {
            let sql = "SELECT reply_id FROM replies WHERE suggestion_id = $1 ORDER BY reply_id LIMIT 100";
            whole(conn, sql, vec![suggestion.to_cell()]).await
        }
        ListKey::DueFeedback { office, until } => {
            due(conn, "reply_id", "replies", "awaiting", *office, until).await
        }
        ListKey::DueReplies { office, until } => {
            due(conn, "assignment_id", "assignments", "open", *office, until).await
        }
        ListKey::DueInquiries { office, until } => {
            due(conn, "inquiry_id", "inquiries", "open", *office, until).await
        }
        ListKey::OpenInquiries(deputy) => {
            let sql = "SELECT inquiry_id FROM inquiries WHERE deputy_id = $1 AND state = 'open' \
                       ORDER BY due_on, inquiry_id LIMIT 50";
            whole(conn, sql, vec![deputy.to_cell()]).await
        }
        ListKey::AwaitedFeedback(deputy) => {
            let sql = "SELECT reply_id FROM replies WHERE deputy_id = $1 AND state = 'awaiting' \
                       ORDER BY due_on, reply_id LIMIT 200";
            whole(conn, sql, vec![deputy.to_cell()]).await
        }
        ListKey::HandlingUnits => {
            let sql = "SELECT handling_unit_id FROM handling_units WHERE ended_at IS NULL ORDER BY handling_unit_id LIMIT 2000";
            whole(conn, sql, vec![]).await
        }
        ListKey::AssignmentsBefore(version) => {
            let sql = "SELECT assignment_id FROM assignments WHERE state = 'open' AND calendar_version < $1 \
                       ORDER BY calendar_version, assignment_id LIMIT 200";
            whole(conn, sql, vec![version.to_cell()]).await
        }
        ListKey::RepliesBefore(version) => {
            let sql = "SELECT reply_id FROM replies WHERE state = 'awaiting' AND calendar_version < $1 \
                       ORDER BY calendar_version, reply_id LIMIT 200";
            whole(conn, sql, vec![version.to_cell()]).await
        }
        ListKey::CallBacks(case) => {
            let sql = "SELECT call_back_id FROM call_backs WHERE case_id = $1 AND state = 'ready' ORDER BY call_back_id LIMIT 10";
            whole(conn, sql, vec![case.to_cell()]).await
        }
    }
}
