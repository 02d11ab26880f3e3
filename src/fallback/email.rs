//! Mail by SMTP: `smtps://` (TLS from the first byte), `smtp://…?tls=required` (STARTTLS), and plain `smtp://` for a relay
//! without a password.

use std::time::Duration;

use lettre::message::header::ContentType;
use lettre::message::{Mailbox, Message, MessageBuilder, MultiPart, SinglePart};
use lettre::{AsyncSmtpTransport, AsyncTransport, Tokio1Executor};

use super::{Outcome, Reached, Unusable, is_loopback_name};

/// A server that takes longer for one command is out of order.
const PATIENCE: Duration = Duration::from_secs(15);
/// All commands together.
const WHOLE_PATIENCE: Duration = Duration::from_secs(45);

/// What others on the wire can read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wire {
    /// Nothing: TLS, or the wire doesn't leave this machine.
    Closed,
    /// Everything.
    Clear,
}

impl Wire {
    /// How an address speaks to its server; `None` for one that isn't an SMTP address.
    pub fn of(url: &url::Url) -> Option<Self> {
        let host = url.host_str().filter(|host| !host.is_empty())?;
        let tls = url.query_pairs().find(|(name, _)| name == "tls");
        let wire = match (url.scheme(), tls.as_ref().map(|(_, how)| how.as_ref())) {
            ("smtps", _) | ("smtp", Some("required")) => Wire::Closed,
            ("smtp", None) if is_loopback_name(host) => Wire::Closed,
            // Who sits on the wire can take STARTTLS out of the greeting.
            ("smtp", None | Some("opportunistic")) => Wire::Clear,
            _ => return None,
        };
        Some(wire)
    }
}

/// A file that goes with a mail.
#[derive(Debug, Clone)]
pub struct Attachment {
    /// Its name, for people.
    pub name: String,
    /// Media type.
    pub mime: &'static str,
    /// The file.
    pub bytes: Vec<u8>,
}

/// A mail server, ready to be used.
pub struct Email {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl Email {
    /// Sends through the server at `url` in the name of `from`.
    pub fn new(url: &str, from: Mailbox) -> Result<Self, Unusable> {
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
            .map_err(|_| Unusable)?
            .timeout(Some(PATIENCE))
            .build();
        Ok(Self { transport, from })
    }

    fn envelope(&self, to: &str, subject: &str) -> Option<MessageBuilder> {
        let to = to.trim().parse::<Mailbox>().ok()?;
        Some(
            Message::builder()
                .from(self.from.clone())
                .to(to)
                // One line: a line end would begin a header of its own.
                .subject(subject.replace(['\r', '\n'], " ")),
        )
    }

    /// Greets the server and signs in; nothing is sent.
    pub async fn greet(&self) -> Reached {
        match tokio::time::timeout(PATIENCE, self.transport.test_connection()).await {
            Ok(Ok(true)) => Reached::Fine,
            Ok(Err(error)) if error.is_permanent() => Reached::Refused,
            _ => Reached::Not,
        }
    }

    /// Sends once, as plain text.
    pub async fn send(&self, to: &str, subject: &str, text: &str) -> Outcome {
        let message = self
            .envelope(to, subject)
            .and_then(|it| it.header(ContentType::TEXT_PLAIN).body(text.to_owned()).ok());
        match message {
            Some(message) => self.send_off(message).await,
            None => Outcome::Refused,
        }
    }

    /// Sends once, plain text with a file.
    pub async fn send_with(&self, to: &str, subject: &str, text: &str, file: Attachment) -> Outcome {
        let Ok(kind) = ContentType::parse(file.mime) else {
            return Outcome::Refused;
        };
        let parts = MultiPart::mixed()
            .singlepart(SinglePart::plain(text.to_owned()))
            .singlepart(lettre::message::Attachment::new(file.name).body(file.bytes, kind));
        let message = self.envelope(to, subject).and_then(|it| it.multipart(parts).ok());
        match message {
            Some(message) => self.send_off(message).await,
            None => Outcome::Refused,
        }
    }

    async fn send_off(&self, message: Message) -> Outcome {
        let sent = tokio::time::timeout(WHOLE_PATIENCE, self.transport.send(message)).await;
        let outcome = match sent {
            Ok(Ok(_)) => Outcome::Taken,
            // The server's own text may repeat the address, so only the kind of error is kept.
            Ok(Err(error)) if error.is_permanent() || error.is_client() => Outcome::Refused,
            Ok(Err(error)) if error.is_transient() => Outcome::Unavailable,
            Ok(Err(error)) if error.is_timeout() || error.is_response() => Outcome::Uncertain,
            Ok(Err(_)) => Outcome::Unavailable,
            Err(_) => Outcome::Uncertain,
        };
        if outcome != Outcome::Taken {
            tracing::warn!(?outcome, "the mail server did not take a mail");
        }
        outcome
    }
}
