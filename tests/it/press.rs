//! Pages as the command line prints them, by real children of the program; and what the press does with children that
//! are no good.

use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use lianluo::documents::typeset::{Order, Press, PressError};
use lianluo::documents::{Printing, Studio, handbook_order};
use lianluo::domain::Locale;
use lianluo::domain::handbook::{Handbook, HandbookDeputy};
use lianluo::domain::picture::drawing::{Bar, Drawing, YearAtAGlance};
use lianluo::text::words;

use crate::support::office::press;

fn order() -> Order {
    let deputy = HandbookDeputy {
        name: "王示一".into(),
        ..HandbookDeputy::default()
    };
    let made_on = chrono::NaiveDate::from_ymd_opt(2026, 12, 20).unwrap();
    let book = Handbook::of_year(2026, deputy, vec!["#panic()".into()], [], made_on);
    handbook_order(&book, Printing::Book, words(Locale::ZhCn))
}

/// A program that does something else than to set a page.
fn script(folder: &Path, does: &str) -> PathBuf {
    let path = folder.join("child");
    std::fs::write(&path, format!("#!/bin/sh\n{does}\n")).unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
    path
}

#[tokio::test]
async fn a_child_of_the_program_sets_a_page() {
    let pdf = press().print(order()).await.unwrap();
    assert!(pdf.starts_with(b"%PDF-"));
}

#[tokio::test]
async fn a_child_knows_nothing_of_our_environment() {
    let folder = tempfile::tempdir().unwrap();
    let press = Press::new(script(folder.path(), "cat >/dev/null; /usr/bin/env"), None);
    let told = String::from_utf8(press.print(order()).await.unwrap()).unwrap();
    assert!(told.contains("RAYON_NUM_THREADS=1"));
    // Those that a shell sets by itself.
    let own = ["RAYON_NUM_THREADS", "PWD", "_", "OLDPWD", "SHLVL"];
    let others: Vec<_> = told
        .lines()
        .filter(|line| !own.contains(&line.split('=').next().unwrap()))
        .collect();
    assert!(others.is_empty(), "{others:?}");
}

#[tokio::test]
async fn a_child_that_fails_says_why_and_one_that_says_nothing_has_failed_too() {
    let folder = tempfile::tempdir().unwrap();
    let failing = Press::new(
        script(folder.path(), "cat >/dev/null; echo reason >&2; exit 1"),
        None,
    );
    assert!(matches!(failing.print(order()).await, Err(PressError::Failed(why)) if why.ends_with("reason")));
    let silent = Press::new(script(folder.path(), "cat >/dev/null"), None);
    assert!(matches!(silent.print(order()).await, Err(PressError::Failed(_))));
    let without_font = Press::new(script(folder.path(), "exit 3"), None);
    assert!(matches!(
        without_font.print(order()).await,
        Err(PressError::NoFont)
    ));
    let absent = Press::new(folder.path().join("nobody"), None);
    assert!(matches!(absent.print(order()).await, Err(PressError::Failed(_))));
}

#[tokio::test]
async fn beyond_two_at_work_and_sixty_four_waiting_the_press_says_at_once_that_it_is_busy() {
    let folder = tempfile::tempdir().unwrap();
    let press = Press::new(script(folder.path(), "cat >/dev/null; echo done"), None);
    let printed = futures_util::future::join_all((0..70).map(|_| press.print(order()))).await;
    let busy = printed
        .iter()
        .filter(|printed| matches!(printed, Err(PressError::Busy)))
        .count();
    assert_eq!(busy, 4);
    assert!(press.print(order()).await.is_ok(), "the places are free again");
}

#[test]
fn a_child_that_is_given_nonsense_ends_with_a_sentence() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_lianluo"))
        .arg("typeset")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdin.take());
    let ended = child.wait_with_output().unwrap();
    assert_eq!(ended.status.code(), Some(1));
    assert!(ended.stdout.is_empty() && !ended.stderr.is_empty());
}

#[tokio::test]
async fn a_picture_is_drawn_once_and_kept_by_what_it_shows() {
    let bars = |count| {
        vec![Bar {
            name: "出席大会".into(),
            count,
        }]
    };
    let drawing = |count| {
        Drawing::Year(YearAtAGlance {
            locale: Locale::ZhCn,
            title: "#panic()".into(),
            whose: "王示一".into(),
            sections_title: "*".into(),
            sections: bars(count),
            months_title: String::new(),
            months: bars(0),
            lines: vec![],
            foot: String::new(),
        })
    };
    let folder = tempfile::tempdir().unwrap();
    let studio = Studio::new(press(), folder.path().into());
    let once = studio.picture(&drawing(1)).await.unwrap();
    assert!(std::fs::read(&once).unwrap().starts_with(b"\x89PNG"));
    // A press that can print nothing: what is shown again is not drawn again.
    let dry = Studio::new(
        Press::new(folder.path().join("nobody"), None),
        folder.path().into(),
    );
    assert_eq!(dry.picture(&drawing(1)).await.unwrap(), once);
    assert!(dry.picture(&drawing(2)).await.is_err());
}
