//! The drill: an installation is lost, and comes back from its sealed backup with everything in it, on both engines.

use std::os::unix::fs::PermissionsExt;

use crate::support::program::Installation;
use crate::web_chat_site::Person;

const OFFICE: &str = "/d/CS-001?reader=office";
const TEXT: &str = "石塘村三组灌溉渠去年垮了一段。（示）";
const PICTURE: &[u8] = &[0x55; 30_000];

fn text(path: &std::path::Path) -> &str {
    path.to_str().unwrap()
}

async fn comes_back(site: Installation, empty: Installation) {
    site.takes_the_roster().await;
    let program = site.serves().await;
    let mut villager = Person::at(site.url());
    villager.get(OFFICE).await;
    let fields = [("to", "CS-001"), ("reader", "office"), ("text", TEXT)];
    let sent = villager.sends("one", &fields, &[("渠.jpg", PICTURE)]).await;
    assert_eq!(sent.way(), OFFICE);
    let page = villager.get(OFFICE).await;
    let picture = format!("/file/{}", page.between("/file/", "\""));
    assert_eq!(villager.get(&picture).await.bytes, PICTURE);

    // A key, of which only the public half stays.
    let key = empty.path("backup.key");
    let made = site.does(&["backup", "--make-key", text(&key)]).await;
    let start = made.find("age1").unwrap();
    let length = made[start..].find(|c: char| !c.is_ascii_alphanumeric()).unwrap();
    let site = site.set("BACKUP_RECIPIENT", &made[start..start + length]);
    assert_eq!(
        std::fs::metadata(&key).unwrap().permissions().mode() & 0o777,
        0o600
    );

    // While it serves.
    let backup = empty.path("backup.age");
    site.does(&["backup", text(&backup)]).await;
    let bytes = std::fs::read(&backup).unwrap();
    assert!(bytes.starts_with(b"age-encryption.org/v1"));
    assert!(!bytes.windows(9).any(|part| part == "石塘村".as_bytes()));
    assert_eq!(
        std::fs::metadata(&backup).unwrap().permissions().mode() & 0o777,
        0o600
    );
    let left: Vec<_> = std::fs::read_dir(empty.folder.path()).unwrap().collect();
    assert_eq!(left.len(), 2, "no open copy is left: {left:?}");
    let again = site.runs(&["backup", text(&backup)]).await;
    assert_eq!(again.code, Some(1), "{}", again.printed);
    assert_eq!(std::fs::read(&backup).unwrap(), bytes);
    assert_eq!(program.stops().await.code, Some(0));

    // Nothing that exists is overwritten, and without the key nothing is opened.
    let restore = ["restore", text(&backup), "--key", text(&key)];
    let there = site.runs(&restore).await;
    assert_eq!(there.code, Some(1), "{}", there.printed);
    assert!(there.printed.contains("不会覆盖"), "{}", there.printed);
    let keyless = empty.runs(&["restore", text(&backup)]).await;
    assert_eq!(keyless.code, Some(2), "{}", keyless.printed);
    let other = empty.path("other.key");
    empty.does(&["backup", "--make-key", text(&other)]).await;
    let locked = empty
        .runs(&["restore", text(&backup), "--key", text(&other)])
        .await;
    assert_eq!(locked.code, Some(1), "{}", locked.printed);
    let half = empty.path("half.age");
    std::fs::write(&half, &bytes[..bytes.len() - 10_000]).unwrap();
    let broken = empty.runs(&["restore", text(&half), "--key", text(&key)]).await;
    assert_eq!(broken.code, Some(1), "{}", broken.printed);
    assert!(!empty.path("files").exists(), "half a restore is taken away");

    // The key file was kept apart.
    std::fs::copy(site.path("office.key"), empty.path("office.key")).unwrap();
    let done = empty.does(&restore).await;
    assert!(done.contains("doctor"), "{done}");
    let examined = empty.runs(&["doctor"]).await;
    assert_eq!(examined.code, Some(0), "{}", examined.printed);
    let program = empty.serves().await;
    assert!(!program.printed().contains("ERROR"), "{}", program.printed());
    let mut returns = Person::at(empty.url());
    returns.cookies = villager.cookies.clone();
    let page = returns.get(OFFICE).await;
    assert!(page.text().contains(TEXT), "{}", page.text());
    assert_eq!(returns.get(&picture).await.bytes, PICTURE);
    assert_eq!(returns.sends("two", &fields, &[]).await.way(), OFFICE);
    assert_eq!(program.stops().await.code, Some(0));
    empty.does(&["audit", "verify"]).await;
    assert_eq!(empty.count("SELECT count(*) FROM messages").await, 2);
}

#[tokio::test]
async fn a_lost_installation_on_sqlite_comes_back_from_its_backup() {
    comes_back(Installation::new(), Installation::new()).await;
}

#[tokio::test]
async fn a_lost_installation_on_postgres_comes_back_from_its_backup() {
    let site = Installation::new().on_postgres().await;
    comes_back(site, Installation::new().on_postgres().await).await;
}

#[tokio::test]
async fn a_backup_of_one_engine_is_not_put_into_the_other() {
    let site = Installation::new();
    site.takes_the_roster().await;
    let backup = site.path("backup.tar");
    let said = site.does(&["backup", text(&backup)]).await;
    assert!(said.contains("没有加密"), "{said}");
    let other = Installation::new().on_postgres().await;
    let ended = other.runs(&["restore", text(&backup)]).await;
    assert_eq!(ended.code, Some(1), "{}", ended.printed);
    assert!(
        ended.printed.contains("SQLite 和 PostgreSQL"),
        "{}",
        ended.printed
    );
}
