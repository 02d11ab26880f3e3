//! The real program on a database that is locked, full or read-only: people hear that nothing was taken, nothing that
//! was taken is lost, and it goes on by itself when the trouble is over.

use sqlx::{Connection, Executor};
use std::process::Command;

use crate::support::program::Installation;
use crate::support::telegram::FakeTelegram;
use crate::web_chat_site::{Page, Person};

const TEXT: &str = "石塘村三组灌溉渠去年垮了一段。（示）";
const OFFICE: &str = "/d/CS-001?reader=office";

/// A letter to the office of Changsha.
async fn writes(villager: &mut Person, key: &str, text: &str) -> Page {
    let fields = [("to", "CS-001"), ("reader", "office"), ("text", text)];
    villager.sends(key, &fields, &[]).await
}

fn is_sorry(page: &Page) {
    assert_eq!(page.status, 503, "{}", page.text());
    assert!(page.text().contains("内容还在您手机上"), "{}", page.text());
}

#[tokio::test]
async fn while_the_database_is_locked_people_are_told_and_afterwards_all_is_taken() {
    let tg = FakeTelegram::start().await;
    let site = Installation::new()
        .set("TELOXIDE_TOKEN", tg.token())
        .set("TELOXIDE_API_URL", tg.api_url());
    site.takes_the_roster().await;
    let program = site.serves().await;
    let mut villager = Person::at(site.url());
    villager.get(OFFICE).await;

    let mut other = site.sqlite().await;
    other.execute("BEGIN IMMEDIATE").await.unwrap();
    let writer = tg.person("群众（示）");
    writer.starts("");
    // A batch before has its tries first; a busy machine is given some more.
    let waited = std::time::Duration::from_secs(12);
    let answer = tokio::time::timeout(waited, writes(&mut villager, "one", TEXT)).await;
    is_sorry(&answer.expect("nobody waits long for the sentence"));
    // Pages are still read.
    assert_eq!(villager.get("/find").await.status, 200);
    assert_eq!(villager.get("/readyz").await.status, 503);
    assert_eq!(tg.pending_updates(), 1, "what is not taken is not confirmed");
    other.execute("COMMIT").await.unwrap();

    assert_eq!(writes(&mut villager, "one", TEXT).await.way(), OFFICE);
    let page = villager.get(OFFICE).await;
    assert!(page.text().contains("您的来信收到了"), "{}", page.text());
    writer.hears().await;
    tg.wait_until(|state| state.updates.is_empty()).await;
    assert_eq!(villager.get("/readyz").await.status, 200);
    assert_eq!(site.count("SELECT count(*) FROM messages").await, 1);
    assert_eq!(program.stops().await.code, Some(0));
}

#[tokio::test]
async fn on_postgres_too_people_are_told_while_the_lock_is_held_and_a_cut_connection_is_got_over() {
    let site = Installation::new().on_postgres().await;
    site.takes_the_roster().await;
    let mut program = site.serves().await;
    let mut villager = Person::at(site.url());
    villager.get(OFFICE).await;
    assert_eq!(writes(&mut villager, "one", TEXT).await.way(), OFFICE);

    let mut other = sqlx::PgConnection::connect(&site.database()).await.unwrap();
    let cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() \
               AND pid <> pg_backend_pid()";
    other.execute(cut).await.unwrap();
    assert_eq!(
        writes(&mut villager, "two", "还有一件事。（示）").await.way(),
        OFFICE
    );

    // Another gateway that stands still in the middle of a batch.
    let lock = format!("SELECT pg_advisory_lock({})", 0x6c69_616e_6c75_6f01_i64);
    other.execute(sqlx::AssertSqlSafe(lock)).await.unwrap();
    is_sorry(&writes(&mut villager, "three", "第三件事。（示）").await);
    other.close().await.unwrap();
    program.says("the database can be used again").await;
    assert_eq!(
        writes(&mut villager, "three", "第三件事。（示）").await.way(),
        OFFICE
    );
    assert_eq!(site.count("SELECT count(*) FROM messages").await, 3);
    assert_eq!(program.stops().await.code, Some(0));
}

/// Sets how large files may become that a program writes, in bytes or as `unlimited`.
fn limit_files(program: u32, bytes: &str) {
    let limit = format!("--fsize={bytes}:unlimited");
    let set = Command::new("prlimit")
        .args(["--pid", &program.to_string(), &limit])
        .status();
    assert!(set.expect("prlimit of util-linux is on the machine").success());
}

fn files_below(folder: &std::path::Path) -> usize {
    let entries = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    entries
        .map(|path| if path.is_dir() { files_below(&path) } else { 1 })
        .sum()
}

