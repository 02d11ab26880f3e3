//! What an office does about a deputy's account: pause and resume, 暂停一切消息 and its end, 换绑. Each dangerous one is asked
//! about first: what happens, to how many, how to undo it.

use axum::Form;
use axum::extract::Path;
use axum::response::Response;

use crate::domain::command::Command;
use crate::domain::invitation_code::invitation_code;
use crate::store::DeputyLine;
use crate::web::pages::desk::{ConfirmPage, DangerousAct, DeskPlace, Invited, Said};

use super::deputies::{deputy_of, show};
use super::form::{Retry, Sent};
use super::invitations::{NewSlip, once, slips};
use super::officer::{Answered, Ends, Given, OnDuty, saying};

/// The acts that are asked about.
#[derive(Clone, Copy)]
enum Act {
    Rebind,
    Pause,
    Silence,
    Lift,
}

impl Act {
    fn path(self) -> &'static str {
        match self {
            Act::Rebind => "rebind",
            Act::Pause => "pause",
            Act::Silence => "silence",
            Act::Lift => "lift",
        }
    }

    fn shown(self, line: &DeputyLine) -> DangerousAct {
        let name = line.deputy.name.clone();
        let open_letters = line.open_letters;
        match self {
            Act::Rebind => DangerousAct::Rebind { name, open_letters },
            Act::Pause => DangerousAct::Pause { name, open_letters },
            Act::Silence => DangerousAct::Silence { name },
            Act::Lift => DangerousAct::Lift { name },
        }
    }
}

fn path_of(line: &DeputyLine) -> String {
    format!("/desk/deputies/{}", line.deputy.code)
}

async fn line(duty: &OnDuty, code: &str) -> Result<DeputyLine, Ends> {
    let mut reading = duty.read().await?;
    deputy_of(duty, &mut reading, code).await
}

fn question(duty: &OnDuty, act: Act, line: &DeputyLine, retry: Option<&Retry>) -> Response {
    let back = path_of(line);
    let action = format!("{back}/{}", act.path());
    let page = ConfirmPage {
        words: duty.words(),
        desk: duty.frame(DeskPlace::Deputies, &action, None, retry),
        act: act.shown(line),
        action,
        back,
    };
    OnDuty::page(&page, retry)
}

async fn ask(duty: OnDuty, code: String, act: Act) -> Answered {
    let line = line(&duty, &code).await?;
    Ok(question(&duty, act, &line, None))
}

async fn confirmed(
    duty: OnDuty,
    code: String,
    fields: Vec<(String, String)>,
    act: Act,
    said: Said,
    command: impl FnOnce(&DeputyLine) -> Command,
) -> Answered {
    let sent = Sent::read(&duty, fields)?;
    let line = line(&duty, &code).await?;
    let path = path_of(&line);
    match duty.give(&sent, command(&line), &path).await {
        Given::Taken(_) => Ok(duty.led(&sent, &saying(&path, said))),
        Given::Before(response) => Ok(response),
        Given::Not(retry) => Ok(question(&duty, act, &line, Some(&retry))),
    }
}

/// `GET …/pause`
pub(super) async fn ask_pause(duty: OnDuty, Path(code): Path<String>) -> Answered {
    ask(duty, code, Act::Pause).await
}

/// `POST …/pause`
pub(super) async fn pause(
    duty: OnDuty,
    Path(code): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Answered {
    confirmed(duty, code, fields, Act::Pause, Said::Paused, |line| {
        Command::Pause {
            deputy: line.deputy.id,
            pause: true,
        }
    })
    .await
}

/// `POST …/resume`: harms nobody, so it is not asked about.
pub(super) async fn resume(
    duty: OnDuty,
    Path(code): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Answered {
    let sent = Sent::read(&duty, fields)?;
    let line = line(&duty, &code).await?;
    let path = path_of(&line);
    let command = Command::Pause {
        deputy: line.deputy.id,
        pause: false,
    };
    match duty.give(&sent, command, &path).await {
        Given::Taken(_) => Ok(duty.led(&sent, &saying(&path, Said::Resumed))),
        Given::Before(response) => Ok(response),
        Given::Not(retry) => show(&duty, &code, None, Some(&retry)).await,
    }
}

/// `GET …/silence`
pub(super) async fn ask_silence(duty: OnDuty, Path(code): Path<String>) -> Answered {
    ask(duty, code, Act::Silence).await
}

/// `POST …/silence`
pub(super) async fn silence(
    duty: OnDuty,
    Path(code): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Answered {
    confirmed(duty, code, fields, Act::Silence, Said::Silenced, |line| {
        Command::Silence {
            deputy: line.deputy.id,
            silence: true,
        }
    })
    .await
}

/// `GET …/lift`
pub(super) async fn ask_lift(duty: OnDuty, Path(code): Path<String>) -> Answered {
    ask(duty, code, Act::Lift).await
}

/// `POST …/lift`
pub(super) async fn lift(
    duty: OnDuty,
    Path(code): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Answered {
    confirmed(duty, code, fields, Act::Lift, Said::Lifted, |line| {
        Command::Silence {
            deputy: line.deputy.id,
            silence: false,
        }
    })
    .await
}

/// `GET …/rebind`
pub(super) async fn ask_rebind(duty: OnDuty, Path(code): Path<String>) -> Answered {
    ask(duty, code, Act::Rebind).await
}

/// `POST …/rebind`: answered with the slip of the new invitation, whose code is shown only here.
pub(super) async fn rebind(
    duty: OnDuty,
    Path(code): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Answered {
    let sent = Sent::read(&duty, fields)?;
    let line = line(&duty, &code).await?;
    let path = path_of(&line);
    let secret = invitation_code(rand::random());
    let command = Command::Rebind {
        deputy: line.deputy.id,
        code: secret.clone(),
    };
    match duty.give(&sent, command, &path).await {
        Given::Taken(_) => {
            once(&duty, &sent, &path);
            let slip = NewSlip {
                name: line.deputy.name.clone(),
                code: secret,
            };
            slips(&duty, DeskPlace::Deputies, Invited::Deputies, &path, &[slip])
        }
        Given::Before(response) => Ok(response),
        Given::Not(retry) => Ok(question(&duty, Act::Rebind, &line, Some(&retry))),
    }
}
