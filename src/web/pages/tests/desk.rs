//! The desk with sample people.

use crate::text::Words;
use crate::web::pages::desk::{
    Binding, CallReason, CallRow, CallsPage, ChangedRow, ConfirmPage, DangerousAct, DeadLetterRow,
    DeadLettersPage, DeputiesPage, DeputyChoice, DeputyCount, DeputyFilter, DeputyPage, DeputyRow, DeskFrame,
    DeskPlace, EnteredDonePage, EnteredFault, EnteredForm, EnteredPage, FieldChange, HeardBy,
    InvitationState, InvitationsPage, InviteRow, LastImport, LetterCount, LetterFilter, LetterPage,
    LetterRow, LetterState, LetterView, LettersPage, RosterFault, RosterPage, RosterPerson,
    RosterPreviewPage, Said, Scope, SignInPage, Slip, SlipsPage, UnitRow, UnitsPage, UnsureLetter,
    UnsurePage, Verdict,
};
use crate::web::pages::{Bubble, Delivery, Letters, Moment, Paging, Side, day_shown, day_with_year};

use super::{Sample, forms, frame, public, sample};

const NOW: i64 = 1_785_816_000_000;
const DAY: i64 = 86_400_000;

fn desk(place: DeskPlace) -> DeskFrame {
    DeskFrame {
        letters: Letters::Normal,
        here: "/desk".into(),
        forms: forms(),
        officer: "李示二".into(),
        office: "长沙市人大常委会代表联络工作机构（示）".into(),
        scope: Scope::Unit,
        place,
        said: None,
    }
}

fn ago(words: &Words, days: i64) -> Moment {
    Moment::at(words, NOW - days * DAY, NOW)
}

fn on(words: &Words, day: &str) -> String {
    day_shown(words, day.parse().unwrap())
}

fn choices() -> Vec<DeputyChoice> {
    [("CS-001", "陈示一二"), ("CS-002", "王示一"), ("CS-004", "张示一")]
        .map(|(code, name)| DeputyChoice {
            code: code.into(),
            name: name.into(),
            electing_unit: "长沙市".into(),
        })
        .to_vec()
}

/// The sample conversation from the other side.
fn seen_by_office(words: &Words) -> Vec<Bubble> {
    let turned = public::conversation(words)
        .into_iter()
        .map(|bubble| match bubble.side {
            Side::Own => Bubble {
                side: Side::Theirs,
                sender: "村民（化名）".into(),
                delivery: None,
                ..bubble
            },
            Side::Theirs => Bubble {
                side: Side::Own,
                rows: vec![],
                delivery: Some(Delivery::Delivered),
                ..bubble
            },
        });
    turned.collect()
}

fn letters_page(words: &'static Words, letters: Vec<LetterRow>) -> LettersPage {
    let counts = LetterFilter::ALL.map(|filter| LetterCount {
        filter,
        letters: if letters.is_empty() { 0 } else { 23 },
    });
    LettersPage {
        words,
        desk: desk(DeskPlace::Letters),
        shown: LetterFilter::Open,
        counts: counts.to_vec(),
        find: String::new(),
        letters,
        paging: Paging {
            before: None,
            after: Some("/desk?page=2".into()),
            total: 23,
        },
    }
}

