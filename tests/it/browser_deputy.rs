//! A deputy's first day in a real browser, on a telephone: the invitation, the card, the answer that is looked at once
//! more, the record and the handbook.

use crate::browser_constituent::{deputy, last_four, site};
use crate::support::browser::{Browsers, TELEPHONE, with_browsers};

const TEXT: &str = "石塘村三组灌溉渠去年垮了一段，二十多户稻田缺水。（示）";

#[tokio::test]
async fn a_deputy_redeems_answers_with_a_second_look_and_confirms_the_record() {
    with_browsers("deputy", async |browsers: &Browsers| {
        let (site, _program) = site().await;
        let invitation = site.invites(&["deputy", "CS-001"]).await;
        let deputy = browsers.person("deputy", &site.url(), TELEPHONE).await;

        // The slip names an address and a code; four wrong digits do no harm.
        deputy.opens("/").await;
        deputy.types("code", &invitation.to_lowercase()).await;
        deputy.clicks("打开邀请").await;
        let page = deputy.sees("陈示一二代表，您好").await;
        assert!(
            page.contains("只限您本人使用") && page.contains("代表证号的后四位"),
            "{page}"
        );
        deputy.types("last_four", "0000").await;
        deputy.clicks("开通").await;
        deputy.sees("还可以试").await;
        // The browser tells of the status that such a page comes with.
        deputy.complaints().await;
        deputy.types("last_four", &last_four("CS-001")).await;
        deputy.clicks("开通").await;
        let page = deputy.sees("开通好了").await;
        for word in ["来信", "记一笔", "待办", "我的手册"] {
            assert!(page.contains(word), "{page}");
        }
        assert_eq!(deputy.place().await, "/chat");

        // The card comes while the page is open.
        let villager = browsers.person("villager", &site.url(), TELEPHONE).await;
        villager.opens("/d/CS-001").await;
        villager.writes(TEXT).await;
        villager.sees("您的来信收到了").await;
        let card = deputy.sees(TEXT).await;
        assert!(
            card.contains("收到一封群众来信（260001）") && card.contains("化名"),
            "{card}"
        );

        // An answer that promises is shown again with a modest wording, and nothing has left yet.
        deputy.clicks("答复").await;
        deputy.sees("请写给来信 260001 的答复").await;
        deputy.writes("您反映的事我保证一定解决。（示）").await;
        let look = deputy.sees("还没有发出").await;
        assert!(look.contains("代表不能保证结果"), "{look}");
        assert!(!villager.page().await.contains("一定解决"));
        deputy.clicks("改成这样发").await;
        deputy.sees("收下了").await;
        let answer = villager.sees("答复您的来信（260001）").await;
        assert!(!answer.contains("保证一定解决"), "{answer}");
        deputy.sees("给来信 260001 的答复已送到对方").await;

        // The record is drafted, looked at, confirmed; only then it stands in the handbook.
        deputy.clicks("看这条记录").await;
        let draft = deputy.sees("这样记，您看对吗").await;
        assert!(draft.contains("网络平台"), "{draft}");
        deputy.clicks("确认，记入手册").await;
        deputy.sees("这一条已记入手册").await;
        deputy.clicks("我的手册").await;
        deputy.sees("已确认 1 条").await;
        deputy.clicks("待办").await;
        deputy.sees("答复过、还没结束的来信 1 封").await;

        // What was heard elsewhere is taken down with two taps and one sentence.
        deputy.clicks("记一笔").await;
        deputy.sees("请点是怎么听到的").await;
        deputy.clicks("当面").await;
        deputy.sees("请把听到的事写下来").await;
        deputy
            .writes("三塘村村民说村口的桥面裂了，希望修一修。（示）")
            .await;
        deputy.sees("已代录为来信").await;

        // Another telephone can't use the invitation again.
        let thief = browsers.person("thief", &site.url(), TELEPHONE).await;
        thief.opens(&format!("/i/{invitation}")).await;
        thief.sees("这个邀请已经不能用了").await;
        for person in [&deputy, &villager] {
            assert_eq!(person.complaints().await, Vec::<String>::new());
        }
    })
    .await;
}

/// What a person sees at every width, size of letters and colour.
#[tokio::test]
async fn every_page_for_people_has_one_column_and_large_targets_on_a_small_telephone() {
    with_browsers("narrow", async |browsers: &Browsers| {
        let (site, _program) = site().await;
        let deputy = deputy(browsers, &site, "CS-001").await;
        let invitation = site.invites(&["deputy", "CS-003"]).await;
        let villager = browsers.person("villager", &site.url(), TELEPHONE).await;
        villager.opens("/d/CS-001").await;
        villager.writes(TEXT).await;
        villager.sees("您的来信收到了").await;
        deputy.sees(TEXT).await;
        deputy.clicks("来信").await;
        deputy.sees("等答复的来信，共 1 封").await;
        let invited = format!("/i/{invitation}");
        let pages = [
            "/",
            "/find",
            "/find?unit=CS",
            "/find?name=x",
            "/d/CS-001",
            "/d/CS-002",
            "/d/CS-001?reader=office",
            "/my",
            "/notice",
            &invited,
            "/i?code=nothing",
            "/desk",
            "/nothing",
        ];
        for letters in ["大字", "标准字"] {
            for (person, pages) in [(&villager, &pages[..]), (&deputy, &["/chat"][..])] {
                for page in pages {
                    person.is_wide(360, 740, 1.0).await;
                    person.opens(page).await;
                    let what = format!("{page} before {letters}");
                    person.fits(&what).await;
                    person.has_targets_of(48, &what).await;
                    person.is_wide(360, 740, 2.0).await;
                    person.fits(&format!("{what} at 200 %")).await;
                }
                person.is_wide(360, 740, 1.0).await;
                person.opens("/").await;
                person.clicks(letters).await;
            }
        }
    })
    .await;
}
