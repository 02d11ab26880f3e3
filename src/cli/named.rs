//! Finding deputies, offices and letters by what people call them: codes and numbers.

use crate::domain::ids::{CaseId, DeputyId};
use crate::domain::people::{Deputy, Office as LiaisonOffice};
use crate::domain::refusal::Refusal;
use crate::domain::roster::DeputyCode;
use crate::domain::world::{Key, Stop};
use crate::store::Store;
use crate::text::{Args, Words};

use super::CliError;

/// The deputies of some codes, in the order in which they were named, each once. All codes that aren't known are told at once.
pub(super) async fn deputies(
    store: &Store,
    codes: &[String],
    words: &Words,
) -> Result<Vec<Deputy>, CliError> {
    let mut wanted: Vec<String> = Vec::with_capacity(codes.len());
    for code in codes {
        // What can't be a code isn't known either.
        let code = DeputyCode::read(code).map_or_else(|| code.clone(), |code| code.as_str().to_owned());
        if !wanted.contains(&code) {
            wanted.push(code);
        }
    }
    let mut reading = store.read().await?;
    let found = reading
        .look(|world| {
            world.want(wanted.iter().map(|code| Key::DeputyCode(code.clone())))?;
            let ids: Vec<Option<DeputyId>> = wanted
                .iter()
                .map(|code| world.deputy_coded(code))
                .collect::<Result<_, Stop>>()?;
            world.want(ids.iter().flatten().map(|id| Key::Deputy(*id)))?;
            ids.iter()
                .map(|id| match id {
                    Some(id) => world.find_deputy(id).map(|deputy| deputy.cloned()),
                    None => Ok(None),
                })
                .collect::<Result<Vec<Option<Deputy>>, Stop>>()
        })
        .await??;
    let unknown: Vec<&str> = wanted
        .iter()
        .zip(&found)
        .filter(|(_, deputy)| deputy.is_none())
        .map(|(code, _)| code.as_str())
        .collect();
    if unknown.is_empty() {
        Ok(found.into_iter().flatten().collect())
    } else {
        let args = Args::new().text("codes", unknown.join("、"));
        Err(CliError::Said(words.say_with("cli-deputies-unknown", &args)))
    }
}

/// The deputy of a code.
pub(super) async fn deputy(store: &Store, code: &str, words: &Words) -> Result<Deputy, CliError> {
    let found = deputies(store, &[code.to_owned()], words).await?;
    found
        .into_iter()
        .next()
        .ok_or(CliError::Refused(Refusal::CodeUnknown))
}

/// The office of a unit's code, in either case; `HN` is the provincial one.
pub(super) async fn office(store: &Store, code: &str, words: &Words) -> Result<LiaisonOffice, CliError> {
    let code = code.trim().to_ascii_uppercase();
    let mut reading = store.read().await?;
    let found = reading
        .look(|world| match world.office_coded(&code)? {
            Some(id) => Ok(world.find_office(&id)?.cloned()),
            None => Ok(None),
        })
        .await??;
    found.ok_or_else(|| {
        let args = Args::new().text("code", code.as_str()).text("codes", codes());
        CliError::Said(words.say_with("cli-unit-unknown", &args))
    })
}

/// All codes of offices, for the sentence about an unknown one.
fn codes() -> String {
    use crate::domain::electing_unit::ElectingUnit;
    let mut codes: Vec<&str> = vec![crate::flows::import_roster::PROVINCIAL];
    codes.extend(ElectingUnit::ALL.iter().map(|unit| unit.code()));
    codes.join(" ")
}

/// The letter of a number.
pub(super) async fn case(store: &Store, number: i64, words: &Words) -> Result<CaseId, CliError> {
    let mut reading = store.read().await?;
    let found = reading.look(|world| world.case_numbered(&number)).await??;
    found.ok_or_else(|| {
        CliError::Said(words.say_with("cli-case-unknown", &Args::new().number("number", number)))
    })
}