fn letters(words: &'static Words) -> Vec<Sample> {
    let row = |number: &str, deputy: Option<&str>, title: Option<&str>, state, came, late_days| LetterRow {
        number: number.into(),
        deputy: deputy.map(String::from),
        title: title.map(String::from),
        state,
        came: ago(words, came),
        moved: ago(words, came / 2),
        late_days,
    };
    let rows = vec![
        row(
            "260098",
            Some("张示一"),
            None,
            LetterState::WithDeputy,
            31,
            Some(21),
        ),
        row(
            "260104",
            Some("王示一"),
            Some("石塘村三组灌溉渠垮了一段"),
            LetterState::WithOffice,
            22,
            Some(12),
        ),
        row("260131", Some("陈示一二"), None, LetterState::Raised, 9, None),
        row(
            "260137",
            None,
            Some("小区门口夜里没有路灯"),
            LetterState::Received,
            1,
            None,
        ),
        row("260138", Some("张示一"), None, LetterState::Answered, 0, None),
    ];
    let letter = |view, state| LetterPage {
        words,
        desk: desk(DeskPlace::Letters),
        number: "260104".into(),
        deputy: Some("王示一".into()),
        state,
        came: ago(words, 22),
        moved: ago(words, 11),
        late_days: Some(12),
        view,
    };
    let readable = || LetterView::Readable {
        title: "石塘村三组灌溉渠垮了一段".into(),
        bubbles: seen_by_office(words),
        deputies: choices(),
        text: String::new(),
    };
    let unsure = |letters: Vec<UnsureLetter>| UnsurePage {
        words,
        desk: desk(DeskPlace::Unsure),
        paging: Paging {
            total: i64::try_from(letters.len()).unwrap(),
            ..Paging::default()
        },
        letters,
        deputies: choices(),
    };
    let waiting = [
        (
            "260137",
            "小区门口夜里没有路灯，老人孩子晚上不敢出门，想请代表反映一下。",
        ),
        ("260139", "村卫生室周末没有人。"),
    ]
    .map(|(number, text)| UnsureLetter {
        number: number.into(),
        came: ago(words, 1),
        sender: "居民（化名）".into(),
        text: text.into(),
    });
    let mut said = letters_page(words, rows.clone());
    said.desk.said = Some(Said::PassedOn);
    said.desk.letters = Letters::Large;
    said.find = "2601".into();
    vec![
        sample(words, "desk-letters", &letters_page(words, rows)),
        sample(words, "desk-letters-said", &said),
        sample(words, "desk-letters-empty", &letters_page(words, vec![])),
        sample(words, "desk-letter", &letter(readable(), LetterState::WithOffice)),
        sample(
            words,
            "desk-letter-ended",
            &letter(readable(), LetterState::Ended),
        ),
        sample(
            words,
            "desk-letter-counted",
            &letter(LetterView::Counted, LetterState::WithDeputy),
        ),
        sample(words, "desk-unsure", &unsure(waiting.to_vec())),
        sample(words, "desk-unsure-empty", &unsure(vec![])),
    ]
}

fn entered(words: &'static Words) -> Vec<Sample> {
    let page = |faults| EnteredPage {
        words,
        desk: desk(DeskPlace::Entered),
        form: EnteredForm {
            way: HeardBy::Telephone,
            heard_on: "2026-08-04".into(),
            called: "村民（示）".into(),
            phone: String::new(),
            to: "CS-004".into(),
            text: "水渠垮了，稻田缺水。".into(),
        },
        faults,
        deputies: choices(),
        today: "2026-08-04".into(),
    };
    let faults = vec![
        EnteredFault::NoText,
        EnteredFault::NoDay,
        EnteredFault::DayAhead,
        EnteredFault::UnknownDeputy,
        EnteredFault::NotTold,
    ];
    let done = EnteredDonePage {
        words,
        desk: desk(DeskPlace::Entered),
        number: "260140".into(),
        lookup_code: "482 615".into(),
        address: "example.org/my".into(),
    };
    vec![
        sample(words, "desk-entered", &page(vec![])),
        sample(words, "desk-entered-faults", &page(faults)),
        sample(words, "desk-entered-done", &done),
    ]
}

fn bindings(words: &Words) -> Vec<(&'static str, Binding)> {
    vec![
        (
            "bound",
            Binding::Bound {
                since: on(words, "2026-03-02"),
            },
        ),
        (
            "invited",
            Binding::Invited {
                valid_until: on(words, "2026-08-20"),
            },
        ),
        ("unbound", Binding::Unbound),
        (
            "paused",
            Binding::Paused {
                until: Some(on(words, "2026-09-01")),
            },
        ),
        ("paused-open", Binding::Paused { until: None }),
        (
            "silenced",
            Binding::Silenced {
                since: on(words, "2026-07-30"),
            },
        ),
        ("ended", Binding::Ended),
    ]
}

