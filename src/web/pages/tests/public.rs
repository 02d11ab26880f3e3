//! The public pages with sample people.

use crate::text::Words;
use crate::web::pages::{
    Attachment, BUBBLES_A_PAGE, Bubble, BubblesPart, ButtonAct, ChatButton, ChatPage, ClosedDoor, Delivery,
    DeputyHead, Edited, FieldChoice, FindPage, FindView, FirstPage, FoundDeputy, Guess, InvitationPage,
    Invitee, Kept, Letters, LookupPage, LookupProblem, Moment, NoticeCard, NoticePage, Paging, Place, Reader,
    Side, Sorry, SorryPage, Taking, UnitChoice, Visitor, Writing, WritingBox, day_shown,
};

use super::{Sample, forms, frame, sample};

const NOW: i64 = 1_785_816_000_000;

fn bubble(words: &Words, id: i64, side: Side, text: &str) -> Bubble {
    Bubble {
        id: id.to_string(),
        side,
        sender: if side == Side::Own {
            words.say("web-me")
        } else {
            "联络".into()
        },
        at: Moment::at(words, NOW - (40 - id) * 7_200_000, NOW),
        text: text.into(),
        edited: Edited::No,
        attachments: Vec::new(),
        rows: Vec::new(),
        delivery: (side == Side::Own).then_some(Delivery::Delivered),
    }
}

fn tap(label: &str) -> ChatButton {
    ChatButton {
        label: label.into(),
        act: ButtonAct::Tap {
            data: "1:chase:4fTz90aB".into(),
        },
    }
}

fn notice() -> Vec<String> {
    [
        "来信由张代表看；代表久未答复或不便答复时，市人大常委会代表联络机构的工作人员会看。",
        "默认用化名，但村里人少，代表可能猜得出是您。不用写身份证号、银行卡号，不要发涉密内容。",
        "来信结束 6 个月后删除，您随时可以查看、导出、删除。急事请打 110、119、120。",
    ]
    .map(String::from)
    .to_vec()
}

fn writing(to: Option<&str>, notice: Option<NoticeCard>) -> WritingBox {
    WritingBox {
        to: to.map(String::from),
        reader: Reader::Deputy,
        notice,
        bar: Vec::new(),
        text: String::new(),
    }
}

pub(super) fn conversation(words: &Words) -> Vec<Bubble> {
    let letter = "石塘村三组灌溉渠去年垮了一段，二十多户稻田缺水。\n照片是昨天拍的。";
    let receipt = "您的来信收到了。来信编号 260137，查询码 482 615，请记下或截图。来信会送到张代表那里。代表可以向有关单位反映，但不能直接处理，也不能保证结果。10 天没有回音，可以点【催一下】。";
    let mut first = bubble(words, 20, Side::Own, letter);
    first.attachments = vec![
        Attachment::Photo {
            href: "/files/示-1.jpg".into(),
            described: "垮了的渠段".into(),
        },
        Attachment::Voice {
            href: "/files/示-2.ogg".into(),
            seconds: 58,
        },
    ];
    let mut got = bubble(words, 21, Side::Theirs, receipt);
    got.rows = vec![vec![tap("补充内容"), tap("查看进展")]];
    let mut answer = bubble(
        words,
        33,
        Side::Theirs,
        "示一乡亲，您好。这件事我上周到村里看过了，已向乡政府反映。",
    );
    answer.sender = "张示一代表".into();
    answer.attachments = vec![Attachment::File {
        href: "/files/示-3.pdf".into(),
        name: "反映材料（示）.pdf".into(),
        bytes: 348_000,
    }];
    answer.rows = vec![
        vec![tap("继续补充"), tap("谢谢，可以了")],
        vec![tap("催一下"), tap("查看进展")],
    ];
    let mut more = bubble(words, 38, Side::Own, "谢谢。水泵房的位置也发给您。");
    more.attachments = vec![
        Attachment::Place(Place {
            latitude: 27.123_456,
            longitude: 112.654_321,
        }),
        Attachment::NotHere {
            name: "录像（示）.mp4".into(),
        },
    ];
    more.edited = Edited::Yes;
    more.delivery = Some(Delivery::Waiting);
    vec![first, got, answer, more]
}

pub(super) fn chat_with_text(words: &'static Words, text: &str) -> ChatPage {
    ChatPage {
        words,
        frame: frame("/chat"),
        head: None,
        bubbles: vec![bubble(words, 1, Side::Own, text)],
        earlier: None,
        after: "1".into(),
        writing: Writing::Open(writing(None, None)),
    }
}

