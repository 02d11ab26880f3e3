//! A clerk's first day in a real browser, mostly by keyboard: sign-in, roster, invitations, letters to pass on, what was
//! heard by telephone, dead letters, the handbook.

use sqlx::Executor;

use crate::browser_constituent::last_four;
use crate::support::browser::{Browser, Browsers, SCREEN, TELEPHONE, with_browsers};
use crate::support::program::Installation;

const TEXT: &str = "不知道该找谁：社区医院周末没有医生。（示）";
/// Keys as WebDriver writes them.
const ENTER: &str = "\u{E007}";
const ESCAPE: &str = "\u{E00C}";
/// Control is held while Enter is pressed, then let go.
const CONTROL_ENTER: &str = "\u{E009}\u{E007}\u{E000}";
const SPACE: &str = " ";

/// An officer redeems an invitation in a new browser.
async fn signs_in(browsers: &Browsers, site: &Installation, name: &str, link: &str, tail: &str) -> Browser {
    let officer = browsers.person(name, &site.url(), SCREEN).await;
    officer.opens(link).await;
    officer.types("last_four", &format!("{tail}{ENTER}")).await;
    officer.sees("联络台面").await;
    officer
}

/// Somebody who doesn't know whom to write to, on a telephone.
async fn an_unsure_letter(browsers: &Browsers, site: &Installation) -> Browser {
    let villager = browsers.person("villager", &site.url(), TELEPHONE).await;
    villager.opens("/find").await;
    villager.clicks("不知道找谁，先写").await;
    villager.clicks("长沙市").await;
    villager.sees("长沙市人大常委会代表联络机构的工作人员看").await;
    villager.writes(TEXT).await;
    villager.sees("您的来信收到了").await;
    villager
}

/// The codes on a sheet of slips, with the names on them.
async fn slips(clerk: &Browser) -> Vec<(String, String)> {
    let script = "return [...document.querySelectorAll('.slip')]
        .map(s => [s.querySelector('.name').textContent, s.querySelector('.code').textContent])";
    let found = clerk.client.execute(script, vec![]).await.unwrap();
    serde_json::from_value(found).unwrap()
}

