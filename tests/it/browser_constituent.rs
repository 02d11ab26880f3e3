//! A constituent's first day in a real browser: from the code on a poster to the answer, on a telephone whose net comes
//! and goes; and the same without script.

use lianluo::domain::Locale;

use crate::support::browser::{Browser, Browsers, Net, SCREEN, TELEPHONE, with_browsers};
use crate::support::office::sample_roster;
use crate::support::program::{Installation, Program};

const TEXT: &str = "石塘村三组灌溉渠去年垮了一段，二十多户稻田缺水。（示）";

/// A running site with the sample roster.
pub async fn site() -> (Installation, Program) {
    let installation = Installation::new();
    installation.takes_the_roster().await;
    let program = installation.serves().await;
    (installation, program)
}

/// A deputy in front of a browser who has redeemed an invitation.
pub async fn deputy(browsers: &Browsers, site: &Installation, code: &str) -> Browser {
    let invitation = site.invites(&["deputy", code]).await;
    let deputy = browsers.person("deputy", &site.url(), TELEPHONE).await;
    deputy.opens(&format!("/i/{invitation}")).await;
    deputy.types("last_four", &last_four(code)).await;
    deputy.clicks("开通").await;
    deputy.sees("开通好了").await;
    deputy
}

/// What the deputy of a code answers when an invitation is redeemed.
pub fn last_four(code: &str) -> String {
    let entry = sample_roster()
        .into_iter()
        .find(|entry| entry.code.as_str() == code);
    entry.unwrap().card_number.unwrap().last_four().to_owned()
}

/// What stands between two pieces of a text.
pub fn between<'a>(text: &'a str, before: &str, behind: &str) -> &'a str {
    let (_, rest) = text
        .split_once(before)
        .unwrap_or_else(|| panic!("{before} is not in {text}"));
    rest.split_once(behind).unwrap().0.trim()
}

/// Remembers the largest number of own bubbles that were to be seen at any time.
const COUNTS_BUBBLES: &str = "window.mostBubbles = 0;
    const count = () => { const own = [...document.querySelectorAll('.bubble.own')].filter(e => !e.hidden);
      window.mostBubbles = Math.max(window.mostBubbles, own.length); };
    new MutationObserver(count).observe(document.getElementById('log'), { childList: true, subtree: true });";

/// A picture as a telephone takes it, far larger than the page needs; drawn by the browser itself.
async fn large_picture(browser: &Browser) -> Vec<u8> {
    let draw = "const [done] = arguments, c = document.createElement('canvas'), g = c.getContext('2d');
        c.width = 2400; c.height = 1800;
        let n = 7; const next = () => (n = (n * 1103515245 + 12345) % 2147483648) % 256;
        for (let x = 0; x < 2400; x += 12) for (let y = 0; y < 1800; y += 12) {
          g.fillStyle = `rgb(${next()},${next()},${next()})`; g.fillRect(x, y, 12, 12); }
        c.toBlob(b => b.arrayBuffer().then(a => done(Array.from(new Uint8Array(a)))), 'image/jpeg', 0.95);";
    let bytes = browser.client.execute_async(draw, vec![]).await.unwrap();
    let bytes = bytes.as_array().unwrap().iter();
    bytes
        .map(|byte| u8::try_from(byte.as_u64().unwrap()).unwrap())
        .collect()
}

