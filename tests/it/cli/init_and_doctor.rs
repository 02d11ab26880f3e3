//! `init` and `doctor`.

use std::ffi::OsString;
use std::path::Path;

use lianluo::cli::doctor::{DoctorArgs, Finding, Health, examine_settings, examine_store, tell};
use lianluo::cli::init::{EnvFile, InitArgs, run, write_env};
use lianluo::cli::{Action, parse};
use lianluo::config::Config;
use lianluo::domain::Locale;
use lianluo::store::StoreError;
use lianluo::text::words;

use super::Desk;

fn init(line: &str) -> InitArgs {
    let args = ["lianluo", "init"]
        .into_iter()
        .chain(line.split_whitespace())
        .map(OsString::from);
    match parse(args, words(Locale::ZhCn)).unwrap().action() {
        Action::Init(args) => args,
        _ => panic!("{line}"),
    }
}

#[test]
fn the_first_env_holds_what_was_named_and_is_never_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let words = words(Locale::ZhCn);
    let mut out = Vec::new();
    let args = init("--token 7000000001:AAExample --public-url https://lianluo.example.org");
    assert_eq!(
        write_env(&args, folder.path(), words, &mut out).unwrap(),
        EnvFile::Written
    );
    let text = std::fs::read_to_string(folder.path().join(".env")).unwrap();
    assert!(text.contains("\nTELOXIDE_TOKEN=7000000001:AAExample\n"), "{text}");
    assert!(
        text.contains("\nPUBLIC_URL=https://lianluo.example.org\n"),
        "{text}"
    );
    assert!(text.contains("\n# LISTEN=127.0.0.1:8080\n"), "{text}");
    let again = init("--token 7000000002:AAOther");
    assert_eq!(
        write_env(&again, folder.path(), words, &mut out).unwrap(),
        EnvFile::Kept
    );
    assert_eq!(std::fs::read_to_string(folder.path().join(".env")).unwrap(), text);
}

#[test]
fn wrong_settings_are_told_before_anything_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let words = words(Locale::ZhCn);
    let args = init("--token geheim --public-url lianluo.example.org");
    let error = write_env(&args, folder.path(), words, &mut Vec::new()).unwrap_err();
    assert_eq!(error.exit_code(), 2);
    let said = error.say(words).unwrap();
    assert!(
        said.contains("TELOXIDE_TOKEN") && said.contains("PUBLIC_URL"),
        "{said}"
    );
    assert!(!said.contains("geheim"));
    assert!(!folder.path().join(".env").exists());
}

#[tokio::test]
async fn the_first_officer_gets_an_invitation() {
    let desk = Desk::open().await;
    let mut out = Vec::new();
    let args = init("--name 李示 --phone-last4 0001");
    run(args, &desk, words(Locale::ZhCn), &mut out).await.unwrap();
    let said = String::from_utf8(out).unwrap();
    assert!(
        said.contains("https://lianluo.example.org/i/") && said.contains("李示（湖南省）"),
        "{said}"
    );
    assert!(said.contains("lianluo serve"), "{said}");
    let mut out = Vec::new();
    run(init(""), &desk, words(Locale::ZhCn), &mut out).await.unwrap();
    assert!(String::from_utf8(out).unwrap().contains("invite officer HN"));
    desk.stop().await;
}

fn config(folder: &Path, more: &[(&str, &str)]) -> Result<Config, Vec<lianluo::config::Fault>> {
    let path = |name: &str| folder.join(name).display().to_string();
    let own = [
        (
            "DATABASE_URL".to_owned(),
            format!("sqlite://{}", path("lianluo.db")),
        ),
        ("FILES_DIR".to_owned(), path("files")),
        ("KEY_FILE".to_owned(), path("lianluo.key")),
    ];
    let more = more
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    Config::from_pairs(own.into_iter().chain(more))
}

fn healths(findings: &[Finding], about: &str) -> Vec<Health> {
    findings
        .iter()
        .filter(|finding| finding.about == about)
        .map(|finding| finding.health)
        .collect()
}

#[test]
fn the_doctor_tells_all_faults_of_the_settings() {
    let folder = tempfile::tempdir().unwrap();
    let config = config(folder.path(), &[("LISTEN", "x"), ("LOG_FORMAT", "y")]);
    let words = words(Locale::ZhCn);
    let findings = examine_settings(&config, words);
    assert_eq!(healths(&findings, "settings"), [Health::Broken, Health::Broken]);
    let mut out = Vec::new();
    let end = tell(&findings, &DoctorArgs { json: true }, words, &mut out);
    assert_eq!(end.unwrap_err().exit_code(), 1);
    let out = String::from_utf8(out).unwrap();
    for line in out.lines() {
        let value: serde_json::Value = serde_json::from_str(line).unwrap();
        assert_eq!(value["health"], "broken");
    }
}

#[test]
fn the_doctor_finds_a_lost_key_and_a_folder_that_cannot_be_written() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let words = words(Locale::ZhCn);
    let fresh = examine_settings(&config(folder.path(), &[]), words);
    assert_eq!(
        healths(&fresh, "key"),
        [Health::Fine],
        "before the first start there is none"
    );
    assert_eq!(
        healths(&fresh, "files"),
        [Health::Fine, Health::Fine],
        "database and files"
    );
    assert_eq!(
        std::fs::read_dir(folder.path().join("files")).unwrap().count(),
        0,
        "no probe is left"
    );

    std::fs::write(folder.path().join("lianluo.db"), "").unwrap();
    let lost = examine_settings(&config(folder.path(), &[]), words);
    assert_eq!(healths(&lost, "key"), [Health::Broken]);

    let key = folder.path().join("lianluo.key");
    lianluo::config::key_file::read_or_make(&key).unwrap();
    let made = examine_settings(&config(folder.path(), &[]), words);
    assert_eq!(healths(&made, "key"), [Health::Fine]);
    std::fs::set_permissions(&key, std::fs::Permissions::from_mode(0o644)).unwrap();
    let open = examine_settings(&config(folder.path(), &[]), words);
    assert_eq!(healths(&open, "key"), [Health::Worth]);

    std::fs::write(folder.path().join("file"), "").unwrap();
    let files = folder.path().join("file").display().to_string();
    let blocked = examine_settings(&config(folder.path(), &[("FILES_DIR", &files)]), words);
    assert_eq!(healths(&blocked, "files"), [Health::Fine, Health::Broken]);
}

#[tokio::test]
async fn the_doctor_misses_the_first_officer() {
    let desk = Desk::open().await;
    let words = words(Locale::ZhCn);
    let findings = examine_store(&Ok(desk.office.store.clone()), desk.office.clock.now(), words).await;
    assert_eq!(healths(&findings, "database"), [Health::Fine]);
    assert_eq!(healths(&findings, "people"), [Health::Worth]);
    let mut out = Vec::new();
    tell(&findings, &DoctorArgs { json: false }, words, &mut out).unwrap();
    assert!(String::from_utf8(out).unwrap().contains("invite officer HN"));
    let broken = Err(StoreError::Surroundings("no route".into()));
    let findings = examine_store(&broken, 0, words).await;
    assert_eq!(healths(&findings, "database"), [Health::Broken]);
    desk.stop().await;
}