fn long_chat(words: &'static Words) -> ChatPage {
    let bubbles = (0..BUBBLES_A_PAGE as i64).map(|id| {
        let side = if id % 3 == 0 { Side::Own } else { Side::Theirs };
        let mut one = bubble(
            words,
            id,
            side,
            &"石塘村三组灌溉渠去年垮了一段，二十多户稻田缺水，请代表帮忙反映。".repeat(4),
        );
        if side == Side::Theirs {
            one.rows = vec![vec![tap("继续补充"), tap("查看进展")]];
        }
        one
    });
    ChatPage {
        bubbles: bubbles.collect(),
        ..chat_with_text(words, "")
    }
}

fn chats(words: &'static Words) -> Vec<Sample> {
    let head = || DeputyHead {
        name: "张示一".into(),
        electing_unit: "长沙市".into(),
        reads: "张代表看；久未答复时，市人大常委会代表联络机构的工作人员会看。".into(),
    };
    let door = || ClosedDoor {
        office: "长沙市人大常委会代表联络工作机构（示）".into(),
        office_href: Some("/d/CS-004?reader=office".into()),
        office_phone: Some("0731-0000000（示）".into()),
    };
    let page = |head, bubbles, writing| ChatPage {
        head,
        bubbles,
        writing,
        ..chat_with_text(words, "")
    };
    let new = page(
        Some(head()),
        vec![],
        Writing::Open(writing(Some("CS-004"), Some(NoticeCard::New(notice())))),
    );
    let mut known = page(
        None,
        conversation(words),
        Writing::Open(writing(None, Some(NoticeCard::Accepted(notice())))),
    );
    known.earlier = Some("/chat?before=20".into());
    let closed = page(Some(head()), vec![], Writing::Closed(door()));
    let shut = page(
        Some(head()),
        vec![],
        Writing::Closed(ClosedDoor {
            office_href: None,
            ..door()
        }),
    );
    let empty = page(None, vec![], Writing::Open(writing(None, None)));
    let mut large = page(
        None,
        conversation(words),
        Writing::Open(writing(None, Some(NoticeCard::New(notice())))),
    );
    large.frame.letters = Letters::Large;
    let mut card = bubble(
        words,
        39,
        Side::Theirs,
        "张代表，您好，收到一封群众来信（260137）。来信人：村民（化名）。反映：石塘村三组灌溉渠去年垮了一段，二十多户稻田缺水。附照片 2 张、语音 1 条（58 秒）。直接回复本条就能答复对方，对方看不到您的电话。",
    );
    card.rows = vec![
        vec![tap("记为已反映"), tap("转交有关单位")],
        vec![tap("暂缓"), tap("请联络机构协助")],
    ];
    let mut failed = bubble(words, 40, Side::Own, "已向乡政府反映。");
    failed.delivery = Some(Delivery::WithOffice);
    let mut received = bubble(words, 40, Side::Own, "昨天下午去石桥村座谈，12 人，谈灌溉");
    received.id = "41".into();
    received.delivery = Some(Delivery::Received);
    let mut bar = writing(None, None);
    bar.bar = ["来信", "记一笔", "待办", "我的手册"].map(String::from).to_vec();
    let deputy = page(None, vec![card, failed, received], Writing::Open(bar));
    let mut open = bubble(words, 5, Side::Theirs, "手册好了。");
    open.rows = vec![vec![ChatButton {
        label: "看手册".into(),
        act: ButtonAct::Open {
            href: "/files/示.pdf".into(),
        },
    }]];
    let part = BubblesPart {
        words,
        forms: forms(),
        bubbles: vec![open],
        after: "42".into(),
    };
    vec![
        sample(words, "chat-new", &new),
        sample(words, "chat-known", &known),
        sample(words, "chat-closed", &closed),
        sample(words, "chat-shut", &shut),
        sample(words, "chat-empty", &empty),
        sample(words, "chat-large", &large),
        sample(words, "chat-deputy", &deputy),
        sample(words, "chat-long", &long_chat(words)),
        sample(words, "chat-part", &part),
    ]
}

fn finder(words: &'static Words, view: FindView) -> FindPage {
    FindPage {
        told: None,
        words,
        frame: frame("/find"),
        name: String::new(),
        view,
    }
}

