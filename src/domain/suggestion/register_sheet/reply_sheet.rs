//! The sheet of replies: many recorded at once.

use chrono::NaiveDate;

use super::table::{RegisterColumn, RegisterReading, Table};
use super::{SheetFaultKind as Kind, tidy_number};
use crate::domain::sheet::Sheet;
use crate::domain::suggestion::CongressSession;
use crate::domain::suggestion::reply::{ReceiptSource, ReplyForm, class_in};

/// The longest cell that is kept, in characters.
const LONGEST: usize = 60;

/// A column of the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReplyColumn {
    /// 建议编号
    Number,
    /// 届次; needed only where the number comes in several sessions.
    Session,
    /// 承办单位; needed only where several units reply separately.
    Unit,
    /// 收到日期
    ReceivedOn,
    /// 收到方式
    Source,
    /// 答复类别
    Class,
    /// 答复文号
    DocumentNumber,
    /// 答复形式: 书面 or 口头.
    Form,
}

impl RegisterColumn for ReplyColumn {
    const ALL: &'static [Self] = &[
        Self::Number,
        Self::Session,
        Self::Unit,
        Self::ReceivedOn,
        Self::Source,
        Self::Class,
        Self::DocumentNumber,
        Self::Form,
    ];
    const REQUIRED: &'static [Self] = &[Self::Number, Self::ReceivedOn];

    fn headings(self) -> &'static [&'static str] {
        match self {
            Self::Number => &["建议编号", "编号", "建议号", "number"],
            Self::Session => &["届次", "届次会次", "会次", "会议", "session"],
            Self::Unit => &["承办单位", "办理单位", "主办单位", "答复单位", "单位", "unit"],
            Self::ReceivedOn => &["收到日期", "收到时间", "收到答复日期", "签收日期", "receivedon"],
            Self::Source => &["收到方式", "送达方式", "方式", "source"],
            Self::Class => &["答复类别", "答复分类", "类别", "class"],
            Self::DocumentNumber => &["答复文号", "文号", "发文字号", "documentnumber"],
            Self::Form => &["答复形式", "形式", "form"],
        }
    }
}

/// A row of the sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReplyEntry {
    /// Where it stands in the file.
    pub row: u32,
    /// The number of the suggestion.
    pub number: String,
    /// Its session, if the row says it.
    pub session: Option<CongressSession>,
    /// Who replied; may be empty.
    pub unit: String,
    /// The day of receipt; none only of an oral answer.
    pub received_on: Option<NaiveDate>,
    /// How it is known.
    pub source: ReceiptSource,
    /// The class; may be empty.
    pub class: String,
    /// 文号; may be empty.
    pub document_number: String,
    /// Written or oral.
    pub form: ReplyForm,
}

fn source_of(text: &str) -> Option<ReceiptSource> {
    Some(match text {
        "" | "表格" => ReceiptSource::Sheet,
        "平台" | "网络平台" | "省平台" | "网上" | "platform" => ReceiptSource::Platform,
        "邮寄" | "快递" | "寄送" | "挂号信" | "邮政" | "post" => ReceiptSource::Post,
        "当面" | "送达" | "当面送达" | "直接送达" | "领取" | "by_hand" => ReceiptSource::ByHand,
        "代表告知" | "告知" | "told" => ReceiptSource::Told,
        _ => return None,
    })
}

fn form_of(text: &str) -> Option<ReplyForm> {
    Some(match text {
        "" | "书面" | "书面答复" | "written" => ReplyForm::Written,
        "口头" | "口头答复" | "当面口头" | "电话" | "oral" => ReplyForm::Oral,
        _ => return None,
    })
}

/// Reads the sheet. `classes`: those that the office has set. Never fails: what is wrong is in `faults`, all of it at once.
pub fn read_replies(
    sheet: &Sheet,
    today: NaiveDate,
    classes: &[String],
) -> RegisterReading<ReplyColumn, ReplyEntry> {
    use ReplyColumn as C;
    let table = Table::<C>::read(sheet);
    let mut reading = RegisterReading {
        entries: Vec::new(),
        faults: table.faults,
        columns: table.columns,
    };
    for mut line in table.rows {
        let number = tidy_number(&line.needed(C::Number, LONGEST));
        let session_text = line.text(C::Session);
        let session = CongressSession::read(&session_text);
        if session.is_none() && !session_text.is_empty() {
            line.fault(C::Session, Kind::SessionUnreadable, &session_text);
        }
        let source_text = line.text(C::Source);
        let source = source_of(&source_text);
        if source.is_none() {
            line.fault(C::Source, Kind::SourceUnknown, &source_text);
        }
        let form_text = line.text(C::Form);
        let form = form_of(&form_text);
        if form.is_none() {
            line.fault(C::Form, Kind::FormUnknown, &form_text);
        }
        let class_text = line.limited(C::Class, LONGEST);
        let class = class_in(classes, &class_text);
        if class.is_none() {
            line.fault(C::Class, Kind::ClassUnknown, &class_text).meant = classes.join("、");
        }
        let received_on = line.day(C::ReceivedOn);
        let day_is_bad = line
            .faults
            .iter()
            .any(|fault| matches!(fault.kind, Kind::DayUnreadable | Kind::DayImpossible));
        if received_on.is_none() && form == Some(ReplyForm::Written) && !day_is_bad {
            line.fault(C::ReceivedOn, Kind::Missing, "").meant = C::ReceivedOn.heading().to_owned();
        }
        if let Some(on) = received_on.filter(|on| *on > today) {
            line.fault(C::ReceivedOn, Kind::DayInFuture, &on.to_string());
        }
        let entry = ReplyEntry {
            row: line.number,
            number,
            session,
            unit: line.limited(C::Unit, LONGEST),
            received_on,
            source: source.unwrap_or(ReceiptSource::Sheet),
            class: class.unwrap_or_default(),
            document_number: line.limited(C::DocumentNumber, LONGEST),
            form: form.unwrap_or(ReplyForm::Written),
        };
        if line.faults.is_empty() {
            reading.entries.push(entry);
        } else {
            reading.faults.append(&mut line.faults);
        }
    }
    reading.faults.sort_by_key(|fault| (fault.row, fault.column));
    reading
}
