//! 履职手册 with sample people: who has handed in, one handbook, and a workbook that is read back.

use crate::domain::handbook::life::HandbookState;
use crate::domain::handbook::sheet::SheetChanges;
use crate::text::Words;
use crate::text::handbook_sheet_words::changes_said;
use crate::web::pages::desk::{
    DeskPlace, HandbookCounts, HandbookImportPage, HandbookPage, HandbookPreviewPage, HandbookRow,
    HandbooksPage, Verdict,
};

use super::super::{Sample, sample};
use super::{desk, on};

fn row(words: &Words, state: HandbookState) -> HandbookRow {
    HandbookRow {
        code: "CS-002".into(),
        name: "王示一".into(),
        confirmed: 12,
        drafts: 1,
        state,
        on_paper: false,
        has_ended: false,
        handed_in: on(words, "2026-12-18"),
    }
}

pub(super) fn handbooks(words: &'static Words) -> Vec<Sample> {
    let states = HandbooksPage::FILTERS;
    let list = HandbooksPage {
        words,
        desk: desk(DeskPlace::Handbooks),
        year: 2026,
        others: vec![("/desk/handbooks?year=2025&unit=".into(), "2025".into())],
        unit: String::new(),
        office: None,
        shown: None,
        counts: HandbookCounts::default(),
        handbooks: states.map(|state| row(words, state)).into(),
    };
    let one = |state| HandbookPage {
        words,
        desk: desk(DeskPlace::Handbooks),
        year: 2026,
        row: row(words, state),
        reason: "请补四月以后的走访".into(),
        hash: "0f".repeat(32),
        history: vec!["2026-12-18".into()],
        amendments: vec!["2026-12-20".into()],
        draft: String::new(),
    };
    let form = HandbookImportPage {
        words,
        desk: desk(DeskPlace::Handbooks),
        code: "CS-002".into(),
        name: "王示一".into(),
        year: 2026,
        unreadable: Some("这个文件不是表格".into()),
    };
    let preview = |verdict, faults: Vec<String>| HandbookPreviewPage {
        words,
        desk: desk(DeskPlace::Handbooks),
        code: "CS-002".into(),
        year: 2026,
        import: "0f".repeat(16),
        file: "CS-002-2026.xlsx".into(),
        counts: changes_said("handbook-import-nothing", &SheetChanges::default(), words),
        fault_count: 1,
        faults,
        added: vec!["10 联系群众 第 5 行：2026-05-01　灌溉".into()],
        changed: vec!["10 联系群众 第 2 行　地点：（空） → 石桥村".into()],
        absent: vec!["2026-03-01　其他".into()],
        verdict,
    };
    vec![
        sample(words, "desk-handbooks", &list),
        sample(words, "desk-handbook", &one(HandbookState::HandedIn)),
        sample(words, "desk-handbook-accepted", &one(HandbookState::Accepted)),
        sample(words, "desk-handbook-open", &one(HandbookState::Open)),
        sample(words, "desk-handbook-import", &form),
        sample(
            words,
            "desk-handbook-preview",
            &preview(Verdict::Ready, Vec::new()),
        ),
        sample(
            words,
            "desk-handbook-preview-nothing",
            &preview(Verdict::Nothing, Vec::new()),
        ),
        sample(
            words,
            "desk-handbook-preview-faulty",
            &preview(Verdict::Faulty, vec!["没有这一天".into()]),
        ),
    ]
}
