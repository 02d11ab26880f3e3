//! The desk pages about deputies, the roster and invitations.

use crate::text::Words;
use crate::web::pages::desk::{
    Binding, ChangedRow, ConfirmPage, DangerousAct, DeputiesPage, DeputyAct, DeputyCount, DeputyFilter,
    DeputyPage, DeputyRow, DeskPlace, FieldChange, InvitationState, InvitationsPage, InviteRow, Invited,
    LastImport, OfficeChoice, RosterFault, RosterPage, RosterPerson, RosterPreviewPage, Slip, SlipsPage,
    Verdict,
};
use crate::web::pages::{Paging, day_with_year};

use super::super::{Sample, sample};
use super::{ago, desk, on};

fn bindings(words: &Words) -> Vec<(&'static str, Binding, Vec<DeputyAct>)> {
    use DeputyAct::{Invite, Lift, Pause, Rebind, Resume, Silence};
    let valid_until = on(words, "2026-08-20");
    vec![
        ("bound", Binding::Bound, vec![Rebind, Pause, Silence]),
        ("invited", Binding::Invited { valid_until }, vec![Invite, Pause]),
        ("unbound", Binding::Unbound, vec![Invite, Pause]),
        ("paused", Binding::Paused, vec![Resume, Rebind, Silence]),
        ("silenced", Binding::Silenced, vec![Rebind, Pause, Lift]),
        ("suspended", Binding::Suspended, vec![Silence]),
        ("ended", Binding::Ended, vec![]),
        ("gone", Binding::Gone, vec![Silence]),
    ]
}

pub(super) fn deputies(words: &'static Words) -> Vec<Sample> {
    let names = [
        "张示一", "王示一", "陈示一二", "李示一四", "赵示五", "刘示六", "周示七", "孙示八",
    ];
    let rows: Vec<DeputyRow> = bindings(words)
        .into_iter()
        .zip(names)
        .enumerate()
        .map(|(at, ((_, binding, _), name))| DeputyRow {
            code: format!("CS-00{at}"),
            name: name.into(),
            group: "长沙第2代表小组".into(),
            binding,
            open_letters: if at == 0 { 5 } else { 0 },
            late_letters: if at == 0 { 2 } else { 0 },
        })
        .collect();
    let list = |deputies: Vec<DeputyRow>| DeputiesPage {
        words,
        desk: desk(DeskPlace::Deputies),
        shown: DeputyFilter::All,
        counts: DeputyFilter::ALL
            .map(|filter| DeputyCount {
                filter,
                deputies: if deputies.is_empty() { 0 } else { 58 },
            })
            .to_vec(),
        find: String::new(),
        deputies,
        paging: Paging::default(),
    };
    let mut all = vec![
        sample(words, "desk-deputies", &list(rows)),
        sample(words, "desk-deputies-empty", &list(vec![])),
    ];
    for (name, binding, acts) in bindings(words) {
        let page = DeputyPage {
            words,
            desk: desk(DeskPlace::Deputies),
            code: "CS-004".into(),
            name: "张示一".into(),
            electing_unit: "长沙市".into(),
            delegation: "长沙代表团".into(),
            group: "长沙第2代表小组".into(),
            post: "高校教授".into(),
            fields: "医疗卫生、交通".into(),
            elected_on: day_with_year(words, "2023-01-10".parse().unwrap()),
            years: if binding == Binding::Unbound {
                vec![]
            } else {
                vec![2026, 2025]
            },
            binding,
            acts,
            open_letters: 5,
            late_letters: 2,
        };
        all.push(sample(words, &format!("desk-deputy-{name}"), &page));
    }
    all
}

pub(super) fn questions(words: &'static Words) -> Vec<Sample> {
    let name = || "张示一".to_owned();
    let acts = [
        (
            "rebind",
            DangerousAct::Rebind {
                name: name(),
                open_letters: 5,
            },
        ),
        (
            "pause",
            DangerousAct::Pause {
                name: name(),
                open_letters: 5,
            },
        ),
        ("silence", DangerousAct::Silence { name: name() }),
        ("lift", DangerousAct::Lift { name: name() }),
        (
            "end",
            DangerousAct::EndLetter {
                number: "260104".into(),
            },
        ),
        (
            "close-unit",
            DangerousAct::CloseUnit {
                name: "长沙市".into(),
                deputies: 58,
            },
        ),
        ("end-post", DangerousAct::EndPost { name: name() }),
        ("invite-all", DangerousAct::InviteAll { deputies: 17 }),
        ("undo-import", DangerousAct::UndoImport { added: 3, changed: 2 }),
    ];
    let shown = acts.map(|(name, act)| {
        let page = ConfirmPage {
            words,
            desk: desk(DeskPlace::Deputies),
            act,
            action: "/desk/deputies/CS-004/pause".into(),
            back: "/desk/deputies/CS-004".into(),
        };
        sample(words, &format!("desk-confirm-{name}"), &page)
    });
    shown.into()
}