fn finders(words: &'static Words) -> Vec<Sample> {
    let units = [
        "长沙市",
        "株洲市",
        "湘潭市",
        "衡阳市",
        "邵阳市",
        "岳阳市",
        "湘西土家族苗族自治州",
    ]
    .map(|name| UnitChoice {
        name: name.into(),
        href: "/find?unit=CS".into(),
        deputies: 12,
    })
    .to_vec();
    let fields = ["教育", "医疗卫生", "交通", "农业农村", "社会保障"]
        .map(|name| FieldChoice {
            name: name.into(),
            href: "/find?field=1".into(),
        })
        .to_vec();
    let deputies = [
        ("张示一", Taking::Letters),
        ("王示一", Taking::OfficeInstead),
        ("陈示一二", Taking::Letters),
    ]
    .map(|(name, taking)| FoundDeputy {
        name: name.into(),
        electing_unit: "长沙市".into(),
        fields: vec!["医疗卫生".into(), "交通".into()],
        href: "/d/CS-004".into(),
        taking,
    })
    .to_vec();
    let paging = Paging {
        before: Some("/find?unit=CS".into()),
        after: Some("/find?unit=CS&page=3".into()),
        total: 47,
    };
    let none = FindView::Found {
        of: "赵".into(),
        deputies: vec![],
        paging: Paging::default(),
    };
    vec![
        sample(words, "find", &finder(words, FindView::Start { units, fields })),
        sample(
            words,
            "find-empty",
            &finder(
                words,
                FindView::Start {
                    units: vec![],
                    fields: vec![],
                },
            ),
        ),
        sample(
            words,
            "find-unit",
            &finder(
                words,
                FindView::Found {
                    of: "长沙市".into(),
                    deputies,
                    paging,
                },
            ),
        ),
        sample(words, "find-none", &finder(words, none)),
    ]
}

fn sorries(words: &'static Words) -> Vec<Sample> {
    let code = || "E-7K2".to_owned();
    let all = [
        ("not-found", Sorry::NotFound),
        ("expired", Sorry::Expired),
        ("too-many", Sorry::TooManyGuesses { minutes: 15 }),
        ("too-fast", Sorry::TooFast),
        ("too-large", Sorry::TooLarge { megabytes: 20 }),
        (
            "fault-kept",
            Sorry::OurFault {
                code: code(),
                kept: Kept::ByUs,
            },
        ),
        (
            "fault-not-kept",
            Sorry::OurFault {
                code: code(),
                kept: Kept::OnThePhone,
            },
        ),
        ("form-expired", Sorry::FormExpired),
        ("not-yours", Sorry::NotYours),
        ("unavailable", Sorry::Unavailable),
        ("not-printed", Sorry::NotPrinted { why: "font-missing" }),
    ];
    let shown = all.map(|(name, sorry)| {
        assert!((400..600).contains(&sorry.status()));
        let page = SorryPage {
            words,
            frame: frame("/chat"),
            sorry,
            office_phone: Some("0731-0000000（示）".into()),
        };
        sample(words, &format!("sorry-{name}"), &page)
    });
    shown.into()
}

pub(super) fn samples(words: &'static Words) -> Vec<Sample> {
    let phone = || Some("0731-0000000（示）".to_owned());
    let office = || "长沙市人大常委会代表联络工作机构（示）".to_owned();
    let first = |visitor| FirstPage {
        words,
        frame: frame("/"),
        visitor,
        office_phone: phone(),
    };
    let lookup = |problem| LookupPage {
        words,
        frame: frame("/my"),
        number: "260137".into(),
        problem,
    };
    let invitation = |invitee, guess| InvitationPage {
        words,
        frame: frame("/i/K7QM2XT9"),
        code: "K7QM2XT9".into(),
        invitee,
        name: "张示一".into(),
        office: office(),
        office_phone: phone(),
        valid_until: day_shown(words, "2026-12-20".parse().unwrap()),
        guess,
    };
    let notice = NoticePage {
        words,
        frame: frame("/notice"),
        office: office(),
        office_phone: phone(),
        kept_months: 6,
    };
    let mut all = vec![
        sample(words, "first", &first(Visitor::New)),
        sample(words, "first-known", &first(Visitor::Known)),
        sample(words, "my", &lookup(None)),
        sample(words, "my-wrong", &lookup(Some(LookupProblem::NotFitting))),
        sample(words, "my-incomplete", &lookup(Some(LookupProblem::Incomplete))),
        sample(
            words,
            "my-too-many",
            &lookup(Some(LookupProblem::TooMany { minutes: 15 })),
        ),
        sample(
            words,
            "invitation-deputy",
            &invitation(Invitee::Deputy, Guess::First),
        ),
        sample(
            words,
            "invitation-officer",
            &invitation(Invitee::Officer, Guess::Wrong { left: 3 }),
        ),
        sample(words, "notice", &notice),
    ];
    all.extend(chats(words));
    all.extend(finders(words));
    all.extend(sorries(words));
    all
}