#[tokio::test]
async fn when_the_disk_is_full_nothing_is_confirmed_and_with_room_again_all_is_taken() {
    let site = Installation::new();
    site.takes_the_roster().await;
    let mut program = site.serves().await;
    let mut villager = Person::at(site.url());
    villager.get(OFFICE).await;
    assert_eq!(writes(&mut villager, "k0", TEXT).await.way(), OFFICE);

    // A limit for files stands for the full disk: it needs no rights, and the database meets it in the same way.
    let written = std::fs::metadata(site.path("office.db-wal")).unwrap().len();
    limit_files(program.id(), &(written + 150_000).to_string());
    // Half a picture does not stay on the disk that is full already.
    let picture: [(&str, &[u8]); 1] = [("渠.jpg", &[0x55; 3_000_000])];
    let fields = [("to", "CS-001"), ("reader", "office"), ("text", "见照片。（示）")];
    is_sorry(&villager.sends("picture", &fields, &picture).await);
    assert_eq!(files_below(&site.path("files")), 0);

    let long = "渠垮了。".repeat(900);
    let mut taken = 1;
    let refused = loop {
        let key = format!("k{taken}");
        let page = writes(&mut villager, &key, &format!("{long}{taken}")).await;
        if page.status != 303 {
            is_sorry(&page);
            break key;
        }
        taken += 1;
        assert!(taken < 100, "the limit is never met");
    };
    is_sorry(&writes(&mut villager, &refused, &format!("{long}{taken}")).await);
    assert_eq!(villager.get(OFFICE).await.status, 200);
    // What writes nothing succeeds on a full disk too; that is no reason to say that all is well.
    program.says("the database still has no room").await;
    assert_eq!(villager.get("/readyz").await.status, 503);
    assert!(!program.printed().contains("can be used again"));
    limit_files(program.id(), "unlimited");
    // It finds out by itself, before anyone comes.
    program.says("the database can be used again").await;
    assert_eq!(villager.get("/readyz").await.status, 200);

    assert_eq!(
        writes(&mut villager, &refused, &format!("{long}{taken}"))
            .await
            .way(),
        OFFICE
    );
    assert_eq!(villager.sends("picture", &fields, &picture).await.way(), OFFICE);
    assert_eq!(files_below(&site.path("files")), 1);
    assert_eq!(villager.get("/readyz").await.status, 200);
    let ended = program.stops().await;
    assert_eq!(ended.code, Some(0), "{}", ended.printed);
    assert_eq!(
        site.count("SELECT count(DISTINCT text) FROM messages").await,
        taken + 2
    );
    assert_eq!(site.count("SELECT count(*) FROM messages").await, taken + 2);
    assert_eq!(site.count("SELECT count(*) FROM dead_letters").await, 0);
    let sound: String = sqlx::query_scalar("PRAGMA integrity_check")
        .fetch_one(&mut site.sqlite().await)
        .await
        .unwrap();
    assert_eq!(sound, "ok");
}

/// Root may write anywhere; without that right it is an owner like others.
fn without_the_rights_of_root(site: Installation) -> Installation {
    let id = Command::new("id").arg("-u").output().unwrap();
    if String::from_utf8_lossy(&id.stdout).trim() == "0" {
        site.through("setpriv --bounding-set=-dac_override,-dac_read_search")
    } else {
        site
    }
}

fn allow(path: &std::path::Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
}

#[tokio::test]
async fn a_database_or_folder_that_cannot_be_written_is_named_at_the_start() {
    let site = without_the_rights_of_root(Installation::new());
    site.takes_the_roster().await;
    let unwritable = [
        ("office.db", 0o444, 0o644, "不能写（permission denied）"),
        ("", 0o555, 0o755, "锁文件建不了（permission denied）"),
        ("office.key", 0o000, 0o600, "读不了：permission denied"),
    ];
    for (place, mode, back, sentence) in unwritable {
        // The lock file of an earlier start may be taken by anyone who may write it.
        let _ = std::fs::remove_file(site.path("office.db.lock"));
        allow(&site.path(place), mode);
        let ended = site.runs(&["serve"]).await;
        let examined = site.runs(&["doctor"]).await;
        allow(&site.path(place), back);
        // What SQLite made beside a file that it may only read has the rights of that file.
        for beside in ["office.db-wal", "office.db-shm"].map(|name| site.path(name)) {
            if beside.exists() {
                allow(&beside, 0o644);
            }
        }
        assert_eq!(ended.code, Some(2), "{place}: {}", ended.printed);
        assert!(ended.printed.contains(sentence), "{place}: {}", ended.printed);
        assert!(
            place.is_empty() || ended.printed.contains(place),
            "{place}: {}",
            ended.printed
        );
        assert_eq!(examined.code, Some(1), "{place}: {}", examined.printed);
    }
    // With the rights as they were, it starts at once.
    let program = site.serves().await;
    assert_eq!(program.stops().await.code, Some(0));
}
