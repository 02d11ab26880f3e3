//! Files on the disk that nothing refers to: old ones go, and never one that a letter refers to.

use std::path::Path;
use std::time::{Duration, SystemTime};

use lianluo::engine::files::{keep, path_of};
use lianluo::fallback::Channels;
use lianluo::jobs::Jobs;

use crate::support::office::{MORNING, Office, change, databases};

const DAY: u64 = 86_400;

/// Makes a file look as if it had lain there for so many days before the office's morning.
fn ages(path: &Path, days: u64) {
    let morning = SystemTime::UNIX_EPOCH + Duration::from_millis(u64::try_from(MORNING).unwrap());
    let file = std::fs::File::options().write(true).open(path).unwrap();
    file.set_modified(morning - Duration::from_secs(days * DAY))
        .unwrap();
}

#[tokio::test]
async fn what_nothing_refers_to_goes_after_its_time_and_what_a_letter_refers_to_stays() {
    for address in databases().await {
        let office = Office::open_on(&address).await;
        let folder = office.folder.path().join("files");
        let of = |name: &str| path_of(&folder, name);
        let referred = keep(&folder, "照片（示）".as_bytes()).await.unwrap();
        let orphan = keep(&folder, b"orphan").await.unwrap();
        let young = keep(&folder, b"young").await.unwrap();
        let again = keep(&folder, b"again").await.unwrap();
        let part = of(&orphan).with_extension("part01234567");
        let fresh_part = of(&young).with_extension("part89abcdef");
        let fetching = folder.join("fetching-7");
        let strange = folder.join("notes.txt");
        for path in [&part, &fresh_part, &fetching, &strange] {
            std::fs::write(path, b"half").unwrap();
        }
        for (path, days) in [
            (&of(&referred), 400),
            (&of(&orphan), 8),
            (&of(&young), 6),
            (&of(&again), 8),
            (&part, 2),
            (&fresh_part, 0),
            (&fetching, 2),
            (&strange, 400),
        ] {
            ages(path, days);
        }
        let row = format!(
            "INSERT INTO files (file_id, case_id, kind, name, mime, size, seconds, state, hash, tries, next_try_at) \
             VALUES (1, 1, 'photo', '', '', 1, 0, 'stored', '{referred}', 0, 0)"
        );
        change(&office.address, row.leak()).await;
        // Someone sends the same bytes again just now: the file is kept, and so is its row, in a moment.
        assert_eq!(keep(&folder, b"again").await.unwrap(), again);
        let jobs = Jobs {
            store: office.store.clone(),
            clock: office.clock.clone(),
            rules: lianluo::domain::context::Rules::default(),
            lookup: office.lookup.clone(),
            intake: office.engine.intake.clone(),
            channels: Channels::default(),
            files: folder.clone(),
        };
        assert_eq!(jobs.remove_orphans().await.unwrap(), 3);
        for gone in [&of(&orphan), &part, &fetching] {
            assert!(!gone.exists(), "{gone:?}");
        }
        for stays in [&of(&referred), &of(&young), &of(&again), &fresh_part, &strange] {
            assert!(stays.exists(), "{stays:?}");
        }
        assert_eq!(jobs.remove_orphans().await.unwrap(), 0);
        office.engine.stop().await;
    }
}
