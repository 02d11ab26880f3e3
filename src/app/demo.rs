//! `demo`: serve on a throw-away database with the sample roster, a sample office and sample letters, and links that open
//! as a constituent, a deputy and an officer.

mod seed;

use crate::cli::CliError;
use crate::config::Config;
use crate::domain::audit::hex;
use crate::domain::ids::AccountId;
use crate::text::{Args, Words};
use crate::web::state::Door;

use super::serve::House;
use super::telling;
use seed::{FIRST, Seed};

/// Runs the demonstration until it is stopped; everything is thrown away then.
pub async fn demo(words: &'static Words) -> Result<(), CliError> {
    let folder = std::env::temp_dir().join(format!("lianluo-demo-{}", hex(&rand::random::<[u8; 6]>())));
    std::fs::create_dir_all(&folder).map_err(|error| CliError::WrongUse(error.to_string()))?;
    let place = |name: &str| folder.join(name).display().to_string();
    let mut pairs = vec![
        (
            "DATABASE_URL".to_owned(),
            format!("sqlite://{}", place("demo.db")),
        ),
        ("FILES_DIR".to_owned(), place("files")),
        ("KEY_FILE".to_owned(), place("demo.key")),
        ("RUST_LOG".to_owned(), "warn".to_owned()),
    ];
    pairs.extend(crate::config::for_demo());
    let config = Config::from_pairs(pairs).map_err(|faults| {
        let lines: Vec<String> = faults.iter().map(|fault| fault.say(words)).collect();
        CliError::WrongUse(lines.join("\n"))
    })?;
    telling::start(&config);
    let done = serve(&config, words).await;
    // Throw-away: what can't be removed is left to the system's own cleaning.
    let _ = std::fs::remove_dir_all(&folder);
    done
}

async fn serve(config: &Config, words: &'static Words) -> Result<(), CliError> {
    let house = House::build(config, words).await?;
    let url = house.web.rules.public_url.clone();
    let now = house.clock.now();
    let seed = Seed::new(house.engine.intake.clone(), house.store.clone(), now);
    let (deputy, unit_officer, provincial) = seed
        .plant()
        .await
        .map_err(|_| CliError::WrongUse(words.say("demo-failed")))?;
    let door = |account: AccountId, leads_to: &str| Door {
        secret: hex(&rand::random::<[u8; 9]>()),
        account,
        leads_to: leads_to.to_owned(),
    };
    let doors = vec![
        door(deputy, "/chat"),
        door(unit_officer, "/desk"),
        door(provincial, "/desk"),
    ];
    let mut args = Args::new()
        .text("url", url.clone())
        .text("constituent", format!("{url}/d/{}", FIRST));
    for (name, door) in ["deputy", "officer", "provincial"].into_iter().zip(&doors) {
        args = args.text(name, format!("{url}/demo/{}", door.secret));
    }
    println!("{}", words.say_with("demo-links", &args));
    house.open_doors(doors, words).await
}