fn deputies(words: &'static Words) -> Vec<Sample> {
    let names = [
        "张示一", "王示一", "陈示一二", "李示一四", "赵示五", "刘示六", "周示七",
    ];
    let rows: Vec<DeputyRow> = bindings(words)
        .into_iter()
        .zip(names)
        .enumerate()
        .map(|(at, ((_, binding), name))| DeputyRow {
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
    for (name, binding) in bindings(words) {
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
            open_letters: 5,
            late_letters: 2,
        };
        all.push(sample(words, &format!("desk-deputy-{name}"), &page));
    }
    all
}

fn questions(words: &'static Words) -> Vec<Sample> {
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
        (
            "silence",
            DangerousAct::Silence {
                name: name(),
                waiting: 3,
            },
        ),
        (
            "lift",
            DangerousAct::Lift {
                name: name(),
                held: 1,
            },
        ),
        (
            "end",
            DangerousAct::EndLetter {
                number: "260104".into(),
            },
        ),
        ("invite-all", DangerousAct::InviteAll { deputies: 17 }),
        ("withdraw", DangerousAct::WithdrawInvitations { invitations: 9 }),
        (
            "undo-import",
            DangerousAct::UndoImport {
                added: 3,
                changed: 2,
                gone: 1,
            },
        ),
    ];
    let shown = acts.map(|(name, act)| {
        let page = ConfirmPage {
            words,
            desk: desk(DeskPlace::Deputies),
            act,
            action: "/desk/deputies/CS-004/pause".into(),
            back: "/desk/deputies/CS-004".into(),
            today: "2026-08-04".into(),
        };
        sample(words, &format!("desk-confirm-{name}"), &page)
    });
    shown.into()
}

