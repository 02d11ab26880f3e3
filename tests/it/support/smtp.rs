//! A mail server on a loopback port: speaks enough of SMTP (RFC 5321) for a real client, and keeps what it was given.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use base64::Engine;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// A mail as it was handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    pub from: String,
    pub to: Vec<String>,
    /// Headers and body, without the final dot, dots taken back.
    pub data: String,
}

impl Mail {
    /// Subject and words as a mail program shows them; both come in Base64, because they aren't ASCII.
    pub fn shown(&self) -> (String, String) {
        let plain = |coded: &str| {
            let coded: String = coded.split_whitespace().collect();
            let bytes = base64::engine::general_purpose::STANDARD.decode(coded).unwrap();
            String::from_utf8(bytes).unwrap()
        };
        let (head, body) = self.data.split_once("\n\n").unwrap();
        // A long header goes on in lines that begin with a blank.
        let (_, subject) = head.split_once("\nSubject: ").unwrap();
        let lines = subject.split('\n').enumerate();
        let folded: String = lines
            .take_while(|(place, line)| *place == 0 || line.starts_with(' '))
            .map(|(_, line)| line)
            .collect();
        let subject: String = folded
            .split("=?utf-8?b?")
            .skip(1)
            .map(|word| plain(word.split("?=").next().unwrap()))
            .collect();
        (subject, plain(body))
    }
}

/// How the server treats the next mails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mood {
    Takes,
    /// 550 to the recipient: no such mailbox.
    KnowsNobody,
    /// 451 to the recipient: try later.
    IsBusy,
    /// Cuts the wire after the data without an answer.
    Vanishes,
}

pub struct MailServer {
    pub address: SocketAddr,
    mails: Arc<Mutex<Vec<Mail>>>,
    mood: Arc<Mutex<Mood>>,
    task: JoinHandle<()>,
}

impl MailServer {
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let mails = Arc::new(Mutex::new(Vec::new()));
        let mood = Arc::new(Mutex::new(Mood::Takes));
        let (kept, now) = (Arc::clone(&mails), Arc::clone(&mood));
        let task = tokio::spawn(async move {
            while let Ok((wire, _)) = listener.accept().await {
                let mood = *now.lock().unwrap();
                // A client that goes away in the middle is the client's affair.
                let _ = converse(wire, mood, &kept).await;
            }
        });
        Self {
            address,
            mails,
            mood,
            task,
        }
    }

    pub fn is(&self, mood: Mood) {
        *self.mood.lock().unwrap() = mood;
    }

    pub fn mails(&self) -> Vec<Mail> {
        self.mails.lock().unwrap().clone()
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn converse(wire: TcpStream, mood: Mood, mails: &Mutex<Vec<Mail>>) -> std::io::Result<()> {
    let (read, mut write) = wire.into_split();
    let mut lines = BufReader::new(read).lines();
    let mut mail = Mail {
        from: String::new(),
        to: Vec::new(),
        data: String::new(),
    };
    write.write_all(b"220 sample mail server\r\n").await?;
    while let Some(line) = lines.next_line().await? {
        let verb = line
            .split([' ', ':'])
            .next()
            .unwrap_or_default()
            .to_ascii_uppercase();
        let path = || line.split(['<', '>']).nth(1).unwrap_or_default().to_owned();
        let answer = match verb.as_str() {
            "EHLO" => "250-sample\r\n250 8BITMIME",
            "HELO" | "RSET" | "NOOP" => "250 fine",
            "MAIL" => {
                mail.from = path();
                "250 fine"
            }
            "RCPT" => match mood {
                Mood::KnowsNobody => "550 no such mailbox",
                Mood::IsBusy => "451 try later",
                Mood::Takes | Mood::Vanishes => {
                    mail.to.push(path());
                    "250 fine"
                }
            },
            "DATA" => {
                write.write_all(b"354 go on\r\n").await?;
                while let Some(line) = lines.next_line().await? {
                    if line == "." {
                        break;
                    }
                    mail.data.push_str(line.strip_prefix('.').unwrap_or(&line));
                    mail.data.push('\n');
                }
                if mood == Mood::Vanishes {
                    return Ok(());
                }
                mails.lock().unwrap().push(mail.clone());
                "250 taken"
            }
            "QUIT" => {
                write.write_all(b"221 bye\r\n").await?;
                return Ok(());
            }
            _ => "502 not here",
        };
        write.write_all(format!("{answer}\r\n").as_bytes()).await?;
    }
    Ok(())
}
