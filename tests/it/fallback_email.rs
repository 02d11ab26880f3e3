//! Mail through a real SMTP conversation on the loopback.

use lianluo::fallback::{Email, Outcome};

use crate::support::smtp::{MailServer, Mood};

fn email(server: &MailServer) -> Email {
    let from = "联络 <lianluo@example.org>".parse().unwrap();
    Email::new(&format!("smtp://{}", server.address), from).unwrap()
}

#[tokio::test]
async fn a_mail_arrives_with_its_subject_and_words() {
    let server = MailServer::start().await;
    let outcome = email(&server)
        .send(
            "villager@example.org",
            "您有一条新回复",
            "请打开“联络”查看。\n.\n谢谢。",
        )
        .await;
    assert_eq!(outcome, Outcome::Taken);
    let mails = server.mails();
    assert_eq!(mails.len(), 1);
    assert_eq!(mails[0].from, "lianluo@example.org");
    assert_eq!(mails[0].to, ["villager@example.org"]);
    assert!(mails[0].data.contains("Subject: =?utf-8?"), "{}", mails[0].data);
    assert!(mails[0].data.contains("text/plain"), "{}", mails[0].data);
}

#[tokio::test]
async fn each_refusal_of_the_server_has_its_outcome() {
    let server = MailServer::start().await;
    let email = email(&server);
    for (mood, outcome) in [
        (Mood::KnowsNobody, Outcome::Refused),
        (Mood::IsBusy, Outcome::Unavailable),
        (Mood::Vanishes, Outcome::Uncertain),
    ] {
        server.is(mood);
        assert_eq!(
            email.send("villager@example.org", "s", "t").await,
            outcome,
            "{mood:?}"
        );
    }
    assert!(server.mails().is_empty());
    server.is(Mood::Takes);
    assert_eq!(email.send("villager@example.org", "s", "t").await, Outcome::Taken);
}

#[tokio::test]
async fn what_is_no_address_never_leaves_and_no_line_becomes_a_header() {
    let server = MailServer::start().await;
    let email = email(&server);
    for address in ["", "nobody", "a@example.org\r\nRCPT TO:<b@example.org>"] {
        assert_eq!(email.send(address, "s", "t").await, Outcome::Refused, "{address}");
    }
    let outcome = email
        .send("villager@example.org", "s\r\nBcc: b@example.org", "t")
        .await;
    assert_eq!(outcome, Outcome::Taken);
    let mail = server.mails().remove(0);
    assert_eq!(mail.to, ["villager@example.org"]);
    assert!(
        !mail.data.lines().any(|line| line.starts_with("Bcc")),
        "{}",
        mail.data
    );
}

#[tokio::test]
async fn a_server_that_is_away_can_be_tried_again() {
    let server = MailServer::start().await;
    let email = email(&server);
    drop(server);
    // The task that listens ends at its next turn, and the port with it.
    tokio::task::yield_now().await;
    assert_eq!(
        email.send("villager@example.org", "s", "t").await,
        Outcome::Unavailable
    );
}