fn rosters(words: &'static Words) -> Vec<Sample> {
    let last = LastImport {
        at: ago(words, 3),
        by: "李示二".into(),
        file: "代表名单（示）.xlsx".into(),
        added: 3,
        changed: 2,
        gone: 1,
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

fn invitations(words: &'static Words) -> Vec<Sample> {
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
        row(
            "CS-005",
            "赵示五",
            InvitationState::Lapsed {
                on: on(words, "2026-07-20"),
            },
        ),
        row("CS-006", "刘示六", InvitationState::Locked),
    ];
    let page = |deputies, open| InvitationsPage {
        words,
        desk: desk(DeskPlace::Invitations),
        deputies,
        open,
    };
    let slips = (1..=11).map(|at| Slip {
        name: format!("张示{at}"),
        qr_svg: qr(&format!("example.org/i/K7QM2XT{at}")),
        address: "example.org".into(),
        code: format!("K7QM-2XT{at}"),
        valid_until: on(words, "2026-12-20"),
    });
    let sheet = SlipsPage {
        words,
        desk: desk(DeskPlace::Invitations),
        slips: slips.collect(),
        office: "长沙市人大常委会代表联络工作机构（示）".into(),
        office_phone: Some("0731-0000000（示）".into()),
    };
    vec![
        sample(words, "desk-invitations", &page(rows, 1)),
        sample(words, "desk-invitations-empty", &page(vec![], 0)),
        sample(words, "desk-slips", &sheet),
    ]
}

fn waiting(words: &'static Words) -> Vec<Sample> {
    let call = |id: &str, name: &str, why, tries| CallRow {
        id: id.into(),
        name: name.into(),
        phone: "13900000001".into(),
        why,
        since: ago(words, 4),
        tries,
    };
    let calls = vec![
        call("1", "张示一", CallReason::DeputyNotFetched, 2),
        call("2", "村民（示）", CallReason::AnswerNotFetched, 0),
        call("3", "居民（示）", CallReason::EnteredAnswered, 1),
    ];
    let dead = |id: &str, text: Option<&str>| DeadLetterRow {
        id: id.into(),
        at: ago(words, 2),
        code: "E-7K2".into(),
        reason: "不认识这种消息".into(),
        text: text.map(String::from),
    };
    let calls_page = |calls| CallsPage {
        words,
        desk: desk(DeskPlace::Waiting),
        calls,
        dead_letters: 2,
    };
    let dead_page = |letters| DeadLettersPage {
        words,
        desk: desk(DeskPlace::Waiting),
        letters,
        calls: 3,
    };
    vec![
        sample(words, "desk-calls", &calls_page(calls)),
        sample(words, "desk-calls-empty", &calls_page(vec![])),
        sample(
            words,
            "desk-dead-letters",
            &dead_page(vec![dead("1", Some("（一段看不懂的内容）")), dead("2", None)]),
        ),
        sample(words, "desk-dead-letters-empty", &dead_page(vec![])),
    ]
}

fn overview(words: &'static Words) -> Vec<Sample> {
    let unit = |name: &str, late_letters| UnitRow {
        name: name.into(),
        officers: 3,
        deputies: 58,
        bound: 41,
        open_letters: 23,
        late_letters,
        ended_letters: 104,
    };
    let names = ["长沙市", "株洲市", "湘潭市", "衡阳市", "湘西土家族苗族自治州"];
    let units: Vec<UnitRow> = names
        .into_iter()
        .zip([4, 0, 0, 1, 0])
        .map(|(name, late)| unit(name, late))
        .collect();
    let page = |units| UnitsPage {
        words,
        desk: DeskFrame {
            scope: Scope::Province,
            ..desk(DeskPlace::Units)
        },
        units,
    };
    let sign_in = SignInPage {
        words,
        frame: frame("/desk"),
        office_phone: Some("0731-0000000（示）".into()),
    };
    vec![
        sample(words, "desk-units", &page(units)),
        sample(words, "desk-units-empty", &page(vec![])),
        sample(words, "desk-sign-in", &sign_in),
    ]
}

pub(super) fn samples(words: &'static Words) -> Vec<Sample> {
    let mut all = letters(words);
    all.extend(entered(words));
    all.extend(deputies(words));
    all.extend(questions(words));
    all.extend(rosters(words));
    all.extend(invitations(words));
    all.extend(waiting(words));
    all.extend(overview(words));
    all
}

#[test]
fn the_words_of_urls_are_read_back() {
    for said in Said::ALL {
        assert_eq!(Said::from_tag(said.tag()), Some(said));
    }
    for filter in LetterFilter::ALL {
        assert_eq!(LetterFilter::from_tag(filter.tag()), filter);
    }
    for filter in DeputyFilter::ALL {
        assert_eq!(DeputyFilter::from_tag(filter.tag()), filter);
    }
    for way in HeardBy::ALL {
        assert_eq!(HeardBy::from_tag(way.tag()), Some(way));
    }
}

#[test]
fn a_unit_sees_no_words_of_a_letter_that_the_deputy_reads() {
    use crate::domain::Locale;
    for locale in Locale::ALL {
        let pages = samples(crate::text::words(locale));
        let counted = pages
            .iter()
            .find(|page| page.name.starts_with("desk-letter-counted"))
            .unwrap();
        assert!(!counted.html.contains("灌溉渠"));
        assert!(!counted.html.contains("<textarea"));
        assert!(!counted.html.contains(r#"class="bubble"#));
    }
}

#[test]
fn the_navigation_has_at_most_seven_places() {
    use crate::domain::Locale;
    for page in samples(crate::text::words(Locale::ZhCn)) {
        let places = page.html.split("class=\"places\"").nth(1).map_or(0, |rest| {
            rest[..rest.find("</nav>").unwrap()].matches("<a ").count()
        });
        assert!(places <= 7, "{}: {places}", page.name);
    }
}

#[test]
fn every_dangerous_act_says_what_happens_to_how_many_and_how_to_undo_it() {
    use crate::domain::Locale;
    for page in samples(crate::text::words(Locale::ZhCn)) {
        if !page.name.starts_with("desk-confirm") {
            continue;
        }
        for said in ["会怎样", "涉及多少", "怎么恢复", "不做了"] {
            assert!(page.html.contains(said), "{}: {said}", page.name);
        }
    }
}
