//! Which fields a category has: the columns of the handbook's sections, besides 序号, the day and the source. Called by the
//! card, the handbook and its documents, and by the reading of a report.
//!
//! The columns are a proposal, drawn from the rules of other provinces: no specimen of Hunan's own handbook is known.

use crate::domain::handbook::DutyCategory;

use super::RecordField;

impl DutyCategory {
    /// The columns of the section, in order.
    pub fn fields(self) -> &'static [RecordField] {
        use RecordField as F;
        match self {
            DutyCategory::CongressSession => &[F::Title, F::Days, F::Leave, F::Speech],
            DutyCategory::MotionsAndSuggestions => &[
                F::Number,
                F::Title,
                F::Paper,
                F::Role,
                F::Channel,
                F::Unit,
                F::Reply,
                F::Feedback,
            ],
            DutyCategory::Inspection | DutyCategory::SpecialResearch | DutyCategory::LawEnforcementCheck => {
                &[F::Place, F::Title, F::Host, F::Matters, F::Opinions]
            }
            DutyCategory::GroupActivity => &[F::Place, F::Title, F::Matters, F::People],
            DutyCategory::CommitteeMeeting => &[F::Title, F::Matters, F::Speech],
            DutyCategory::SuggestionHandling => &[F::Number, F::Unit, F::Way, F::Opinions],
            DutyCategory::Training => &[F::Place, F::Title, F::Host, F::Days],
            DutyCategory::Contact => &[F::Place, F::Way, F::Whom, F::Matters, F::PassingOn, F::AnswerBack],
            DutyCategory::Other => &[F::Place, F::Matters],
        }
    }

    /// The fields that a person can correct: the columns, with the number of people apart from who they were.
    pub fn correctable(self) -> Vec<RecordField> {
        let mut fields = vec![RecordField::On];
        for field in self.fields() {
            fields.push(*field);
            if *field == RecordField::Whom {
                fields.push(RecordField::People);
            }
        }
        fields.push(RecordField::Category);
        fields
    }

    /// Where the matters of a report stand in this category.
    pub fn matters_field(self) -> RecordField {
        match self {
            DutyCategory::Contact
            | DutyCategory::GroupActivity
            | DutyCategory::CommitteeMeeting
            | DutyCategory::Other => RecordField::Matters,
            DutyCategory::MotionsAndSuggestions
            | DutyCategory::Inspection
            | DutyCategory::SpecialResearch
            | DutyCategory::LawEnforcementCheck
            | DutyCategory::Training => RecordField::Title,
            DutyCategory::CongressSession => RecordField::Speech,
            DutyCategory::SuggestionHandling => RecordField::Opinions,
        }
    }

    /// The category of a number, as buttons and forms carry it.
    pub fn from_number(number: i64) -> Option<Self> {
        DutyCategory::TEN
            .into_iter()
            .chain([DutyCategory::Other])
            .find(|category| i64::from(category.number()) == number)
    }
}
