//! What is found in people's words, how it is masked, and what is left alone. All numbers are made up.

use proptest::prelude::*;

use super::*;

/// Text, and the text with its personal data masked; the same when there is none.
const MASKED: &[(&str, &str)] = &[
    ("我的电话13800000001", "我的电话138****0001"),
    ("打 138 0000 0001 找我", "打 138****0001 找我"),
    ("138-0000-0001。", "138****0001。"),
    ("电话：１３８０００００００１", "电话：138****0001"),
    ("+86 138 0000 0001", "138****0001"),
    ("008613800000001", "138****0001"),
    ("1 3 8 0 0 0 0 0 0 0 1", "138****0001"),
    ("138\u{200b}0000\u{200b}0001", "138****0001"),
    ("请打0731-84000001", "请打0731-******01"),
    ("（0731）84000001", "0731-******01"),
    ("073184000001", "0731-******01"),
    ("010 6400 0001", "010-******01"),
    ("邮箱Wang.Li@example.com谢谢", "邮箱W***@example.com谢谢"),
    ("邮箱ｗａｎｇ＠example．com", "邮箱w***@example.com"),
    ("身份证439999198001010012", "身份证43**************12"),
    ("身份证 439999 19800101 0012", "身份证 43**************12"),
    ("43999919800101001x，", "43**************1X，"),
    ("卡号6222021001112345678", "卡号6222021001112345678"),
    ("卡号6222 0210 0111 2345 670", "卡号***************5670"),
    // Not personal data, or not data at all.
    (
        "急事打110、119、120，热线12345，法律援助12348",
        "急事打110、119、120，热线12345，法律援助12348",
    ),
    ("0731-12345", "0731-12345"),
    ("400-800-0001", "400-800-0001"),
    ("投资13800000000元", "投资13800000000元"),
    ("2026-11-23 2026-11-30", "2026-11-23 2026-11-30"),
    (
        "来信编号 260137，查询码 482 615",
        "来信编号 260137，查询码 482 615",
    ),
    ("1998、1999、2000 年", "1998、1999、2000 年"),
    (
        "统一编号123456789012345678901234",
        "统一编号123456789012345678901234",
    ),
    ("a@b", "a@b"),
    ("单价@3.50元", "单价@3.50元"),
];

#[test]
fn personal_data_is_masked_and_all_else_is_left() {
    for (text, expected) in MASKED {
        assert_eq!(&mask_personal_data(text), expected, "{text}");
    }
}

#[test]
fn each_kind_is_known_by_its_form() {
    let kinds = |text| -> Vec<PersonalDataKind> {
        find_personal_data(text)
            .into_iter()
            .map(|data| data.kind)
            .collect()
    };
    assert_eq!(
        kinds("李（示）439999198001010012，13900000001，0731-84000001，a@example.com，4111 1111 1111 1111"),
        [
            PersonalDataKind::IdentityNumber,
            PersonalDataKind::Mobile,
            PersonalDataKind::Landline,
            PersonalDataKind::Email,
            PersonalDataKind::BankCard,
        ]
    );
    // 18 digits with no possible day of birth are no identity number.
    assert_eq!(kinds("439999199913320012"), []);
}

#[test]
fn an_unusual_grouping_needs_a_right_check_character() {
    let found = |text| find_personal_data(text).len();
    assert_eq!(found("43 9999 19800101 0013"), 0);
    assert_eq!(found("11 0105 19491231 002X"), 1);
}

#[test]
fn a_telephone_number_has_one_form_however_it_is_written() {
    for text in [
        "13800000001",
        " 138 0000 0001 ",
        "+86-138-0000-0001",
        "１３８０００００００１",
        "0086 13800000001",
    ] {
        let phone = Phone::read(text).expect(text);
        assert_eq!(
            (phone.expose(), phone.kind()),
            ("13800000001", PhoneKind::Mobile),
            "{text}"
        );
    }
    for text in [
        "0731-84000001", "(0731)84000001", "+86 731 8400 0001", "0086-0731-84000001",
    ] {
        let phone = Phone::read(text).expect(text);
        assert_eq!(
            (phone.expose(), phone.kind()),
            ("073184000001", PhoneKind::Landline),
            "{text}"
        );
    }
    for text in [
        "", "84000001", "12345", "+852 2800 0001", "12800000001", "13800000001转3", "电话", "0731",
    ] {
        assert_eq!(Phone::read(text), None, "{text}");
    }
}

#[test]
fn an_address_keeps_its_name_and_has_a_small_domain() {
    assert_eq!(
        EmailAddress::read(" Wang.Li@Example.COM ")
            .expect("an address")
            .expose(),
        "Wang.Li@example.com"
    );
    for text in [
        "", "wang", "wang@", "@example.com", "wang@example", "a b@example.com", "a@b@example.com",
        "a..b@example.com",
    ] {
        assert_eq!(EmailAddress::read(text), None, "{text}");
    }
}

#[test]
fn a_contact_is_read_out_of_a_sentence_unless_there_are_two() {
    let read = |text| Contact::read(text).map(|contact| format!("{contact:?}"));
    assert_eq!(
        read("我的电话是138 0000 0001，谢谢").as_deref(),
        Some("Phone(Phone(138****0001))")
    );
    assert_eq!(
        read("发到 wang@example.com 吧").as_deref(),
        Some("Email(EmailAddress(w***@example.com))")
    );
    assert_eq!(read("13800000001 或 13800000002"), None);
    assert_eq!(read("不想留"), None);
}

#[test]
fn nothing_printed_shows_the_whole() {
    let phone = Phone::read("13800000001").expect("a number");
    let address = EmailAddress::read("wang@example.com").expect("an address");
    let found = find_personal_data("439999198001010012 13800000001");
    let printed = format!("{phone} {phone:?} {address} {address:?} {found:?}");
    for secret in ["13800000001", "wang", "439999198001010012"] {
        assert!(!printed.contains(secret), "{printed}");
    }
}

proptest! {
    #[test]
    fn what_was_masked_holds_nothing_any_more(text in "[0-9０-９ \\-+*.@XxａA-z汉，（）()\u{200b}]{0,60}") {
        let masked = mask_personal_data(&text);
        prop_assert_eq!(find_personal_data(&masked), vec![]);
    }

    #[test]
    fn spans_lie_on_character_boundaries_in_order(text in "\\PC{0,40}[0-9 ]{0,30}\\PC{0,10}") {
        let mut before = 0;
        for data in find_personal_data(&text) {
            prop_assert!(data.span.start >= before && data.span.start < data.span.end);
            prop_assert!(text.get(data.span.clone()).is_some());
            before = data.span.end;
        }
    }

    #[test]
    fn a_mobile_number_is_found_among_words(number in "1[3-9][0-9]{9}", before in "[汉字，a-z ]{0,8}", after in "[汉字，。]{0,8}") {
        let found = find_personal_data(&format!("{before}{number}{after}"));
        prop_assert_eq!(found.len(), 1);
        prop_assert_eq!(found.first().map(PersonalData::expose), Some(number.as_str()));
        prop_assert_eq!(Phone::read(&number).map(|phone| phone.expose().to_owned()), Some(number));
    }
}