pub(super) fn rosters(words: &'static Words) -> Vec<Sample> {
    let last = LastImport {
        at: ago(words, 3),
        by: "李示二".into(),
        added: 3,
        changed: 2,
    };
    let roster = |last, unreadable| RosterPage {
        words,
        desk: desk(DeskPlace::Deputies),
        deputies: 58,
        last,
        unreadable,
    };
    let person = |code: &str, name: &str| RosterPerson {
        code: code.into(),
        name: name.into(),
        electing_unit: "长沙市".into(),
    };
    let change = |column: &str, old: &str, new: &str| FieldChange {
        column: column.into(),
        old: old.into(),
        new: new.into(),
    };
    let preview = |verdict| RosterPreviewPage {
        words,
        desk: desk(DeskPlace::Deputies),
        import: "7rB2".into(),
        file: "代表名单（示）.xlsx".into(),
        added: vec![person("CS-059", "孙示八"), person("CS-060", "吴示九")],
        changed: vec![ChangedRow {
            code: "CS-004".into(),
            name: "张示一".into(),
            changes: vec![
                change("代表小组", "长沙第2代表小组", "长沙第3代表小组"),
                change("单位及职务", "", "医院院长"),
            ],
        }],
        gone: vec![person("CS-031", "郑示十")],
        unchanged: 55,
        notes: vec!["第 12 行和第 40 行姓名相同，请核对是不是两个人。".into()],
        faults: if verdict == Verdict::Faulty {
            vec![RosterFault {
                row: 4,
                column: "当选日期".into(),
                said: "没有 2 月 30 日，请改成真实的日期。".into(),
            }]
        } else {
            vec![]
        },
        verdict,
    };
    let nothing = RosterPreviewPage {
        added: vec![],
        changed: vec![],
        gone: vec![],
        notes: vec![],
        ..preview(Verdict::Nothing)
    };
    vec![
        sample(words, "desk-roster", &roster(Some(last), None)),
        sample(
            words,
            "desk-roster-first",
            &roster(None, Some("打不开这个文件，请另存为 XLSX 再试。".into())),
        ),
        sample(words, "desk-preview", &preview(Verdict::Ready)),
        sample(words, "desk-preview-faulty", &preview(Verdict::Faulty)),
        sample(words, "desk-preview-nothing", &nothing),
    ]
}

fn qr(content: &str) -> String {
    use qrcode::QrCode;
    use qrcode::render::svg;
    let picture = QrCode::new(content).unwrap().render::<svg::Color<'_>>().build();
    picture
        .split_once("?>")
        .map_or(picture.clone(), |(_, svg)| svg.to_owned())
}

pub(super) fn invitations(words: &'static Words) -> Vec<Sample> {
    let row = |code: &str, name: &str, state| InviteRow {
        code: code.into(),
        name: name.into(),
        group: "长沙第2代表小组".into(),
        state,
    };
    let rows = vec![
        row("CS-002", "王示一", InvitationState::NotInvited),
        row(
            "CS-003",
            "李示一四",
            InvitationState::Open {
                valid_until: on(words, "2026-08-20"),
            },
        ),
        row("CS-005", "赵示五", InvitationState::NoCard),
    ];
    let page = |deputies, offices| InvitationsPage {
        words,
        desk: desk(DeskPlace::Invitations),
        deputies,
        offices,
        own: "CS".into(),
        officer_name: String::new(),
        officer_tail: String::new(),
    };
    let office = |code: &str, name: &str| OfficeChoice {
        code: code.into(),
        name: name.into(),
    };
    let slips = (1..=11).map(|at| Slip {
        name: format!("张示{at}"),
        qr_svg: qr(&format!("example.org/i/K7QM2XT{at}")),
        address: "example.org".into(),
        code: format!("K7QM-2XT{at}"),
        telegram: (at == 1).then(|| "t.me/sample_bot?start=i_K7QM2XT1".to_owned()),
        valid_until: on(words, "2026-12-20"),
    });
    let sheet = SlipsPage {
        words,
        desk: desk(DeskPlace::Invitations),
        slips: slips.collect(),
        whom: Invited::Deputies,
        back: "/desk/invitations".into(),
        office: "长沙市人大常委会代表联络工作机构（示）".into(),
        office_phone: Some("0731-0000000（示）".into()),
    };
    let officer = SlipsPage {
        slips: sheet.slips.iter().take(1).cloned().collect(),
        whom: Invited::Officer,
        desk: desk(DeskPlace::Invitations),
        back: "/desk/invitations".into(),
        office: sheet.office.clone(),
        office_phone: None,
        ..sheet
    };
    vec![
        sample(
            words,
            "desk-invitations",
            &page(rows, vec![office("CS", "长沙市")]),
        ),
        sample(
            words,
            "desk-invitations-empty",
            &page(vec![], vec![office("HN", "湖南省"), office("CS", "长沙市")]),
        ),
        sample(words, "desk-slips", &sheet),
        sample(words, "desk-slips-officer", &officer),
    ]
}