#[tokio::test]
async fn a_constituent_writes_from_a_telephone_and_hears_the_answer() {
    with_browsers("constituent", async |browsers: &Browsers| {
        let (site, program) = site().await;
        let deputy = deputy(browsers, &site, "CS-001").await;
        let villager = browsers.person("villager", &site.url(), TELEPHONE).await;

        villager.only_listens().await;
        villager.opens("/d/CS-001").await;
        let page = villager.sees("写给陈示一二代表").await;
        assert!(page.contains("写之前请看一眼") && page.contains("110"), "{page}");

        // Words that are not sent yet survive a page that is loaded anew.
        villager.types("text", TEXT).await;
        villager.opens("/d/CS-001").await;
        let draft = "return document.getElementById('text').value";
        assert_eq!(villager.until("the draft", draft).await, TEXT);

        // Without a net nothing is lost, and it leaves by itself when the net is back.
        villager.net(Net::Gone).await;
        villager.clicks("发送").await;
        villager.sees("没有发出去，内容还在您手机上").await;
        villager.sees("现在连不上网").await;
        villager.net(Net::There).await;
        let page = villager.sees("您的来信收到了").await;
        let once = "return document.querySelectorAll('.bubble.own').length === 1";
        villager.until("one bubble", once).await;
        let own = "return document.querySelector('.bubble.own .state').textContent";
        let state = villager.until("how far it came", own).await;
        assert!(state == "已收到" || state == "已送到", "{state}");
        let number = between(&page, "来信编号 ", "，").to_owned();
        let code = between(&page, "查询码 ", "，").to_owned();
        assert_eq!(site.count("SELECT count(*) FROM cases").await, 1);
        assert_eq!(site.count("SELECT count(*) FROM messages").await, 1);
        // The failed request itself is the browser's to complain of.
        let complaints = villager.complaints().await;
        let other = complaints
            .iter()
            .filter(|said| !said.contains("ERR_INTERNET_DISCONNECTED"));
        assert_eq!(other.count(), 0, "{complaints:?}");

        // What is said stands there once at any moment, though news of it may come before the answer to it.
        villager.client.execute(COUNTS_BUBBLES, vec![]).await.unwrap();
        villager.writes("渠在村口往东两百米。（示）").await;
        let twice = "return document.querySelectorAll('.bubble.own:not(.local)').length === 2";
        villager.until("two bubbles", twice).await;
        assert_eq!(villager.until("the count", "return window.mostBubbles").await, 2);

        // A picture is made smaller before it leaves.
        let picture = large_picture(&villager).await;
        let file = browsers.folder().join("渠（示）.jpg");
        std::fs::write(&file, &picture).unwrap();
        assert!(picture.len() > 600_000, "{}", picture.len());
        let field = villager
            .client
            .find(fantoccini::Locator::Css("input[accept='image/*']"))
            .await
            .unwrap();
        field.send_keys(file.to_str().unwrap()).await.unwrap();
        villager.sees("渠（示）.jpg").await;
        villager.clicks("发送").await;
        let wide = "const i = document.querySelector('.said img'); return i && i.complete && i.naturalWidth";
        assert_eq!(villager.until("the picture", wide).await, 1600);
        let size = site.count("SELECT size FROM files").await;
        assert!(
            usize::try_from(size).unwrap() < picture.len() / 2,
            "{size} of {}",
            picture.len()
        );

        // The answer comes by the stream: this page is not loaded again, and never looks by itself.
        villager
            .client
            .execute("window.loadedOnce = true", vec![])
            .await
            .unwrap();
        deputy.sees(TEXT).await;
        deputy.clicks("答复").await;
        deputy.sees("请写给来信").await;
        deputy.writes("谢谢您的来信，我会向有关单位反映。（示）").await;
        villager.sees("我会向有关单位反映。（示）").await;
        assert_eq!(
            villager.until("the same page", "return window.loadedOnce").await,
            true
        );
        deputy.sees("已送到").await;
        assert_eq!(deputy.complaints().await, Vec::<String>::new());

        // Large letters are remembered.
        let letters = "return parseFloat(getComputedStyle(document.documentElement).fontSize)";
        assert_eq!(villager.until("the letters", letters).await, 20.0);
        villager.clicks("大字").await;
        villager.sees("标准字").await;
        villager.opens("/").await;
        assert_eq!(villager.until("the letters", letters).await, 26.0);

        // The same letter on another telephone, in English.
        let other = browsers
            .person_speaking("neighbour", &site.url(), TELEPHONE, "en")
            .await;
        other.opens("/my").await;
        let english = lianluo::text::words(Locale::En);
        other.sees(&english.say("web-my-title")).await;
        other.types("number", &number).await;
        other.types("code", "000 000").await;
        other.clicks(&english.say("web-my-open")).await;
        other.sees(&english.say("web-my-not-fitting")).await;
        // That the page came with a status of its own is the browser's to tell.
        assert_eq!(other.complaints().await.len(), 1);
        other.types("code", &code).await;
        other.clicks(&english.say("web-my-open")).await;
        let page = other.sees(TEXT).await;
        assert!(page.contains("我会向有关单位反映"), "{page}");
        for person in [&villager, &other] {
            let complaints = person.complaints().await;
            assert_eq!(complaints, Vec::<String>::new());
        }
        let ended = program.stops().await;
        assert_eq!(ended.code, Some(0), "{}", ended.printed);
        assert!(!ended.printed.contains("ERROR"), "{}", ended.printed);
    })
    .await;
}

#[tokio::test]
async fn without_script_one_sends_reads_and_finds_all_the_same() {
    with_browsers("no-script", async |browsers: &Browsers| {
        let (site, _program) = site().await;
        let deputy = deputy(browsers, &site, "CS-001").await;
        let villager = browsers.person("villager", &site.url(), TELEPHONE).await;
        villager.has_no_script().await;
        villager.opens("/").await;
        villager.clicks("找代表").await;
        villager.sees("按选举单位找").await;
        villager.types("name", "陈示").await;
        villager.clicks("查找").await;
        villager.sees("陈示一二").await;
        let found = villager.finds("ul.found a").await;
        found.click().await.unwrap();
        villager.sees("写给陈示一二代表").await;
        villager.writes(TEXT).await;
        let page = villager.sees("您的来信收到了").await;
        assert!(page.contains(TEXT), "{page}");
        deputy.sees(TEXT).await;
        deputy.clicks("答复").await;
        deputy.sees("请写给来信").await;
        deputy.writes("谢谢您的来信。（示）").await;
        deputy.sees("收下了").await;
        villager.opens("/chat").await;
        villager.sees("谢谢您的来信。（示）").await;
        deputy.sees("已送到").await;
        // A button of a bubble works too.
        villager.clicks("查看进展").await;
        villager.sees("代表已答复").await;
        villager.is_wide(SCREEN.0, SCREEN.1, 1.0).await;
        villager.fits("the chat").await;
    })
    .await;
}
