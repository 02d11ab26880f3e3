//! Inquiries as the desk and the command line list them: always an index range, bounded.

use crate::domain::ids::OfficeId;
use crate::domain::inquiry::{Inquiry, InquiryState};

use super::db::{Cell, Sql};
use super::table::{Column, Table, columns_of};
use super::{Reading, StoreError};

/// A line of the list.
#[derive(Debug, Clone)]
pub struct InquiryLine {
    /// The inquiry.
    pub inquiry: Inquiry,
    /// Who is asked.
    pub deputy_name: String,
    /// Their code.
    pub deputy_code: String,
}

/// Lines of one list: more than an office asks in years.
const MOST: i64 = 300;

impl Reading {
    /// Inquiries in a state, of an office or of all: open ones the earliest last day first, others the newest first.
    pub async fn inquiries(
        &mut self,
        office: Option<OfficeId>,
        state: InquiryState,
    ) -> Result<Vec<InquiryLine>, StoreError> {
        let mut cells = vec![Cell::Int(MOST)];
        let own = match office {
            Some(office) => {
                cells.push(office.to_cell());
                "AND i.office_id = $2"
            }
            None => "",
        };
        let order = match state {
            InquiryState::Open => "i.due_on, i.inquiry_id",
            InquiryState::Answered | InquiryState::Withdrawn => "i.inquiry_id DESC",
        };
        let sql: Sql = format!(
            "SELECT {}, d.name, d.code FROM inquiries i JOIN deputies d ON d.deputy_id = i.deputy_id \
             WHERE i.state = '{}' {own} ORDER BY {order} LIMIT $1",
            columns_of::<Inquiry>("i"),
            state.tag()
        )
        .into();
        let behind = Inquiry::COLUMNS.len();
        self.conn
            .rows(&sql, cells)
            .await?
            .iter()
            .map(|row| {
                let cells = row.cells();
                Ok(InquiryLine {
                    inquiry: Inquiry::read(cells)?,
                    deputy_name: cells.text(behind)?,
                    deputy_code: cells.text(behind + 1)?,
                })
            })
            .collect()
    }
}