#[tokio::test]
async fn a_clerk_signs_in_imports_invites_passes_on_enters_and_exports_by_keyboard() {
    with_browsers("clerk", async |browsers: &Browsers| {
        let site = Installation::new();
        let said = site.does(&["init", "--name", "赵示", "--phone-last4", "0001"]).await;
        let link = said.split_whitespace().find(|word| word.contains("/i/")).unwrap().to_owned();
        let _program = site.serves().await;
        let provincial = signs_in(browsers, &site, "provincial", &link, "0001").await;
        provincial.sees("湖南省").await;

        // The roster: looked at first, then taken, then it can be undone.
        provincial.opens("/desk/roster").await;
        let roster = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/roster-sample-faults.csv");
        provincial.types("file", roster).await;
        provincial.clicks("看看有什么变动").await;
        provincial.sees("要改的地方").await;
        provincial.complaints().await;
        assert_eq!(site.count("SELECT count(*) FROM deputies").await, 0);
        provincial.clicks("换一个文件").await;
        let roster = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/roster-sample.csv");
        provincial.types("file", roster).await;
        provincial.clicks("看看有什么变动").await;
        provincial.sees("新增 80 位，变动 0 位").await;
        provincial.clicks("确认导入").await;
        let page = provincial.sees("名单已导入").await;
        assert!(page.contains("名单上现在有 80 位代表"), "{page}");
        provincial.clicks("各单位").await;
        provincial.sees("代表 80 位，已开通 0 位").await;

        // A colleague in Changsha is invited, and signs in with the slip.
        provincial.clicks("代表").await;
        provincial.clicks("邀请").await;
        provincial.types("name", "李示").await;
        provincial.types("tail", "0002").await;
        provincial.finds("#office").await.select_by_value("CS").await.unwrap();
        provincial.clicks("生成邀请").await;
        provincial.sees("李示同志，您好").await;
        let (_, code) = slips(&provincial).await.remove(0);
        assert_eq!(provincial.complaints().await, Vec::<String>::new());
        let clerk = signs_in(browsers, &site, "clerk", &format!("/i/{code}"), "0002").await;
        clerk.sees("等答复的来信 0 封").await;

        // Invitations: one is chosen by keyboard.
        clerk.clicks("邀请").await;
        clerk.sees("位代表还没有开通").await;
        let first = clerk.finds("input[type=checkbox][value='CS-001']").await;
        first.send_keys(SPACE).await.unwrap();
        clerk.clicks("给勾选的生成邀请").await;
        let page = clerk.sees("打印 1 张邀请纸条").await;
        assert!(page.contains("陈示一二代表，您好"), "{page}");
        let (_, code) = slips(&clerk).await.remove(0);
        let deputy = browsers.person("deputy", &site.url(), TELEPHONE).await;
        deputy.opens(&format!("/i/{code}")).await;
        deputy.types("last_four", &format!("{}{ENTER}", last_four("CS-001"))).await;
        deputy.sees("开通好了").await;

        // A letter of somebody who doesn't know whom to write to is passed on.
        let villager = an_unsure_letter(browsers, &site).await;
        clerk.opens("/desk/unsure").await;
        clerk.sees("1 封来信在等转交").await;
        clerk.presses("j").await;
        clerk.presses(ENTER).await;
        let page = clerk.sees("转交给代表").await;
        assert!(page.contains(TEXT), "{page}");
        let number = clerk.place().await.rsplit('/').next().unwrap().to_owned();
        clerk.types("to", &format!("CS-001{CONTROL_ENTER}")).await;
        clerk.sees("已转交，来信人会收到告知").await;
        deputy.sees(TEXT).await;
        villager.sees("从现在起由陈代表看").await;

        // What was heard by telephone is entered; half-written words outlive a look elsewhere.
        clerk.clicks("代录").await;
        clerk.types("text", "电话里说，村口桥面裂了。（示）").await;
        clerk.clicks("代表").await;
        clerk.sees("全部代表").await;
        clerk.clicks("代录").await;
        let kept = "return document.getElementById('text').value";
        assert_eq!(clerk.until("the kept words", kept).await, "电话里说，村口桥面裂了。（示）");
        clerk.types("to", "CS-001").await;
        clerk.finds("input[name=told]").await.send_keys(SPACE).await.unwrap();
        clerk.types("text", CONTROL_ENTER).await;
        let page = clerk.sees("登记好了").await;
        assert!(page.contains("查询码"), "{page}");
        deputy.sees("村口桥面裂了").await;

        // The list by keyboard: search, rows, the keys themselves.
        clerk.clicks("来信").await;
        clerk.sees("等答复的来信 2 封").await;
        clerk.presses("?").await;
        clerk.sees("下一行、上一行").await;
        clerk.presses(ESCAPE).await;
        clerk.until("no keys shown", "return document.getElementById('keys').hidden").await;
        clerk.presses("/").await;
        clerk.presses(&format!("{number}{ENTER}")).await;
        clerk.until("the search", "return location.search.includes('find=')").await;
        clerk.presses("j").await;
        clerk.presses(ENTER).await;
        // The words of a letter to a deputy are the deputy's; the desk counts.
        let page = clerk.sees("这封来信由代表看").await;
        assert!(!page.contains(TEXT), "{page}");

        // A dead letter of the deputy is seen to.
        let dead = "INSERT INTO dead_letters (dead_letter_id, incident, input_key, account_id, raw, reason, at) \
                    SELECT 1, 'E-7K2', 'sample', account_id, '', 'sample', 1772416800000 FROM accounts WHERE deputy_id IS NOT NULL";
        site.sqlite().await.execute(dead).await.unwrap();
        clerk.clicks("待处理").await;
        clerk.clicks("没处理好的消息 1 条").await;
        clerk.sees("E-7K2").await;
        clerk.clicks("已看过").await;
        clerk.sees("消息都处理好了").await;
        deputy.sees("您之前那一条没收好的消息（E-7K2）").await;

        // The handbook of this year.
        deputy.clicks("答复").await;
        deputy.sees("请写给来信").await;
        deputy.writes("谢谢您的来信，会向有关单位反映。（示）").await;
        deputy.clicks("看这条记录").await;
        deputy.clicks("确认，记入手册").await;
        deputy.sees("这一条已记入手册").await;
        clerk.opens("/desk/deputies/CS-001").await;
        clerk.clicks("导出手册").await;
        let file = browsers.downloaded("pdf").await;
        assert_eq!(&std::fs::read(&file).unwrap()[..4], b"%PDF", "{}", file.display());
        for person in [&clerk, &deputy, &villager] {
            assert_eq!(person.complaints().await, Vec::<String>::new());
        }

        // Every page of the desk also fits a telephone.
        let pages = [
            "/desk", "/desk?show=ended", "/desk/unsure", "/desk/entered", "/desk/deputies", "/desk/deputies/CS-001",
            "/desk/deputies/CS-001/pause", "/desk/invitations", "/desk/invitations/all", "/desk/calls",
            "/desk/dead-letters", "/desk/roster",
        ];
        for page in pages {
            clerk.is_wide(360, 740, 1.0).await;
            clerk.opens(page).await;
            clerk.fits(page).await;
            clerk.is_wide(SCREEN.0, SCREEN.1, 1.0).await;
            clerk.fits(page).await;
        }
    })
    .await;
}
