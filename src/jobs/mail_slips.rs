//! Mailing opinion slips to handling units that left an address. What the server says is taken down by a command: taken is
//! sent and never confirmed; away, busy or slow is tried again with growing pauses; a refused address goes to an officer's
//! hand. Nothing is lost by a kill: the row keeps its instant until the outcome is written.

use crate::documents::slip_docx;
use crate::domain::Locale;
use crate::domain::command::{Command, SlipEnd};
use crate::domain::ids::ReplyId;
use crate::domain::input::{Deed, From, Input};
use crate::domain::world::Key;
use crate::fallback::{Attachment, Outcome};
use crate::flows::read_slip::read_slip;
use crate::store::StoreError;
use crate::text::{Args, words};

use super::Jobs;

/// Slips in one look.
const MOST: i64 = 50;
/// The kind of a `.docx` file.
const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

impl Jobs {
    /// Mails what is due to be mailed.
    pub async fn mail_slips(&self) -> Result<(), StoreError> {
        let now = self.clock.now();
        let due = self.store.read().await?.slips_to_mail(now, MOST).await?;
        for reply in due {
            let end = self.mail_slip(reply).await?;
            let input = Input {
                key: format!("job:slip:{reply}:{now}"),
                from: From::Program,
                deed: Deed::Command(Box::new(Command::SlipMailed { reply, end })),
                said_at: None,
                raw: String::new(),
            };
            // What isn't noted now is mailed again with the next look: twice is better than never.
            let _ = self.intake.submit(input).await;
        }
        Ok(())
    }

    async fn mail_slip(&self, reply: ReplyId) -> Result<SlipEnd, StoreError> {
        let mut reading = self.store.read().await?;
        let found = reading
            .look(|world| {
                let slip = read_slip(world, reply)?;
                let assignment = world.reply(&reply)?.assignment_id;
                world.want([Key::Assignment(assignment)])?;
                let unit = world.assignment(&assignment)?.handling_unit_id;
                Ok((slip, world.handling_unit(&unit)?.email.clone()))
            })
            .await?;
        drop(reading);
        let Ok((slip, address)) = found else {
            return Ok(SlipEnd::Refused);
        };
        let words = words(Locale::ZhCn);
        let file = match slip_docx(&slip, words) {
            Ok(file) => file,
            Err(error) => {
                tracing::error!(%error, "a slip could not be made");
                return Ok(SlipEnd::Refused);
            }
        };
        let args = Args::new()
            .text("title", slip.title.as_str())
            .text("number", slip.number.as_str())
            .text("deputy", slip.deputy.as_str())
            .text("unit", slip.unit.as_str())
            .text("ending", "docx");
        let attachment = Attachment {
            name: words.say_with("slip-file-name", &args),
            mime: DOCX,
            bytes: file,
        };
        let Some(email) = &self.channels.email else {
            return Ok(SlipEnd::Refused);
        };
        let outcome = email
            .send_with(
                &address,
                &words.say_with("slip-mail-subject", &args),
                &words.say_with("slip-mail", &args),
                attachment,
            )
            .await;
        Ok(match outcome {
            Outcome::Taken => SlipEnd::Taken,
            Outcome::Unavailable | Outcome::Uncertain => SlipEnd::Later,
            Outcome::Refused | Outcome::NotSet => SlipEnd::Refused,
        })
    }
}
